"""The province's file laid over the shipped one: same id wins, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

Table = dict[str, object]

_LISTS = ("criterion", "child", "text", "period")
_DATED = "value"
_RIVALS = (("at_least", "value"), ("percent", "value"), ("within", "years"))
"""Parameters of which a criterion carries one: the province's takes the place of the shipped."""


def lay_over(shipped: Mapping[str, object], provincial: Mapping[str, object]) -> Table:
    """The merged table of an award or of rules.

    Keys the province gives win. Criteria (and their children), texts and periods with the same id
    are merged key by key, so that a province may fill in, tighten or confirm one without repeating
    it; another kind replaces the criterion whole. New ones are added at the end. A criterion that
    was renamed is found by the id it had. The province's dated values stand before the shipped
    ones, so that they win on their days and the others stay.
    """
    merged: Table = dict(shipped)
    for key, value in provincial.items():
        if key in _LISTS and isinstance(value, list) and isinstance(merged.get(key), list):
            merged[key] = _merge_rows(merged[key], value)  # type: ignore[arg-type]
        elif key == _DATED and isinstance(value, list) and isinstance(merged.get(key), list):
            merged[key] = [*value, *merged[key]]  # type: ignore[misc]
        else:
            merged[key] = value
    return merged


def _merge_rows(shipped: list[object], provincial: list[object]) -> list[object]:
    rows = list(shipped)
    for row in provincial:
        place = _find(rows, row)
        if place is None:
            rows.append(row)
        else:
            rows[place] = _merge_criterion(rows[place], row)
    return rows


def _find(rows: list[object], row: object) -> int | None:
    wanted = _id(row)
    for place, known in enumerate(rows):
        if wanted is not None and wanted in (_id(known), *former_ids(known)):
            return place
    return None


def former_ids(row: object) -> tuple[object, ...]:
    """The ids that a table says it had before («was»)."""
    was = cast("Table", row).get("was") if isinstance(row, dict) else None
    return tuple(cast("list[object]", was)) if isinstance(was, list) else ()


def _merge_criterion(shipped: object, provincial: object) -> object:
    old, new = cast("Table", shipped), cast("Table", provincial)
    if new.get("kind", old.get("kind")) != old.get("kind"):
        return {**new, "id": old.get("id")}
    kept = {key: value for key, value in old.items() if not _has_rival(key, new)}
    return {**lay_over(kept, new), "id": old.get("id")}


def _has_rival(key: str, given: Table) -> bool:
    return any(
        (key == one and other in given) or (key == other and one in given) for one, other in _RIVALS
    )


def _id(row: object) -> object:
    return cast("Table", row).get("id") if isinstance(row, dict) else None
