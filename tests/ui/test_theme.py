"""The three versions: every ink readable on every ground it lies on; changes seen at once."""

import itertools
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from khenthuong.domain.kinds import Status
from khenthuong.paths import shipped
from khenthuong.ui import looks, theme
from khenthuong.ui.colours import INKS, TABLES, Version
from khenthuong.ui.desk import Desk
from khenthuong.ui.main_window import OFFICE, MainWindow
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.settings import Settings
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import StatusBadge, label

GROUNDS = ("paper", "card", "nav", "head", "stripe", "hover", "accent_pale")
PAIRS = (
    *itertools.product(INKS, GROUNDS),
    *itertools.product(("ink", "soft"), ("good_pale", "bad_pale", "warn_pale", "hold_pale")),
    *itertools.product(("faint",), ("card", "paper", "nav")),
    *((theme.STATUS_COLOUR[status], theme.STATUS_GROUND[status]) for status in Status),
    ("accent", "accent_pale"),
    ("good", "good_pale"),
    ("warn", "warn_pale"),
    ("bad", "bad_pale"),
    ("card", "accent"),
    ("card", "accent_dark"),
    ("card", "ink"),
    ("card", "soft"),
    ("ink", "pressed"),
    ("soft", "pressed"),
    ("ink", "bar"),
)
"""What is written on what: inks of words, then grounds."""
EDGES = (("edge", "card"), ("edge", "paper"), ("accent", "card"), ("accent", "paper"))
"""Borders of fields and the ring of the focus."""
LOOKS = (theme.Look.LIGHT, theme.Look.DARK, theme.Look.CONTRAST)


@pytest.fixture(autouse=True)
def light_again(looks: QApplication) -> Iterator[None]:
    yield
    theme.apply(looks)


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(version: Version, one: str, other: str) -> float:
    table = TABLES[version]
    high, low = sorted((luminance(table[one]), luminance(table[other])), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("version", list(Version))
def test_every_ink_can_be_read_on_every_ground(version: Version) -> None:
    least = 7 if version is Version.CONTRAST else 4.5
    pale = {pair: round(contrast(version, *pair), 2) for pair in PAIRS}
    faint = {pair: found for pair, found in pale.items() if found < least}
    assert faint == {}


@pytest.mark.parametrize("version", list(Version))
def test_borders_and_the_focus_can_be_seen(version: Version) -> None:
    least = 4.5 if version is Version.CONTRAST else 3
    found = {pair: round(contrast(version, *pair), 2) for pair in EDGES}
    assert {pair: one for pair, one in found.items() if one < least} == {}


def test_the_versions_have_the_same_names() -> None:
    assert len({frozenset(table) for table in TABLES.values()}) == 1


@pytest.mark.parametrize("version", list(Version))
def test_the_arrow_of_a_list_has_the_versions_ink(version: Version) -> None:
    for name in ("xuong", "len"):
        drawn = shipped("resources", "theme", f"{name}_{version.value}.svg").read_text()
        assert f'stroke="{TABLES[version]["soft"]}"' in drawn


@pytest.mark.parametrize("version", list(Version))
@pytest.mark.parametrize("name", ["o", "o_chon", "o_mo", "o_mo_chon", "tron", "tron_chon"])
def test_a_box_to_tick_has_the_versions_colours(version: Version, name: str) -> None:
    drawn = shipped("resources", "theme", f"{name}_{version.value}.svg").read_text()
    assert set(re.findall("#[0-9A-F]{6}", drawn)) <= set(TABLES[version].values())


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_shown_follows_the_look(qtbot, looks: QApplication, look: theme.Look) -> None:
    press, words, badge = button("Lưu", "luu"), label("Chữ"), StatusBadge()
    picture = QLabel()
    picture.setPixmap(theme.pixmap("dat", "good", 20))
    badge.show_status(Status.MET)
    theme.tint(words, "warn")
    for widget in (press, words, badge, picture):
        qtbot.addWidget(widget)
        widget.show()
    theme.apply(looks, look)
    table = TABLES[theme.version()]
    assert _inks(press.icon().pixmap(24, 24).toImage()) == {table["ink"].lower()}
    assert _inks(picture.pixmap().toImage()) == {table["good"].lower()}
    assert words.palette().color(QPalette.ColorRole.WindowText).name() == table["warn"].lower()
    assert badge.grab().toImage().pixelColor(12, 2).name() == table["good_pale"].lower()


def _inks(image) -> set[str]:
    """Colours of the pixels that are wholly covered."""
    points = itertools.product(range(image.width()), range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in points)
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_lengths_and_letters_grow_together(qtbot, looks: QApplication, percent: int) -> None:
    theme.apply(looks, percent=100)
    box, words = QWidget(), label("Chữ", "title")
    qtbot.addWidget(box)
    qtbot.addWidget(words)
    words.show()
    high = words.sizeHint().height()
    theme.hold(box, fixed_width=120)
    theme.hold(box, least_height=40)
    theme.apply(looks, percent=percent)
    assert (box.width(), box.minimumHeight()) == (120 * percent // 100, 40 * percent // 100)
    assert theme.row_height() == theme.ROW_HEIGHT * percent // 100
    assert theme.plain(theme.px(60)) == 60
    assert abs(words.sizeHint().height() - high * percent / 100) <= 3


@pytest.mark.parametrize(("given", "shown"), [(20, 100), (500, 200), (125, 125)])
def test_a_size_is_brought_into_its_range(looks: QApplication, given: int, shown: int) -> None:
    theme.apply(looks, percent=given)
    assert theme.percent() == shown


def test_the_system_says_light_or_dark(looks: QApplication) -> None:
    theme.apply(looks, theme.Look.SYSTEM)
    dark = looks.styleHints().colorScheme().name == "Dark"
    assert theme.version() is (Version.DARK if dark else Version.LIGHT)
    assert theme.look() is theme.Look.SYSTEM


def test_looks_come_back_at_the_next_start(looks: QApplication, desk: Desk) -> None:
    _choose(looks, desk.settings, theme.Look.DARK, 150)
    theme.apply(looks)
    _restore(looks, Settings(desk.root))
    assert (theme.look(), theme.percent()) == (theme.Look.DARK, 150)


def test_unknown_looks_are_light(looks: QApplication, desk: Desk) -> None:
    desk.settings.write("giao_dien", "cầu vồng")
    _restore(looks, desk.settings)
    assert (theme.look(), theme.percent()) == (theme.Look.LIGHT, 100)


_choose, _restore = looks.choose, looks.restore


def test_the_office_screen_changes_the_looks(window: MainWindow, books) -> None:
    window.open_screen(OFFICE)
    screen = window.made_screen(OFFICE)
    assert isinstance(screen, OfficeScreen)
    card = screen.display
    screen.tabs.setCurrentWidget(card)
    assert not card.reset.isEnabled()
    card.looks.button(2).click()
    assert theme.version() is Version.CONTRAST
    card.percent.setCurrentIndex(card.percent.count() - 1)
    card.percent.activated.emit(card.percent.count() - 1)
    assert theme.percent() == 200
    assert window.nav.width() < theme.px(60)
    assert Settings(books).read("giao_dien", "") == "tuong_phan"
    assert Settings(books).read("co_chu", 0) == 200
    card.reset.click()
    assert (theme.version(), theme.percent()) == (Version.LIGHT, 100)
    assert window.nav.width() == 172


def test_an_icon_is_drawn_as_large_as_asked(looks: QApplication) -> None:
    theme.apply(looks, percent=150)
    made = theme.pixmap("dat", "good", 20)
    assert made.deviceIndependentSize().toSize() == QSize(30, 30)
