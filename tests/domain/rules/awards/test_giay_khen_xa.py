"""Điều 75: giấy khen. Khoản 2 leaves its criteria to the province."""

import pytest

from khenthuong.domain.kinds import AchievementKind, Checked, RoundKind, Subject
from khenthuong.domain.movement import Movement
from khenthuong.domain.register import PartialDate
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Pair,
    household,
    no_minutes,
    province,
    round_kind,
    uncovered,
    value,
)
from tests.domain.rules.commune import GK, Commune, rulebook, with_

MERIT, MOVEMENT, SUDDEN = RoundKind.MERIT, RoundKind.MOVEMENT, RoundKind.SUDDEN
ROUNDS = (MERIT, MOVEMENT, SUDDEN, RoundKind.SERVICE, RoundKind.FOREIGN)
CONFIRMED = f"""{GK}
[[criterion]]
id = "tieu_chuan_cua_tinh"
checked = "van_ban"
cite = {{ text = "qd_15", article = "7" }}
[[criterion]]
id = "dong_gop_ho"
checked = "van_ban"
cite = {{ text = "qd_15", article = "8" }}
"""
TIGHTER = f"""{GK}
[[criterion]]
id = "xep_loai"
principle = "chinh_xac"
step = "danh_sach"
kind = "rating_at_least"
label = "Hoàn thành tốt nhiệm vụ"
level = "HTTNV"
cite = {{ text = "qd_15", article = "7" }}
checked = "van_ban"
applies = {{ rounds = ["cong_trang"], recipients = ["ca_nhan"] }}
"""


def clerk(kind=MERIT):
    commune = Commune(kind=kind).person().minutes()
    return with_deed(commune.propose("CN01", GK), "CN01", kind)


def collective(kind=MERIT):
    return with_deed(Commune(kind=kind).minutes().propose("TT01", GK), "TT01", kind)


def family(kind=MERIT):
    commune = household(GK)
    commune.kind = kind
    return with_deed(commune, "HO1", kind)


def with_deed(commune, who, kind):
    """Everything of such a round on record: deed, movement, contribution, evidence."""
    more = {MERIT: {"kind": AchievementKind.CONTRIBUTION, "contribution": 60_000_000}}.get(kind, {})
    if kind is MOVEMENT:
        commune.round_movement = "PT1"
        commune.movements.append(Movement("PT1", "Xanh, sạch", issuer="Ủy ban nhân dân xã"))
        more = {"kind": AchievementKind.TOPICAL, "movement": "PT1"}
    commune.files.add("TH1/anh.jpg")
    commune.achieved("TH1", who, evidence=("TH1/anh.jpg",), **more)
    commune.nominations = [with_(one, achievements=("TH1",)) for one in commune.nominations]
    return commune


def achievement(**changes):
    def change(commune):
        commune.achievements = [with_(one, **changes) for one in commune.achievements]

    return change


def no_issuer(commune):
    commune.movements = [with_(one, issuer="") for one in commune.movements]


def filled_in():
    return province(CONFIRMED, value("dong_gop_ho_giay_khen", 50_000_000))


PAIRS = [
    Pair("75.2", "tieu_chuan_cua_tinh", "no minutes", clerk, no_minutes, COMPARE, COMPARE),
    Pair(
        "8.3",
        "phong_trao",
        "no result in it",
        lambda: clerk(MOVEMENT),
        achievement(movement=""),
        MET,
        MISSING,
    ),
    Pair(
        "8.3", "phong_trao", "nobody launched it", lambda: clerk(MOVEMENT), no_issuer, MET, MISSING
    ),
    Pair(
        "8.3",
        "phong_trao_ho",
        "no result in it",
        lambda: family(MOVEMENT),
        achievement(movement=""),
        MET,
        MISSING,
    ),
    Pair(
        "85.1.b",
        "dot_xuat",
        "of somebody else",
        lambda: clerk(SUDDEN),
        achievement(recipient="CN02"),
    ),
    Pair(
        "85.1.b",
        "dot_xuat",
        "no day",
        lambda: clerk(SUDDEN),
        achievement(when=PartialDate(2026)),
        MET,
        MISSING,
    ),
    Pair(
        "85.1.b",
        "dot_xuat",
        "no evidence",
        lambda: collective(SUDDEN),
        achievement(evidence=()),
        MET,
        MISSING,
    ),
    Pair(
        "85.1.b",
        "dot_xuat",
        "not a sudden one",
        lambda: clerk(SUDDEN),
        achievement(kind=AchievementKind.MERIT),
        MET,
        COMPARE,
    ),
    Pair(
        "8.2",
        "dot_xuat_ho",
        "no content",
        lambda: family(SUDDEN),
        achievement(content=""),
        MET,
        MISSING,
    ),
    Pair(
        "qd_15 8",
        "dong_gop_ho",
        "60 → 49,9 of 50 million",
        family,
        achievement(contribution=49_900_000),
        MET,
        NOT_MET,
        filled_in,
    ),
    Pair(
        "75.2",
        "dong_gop_ho",
        "60 → 1: no limit set",
        family,
        achievement(contribution=1_000_000),
        COMPARE,
        COMPARE,
    ),
    Pair(
        "8.4",
        "cong_hien",
        "cống hiến → công trạng",
        lambda: clerk(RoundKind.SERVICE),
        round_kind(MERIT),
        COMPARE,
        NOT_APPLICABLE,
    ),
    Pair(
        "8.6",
        "doi_ngoai",
        "đối ngoại → công trạng",
        lambda: clerk(RoundKind.FOREIGN),
        round_kind(MERIT),
        COMPARE,
        NOT_APPLICABLE,
    ),
    # Điều 8 khoản 5: by niên hạn only the forces are commended.
    Pair("5.2.b", "hinh_thuc_phu_hop", "công trạng → niên hạn", clerk, round_kind(RoundKind.TERM)),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(GK)


def test_every_criterion_has_a_row():
    assert uncovered(GK, PAIRS) == set()


@pytest.mark.parametrize("kind", ROUNDS)
@pytest.mark.parametrize(("case", "who"), [(clerk, "CN01"), (collective, "TT01"), (family, "HO1")])
def test_without_a_provinces_rules_it_is_compared_in_every_round(kind, case, who):
    commune = case(kind)
    assert commune.of(who, GK).verdict is COMPARE
    finding = commune.finding(who, GK, "tieu_chuan_cua_tinh")
    assert (finding.status, finding.checked) == (COMPARE, Checked.MEMORY)
    assert "quy định của tỉnh" in finding.wording


@pytest.mark.parametrize("kind", ROUNDS)
@pytest.mark.parametrize("subject", [*Subject])
@pytest.mark.parametrize("level", ["HTXSNV", "KHTNV", ""])
def test_no_rating_and_no_subject_makes_it_met(kind, subject, level):
    commune = clerk(kind)
    commune.persons = [with_(one, subject=subject) for one in commune.persons]
    if level:
        commune.rate("CN01", level)
    assert commune.of("CN01", GK).verdict is COMPARE


def verdict(commune, who, rules):
    return commune.check(rules).of(who, GK).verdict


def test_the_province_confirms():
    rules = filled_in()
    assert verdict(clerk(), "CN01", rules) is MET
    assert verdict(clerk(MOVEMENT), "CN01", rules) is MET
    bare = clerk()
    no_minutes(bare)
    assert verdict(bare, "CN01", rules) is MISSING


def test_the_province_fills_in_what_a_household_gives():
    less = family()
    achievement(contribution=10_000_000)(less)
    assert verdict(family(), "HO1", filled_in()) is MET
    assert verdict(less, "HO1", filled_in()) is NOT_MET
    assert verdict(less, "HO1", rulebook()) is COMPARE


@pytest.mark.parametrize(("level", "expected"), [("HTTNV", COMPARE), ("HTNV", NOT_MET)])
def test_the_province_tightens(level, expected):
    rules = province(TIGHTER)
    assert verdict(clerk().rate("CN01", level), "CN01", rules) is expected
    assert verdict(clerk().rate("CN01", level), "CN01", rulebook()) is COMPARE


SIMPLE = (SUDDEN, RoundKind.SERVICE, RoundKind.FOREIGN)


@pytest.mark.parametrize("kind", ROUNDS)
@pytest.mark.parametrize("criterion", ["hop_hoi_dong", "bieu_quyet", "khong_tu_bo_phieu"])
def test_the_simplified_procedure_asks_for_no_council(kind, criterion):
    # Điều 85 khoản 1 điểm b, điểm d: đột xuất, cống hiến, đối ngoại.
    asked = clerk(kind).status("CN01", GK, criterion) is not NOT_APPLICABLE
    assert asked is (kind not in SIMPLE)
