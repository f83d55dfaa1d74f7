"""Bonus money by the base salary of the decision date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from khenthuong.domain.criteria import Award, Bonus, Cite, DatedValue, Rulebook
from khenthuong.domain.kinds import Authority, AwardClass, Checked, RecipientKind
from khenthuong.domain.money import bonus

_CITE = Cite("nd_152_2025")
AWARD = Award(
    "lao_dong_tien_tien",
    "Lao động tiên tiến",
    AwardClass.TITLE,
    Authority.COMMUNE,
    (RecipientKind.PERSON,),
    (),
    (),
    bonuses=(Bonus(RecipientKind.PERSON, Decimal("0.3"), _CITE, Checked.TEXT),),
)


def rulebook(rounding: int | None = 10_000) -> Rulebook:
    values = [
        DatedValue("luong_co_so", 2_340_000, None, date(2026, 6, 30), _CITE, Checked.TEXT),
        DatedValue("luong_co_so", 2_530_000, date(2026, 7, 1), None, _CITE, Checked.TEXT),
    ]
    if rounding:
        values.append(DatedValue("lam_tron_tien_thuong", rounding, None, None, _CITE, Checked.TEXT))
    return Rulebook({}, (), {}, (), tuple(values), "")


@pytest.mark.parametrize(
    ("decided", "expected"), [(date(2026, 6, 30), 710_000), (date(2026, 7, 1), 760_000)]
)
def test_salary_of_the_decision_date_rounded_up_to_ten_thousand(
    decided: date, expected: int
) -> None:
    assert bonus(rulebook(), AWARD, RecipientKind.PERSON, decided) == expected


def test_rounding_is_a_parameter() -> None:
    assert bonus(rulebook(None), AWARD, RecipientKind.PERSON, date(2026, 1, 1)) == 702_000


def test_no_bonus_for_a_recipient_the_award_does_not_name() -> None:
    assert bonus(rulebook(), AWARD, RecipientKind.UNIT, date(2026, 1, 1)) is None
