"""Cụm, khối thi đua: who is in it, by what it is scored, and who comes out where.

The Law names clusters as a scope of movements (Điều 16 khoản 2 điểm c) and asks that somebody
leads one (Điều 25, 26); how points are given is each cluster's own rule, kept here as it wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from khenthuong import storage, texts
from khenthuong.domain import clusters as rules
from khenthuong.domain.clusters import (
    Cluster,
    ClusterCriterion,
    ClusterMember,
    ClusterScore,
    ScoreSheet,
    Standing,
)
from khenthuong.domain.figures import write_figure
from khenthuong.domain.vietnamese import fold
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.workspace import Workspace

PREFIX = "CK"


@dataclass(frozen=True)
class ScoredCluster:
    """A cluster's score sheet, its ranking, and in words what it lacks and how it ranks."""

    sheet: ScoreSheet
    standings: tuple[Standing, ...]
    lacking: tuple[str, ...]
    ranking: tuple[str, ...]
    final: bool


def clusters(ws: Workspace) -> tuple[Cluster, ...]:
    """All clusters, the latest year first."""
    return tuple(storage.clusters.clusters(ws.books).values())


def get(ws: Workspace, code: str) -> ScoredCluster:
    """A cluster, scored; raises NotFoundError."""
    found = storage.clusters.clusters(ws.books).get(code)
    if found is None:
        raise NotFoundError("books.not_found", key=code)
    return scored(storage.clusters.sheet(ws.books, found))


def scored(sheet: ScoreSheet) -> ScoredCluster:
    """Sums, ranks and lacks of a score sheet, in words."""
    found, lacking = rules.standings(sheet), rules.lacks(sheet)
    final = not any(one.weighs for one in lacking)
    return ScoredCluster(
        sheet,
        found,
        tuple(texts.say(one.code, _written(one.arguments)) for one in lacking),
        tuple(_said(one) for one in found),
        final,
    )


def new_code(ws: Workspace) -> str:
    """A code that no cluster has: CK-001."""
    numbers = (re.fullmatch(rf"{PREFIX}-?(\d+)", one.code) for one in clusters(ws))
    return f"{PREFIX}-{max((int(one[1]) for one in numbers if one), default=0) + 1:03}"


def save(
    ws: Workspace,
    value: Cluster,
    members: Sequence[ClusterMember],
    criteria: Sequence[ClusterCriterion],
) -> Cluster:
    """Write a cluster with exactly these members and criteria, a new one under its own code.

    Scores follow a member or criterion whose name or number alone changed. Raises UserError for a
    cluster without name, a member or number twice, and where somebody scored would be taken out.
    """
    cluster = value if value.code else replace(value, code=new_code(ws))
    people = tuple(replace(one, cluster=cluster.code) for one in members)
    asked = tuple(replace(one, cluster=cluster.code) for one in criteria)
    _check(cluster, people, asked)
    old = storage.clusters.sheet(ws.books, cluster)
    moved = _moved(old, people, asked)
    with ws.books.write(texts.say("operation.cluster", {"cluster": cluster.name})):
        storage.clusters.save_cluster(ws.books, cluster)
        storage.clusters.save_members(ws.books, cluster.code, people)
        storage.clusters.save_criteria(ws.books, cluster.code, asked)
        storage.clusters.save_scores(ws.books, cluster.code, moved)
    return cluster


def linked(ws: Workspace, members: Sequence[ClusterMember]) -> tuple[ClusterMember, ...]:
    """Members without a code, each with that of the only unit of the register called the same."""
    by_name: dict[str, list[str]] = {}
    for unit in storage.register.units(ws.books).values():
        by_name.setdefault(fold(unit.name), []).append(unit.code)
    return tuple(
        replace(one, recipient=found[0])
        if not one.recipient and len(found := by_name.get(fold(one.name), [])) == 1
        else one
        for one in members
    )


def score(ws: Workspace, code: str, values: Iterable[ClusterScore]) -> int:
    """Write scores; an empty one is taken out. Returns how many cells changed.

    Points beyond a criterion and a difference without reason are refused (UserError), so that no
    sum rests on them; what is not scored yet may stay open. Raises NotFoundError.
    """
    before = get(ws, code).sheet
    kept = dict(before.by_key)
    most = {one.number: one.most_points for one in before.criteria}
    names = {one.name for one in before.members}
    for one in values:
        cell = replace(one, cluster=code, reason=one.reason.strip())
        if cell.member not in names or cell.criterion not in most:
            raise UserError("cluster.no_cell", member=cell.member, number=cell.criterion)
        _check_points(cell, most[cell.criterion])
        key = (cell.member, cell.criterion)
        if cell == ClusterScore(code, *key):
            kept.pop(key, None)
        else:
            kept[key] = cell
    changed = sum(kept.get(key) != before.by_key.get(key) for key in {*kept, *before.by_key})
    if changed:
        with ws.books.write(texts.say("operation.cluster_scores", {"cluster": code})):
            storage.clusters.save_scores(ws.books, code, kept.values())
    return changed


def remove(ws: Workspace, code: str) -> None:
    """Take a cluster out with its scores; the history brings it back. Raises NotFoundError."""
    found = get(ws, code).sheet.cluster
    with ws.books.write(texts.say("operation.remove_cluster", {"cluster": found.name})):
        storage.clusters.remove(ws.books, found)


def _check(
    cluster: Cluster, members: Sequence[ClusterMember], criteria: Sequence[ClusterCriterion]
) -> None:
    if not cluster.name.strip():
        raise UserError("cluster.no_name")
    _check_twice([one.name for one in members], "cluster.member_twice")
    _check_twice([one.number for one in criteria], "cluster.number_twice")


def _check_twice(keys: Sequence[str], code: str) -> None:
    for place, key in enumerate(keys):
        if not key.strip():
            raise UserError("cluster.no_key", row=place + 1)
        if key in keys[:place]:
            raise UserError(code, key=key)


def _check_points(cell: ClusterScore, most: Decimal) -> None:
    told: dict[str, object] = {"member": cell.member, "number": cell.criterion}
    both = (cell.own_points, cell.agreed_points)
    for points in both:
        if points is not None and not rules.allowed(most, points):
            raise UserError("cluster.beyond", **told, **_written({"points": points, "most": most}))
    if None not in both and both[0] != both[1] and not cell.reason:
        said = _written({"own": both[0], "agreed": both[1]})
        raise UserError("cluster.no_reason", **told, **said)


def _moved(
    old: ScoreSheet, members: Sequence[ClusterMember], criteria: Sequence[ClusterCriterion]
) -> list[ClusterScore]:
    """The scores under today's names and numbers; refuses to lose one, or to break a limit."""
    names = _renamed([one.name for one in old.members], [one.name for one in members])
    numbers = _renamed([one.number for one in old.criteria], [one.number for one in criteria])
    most = {one.number: one.most_points for one in criteria}
    moved: list[ClusterScore] = []
    for one in old.scores:
        if one.member not in names or one.criterion not in numbers:
            key = one.member if one.member not in names else one.criterion
            raise UserError("cluster.has_scores", key=key)
        now = replace(one, member=names[one.member], criterion=numbers[one.criterion])
        _check_points(now, most[now.criterion])
        moved.append(now)
    return moved


def _renamed(before: Sequence[str], now: Sequence[str]) -> Mapping[str, str]:
    """Old key → new key: the same, or the only new one where exactly one is gone."""
    gone = [one for one in before if one not in now]
    added = [one for one in now if one not in before]
    same = {one: one for one in before if one in now}
    return {**same, gone[0]: added[0]} if len(gone) == len(added) == 1 else same


def _said(one: Standing) -> str:
    """«Thôn Đông: 95,5 điểm, xếp thứ 2, cùng thứ hạng với Thôn Tây»."""
    name = one.member.name
    if one.rank is None or one.agreed is None:
        return texts.say("cluster.unranked", {"member": name})
    told = {"member": name, "points": write_figure(one.agreed), "rank": one.rank}
    if not one.tied:
        return texts.say("cluster.ranked", told)
    return texts.say("cluster.tied", {**told, "others": ", ".join(one.tied)})


def _written(arguments: Mapping[str, object]) -> dict[str, object]:
    return {
        key: write_figure(value) if isinstance(value, Decimal) else value
        for key, value in arguments.items()
    }
