"""What can be computed about somebody whom nobody nominated: an award without its «q» points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from khenthuong.domain.criteria import Award, Criterion, Rulebook
from khenthuong.domain.kinds import Step
from khenthuong.domain.records import Initiative
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.rules.index import RoundIndex

_NEEDS_PEOPLE = frozenset(
    {
        "declared",
        "manual",
        "deed",
        "movement_result",
        "evidence",
        "quota",
        "meeting",
        "ballot",
        "recusal",
        "notice_days",
        "deadline",
        "elapsed_days",
        "merit_basis",
    }
)
"""Kinds that rest on what a nomination names, or on the steps of a round."""
_COMPOSITE = ("any_of", "all_of")


def computable(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The criteria without what only people can settle; a branch left empty goes with it."""
    return tuple(one for criterion in criteria for one in _pruned(criterion))


def _pruned(criterion: Criterion) -> tuple[Criterion, ...]:
    if criterion.kind in _NEEDS_PEOPLE:
        return ()
    if criterion.kind not in _COMPOSITE:
        return (criterion,)
    children = computable(criterion.children)
    if children == criterion.children:
        return (criterion,)
    return (replace(criterion, children=children),) if children else ()


def candidate_plan(award: Award, rulebook: Rulebook, index: RoundIndex) -> tuple[Criterion, ...]:
    """The award's computable criteria in force, then the common ones that open a list.

    The common «manual» points stay: they say for whom the commune does not decide at all.
    """
    own = {criterion.id for criterion in award.criteria}
    common = tuple(
        one
        for one in rulebook.common
        if one.id not in own
        and one.step is Step.LIST
        and (one.kind == "manual" or one.kind not in _NEEDS_PEOPLE)
    )
    return tuple(
        one for one in (*computable(award.criteria), *common) if one.holds_on(index.received)
    )


def free_initiatives(index: RoundIndex, recipient: str) -> tuple[str, ...]:
    """Codes of the recipient's initiatives and topics that the recipient has not used yet."""
    rows: tuple[Initiative, ...] = index.facts.initiatives_of.get(recipient, ())
    return tuple(
        sorted(
            row.code
            for row in rows
            if not any(use.recipient == recipient for use in index.uses(row.code))
        )
    )


def synthetic(index: RoundIndex, recipient: str, award: str) -> Nomination:
    """A nomination as nobody has written it: no branch, every free initiative at hand."""
    return Nomination(
        index.round.code, recipient, award, initiatives=free_initiatives(index, recipient)
    )
