"""Cụm, khối thi đua: members, criteria with points, self score and cluster score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from khenthuong.domain.movement import number_key
from khenthuong.domain.years import Year


@dataclass(frozen=True)
class Cluster:
    """A cụm or khối of one year; `level` and `decision` as written, `lead` the trưởng cụm."""

    code: str
    name: str
    year: Year
    level: str = ""
    lead: str = ""
    decision: str = ""


@dataclass(frozen=True)
class ClusterMember:
    """A member by name; `recipient` when it stands in this register (others are elsewhere)."""

    cluster: str
    name: str
    recipient: str = ""
    role: str = ""


@dataclass(frozen=True)
class ClusterCriterion:
    """A numbered line of the score sheet; `most_points` may be negative for points taken off."""

    cluster: str
    number: str
    content: str
    most_points: Decimal


@dataclass(frozen=True)
class ClusterScore:
    """Points of a member for a criterion: its own count, the cluster's, why they differ."""

    cluster: str
    member: str
    criterion: str
    own_points: Decimal | None = None
    agreed_points: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True)
class Lack:
    """Something the score sheet lacks or holds against its own criteria; `member` "" for the whole.

    `weighs` says that the ranking cannot stand while it lacks.
    """

    code: str
    arguments: Mapping[str, object]
    member: str = ""
    weighs: bool = True


@dataclass(frozen=True)
class Standing:
    """A member's sums and its place. A sum is None while a criterion has no points.

    `rank` is None until the cluster scored every criterion of the member; members with the same
    sum share a rank and the next ranks are skipped (1, 2, 2, 4). `tied` are the others of its rank.
    """

    member: ClusterMember
    own: Decimal | None
    agreed: Decimal | None
    rank: int | None
    tied: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScoreSheet:
    """A cluster with everything that is scored in it, members by name, criteria by number."""

    cluster: Cluster
    members: tuple[ClusterMember, ...] = ()
    criteria: tuple[ClusterCriterion, ...] = ()
    scores: tuple[ClusterScore, ...] = ()

    @cached_property
    def ordered(self) -> tuple[ClusterCriterion, ...]:
        """The criteria as they are numbered: 2 before 10, I before II."""
        return tuple(sorted(self.criteria, key=lambda one: number_key(one.number)))

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], ClusterScore]:
        """The scores by (member, criterion)."""
        return MappingProxyType({(one.member, one.criterion): one for one in self.scores})

    def score(self, member: str, criterion: str) -> ClusterScore:
        """The score of a cell, empty where nothing was scored."""
        empty = ClusterScore(self.cluster.code, member, criterion)
        return self.by_key.get((member, criterion), empty)

    @property
    def most(self) -> Decimal:
        """The most points a member can reach: points taken off do not count."""
        return sum((max(one.most_points, Decimal(0)) for one in self.criteria), Decimal(0))


def allowed(most: Decimal, points: Decimal) -> bool:
    """Whether points keep to a criterion: from 0 to its most, or for points taken off to 0."""
    return min(most, Decimal(0)) <= points <= max(most, Decimal(0))


def standings(sheet: ScoreSheet) -> tuple[Standing, ...]:
    """Sums and ranks, the highest sum of the cluster first, those without a rank last."""
    sums = {one.name: _sum(sheet, one.name, lambda s: s.agreed_points) for one in sheet.members}
    known = {name: points for name, points in sums.items() if points is not None}
    found = [_standing(sheet, one, known) for one in sheet.members]
    return tuple(sorted(found, key=_place))


def lacks(sheet: ScoreSheet) -> tuple[Lack, ...]:
    """What is missing or wrong, the whole sheet first, then member by member."""
    found: list[Lack] = []
    if not sheet.members:
        found.append(_lack("cluster.no_members"))
    if not sheet.criteria:
        found.append(_lack("cluster.no_criteria"))
    for member in sheet.members:
        found += _of_member(sheet, member.name)
    return tuple(found)


def _standing(sheet: ScoreSheet, member: ClusterMember, known: Mapping[str, Decimal]) -> Standing:
    own = _sum(sheet, member.name, lambda s: s.own_points)
    mine = known.get(member.name)
    if mine is None:
        return Standing(member, own, None, None)
    rank = 1 + sum(points > mine for points in known.values())
    tied = tuple(name for name, points in known.items() if points == mine and name != member.name)
    return Standing(member, own, mine, rank, tied)


def _place(one: Standing) -> tuple[bool, int]:
    return (one.rank is None, one.rank or 0)


def _sum(
    sheet: ScoreSheet, member: str, points: Callable[[ClusterScore], Decimal | None]
) -> Decimal | None:
    """The sum over every criterion; None while one of them has no points."""
    found = [points(sheet.score(member, one.number)) for one in sheet.criteria]
    if not found or any(one is None for one in found):
        return None
    return sum((one for one in found if one is not None), Decimal(0))


def _of_member(sheet: ScoreSheet, member: str) -> Iterable[Lack]:
    for side, points in _SIDES.items():
        gone = [c.number for c in sheet.ordered if points(sheet.score(member, c.number)) is None]
        if gone:
            told = {"member": member, "numbers": ", ".join(gone)}
            yield Lack(f"cluster.no_{side}", told, member, weighs=side == "agreed")
    for criterion in sheet.ordered:
        yield from _of_cell(sheet.score(member, criterion.number), criterion)


def _of_cell(score: ClusterScore, criterion: ClusterCriterion) -> Iterable[Lack]:
    told = {"member": score.member, "number": criterion.number}
    for points in (score.own_points, score.agreed_points):
        if points is not None and not allowed(criterion.most_points, points):
            most = {"points": points, "most": criterion.most_points}
            yield Lack("cluster.beyond", {**told, **most}, score.member)
    both = score.own_points is not None and score.agreed_points is not None
    if both and score.own_points != score.agreed_points and not score.reason.strip():
        differing = {"own": score.own_points, "agreed": score.agreed_points}
        yield Lack("cluster.no_reason", {**told, **differing}, score.member)


def _lack(code: str) -> Lack:
    return Lack(code, MappingProxyType({}))


_SIDES: Mapping[str, Callable[[ClusterScore], Decimal | None]] = {
    "own": lambda score: score.own_points,
    "agreed": lambda score: score.agreed_points,
}
