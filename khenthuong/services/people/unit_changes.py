"""Units merged, split, renamed or dissolved on a day: the old ones stay in the books as they were.

What the Law does not say is not done: ratings and awards of an old unit stay its own and are never
counted for a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.kinds import RecipientKind, UnitChangeKind
from khenthuong.domain.register import Household, PartialDate, Person, Unit, UnitChange
from khenthuong.errors import UserError
from khenthuong.services import register
from khenthuong.services.people import transfers
from khenthuong.services.people.transfers import Move, Planned
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class Reform:
    """What becomes of the units `olds` from `day` on.

    `news` are Mã of the register; `named` the names of units still to be set up, made like the
    first old one. People, parts and households go to the first of them. Dissolving names neither.
    """

    kind: UnitChangeKind
    day: date
    olds: tuple[str, ...]
    news: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    decision: str = ""
    note: str = ""


@dataclass(frozen=True)
class Effect:
    """What a reform would write, counted; `not_carried` says in words what it leaves alone."""

    people: tuple[Planned, ...]
    parts: tuple[Unit, ...]
    households: tuple[Household, ...]
    staying: int
    ratings: int
    awards: int
    not_carried: tuple[str, ...]


@dataclass(frozen=True)
class Kin:
    """One line of a unit's history: what became what, when, by which decision."""

    change: UnitChange
    old: str
    new: str


def preview(ws: Workspace, reform: Reform) -> Effect:
    """What it would write; raises UserError for what cannot be (see `carry_out`)."""
    _check(ws, reform)
    with ws.books.read():
        moves = reform.kind is not UnitChangeKind.DISSOLVED
        inside = _people(ws, reform.olds)
        # A unit still to be set up has no Mã yet: any that nobody has stands in for it.
        target = reform.news[0] if reform.news else "?"
        planned = transfers.plan_into(ws, inside, Move(target, reform.day)) if moves else ()
        units = storage.register.units(ws.books).values()
        households = storage.register.households(ws.books).values()
        awards, ratings = _on_record(ws, reform.olds)
        return Effect(
            planned,
            tuple(
                one
                for one in units
                if moves and one.parent in reform.olds and one.code not in _all(reform)
            ),
            tuple(h for h in households if moves and h.village in reform.olds),
            0 if moves else len(inside),
            ratings,
            awards,
            _words(reform),
        )


def carry_out(ws: Workspace, reform: Reform) -> tuple[str, ...]:
    """Do it in one operation that can be undone; returns the Mã of the new units.

    Raises UserError without a unit, without the units that the kind of change needs, for a day to
    come, for a unit closed before, or one that is old and new at once.
    """
    _check(ws, reform)
    names = storage.register.unit_names(ws.books, reform.olds)
    told = {
        "kind": texts.label(reform.kind).lower(),
        "olds": "; ".join(names.get(code, code) for code in reform.olds),
        "day": reform.day,
    }
    with ws.books.write(texts.say("operation.unit_change", told)):
        news = (*reform.news, *_set_up(ws, reform))
        for old in reform.olds:
            for part, new in enumerate(news or ("",)):
                change = UnitChange(
                    old, reform.day, reform.kind, new, reform.decision, reform.note, part
                )
                storage.unit_changes.save(ws.books, change)
        if news:
            _move_everything(ws, reform, news[0])
    return news


def history(ws: Workspace, unit: str) -> tuple[tuple[Kin, ...], tuple[Kin, ...]]:
    """(what it came from, what became of it), each in order of time."""
    every = storage.unit_changes.every(ws.books)
    here = [one for one in every if unit in (one.old, one.new)]
    codes = {one.old for one in here} | {one.new for one in here} - {""}
    names = storage.register.unit_names(ws.books, codes)
    kin = [Kin(one, names.get(one.old, one.old), names.get(one.new, one.new)) for one in here]
    before = tuple(one for one in kin if one.change.new == unit)
    return before, tuple(one for one in kin if one.change.old == unit)


def live_units(
    ws: Workspace, day: date | None = None, *, keep: str = ""
) -> tuple[tuple[str, str], ...]:
    """(code, name) of the units that there are on a day (None = today), in Vietnamese order.

    `keep` is offered in any case: what is on record must stay choosable.
    """
    day = day or ws.today()
    closed = storage.unit_changes.closed_from(ws.books)
    return tuple(
        (one.code, one.name)
        for one in storage.register.units(ws.books, keep=[keep] if keep else ()).values()
        if one.code == keep or one.code not in closed or closed[one.code] > day
    )


def without_closed(ws: Workspace, codes: Sequence[str]) -> tuple[str, ...]:
    """The codes without those of units that are no more today."""
    closed = storage.unit_changes.closed_from(ws.books)
    today = ws.today()
    return tuple(code for code in codes if code not in closed or closed[code] > today)


def closed_from(ws: Workspace, unit: str) -> date | None:
    """The first day without the unit; None while there is one."""
    return storage.unit_changes.closed_from(ws.books).get(unit)


def _check(ws: Workspace, reform: Reform) -> None:
    count = len(reform.news) + len(reform.named)
    wanted = {
        UnitChangeKind.MERGED: (len(reform.olds) >= 1 and count == 1),
        UnitChangeKind.SPLIT: (len(reform.olds) == 1 and count >= 2),
        UnitChangeKind.RENAMED: (len(reform.olds) == 1 and count == 1),
        UnitChangeKind.DISSOLVED: count == 0,
    }
    if not reform.olds or not wanted[reform.kind]:
        raise UserError(f"reform.{reform.kind.value}")
    if reform.day > ws.today():
        raise UserError("reform.to_come", day=reform.day)
    if set(reform.olds) & set(reform.news):
        raise UserError("reform.old_and_new")
    closed = storage.unit_changes.closed_from(ws.books)
    names = storage.register.unit_names(ws.books, _all(reform))
    for code in _all(reform):
        if code in closed:
            raise UserError("reform.closed", unit=names.get(code, code), day=closed[code])


def _all(reform: Reform) -> tuple[str, ...]:
    return (*reform.olds, *reform.news)


def _people(ws: Workspace, olds: Sequence[str]) -> list[Person]:
    return [one for one in storage.register.persons(ws.books).values() if one.unit in olds]


def _set_up(ws: Workspace, reform: Reform) -> tuple[str, ...]:
    model = storage.register.get(ws.books, reform.olds[0])
    assert isinstance(model, Unit), reform.olds  # `_check` and the screens offer units only
    made: list[str] = []
    for name in reform.named:
        code = register.new_code(ws, RecipientKind.UNIT)
        day = reform.day
        storage.register.save(
            ws.books,
            replace(
                model,
                code=code,
                name=name.strip(),
                short_name="",
                head="",
                headcount=None,
                note="",
                founded=PartialDate(day.year, day.month, day.day),
            ),
        )
        made.append(code)
    return tuple(made)


def _move_everything(ws: Workspace, reform: Reform, target: str) -> None:
    people = _people(ws, reform.olds)
    for planned in transfers.plan_into(ws, people, Move(target, reform.day)):
        transfers.write(ws, planned)
    for unit in storage.register.units(ws.books).values():
        if unit.parent in reform.olds and unit.code not in _all(reform):
            storage.register.save(ws.books, replace(unit, parent=target))
    for one in storage.register.households(ws.books).values():
        if one.village in reform.olds:
            storage.register.save(ws.books, replace(one, village=target))


def _on_record(ws: Workspace, olds: Sequence[str]) -> tuple[int, int]:
    found = [storage.records.of_recipient(ws.books, code) for code in olds]
    return sum(len(one.awards) for one in found), sum(len(one.ratings) for one in found)


def _words(reform: Reform) -> tuple[str, ...]:
    if reform.kind is UnitChangeKind.DISSOLVED:
        return (texts.say("reform.people_stay"), texts.say("reform.not_carried"))
    said = [texts.say("reform.not_carried")]
    if reform.kind is UnitChangeKind.SPLIT:
        said.append(texts.say("reform.first_gets_all"))
    if reform.named:
        said.append(texts.say("reform.made_like_first"))
    return tuple(said)
