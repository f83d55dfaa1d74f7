"""Lists of choices (forms/danh_muc/<id>.toml), which forms take by `choices_from`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import cast

from khenthuong.catalog.form_vocabulary import LIST_KEYS, SCHEMA
from khenthuong.catalog.toml_reader import read_toml
from khenthuong.errors import CatalogError, UserError

LISTS = "danh_muc"


def load_lists(
    shipped: Path, provincial: Path | None
) -> tuple[Mapping[str, tuple[str, ...]], list[UserError]]:
    """Choices by the list's id, and what is wrong with the province's lists.

    The province's list of the same id wins. Raises CatalogError for a broken shipped list.
    """
    lists = {path.stem: read_list(path) for path in _files(shipped)}
    problems: list[UserError] = []
    for path in _files(provincial):
        try:
            lists[path.stem] = read_list(path)
        except CatalogError as error:
            problems.append(error)
    return MappingProxyType(lists), problems


def read_list(path: Path) -> tuple[str, ...]:
    """The choices of one file; raises CatalogError naming the key."""
    table, _ = read_toml(path)
    raw = table.get("values")
    values = cast("list[object]", raw) if isinstance(raw, list) else []
    right = {
        "schema": table.get("schema") == SCHEMA,
        "id": table.get("id") == path.stem,
        "label": bool(table.get("label")) and isinstance(table.get("label"), str),
        "values": bool(values)
        and all(isinstance(value, str) and value for value in values)
        and len(set(values)) == len(values),
        **{key: False for key in table if key not in LIST_KEYS},
    }
    for key, holds in right.items():
        if not holds:
            raise CatalogError("form.list_wrong", file=path.name, key=key)
    return tuple(str(value) for value in values)


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder / LISTS).glob("*.toml")) if folder is not None else []
