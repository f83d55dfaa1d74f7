"""Phong trào thi đua and its targets (Điều 16-18)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import Comparison, MovementKind, MovementLevel, TaskKind
from khenthuong.domain.years import Year


@dataclass(frozen=True)
class Movement:
    """A movement launched by a plan. `issuer` is kept as written (Cơ quan).

    `bases` (căn cứ), `purposes`, `requirements`, `rewards` (công tác khen thưởng) and `addressees`
    (nơi nhận) are the plan's own words, one line a paragraph.
    """

    code: str
    name: str
    theme: str = ""
    plan_number: str = ""
    issued: date | None = None
    issuer: str = ""
    start: date | None = None
    end: date | None = None
    kind: MovementKind = MovementKind.REGULAR
    parent: str = ""
    level: MovementLevel | None = None
    bases: str = ""
    purposes: str = ""
    requirements: str = ""
    rewards: str = ""
    addressees: str = ""


@dataclass(frozen=True)
class Target:
    """Chỉ tiêu: values are kept as text in the Vietnamese way, «31,1» or «2.326», never rounded.

    One row is one value to reach: a target with a value per year has a row per `period`, with the
    same `content` and `number` (as printed, «3» or «II.2»); `heading` groups targets as the plan
    does. `base_value` is what was there in `base_year`, `responsible` who answers for it.
    `cumulative` says that the figures add up through the period, from nothing to the value planned;
    only then may a figure be compared with the share of time that went by.
    """

    movement: str
    content: str
    unit: str = ""
    comparison: Comparison = Comparison.AT_LEAST
    planned: str = ""
    planned_to: str = ""
    period: str = ""
    base_year: str = ""
    achieved: str = ""
    number: str = ""
    heading: str = ""
    responsible: str = ""
    base_value: str = ""
    cumulative: bool = False


@dataclass(frozen=True)
class MovementTask:
    """A numbered line of a plan: content, who carries it out, or a review with its day.

    `number` is unique in its plan and printed («II.1»); `responsible` is kept as written, `unit`
    names it in the register when it is there.
    """

    movement: str
    number: str
    kind: TaskKind
    content: str
    responsible: str = ""
    unit: str = ""
    due: date | None = None
    done: date | None = None
    result: str = ""


@dataclass(frozen=True)
class Participant:
    """A unit (or person, household) that registered for a movement; `pledge` is its giao ước.

    `assessment` is what the office says of it when the movement is reviewed.
    """

    movement: str
    recipient: str
    registered: date | None = None
    pledge: str = ""
    assessment: str = ""


@dataclass(frozen=True)
class UnitTarget:
    """Chỉ tiêu that a participant set itself; values as in `Target`."""

    movement: str
    recipient: str
    content: str
    unit: str = ""
    comparison: Comparison = Comparison.AT_LEAST
    planned: str = ""
    planned_to: str = ""
    period: str = ""
    achieved: str = ""
    base_value: str = ""
    cumulative: bool = False


@dataclass(frozen=True)
class Progress:
    """A figure reached by `day`, of the movement's target or (with `recipient`) of a unit's own."""

    movement: str
    recipient: str
    content: str
    period: str
    day: date
    value: str
    note: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Registration:
    """Đăng ký thi đua: the award somebody aims at in a year; compared with the year's results."""

    recipient: str
    year: Year
    award: str
    movement: str = ""
    registered: date | None = None
    note: str = ""


def number_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Order of the printed numbers of a plan: «2» before «10», «II.1» before «III», none last."""
    parts = [part for part in re.split(r"[.\s()-]+", number) if part]
    return tuple(map(_part_key, parts)) or ((3, 0, ""),)


def _part_key(part: str) -> tuple[int, int, str]:
    if part.isdecimal():
        return (0, int(part), "")
    if part and set(part) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in part]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return (0, sum(-one if one < after else one for one, after in pairs), "")
    return (1, 0, part)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
