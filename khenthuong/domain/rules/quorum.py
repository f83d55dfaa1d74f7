"""Who was present when the council met: shown against a share that no text sets for communes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from khenthuong.domain import attendance
from khenthuong.domain.criteria import DatedValue
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Principle, RoundKind, Status, Step
from khenthuong.domain.rounds import Meeting
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.index import RoundIndex

QUORUM = "ty_le_co_mat_hoi_dong"
_WHOLE = 100


def quorum_findings(index: RoundIndex) -> Iterator[Finding]:
    """For every meeting of the council with names of who was present: only dat or can_doi_chieu."""
    value = index.value(QUORUM)
    if value is None or index.round.kind is RoundKind.SUDDEN:
        return
    for held in index.council_meetings:
        members = len(index.sitting(held.day))
        there = attendance.count(held.present)
        if members and there is not None:
            yield _finding(held, there, members, value)


def reached(present: int, members: int, percent: object) -> bool:
    """Whether so many of the members are at least that share, and not more than there are."""
    return members * Decimal(str(percent)) <= present * _WHOLE and present <= members


def _finding(held: Meeting, present: int, members: int, value: DatedValue) -> Finding:
    fits = reached(present, members, value.value)
    return Finding(
        "co_mat_hoi_dong",
        Principle.FAIR,
        Step.MEETING,
        Status.MET if fits else Status.TO_COMPARE,
        value.cite,
        value.checked,
        "finding.round_quorum" if present <= members else "finding.round_quorum_too_many",
        {"present": present, "members": members, "percent": value.value, "day": held.day or "…"},
        cure="" if fits else cures.COUNCIL_MEETING,
    )
