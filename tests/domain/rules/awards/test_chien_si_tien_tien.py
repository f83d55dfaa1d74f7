"""Điều 24 khoản 2, khoản 5: «Chiến sĩ tiên tiến»."""

import pytest

from khenthuong.domain.kinds import Subject, UnitKind
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Pair,
    disciplined,
    no_minutes,
    rated,
    subject,
    uncovered,
    unit_kind,
)
from tests.domain.rules.commune import Commune

CSTT = "chien_si_tien_tien"


def militia():
    commune = Commune().person(subject=Subject.MILITIA).rate("CN01", "HTTNV").minutes()
    return commune.propose("CN01", CSTT)


def officer():
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.ARMED).person().rate("CN01", "HTTNV").minutes()
    return commune.propose("CN01", CSTT)


PAIRS = [
    Pair("24.2", "doi_tuong", "dân quân → nông dân", militia, subject(Subject.FARMER)),
    Pair("24.2", "doi_tuong", "dân quân → chưa ghi", militia, subject(None), MET, MISSING),
    Pair("24.2", "doi_tuong", "armed forces → office", officer, unit_kind(UnitKind.OFFICE)),
    Pair("24.1.a", "k1a", "HTTNV → HTNV", officer, rated("CN01", "HTNV")),
    Pair("24.1.a", "k1a", "no rating of the year", militia, rated("CN01", ""), MET, MISSING),
    Pair("24.1.b", "k1b", "no minutes", militia, no_minutes, MET, MISSING),
    Pair(
        "24.5",
        "k5",
        "công an → dân quân: Bộ Quốc phòng sets the detail",
        officer,
        subject(Subject.MILITIA),
        NOT_APPLICABLE,
        COMPARE,
    ),
    Pair(
        "80.5",
        "tham_quyen_luc_luong_vu_trang",
        "armed forces → office",
        officer,
        unit_kind(UnitKind.OFFICE),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair(
        "80.5",
        "tham_quyen_dan_quan",
        "dân quân → nông dân",
        militia,
        subject(Subject.FARMER),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair(
        "nd_152_2025 4",
        "ky_luat",
        "khiển trách in the year",
        officer,
        disciplined("CN01", "khien_trach"),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(CSTT)


def test_every_criterion_has_a_row():
    assert uncovered(CSTT, PAIRS) == set()


@pytest.mark.parametrize("case", [militia, officer])
def test_others_set_detail_and_decider_so_it_is_never_met(case):
    # Điều 24 khoản 5, Điều 80 khoản 5.
    assert case().of("CN01", CSTT).verdict is COMPARE


def test_somebody_else_is_refused():
    clerk = Commune().person().rate("CN01", "HTXSNV").minutes().propose("CN01", CSTT)
    assert clerk.of("CN01", CSTT).verdict is NOT_MET
