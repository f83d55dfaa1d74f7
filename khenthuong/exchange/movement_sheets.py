"""The sheets of movements: plans, targets, tasks, who takes part, figures, titles aimed at."""

from __future__ import annotations

from khenthuong.domain.kinds import Comparison, MovementKind, MovementLevel, TaskKind
from khenthuong.domain.movement import (
    Movement,
    MovementTask,
    Participant,
    Progress,
    Registration,
    Target,
    UnitTarget,
)
from khenthuong.exchange.columns import (
    Column,
    Kind,
    choice,
    code,
    day,
    document_number,
    recipient,
    reference,
    sheet_of,
    text,
    year,
)

_OF_MOVEMENT = reference("movement", "movements", required=True)
_PLANNED = (
    text("unit"),
    choice("comparison", Comparison),
    Column("planned", Kind.FIGURE),
    Column("planned_to", Kind.FIGURE),
    text("period", "nam", "giai doan"),
)

MOVEMENT_SHEETS = (
    sheet_of(
        "movements",
        Movement,
        ("code",),
        (
            code(),
            text("name", "ten phong trao", required=True),
            text("theme"),
            document_number("plan_number"),
            day("issued"),
            text("issuer"),
            day("start"),
            day("end"),
            choice("kind", MovementKind),
            reference("parent", "movements"),
            choice("level", MovementLevel),
            text("bases", long=True),
            text("purposes", long=True),
            text("requirements", long=True),
            text("rewards", long=True),
            text("addressees", long=True),
        ),
        prefix="PT",
        identity=("name", "plan_number"),
        spans=(("start", "end"),),
    ),
    sheet_of(
        "targets",
        Target,
        ("movement", "content", "period"),
        (
            _OF_MOVEMENT,
            text("content", "chi tieu", required=True),
            *_PLANNED,
            text("base_year"),
            Column("achieved", Kind.FIGURE),
            text("number", "so thu tu", "tt"),
            text("heading"),
            text("responsible"),
            Column("base_value", Kind.FIGURE),
            Column("cumulative", Kind.MARK),
        ),
    ),
    sheet_of(
        "movement_tasks",
        MovementTask,
        ("movement", "number"),
        (
            _OF_MOVEMENT,
            Column("number", Kind.NUMBER_TEXT, required=True, aliases=("tt", "so")),
            choice("kind", TaskKind, required=True),
            text("content", required=True, long=True),
            text("responsible"),
            reference("unit", "units"),
            day("due"),
            day("done"),
            text("result", long=True),
        ),
    ),
    sheet_of(
        "participants",
        Participant,
        ("movement", "recipient"),
        (
            _OF_MOVEMENT,
            recipient(),
            day("registered"),
            text("pledge", long=True),
            text("assessment", long=True),
        ),
    ),
    sheet_of(
        "unit_targets",
        UnitTarget,
        ("movement", "recipient", "content", "period"),
        (
            _OF_MOVEMENT,
            recipient(),
            text("content", "chi tieu", required=True),
            *_PLANNED,
            Column("achieved", Kind.FIGURE),
            Column("base_value", Kind.FIGURE),
            Column("cumulative", Kind.MARK),
        ),
    ),
    sheet_of(
        "progress",
        Progress,
        ("movement", "recipient", "content", "period", "day"),
        (
            _OF_MOVEMENT,
            recipient(required=False),
            text("content", "chi tieu", required=True),
            text("period", "nam", "giai doan"),
            day("day", required=True, past=True),
            Column("value", Kind.FIGURE, required=True),
            text("note"),
            Column("evidence", Kind.PATHS),
        ),
    ),
    sheet_of(
        "registrations",
        Registration,
        ("recipient", "year", "award"),
        (
            recipient(),
            year(),
            Column("award", Kind.AWARD, required=True, aliases=("danh hieu", "hinh thuc")),
            reference("movement", "movements"),
            day("registered"),
            text("note"),
        ),
    ),
)
