"""Plots on screen: keys tell every figure, grey tells series apart, the same figures below."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from khenthuong.domain.plots.bars import LOOKS
from khenthuong.domain.plots.drawing import draw
from khenthuong.domain.plots.figures import Plot
from khenthuong.domain.plots.marks import Box, Ink, Pattern, Sheet, Sign
from khenthuong.ui import messages, theme
from khenthuong.ui.colours import TABLES, Version
from khenthuong.ui.main_window import MainWindow
from khenthuong.ui.navigation import MOVEMENTS, ROUNDS, STATISTICS
from khenthuong.ui.screens.movements.movements import MovementsScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.screens.statistics.plots_data import Shown
from khenthuong.ui.screens.statistics.plots_page import PlotsPage
from khenthuong.ui.screens.statistics.statistics import StatisticsScreen
from khenthuong.ui.widgets import plot_painter
from khenthuong.ui.widgets.plot_view import PlotView
from tests.domain.plots import invented
from tests.ui.conftest import press

SCALE = 8.0
INKS = (Ink.ONE, Ink.TWO, Ink.THREE, Ink.FOUR)


@pytest.fixture
def page(sample_window: MainWindow) -> PlotsPage:
    sample_window.open_screen(STATISTICS)
    screen = sample_window.screen_open
    assert isinstance(screen, StatisticsScreen)
    screen.tabs.setCurrentWidget(screen.plots)
    return screen.plots


def choose(page: PlotsPage, shown: Shown) -> Plot:
    """Choose a plot; what is shown then."""
    page.choice.setCurrentIndex(page.choice.index_of(shown))
    assert page.pane.plot is not None
    return page.pane.plot


@pytest.mark.parametrize("shown", Shown)
def test_every_plot_stands_over_its_figures(page: PlotsPage, shown: Shown) -> None:
    plot = choose(page, shown)
    assert plot.figures is not None or plot.missing
    assert page.pane.rows.model().rowCount() == len(plot.rows)
    assert page.pane.pages.currentIndex() == (0 if plot.figures is not None else 1)
    assert page.pane.view.accessibleName() == plot.title


def test_arrows_tell_every_figure(qtbot, page: PlotsPage) -> None:
    choose(page, Shown.RECIPIENT)
    view = page.pane.view
    spots = view.drawing.spots
    press(qtbot, view, Qt.Key.Key_Home)
    heard = [page.pane.said.text()]
    for _ in spots[1:]:
        press(qtbot, view, Qt.Key.Key_Right)
        heard.append(page.pane.said.text())
    assert heard == [spot.said for spot in spots]
    assert "2025, Cá nhân: 68" in heard
    press(qtbot, view, Qt.Key.Key_Right)
    assert view.spot == spots[-1]


def test_the_figures_are_copied_for_excel(page: PlotsPage) -> None:
    plot = choose(page, Shown.RECIPIENT)
    page.pane.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == list(plot.heads)
    assert [line.split("\t") for line in lines[1:]] == [list(row) for row in plot.rows]


def test_picture_and_word_file_are_written(
    page: PlotsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, Shown.LEVEL)
    asked = iter([tmp_path / "hinh.png", tmp_path / "hinh.docx"])
    monkeypatch.setattr(messages, "save_file", lambda *_: next(asked))
    page.pane.save_picture()
    page.pane.write_word()
    image = QImage(str(tmp_path / "hinh.png"))
    assert image.width() > 1800
    assert image.pixelColor(0, 0) == Qt.GlobalColor.white
    assert (tmp_path / "hinh.docx").stat().st_size > 5_000


def test_years_the_wrong_way_round_are_told_beside_the_field(page: PlotsPage) -> None:
    choose(page, Shown.SHARES)
    page.last.setCurrentIndex(0)
    page.first.setCurrentIndex(page.first.count() - 1)
    assert not page.problem.isHidden()
    page.first.setCurrentIndex(0)
    assert page.problem.isHidden()


def test_years_without_awards_say_what_is_missing(page: PlotsPage) -> None:
    choose(page, Shown.RECIPIENT)
    page.first.setCurrentIndex(page.first.count() - 1)
    plot = page.pane.plot
    assert plot.figures is None
    assert "chưa có khen thưởng nào trong năm" in plot.missing
    assert not page.pane.save.isEnabled()
    assert not page.pane.word.isEnabled()


def test_a_movement_shows_its_targets_and_units(sample_window: MainWindow) -> None:
    sample_window.open_screen(MOVEMENTS)
    screen = sample_window.screen_open
    assert isinstance(screen, MovementsScreen)
    screen.go_to("PT04")
    screen.tabs.setCurrentWidget(screen.plots)
    assert screen.plots.pane.plot.key == "chi_tieu"
    screen.plots.choice.setCurrentIndex(1)
    assert screen.plots.pane.plot.key == "don_vi"
    assert screen.plots.pane.plot.rows


def test_a_round_shows_where_its_nominations_stay(sample_window: MainWindow) -> None:
    sample_window.open_screen(ROUNDS)
    screen = sample_window.screen_open
    assert isinstance(screen, RoundsScreen)
    screen.proof.show()
    view = screen.proof.stations
    assert view.drawing is None or "đề nghị" in view.drawing.spots[0].said


@pytest.mark.parametrize(("one", "other"), list(combinations(LOOKS, 2)))
def test_kinds_differ_in_grey(one: tuple[Pattern, Ink], other: tuple[Pattern, Ink]) -> None:
    """Two areas differ by their pattern alone: painted in the same ink, turned to grey."""
    first, second = (dark_part(pattern) for pattern, _ in (one, other))
    differing = sum(a != b for a, b in zip(first, second, strict=True))
    assert differing > len(first) / 20


@pytest.mark.parametrize("version", Version)
def test_inks_stand_out_from_their_ground(version: Version) -> None:
    table = TABLES[version]
    for ink in INKS:
        assert contrast(table[ink.value], table[Ink.GROUND.value]) >= 4.5, ink
    assert {one.value for one in Ink} <= set(table)


def test_points_differ_by_shape() -> None:
    shapes = set()
    for sign in Sign:
        sheet = Sheet(plot_painter.measure)
        sheet.sign(sign, 5, 5, Ink.ONE, 3)
        shapes.add(bytes(grey(sheet)))
    assert len(shapes) == len(Sign)


@pytest.mark.parametrize("name", ["bars", "shares", "targets", "stations", "heat"])
def test_words_stand_apart_in_the_letters_of_the_screen(looks: QApplication, name: str) -> None:
    figures = getattr(invented, name)()
    for drawing in draw(figures, 200.0, plot_painter.measure):
        for one, other in combinations(drawing.words, 2):
            assert not one.room.overlaps(other.room), (one, other)


def test_the_theme_changes_the_picture_on_screen_not_that_for_a_file(
    qtbot, looks: QApplication
) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show_plot(Plot("k", "Tên", "", invented.bars(5), ("a",), (("b",),)))
    light, picture = view.grab().toImage(), view.picture(160.0)
    theme.apply(looks, theme.Look.DARK)
    try:
        assert view.grab().toImage().pixelColor(2, 2) == theme.colour("card")
        assert light.pixelColor(2, 2) != theme.colour("card")
        assert view.picture(160.0) == picture
    finally:
        theme.apply(looks, theme.Look.LIGHT)


def grey(sheet: Sheet) -> list[int]:
    """What a sheet of 20 by 10 mm looks like in black and white."""
    image = QImage(round(20 * SCALE), round(10 * SCALE), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    plot_painter.paint(painter, sheet.finish(20, 10), SCALE, plot_painter.on_paper)
    painter.end()
    turned = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [
        int(turned.pixelColor(x, y).value() < 160)
        for y in range(turned.height())
        for x in range(turned.width())
    ]


def dark_part(pattern: Pattern) -> list[int]:
    """A filled area as dark and light."""
    sheet = Sheet(plot_painter.measure)
    sheet.fill(Box(1, 1, 18, 8), pattern, Ink.ONE)
    return grey(sheet)


def contrast(one: str, other: str) -> float:
    """As WCAG counts it."""

    def light(colour: str) -> float:
        shares = [part / 255 for part in bytes.fromhex(colour[1:])]
        linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((light(one), light(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)
