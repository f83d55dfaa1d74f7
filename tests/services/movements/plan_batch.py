"""A proposed plan as rows of the import workbook."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from khenthuong.domain.batch import Batch, Entry, Place
from khenthuong.domain.plan_text import ProposedPlan


def batch_of(found: ProposedPlan, code: str) -> Batch:
    """The sheets «Phong trào», «Chỉ tiêu», «Nhiệm vụ phong trào» of one plan."""

    def rows(sheet: str, values: Iterable[Any]) -> tuple[Entry[Any], ...]:
        return tuple(Entry(Place(sheet, row), value) for row, value in enumerate(values, start=2))

    return Batch(
        movements=rows("Phong trào", [replace(found.movement, code=code)]),
        targets=rows("Chỉ tiêu", [replace(one, movement=code) for one in found.targets]),
        movement_tasks=rows(
            "Nhiệm vụ phong trào", [replace(one, movement=code) for one in found.tasks]
        ),
    )
