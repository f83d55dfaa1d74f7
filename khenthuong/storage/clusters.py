"""Cụm, khối thi đua: members, criteria, scores."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from khenthuong.domain.clusters import (
    Cluster,
    ClusterCriterion,
    ClusterMember,
    ClusterScore,
    ScoreSheet,
)
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import (
    CLUSTER,
    CLUSTER_CRITERION,
    CLUSTER_MEMBER,
    CLUSTER_SCORE,
    Shape,
)

_PARTS: tuple[Shape[Any], ...] = (CLUSTER_SCORE, CLUSTER_CRITERION, CLUSTER_MEMBER)


def clusters(books: Books) -> dict[str, Cluster]:
    """All clusters by code, the latest year first."""
    found = rows.load(books, CLUSTER)
    return {one.code: one for one in sorted(found, key=lambda one: (-one.year.end, one.name))}


def sheet(books: Books, cluster: Cluster) -> ScoreSheet:
    """A cluster with its members, criteria and scores."""
    with books.read():
        return ScoreSheet(
            cluster,
            _of(books, CLUSTER_MEMBER, cluster.code),
            _of(books, CLUSTER_CRITERION, cluster.code),
            _of(books, CLUSTER_SCORE, cluster.code),
        )


def save_cluster(books: Books, cluster: Cluster) -> bool:
    """Add or change a cluster by its code."""
    return rows.save(books, cluster)


def save_members(books: Books, cluster: str, wanted: Iterable[ClusterMember]) -> None:
    """Make exactly these the members; raises BooksError for a recipient that is not there."""
    _replace(books, CLUSTER_MEMBER, cluster, tuple(wanted))


def save_criteria(books: Books, cluster: str, wanted: Iterable[ClusterCriterion]) -> None:
    """Make exactly these the criteria."""
    _replace(books, CLUSTER_CRITERION, cluster, tuple(wanted))


def save_scores(books: Books, cluster: str, wanted: Iterable[ClusterScore]) -> None:
    """Make exactly these the scores."""
    _replace(books, CLUSTER_SCORE, cluster, tuple(wanted))


def remove(books: Books, cluster: Cluster) -> None:
    """Take a cluster out with everything in it; the audit keeps it."""
    for shape in _PARTS:
        rows.replace_all(books, shape, (), shape.table.c.cluster == cluster.code)
    rows.remove(books, cluster)


def _replace(books: Books, shape: Shape[Any], cluster: str, wanted: tuple[Any, ...]) -> None:
    references.check(books.writer, references.wanted(shape, wanted))
    rows.replace_all(books, shape, wanted, shape.table.c.cluster == cluster)


def _of(books: Books, shape: Shape[Any], cluster: str) -> tuple[Any, ...]:
    return rows.load(books, shape, shape.table.c.cluster == cluster)
