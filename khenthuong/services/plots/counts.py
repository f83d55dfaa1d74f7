"""Plots of awards: per year and kind, shares over the years, units by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from khenthuong import texts
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.plots.figures import (
    Bars,
    BarSeries,
    Heat,
    HeatCell,
    Plot,
    ShareLine,
    SharePoint,
    Shares,
)
from khenthuong.domain.statistics import Dimension, Level, Line, Manner, Source, Span
from khenthuong.domain.statistics_free import UNKNOWN, Series, Share
from khenthuong.domain.vietnamese import sort_key
from khenthuong.services.statistics import free, tables
from khenthuong.services.statistics.lines import gather
from khenthuong.services.workspace import Workspace

_STRONGEST = 4


class AwardSplit(StrEnum):
    """By what awards are divided in a plot."""

    RECIPIENT = "doi_tuong"
    LEVEL = "cap"
    MANNER = "phuong_thuc"


_KINDS: Mapping[AwardSplit, type[StrEnum]] = {
    AwardSplit.RECIPIENT: RecipientKind,
    AwardSplit.LEVEL: Level,
    AwardSplit.MANNER: Manner,
}


def awards(ws: Workspace, split: AwardSplit, first: int, last: int) -> Plot:
    """Awards won per calendar year and kind; raises UserError where `last` lies before `first`."""
    found = free.series(ws, first, last)
    order = [kind.value for kind in _KINDS[split]]
    counts = _divided(found, split)
    ordered = sorted(counts, key=lambda value: order.index(value) if value in order else len(order))
    series = tuple(
        BarSeries(
            _word(split, value),
            tuple(
                n if whole else None for n, whole in zip(counts[value], found.total, strict=True)
            ),
        )
        for value in ordered
    )
    years = tuple(map(str, found.years))
    told = _years(first, last)
    return Plot(
        f"khen_{split.value}",
        texts.say("plot.years", {"title": texts.label(split), "years": told}),
        texts.say("plot.awards_source"),
        Bars(years, series, texts.say("plot.gap")) if series else None,
        (texts.say("plot.head.year"), *(s.name for s in series), texts.say("plot.head.total")),
        tuple(
            (year, *(_cell(s.values[place]) for s in series), _cell(found.total[place] or None))
            for place, year in enumerate(years)
        ),
        "" if series else texts.say("plot.no_awards", {"years": told}),
    )


def shares(ws: Workspace, first: int, last: int) -> Plot:
    """The shares of direct workers and of small collectives; raises UserError as `awards`."""
    found = free.series(ws, first, last)
    lines = tuple(
        ShareLine(texts.say(f"plot.{key}"), tuple(map(_point, told)))
        for key, told in (("direct", found.direct), ("small", found.small))
    )
    drawn = tuple(line for line in lines if any(line.points))
    told = _years(first, last)
    years = tuple(map(str, found.years))
    return Plot(
        "ty_le",
        texts.say("plot.years", {"title": texts.say("plot.shares"), "years": told}),
        texts.say("plot.shares_source"),
        Shares(years, drawn) if drawn else None,
        (texts.say("plot.head.year"), *(line.name for line in lines)),
        tuple(
            (year, *(point.said if (point := line.points[n]) else "" for line in lines))
            for n, year in enumerate(years)
        ),
        "" if drawn else texts.say("plot.no_shares", {"years": told}),
    )


def unit_years(ws: Workspace, first: int, last: int) -> Plot:
    """How many awards each unit and its people won, year by year; raises UserError as `awards`."""
    tables.check_span(Span.of_years(first, last))
    gathered = gather(ws)
    years = range(first, last + 1)
    won = [
        o
        for o in gathered.lines
        if o.source is Source.WON and o.facts[Dimension.YEAR] in map(str, years)
    ]
    counts = _by_unit(won)
    whole = [sum(line.facts[Dimension.YEAR] == str(year) for line in won) for year in years]
    most = max((n for told in counts.values() for n in told.values()), default=1)
    named = {code: gathered.units.get(code, texts.say("statistics.unknown")) for code in counts}
    rows = tuple(
        (
            named[code],
            tuple(
                _count(counts[code].get(str(year), 0), known, most)
                for year, known in zip(years, whole, strict=True)
            ),
        )
        for code in sorted(counts, key=lambda one: (one == UNKNOWN, sort_key(named[one])))
    )
    told = _years(first, last)
    return Plot(
        "don_vi_nam",
        texts.say("plot.years", {"title": texts.say("plot.unit_years"), "years": told}),
        texts.say("plot.awards_source"),
        Heat(texts.say("plot.unit"), tuple(map(str, years)), rows) if rows else None,
        (texts.say("plot.unit"), *map(str, years)),
        tuple((name, *(cell.text for cell in cells)) for name, cells in rows),
        "" if rows else texts.say("plot.no_awards", {"years": told}),
    )


def _divided(found: Series, split: AwardSplit) -> Mapping[str, Sequence[int]]:
    return {
        AwardSplit.RECIPIENT: found.by_recipient,
        AwardSplit.LEVEL: found.by_level,
        AwardSplit.MANNER: found.by_manner,
    }[split]


def _word(split: AwardSplit, value: str) -> str:
    return (
        texts.say("statistics.unknown") if value == UNKNOWN else texts.label(_KINDS[split](value))
    )


def _cell(value: int | None) -> str:
    return texts.say("plot.gap") if value is None else str(value)


def _point(one: Share) -> SharePoint | None:
    if not one.whole:
        return None
    told = {"text": one.text, "part": one.part, "whole": one.whole}
    return SharePoint(100 * one.part / one.whole, one.text, texts.say("plot.share_said", told))


def _by_unit(won: Sequence[Line]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for line in won:
        of_unit = counts.setdefault(line.facts.get(Dimension.UNIT, UNKNOWN), {})
        year = line.facts[Dimension.YEAR]
        of_unit[year] = of_unit.get(year, 0) + 1
    return counts


def _count(value: int, whole: int, most: int) -> HeatCell:
    if not whole:
        return HeatCell("\u2013", texts.say("plot.gap"))
    level = -(-_STRONGEST * value // most) if value else None
    return HeatCell(str(value), texts.say("plot.count", {"count": value}), level)


def _years(first: int, last: int) -> str:
    if first == last:
        return texts.say("plot.year", {"year": str(first)})
    return texts.say("plot.several_years", {"first": str(first), "last": str(last)})
