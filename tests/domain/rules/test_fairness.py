"""Shares of a round: counted once each, unknown apart, compared with last year and the register."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from khenthuong import texts
from khenthuong.domain.criteria import Cite, DatedValue, Quota
from khenthuong.domain.kinds import Area, Checked, Duty, Gender, Sector, Status
from khenthuong.domain.rules.fairness import Measure, Share, Trend, fairness
from khenthuong.domain.years import Year
from tests.domain.rules.commune import CSTDCS, GK, LDTT, TTLDTT, Commune, rulebook

MET, COMPARE = Status.MET, Status.TO_COMPARE


def commune(**more):
    """Two workers, a leader, one unclassified; a small unit and a large one."""
    made = Commune(units=[], **more)
    made.unit("TT01", small=True, area=Area.BORDER).unit("TT02", sector=Sector.NON_STATE)
    made.person("CN01", duty=Duty.DIRECT, gender=Gender.FEMALE, ethnic="Thái")
    made.person("CN02", duty=Duty.DIRECT, gender=Gender.MALE, ethnic="Kinh", unit="TT02")
    made.person("CN03", duty=Duty.LEADER, gender=Gender.MALE, ethnic="KINH")
    made.person("CN04", unit="")
    return made


def counted(made):
    return fairness(made.facts())


def finding(made, id_):
    found = [one for one in made.check().round_findings if one.id == id_]
    return found[0] if found else None


def test_everybody_counts_once_and_the_unclassified_apart():
    made = commune().propose("CN01", LDTT).propose("CN01", GK).propose("CN04", LDTT)
    nominees = counted(made).nominees
    assert nominees[Measure.DIRECT] == Share(1, 1, 1)
    assert nominees[Measure.LEADER] == Share(0, 1, 1)
    assert nominees[Measure.WOMEN] == Share(1, 1, 1)
    assert nominees[Measure.ETHNIC] == Share(1, 1, 1)
    assert nominees[Measure.HARD] == Share(1, 1, 1)
    assert nominees[Measure.SMALL] == Share()


def test_the_register_is_counted_whole():
    register = counted(commune()).register
    assert register[Measure.DIRECT] == Share(2, 3, 1)
    assert register[Measure.SMALL] == Share(1, 2)
    assert register[Measure.NON_STATE] == Share(1, 2)
    assert register[Measure.HARD] == Share(3, 5, 1)  # two units, three persons with a unit


def test_last_year_counts_all_awards_and_school_years_where_they_end():
    made = commune().won("CN01", LDTT, 2024).won("CN01", GK, 2024).won("TT01", TTLDTT, "2023-2024")
    made.won("CN03", LDTT, 2023)
    last = counted(made).last_year
    assert last[Measure.DIRECT] == Share(1, 1)
    assert last[Measure.SMALL] == Share(1, 1)


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(1, 3), Decimal("33.3")),
        (Share(2, 3), Decimal("66.7")),
        (Share(1, 8), Decimal("12.5")),
        (Share(0, 4), Decimal("0.0")),
        (Share(0, 0, 5), None),
    ],
)
def test_percent_to_a_tenth(share, percent):
    assert share.percent == percent


@pytest.mark.parametrize(
    ("last_year", "trend", "status"),
    [
        (("CN03",), Trend.RISES, MET),
        (("CN01", "CN03"), Trend.SAME, COMPARE),
        (("CN01",), Trend.FALLS, COMPARE),
    ],
)
def test_the_share_of_direct_workers_against_last_year(last_year, trend, status):
    made = commune().propose("CN01", LDTT).propose("CN03", LDTT)
    for code in last_year:
        made.won(code, LDTT, 2024)
    assert counted(made).trend(Measure.DIRECT) is trend
    found = finding(made, "ty_le_tang_truc_tiep")
    assert (found.status, found.checked) == (status, Checked.MEMORY)
    assert texts.label(trend) in texts.say(found.code, found.arguments)


def test_books_with_gaps_last_year_are_not_compared():
    made = commune(complete_from=2025).propose("CN01", LDTT).won("CN03", LDTT, 2024)
    assert counted(made).trend(Measure.DIRECT) is Trend.UNKNOWN
    assert finding(made, "ty_le_tang_truc_tiep") is None
    made.complete_from = 2024
    assert counted(made).trend(Measure.DIRECT) is Trend.RISES
    made.persons = [replace(one, duty=None) for one in made.persons]
    assert counted(made).trend(Measure.DIRECT) is Trend.UNKNOWN


def test_awards_already_recorded_this_year_count_with_the_nominees():
    made = commune().propose("CN03", LDTT).won("CN01", GK, 2025).won("CN02", GK, 2020)
    years = counted(made).years
    assert [(one.year, one.people) for one in years] == [(2025, 2)]
    made.won("CN02", GK, 2021)
    assert [(one.year, one.people) for one in counted(made).years] == [(2021, 1), (2025, 2)]


def test_more_leaders_than_workers_warn_and_the_unclassified_are_named():
    made = commune().propose("CN03", LDTT)
    assert finding(made, "ty_le_truc_tiep").status is COMPARE
    made.propose("CN01", LDTT)
    assert finding(made, "ty_le_truc_tiep").status is MET
    made.propose("CN04", LDTT)
    found = finding(made, "ty_le_truc_tiep")
    assert "1 người sổ chưa ghi phân loại" in texts.say(found.code, found.arguments)


def test_nobody_classified_is_compared_not_passed():
    made = commune().propose("CN04", LDTT)
    assert finding(made, "ty_le_nu").status is COMPARE
    assert finding(made, "ty_le_truc_tiep").status is COMPARE


def test_women_warn_below_half_of_the_register():
    made = commune()
    made.persons = [replace(one, gender=Gender.FEMALE) for one in made.persons[:2]] + [
        replace(one, gender=Gender.MALE) for one in made.persons[2:]
    ]
    made.propose("CN03", LDTT).propose("CN04", LDTT)
    assert finding(made, "ty_le_nu").status is COMPARE
    made.propose("CN01", LDTT)
    assert finding(made, "ty_le_nu").status is MET


def test_small_units_warn_only_when_there_are_some_and_none_is_proposed():
    made = commune().propose("TT02", TTLDTT)
    assert finding(made, "tap_the_nho").status is COMPARE
    assert finding(made, "ngoai_nha_nuoc").status is MET
    made.propose("TT01", TTLDTT)
    assert finding(made, "tap_the_nho").status is MET


def quota(value, of_award=LDTT, checked=Checked.TEXT):
    """The rules of a province that sets a share for CSTĐCS, and another number."""
    dated = DatedValue("muc", value, date(2025, 1, 1), None, Cite("quy_dinh_cua_tinh"), checked)
    book = rulebook()
    return replace(
        book, values=(dated, *book.values), quotas=(Quota("ty_le_tinh", CSTDCS, "muc", of_award),)
    )


@pytest.mark.parametrize(
    ("value", "of_award", "status"),
    [(50, LDTT, MET), (49, LDTT, COMPARE), (1, "", MET), (0, "", COMPARE)],
)
def test_any_quota_of_the_province_is_compared(value, of_award, status):
    made = commune().propose("CN01", CSTDCS).propose("CN01", LDTT).propose("CN02", LDTT)
    check = made.check(quota(value, of_award))
    found = next(one for one in check.round_findings if one.id == "ty_le_tinh")
    assert found.status is status
    assert (found.checked, found.cite.text) == (Checked.TEXT, "quy_dinh_cua_tinh")
    assert texts.show(value) in texts.say(found.code, found.arguments)


def test_a_quota_without_a_value_in_force_says_nothing():
    made = commune(received=date(2024, 12, 31), year=Year(2024)).propose("CN01", CSTDCS)
    ids = [one.id for one in made.check(quota(50)).round_findings]
    assert "ty_le_tinh" not in ids
