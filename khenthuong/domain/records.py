"""What is known about a recipient: ratings, past awards, initiatives, discipline, achievements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khenthuong.domain.kinds import (
    AchievementKind,
    DisciplineForm,
    InitiativeKind,
    InitiativeScope,
    RatingLevel,
)
from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year


@dataclass(frozen=True)
class Rating:
    """Xếp loại of one recipient for one year; natural key (recipient, year).

    `level` is None where a year is only marked by points, as households and villages are.
    """

    recipient: str
    year: Year
    level: RatingLevel | None
    points: Decimal | None = None
    decision_number: str = ""
    decision_date: date | None = None


@dataclass(frozen=True)
class PastAward:
    """An award won; natural key (recipient, year, award_name, decision_number).

    `award` is the catalogue's id, or "" when the catalogue does not know it: then it is kept as
    written («ngoài danh mục»). `issuer` is kept as printed, also one that no longer exists.
    """

    recipient: str
    year: Year
    award_name: str
    award: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    issuer: str = ""
    branch: str = ""
    initiatives: tuple[str, ...] = ()
    achievements: tuple[str, ...] = ()


@dataclass(frozen=True)
class Initiative:
    """Sáng kiến or đề tài; recognised only with a decision (Điều 3 khoản 4)."""

    code: str
    name: str
    authors: tuple[str, ...]
    year: Year
    scope: InitiativeScope
    kind: InitiativeKind = InitiativeKind.INITIATIVE
    decision_number: str = ""
    decision_date: date | None = None

    @property
    def recognised(self) -> bool:
        """Whether a recognising decision is on record."""
        return bool(self.decision_number)


@dataclass(frozen=True)
class Discipline:
    """Kỷ luật in force from `start` to `end` (open when None), or a hold."""

    recipient: str
    form: DisciplineForm
    start: date
    end: date | None = None
    decision_number: str = ""

    def in_force(self, first: date, last: date) -> bool:
        """Whether any day from `first` to `last` lies inside."""
        return self.start <= last and (self.end is None or self.end >= first)


@dataclass(frozen=True)
class Achievement:
    """Thành tích. `contribution` in đồng; `evidence` names files of the evidence store."""

    code: str
    recipient: str
    when: PartialDate | None = None
    kind: AchievementKind = AchievementKind.MERIT
    content: str = ""
    result: str = ""
    contribution: int | None = None
    movement: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """A file of the evidence store: `sha256` of its bytes, `name` as the clerk knew it."""

    sha256: str
    name: str
    size: int
