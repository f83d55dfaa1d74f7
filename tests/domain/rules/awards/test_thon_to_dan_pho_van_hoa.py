"""Điều 30: thôn, tổ dân phố văn hóa."""

from decimal import Decimal

import pytest

from khenthuong.domain.kinds import Authority, UnitKind
from khenthuong.domain.records import Rating
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_MET,
    Pair,
    no_minutes,
    province,
    uncovered,
    unit_kind,
    value,
)
from tests.domain.rules.commune import Commune, rulebook

AWARD = "thon_to_dan_pho_van_hoa"


def with_limit():
    return province("", value(f"diem_{AWARD}", 80))


def village(points="80"):
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.VILLAGE).minutes()
    commune.ratings.append(Rating("TT01", Year(2025), None, Decimal(points)))
    return commune.propose("TT01", AWARD)


def points(number):
    def change(commune):
        commune.ratings.clear()
        if number:
            commune.ratings.append(Rating("TT01", Year(2025), None, Decimal(number)))

    return change


PAIRS = [
    *(
        Pair(cite, criterion, "no minutes", village, no_minutes, MET, MISSING)
        for cite, criterion in (
            ("30.1.a", "k1a"),
            ("30.1.b", "k1b"),
            ("30.1.c", "k1c"),
            ("30.1.d", "k1d"),
            ("30.1.đ", "k1dd"),
        )
    ),
    Pair("30.1", "doi_tuong", "a village → an office", village, unit_kind(UnitKind.OFFICE)),
    Pair("30.1", "doi_tuong", "a village → the commune", village, unit_kind(UnitKind.COMMUNE)),
    Pair("30.2", "diem", "80 → 79,5 of 80", village, points("79.5"), MET, NOT_MET, with_limit),
    Pair("30.2", "diem", "no points", village, points(""), MET, MISSING, with_limit),
    Pair(
        "30.2", "diem", "80 → 5: the province set no limit", village, points("5"), COMPARE, COMPARE
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(AWARD)


def test_every_criterion_has_a_row():
    assert uncovered(AWARD, PAIRS) == set()


@pytest.mark.parametrize(("rules", "expected"), [(rulebook, COMPARE), (with_limit, MET)])
def test_the_case_itself_needs_the_provinces_points(rules, expected):
    assert village().check(rules()).of("TT01", AWARD).verdict is expected


def test_the_commune_decides_since_july_2025():
    assert rulebook().awards[AWARD].authority is Authority.COMMUNE
