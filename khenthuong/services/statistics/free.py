"""Free tables and series for the screen, papers and plots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from khenthuong import texts
from khenthuong.domain import statistics_free
from khenthuong.domain.kinds import Duty, Gender, RecipientKind, Sector, Subject, UnitKind
from khenthuong.domain.statistics import (
    Dimension,
    Level,
    Manner,
    Note,
    Source,
    Span,
    Table,
    TableDef,
    tally,
)
from khenthuong.domain.statistics_free import UNKNOWN, FreeQuery, Series, free_table
from khenthuong.domain.statistics_tables import YES
from khenthuong.domain.vietnamese import sort_key
from khenthuong.services.statistics import tables
from khenthuong.services.statistics.lines import Gathered, gather
from khenthuong.services.workspace import Workspace

_ENUMS = MappingProxyType(
    {
        Dimension.RECIPIENT: RecipientKind,
        Dimension.LEVEL: Level,
        Dimension.MANNER: Manner,
        Dimension.DUTY: Duty,
        Dimension.SUBJECT: Subject,
        Dimension.GENDER: Gender,
        Dimension.UNIT_KIND: UnitKind,
        Dimension.SECTOR: Sector,
    }
)
_YES_NO = frozenset({Dimension.SMALL, Dimension.ENTERPRISE})


def free(ws: Workspace, query: FreeQuery) -> Table:
    """A free table of awards won; raises UserError where the last year lies before the first."""
    tables.check_span(Span.of_years(query.first, query.last))
    gathered = gather(ws)
    word, order = words(ws, gathered), _order(ws)
    definition = free_table(query, gathered.lines, word, order, texts.say("statistics.total"))
    lines = statistics_free.counted(query, gathered.lines)
    return Table(
        _named(definition, query),
        texts.say("statistics.free_title"),
        _subtitle(query, word),
        tally(_named(definition, query), lines),
        (Note("statistics.note.today"),) if lines else (),
    )


def values(ws: Workspace, dimension: Dimension) -> tuple[tuple[str, str], ...]:
    """The values of a dimension that awards won have, with their words, for a filter."""
    gathered = gather(ws)
    word, order = words(ws, gathered), _order(ws)
    found = {line.facts[dimension] for line in gathered.lines if dimension in line.facts}
    ordered = sorted(found, key=lambda value: order(dimension, value))
    return tuple((value, word(dimension, value)) for value in ordered)


def years(ws: Workspace) -> tuple[int, ...]:
    """The calendar years in which anything was awarded, from the first to this one."""
    found = {
        int(line.facts[Dimension.YEAR]) for line in gather(ws).lines if line.source is Source.WON
    }
    this = ws.today().year
    return tuple(range(min({*found, this}), max({*found, this}) + 1))


def series(ws: Workspace, first: int, last: int) -> Series:
    """Awards per year and kind, and the shares of direct workers and small collectives.

    Raises UserError where the last year lies before the first.
    """
    tables.check_span(Span.of_years(first, last))
    return statistics_free.series(gather(ws).lines, first, last)


def words(ws: Workspace, gathered: Gathered) -> Callable[[Dimension, str], str]:
    """What a value of a dimension is called."""

    def word(dimension: Dimension, value: str) -> str:
        if value == UNKNOWN:
            return texts.say("statistics.unknown")
        kind: type[StrEnum] | None = _ENUMS.get(dimension)
        if kind is not None:
            return texts.label(kind(value))
        if dimension in _YES_NO:
            return texts.say("statistics.yes" if value == YES else "statistics.no")
        if dimension is Dimension.UNIT:
            return gathered.units.get(value, value)
        return ws.award_names.get(value, value) if dimension is Dimension.AWARD else value

    return word


def _order(ws: Workspace) -> Callable[[Dimension, str], tuple[float, bytes]]:
    """Awards by their rank, closed lists in their own order, everything else as Vietnamese."""
    awards = list(ws.rulebook.awards)

    def place(dimension: Dimension, value: str) -> tuple[float, bytes]:
        kind: type[StrEnum] | None = _ENUMS.get(dimension)
        if kind is not None:
            return (list(kind).index(kind(value)), b"")
        if dimension is Dimension.AWARD:
            return (awards.index(value) if value in awards else len(awards), sort_key(value))
        return (0, sort_key(value))

    return place


def _named(definition: TableDef, query: FreeQuery) -> TableDef:
    number, name = definition.heads
    return replace(definition, heads=(number, replace(name, text=texts.label(query.rows))))


def _subtitle(query: FreeQuery, word: Callable[[Dimension, str], str]) -> str:
    shown = str(query.first) if query.first == query.last else f"{query.first} – {query.last}"
    rows, columns = texts.label(query.rows), texts.label(query.columns).lower()
    parts = [texts.say("statistics.free_of", {"rows": rows, "columns": columns})]
    parts.append(texts.say("statistics.free_years", {"years": shown}).lower())
    parts += [
        texts.say(
            "statistics.free_filter",
            {"dimension": texts.label(dimension).lower(), "value": word(dimension, value)},
        )
        for dimension, value in query.filters
    ]
    return "; ".join(parts)
