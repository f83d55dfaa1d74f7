"""Marks are judged as they lie: nothing overlaps, nothing is cut, gaps stay gaps."""

import math
from itertools import combinations

import pytest

from khenthuong.documents.emf import measure
from khenthuong.domain.plots import bars as bar_plot
from khenthuong.domain.plots.drawing import draw
from khenthuong.domain.plots.figures import Figures
from khenthuong.domain.plots.marks import (
    SMALL,
    Area,
    Box,
    Drawing,
    Ink,
    Line,
    Pattern,
    corners,
    hatch,
    pieces,
    wrapped,
)
from khenthuong.domain.plots.states import LOOKS
from khenthuong.domain.targets import TargetState
from tests.domain.plots import invented

HIGHEST = 200.0
FIGURES = {
    "bars": invented.bars(),
    "shares": invented.shares(),
    "targets": invented.targets(),
    "stations": invented.stations(),
    "heat": invented.heat(),
}


@pytest.mark.parametrize("width", [110.0, 160.0, 240.0])
@pytest.mark.parametrize("name", FIGURES)
def test_words_stand_apart_and_inside(name: str, width: float) -> None:
    for drawing in draw(FIGURES[name], width, measure, HIGHEST):
        assert drawing.words
        for one, other in combinations(drawing.words, 2):
            assert not one.room.overlaps(other.room), (one, other)
        for one in drawing.words:
            assert one.size >= SMALL
            assert -0.01 <= one.room.x < one.room.right <= width + 0.01, one
            assert -0.01 <= one.room.y < one.room.bottom <= drawing.height + 0.5, one


@pytest.mark.parametrize("name", ["targets", "heat"])
def test_pictures_of_many_parts_are_cut_to_pages(name: str) -> None:
    found = draw(FIGURES[name], 160.0, measure, HIGHEST)
    assert len(found) > 1
    assert all(0 < one.height <= HIGHEST + 5 for one in found)
    assert len(draw(FIGURES[name], 160.0, measure)) == 1


def test_every_long_name_is_there_whole() -> None:
    found = draw(invented.targets(), 160.0, measure, HIGHEST)
    written = " ".join(words.text for one in found for words in one.words)
    assert all(panel.name in written for panel in invented.targets().panels)
    table = " ".join(
        w.text for one in draw(invented.heat(), 240.0, measure, 130) for w in one.words
    )
    assert all(name in table for name, _ in invented.heat().rows)


def test_a_year_the_books_do_not_know_is_a_gap_not_nothing() -> None:
    drawing = only(invented.bars(years=5, gap=2))
    said = [spot.said for spot in drawing.spots]
    assert "2017: sổ không có" in said
    assert not [text for text in said if text.startswith("2017,")]
    assert "2015, Tập thể: 0" in said
    assert len([words for words in drawing.words if words.text == "sổ không có"]) == 1


def test_a_line_breaks_at_a_gap() -> None:
    whole, broken = (only(invented.shares(years=6, gap=gap)) for gap in (99, 2))
    assert len(lines_of(broken)) == len(lines_of(whole)) + 2
    assert sorted(len(line.points) for line in lines_of(broken)) == [2, 2, 3, 3]


def test_series_differ_without_colour() -> None:
    patterns = [pattern for pattern, _ in bar_plot.LOOKS]
    assert len(set(patterns)) == len(patterns) == len(Pattern)
    looks = {(sign, pattern) for sign, pattern, _ in LOOKS.values()}
    assert len(looks) == len(LOOKS) == len(TargetState)
    assert len({pattern for _, pattern, _ in LOOKS.values()}) == len(TargetState)


@pytest.mark.parametrize("pattern", Pattern)
def test_a_pattern_stays_in_its_box(pattern: Pattern) -> None:
    box = Box(3, 4, 17, 9)
    for points in hatch(box, pattern):
        for x, y in points:
            assert box.x - 0.001 <= x <= box.right + 0.001
            assert box.y - 0.001 <= y <= box.bottom + 0.001
    lines = list(hatch(box, pattern))
    assert bool(lines) == (pattern not in (Pattern.SOLID, Pattern.EMPTY))


def test_dashes_cover_their_share_of_a_line() -> None:
    line = Line(((0, 0), (10, 0), (10, 10)), Ink.ONE, 0.2, (1.0, 1.0))
    drawn = sum(math.dist(*points) for points in pieces(line))
    assert drawn == pytest.approx(10.0)


def test_a_bar_is_as_high_as_its_count() -> None:
    drawing = only(invented.bars(years=2, gap=9))
    solid = [m for m in drawing.marks if isinstance(m, Area) and m.fill is not Ink.GROUND]
    # The first is the legend's sample; «Tập thể» has nothing in 2015 and seven in 2016.
    heights = [round(one.points[2][1] - one.points[0][1], 3) for one in solid[1:]]
    scale = 44.0 / 100
    assert heights == [pytest.approx(7 * scale, abs=0.01)]


def test_wrapping_keeps_every_word() -> None:
    lines = wrapped(invented.LONG, 40, SMALL, measure)
    assert " ".join(lines) == invented.LONG
    assert all(measure(line, SMALL, False) <= 40 for line in lines)
    assert corners(Box(0, 0, 1, 2))[2] == (1, 2)


def only(figures: Figures) -> Drawing:
    """The one picture of figures."""
    (drawing,) = draw(figures, 160.0, measure)
    return drawing


def lines_of(drawing: Drawing) -> list[Line]:
    """The lines of series."""
    return [m for m in drawing.marks if isinstance(m, Line) and m.width == 0.5]
