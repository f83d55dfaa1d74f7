"""Values of a form as a draft keeps them: texts, numbers, tuples and dicts of these."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast


def plain(value: object) -> object:
    """A value as it reads after a draft was written and read again."""
    if isinstance(value, Mapping):
        known = cast("Mapping[object, object]", value)
        return {str(key): plain(one) for key, one in known.items()}
    if isinstance(value, list | tuple):
        return tuple(plain(one) for one in cast("tuple[object, ...]", value))
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def plain_values(values: Mapping[str, object]) -> dict[str, object]:
    """The same for all values of a form."""
    return {key: plain(value) for key, value in values.items()}
