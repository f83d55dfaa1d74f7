"""Điều 29: xã, phường, đặc khu tiêu biểu."""

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

AWARD = "xa_phuong_dac_khu_tieu_bieu"


def with_limit():
    return province("", value(f"diem_{AWARD}", 90))


def whole_commune():
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.COMMUNE).minutes()
    commune.ratings.append(Rating("TT01", Year(2025), None, Decimal(90)))
    return commune.propose("TT01", AWARD)


def points(number):
    def change(commune):
        commune.ratings.clear()
        if number:
            commune.ratings.append(Rating("TT01", Year(2025), None, Decimal(number)))

    return change


PAIRS = [
    *(
        Pair(cite, criterion, "no minutes", whole_commune, no_minutes, MET, MISSING)
        for cite, criterion in (
            ("29.1.a", "k1a"),
            ("29.1.b", "k1b"),
            ("29.1.c", "k1c"),
            ("29.1.d", "k1d"),
            ("29.1.đ", "k1dd"),
        )
    ),
    Pair("29.1", "doi_tuong", "a commune → a village", whole_commune, unit_kind(UnitKind.VILLAGE)),
    Pair(
        "29.2", "diem", "90 → 89,9 of 90", whole_commune, points("89.9"), MET, NOT_MET, with_limit
    ),
    Pair("29.2", "diem", "no points", whole_commune, points(""), MET, MISSING, with_limit),
    Pair("29.2", "diem", "the province set no limit", whole_commune, points("1"), COMPARE, COMPARE),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(AWARD)


def test_every_criterion_has_a_row():
    assert uncovered(AWARD, PAIRS) == set()


@pytest.mark.parametrize("rules", [rulebook, with_limit])
def test_who_leads_the_district_can_no_longer_be_told(rules):
    # «Dẫn đầu phong trào thi đua cấp huyện»: no district since 01/07/2025.
    found = whole_commune().check(rules()).of("TT01", AWARD)
    assert found.verdict is COMPARE
    assert {one.id: one.status for one in found.findings}["dan_dau"] is COMPARE


def test_the_province_decides():
    assert rulebook().awards[AWARD].authority is Authority.PROVINCE
