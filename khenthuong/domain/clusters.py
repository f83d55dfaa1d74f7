"""Cụm, khối thi đua: members, criteria with points, self score and cluster score."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

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
