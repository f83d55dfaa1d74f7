"""Phong trào thi đua and its targets (Điều 16-18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import Comparison, MovementKind


@dataclass(frozen=True)
class Movement:
    """A movement launched by a plan. `issuer` is kept as written (Cơ quan)."""

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


@dataclass(frozen=True)
class Target:
    """Chỉ tiêu: values are kept as text in the Vietnamese way, «31,1» or «2.326», never rounded."""

    movement: str
    content: str
    unit: str = ""
    comparison: Comparison = Comparison.AT_LEAST
    planned: str = ""
    planned_to: str = ""
    period: str = ""
    base_year: str = ""
    achieved: str = ""
