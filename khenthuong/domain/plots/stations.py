"""The path of a round: how many nominations stay at each station, and whose they are."""

from __future__ import annotations

from khenthuong.domain.plots.figures import StationBar, Stations
from khenthuong.domain.plots.marks import (
    NORMAL,
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

_NAME, _BAR_PART, _GAP, _BAR = 30.0, 0.30, 2.4, 4.6


def draw_stations(figures: Stations, width: float, measure: Measure) -> Drawing:
    """Stations from top to bottom: name, bar with its number, who stays there."""
    sheet = Sheet(measure)
    longest = max((bar.count for bar in figures.bars), default=0)
    room = (width - _NAME) * _BAR_PART
    top = 0.0
    for bar in figures.bars:
        top = _station(sheet, bar, top, width, room, longest) + _GAP
        sheet.line(((0.0, top - _GAP / 2), (width, top - _GAP / 2)), Ink.LINE, 0.15)
    sheet.line(((_NAME, 0.0), (_NAME, max(top - _GAP, 1.0))), Ink.EDGE, 0.3)
    return sheet.finish(width, top)


def _station(
    sheet: Sheet, bar: StationBar, top: float, width: float, room: float, longest: int
) -> float:
    """One station; where it ends below."""
    at = _NAME + room + sheet.measure(str(longest), NORMAL, True) + 5
    who = "; ".join((*bar.who, *((bar.more,) if bar.more else ())))
    beside = width - at
    high = max(
        _BAR,
        paragraph_height(bar.name, _NAME - 2, SMALL, sheet.measure, True),
        paragraph_height(who, beside, SMALL, sheet.measure),
    )
    sheet.paragraph(bar.name, 0.0, top + 0.3, _NAME - 2, bold=True)
    wide = room * bar.count / longest if bar.count else 0.0
    if bar.count:
        sheet.fill(Box(_NAME, top + 0.2, wide, _BAR), Pattern.RISING, Ink.ONE)
    middle = top + (_BAR + 0.4 - line_height(NORMAL)) / 2
    sheet.write(str(bar.count), _NAME + wide + 1.5, middle, NORMAL, bold=True, anchor=Anchor.LEFT)
    sheet.paragraph(who, at, top + 0.3, beside, ink=Ink.SOFT)
    sheet.spot(Box(0.0, top, width, high), bar.said)
    return top + high
