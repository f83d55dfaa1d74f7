"""Thời hạn: what is due in the office's rounds, what is late, what is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage
from khenthuong.domain.deadlines import (
    Clock,
    Deadline,
    DeadlineState,
    RoundDates,
    deadlines,
    in_order,
    of_deed,
    of_movement,
)
from khenthuong.domain.kinds import AchievementKind, Authority, RoundKind, Step
from khenthuong.domain.records import Achievement, PastAward
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.services.dossier.dossiers import DECISION
from khenthuong.services.workspace import Workspace

KEPT_DAYS = 60
"""How long what is done stays in the list."""
_YEARS_BACK = 1
"""Rounds of this award year and the year before are looked at."""


def list_deadlines(ws: Workspace) -> tuple[Deadline, ...]:
    """Everything due: what is late first, then by day; what was done lately comes last."""
    today = ws.today()
    clock = Clock(today, ws.calendar, ws.rulebook.value)
    with ws.books.read():
        records = _Records(
            storage.records.past_awards(ws.books), storage.records.achievements(ws.books)
        )
        found = tuple(
            one
            for round_ in storage.rounds.rounds(ws.books)
            if round_.year.end >= today.year - _YEARS_BACK
            for one in deadlines(_dates(ws, round_, records), clock)
        )
        found += tuple(_of_movements(ws, clock))
        found += tuple(_of_deeds(ws, clock, records))
    return in_order(_named(ws, [one for one in found if _shown(one, today)]))


def _of_movements(ws: Workspace, clock: Clock) -> Iterator[Deadline]:
    """Sơ kết, tổng kết and other lines of plans, from last year on."""
    for task in storage.movements.tasks(ws.books):
        due = of_movement(task, clock)
        if due is not None and due.day.year >= clock.today.year - _YEARS_BACK:
            yield due


def _of_deeds(ws: Workspace, clock: Clock, records: _Records) -> Iterator[Deadline]:
    """Sudden deeds that no nomination cites yet and no award was given for, from last year on."""
    waiting = {
        code: day
        for code, one in records.achievements.items()
        if one.kind is AchievementKind.SUDDEN and (day := one.when.exact if one.when else None)
        if day.year >= clock.today.year - _YEARS_BACK
    }
    if not waiting:
        return
    used = {code for rows in records.awards.values() for row in rows for code in row.achievements}
    for round_ in storage.rounds.rounds(ws.books):
        for nomination in storage.rounds.nominations(ws.books, round_.code):
            used.update(nomination.achievements)
    left = {code: day for code, day in waiting.items() if code not in used}
    whose = {code: records.achievements[code].recipient for code in left}
    names = storage.register.many(ws.books, set(whose.values()))
    for code, day in left.items():
        due = of_deed(code, names[whose[code]].name, day, clock)
        if due is not None:
            yield due


def _named(ws: Workspace, found: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """Units of meetings by their names."""
    known = storage.register.many(ws.books, [d.subject for d in found if d.step is Step.MEETING])
    return tuple(
        replace(one, subject=known[one.subject].name) if one.subject in known else one
        for one in found
    )


@dataclass(frozen=True)
class _Records:
    awards: Mapping[str, tuple[PastAward, ...]]
    achievements: Mapping[str, Achievement]


def _shown(one: Deadline, today: date) -> bool:
    return one.state is not DeadlineState.DONE or (today - one.day).days <= KEPT_DAYS


def _dates(ws: Workspace, one: Round, records: _Records) -> RoundDates:
    nominations = storage.rounds.nominations(ws.books, one.code)
    wanted = {n.key: a for n in nominations if (a := _authority(ws, n)) is not None}
    return RoundDates(
        round=one,
        authorities=tuple(a for a in Authority if a in wanted.values()),
        sealed={s.authority: s.sealed_on for s in storage.papers.sealed(ws.books, one.code)},
        decided=dict(_decided(ws, one, wanted, records.awards)),
        meetings=storage.rounds.meetings(ws.books, one.code),
        notices=storage.rounds.notices(ws.books, one.code),
        deed=_deed(one, nominations, records.achievements),
        opinions=storage.meetings.opinions(ws.books, one.code),
    )


def _authority(ws: Workspace, nomination: Nomination) -> Authority | None:
    award = ws.rulebook.awards.get(nomination.award)
    return award.authority if award else None


def _decided(
    ws: Workspace,
    one: Round,
    wanted: Mapping[tuple[str, str], Authority],
    awards: Mapping[str, tuple[PastAward, ...]],
) -> Iterator[tuple[Authority, date]]:
    """The day of the decision: of the paper that văn thư numbered, else of an award recorded."""
    for (recipient, award), authority in wanted.items():
        for row in awards.get(recipient, ()):
            if (row.award, row.year.end) == (award, one.year.end) and row.decision_date:
                yield authority, row.decision_date
    for paper in storage.papers.of_round(ws.books, one.code):
        if paper.form == DECISION and paper.number and paper.day:
            yield paper.authority, paper.day


def _deed(
    one: Round, nominations: tuple[Nomination, ...], known: Mapping[str, Achievement]
) -> date | None:
    """The earliest exact day of an achievement that a đột xuất round names."""
    if one.kind is not RoundKind.SUDDEN:
        return None
    days = [
        day
        for nomination in nominations
        for code in nomination.achievements
        if code in known and (when := known[code].when) is not None
        if (day := when.exact) is not None
    ]
    return min(days, default=None)
