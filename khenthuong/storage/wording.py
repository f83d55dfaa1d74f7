"""Fields and values in words, for what people read about changes: names as in the workbook."""

from __future__ import annotations

from typing import Any

from khenthuong import texts
from khenthuong.domain.register import PartialDate
from khenthuong.storage.shapes import SHAPES, Field

_FIELDS: dict[tuple[str, str], tuple[str, Field]] = {
    (shape.table.name, field.column): (f"field.{shape.table.name}.{field.name}", field)
    for shape in SHAPES
    for field in shape.fields
}
_LISTS: dict[tuple[str, str], str] = {
    (link.table.name, link.column): f"field.{shape.table.name}.{link.name}"
    for shape in SHAPES
    for link in shape.links
}
_KEYS_OF_LISTS: dict[tuple[str, str], str] = {
    (link.table.name, column): _FIELDS[shape.table.name, column][0]
    for shape in SHAPES
    for link in shape.links
    for column in shape.keys
}


def field_label(table: str, column: str) -> str:
    """The name of a column for people; the column's own name where it has none."""
    known = _FIELDS.get((table, column))
    lists = _LISTS | _KEYS_OF_LISTS
    code = known[0] if known else lists.get((table, column), f"field.{table}.{column}")
    return texts.say(code) if texts.knows(code) else column


def stored_text(table: str, column: str, value: Any) -> str:
    """A stored value for people: «Nữ», «09/03/1980»."""
    known = _FIELDS.get((table, column))
    return value_text(known[1].decode(value) if known and value is not None else value)


def value_text(value: Any) -> str:
    """A value of the domain for people; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        parts = (value.day and f"{value.day:02}", value.month and f"{value.month:02}", value.year)
        return "/".join(str(part) for part in parts if part)
    return texts.show(value)
