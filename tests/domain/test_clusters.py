"""Sums, ranks with ties, and what a cluster's score sheet lacks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khenthuong.domain.clusters import (
    Cluster,
    ClusterCriterion,
    ClusterMember,
    ClusterScore,
    ScoreSheet,
    allowed,
    lacks,
    standings,
)
from khenthuong.domain.years import Year

OF = Cluster("CK1", "Cụm 1", Year(2026))


def sheet(points: dict[str, list[int | None]], most: tuple[int, ...] = (100,)) -> ScoreSheet:
    """Members with the same own and cluster points for each criterion."""
    criteria = [ClusterCriterion("CK1", str(n), "Tiêu chí", Decimal(m)) for n, m in enumerate(most)]
    scores = [
        ClusterScore("CK1", name, str(n), decimal(value), decimal(value))
        for name, values in points.items()
        for n, value in enumerate(values)
    ]
    members = [ClusterMember("CK1", name) for name in points]
    return ScoreSheet(OF, tuple(members), tuple(criteria), tuple(scores))


def decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def ranks(found: ScoreSheet) -> dict[str, int | None]:
    return {one.member.name: one.rank for one in standings(found)}


def test_equal_sums_share_a_rank_and_the_next_is_skipped() -> None:
    found = sheet({"A": [90], "B": [95], "C": [90], "D": [80]})
    assert ranks(found) == {"B": 1, "A": 2, "C": 2, "D": 4}
    tied = {one.member.name: one.tied for one in standings(found)}
    assert tied == {"B": (), "A": ("C",), "C": ("A",), "D": ()}


def test_points_taken_off_lower_the_sum() -> None:
    found = sheet({"A": [90, -5], "B": [88, 0]}, (100, -10))
    assert ranks(found) == {"B": 1, "A": 2}
    assert standings(found)[1].agreed == 85
    assert found.most == 100
    assert lacks(found) == ()


def test_who_is_not_scored_to_the_end_has_no_rank() -> None:
    found = sheet({"A": [90, None], "B": [50, 40]}, (50, 50))
    assert ranks(found) == {"B": 1, "A": None}
    said = {(one.code, one.member) for one in lacks(found)}
    assert {("cluster.no_agreed", "A"), ("cluster.no_own", "A")} <= said


def test_an_empty_sheet_lacks_members_and_criteria() -> None:
    assert [one.code for one in lacks(ScoreSheet(OF))] == [
        "cluster.no_members",
        "cluster.no_criteria",
    ]
    assert standings(ScoreSheet(OF, (ClusterMember("CK1", "A"),)))[0].agreed is None


def test_a_difference_needs_a_reason() -> None:
    found = sheet({"A": [10]})
    for reason, codes in (("", ["cluster.no_reason"]), ("Thiếu minh chứng", [])):
        differing = ClusterScore("CK1", "A", "0", Decimal(10), Decimal(8), reason)
        told = ScoreSheet(OF, found.members, found.criteria, (differing,))
        assert [one.code for one in lacks(told)] == codes


@pytest.mark.parametrize(
    ("most", "points", "fits"),
    [(10, 10, True), (10, 11, False), (10, -1, False), (-5, -5, True), (-5, -6, False),
     (-5, 0, True), (-5, 1, False)],
)  # fmt: skip
def test_points_keep_to_their_criterion(most: int, points: int, fits: bool) -> None:
    assert allowed(Decimal(most), Decimal(points)) is fits
    told = [one.code for one in lacks(sheet({"A": [points]}, (most,)))]
    assert ("cluster.beyond" in told) is not fits


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12))
def test_a_rank_is_one_more_than_who_has_more(points: list[int]) -> None:
    names = {f"M{n}": [value] for n, value in enumerate(points)}
    found = standings(sheet(names))
    assert sorted(str(one.agreed) for one in found) == sorted(map(str, points))
    for one in found:
        assert one.rank == 1 + sum(other.agreed > one.agreed for other in found)
