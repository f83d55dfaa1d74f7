"""Write what describes the form files from the program's own vocabulary.

    python scripts/tao_luoc_do.py            writes docs/bieu_mau.schema.json and docs/bieu_mau.md
    python scripts/tao_luoc_do.py --kiem     writes nothing; ends with 1 where one is out of date

An editor that knows JSON Schema (Visual Studio Code with «Even Better TOML») then proposes keys
and marks mistakes while a form is typed. In the manual only the table between its marks is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from khenthuong import texts
from khenthuong.catalog import form_vocabulary as vocabulary
from khenthuong.domain.forms import FIELD_TYPES, PAPER_SCOPES
from khenthuong.domain.kinds import Authority, Checked, MeetingKind, RecipientKind, RoundKind
from khenthuong.domain.layout import Sheet

ROOT = Path(__file__).resolve().parent.parent
SCHEMA_FILE = ROOT / "docs" / "bieu_mau.schema.json"
MANUAL = ROOT / "docs" / "bieu_mau.md"
BEGIN, END = "<!-- khóa: bắt đầu -->", "<!-- khóa: hết -->"
ID, PATH = "^[a-z][a-z0-9_]*$", r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"

Schema = dict[str, object]

_TYPES: Mapping[type, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    list: {"type": "array", "items": {"type": "string"}, "minItems": 1},
}
_ENUMS: Mapping[str, tuple[str, ...]] = {
    "scope": PAPER_SCOPES,
    "checked": tuple(one.value for one in Checked),
    "layout": tuple(one.value for one in Sheet),
    "type": FIELD_TYPES,
}
_LISTS: Mapping[str, tuple[str, ...]] = {
    "recipients": tuple(one.value for one in RecipientKind),
    "authorities": tuple(one.value for one in Authority),
    "rounds": tuple(one.value for one in RoundKind),
    "meetings": tuple(one.value for one in MeetingKind),
}
_PATTERNS = {
    "id": ID,
    "key": PATH,
    "from": PATH,
    "template": r"^[^/\\]+\.[dD][oO][cC][xX]$",
    "file_name": "^[a-z0-9][a-z0-9/-]*$",
}


def schema() -> Schema:
    """The JSON Schema of a form file."""
    form = _object("form", vocabulary.FORM_KEYS, vocabulary.FORM_REQUIRED)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "forms/bieu_mau/<id>.toml",
        **form,
        "$defs": {
            "section": _object("section", vocabulary.SECTION_KEYS, vocabulary.SECTION_REQUIRED),
            "field": _object("field", vocabulary.FIELD_KEYS, vocabulary.FIELD_REQUIRED),
            "show_if": _object("show_if", vocabulary.SHOW_IF_KEYS, tuple(vocabulary.SHOW_IF_KEYS)),
            "check": {"oneOf": [_check(kind) for kind in vocabulary.CHECK_PARAMETERS]},
        },
    }


def manual(text: str) -> str:
    """The manual with its table of keys as they are today."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{_tables()}\n{END}{tail}"


def _object(part: str, keys: Mapping[str, type], required: tuple[str, ...]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {key: _property(part, key, wanted) for key, wanted in keys.items()},
    }


def _property(part: str, key: str, wanted: type) -> Schema:
    told: Schema = {"description": texts.say(f"schema.{part}.{key}")}
    holders = {"section": "section", "field": "field", "columns": "field", "check": "check"}
    if key == "schema":
        return {"const": vocabulary.SCHEMA, **told}
    if key in holders and wanted is list:
        items: Schema = {"$ref": f"#/$defs/{holders[key]}"}
        return {"type": "array", "items": items, "minItems": 1, **told}
    if key == "show_if":
        return {"$ref": "#/$defs/show_if", **told}
    found: Schema = dict(_TYPES[wanted])
    if key in _ENUMS and part != "check":
        found["enum"] = list(_ENUMS[key])
    if key in _LISTS:
        found["items"] = {"type": "string", "enum": list(_LISTS[key])}
    if key in _PATTERNS:
        found["pattern"] = _PATTERNS[key]
    return {**found, **told}


def _check(kind: str) -> Schema:
    wanted = ("kind", "says", *vocabulary.CHECK_PARAMETERS[kind])
    keys = {key: vocabulary.CHECK_KEYS[key] for key in wanted}
    found = _object("check", keys, wanted)
    described = {"const": kind, "description": texts.say(f"schema.check_kind.{kind}")}
    properties: Schema = dict(found["properties"])  # type: ignore[call-overload]
    return {**found, "properties": {**properties, "kind": described}}


def _tables() -> str:
    parts = (
        ("form", vocabulary.FORM_KEYS, vocabulary.FORM_REQUIRED),
        ("section", vocabulary.SECTION_KEYS, vocabulary.SECTION_REQUIRED),
        ("field", vocabulary.FIELD_KEYS, vocabulary.FIELD_REQUIRED),
        ("show_if", vocabulary.SHOW_IF_KEYS, tuple(vocabulary.SHOW_IF_KEYS)),
    )
    lines: list[str] = []
    for part, keys, required in parts:
        lines += [
            "",
            f"**{texts.say(f'schema.title.{part}')}**",
            "",
            "| Khóa | Nghĩa |",
            "|---|---|",
        ]
        for key in keys:
            must = " (bắt buộc)" if key in required else ""
            lines.append(f"| `{key}`{must} | {texts.say(f'schema.{part}.{key}')} |")
    lines += ["", f"**{texts.say('schema.title.check')}**", ""]
    lines += ["| `kind` | Khóa đi kèm | Nghĩa |", "|---|---|---|"]
    for kind, wanted in vocabulary.CHECK_PARAMETERS.items():
        shown = ", ".join(f"`{key}`" for key in ("says", *wanted))
        lines.append(f"| `{kind}` | {shown} | {texts.say(f'schema.check_kind.{kind}')} |")
    return "\n".join([*lines, ""])


def main(arguments: list[str]) -> int:
    """Write both, or say which is out of date."""
    parser = argparse.ArgumentParser(description="Tạo lược đồ và bảng khóa của biểu mẫu.")
    parser.add_argument("--kiem", action="store_true", help="chỉ kiểm tra, không ghi")
    given = parser.parse_args(arguments)
    wanted = {
        SCHEMA_FILE: json.dumps(schema(), ensure_ascii=False, indent=2) + "\n",
        MANUAL: manual(MANUAL.read_text(encoding="utf-8")),
    }
    late = [p for p, text in wanted.items() if not p.exists() or p.read_text("utf-8") != text]
    for path in late:
        if not given.kiem:
            path.write_text(wanted[path], encoding="utf-8")
        print(path.relative_to(ROOT))
    return 1 if late and given.kiem else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
