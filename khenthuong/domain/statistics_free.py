"""Free tables and series: awards won, by any two of their dimensions, and year by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from khenthuong.domain.kinds import Checked, Duty, RecipientKind
from khenthuong.domain.statistics import (
    Column,
    Dimension,
    Line,
    Measure,
    Row,
    RowKind,
    Source,
    TableDef,
    Where,
    share,
)

UNKNOWN = ""
"""The value of a dimension of which nothing is known."""
CHOICES = (
    Dimension.AWARD,
    Dimension.RECIPIENT,
    Dimension.LEVEL,
    Dimension.MANNER,
    Dimension.DUTY,
    Dimension.SUBJECT,
    Dimension.GENDER,
    Dimension.ETHNIC,
    Dimension.UNIT,
    Dimension.UNIT_KIND,
    Dimension.SECTOR,
    Dimension.SMALL,
    Dimension.ENTERPRISE,
    Dimension.YEAR,
)
"""What rows, columns and filters of a free table may be."""
_OF_PERSONS = frozenset({Dimension.DUTY, Dimension.SUBJECT, Dimension.GENDER, Dimension.ETHNIC})
_OF_UNITS = frozenset({Dimension.SMALL})


@dataclass(frozen=True)
class FreeQuery:
    """What a free table shows: awards won in years, by rows and columns, of those that pass."""

    rows: Dimension
    columns: Dimension
    first: int
    last: int
    filters: tuple[tuple[Dimension, str], ...] = ()


Words = Callable[[Dimension, str], str]
Order = Callable[[Dimension, str], tuple[float, bytes]]


def counted(query: FreeQuery, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The awards a free table counts; a dimension that says nothing of a line is unknown.

    Only persons are men or women, leaders or not: by such a dimension the others are left out.
    """
    tests: Where = tuple((dimension, (value,)) for dimension, value in query.filters)
    asked = (query.rows, query.columns, *(dimension for dimension, _ in query.filters))
    found = (
        _filled(line, asked)
        for line in lines
        if line.source is Source.WON and _concerned(line, asked)
    )
    years = range(query.first, query.last + 1)
    return tuple(
        line for line in found if int(line.facts[Dimension.YEAR]) in years and line.passes(tests)
    )


def _concerned(line: Line, asked: Sequence[Dimension]) -> bool:
    kind = line.facts.get(Dimension.RECIPIENT)
    return all(
        (dimension not in _OF_PERSONS or kind == RecipientKind.PERSON)
        and (dimension not in _OF_UNITS or kind == RecipientKind.UNIT)
        for dimension in asked
    )


def _filled(line: Line, asked: Sequence[Dimension]) -> Line:
    missing = {dimension: UNKNOWN for dimension in asked if dimension not in line.facts}
    return replace(line, facts={**line.facts, **missing}) if missing else line


def free_table(
    query: FreeQuery, lines: Iterable[Line], words: Words, order: Order, total: str
) -> TableDef:
    """The definition of a free table: a row and a column for each value found, and their sums."""
    found = counted(query, lines)
    across = _values(query, query.columns, found, order)
    columns = [
        Column(
            value or "?",
            Measure.COUNT,
            ((query.columns, (value,)),),
            text=words(query.columns, value),
        )
        for value in across
    ]
    rows = [
        Row(
            value or "?",
            where=((query.rows, (value,)),),
            marks=(str(place), words(query.rows, value)),
        )
        for place, value in enumerate(_values(query, query.rows, found, order), start=1)
    ]
    return TableDef(
        "tu_chon",
        (*columns, Column("cong", text=total)),
        (*rows, Row("cong", RowKind.TOTAL, marks=("", total))),
        (Column("1", Measure.TEXT, text="STT"), Column("2", Measure.TEXT)),
        checked=Checked.TEXT,
    )


def _values(
    query: FreeQuery, dimension: Dimension, lines: Iterable[Line], order: Order
) -> list[str]:
    """The values found, in their order; of years all that are asked for, empty or not."""
    if dimension is Dimension.YEAR:
        return [str(year) for year in range(query.first, query.last + 1)]
    found = {line.facts[dimension] for line in lines}
    known = sorted(found - {UNKNOWN}, key=lambda value: order(dimension, value))
    return [*known, UNKNOWN] if UNKNOWN in found else known


@dataclass(frozen=True)
class Share:
    """How many of those classified belong to a group in a year; `unknown` are not classified."""

    year: int
    part: int
    whole: int
    unknown: int = 0

    @property
    def text(self) -> str:
        """«65,2 %»; nothing where nobody was classified."""
        return share(self.part, self.whole)


@dataclass(frozen=True)
class Series:
    """Awards won per year: totals, by kind of recipient, level and phương thức, and two shares.

    Every tuple has one count a year, in the order of `years`; the key UNKNOWN counts those of
    which the books do not tell. `direct` is about persons, `small` about units.
    """

    years: tuple[int, ...]
    total: tuple[int, ...]
    by_recipient: Mapping[str, tuple[int, ...]]
    by_level: Mapping[str, tuple[int, ...]]
    by_manner: Mapping[str, tuple[int, ...]]
    direct: tuple[Share, ...]
    small: tuple[Share, ...]


def series(lines: Iterable[Line], first: int, last: int) -> Series:
    """The figures of the calendar years from `first` to `last`, both included."""
    years = tuple(range(first, last + 1))
    won = [line for line in lines if line.source is Source.WON]
    of_year = [[line for line in won if line.facts[Dimension.YEAR] == str(y)] for y in years]
    return Series(
        years,
        tuple(len(lines_) for lines_ in of_year),
        _divided(of_year, Dimension.RECIPIENT),
        _divided(of_year, Dimension.LEVEL),
        _divided(of_year, Dimension.MANNER),
        _shares(years, of_year, RecipientKind.PERSON, Dimension.DUTY, Duty.DIRECT),
        _shares(years, of_year, RecipientKind.UNIT, Dimension.SMALL, "co"),
    )


def _divided(
    of_year: Sequence[Sequence[Line]], dimension: Dimension
) -> Mapping[str, tuple[int, ...]]:
    told = [[line.facts.get(dimension, UNKNOWN) for line in lines] for lines in of_year]
    values = sorted({value for year in told for value in year})
    return {value: tuple(year.count(value) for year in told) for value in values}


def _shares(
    years: Sequence[int],
    of_year: Sequence[Sequence[Line]],
    kind: RecipientKind,
    dimension: Dimension,
    value: str,
) -> tuple[Share, ...]:
    made: list[Share] = []
    for year, lines in zip(years, of_year, strict=True):
        told = [
            line.facts.get(dimension)
            for line in lines
            if line.facts.get(Dimension.RECIPIENT) == kind
        ]
        unknown = told.count(None)
        made.append(Share(year, told.count(value), len(told) - unknown, unknown))
    return tuple(made)
