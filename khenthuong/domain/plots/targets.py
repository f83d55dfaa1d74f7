"""Targets over time: one small picture a target, all alike, the gravest state first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khenthuong.domain.figures import write_figure
from khenthuong.domain.plots.figures import Aim, Reached, TargetPanel, Targets
from khenthuong.domain.plots.legend import write_legend
from khenthuong.domain.plots.marks import (
    SMALL,
    Anchor,
    Area,
    Box,
    Drawing,
    Ink,
    Measure,
    Pattern,
    Sheet,
    Sign,
    corners,
    hatch,
    line_height,
    paragraph_height,
)
from khenthuong.domain.plots.scales import Scale, steps
from khenthuong.domain.plots.states import LOOKS

_LEAST, _APART, _BELOW = 52.0, 5.0, 4.0
_FIELD, _TICK, _SIGN = 26.0, 0.8, 3.4
_DASH, _DOTS = (1.8, 1.0), (0.4, 0.9)
_SWATCH = Box(0.0, 0.0, 7.0, 2.4)
_GROUNDS = 0.02


def draw_targets(
    figures: Targets, width: float, highest: float, measure: Measure
) -> tuple[Drawing, ...]:
    """All panels in one picture or several, none higher than `highest` unless one row is."""
    across = max(1, int((width + _APART) // (_LEAST + _APART)))
    each = (width - _APART * (across - 1)) / across
    rows = [figures.panels[at : at + across] for at in range(0, len(figures.panels), across)]
    done: list[Drawing] = []
    sheet = Sheet(measure)
    top = _legend(sheet, figures, width)
    empty = True
    for row in rows:
        heads = max(_head_height(panel, each, measure) for panel in row)
        high = heads + _FIELD + line_height(SMALL) * 2.5 + _BELOW
        if not empty and top + high > highest:
            done.append(sheet.finish(width, top))
            sheet = Sheet(measure)
            top = _legend(sheet, figures, width)
        for place, panel in enumerate(row):
            _panel(sheet, panel, place * (each + _APART), top, each, heads)
        top, empty = top + high, False
    done.append(sheet.finish(width, top))
    return tuple(done)


def _legend(sheet: Sheet, figures: Targets, width: float) -> float:
    def swatch(place: int, x: float, y: float) -> None:
        middle, right = y + _SWATCH.height / 2, x + _SWATCH.width
        if place == 0:
            sheet.line(((x, middle), (right, middle)), Ink.ONE, 0.4)
            sheet.sign(Sign.ROUND, x + _SWATCH.width / 2, middle, Ink.ONE)
        elif place == 1:
            sheet.sign(Sign.SQUARE, x + _SWATCH.width / 2, middle, Ink.ONE, 1.2)
        else:
            dash = _DASH if place == 2 else _DOTS
            sheet.line(((x, middle), (right, middle)), Ink.TWO, 0.45, dash)

    grows = any(aim.grows for panel in figures.panels for aim in panel.aims)
    return write_legend(sheet, figures.legend[: 4 if grows else 3], width, _SWATCH, swatch)


def _head_height(panel: TargetPanel, width: float, measure: Measure) -> float:
    return (
        paragraph_height(panel.name, width, SMALL, measure, True)
        + paragraph_height(panel.said, width - _SIGN, SMALL, measure)
        + sum(paragraph_height(fact, width, SMALL, measure) for fact in panel.facts)
        + line_height(SMALL) * 0.6
    )


def _panel(
    sheet: Sheet, panel: TargetPanel, x: float, top: float, width: float, heads: float
) -> None:
    under = sheet.paragraph(panel.name, x, top, width, bold=True)
    sign, _, ink = LOOKS[panel.state]
    sheet.sign(sign, x + 1.2, under + line_height(SMALL) / 2, ink)
    under = sheet.paragraph(panel.said, x + _SIGN, under, width - _SIGN)
    for fact in panel.facts:
        under = sheet.paragraph(fact, x, under, width, ink=Ink.SOFT)
    sheet.spot(Box(x, top, width, heads), ". ".join((panel.name, panel.said, *panel.facts)))
    frame = _Frame.around(panel, Box(x, top + heads, width, _FIELD), sheet.measure)
    if frame is None:
        sheet.paragraph(panel.lacks, x, top + heads, width, ink=Ink.SOFT)
        return
    frame.axes(sheet)
    for aim in panel.aims:
        frame.aim(sheet, aim)
    frame.reached(sheet, panel.reached)


@dataclass(frozen=True)
class _Frame:
    """The field of one panel with its two axes."""

    room: Box
    across: Scale
    up: Scale
    ticks: tuple[Decimal, ...]
    days: tuple[date, date]

    @classmethod
    def around(cls, panel: TargetPanel, place: Box, measure: Measure) -> _Frame | None:
        """The axes that hold everything of a panel; None where there is nothing to draw."""
        days = [one.day for one in panel.reached]
        days += [day for aim in panel.aims for day in (aim.start, aim.end)]
        if not days:
            return None
        ticks = steps(*_ends(panel), most=3)
        labels = max(measure(write_figure(tick), SMALL, False) for tick in ticks)
        room = Box(place.x + labels + _TICK + 0.6, place.y, place.width - labels - 3, place.height)
        first, last = min(days), max(days)
        across = Scale(first.toordinal(), last.toordinal(), room.x + 1.5, room.right - 1.5)
        up = Scale(float(ticks[0]), float(ticks[-1]), room.bottom, room.y)
        return cls(room, across, up, ticks, (first, last))

    def axes(self, sheet: Sheet) -> None:
        """Lines of the values, and the first and last day."""
        room = self.room
        for tick in self.ticks:
            y = self.up.at(float(tick))
            sheet.line(((room.x, y), (room.right, y)), Ink.LINE, 0.15)
            middle = y - line_height(SMALL) / 2
            text = write_figure(tick)
            sheet.write(text, room.x - _TICK, middle, ink=Ink.SOFT, anchor=Anchor.RIGHT)
        sheet.line(((room.x, room.bottom), (room.right, room.bottom)), Ink.EDGE, 0.3)
        below = room.bottom + line_height(SMALL) / 2
        first, last = self.days
        sheet.write(_day(first), room.x, below, ink=Ink.SOFT)
        if last != first:
            sheet.write(_day(last), room.right, below, ink=Ink.SOFT, anchor=Anchor.RIGHT)

    def aim(self, sheet: Sheet, aim: Aim) -> None:
        """The planned level, the range above it, and the even share by time of a sum."""
        start, end = (self.across.at(day.toordinal()) for day in (aim.start, aim.end))
        if end - start < 1.5:
            start, end = start - 1.5, end + 1.5
        y = self.up.at(float(aim.level))
        sheet.line(((start, y), (end, y)), Ink.TWO, 0.45, _DASH)
        if aim.high is not None:
            top = self.up.at(float(aim.high))
            band = Box(start, top, end - start, y - top)
            sheet.marks.append(Area(corners(band), None, Ink.TWO, 0.15))
            for points in hatch(band, Pattern.RISING, 1.6):
                sheet.line(points, Ink.TWO, 0.15)
        if aim.grows:
            sheet.line(((start, self.up.at(0)), (end, y)), Ink.TWO, 0.4, _DOTS)
        sheet.spot(Box(start, y - 1, end - start, 2), aim.text)

    def reached(self, sheet: Sheet, found: Sequence[Reached]) -> None:
        """What was reached, with the last value beside its point where there is room."""
        points = [
            (self.across.at(one.day.toordinal()), self.up.at(float(one.value)), one)
            for one in found
        ]
        under_way = [(x, y) for x, y, one in points if not one.whole]
        if len(under_way) > 1:
            sheet.line(under_way, Ink.ONE, 0.4)
        for x, y, one in points:
            sheet.sign(Sign.SQUARE if one.whole else Sign.ROUND, x, y, Ink.ONE, 1.1)
            sheet.spot(Box(x - 2, y - 2, 4, 4), one.said)
        for x, y, one in reversed(points):
            self._value(sheet, x, y, one.text)

    def _value(self, sheet: Sheet, x: float, y: float, text: str) -> None:
        """Beside the point, where nothing is written yet; otherwise only on being asked."""
        wide, high = sheet.measure(text, SMALL, False), line_height(SMALL)
        left = min(max(x - wide / 2, self.room.x + 0.3), self.room.right - wide)
        for top in (y - 1.3 - high, y + 1.3):
            box = Box(left, top, wide, high)
            inside = self.room.y - high <= top and box.bottom <= self.room.bottom + _GROUNDS
            if inside and not _taken(sheet, box):
                sheet.write(text, left, top, backed=True)
                return


def _taken(sheet: Sheet, box: Box) -> bool:
    """Whether words stand there already; the last few hundred marks are those of this panel."""
    return any(one.room.overlaps(box) for one in sheet.finish(0, 0).words)


def _ends(panel: TargetPanel) -> tuple[Decimal, Decimal]:
    """The lowest and highest value of a panel; from nothing where that does not flatten it."""
    values = [one.value for one in panel.reached]
    for aim in panel.aims:
        values += [aim.level, *((aim.high,) if aim.high is not None else ())]
        values += [Decimal(0)] if aim.grows else []
    low, high = min(values), max(values)
    if low == high:
        low = low - abs(low) / 10 if low else low
        high = high + abs(high) / 10 if high else Decimal(1)
    if low >= 0 and low <= (high - low) * 2:
        return Decimal(0), high
    # Nothing lies on the axis itself, where it would not be seen.
    return low - (high - low) / 20, high


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
