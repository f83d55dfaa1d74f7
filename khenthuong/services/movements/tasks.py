"""The numbered lines of a plan: what is due, what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.movement import Movement, MovementTask
from khenthuong.services.workspace import Workspace


def of_movement(ws: Workspace, movement: str) -> tuple[MovementTask, ...]:
    """The lines of one plan in their order."""
    return storage.movements.tasks(ws.books, movement)


def with_days(ws: Workspace) -> tuple[tuple[Movement, MovementTask], ...]:
    """Every line of any plan that is due on a day, with its movement; the earliest day first."""
    known = storage.movements.movements(ws.books)
    found = [(known[one.movement], one) for one in storage.movements.tasks(ws.books) if one.due]
    return tuple(sorted(found, key=lambda pair: (pair[1].due or date.max, pair[1].number)))


def complete(ws: Workspace, task: MovementTask, day: date | None, result: str = "") -> MovementTask:
    """Record that a line was carried out on a day, with what came of it; None takes it back."""
    done = replace(task, done=day, result=result.strip())
    label = texts.say("operation.movement_task", {"number": task.number, "movement": task.movement})
    with ws.books.write(label):
        storage.movements.save(ws.books, done)
    return done
