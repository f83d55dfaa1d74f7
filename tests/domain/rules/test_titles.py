"""Titles, article by article: one fact differs, and so does the finding."""

from datetime import date

import pytest

from khenthuong.domain.kinds import (
    Manager,
    RatingLevel,
    RecipientKind,
    RoundKind,
    Status,
    Subject,
    UnitKind,
)
from khenthuong.domain.records import Rating
from khenthuong.domain.register import CareerStep, Household, PartialDate
from khenthuong.domain.years import Year
from tests.domain.rules.commune import (
    BK,
    CSTDCS,
    CSTDT,
    GK,
    LDTT,
    TTLDTT,
    TTLDXS,
    Commune,
    official,
)

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, HOLD, NOT_APPLICABLE = Status.TO_COMPARE, Status.ON_HOLD, Status.NOT_APPLICABLE


# Điều 24: Lao động tiên tiến


@pytest.mark.parametrize(
    ("level", "expected"), [("HTXSNV", MET), ("HTTNV", MET), ("HTNV", NOT_MET), ("KHTNV", NOT_MET)]
)
def test_ldtt_k1a_asks_for_a_good_rating(level, expected):
    assert official(level).propose("CN01", LDTT).status("CN01", LDTT, "k1a") is expected


def test_ldtt_k1a_unknown_is_not_no():
    commune = Commune().person().minutes().propose("CN01", LDTT)
    finding = commune.finding("CN01", LDTT, "k1a")
    assert (finding.status, finding.cure) == (MISSING, "xep_loai:CN01:2025")


def test_ldtt_k1b_is_confirmed_by_the_units_minutes():
    commune = official().propose("CN01", LDTT)
    assert commune.status("CN01", LDTT, "k1b") is MET
    commune.meetings.clear()
    finding = commune.finding("CN01", LDTT, "k1b")
    assert (finding.status, finding.cure) == (MISSING, "hop:TT01")
    assert finding.arguments["unit"] == "Phòng Kinh tế"


@pytest.mark.parametrize(("agree", "disagree", "expected"), [(5, 2, MET), (3, 3, NOT_MET)])
def test_ldtt_minutes_with_votes_need_more_than_half(agree, disagree, expected):
    commune = official().propose("CN01", LDTT)
    commune.vote("CN01", LDTT, agree, disagree, meeting="H-TT01")
    assert commune.status("CN01", LDTT, "k1b") is expected


def test_ldtt_minutes_with_votes_on_others_confirm_nobody_else():
    commune = official().propose("CN01", LDTT).vote("CN99", LDTT, 9, meeting="H-TT01")
    assert commune.status("CN01", LDTT, "k1b") is MISSING


def test_ldtt_minutes_need_a_number_and_may_be_a_parents():
    commune = official().propose("CN01", LDTT)
    commune.meetings.clear()
    commune.minutes(number="")
    assert commune.status("CN01", LDTT, "k1b") is MISSING
    part = Commune().unit("TT01A", parent="TT01").person(unit="TT01A").rate("CN01", "HTTNV")
    assert part.minutes("TT01").propose("CN01", LDTT).status("CN01", LDTT, "k1b") is MET


def test_ldtt_k3_farmers_need_no_rating():
    commune = Commune().person(subject=Subject.FARMER).minutes().propose("CN01", LDTT)
    check = commune.of("CN01", LDTT)
    assert check.verdict is MET
    assert commune.status("CN01", LDTT, "k1a") is NOT_APPLICABLE
    assert commune.status("CN01", LDTT, "k3a") is MET


@pytest.mark.parametrize(
    "subject", [Subject.WORKER, Subject.FARMER, Subject.ENTREPRENEUR, Subject.OTHER]
)
def test_ldtt_k3_covers_those_outside_k1_and_k2(subject):
    commune = Commune().person(subject=subject).propose("CN01", LDTT)
    assert commune.status("CN01", LDTT, "k3b") is MISSING


def test_ldtt_k2_militia_win_another_title():
    commune = Commune().person(subject=Subject.MILITIA).rate("CN01", "HTTNV").minutes()
    commune.propose("CN01", LDTT)
    finding = commune.finding("CN01", LDTT, "k2")
    assert finding.status is COMPARE
    assert "Chiến sĩ tiên tiến" in finding.wording
    assert commune.of("CN01", LDTT).verdict is COMPARE


def test_ldtt_unknown_subject_is_asked_for_once():
    commune = Commune().person(subject=None).rate("CN01", "HTTNV").minutes().propose("CN01", LDTT)
    asked = [f for f in commune.of("CN01", LDTT).findings if f.code == "finding.subject_unknown"]
    assert [f.status for f in asked] == [MISSING]
    assert asked[0].cure == "ca_nhan:CN01:doi_tuong"


def test_a_school_is_judged_by_its_school_year():
    school = Commune(year=Year(2025)).unit("TH", UnitKind.SCHOOL).person(unit="TH").minutes("TH")
    school.propose("CN01", LDTT).rate("CN01", "HTTNV", "2024-2025")
    finding = school.finding("CN01", LDTT, "k1a")
    assert (finding.status, finding.arguments["year"]) == (MET, "2024-2025")
    other = Commune(year=Year(2025)).unit("TH", UnitKind.SCHOOL).person(unit="TH").minutes("TH")
    other.propose("CN01", LDTT).rate("CN01", "HTTNV", "2025")
    assert other.status("CN01", LDTT, "k1a") is COMPARE


# Điều 23: Chiến sĩ thi đua cơ sở


def test_cstdcs_k1_meets_the_criteria_of_ldtt_without_a_decision():
    assert official("HTXSNV").propose("CN01", CSTDCS).of("CN01", CSTDCS).verdict is MET
    assert official("HTNV").propose("CN01", CSTDCS).status("CN01", CSTDCS, "k1") is NOT_MET


def test_cstdcs_k1_a_decision_of_the_year_settles_it():
    commune = Commune().person().minutes().won("CN01", LDTT, 2025).propose("CN01", CSTDCS)
    assert commune.status("CN01", CSTDCS, "k1") is MET


def test_cstdcs_k2_excellent_rating_alone_is_enough():
    assert official("HTXSNV").propose("CN01", CSTDCS).status("CN01", CSTDCS, "k2") is MET
    assert official("HTTNV").propose("CN01", CSTDCS).status("CN01", CSTDCS, "k2") is NOT_MET


def with_initiative(**more):
    commune = official("HTTNV").initiative("SK01", 2025, **more)
    return commune.propose("CN01", CSTDCS, "sang_kien", initiatives=("SK01",))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, MET),
        ({"scope": "tinh"}, MET),
        ({"decision": ""}, MISSING),
        ({"author": "CN02"}, NOT_MET),
        ({"author": "CN02;CN01"}, MET),
        ({"kind": "de_tai"}, NOT_MET),
    ],
)
def test_cstdcs_k2_initiative(more, expected):
    assert with_initiative(**more).status("CN01", CSTDCS, "sang_kien") is expected


def test_cstdcs_k2_initiative_of_another_year_is_compared():
    # Điều 23 khoản 2 names no year.
    commune = official("HTTNV").initiative("SK01", 2024)
    commune.propose("CN01", CSTDCS, "sang_kien", initiatives=("SK01",))
    assert commune.status("CN01", CSTDCS, "k2") is COMPARE


def test_cstdcs_k2_used_initiative_says_when():
    commune = with_initiative().won("CN01", CSTDCS, 2024, initiatives=("SK01",))
    finding = commune.finding("CN01", CSTDCS, "sang_kien")
    assert (finding.status, finding.code) == (NOT_MET, "finding.used")
    assert finding.arguments["year"] == "2024"


def test_cstdcs_k2_initiative_of_a_title_won_by_rating_is_free():
    commune = with_initiative().won("CN01", CSTDCS, 2024, branch="HTXSNV", initiatives=("SK01",))
    assert commune.status("CN01", CSTDCS, "sang_kien") is MET


def test_cstdcs_k2_initiative_not_named_is_asked_for():
    commune = official("HTTNV").initiative("SK01", 2025).propose("CN01", CSTDCS)
    finding = commune.finding("CN01", CSTDCS, "k2")
    assert (finding.status, finding.cure) == (MISSING, "de_nghi:CN01:sang_kien")


def test_cstdcs_k2_unknown_code_is_missing():
    commune = official("HTTNV").propose("CN01", CSTDCS, "sáng kiến", initiatives=("SK99",))
    assert commune.status("CN01", CSTDCS, "k2") is MISSING


def test_cstdcs_k2_without_complete_books_is_missing():
    commune = official("HTTNV", complete_from=None).propose("CN01", CSTDCS)
    assert commune.status("CN01", CSTDCS, "k2") is MISSING


def test_cstdcs_k2_topic():
    commune = official("HTTNV").initiative("DT01", 2025, kind="de_tai")
    commune.propose("CN01", CSTDCS, "đề tài", initiatives=("DT01",))
    assert commune.status("CN01", CSTDCS, "k2") is MET
    commune.initiatives.clear()
    assert commune.status("CN01", CSTDCS, "k2") is MISSING


def test_cstdcs_k2_combat_is_for_the_forces_and_confirmed_by_the_unit():
    commune = Commune().person(subject=Subject.MILITIA).rate("CN01", "HTTNV").minutes()
    commune.propose("CN01", CSTDCS, "chien_dau")
    assert commune.status("CN01", CSTDCS, "k2") is MET
    clerk = official("HTTNV").propose("CN01", CSTDCS, "chien_dau")
    assert clerk.status("CN01", CSTDCS, "k2") is NOT_MET


def test_one_initiative_in_two_nominations_of_the_round():
    commune = with_initiative().propose("CN01", BK, "d", initiatives=("SK01",))
    assert commune.status("CN01", CSTDCS, "sang_kien") is NOT_MET
    assert commune.status("CN01", BK, "khong_dung_lai") is NOT_MET
    shared = with_initiative(author="CN01;CN02").person("CN02").rate("CN02", "HTTNV")
    shared.propose("CN02", CSTDCS, "sang_kien", initiatives=("SK01",))
    assert shared.status("CN01", CSTDCS, "sang_kien") is COMPARE


# Điều 28: Tập thể lao động tiên tiến


def unit_of_ten(having, *, award=TTLDTT, level="HTTNV", headcount=None, nominate=False):
    commune = Commune()
    commune.units = []
    commune.unit("TT01", headcount=headcount).rate("TT01", level).minutes()
    for number in range(10):
        code = f"CN{number:02}"
        commune.person(code).rate(code, "HTTNV")
        if number < having:
            if nominate:
                commune.propose(code, LDTT)
            else:
                commune.won(code, LDTT, 2025)
    return commune.propose("TT01", award)


@pytest.mark.parametrize(("level", "expected"), [("HTTNV", MET), ("HTNV", NOT_MET)])
def test_ttldtt_k1a(level, expected):
    assert unit_of_ten(7, level=level).status("TT01", TTLDTT, "k1a") is expected


@pytest.mark.parametrize("criterion", ["k1b", "k1d"])
def test_ttldtt_k1b_k1d_need_minutes(criterion):
    commune = unit_of_ten(7)
    assert commune.status("TT01", TTLDTT, criterion) is MET
    commune.meetings.clear()
    assert commune.status("TT01", TTLDTT, criterion) is MISSING


@pytest.mark.parametrize("nominate", [False, True])
@pytest.mark.parametrize(("having", "expected"), [(7, MET), (6, NOT_MET)])
def test_ttldtt_k1c_exactly_seventy_percent(having, expected, nominate):
    commune = unit_of_ten(having, nominate=nominate)
    finding = commune.finding("TT01", TTLDTT, "k1c_ty_le")
    assert finding.status is expected
    assert finding.arguments["by_round"] == (having if nominate else 0)


def test_ttldtt_k1c_incomplete_books_are_not_no():
    commune = unit_of_ten(6)
    commune.complete_from = 2026
    assert commune.status("TT01", TTLDTT, "k1c_ty_le") is MISSING


def test_ttldtt_k1c_waits_for_nominations_that_lack_something():
    commune = unit_of_ten(6).propose("CN08", LDTT)
    commune.ratings = [r for r in commune.ratings if r.recipient != "CN08"]
    assert commune.status("TT01", TTLDTT, "k1c_ty_le") is MISSING


def test_ttldtt_k1c_another_headcount_is_compared():
    assert unit_of_ten(7, headcount=10).status("TT01", TTLDTT, "k1c_ty_le") is MET
    assert unit_of_ten(7, headcount=11).status("TT01", TTLDTT, "k1c_ty_le") is COMPARE


def test_ttldtt_k1c_counts_the_people_of_that_year():
    commune = unit_of_ten(7)
    commune.person("CN20", joined=PartialDate(2026, 1))
    assert commune.status("TT01", TTLDTT, "k1c_ty_le") is MET
    commune.person("CN21", joined=PartialDate(2024))
    assert commune.status("TT01", TTLDTT, "k1c_ty_le") is NOT_MET
    commune.unit("TT02")
    commune.careers.append(CareerStep("CN21", PartialDate(2024), PartialDate(2025, 12), "", "TT02"))
    assert commune.status("TT01", TTLDTT, "k1c_ty_le") is MET


@pytest.mark.parametrize(("form", "expected"), [("khien_trach", MET), ("canh_cao", NOT_MET)])
def test_ttldtt_k1c_discipline_from_a_warning_up(form, expected):
    commune = unit_of_ten(7).disciplined("CN09", form, date(2025, 3, 1), date(2026, 3, 1))
    assert commune.status("TT01", TTLDTT, "k1c_ky_luat") is expected


def test_ttldtt_k1c_discipline_of_another_year_does_not_bar():
    commune = unit_of_ten(7).disciplined("CN09", "canh_cao", date(2023, 3, 1), date(2024, 3, 1))
    assert commune.status("TT01", TTLDTT, "k1c_ky_luat") is MET


def test_ttldtt_k1c_discipline_imposed_the_year_before_is_compared():
    commune = unit_of_ten(7).disciplined("CN09", "canh_cao", date(2024, 11, 1), date(2025, 11, 1))
    assert commune.status("TT01", TTLDTT, "k1c_ky_luat") is COMPARE


# Điều 27: Tập thể lao động xuất sắc


def excellent_unit():
    return unit_of_ten(7, award=TTLDXS, level="HTXSNV").won("CN00", CSTDCS, 2025)


def test_ttldxs_all_criteria():
    assert excellent_unit().of("TT01", TTLDXS).verdict is MET


def test_ttldxs_k1a_asks_for_excellent():
    commune = unit_of_ten(7, award=TTLDXS, level="HTTNV")
    assert commune.status("TT01", TTLDXS, "k1a") is NOT_MET


def test_ttldxs_k1c_everybody_completed_the_task():
    commune = excellent_unit()
    assert commune.status("TT01", TTLDXS, "k1c_hoan_thanh") is MET
    commune.ratings = [r for r in commune.ratings if r.recipient != "CN09"]
    assert commune.status("TT01", TTLDXS, "k1c_hoan_thanh") is MISSING
    commune.rate("CN09", "KHTNV")
    assert commune.status("TT01", TTLDXS, "k1c_hoan_thanh") is NOT_MET


def test_ttldxs_k1c_seventy_percent():
    commune = unit_of_ten(6, award=TTLDXS, level="HTXSNV")
    assert commune.status("TT01", TTLDXS, "k1c_ty_le") is NOT_MET


def test_ttldxs_k1d_somebody_is_cstdcs():
    commune = excellent_unit()
    assert commune.status("TT01", TTLDXS, "k1d") is MET
    commune.awards = [a for a in commune.awards if a.award != CSTDCS]
    assert commune.status("TT01", TTLDXS, "k1d") is NOT_MET


def test_ttldxs_k1d_counts_a_passing_nomination():
    commune = unit_of_ten(7, award=TTLDXS, level="HTXSNV")
    commune.ratings = [r for r in commune.ratings if r.recipient != "CN00"]
    commune.rate("CN00", "HTXSNV").propose("CN00", CSTDCS)
    finding = commune.finding("TT01", TTLDXS, "k1d")
    assert (finding.status, finding.code) == (MET, "finding.any_by_round")


def test_ttldxs_has_no_discipline_criterion_for_members():
    commune = excellent_unit().disciplined("CN09", "canh_cao", date(2025, 3, 1))
    assert commune.of("TT01", TTLDXS).verdict is MET


@pytest.mark.parametrize("criterion", ["k1b", "k1dd"])
def test_ttldxs_declared(criterion):
    commune = excellent_unit()
    commune.meetings.clear()
    assert commune.status("TT01", TTLDXS, criterion) is MISSING


# Điều 22: Chiến sĩ thi đua cấp tỉnh


def provincial(*years, scope="tinh"):
    commune = official("HTXSNV").won("CN01", CSTDCS, *years, branch="HTXSNV")
    return commune.initiative("SK01", 2024, scope=scope).propose(
        "CN01", CSTDT, initiatives=("SK01",)
    )


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((2023, 2024, 2025), MET),
        ((2022, 2023, 2024), MET),  # the year's own title is not decided yet
        ((2021, 2022, 2023), COMPARE),  # the run ended earlier
        ((2022, 2023, 2025), NOT_MET),  # a gap breaks the chain
        ((2024, 2025), NOT_MET),
    ],
)
def test_cstdt_k1a_three_times_without_a_gap(years, expected):
    assert provincial(*years).status("CN01", CSTDT, "k1a") is expected


def test_cstdt_k1a_counts_the_nomination_of_the_same_round():
    commune = provincial(2023, 2024).propose("CN01", CSTDCS)
    finding = commune.finding("CN01", CSTDT, "k1a")
    assert (finding.status, finding.code) == (MET, "finding.awards_run_held_by_round")


def test_cstdt_k1a_years_before_the_books_are_missing():
    commune = provincial(2024, 2025)
    commune.complete_from = 2024
    assert commune.status("CN01", CSTDT, "k1a") is MISSING


# One of cơ sở is not enough, but the books may not hold the topics of earlier years.
@pytest.mark.parametrize(
    ("scope", "expected"), [("tinh", MET), ("toan_quoc", MET), ("co_so", MISSING)]
)
def test_cstdt_k1b_initiative_of_provincial_scope(scope, expected):
    commune = provincial(2023, 2024, 2025, scope=scope)
    assert commune.status("CN01", CSTDT, "k1b") is expected


def test_cstdt_k1b_topic_of_provincial_scope():
    commune = official("HTXSNV").initiative("DT01", 2021, scope="tinh", kind="de_tai")
    commune.propose("CN01", CSTDT, "đề tài", initiatives=("DT01",))
    assert commune.status("CN01", CSTDT, "k1b") is MET


def test_school_years_are_consecutive_in_their_own_kind():
    commune = Commune(year=Year(2025, school=True)).unit("TH", UnitKind.SCHOOL)
    commune.person(unit="TH").won("CN01", CSTDCS, "2023-2024", "2024-2025", "2025-2026")
    commune.propose("CN01", CSTDT)
    assert commune.status("CN01", CSTDT, "k1a") is MET
    commune.awards.pop(1)
    assert commune.status("CN01", CSTDT, "k1a") is NOT_MET


# Common: who may be considered


@pytest.mark.parametrize(
    ("manager", "expected"),
    [(Manager.COMMUNE, MET), (Manager.PROVINCE, NOT_MET), (Manager.OTHER, COMPARE)],
)
def test_decider_follows_who_manages(manager, expected):
    commune = Commune().unit("TT02", manager=manager).person(unit="TT02").propose("CN01", LDTT)
    assert commune.status("CN01", LDTT, "tham_quyen") is expected


def test_decider_of_giay_khen_for_a_unit_of_the_province_is_compared():
    commune = Commune().unit("TT02", manager=Manager.PROVINCE).propose("TT02", GK)
    assert commune.status("TT02", GK, "tham_quyen") is COMPARE


def test_decider_enterprises_decide_themselves():
    commune = Commune().unit("DN", UnitKind.ENTERPRISE).person(unit="DN").propose("CN01", LDTT)
    finding = commune.finding("CN01", LDTT, "tham_quyen_doanh_nghiep")
    assert (finding.status, finding.cite.article) == (COMPARE, "80")
    assert (
        official().propose("CN01", LDTT).status("CN01", LDTT, "tham_quyen_doanh_nghiep")
        is NOT_APPLICABLE
    )


def test_decider_needs_a_unit():
    commune = Commune().person(unit="").propose("CN01", LDTT)
    assert commune.status("CN01", LDTT, "tham_quyen") is MISSING


def test_fits_the_recipient_and_the_round():
    assert unit_of_ten(7).propose("TT01", LDTT).status("TT01", LDTT, "hinh_thuc_phu_hop") is NOT_MET
    sudden = official(kind=RoundKind.SUDDEN).propose("CN01", LDTT)
    assert sudden.status("CN01", LDTT, "hinh_thuc_phu_hop") is NOT_MET
    assert official().propose("CN01", LDTT).status("CN01", LDTT, "hinh_thuc_phu_hop") is MET


@pytest.mark.parametrize(
    ("form", "private"), [("dang_xac_minh_don_thu", True), ("dang_xem_xet", False)]
)
def test_a_hold_is_not_a_refusal(form, private):
    commune = official().propose("CN01", LDTT).disciplined("CN01", form, date(2025, 11, 1))
    finding = commune.finding("CN01", LDTT, "tam_dung_xet")
    assert (finding.status, finding.private) == (HOLD, private)
    assert commune.of("CN01", LDTT).verdict is HOLD


def test_a_hold_ends():
    commune = official().propose("CN01", LDTT)
    commune.disciplined("CN01", "dang_xem_xet", date(2025, 11, 1), date(2025, 12, 1))
    assert commune.status("CN01", LDTT, "tam_dung_xet") is MET


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2025, 3, 1), date(2025, 9, 1), NOT_MET),
        (date(2024, 3, 1), date(2025, 1, 1), COMPARE),
        (date(2024, 3, 1), date(2025, 12, 31), NOT_MET),
        (date(2024, 3, 1), None, NOT_MET),
        (date(2023, 3, 1), date(2024, 3, 1), MET),
        (date(2026, 1, 10), None, COMPARE),
    ],
)
def test_discipline_in_the_award_year(start, end, expected):
    commune = official().propose("CN01", LDTT).disciplined("CN01", "khien_trach", start, end)
    assert commune.status("CN01", LDTT, "ky_luat") is expected


def test_discipline_before_the_books_is_unknown():
    commune = official(complete_from=2026).propose("CN01", LDTT)
    assert commune.status("CN01", LDTT, "ky_luat") is MISSING


def test_a_title_already_in_the_register_is_compared():
    commune = official().propose("CN01", LDTT).won("CN01", LDTT, 2025)
    assert commune.status("CN01", LDTT, "khong_dung_lai") is COMPARE


def test_a_household_is_no_person():
    commune = Commune()
    commune.households.append(Household("HO01", "Trần Thị Sậy", village="TT01"))
    commune.propose("HO01", LDTT)
    assert commune.of("HO01", LDTT).verdict is NOT_MET
    assert commune.finding("HO01", LDTT, "hinh_thuc_phu_hop").arguments["kind"] is (
        RecipientKind.HOUSEHOLD
    )


def test_rating_without_a_decision_is_still_a_rating():
    commune = Commune().person().minutes().propose("CN01", LDTT)
    commune.ratings.append(Rating("CN01", Year(2025), RatingLevel.GOOD))
    assert commune.finding("CN01", LDTT, "k1a").code == "finding.rating_plain"
