"""At least how many things somebody lacks, told from what the books hold of him at all.

Most people never won most awards and have no initiative: that settles most criteria of the higher
awards before any year is looked at. A bound never exceeds what `nearest.things` would count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.rules.case import Case
from khenthuong.domain.rules.judging import concerns
from khenthuong.domain.rules.past_awards import named

_OF_AWARDS = ("award_count", "awards_consecutive", "award_in_year")
_OF_INITIATIVES = ("initiative", "topic")
_OF_ACHIEVEMENTS = ("movement_result", "deed", "contribution")
_NO_ACHIEVEMENT = 2
"""An achievement that nobody recorded lacks itself and its proof."""


@dataclass(frozen=True)
class Holding:
    """What the books hold of a recipient: `awards` ever won or about to be, None for «some that
    the catalogue does not know»; whether there are initiatives and achievements at all."""

    awards: frozenset[str] | None
    initiatives: bool
    achievements: bool


class Bounds:
    """Lower bounds, each worked out once for all who hold the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], int] = {}

    def known(self, key: tuple[object, ...]) -> int:
        """The bound of a kind of round, a sort of recipients and a holding; 0 while unknown."""
        return self._known.get(key, 0)

    def least(self, criteria: Iterable[Criterion], case: Case, holding: Holding) -> int:
        """At least how many things are missing over all these criteria."""
        key = (case.index.round.kind, *case.sort, holding)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = sum(
                _least(one, case, holding) for one in criteria if concerns(one, case)
            )
        return known


def _least(criterion: Criterion, case: Case, holding: Holding) -> int:
    kind = criterion.kind
    if criterion.children:
        parts = [_least(one, case, holding) for one in criterion.children if concerns(one, case)]
        if not parts:
            return 0  # nothing of it is for such a recipient: judging says what that means
        return min(parts) if kind == "any_of" else sum(parts)
    if kind in _OF_INITIATIVES:
        return 0 if holding.initiatives else int(str(criterion.parameters["count"]))
    if kind in _OF_ACHIEVEMENTS:
        return 0 if holding.achievements else _NO_ACHIEVEMENT
    return _least_of_awards(criterion, holding)


def _least_of_awards(criterion: Criterion, holding: Holding) -> int:
    after = criterion.parameters.get("after")
    if holding.awards is None:
        return 0
    if after:
        return 0 if str(after) in holding.awards else int(str(criterion.parameters["count"])) + 1
    if criterion.kind not in _OF_AWARDS or not holding.awards.isdisjoint(named(criterion)):
        return 0
    return int(str(criterion.parameters.get("count", 1)))
