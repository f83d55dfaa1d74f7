"""The sheets of cụm, khối thi đua: who is in them, by what they are scored, the points."""

from __future__ import annotations

from khenthuong.domain.clusters import Cluster, ClusterCriterion, ClusterMember, ClusterScore
from khenthuong.exchange.columns import (
    Column,
    Kind,
    code,
    recipient,
    reference,
    sheet_of,
    text,
    year,
)

_OF_CLUSTER = reference("cluster", "clusters", required=True)
_NUMBER = ("tt", "so")

CLUSTER_SHEETS = (
    sheet_of(
        "clusters",
        Cluster,
        ("code",),
        (
            code(),
            text("name", "ten", required=True),
            year(),
            text("level"),
            text("lead"),
            text("decision"),
        ),
        prefix="CK",
        identity=("name", "year"),
    ),
    sheet_of(
        "cluster_members",
        ClusterMember,
        ("cluster", "name"),
        (
            _OF_CLUSTER,
            text("name", "don vi", required=True),
            recipient(required=False),
            text("role"),
        ),
    ),
    sheet_of(
        "cluster_criteria",
        ClusterCriterion,
        ("cluster", "number"),
        (
            _OF_CLUSTER,
            Column("number", Kind.NUMBER_TEXT, required=True, aliases=_NUMBER),
            text("content", "noi dung", required=True),
            Column("most_points", Kind.SIGNED, required=True),
        ),
    ),
    sheet_of(
        "cluster_scores",
        ClusterScore,
        ("cluster", "member", "criterion"),
        (
            _OF_CLUSTER,
            text("member", "don vi", required=True),
            Column("criterion", Kind.NUMBER_TEXT, required=True, aliases=_NUMBER),
            Column("own_points", Kind.SIGNED),
            Column("agreed_points", Kind.SIGNED),
            text("reason"),
        ),
    ),
)
