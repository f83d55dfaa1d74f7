"""People who move to another unit on a day: the career says where each worked in each year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from khenthuong import storage, texts
from khenthuong.domain.register import CareerStep, PartialDate, Person, Unit
from khenthuong.errors import UserError
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class Move:
    """Where to, from which day, as what; `position` "" keeps each one's own.

    `since`: from when they worked in the unit they leave, where the books do not know it.
    """

    unit: str
    day: date
    position: str = ""
    since: PartialDate | None = None


@dataclass(frozen=True)
class Planned:
    """What a move writes for one person: the steps closed or added, and the person after it.

    `guessed`: the beginning of the step left behind is the first year of which the books know
    anything of this person, not a day that somebody stated.
    """

    person: Person
    after: Person
    closes: CareerStep | None
    left: CareerStep | None
    begins: CareerStep
    guessed: bool = False


@dataclass(frozen=True)
class Span:
    """One line of somebody's time: from, to (None = still), position, unit in words."""

    start: PartialDate | None
    end: PartialDate | None
    position: str
    unit: str


def plan(ws: Workspace, codes: Sequence[str], move: Move) -> tuple[Planned, ...]:
    """What the move would write, nothing written.

    Raises UserError for a day to come, an unknown unit or one closed by then, somebody who is in
    that unit already, or whose career holds a step from that day on.
    """
    if move.day > ws.today():
        raise UserError("move.to_come", day=move.day)
    with ws.books.read():
        _check_unit(ws, move)
        found = storage.register.many(ws.books, codes).values()
        return plan_into(ws, [one for one in found if isinstance(one, Person)], move)


def plan_into(ws: Workspace, people: Sequence[Person], move: Move) -> tuple[Planned, ...]:
    """The same for these people, whatever the unit: one that is about to be set up has no row."""
    careers = storage.records.careers(ws.books)
    known = _known_since(ws)
    return tuple(_plan(one, careers.get(one.code, ()), move, known) for one in people)


def carry_out(ws: Workspace, codes: Sequence[str], move: Move) -> int:
    """Move them, in one operation; returns how many. Raises UserError as `plan` does."""
    planned = plan(ws, codes, move)
    if not planned:
        return 0
    name = storage.register.unit_names(ws.books, [move.unit]).get(move.unit, move.unit)
    told = {"count": len(planned), "unit": name, "day": move.day}
    with ws.books.write(texts.say("operation.move_people", told)):
        for one in planned:
            write(ws, one)
    return len(planned)


def write(ws: Workspace, one: Planned) -> None:
    """Write one planned move, inside `books.write`."""
    for step in (one.closes, one.left, one.begins):
        if step is not None:
            storage.records.save(ws.books, step)
    storage.register.save(ws.books, one.after)


def timeline(ws: Workspace, code: str) -> tuple[Span, ...]:
    """Where somebody worked, in order of time; what the register says today comes last.

    Empty for whoever has no career on record: then today's unit counts for every year.
    """
    one = storage.register.get(ws.books, code)
    steps = storage.records.of_recipient(ws.books, code).careers
    names = storage.register.unit_names(ws.books, {step.unit for step in steps} - {""})
    spans = [Span(s.start, s.end, s.position, names.get(s.unit, s.unit)) for s in steps]
    if not steps or not isinstance(one, Person) or not one.unit:
        return tuple(spans)
    last = steps[-1]
    if last.end is not None and last.unit != one.unit:
        now = storage.register.unit_names(ws.books, [one.unit]).get(one.unit, one.unit)
        spans.append(Span(None, None, one.position, now))
    return tuple(spans)


def _plan(
    person: Person, steps: tuple[CareerStep, ...], move: Move, known: Mapping[str, int]
) -> Planned:
    if person.unit == move.unit and (not move.position or move.position == person.position):
        raise UserError("move.already_there", name=person.name)
    last = steps[-1] if steps else None
    if last is not None and _first(last.start) >= move.day:
        raise UserError("move.later_step", name=person.name, start=last.start.iso)
    position = move.position or person.position
    begins = CareerStep(person.code, _exact(move.day), None, position, move.unit)
    after = replace(person, unit=move.unit, position=position)
    end = _exact(move.day - timedelta(days=1))
    if last is not None and last.end is None:
        return Planned(person, after, replace(last, end=end), None, begins)
    if not person.unit or (last is not None and last.end is not None):
        return Planned(person, after, None, None, begins)
    since, guessed = _since(person, move, known)
    left = CareerStep(person.code, since, end, person.position, person.unit)
    return Planned(person, after, None, left, begins, guessed)


def _since(person: Person, move: Move, known: Mapping[str, int]) -> tuple[PartialDate, bool]:
    """From when somebody without a career worked in the unit of today, and whether that is a guess.

    The unit of each earlier year must stay what it was: so the step begins no later than the first
    year of which the books know anything.
    """
    stated = person.joined or move.since
    if stated is not None and _first(stated) < move.day:
        return stated, False
    return PartialDate(min(known.get(person.code, move.day.year), move.day.year)), True


def _known_since(ws: Workspace) -> Mapping[str, int]:
    """The first year of which the books know a rating or an award, by recipient."""
    first: dict[str, int] = {}
    for found in (storage.records.ratings(ws.books), storage.records.past_awards(ws.books)):
        for code, rows in found.items():
            years = [row.year.start for row in rows]
            first[code] = min([*years, first.get(code, years[0])])
    return first


def _check_unit(ws: Workspace, move: Move) -> None:
    unit = storage.register.get(ws.books, move.unit)
    closed = storage.unit_changes.closed_from(ws.books).get(move.unit)
    if not isinstance(unit, Unit):
        raise UserError("move.no_unit", unit=unit.name)
    if closed is not None and closed <= move.day:
        raise UserError("move.closed", unit=unit.name, day=closed)


def _exact(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _first(when: PartialDate) -> date:
    return date(when.year, when.month or 1, when.day or 1)
