"""What a rule gets (one nomination in its round) and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from khenthuong.domain.criteria import Award
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Living, RecipientKind, Status, Subject
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year

if TYPE_CHECKING:
    from khenthuong.domain.rules.index import RoundIndex

_NO_ARGUMENTS: Mapping[str, object] = MappingProxyType({})
_AT_HOME = frozenset(("", "viet nam", "vn"))


@dataclass(slots=True)
class Outcome:
    """What a rule found, before it is known how sure the criterion is.

    `firm` outcomes do not depend on the unverified part of a criterion (figures that do not add
    up, a unanimous vote) and stand although it is marked `chua`.
    """

    status: Status
    code: str
    arguments: Mapping[str, object] = field(default_factory=lambda: _NO_ARGUMENTS)
    cure: str = ""
    firm: bool = False
    private: bool = False
    reached: bool = True
    children: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Run:
    """Consecutive years that a rule found, as «trong thời gian đó» needs them."""

    status: Status
    years: frozenset[Year]


_RUNS_BEST_FIRST = (Status.MET, Status.TO_COMPARE, Status.MISSING, Status.NOT_MET)


class Case:
    """One nomination, with what every rule asks of its recipient.

    `unit` is the person's unit in the award year, the unit itself, or the household's village: it
    says in which kind of year they are rated, and who manages them. `award` is the award
    whose criteria are being judged: another one than the nomination's inside meets_award.
    `sort` is what decides which criteria concern a recipient.
    """

    __slots__ = (
        "applicable",
        "award",
        "code",
        "foreign",
        "index",
        "kind",
        "living",
        "nomination",
        "recipient",
        "runs",
        "school",
        "sort",
        "subject",
        "unit",
        "year",
    )

    def __init__(
        self, index: RoundIndex, nomination: Nomination, recipient: Recipient, award: Award
    ) -> None:
        self.index = index
        self.nomination = nomination
        self.recipient = recipient
        self.code: str = recipient.code
        self.award = award
        self.kind: RecipientKind = recipient.recipient_kind
        self.unit: Unit | None = index.unit_then(recipient, index.round.year)
        self.school: bool = index.is_school(self.unit)
        self.year: Year = index.round.year.as_kind(school=self.school)
        self.subject: Subject | None = getattr(recipient, "subject", None)
        self.runs: list[Run] = []
        person = recipient if isinstance(recipient, Person) else None
        self.living: Living = living_on(person, index.received)
        self.foreign: bool = person is not None and is_foreign(person)
        self.sort = (
            award.id,
            self.kind,
            self.subject,
            self.unit.kind if self.unit else None,
            self.living,
            self.foreign,
        )
        applicable = index.applicable.get(self.sort)
        if applicable is None:
            applicable = index.applicable[self.sort] = {}
        self.applicable: dict[int, bool] = applicable

    @property
    def home(self) -> str:
        """Mã of the unit whose meeting speaks for the recipient; "" when unknown."""
        if isinstance(self.recipient, Person):
            return self.recipient.unit
        if isinstance(self.recipient, Household):
            return self.recipient.village
        return self.recipient.code

    def run_years(self) -> list[frozenset[Year]]:
        """The years of the runs found so far, those of the best status («trong thời gian đó»)."""
        for status in _RUNS_BEST_FIRST:
            years = [run.years for run in self.runs if run.status is status]
            if years:
                return years
        return []

    def judged_for(self, award: Award) -> Case:
        """The same nomination, judged by another award's criteria."""
        return Case(self.index, self.nomination, self.recipient, award)


def is_foreign(person: Person) -> bool:
    """Whether Quốc tịch names another country."""
    return bool(person.nationality) and fold(person.nationality).strip(" .") not in _AT_HOME


def living_on(person: Person | None, day: date) -> Living:
    """Whether an award proposed that day would be a truy tặng."""
    died = person.died if person else None
    return Living.DEAD if died is not None and died <= day else Living.ALIVE
