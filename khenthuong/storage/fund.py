"""The fund's entries: what came in and what was spent."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from khenthuong.domain.fund import FundEntry
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import FUND_ENTRY

_PREFIX, _DIGITS = "Q", 3


def entries(books: Books) -> tuple[FundEntry, ...]:
    """All entries by year, day and code; those without a day last in their year."""
    column = FUND_ENTRY.table.c
    order = [column.year, column.day.is_(None), column.day, column.code]
    return rows.load(books, FUND_ENTRY, order=order)


def save(books: Books, wanted: Iterable[FundEntry]) -> int:
    """Add or change entries by their codes; returns how many changed.

    Raises BooksError when a recipient does not exist.
    """
    values = tuple(wanted)
    references.check(books.writer, references.wanted(FUND_ENTRY, values))
    return sum(rows.save(books, value) for value in values)


def remove(books: Books, value: FundEntry) -> None:
    """Take an entry out; the audit keeps it, and `undo` brings it back."""
    rows.remove(books, value)


def next_codes(books: Books, year: int, count: int = 1) -> tuple[str, ...]:
    """The next free codes of a year: «Q2026-001», «Q2026-002» …"""
    begins = f"{_PREFIX}{year}-"
    column = FUND_ENTRY.table.c.code
    with books.read() as connection:
        taken = connection.execute(select(column).where(column.startswith(begins))).scalars()
        numbers = [int(tail) for code in taken if (tail := code.removeprefix(begins)).isdigit()]
    first = max(numbers, default=0) + 1
    return tuple(f"{begins}{first + place:0{_DIGITS}}" for place in range(count))
