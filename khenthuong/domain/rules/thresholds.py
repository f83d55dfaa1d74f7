"""How many must agree in the council, for every nomination: a share of ALL its members."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from khenthuong.domain.criteria import Cite, Criterion, Rulebook
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.kinds import Checked
from khenthuong.domain.rules.case import Case
from khenthuong.domain.rules.engine import plan
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.judging import applies

_WHOLE = 100


@dataclass(frozen=True)
class Needed:
    """`percent` % of all `members` (more than that with `more`), where it stands, how sure."""

    members: int
    percent: Decimal
    more: bool
    cite: Cite
    checked: Checked

    @property
    def count(self) -> int:
        """The fewest votes that reach it."""
        share = self.percent * self.members / _WHOLE
        return math.floor(share) + 1 if self.more else math.ceil(share)


def thresholds(
    facts: RoundFacts, rulebook: Rulebook, members: int
) -> Mapping[tuple[str, str], Needed]:
    """By (recipient, award) what the rules ask of a council of `members`; none where they do not.

    The province's value, where it set one, else the criterion's own, marked as sure as it is.
    """
    index = RoundIndex(facts, rulebook)
    return {key: _needed(one, index, members) for key, one in _ballots(index, rulebook)}


def _ballots(index: RoundIndex, rulebook: Rulebook) -> Iterator[tuple[tuple[str, str], Criterion]]:
    for nomination in index.facts.nominations:
        award = rulebook.awards.get(rulebook.award_now(nomination.award))
        recipient = index.facts.recipient(nomination.recipient)
        if award is None or recipient is None:
            continue
        case = Case(index, nomination, recipient, award)
        for criterion in plan(award, rulebook, index):
            if criterion.kind == "ballot" and applies(criterion.scope, case):
                yield nomination.key, criterion


def _needed(criterion: Criterion, index: RoundIndex, members: int) -> Needed:
    given = index.set_value(criterion)
    if given is not None:
        return Needed(members, Decimal(str(given.value)), False, given.cite, given.checked)
    percent = Decimal(str(criterion.parameters["percent"]))
    more = bool(criterion.parameters.get("more_than"))
    return Needed(members, percent, more, criterion.cite, criterion.checked)
