"""The rulebook cut down to what the books alone can answer."""

from __future__ import annotations

from khenthuong.domain.kinds import Checked
from khenthuong.domain.rules.computed import CONFIRMED_BY_PEOPLE, computed, walk

from .commune import BK, CSTDCS, GK, LDTT, rulebook


def test_nothing_that_people_settle_is_left_and_nothing_else_is_lost() -> None:
    cut = computed(rulebook())
    for award in rulebook().awards.values():
        left = {one.id for top in cut.rulebook.awards[award.id].criteria for one in walk(top)}
        kinds = {one.kind for top in cut.rulebook.awards[award.id].criteria for one in walk(top)}
        assert kinds.isdisjoint(CONFIRMED_BY_PEOPLE)
        whole = {one.id for top in award.criteria for one in walk(top)}
        assert left <= whole
    assert {one.kind for one in cut.rulebook.common} >= {"no_discipline", "not_on_hold"}


def test_what_was_cut_out_is_told_as_still_to_be_confirmed() -> None:
    cut = computed(rulebook())
    assert {one.kind for one in cut.to_confirm[LDTT]} <= CONFIRMED_BY_PEOPLE
    assert cut.to_confirm[LDTT]
    assert cut.to_confirm[CSTDCS] == ()
    dropped = {one.id for gone in cut.dropped.values() for one in gone}
    of_branches = {
        child.id
        for top in rulebook().awards[BK].criteria
        for child in top.children
        if child.kind == "declared"
    }
    assert of_branches
    assert of_branches <= dropped


def test_unverified_criteria_are_marked_and_judged_as_if_they_were_verified() -> None:
    cut = computed(rulebook())
    every = [
        one for award in cut.rulebook.awards.values() for top in award.criteria for one in walk(top)
    ]
    assert {one.checked for one in every} == {Checked.TEXT}
    marked = [one for one in every if id(one) in cut.marked]
    assert marked
    assert all(cut.marked[id(one)][1] == one.id for one in marked)
    assert GK in cut.rulebook.awards
