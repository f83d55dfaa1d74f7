"""Điển hình tiên tiến: found, fostered, reviewed, spread.

The Law names three of the steps (Điều 17 khoản 4: tuyên truyền, phát hiện, bồi dưỡng và nhân rộng
điển hình tiên tiến) and makes the head of every body answer for spreading (Điều 13 khoản 1). The
four steps with tổng kết between are those of the plans that localities issue.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import ExampleStage, SpreadKind

STAGES = tuple(ExampleStage)
"""The steps in their order."""
LONG_DAYS = 90
"""Calendar days without a next step after which the board says so: a reminder, no rule."""


@dataclass(frozen=True)
class GoodExample:
    """A model worth copying and whose it is; `stage` is the last step that was done.

    `content` says what is good about it, `fostering` what is done for it by `fosterer`, `review`
    what the summing-up found. `achievement` is the code of the Thành tích that was written from it.
    """

    code: str
    recipient: str
    name: str
    movement: str = ""
    stage: ExampleStage = ExampleStage.FOUND
    found: date | None = None
    found_by: str = ""
    content: str = ""
    fosterer: str = ""
    fostering: str = ""
    fostered: date | None = None
    review: str = ""
    reviewed: date | None = None
    evidence: tuple[str, ...] = ()
    achievement: str = ""


@dataclass(frozen=True)
class ExampleSpread:
    """One place that copied an example, or one publication about it."""

    example: str
    kind: SpreadKind
    day: date
    place: str
    result: str = ""


@dataclass(frozen=True)
class ExampleLine:
    """An example as papers tell of it: with whose it is, where that one belongs, its spreads."""

    example: GoodExample
    name: str
    unit_name: str = ""
    movement_name: str = ""
    spreads: tuple[ExampleSpread, ...] = ()


def after(stage: ExampleStage) -> ExampleStage | None:
    """The step that follows; None after the last."""
    return next(iter(STAGES[STAGES.index(stage) + 1 :]), None)


def before(stage: ExampleStage) -> ExampleStage | None:
    """The step before; None before the first."""
    return next(iter(reversed(STAGES[: STAGES.index(stage)])), None)


def steps_to(stage: ExampleStage, wanted: ExampleStage) -> tuple[ExampleStage, ...]:
    """The steps still to be done to stand at `wanted`, in order; () when it stands there."""
    return STAGES[STAGES.index(stage) + 1 : STAGES.index(wanted) + 1]


def since(example: GoodExample, spreads: Iterable[ExampleSpread] = ()) -> date | None:
    """The day of the last step done; None where the books do not say it."""
    if example.stage is ExampleStage.SPREAD:
        return max((one.day for one in spreads if one.example == example.code), default=None)
    days = {
        ExampleStage.FOUND: example.found,
        ExampleStage.FOSTERED: example.fostered,
        ExampleStage.REVIEWED: example.reviewed,
    }
    return days[example.stage]


def waiting(example: GoodExample, today: date) -> int | None:
    """For how many days the next step has been waited for, once that is long; else None."""
    day = since(example)
    if after(example.stage) is None or day is None:
        return None
    passed = (today - day).days
    return passed if passed > LONG_DAYS else None
