"""The column of screens on the left: groups with small headings, one button a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import link
from khenthuong.ui.widgets.labels import label

WIDTH = 172
_NARROW = 48
_INDENT = 10
_SHARE = 5
"""The column may take one part in so many of the window; beyond that it shows icons only."""


@dataclass(frozen=True)
class NavEntry:
    """One screen in the column; `keys` is shown in the tip."""

    title: str
    icon: str
    keys: str = ""


class NavColumn(QWidget):
    """`chosen` (number) when a button is pressed; numbers run through all groups.

    `foot_pressed` when the line at the foot is pressed; `hint` stands above it.
    """

    chosen = Signal(int)
    foot_pressed = Signal()

    def __init__(
        self,
        name: str,
        groups: Sequence[tuple[str, Sequence[NavEntry]]],
        foot: str,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons = QButtonGroup(self)
        self._column = QWidget()
        self._box = QVBoxLayout(self._column)
        self._words: list[QWidget] = []
        self._at_foot = QVBoxLayout()
        self._narrow = False
        # Assemble
        self.setObjectName("nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.hold(self, fixed_width=WIDTH)
        self._assemble_frame()
        self._box.setContentsMargins(0, 12, 0, 8)
        self._box.setSpacing(0)
        brand = label(name, "heading")
        brand.setContentsMargins(16, 0, 8, 4)
        self._box.addWidget(brand)
        self._words.append(brand)
        for heading, entries in groups:
            if entries:
                self._add_group(heading, entries)
        self._box.addStretch()
        self.foot = link(foot)
        self.foot.setAccessibleName(foot)
        self.foot.setToolTip("Giới thiệu, giấy phép")
        self._add_hint(hint)
        self._at_foot.setContentsMargins(_INDENT, 0, 0, 0)
        self._at_foot.addWidget(self.foot)
        self._box.addLayout(self._at_foot)
        # Signals
        self._buttons.idClicked.connect(self.chosen)
        self.foot.clicked.connect(self.foot_pressed)

    def choose(self, number: int) -> None:
        """Mark a screen as the open one; a screen without a button leaves none marked."""
        made = self._buttons.button(number)
        if made is not None:
            made.setChecked(True)
            return
        self._buttons.setExclusive(False)
        for other in self._buttons.buttons():
            other.setChecked(False)
        self._buttons.setExclusive(True)

    def fit(self, room: int) -> None:
        """Show icons only where words would take too much of a window `room` pixels wide."""
        narrow = theme.px(WIDTH) * _SHARE > room
        if narrow == self._narrow:
            return
        self._narrow = narrow
        theme.hold(self, fixed_width=_NARROW if narrow else WIDTH)
        for words in self._words:
            words.setHidden(narrow)
        for made in (*self._buttons.buttons(), self.foot):
            made.setText("" if narrow else made.accessibleName())
        self.foot.setIcon(theme.icon("giup") if narrow else QIcon())
        self._at_foot.setContentsMargins(0 if narrow else _INDENT, 0, 0, 0)

    def _assemble_frame(self) -> None:
        """The buttons scroll when the window is too low for them."""
        frame = QScrollArea()
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame.setWidgetResizable(True)
        frame.setWidget(self._column)
        # The column's own ground shows through.
        for one in (self._column, frame.viewport()):
            one.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _add_hint(self, hint: str) -> None:
        if hint:
            words = label(hint, "quiet")
            words.setContentsMargins(16, 0, 8, 0)
            self._box.addWidget(words)
            self._words.append(words)

    def _add_group(self, heading: str, entries: Sequence[NavEntry]) -> None:
        words = label(heading, "navgroup")
        words.setContentsMargins(16, 8, 8, 4)
        self._box.addWidget(words)
        self._words.append(words)
        for entry in entries:
            made = QPushButton(entry.title)
            made.setIcon(theme.icon(entry.icon))
            made.setCheckable(True)
            made.setProperty("nav", True)
            made.setAccessibleName(entry.title)
            made.setToolTip(f"{entry.title} ({entry.keys})" if entry.keys else entry.title)
            self._buttons.addButton(made, len(self._buttons.buttons()))
            self._box.addWidget(made)
