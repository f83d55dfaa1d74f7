"""The sheets of good examples: what was noted of each, and where it was copied or published."""

from __future__ import annotations

from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.kinds import ExampleStage, SpreadKind
from khenthuong.exchange.columns import (
    Column,
    Kind,
    choice,
    code,
    day,
    recipient,
    reference,
    sheet_of,
    text,
)

EXAMPLE_SHEETS = (
    sheet_of(
        "examples",
        GoodExample,
        ("code",),
        (
            code(),
            recipient(),
            text("name", "ten", "mo hinh", required=True),
            reference("movement", "movements"),
            choice("stage", ExampleStage),
            day("found", past=True),
            text("found_by"),
            text("content", long=True),
            text("fosterer"),
            text("fostering", long=True),
            day("fostered", past=True),
            text("review", long=True),
            day("reviewed", past=True),
            Column("evidence", Kind.PATHS),
            reference("achievement", "achievements"),
        ),
        prefix="DH",
        identity=("recipient", "name"),
    ),
    sheet_of(
        "spreads",
        ExampleSpread,
        ("example", "kind", "day", "place"),
        (
            reference("example", "examples", required=True),
            choice("kind", SpreadKind, required=True),
            day("day", required=True, past=True),
            text("place", "noi", required=True),
            text("result", long=True),
        ),
    ),
)
