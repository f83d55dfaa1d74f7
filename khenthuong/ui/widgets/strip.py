"""A strip above the page that tells what happened, instead of a box that wants a click."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import icon_button

SHOWN_MS = 6000
_ICONS = {
    "info": ("thong_tin", "accent"),
    "good": ("dat", "good"),
    "warn": ("canh_bao", "warn"),
    "bad": ("khong_dat", "bad"),
}


class Strip(QFrame):
    """One message at a time; good news leaves by itself, bad news stays until closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._text = QLabel()
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
        layout.addWidget(self._close)
        self.hide()
        # Signals
        self._close.clicked.connect(self.hide)
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
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        name, tint = _ICONS[kind]
        self._picture.setPixmap(theme.pixmap(name, tint))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        if kind in ("good", "info"):
            self._timer.start(SHOWN_MS)
        else:
            self._timer.stop()
