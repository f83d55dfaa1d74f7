"""The JSON Schema and the manual's tables say what the program reads, and every form fits them."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from khenthuong.paths import shipped
from scripts import tao_luoc_do

FILES = sorted((shipped("forms") / "bieu_mau").glob("*.toml"))
SCHEMA = json.loads(tao_luoc_do.SCHEMA_FILE.read_text(encoding="utf-8"))
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def offences(value: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    """Where a value does not fit the part of JSON Schema that ours uses."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema:
        fits = [one for one in schema["oneOf"] if not list(offences(value, one, place))]
        yield from [] if len(fits) == 1 else [f"{place}: oneOf"]
        return
    value = value.isoformat() if isinstance(value, date) else value
    if "type" in schema and type(value) is not TYPES[schema["type"]]:
        yield f"{place}: type"
        return
    yield from plain(value, schema, place)
    if isinstance(value, dict):
        yield from keys(value, schema, place)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from offences(inner, schema["items"], f"{place}[{number}]")


def plain(value: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    if "const" in schema and value != schema["const"]:
        yield f"{place}: const"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: enum"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: pattern"


def keys(value: dict[str, Any], schema: dict[str, Any], place: str) -> Iterator[str]:
    yield from (f"{place}.{key}: required" for key in schema["required"] if key not in value)
    for key, inner in value.items():
        known = schema["properties"].get(key)
        if known is None:
            yield f"{place}.{key}: unknown"
        else:
            yield from offences(inner, known, f"{place}.{key}")


def test_schema_and_manual_are_as_the_program_reads() -> None:
    assert tao_luoc_do.main(["--kiem"]) == 0


def test_writing_twice_changes_nothing() -> None:
    text = tao_luoc_do.MANUAL.read_text(encoding="utf-8")
    assert tao_luoc_do.manual(text) == text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_form_fits_the_schema(path) -> None:
    assert list(offences(tomllib.loads(path.read_text(encoding="utf-8")), SCHEMA, "")) == []


def test_the_schema_marks_mistakes() -> None:
    table = tomllib.loads(FILES[0].read_text(encoding="utf-8"))
    table |= {"titel": "x", "scope": "ho_so", "check": [{"kind": "sum", "says": "x"}]}
    assert list(offences(table, SCHEMA, "")) == [
        ".scope: enum",
        ".titel: unknown",
        ".check[1]: oneOf",
    ]
