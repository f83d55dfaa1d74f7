"""Everything the rules look at, loaded once per round as one frozen value.

Storage loads it with a fixed number of queries, whatever the number of nominations; the rules only
read it. Mappings are by code (Mã) unless said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.movement import Movement
from khenthuong.domain.office import Office
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, Person, Recipient, Unit
from khenthuong.domain.rounds import (
    Attendance,
    CouncilMember,
    Meeting,
    Nomination,
    Notice,
    Opinion,
    Recusal,
    Round,
    Vote,
)


@dataclass(frozen=True)
class Spent:
    """An initiative or achievement already used: for which award, when, and by which round."""

    code: str
    recipient: str
    award_name: str
    year: str
    round: str = ""


@dataclass(frozen=True)
class RoundFacts:
    """Facts of one round.

    `ratings`, `awards`, `disciplines`, `achievements_of`, `careers`: by recipient code, tuples in
    order of time. `initiatives_of`: by author. `spent`: by initiative or achievement code, uses
    outside this round (past awards, and nominations of other rounds that were sealed).
    `meetings` (who was there as ticked, where it was), `attendance`, `recusals`, `votes`,
    `notices`, `opinions`, `nominations`: of this round. `files`: names (as given in
    Achievement.evidence) that really lie in the evidence store. `closed`: units merged, split,
    renamed or dissolved, with the first day without them.
    """

    office: Office
    round: Round
    today: date
    calendar: WorkCalendar
    units: Mapping[str, Unit]
    persons: Mapping[str, Person]
    households: Mapping[str, Household]
    careers: Mapping[str, tuple[CareerStep, ...]]
    ratings: Mapping[str, tuple[Rating, ...]]
    awards: Mapping[str, tuple[PastAward, ...]]
    initiatives: Mapping[str, Initiative]
    initiatives_of: Mapping[str, tuple[Initiative, ...]]
    disciplines: Mapping[str, tuple[Discipline, ...]]
    achievements: Mapping[str, Achievement]
    achievements_of: Mapping[str, tuple[Achievement, ...]]
    movements: Mapping[str, Movement]
    nominations: tuple[Nomination, ...]
    council: tuple[CouncilMember, ...]
    meetings: tuple[Meeting, ...]
    votes: tuple[Vote, ...]
    notices: tuple[Notice, ...]
    spent: Mapping[str, tuple[Spent, ...]]
    confirmations: tuple[Confirmation, ...]
    files: frozenset[str]
    attendance: tuple[Attendance, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    closed: Mapping[str, date] = field(default_factory=dict[str, date])

    @property
    def received(self) -> date:
        """The day that picks the rules: received, else the deadline, else today."""
        return self.round.received or self.round.deadline or self.today

    def recipient(self, code: str) -> Recipient | None:
        """The unit, person or household of a code."""
        return self.persons.get(code) or self.units.get(code) or self.households.get(code)
