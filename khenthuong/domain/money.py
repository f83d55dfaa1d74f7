"""Bonus money: factor × base salary of the decision date, rounded up."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, Decimal

from khenthuong.domain.criteria import Award, Rulebook
from khenthuong.domain.kinds import RecipientKind

BASE_SALARY = "luong_co_so"
ROUNDING = "lam_tron_tien_thuong"


def base_salary(rulebook: Rulebook, on: date) -> int | None:
    """Lương cơ sở in đồng a month on that day; None where the rules hold no value."""
    entry = rulebook.value(BASE_SALARY, on)
    return int(entry.value) if entry else None


def bonus(rulebook: Rulebook, award: Award, kind: RecipientKind, decided: date) -> int | None:
    """Tiền thưởng in đồng for one recipient on the decision date.

    Rounded up to the step of `ROUNDING` («làm tròn số lên hàng chục nghìn»); None where the award
    carries no bonus for that kind of recipient or no base salary is known.
    """
    salary = base_salary(rulebook, decided)
    factor = next(
        (
            entry.factor
            for entry in award.bonuses
            if entry.recipient == kind
            and (entry.start is None or entry.start <= decided)
            and (entry.end is None or decided <= entry.end)
        ),
        None,
    )
    if salary is None or factor is None:
        return None
    return _round_up(factor * salary, rulebook, decided)


def _round_up(amount: Decimal, rulebook: Rulebook, decided: date) -> int:
    entry = rulebook.value(ROUNDING, decided)
    step = Decimal(int(entry.value)) if entry else Decimal(1)
    return int((amount / step).to_integral_value(rounding=ROUND_CEILING) * step)
