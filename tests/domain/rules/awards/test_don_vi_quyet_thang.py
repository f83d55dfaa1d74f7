"""Điều 27 khoản 2: «Đơn vị quyết thắng»."""

import pytest

from khenthuong.domain.kinds import UnitKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
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
from tests.domain.rules.commune import BK, CSTDCS, LDTT, Commune

DVQT, CSTT = "don_vi_quyet_thang", "chien_si_tien_tien"


def company(having=7, of=10):
    commune = members(DVQT, having, of, title=CSTT, level="HTXSNV", kind=UnitKind.ARMED)
    return commune.won("CN00", CSTDCS, 2025)


def labour_title_instead(commune):
    without(CSTT, "CN01")(commune)
    commune.won("CN01", LDTT, 2025)


PAIRS = [
    Pair("27.2", "doi_tuong", "armed forces → office", company, unit_kind(UnitKind.OFFICE)),
    Pair("27.1.a", "k1a", "HTXSNV → HTTNV", company, rated("TT01", "HTTNV")),
    Pair("27.1.b", "k1b", "no minutes", company, no_minutes, MET, MISSING),
    Pair("27.2", "k2_hoan_thanh", "one KHTNV", company, rated("CN09", "KHTNV")),
    Pair("27.2", "k2_hoan_thanh", "one HTNV: completed", company, rated("CN09", "HTNV"), MET, MET),
    Pair("27.2", "k2_hoan_thanh", "one not rated", company, rated("CN09", ""), MET, MISSING),
    Pair("27.2", "k2_ty_le", "70 % → 60 %", company, without(CSTT, "CN01")),
    Pair("27.2", "k2_ty_le", "70,7 % → 69,7 %", lambda: company(70, 99), without(CSTT, "CN01")),
    Pair("27.2", "k2_ty_le", "the seventh is «Lao động tiên tiến»", company, labour_title_instead),
    Pair("27.1.d", "k1d", "nobody is «Chiến sĩ thi đua cơ sở»", company, without(CSTDCS, "CN00")),
    Pair("27.1.đ", "k1dd", "no minutes", company, no_minutes, MET, MISSING),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(DVQT)


def test_every_criterion_has_a_row():
    assert uncovered(DVQT, PAIRS) == set()


def test_another_body_decides_and_a_members_discipline_does_not_bar():
    # Điều 79 khoản 5; Điều 27 khoản 2 names no discipline.
    commune = company()
    disciplined("CN09", "canh_cao")(commune)
    assert commune.of("TT01", DVQT).verdict is COMPARE


def test_an_office_is_refused():
    office = members(DVQT, 7, title=CSTT, level="HTXSNV").won("CN00", CSTDCS, 2025)
    assert office.of("TT01", DVQT).verdict is NOT_MET


def two_years(*rows):
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.ARMED).minutes().rate("TT01", "HTTNV", 2024, 2025)
    commune.awards += [PastAward("TT01", Year(year), name, award) for year, name, award in rows]
    return commune.propose("TT01", BK, "d")


QUYET_THANG, XUAT_SAC = "Đơn vị quyết thắng", "Tập thể lao động xuất sắc"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (((2024, QUYET_THANG, DVQT), (2025, QUYET_THANG, DVQT)), MET),
        (((2024, "Danh hiệu «Đơn vị quyết thắng»", ""), (2025, QUYET_THANG, DVQT)), MET),
        (((2024, XUAT_SAC, "tap_the_lao_dong_xuat_sac"), (2025, QUYET_THANG, DVQT)), MET),
        (((2023, QUYET_THANG, DVQT), (2025, QUYET_THANG, DVQT)), NOT_MET),
        (((2025, QUYET_THANG, DVQT),), NOT_MET),
    ],
)
def test_it_counts_for_the_provinces_commendation(rows, expected):
    # Điều 74 khoản 3 điểm d.
    assert two_years(*rows).status("TT01", BK, "k3d.nam") is expected
