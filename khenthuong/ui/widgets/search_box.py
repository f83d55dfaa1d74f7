"""Search as you type: accents or none, Down goes into the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from khenthuong.ui import theme

PAUSE_MS = 120


class SearchBox(QLineEdit):
    """Emits `searched` shortly after the last key, at once on Enter."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        # Assemble
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon("tim", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        # Signals
        self.textChanged.connect(self._on_text_changed)
        self._timer.timeout.connect(self._on_pause)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties, Down leaves for the list, Enter searches at once."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_pause()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for itself while there is something to empty."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._timer.start() if text else self._on_pause()

    @Slot()
    def _on_pause(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())
