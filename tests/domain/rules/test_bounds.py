"""A bound is never above what judging counts: it only saves work."""

from __future__ import annotations

import pytest

from khenthuong.domain.rules.bounds import Bounds
from khenthuong.domain.rules.computed import computed
from khenthuong.domain.rules.suggestions import Candidates, suggest

from .commune import CSTDCS, LDTT, Commune, official, rulebook


def commune() -> Commune:
    made = official("HTXSNV").won("CN01", CSTDCS, 2022, 2023, 2024).won("CN01", LDTT, 2024)
    made.initiative("SK1", 2024, scope="tinh").initiative("SK2", 2025)
    for number, level in enumerate(("HTTNV", "HTNV", "HTXSNV"), start=2):
        made.person(f"CN0{number}").rate(f"CN0{number}", level, 2023, 2024, 2025)
    return made.won("CN03", CSTDCS, 2023)


@pytest.mark.parametrize("code", ["CN01", "CN02", "CN03", "CN04"])
def test_a_bound_never_exceeds_what_is_missing(code: str) -> None:
    facts = commune().facts()
    person = facts.persons[code]
    candidates = Candidates(facts, computed(rulebook()))
    bounds = Bounds()
    compared = 0
    for award in candidates.in_order():
        case = candidates.case(person, award)
        one = candidates.assess(case, most=99)
        if one is None:
            continue
        candidates.note(one)
        plan = candidates.rules.rulebook.awards[award.id].criteria
        least = bounds.least(plan, case, candidates.holding(code))
        assert least <= one.things
        compared += 1
    assert compared > 2


def test_without_bounds_the_same_people_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = commune().facts()
    quick = suggest(facts, rulebook())
    monkeypatch.setattr(Bounds, "least", lambda *_: 0)
    assert suggest(facts, rulebook()) == quick
