"""Checks between the answers of a form, each with its own sentence: sums, order, no row twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from khenthuong.domain.forms import CheckDef


def broken(check: CheckDef, values: Mapping[str, object]) -> str:
    """The field at which a check does not hold, "" where it holds.

    What is not filled in yet breaks nothing: whether it must be filled in, its field says.
    """
    return _KINDS[check.kind](check, values)


def _column_sum(check: CheckDef, values: Mapping[str, object]) -> str:
    cells = [row.get(check.column) for row in _rows(values.get(check.table))]
    return _unequal(check, cells, values)


def _sum(check: CheckDef, values: Mapping[str, object]) -> str:
    return _unequal(check, [values.get(key) for key in check.fields], values)


def _unequal(check: CheckDef, parts: Sequence[object], values: Mapping[str, object]) -> str:
    numbers = [number for part in parts if (number := _number(part)) is not None]
    total = _number(values.get(check.equals))
    return check.equals if numbers and total is not None and sum(numbers) != total else ""


def _order(check: CheckDef, values: Mapping[str, object]) -> str:
    filled = [(key, values[key]) for key in check.fields if values.get(key) not in (None, "")]
    for (_, before), (key, after) in itertools.pairwise(filled):
        if _before(after, before):
            return key
    return ""


def _unique(check: CheckDef, values: Mapping[str, object]) -> str:
    seen: set[str] = set()
    for number, row in enumerate(_rows(values.get(check.table)), start=1):
        cell = str(row.get(check.column) or "").casefold()
        if cell in seen:
            return f"{check.table}[{number}].{check.column}"
        seen |= {cell} - {""}
    return ""


_KINDS = {"column_sum": _column_sum, "sum": _sum, "order": _order, "unique": _unique}


def _before(left: object, right: object) -> bool:
    one, other = _number(left), _number(right)
    if one is not None and other is not None:
        return one < other
    return str(left) < str(right)


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)) if value not in (None, "") else None
    except InvalidOperation:
        return None


def _rows(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list | tuple):
        for row in cast("Sequence[object]", value):
            if isinstance(row, Mapping):
                yield cast("Mapping[str, object]", row)
