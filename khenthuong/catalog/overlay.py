"""The province's file laid over the shipped one: same id wins, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

Table = dict[str, object]

_LISTS = ("criterion", "child")


def lay_over(shipped: Mapping[str, object], provincial: Mapping[str, object]) -> Table:
    """The merged table of an award or of rules.

    Keys the province gives win. Criteria (and their children) with the same id are merged key by
    key, so that a province may fill in, tighten or confirm one without repeating it; another kind
    replaces the criterion whole. New ones are added at the end.
    """
    merged: Table = dict(shipped)
    for key, value in provincial.items():
        if key in _LISTS and isinstance(value, list) and isinstance(merged.get(key), list):
            merged[key] = _merge_rows(merged[key], value)  # type: ignore[arg-type]
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
        if wanted is not None and _id(known) == wanted:
            return place
    return None


def _merge_criterion(shipped: object, provincial: object) -> object:
    old, new = cast("Table", shipped), cast("Table", provincial)
    if new.get("kind", old.get("kind")) != old.get("kind"):
        return provincial
    return lay_over(old, new)


def _id(row: object) -> object:
    return cast("Table", row).get("id") if isinstance(row, dict) else None
