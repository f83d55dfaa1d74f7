"""Bậc thang: what comes next, and the first year in which the law could be fulfilled."""

from __future__ import annotations

from datetime import date

import pytest

from khenthuong.domain.kinds import Standing
from khenthuong.domain.rules.ladder import Ladder, Rung, ladder

from .commune import BK, CSTDCS, CSTDT, GK, LDTT, TTLDTT, Commune, official, rulebook


def climbed(commune: Commune, recipient: str = "CN01") -> Ladder:
    facts = commune.facts()
    who = facts.recipient(recipient)
    assert who is not None
    return ladder(facts, rulebook(), who)


def rung(commune: Commune, award: str, recipient: str = "CN01") -> Rung:
    return next(one for one in climbed(commune, recipient).rungs if one.award == award)


def earliest(commune: Commune, award: str, recipient: str = "CN01") -> str:
    return str(rung(commune, award, recipient).earliest)


@pytest.mark.parametrize(
    ("won", "year"),
    [
        ((), "2027"),  # 2025, 2026, 2027: three in a row (Điều 22 khoản 1 điểm a)
        ((2024,), "2026"),
        ((2023, 2024), "2025"),
        ((2022, 2024), "2026"),  # the gap of 2023 breaks «liên tục»
        ((2022, 2023), "2027"),  # 2024 is missing: it begins again
    ],
)
def test_cstd_cap_tinh_comes_with_the_third_cstdcs_in_a_row(
    won: tuple[int, ...], year: str
) -> None:
    assert earliest(official("HTXSNV").won("CN01", CSTDCS, *won), CSTDT) == year


def test_a_year_rated_below_excellent_puts_the_run_off() -> None:
    with_initiative = official("HTNV").won("CN01", CSTDCS, 2023, 2024)
    assert earliest(with_initiative, CSTDT) == "2028"  # nothing in 2025, then 2026 to 2028


def test_bang_khen_needs_two_years_and_two_initiatives_in_them() -> None:
    # Điều 74 khoản 1 điểm d: 02 lần liên tục CSTĐCS hoặc 02 năm HTXSNV, có 02 sáng kiến.
    assert earliest(official("HTXSNV"), BK) == "2026"
    commune = official("HTXSNV").rate("CN01", "HTXSNV", 2024)
    commune.initiative("SK1", 2024).initiative("SK2", 2025)
    assert rung(commune, BK).standing is Standing.ELIGIBLE
    assert earliest(commune, BK) == "2025"
    spent = official("HTXSNV").rate("CN01", "HTXSNV", 2024)
    spent.initiative("SK1", 2024).initiative("SK2", 2025)
    spent.won("CN01", CSTDCS, 2024, initiatives=("SK1",), branch="sáng kiến")
    assert earliest(spent, BK) == "2026"  # what won a CSTĐCS is spent


def test_what_is_held_is_no_rung_and_ranks_below_it_neither() -> None:
    found = climbed(official("HTXSNV").won("CN01", CSTDCS, 2024).won("CN01", GK, 2023))
    assert {row.award for row in found.held} == {CSTDCS, GK}
    rungs = [one.award for one in found.rungs]
    assert {CSTDCS, LDTT, GK}.isdisjoint(rungs)
    assert CSTDT in rungs
    ranks = [rulebook().awards[award].rank for award in rungs]
    assert ranks == sorted(ranks)


def test_this_year_counts_as_it_is_recorded() -> None:
    one = rung(official("HTXSNV"), CSTDCS)
    assert one.standing is Standing.ELIGIBLE
    assert str(one.earliest) == "2025"
    assert earliest(official("HTNV"), CSTDCS) == "2026"


def test_what_the_books_cannot_tell_has_no_year() -> None:
    one = rung(official("HTXSNV"), "khen_thuong_khang_chien")
    assert not one.computable
    assert one.earliest is None
    assert one.to_confirm


def test_a_nomination_of_the_year_is_told() -> None:
    commune = official("HTXSNV").propose("CN01", CSTDCS)
    assert rung(commune, CSTDCS).nominated
    assert not rung(commune, BK).nominated


def test_awards_for_other_people_are_no_rungs() -> None:
    awards = {one.award for one in climbed(official("HTXSNV")).rungs}
    assert "chien_si_tien_tien" not in awards  # for the armed forces (Điều 24 khoản 2)
    assert TTLDTT not in awards
    assert "huan_chuong_dung_cam" not in awards  # a deed is not climbed to


def test_a_units_ladder_looks_at_its_people() -> None:
    commune = Commune().rate("TT01", "HTTNV")
    for number in range(1, 5):
        commune.person(f"CN{number:02}").rate(f"CN{number:02}", "HTNV")
    # Nobody of 2025 was rated well: 70 % Lao động tiên tiến can come in 2026 (Điều 28).
    assert earliest(commune, TTLDTT, "TT01") == "2026"


def test_an_open_discipline_keeps_every_year_shut() -> None:
    commune = official("HTXSNV").disciplined("CN01", "canh_cao", date(2025, 1, 5))
    assert rung(commune, CSTDCS).earliest is None
