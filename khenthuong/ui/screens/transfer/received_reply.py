"""The answer to a received dossier: marks at nominations, a decision, the file that goes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from khenthuong import texts
from khenthuong.domain.kinds import Part
from khenthuong.domain.receiving import Decision, Submitted
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.transfer import received_data as data
from khenthuong.ui.screens.transfer.received_data import REFUSED, Mark
from khenthuong.ui.widgets.buttons import button, toggle
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo, password_line

_OF_DOSSIER = (Part.WHOLE, Part.PAPER)


class ReplyForm(QFrame):
    """`marked` when marks changed; `wanted` (decision or None, signed) asks for the reply file."""

    marked = Signal()
    wanted = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._nominee: Submitted | None = None
        self._files: tuple[str, ...] = ()
        self._marks: dict[tuple[str, str, str, str], Mark] = {}
        self.signed: Path | None = None
        self._about = label("", "subheading", wrap=True)
        self.what = QuietCombo()
        self.file = QuietCombo()
        self.reason = QLineEdit()
        self.mark = button("Đánh dấu", "ghim")
        self.unmark = button("Bỏ dấu", "xoa")
        self.decide = toggle("Quyết định…", "khen_thuong")
        self.number = QLineEdit()
        self.day = DateEdit()
        self.issuer = QLineEdit()
        self.signer = QLineEdit()
        self.position = QLineEdit()
        self.attach = button("Bản ký (PDF)…", "ghim")
        self.password = password_line("Mật khẩu cho tệp")
        self.write = button("Ghi tệp trả lại…", "chot", primary=True)
        self.problem = label("", "problem", wrap=True)
        self._decision = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.what.currentIndexChanged.connect(self._on_what)
        self.mark.clicked.connect(self._on_mark)
        self.reason.returnPressed.connect(self._on_mark)
        self.unmark.clicked.connect(self._on_unmark)
        self.decide.toggled.connect(self._on_decide)
        self.attach.clicked.connect(self._on_attach)
        self.write.clicked.connect(self._on_write)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked so far."""
        return tuple(self._marks.values())

    def marks_of(self, nominee: Submitted | None) -> tuple[Mark, ...]:
        """What is marked at one nomination; None for the dossier."""
        key = nominee.key if nominee else ("", "")
        return tuple(mark for mark in self.marks if mark.key == key)

    def begin(self, files: tuple[str, ...], issuer: str) -> None:
        """Another dossier: nothing is marked yet."""
        self._files = files
        self._marks = {}
        self.signed = None
        self.attach.setText("Bản ký (PDF)…")
        for line in (self.number, self.signer, self.position, self.reason, self.password):
            line.clear()
        self.day.set_iso("")
        self.issuer.setText(issuer)
        self.decide.setChecked(False)
        self._tell("")
        self.marked.emit()

    def show_nominee(self, nominee: Submitted | None) -> None:
        """Whom the next mark is about; None for the dossier itself."""
        self._nominee = nominee
        about = f"{nominee.name} – {nominee.award_name}" if nominee else "Cả hồ sơ"
        self._about.setText(about)
        parts = tuple(Part) if nominee else _OF_DOSSIER
        choices = [(f"Trả lại: {texts.label(part).lower()}", part.value) for part in parts]
        if not nominee:
            choices[0] = ("Trả lại: cả hồ sơ", Part.WHOLE.value)
        if self.decide.isChecked():
            choices = [("Không được khen", REFUSED)] if nominee else []
        self.what.fill(choices)
        for widget in (self.what, self.reason, self.mark):
            widget.setEnabled(bool(choices))
        self._on_what()
        self.unmark.setEnabled(bool(self.marks_of(nominee)))

    @property
    def dirty(self) -> bool:
        """Whether something is marked or written that no reply file holds."""
        return bool(self._marks or self.number.text().strip())

    @Slot()
    def _on_what(self) -> None:
        paper = self.what.currentData() == Part.PAPER.value
        self.file.setVisible(paper)
        self.file.fill([(name, name) for name in self._files] if paper else [])

    @Slot()
    def _on_mark(self) -> None:
        reason = data.reason_of(self.reason.text())
        what = self.what.currentData()
        if not reason or not what:
            self._tell("Ghi lý do trước, để nơi gửi biết phải sửa gì.")
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        file = str(self.file.currentData() or "") if what == Part.PAPER.value else ""
        mark = Mark(self._nominee, what, reason, file)
        self._marks[(*mark.key, what, file)] = mark
        self.reason.clear()
        self._changed()

    @Slot()
    def _on_unmark(self) -> None:
        key = self._nominee.key if self._nominee else ("", "")
        self._marks = {place: m for place, m in self._marks.items() if m.key != key}
        self._changed()

    def _changed(self) -> None:
        self._tell("")
        self.unmark.setEnabled(bool(self.marks_of(self._nominee)))
        self.marked.emit()

    @Slot(bool)
    def _on_decide(self, on: bool) -> None:
        self._decision.setVisible(on)
        self.write.setText("Ghi tệp quyết định…" if on else "Ghi tệp trả lại…")
        self.show_nominee(self._nominee)
        if on:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_attach(self) -> None:
        path = messages.open_file(self, "Chọn bản ký quyết định", "PDF (*.pdf)")
        if path is not None:
            self.signed = path
            self.attach.setText(f"Bản ký: {path.name}")

    @Slot()
    def _on_write(self) -> None:
        if not self.decide.isChecked():
            self.wanted.emit(None, None)
            return
        try:
            day = date.fromisoformat(self.day.iso())
        except ValueError:
            self._tell("Ngày quyết định cần đủ ngày, tháng, năm.")
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        lines = (self.issuer, self.signer, self.position)
        issuer, signer, position = (data.reason_of(line.text()) for line in lines)
        number = data.reason_of(self.number.text())
        self.wanted.emit(Decision(number, day, issuer, signer, position), self.signed)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _assemble(self) -> None:
        self.setObjectName("card")
        self.what.setMinimumContentsLength(24)
        self.what.setAccessibleName("Trả lại gì")
        self.file.setMinimumContentsLength(24)
        self.file.setAccessibleName("Văn bản nào")
        self.reason.setPlaceholderText("Lý do (đi cùng tệp trả lời; không nhắc đến đơn thư)")
        self.reason.setAccessibleName("Lý do")
        theme.hold(self.password, most_width=260)
        marking = QHBoxLayout()
        for widget in (self.what, self.file):
            marking.addWidget(widget, 2)
        marking.addWidget(self.reason, 5)
        marking.addWidget(self.mark)
        marking.addWidget(self.unmark)
        foot = QHBoxLayout()
        foot.addWidget(self.decide)
        foot.addStretch()
        foot.addWidget(self.password)
        foot.addWidget(self.write)
        self._assemble_decision()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._about)
        layout.addLayout(marking)
        layout.addWidget(self._decision)
        layout.addWidget(self.problem)
        layout.addLayout(foot)
        for widget in (self.file, self._decision, self.problem):
            widget.hide()

    def _assemble_decision(self) -> None:
        grid = QGridLayout(self._decision)
        grid.setContentsMargins(0, 0, 0, 0)
        self.number.setPlaceholderText("ví dụ 315/QĐ-UBND")
        fields = (
            ("Số quyết định", self.number),
            ("Ngày", self.day),
            ("Cơ quan, người ban hành", self.issuer),
            ("Người ký", self.signer),
            ("Chức vụ người ký", self.position),
        )
        for column, (words, widget) in enumerate(fields):
            name = QLabel(words)
            name.setBuddy(widget)
            grid.addWidget(name, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 3 if widget is self.issuer else 2)
        grid.addWidget(self.attach, 1, len(fields))
