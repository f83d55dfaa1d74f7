"""The register: units, persons, households, and their codes (Mã)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import (
    Area,
    Duty,
    Gender,
    Manager,
    RecipientKind,
    Sector,
    Subject,
    UnitChangeKind,
    UnitKind,
)


@dataclass(frozen=True)
class PartialDate:
    """A date of which only month and year, or only the year, may be known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The full date, or None when a part is unknown."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def iso(self) -> str:
        """«2025», «2025-03» or «2025-03-09»: how the books store it."""
        parts = (
            f"{self.year:04}",
            self.month and f"{self.month:02}",
            self.day and f"{self.day:02}",
        )
        return "-".join(part for part in parts if part)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read `iso`; raises ValueError for an impossible date."""
        parts = [int(part) for part in text.split("-")]
        value = cls(*parts)
        date(value.year, value.month or 1, value.day or 1)
        return value


@dataclass(frozen=True)
class Unit:
    """Tập thể. `headcount` is what the office states (Số người), not what the register counts.

    `founded`: when it was set up; some awards ask for years of building (Điều 38 khoản 3, 44
    khoản 4).
    """

    code: str
    name: str
    short_name: str = ""
    kind: UnitKind = UnitKind.OTHER
    sector: Sector = Sector.STATE
    manager: Manager = Manager.COMMUNE
    parent: str = ""
    area: Area = Area.ORDINARY
    small: bool = False
    head: str = ""
    headcount: int | None = None
    address: str = ""
    note: str = ""
    founded: PartialDate | None = None

    @property
    def recipient_kind(self) -> RecipientKind:
        """Always tập thể."""
        return RecipientKind.UNIT


@dataclass(frozen=True)
class Person:
    """Cá nhân. `cccd` keeps its twelve digits as text; it never leaves on a public paper.

    `died`: an award for the person is a truy tặng from that day on. `nationality` is empty for
    Việt Nam.
    """

    code: str
    name: str
    gender: Gender | None = None
    born: PartialDate | None = None
    ethnic: str = ""
    cccd: str = ""
    position: str = ""
    unit: str = ""
    duty: Duty | None = None
    subject: Subject | None = None
    education: str = ""
    home_town: str = ""
    residence: str = ""
    joined: PartialDate | None = None
    note: str = ""
    died: date | None = None
    nationality: str = ""

    @property
    def recipient_kind(self) -> RecipientKind:
        """Always cá nhân."""
        return RecipientKind.PERSON


@dataclass(frozen=True)
class Household:
    """Hộ gia đình, by the name of its head (Chủ hộ)."""

    code: str
    name: str
    address: str = ""
    village: str = ""
    members: int | None = None
    note: str = ""

    @property
    def recipient_kind(self) -> RecipientKind:
        """Always hộ gia đình."""
        return RecipientKind.HOUSEHOLD


Recipient = Unit | Person | Household


@dataclass(frozen=True)
class CareerStep:
    """Quá trình: a person's (or unit's) position and unit in a span of time."""

    recipient: str
    start: PartialDate
    end: PartialDate | None = None
    position: str = ""
    unit: str = ""


@dataclass(frozen=True)
class UnitChange:
    """What became of `old` on `day`: merged into, split into or renamed to `new`, or dissolved.

    The old unit stays in the books under its name of then; ratings and awards keep naming it.
    `part` counts from 0 the units into which it was split.
    """

    old: str
    day: date
    kind: UnitChangeKind
    new: str = ""
    decision: str = ""
    note: str = ""
    part: int = 0


@dataclass(frozen=True)
class Alias:
    """A former Mã of a recipient, left over when a duplicate was merged into it.

    What was sealed keeps naming `code`; everything else names `recipient`.
    """

    code: str
    recipient: str
