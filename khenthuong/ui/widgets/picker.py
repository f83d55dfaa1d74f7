"""Pick a recipient of the register by typing part of the name, with or without accents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from khenthuong.domain.kinds import RecipientKind
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk

SHOWN = 12
PAUSE_MS = 120
_CODE = Qt.ItemDataRole.UserRole


def _find(ws: Any, kinds: Sequence[RecipientKind], text: str) -> list[tuple[str, str, str]]:
    """The first few recipients: code, name, and what tells namesakes apart."""
    from khenthuong.services import register
    from khenthuong.services.people import unit_changes

    found: list[tuple[str, str, str]] = []
    for kind in kinds:
        codes = unit_changes.without_closed(ws, register.search(ws, kind, text))
        codes = codes[: SHOWN - len(found)]
        found += [(row.code, row.name, row.about) for row in register.rows(ws, codes)]
    return found


def _name(ws: Any, code: str) -> tuple[str, str]:
    from khenthuong.services import register

    rows = register.rows(ws, (code,))
    return code, rows[0].name if rows else code


class RecipientPicker(QWidget):
    """A line with a list under it; `code` is what is chosen, "" for nobody."""

    edited = Signal()

    def __init__(
        self, desk: Desk, kinds: Sequence[RecipientKind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kinds = tuple(kinds)
        self.code = ""
        self.line = QLineEdit()
        self.choices = QListWidget()
        self._timer = QTimer(self)
        # Assemble
        self.line.setPlaceholderText("Gõ vài chữ để tìm trong sổ")
        self.line.installEventFilter(self)
        self.choices.setObjectName("choices")
        self.choices.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices.setParent(self, self.choices.windowFlags())
        self.choices.hide()
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self.setFocusProxy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        # Signals
        self.line.textEdited.connect(self._on_text_edited)
        self._timer.timeout.connect(self._on_pause)
        self.choices.itemClicked.connect(self._on_item_chosen)

    def set_code(self, code: str) -> None:
        """Show a recipient by code; its name comes from the books."""
        self.code = code
        self.line.setText(code)
        if code:
            self._desk.run(_name, code, done=self._on_name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the list, Enter and Tab take, Esc closes it."""
        if event.type() == QEvent.Type.FocusOut:
            self.choices.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event.key()) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Down and not self.choices.isVisible():
            self._on_pause()
            return True
        if not self.choices.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self.choices.currentRow() + step) % max(1, self.choices.count())
            self.choices.setCurrentRow(row)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._on_item_chosen(self.choices.currentItem())
            return key != Qt.Key.Key_Tab
        if key == Qt.Key.Key_Escape:
            self.choices.hide()
            return True
        return False

    @Slot(str)
    def _on_text_edited(self, _: str) -> None:
        self.code = ""
        self._timer.start()
        self.edited.emit()

    @Slot()
    def _on_pause(self) -> None:
        self._desk.run(
            _find, self._kinds, self.line.text(), done=self._on_found, key=f"picker{id(self)}"
        )

    def _on_found(self, found: list[tuple[str, str, str]]) -> None:
        self.choices.clear()
        for code, name, about in found:
            item = QListWidgetItem(f"{name}   {about}" if about else name)
            item.setData(_CODE, (code, name))
            self.choices.addItem(item)
        self.choices.setCurrentRow(0)
        rows = min(max(1, len(found)), 8)
        self.choices.setFixedSize(max(self.width(), theme.px(320)), rows * theme.px(30) + 8)
        self.choices.move(self.mapToGlobal(QPoint(0, self.height() + 1)))
        self.choices.setVisible(bool(found) and self.line.hasFocus())

    def _on_name(self, found: tuple[str, str]) -> None:
        if found[0] == self.code:
            self.line.setText(found[1])
            self.line.setCursorPosition(0)

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem | None) -> None:
        self.choices.hide()
        if item is not None:
            self.code, name = item.data(_CODE)
            self.line.setText(name)
            self.edited.emit()
