"""Who is proposed to whom: people who moved, the dead, foreigners, households, districts."""

from datetime import date

import pytest

from khenthuong.domain.kinds import (
    Manager,
    MeetingKind,
    Procedure,
    RoundKind,
    Status,
    Subject,
    UnitKind,
)
from khenthuong.domain.register import CareerStep, Household, PartialDate
from khenthuong.domain.rounds import CouncilMember, Meeting
from khenthuong.domain.years import Year
from tests.domain.rules.commune import BK, CSTDCS, GK, LDTT, ROUND, TTLDTT, Commune, official
from tests.domain.rules.one_criterion import book_of, judged

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE = Status.TO_COMPARE
DECIDER, FITS = "tham_quyen", "hinh_thuc_phu_hop"
DUNG_CAM = "huan_chuong_dung_cam"
BK_TTG = "bang_khen_thu_tuong"


# People who moved


def moved(then=Manager.COMMUNE, now=Manager.COMMUNE):
    commune = official().unit("CU", manager=then).unit("MOI", manager=now)
    commune.persons.clear()
    commune.person(unit="MOI")
    commune.careers = [
        CareerStep("CN01", PartialDate(2010), PartialDate(2025, 12), unit="CU"),
        CareerStep("CN01", PartialDate(2026, 1), unit="MOI"),
    ]
    return commune.propose("CN01", LDTT)


@pytest.mark.parametrize(
    ("then", "now", "status"),
    [
        (Manager.COMMUNE, Manager.COMMUNE, MET),
        (Manager.COMMUNE, Manager.PROVINCE, COMPARE),
        (Manager.PROVINCE, Manager.PROVINCE, NOT_MET),
        (Manager.PROVINCE, Manager.COMMUNE, COMPARE),
    ],
)
def test_the_unit_of_the_award_year_decides_who_decides(then, now, status):
    assert moved(then, now).status("CN01", LDTT, DECIDER) is status


@pytest.mark.parametrize("unit", ["CU", "MOI"])
def test_either_unit_may_confirm_who_moved(unit):
    commune = moved()
    commune.meetings.clear()
    commune.minutes(unit)
    assert commune.status("CN01", LDTT, "hop_tap_the") is MET


def test_a_school_counts_as_the_unit_of_that_year():
    commune = official().unit("TH", UnitKind.SCHOOL)
    commune.careers = [
        CareerStep("CN01", PartialDate(2010), PartialDate(2025, 12), unit="TH"),
        CareerStep("CN01", PartialDate(2026, 1), unit="TT01"),
    ]
    commune.propose("CN01", LDTT).rate("CN01", "HTXSNV", "2024-2025")
    finding = commune.finding("CN01", LDTT, "k1a")
    assert finding.arguments["year"] == "2024-2025"


def test_shares_of_a_unit_count_its_people_of_that_year():
    commune = Commune().propose("TT01", TTLDTT)
    for number in range(1, 5):
        commune.person(f"CN0{number}").won(f"CN0{number}", LDTT, 2025)
    commune.person("CN09", unit="TT01")
    commune.careers = [CareerStep("CN09", PartialDate(2026, 1), unit="TT01")]
    share = next(
        f for f in commune.of("TT01", TTLDTT).findings if f.code.startswith("finding.share")
    )
    assert (share.status, share.arguments["members"]) == (MET, 4)


# The dead


@pytest.mark.parametrize(
    ("award", "kind", "died", "status"),
    [
        (LDTT, RoundKind.MERIT, None, MET),
        (LDTT, RoundKind.MERIT, date(2026, 1, 19), COMPARE),
        (LDTT, RoundKind.MERIT, date(2026, 1, 21), MET),  # alive when the dossier was received
        (GK, RoundKind.SUDDEN, date(2026, 1, 1), COMPARE),
        (DUNG_CAM, RoundKind.SUDDEN, date(2026, 1, 1), MET),
        # Điều 73 khoản 1 to 3, Điều 74 khoản 1 and 2: «để tặng hoặc truy tặng cho cá nhân».
        (BK, RoundKind.MERIT, date(2026, 1, 1), MET),
        (BK_TTG, RoundKind.SUDDEN, date(2026, 1, 1), MET),
    ],
)
def test_what_the_law_says_of_posthumous(award, kind, died, status):
    commune = Commune(kind=kind).person(died=died).propose("CN01", award)
    assert commune.status("CN01", award, FITS) is status


@pytest.mark.parametrize(("died", "applies"), [(None, False), (date(2026, 1, 1), True)])
def test_a_criterion_may_be_for_the_dead_only(died, applies):
    commune = Commune().person(died=died).minutes()
    found = judged(commune, {"kind": "declared", "applies": {"living": "truy_tang"}})
    assert (found.status is not Status.NOT_APPLICABLE) is applies


# Foreigners


@pytest.mark.parametrize(
    ("nationality", "kind", "status"),
    [
        ("", RoundKind.MERIT, MET),
        ("Việt Nam", RoundKind.MERIT, MET),
        ("Lào", RoundKind.MERIT, COMPARE),
        ("Lào", RoundKind.FOREIGN, MET),
        ("", RoundKind.FOREIGN, COMPARE),
    ],
)
def test_foreigners_are_commended_as_such(nationality, kind, status):
    commune = Commune(kind=kind).person(nationality=nationality).propose("CN01", BK)
    assert commune.status("CN01", BK, FITS) is status


@pytest.mark.parametrize(("nationality", "applies"), [("", False), ("Lào", True)])
def test_a_criterion_may_be_for_foreigners_only(nationality, applies):
    commune = Commune().person(nationality=nationality).minutes()
    found = judged(commune, {"kind": "declared", "applies": {"foreign": True}})
    assert (found.status is not Status.NOT_APPLICABLE) is applies


# Households and the council


@pytest.mark.parametrize(
    ("agree", "status"), [(8, MET), (9, COMPARE)], ids=["one stepped out", "all voted"]
)
def test_a_member_does_not_vote_on_the_household_of_his_name(agree, status):
    commune = Commune().sit(8)
    commune.council.append(CouncilMember("Trần Văn Khê", "Ủy viên"))
    commune.households.append(Household("HO1", "Trần Văn Khê", village="TT01"))
    commune.propose("HO1", GK).vote("HO1", GK, agree)
    assert commune.status("HO1", GK, "khong_tu_bo_phieu") is status


def test_other_households_are_no_matter_of_recusal():
    commune = Commune().sit(9)
    commune.households.append(Household("HO1", "Lê Thị Na", village="TT01"))
    commune.propose("HO1", GK).vote("HO1", GK, 9)
    assert commune.status("HO1", GK, "khong_tu_bo_phieu") is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("present", "status"),
    [
        ("A; B; C; D; E; F", MET),
        ("A; B; C; D; E", COMPARE),
        ("A; B; C; D; E; F; G; H; I; K", COMPARE),
        ("", None),
    ],
)
def test_presence_is_shown_against_two_thirds(present, status):
    commune = official().propose("CN01", LDTT).sit(9)
    commune.meetings = [m for m in commune.meetings if m.kind is not MeetingKind.COUNCIL]
    commune.meetings.append(
        Meeting("HD", ROUND, MeetingKind.COUNCIL, day=date(2025, 12, 26), present=present)
    )
    found = [f for f in commune.check().round_findings if f.id == "co_mat_hoi_dong"]
    assert [f.status for f in found] == ([] if status is None else [status])


# The districts, until 30/06/2025


@pytest.mark.parametrize(
    ("award", "day", "status"),
    [
        (CSTDCS, date(2025, 6, 30), COMPARE),
        (CSTDCS, date(2025, 7, 1), MET),
        (LDTT, date(2025, 6, 30), MET),
        (GK, date(2024, 1, 1), MET),
    ],
)
def test_what_a_district_decided_is_compared(award, day, status):
    commune = official(received=day, year=Year(2024)).propose("CN01", award)
    assert commune.status("CN01", award, DECIDER) is status


def test_a_district_decided_the_collective_title():
    commune = Commune(received=date(2025, 3, 1), year=Year(2024)).propose("TT01", TTLDTT)
    finding = commune.finding("TT01", TTLDTT, DECIDER)
    assert (finding.status, finding.code) == (COMPARE, "finding.decider_of_period")
    assert commune.check().period == "2024-01-01"


def test_the_decree_of_2025_does_not_reach_back():
    commune = official(received=date(2025, 6, 30), year=Year(2024)).propose("CN01", LDTT)
    cited = {f.cite.text for f in commune.of("CN01", LDTT).findings}
    assert not cited & {"nd_152_2025", "nd_129_2025", "tt_15_2025"}


@pytest.mark.parametrize(
    ("first", "last", "status"),
    [
        (None, None, MET),
        (date(2026, 1, 21), None, NOT_MET),
        (None, date(2026, 1, 19), NOT_MET),
        (date(2026, 1, 20), date(2026, 1, 20), MET),
    ],
)
def test_an_award_has_its_time(first, last, status):
    book = book_of({"kind": "declared"}, available_from=first, available_to=last)
    commune = Commune().person(subject=Subject.OFFICIAL).propose("CN01", BK)
    found = commune.check(book).of("CN01", BK)
    assert found is not None
    assert next(f for f in found.findings if f.id == FITS).status is status


def test_an_award_of_its_own_procedure_needs_no_council_of_the_commune():
    book = book_of({"kind": "declared"}, procedure=Procedure.OWN)
    found = Commune().person().propose("CN01", BK).check(book).of("CN01", BK)
    assert found is not None
    by_id = {finding.id: finding.status for finding in found.findings}
    steps = ("hop_hoi_dong", "bieu_quyet", "khong_tu_bo_phieu", "niem_yet")
    assert {by_id[step] for step in steps} == {Status.NOT_APPLICABLE}
    assert by_id[DECIDER] is MET
