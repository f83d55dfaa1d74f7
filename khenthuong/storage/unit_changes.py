"""What became of units: mergers, splits, renamings, dissolutions, by the day they took effect."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from khenthuong.domain.register import UnitChange
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import UNIT_CHANGE


def every(books: Books) -> tuple[UnitChange, ...]:
    """Every change, in order of time."""
    of = UNIT_CHANGE.table.c
    return rows.load(books, UNIT_CHANGE, order=(of.day, of.old, of.part))


def closed_from(books: Books) -> Mapping[str, date]:
    """The units that are no more, each with the first day without it."""
    return {one.old: one.day for one in reversed(every(books))}


def save(books: Books, value: UnitChange) -> bool:
    """Add or change one; raises BooksError for a unit that is not in the books."""
    references.check(books.writer, references.wanted(UNIT_CHANGE, [value]))
    return rows.save(books, value)


def remove(books: Books, value: UnitChange) -> None:
    """Take one out; the audit keeps it."""
    rows.remove(books, value)
