"""Shares over the years: lines with markers, values at the points, names at the right end."""

from __future__ import annotations

from collections.abc import Iterator

from khenthuong.domain.plots.figures import ShareLine, SharePoint, Shares
from khenthuong.domain.plots.marks import (
    SMALL,
    Anchor,
    Box,
    Drawing,
    Ink,
    Measure,
    Sheet,
    Sign,
    line_height,
    paragraph_height,
)
from khenthuong.domain.plots.scales import Scale

_FIELD, _TICK, _NAMES, _ABOVE = 58.0, 1.0, 38.0, 1.6
_LOOKS: tuple[tuple[Sign, Ink, tuple[float, float] | None], ...] = (
    (Sign.ROUND, Ink.ONE, None),
    (Sign.SQUARE, Ink.TWO, (1.6, 1.0)),
    (Sign.UP, Ink.THREE, (0.6, 0.8)),
    (Sign.DIAMOND, Ink.FOUR, (3.0, 1.0)),
)
_LEAST_YEAR = 12.5
_TICKS = (0, 20, 40, 60, 80, 100)


def draw_shares(figures: Shares, width: float, measure: Measure) -> Drawing:
    """One picture; more years than fit side by side go into a second band below."""
    sheet = Sheet(measure)
    left = measure("100 %", SMALL, False) + _TICK
    fit = max(1, int((width - left - _NAMES) // _LEAST_YEAR))
    bands = -(-len(figures.years) // fit)
    per = -(-len(figures.years) // bands)
    top = 0.0
    for first in range(0, len(figures.years), per):
        room = Box(left, top + 2 * line_height(SMALL), width - left - _NAMES, _FIELD)
        _band(sheet, figures, range(first, min(first + per, len(figures.years))), room)
        top = room.bottom + _ABOVE + 2 * line_height(SMALL) + _TICK
    return sheet.finish(width, top)


def _band(sheet: Sheet, figures: Shares, years: range, room: Box) -> None:
    scale = Scale(0, 100, room.bottom, room.y)
    for tick in _TICKS:
        y = scale.at(tick)
        sheet.line(((room.x, y), (room.right, y)), Ink.LINE, 0.15)
        where = y - line_height(SMALL) / 2
        sheet.write(f"{tick} %", room.x - _TICK, where, ink=Ink.SOFT, anchor=Anchor.RIGHT)
    each = room.width / len(years)
    centres = {year: room.x + each * (place + 0.5) for place, year in enumerate(years)}
    for year, x in centres.items():
        # Values may stand below the lowest point, so the years stand one line further down.
        under = room.bottom + _ABOVE + line_height(SMALL)
        sheet.write(figures.years[year], x, under, anchor=Anchor.MIDDLE)
    for place, line in enumerate(figures.lines):
        _line(sheet, figures, place, line, centres, scale)
    _values(sheet, figures, centres, scale)
    _names(sheet, figures, centres, scale, room)


def _line(
    sheet: Sheet,
    figures: Shares,
    place: int,
    line: ShareLine,
    centres: dict[int, float],
    scale: Scale,
) -> None:
    sign, ink, dash = _LOOKS[place % len(_LOOKS)]
    for run in _runs(line, centres):
        points = [(centres[year], scale.at(point.value)) for year, point in run]
        if len(points) > 1:
            sheet.line(points, ink, 0.5, dash)
        for (x, y), (year, point) in zip(points, run, strict=True):
            sheet.sign(sign, x, y, ink)
            said = f"{figures.years[year]}, {line.name}: {point.said}"
            sheet.spot(Box(x - 2, y - 2, 4, 4), said)


def _runs(line: ShareLine, years: dict[int, float]) -> Iterator[list[tuple[int, SharePoint]]]:
    """Neighbouring years with a figure; a gap breaks the line."""
    run: list[tuple[int, SharePoint]] = []
    for year in years:
        point = line.points[year]
        if point is not None:
            run.append((year, point))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _values(sheet: Sheet, figures: Shares, centres: dict[int, float], scale: Scale) -> None:
    """The values of a year: the highest above its point, the lowest below, others where free."""
    for year, x in centres.items():
        told = [point for line in figures.lines if (point := line.points[year]) is not None]
        told.sort(key=lambda point: -point.value)
        for place, point in enumerate(told):
            y = scale.at(point.value)
            lowest = place > 0 and place == len(told) - 1
            top = y + _ABOVE if lowest else y - _ABOVE - line_height(SMALL)
            sheet.write(point.text, x, top, anchor=Anchor.MIDDLE, backed=True)


def _names(
    sheet: Sheet, figures: Shares, centres: dict[int, float], scale: Scale, room: Box
) -> None:
    """The name of each line beside its last point, with its marker; pushed apart where close."""
    found: list[tuple[float, int, ShareLine]] = []
    for place, line in enumerate(figures.lines):
        known = [y for year in centres if (y := line.points[year]) is not None]
        high = paragraph_height(line.name, _NAMES - 5, SMALL, sheet.measure)
        if known:
            found.append((scale.at(known[-1].value) - high / 2, place, line))
    top = room.y - 2 * line_height(SMALL)
    for wanted, place, line in sorted(found, key=lambda one: one[:2]):
        start = max(top, wanted)
        sign, ink, _ = _LOOKS[place % len(_LOOKS)]
        sheet.sign(sign, room.right + 2, start + line_height(SMALL) / 2, ink)
        top = sheet.paragraph(line.name, room.right + 4.5, start, _NAMES - 5) + 1
