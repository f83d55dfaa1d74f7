"""Who registered for a movement, with what pledge and which targets of its own, aiming at what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.movement import Participant, Registration, UnitTarget
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services.movements import plans
from khenthuong.services.movements.progress import TargetLine, of_participants
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class ParticipantLine:
    """A participant with its name, its own targets and the awards it aims at in this movement."""

    participant: Participant
    name: str
    kind: RecipientKind
    targets: tuple[TargetLine, ...]
    aims: tuple[Registration, ...]


def of_movement(
    ws: Workspace, movement: str, today: date | None = None
) -> tuple[ParticipantLine, ...]:
    """Everybody who registered, in the register's order."""
    with ws.books.read():
        found = {one.recipient: one for one in storage.movements.participants(ws.books, movement)}
        known = storage.register.many(ws.books, found)
        lines = of_participants(ws, movement, today=today)
        aims = storage.movements.registrations(ws.books, movement=movement)
        order = storage.register.in_order(ws.books, found)
    return tuple(
        ParticipantLine(
            found[code],
            known[code].name,
            known[code].recipient_kind,
            tuple(one for one in lines if _recipient(one) == code),
            tuple(one for one in aims if one.recipient == code),
        )
        for code in order
    )


def save(
    ws: Workspace,
    value: Participant,
    targets: Iterable[UnitTarget] | None = None,
    aims: Iterable[tuple[str, str]] | None = None,
) -> None:
    """Add or change a participant; `targets` become exactly its own, None leaves them alone.

    `aims`: pairs of award id and note that become exactly what it aims at in this movement, for the
    award year in which the movement ends. Raises UserError for an own target without content or
    twice the same, or for a target taken out although figures were recorded for it.
    """
    wanted = (
        None
        if targets is None
        else tuple(replace(t, movement=value.movement, recipient=value.recipient) for t in targets)
    )
    if wanted is not None:
        _check_targets(ws, value, wanted)
    names = {"movement": value.movement, "code": value.recipient}
    with ws.books.write(texts.say("operation.participant", names)):
        storage.movements.save(ws.books, value)
        if wanted is not None:
            storage.movements.save_unit_targets(ws.books, value.movement, value.recipient, wanted)
        if aims is not None:
            _save_aims(ws, value, tuple(aims))


def register(ws: Workspace, movement: str, recipients: Iterable[str], day: date) -> int:
    """Register several at once on a day; those who are registered already stay as they are."""
    there = {one.recipient for one in storage.movements.participants(ws.books, movement)}
    new = [code for code in dict.fromkeys(recipients) if code not in there]
    names = {"movement": movement, "code": "; ".join(new)}
    if new:
        with ws.books.write(texts.say("operation.participant", names)):
            for code in new:
                storage.movements.save(ws.books, Participant(movement, code, day))
    return len(new)


def remove(ws: Workspace, value: Participant) -> None:
    """Take a participant out with its own targets, figures and aims; the history keeps them."""
    movement, code = value.movement, value.recipient
    names = {"movement": movement, "code": code}
    with ws.books.write(texts.say("operation.remove_participant", names)):
        for one in storage.movements.progress(ws.books, movement):
            if one.recipient == code:
                storage.movements.remove(ws.books, one)
        for aim in storage.movements.registrations(ws.books, movement=movement, recipient=code):
            storage.movements.remove(ws.books, aim)
        storage.movements.save_unit_targets(ws.books, movement, code, ())
        storage.movements.remove(ws.books, value)


def save_registration(ws: Workspace, value: Registration) -> None:
    """Add or change what somebody aims at in a year."""
    with ws.books.write(texts.say("operation.registration", {"code": value.recipient})):
        storage.movements.save(ws.books, value)


def award_year(ws: Workspace, movement: str) -> Year:
    """The award year in which a movement is reviewed: the one it ends in, else this year."""
    found = plans.get(ws, movement)
    return Year((found.end or ws.today()).year)


def _save_aims(ws: Workspace, value: Participant, aims: tuple[tuple[str, str], ...]) -> None:
    year = award_year(ws, value.movement)
    kept = {award for award, _ in aims}
    for old in storage.movements.registrations(
        ws.books, movement=value.movement, recipient=value.recipient
    ):
        if old.award not in kept:
            storage.movements.remove(ws.books, old)
    there = {
        one.award: one
        for one in storage.movements.registrations(ws.books, recipient=value.recipient, year=year)
    }
    for award, note in aims:
        day = there[award].registered if award in there else value.registered
        storage.movements.save(
            ws.books, Registration(value.recipient, year, award, value.movement, day, note)
        )


def _check_targets(ws: Workspace, value: Participant, wanted: tuple[UnitTarget, ...]) -> None:
    keys = [(one.content.strip(), one.period.strip()) for one in wanted]
    for one in wanted:
        plans.check_target(one)
    for key in keys:
        if keys.count(key) > 1:
            raise UserError("movement.target_twice", key=" · ".join(filter(None, key)))
    for one in storage.movements.progress(ws.books, value.movement):
        if one.recipient == value.recipient and (one.content, one.period) not in keys:
            raise UserError("movement.target_has_figures", content=one.content, day=one.day)


def _recipient(line: TargetLine) -> str:
    return line.target.recipient if isinstance(line.target, UnitTarget) else ""
