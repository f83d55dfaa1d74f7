"""One achievement, one award: who used it, for what, when and in which round; for which kind."""

from datetime import date

import pytest

from khenthuong import texts
from khenthuong.domain.facts import Spent
from khenthuong.domain.kinds import AchievementKind, RoundKind, Status
from khenthuong.domain.register import PartialDate
from khenthuong.domain.rules import check_round
from tests.domain.rules.commune import BK, CSTDCS, GK, Commune, official, rulebook
from tests.domain.rules.one_criterion import judged

MET, NOT_MET, COMPARE = Status.MET, Status.NOT_MET, Status.TO_COMPARE
BASIS = "co_so_cong_trang"


def sentence(commune, award=CSTDCS):
    finding = commune.finding("CN01", award, "khong_dung_lai")
    return finding.status, texts.say(finding.code, finding.arguments)


def proposed(author="CN01"):
    commune = official("HTTNV").person("CN02").initiative("SK1", 2025, author)
    return commune.propose("CN01", CSTDCS, "sang_kien", initiatives=("SK1",))


def test_the_sentence_says_by_which_decision():
    commune = proposed().won(
        "CN01", BK, 2024, initiatives=("SK1",), decision_number="15/QĐ", branch="d"
    )
    status, said = sentence(commune)
    assert status is NOT_MET
    assert all(part in said for part in ("SK1", "Nguyễn Văn CN01", "2024", "15/QĐ"))


def test_the_sentence_says_in_which_round():
    commune = proposed()
    commune.other_spent.append(Spent("SK1", "CN01", "Giấy khen", "2025", "D-0"))
    status, said = sentence(commune)
    assert status is NOT_MET
    assert "D-0" in said


@pytest.mark.parametrize("round_code", ["", "D-0"])
def test_a_co_authors_use_is_compared_and_named(round_code):
    commune = proposed("CN01;CN02")
    commune.other_spent.append(Spent("SK1", "CN02", "Giấy khen", "2025", round_code))
    status, said = sentence(commune)
    assert status is COMPARE
    assert "Nguyễn Văn CN02" in said


@pytest.mark.parametrize(
    ("award", "kind", "achieved", "branch", "status"),
    [
        (BK, RoundKind.MERIT, ["dot_xuat"], "b", NOT_MET),
        (BK, RoundKind.MERIT, ["chuyen_de"], "a", NOT_MET),
        (BK, RoundKind.MERIT, ["chuyen_de"], "d", COMPARE),
        (BK, RoundKind.MERIT, ["chuyen_de"], "", COMPARE),
        (BK, RoundKind.MERIT, ["chuyen_de", "cong_trang"], "b", COMPARE),
        (BK, RoundKind.MERIT, ["cong_trang"], "b", MET),
        (BK, RoundKind.MERIT, [], "b", MET),
        (BK, RoundKind.SUDDEN, ["dot_xuat"], "b", Status.NOT_APPLICABLE),
        (GK, RoundKind.MERIT, ["chuyen_de"], "", Status.NOT_APPLICABLE),
    ],
)
def test_sudden_and_topical_results_are_no_basis_for_merit(award, kind, achieved, branch, status):
    commune = Commune(kind=kind).person()
    codes = tuple(f"TH{number}" for number, _ in enumerate(achieved))
    for code, one in zip(codes, achieved, strict=True):
        commune.achieved(code, "CN01", kind=AchievementKind(one))
    commune.propose("CN01", award, branch, achievements=codes)
    assert commune.status("CN01", award, BASIS) is status


def test_before_the_decree_nothing_is_said_about_it():
    commune = Commune(received=date(2025, 6, 30)).person().achieved("TH1", "CN01")
    commune.propose("CN01", BK, "b", achievements=("TH1",))
    check = check_round(commune.facts(), rulebook()).of("CN01", BK)
    assert check is not None
    assert BASIS not in {finding.id for finding in check.findings}


@pytest.mark.parametrize(
    ("complete_from", "status"), [(2012, Status.NOT_MET), (2020, Status.MISSING)]
)
def test_where_the_law_sets_no_year_the_books_reach_back_to_the_first(complete_from, status):
    # Điều 22 khoản 1 điểm b: an initiative of 2015 would count, and the books cannot deny it.
    ever = {"kind": "initiative", "scope": "tinh", "count": 1, "year": "ever", "unused": True}
    commune = Commune(complete_from=complete_from).person(joined=PartialDate(2012))
    finding = judged(commune, ever)
    assert finding.status is status
    assert finding.arguments["years"] == ""
