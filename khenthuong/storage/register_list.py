"""Long lists of the register sorted and filtered by any column, inside the database.

Vietnamese order and search without marks are not SQLite's: the caller asks for the different
values of a column, says in which order they stand (`ranks`) or which of them pass (`passing`),
and the database does the rest over as many rows as there are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import text

from khenthuong.domain.kinds import RecipientKind
from khenthuong.storage.books import Books
from khenthuong.storage.search import match_words
from khenthuong.storage.tables import household, person, unit

_TABLES = {
    RecipientKind.UNIT: unit,
    RecipientKind.PERSON: person,
    RecipientKind.HOUSEHOLD: household,
}
Value = str | int


@dataclass(frozen=True)
class ListQuery:
    """Which recipients, and in which order.

    `typed` is searched in names and codes. `order`: a column of the kind's own table, "code", or
    "" for the name. `ranks`: that column's values in order; None sorts by the values themselves.
    `passing`: by column, the values whose rows are shown.
    """

    kind: RecipientKind
    typed: str = ""
    binned: bool = False
    order: str = ""
    descending: bool = False
    ranks: Sequence[Value] | None = None
    passing: Mapping[str, Sequence[Value]] = field(default_factory=dict[str, Sequence[Value]])


def values(books: Books, kind: RecipientKind, column: str) -> tuple[Value, ...]:
    """The different values of a column, empty ones left out."""
    name = _known(kind, column)
    table = _TABLES[kind].name
    query = f"SELECT DISTINCT {name} FROM {table} AS t JOIN recipient AS r ON r.code = t.code"
    with books.read() as connection:
        found = connection.execute(text(query)).scalars()
        return tuple(value for value in found if value not in (None, ""))


def codes(books: Books, query: ListQuery) -> tuple[str, ...]:
    """The codes found; rows without a value come last whichever way they are sorted."""
    conditions = ["r.kind = :kind", f"r.binned_at IS {'NOT ' if query.binned else ''}NULL"]
    arguments: dict[str, object] = {"kind": query.kind.value}
    source = "recipient AS r"
    words = match_words(query.typed)
    if words:
        source = "recipient_search AS s CROSS JOIN recipient AS r ON r.id = s.rowid"
        conditions.append("s.recipient_search MATCH :words")
        arguments["words"] = words
    if query.order not in ("", "code") or query.passing:
        source += f" CROSS JOIN {_TABLES[query.kind].name} AS t ON t.code = r.code"
    for number, (column, passing) in enumerate(query.passing.items()):
        inside = f"(SELECT value FROM json_each(:passing_{number}))"
        conditions.append(f"{_known(query.kind, column)} IN {inside}")
        arguments[f"passing_{number}"] = json.dumps(list(passing), ensure_ascii=False)
    head, order = _order(query, arguments)
    if query.ranks is not None:
        source += f" LEFT JOIN ranks ON ranks.value = {_known(query.kind, query.order)}"
    sentence = (
        f"{head}SELECT r.code FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {order}"
    )
    with books.read() as connection:
        return tuple(connection.execute(text(sentence), arguments).scalars())


def _order(query: ListQuery, arguments: dict[str, object]) -> tuple[str, str]:
    way = " DESC" if query.descending else ""
    if not query.order:
        return "", f"r.sort_key{way}, r.code{way}"
    column = _known(query.kind, query.order)
    if query.ranks is None:
        return "", f"{column} IS NULL OR {column} = '', {column}{way}, r.sort_key, r.code"
    arguments["ranks"] = json.dumps(list(query.ranks), ensure_ascii=False)
    head = "WITH ranks AS MATERIALIZED (SELECT value, key AS place FROM json_each(:ranks)) "
    return head, f"ranks.place IS NULL, ranks.place{way}, r.sort_key, r.code"


def _known(kind: RecipientKind, column: str) -> str:
    """The column in SQL; a name that the kind's table does not have never gets there."""
    if column == "code":
        return "r.code"
    return f"t.{_TABLES[kind].c[column].name}"
