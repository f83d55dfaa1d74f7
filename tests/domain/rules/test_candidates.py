"""What can be said of somebody whom nobody has nominated."""

from datetime import date

import pytest

from khenthuong.domain.kinds import RecipientKind, Status
from khenthuong.domain.rules.engine import judge_candidate
from khenthuong.domain.rules.index import RoundIndex
from tests.domain.rules.commune import BK, CSTDCS, CSTDT, GK, LDTT, Commune, official, rulebook

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING


def candidate(commune, award, code="CN01"):
    index = RoundIndex(commune.facts(), rulebook())
    return judge_candidate(index, code, rulebook().awards[award])


def test_ratings_alone_answer_without_any_meeting():
    commune = official("HTTNV")
    commune.meetings.clear()
    assert candidate(commune, LDTT).verdict is MET
    assert candidate(official("HTNV"), LDTT).verdict is NOT_MET
    assert candidate(Commune().person(), LDTT).verdict is MISSING


def test_a_free_initiative_counts_as_named_and_a_spent_one_does_not():
    commune = official("HTTNV").initiative("SK1", 2025)
    assert candidate(commune, CSTDCS).verdict is MET
    commune.won("CN01", BK, 2024, branch="d", initiatives=("SK1",))
    assert candidate(commune, CSTDCS).verdict is NOT_MET


def test_a_branch_of_results_never_stands_in_for_a_failing_one_of_years():
    commune = official("HTNV").rate("CN01", "HTNV", 2024)
    check = candidate(commune, BK)
    branch = next(f for f in check.findings if f.id == "mot_trong_k1")
    assert [child.id for child in branch.children] == ["d"]
    assert check.verdict is NOT_MET


def test_an_award_of_declared_points_has_nothing_to_compute():
    assert candidate(official("HTTNV"), GK).verdict is Status.NOT_APPLICABLE


def test_holds_and_discipline_count():
    held = official("HTTNV").disciplined("CN01", "dang_xem_xet", date(2026, 1, 2))
    assert candidate(held, LDTT).verdict is Status.ON_HOLD


def test_the_amendment_leaves_it_to_be_compared():
    commune = official("HTTNV", received=date(2026, 10, 1))
    check = candidate(commune, LDTT)
    assert check.verdict is Status.TO_COMPARE


def test_who_is_not_in_the_facts_is_refused():
    with pytest.raises(KeyError):
        candidate(Commune(), LDTT)


def test_it_says_the_same_as_a_nomination_that_names_everything():
    commune = official("HTTNV").won("CN01", CSTDCS, 2023, 2024, 2025)
    commune.initiative("SK1", 2025, scope="tinh")
    alone = candidate(commune, CSTDT)
    commune.propose("CN01", CSTDT, initiatives=("SK1",))
    proposed = commune.of("CN01", CSTDT)
    by_id = {finding.id: finding.status for finding in proposed.findings}
    assert all(by_id[finding.id] is finding.status for finding in alone.findings)


def test_no_award_is_met_by_another_kind_of_recipient():
    commune = official("HTXSNV")
    for award in rulebook().awards.values():
        if RecipientKind.PERSON not in award.recipients:
            assert candidate(commune, award.id).verdict is not MET
