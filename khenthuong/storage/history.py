"""What the audit remembers: operations, and the history of one recipient."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from khenthuong.domain.history import HistoryEntry, Operation
from khenthuong.storage.books import Books
from khenthuong.storage.tables import change, operation
from khenthuong.storage.wording import field_label, stored_text

_INSIDE = frozenset({"id", "search_key", "sort_key", "place"})
_ONE_RECIPIENT = {"recipient", "unit", "person", "household"}


def operations(books: Books, limit: int = 100) -> tuple[Operation, ...]:
    """The last operations, the newest first, each with the number of rows it changed."""
    query = (
        select(
            operation.c.id,
            operation.c.at,
            operation.c.who,
            operation.c.label,
            operation.c.last_change - operation.c.first_change + 1,
        )
        .order_by(operation.c.id.desc())
        .limit(limit)
    )
    with books.read() as connection:
        return tuple(Operation(*row) for row in connection.execute(query))


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
        ):
            fields = {name for name, _, _ in entry.differences}
            more = tuple(one for one in last.differences if one[0] not in fields)
            joined[-1] = HistoryEntry(
                entry.operation, entry.table, entry.kind, entry.differences + more
            )
        else:
            joined.append(entry)
    return joined
