"""Danh sách khác: anybody's list, its columns mapped once, its names asked about, then taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.mapping import ListField, Purpose, header_keys
from khenthuong.texts import label as word
from khenthuong.texts import show
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.changes_table import ChangesTable
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.intake import list_import_data as data
from khenthuong.ui.screens.intake.import_data import (
    CountLine,
    changes_of,
    counts_of,
    fault_level,
    fault_place,
    fault_sentence,
)
from khenthuong.ui.screens.intake.list_import_columns import ColumnsPane
from khenthuong.ui.screens.intake.list_import_questions import QuestionsPane
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.drop_area import DropArea, DropWords
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.progress import TaskBar
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

SUFFIXES = (".xlsx", ".xls", ".csv", ".txt", ".tsv")
_DROP = DropWords(
    "Kéo danh sách của nơi khác thả vào đây (.xlsx, .xls, .csv)",
    "Máy tự đoán cột nào là gì; sửa một lần, lần sau nhớ. Chưa ghi gì vào sổ.",
    suffixes=SUFFIXES,
)
_COLUMNS, _QUESTIONS, _COUNTS, _FAULTS, _CHANGES = range(5)


class ListPage(QWidget):
    """Take in a list of others."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.preview: Any = None
        self.drop = DropArea(says=_DROP)
        self.task = TaskBar()
        self.verdict = label("", "heading", wrap=True)
        self.known = label("", "soft", wrap=True)
        self.sheet = QuietCombo()
        self.purpose = QuietCombo()
        self.columns = ColumnsPane()
        self.questions = QuestionsPane()
        self.counts = RecordsTable(CountLine.HEADERS, self)
        self.faults = RecordsTable(
            (("Chỗ", fault_place), ("Sai gì, sửa thế nào", fault_sentence), ("Mức", fault_level)),
            self,
        )
        self.changes = ChangesTable(self)
        self.tabs = QTabWidget()
        self.take_mapping = button("Nhập cách ghép…", tip="Cách ghép cột của xã khác gửi")
        self.give_mapping = button("Xuất cách ghép…", tip="Gửi cách ghép cột cho xã khác")
        self.apply = button("Nhập", "nhap_excel", primary=True, tip="Ctrl+S")
        self._result = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.drop.dropped.connect(self.read)
        self.drop.choose.clicked.connect(self.begin_find)
        self.sheet.activated.connect(self._on_sheet)
        self.purpose.activated.connect(self._on_purpose)
        self.columns.chosen.connect(self._on_column)
        self.columns.lettered.connect(self._on_letters)
        self.questions.answered.connect(self._on_answer)
        self.questions.accepted.connect(self._on_accept)
        self.take_mapping.clicked.connect(self._on_take_mapping)
        self.give_mapping.clicked.connect(self._on_give_mapping)
        self.apply.clicked.connect(self.save)

    @Slot()
    def begin_find(self) -> None:
        """Choose a file."""
        path = messages.open_file(self, "Chọn danh sách", messages.LISTS)
        if path is not None:
            self.read(path)

    @Slot(object)
    def read(self, path: Path, sheet: str = "") -> None:
        """Read a list and show what it would do; nothing is written."""
        self.preview = None
        self._result.hide()
        self.task.begin(f"Đang đọc «{path.name}»…")
        self.task.cancel.hide()
        self.desk.run(
            data.open_list, path, sheet, done=self._on_opened, failed=self._on_failed, key="list"
        )

    @Slot()
    def save(self) -> None:
        """Take the list in, as one step."""
        if self.preview is None or not self.apply.isEnabled():
            return
        self.apply.setEnabled(False)
        task = self.task.begin("Đang nhập…")
        self.desk.run(
            data.apply,
            self.preview,
            self.changes.kept,
            task,
            done=self._on_applied,
            failed=self._on_failed,
        )

    def escape(self) -> None:
        """Put the list away."""
        self.preview = None
        self._result.hide()
        self.drop.tell("")

    def _on_opened(self, preview: Any) -> None:
        source = preview.source
        self.drop.tell(source.path.name)
        self.sheet.clear()
        self.sheet.addItems(list(source.sheets))
        self.sheet.setCurrentText(source.table.sheet)
        remembered = source.remembered is not None
        self.known.setText(
            f"Nguồn đã biết «{source.remembered.name}»: các cột được ghép như lần trước."
            if remembered
            else "Nguồn mới: xem máy ghép cột có đúng không, sửa ở trang «Ghép cột»."
        )
        self._on_preview(preview)
        open_questions = bool(preview.open_questions)
        first = _QUESTIONS if remembered and open_questions else _COLUMNS
        self.tabs.setCurrentIndex(_COUNTS if remembered and preview.ready else first)
        self._result.show()
        if self.tabs.currentIndex() == _COLUMNS:
            self.columns.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif open_questions:
            self.questions.focus_answers()
        else:
            self.apply.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_preview(self, preview: Any) -> None:
        self.task.end()
        self.preview = preview
        source, choices = preview.source, preview.choices
        self.purpose.setCurrentIndex(self.purpose.findData(choices.purpose.value))
        self.columns.show_source(source, _column_lines(preview), _reading(preview))
        self.questions.show_questions(preview.questions)
        counts, changes = counts_of(preview.importing), changes_of(preview.importing)
        self.counts.show(counts)
        self.faults.show(preview.importing.faults)
        self.changes.show(changes)
        still = len(preview.open_questions)
        titles = (
            "Ghép cột",
            f"Câu hỏi ({show(still)} chưa trả lời)" if still else "Câu hỏi",
            "Sẽ làm gì",
            f"Ô cần xem ({show(len(preview.importing.faults))})",
            f"Khác với sổ ({show(len(preview.importing.plan.changed))} dòng)",
        )
        for number, title in enumerate(titles):
            self.tabs.setTabText(number, title)
        self.verdict.setText(_verdict(preview, counts))
        anything = any(line.new or line.changed for line in counts)
        self.apply.setEnabled(preview.ready and anything)

    def _look(self, **changed: Any) -> None:
        """Judge again with other choices."""
        if self.preview is None:
            return
        choices = replace(self.preview.choices, **changed)
        self.apply.setEnabled(False)
        self.desk.run(
            data.look,
            self.preview.source,
            choices,
            done=self._on_preview,
            failed=self._on_failed,
            key="list",
        )

    @Slot(int)
    def _on_sheet(self, _: int) -> None:
        if self.preview is not None:
            self.read(self.preview.source.path, self.sheet.currentText())

    @Slot(int)
    def _on_purpose(self, index: int) -> None:
        self._look(purpose=Purpose(self.purpose.itemData(index)))

    @Slot(int, object)
    def _on_column(self, column: int, meant: ListField) -> None:
        columns = list(self.preview.choices.columns)
        columns[column] = meant
        self._look(columns=tuple(columns))

    @Slot(int, str)
    def _on_letters(self, column: int, letters: str) -> None:
        key = header_keys(self.preview.source.table.headers)[column]
        self._on_answer(f"letters:{key}", letters)

    @Slot(str, str)
    def _on_answer(self, key: str, answer: str) -> None:
        answers = {**self.preview.choices.answers, key: answer}
        self._look(answers={name: given for name, given in answers.items() if given})

    @Slot()
    def _on_accept(self) -> None:
        proposed = {one.key: one.proposed for one in self.preview.open_questions if one.proposed}
        self._look(answers={**self.preview.choices.answers, **proposed})

    def _on_applied(self, preview: Any) -> None:
        self.task.end()
        rows = sum(line.new + line.changed for line in self.counts.records)
        rows -= len(self.changes.kept)
        self.desk.say(
            f"Đã nhập {show(rows)} dòng của «{preview.source.path.name}» và nhớ cách ghép cột. "
            "Xem ở «Sổ» và «Đợt xét»."
        )
        self.escape()
        self.desk.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.task.end()
        if self.preview is not None:
            self.apply.setEnabled(self.preview.ready)
        self.desk.on_failed(error)

    @Slot()
    def _on_take_mapping(self) -> None:
        path = messages.open_file(self, "Nhập cách ghép cột", messages.MAPPING)
        if path is not None:
            self.desk.run(data.import_mapping, path, done=self._on_mapping)

    def _on_mapping(self, mapping: Any) -> None:
        self.desk.say(f"Đã nhận cách ghép cột «{mapping.name}».")
        if self.preview is not None:
            self.read(self.preview.source.path, self.sheet.currentText())

    @Slot()
    def _on_give_mapping(self) -> None:
        if self.preview is None:
            return
        proposed = Path.home() / f"{self.preview.source.path.stem}-ghep-cot.json"
        target = messages.save_file(self, "Xuất cách ghép cột", proposed, messages.MAPPING)
        if target is not None:
            self.desk.run(data.export_mapping, self.preview, target, done=self._on_given)

    def _on_given(self, target: Path) -> None:
        self.desk.say(f"Đã lưu {target}.")

    def _assemble(self) -> None:
        for purpose in Purpose:
            self.purpose.addItem(word(purpose), purpose.value)
        self.sheet.setAccessibleName("Trang của tệp")
        self.purpose.setAccessibleName("Đưa vào đâu")
        theme.hold(self.sheet, least_width=180)
        theme.hold(self.purpose, least_width=240)
        counts = RowsView(self.counts, (5, 2, 2, 2, 2), "Đếm theo trang")
        faults = RowsView(self.faults, (4, 10, 2), "Ô cần xem")
        changes = RowsView(self.changes, (-44, 3, 3, 3, 4, 4), "Dòng khác")
        EmptyNote(counts, "Trả lời hết các câu hỏi rồi máy mới đếm được.")
        EmptyNote(faults, "Không có ô nào cần xem.")
        EmptyNote(changes, "Không có dòng nào khác với sổ.")
        for view in (self.columns, self.questions, counts, faults, changes):
            self.tabs.addTab(view, "")
        bar = QHBoxLayout()
        bar.addWidget(self.known, 1)
        bar.addWidget(label("Trang", "soft"))
        bar.addWidget(self.sheet)
        bar.addWidget(label("Đưa vào", "soft"))
        bar.addWidget(self.purpose)
        foot = QHBoxLayout()
        foot.addWidget(self.give_mapping)
        foot.addStretch()
        foot.addWidget(self.apply)
        inside = QVBoxLayout(self._result)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.verdict)
        inside.addLayout(bar)
        inside.addWidget(self.tabs, 1)
        inside.addLayout(foot)
        self._result.hide()
        top = QHBoxLayout()
        top.addWidget(self.drop, 1)
        top.addWidget(self.take_mapping)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.task)
        layout.addWidget(self._result, 1)
        layout.addStretch()


def _column_lines(preview: Any) -> list[data.ColumnLine]:
    source, reading = preview.source, _reading(preview)
    lines: list[data.ColumnLine] = []
    for guess, meant in zip(source.guesses, preview.choices.columns, strict=True):
        values = source.table.values(guess.column)
        if not guess.header.strip() and not values:
            continue
        header = " ".join(guess.header.split()) or f"(cột {guess.column + 1})"
        letters = reading.get(guess.column)
        example = data.example_words(values, letters)
        lines.append(
            data.ColumnLine(
                guess.column, header, example, meant, guess, word(letters) if letters else ""
            )
        )
    return lines


def _reading(preview: Any) -> dict[int, Any]:
    """By column, the letters it is read in: as answered, else as detected."""
    from khenthuong.services.intake.list_import import letters_in_use

    return dict(letters_in_use(preview.source, preview.choices))


def _verdict(preview: Any, counts: Sequence[CountLine]) -> str:
    if not preview.rows:
        return "Danh sách này chưa có dòng nào (mẫu trống)."
    fatal = sum(fault.fatal for fault in preview.importing.faults)
    if preview.open_questions:
        still = show(len(preview.open_questions))
        return f"{show(preview.rows)} dòng. Còn {still} câu phải trả lời rồi mới nhập được."
    if fatal:
        return f"Chưa nhập được: {show(fatal)} ô phải sửa trước. Sổ chưa có gì thay đổi."
    new = sum(line.new for line in counts)
    changed = sum(line.changed for line in counts)
    same = sum(line.same for line in counts)
    if not new and not changed:
        return "Mọi dòng trong danh sách đã có sẵn trong sổ; không cần nhập gì."
    left = f" Bỏ qua {show(len(preview.left_out))} dòng." if preview.left_out else ""
    return (
        f"Nhập được: {show(new)} dòng mới, {show(changed)} dòng khác, {show(same)} dòng giống "
        f"hệt.{left}"
    )
