"""Điều 27 khoản 1: «Tập thể lao động xuất sắc»."""

import pytest

from khenthuong.domain.kinds import UnitKind
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
from tests.domain.rules.commune import CSTDCS, LDTT, TTLDXS


def excellent(having=7, of=10, **unit):
    commune = members(TTLDXS, having, of, title=LDTT, level="HTXSNV", **unit)
    return commune.won("CN00", CSTDCS, 2025, branch="sang_kien")


def seventy_of_99():
    return excellent(70, 99)


def of_another_year(commune):
    without(CSTDCS, "CN00")(commune)
    commune.won("CN00", CSTDCS, 2024)


PAIRS = [
    Pair("27.1.a", "k1a", "HTXSNV → HTTNV", excellent, rated("TT01", "HTTNV")),
    Pair("27.1.a", "k1a", "no rating", excellent, rated("TT01", ""), MET, MISSING),
    Pair("27.1.b", "k1b", "no minutes", excellent, no_minutes, MET, MISSING),
    Pair("27.1.c", "k1c_hoan_thanh", "one KHTNV", excellent, rated("CN09", "KHTNV")),
    Pair(
        "27.1.c",
        "k1c_hoan_thanh",
        "one HTNV: completed",
        excellent,
        rated("CN09", "HTNV"),
        MET,
        MET,
    ),
    Pair("27.1.c", "k1c_hoan_thanh", "one not rated", excellent, rated("CN09", ""), MET, MISSING),
    Pair("27.1.c", "k1c_ty_le", "70 % → 60 %", excellent, without(LDTT, "CN01")),
    Pair("27.1.c", "k1c_ty_le", "70,7 % → 69,7 %", seventy_of_99, without(LDTT, "CN01")),
    Pair("27.1.d", "k1d", "nobody", excellent, without(CSTDCS, "CN00")),
    Pair("27.1.d", "k1d", "somebody of another year", excellent, of_another_year),
    Pair(
        "27.1.d",
        "k1d",
        "nobody, and incomplete books",
        excellent,
        lambda c: (without(CSTDCS, "CN00")(c), books_from(None)(c)),
        MET,
        MISSING,
    ),
    Pair("27.1.đ", "k1dd", "no minutes", excellent, no_minutes, MET, MISSING),
    Pair(
        "27.2",
        "k2",
        "office → armed forces",
        excellent,
        unit_kind(UnitKind.ARMED),
        NOT_APPLICABLE,
        COMPARE,
    ),
    Pair(
        "79.5",
        "tham_quyen_chinh_phu",
        "office → armed forces",
        excellent,
        unit_kind(UnitKind.ARMED),
        NOT_APPLICABLE,
        COMPARE,
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(TTLDXS)


def test_every_criterion_has_a_row():
    assert uncovered(TTLDXS, PAIRS) == set()


@pytest.mark.parametrize("case", [excellent, seventy_of_99])
def test_the_case_itself_is_met(case):
    assert case().of("TT01", TTLDXS).verdict is MET


def test_a_members_discipline_does_not_bar():
    # Điều 27 names none, unlike Điều 28 khoản 1 điểm c.
    commune = excellent()
    disciplined("CN09", "canh_cao")(commune)
    assert commune.of("TT01", TTLDXS).verdict is MET
