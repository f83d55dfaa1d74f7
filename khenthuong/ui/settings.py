"""What this computer remembers of its window: looks, columns, places. `desk.settings` is the one.

Nothing of the books is kept here: without the file, or with a damaged one, every value is its
default. Keys are flat and unaccented, such as ``giao_dien`` or ``cot.so.ca_nhan``.
"""

from __future__ import annotations

import json
import logging
import os
import tomllib
from pathlib import Path
from typing import TypeVar, cast

from khenthuong.paths import DataFolder

Setting = str | int | float | bool | list[str] | list[int]
"""What may be kept; a list holds texts only or whole numbers only."""

_T = TypeVar("_T", bound=Setting)
_KINDS = (str, int, float, list)
_log = logging.getLogger(__name__)
_HEAD = "# Cách bày cửa sổ trên máy này. Xóa tệp này thì mọi thứ về mặc định.\n"


class Settings:
    """The settings in a data folder, read once and written whole at every change."""

    def __init__(self, root: Path) -> None:
        self._path = DataFolder(root).settings
        self._kept = _read(self._path)

    def read(self, key: str, default: _T) -> _T:
        """What was kept under a key; the default where there is nothing of the default's kind."""
        kept = self._kept.get(key)
        return cast("_T", kept) if _like(kept, default) else default

    def write(self, key: str, value: Setting) -> None:
        """Keep a value from now on; a folder that cannot be written keeps it for this run only."""
        if self._kept.get(key) == value and _like(self._kept.get(key), value):
            return
        self._kept[key] = value
        lines = (f"{_quoted(name)} = {_quoted(one)}" for name, one in sorted(self._kept.items()))
        unfinished = self._path.with_name(self._path.name + ".dang-ghi")
        try:
            unfinished.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
            os.replace(unfinished, self._path)
        except OSError:
            _log.warning("settings not written", exc_info=True)


def _read(path: Path) -> dict[str, object]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in table.items() if isinstance(value, _KINDS)}


def _like(kept: object, default: Setting) -> bool:
    """Whether a value is of the default's kind: no yes/no for a number, no loose lists."""
    if isinstance(default, list):
        if not isinstance(kept, list):
            return False
        kinds = {type(one) for one in cast("list[object]", kept)}
        wanted = {type(one) for one in default} or kinds
        return len(kinds) < 2 and kinds <= wanted
    return type(kept) is type(default)


def _quoted(value: object) -> str:
    """A value as TOML writes it, which for these kinds is as JSON does."""
    return json.dumps(value, ensure_ascii=False, default=str).replace("\x7f", "\\u007f")
