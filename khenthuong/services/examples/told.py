"""Good examples as papers tell of them."""

from __future__ import annotations

from khenthuong import storage
from khenthuong.domain.examples import ExampleLine
from khenthuong.domain.register import Household, Person, Recipient
from khenthuong.services.workspace import Workspace


def of_recipient(ws: Workspace, recipient: str) -> tuple[ExampleLine, ...]:
    """The examples of one recipient, the earliest found first."""
    return tuple(one for one in _lines(ws) if one.example.recipient == recipient)


def of_year(ws: Workspace, year: int) -> tuple[ExampleLine, ...]:
    """The examples for which something was done in a calendar year."""
    return tuple(one for one in _lines(ws) if year in _years(one))


def _lines(ws: Workspace) -> list[ExampleLine]:
    with ws.books.read():
        found = storage.examples.examples(ws.books)
        spreads = storage.examples.spreads(ws.books)
        known = storage.register.many(ws.books, {one.recipient for one in found})
        names = storage.register.unit_names(ws.books, {unit_of(o) for o in known.values()} - {""})
        movements = storage.movements.movements(ws.books)
    lines = [
        ExampleLine(
            one,
            known[one.recipient].name,
            names.get(unit_of(known[one.recipient]), ""),
            movements[one.movement].name if one.movement else "",
            tuple(spread for spread in spreads if spread.example == one.code),
        )
        for one in found
    ]
    return sorted(lines, key=lambda line: (str(line.example.found or ""), line.example.code))


def unit_of(one: Recipient) -> str:
    """The code of the unit, village or parent that a recipient belongs to; "" for none."""
    if isinstance(one, Person):
        return one.unit
    return one.village if isinstance(one, Household) else one.parent


def _years(one: ExampleLine) -> set[int]:
    example = one.example
    days = [example.found, example.fostered, example.reviewed, *(s.day for s in one.spreads)]
    return {day.year for day in days if day is not None}
