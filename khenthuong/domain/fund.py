"""Quỹ thi đua, khen thưởng: what came in and what was spent (Điều 11 of the Law)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import FundCategory, FundKind
from khenthuong.domain.years import Year


@dataclass(frozen=True)
class FundEntry:
    """One sum in whole đồng; bonus money names its recipient, award and decision.

    `source` says which fund («ngân sách nhà nước», «đóng góp»), `document` the voucher.
    """

    code: str
    year: Year
    kind: FundKind
    category: FundCategory
    amount: int
    day: date | None = None
    source: str = ""
    document: str = ""
    content: str = ""
    recipient: str = ""
    award: str = ""
    decision_number: str = ""
