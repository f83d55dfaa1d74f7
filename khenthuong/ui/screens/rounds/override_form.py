"""Why a nomination goes in although a finding keeps it out; a named person answers for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from khenthuong.domain.rounds import Nomination
from khenthuong.domain.vietnamese import clean
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label


class OverrideForm(QFrame):
    """Reason and name; `given` (reason, by), with an empty reason to take it back."""

    given = Signal(str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLineEdit()
        self.by = QLineEdit()
        self.ok = button("Ghi lý do", primary=True)
        self.take_back = button("Bỏ lý do")
        self.cancel = button("Thôi")
        self.problem = label("", "problem", wrap=True)
        # Assemble
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        for name, line in (
            ("Lý do (in trên phiếu thẩm định)", self.reason),
            ("Người chịu trách nhiệm (họ tên, chức vụ)", self.by),
        ):
            title = QLabel(name)
            title.setBuddy(line)
            line.setAccessibleName(name)
            layout.addWidget(title)
            layout.addWidget(line)
        layout.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.take_back)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        layout.addLayout(buttons)
        # Signals
        self.ok.clicked.connect(self._on_ok)
        self.take_back.clicked.connect(self._on_take_back)
        self.cancel.clicked.connect(self.cancelled)
        self.reason.returnPressed.connect(self._on_ok)
        self.by.returnPressed.connect(self._on_ok)

    def show_nomination(self, nomination: Nomination) -> None:
        """Show what is on record."""
        self.reason.setText(nomination.override_reason)
        self.by.setText(nomination.override_by)
        self.take_back.setVisible(bool(nomination.override_reason))
        self._tell("")

    def begin(self) -> None:
        """Ready to type."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_ok(self) -> None:
        reason, by = clean(self.reason.text()), clean(self.by.text())
        if not reason or not by:
            self._tell("Hãy ghi đủ lý do và người chịu trách nhiệm.")
            (self.by if reason else self.reason).setFocus()
        else:
            self.given.emit(reason, by)

    @Slot()
    def _on_take_back(self) -> None:
        self.given.emit("", "")

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
