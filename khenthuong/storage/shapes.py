"""How each domain value lies in its table: columns, key, ordered lists, references.

A `Shape` turns a value into a plain tuple and back; `rows` moves such tuples in bulk. What a field
is, follows from its type in the domain, so a value cannot be stored differently in two places.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Table

from khenthuong.domain import clusters, examples, fund, movement, office, records, register, rounds
from khenthuong.domain.archive import Judgement, Paper, RoundJudgement, SealedDossier
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.outcomes import DecidedNomination, RoundDecision, Sending
from khenthuong.domain.receiving import (
    ReceivedPackage,
    SentReply,
    Submission,
    Submitted,
    TakenReply,
)
from khenthuong.domain.years import Year
from khenthuong.storage import movement_tables, outcome_tables, tables

T = TypeVar("T")
Coder = Callable[[Any], Any]
Row = tuple[Any, ...]

_COLUMN_OF = {
    "start": "start_on",
    "end": "end_on",
    "when": "happened_on",
    "place": "venue",
    "by": "confirmed_by",
    "on": "confirmed_on",
    "recipient": "sender_code",
}


@dataclass(frozen=True)
class Field:
    """A field of the value and its column; `encode` and `decode` between both."""

    name: str
    column: str
    encode: Coder
    decode: Coder


@dataclass(frozen=True)
class Links:
    """A field that is a tuple of texts, kept in a table of its own."""

    name: str
    table: Table
    column: str


@dataclass(frozen=True)
class Shape(Generic[T]):
    """One kind of value. `references`: fields that must name a row of another table.

    `recipient_kind` is set for units, persons and households, whose code and name lie in the
    table `recipient`.
    """

    type: type[T]
    table: Table
    fields: tuple[Field, ...]
    links: tuple[Links, ...]
    keys: tuple[str, ...]
    references: Mapping[str, str]
    recipient_kind: RecipientKind | None

    def encode(self, value: T) -> Row:
        """The value as a tuple: one entry a field, then one tuple a list."""
        row = list(self._read(value))
        for place, encode in self._encoders:
            row[place] = encode(row[place])
        return tuple(row)

    def decode(self, row: Row) -> T:
        """The value back from such a tuple."""
        count = len(self.fields)
        pairs = {f.name: f.decode(cell) for f, cell in zip(self.fields, row, strict=False)}
        lists = {link.name: row[count + n] for n, link in enumerate(self.links)}
        return self.type(**pairs, **lists)

    def key(self, row: Row) -> Row:
        """The natural key within an encoded tuple."""
        return tuple([row[n] for n in self._key_places])

    # Read once a shape: an import asks them for every row.
    @cached_property
    def _key_places(self) -> tuple[int, ...]:
        columns = [field.column for field in self.fields]
        return tuple(columns.index(key) for key in self.keys)

    @cached_property
    def _read(self) -> Callable[[T], Iterable[Any]]:
        return attrgetter(*[f.name for f in self.fields], *[link.name for link in self.links])

    @cached_property
    def _encoders(self) -> tuple[tuple[int, Coder], ...]:
        own = [(n, f.encode) for n, f in enumerate(self.fields) if f.encode is not _same]
        lists = [(len(self.fields) + n, tuple) for n in range(len(self.links))]
        return (*own, *lists)


def _same(value: Any) -> Any:
    return value


def _or_none(value: str) -> str | None:
    return value or None


def _or_empty(value: str | None) -> str:
    return value or ""


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _partial_iso(value: register.PartialDate | None) -> str | None:
    return value.iso if value else None


@lru_cache(maxsize=4096)
def _partial(text: str | None) -> register.PartialDate | None:
    return register.PartialDate.from_iso(text) if text else None


@lru_cache(maxsize=1024)
def _year_text(year: Year) -> str:
    return str(year)


def _enum_value(value: StrEnum | None) -> str | None:
    return value.value if value is not None else None


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _decimal_text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


_CODERS: dict[Any, tuple[Coder, Coder]] = {
    str: (_same, _same),
    int: (_same, _same),
    bool: (_same, bool),
    date: (_iso, _day),
    register.PartialDate: (_partial_iso, _partial),
    Decimal: (_decimal_text, _decimal),
    Year: (_year_text, lru_cache(maxsize=1024)(Year.parse)),
}


def _coders(annotation: Any) -> tuple[Coder, Coder]:
    kinds = typing.get_args(annotation) if isinstance(annotation, types.UnionType) else ()
    kind = next((k for k in kinds if k is not type(None)), annotation)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members: dict[Any, Any] = {member.value: member for member in kind}
        return _enum_value, (members | {None: None}).__getitem__
    return _CODERS[kind]


def _field(name: str, annotation: Any, table: Table, references: Mapping[str, str]) -> Field:
    column = name if name in table.c else _COLUMN_OF.get(name, name)
    encode, decode = _coders(annotation)
    nullable = column in table.c and bool(table.c[column].nullable)
    if name in references and nullable:
        encode, decode = _or_none, _or_empty
    elif encode in (_iso, _partial_iso) and not nullable:
        # A key cannot be NULL: an unknown first day is the empty text there.
        known = encode
        return Field(name, column, lambda value: known(value) or "", decode)
    return Field(name, column, encode, decode)


def _shape(
    value_type: type[T],
    table: Table,
    links: Mapping[str, tuple[Table, str]] | None = None,
    references: Mapping[str, str] | None = None,
    recipient_kind: RecipientKind | None = None,
) -> Shape[T]:
    hints = typing.get_type_hints(value_type)
    links, references = links or {}, references or {}
    names = [f.name for f in dataclasses.fields(value_type)]  # type: ignore[arg-type]
    return Shape(
        type=value_type,
        table=table,
        fields=tuple(_field(n, hints[n], table, references) for n in names if n not in links),
        links=tuple(Links(n, *links[n]) for n in names if n in links),
        keys=tuple(column.name for column in table.primary_key.columns),
        references=references,
        recipient_kind=recipient_kind,
    )


SIGNER = _shape(office.Signer, tables.signer)
UNIT = _shape(
    register.Unit, tables.unit, references={"parent": "unit"}, recipient_kind=RecipientKind.UNIT
)
PERSON = _shape(
    register.Person, tables.person, references={"unit": "unit"}, recipient_kind=RecipientKind.PERSON
)
HOUSEHOLD = _shape(
    register.Household,
    tables.household,
    references={"village": "unit"},
    recipient_kind=RecipientKind.HOUSEHOLD,
)
CAREER = _shape(register.CareerStep, tables.career, references={"recipient": "recipient"})
RATING = _shape(records.Rating, tables.rating, references={"recipient": "recipient"})
MOVEMENT = _shape(movement.Movement, movement_tables.movement, references={"parent": "movement"})
TARGET = _shape(movement.Target, movement_tables.target, references={"movement": "movement"})
MOVEMENT_TASK = _shape(
    movement.MovementTask,
    movement_tables.movement_task,
    references={"movement": "movement", "unit": "unit"},
)
_TAKES_PART = {"movement": "movement", "recipient": "recipient"}
PARTICIPANT = _shape(movement.Participant, movement_tables.participant, references=_TAKES_PART)
UNIT_TARGET = _shape(movement.UnitTarget, movement_tables.unit_target, references=_TAKES_PART)
PROGRESS = _shape(
    movement.Progress,
    movement_tables.progress,
    links={"evidence": (movement_tables.progress_evidence, "name")},
    references={"movement": "movement"},
)
REGISTRATION = _shape(movement.Registration, movement_tables.registration, references=_TAKES_PART)
GOOD_EXAMPLE = _shape(
    examples.GoodExample,
    movement_tables.good_example,
    links={"evidence": (movement_tables.good_example_evidence, "name")},
    references={**_TAKES_PART, "achievement": "achievement"},
)
EXAMPLE_SPREAD = _shape(
    examples.ExampleSpread, movement_tables.example_spread, references={"example": "good_example"}
)
CLUSTER = _shape(clusters.Cluster, movement_tables.cluster)
CLUSTER_MEMBER = _shape(
    clusters.ClusterMember,
    movement_tables.cluster_member,
    references={"cluster": "cluster", "recipient": "recipient"},
)
CLUSTER_CRITERION = _shape(
    clusters.ClusterCriterion, movement_tables.cluster_criterion, references={"cluster": "cluster"}
)
CLUSTER_SCORE = _shape(
    clusters.ClusterScore, movement_tables.cluster_score, references={"cluster": "cluster"}
)
FUND_ENTRY = _shape(
    fund.FundEntry, movement_tables.fund_entry, references={"recipient": "recipient"}
)
INITIATIVE = _shape(
    records.Initiative,
    tables.initiative,
    links={"authors": (tables.initiative_author, "recipient")},
    references={"authors": "recipient"},
)
ACHIEVEMENT = _shape(
    records.Achievement,
    tables.achievement,
    links={"evidence": (tables.achievement_evidence, "name")},
    references={"recipient": "recipient", "movement": "movement"},
)
PAST_AWARD = _shape(
    records.PastAward,
    tables.past_award,
    links={
        "initiatives": (tables.past_award_initiative, "initiative"),
        "achievements": (tables.past_award_achievement, "achievement"),
    },
    references={
        "recipient": "recipient",
        "initiatives": "initiative",
        "achievements": "achievement",
    },
)
DISCIPLINE = _shape(records.Discipline, tables.discipline, references={"recipient": "recipient"})
ROUND = _shape(rounds.Round, tables.round_, references={"movement": "movement"})
NOMINATION = _shape(
    rounds.Nomination,
    tables.nomination,
    links={
        "initiatives": (tables.nomination_initiative, "initiative"),
        "achievements": (tables.nomination_achievement, "achievement"),
    },
    references={
        "round": "round",
        "recipient": "recipient",
        "initiatives": "initiative",
        "achievements": "achievement",
    },
)
COUNCIL_MEMBER = _shape(
    rounds.CouncilMember, tables.council_member, references={"person": "person"}
)
MEETING = _shape(rounds.Meeting, tables.meeting, references={"round": "round", "unit": "unit"})
VOTE = _shape(rounds.Vote, tables.vote, references={"meeting": "meeting", "recipient": "recipient"})
_OF_MEETING = {"meeting": "meeting", "recipient": "recipient"}
ATTENDANCE = _shape(rounds.Attendance, tables.attendance, references={"meeting": "meeting"})
RECUSAL = _shape(rounds.Recusal, tables.recusal, references=_OF_MEETING)
NOTICE = _shape(rounds.Notice, tables.notice, references={"round": "round"})
OPINION = _shape(
    rounds.Opinion, tables.opinion, references={"round": "round", "about": "recipient"}
)
PROOF = _shape(rounds.Proof, tables.proof, references={"round": "round", "recipient": "recipient"})
UNIT_CHANGE = _shape(
    register.UnitChange, tables.unit_change, references={"old": "unit", "new": "unit"}
)
ALIAS = _shape(register.Alias, tables.alias, references={"recipient": "recipient"})
CONFIRMATION = _shape(Confirmation, tables.confirmation)
SEALED_DOSSIER = _shape(SealedDossier, tables.sealed_dossier, references={"round": "round"})
PAPER = _shape(Paper, tables.paper, references={"round": "round"})
SUBMISSION = _shape(Submission, tables.submission)
RECEIVED_PACKAGE = _shape(
    ReceivedPackage, tables.received_package, references={"submission": "submission"}
)
SUBMITTED = _shape(
    Submitted,
    tables.received_nomination,
    references={"submission": "submission", "linked": "recipient"},
)
SENT_REPLY = _shape(SentReply, tables.sent_reply, references={"submission": "submission"})
TAKEN_REPLY = _shape(TakenReply, tables.taken_reply, references={"round": "round"})
SENDING = _shape(Sending, outcome_tables.sending, references={"round": "round"})
ROUND_DECISION = _shape(RoundDecision, outcome_tables.round_decision, references={"round": "round"})
DECIDED_NOMINATION = _shape(
    DecidedNomination,
    outcome_tables.decided_nomination,
    references={"round": "round", "recipient": "recipient"},
)
JUDGEMENT = _shape(Judgement, tables.judgement)
ROUND_JUDGEMENT = _shape(RoundJudgement, tables.round_judgement)

SHAPES: tuple[Shape[Any], ...] = (
    SIGNER,
    UNIT,
    PERSON,
    HOUSEHOLD,
    CAREER,
    RATING,
    MOVEMENT,
    TARGET,
    INITIATIVE,
    ACHIEVEMENT,
    PAST_AWARD,
    DISCIPLINE,
    ROUND,
    NOMINATION,
    COUNCIL_MEMBER,
    MEETING,
    VOTE,
    NOTICE,
    CONFIRMATION,
    SEALED_DOSSIER,
    PAPER,
    SUBMISSION,
    RECEIVED_PACKAGE,
    SUBMITTED,
    SENT_REPLY,
    TAKEN_REPLY,
    MOVEMENT_TASK,
    PARTICIPANT,
    UNIT_TARGET,
    PROGRESS,
    REGISTRATION,
    GOOD_EXAMPLE,
    EXAMPLE_SPREAD,
    CLUSTER,
    CLUSTER_MEMBER,
    CLUSTER_CRITERION,
    CLUSTER_SCORE,
    FUND_ENTRY,
    ATTENDANCE,
    RECUSAL,
    OPINION,
    PROOF,
    UNIT_CHANGE,
    ALIAS,
    SENDING,
    ROUND_DECISION,
    DECIDED_NOMINATION,
)
_BY_TYPE: dict[type, Shape[Any]] = {
    shape.type: shape for shape in (*SHAPES, JUDGEMENT, ROUND_JUDGEMENT)
}


def shape_of(value: T) -> Shape[T]:
    """The shape of a value; raises KeyError for a type the books do not keep."""
    return _BY_TYPE[type(value)]
