"""Điều 31 and Nghị định số 86/2023/NĐ-CP: «Gia đình văn hóa»."""

from datetime import date
from decimal import Decimal

import pytest

from khenthuong.domain.kinds import Checked, RoundKind
from khenthuong.domain.records import Rating
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Pair,
    household,
    no_minutes,
    province,
    round_kind,
    uncovered,
    value,
)
from tests.domain.rules.commune import rulebook

GDVH = "gia_dinh_van_hoa"
POINTS = value("diem_gia_dinh_van_hoa", 85)
CONFIRMED = f"""{GDVH}
[[criterion]]
id = "chua_xet_d"
checked = "van_ban"
cite = {{ text = "qd_15", article = "6" }}
"""


def with_limit():
    return province("", POINTS)


def marked(points="85"):
    commune = household(GDVH)
    commune.ratings.append(Rating("HO1", Year(2025), None, Decimal(points)))
    # Ten days, the first and the last counted.
    return commune.notice(end=date(2026, 1, 7))


def points(number):
    def change(commune):
        commune.ratings.clear()
        if number:
            commune.ratings.append(Rating("HO1", Year(2025), None, Decimal(number)))

    return change


def of_last_year(commune):
    commune.ratings.clear()
    commune.ratings.append(Rating("HO1", Year(2024), None, Decimal(90)))


def hung_until(end, **more):
    def change(commune):
        commune.notices.clear()
        commune.notice(end=end, **more)

    return change


def refused(commune):
    commune.vote("HO1", GDVH, 10, 30, meeting="H-TT01")


MINUTES = [
    Pair(cite, criterion, "no minutes of the village", marked, no_minutes, MET, MISSING)
    for cite, criterion in (
        ("31.1.a", "k1a"),
        ("31.1.b", "k1b"),
        ("31.1.c", "k1c"),
        ("nd_86_2023 6.4.a", "chua_xet_a"),
        ("nd_86_2023 6.4.b", "chua_xet_b"),
        ("nd_86_2023 6.4.c", "chua_xet_c"),
        ("nd_86_2023 7.1", "hop_tap_the"),
    )
]
PAIRS = [
    *MINUTES,
    Pair("31.1.a", "k1a", "the village voted it down", marked, refused),
    # Without the full text of điểm d it is compared, with minutes or without.
    Pair("nd_86_2023 6.4.d", "chua_xet_d", "no minutes", marked, no_minutes, COMPARE, COMPARE),
    Pair("31.2", "diem", "85 → 84,9 of 85", marked, points("84.9"), MET, NOT_MET, with_limit),
    Pair("31.2", "diem", "85 → 86 of 85", marked, points("86"), MET, MET, with_limit),
    Pair("31.2", "diem", "no points", marked, points(""), MET, MISSING, with_limit),
    Pair("31.2", "diem", "points of 2024 only", marked, of_last_year, MET, MISSING, with_limit),
    Pair(
        "31.2", "diem", "85 → 10: the province set no limit", marked, points("10"), COMPARE, COMPARE
    ),
    Pair("nd_86_2023 7", "niem_yet", "10 → 9 days", marked, hung_until(date(2026, 1, 6))),
    Pair(
        "nd_86_2023 7",
        "niem_yet",
        "an opinion nobody answered",
        marked,
        hung_until(date(2026, 1, 7), opinions="Hộ này gây ồn"),
        MET,
        MISSING,
    ),
    Pair("5.2.b", "hinh_thuc_phu_hop", "a sudden round", marked, round_kind(RoundKind.SUDDEN)),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(GDVH)


def test_every_criterion_has_a_row():
    assert uncovered(GDVH, PAIRS) == set()


def verdict(commune, rules):
    return commune.check(rules).of("HO1", GDVH).verdict


def test_without_the_provinces_rules_it_is_compared():
    assert verdict(marked(), rulebook()) is COMPARE


def test_the_province_fills_in_the_points_and_confirms_the_rest():
    assert verdict(marked(), with_limit()) is COMPARE
    both = province(CONFIRMED, POINTS)
    assert verdict(marked("85"), both) is MET
    assert verdict(marked("84"), both) is NOT_MET
    confirmed = next(one for one in both.awards[GDVH].criteria if one.id == "chua_xet_d")
    assert (confirmed.checked, confirmed.cite.text) == (Checked.TEXT, "qd_15")


def test_the_province_tightens_the_notice():
    tighter = province(f'{GDVH}\n[[criterion]]\nid = "niem_yet"\ndays = 12\n', POINTS)
    found = marked().check(tighter).of("HO1", GDVH)
    assert {one.id: one.status for one in found.findings}["niem_yet"] is NOT_MET


@pytest.mark.parametrize("criterion", ["hop_hoi_dong", "bieu_quyet"])
def test_the_village_reviews_it_not_the_council(criterion):
    assert marked().status("HO1", GDVH, criterion) is NOT_APPLICABLE
