"""The public contract of the import workbook: sheets and columns as data.

Names are matched without case, accents and spaces, and without what stands in parentheses
(`match_key`). Nothing here reads or writes a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from khenthuong.domain.batch import AnswerCell, OfficeSetting
from khenthuong.domain.kinds import (
    AchievementKind,
    Area,
    DisciplineForm,
    Duty,
    Gender,
    InitiativeKind,
    InitiativeScope,
    Manager,
    MeetingKind,
    RatingLevel,
    RoundKind,
    Sector,
    SigningPower,
    Subject,
    UnitKind,
)
from khenthuong.domain.office import Signer
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, Person, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.exchange.cluster_sheets import CLUSTER_SHEETS
from khenthuong.exchange.columns import (
    RECIPIENTS,
    Column,
    Kind,
    Sheet,
    choice,
    code,
    day,
    document_number,
    integer,
    match_key,
    partial_day,
    recipient,
    reference,
    references,
    sheet_of,
    text,
    year,
)
from khenthuong.exchange.example_sheets import EXAMPLE_SHEETS
from khenthuong.exchange.movement_sheets import MOVEMENT_SHEETS
from khenthuong.texts import workbook as words

_FROM_TO = (("start", "end"),)

_BOOKS = (
    sheet_of(
        "office", OfficeSetting, ("key",), (text("key", required=True), text("value", long=True))
    ),
    sheet_of(
        "signers",
        Signer,
        ("name", "position", "start"),
        (
            text("name", "ho ten", required=True),
            text("position", required=True),
            choice("power", SigningPower),
            day("start"),
            day("end"),
        ),
        spans=_FROM_TO,
    ),
    sheet_of(
        "units",
        Unit,
        ("code",),
        (
            code(),
            text("name", "ten", "ten don vi", required=True),
            text("short_name"),
            choice("kind", UnitKind),
            choice("sector", Sector),
            choice("manager", Manager),
            reference("parent", "units"),
            choice("area", Area),
            Column("small", Kind.MARK),
            text("head"),
            integer("headcount"),
            partial_day("founded"),
            text("address"),
            text("note", long=True),
        ),
        prefix="TT",
        identity=("name", "parent"),
    ),
    sheet_of(
        "persons",
        Person,
        ("code",),
        (
            code(),
            text("name", "ho ten", "ten", required=True),
            choice("gender", Gender),
            partial_day("born"),
            text("ethnic"),
            Column("cccd", Kind.CCCD, aliases=("cccd", "can cuoc cong dan", "so can cuoc")),
            text("position"),
            reference("unit", "units", aliases=("don vi",)),
            choice("duty", Duty),
            choice("subject", Subject),
            text("education"),
            text("home_town"),
            text("residence"),
            partial_day("joined"),
            day("died"),
            text("nationality"),
            text("note", long=True),
        ),
        prefix="CN",
        identity=("name", "born", "unit"),
        spans=(("born", "joined"), ("born", "died")),
    ),
    sheet_of(
        "careers",
        CareerStep,
        ("recipient", "start", "unit", "position"),
        (
            recipient(),
            Column("start", Kind.PARTIAL_DATE, required=True, aliases=("tu ngay",)),
            Column("end", Kind.PARTIAL_DATE, aliases=("den ngay",)),
            text("position"),
            text("unit"),
        ),
        spans=_FROM_TO,
    ),
    sheet_of(
        "households",
        Household,
        ("code",),
        (
            code(),
            text("name", "ho va ten chu ho", required=True),
            text("address"),
            reference("village", "units", aliases=("thon", "to dan pho")),
            integer("members"),
            text("note", long=True),
        ),
        prefix="HO",
        identity=("name", "address", "village"),
    ),
    sheet_of(
        "ratings",
        Rating,
        ("recipient", "year"),
        (
            recipient(),
            year(),
            choice("level", RatingLevel),
            Column("points", Kind.DECIMAL),
            document_number("decision_number"),
            day("decision_date", "ngay quyet dinh", past=True),
        ),
        one_of=("level", "points"),
    ),
    sheet_of(
        "awards",
        PastAward,
        ("recipient", "year", "award_name", "decision_number"),
        (
            recipient(),
            year(),
            Column(
                "award_name", Kind.AWARD_NAME, required=True, aliases=("danh hieu", "hinh thuc")
            ),
            document_number("decision_number"),
            day("decision_date", "ngay quyet dinh", past=True),
            text("issuer"),
            text("branch"),
            references("initiatives", "initiatives"),
            references("achievements", "achievements"),
        ),
    ),
    sheet_of(
        "initiatives",
        Initiative,
        ("code",),
        (
            code(),
            text("name", "ten sang kien", required=True),
            references("authors", *RECIPIENTS, required=True),
            year(),
            choice("scope", InitiativeScope, required=True),
            choice("kind", InitiativeKind),
            document_number("decision_number", "so quyet dinh"),
            day("decision_date", "ngay quyet dinh", past=True),
        ),
        prefix="SK",
        identity=("name", "authors", "year"),
    ),
    sheet_of(
        "disciplines",
        Discipline,
        ("recipient", "form", "start"),
        (
            recipient(),
            choice("form", DisciplineForm, required=True),
            day("start", required=True, past=True),
            day("end"),
            document_number("decision_number"),
        ),
        spans=_FROM_TO,
    ),
    sheet_of(
        "achievements",
        Achievement,
        ("code",),
        (
            code(),
            recipient(),
            partial_day("when"),
            choice("kind", AchievementKind),
            text("content", required=True, long=True),
            text("result", long=True),
            integer("contribution"),
            Column("evidence", Kind.PATHS),
            reference("movement", "movements"),
        ),
        prefix="TH",
        identity=("recipient", "content", "when"),
    ),
)

_ROUNDS = (
    *MOVEMENT_SHEETS,
    *EXAMPLE_SHEETS,
    *CLUSTER_SHEETS,
    sheet_of(
        "rounds",
        Round,
        ("code",),
        (
            code(),
            text("name", "ten dot", required=True),
            choice("kind", RoundKind, required=True),
            year(),
            day("received"),
            day("deadline"),
            text("receiver"),
            reference("movement", "movements"),
        ),
        prefix="DX",
        identity=("name", "kind", "year"),
    ),
    sheet_of(
        "nominations",
        Nomination,
        ("round", "recipient", "award"),
        (
            reference("round", "rounds", required=True, aliases=("dot xet",)),
            recipient(),
            Column("award", Kind.AWARD, required=True, aliases=("danh hieu", "hinh thuc")),
            text("branch"),
            references("initiatives", "initiatives"),
            references("achievements", "achievements"),
            text("content", "noi dung", long=True),
        ),
    ),
    sheet_of(
        "answers",
        AnswerCell,
        ("round", "recipient", "form", "question"),
        (
            reference("round", "rounds", required=True, aliases=("dot xet",)),
            recipient(),
            text("form", required=True),
            text("question", required=True),
            text("answer", long=True),
        ),
    ),
    sheet_of(
        "council",
        CouncilMember,
        ("name", "role", "start"),
        (
            text("name", "ho ten", required=True),
            text("role", required=True),
            text("position"),
            recipient("person", required=False),
            day("start"),
            day("end"),
            text("decision"),
        ),
        spans=_FROM_TO,
    ),
    sheet_of(
        "meetings",
        Meeting,
        ("code",),
        (
            code(),
            reference("round", "rounds", required=True, aliases=("dot xet",)),
            choice("kind", MeetingKind, required=True),
            reference("unit", "units"),
            day("day"),
            text("time"),
            text("place"),
            text("chair"),
            text("secretary"),
            text("present", long=True),
            text("absent", long=True),
            document_number("minutes_number"),
        ),
        prefix="HOP",
        identity=("round", "kind", "unit", "day"),
    ),
    sheet_of(
        "votes",
        Vote,
        ("meeting", "recipient", "award"),
        (
            reference("meeting", "meetings", required=True),
            recipient(),
            Column("award", Kind.AWARD, required=True, aliases=("danh hieu", "hinh thuc")),
            integer("agree", required=True),
            integer("disagree"),
            integer("invalid"),
        ),
    ),
    sheet_of(
        "notices",
        Notice,
        ("round", "place", "start"),
        (
            reference("round", "rounds", required=True, aliases=("dot xet",)),
            text("place", "noi", required=True),
            day("start", required=True),
            day("end"),
            document_number("number"),
            text("opinions", long=True),
            text("handled", long=True),
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
