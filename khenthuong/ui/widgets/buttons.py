"""Buttons in the few shapes the program knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from khenthuong.ui import theme

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Button(QPushButton):
    """A button that Enter presses as Space does.

    Qt gives Enter to buttons of dialogs only, and there to the default one from every field:
    `autoDefault` would bring that along.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses once, however long it is held."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _HELD:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(
    text: str,
    icon: str = "",
    *,
    primary: bool = False,
    tip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A plain button, or the one primary button of its group."""
    made = Button(text, parent)
    made.setProperty("primary", primary)
    if icon:
        made.setIcon(theme.icon(icon, "card" if primary else "ink"))
    if tip:
        made.setToolTip(tip)
    return made


def link(text: str, parent: QWidget | None = None) -> QPushButton:
    """A button that reads like a link and takes the keyboard like a button."""
    made = Button(text, parent)
    made.setProperty("link", True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """A button with a picture only; its name is spoken and shown as a tip."""
    made = Button(parent=parent)
    made.setIcon(theme.icon(icon))
    made.setProperty("flat", True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def toggle(text: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that stays down."""
    made = button(text, icon, parent=parent)
    made.setCheckable(True)
    made.setProperty("toggle", True)
    return made
