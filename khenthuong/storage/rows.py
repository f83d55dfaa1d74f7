"""Move values between domain and tables, in bulk: whole tables in one query, writes by executemany.

Functions that write want an open `books.write`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.sql.dml import UpdateBase

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.vietnamese import fold, name_key, sort_key
from khenthuong.storage import search
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import Links, Row, Shape, shape_of
from khenthuong.storage.tables import recipient

T = TypeVar("T")
# A commune's names are made of a few hundred words.
_folded_word = lru_cache(maxsize=8192)(fold)
Conditions = Sequence[ColumnElement[bool]]


def load(
    books: Books,
    shape: Shape[T],
    *where: ColumnElement[bool],
    order: Sequence[ColumnElement[Any]] = (),
) -> tuple[T, ...]:
    """All values that fulfil the conditions, by natural key unless `order` says otherwise."""
    with books.read() as connection:
        return tuple(map(shape.decode, encoded(connection, shape, where, order)))


def save(books: Books, value: Any) -> bool:
    """Add the value, or bring the row of its natural key to it; returns whether that changed it."""
    shape = shape_of(value)
    connection = books.writer
    row = shape.encode(value)
    here = [
        shape.table.c[name] == part for name, part in zip(shape.keys, shape.key(row), strict=True)
    ]
    found = encoded(connection, shape, here)
    if not found:
        insert_rows(connection, shape, [row])
    elif found[0] != row:
        update_rows(connection, shape, [(found[0], row)])
    return not found or found[0] != row


def key_of(value: Any) -> Row:
    """The natural key of a value, as its table has it."""
    shape = shape_of(value)
    return shape.key(shape.encode(value))


def remove(books: Books, value: Any) -> None:
    """Take out the row with the value's natural key, lists included; the audit keeps it."""
    shape = shape_of(value)
    key = shape.key(shape.encode(value))
    for link in shape.links:
        run_many(books.writer, delete_by_key(link.table, shape.keys), shape.keys, [key])
    run_many(books.writer, delete_by_key(shape.table, shape.keys), shape.keys, [key])


def replace_all(
    books: Books, shape: Shape[T], values: Iterable[T], *where: ColumnElement[bool]
) -> None:
    """Make exactly these values the ones that fulfil the conditions."""
    wanted = {shape.key(shape.encode(value)): value for value in values}
    for old in load(books, shape, *where):
        if shape.key(shape.encode(old)) not in wanted:
            remove(books, old)
    for value in wanted.values():
        save(books, value)


def encoded(
    connection: Connection,
    shape: Shape[Any],
    where: Conditions = (),
    order: Sequence[ColumnElement[Any]] = (),
) -> list[Row]:
    """Rows as `Shape.encode` makes them: one query, and one more for every list."""
    table = shape.table
    columns = [
        recipient.c.name if shape.recipient_kind and field.name == "name" else table.c[field.column]
        for field in shape.fields
    ]
    query = select(*columns)
    if shape.recipient_kind:
        query = query.join_from(table, recipient, recipient.c.code == table.c.code)
    ordered = order or (
        [recipient.c.sort_key, recipient.c.code]
        if shape.recipient_kind
        else [table.c[key] for key in shape.keys]
    )
    found = [tuple(row) for row in connection.execute(query.where(*where).order_by(*ordered))]
    if not shape.links or not found:
        return found
    lists = [_lists(connection, shape, link, where) for link in shape.links]
    return [(*row, *[held.get(shape.key(row), ()) for held in lists]) for row in found]


def insert_rows(connection: Connection, shape: Shape[Any], rows: Sequence[Row]) -> None:
    """Add encoded rows; none of their keys may be there yet."""
    if not rows:
        return
    columns = _columns(shape)
    if shape.recipient_kind:
        _insert_recipients(connection, shape, rows)
        columns = tuple(name for name in columns if name != "name")
        rows = [_without_name(shape, row) for row in rows]
    run_many(connection, insert(shape.table), columns, rows)
    for number, link in enumerate(shape.links):
        _insert_links(connection, shape, link, number, rows)


def update_rows(
    connection: Connection, shape: Shape[Any], pairs: Sequence[tuple[Row, Row]]
) -> None:
    """Bring rows from their old to their new encoded form; the keys are equal in both."""
    if not pairs:
        return
    news = [new for _, new in pairs]
    columns = _columns(shape)
    if shape.recipient_kind:
        _update_recipients(connection, shape, news)
        columns = tuple(name for name in columns if name != "name")
        news = [_without_name(shape, row) for row in news]
    if set(columns) - set(shape.keys):
        run_many(connection, update_by_key(shape.table, columns, shape.keys), columns, news)
    for number, link in enumerate(shape.links):
        place = len(shape.fields) + number
        moved = [new for old, new in pairs if old[place] != new[place]]
        keys = [shape.key(row) for row in moved]
        run_many(connection, delete_by_key(link.table, shape.keys), shape.keys, keys)
        _insert_links(connection, shape, link, number, moved)


def search_text(kind: RecipientKind, code: str, name: str, short_name: str = "") -> str:
    """What the search looks through, folded."""
    words = f"{name} {short_name} {code}".split()
    return " ".join(map(_folded_word, words))


def order_key(kind: RecipientKind, name: str) -> bytes:
    """Units by their name, persons and heads of households by given name."""
    return sort_key(name) if kind is RecipientKind.UNIT else name_key(name)


def _columns(shape: Shape[Any]) -> tuple[str, ...]:
    return tuple(field.column for field in shape.fields)


def _without_name(shape: Shape[Any], row: Row) -> Row:
    place = _columns(shape).index("name")
    return row[:place] + row[place + 1 :]


def _recipient_rows(shape: Shape[Any], rows: Sequence[Row]) -> list[Row]:
    kind = shape.recipient_kind
    assert kind is not None
    columns = _columns(shape)
    code, name = columns.index("code"), columns.index("name")
    short = columns.index("short_name") if "short_name" in columns else None
    return [
        (
            row[code],
            kind.value,
            row[name],
            search_text(kind, row[code], row[name], row[short] if short is not None else ""),
            order_key(kind, row[name]),
        )
        for row in rows
    ]


_RECIPIENT_COLUMNS = ("code", "kind", "name", "search_key", "sort_key")


def _insert_recipients(connection: Connection, shape: Shape[Any], rows: Sequence[Row]) -> None:
    before = search.last_number(connection)
    run_many(connection, insert(recipient), _RECIPIENT_COLUMNS, _recipient_rows(shape, rows))
    search.index_behind(connection, before)


def _update_recipients(connection: Connection, shape: Shape[Any], rows: Sequence[Row]) -> None:
    statement = update_by_key(recipient, _RECIPIENT_COLUMNS, ("code",))
    run_many(connection, statement, _RECIPIENT_COLUMNS, _recipient_rows(shape, rows))


def _insert_links(
    connection: Connection, shape: Shape[Any], link: Links, number: int, rows: Sequence[Row]
) -> None:
    at = len(shape.fields) + number
    lines = [(*shape.key(row), place, item) for row in rows for place, item in enumerate(row[at])]
    run_many(connection, insert(link.table), (*shape.keys, "place", link.column), lines)


def _lists(
    connection: Connection, shape: Shape[Any], link: Links, where: Conditions
) -> dict[Row, tuple[str, ...]]:
    table = link.table
    keys = [table.c[key] for key in shape.keys]
    query = select(*keys, table.c[link.column])
    if where:
        query = query.join_from(
            table, shape.table, and_(*[table.c[k] == shape.table.c[k] for k in shape.keys])
        ).where(*where)
    found: dict[Row, list[str]] = defaultdict(list)
    width = len(keys)
    for row in connection.execute(query.order_by(*keys, table.c.place)):
        found[tuple(row[:width])].append(row[width])
    return {key: tuple(items) for key, items in found.items()}


def update_by_key(table: Table, columns: Sequence[str], keys: Sequence[str]) -> UpdateBase:
    """UPDATE of the columns where the keys match, for `run_many`."""
    where = [table.c[key] == bindparam(f"key_{key}") for key in keys]
    return (
        update(table)
        .where(*where)
        .values({name: bindparam(name) for name in columns if name not in keys})
    )


def delete_by_key(table: Table, keys: Sequence[str]) -> UpdateBase:
    """DELETE where the keys match, for `run_many`."""
    return delete(table).where(*[table.c[key] == bindparam(f"key_{key}") for key in keys])


def run_many(
    connection: Connection, statement: UpdateBase, columns: Sequence[str], rows: Sequence[Row]
) -> None:
    """executemany by position: Core's own, by dictionaries, takes three times as long."""
    if not rows:
        return
    compiled = statement.compile(
        dialect=connection.dialect, column_keys=list(columns) if statement.is_insert else None
    )
    place = {name: n for n, name in enumerate(columns)} | {
        f"key_{name}": n for n, name in enumerate(columns)
    }
    places = [place[name] for name in compiled.positiontup or ()]
    if places == [*range(len(rows[0]))]:
        arranged = list(rows)
    elif len(places) == 1:
        arranged = [(row[places[0]],) for row in rows]
    else:
        arranged = list(map(itemgetter(*places), rows))
    connection.exec_driver_sql(str(compiled), arranged)
