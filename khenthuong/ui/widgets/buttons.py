"""Buttons in the few shapes the program knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from khenthuong.ui import theme


def button(
    text: str,
    icon: str = "",
    *,
    primary: bool = False,
    tip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A plain button, or the one primary button of its group."""
    made = QPushButton(text, parent)
    made.setProperty("primary", primary)
    made.setAutoDefault(False)
    if icon:
        made.setIcon(theme.icon(icon, "card" if primary else "ink"))
    if tip:
        made.setToolTip(tip)
    return made


def link(text: str, parent: QWidget | None = None) -> QPushButton:
    """A button that reads like a link and takes the keyboard like a button."""
    made = QPushButton(text, parent)
    made.setProperty("link", True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    return made


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """A button with a picture only; its name is spoken and shown as a tip."""
    made = QPushButton(parent)
    made.setIcon(theme.icon(icon))
    made.setProperty("flat", True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setAutoDefault(False)
    return made


def toggle(text: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that stays down."""
    made = button(text, icon, parent=parent)
    made.setCheckable(True)
    made.setProperty("toggle", True)
    return made
