"""Điển hình tiên tiến and where they were copied or published."""

from __future__ import annotations

from typing import Any, TypeVar

from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.errors import NotFoundError
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import EXAMPLE_SPREAD, GOOD_EXAMPLE, Shape, shape_of

T = TypeVar("T")


def examples(
    books: Books, *, movement: str | None = None, recipient: str | None = None
) -> tuple[GoodExample, ...]:
    """Good examples by code; every condition given must hold."""
    return _of(books, GOOD_EXAMPLE, movement=movement, recipient=recipient)


def get(books: Books, code: str) -> GoodExample:
    """One example; raises NotFoundError."""
    found = _of(books, GOOD_EXAMPLE, code=code)
    if not found:
        raise NotFoundError("books.not_found", key=code)
    return found[0]


def spreads(books: Books, example: str | None = None) -> tuple[ExampleSpread, ...]:
    """Where one example, or any, was copied or published, in order of days."""
    return tuple(sorted(_of(books, EXAMPLE_SPREAD, example=example), key=lambda one: one.day))


def save(books: Books, value: GoodExample | ExampleSpread) -> bool:
    """Add or change a row; raises BooksError when it names what the books do not know."""
    references.check(books.writer, references.wanted(shape_of(value), [value]))
    return rows.save(books, value)


def remove(books: Books, value: GoodExample | ExampleSpread) -> None:
    """Take a row out, an example with all its spreads; the audit keeps them."""
    if isinstance(value, GoodExample):
        table = EXAMPLE_SPREAD.table
        rows.replace_all(books, EXAMPLE_SPREAD, (), table.c.example == value.code)
    rows.remove(books, value)


def _of(books: Books, shape: Shape[T], **conditions: Any) -> tuple[T, ...]:
    where = [
        shape.table.c[name] == value for name, value in conditions.items() if value is not None
    ]
    return rows.load(books, shape, *where)
