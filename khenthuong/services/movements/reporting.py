"""A movement, or a year's aims, gathered from the books for the papers that report on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.movement_report import (
    AimResult,
    Commended,
    ExampleTold,
    MovementReport,
    Proposals,
    TakingPart,
    TargetResult,
    carried_out,
)
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.domain.years import Year
from khenthuong.services.movements import outcomes, participants, plans, progress, results
from khenthuong.services.movements.participants import ParticipantLine
from khenthuong.services.movements.progress import TargetLine
from khenthuong.services.workspace import Workspace


def of_movement(ws: Workspace, movement: str, day: date) -> MovementReport:
    """Everything a report on a movement says, with the figures known by a day.

    Raises NotFoundError.
    """
    with ws.books.read():
        taking = participants.of_movement(ws, movement, day)
        examples = storage.examples.examples(ws.books, movement=movement)
        commended = _commended(ws, movement)
        known = _People(
            ws,
            [
                *(one.participant.recipient for one in taking),
                *(one.recipient for one in examples),
                *(code for code, *_ in commended),
            ],
        )
        return MovementReport(
            plans.get(ws, movement),
            day,
            tuple(map(_target, progress.of_movement(ws, movement, day))),
            tuple(_taking(ws, one, known) for one in taking),
            tuple(known.commended(*one) for one in commended),
            _proposals(ws, movement),
            tuple(ExampleTold(one, known.name(one.recipient)) for one in examples),
            carried_out(storage.movements.tasks(ws.books, movement), day),
        )


def aims_of_year(ws: Workspace, year: Year) -> tuple[AimResult, ...]:
    """What was registered for a year and what came of it, in the register's order."""
    found = outcomes.of_year(ws, year)
    known = _People(ws, [one.registration.recipient for one in found])
    return tuple(
        AimResult(
            one.name,
            known.unit(one.registration.recipient),
            one.award,
            one.state.value,
            texts.label(one.state),
            one.reason,
            one.registration.registered,
        )
        for one in found
    )


class _People:
    """Recipients and the units above them, asked for once."""

    def __init__(self, ws: Workspace, codes: Iterable[str]) -> None:
        self._known: Mapping[str, Recipient] = storage.register.many(ws.books, set(codes))
        above = [_above(one) for one in self._known.values()]
        self._units = storage.register.unit_names(ws.books, above)

    def of(self, code: str) -> Recipient:
        """The recipient of a code."""
        return self._known[code]

    def name(self, code: str) -> str:
        """Its name."""
        return self._known[code].name

    def unit(self, code: str) -> str:
        """Where a person works or a household lives; the unit above a unit; "" for none."""
        return self._units.get(_above(self._known[code]), "")

    def commended(self, code: str, award: str, number: str, day: date | None) -> Commended:
        """An award given, with whom it went to."""
        one = self._known[code]
        return Commended(one.name, one.recipient_kind, self.unit(code), award, number, day)


def _above(one: Recipient) -> str:
    if isinstance(one, Person):
        return one.unit
    return one.village if isinstance(one, Household) else one.parent


def _target(line: TargetLine) -> TargetResult:
    target = line.target
    return TargetResult(
        target.content,
        target.period,
        line.wanted,
        line.figure_text,
        line.state,
        line.sentence,
        getattr(target, "number", ""),
        getattr(target, "heading", ""),
    )


def _taking(ws: Workspace, line: ParticipantLine, known: _People) -> TakingPart:
    code = line.participant.recipient
    recipient = known.of(code)
    awards = ws.rulebook.awards
    return TakingPart(
        line.name,
        line.kind,
        known.unit(code) if not isinstance(recipient, Unit) else "",
        recipient.head if isinstance(recipient, Unit) else "",
        line.participant.registered,
        line.participant.pledge,
        line.participant.assessment,
        tuple(map(_target, line.targets)),
        tuple(awards[one.award].name if one.award in awards else one.award for one in line.aims),
    )


def _proposals(ws: Workspace, movement: str) -> Proposals:
    rounds = results.rounds_of(ws, movement)
    nominated = {
        (of.code, *one.key)
        for of in rounds
        for one in storage.rounds.nominations(ws.books, of.code)
    }
    decided = {
        (of.code, *one.key): one.granted
        for of in rounds
        for one in storage.outcomes.decided(ws.books, of.code)
    }
    known = [decided[key] for key in nominated if key in decided]
    return Proposals(len(rounds), len(nominated), sum(known), len(known) - sum(known))


def _commended(ws: Workspace, movement: str) -> list[tuple[str, str, str, date | None]]:
    """(recipient, award, number, day) of what the movement's rounds were decided to give, and of
    awards that rest on an achievement of the movement; each award once."""
    found: dict[tuple[str, str, str], tuple[str, str, str, date | None]] = {}
    for of in results.rounds_of(ws, movement):
        decisions = {
            (one.authority, one.place): one for one in storage.outcomes.decisions(ws.books, of.code)
        }
        for line in storage.outcomes.decided(ws.books, of.code):
            decision = decisions.get((line.authority, line.place))
            if line.granted and decision is not None:
                key = (line.recipient, line.given_name, decision.number)
                found[key] = (*key, decision.day)
    own = {
        one.code
        for one in storage.records.achievements(ws.books).values()
        if one.movement == movement
    }
    for code, awards in storage.records.past_awards(ws.books).items():
        for won in awards:
            if own.intersection(won.achievements):
                key = (code, won.award_name, won.decision_number)
                found.setdefault(key, (*key, won.decision_date))
    order = storage.register.in_order(ws.books, {one[0] for one in found.values()})
    place = {code: n for n, code in enumerate(order)}
    return sorted(found.values(), key=lambda one: (place[one[0]], one[1], one[2]))
