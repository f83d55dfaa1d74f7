"""Điều 28: «Tập thể lao động tiên tiến» (khoản 1) and «Đơn vị tiên tiến» (khoản 2)."""

import pytest

from khenthuong.domain.kinds import Manager, UnitKind
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    Pair,
    books_from,
    disciplined,
    members,
    no_minutes,
    rated,
    uncovered,
    unit_kind,
    without,
)
from tests.domain.rules.commune import LDTT, TTLDTT, Commune, with_


def seven_of_ten():
    return members(TTLDTT, 7, title=LDTT, level="HTTNV")


def seventy_of_99():
    return members(TTLDTT, 70, 99, title=LDTT, level="HTTNV")


def school():
    commune = Commune(year=Year(2025))
    commune.units = []
    commune.unit("TT01", UnitKind.SCHOOL).rate("TT01", "HTTNV", "2024-2025").minutes()
    for number in range(10):
        code = f"CN{number:02}"
        commune.person(code)
        if number < 7:
            commune.won(code, LDTT, "2024-2025")
    return commune.propose("TT01", TTLDTT)


def armed():
    return members(TTLDTT, 7, title=LDTT, level="HTTNV", kind=UnitKind.ARMED)


def managed_by(manager):
    def change(commune):
        commune.units = [with_(one, manager=manager) for one in commune.units]

    return change


PAIRS = [
    Pair("28.1.a", "k1a", "HTTNV → HTNV", seven_of_ten, rated("TT01", "HTNV")),
    Pair("28.1.a", "k1a", "no rating", seven_of_ten, rated("TT01", ""), MET, MISSING),
    Pair(
        "28.1.a", "k1a", "a school: no rating", school, rated("TT01", "", "2024-2025"), MET, MISSING
    ),
    Pair("28.1.b", "k1b", "no minutes", seven_of_ten, no_minutes, MET, MISSING),
    Pair("28.1.c", "k1c_ty_le", "70 % → 60 %", seven_of_ten, without(LDTT, "CN00")),
    Pair("28.1.c", "k1c_ty_le", "70,7 % → 69,7 %", seventy_of_99, without(LDTT, "CN00")),
    Pair("28.1.c", "k1c_ty_le", "a school: 70 % → 60 %", school, without(LDTT, "CN00")),
    Pair(
        "28.1.c",
        "k1c_ty_le",
        "60 % and incomplete books",
        seven_of_ten,
        lambda c: (without(LDTT, "CN00")(c), books_from(None)(c)),
        MET,
        MISSING,
    ),
    Pair(
        "28.1.c",
        "k1c_ty_le",
        "armed forces count another title",
        seven_of_ten,
        unit_kind(UnitKind.ARMED),
        MET,
        NOT_APPLICABLE,
    ),
    Pair(
        "28.1.c", "k1c_ky_luat", "a member: cảnh cáo", seven_of_ten, disciplined("CN09", "canh_cao")
    ),
    Pair(
        "28.1.c",
        "k1c_ky_luat",
        "a member: khiển trách",
        seven_of_ten,
        disciplined("CN09", "khien_trach"),
        MET,
        MET,
    ),
    Pair("28.1.d", "k1d", "no minutes", seven_of_ten, no_minutes, MET, MISSING),
    Pair(
        "28.2",
        "k2",
        "armed forces → office",
        armed,
        unit_kind(UnitKind.OFFICE),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair(
        "80.5",
        "tham_quyen_luc_luong_vu_trang",
        "armed forces → office",
        armed,
        unit_kind(UnitKind.OFFICE),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair(
        "83.1", "tham_quyen", "managed by the province", seven_of_ten, managed_by(Manager.PROVINCE)
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(TTLDTT)


def test_every_criterion_has_a_row():
    assert uncovered(TTLDTT, PAIRS) == set()


@pytest.mark.parametrize("case", [seven_of_ten, seventy_of_99, school])
def test_the_case_itself_is_met(case):
    assert case().of("TT01", TTLDTT).verdict is MET
