"""One calm light theme: colours, fonts, icons. States differ by shape and words, never colour only.

Every ink colour has a contrast of at least 4.5 against every ground it is used on
(tests/ui/test_theme.py counts it).
"""

from __future__ import annotations

from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from khenthuong.domain.kinds import Status
from khenthuong.paths import shipped

COLOURS = {
    "ink": "#1F2933",
    "soft": "#55606E",
    "faint": "#646F7C",
    "paper": "#F6F7F9",
    "card": "#FFFFFF",
    "nav": "#EDF0F4",
    "head": "#EEF1F5",
    "line": "#DCE1E7",
    "grid": "#E8EBEF",
    "edge": "#8A95A3",
    "stripe": "#FAFBFC",
    "hover": "#E9EEF4",
    "scroll": "#B9C1CB",
    "accent": "#1D5C96",
    "accent_dark": "#15446F",
    "accent_pale": "#E1ECF7",
    "accent_edge": "#9DC0E2",
    "good": "#1B6B3A",
    "good_pale": "#E6F4EA",
    "good_edge": "#A6D3B5",
    "bad": "#A8231C",
    "bad_pale": "#FCE9E7",
    "bad_edge": "#E9B0AB",
    "warn": "#7A4D00",
    "warn_pale": "#FDF2DC",
    "warn_edge": "#E3C384",
    "hold": "#63408C",
    "hold_pale": "#F1EAF8",
}
STATUS_COLOUR = {
    Status.MET: "good",
    Status.NOT_MET: "bad",
    Status.ON_HOLD: "hold",
    Status.MISSING: "bad",
    Status.TO_COMPARE: "warn",
    Status.NOT_APPLICABLE: "soft",
}
STATUS_GROUND = {
    Status.MET: "good_pale",
    Status.NOT_MET: "bad_pale",
    Status.ON_HOLD: "hold_pale",
    Status.MISSING: "bad_pale",
    Status.TO_COMPARE: "warn_pale",
    Status.NOT_APPLICABLE: "paper",
}
FONTS = ("Segoe UI", "Noto Sans", "Liberation Sans")
POINTS = {"Segoe UI": 10.0, "Noto Sans": 9.5, "Liberation Sans": 10.0}
GAP = 8
ROW_HEIGHT = 28
ICON = QSize(18, 18)


def colour(name: str) -> QColor:
    """A colour of the theme by its name in `COLOURS`."""
    return QColor(COLOURS[name])


def apply(application: QApplication) -> None:
    """Set style, font, palette and style sheet of the whole program."""
    application.setStyle("Fusion")
    application.setFont(_font())
    application.setPalette(_palette())
    application.setStyleSheet(_style_sheet(application.font().pointSizeF()))
    application.setWindowIcon(_file_icon("khen_thuong"))


@lru_cache(maxsize=256)
def icon(name: str, tint: str = "ink") -> QIcon:
    """A 24-pixel line icon of resources/icons in a colour of the theme; greyed when disabled."""
    made = QIcon()
    made.addPixmap(pixmap(name, tint, 24))
    made.addPixmap(pixmap(name, tint, 48))
    made.addPixmap(pixmap(name, "faint", 24), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def pixmap(name: str, tint: str = "ink", size: int = 18) -> QPixmap:
    """The same icon as a picture of `size` pixels."""
    source = shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(source.replace("currentColor", COLOURS[tint]).encode()))
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    return picture


def status_icon(status: Status, *, reached: bool = True) -> QIcon:
    """The shape of a status, in its colour; a clock while its step has not come."""
    return (
        icon("den_buoc_sau", "soft") if not reached else icon(status.value, STATUS_COLOUR[status])
    )


def status_pixmap(status: Status, size: int = 18, *, reached: bool = True) -> QPixmap:
    """The shape of a status as a picture."""
    if not reached:
        return pixmap("den_buoc_sau", "soft", size)
    return pixmap(status.value, STATUS_COLOUR[status], size)


def _file_icon(name: str) -> QIcon:
    return QIcon(str(shipped("resources", "icons", f"{name}.svg")))


def _font() -> QFont:
    families = set(QFontDatabase.families())
    family = next((name for name in FONTS if name in families), "")
    font = QFont(family) if family else QFont()
    font.setPointSizeF(POINTS.get(family, 10.0))
    return font


def _palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for key, name in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "card"),
        (role.AlternateBase, "stripe"),
        (role.Text, "ink"),
        (role.Button, "card"),
        (role.ButtonText, "ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "card"),
        (role.ToolTipBase, "ink"),
        (role.ToolTipText, "card"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent_dark"),
        (role.PlaceholderText, "faint"),
        (role.Mid, "line"),
        (role.Dark, "edge"),
        (role.Light, "card"),
        (role.Accent, "accent"),
    ):
        palette.setColor(key, colour(name))
    for key in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, colour("faint"))
    return palette


def _style_sheet(points: float) -> str:
    source = shipped("resources", "theme", "sang.qss").read_text(encoding="utf-8")
    return Template(source).substitute(
        COLOURS,
        icons=shipped("resources", "icons").as_posix(),
        title_pt=f"{points + 5:g}",
        heading_pt=f"{points + 2:g}",
        small_pt=f"{points - 0.5:g}",
    )
