"""Counts per year and kind: bars side by side, told apart by pattern, each with its number."""

from __future__ import annotations

from khenthuong.domain.plots.figures import Bars
from khenthuong.domain.plots.legend import write_legend
from khenthuong.domain.plots.marks import (
    SMALL,
    Anchor,
    Box,
    Drawing,
    Ink,
    Measure,
    Pattern,
    Sheet,
    line_height,
    paragraph_height,
)
from khenthuong.domain.plots.scales import Scale, whole_steps

LOOKS = (
    (Pattern.SOLID, Ink.ONE),
    (Pattern.EMPTY, Ink.TWO),
    (Pattern.RISING, Ink.THREE),
    (Pattern.CROSS, Ink.FOUR),
    (Pattern.LEVEL, Ink.ONE),
    (Pattern.FALLING, Ink.TWO),
    (Pattern.UPRIGHT, Ink.THREE),
    (Pattern.GRID, Ink.FOUR),
)
"""Pattern and ink of the first, second … kind; the patterns alone tell them apart."""
_FIELD, _AXIS_GAP, _LEAST_BAR, _MOST_BAR = 44.0, 2.0, 4.2, 11.0
_BETWEEN, _UNDER, _TICK = 5.0, 3.0, 1.0
_SWATCH = Box(0.0, 0.0, 6.0, 2.6)


def draw_bars(figures: Bars, width: float, measure: Measure) -> Drawing:
    """One picture; more years than fit side by side go into a second band below."""
    sheet = Sheet(measure)
    top = _legend(sheet, figures, width)
    highest = max((v for s in figures.series for v in s.values if v is not None), default=0)
    ticks = whole_steps(highest)
    left = measure(str(ticks[-1]), SMALL, False) + _AXIS_GAP
    bar = _bar_width(figures, measure)
    each = bar * len(figures.series) + _BETWEEN
    fit = max(1, int((width - left) // each))
    bands = -(-len(figures.years) // fit)
    per = -(-len(figures.years) // bands)
    for first in range(0, len(figures.years), per):
        room = Box(left, top + line_height(SMALL), width - left, _FIELD)
        _band(sheet, figures, range(first, min(first + per, len(figures.years))), room, ticks)
        top = room.bottom + _year_height(figures, room.width / per, measure) + _UNDER
    return sheet.finish(width, top)


def _bar_width(figures: Bars, measure: Measure) -> float:
    shown = (str(v) for s in figures.series for v in s.values if v is not None)
    return max(_LEAST_BAR, max((measure(text, SMALL, False) for text in shown), default=0) + 0.8)


def _year_height(figures: Bars, width: float, measure: Measure) -> float:
    gap = paragraph_height(figures.gap, width - 1, SMALL, measure)
    return _TICK + line_height(SMALL) + (gap if _has_gap(figures) else 0.0)


def _has_gap(figures: Bars) -> bool:
    return any(value is None for series in figures.series for value in series.values)


def _legend(sheet: Sheet, figures: Bars, width: float) -> float:
    def swatch(place: int, x: float, y: float) -> None:
        pattern, ink = LOOKS[place % len(LOOKS)]
        sheet.fill(Box(x, y, _SWATCH.width, _SWATCH.height), pattern, ink)

    names = [series.name for series in figures.series]
    return write_legend(sheet, names, width, _SWATCH, swatch)


def _band(sheet: Sheet, figures: Bars, years: range, room: Box, ticks: tuple[int, ...]) -> None:
    scale = Scale(0, ticks[-1], room.bottom, room.y)
    for tick in ticks:
        y = scale.at(tick)
        sheet.line(((room.x, y), (room.right, y)), Ink.LINE, 0.15)
        middle = y - line_height(SMALL) / 2
        sheet.write(str(tick), room.x - _TICK, middle, ink=Ink.SOFT, anchor=Anchor.RIGHT)
    each = room.width / len(years)
    bar = min(_MOST_BAR, (each - _BETWEEN) / len(figures.series))
    for place, year in enumerate(years):
        centre = room.x + each * (place + 0.5)
        _year(sheet, figures, year, centre, bar, scale)
        _year_name(sheet, figures, year, centre, each, room.bottom + _TICK)
    sheet.line(((room.x, room.bottom), (room.right, room.bottom)), Ink.EDGE, 0.3)


def _year(sheet: Sheet, figures: Bars, year: int, centre: float, bar: float, scale: Scale) -> None:
    left = centre - bar * len(figures.series) / 2
    for number, series in enumerate(figures.series):
        value = series.values[year]
        if value is None:
            continue
        top = scale.at(value)
        box = Box(left + number * bar + 0.3, top, bar - 0.6, scale.start - top)
        if value:
            pattern, ink = LOOKS[number % len(LOOKS)]
            sheet.fill(box, pattern, ink)
        above = top - line_height(SMALL)
        middle = box.x + box.width / 2
        label = sheet.write(str(value), middle, above, anchor=Anchor.MIDDLE, backed=True)
        whole = Box(box.x, label.y, box.width, scale.start - label.y)
        sheet.spot(whole, f"{figures.years[year]}, {series.name}: {value}")


def _year_name(
    sheet: Sheet, figures: Bars, year: int, centre: float, wide: float, top: float
) -> None:
    room = sheet.write(figures.years[year], centre, top, anchor=Anchor.MIDDLE)
    if all(series.values[year] is None for series in figures.series):
        sheet.paragraph(
            figures.gap, centre, room.bottom, wide - 1, ink=Ink.SOFT, anchor=Anchor.MIDDLE
        )
        sheet.spot(room, f"{figures.years[year]}: {figures.gap}")
