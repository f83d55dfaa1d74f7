"""A list with a line above it: what is typed, with or without accents, narrows the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from khenthuong.domain.vietnamese import fold


class FilteredList(QWidget):
    """Choose one of many names; `chosen` (name, "" for none yet), `taken` when Enter settled it."""

    chosen = Signal(str)
    taken = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[tuple[str, str], ...] = ()
        self.line = QLineEdit()
        self.list = QListWidget()
        # Assemble
        self.line.setPlaceholderText(hint)
        self.line.setClearButtonEnabled(True)
        self.list.setAccessibleName(hint)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        # Signals
        self.line.textEdited.connect(self._on_text)
        self.list.currentTextChanged.connect(self.chosen)
        self.list.itemClicked.connect(self._on_clicked)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names; nothing is chosen."""
        self._all = tuple((fold(name), name) for name in names)
        self.line.clear()
        self._on_text("")
        self.list.setCurrentRow(-1)

    @property
    def value(self) -> str:
        """The name chosen, "" for none."""
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    def choose(self, name: str) -> None:
        """Choose a name."""
        found = self.list.findItems(name, Qt.MatchFlag.MatchExactly)
        if found:
            self.list.setCurrentItem(found[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the list while the line keeps the keyboard; Enter takes the first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.list.count():
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setCurrentRow(max(0, self.list.currentRow()))
                if self.value:
                    self._on_clicked()
                    self.taken.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        words = fold(text).split()
        kept = self.value
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([name for key, name in self._all if all(w in key for w in words)])
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        if kept:
            self.choose(kept)
        if self.list.count() == 1:
            self.list.setCurrentRow(0)
        self.chosen.emit(self.value)

    @Slot()
    def _on_clicked(self) -> None:
        self.line.setText(self.value)
