"""What the page of cụm, khối reads and writes, on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from khenthuong.domain.clusters import Cluster, ClusterCriterion, ClusterMember, ClusterScore
from khenthuong.domain.figures import read_figure, write_figure
from khenthuong.ui.screens.movements import movement_data

PAPER = "bang_cham_diem_cum"
"""The form of scores and ranks."""
MEMBER, NUMBER, CONTENT, MOST, OWN, AGREED, REASON = range(7)
"""Columns of the grid of scores."""


@dataclass(frozen=True)
class RankRow:
    """A member's place as the list shows it; `note` says in words a tie, or why it has no place."""

    rank: str
    name: str
    own: str
    agreed: str
    note: str


def rank_rows(view: Any) -> list[RankRow]:
    """The members in the order of their ranks."""
    return [
        RankRow(
            str(one.rank or "chưa xếp"),
            one.member.name,
            points_text(one.own),
            points_text(one.agreed),
            _note(one),
        )
        for one in view.standings
    ]


def _note(one: Any) -> str:
    if one.rank is None:
        return "Chưa chấm xong"
    return f"Bằng điểm với {', '.join(one.tied)}" if one.tied else ""


def read_rows(ws: Any) -> Sequence[Cluster]:
    """All clusters, the latest year first."""
    from khenthuong.services.movements import clusters

    return clusters.clusters(ws)


def read_view(ws: Any, code: str) -> Any:
    """One cluster, scored."""
    from khenthuong.services.movements import clusters

    return clusters.get(ws, code)


def save(
    ws: Any, value: Cluster, members: Sequence[ClusterMember], criteria: Sequence[ClusterCriterion]
) -> str:
    """Write a cluster, its members linked to the register by their names; returns its code."""
    from khenthuong.services.movements import clusters

    linked = clusters.linked(ws, members)
    return clusters.save(ws, value, linked, criteria).code


def score(ws: Any, code: str, values: Sequence[ClusterScore]) -> int:
    """Write scores; returns how many cells changed."""
    from khenthuong.services.movements import clusters

    return clusters.score(ws, code, values)


def remove(ws: Any, code: str) -> None:
    """Take a cluster out."""
    from khenthuong.services.movements import clusters

    clusters.remove(ws, code)


def make_paper(ws: Any, code: str) -> tuple[Path, str]:
    """Make the paper of scores, again where it was made and not issued; its file and title."""
    from khenthuong.domain.office_papers import Subject

    return movement_data.make_again(ws, PAPER, Subject(cluster=code))


def score_rows(view: Any) -> list[list[str]]:
    """A row for every criterion of every member, with its points."""
    sheet = view.sheet
    rows: list[list[str]] = []
    for member in sheet.members:
        for criterion in sheet.ordered:
            cell = sheet.score(member.name, criterion.number)
            rows.append(
                [
                    member.name,
                    criterion.number,
                    criterion.content,
                    points_text(criterion.most_points),
                    points_text(cell.own_points),
                    points_text(cell.agreed_points),
                    cell.reason,
                ]
            )
    return rows


def read_scores(code: str, rows: Sequence[Sequence[str]]) -> list[ClusterScore]:
    """The points of a grid without faults."""
    return [
        ClusterScore(
            code, row[MEMBER], row[NUMBER], read_figure(row[OWN]), read_figure(row[AGREED]),
            row[REASON],
        )
        for row in rows
    ]  # fmt: skip


def read_members(rows: Sequence[Sequence[str]]) -> list[ClusterMember]:
    """Members by name, with their roles."""
    return [ClusterMember("", row[0], role=row[1]) for row in rows]


def read_criteria(rows: Sequence[Sequence[str]]) -> list[ClusterCriterion]:
    """Criteria of a grid without faults; a row without number gets its place as one."""
    taken = {row[0] for row in rows}
    found: list[ClusterCriterion] = []
    for place, row in enumerate(rows, start=1):
        number = row[0] or next(n for k in range(place, 999) if (n := str(k)) not in taken)
        taken.add(number)
        found.append(ClusterCriterion("", number, row[1], read_figure(row[2]) or Decimal(0)))
    return found


def points_text(value: Decimal | None) -> str:
    """«95,5»; "" for none."""
    return "" if value is None else write_figure(value)
