"""Điều 28 khoản 2: «Đơn vị tiên tiến»."""

import pytest

from khenthuong.domain.kinds import UnitKind
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Pair,
    disciplined,
    members,
    no_minutes,
    rated,
    uncovered,
    unit_kind,
    without,
)
from tests.domain.rules.commune import LDTT

DVTT, CSTT = "don_vi_tien_tien", "chien_si_tien_tien"


def company(title=CSTT, having=7, of=10):
    return members(DVTT, having, of, title=title, level="HTTNV", kind=UnitKind.ARMED)


def labour_title_instead(commune):
    without(CSTT, "CN00")(commune)
    commune.won("CN00", LDTT, 2025)


PAIRS = [
    Pair("28.2", "doi_tuong", "armed forces → office", company, unit_kind(UnitKind.OFFICE)),
    Pair("28.1.a", "k1a", "HTTNV → HTNV", company, rated("TT01", "HTNV")),
    Pair("28.1.a", "k1a", "no rating", company, rated("TT01", ""), MET, MISSING),
    Pair("28.1.b", "k1b", "no minutes", company, no_minutes, MET, MISSING),
    Pair("28.2", "k2_ty_le", "70 % → 60 %", company, without(CSTT, "CN00")),
    Pair(
        "28.2", "k2_ty_le", "70,7 % → 69,7 %", lambda: company(CSTT, 70, 99), without(CSTT, "CN00")
    ),
    Pair("28.2", "k2_ty_le", "the seventh is «Lao động tiên tiến»", company, labour_title_instead),
    Pair("28.2", "k2_ky_luat", "a member: cảnh cáo", company, disciplined("CN09", "canh_cao")),
    Pair(
        "28.2",
        "k2_ky_luat",
        "a member: khiển trách",
        company,
        disciplined("CN09", "khien_trach"),
        MET,
        MET,
    ),
    Pair("28.1.d", "k1d", "no minutes", company, no_minutes, MET, MISSING),
    Pair(
        "80.5",
        "tham_quyen_luc_luong_vu_trang",
        "armed forces → office",
        company,
        unit_kind(UnitKind.OFFICE),
        COMPARE,
        NOT_APPLICABLE,
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(DVTT)


def test_every_criterion_has_a_row():
    assert uncovered(DVTT, PAIRS) == set()


def test_another_body_decides():
    # Điều 80 khoản 5: nothing of khoản 2 is lacking, and still a person compares the decider.
    commune = company()
    assert commune.of("TT01", DVTT).verdict is COMPARE
    assert commune.status("TT01", DVTT, "tham_quyen") is COMPARE


def test_an_office_is_refused():
    office = members(DVTT, 7, title=CSTT, level="HTTNV")
    assert office.of("TT01", DVTT).verdict is NOT_MET
