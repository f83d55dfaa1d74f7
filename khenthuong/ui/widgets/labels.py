"""Labels by their role on the page; the style sheet gives them their looks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from khenthuong.domain.kinds import Status
from khenthuong.texts import label as word
from khenthuong.ui import theme


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A plain-text label; roles: title, heading, subheading, soft, quiet, problem, good."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(role)
    made.setWordWrap(wrap)
    return made


def rule() -> QFrame:
    """A thin line between two parts."""
    made = QFrame()
    made.setObjectName("rule")
    return made


class StatusBadge(QWidget):
    """A status in words with its shape, on a pale ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._words = QLabel()
        # Assemble
        self._words.setProperty("strong", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 12, 4)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self._words)

    def show_status(self, status: Status, words: str = "") -> None:
        """Show a status; `words` when they say more than its name."""
        text = words or word(status)
        self._picture.setPixmap(theme.status_pixmap(status))
        self._words.setText(text)
        theme.tint(self._words, theme.STATUS_COLOUR[status])
        self.setProperty("ground", theme.STATUS_GROUND[status])
        theme.repolish(self)
        self.setAccessibleName(text)
