"""What an empty page says: what would be here, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.labels import label


class EmptyPage(QWidget):
    """A picture, a heading and a sentence, in the middle."""

    def __init__(self, icon: str, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._heading = label(heading, "heading", wrap=True)
        self._text = label(text, "soft", wrap=True)
        # Assemble
        self._picture.setPixmap(theme.pixmap(icon, "edge", 40))
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(32, 32, 32, 32)
        self.box.addStretch(2)
        for widget in (self._picture, self._heading, self._text):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.box.addWidget(widget)
        self.box.addStretch(3)

    def tell(self, heading: str, text: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._text.setText(text)
