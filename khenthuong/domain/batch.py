"""What an import workbook holds, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Generic, TypeVar

from khenthuong.domain.clusters import Cluster, ClusterCriterion, ClusterMember, ClusterScore
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.movement import (
    Movement,
    MovementTask,
    Participant,
    Progress,
    Registration,
    Target,
    UnitTarget,
)
from khenthuong.domain.office import Signer
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, Person, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """A cell of the workbook: sheet, row (1 = header), column header; row 0 = the whole sheet."""

    sheet: str
    row: int = 0
    column: str = ""


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A value and the row it came from; `extra` keeps columns the contract does not know."""

    place: Place
    value: T
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class OfficeSetting:
    """One Khóa · Giá trị of the sheet «Cơ quan»; `key` as written."""

    key: str
    value: str


@dataclass(frozen=True)
class AnswerCell:
    """One row of «Trả lời biểu mẫu»: a question named by its label or key; table cells as
    «khóa bảng[dòng].cột» in `question`."""

    round: str
    recipient: str
    form: str
    question: str
    answer: str


@dataclass(frozen=True)
class Fault:
    """What is wrong in a cell and what is expected; `fatal` faults refuse the whole import,
    others are shown (a duplicate, a CCCD that got its zeros back)."""

    place: Place
    code: str
    arguments: Mapping[str, object]
    fatal: bool = True


@dataclass(frozen=True)
class Batch:
    """All rows of a workbook by sheet, in the order in which they must be written."""

    office: tuple[Entry[OfficeSetting], ...] = ()
    signers: tuple[Entry[Signer], ...] = ()
    units: tuple[Entry[Unit], ...] = ()
    persons: tuple[Entry[Person], ...] = ()
    careers: tuple[Entry[CareerStep], ...] = ()
    households: tuple[Entry[Household], ...] = ()
    movements: tuple[Entry[Movement], ...] = ()
    targets: tuple[Entry[Target], ...] = ()
    movement_tasks: tuple[Entry[MovementTask], ...] = ()
    participants: tuple[Entry[Participant], ...] = ()
    unit_targets: tuple[Entry[UnitTarget], ...] = ()
    progress: tuple[Entry[Progress], ...] = ()
    registrations: tuple[Entry[Registration], ...] = ()
    initiatives: tuple[Entry[Initiative], ...] = ()
    achievements: tuple[Entry[Achievement], ...] = ()
    examples: tuple[Entry[GoodExample], ...] = ()
    spreads: tuple[Entry[ExampleSpread], ...] = ()
    clusters: tuple[Entry[Cluster], ...] = ()
    cluster_members: tuple[Entry[ClusterMember], ...] = ()
    cluster_criteria: tuple[Entry[ClusterCriterion], ...] = ()
    cluster_scores: tuple[Entry[ClusterScore], ...] = ()
    ratings: tuple[Entry[Rating], ...] = ()
    awards: tuple[Entry[PastAward], ...] = ()
    disciplines: tuple[Entry[Discipline], ...] = ()
    rounds: tuple[Entry[Round], ...] = ()
    nominations: tuple[Entry[Nomination], ...] = ()
    answers: tuple[Entry[AnswerCell], ...] = ()
    council: tuple[Entry[CouncilMember], ...] = ()
    meetings: tuple[Entry[Meeting], ...] = ()
    votes: tuple[Entry[Vote], ...] = ()
    notices: tuple[Entry[Notice], ...] = ()

    @property
    def rows(self) -> int:
        """How many rows in all sheets together."""
        return sum(len(getattr(self, f.name)) for f in fields(self))


@dataclass(frozen=True)
class RowChange:
    """A row whose key is in the books with other values: field by field, old and new as text."""

    place: Place
    key: str
    differences: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do: counts of new and equal rows by sheet, and every change."""

    new: Mapping[str, int]
    same: Mapping[str, int]
    changed: tuple[RowChange, ...]
