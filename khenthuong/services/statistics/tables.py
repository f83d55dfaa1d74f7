"""The statutory tables of a year or period, computed from the books, with what they cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from khenthuong import texts
from khenthuong.domain.kinds import Checked, RecipientKind
from khenthuong.domain.statistics import (
    Column,
    Dimension,
    FilledRow,
    Line,
    Measure,
    Note,
    Row,
    RowKind,
    Source,
    Span,
    Table,
    TableDef,
    millions,
    number_text,
    outside,
    tally,
    without,
)
from khenthuong.domain.statistics_tables import TABLES, where
from khenthuong.domain.vietnamese import sort_key
from khenthuong.errors import UserError
from khenthuong.services.statistics.lines import STATE_BUDGET, Gathered, gather, of_household
from khenthuong.services.workspace import Workspace

_PERSON = where(RECIPIENT=RecipientKind.PERSON)
_WON = where(SOURCE=Source.WON)
_BY_AWARD = frozenset({"01", "03", "03_xa"})
_BY_CODE = frozenset({"0602", "0603"})
_SPENDING = ("6", "7", "8", "9", "10", "11")


@dataclass(frozen=True)
class Offered:
    """A table that can be made: its label («Biểu mẫu số 01»), title, and how sure we are."""

    id: str
    label: str
    title: str
    checked: Checked


def offered() -> tuple[Offered, ...]:
    """Every statutory table in its order."""
    return tuple(
        Offered(one.id, _say(one.id, "label"), _say(one.id, "title"), one.checked)
        for one in TABLES.values()
    )


def statutory(ws: Workspace, table: str, span: Span) -> Table:
    """One table of a period; raises UserError for a table we do not know."""
    if table not in TABLES:
        raise UserError("statistics.unknown_table", table=table, known=", ".join(TABLES))
    return _compute(ws, TABLES[table], span, gather(ws))


def every(ws: Workspace, span: Span) -> tuple[Table, ...]:
    """All tables of a period; the books are read once."""
    check_span(span)
    gathered = gather(ws)
    return tuple(_compute(ws, one, span, gathered) for one in TABLES.values())


def check_span(span: Span) -> None:
    """Raise UserError where a period ends before it begins."""
    if span.last < span.first:
        raise UserError("statistics.bad_span", first=span.first, last=span.last)


def period_words(span: Span) -> str:
    """«Năm 2025», or from which day to which."""
    if span.year is not None:
        return texts.say("statistics.in_year", {"year": str(span.year)})
    return texts.say("statistics.in_span", {"first": span.first, "last": span.last})


def _compute(ws: Workspace, definition: TableDef, span: Span, gathered: Gathered) -> Table:
    check_span(span)
    lines = gathered.period(span)
    if definition.id == "05" and span == Span.of_years(span.first.year, span.last.year):
        # An entry belongs to the year it is booked in, whatever the day on its voucher.
        booked = range(span.first.year, span.last.year + 1)
        lines = tuple(line for line in gathered.lines if line.year.end in booked)
    about = [line for line in lines if line.passes(definition.base)]
    added = _added_rows(ws, definition, about)
    worded = _in_words(definition, added)
    rows = tally(worded, lines)
    notes = (*_NOTES[definition.id](worded, about, gathered, lines, rows), *_common(definition))
    return Table(
        worded,
        _say(definition.id, "title"),
        period_words(span),
        rows,
        notes,
        _say(definition.id, "label"),
        _unit(definition.id),
    )


def _say(table: str, what: str) -> str:
    return texts.say(f"statistics.{table}.{what}")


def _unit(table: str) -> str:
    code = f"statistics.unit.{table}"
    return texts.say(code) if texts.knows(code) else ""


def _in_words(definition: TableDef, added: Sequence[Row]) -> TableDef:
    """The definition with its heads and rows in words, added rows, and its total line."""
    rows = [_worded(row, len(definition.heads)) for row in definition.rows]
    rows = [*rows, *added]
    if definition.total_label:
        number, label = definition.total_label
        marks = (number, texts.say(f"statistics.row.{label}"))
        rows.append(Row("cong", RowKind.TOTAL, marks=marks))
    return replace(
        definition,
        rows=tuple(rows),
        columns=tuple(_headed(definition.id, one) for one in definition.columns),
        heads=tuple(_headed(definition.id, one) for one in definition.heads),
    )


def _headed(table: str, column: Column) -> Column:
    return replace(column, text=texts.say(f"statistics.{table}.{column.key}"))


def _worded(row: Row, heads: int) -> Row:
    """The row's marks in words: the name is a code of `texts`, numbers stay."""
    name = row.marks.index(row.key) if row.key in row.marks else -1
    marks = [
        texts.say(f"statistics.row.{mark}") if place == name else _mark(mark)
        for place, mark in enumerate(row.marks)
    ]
    return replace(row, marks=tuple(marks + [""] * (heads - len(marks))))


def _mark(mark: str) -> str:
    code = f"statistics.mark.{mark}"
    return texts.say(code) if mark and texts.knows(code) else mark


def _added_rows(ws: Workspace, definition: TableDef, about: Sequence[Line]) -> list[Row]:
    """A row for everything the table is about that no printed row takes: nothing is lost."""
    missed = outside(definition, about)
    if definition.id == "05":
        sources = sorted({line.facts[Dimension.FUND] for line in missed} - {STATE_BUDGET})
        return [_fund_row(name, place) for place, name in enumerate(sources, start=2)]
    if definition.id not in _BY_AWARD:
        return []
    awards = {line.facts[Dimension.AWARD]: line.what for line in missed}
    first = sum(bool(row.marks[0]) for row in definition.rows) + 1
    ordered = sorted(awards, key=lambda one: (-_rank(ws, one), sort_key(awards[one])))
    return [
        Row(f"+{award}", where=where(AWARD=award), marks=(str(place), awards[award]))
        for place, award in enumerate(ordered, start=first)
    ]


def _rank(ws: Workspace, award: str) -> int:
    known = ws.rulebook.awards.get(award)
    return known.rank if known else 0


def _fund_row(name: str, place: int) -> Row:
    label = texts.say("statistics.row.fund_other", {"name": name})
    return Row(f"+{name}", where=where(FUND=name), marks=(str(place), label))


# What a table cannot say ----------------------------------------------------------------------

_Noted = Callable[
    [TableDef, Sequence[Line], Gathered, Sequence[Line], Sequence[FilledRow]], Iterator[Note]
]


def _note(code: str, lines: Iterable[Line], **arguments: object) -> Iterator[Note]:
    """A note about lines, if there are any; `count` of them is told."""
    found = tuple(lines)
    if found:
        yield Note(f"statistics.note.{code}", {"count": len(found), **arguments}, found)


def _about_awards(
    definition: TableDef,
    about: Sequence[Line],
    _: Gathered,
    lines: Sequence[Line],
    __: Sequence[FilledRow],
) -> Iterator[Note]:
    won = [line for line in about if line.source is Source.WON]
    if definition.id == "01":
        yield Note("statistics.note.submitted")
    yield from _unclear(won)
    if definition.id == "01":
        yield from _note("households", filter(of_household, about))
    added = [row.marks[1] for row in definition.rows if row.key.startswith("+")]
    if added and definition.id != "03_xa":
        yield Note("statistics.note.added_rows", {"names": added})
    if definition.id != "03_xa":
        yield from _note("no_level", without(lines, Dimension.LEVEL, _WON))
    if won:
        yield Note("statistics.note.today")


def _unclear(won: Sequence[Line]) -> Iterator[Note]:
    yield from _note("no_manner", without(won, Dimension.MANNER))
    yield from _note("no_duty", without(won, Dimension.DUTY, _PERSON))


def _about_codes(
    definition: TableDef,
    about: Sequence[Line],
    _: Gathered,
    lines: Sequence[Line],
    __: Sequence[FilledRow],
) -> Iterator[Note]:
    yield from _unclear(about)
    yield from _note("no_subject", without(about, Dimension.SUBJECT, _PERSON))
    parts = [one.where for one in definition.columns[1:]]
    unlisted = [line for line in about if not any(line.passes(test) for test in parts)]
    names = sorted({line.what for line in unlisted}, key=sort_key)
    yield from _note("unlisted", unlisted, names=names)
    yield Note("statistics.note.ranks")
    if definition.id == "0602":
        yield Note("statistics.note.submitters")
    yield from _note("no_level", without(lines, Dimension.LEVEL, _WON))


def _about_movements(
    _: TableDef,
    about: Sequence[Line],
    gathered: Gathered,
    __: Sequence[Line],
    ___: Sequence[FilledRow],
) -> Iterator[Note]:
    yield Note("statistics.note.launched")
    undated = (
        line for line in gathered.lines if line.source is Source.MOVEMENT and line.day is None
    )
    yield from _note("undated", undated)
    yield from _note("no_launcher", without(about, Dimension.LAUNCHED_BY))
    yield from _note("no_length", without(about, Dimension.LENGTH))
    yield Note("statistics.note.clusters")


def _about_money(
    definition: TableDef,
    _: Sequence[Line],
    __: Gathered,
    ___: Sequence[Line],
    rows: Sequence[FilledRow],
) -> Iterator[Note]:
    yield Note("statistics.note.budget")
    yield Note("statistics.note.rounded")
    yield from _rounding(definition, rows)


def _rounding(definition: TableDef, rows: Sequence[FilledRow]) -> Iterator[Note]:
    """Where rounded figures do not add up to the rounded total."""
    total = rows[-1]
    for place, column in enumerate(definition.columns):
        if column.measure is Measure.MONEY:
            parts = [row.figures[place].value or 0 for row in rows[:-1]]
            yield from _differs("rounding_differs", parts, "column", column.key)
    places = {column.key: place for place, column in enumerate(definition.columns)}
    for row in (*rows[:-1], total):
        parts = [row.figures[places[key]].value or 0 for key in _SPENDING]
        yield from _differs("rounding_row", parts, "row", row.row.marks[1])


def _differs(code: str, parts: Sequence[int], what: str, name: str) -> Iterator[Note]:
    added = sum((millions(part) for part in parts), Decimal(0))
    total = millions(sum(parts))
    if added != total:
        told = {what: name, "sum": number_text(added), "total": number_text(total)}
        yield Note(f"statistics.note.{code}", told)


def _about_nothing(
    _: TableDef, __: Sequence[Line], ___: Gathered, ____: Sequence[Line], _____: Sequence[FilledRow]
) -> Iterator[Note]:
    yield Note("statistics.note.not_commune")


_NOTES: Mapping[str, _Noted] = MappingProxyType(
    {
        "01": _about_awards,
        "03": _about_awards,
        "03_xa": _about_awards,
        "05": _about_money,
        "0601": _about_movements,
        "0602": _about_codes,
        "0603": _about_codes,
        "0604": _about_nothing,
        "0605": _about_nothing,
    }
)


def _common(definition: TableDef) -> Iterator[Note]:
    if definition.id == "03_xa":
        yield Note("statistics.note.own_layout")
    elif definition.checked is Checked.SECOND_HAND:
        yield Note("statistics.note.second_hand")
    elif definition.checked is Checked.MEMORY:
        yield Note("statistics.note.unverified")
