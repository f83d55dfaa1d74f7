"""Labels by their role on the page; the style sheet gives them their looks."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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


class Elided(QLabel):
    """One line that ends in «…» where there is no room for it; the whole of it is its tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the line as there is room for."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(escape(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)


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
