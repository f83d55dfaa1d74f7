"""Years after an award, counted inside a run, and what discipline and a move do to a run."""

from datetime import date

import pytest

from khenthuong.domain.kinds import Status, UnitKind
from khenthuong.domain.register import CareerStep, PartialDate
from khenthuong.domain.rules import check_round
from tests.domain.rules.commune import BK, CSTDCS, Commune
from tests.domain.rules.one_criterion import book_of, judged

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE = Status.TO_COMPARE
TTG = "bang_khen_thu_tuong"
AFTER = {"kind": "ratings_consecutive", "level": "HTTNV", "count": 5, "after": TTG}
FIVE = {"kind": "ratings_consecutive", "level": "HTTNV", "count": 5}


SINCE_2010 = PartialDate(2010)


def rated(*years, won=(), joined=SINCE_2010):
    """One official rated HTTNV, in books that are complete since 2010."""
    commune = Commune(complete_from=2010).person(joined=joined).rate("CN01", "HTTNV", *years)
    return commune.won("CN01", TTG, *won)


@pytest.mark.parametrize(
    ("won", "years", "status", "code"),
    [
        ([2020], range(2021, 2026), MET, "held"),
        ([2021], range(2021, 2026), NOT_MET, "short"),
        ([2020], [2021, 2022, 2024, 2025], MISSING, "unknown"),
        ([2018], [2018, 2019, 2020, 2021, 2022, 2024, 2025], MISSING, "unknown"),
        ([2019], range(2020, 2025), MET, "held"),
        ([2015, 2023], range(2016, 2026), COMPARE, "again"),
    ],
)
def test_years_after_an_award(won, years, status, code):
    finding = judged(rated(*years, won=won), AFTER)
    assert (finding.status, finding.code) == (status, f"finding.ratings_after_{code}")


def test_without_the_award_the_years_do_not_help():
    assert judged(rated(*range(2016, 2026)), AFTER).status is NOT_MET
    unknown = rated(*range(2016, 2026), joined=None)
    assert judged(unknown, AFTER).status is MISSING
    older = rated(*range(2016, 2026), joined=PartialDate(2009))
    assert judged(older, AFTER).status is MISSING


def test_within_the_run_only_its_years_count():
    run = {
        "kind": "all_of",
        "child": [
            {"id": "nam", "label": "N", **FIVE},
            {
                "id": "lan",
                "label": "L",
                "kind": "award_count",
                "award": CSTDCS,
                "count": 3,
                "within": "run",
            },
            {
                "id": "xuat_sac",
                "label": "X",
                "kind": "rating_count",
                "level": "HTXSNV",
                "count": 1,
                "within": "run",
            },
        ],
    }
    commune = rated(2021, 2022, 2023, 2024).rate("CN01", "HTXSNV", 2025)
    commune.rate("CN01", "HTNV", 2020)
    commune.won("CN01", CSTDCS, 2021, 2023, 2025)
    assert judged(commune, run).status is MET
    commune.awards = [row for row in commune.awards if row.year.start != 2021]
    commune.won("CN01", CSTDCS, 2020)
    assert judged(commune, run, id_="lan").status is NOT_MET
    commune.ratings = [row for row in commune.ratings if row.year.start != 2025]
    commune.rate("CN01", "HTTNV", 2025)
    assert judged(commune, run, id_="xuat_sac").status is NOT_MET


def test_branches_do_not_borrow_each_others_runs():
    def branch(id_, count, level):
        run = {"id": f"{id_}n", "label": "N", **FIVE, "count": count, "level": level}
        count = {
            "id": f"{id_}c",
            "label": "C",
            "kind": "award_count",
            "award": CSTDCS,
            "count": 1,
            "within": "run",
        }
        return {"id": id_, "label": id_, "kind": "all_of", "child": [run, count]}

    either = {"kind": "any_of", "child": [branch("dai", 5, "HTTNV"), branch("ngan", 2, "HTXSNV")]}
    commune = rated(2021, 2022, 2023).rate("CN01", "HTXSNV", 2024, 2025)
    commune.won("CN01", CSTDCS, 2021)
    assert judged(commune, either, id_="daic").status is MET
    assert judged(commune, either, id_="nganc").status is NOT_MET


def test_where_no_branch_is_met_the_one_that_lacks_least_is_told():
    far = {"id": "xa", "label": "xa", **FIVE, "count": 5, "level": "HTXSNV"}
    near = {"id": "gan", "label": "gan", **FIVE, "count": 3, "level": "HTXSNV"}
    commune = rated(2021).rate("CN01", "HTXSNV", 2022, 2023).rate("CN01", "HTNV", 2024, 2025)
    for order in ([far, near], [near, far]):
        finding = judged(commune, {"kind": "any_of", "child": order})
        assert (finding.status, finding.arguments["chosen"]) == (NOT_MET, "gan")


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        (date(2022, 3, 1), date(2023, 2, 28), NOT_MET),  # all of the end of 2022
        (date(2023, 3, 1), date(2023, 9, 1), COMPARE),  # part of one year
        (date(2019, 3, 1), date(2020, 2, 28), MET),  # before the run: the new start
        (date(2024, 6, 1), None, NOT_MET),
    ],
)
def test_served_discipline_is_a_new_start(start, end, status):
    commune = rated(*range(2021, 2026)).disciplined("CN01", "khien_trach", start, end)
    assert judged(commune, FIVE).status is status


def test_a_hold_is_no_discipline():
    commune = rated(*range(2021, 2026))
    commune.disciplined("CN01", "dang_xem_xet", date(2024, 1, 1), date(2024, 12, 31))
    assert judged(commune, FIVE).status is MET


def test_a_teacher_who_moved_to_an_office_has_years_of_both_kinds():
    commune = Commune(complete_from=2010).unit("TH", UnitKind.SCHOOL).person()
    commune.careers = [
        CareerStep("CN01", PartialDate(2015), PartialDate(2023, 12), unit="TH"),
        CareerStep("CN01", PartialDate(2024, 1), unit="TT01"),
    ]
    commune.rate("CN01", "HTTNV", "2020-2021", "2021-2022", "2022-2023", 2024, 2025)
    assert judged(commune, FIVE).status is COMPARE
    commune.ratings = commune.ratings[1:]
    assert judged(commune, FIVE).status is MISSING


def test_an_amended_round_still_shows_the_2022_result():
    commune = rated(*range(2021, 2026), won=[2020])
    commune.received = date(2026, 10, 1)
    finding = judged(commune, AFTER)
    assert (finding.status, finding.under_2022_text) == (COMPARE, MET)


def test_the_order_of_awards_won_never_matters():
    commune = rated(*range(2016, 2026), won=[2015, 2019]).propose("CN01", BK)
    first = check_round(commune.facts(), book_of(AFTER))
    commune.awards.reverse()
    assert check_round(commune.facts(), book_of(AFTER)) == first
