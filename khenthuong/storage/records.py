"""Ratings, past awards, initiatives, discipline, achievements and careers of recipients."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select

from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import (
    ACHIEVEMENT,
    CAREER,
    DISCIPLINE,
    INITIATIVE,
    PAST_AWARD,
    RATING,
    Shape,
    shape_of,
)
from khenthuong.storage.tables import initiative_author

Record = Rating | PastAward | Initiative | Discipline | Achievement | CareerStep
T = TypeVar("T")


@dataclass(frozen=True)
class RecordsOf:
    """All records of one recipient, each kind in order of time."""

    careers: tuple[CareerStep, ...]
    ratings: tuple[Rating, ...]
    awards: tuple[PastAward, ...]
    initiatives: tuple[Initiative, ...]
    disciplines: tuple[Discipline, ...]
    achievements: tuple[Achievement, ...]


def save(books: Books, record: Record) -> bool:
    """Add or change a record by its natural key; returns whether anything changed.

    Raises BooksError naming the code when the record names what the books do not know.
    """
    shape = shape_of(record)
    references.check(books.writer, references.wanted(shape, [record]))
    return rows.save(books, record)


def remove(books: Books, record: Record) -> None:
    """Take a record out; the audit keeps it, and `undo` brings it back."""
    rows.remove(books, record)


def key(record: Record) -> tuple[Any, ...]:
    """The record's natural key."""
    shape = shape_of(record)
    return shape.key(shape.encode(record))


def table_of(record: Record) -> str:
    """The name of the record's table."""
    return shape_of(record).table.name


def of_recipient(books: Books, code: str) -> RecordsOf:
    """Everything about one recipient; initiatives are those it is an author of."""
    with books.read():
        return RecordsOf(
            careers=_of(books, CAREER, code),
            ratings=_of(books, RATING, code),
            awards=_of(books, PAST_AWARD, code),
            initiatives=rows.load(
                books,
                INITIATIVE,
                INITIATIVE.table.c.code.in_(
                    select(initiative_author.c.code).where(initiative_author.c.recipient == code)
                ),
                order=_order(INITIATIVE),
            ),
            disciplines=_of(books, DISCIPLINE, code),
            achievements=_of(books, ACHIEVEMENT, code),
        )


def careers(books: Books) -> Mapping[str, tuple[CareerStep, ...]]:
    """All careers by recipient, in order of time."""
    return _by_recipient(_all(books, CAREER))


def ratings(books: Books) -> Mapping[str, tuple[Rating, ...]]:
    """All ratings by recipient, in order of time."""
    return _by_recipient(_all(books, RATING))


def past_awards(books: Books) -> Mapping[str, tuple[PastAward, ...]]:
    """All past awards by recipient, in order of time."""
    return _by_recipient(_all(books, PAST_AWARD))


def disciplines(books: Books) -> Mapping[str, tuple[Discipline, ...]]:
    """All disciplines and holds by recipient, in order of time."""
    return _by_recipient(_all(books, DISCIPLINE))


def initiatives(books: Books) -> Mapping[str, Initiative]:
    """All initiatives by code, in order of time."""
    return {one.code: one for one in _all(books, INITIATIVE)}


def achievements(books: Books) -> Mapping[str, Achievement]:
    """All achievements by code, in order of time."""
    return {one.code: one for one in _all(books, ACHIEVEMENT)}


def by_author(found: Iterable[Initiative]) -> Mapping[str, tuple[Initiative, ...]]:
    """Initiatives by each of their authors, in the order given."""
    grouped: dict[str, list[Initiative]] = defaultdict(list)
    for one in found:
        for author in dict.fromkeys(one.authors):
            grouped[author].append(one)
    return {author: tuple(ones) for author, ones in grouped.items()}


def by_recipient(found: Iterable[T]) -> Mapping[str, tuple[T, ...]]:
    """Records by their recipient, in the order given."""
    return _by_recipient(found)


def _by_recipient(found: Iterable[T]) -> dict[str, tuple[T, ...]]:
    grouped: dict[str, list[T]] = defaultdict(list)
    for one in found:
        grouped[one.recipient].append(one)  # type: ignore[attr-defined]
    return {code: tuple(ones) for code, ones in grouped.items()}


def _all(books: Books, shape: Shape[T]) -> tuple[T, ...]:
    return rows.load(books, shape, order=_order(shape))


def _of(books: Books, shape: Shape[T], code: str) -> tuple[T, ...]:
    return rows.load(books, shape, shape.table.c.recipient == code, order=_order(shape))


def _order(shape: Shape[Any]) -> tuple[ColumnElement[Any], ...]:
    names = {
        "career": ("recipient", "start_on"),
        "rating": ("recipient", "year"),
        "past_award": ("recipient", "year", "decision_date"),
        "initiative": ("year",),
        "discipline": ("recipient", "start_on"),
        "achievement": ("recipient", "happened_on"),
    }[shape.table.name]
    keys = (key for key in shape.keys if key not in names)
    return tuple(shape.table.c[name] for name in (*names, *keys))
