"""Every code that a row names must be in the books, and is named in the error when it is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from khenthuong import texts
from khenthuong.errors import BooksError
from khenthuong.storage.shapes import Shape
from khenthuong.storage.tables import metadata

_FEW = 200


def wanted(shape: Shape[Any], values: Iterable[Any]) -> dict[str, dict[str, str]]:
    """The codes that the values name, by table: code → the field that names it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for field, table in shape.references.items():
        lists = any(link.name == field for link in shape.links)
        for value in values:
            named = getattr(value, field)
            for code in named if lists else (named,):
                if code:
                    found[table].setdefault(code, f"{shape.table.name}.{field}")
    return found


def check(
    connection: Connection,
    codes: Mapping[str, Mapping[str, str]],
    coming: Mapping[str, frozenset[str]] | None = None,
) -> None:
    """Raise BooksError for the first code that neither lies in its table nor is `coming`."""
    for table, fields in codes.items():
        missing = set(fields) - (coming or {}).get(table, frozenset())
        missing -= _known(connection, table, missing)
        if missing:
            code = min(missing)
            raise BooksError("books.unknown_code", key=code, field=_label(fields[code]))


def _label(field: str) -> str:
    return texts.say(f"field.{field}")


def _known(connection: Connection, table: str, codes: set[str]) -> set[str]:
    column = metadata.tables[table].c.code
    query = select(column)
    if len(codes) <= _FEW:
        query = query.where(column.in_(codes))
    return set(connection.execute(query).scalars())
