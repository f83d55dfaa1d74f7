"""Đăng ký against results at year's end: who aimed at what, who got what, and why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khenthuong import storage, texts
from khenthuong.domain.findings import NominationCheck
from khenthuong.domain.kinds import Status
from khenthuong.domain.movement import Registration
from khenthuong.domain.records import PastAward
from khenthuong.domain.rounds import Nomination, Round, Vote
from khenthuong.domain.years import Year
from khenthuong.services.appraisal import checking
from khenthuong.services.workspace import Workspace


class AimState(StrEnum):
    """What came of an aim."""

    WON = "dat"
    PROPOSED = "dang_de_nghi"
    OTHER = "dat_khac"
    NOT_PROPOSED = "chua_de_nghi"
    NOT_WON = "khong_dat"


@dataclass(frozen=True)
class Aim:
    """An award that somebody registered for, and what came of it; `reason` is a whole sentence."""

    registration: Registration
    name: str
    award: str
    state: AimState
    reason: str


def of_year(ws: Workspace, year: Year, movement: str | None = None) -> tuple[Aim, ...]:
    """Every aim of an award year (of one movement when given), in the register's order."""
    wanted = [
        one
        for one in storage.movements.registrations(ws.books, movement=movement)
        if one.year.end == year.end
    ]
    codes = {one.recipient for one in wanted}
    known = storage.register.many(ws.books, codes)
    place = {code: n for n, code in enumerate(storage.register.in_order(ws.books, codes))}
    won = storage.records.past_awards(ws.books)
    checks = _Checks(ws, year)
    found = [
        _aim(ws, one, known[one.recipient].name, won.get(one.recipient, ()), checks)
        for one in sorted(wanted, key=lambda one: (place[one.recipient], one.award))
    ]
    return tuple(found)


class _Checks:
    """The nominations of a year's rounds; each round is judged once, when somebody asks why."""

    def __init__(self, ws: Workspace, year: Year) -> None:
        self._ws = ws
        self._rounds = [one for one in storage.rounds.rounds(ws.books) if one.year.end == year.end]
        self.nominations: dict[tuple[str, str], tuple[Round, Nomination]] = {
            one.key: (of, one)
            for of in self._rounds
            for one in storage.rounds.nominations(ws.books, of.code)
        }
        self._votes: dict[str, Sequence[Vote]] = {}
        self._checks: dict[str, Mapping[tuple[str, str], NominationCheck]] = {}

    def refused(self, of: Round, key: tuple[str, str]) -> bool:
        """Whether a meeting of the round voted it down."""
        if of.code not in self._votes:
            self._votes[of.code] = storage.rounds.votes(self._ws.books, of.code)
        return any((v.recipient, v.award) == key and v.refused for v in self._votes[of.code])

    def turned_down(self, of: Round, key: tuple[str, str]) -> str | None:
        """Why the decision on the round gave it nothing; None where it did, or there is none."""
        for line in storage.outcomes.decided(self._ws.books, of.code):
            if line.key == key and not line.granted:
                why = line.reason.rstrip(" .")
                return texts.say("aim.turned_down", {"round": of.name, "why": why})
        return None

    def check(self, of: Round, key: tuple[str, str]) -> NominationCheck | None:
        """What the rules find for it today."""
        if of.code not in self._checks:
            found = checking.check(self._ws, of.code).nominations
            self._checks[of.code] = {(one.recipient, one.award): one for one in found}
        return self._checks[of.code].get(key)


def _aim(
    ws: Workspace, one: Registration, name: str, won: Sequence[PastAward], checks: _Checks
) -> Aim:
    known = ws.rulebook.awards.get(one.award)
    award = known.name if known else one.award
    state, reason = _came_of(ws, one, award, won, checks)
    return Aim(one, name, award, state, reason)


def _came_of(
    ws: Workspace, one: Registration, award: str, won: Sequence[PastAward], checks: _Checks
) -> tuple[AimState, str]:
    year = [row for row in won if row.year.end == one.year.end]
    if got := [row for row in year if one.award in (row.award, row.award_name)]:
        return AimState.WON, _decided("aim.won", got[0])
    proposed = checks.nominations.get((one.recipient, one.award))
    if proposed is not None:
        return _of_nomination(ws, one, *proposed, checks)
    if year:
        return AimState.OTHER, _decided("aim.other", year[0])
    return AimState.NOT_PROPOSED, texts.say("aim.not_proposed", {"award": award})


def _of_nomination(
    ws: Workspace, one: Registration, of: Round, nomination: Nomination, checks: _Checks
) -> tuple[AimState, str]:
    if (decided := checks.turned_down(of, nomination.key)) is not None:
        return AimState.NOT_WON, decided
    if checks.refused(of, nomination.key):
        return AimState.NOT_WON, texts.say("aim.voted_down", {"round": of.name})
    check = checks.check(of, nomination.key)
    kept = [f for f in check.findings if f.status is Status.NOT_MET] if check else []
    if kept:
        why = checking.neutral_sentence(ws, kept[0])
        return AimState.NOT_WON, texts.say("aim.not_met", {"round": of.name, "why": why})
    return AimState.PROPOSED, texts.say("aim.proposed", {"round": of.name})


def _decided(code: str, row: PastAward) -> str:
    number = row.decision_number or texts.say("aim.no_number")
    return texts.say(code, {"award": row.award_name, "number": number})
