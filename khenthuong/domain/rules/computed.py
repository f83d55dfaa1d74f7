"""The part of the rulebook that the books alone can answer, without any nomination.

What a person must declare or prove, and the steps of the procedure, are cut out of the criteria:
the rest is judged as ever by `khenthuong.domain.rules.judging`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from khenthuong.domain.criteria import Award, AwardsById, Criterion, Rulebook
from khenthuong.domain.kinds import Checked

CONFIRMED_BY_PEOPLE = frozenset({"declared", "evidence", "manual"})
"""Kinds that only people can settle: shown as still to be confirmed, never as met."""
_PROCEDURE = frozenset(
    {
        "meeting",
        "ballot",
        "recusal",
        "notice_days",
        "deadline",
        "elapsed_days",
        "quota",
        "fits",
        "not_reused",
        "merit_basis",
    }
)
"""Kinds about the nomination and its round, neither of which is there yet."""
_GUARDS = frozenset({"no_discipline", "not_on_hold", "decider", "eligible", "spacing"})
"""Kinds that only refuse: fulfilling them earns nothing."""


@dataclass(frozen=True)
class Computed:
    """`rulebook` with computable criteria only, every one of them judged as if it were verified.

    `marked`: criteria (by `id()` of the object in `rulebook`) that are in truth from memory, with
    (award, criterion); award "" for common ones. `dropped`: what was cut out of a criterion made
    of others, by the same key. `to_confirm`: criteria for people by award, the common ones under
    "".
    """

    rulebook: Rulebook
    marked: Mapping[int, tuple[str, str]]
    dropped: Mapping[int, tuple[Criterion, ...]]
    to_confirm: Mapping[str, tuple[Criterion, ...]]


def computed(rulebook: Rulebook) -> Computed:
    """Cut a rulebook down to what can be computed from the books."""
    cutter = _Cutter()
    awards = AwardsById({award.id: cutter.award(award) for award in rulebook.awards.values()})
    common = cutter.criteria("", rulebook.common)
    cut = replace(rulebook, awards=awards, common=common)
    return Computed(cut, cutter.marked, cutter.dropped, cutter.to_confirm)


def earns(criterion: Criterion) -> bool:
    """Whether fulfilling it speaks for the recipient, not merely against a refusal."""
    return criterion.kind not in _GUARDS


def walk(criterion: Criterion) -> Iterator[Criterion]:
    """A criterion and all that it is made of."""
    yield criterion
    for child in criterion.children:
        yield from walk(child)


class _Cutter:
    def __init__(self) -> None:
        self.marked: dict[int, tuple[str, str]] = {}
        self.dropped: dict[int, tuple[Criterion, ...]] = {}
        self.to_confirm: dict[str, tuple[Criterion, ...]] = {}

    def award(self, award: Award) -> Award:
        return replace(award, criteria=self.criteria(award.id, award.criteria))

    def criteria(self, award: str, criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        cut = [(one, self.cut(award, one)) for one in criteria]
        self.to_confirm[award] = tuple(
            one for one, left in cut if left is None and _for_people(one)
        )
        return tuple(left for _, left in cut if left is not None)

    def cut(self, award: str, criterion: Criterion) -> Criterion | None:
        if criterion.kind in CONFIRMED_BY_PEOPLE or criterion.kind in _PROCEDURE:
            return None
        pairs = [(child, self.cut(award, child)) for child in criterion.children]
        children = tuple(left for _, left in pairs if left is not None)
        if criterion.children and not children:
            return None
        left = replace(criterion, checked=Checked.TEXT, children=children)
        if criterion.checked is Checked.MEMORY:
            self.marked[id(left)] = (award, criterion.id)
        gone = tuple(child for child, kept in pairs if kept is None and _for_people(child))
        if gone:
            self.dropped[id(left)] = gone
        return left


def _for_people(criterion: Criterion) -> bool:
    return any(one.kind in CONFIRMED_BY_PEOPLE for one in walk(criterion))
