"""Inputs that leave the mouse wheel to the page unless they have the focus."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget


class QuietCombo(QComboBox):
    """A combo box that scrolls its page, not its value, while the pointer merely passes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def event(self, event: QEvent) -> bool:
        """The tip tells the whole of a choice that the box may be too narrow for."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(escape(self.currentText()))
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take the wheel only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def fill(self, choices: Sequence[tuple[str, object]]) -> None:
        """Replace all choices (words, value) without telling anyone; keeps the value if it can."""
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        for words, value in choices:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.index_of(kept)) if choices else -1)
        self.blockSignals(False)

    def index_of(self, value: object) -> int:
        """Where a value is; -1 when it is not (compared in Python: enums and tuples too)."""
        return next((n for n in range(self.count()) if self.itemData(n) == value), -1)

    def choose(self, value: object) -> None:
        """Choose a value without telling anyone; nothing happens when it is not offered."""
        index = self.index_of(value)
        if index >= 0:
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)


def password_line(name: str) -> QLineEdit:
    """A line for a password that may stay empty; `name` says whose."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setPlaceholderText(f"{name} (không bắt buộc)")
    made.setAccessibleName(name)
    return made
