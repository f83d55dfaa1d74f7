"""Điều 25, 26: cờ thi đua của Chính phủ, cờ thi đua cấp tỉnh."""

from datetime import date

import pytest

from khenthuong.domain.kinds import AchievementKind, Authority, RoundKind, UnitKind
from khenthuong.domain.movement import Movement
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Pair,
    no_minutes,
    province,
    round_kind,
    uncovered,
)
from tests.domain.rules.commune import Commune, rulebook, with_

TINH, CHINH_PHU = "co_thi_dua_cap_tinh", "co_thi_dua_chinh_phu"
PROVINCE, PRIME_MINISTER = "Ủy ban nhân dân tỉnh Hải Dương", "Thủ tướng Chính phủ"


def leader(award, branch=""):
    return Commune().unit("TT02", UnitKind.OFFICE).minutes("TT02").propose("TT02", award, branch)


def leads_cluster():
    return leader(TINH)


def leads_provinces_cluster():
    return leader(CHINH_PHU, "khoản 1")


def in_movement(award, issuer, years):
    commune = leader(award)
    commune.kind, commune.round_movement = RoundKind.MOVEMENT, "PT1"
    commune.movements.append(
        Movement(
            "PT1",
            "Chung sức xây dựng nông thôn mới",
            plan_number="5/KH",
            issuer=issuer,
            start=date(2026 - years, 1, 1),
            end=date(2025, 12, 31),
        )
    )
    commune.achieved("TH1", "TT02", kind=AchievementKind.TOPICAL, movement="PT1")
    commune.nominations = [with_(one, achievements=("TH1",)) for one in commune.nominations]
    return commune


def three_years():
    return in_movement(TINH, PROVINCE, 3)


def five_years():
    return in_movement(CHINH_PHU, PRIME_MINISTER, 5)


def movement(**changes):
    def change(commune):
        commune.movements = [with_(one, **changes) for one in commune.movements]

    return change


def no_result(commune):
    commune.achievements.clear()
    commune.nominations = [with_(one, achievements=()) for one in commune.nominations]


PROVINCIAL = [
    Pair(
        "26.1",
        "k1",
        "a round of công trạng → chuyên đề",
        leads_cluster,
        round_kind(RoundKind.MOVEMENT),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair("26.1.a", "k1a", "no minutes", leads_cluster, no_minutes, MET, MISSING),
    Pair("26.1.b", "k1b", "no minutes", leads_cluster, no_minutes, MET, MISSING),
    Pair("26.2", "k2", "three years less a day", three_years, movement(end=date(2025, 12, 30))),
    Pair("26.2", "k2", "no end on record", three_years, movement(end=None), MET, MISSING),
    Pair("26.2", "k2", "the commune's own", three_years, movement(issuer="Ủy ban nhân dân xã")),
    Pair("26.2", "k2", "no result in it", three_years, no_result, MET, MISSING),
    Pair(
        "26.2",
        "k2_tong_ket",
        "chuyên đề → công trạng",
        three_years,
        round_kind(RoundKind.MERIT),
        COMPARE,
        NOT_APPLICABLE,
    ),
    # The province details it (khoản 3): compared whether the minutes are there or not.
    Pair("26.3", "tieu_chuan_cua_tinh", "no minutes", leads_cluster, no_minutes, COMPARE, COMPARE),
]
OF_GOVERNMENT = [
    Pair("25.1", "k1.dan_dau", "no minutes", leads_provinces_cluster, no_minutes, COMPARE, COMPARE),
    Pair("25.1.a", "k1.a", "no minutes", leads_provinces_cluster, no_minutes, MET, MISSING),
    Pair("25.1.b", "k1.b", "no minutes", leads_provinces_cluster, no_minutes, MET, MISSING),
    Pair(
        "25.2",
        "k2",
        "no minutes",
        lambda: leader(CHINH_PHU, "khoản 2"),
        no_minutes,
        COMPARE,
        COMPARE,
    ),
    Pair("25.3", "k3", "five years less a day", five_years, movement(end=date(2025, 12, 30))),
    Pair("25.3", "k3", "of a province", five_years, movement(issuer=PROVINCE)),
    Pair("25.3", "k3", "no end on record", five_years, movement(end=None), MET, MISSING),
    Pair("25.3", "k3", "no result in it", five_years, no_result, MET, MISSING),
    Pair(
        "25.3",
        "k3_so_ket",
        "chuyên đề → công trạng",
        five_years,
        round_kind(RoundKind.MERIT),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair("25.4", "k4", "no minutes", leads_provinces_cluster, no_minutes, COMPARE, COMPARE),
]


@pytest.mark.parametrize("pair", PROVINCIAL, ids=str)
def test_pair_of_the_province(pair):
    pair.holds(TINH)


@pytest.mark.parametrize("pair", OF_GOVERNMENT, ids=str)
def test_pair_of_the_government(pair):
    pair.holds(CHINH_PHU)


@pytest.mark.parametrize(("award", "pairs"), [(TINH, PROVINCIAL), (CHINH_PHU, OF_GOVERNMENT)])
def test_every_criterion_has_a_row(award, pairs):
    assert uncovered(award, pairs) == set()


@pytest.mark.parametrize("case", [leads_cluster, three_years, leads_provinces_cluster, five_years])
def test_who_leads_is_compared_by_a_person(case):
    commune = case()
    award = commune.nominations[0].award
    assert commune.of("TT02", award).verdict is COMPARE


def test_a_flag_is_for_a_collective_in_the_rounds_of_the_article():
    commune = leads_cluster().person().propose("CN01", TINH)
    assert commune.of("CN01", TINH).verdict is NOT_MET
    round_kind(RoundKind.SUDDEN)(commune)
    assert commune.status("TT02", TINH, "hinh_thuc_phu_hop") is NOT_MET


def test_who_decides():
    awards = rulebook().awards
    assert awards[TINH].authority is Authority.PROVINCE
    assert awards[CHINH_PHU].authority is Authority.PRIME_MINISTER


def test_the_province_confirms_its_own_criteria():
    rules = province(
        f'{TINH}\n[[criterion]]\nid = "tieu_chuan_cua_tinh"\nchecked = "van_ban"\n'
        'cite = { text = "qd_15" }\n'
    )
    found = leads_cluster().check(rules).of("TT02", TINH)
    assert {one.id: one.status for one in found.findings}["tieu_chuan_cua_tinh"] is MET
