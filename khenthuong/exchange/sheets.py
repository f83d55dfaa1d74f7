"""The public contract of the import workbook: sheets and columns as data.

Names are matched without case, accents and spaces, and without what stands in parentheses
(`match_key`). Nothing here reads or writes a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from khenthuong.domain.batch import AnswerCell, OfficeSetting
from khenthuong.domain.kinds import (
    AchievementKind,
    Area,
    Comparison,
    DisciplineForm,
    Duty,
    Gender,
    InitiativeKind,
    InitiativeScope,
    Manager,
    MeetingKind,
    MovementKind,
    RatingLevel,
    RoundKind,
    Sector,
    SigningPower,
    Subject,
    UnitKind,
)
from khenthuong.domain.movement import Movement, Target
from khenthuong.domain.office import Signer
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, Person, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.domain.vietnamese import fold
from khenthuong.texts import workbook as words

RECIPIENTS = ("units", "persons", "households")
"""The sheets whose Mã names a recipient («Mã đối tượng»)."""

_PARENTHESES = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class Kind(Enum):
    """What a cell holds; decides how it is read, written and explained."""

    TEXT = auto()
    LONG_TEXT = auto()
    NUMBER_TEXT = auto()  # Số quyết định …: text that Excel must not turn into a date
    CODE = auto()
    REFERENCE = auto()
    REFERENCES = auto()
    PATHS = auto()
    INTEGER = auto()
    DECIMAL = auto()
    FIGURE = auto()  # a target's value, kept as written
    DATE = auto()
    PARTIAL_DATE = auto()
    YEAR = auto()
    CHOICE = auto()
    MARK = auto()
    CCCD = auto()
    AWARD = auto()  # becomes the catalogue's id; must be known
    AWARD_NAME = auto()  # kept as written when the catalogue does not know it


@dataclass(frozen=True)
class Column:
    """One column: `key` is the attribute of the domain value, `header` what the sheet prints.

    `points_to`: sheets whose Mã the cell holds. `past`: a day after today is a fault.
    """

    key: str
    kind: Kind
    header: str = ""
    required: bool = False
    choices: type[StrEnum] | None = None
    points_to: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    past: bool = False

    @cached_property
    def name(self) -> str:
        """The header without its explanation: what faults and `Place.column` call it."""
        return bare(self.header)


@dataclass(frozen=True)
class Sheet:
    """One sheet: `key` is the field of `Batch`, `value` the domain class of its rows.

    `natural_key`: attributes that tell rows apart. `identity`: attributes from which a missing Mã
    is made, with `prefix` before it. `spans`: pairs of attributes (from, to) in order of time.
    `one_of`: attributes of which at least one must be filled.
    """

    key: str
    value: type[Any]
    columns: tuple[Column, ...]
    natural_key: tuple[str, ...]
    prefix: str = ""
    identity: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()
    one_of: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The sheet's name in the workbook."""
        return words.SHEETS[self.key]

    @property
    def has_codes(self) -> bool:
        """Whether its rows have a Mã."""
        return bool(self.prefix)

    def column(self, key: str) -> Column:
        """The column of that attribute; KeyError for none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


def bare(header: str) -> str:
    """A header without what stands in parentheses: «Trực thuộc (Mã)» → «Trực thuộc»."""
    return " ".join(_PARENTHESES.sub(" ", header).split())


@lru_cache(maxsize=4096)
def match_key(name: str) -> str:
    """How sheet and column names are compared: no parentheses, marks, case, spaces, dashes."""
    return _NOT_PLAIN.sub("", fold(_PARENTHESES.sub(" ", name)))


@lru_cache(maxsize=4096)
def choice_key(text: str) -> str:
    """How words of a choice are compared; comparison signs count, punctuation does not."""
    return re.sub(r"[^a-z0-9<>=\u2264\u2265]+", "", fold(text))


def _sheet(
    key: str,
    value: type[Any],
    natural_key: tuple[str, ...],
    columns: tuple[Column, ...],
    **more: Any,
) -> Sheet:
    headers = words.HEADERS[key]
    named = tuple(
        Column(c.key, c.kind, headers[c.key], c.required, c.choices, c.points_to, c.aliases, c.past)
        for c in columns
    )
    return Sheet(key, value, named, natural_key, **more)


def _text(key: str, *aliases: str, required: bool = False, long: bool = False) -> Column:
    kind = Kind.LONG_TEXT if long else Kind.TEXT
    return Column(key, kind, required=required, aliases=aliases)


def _document_number(key: str, *aliases: str) -> Column:
    return Column(key, Kind.NUMBER_TEXT, aliases=aliases)


def _code() -> Column:
    return Column("code", Kind.CODE, aliases=("ma so",))


def _reference(
    key: str, *sheets: str, required: bool = False, aliases: tuple[str, ...] = ()
) -> Column:
    return Column(key, Kind.REFERENCE, required=required, points_to=sheets, aliases=aliases)


def _references(key: str, *sheets: str, required: bool = False) -> Column:
    return Column(key, Kind.REFERENCES, required=required, points_to=sheets)


def _recipient(key: str = "recipient", *, required: bool = True) -> Column:
    return _reference(key, *RECIPIENTS, required=required, aliases=("doi tuong", "ma"))


def _choice(key: str, choices: type[StrEnum], *, required: bool = False) -> Column:
    return Column(key, Kind.CHOICE, required=required, choices=choices)


def _date(key: str, *aliases: str, required: bool = False, past: bool = False) -> Column:
    return Column(key, Kind.DATE, required=required, aliases=aliases, past=past)


def _partial(key: str, *, required: bool = False) -> Column:
    return Column(key, Kind.PARTIAL_DATE, required=required, past=True)


def _year() -> Column:
    return Column("year", Kind.YEAR, required=True, aliases=("nam hoc",))


def _integer(key: str, *aliases: str, required: bool = False) -> Column:
    return Column(key, Kind.INTEGER, required=required, aliases=aliases)


_FROM_TO = (("start", "end"),)

_BOOKS = (
    _sheet(
        "office", OfficeSetting, ("key",), (_text("key", required=True), _text("value", long=True))
    ),
    _sheet(
        "signers",
        Signer,
        ("name", "position", "start"),
        (
            _text("name", "ho ten", required=True),
            _text("position", required=True),
            _choice("power", SigningPower),
            _date("start"),
            _date("end"),
        ),
        spans=_FROM_TO,
    ),
    _sheet(
        "units",
        Unit,
        ("code",),
        (
            _code(),
            _text("name", "ten", "ten don vi", required=True),
            _text("short_name"),
            _choice("kind", UnitKind),
            _choice("sector", Sector),
            _choice("manager", Manager),
            _reference("parent", "units"),
            _choice("area", Area),
            Column("small", Kind.MARK),
            _text("head"),
            _integer("headcount"),
            _partial("founded"),
            _text("address"),
            _text("note", long=True),
        ),
        prefix="TT",
        identity=("name", "parent"),
    ),
    _sheet(
        "persons",
        Person,
        ("code",),
        (
            _code(),
            _text("name", "ho ten", "ten", required=True),
            _choice("gender", Gender),
            _partial("born"),
            _text("ethnic"),
            Column("cccd", Kind.CCCD, aliases=("cccd", "can cuoc cong dan", "so can cuoc")),
            _text("position"),
            _reference("unit", "units", aliases=("don vi",)),
            _choice("duty", Duty),
            _choice("subject", Subject),
            _text("education"),
            _text("home_town"),
            _text("residence"),
            _partial("joined"),
            _date("died"),
            _text("nationality"),
            _text("note", long=True),
        ),
        prefix="CN",
        identity=("name", "born", "unit"),
        spans=(("born", "joined"), ("born", "died")),
    ),
    _sheet(
        "careers",
        CareerStep,
        ("recipient", "start", "unit", "position"),
        (
            _recipient(),
            Column("start", Kind.PARTIAL_DATE, required=True, aliases=("tu ngay",)),
            Column("end", Kind.PARTIAL_DATE, aliases=("den ngay",)),
            _text("position"),
            _text("unit"),
        ),
        spans=_FROM_TO,
    ),
    _sheet(
        "households",
        Household,
        ("code",),
        (
            _code(),
            _text("name", "ho va ten chu ho", required=True),
            _text("address"),
            _reference("village", "units", aliases=("thon", "to dan pho")),
            _integer("members"),
            _text("note", long=True),
        ),
        prefix="HO",
        identity=("name", "address", "village"),
    ),
    _sheet(
        "ratings",
        Rating,
        ("recipient", "year"),
        (
            _recipient(),
            _year(),
            _choice("level", RatingLevel),
            Column("points", Kind.DECIMAL),
            _document_number("decision_number"),
            _date("decision_date", "ngay quyet dinh", past=True),
        ),
        one_of=("level", "points"),
    ),
    _sheet(
        "awards",
        PastAward,
        ("recipient", "year", "award_name", "decision_number"),
        (
            _recipient(),
            _year(),
            Column(
                "award_name", Kind.AWARD_NAME, required=True, aliases=("danh hieu", "hinh thuc")
            ),
            _document_number("decision_number"),
            _date("decision_date", "ngay quyet dinh", past=True),
            _text("issuer"),
            _text("branch"),
            _references("initiatives", "initiatives"),
            _references("achievements", "achievements"),
        ),
    ),
    _sheet(
        "initiatives",
        Initiative,
        ("code",),
        (
            _code(),
            _text("name", "ten sang kien", required=True),
            _references("authors", *RECIPIENTS, required=True),
            _year(),
            _choice("scope", InitiativeScope, required=True),
            _choice("kind", InitiativeKind),
            _document_number("decision_number", "so quyet dinh"),
            _date("decision_date", "ngay quyet dinh", past=True),
        ),
        prefix="SK",
        identity=("name", "authors", "year"),
    ),
    _sheet(
        "disciplines",
        Discipline,
        ("recipient", "form", "start"),
        (
            _recipient(),
            _choice("form", DisciplineForm, required=True),
            _date("start", required=True, past=True),
            _date("end"),
            _document_number("decision_number"),
        ),
        spans=_FROM_TO,
    ),
    _sheet(
        "achievements",
        Achievement,
        ("code",),
        (
            _code(),
            _recipient(),
            _partial("when"),
            _choice("kind", AchievementKind),
            _text("content", required=True, long=True),
            _text("result", long=True),
            _integer("contribution"),
            Column("evidence", Kind.PATHS),
            _reference("movement", "movements"),
        ),
        prefix="TH",
        identity=("recipient", "content", "when"),
    ),
)

_ROUNDS = (
    _sheet(
        "movements",
        Movement,
        ("code",),
        (
            _code(),
            _text("name", "ten phong trao", required=True),
            _text("theme"),
            _document_number("plan_number"),
            _date("issued"),
            _text("issuer"),
            _date("start"),
            _date("end"),
            _choice("kind", MovementKind),
            _reference("parent", "movements"),
        ),
        prefix="PT",
        identity=("name", "plan_number"),
        spans=_FROM_TO,
    ),
    _sheet(
        "targets",
        Target,
        ("movement", "content", "period"),
        (
            _reference("movement", "movements", required=True),
            _text("content", "chi tieu", required=True),
            _text("unit"),
            _choice("comparison", Comparison),
            Column("planned", Kind.FIGURE),
            Column("planned_to", Kind.FIGURE),
            _text("period", "nam", "giai doan"),
            _text("base_year"),
            Column("achieved", Kind.FIGURE),
        ),
    ),
    _sheet(
        "rounds",
        Round,
        ("code",),
        (
            _code(),
            _text("name", "ten dot", required=True),
            _choice("kind", RoundKind, required=True),
            _year(),
            _date("received"),
            _date("deadline"),
            _text("receiver"),
            _reference("movement", "movements"),
        ),
        prefix="DX",
        identity=("name", "kind", "year"),
    ),
    _sheet(
        "nominations",
        Nomination,
        ("round", "recipient", "award"),
        (
            _reference("round", "rounds", required=True, aliases=("dot xet",)),
            _recipient(),
            Column("award", Kind.AWARD, required=True, aliases=("danh hieu", "hinh thuc")),
            _text("branch"),
            _references("initiatives", "initiatives"),
            _references("achievements", "achievements"),
            _text("content", "noi dung", long=True),
        ),
    ),
    _sheet(
        "answers",
        AnswerCell,
        ("round", "recipient", "form", "question"),
        (
            _reference("round", "rounds", required=True, aliases=("dot xet",)),
            _recipient(),
            _text("form", required=True),
            _text("question", required=True),
            _text("answer", long=True),
        ),
    ),
    _sheet(
        "council",
        CouncilMember,
        ("name", "role", "start"),
        (
            _text("name", "ho ten", required=True),
            _text("role", required=True),
            _text("position"),
            _recipient("person", required=False),
            _date("start"),
            _date("end"),
            _text("decision"),
        ),
        spans=_FROM_TO,
    ),
    _sheet(
        "meetings",
        Meeting,
        ("code",),
        (
            _code(),
            _reference("round", "rounds", required=True, aliases=("dot xet",)),
            _choice("kind", MeetingKind, required=True),
            _reference("unit", "units"),
            _date("day"),
            _text("time"),
            _text("place"),
            _text("chair"),
            _text("secretary"),
            _text("present", long=True),
            _text("absent", long=True),
            _document_number("minutes_number"),
        ),
        prefix="HOP",
        identity=("round", "kind", "unit", "day"),
    ),
    _sheet(
        "votes",
        Vote,
        ("meeting", "recipient", "award"),
        (
            _reference("meeting", "meetings", required=True),
            _recipient(),
            Column("award", Kind.AWARD, required=True, aliases=("danh hieu", "hinh thuc")),
            _integer("agree", required=True),
            _integer("disagree"),
            _integer("invalid"),
        ),
    ),
    _sheet(
        "notices",
        Notice,
        ("round", "place", "start"),
        (
            _reference("round", "rounds", required=True, aliases=("dot xet",)),
            _text("place", "noi", required=True),
            _date("start", required=True),
            _date("end"),
            _document_number("number"),
            _text("opinions", long=True),
            _text("handled", long=True),
        ),
        spans=_FROM_TO,
    ),
)

SHEETS: tuple[Sheet, ...] = _BOOKS + _ROUNDS
"""All sheets in the order of the workbook."""

BY_KEY: Mapping[str, Sheet] = MappingProxyType({sheet.key: sheet for sheet in SHEETS})
"""The same by `Batch` field."""

_BY_NAME = {match_key(sheet.name): sheet for sheet in SHEETS}

OWN_SHEETS = frozenset(
    match_key(name) for name in (words.GUIDE_SHEET, words.LISTS_SHEET, words.FAULTS_SHEET)
)
"""Sheets that the writer adds; never data."""


def find_sheet(name: str) -> Sheet | None:
    """The sheet of that name, however it is typed."""
    return _BY_NAME.get(match_key(name))


@lru_cache(maxsize=64)
def header_keys(sheet_key: str) -> Mapping[str, Column]:
    """By match key of header or alias; a header of one column beats the alias of another."""
    sheet = BY_KEY[sheet_key]
    found = {match_key(alias): c for c in sheet.columns for alias in c.aliases}
    found.update({match_key(c.header): c for c in sheet.columns})
    return MappingProxyType(found)
