"""Where the window stood and which screen was open: kept on this computer, not in the books."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from khenthuong.ui.settings import Settings

_PLACE, _WHOLE, _SCREEN = "cua_so", "cua_so_phong_to", "man_hinh_cuoi"
_REACHABLE = 120
"""So many pixels of the window must lie on a screen, else it opens in the middle."""


def restore(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it stood, unless that screen is no longer there."""
    nowhere: list[int] = []
    kept = settings.read(_PLACE, nowhere)
    if len(kept) == 4:
        wanted = QRect(*kept)
        if _reachable(wanted):
            window.setGeometry(wanted)
    if settings.read(_WHOLE, False):
        window.setWindowState(window.windowState() | window.windowState().WindowMaximized)


def keep(window: QMainWindow, settings: Settings) -> None:
    """Remember where the window stands."""
    settings.write(_WHOLE, window.isMaximized())
    if not (window.isMaximized() or window.isMinimized() or window.isFullScreen()):
        place = window.geometry()
        settings.write(_PLACE, [place.x(), place.y(), place.width(), place.height()])


def last_screen(settings: Settings) -> str:
    """The name of the screen class that was open last, "" for none."""
    return settings.read(_SCREEN, "")


def keep_screen(settings: Settings, name: str) -> None:
    """Remember which screen is open."""
    settings.write(_SCREEN, name)


def _reachable(wanted: QRect) -> bool:
    for screen in QGuiApplication.screens():
        shown = screen.availableGeometry().intersected(wanted)
        if shown.width() >= _REACHABLE and shown.height() >= _REACHABLE:
            return True
    return False
