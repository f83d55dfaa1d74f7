"""What the audit remembers: operations, and the history of one recipient."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, func, select

from khenthuong.domain.history import HistoryEntry, Operation
from khenthuong.storage.books import Books
from khenthuong.storage.tables import change, operation, recipient
from khenthuong.storage.wording import field_label, stored_text

_INSIDE = frozenset({"id", "search_key", "sort_key", "place"})
_ONE_RECIPIENT = {"recipient", "unit", "person", "household"}


def operations(books: Books, limit: int = 100, *, after: int = 0) -> tuple[Operation, ...]:
    """The last operations above `after`, newest first, each with how many rows it changed."""
    query = (
        select(
            operation.c.id,
            operation.c.at,
            operation.c.who,
            operation.c.label,
            operation.c.last_change - operation.c.first_change + 1,
        )
        .where(operation.c.id > after)
        .order_by(operation.c.id.desc())
        .limit(limit)
    )
    with books.read() as connection:
        return tuple(Operation(*row) for row in connection.execute(query))


def newest(books: Books) -> int:
    """The number of the last operation; 0 while there is none."""
    with books.read() as connection:
        return int(connection.execute(select(func.max(operation.c.id))).scalar() or 0)


def tables_of(books: Books, number: int) -> frozenset[str]:
    """The tables that an operation wrote to."""
    query = select(change.c.table_name).where(_of(number)).distinct()
    with books.read() as connection:
        return frozenset(connection.execute(query).scalars())


def of_operation(books: Books, number: int, limit: int = 500) -> tuple[HistoryEntry, ...]:
    """What one operation changed, row by row in the order of writing, at most `limit` rows."""
    query = (
        select(
            operation.c.id,
            operation.c.at,
            operation.c.who,
            operation.c.label,
            change.c.table_name,
            change.c.kind,
            change.c.old,
            change.c.new,
            change.c.row_key,
            recipient.c.name,
        )
        .join_from(change, operation)
        .outerjoin(recipient, recipient.c.code == change.c.recipient)
        .where(_of(number), operation.c.id == number)
        .order_by(change.c.id)
        .limit(limit)
    )
    with books.read() as connection:
        found = [
            replace(_entry(*row), about=name or _words_of_key(key))
            for *row, key, name in connection.execute(query)
        ]
    return tuple(_joined([entry for entry in found if entry.differences]))


def _of(number: int) -> ColumnElement[bool]:
    """The changes of an operation lie one behind the other."""
    first = select(operation.c.first_change).where(operation.c.id == number).scalar_subquery()
    last = select(operation.c.last_change).where(operation.c.id == number).scalar_subquery()
    return change.c.id.between(first, last)


def _words_of_key(key: str) -> str:
    return " · ".join(str(part) for part in json.loads(key) if part not in ("", None))


def of_recipient(books: Books, code: str) -> tuple[HistoryEntry, ...]:
    """Every change of a recipient and of its records, the newest first."""
    query = (
        select(
            operation.c.id,
            operation.c.at,
            operation.c.who,
            operation.c.label,
            change.c.table_name,
            change.c.kind,
            change.c.old,
            change.c.new,
        )
        .join_from(change, operation)
        .where(change.c.recipient == code)
        .order_by(change.c.id.desc())
    )
    with books.read() as connection:
        found = [_entry(*row) for row in connection.execute(query)]
    return tuple(_joined([entry for entry in found if entry.differences]))


def _entry(
    number: int,
    at: str,
    who: str,
    label: str,
    table: str,
    kind: str,
    old: str | None,
    new: str | None,
) -> HistoryEntry:
    name = "recipient" if table in _ONE_RECIPIENT else table
    return HistoryEntry(
        Operation(number, at, who, label), name, kind, _differences(table, old, new)
    )


def _differences(table: str, old: str | None, new: str | None) -> tuple[tuple[str, str, str], ...]:
    before: dict[str, Any] = json.loads(old) if old else {}
    after: dict[str, Any] = json.loads(new) if new else {}
    return tuple(
        (
            field_label(table, name),
            stored_text(table, name, before.get(name)),
            stored_text(table, name, after.get(name)),
        )
        for name in before | after
        if name not in _INSIDE and (before.get(name) or "") != (after.get(name) or "")
    )


def _joined(entries: list[HistoryEntry]) -> list[HistoryEntry]:
    """A person lies in two tables; people see one change."""
    joined: list[HistoryEntry] = []
    for entry in entries:
        last = joined[-1] if joined else None
        if (
            last
            and entry.table == "recipient"
            and (last.operation.id, last.table, last.kind)
            == (entry.operation.id, entry.table, entry.kind)
            and last.about == entry.about
        ):
            fields = {name for name, _, _ in entry.differences}
            more = tuple(one for one in last.differences if one[0] not in fields)
            joined[-1] = replace(entry, differences=entry.differences + more)
        else:
            joined.append(entry)
    return joined
