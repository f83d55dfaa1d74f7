"""The numbered lines of a plan: what is due, what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.movement import MovementTask
from khenthuong.services.workspace import Workspace


def of_movement(ws: Workspace, movement: str) -> tuple[MovementTask, ...]:
    """The lines of one plan in their order."""
    return storage.movements.tasks(ws.books, movement)


def complete(ws: Workspace, task: MovementTask, day: date | None, result: str = "") -> MovementTask:
    """Record that a line was carried out on a day, with what came of it; None takes it back."""
    done = replace(task, done=day, result=result.strip())
    label = texts.say("operation.movement_task", {"number": task.number, "movement": task.movement})
    with ws.books.write(label):
        storage.movements.save(ws.books, done)
    return done
