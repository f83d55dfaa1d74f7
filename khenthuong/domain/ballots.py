"""The count of a meeting: who may vote on whom, and figures that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from khenthuong.domain import attendance as came
from khenthuong.domain.kinds import MeetingKind, VotingMethod
from khenthuong.domain.register import Household, Recipient
from khenthuong.domain.rounds import Attendance, CouncilMember, Meeting, Recusal, Vote
from khenthuong.domain.vietnamese import fold

Key = tuple[str, str]
"""(recipient, award)."""


@dataclass(frozen=True)
class Contradiction:
    """Figures of a meeting that cannot be right together, and the cell where it is said.

    `field`: «votes» of the nomination `key`, or «ballots_out», «ballots_in», «attendance»,
    «chair», «secretary» of the meeting (`key` None).
    """

    field: str
    code: str
    arguments: Mapping[str, object]
    key: Key | None = None

    @property
    def above(self) -> bool:
        """Whether there are too many votes rather than too few."""
        return self.code == "ballot.above"


@dataclass(frozen=True)
class Count:
    """Everything counted at one meeting. `attendance` is empty where nobody was ticked."""

    meeting: Meeting
    attendance: tuple[Attendance, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    votes: tuple[Vote, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether we know exactly who was there: ticked, or names and nothing else."""
        return bool(self.attendance) or came.names_only(self.meeting.present)

    @property
    def present(self) -> int | None:
        """How many were there, None where nothing says so."""
        if self.attendance:
            return len(came.present(self.attendance))
        return came.count(self.meeting.present)

    def recused(self, key: Key) -> tuple[str, ...]:
        """Who of those present takes no part in the vote on a nomination."""
        there = {one.name for one in came.present(self.attendance)}
        found = (one.member for one in self.recusals if (one.recipient, one.award) == key)
        return tuple(name for name in found if not self.attendance or name in there)

    def voters(self, key: Key) -> int | None:
        """How many of those present may vote on a nomination."""
        there = self.present
        return None if there is None else max(0, there - len(self.recused(key)))


def contradictions(count: Count) -> tuple[Contradiction, ...]:
    """What cannot be right; nothing here stops typing, it stops the minutes."""
    return (*_attended(count), *_ballots(count), *_votes(count))


def _attended(count: Count) -> Iterator[Contradiction]:
    if not count.attendance:
        return
    unticked = [
        one.name for one in count.attendance if one.state not in (came.PRESENT, came.ABSENT)
    ]
    if unticked:
        yield Contradiction("attendance", "ballot.unticked", {"count": len(unticked)})
    there = {fold(one.name) for one in came.present(count.attendance)}
    absent = {fold(one.name) for one in count.attendance} - there
    held = count.meeting
    for field, name in (("chair", held.chair), ("secretary", held.secretary)):
        # A secretary of the office need not be a member; one who was called must have come.
        if fold(name) in absent:
            yield Contradiction(field, f"ballot.{field}_absent", {"name": name})


def _ballots(count: Count) -> Iterator[Contradiction]:
    held, there = count.meeting, count.present
    if held.method is not VotingMethod.BALLOT:
        return
    out, back = held.ballots_out, held.ballots_in
    if out is not None and there is not None and count.exact and out > there:
        yield Contradiction("ballots_out", "ballot.out_above", {"out": out, "present": there})
    if out is not None and back is not None and back > out:
        yield Contradiction("ballots_in", "ballot.in_above", {"in": back, "out": out})


def _votes(count: Count) -> Iterator[Contradiction]:
    for vote in count.votes:
        key = (vote.recipient, vote.award)
        voters = count.voters(key)
        if voters is None:
            continue
        recused, most = len(count.recused(key)), voters
        least = voters if count.attendance else 0
        back = count.meeting.ballots_in
        if count.meeting.method is VotingMethod.BALLOT and back is not None:
            most, least = min(most, back), max(0, min(voters, back - recused))
        told = {"cast": vote.cast, "present": count.present, "recused": recused, "most": most}
        told["least"] = least
        if vote.cast > most and (count.exact or vote.cast > most + recused):
            yield Contradiction("votes", "ballot.above", told, key)
        elif vote.cast < least:
            yield Contradiction("votes", "ballot.below", told, key)


def proposed(
    meeting: Meeting,
    there: Iterable[str],
    council: Sequence[CouncilMember],
    nominees: Iterable[tuple[Key, Recipient]],
) -> tuple[Recusal, ...]:
    """Who should take no part in which vote: the nominee, the head of a household.

    `there` are the names of those present. Of a family the books know only the household that
    bears the member's name. By good practice; no text we hold says so for a commune.
    """
    names = tuple(there)
    persons = _persons(meeting, council)
    found: list[Recusal] = []
    for (recipient, award), who in nominees:
        for name in names:
            reason = _reason(who, name, persons.get(name, ""))
            if reason:
                found.append(Recusal(meeting.code, recipient, award, name, reason))
    return tuple(found)


SELF, HOUSEHOLD = "chinh_minh", "ho_cua_minh"
"""Reasons of a proposed recusal, as the books keep them."""


def _persons(meeting: Meeting, council: Sequence[CouncilMember]) -> Mapping[str, str]:
    if meeting.kind is not MeetingKind.COUNCIL:
        return {}
    return {one.name: one.person for one in council}


def _reason(who: Recipient, name: str, person: str) -> str:
    if isinstance(who, Household):
        return HOUSEHOLD if fold(who.name) == fold(name) else ""
    if person:
        return SELF if who.code == person else ""
    return SELF if fold(who.name) == fold(name) else ""
