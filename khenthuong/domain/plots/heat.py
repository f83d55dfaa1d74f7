"""Units by result: a table whose cells say their word or number on a ground seen from afar.

The ground is a strip with a pattern at the left of the cell, so that the words stay on plain
paper; columns that do not fit go into another block below, rows into another picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khenthuong.domain.plots.figures import Heat, HeatCell
from khenthuong.domain.plots.marks import (
    SMALL,
    Area,
    Box,
    Drawing,
    Ink,
    Measure,
    Pattern,
    Sheet,
    corners,
    hatch,
    line_height,
    paragraph_height,
)
from khenthuong.domain.plots.states import LOOKS

_NAME_PART, _LEAST_NAME = 0.26, 34.0
_STRIP, _PAD, _APART = 3.0, 0.9, 4.0
_NARROW, _WIDE = 10.0, 24.0
_SHORT = 5
_LEVELS = (Pattern.EMPTY, Pattern.LEVEL, Pattern.RISING, Pattern.CROSS, Pattern.SOLID)

Row = tuple[str, tuple[HeatCell, ...]]


@dataclass
class _Page:
    """A picture being filled."""

    sheet: Sheet
    top: float = 0.0


def draw_heat(figures: Heat, width: float, highest: float, measure: Measure) -> tuple[Drawing, ...]:
    """The table in one picture or several, none higher than `highest` unless one row is."""
    done: list[Drawing] = []
    page = _Page(Sheet(measure))
    for columns in _blocks(figures, width, measure):
        grid = _Grid(figures, columns, width, measure)
        begun = False
        for row in figures.rows:
            high = grid.height(row)
            needed = high if begun else high + grid.head_height()
            if page.top and page.top + needed > highest:
                done.append(page.sheet.finish(width, page.top))
                page, begun = _Page(Sheet(measure)), False
            if not begun:
                page.top, begun = grid.head(page.sheet, page.top), True
            page.top = grid.row(page.sheet, row, page.top, high)
        page.top += _APART
    done.append(page.sheet.finish(width, page.top))
    return tuple(done)


def _blocks(figures: Heat, width: float, measure: Measure) -> Iterator[range]:
    """Columns that fit side by side."""
    room = width - _name_width(width)
    short = all(len(cell.text) <= _SHORT for _, cells in figures.rows for cell in cells)
    wordy = max((measure(w, SMALL, True) for c in figures.columns for w in c.split()), default=0)
    least = max(_NARROW if short else _WIDE, wordy + 2 * _PAD)
    fit = max(1, int(room // least))
    count = len(figures.columns)
    blocks = -(-count // fit)
    per = -(-count // blocks)
    for first in range(0, count, per):
        yield range(first, min(first + per, count))


def _name_width(width: float) -> float:
    return max(_LEAST_NAME, width * _NAME_PART)


class _Grid:
    """Some of the columns, as wide as the picture allows."""

    def __init__(self, figures: Heat, columns: range, width: float, measure: Measure) -> None:
        self.figures, self.columns, self.measure = figures, columns, measure
        self.name = _name_width(width)
        self.each = min((width - self.name) / len(columns), 2 * _WIDE)

    @property
    def _inside(self) -> float:
        return self.each - _STRIP - 2 * _PAD

    def head_height(self) -> float:
        """How high the line of heads is."""
        heads = [
            self._high(self.figures.columns[c], self.each - 2 * _PAD, True) for c in self.columns
        ]
        return max(heads, default=0) + 2 * _PAD

    def height(self, row: Row) -> float:
        """How high a row becomes."""
        name, cells = row
        highs = [self._high(cells[column].text, self._inside, False) for column in self.columns]
        return max(self._high(name, self.name - _PAD, False), *highs, line_height(SMALL)) + 2 * _PAD

    def _high(self, text: str, width: float, bold: bool) -> float:
        return sum(
            paragraph_height(part, width, SMALL, self.measure, bold) for part in text.split("\n")
        )

    def head(self, sheet: Sheet, top: float) -> float:
        """Write the heads; where they end."""
        high = self.head_height()
        sheet.paragraph(self.figures.corner, 0.0, top + _PAD, self.name - _PAD, bold=True)
        for place, column in enumerate(self.columns):
            x, wide = self.name + place * self.each + 0.4, self.each - 2 * _PAD
            sheet.paragraph(self.figures.columns[column], x, top + _PAD, wide, bold=True)
        right = self.name + self.each * len(self.columns)
        sheet.line(((0.0, top + high), (right, top + high)), Ink.EDGE, 0.3)
        return top + high

    def row(self, sheet: Sheet, row: Row, top: float, high: float) -> float:
        """Write one row; where it ends."""
        name, cells = row
        sheet.paragraph(name, 0.0, top + _PAD, self.name - _PAD)
        for place, column in enumerate(self.columns):
            box = Box(self.name + place * self.each, top, self.each, high)
            self._cell(sheet, cells[column], box)
            sheet.spot(box, f"{name}, {self.figures.columns[column]}: {cells[column].said}")
        right = self.name + self.each * len(self.columns)
        sheet.line(((0.0, top + high), (right, top + high)), Ink.LINE, 0.15)
        return top + high

    def _cell(self, sheet: Sheet, cell: HeatCell, box: Box) -> None:
        look = _look(cell)
        if look is not None:
            strip = Box(box.x + 0.4, box.y + 0.5, _STRIP - 0.4, box.height - 1.0)
            _strip(sheet, strip, *look)
        top = box.y + _PAD
        for part in cell.text.split("\n"):
            top = sheet.paragraph(part, box.x + _STRIP + _PAD, top, self._inside)


def _look(cell: HeatCell) -> tuple[Pattern, Ink] | None:
    if cell.state is not None:
        return LOOKS[cell.state][1:]
    if cell.level is not None:
        return _LEVELS[cell.level], Ink.ONE
    return None


def _strip(sheet: Sheet, box: Box, pattern: Pattern, ink: Ink) -> None:
    solid = pattern is Pattern.SOLID
    sheet.marks.append(Area(corners(box), ink if solid else Ink.GROUND, ink, 0.2))
    lines: Sequence[tuple[tuple[float, float], tuple[float, float]]] = tuple(
        hatch(box, pattern, 0.9)
    )
    for points in lines:
        sheet.line(points, ink, 0.25)
