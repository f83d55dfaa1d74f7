"""The board of good examples: cards by step, and what moving a card writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain import examples
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.kinds import ExampleStage, RecipientKind
from khenthuong.errors import UserError
from khenthuong.services.examples.standing import Nominated, nominated
from khenthuong.services.examples.told import unit_of
from khenthuong.services.workspace import Workspace

_PREFIX = "DH"
_NEEDED: Mapping[ExampleStage, tuple[str, ...]] = {
    ExampleStage.FOUND: ("recipient", "name", "found", "found_by"),
    ExampleStage.FOSTERED: ("fosterer", "fostering", "fostered"),
    ExampleStage.REVIEWED: ("review", "reviewed"),
    ExampleStage.SPREAD: (),
}
"""What a step must say; the last one needs a place that copied it or a publication."""


@dataclass(frozen=True)
class Card:
    """One example on the board.

    `name` is whose it is, `unit` the code and `unit_name` the name of where that one belongs;
    `since` the day of the last step, `late` the calendar days since then where that is long.
    """

    example: GoodExample
    name: str
    kind: RecipientKind
    unit: str
    unit_name: str
    movement_name: str
    spreads: tuple[ExampleSpread, ...]
    since: date | None
    late: int | None
    nominated: tuple[Nominated, ...]

    @property
    def next_stage(self) -> ExampleStage | None:
        """The step to be done next; None after the last."""
        return examples.after(self.example.stage)


def cards(
    ws: Workspace, *, movement: str = "", unit: str = "", year: int | None = None
) -> tuple[Card, ...]:
    """Every card, the one that has waited longest first; "" and None ask for all.

    `unit`: it or somebody of it; `year`: found, fostered, reviewed or spread in it.
    """
    with ws.books.read():
        found = storage.examples.examples(ws.books, movement=movement or None)
        spreads = storage.examples.spreads(ws.books)
        known = storage.register.many(ws.books, {one.recipient for one in found})
        units = storage.register.unit_names(
            ws.books, {unit_of(one) for one in known.values()} - {""}
        )
        movements = storage.movements.movements(ws.books)
        proposed = nominated(ws, {one.achievement for one in found} - {""})
    today = ws.today()
    made: list[Card] = []
    for one in found:
        own = tuple(spread for spread in spreads if spread.example == one.code)
        of = known[one.recipient]
        card = Card(
            one,
            of.name,
            of.recipient_kind,
            unit_of(of),
            units.get(unit_of(of), ""),
            movements[one.movement].name if one.movement else "",
            own,
            examples.since(one, own),
            examples.waiting(one, today),
            proposed.get(one.achievement, ()),
        )
        if _of_unit(card, unit) and (year is None or year in _years(card)):
            made.append(card)
    return tuple(sorted(made, key=lambda card: (card.since or date.min, card.example.code)))


def card(ws: Workspace, code: str) -> Card:
    """One card; raises NotFoundError."""
    storage.examples.get(ws.books, code)
    return next(one for one in cards(ws) if one.example.code == code)


def years(found: Iterable[Card]) -> tuple[int, ...]:
    """The years in which something was done for these, the latest first."""
    return tuple(sorted({year for one in found for year in _years(one)}, reverse=True))


def save(ws: Workspace, value: GoodExample) -> GoodExample:
    """Add an example (under a code of its own where it has none) or change it, in one operation.

    Raises UserError where something its steps need is missing, or days run backwards.
    """
    made = value if value.code else replace(value, code=new_code(ws))
    check(ws, made)
    with ws.books.write(texts.say("operation.example", {"name": made.name})):
        storage.examples.save(ws.books, made)
    return made


def move(
    ws: Workspace, value: GoodExample, stage: ExampleStage, spread: ExampleSpread | None = None
) -> GoodExample:
    """Bring an example to a step, forwards with what the step needs or back, in one operation.

    What was noted of a step that is taken back stays noted. Raises UserError as `save`, and where
    the last step is reached without a place or publication.
    """
    moved = replace(value, stage=stage)
    check(ws, moved)
    known = storage.examples.spreads(ws.books, value.code)
    if stage is ExampleStage.SPREAD and spread is None and not known:
        raise UserError("example.no_spread", name=value.name)
    if spread is not None:
        _check_spread(ws, moved, spread)
    label = {"name": value.name, "stage": stage}
    with ws.books.write(texts.say("operation.example_moved", label)):
        storage.examples.save(ws.books, moved)
        if spread is not None:
            storage.examples.save(ws.books, spread)
    return moved


def add_spread(ws: Workspace, value: ExampleSpread) -> None:
    """Note one more place that copied an example, or one more publication about it."""
    example = storage.examples.get(ws.books, value.example)
    _check_spread(ws, example, value)
    with ws.books.write(texts.say("operation.example_spread", {"name": example.name})):
        storage.examples.save(ws.books, value)


def remove(ws: Workspace, code: str) -> None:
    """Take an example out with its places and publications; the history brings it back."""
    found = storage.examples.get(ws.books, code)
    with ws.books.write(texts.say("operation.remove_example", {"name": found.name})):
        storage.examples.remove(ws.books, found)


def add_evidence(ws: Workspace, code: str, files: Sequence[Path]) -> tuple[str, ...]:
    """Keep files as evidence of an example, in one operation; returns their names.

    The Thành tích written from the example gets them too.
    """
    found = storage.examples.get(ws.books, code)
    with ws.books.write(texts.say("operation.example_evidence", {"name": found.name})):
        names = tuple(storage.evidence.add(ws.books, one).name for one in files)
        evidence = tuple(dict.fromkeys((*found.evidence, *names)))
        storage.examples.save(ws.books, replace(found, evidence=evidence))
        written = storage.records.achievements(ws.books).get(found.achievement)
        if written is not None:
            both = tuple(dict.fromkeys((*written.evidence, *names)))
            storage.records.save(ws.books, replace(written, evidence=both))
    return names


def take_off_evidence(ws: Workspace, code: str, name: str) -> None:
    """No longer name a file as evidence of an example; its bytes and its other uses stay."""
    found = storage.examples.get(ws.books, code)
    left = tuple(one for one in found.evidence if one != name)
    with ws.books.write(texts.say("operation.example_evidence", {"name": found.name})):
        storage.examples.save(ws.books, replace(found, evidence=left))


def new_code(ws: Workspace) -> str:
    """A code that no example has yet: DH-001."""
    taken = {one.code for one in storage.examples.examples(ws.books)}
    numbers = range(1, len(taken) + 2)
    return next(code for n in numbers if (code := f"{_PREFIX}-{n:03}") not in taken)


def check(ws: Workspace, value: GoodExample) -> None:
    """Raise UserError where a step that was done lacks something, or its day cannot be."""
    done = examples.STAGES[: examples.STAGES.index(value.stage) + 1]
    for stage in done:
        for name in _NEEDED[stage]:
            if not getattr(value, name):
                raise UserError("example.missing", stage=stage, field=_field(name))
    days = [("found", value.found), ("fostered", value.fostered), ("reviewed", value.reviewed)]
    known = [(name, day) for name, day in days if day is not None]
    for (_, first), (name, second) in pairwise(known):
        if second < first:
            raise UserError("example.days", field=_field(name), day=first)
    for name, day in known:
        if day > ws.today():
            raise UserError("example.future", field=_field(name), day=day)


def _check_spread(ws: Workspace, example: GoodExample, value: ExampleSpread) -> None:
    if not value.place.strip():
        raise UserError("example.no_place")
    if value.day > ws.today():
        raise UserError(
            "example.future", field=texts.say("field.example_spread.day"), day=value.day
        )
    if example.found and value.day < example.found:
        raise UserError(
            "example.days", field=texts.say("field.example_spread.day"), day=example.found
        )


def _field(name: str) -> str:
    return texts.say(f"field.good_example.{name}")


def _of_unit(one: Card, unit: str) -> bool:
    return not unit or unit in (one.unit, one.example.recipient)


def _years(one: Card) -> set[int]:
    example = one.example
    days = [example.found, example.fostered, example.reviewed, *(s.day for s in one.spreads)]
    return {day.year for day in days if day is not None}
