"""What the Law's own words ask for: armed forces, clauses as branches, values, dates in order."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong import texts
from khenthuong.domain.kinds import AchievementKind, RoundKind, Status, Subject, UnitKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Household, PartialDate
from khenthuong.domain.rules import check_round
from khenthuong.domain.years import Year
from tests.domain.rules.commune import BK, CSTDCS, GK, LDTT, TTLDTT, TTLDXS, Commune, official
from tests.domain.rules.commune import rulebook as shipped

MET, MISSING, COMPARE = Status.MET, Status.MISSING, Status.TO_COMPARE


@pytest.mark.parametrize("award", [TTLDTT, TTLDXS])
def test_a_unit_of_the_armed_forces_has_its_own_title(award):
    # Điều 27 khoản 2, Điều 28 khoản 2: «Đơn vị quyết thắng», «Đơn vị tiên tiến».
    commune = Commune().unit("BCH", UnitKind.ARMED).minutes("BCH").propose("BCH", award)
    assert commune.status("BCH", award, "k2") is COMPARE
    office = Commune().minutes().propose("TT01", award)
    assert office.status("TT01", award, "k2") is Status.NOT_APPLICABLE


@pytest.mark.parametrize("branch", ["khoản 2", "Khoản 2 Điều 74", "k2"])
def test_clause_2_may_be_named(branch):
    commune = Commune().person(subject=Subject.ENTREPRENEUR).minutes().propose("CN01", BK, branch)
    assert commune.status("CN01", BK, "mot_trong_k1") is COMPARE


@pytest.mark.parametrize("branch", ["khoản 4", "khoản 4 Điều 74", "k4"])
def test_clause_4_may_be_named(branch):
    commune = Commune().unit("DN", UnitKind.ENTERPRISE).minutes("DN").propose("DN", BK, branch)
    assert commune.status("DN", BK, "mot_trong_k3") is COMPARE


def test_a_households_sudden_deed_rests_on_article_8():
    # Điều 85 khoản 1 điểm b names persons and collectives only.
    commune = Commune(kind=RoundKind.SUDDEN)
    commune.households.append(Household("HO1", "Hồ Văn Sáu"))
    commune.achieved("TH1", "HO1").propose("HO1", BK, achievements=("TH1",))
    assert commune.status("HO1", BK, "dot_xuat") is Status.NOT_APPLICABLE
    assert commune.finding("HO1", BK, "dot_xuat_ho").cite.article == "8"


def gave(value):
    commune = Commune()
    commune.households.append(Household("HO1", "Hồ Văn Sáu"))
    commune.achieved("TH1", "HO1", kind=AchievementKind.CONTRIBUTION, contribution=value)
    return commune.propose("HO1", GK, achievements=("TH1",))


def test_a_contribution_nobody_valued_is_not_zero():
    assert gave(None).finding("HO1", GK, "dong_gop_ho").code == "finding.contribution_unvalued"
    assert gave(500).finding("HO1", GK, "dong_gop_ho").code == "finding.contribution_no_limit"


@pytest.mark.parametrize(
    ("value", "expected"), [(None, MISSING), (900, Status.NOT_MET), (1000, MET)]
)
def test_an_unvalued_contribution_is_not_below_the_provinces_limit(value, expected):
    award = shipped().awards[BK]
    criteria = tuple(
        replace(one, parameters={**one.parameters, "at_least": 1000})
        if one.id == "dong_gop_ho"
        else one
        for one in award.criteria
    )
    rules = replace(shipped(), awards={**shipped().awards, BK: replace(award, criteria=criteria)})
    commune = gave(value)
    commune.nominations.clear()
    found = check_round(commune.propose("HO1", BK).facts(), rules).of("HO1", BK)
    assert {f.id: f.status for f in found.findings}["dong_gop_ho"] is expected


def test_a_notice_that_still_hangs_is_not_over():
    # The commune's today is 21/01/2026.
    commune = official().propose("CN01", LDTT).notice(end=date(2026, 1, 22))
    finding = commune.finding("CN01", LDTT, "niem_yet")
    assert (finding.status, finding.reached) == (MISSING, False)
    over = official().propose("CN01", LDTT).notice(end=date(2026, 1, 21))
    assert over.status("CN01", LDTT, "niem_yet") is MET


def test_a_deed_after_receipt_is_questioned():
    commune = Commune(kind=RoundKind.SUDDEN).person()
    commune.achieved("TH1", "CN01", when=PartialDate(2026, 1, 21))
    commune.propose("CN01", GK, achievements=("TH1",))
    finding = commune.finding("CN01", GK, "so_ngay_dot_xuat")
    assert (finding.status, finding.code) == (COMPARE, "finding.elapsed_backwards")


def test_an_initiatives_sentence_does_not_repeat_its_label():
    commune = official().propose("CN01", CSTDCS, "sang_kien")
    finding = commune.finding("CN01", CSTDCS, "sang_kien")
    said = texts.say(finding.code, finding.arguments)
    assert said == "Cần 1 sáng kiến, đề nghị nêu được 0; năm 2025 sổ không ghi thêm."


def test_the_ballot_cites_the_clause_that_leaves_it_to_the_government():
    # Điều 90 khoản 5; khoản 4 says only that councils advise.
    for award in (LDTT, CSTDCS):
        commune = official().propose("CN01", award)
        assert commune.finding("CN01", award, "bieu_quyet").cite.clause == "5"


@pytest.mark.parametrize("award", [TTLDTT, TTLDXS])
def test_an_armed_units_share_is_not_counted_in_labour_titles(award):
    commune = Commune().unit("BCH", UnitKind.ARMED).person(unit="BCH").minutes("BCH")
    commune.propose("BCH", award)
    assert commune.status("BCH", award, "k1c_ty_le") is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("years", "expected"), [((2024, 2025), MET), ((2023, 2025), Status.NOT_MET)]
)
def test_don_vi_quyet_thang_counts_as_the_excellent_collective(years, expected):
    # Điều 74 khoản 3 điểm d: «hoặc đạt danh hiệu Tập thể lao động xuất sắc hoặc Đơn vị quyết
    # thắng».
    commune = Commune().unit("BCH", UnitKind.ARMED).minutes("BCH").rate("BCH", "HTTNV", 2024)
    for year in years:
        commune.awards.append(PastAward("BCH", Year(year), "Đơn vị quyết thắng"))
    commune.propose("BCH", BK, "d")
    assert commune.status("BCH", BK, "k3d.nam") is expected


def test_a_unit_that_met_after_the_council_is_questioned():
    # The unit of the commune meets on 10/12/2025, the council on 26/12/2025.
    commune = official().sit().propose("CN01", LDTT)
    assert commune.status("CN01", LDTT, "hop_tap_the") is MET
    commune.meetings[-1] = replace(commune.meetings[-1], day=date(2025, 12, 9))
    finding = commune.finding("CN01", LDTT, "hop_tap_the")
    assert (finding.status, finding.code) == (COMPARE, "finding.minutes_after_council")


@pytest.mark.parametrize(
    ("level", "kind", "expected"),
    [
        ("HTXSNV", "sang_kien", COMPARE),  # Điều 23 khoản 2: the rating alone is enough
        ("HTTNV", "de_tai", COMPARE),  # written as an initiative, recognised as a topic
        ("HTTNV", "sang_kien", Status.NOT_MET),
    ],
)
def test_another_branch_that_is_met_keeps_the_named_one_from_refusing(level, kind, expected):
    commune = official(level, complete_from=2010).initiative("SK1", 2025, kind=kind)
    if kind == "sang_kien":
        commune.won("CN01", GK, 2024, initiatives=("SK1",))
    commune.propose("CN01", CSTDCS, "sáng kiến", initiatives=("SK1",))
    finding = commune.finding("CN01", CSTDCS, "k2")
    assert finding.status is expected
    if expected is COMPARE:
        assert finding.code == "finding.any_of_other"
        assert finding.cure.endswith("theo_tieu_chuan")
