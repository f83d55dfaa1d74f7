"""How often, ever, by which results, and what the catalogue does not know."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong.domain.criteria import AwardsById
from khenthuong.domain.kinds import AchievementKind, RoundKind, Status
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import PartialDate
from khenthuong.domain.rules import check_round
from khenthuong.domain.years import Year
from tests.domain.rules.commune import BK, CSTDCS, LDTT, Commune, official, rulebook
from tests.domain.rules.one_criterion import judged

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE = Status.TO_COMPARE
EVER = {"kind": "award_in_year", "award": BK, "ever": True}
THREE = {"kind": "award_count", "award": CSTDCS, "count": 3, "years": 5}


def person(**more):
    return Commune(complete_from=2010).person(joined=PartialDate(2012), **more)


def test_ever_looks_back_and_never_forward():
    assert judged(person().won("CN01", BK, 2014), EVER).status is MET
    assert judged(person().won("CN01", BK, 2026), EVER).status is NOT_MET
    assert judged(person(), EVER).status is NOT_MET
    assert judged(Commune().person(), EVER).status is MISSING


def test_another_award_may_serve_as_well():
    other = {**EVER, "or_awards": [CSTDCS]}
    finding = judged(person().won("CN01", CSTDCS, 2014), other)
    assert (finding.status, finding.arguments["won"]) == (MET, "2014")


def test_a_ministrys_award_outside_the_catalogue_is_compared():
    commune = person()
    commune.awards.append(PastAward("CN01", Year(2020), "Bằng khen của Bộ trưởng Bộ Nội vụ"))
    finding = judged(commune, EVER)
    assert (finding.status, finding.code) == (COMPARE, "finding.award_unlisted")
    commune.awards = [PastAward("CN01", Year(2020), "Giấy khen của Giám đốc Sở")]
    assert judged(commune, EVER).status is NOT_MET


@pytest.mark.parametrize(
    ("kind", "branch", "status"),
    [
        (RoundKind.MERIT, "đột xuất", COMPARE),
        (RoundKind.MERIT, "thi đua theo chuyên đề", COMPARE),
        (RoundKind.MERIT, "điểm d", MET),
        (RoundKind.MOVEMENT, "đột xuất", MET),
    ],
)
def test_what_was_won_by_a_sudden_deed_carries_no_higher_merit(kind, branch, status):
    commune = person()
    commune.kind = kind
    commune.won("CN01", BK, 2020, branch=branch)
    assert judged(commune, EVER).status is status


def test_the_achievements_an_award_used_tell_as_well():
    commune = person().achieved("TH1", "CN01", kind=AchievementKind.TOPICAL)
    commune.won("CN01", BK, 2020, achievements=("TH1",))
    assert judged(commune, EVER).code == "finding.award_by_result"
    commune.received = date(2025, 6, 30)  # before NĐ 152/2025
    assert judged(commune, EVER).status is MET


def test_a_count_takes_in_a_passing_nomination_of_the_round():
    commune = official("HTXSNV").won("CN01", CSTDCS, 2022, 2023)
    commune.propose("CN01", BK).propose("CN01", CSTDCS, "HTXSNV")
    finding = judged(commune, THREE)
    assert (finding.status, finding.code) == (MET, "finding.award_count_by_round")
    commune.meetings.clear()
    assert judged(commune, THREE).status is MISSING


def test_an_award_keeps_its_history_under_a_new_id():
    book = rulebook()
    renamed = replace(book.awards[LDTT], id="ldtt_moi", was=(LDTT,))
    others = {id_: award for id_, award in book.awards.items() if id_ != LDTT}
    book = replace(book, awards=AwardsById({**others, "ldtt_moi": renamed}))
    assert (book.awards[LDTT].id, len(book.awards)) == ("ldtt_moi", len(others) + 1)
    commune = official().propose("CN01", LDTT).won("CN01", CSTDCS, 2024)
    old = commune.check().of("CN01", LDTT)
    new = check_round(commune.facts(), book).of("CN01", LDTT)
    assert old is not None
    assert new is not None
    assert new.verdict is old.verdict


def teacher_who_moved(*years, complete_from=2010):
    commune = Commune(complete_from=complete_from).person(joined=PartialDate(2012))
    for year in years:
        commune.won("CN01", CSTDCS, year)
    return commune


@pytest.mark.parametrize(
    ("years", "status"),
    [
        # School year 2023-2024 and calendar year 2024 both end in 2024: three times running in
        # the books, two years by the calendar, and the Law says «03 lần liên tục».
        (("2022-2023", "2023-2024", 2024), COMPARE),
        (("2022-2023", "2023-2024", 2024, 2025), MET),
        (("2023-2024", 2024), NOT_MET),
        (("2021-2022", "2023-2024", 2024), NOT_MET),
    ],
)
def test_a_school_year_and_a_calendar_year_that_overlap_are_compared(years, status):
    thrice = {"kind": "awards_consecutive", "award": CSTDCS, "count": 3}
    finding = judged(teacher_who_moved(*years), thrice)
    assert finding.status is status
    if status is COMPARE:
        assert finding.code == "finding.awards_run_overlapping"
        assert finding.arguments["years"] == "2022-2023, 2023-2024, 2024"
