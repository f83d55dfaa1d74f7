"""A few sentences under the records of a tab: a heading and one line for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.labels import label


class LinesNote(QFrame):
    """Hidden lines while there is nothing to say."""

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = label(heading, "subheading", wrap=True)
        self.lines = label("", "soft", wrap=True)
        # Assemble
        self.setObjectName("card")
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.lines)

    def say(self, sentences: Sequence[str], nothing: str) -> None:
        """Show the sentences; `nothing` when there are none."""
        self.lines.setText("\n".join(sentences) or nothing)
