"""The looks of the program: colours by name, text size, icons; changed at once, while it runs.

The colours of each version stand in `colours`. Ask for them when painting and never keep them:
`colour`, or in words of the style sheet `tint`. Sizes in pixels are those at 100 %: `px` and
`hold` scale them with the text. States differ by shape and words, never colour only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QWidget,
)

from khenthuong.domain.kinds import Status
from khenthuong.paths import shipped
from khenthuong.ui.colours import INKS, TABLES, Version


class Look(StrEnum):
    """What the clerk chooses: a version, or whichever the system uses."""

    LIGHT = "sang"
    DARK = "toi"
    CONTRAST = "tuong_phan"
    SYSTEM = "theo_may"


@dataclass
class _Now:
    """The looks in force; `connected` once the system's changes are heard."""

    look: Look = Look.LIGHT
    percent: int = 100
    version: Version = Version.LIGHT
    connected: bool = False


_now = _Now()
PERCENTS = (100, 110, 125, 150, 175, 200)
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
ROW_HEIGHT = 28
"""Of a table, in pixels at 100 %; see `row_height`."""
_ICON, _ICON_MADE = 18, 24
_MEASURES = {
    "fixed_width": QWidget.setFixedWidth,
    "fixed_height": QWidget.setFixedHeight,
    "least_width": QWidget.setMinimumWidth,
    "least_height": QWidget.setMinimumHeight,
    "most_width": QWidget.setMaximumWidth,
    "most_height": QWidget.setMaximumHeight,
}
_icon_names: dict[int, tuple[str, str]] = {}
_pixmap_names: dict[int, tuple[str, str, int]] = {}


def apply(application: QApplication, look: Look = Look.LIGHT, percent: int = 100) -> None:
    """Set style, font, palette and style sheet of the whole program; what is shown follows.

    `percent` is the size of the text, 100 to 200; other sizes are brought into that range.
    """
    _now.look = look
    _now.percent = min(max(percent, PERCENTS[0]), PERCENTS[-1])
    _now.version = _version(application)
    if not _now.connected:
        _now.connected = True
        application.styleHints().colorSchemeChanged.connect(_on_system_changed)
        application.setStyle("Fusion")
    # With a style sheet in force Qt would look at every widget again at each step: much slower.
    application.setStyleSheet("")
    application.setFont(_font())
    application.setPalette(_palette())
    application.setStyleSheet(_style_sheet(application.font().pointSizeF()))
    application.setWindowIcon(_file_icon("khen_thuong"))
    for widget in QApplication.allWidgets():
        _measure(widget)
        _draw_again(widget)


def look() -> Look:
    """What was chosen."""
    return _now.look


def percent() -> int:
    """The size of the text, 100 to 200."""
    return _now.percent


def version() -> Version:
    """The version in force."""
    return _now.version


def colour(name: str) -> QColor:
    """A colour of the version in force by its name; ask again each time it is painted."""
    return QColor(TABLES[_now.version][name])


def px(pixels: int) -> int:
    """A length given at 100 %, in pixels at the text size in force."""
    return round(pixels * _now.percent / 100)


def plain(pixels: int) -> int:
    """The reverse of `px`: what a length of today is at 100 %."""
    return round(pixels * 100 / _now.percent)


def row_height() -> int:
    """Height of a table's row in pixels."""
    return px(ROW_HEIGHT)


def hold(widget: QWidget, **pixels: int) -> None:
    """Give a widget sizes in pixels at 100 % that follow the text size.

    Names: fixed_width, fixed_height, least_width, least_height, most_width, most_height.
    """
    widget.setProperty("measures", {**(widget.property("measures") or {}), **pixels})
    _measure(widget)


def tint(widget: QWidget, ink: str) -> None:
    """Write a label's or a link's words in an ink of `colours.INKS`; "" for its own."""
    widget.setProperty("tint", ink)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def icon(name: str, tint: str = "ink") -> QIcon:
    """A line icon of resources/icons in a colour of the theme; greyed when disabled.

    On buttons, labels, tabs and lists it follows a change of the theme by itself.
    """
    return _icon(name, tint, _now.version)


def pixmap(name: str, tint: str = "ink", size: int = _ICON) -> QPixmap:
    """The same icon as a picture of `size` pixels at 100 %."""
    application = QApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QApplication) else 1.0
    made = _pixmap(name, tint, px(size), _now.version, ratio)
    _pixmap_names[made.cacheKey()] = (name, tint, size)
    return made


@lru_cache(maxsize=512)
def _icon(name: str, tint: str, version: Version) -> QIcon:
    made = QIcon()
    for size in (_ICON_MADE, 2 * _ICON_MADE):
        made.addPixmap(_pixmap(name, tint, size, version, 1.0))
        made.addPixmap(_pixmap(name, "faint", size, version, 1.0), QIcon.Mode.Disabled)
    _icon_names[made.cacheKey()] = (name, tint)
    return made


@lru_cache(maxsize=1024)
def _pixmap(name: str, tint: str, size: int, version: Version, ratio: float) -> QPixmap:
    source = shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    inked = source.replace("currentColor", TABLES[version][tint])
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(inked.encode())).render(painter, QRectF(0, 0, size, size))
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


def _on_system_changed() -> None:
    application = QApplication.instance()
    if _now.look is Look.SYSTEM and isinstance(application, QApplication):
        apply(application, _now.look, _now.percent)


def _version(application: QApplication) -> Version:
    if _now.look is not Look.SYSTEM:
        return Version(_now.look.value)
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Version.DARK if dark else Version.LIGHT


def _measure(widget: QWidget) -> None:
    """Set the sizes that `hold` was given, at the text size in force."""
    sizes = widget.property("measures")
    if isinstance(sizes, Mapping):
        for name, pixels in sizes.items():
            _MEASURES[name](widget, px(pixels))


def _draw_again(widget: QWidget) -> None:
    """Put icons of the version in force in the place of the old ones."""
    if isinstance(widget, QAbstractButton):
        widget.setIcon(_now_icon(widget.icon()))
    elif isinstance(widget, QLabel):
        known = _pixmap_names.get(widget.pixmap().cacheKey())
        if known is not None:
            widget.setPixmap(pixmap(*known))
    elif isinstance(widget, QTabBar | QComboBox | QListWidget):
        _draw_items_again(widget)
    elif isinstance(widget, QLineEdit):
        for action in widget.actions():
            action.setIcon(_now_icon(action.icon()))


def _draw_items_again(widget: QTabBar | QComboBox | QListWidget) -> None:
    for number in range(widget.count()):
        if isinstance(widget, QTabBar):
            widget.setTabIcon(number, _now_icon(widget.tabIcon(number)))
        elif isinstance(widget, QComboBox):
            widget.setItemIcon(number, _now_icon(widget.itemIcon(number)))
        else:
            item = widget.item(number)
            item.setIcon(_now_icon(item.icon()))


def _now_icon(shown: QIcon) -> QIcon:
    known = _icon_names.get(shown.cacheKey())
    return icon(*known) if known is not None else shown


def _file_icon(name: str) -> QIcon:
    return QIcon(str(shipped("resources", "icons", f"{name}.svg")))


def _font() -> QFont:
    families = set(QFontDatabase.families())
    family = next((name for name in FONTS if name in families), "")
    font = QFont(family) if family else QFont()
    font.setPointSizeF(round(POINTS.get(family, 10.0) * _now.percent / 100, 1))
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


_SIZE = re.compile(r"(\d+)u\b")
"""In the style sheet: pixels that grow with the text, such as ``20u``."""


def _style_sheet(points: float) -> str:
    source = shipped("resources", "theme", "khen_thuong.qss").read_text(encoding="utf-8")
    small = points - 0.5 * _now.percent / 100
    inked = Template(source).substitute(
        TABLES[_now.version],
        pictures=shipped("resources", "theme").as_posix(),
        version=_now.version.value,
        title_pt=f"{points * 1.5:g}",
        heading_pt=f"{points * 1.2:g}",
        small_pt=f"{small:g}",
    )
    return _SIZE.sub(lambda found: f"{px(int(found[1]))}px", inked) + "\n".join(_tints())


def _tints() -> Iterator[str]:
    """One rule for every ink that `tint` may name."""
    for name in INKS:
        ink = TABLES[_now.version][name]
        yield f'QLabel[tint="{name}"], QPushButton[tint="{name}"] {{ color: {ink}; }}'
