"""What the books know of a movement or of a year's aims, as papers tell it.

Sentences come ready in words; figures stay as they stand in the books.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from khenthuong.domain.examples import GoodExample
from khenthuong.domain.kinds import RecipientKind, TaskKind
from khenthuong.domain.movement import Movement, MovementTask
from khenthuong.domain.targets import TargetState


@dataclass(frozen=True)
class TargetResult:
    """A target with its plan and its figure in words, where it stands, and why."""

    content: str
    period: str
    wanted: str
    reached: str
    state: TargetState
    sentence: str
    number: str = ""
    heading: str = ""


@dataclass(frozen=True)
class AimResult:
    """An award somebody registered for; `came` and `reason` are words, `state` its code."""

    name: str
    unit_name: str
    award: str
    state: str
    came: str
    reason: str
    registered: date | None = None


@dataclass(frozen=True)
class TakingPart:
    """A participant: its pledge, its own targets, what it aims at, what the office says of it.

    `head` leads a unit, `unit_name` is where a person works or a household lives.
    """

    name: str
    kind: RecipientKind
    unit_name: str = ""
    head: str = ""
    registered: date | None = None
    pledge: str = ""
    assessment: str = ""
    targets: tuple[TargetResult, ...] = ()
    aims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Commended:
    """An award that was given for the movement, with its decision."""

    name: str
    kind: RecipientKind
    unit_name: str
    award: str
    number: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Proposals:
    """How many nominations the movement's rounds hold, and what was decided on them."""

    rounds: int = 0
    nominated: int = 0
    granted: int = 0
    refused: int = 0

    @property
    def waiting(self) -> int:
        """Nominations without a decision."""
        return self.nominated - self.granted - self.refused


@dataclass(frozen=True)
class ExampleTold:
    """A good example and whose it is."""

    example: GoodExample
    whose: str


@dataclass(frozen=True)
class TaskStanding:
    """A line of the plan with how many days it came, or is, late; 0 for in time."""

    task: MovementTask
    late: int = 0


@dataclass(frozen=True)
class MovementReport:
    """A movement as of a day."""

    movement: Movement
    day: date
    targets: tuple[TargetResult, ...] = ()
    taking: tuple[TakingPart, ...] = ()
    commended: tuple[Commended, ...] = ()
    proposals: Proposals = Proposals()
    examples: tuple[ExampleTold, ...] = ()
    tasks: tuple[TaskStanding, ...] = ()


@dataclass(frozen=True)
class Tally:
    """Targets of one participant (or of all) by how they ended; the four parts make `total`."""

    total: int = 0
    exceeded: int = 0
    met: int = 0
    not_met: int = 0

    @property
    def open(self) -> int:
        """Targets whose end the figures do not tell yet."""
        return self.total - self.exceeded - self.met - self.not_met


def tally(targets: Iterable[TargetResult]) -> Tally:
    """Count targets by how they ended."""
    states = [one.state for one in targets]
    return Tally(
        len(states),
        states.count(TargetState.EXCEEDED),
        states.count(TargetState.MET),
        states.count(TargetState.NOT_MET),
    )


def standing_of(task: MovementTask, today: date) -> TaskStanding:
    """How late a line of the plan was done, or is by today where it was not."""
    if task.due is None:
        return TaskStanding(task)
    return TaskStanding(task, max(0, ((task.done or today) - task.due).days))


def carried_out(tasks: Iterable[MovementTask], today: date) -> tuple[TaskStanding, ...]:
    """The lines of a plan that are carried out: those with a day, and the work shared out."""
    return tuple(
        standing_of(one, today)
        for one in tasks
        if one.due or one.done or one.kind is not TaskKind.CONTENT
    )
