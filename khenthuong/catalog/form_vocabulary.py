"""The closed vocabulary of form files: every key, what it takes, and which must be there.

The reader, the JSON Schema (docs/bieu_mau.schema.json) and the tables of docs/bieu_mau.md all come
from here. No expression is ever added: what needs one is Python in domain/, with a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

SCHEMA = 1

FORM_KEYS: Mapping[str, type] = MappingProxyType(
    {
        "schema": int,
        "id": str,
        "kind": str,
        "was": list,
        "version": str,
        "title": str,
        "template": str,
        "scope": str,
        "number": str,
        "decree": str,
        "valid_from": date,
        "valid_to": date,
        "checked": str,
        "note": str,
        "recipients": list,
        "authorities": list,
        "rounds": list,
        "meetings": list,
        "file_name": str,
        "order": int,
        "group": str,
        "symbol": str,
        "layout": str,
        "section": list,
        "check": list,
    }
)
FORM_REQUIRED = ("schema", "id", "version", "title", "template", "scope", "section")

SECTION_KEYS: Mapping[str, type] = MappingProxyType({"title": str, "show_if": dict, "field": list})
SECTION_REQUIRED = ("title", "field")

FIELD_KEYS: Mapping[str, type] = MappingProxyType(
    {
        "key": str,
        "type": str,
        "label": str,
        "help": str,
        "required": bool,
        "min": str,
        "max": str,
        "pattern": str,
        "choices": list,
        "choices_from": str,
        "max_words": int,
        "show_if": dict,
        "from": str,
        "fact": bool,
        "blank": bool,
        "was": list,
        "columns": list,
    }
)
FIELD_REQUIRED = ("key", "type", "label")

SHOW_IF_KEYS: Mapping[str, type] = MappingProxyType({"field": str, "equals": str})

CHECK_KEYS: Mapping[str, type] = MappingProxyType(
    {"kind": str, "says": str, "table": str, "column": str, "fields": list, "equals": str}
)
CHECK_PARAMETERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "column_sum": ("table", "column", "equals"),
        "sum": ("fields", "equals"),
        "order": ("fields",),
        "unique": ("table", "column"),
    }
)
"""What each kind of check needs besides `kind` and `says`."""

LIST_KEYS: Mapping[str, type] = MappingProxyType(
    {"schema": int, "id": str, "label": str, "values": list}
)
"""A list of choices (forms/danh_muc/<id>.toml)."""
