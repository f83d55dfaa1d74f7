"""How the program looks on this computer: kept in its settings, put on at the start."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from khenthuong.ui import theme
from khenthuong.ui.settings import Settings

_LOOK, _PERCENT = "giao_dien", "co_chu"


def restore(application: QApplication, settings: Settings) -> None:
    """Put on what was chosen on this computer; light and 100 % where nothing was."""
    kept = settings.read(_LOOK, theme.Look.LIGHT.value)
    known = kept in {look.value for look in theme.Look}
    look = theme.Look(kept) if known else theme.Look.LIGHT
    theme.apply(application, look, settings.read(_PERCENT, theme.PERCENTS[0]))


def choose(application: QApplication, settings: Settings, look: theme.Look, percent: int) -> None:
    """Put looks on at once and keep them for the next start."""
    theme.apply(application, look, percent)
    settings.write(_LOOK, look.value)
    settings.write(_PERCENT, theme.percent())
