"""Remembered mappings: one readable JSON file a source, named by its fingerprint."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from khenthuong.domain.mapping import ListField, SourceMapping
from khenthuong.errors import WorkbookError
from khenthuong.exchange.files import replacing
from khenthuong.exchange.lists.legacy_text import Letters

_FORMAT = 1
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_LARGEST = 4 << 20


def load(folder: Path, fingerprint: str) -> SourceMapping | None:
    """The mapping of a source, None where there is none; raises WorkbookError for a broken file."""
    path = _path(folder, fingerprint)
    return read(path) if path.is_file() else None


def load_all(folder: Path) -> tuple[SourceMapping, ...]:
    """Every readable mapping of the data folder, by name; broken files are left out."""
    found: list[SourceMapping] = []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append(read(path))
        except WorkbookError:
            continue  # opening a list of that source tells of it
    return tuple(sorted(found, key=lambda one: one.name))


def save(folder: Path, mapping: SourceMapping) -> Path:
    """Keep a mapping; raises WorkbookError when the folder does not take it."""
    path = _path(folder, mapping.fingerprint)
    write(path, mapping)
    return path


def write(path: Path, mapping: SourceMapping) -> None:
    """Write a mapping to a file of its own."""
    data = {
        "format": _FORMAT,
        "fingerprint": mapping.fingerprint,
        "name": mapping.name,
        "columns": {key: meant.value for key, meant in mapping.columns.items()},
        "letters": dict(mapping.letters),
        "answers": {name: dict(given) for name, given in mapping.answers.items()},
        "codes": dict(mapping.codes),
    }
    with replacing(path, WorkbookError) as staged:
        staged.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> SourceMapping:
    """A mapping file, also one from another office; raises WorkbookError for any other file."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError(path)
        data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
        return _mapping(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise WorkbookError("list.mapping_damaged", file=path.name) from cause
    except OSError as cause:
        raise WorkbookError("error.cannot_read", path=path, reason=cause.strerror) from cause


def _mapping(data: Mapping[str, Any]) -> SourceMapping:
    if data["format"] != _FORMAT or not _FINGERPRINT.fullmatch(data["fingerprint"]):
        raise ValueError(data["format"])
    letters = _texts(data["letters"])
    if not {*letters.values()} <= {one.value for one in Letters}:
        raise ValueError(letters)
    return SourceMapping(
        data["fingerprint"],
        str(data["name"]),
        MappingProxyType({k: ListField(v) for k, v in _texts(data["columns"]).items()}),
        letters,
        MappingProxyType({str(k): _texts(v) for k, v in data["answers"].items()}),
        _texts(data["codes"]),
    )


def _texts(data: object) -> Mapping[str, str]:
    if not isinstance(data, dict):
        raise ValueError(data)
    found = cast("dict[object, object]", data)
    return MappingProxyType({str(key): str(value) for key, value in found.items()})


def _path(folder: Path, fingerprint: str) -> Path:
    return folder / f"{fingerprint}.json"
