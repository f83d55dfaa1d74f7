"""Quỹ thi đua, khen thưởng: what came in and what was spent (Điều 11 of the Law)."""

from __future__ import annotations

from collections.abc import Iterable
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

    @property
    def bonus_key(self) -> tuple[str, str, str]:
        """(recipient, award, decision): money for it is paid once."""
        return (self.recipient, self.award, self.decision_number)


@dataclass(frozen=True)
class Balance:
    """The fund in a year, in đồng: carried over, come in, spent."""

    year: int
    opening: int
    income: int
    spent: int

    @property
    def closing(self) -> int:
        """What is left; below 0 where more was spent than came in."""
        return self.opening + self.income - self.spent


@dataclass(frozen=True)
class Paid:
    """Bonus money of one decision: how many entries, how many đồng."""

    decision_number: str
    count: int
    amount: int


def balance(entries: Iterable[FundEntry], year: int) -> Balance:
    """The fund of a calendar year; what was left of all years before is carried over."""
    found = [one for one in entries if one.year.end <= year]
    opening = sum(signed(one) for one in found if one.year.end < year)
    now = [one for one in found if one.year.end == year]
    income = sum(one.amount for one in now if one.kind is FundKind.INCOME)
    return Balance(year, opening, income, sum(one.amount for one in now) - income)


def signed(entry: FundEntry) -> int:
    """The amount, below 0 where it was spent."""
    return entry.amount if entry.kind is FundKind.INCOME else -entry.amount


def by_decision(entries: Iterable[FundEntry]) -> tuple[Paid, ...]:
    """Money spent on awards by decision number, in the order of their first entry."""
    sums: dict[str, list[int]] = {}
    for one in entries:
        if one.kind is FundKind.SPENDING and one.decision_number:
            sums.setdefault(one.decision_number, []).append(one.amount)
    return tuple(Paid(number, len(found), sum(found)) for number, found in sums.items())


def fits(kind: FundKind, category: FundCategory) -> bool:
    """Whether a category belongs to that kind: «trích lập» comes in, awards are spent on."""
    if kind is FundKind.INCOME:
        return category in (FundCategory.ALLOCATION, FundCategory.OTHER)
    return category is not FundCategory.ALLOCATION
