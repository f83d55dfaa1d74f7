"""Undo of an operation: its changes replayed backwards, as an operation of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, insert, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage import rows
from khenthuong.storage.books import Books
from khenthuong.storage.search import index_rows
from khenthuong.storage.tables import change, metadata, operation
from khenthuong.storage.triggers import row_key_of

_Values = Mapping[str, Any]
_FEW = 200


@dataclass(frozen=True)
class _Change:
    table: Table
    row_key: str
    kind: str
    old: _Values | None
    new: _Values | None

    @property
    def key(self) -> tuple[Any, ...]:
        return tuple(json.loads(self.row_key))


def undo_operation(books: Books, number: int, label: str) -> int:
    """Take an operation back; returns the number of the operation that did so.

    Undoing that one brings the first back. Raises BooksError when a row reads differently from how
    the operation left it, or when later rows depend on it; NotFoundError for an unknown number.
    """
    try:
        with books.write(label) as undoing:
            _undo(books.writer, number)
        return undoing
    except BooksError as cause:
        if isinstance(cause.__cause__, IntegrityError):
            raise BooksError("books.undo_needed", operation=number) from cause
        raise


def _undo(connection: Connection, number: int) -> None:
    changes = _changes(connection, number)
    left: dict[tuple[str, str], _Change] = {}
    for one in changes:
        left[one.table.name, one.row_key] = one
    for (table, row_key), found in _current(connection, left).items():
        if found != left[table, row_key].new:
            raise BooksError(
                "books.undo_touched",
                operation=number,
                table=table,
                row=", ".join(map(str, json.loads(row_key))),
            )
    # Runs of the same kind on the same table go together: the order between tables stays.
    for _, run in groupby(reversed(changes), key=lambda one: (one.table.name, one.kind)):
        _replay(connection, list(run))


def _changes(connection: Connection, number: int) -> list[_Change]:
    known = connection.execute(
        select(operation.c.first_change, operation.c.last_change).where(operation.c.id == number)
    ).one_or_none()
    if known is None:
        raise NotFoundError("books.operation_unknown", operation=number)
    query = (
        select(change.c.table_name, change.c.row_key, change.c.kind, change.c.old, change.c.new)
        .where(change.c.id.between(*known))
        .order_by(change.c.id)
    )
    return [
        _Change(
            table := metadata.tables[name],
            _row_key(json.loads(key)),
            kind,
            _values(table, old),
            _values(table, new),
        )
        for name, key, kind, old, new in connection.execute(query)
    ]


def _values(table: Table, text: str | None) -> _Values | None:
    if text is None:
        return None
    known: dict[str, Any] = json.loads(text)
    # Written before a migration it may lack columns, or hold some that are gone.
    values = {column.name: known.get(column.name, _unset(column)) for column in table.columns}
    for column in table.columns:
        if isinstance(column.type, LargeBinary) and values.get(column.name) is not None:
            values[column.name] = bytes.fromhex(values[column.name])
        elif values.get(column.name) is not None:
            values[column.name] = column.type.python_type(values[column.name])
    return values


def _unset(column: Column[Any]) -> Any:
    return None if column.nullable else column.type.python_type()


def _keys(table: Table) -> tuple[str, ...]:
    return row_key_of(table.name, (column.name for column in table.primary_key.columns))


def _current(
    connection: Connection, left: Mapping[tuple[str, str], _Change]
) -> dict[tuple[str, str], _Values | None]:
    """The rows as they are now: one by one where few were touched, else the whole table."""
    found: dict[tuple[str, str], _Values | None] = dict.fromkeys(left)
    for name in {table for table, _ in left}:
        table = metadata.tables[name]
        keys = [one.key for (other, _), one in left.items() if other == name]
        if len(keys) > _FEW:
            queries = [select(table)]
        else:
            queries = [
                select(table).where(
                    *[table.c[n] == p for n, p in zip(_keys(table), key, strict=True)]
                )
                for key in keys
            ]
        for query in queries:
            for row in connection.execute(query).mappings():
                place = (name, _row_key([row[column] for column in _keys(table)]))
                if place in found:
                    found[place] = dict(row)
    return found


def _row_key(parts: list[Any]) -> str:
    # As SQLite's json_array writes it, after reading it back.
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def _replay(connection: Connection, run: list[_Change]) -> None:
    table, keys = run[0].table, _keys(run[0].table)
    if run[0].kind == "insert":
        rows.run_many(connection, rows.delete_by_key(table, keys), keys, [o.key for o in run])
        return
    columns = tuple(column.name for column in table.columns)
    olds = [tuple((one.old or {})[name] for name in columns) for one in run]
    statement = (
        insert(table) if run[0].kind == "delete" else rows.update_by_key(table, columns, keys)
    )
    rows.run_many(connection, statement, columns, olds)
    if table.name == "recipient" and run[0].kind == "delete":
        index_rows(connection, [(o["id"], o["search_key"]) for one in run if (o := one.old)])
