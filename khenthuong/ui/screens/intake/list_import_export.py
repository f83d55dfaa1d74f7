"""Xuất danh sách: any list of the books as Excel, and a round filled into a province's workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.names import slug
from khenthuong.texts import label as word
from khenthuong.texts import show
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.intake import list_import_data as data
from khenthuong.ui.screens.intake.list_import_questions import QuestionsPane
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

_XLSX = "Excel (*.xlsx)"
_ROUND, _PAPERS = "round", "papers"
_MOST_NAMES = 6


class ExportPage(QWidget):
    """Lists out of the books."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.filling: Any = None
        self._answers: dict[str, str] = {}
        self.what = QuietCombo()
        self.round = QuietCombo()
        self.write = button("Lưu ra Excel…", "luu")
        self.template = button("Chọn mẫu của tỉnh…", "thu_muc", tip="Ctrl+F")
        self.told = label("", "subheading", wrap=True)
        self.left_out = label("", "soft", wrap=True)
        self.questions = QuestionsPane()
        self.fill = button("Lưu tệp đã điền…", "luu", primary=True, tip="Ctrl+S")
        self._asked = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.what.currentIndexChanged.connect(self._on_what)
        self.round.activated.connect(self._on_round)
        self.write.clicked.connect(self._on_write)
        self.template.clicked.connect(self.begin_find)
        self.questions.answered.connect(self._on_answer)
        self.questions.accepted.connect(self._on_accept)
        self.fill.clicked.connect(self.save)

    def refresh(self) -> None:
        """Read the rounds again."""
        self.desk.run(data.read_rounds, done=self._on_rounds, key="export-rounds")

    @Slot()
    def begin_find(self) -> None:
        """Choose a template."""
        if not self.round.count():
            self.desk.say("Chưa có đợt xét nào để điền vào mẫu.", "warn")
            return
        path = messages.open_file(self, "Chọn mẫu Excel còn trống", _XLSX)
        if path is not None:
            self.lay(path)

    def lay(self, template: Path) -> None:
        """Lay the round into a template; nothing is written."""
        self._answers = {}
        self._lay(template)

    def _lay(self, template: Path) -> None:
        self.fill.setEnabled(False)
        self.desk.run(
            data.lay_into,
            self.round.currentData(),
            template,
            dict(self._answers),
            done=self._on_laid,
            key="export-lay",
        )

    @Slot()
    def save(self) -> None:
        """Write the filled workbook beside the template, never over it."""
        if self.filling is None or not self.fill.isEnabled():
            return
        source = self.filling.template.path
        name = f"{source.stem}-{slug(self.round.currentData())}.xlsx"
        target = messages.save_file(self, "Lưu tệp đã điền", source.with_name(name), _XLSX)
        if target is not None:
            self.desk.run(data.write_filled, self.filling, target, done=self._on_written)

    def escape(self) -> None:
        """Put the template away."""
        self.filling = None
        self._asked.hide()
        self.told.setText("")
        self.left_out.setText("")

    def _on_rounds(self, rounds: list[tuple[str, str]]) -> None:
        before = self.round.currentData()
        self.round.clear()
        for name, code in rounds:
            self.round.addItem(name, code)
        self.round.setCurrentIndex(max(0, self.round.findData(before)))
        self._on_what(0)

    def _on_laid(self, filling: Any) -> None:
        self.filling = filling
        rows = show(len(filling.lines))
        sheet = filling.template.table.sheet
        self.told.setText(
            f"Mẫu «{filling.template.path.name}»: {rows} dòng vào trang «{sheet}». Chỉ các ô của "
            "những dòng ấy được ghi; trang khác, công thức, danh sách chọn giữ nguyên."
        )
        names = filling.left_out
        shown = "; ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        self.left_out.setText(f"Mẫu này không nhận {show(len(names))}: {shown}" if names else "")
        self.questions.show_questions(filling.questions)
        self.fill.setEnabled(not filling.open_questions and bool(filling.lines))
        self._asked.show()
        if filling.open_questions:
            self.questions.focus_answers()
        else:
            self.fill.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _on_answer(self, key: str, answer: str) -> None:
        self._answers[key] = answer
        self._lay(self.filling.template.path)

    @Slot()
    def _on_accept(self) -> None:
        open_questions = self.filling.open_questions
        self._answers |= {one.key: one.proposed for one in open_questions if one.proposed}
        self._lay(self.filling.template.path)

    @Slot(int)
    def _on_round(self, _: int) -> None:
        if self.filling is not None:
            self._lay(self.filling.template.path)

    @Slot(int)
    def _on_what(self, _: int) -> None:
        needs_round = self.what.currentData() in (_ROUND, _PAPERS)
        self.write.setEnabled(not needs_round or self.round.count() > 0)

    @Slot()
    def _on_write(self) -> None:
        what, code = self.what.currentData(), self.round.currentData() or ""
        name = slug(f"{self.what.currentText()} {code if what in (_ROUND, _PAPERS) else ''}")
        target = messages.save_file(self, "Lưu ra Excel", Path.home() / f"{name}.xlsx", _XLSX)
        if target is not None:
            self.desk.run(data.write_table, what, code, target, done=self._on_written)

    def _on_written(self, written: tuple[Path, int]) -> None:
        target, rows = written
        self.desk.say(f"Đã lưu {target}: {show(rows)} dòng.")

    def _assemble(self) -> None:
        for kind in RecipientKind:
            self.what.addItem(f"Sổ: {word(kind)}", kind.value)
        self.what.addItem("Đề nghị của đợt", _ROUND)
        self.what.addItem("Văn bản của đợt", _PAPERS)
        self.what.setAccessibleName("Danh sách nào")
        self.round.setAccessibleName("Đợt xét")
        theme.hold(self.round, least_width=420)
        theme.hold(self.what, least_width=200)
        which = QHBoxLayout()
        which.addWidget(label("Đợt xét", "soft"))
        which.addWidget(self.round, 1)
        plain = QHBoxLayout()
        plain.addWidget(label("Danh sách", "soft"))
        plain.addWidget(self.what)
        plain.addWidget(self.write)
        plain.addStretch()
        filled = QHBoxLayout()
        words = "Điền các đề nghị của đợt vào tệp Excel trống mà cổng của tỉnh cho tải về."
        filled.addWidget(label(words, "soft", wrap=True), 1)
        filled.addWidget(self.template)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.questions, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.fill)
        asked.addLayout(foot)
        self._asked.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(which)
        layout.addWidget(_card("Bảng Excel thường", plain))
        layout.addWidget(_card("Mẫu của tỉnh", filled))
        layout.addWidget(self.told)
        layout.addWidget(self.left_out)
        layout.addWidget(self._asked, 1)
        layout.addStretch()


def _card(title: str, inside: QHBoxLayout) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(16, 8, 16, 12)
    layout.addWidget(label(title, "heading"))
    layout.addLayout(inside)
    return card
