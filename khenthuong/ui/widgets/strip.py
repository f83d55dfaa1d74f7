"""A strip above the page that tells what happened, instead of a box that wants a click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import icon_button, link

SHOWN_MS = 6000
OFFERED_MS = 15000
_ICONS = {
    "info": ("thong_tin", "accent"),
    "good": ("dat", "good"),
    "warn": ("canh_bao", "warn"),
    "bad": ("khong_dat", "bad"),
}


class Strip(QFrame):
    """One message at a time; good news leaves by itself, bad news stays until closed.

    A message may offer one thing to do about it (`offer`): «Hoàn tác» after something was taken
    out, instead of a question before.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._text = QLabel()
        self._act: Callable[[], None] | None = None
        self.action = link("")
        self._close = icon_button("dong", "Đóng thông báo")
        self._timer = QTimer(self)
        # Assemble
        self.setObjectName("strip")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._timer.setSingleShot(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.action)
        layout.addWidget(self._close)
        self.hide()
        # Signals
        self._close.clicked.connect(self.hide)
        self.action.clicked.connect(self._on_action)
        self._timer.timeout.connect(self.hide)

    @property
    def text(self) -> str:
        """What it says now ("" when hidden)."""
        return self._text.text() if not self.isHidden() else ""

    def turn_page(self) -> None:
        """Another screen is shown: good news about the last one is old."""
        if self._timer.isActive():
            self._timer.stop()
            self.hide()

    @Slot(str, str)
    def tell(self, kind: str, text: str) -> None:
        """Show a message of a kind: info, good, warn, bad."""
        self._show(kind, text)
        self._act = None
        self.action.hide()

    def offer(self, kind: str, text: str, words: str, act: Callable[[], None]) -> None:
        """Show a message with one thing to do about it."""
        self._show(kind, text)
        self._act = act
        self.action.setText(words)
        self.action.show()
        if self._timer.isActive():
            self._timer.start(OFFERED_MS)

    @Slot()
    def _on_action(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _show(self, kind: str, text: str) -> None:
        self.setProperty("kind", kind)
        theme.repolish(self)
        name, tint = _ICONS[kind]
        self._picture.setPixmap(theme.pixmap(name, tint))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        if kind in ("good", "info"):
            self._timer.start(SHOWN_MS)
        else:
            self._timer.stop()
