"""What the fund holds, carries over and spent."""

from khenthuong.domain.fund import FundEntry, balance, by_decision, fits
from khenthuong.domain.kinds import FundCategory, FundKind
from khenthuong.domain.years import Year


def entry(year: int, kind: FundKind, amount: int, decision: str = "") -> FundEntry:
    return FundEntry(
        f"Q{amount}", Year(year), kind, FundCategory.OTHER, amount, decision_number=decision
    )


ENTRIES = (
    entry(2024, FundKind.INCOME, 10_000_000),
    entry(2024, FundKind.SPENDING, 4_000_000, "1/QĐ"),
    entry(2025, FundKind.INCOME, 5_000_000),
    entry(2025, FundKind.SPENDING, 12_000_000, "2/QĐ"),
    entry(2026, FundKind.INCOME, 99_000_000),
)


def test_what_a_year_leaves_is_carried_over_even_below_zero() -> None:
    found = balance(ENTRIES, 2025)
    assert (found.opening, found.income, found.spent) == (6_000_000, 5_000_000, 12_000_000)
    assert found.closing == -1_000_000 == balance(ENTRIES, 2026).opening


def test_money_is_summed_by_decision() -> None:
    assert [(one.decision_number, one.amount) for one in by_decision(ENTRIES)] == [
        ("1/QĐ", 4_000_000),
        ("2/QĐ", 12_000_000),
    ]


def test_only_income_is_allocated() -> None:
    assert fits(FundKind.INCOME, FundCategory.ALLOCATION)
    assert not fits(FundKind.SPENDING, FundCategory.ALLOCATION)
    assert not fits(FundKind.INCOME, FundCategory.OBJECTS)
