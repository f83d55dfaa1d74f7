"""Where every round stands on its path, from what the books hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khenthuong import storage, texts
from khenthuong.domain.archive import Paper, SealedDossier
from khenthuong.domain.deadlines import Deadline
from khenthuong.domain.findings import RoundCheck
from khenthuong.domain.kinds import Authority, Outcome
from khenthuong.domain.pathway import Key, RoundState, Stop, path, waits_for
from khenthuong.domain.rounds import Round
from khenthuong.services.appraisal import checking, deadlines, judgements
from khenthuong.services.workspace import Workspace

_YEARS_BACK = 1
"""Rounds of this award year and the year before can still be open."""


@dataclass(frozen=True)
class RoundPath:
    """A round with its seven stations; `waits` is the first with something to do."""

    round: Round
    stops: tuple[Stop, ...]
    state: RoundState

    @property
    def waits(self) -> Stop | None:
        """The first station with something left to do; None when the round is through."""
        return waits_for(self.stops)


def of_round(ws: Workspace, round_code: str, check: RoundCheck | None = None) -> RoundPath:
    """The path of one round; `check` where it was judged already, sealed parts as kept.

    Raises NotFoundError for an unknown round.
    """
    late = [one for one in deadlines.list_deadlines(ws) if one.round == round_code]
    return _of_round(ws, storage.rounds.get_round(ws.books, round_code), check, late)


def open_rounds(ws: Workspace) -> tuple[RoundPath, ...]:
    """The rounds of late years that are not through yet, the latest year first."""
    late = deadlines.list_deadlines(ws)
    first = ws.today().year - _YEARS_BACK
    found = [
        _of_round(ws, one, None, [due for due in late if due.round == one.code])
        for one in storage.rounds.rounds(ws.books)
        if one.year.end >= first
    ]
    return tuple(one for one in found if one.waits is not None)


def words(stop: Stop) -> tuple[str, ...]:
    """How a station stands, the gravest first: («trễ 5 ngày», «thiếu 2»), («xong»,)."""
    said: list[str] = []
    if stop.late is not None:
        code = "pathway.late" if stop.late else "pathway.late_less"
        said.append(texts.say(code, {"days": stop.late}))
    if stop.lacking:
        said.append(texts.say("pathway.lacks", {"count": stop.lacking}))
    return tuple(said) or (texts.label(stop.state).lower(),)


def read_state(
    ws: Workspace, one: Round, check: RoundCheck | None, late: Sequence[Deadline]
) -> RoundState:
    """What the path of a round is computed from."""
    books = ws.books
    judged = check or judgements.as_sealed(
        checking.check(ws, one.code), judgements.sealed(ws, one.code)
    )
    with books.read():
        papers = storage.papers.of_round(books, one.code)
        sealed = _newest(storage.papers.sealed(books, one.code))
        return RoundState(
            round=one,
            nominations=storage.rounds.nominations(books, one.code),
            check=judged,
            meetings=storage.rounds.meetings(books, one.code),
            notices=storage.rounds.notices(books, one.code),
            sealed=sealed,
            sendings=storage.outcomes.sendings(books, one.code),
            returned=_returned(ws, one.code, sealed),
            decided=decided(ws, one.code),
            papers=len(papers),
            unnumbered=_unnumbered(ws, papers),
            own=own_authority(ws),
            overdue=tuple(late),
            past_deadline=_past(ws, one),
        )


def _unnumbered(ws: Workspace, papers: Sequence[Paper]) -> int:
    waiting = [one for one in papers if not one.number]
    if not waiting:
        return 0
    # With it come the libraries of Word and Excel, which the first screen does not wait for.
    from khenthuong.services.paperwork import numbering

    waiting = [one for one in waiting if not numbering.bears_number(ws, one)]
    return len({numbering.key_of(one) for one in waiting if numbering.series_of(ws, one)})


def decided(ws: Workspace, round_code: str) -> frozenset[Key]:
    """Nominations on which a decision is known, taken in or entered."""
    known = storage.received.decided_nominations(ws.books)
    return frozenset((who, award) for code, who, award in known if code == round_code)


def own_authority(ws: Workspace) -> Authority | None:
    """What the office itself decides; None while no office is known."""
    office = storage.office.get_office(ws.books)
    return Authority(office.level) if office and office.level in set(Authority) else None


def _of_round(
    ws: Workspace, one: Round, check: RoundCheck | None, late: Sequence[Deadline]
) -> RoundPath:
    state = read_state(ws, one, check, late)
    return RoundPath(one, path(state), state)


def _newest(sealed: Sequence[SealedDossier]) -> dict[Authority, SealedDossier]:
    return {one.authority: one for one in sealed}


def _returned(
    ws: Workspace, round_code: str, sealed: dict[Authority, SealedDossier]
) -> frozenset[Authority]:
    """Dossiers whose newest version came back for correction."""
    last = {one.authority: one for one in storage.received.taken(ws.books, round_code)}
    return frozenset(
        authority
        for authority, reply in last.items()
        if reply.outcome is Outcome.RETURNED
        and authority in sealed
        and sealed[authority].version == reply.version
    )


def _past(ws: Workspace, one: Round) -> int | None:
    today = ws.today()
    if one.deadline is None or today <= one.deadline:
        return None
    return ws.calendar.working_days(one.deadline, today)
