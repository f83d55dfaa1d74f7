"""Who qualifies without a nomination: by the books alone, over a small invented commune."""

from __future__ import annotations

from datetime import date

from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import AchievementKind, Manager, RoundKind, Standing, Status, UnitKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.register import Unit
from khenthuong.domain.rules.suggestions import Assessment, suggest

from .commune import BK, CSTDCS, CSTDT, LDTT, TTLDTT, Commune, official, rulebook

AFTER_AMENDMENT = date(2026, 11, 2)


def found(commune: Commune, recipient: str, award: str) -> Assessment | None:
    answers = {
        (one.recipient, one.award): one for one in suggest(commune.facts(), rulebook()).found
    }
    return answers.get((recipient, award))


def standing(commune: Commune, recipient: str, award: str) -> Standing | None:
    one = found(commune, recipient, award)
    return one.standing if one else None


def lacking(commune: Commune, recipient: str, award: str) -> Assessment:
    one = found(commune, recipient, award)
    assert one is not None
    assert one.standing is Standing.LACKS_ONE
    return one


def test_a_good_rating_makes_a_candidate_for_lao_dong_tien_tien() -> None:
    one = found(official("HTTNV"), "CN01", LDTT)
    assert one is not None
    assert one.standing is Standing.ELIGIBLE
    assert one.to_confirm  # «tinh thần tự lực, tự cường»: people say so, never the books
    assert one.lacking == ()


def test_a_rating_below_good_lacks_that_one_thing_and_says_where_to_mend_it() -> None:
    one = lacking(official("HTNV"), "CN01", LDTT)
    assert one.lacking[0].status is Status.NOT_MET
    assert one.lacking[0].cure == "xep_loai:CN01:2025"


def test_a_missing_rating_is_missing_not_refused() -> None:
    one = lacking(Commune().person(), "CN01", LDTT)
    assert one.lacking[0].status is Status.MISSING


def test_who_is_nominated_in_any_round_of_the_year_is_left_out() -> None:
    commune = official("HTTNV")
    assert standing(commune, "CN01", LDTT) is Standing.ELIGIBLE
    assert standing(commune.propose("CN01", LDTT), "CN01", LDTT) is None


def test_who_holds_the_title_of_the_year_is_left_out_but_not_for_another_year() -> None:
    assert standing(official("HTTNV").won("CN01", LDTT, 2025), "CN01", LDTT) is None
    assert standing(official("HTTNV").won("CN01", LDTT, 2024), "CN01", LDTT) is Standing.ELIGIBLE


def test_the_title_kept_as_written_counts_as_held() -> None:
    commune = official("HTTNV").won("CN01", LDTT, 2025)
    commune.awards[0] = commune.awards[0].__class__("CN01", commune.year, "Lao động tiên tiến")
    assert standing(commune, "CN01", LDTT) is None


def test_any_of_names_the_branch_it_took() -> None:
    by_rating = found(official("HTXSNV").initiative("SK1", 2025), "CN01", CSTDCS)
    by_initiative = found(official("HTTNV").initiative("SK1", 2025), "CN01", CSTDCS)
    assert by_rating is not None
    assert (by_rating.branch, by_rating.initiatives) == ("xuat_sac", ())
    assert by_initiative is not None
    assert (by_initiative.branch, by_initiative.initiatives) == ("sang_kien", ("SK1",))


def test_an_initiative_spent_by_a_nomination_of_the_year_serves_nobody_twice() -> None:
    commune = official("HTTNV").initiative("SK1", 2025)
    assert standing(commune, "CN01", CSTDCS) is Standing.ELIGIBLE
    commune.propose("CN01", BK, initiatives=("SK1",))
    assert standing(commune, "CN01", CSTDCS) is Standing.LACKS_ONE


def test_cstd_cap_tinh_lacks_only_its_initiative() -> None:
    commune = official("HTTNV").won("CN01", CSTDCS, 2022, 2023, 2024, branch="HTXSNV")
    one = lacking(commune, "CN01", CSTDT)
    assert one.things == 1
    assert one.lacking[0].cure.startswith("sang_kien:")
    commune.initiative("SK1", 2024, scope="tinh")
    complete = found(commune, "CN01", CSTDT)
    assert complete is not None
    assert complete.standing is Standing.ELIGIBLE
    assert complete.initiatives == ("SK1",)


def test_two_years_missing_in_a_run_are_two_things() -> None:
    commune = official("HTNV").initiative("SK1", 2023, scope="tinh")
    commune.won("CN01", CSTDCS, 2022, branch="HTXSNV")
    assert standing(commune, "CN01", CSTDT) is None  # 2023 and 2024
    commune.won("CN01", CSTDCS, 2023, branch="HTXSNV")
    one = lacking(commune, "CN01", CSTDT)
    assert one.lacking[0].cure == "khen_thuong:CN01:2024"


def test_a_title_that_leans_on_a_candidate_says_so() -> None:
    commune = official("HTXSNV").won("CN01", CSTDCS, 2023, 2024)
    commune.initiative("SK1", 2024, scope="tinh")
    one = found(commune, "CN01", CSTDT)
    assert one is not None
    assert one.leans  # the third CSTĐCS is only that of a candidate
    settled = found(commune.won("CN01", CSTDCS, 2022, 2025), "CN01", CSTDT)
    assert settled is not None
    assert not settled.leans


def test_a_units_share_counts_what_is_held_and_who_qualifies() -> None:
    commune = Commune().rate("TT01", "HTTNV")
    for number in range(1, 11):
        commune.person(f"CN{number:02}").rate(f"CN{number:02}", "HTTNV" if number < 8 else "HTNV")
    commune.won("CN01", LDTT, 2025)
    one = found(commune, "TT01", TTLDTT)
    assert one is not None
    assert one.standing is Standing.ELIGIBLE
    assert one.leans  # one recorded, six candidates: 70 %
    commune.ratings = [row for row in commune.ratings if row.recipient != "CN07"]
    assert standing(commune, "TT01", TTLDTT) is Standing.LACKS_ONE


def test_school_people_are_judged_by_the_school_year_that_ends_in_the_year() -> None:
    commune = Commune().unit("TT02", UnitKind.SCHOOL).person("CN01", unit="TT02")
    commune.rate("CN01", "HTTNV", "2024-2025")
    one = found(commune, "CN01", LDTT)
    assert one is not None
    assert str(one.year) == "2024-2025"
    commune.won("CN01", LDTT, "2024-2025")
    assert found(commune, "CN01", LDTT) is None


def test_an_unverified_criterion_is_to_compare_until_it_is_confirmed() -> None:
    commune = official("HTTNV")
    commune.received = AFTER_AMENDMENT
    one = found(commune, "CN01", LDTT)
    assert one is not None
    assert one.standing is Standing.TO_COMPARE
    assert one.amended


def test_after_the_amendment_who_lacks_one_thing_still_lacks_it() -> None:
    commune = official("HTNV")
    commune.received = AFTER_AMENDMENT
    assert lacking(commune, "CN01", LDTT).amended


def test_a_confirmation_of_another_award_changes_nothing() -> None:
    commune = official("HTTNV")
    commune.confirmations.append(
        Confirmation(CSTDT, "bieu_quyet", "Trần Văn Ký", date(2026, 1, 2), "1/QĐ")
    )
    assert standing(commune, "CN01", LDTT) is Standing.ELIGIBLE


def test_discipline_of_the_year_is_one_thing_and_a_hold_too() -> None:
    disciplined = official("HTTNV").disciplined("CN01", "canh_cao", date(2025, 3, 1))
    assert lacking(disciplined, "CN01", LDTT).lacking[0].status is Status.NOT_MET
    held = official("HTTNV").disciplined("CN01", "dang_xem_xet", date(2026, 1, 2))
    assert lacking(held, "CN01", LDTT).lacking[0].status is Status.ON_HOLD


def test_titles_of_the_province_are_not_suggested_for_people_it_manages() -> None:
    commune = official("HTTNV")
    commune.units[0] = Unit("TT01", "Chi cục Thuế", manager=Manager.PROVINCE)
    assert found(commune, "CN01", LDTT) is None


def test_who_died_before_the_year_is_not_proposed_afresh() -> None:
    alive = Commune().person(died=date(2025, 6, 1)).rate("CN01", "HTTNV")
    dead = Commune().person(died=date(2024, 6, 1)).rate("CN01", "HTTNV")
    assert found(alive, "CN01", LDTT) is not None
    assert found(dead, "CN01", LDTT) is None


def test_a_movement_of_the_province_earns_its_certificate_in_a_round_of_that_kind() -> None:
    commune = official("HTTNV")
    commune.movements.append(
        Movement("PT01", "Thi đua xây dựng", issuer="UBND tỉnh", plan_number="1/KH-UBND")
    )
    commune.achieved("TH01", "CN01", kind=AchievementKind.TOPICAL, movement="PT01")
    one = found(commune, "CN01", BK)
    assert one is None  # of 2026: not an achievement of the year
    commune.achievements[0] = commune.achievements[0].__class__(
        "TH01", "CN01", None, AchievementKind.TOPICAL, "Dẫn đầu", movement="PT01"
    )
    one = found(commune, "CN01", BK)
    assert one is not None
    assert not one.lacking
    assert one.round_kind is RoundKind.MOVEMENT
    assert one.achievements == ("TH01",)


def test_without_any_trace_in_the_books_nobody_is_near_a_certificate() -> None:
    assert found(official("HTTNV"), "CN01", BK) is None


def test_awards_that_only_people_can_judge_are_named_and_suggest_nobody() -> None:
    answer = suggest(official("HTTNV").facts(), rulebook())
    assert "khen_thuong_khang_chien" in answer.uncomputable
    assert LDTT not in answer.uncomputable
    assert {one.award for one in answer.found}.isdisjoint(answer.uncomputable)


def test_asking_for_one_award_still_counts_the_others() -> None:
    commune = official("HTXSNV").won("CN01", CSTDCS, 2023, 2024)
    commune.initiative("SK1", 2024, scope="tinh")
    answer = suggest(commune.facts(), rulebook(), [CSTDT])
    assert {one.award for one in answer.found} == {CSTDT}


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[int, int, str]] = []
    suggest(official("HTTNV").facts(), rulebook(), step=lambda *said: told.append(said))
    assert [done for done, _, _ in told] == list(range(len(told)))
    assert {total for _, total, _ in told} == {len(told)}


def test_the_order_of_rows_never_matters() -> None:
    commune = official("HTXSNV").person("CN02").rate("CN02", "HTTNV")
    once = suggest(commune.facts(), rulebook()).found
    commune.ratings.reverse()
    assert suggest(commune.facts(), rulebook()).found == once


def test_one_missing_rating_is_one_thing_however_many_criteria_ask_for_it() -> None:
    one = lacking(Commune().person(), "CN01", CSTDCS)
    assert one.lacking[0].cure == "xep_loai:CN01:2025"
