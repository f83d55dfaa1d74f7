"""Under the awards: the number of the chosen one's decision, corrected for everyone at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.records import PastAward
from khenthuong.errors import UserError
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.labels import label


class NumberNote(QFrame):
    """`written` when the books changed. Nothing is offered for an award without a decision."""

    written = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen: PastAward | None = None
        self.about = label("", "soft", wrap=True)
        self.begin = button("Sửa số quyết định cho mọi người…", "sua")
        self.number = QLineEdit()
        self.day = DateEdit()
        self.problem = label("", "problem", wrap=True)
        self.ok = button("Sửa cho mọi người", "luu", primary=True)
        self.cancel = button("Thôi")
        self.fields = QWidget()
        # Assemble
        self._assemble()
        self.load(None)
        # Signals
        self.begin.clicked.connect(self._on_begin)
        self.number.returnPressed.connect(self._on_ok)
        self.ok.clicked.connect(self._on_ok)
        self.cancel.clicked.connect(self.stop)

    @Slot(object)
    def load(self, chosen: PastAward | None) -> None:
        """Tell how many awards stand under the decision of this one."""
        self._chosen = chosen if chosen is not None and chosen.decision_number else None
        self.stop()
        self.begin.setEnabled(False)
        self.about.setText("Chọn một lần khen có số quyết định để sửa số ấy cho mọi người.")
        if self._chosen is not None:
            one = self._chosen
            self._desk.run(
                _count,
                one.decision_number,
                one.decision_date,
                done=self._on_count,
                key="register.number",
            )

    @Slot()
    def stop(self) -> None:
        """Put the fields away."""
        had = self.fields.isAncestorOf(self.focusWidget() or self)
        self.fields.hide()
        self.begin.show()
        self._tell("")
        if had:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_count(self, count: int) -> None:
        one = self._chosen
        if one is None:
            return
        day = f" ngày {texts.show(one.decision_date)}" if one.decision_date else ""
        many = f"Sổ có {count} lần khen theo Quyết định số {one.decision_number}{day}."
        self.about.setText(many)
        self.begin.setEnabled(True)

    @Slot()
    def _on_begin(self) -> None:
        one = self._chosen
        if one is None:
            return
        self.number.setText(one.decision_number)
        self.day.set_iso(one.decision_date.isoformat() if one.decision_date else "")
        self.begin.hide()
        self.fields.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    @Slot()
    def _on_ok(self) -> None:
        one = self._chosen
        if one is None:
            return
        day = _day(self.day.iso())
        if day is None and (one.decision_date is not None or self.day.iso()):
            self._tell("Hãy gõ ngày quyết định như 09/03/2025.")
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._tell("")
        self.ok.setEnabled(False)
        self._desk.run(
            _correct,
            (one.decision_number, one.decision_date),
            (self.number.text(), day),
            done=self._on_corrected,
            failed=self._on_failed,
        )

    def _on_corrected(self, count: int) -> None:
        self.ok.setEnabled(True)
        self.stop()
        self._desk.tell(f"Đã sửa số quyết định của {count} lần khen.")
        self.written.emit()

    def _on_failed(self, error: Exception) -> None:
        self.ok.setEnabled(True)
        if isinstance(error, UserError):
            self._tell(messages.sentence(error))
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._desk.on_failed(error)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _assemble(self) -> None:
        self.setObjectName("card")
        row = QHBoxLayout(self.fields)
        row.setContentsMargins(0, 0, 0, 0)
        for words, widget in (("Số mới", self.number), ("Ngày", self.day)):
            name = QLabel(words)
            name.setBuddy(widget)
            row.addWidget(name)
            row.addWidget(widget, 1)
        self.number.setAccessibleName("Số quyết định mới")
        self.day.line.setAccessibleName("Ngày quyết định mới")
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        top = QHBoxLayout()
        top.addWidget(self.about, 1)
        top.addWidget(self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.fields)
        layout.addWidget(self.problem)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _count(ws: Any, number: str, day: date | None) -> int:
    from khenthuong.services.dossier import decided

    return decided.count_under(ws, number, day)


def _correct(ws: Any, old: tuple[str, date | None], new: tuple[str, date | None]) -> int:
    from khenthuong.services.dossier import decided

    return decided.correct_number(ws, *old, *new)
