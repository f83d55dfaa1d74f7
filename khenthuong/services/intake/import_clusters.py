"""Points that hang in the air, or break the rules of their cluster, in an import workbook."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from khenthuong import storage
from khenthuong.domain.batch import Batch, Entry, Fault
from khenthuong.domain.clusters import ClusterScore, allowed
from khenthuong.domain.figures import write_figure
from khenthuong.exchange.sheets import BY_KEY
from khenthuong.services.intake.import_references import fault
from khenthuong.storage import Books


def loose_scores(books: Books, batch: Batch) -> Iterator[Fault]:
    """Faults for points of no member or criterion, and for those beyond their criterion."""
    if not batch.cluster_scores:
        return
    sheets = [
        storage.clusters.sheet(books, one) for one in storage.clusters.clusters(books).values()
    ]
    names = {(one.cluster, one.name) for sheet in sheets for one in sheet.members}
    names |= {(entry.value.cluster, entry.value.name) for entry in batch.cluster_members}
    most = {(c.cluster, c.number): c.most_points for sheet in sheets for c in sheet.criteria}
    most |= {(e.value.cluster, e.value.number): e.value.most_points for e in batch.cluster_criteria}
    for entry in batch.cluster_scores:
        one = entry.value
        if (one.cluster, one.member) not in names:
            yield _fault(entry, "member", "fault.no_such_member")
        limit = most.get((one.cluster, one.criterion))
        if limit is None:
            yield _fault(entry, "criterion", "fault.no_such_criterion")
            continue
        for key in ("own_points", "agreed_points"):
            points: Decimal | None = getattr(one, key)
            if points is not None and not allowed(limit, points):
                told = {"points": write_figure(points), "most": write_figure(limit)}
                yield _fault(entry, key, "fault.points_beyond", **told)


def _fault(entry: Entry[ClusterScore], column: str, code: str, **more: str) -> Fault:
    one = entry.value
    name = BY_KEY["cluster_scores"].column(column).name
    told: dict[str, Any] = {"member": one.member, "number": one.criterion, **more}
    return fault(entry.place, name, code, cluster=one.cluster, **told)
