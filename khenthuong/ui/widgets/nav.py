"""The column of screens on the left: groups with small headings, one button a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import link
from khenthuong.ui.widgets.labels import label

WIDTH = 172
_ICON = QSize(20, 20)


@dataclass(frozen=True)
class NavEntry:
    """One screen in the column; `keys` is shown in the tip."""

    title: str
    icon: str
    keys: str = ""


class NavColumn(QWidget):
    """`chosen` (number) when a button is pressed; numbers run through all groups.

    `foot_pressed` when the line at the foot is pressed.
    """

    chosen = Signal(int)
    foot_pressed = Signal()

    def __init__(
        self,
        name: str,
        groups: Sequence[tuple[str, Sequence[NavEntry]]],
        foot: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons = QButtonGroup(self)
        self._box = QVBoxLayout(self)
        # Assemble
        self.setObjectName("nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._box.setContentsMargins(0, 10, 0, 8)
        self._box.setSpacing(0)
        brand = label(name, "heading")
        brand.setContentsMargins(16, 0, 8, 4)
        self._box.addWidget(brand)
        for heading, entries in groups:
            if entries:
                self._add_group(heading, entries)
        self._box.addStretch()
        self.foot = link(foot)
        self.foot.setToolTip("Giới thiệu, giấy phép")
        self._box.addWidget(self.foot)
        # Signals
        self._buttons.idClicked.connect(self.chosen)
        self.foot.clicked.connect(self.foot_pressed)

    def choose(self, number: int) -> None:
        """Mark a screen as the open one."""
        self._buttons.button(number).setChecked(True)

    def _add_group(self, heading: str, entries: Sequence[NavEntry]) -> None:
        words = label(heading, "navgroup")
        words.setContentsMargins(16, 8, 8, 2)
        self._box.addWidget(words)
        for entry in entries:
            made = QPushButton(entry.title)
            made.setIcon(theme.icon(entry.icon))
            made.setIconSize(_ICON)
            made.setCheckable(True)
            made.setProperty("nav", True)
            made.setToolTip(entry.keys)
            self._buttons.addButton(made, len(self._buttons.buttons()))
            self._box.addWidget(made)
