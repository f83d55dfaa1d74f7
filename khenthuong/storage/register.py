"""Sổ: units, persons and households, found by code or by what somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, select, update

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import HOUSEHOLD, PERSON, UNIT, Shape, shape_of
from khenthuong.storage.tables import recipient

R = TypeVar("R", Unit, Person, Household)

_SHAPES: dict[RecipientKind, Shape[Any]] = {
    RecipientKind.UNIT: UNIT,
    RecipientKind.PERSON: PERSON,
    RecipientKind.HOUSEHOLD: HOUSEHOLD,
}
_AT_ONCE = 500


def kind_of(books: Books, code: str) -> RecipientKind:
    """Whether the code names a unit, a person or a household; raises NotFoundError."""
    with books.read() as connection:
        kind = connection.execute(
            select(recipient.c.kind).where(recipient.c.code == code)
        ).scalar_one_or_none()
    if kind is None:
        raise NotFoundError("books.not_found", key=code)
    return RecipientKind(kind)


def get(books: Books, code: str) -> Recipient:
    """The unit, person or household of a code, also from the bin; raises NotFoundError."""
    shape = _SHAPES[kind_of(books, code)]
    return rows.load(books, shape, shape.table.c.code == code)[0]


def many(books: Books, codes: Iterable[str]) -> dict[str, Recipient]:
    """Recipients by code, in the order asked for; unknown codes are left out."""
    asked = list(dict.fromkeys(codes))
    found: dict[str, Recipient] = {}
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        for shape in _SHAPES.values():
            here = shape.table.c.code.in_(part)
            found |= {one.code: one for one in rows.load(books, shape, here)}
    return {code: found[code] for code in asked if code in found}


def units(books: Books, *, keep: Iterable[str] = ()) -> dict[str, Unit]:
    """All units outside the bin, and those of `keep`, by code, in Vietnamese order."""
    return _all(books, UNIT, keep)


def persons(books: Books, *, keep: Iterable[str] = ()) -> dict[str, Person]:
    """All persons outside the bin, and those of `keep`, by code, in Vietnamese order."""
    return _all(books, PERSON, keep)


def households(books: Books, *, keep: Iterable[str] = ()) -> dict[str, Household]:
    """All households outside the bin, and those of `keep`, by code, in Vietnamese order."""
    return _all(books, HOUSEHOLD, keep)


def save(books: Books, value: Recipient) -> bool:
    """Add or change a recipient; returns whether anything changed.

    Raises BooksError when the code already names another kind, or a named unit does not exist.
    """
    shape = shape_of(value)
    connection = books.writer
    references.check(
        connection,
        references.wanted(shape, [value]),
        {"unit": frozenset({value.code} if isinstance(value, Unit) else ())},
    )
    kind = connection.execute(
        select(recipient.c.kind).where(recipient.c.code == value.code)
    ).scalar_one_or_none()
    if kind not in (None, value.recipient_kind.value):
        raise BooksError("books.code_taken", key=value.code, kind=RecipientKind(kind))
    return rows.save(books, value)


def to_bin(books: Books, code: str) -> None:
    """Put a recipient into the bin: no list shows it, every record of it stays."""
    _bin(books, code, datetime.now().astimezone().isoformat(timespec="seconds"))


def restore(books: Books, code: str) -> None:
    """Take a recipient out of the bin."""
    _bin(books, code, None)


def is_binned(books: Books, code: str) -> bool:
    """Whether the recipient lies in the bin; raises NotFoundError."""
    kind_of(books, code)
    with books.read() as connection:
        return (
            connection.execute(
                select(recipient.c.binned_at).where(recipient.c.code == code)
            ).scalar_one()
            is not None
        )


def counts(books: Books) -> dict[RecipientKind, int]:
    """How many of each kind lie outside the bin."""
    query = (
        select(recipient.c.kind, func.count())
        .where(recipient.c.binned_at.is_(None))
        .group_by(recipient.c.kind)
    )
    with books.read() as connection:
        found = {RecipientKind(kind): int(number) for kind, number in connection.execute(query)}
    return {kind: found.get(kind, 0) for kind in RecipientKind}


def codes_beginning(books: Books, prefix: str) -> set[str]:
    """All codes in use, the bin included, that begin so."""
    with books.read() as connection:
        return set(
            connection.execute(
                select(recipient.c.code).where(recipient.c.code.startswith(prefix, autoescape=True))
            ).scalars()
        )


def binned_of(books: Books, codes: Iterable[str]) -> set[str]:
    """Those of the codes that lie in the bin."""
    asked = set(codes)
    with books.read() as connection:
        binned = connection.execute(
            select(recipient.c.code).where(recipient.c.binned_at.is_not(None))
        ).scalars()
        return {code for code in binned if code in asked}


def in_order(books: Books, codes: Iterable[str]) -> list[str]:
    """The codes as lists show them: units, persons, households, each in Vietnamese order."""
    places = {kind.value: n for n, kind in enumerate(RecipientKind)}
    asked = set(codes)
    query = select(recipient.c.code, recipient.c.kind, recipient.c.sort_key)
    with books.read() as connection:
        found = [row for row in connection.execute(query) if row[0] in asked]
    return [row[0] for row in sorted(found, key=lambda row: (places[row[1]], row[2], row[0]))]


def unit_names(books: Books, codes: Iterable[str]) -> Mapping[str, str]:
    """The names of these recipients by code."""
    asked = list(set(codes))
    with books.read() as connection:
        return {
            code: name
            for start in range(0, len(asked), _AT_ONCE)
            for code, name in connection.execute(
                select(recipient.c.code, recipient.c.name).where(
                    recipient.c.code.in_(asked[start : start + _AT_ONCE])
                )
            )
        }


def _all(books: Books, shape: Shape[R], keep: Iterable[str]) -> dict[str, R]:
    shown: ColumnElement[bool] = recipient.c.binned_at.is_(None)
    kept = list(keep)
    if kept:
        shown = shown | recipient.c.code.in_(kept)
    return {value.code: value for value in rows.load(books, shape, shown)}


def _bin(books: Books, code: str, at: str | None) -> None:
    kind_of(books, code)
    books.writer.execute(
        update(recipient)
        .where(recipient.c.code == code, recipient.c.binned_at.is_(None) == (at is not None))
        .values(binned_at=at)
    )
