"""Questions of a list: one line each, the answer chosen below from the candidates."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.mapping import Question
from khenthuong.texts import show
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.intake.list_import_data import answer_words, question_words, rows_words
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_UNANSWERED = "Chọn một câu trả lời…"


class QuestionsPane(QWidget):
    """Questions and their answers; `answered` (key, answer) for one, `accepted` for all proposals.

    Enter on a question goes to its answers; an answer goes on to the next open question.
    """

    answered = Signal(str, str)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RecordsTable(
            (
                ("Hỏi", question_words),
                ("Về", attrgetter("text")),
                ("Dòng", rows_words),
                ("Trả lời", answer_words),
            ),
            self,
        )
        self.view = RowsView(self.table, (6, 7, -110, 6), "Câu hỏi")
        self.about = label("", "subheading", wrap=True)
        self.choices = QuietCombo()
        self.accept = button("Nhận mọi đề xuất", tip="Trả lời mọi câu còn lại như máy đề xuất")
        # Assemble
        self.choices.setAccessibleName("Câu trả lời")
        EmptyNote(self.view, "Không có gì phải hỏi.")
        row = QHBoxLayout()
        row.addWidget(self.choices, 1)
        row.addWidget(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.about)
        layout.addLayout(row)
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_activated)
        self.choices.activated.connect(self._on_chosen)
        self.accept.clicked.connect(self.accepted)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Replace the questions; the next open one at or after the last place is chosen."""
        before = max(0, self.view.row())
        self.table.show(questions)
        open_rows = [n for n, one in enumerate(questions) if not one.answer]
        after = [n for n in open_rows if n >= before]
        row = (after or open_rows or [min(before, len(questions) - 1)])[0]
        self.accept.setEnabled(any(one.proposed and not one.answer for one in questions))
        if questions:
            self.view.select(row)
        self._show(row)

    def focus_answers(self) -> None:
        """Put the keyboard onto the answers of the chosen question."""
        self.choices.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: int) -> None:
        question: Question | None = self.table.record(row)
        self.choices.clear()
        self.choices.setEnabled(question is not None)
        if question is None:
            self.about.setText("")
            return
        count = f"{show(len(question.rows))} dòng" if question.rows else "cả tệp"
        self.about.setText(f"{question_words(question)} {question.text} ({count})")
        self.choices.addItem(_UNANSWERED, "")
        for value, words in question.choices:
            mark = "   (máy đề xuất)" if value == question.proposed else ""
            self.choices.addItem(f"{words}{mark}", value)
        self.choices.setCurrentIndex(max(0, self.choices.findData(question.answer)))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _: QModelIndex) -> None:
        self._show(current.row())

    @Slot(QModelIndex)
    def _on_activated(self, _: QModelIndex) -> None:
        self.focus_answers()

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        question: Question | None = self.table.record(self.view.row())
        if question is not None:
            self.answered.emit(question.key, self.choices.itemData(index))
