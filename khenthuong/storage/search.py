"""Search as you type through FTS5: without marks, words in any order, each as a beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import TextClause, text
from sqlalchemy.engine import Connection

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.vietnamese import fold
from khenthuong.storage.books import Books

_WORD = re.compile(r"[^\W_]+")


def codes(
    books: Books,
    kind: RecipientKind | None = None,
    typed: str = "",
    *,
    binned: bool = False,
    limit: int | None = None,
) -> tuple[str, ...]:
    """Codes of the recipients found, in Vietnamese order; all of the kind when nothing is typed.

    «ng th uo» finds «Nguyễn Thị Ướt»; codes and short names are found too.
    """
    with books.read() as connection:
        return tuple(_find(connection, kind, match_words(typed), binned, limit))


def last_number(connection: Connection) -> int:
    """The highest number of a recipient: what is added next comes behind it."""
    return int(connection.execute(_prepared("SELECT max(id) FROM recipient")).scalar() or 0)


def index_behind(connection: Connection, number: int) -> None:
    """Index the recipients numbered higher, right after they were added.

    By a trigger, FTS5 would write out its index after every row.
    """
    connection.execute(
        _prepared(
            "INSERT INTO recipient_search (rowid, search_key) "
            "SELECT id, search_key FROM recipient WHERE id > :number ORDER BY id"
        ),
        {"number": number},
    )


def index_rows(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Index recipients that were put back under their old numbers."""
    connection.exec_driver_sql(
        "INSERT INTO recipient_search (rowid, search_key) VALUES (?, ?)", list(rows)
    )


def match_words(typed: str) -> str:
    """What FTS5 is asked for the words typed; "" for none."""
    # Each word in quotes: what people type is never read as FTS5's own language.
    return " ".join(f'"{word}"*' for word in _WORD.findall(fold(typed)))


def _find(
    connection: Connection, kind: RecipientKind | None, words: str, binned: bool, limit: int | None
) -> list[str]:
    conditions = ["r.binned_at IS NOT NULL" if binned else "r.binned_at IS NULL"]
    arguments: dict[str, object] = {"limit": -1 if limit is None else limit}
    source = "recipient AS r"
    if kind is not None:
        conditions.append("r.kind = :kind")
        arguments["kind"] = kind.value
    if words:
        # CROSS JOIN keeps the order: the planner would else walk the list and ask FTS5 every time.
        source = "recipient_search AS s CROSS JOIN recipient AS r ON r.id = s.rowid"
        conditions.append("s.recipient_search MATCH :words")
        arguments["words"] = words
    query = (
        f"SELECT r.code FROM {source} WHERE {' AND '.join(conditions)} "
        "ORDER BY r.sort_key, r.code LIMIT :limit"
    )
    return list(connection.execute(_prepared(query), arguments).scalars())


@lru_cache(maxsize=32)
def _prepared(query: str) -> TextClause:
    return text(query)
