"""The register of outgoing papers: one line a number of a year and series."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select

from khenthuong.domain.numbering import NumberState, RegisteredNumber
from khenthuong.storage.books import Books
from khenthuong.storage.tables import paper_number


def every(books: Books) -> tuple[RegisteredNumber, ...]:
    """All lines by year, series and number."""
    keys = (paper_number.c.year, paper_number.c.series, paper_number.c.number)
    query = select(paper_number).order_by(*keys, paper_number.c.suffix)
    with books.read() as connection:
        return tuple(_entry(row) for row in connection.execute(query).mappings())


def save(books: Books, entry: RegisteredNumber) -> None:
    """Write a line in its place; what stood there is replaced."""
    remove(books, entry)
    books.writer.execute(insert(paper_number).values(_row(entry)))


def remove(books: Books, entry: RegisteredNumber) -> None:
    """Take the line of that place out."""
    at = paper_number.c
    held = (at.year == entry.year, at.series == entry.series, at.number == entry.number)
    books.writer.execute(delete(paper_number).where(*held, at.suffix == entry.suffix))


def _row(entry: RegisteredNumber) -> dict[str, Any]:
    return {
        "year": entry.year,
        "series": entry.series,
        "number": entry.number,
        "suffix": entry.suffix,
        "state": entry.state.value,
        "day": entry.day.isoformat() if entry.day else None,
        "title": entry.title,
        "paper": entry.paper,
        "reason": entry.reason,
    }


def _entry(row: Any) -> RegisteredNumber:
    return RegisteredNumber(
        year=row["year"],
        series=row["series"],
        number=row["number"],
        suffix=row["suffix"],
        state=NumberState(row["state"]),
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        title=row["title"],
        paper=row["paper"],
        reason=row["reason"],
    )
