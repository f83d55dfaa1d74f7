"""A short question set between the lists of a screen: Enter answers it, Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget


class AskCard(QFrame):
    """A hidden card that a screen opens; `closed` when it is put away, answered or not."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.hide()

    @Slot()
    def answer(self) -> None:
        """What Enter does; a card that asks for something does it first."""
        self.stop()

    @Slot()
    def stop(self) -> None:
        """Close without doing anything."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)
