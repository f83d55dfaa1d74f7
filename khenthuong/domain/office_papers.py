"""Papers made on demand: outside a dossier's fixed set, about a round, a meeting, a year …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from khenthuong.domain.answers import Answers
from khenthuong.domain.clusters import ScoreSheet
from khenthuong.domain.examples import ExampleLine
from khenthuong.domain.movement import Movement, MovementTask, Target
from khenthuong.domain.movement_report import AimResult, MovementReport
from khenthuong.domain.records import Initiative, PastAward
from khenthuong.domain.register import Person, Recipient, Unit
from khenthuong.domain.rounds import Meeting
from khenthuong.domain.years import Year


@dataclass(frozen=True)
class Subject:
    """What a paper on demand is about, as codes; empty where the form's scope does not ask.

    `year` is the text of a `Year`.
    """

    round: str = ""
    meeting: str = ""
    recipient: str = ""
    year: str = ""
    movement: str = ""
    cluster: str = ""


@dataclass(frozen=True)
class RegisteredAward:
    """One award decided in a year, with whom it went to: a line of the sổ theo dõi.

    `golden` is the số sổ vàng its certificate was printed with, None where none was printed here.
    """

    recipient: Recipient
    unit_name: str
    award: PastAward
    golden: int | None = None


@dataclass(frozen=True)
class MovementFacts:
    """A movement with its plan, in the plan's order; `above` are the movements it answers."""

    movement: Movement
    tasks: tuple[MovementTask, ...] = ()
    targets: tuple[Target, ...] = ()
    above: tuple[Movement, ...] = ()


@dataclass(frozen=True)
class SubjectFacts:
    """The subject's own facts, loaded by services; `members` are the people of `unit`.

    `number` and `day` were given by văn thư, empty until then; `symbol` is the document type of
    the number («TB», «GM»), from the form. `initiatives` are the year's, `authors` their authors'
    names by code. `report` and `aims` are there for the forms that print them.
    """

    symbol: str = ""
    number: str = ""
    day: date | None = None
    meeting: Meeting | None = None
    unit: Unit | None = None
    members: tuple[Person, ...] = ()
    recipient: Recipient | None = None
    recipient_unit: Unit | None = None
    year: Year | None = None
    awards: tuple[RegisteredAward, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    authors: Mapping[str, str] = field(default_factory=dict[str, str])
    movement: MovementFacts | None = None
    report: MovementReport | None = None
    aims: tuple[AimResult, ...] = ()
    cluster: ScoreSheet | None = None
    examples: tuple[ExampleLine, ...] = ()


@dataclass(frozen=True)
class OfficePaper:
    """A paper that was made on demand. `path` relative to the data folder, `sha256` as written.

    `answers` are what was answered when it was made; `number` and `day` come from văn thư.
    `issued_on` is the day somebody said that it was issued, `replaces` the code of the paper that
    it takes the place of («thay thế»).
    """

    code: str
    form: str
    subject: Subject
    title: str
    path: str
    sha256: str
    made_on: date
    answers: Answers
    number: str = ""
    day: date | None = None
    signed_path: str = ""
    signed_sha256: str = ""
    issued_on: date | None = None
    replaces: str = ""

    @property
    def issued(self) -> bool:
        """Whether it left the office: said so, or numbered, dated and signed. It never changes."""
        return self.issued_on is not None or bool(self.number and self.day and self.signed_path)
