"""Điển hình tiên tiến: found, fostered, reviewed, spread (Điều 17, 18 of the Law)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import ExampleStage, SpreadKind


@dataclass(frozen=True)
class GoodExample:
    """A model worth copying and whose it is; `stage` is the last step that was done.

    `content` says what is good about it, `fostering` what is done for it by `fosterer`, `review`
    what the summing-up found.
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


@dataclass(frozen=True)
class ExampleSpread:
    """One place that copied an example, or one publication about it."""

    example: str
    kind: SpreadKind
    day: date
    place: str
    result: str = ""
