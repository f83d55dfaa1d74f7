"""Điều 22: chiến sĩ thi đua cấp tỉnh."""

import pytest

from khenthuong.domain.kinds import InitiativeScope, Subject, UnitKind
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    Pair,
    books_from,
    initiative,
    no_minutes,
    subject,
    uncovered,
    unit_kind,
    without,
)
from tests.domain.rules.commune import CSTDCS, CSTDT, Commune, official


def three(kind="sang_kien"):
    commune = official("HTXSNV").won("CN01", CSTDCS, 2023, 2024, 2025, branch="HTXSNV")
    commune.initiative("SK01", 2024, scope="tinh", kind=kind)
    return commune.propose("CN01", CSTDT, kind, initiatives=("SK01",))


def three_with_topic():
    return three("de_tai")


def two_and_this_rounds():
    commune = three().propose("CN01", CSTDCS)
    without(CSTDCS, "CN01", 2025)(commune)
    return commune


def not_in_this_round(commune):
    commune.nominations = [n for n in commune.nominations if n.award != CSTDCS]


def up_to_last_year():
    commune = three().won("CN01", CSTDCS, 2022, branch="HTXSNV")
    without(CSTDCS, "CN01", 2025)(commune)
    return commune


def teacher():
    commune = Commune(year=Year(2025, school=True)).unit("TH", UnitKind.SCHOOL)
    commune.person(unit="TH").minutes("TH").initiative("SK01", "2024-2025", scope="tinh")
    commune.won("CN01", CSTDCS, "2023-2024", "2024-2025", "2025-2026", branch="HTXSNV")
    return commune.propose("CN01", CSTDT, "sang_kien", initiatives=("SK01",))


def militia():
    commune = Commune().person(subject=Subject.MILITIA).minutes()
    return commune.propose("CN01", CSTDT, "chien_dau")


def officer():
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.ARMED).person().minutes()
    return commune.propose("CN01", CSTDT, "chien_dau_llvt")


def spent(commune):
    commune.won("CN01", CSTDT, 2022, branch="sang_kien", initiatives=("SK01",))


def voted(agree):
    return three().sit(9).vote("CN01", CSTDT, agree, 9 - agree)


def four_of_nine(commune):
    commune.votes.clear()
    commune.vote("CN01", CSTDT, 4, 5)


PAIRS = [
    Pair("22.1.a", "k1a", "2023, 2024, 2025 → a gap in 2024", three, without(CSTDCS, "CN01", 2024)),
    Pair("22.1.a", "k1a", "only twice", three, without(CSTDCS, "CN01", 2023)),
    Pair("22.1.a", "k1a", "2022–2024: 2024 gone", up_to_last_year, without(CSTDCS, "CN01", 2024)),
    Pair(
        "22.1.a",
        "k1a",
        "the third of this round → not proposed",
        two_and_this_rounds,
        not_in_this_round,
    ),
    Pair(
        "22.1.a",
        "k1a",
        "twice, books from 2024",
        three,
        lambda c: (without(CSTDCS, "CN01", 2023)(c), books_from(2024)(c)),
        MET,
        MISSING,
    ),
    Pair("22.1.a", "k1a", "a teacher's gap", teacher, without(CSTDCS, "CN01", 2024)),
    Pair("22.1.a", "k1a_tieu_bieu", "no minutes", three, no_minutes, MET, MISSING),
    Pair("22.1.b", "sang_kien", "scope cơ sở", three, initiative(scope=InitiativeScope.BASE)),
    Pair(
        "22.1.b",
        "sang_kien",
        "toàn quốc",
        three,
        initiative(scope=InitiativeScope.NATION),
        MET,
        MET,
    ),
    Pair("22.1.b", "sang_kien", "spent", three, spent),
    Pair(
        "22.1.b",
        "sang_kien",
        "not recognised by the head of the province",
        three,
        initiative(decision_number=""),
        MET,
        MISSING,
    ),
    Pair(
        "22.1.b",
        "sang_kien",
        "of 2019: the Law names no year",
        three,
        initiative(year=Year(2019)),
        MET,
        MET,
    ),
    Pair(
        "22.1.b", "de_tai", "scope cơ sở", three_with_topic, initiative(scope=InitiativeScope.BASE)
    ),
    Pair("22.1.b", "de_tai", "spent", three_with_topic, spent),
    Pair("22.1.b", "chien_dau", "no minutes", militia, no_minutes, COMPARE, MISSING),
    Pair(
        "22.1.b",
        "chien_dau",
        "dân quân → nông dân",
        militia,
        subject(Subject.FARMER),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair("22.1.b", "chien_dau_llvt", "no minutes", officer, no_minutes, COMPARE, MISSING),
    Pair(
        "22.1.b",
        "chien_dau_llvt",
        "armed forces → office",
        officer,
        unit_kind(UnitKind.OFFICE),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair("90.5", "bieu_quyet", "8 → 4 of 9", lambda: voted(8), four_of_nine, COMPARE),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(CSTDT)


def test_every_criterion_has_a_row():
    assert uncovered(CSTDT, PAIRS) == set()


@pytest.mark.parametrize("case", [three, three_with_topic, up_to_last_year, teacher])
def test_the_case_itself_is_met(case):
    assert case().of("CN01", CSTDT).verdict is MET
