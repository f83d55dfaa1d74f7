"""Điều 21: «Chiến sĩ thi đua toàn quốc»."""

import pytest

from khenthuong.domain.kinds import InitiativeScope, Subject, UnitKind
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Pair,
    initiative,
    no_minutes,
    subject,
    uncovered,
    without,
)
from tests.domain.rules.commune import CSTDT, Commune, official

CSTDTQ = "chien_si_thi_dua_toan_quoc"


def twice(*years, kind="sang_kien"):
    commune = official("HTXSNV").won("CN01", CSTDT, *(years or (2024, 2025)), branch="sang_kien")
    commune.initiative("SK01", 2024, scope="toan_quoc", kind=kind)
    return commune.propose("CN01", CSTDTQ, kind, initiatives=("SK01",))


def three_years():
    return twice(2023, 2024, 2025)


def three_years_apart():
    return twice(2022, 2025)


def with_topic():
    return twice(kind="de_tai")


def militia():
    return Commune().person(subject=Subject.MILITIA).minutes().propose("CN01", CSTDTQ, "chien_dau")


def officer():
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.ARMED).person().minutes()
    return commune.propose("CN01", CSTDTQ, "chien_dau_llvt")


def spent(commune):
    commune.won("CN01", CSTDT, 2021, branch="sang_kien", initiatives=("SK01",))


def voted(agree):
    return twice().sit(10).vote("CN01", CSTDTQ, agree, 10 - agree)


def four_of_ten(commune):
    commune.votes.clear()
    commune.vote("CN01", CSTDTQ, 4, 6)


PAIRS = [
    Pair("21.1.a", "hai_nam", "a gap in 2024", three_years, without(CSTDT, "CN01", 2024)),
    Pair(
        "21.1.a",
        "k1a",
        "a gap: to compare",
        three_years,
        without(CSTDT, "CN01", 2024),
        MET,
        COMPARE,
    ),
    Pair(
        "21.1.a",
        "hai_lan",
        "three years apart → once",
        three_years_apart,
        without(CSTDT, "CN01", 2022),
        MET,
        MISSING,
    ),
    Pair(
        "21.1.a",
        "k1a",
        "three years apart → once",
        three_years_apart,
        without(CSTDT, "CN01", 2022),
        COMPARE,
        MISSING,
    ),
    Pair("21.1.a", "k1a_tieu_bieu", "no minutes", twice, no_minutes, MET, MISSING),
    Pair("21.1.b", "sang_kien", "scope tỉnh", twice, initiative(scope=InitiativeScope.PROVINCE)),
    Pair("21.1.b", "sang_kien", "spent on the provincial title", twice, spent),
    Pair("21.1.b", "sang_kien", "of somebody else", twice, initiative(authors=("CN02",))),
    Pair(
        "21.1.b",
        "sang_kien",
        "of 2019: the Law names no year",
        twice,
        initiative(year=Year(2019)),
        MET,
        MET,
    ),
    Pair("21.1.b", "de_tai", "scope tỉnh", with_topic, initiative(scope=InitiativeScope.PROVINCE)),
    Pair(
        "21.1.b",
        "de_tai",
        "not recognised",
        with_topic,
        initiative(decision_number=""),
        MET,
        MISSING,
    ),
    Pair("21.1.b", "de_tai", "spent on the provincial title", with_topic, spent),
    Pair("21.1.a", "hai_nam", "2024, 2025 → 2025", twice, without(CSTDT, "CN01", 2024)),
    Pair("21.1.b", "chien_dau", "no minutes", militia, no_minutes, COMPARE, MISSING),
    Pair(
        "21.1.b",
        "chien_dau",
        "dân quân → nông dân",
        militia,
        subject(Subject.FARMER),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair("21.1.b", "chien_dau_llvt", "no minutes", officer, no_minutes, COMPARE, MISSING),
    Pair("90.5", "bieu_quyet", "9 → 4 of 10", lambda: voted(9), four_of_ten, COMPARE),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(CSTDTQ)


def test_every_criterion_has_a_row():
    assert uncovered(CSTDTQ, PAIRS) == set()


@pytest.mark.parametrize(("case", "expected"), [(twice, MET), (three_years_apart, COMPARE)])
def test_the_case_itself(case, expected):
    assert case().of("CN01", CSTDTQ).verdict is expected


def test_never_a_provincial_one():
    never = twice()
    never.awards.clear()
    assert never.of("CN01", CSTDTQ).verdict in (MISSING, NOT_MET)
