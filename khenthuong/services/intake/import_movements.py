"""Rows of movements that hang in the air: figures of no target, targets of nobody registered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khenthuong import storage
from khenthuong.domain.batch import Batch, Entry, Fault
from khenthuong.exchange.sheets import BY_KEY
from khenthuong.services.intake.import_references import fault
from khenthuong.storage import Books


def loose_rows(books: Books, batch: Batch) -> Iterator[Fault]:
    """Faults for own targets of who is not registered, and for figures of no target."""
    if batch.unit_targets:
        yield from _of_nobody(books, batch)
    if batch.progress:
        yield from _of_no_target(books, batch)


def _of_nobody(books: Books, batch: Batch) -> Iterator[Fault]:
    taking = {(one.movement, one.recipient) for one in storage.movements.participants(books)}
    taking |= {(e.value.movement, e.value.recipient) for e in batch.participants}
    for entry in batch.unit_targets:
        one = entry.value
        if (one.movement, one.recipient) not in taking:
            yield _loose(entry, "unit_targets", "recipient", "fault.not_registered")


def _of_no_target(books: Books, batch: Batch) -> Iterator[Fault]:
    known = {
        ("", one.movement, one.content, one.period) for one in storage.movements.targets(books)
    }
    known |= {("", e.value.movement, e.value.content, e.value.period) for e in batch.targets}
    known |= {
        (one.recipient, one.movement, one.content, one.period)
        for one in storage.movements.unit_targets(books)
    }
    known |= {
        (e.value.recipient, e.value.movement, e.value.content, e.value.period)
        for e in batch.unit_targets
    }
    for entry in batch.progress:
        one = entry.value
        if (one.recipient, one.movement, one.content, one.period) not in known:
            yield _loose(entry, "progress", "content", "fault.no_such_target")


def _loose(entry: Entry[Any], sheet: str, column: str, code: str) -> Fault:
    one = entry.value
    told = {"recipient": one.recipient, "movement": one.movement, "content": one.content}
    name = BY_KEY[sheet].column(column).name
    return fault(entry.place, name, code, **told, period=one.period)
