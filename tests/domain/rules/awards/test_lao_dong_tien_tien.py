"""Điều 24: «Lao động tiên tiến»."""

import pytest

from khenthuong.domain.kinds import Subject, UnitKind
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    Pair,
    disciplined,
    no_minutes,
    rated,
    subject,
    uncovered,
    unit_kind,
)
from tests.domain.rules.commune import LDTT, Commune, official


def clerk():
    return official("HTTNV").propose("CN01", LDTT)


def employee():
    commune = Commune().person(subject=Subject.EMPLOYEE).rate("CN01", "HTTNV").minutes()
    return commune.propose("CN01", LDTT)


def villager(who=Subject.EMPLOYEE):
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.VILLAGE).person(subject=who).minutes()
    return commune.propose("CN01", LDTT)


def farmer():
    return villager(Subject.FARMER)


def teacher():
    # The award year 2025 is the school year that ends in it.
    commune = Commune(year=Year(2025)).unit("TH", UnitKind.SCHOOL).person(unit="TH").minutes("TH")
    return commune.propose("CN01", LDTT).rate("CN01", "HTTNV", "2024-2025")


def teacher_of_next_year(commune):
    commune.ratings.clear()
    commune.rate("CN01", "HTTNV", "2025-2026")


def teacher_of_the_calendar_year(commune):
    commune.ratings.clear()
    commune.rate("CN01", "HTTNV", "2025")


def refused(commune):
    commune.vote("CN01", LDTT, 3, 4, meeting="H-TT01")


PAIRS = [
    Pair("24.1.a", "k1a", "HTTNV → HTNV", clerk, rated("CN01", "HTNV")),
    Pair("24.1.a", "k1a", "HTTNV → KHTNV", clerk, rated("CN01", "KHTNV")),
    Pair("24.1.a", "k1a", "«trở lên»: HTXSNV", clerk, rated("CN01", "HTXSNV"), MET, MET),
    Pair("24.1.a", "k1a", "no rating of the year", clerk, rated("CN01", ""), MET, MISSING),
    Pair("24.1.a", "k1a", "school year 2025-2026", teacher, teacher_of_next_year, MET, MISSING),
    Pair("24.1.a", "k1a", "a calendar year", teacher, teacher_of_the_calendar_year, MET, COMPARE),
    Pair("24.1.b", "k1b", "no minutes", clerk, no_minutes, MET, MISSING),
    Pair("24.1.b", "k1b", "the unit voted it down", clerk, refused),
    Pair("24.1.a", "k1a_nguoi_lao_dong", "HTTNV → HTNV", employee, rated("CN01", "HTNV")),
    Pair(
        "24.1.a",
        "k1a_nguoi_lao_dong",
        "of a village: khoản 3",
        employee,
        unit_kind(UnitKind.VILLAGE),
        MET,
        NOT_APPLICABLE,
    ),
    Pair("24.1.b", "k1b_nguoi_lao_dong", "no minutes", employee, no_minutes, MET, MISSING),
    Pair(
        "24.2",
        "k2",
        "dân quân → nông dân",
        lambda: villager(Subject.MILITIA),
        subject(Subject.FARMER),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair(
        "24.2",
        "k2_llvt",
        "office → armed forces",
        clerk,
        unit_kind(UnitKind.ARMED),
        NOT_APPLICABLE,
        COMPARE,
    ),
    Pair("24.3.a", "k3a", "no minutes", farmer, no_minutes, MET, MISSING),
    Pair(
        "24.3.a",
        "k3a",
        "nông dân → công chức",
        farmer,
        subject(Subject.OFFICIAL),
        MET,
        NOT_APPLICABLE,
    ),
    Pair("24.3.a", "k3a_nguoi_lao_dong", "no minutes", villager, no_minutes, MET, MISSING),
    Pair("24.3.b", "k3b", "no minutes", farmer, no_minutes, MET, MISSING),
    Pair("24.3.b", "k3b_nguoi_lao_dong", "no minutes", villager, no_minutes, MET, MISSING),
    Pair(
        "24.3",
        "k3_doi_tuong",
        "nông dân → khác",
        farmer,
        subject(Subject.OTHER),
        NOT_APPLICABLE,
        COMPARE,
    ),
    Pair(
        "nd_152_2025 4", "ky_luat", "cảnh cáo in the year", clerk, disciplined("CN01", "canh_cao")
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(LDTT)


def test_every_criterion_has_a_row():
    assert uncovered(LDTT, PAIRS) == set()


@pytest.mark.parametrize("case", [clerk, employee, villager, farmer, teacher])
def test_the_case_itself_is_met(case):
    assert case().of("CN01", LDTT).verdict is MET
