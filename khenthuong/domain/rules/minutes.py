"""The minutes of a unit's meeting, which confirm what cannot be computed («Biên bản xác nhận»)."""

from __future__ import annotations

from collections.abc import Iterator

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import RecipientKind, Status
from khenthuong.domain.rounds import Meeting, Vote
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome

_WORST_LAST = (Status.MET, Status.TO_COMPARE, Status.NOT_MET, Status.MISSING)


def confirmed_by_unit(criterion: Criterion, case: Case, *, meeting_only: bool = False) -> Outcome:
    """Whether the numbered minutes of the nominee's unit (or one above it) confirm the nominee.

    Who changed units may be confirmed by the unit of the award year or by today's.

    A meeting with votes must show the nominee, agreed by more than half of the votes cast; one
    without any vote confirms all of its unit. `meeting_only` words it for the meeting itself.
    """
    home = case.home
    if not home:
        return Outcome(
            Status.MISSING, "finding.minutes_no_unit", {"label": criterion.label}, _home_cure(case)
        )
    outcomes = [
        _read(held, criterion, case, meeting_only)
        for unit in _speaking(case, home)
        for held in case.index.unit_meetings.get(unit, ())
    ]
    if outcomes:
        return min(outcomes, key=lambda outcome: _WORST_LAST.index(outcome.status))
    return Outcome(
        Status.MISSING,
        "finding.minutes_missing",
        {"unit": case.index.unit_name(home), "label": criterion.label},
        cures.unit_meeting(home),
    )


def _speaking(case: Case, home: str) -> tuple[str, ...]:
    """The units whose minutes count: today's and those above it, and the unit of the award year."""
    path = case.index.path(home)
    if case.unit is None or case.unit.code in path:
        return path
    return (*path, *case.index.path(case.unit.code))


def _read(held: Meeting, criterion: Criterion, case: Case, meeting_only: bool) -> Outcome:
    arguments: dict[str, object] = {
        "unit": case.index.unit_name(held.unit),
        "label": criterion.label,
        "minutes": held.minutes_number,
        "day": held.day or "…",
        "who": case.recipient.name,
    }
    if not held.minutes_number:
        return Outcome(
            Status.MISSING, "finding.minutes_no_number", arguments, cures.unit_meeting(held.unit)
        )
    votes = case.index.votes.get(held.code)
    if votes:
        vote = _vote(votes.get((case.code, award)) for award in _awards(case))
        if vote is None:
            return Outcome(
                Status.MISSING, "finding.minutes_without_name", arguments, cures.vote(case.code)
            )
        arguments |= {"agree": vote.agree, "cast": vote.cast}
        wrong = case.index.contradiction(held, (vote.recipient, vote.award))
        if wrong is not None:
            return Outcome(
                Status.MISSING,
                "finding.minutes_above" if wrong.above else "finding.minutes_below",
                arguments | dict(wrong.arguments),
                cures.vote(case.code),
            )
        if vote.agree * 2 <= vote.cast:
            return Outcome(
                Status.NOT_MET, "finding.minutes_refused", arguments, cures.vote(case.code)
            )
    if meeting_only and _after_council(held, case):
        return Outcome(
            Status.TO_COMPARE,
            "finding.minutes_after_council",
            arguments,
            cures.unit_meeting(held.unit),
        )
    code = "finding.minutes_held" if meeting_only else "finding.declared"
    return Outcome(Status.MET, code, arguments)


def _after_council(held: Meeting, case: Case) -> bool:
    """The unit proposes first, the council considers then (Điều 83 khoản 1)."""
    days = [one.day for one in case.index.council_meetings if one.day]
    return bool(days) and held.day is not None and held.day > max(days)


def _awards(case: Case) -> tuple[str, ...]:
    # Inside meets_award the unit may have voted on either of the two.
    return tuple(dict.fromkeys((case.nomination.award, case.award.id)))


def _vote(votes: Iterator[Vote | None]) -> Vote | None:
    return next((vote for vote in votes if vote is not None), None)


def _home_cure(case: Case) -> str:
    if case.kind is RecipientKind.HOUSEHOLD:
        return cures.household(case.code, "thon")
    return cures.person(case.code, "tap_the")
