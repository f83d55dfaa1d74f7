"""Undo of an operation: its changes replayed backwards, as an operation of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Table, delete, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage.books import Books
from khenthuong.storage.tables import change, metadata, operation
from khenthuong.storage.triggers import row_key_of

_Values = Mapping[str, Any]


@dataclass(frozen=True)
class _Change:
    table: Table
    row_key: str
    old: _Values | None
    new: _Values | None


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
    for one in left.values():
        if _current(connection, one) != one.new:
            raise BooksError("books.undo_touched", operation=number, table=one.table.name,
                             row=", ".join(map(str, json.loads(one.row_key))))
    for one in reversed(changes):
        _replay(connection, one)


def _changes(connection: Connection, number: int) -> list[_Change]:
    known = connection.execute(
        select(operation.c.id).where(operation.c.id == number)
    ).one_or_none()
    if known is None:
        raise NotFoundError("books.operation_unknown", operation=number)
    query = select(change.c.table_name, change.c.row_key, change.c.old, change.c.new).where(
        change.c.operation == number
    ).order_by(change.c.id)
    return [
        _Change(table := metadata.tables[name], key, _values(table, old), _values(table, new))
        for name, key, old, new in connection.execute(query)
    ]


def _values(table: Table, text: str | None) -> _Values | None:
    if text is None:
        return None
    values: dict[str, Any] = json.loads(text)
    for column in table.columns:
        if isinstance(column.type, LargeBinary) and values.get(column.name) is not None:
            values[column.name] = bytes.fromhex(values[column.name])
        elif values.get(column.name) is not None:
            values[column.name] = column.type.python_type(values[column.name])
    return values


def _here(one: _Change) -> list[ColumnElement[bool]]:
    columns = row_key_of(one.table.name, (c.name for c in one.table.primary_key.columns))
    parts = json.loads(one.row_key)
    return [one.table.c[name] == part for name, part in zip(columns, parts, strict=True)]


def _current(connection: Connection, one: _Change) -> _Values | None:
    row = connection.execute(select(one.table).where(*_here(one))).mappings().one_or_none()
    return None if row is None else dict(row)


def _replay(connection: Connection, one: _Change) -> None:
    if one.old is None:
        connection.execute(delete(one.table).where(*_here(one)))
    elif one.new is None:
        connection.execute(insert(one.table).values(**one.old))
    else:
        connection.execute(update(one.table).where(*_here(one)).values(**one.old))
