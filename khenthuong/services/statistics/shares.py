"""The shares of direct workers and of small collectives among those commended, year by year."""

from __future__ import annotations

from collections.abc import Sequence

from khenthuong import texts
from khenthuong.domain.kinds import Checked, Duty, RecipientKind
from khenthuong.domain.statistics import (
    Column,
    Dimension,
    Figure,
    FilledRow,
    Line,
    Measure,
    Note,
    Row,
    Source,
    Span,
    Table,
    TableDef,
    Where,
    number_text,
)
from khenthuong.domain.statistics_free import Share
from khenthuong.domain.statistics_tables import YES, both, where
from khenthuong.services.statistics import free, tables
from khenthuong.services.statistics.lines import gather
from khenthuong.services.workspace import Workspace

_ROWS = (
    ("direct", both(where(RECIPIENT=RecipientKind.PERSON), where(DUTY=Duty.DIRECT))),
    ("small", both(where(RECIPIENT=RecipientKind.UNIT), where(SMALL=YES))),
)


def shares(ws: Workspace, first: int, last: int) -> Table:
    """A row a share, three columns a year: how many, of how many, percent.

    Raises UserError where the last year lies before the first.
    """
    tables.check_span(Span.of_years(first, last))
    found = free.series(ws, first, last)
    won = [line for line in gather(ws).lines if line.source is Source.WON]
    rows = [
        _row(place, key, test, told, won)
        for place, ((key, test), told) in enumerate(
            zip(_ROWS, (found.direct, found.small), strict=True), start=1
        )
    ]
    years = f"{first} – {last}" if first != last else str(first)
    return Table(
        _definition(found.years, [row.row for row in rows]),
        texts.say("statistics.shares_title"),
        texts.say("statistics.free_years", {"years": years}),
        tuple(rows),
        (Note("statistics.note.today"), *_unknown(found.direct)),
    )


def _definition(years: Sequence[int], rows: Sequence[Row]) -> TableDef:
    columns = [
        Column(f"{year}_{part}", measure, text=f"{year}|{texts.say(f'statistics.share_{part}')}")
        for year in years
        for part, measure in (
            ("part", Measure.COUNT),
            ("whole", Measure.COUNT),
            ("text", Measure.SHARE),
        )
    ]
    heads = (
        Column("1", Measure.TEXT, text="STT"),
        Column("2", Measure.TEXT, text=texts.say("statistics.share_what")),
    )
    return TableDef("ty_le", tuple(columns), tuple(rows), heads, checked=Checked.TEXT)


def _row(
    place: int, key: str, test: Where, told: Sequence[Share], won: Sequence[Line]
) -> FilledRow:
    figures: list[Figure] = []
    for one in told:
        of_year = [line for line in won if line.facts[Dimension.YEAR] == str(one.year)]
        mine = tuple(line for line in of_year if line.passes(test))
        all_of = tuple(line for line in of_year if line.passes(_all_of(test)))
        figures += (
            Figure(number_text(one.part), one.part, mine),
            Figure(number_text(one.whole), one.whole, all_of),
            Figure(one.text, None, mine),
        )
    return FilledRow(
        Row(key, marks=(str(place), texts.say(f"statistics.{key}_share"))), tuple(figures)
    )


def _all_of(test: Where) -> Where:
    """Everybody who is classified in the dimension of the test."""
    kinds = tuple(Duty) if test[1][0] is Dimension.DUTY else (YES, "khong")
    return (test[0], (test[1][0], kinds))


def _unknown(told: Sequence[Share]) -> tuple[Note, ...]:
    count = sum(one.unknown for one in told)
    return (Note("statistics.note.no_duty", {"count": count}),) if count else ()
