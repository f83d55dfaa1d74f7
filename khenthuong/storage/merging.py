"""Two rows for one and the same: everything the one has goes to the other, its Mã stays known.

The row given up is not deleted: it lies in the bin with an `Alias`, because sealed dossiers,
packages and papers name its Mã for ever. What belongs to a sealed round stays under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import ColumnElement, select

from khenthuong.domain.records import Initiative
from khenthuong.domain.register import Alias, CareerStep
from khenthuong.storage import register, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import (
    ALIAS,
    CAREER,
    HOUSEHOLD,
    MEETING,
    NOMINATION,
    PERSON,
    SHAPES,
    UNIT,
    Shape,
)
from khenthuong.storage.tables import certificate, sealed_dossier

_NAMING = frozenset({"recipient", "unit", "person", "household"})
_OWN = (UNIT, PERSON, HOUSEHOLD)


@dataclass(frozen=True)
class Moving:
    """A row that names the one given up: as it is, as it will be, and what is there already.

    `there` is the row of the one kept under the same natural key; None where there is none.
    """

    table: str
    value: Any
    moved: Any
    there: Any = None

    @property
    def clash(self) -> bool:
        """Whether both say different things under one key."""
        return self.there is not None and self.there != self.moved

    @property
    def key(self) -> str:
        """What names the row among all that move."""
        return f"{self.table}:{self.value!r}"


def aliases(books: Books) -> Mapping[str, str]:
    """Every former Mã with the Mã that took its place."""
    return {one.code: one.recipient for one in rows.load(books, ALIAS)}


def sealed_rounds(books: Books) -> frozenset[str]:
    """Rounds of which at least one dossier was sealed."""
    with books.read() as connection:
        return frozenset(connection.execute(select(sealed_dossier.c.round)).scalars())


def nominated_in(books: Books, code: str) -> frozenset[str]:
    """The rounds in which somebody is nominated."""
    found = rows.load(books, NOMINATION, NOMINATION.table.c.recipient == code)
    return frozenset(one.round for one in found)


def has_certificate(books: Books, code: str) -> bool:
    """Whether a certificate of somebody has a số sổ vàng or words of its own."""
    with books.read() as connection:
        query = select(certificate.c.recipient).where(certificate.c.recipient == code).limit(1)
        return connection.execute(query).first() is not None


def moving(books: Books, gone: str, kept: str) -> tuple[Moving, ...]:
    """Every row that goes from one to the other, table by table."""
    with books.read():
        sealed = sealed_rounds(books)
        held = {one.code: one.round for one in rows.load(books, MEETING)}
        return tuple(
            Moving(shape.table.name, value, moved, _there(books, shape, value, moved))
            for shape in SHAPES
            if shape is not ALIAS
            for value in _naming(books, shape, gone)
            if _round_of(value, held) not in sealed
            for moved in (_moved(shape, value, gone, kept),)
        )


def merge(books: Books, gone: str, kept: str, take: Mapping[str, bool]) -> None:
    """Do it, inside `books.write`; `take` says by `Moving.key` whether the moving row wins.

    A clash without an answer is a bug of the caller and raises KeyError.
    """
    for one in moving(books, gone, kept):
        if one.moved == one.value:
            continue
        if one.there is None or (one.clash and take[one.key]):
            _replace(books, one.value, one.moved)
        else:
            rows.remove(books, one.value)
    for former in rows.load(books, ALIAS, ALIAS.table.c.recipient == gone):
        rows.save(books, replace(former, recipient=kept))
    rows.save(books, Alias(gone, kept))
    register.to_bin(books, gone)


def _naming(books: Books, shape: Shape[Any], code: str) -> Iterator[Any]:
    """The values of a shape that name the code, each once, its own row left out."""
    found: dict[Any, None] = {}
    for name in _fields(shape):
        condition = _names(shape, name, code)
        found |= dict.fromkeys(rows.load(books, shape, condition))
    yield from (one for one in found if not (shape in _OWN and one.code == code))


def _fields(shape: Shape[Any]) -> tuple[str, ...]:
    naming = tuple(name for name, table in shape.references.items() if table in _NAMING)
    # A career names its unit by Mã or, for units unknown here, in words: no reference.
    return (*naming, "unit") if shape is CAREER else naming


def _names(shape: Shape[Any], name: str, code: str) -> ColumnElement[bool]:
    for link in shape.links:
        if link.name == name:
            (key,) = shape.keys
            inside = select(link.table.c[key]).where(link.table.c[link.column] == code)
            return shape.table.c[key].in_(inside)
    column = next(field.column for field in shape.fields if field.name == name)
    return shape.table.c[column] == code


def _moved(shape: Shape[Any], value: Any, gone: str, kept: str) -> Any:
    changed: dict[str, Any] = {}
    for name in _fields(shape):
        now = getattr(value, name)
        if isinstance(now, tuple):
            listed = cast("tuple[str, ...]", now)
            changed[name] = tuple(dict.fromkeys(kept if one == gone else one for one in listed))
        elif now == gone:
            changed[name] = kept
    return replace(value, **changed)


def _there(books: Books, shape: Shape[Any], value: Any, moved: Any) -> Any:
    after = rows.key_of(moved)
    if rows.key_of(value) == after:
        return None
    here = [shape.table.c[n] == part for n, part in zip(shape.keys, after, strict=True)]
    return next(iter(rows.load(books, shape, *here)), None)


def _round_of(value: Any, held: Mapping[str, str]) -> str:
    if isinstance(value, CareerStep | Initiative):
        return ""
    meeting = getattr(value, "meeting", "")
    return held.get(meeting, "") if meeting else str(getattr(value, "round", ""))


def _replace(books: Books, value: Any, moved: Any) -> None:
    if rows.key_of(value) != rows.key_of(moved):
        rows.remove(books, value)
    rows.save(books, moved)
