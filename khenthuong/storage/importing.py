"""Plan and apply an import: whole sheets against whole tables, one transaction, no row deleted.

An empty cell never empties a filled field, so a second application of the same workbook finds
everything equal. Rows come by their natural keys.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from khenthuong import texts
from khenthuong.domain.batch import Batch, Entry, ImportPlan, Place, RowChange
from khenthuong.domain.kinds import RecipientKind
from khenthuong.errors import BooksError
from khenthuong.storage import imported_answers, imported_office, references, rows, shapes
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import Row, Shape
from khenthuong.storage.tables import extra_column, recipient
from khenthuong.storage.wording import value_text

_SHEETS: tuple[tuple[str, Shape[Any]], ...] = (
    ("signers", shapes.SIGNER),
    ("units", shapes.UNIT),
    ("persons", shapes.PERSON),
    ("careers", shapes.CAREER),
    ("households", shapes.HOUSEHOLD),
    ("movements", shapes.MOVEMENT),
    ("targets", shapes.TARGET),
    ("movement_tasks", shapes.MOVEMENT_TASK),
    ("participants", shapes.PARTICIPANT),
    ("unit_targets", shapes.UNIT_TARGET),
    ("progress", shapes.PROGRESS),
    ("registrations", shapes.REGISTRATION),
    ("initiatives", shapes.INITIATIVE),
    ("achievements", shapes.ACHIEVEMENT),
    ("examples", shapes.GOOD_EXAMPLE),
    ("spreads", shapes.EXAMPLE_SPREAD),
    ("clusters", shapes.CLUSTER),
    ("cluster_members", shapes.CLUSTER_MEMBER),
    ("cluster_criteria", shapes.CLUSTER_CRITERION),
    ("cluster_scores", shapes.CLUSTER_SCORE),
    ("ratings", shapes.RATING),
    ("awards", shapes.PAST_AWARD),
    ("disciplines", shapes.DISCIPLINE),
    ("rounds", shapes.ROUND),
    ("nominations", shapes.NOMINATION),
    ("council", shapes.COUNCIL_MEMBER),
    ("meetings", shapes.MEETING),
    ("votes", shapes.VOTE),
    ("notices", shapes.NOTICE),
)
_EMPTY = (None, "", ())


@dataclass
class _SheetPlan:
    """One sheet against its table: rows to add, rows to bring from old to new."""

    shape: Shape[Any]
    new: dict[Row, Row] = field(default_factory=dict)
    changed: dict[Row, tuple[Row, Row]] = field(default_factory=dict)
    from_bin: list[str] = field(default_factory=list)
    extras: dict[tuple[str, str], tuple[str, bool]] = field(default_factory=dict)


@dataclass
class _Plan:
    """The whole workbook against the books, and what a person is told about it."""

    sheets: list[_SheetPlan] = field(default_factory=list)
    office: dict[str, str] = field(default_factory=dict)
    answers: list[imported_answers.AnswerPlan] = field(default_factory=list)
    new: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    told: list[RowChange] = field(default_factory=list)

    def tell(self) -> ImportPlan:
        """The plan as the domain knows it."""
        return ImportPlan(
            MappingProxyType(dict(self.new)), MappingProxyType(dict(self.same)), tuple(self.told)
        )


def plan_import(books: Books, batch: Batch) -> ImportPlan:
    """What `apply_import` would do; writes nothing.

    Raises BooksError when a code already names another kind of recipient.
    """
    with books.read() as connection:
        return _plan(connection, batch).tell()


def apply_import(
    books: Books,
    batch: Batch,
    *,
    take_changes: bool,
    label: str,
    form_versions: Mapping[str, str] | None = None,
) -> ImportPlan:
    """Write a whole batch or, when anything is wrong, nothing of it; returns what was planned.

    With `take_changes` False rows that exist with other values stay as they are. Raises BooksError
    naming the code when a row names what is neither in the books nor in the batch.
    """
    with books.write(label):
        connection = books.writer
        _check_references(connection, batch)
        plan = _plan(connection, batch)
        _write_office(connection, plan, take_changes)
        for sheet in plan.sheets:
            _write_sheet(connection, sheet, take_changes)
        imported_answers.write(connection, plan.answers, take_changes, form_versions or {})
        return plan.tell()


def _plan(connection: Connection, batch: Batch) -> _Plan:
    plan = _Plan()
    known = _recipients(connection)
    _plan_office(connection, batch, plan)
    for name, shape in _SHEETS:
        entries: Sequence[Entry[Any]] = getattr(batch, name)
        if entries:
            plan.sheets.append(_plan_sheet(connection, shape, entries, known, plan))
    plan.answers = imported_answers.plan(connection, batch.answers)
    for one in plan.answers:
        plan.new.update(one.new)
        plan.same.update(one.same)
        plan.told += one.changes
    return plan


def _plan_office(connection: Connection, batch: Batch, plan: _Plan) -> None:
    found = imported_office.plan(connection, batch.office)
    plan.office = found.values
    plan.new.update(found.new)
    plan.same.update(found.same)
    plan.told += found.changes


def _plan_sheet(
    connection: Connection,
    shape: Shape[Any],
    entries: Sequence[Entry[Any]],
    known: dict[str, tuple[str, str | None]],
    plan: _Plan,
) -> _SheetPlan:
    sheet = _SheetPlan(shape)
    stored = {shape.key(row): row for row in rows.encoded(connection, shape)}
    extras = _stored_extras(connection, shape) if any(e.extra for e in entries) else {}
    for entry in entries:
        row = shape.encode(entry.value)
        key = shape.key(row)
        binned = _check_kind(shape, row, known) if shape.recipient_kind else None
        _place_row(sheet, stored, key, row, entry.place, binned, plan)
        _plan_extras(sheet, key, entry.extra, extras)
    return sheet


def _place_row(
    sheet: _SheetPlan,
    stored: Mapping[Row, Row],
    key: Row,
    row: Row,
    place: Place,
    binned: str | None,
    plan: _Plan,
) -> None:
    pending = sheet.changed.get(key)
    old = pending[1] if pending else sheet.new.get(key, stored.get(key))
    if old is None:
        sheet.new[key] = row
        plan.new[place.sheet] += 1
        return
    merged = tuple(
        was if now in _EMPTY or now is False else now for was, now in zip(old, row, strict=True)
    )
    if merged == old and binned is None:
        plan.same[place.sheet] += 1
        return
    plan.told.append(_row_change(sheet.shape, place, key, old, merged, binned))
    if binned is not None:
        sheet.from_bin.append(str(key[0]))
    if merged != old:
        # Against a row of the same workbook the later line is a change like any other.
        sheet.changed[key] = (pending[0] if pending else old, merged)


def _row_change(
    shape: Shape[Any], place: Place, key: Row, old: Row, new: Row, binned: str | None
) -> RowChange:
    names = [f.name for f in shape.fields] + [link.name for link in shape.links]
    was, now = shape.decode(old), shape.decode(new)
    differences = [
        (
            texts.say(f"field.{shape.table.name}.{name}"),
            value_text(getattr(was, name)),
            value_text(getattr(now, name)),
        )
        for name, before, after in zip(names, old, new, strict=True)
        if before != after
    ]
    if binned is not None:
        differences.append((texts.say("field.recipient.binned_at"), binned[:10], ""))
    return RowChange(place, " · ".join(str(part) for part in key if part), tuple(differences))


def _recipients(connection: Connection) -> dict[str, tuple[str, str | None]]:
    query = select(recipient.c.code, recipient.c.kind, recipient.c.binned_at)
    return {code: (kind, binned) for code, kind, binned in connection.execute(query)}


def _check_kind(
    shape: Shape[Any], row: Row, known: dict[str, tuple[str, str | None]]
) -> str | None:
    """When the recipient was binned, None when it was not; a code cannot change its kind."""
    assert shape.recipient_kind is not None
    code = str(row[0])
    kind, binned = known.setdefault(code, (shape.recipient_kind.value, None))
    if kind != shape.recipient_kind.value:
        raise BooksError("books.code_taken", key=code, kind=RecipientKind(kind))
    return binned


def _check_references(connection: Connection, batch: Batch) -> None:
    coming: dict[str, set[str]] = defaultdict(set)
    named: dict[str, dict[str, str]] = defaultdict(dict)
    for name, shape in _SHEETS:
        values = [entry.value for entry in getattr(batch, name)]
        if "code" in shape.keys:
            codes = {value.code for value in values}
            coming[shape.table.name] |= codes
            if shape.recipient_kind:
                coming["recipient"] |= codes
        for table, fields in references.wanted(shape, values).items():
            named[table] = {**fields, **named[table]}
    for table, fields in imported_answers.references(batch.answers).items():
        named[table] = {**fields, **named[table]}
    references.check(connection, named, {table: frozenset(c) for table, c in coming.items()})


def _write_office(connection: Connection, plan: _Plan, take_changes: bool) -> None:
    imported_office.write(connection, plan.office, take_changes)


def _write_sheet(connection: Connection, sheet: _SheetPlan, take_changes: bool) -> None:
    # A key that is new and changed again comes twice in the workbook.
    twice = sheet.new.keys() & sheet.changed.keys()
    new = sheet.new
    if take_changes and twice:
        new = {key: sheet.changed[key][1] if key in twice else row for key, row in new.items()}
    rows.insert_rows(connection, sheet.shape, list(new.values()))
    if take_changes:
        pairs = [pair for key, pair in sheet.changed.items() if key not in twice]
        rows.update_rows(connection, sheet.shape, pairs)
        if sheet.from_bin:
            connection.execute(
                update(recipient).where(recipient.c.code.in_(sheet.from_bin)).values(binned_at=None)
            )
    _write_extras(connection, sheet, take_changes)


def _stored_extras(connection: Connection, shape: Shape[Any]) -> dict[tuple[str, str], str]:
    query = select(extra_column.c.row_key, extra_column.c.name, extra_column.c.value).where(
        extra_column.c.sheet == shape.table.name
    )
    return {(key, name): value for key, name, value in connection.execute(query)}


def _plan_extras(
    sheet: _SheetPlan, key: Row, extra: Mapping[str, str], stored: Mapping[tuple[str, str], str]
) -> None:
    """Columns the contract does not know: text by row and header, and whether it was there."""
    if not extra:
        return
    row_key = json.dumps(key, ensure_ascii=False)
    for name, value in extra.items():
        found = stored.get((row_key, name))
        if value and found != value:
            sheet.extras[row_key, name] = (value, found is not None)


def _write_extras(connection: Connection, sheet: _SheetPlan, take_changes: bool) -> None:
    c, table = extra_column.c, sheet.shape.table.name
    new: list[dict[str, str]] = []
    for (row_key, name), (value, exists) in sheet.extras.items():
        if not exists:
            new.append({"sheet": table, "row_key": row_key, "name": name, "value": value})
        elif take_changes:
            connection.execute(
                update(extra_column)
                .where(c.sheet == table, c.row_key == row_key, c.name == name)
                .values(value=value)
            )
    if new:
        connection.execute(insert(extra_column), new)
