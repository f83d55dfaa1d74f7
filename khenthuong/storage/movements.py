"""Phong trào and their chỉ tiêu."""

from __future__ import annotations

from collections.abc import Iterable

from khenthuong.domain.movement import Movement, Target
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import MOVEMENT, TARGET


def movements(books: Books) -> dict[str, Movement]:
    """All movements by code, the earliest plan first."""
    table = MOVEMENT.table
    found = rows.load(books, MOVEMENT, order=[table.c.issued, table.c.start_on, table.c.code])
    return {one.code: one for one in found}


def targets(books: Books, movement: str | None = None) -> tuple[Target, ...]:
    """The targets of one movement, or of all."""
    where = [] if movement is None else [TARGET.table.c.movement == movement]
    return rows.load(books, TARGET, *where)


def save_movement(books: Books, movement: Movement) -> bool:
    """Add or change a movement; raises BooksError when its parent does not exist."""
    references.check(
        books.writer,
        references.wanted(MOVEMENT, [movement]),
        {"movement": frozenset({movement.code})},
    )
    return rows.save(books, movement)


def save_targets(books: Books, movement: str, wanted: Iterable[Target]) -> None:
    """Make exactly these the targets of the movement."""
    values = tuple(wanted)
    references.check(books.writer, references.wanted(TARGET, values))
    rows.replace_all(books, TARGET, values, TARGET.table.c.movement == movement)
