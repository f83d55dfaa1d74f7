"""Phong trào: plans with targets and tasks, who takes part, figures reached, titles aimed at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import ColumnElement

from khenthuong.domain.movement import (
    Movement,
    MovementTask,
    Participant,
    Progress,
    Registration,
    Target,
    UnitTarget,
    number_key,
)
from khenthuong.domain.years import Year
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import (
    MOVEMENT,
    MOVEMENT_TASK,
    PARTICIPANT,
    PROGRESS,
    REGISTRATION,
    TARGET,
    UNIT_TARGET,
    Shape,
    shape_of,
)

Part = Target | MovementTask | Participant | UnitTarget | Progress | Registration
T = TypeVar("T")
_OWN: tuple[Shape[Any], ...] = (
    PROGRESS,
    UNIT_TARGET,
    PARTICIPANT,
    TARGET,
    MOVEMENT_TASK,
    REGISTRATION,
)
"""What a movement takes with it when it is taken out."""


def movements(books: Books) -> dict[str, Movement]:
    """All movements by code, the earliest plan first."""
    table = MOVEMENT.table
    found = rows.load(books, MOVEMENT, order=[table.c.issued, table.c.start_on, table.c.code])
    return {one.code: one for one in found}


def targets(books: Books, movement: str | None = None) -> tuple[Target, ...]:
    """The targets of one movement, or of all, as the plans number them."""
    found = _of(books, TARGET, movement=movement)
    return tuple(sorted(found, key=lambda one: (one.movement, number_key(one.number))))


def tasks(books: Books, movement: str | None = None) -> tuple[MovementTask, ...]:
    """The numbered lines of one plan, or of all, in their order."""
    found = _of(books, MOVEMENT_TASK, movement=movement)
    return tuple(sorted(found, key=lambda one: (one.movement, number_key(one.number))))


def participants(books: Books, movement: str | None = None) -> tuple[Participant, ...]:
    """Who registered for one movement, or for any."""
    return _of(books, PARTICIPANT, movement=movement)


def participations(books: Books, recipient: str) -> tuple[Participant, ...]:
    """Every movement that a recipient registered for."""
    return _of(books, PARTICIPANT, recipient=recipient)


def unit_targets(books: Books, movement: str | None = None) -> tuple[UnitTarget, ...]:
    """The targets that participants set themselves."""
    return _of(books, UNIT_TARGET, movement=movement)


def progress(books: Books, movement: str | None = None) -> tuple[Progress, ...]:
    """The figures reached, of the movement's targets and of the participants' own."""
    return _of(books, PROGRESS, movement=movement)


def registrations(
    books: Books,
    *,
    year: Year | None = None,
    movement: str | None = None,
    recipient: str | None = None,
) -> tuple[Registration, ...]:
    """Who aims at which award; every condition given must hold."""
    text = None if year is None else str(year)
    return _of(books, REGISTRATION, year=text, movement=movement, recipient=recipient)


def save_movement(books: Books, movement: Movement) -> bool:
    """Add or change a movement; raises BooksError when its parent does not exist."""
    references.check(
        books.writer,
        references.wanted(MOVEMENT, [movement]),
        {"movement": frozenset({movement.code})},
    )
    return rows.save(books, movement)


def remove_movement(books: Books, movement: Movement) -> None:
    """Take a movement out with everything that only it has; BooksError while others name it."""
    for shape in _OWN:
        rows.replace_all(books, shape, (), shape.table.c.movement == movement.code)
    rows.remove(books, movement)


def save_targets(books: Books, movement: str, wanted: Iterable[Target]) -> None:
    """Make exactly these the targets of the movement."""
    _replace(books, TARGET, tuple(wanted), TARGET.table.c.movement == movement)


def save_tasks(books: Books, movement: str, wanted: Iterable[MovementTask]) -> None:
    """Make exactly these the numbered lines of the plan."""
    _replace(books, MOVEMENT_TASK, tuple(wanted), MOVEMENT_TASK.table.c.movement == movement)


def save_unit_targets(
    books: Books, movement: str, recipient: str, wanted: Iterable[UnitTarget]
) -> None:
    """Make exactly these the participant's own targets."""
    c = UNIT_TARGET.table.c
    _replace(books, UNIT_TARGET, tuple(wanted), c.movement == movement, c.recipient == recipient)


def save(books: Books, value: Part) -> bool:
    """Add or change one row; raises BooksError when it names what the books do not know."""
    references.check(books.writer, references.wanted(shape_of(value), [value]))
    return rows.save(books, value)


def remove(books: Books, value: Part) -> None:
    """Take one row out; the audit keeps it."""
    rows.remove(books, value)


def _replace(
    books: Books, shape: Shape[T], wanted: tuple[T, ...], *where: ColumnElement[bool]
) -> None:
    references.check(books.writer, references.wanted(shape, wanted))
    rows.replace_all(books, shape, wanted, *where)


def _of(books: Books, shape: Shape[T], **conditions: Any) -> tuple[T, ...]:
    where = [
        shape.table.c[name] == value for name, value in conditions.items() if value is not None
    ]
    return rows.load(books, shape, *where)
