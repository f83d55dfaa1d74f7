"""What an office adds to the rulebook from documents it has in hand, and hands to other offices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khenthuong.domain.criteria import Confirmation


@dataclass(frozen=True)
class ProvinceValue:
    """Mức do tỉnh quy định, as filled in; `number` in the unit of its `OpenValue`.

    `document` is the number of the province's document, `document_date` its date, `issuer` who
    issued it; `by` and `on` who filled it in and when. `source` names the office whose rule pack
    brought it, "" for our own.
    """

    id: str
    number: Decimal
    start: date
    end: date | None
    document: str
    document_date: date
    issuer: str = ""
    by: str = ""
    on: date | None = None
    source: str = ""

    def overlaps(self, other: ProvinceValue) -> bool:
        """Whether both are values of the same thing on some day."""
        return (
            self.id == other.id
            and (self.end is None or other.start <= self.end)
            and (other.end is None or self.start <= other.end)
        )


@dataclass(frozen=True)
class RulePack:
    """Gói quy định: what one office compared and filled in, for others to take over."""

    office: str
    province: str
    made_on: date
    confirmations: tuple[Confirmation, ...]
    values: tuple[ProvinceValue, ...]
