"""Phong trào thi đua and their targets, as they are in the books."""

from __future__ import annotations

from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.movement import Movement, Target
from khenthuong.services.workspace import Workspace


def as_json(ws: Workspace) -> list[dict[str, Any]]:
    """Every movement with its targets and values, for the command `movements`."""
    targets = storage.movements.targets(ws.books)
    return [
        _movement(one, [t for t in targets if t.movement == one.code])
        for one in storage.movements.movements(ws.books).values()
    ]


def _movement(one: Movement, targets: list[Target]) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "theme": one.theme,
        "plan_number": one.plan_number,
        "issued": one.issued.isoformat() if one.issued else None,
        "issuer": one.issuer,
        "start": one.start.isoformat() if one.start else None,
        "end": one.end.isoformat() if one.end else None,
        "kind": one.kind.value,
        "parent": one.parent or None,
        "targets": [_target(target) for target in targets],
        "targets_count": len(targets),
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "content": target.content,
        "unit": target.unit,
        "comparison": target.comparison.value,
        "comparison_text": texts.label(target.comparison),
        "planned": target.planned,
        "planned_to": target.planned_to,
        "period": target.period,
        "base_year": target.base_year,
        "achieved": target.achieved,
    }
