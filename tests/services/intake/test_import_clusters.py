"""Clusters through the import workbook: written, read, scored, refused."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from khenthuong.domain.batch import Batch, Entry, Place
from khenthuong.domain.clusters import Cluster, ClusterCriterion, ClusterMember, ClusterScore
from khenthuong.domain.years import Year
from khenthuong.exchange.workbook_writer import write_batch
from khenthuong.services.intake import importing
from khenthuong.services.movements import clusters
from khenthuong.services.workspace import Workspace

SCORE = ClusterScore("CK-W", "Xã Mận", "1", Decimal(59), Decimal("57.5"), "Thiếu minh chứng")


def batch(score: ClusterScore) -> Batch:
    """A cluster of one member and two criteria, with one score."""
    rows = {
        "clusters": [Cluster("CK-W", "Cụm thi đua số 7", Year(2026))],
        "cluster_members": [ClusterMember("CK-W", "Xã Mận", role="Cụm trưởng")],
        "cluster_criteria": [
            ClusterCriterion("CK-W", "1", "Hoàn thành chỉ tiêu", Decimal(60)),
            ClusterCriterion("CK-W", "2", "Nộp chậm", Decimal("-2.5")),
        ],
        "cluster_scores": [score, ClusterScore("CK-W", "Xã Mận", "2", Decimal(-1), Decimal(-1))],
    }
    return Batch(
        **{
            key: tuple(Entry(Place(key, n), value) for n, value in enumerate(values, start=2))
            for key, values in rows.items()
        }
    )


def test_a_cluster_comes_in_whole_and_twice_is_once(commune: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    write_batch(path, batch(SCORE))
    seen = importing.preview(commune, path)
    assert seen.faults == ()
    importing.apply(commune, seen)
    found = clusters.get(commune, "CK-W")
    assert found.ranking == ("Xã Mận: 56,5 điểm, xếp thứ 1.",)
    assert found.sheet.score("Xã Mận", "1") == SCORE
    again = importing.preview(commune, path)
    assert (dict(again.plan.new), again.plan.changed) == ({}, ())


@pytest.mark.parametrize(
    ("score", "code"),
    [
        (replace(SCORE, member="Xã Lê"), "fault.no_such_member"),
        (replace(SCORE, criterion="9"), "fault.no_such_criterion"),
        (replace(SCORE, own_points=Decimal(61)), "fault.points_beyond"),
        (replace(SCORE, agreed_points=Decimal(-1)), "fault.points_beyond"),
    ],
)
def test_points_that_cannot_be_are_shown(
    commune: Workspace, tmp_path: Path, score: ClusterScore, code: str
) -> None:
    path = tmp_path / "so.xlsx"
    write_batch(path, batch(score))
    seen = importing.preview(commune, path)
    assert [one.code for one in seen.faults if one.fatal] == [code]
    assert clusters.clusters(commune) == ()
