"""Strict reading of the rule files: every mistake names its file, place, key and remedy."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, cast

from khenthuong.errors import CatalogError

SCHEMA = 1

Table = Mapping[str, object]
Choice = TypeVar("Choice", bound=StrEnum)

NO_TOML = (ValueError, RecursionError)
"""What `tomllib` raises: also for numbers of thousands of digits, and lists in lists in lists."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_toml(path: Path) -> tuple[dict[str, object], bytes]:
    """The table of a file and its bytes; raises CatalogError for UTF-16, wrong TOML, unreadable."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CatalogError("rule.unreadable", file=path.name, detail=str(error)) from error
    if raw.startswith(_UTF16) or b"\0" in raw:
        raise CatalogError("rule.not_utf8", file=path.name)
    try:
        return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n")), raw
    except UnicodeDecodeError as error:
        raise CatalogError("rule.not_utf8", file=path.name) from error
    except NO_TOML as error:
        raise CatalogError("rule.not_toml", file=path.name, detail=str(error)) from error


class Reader:
    """Takes values out of one table; `file` and `place` travel with every refusal."""

    def __init__(self, file: str, table: object, place: str = "") -> None:
        if not isinstance(table, Mapping):
            raise CatalogError(
                "rule.wrong_type", file=file, place=place or "-", key=place, wanted="{ … }"
            )
        self.file = file
        self.place = place
        self.table: Table = cast("Table", table)

    def error(self, code: str, **arguments: object) -> CatalogError:
        """A refusal at this place."""
        return CatalogError(code, file=self.file, place=self.place or "-", **arguments)

    def only(self, known: Iterable[str], required: Iterable[str] = ()) -> None:
        """Refuse unknown keys (naming the nearest known one) and missing ones."""
        words = list(known)
        for key in self.table:
            if key not in words:
                raise self.error("rule.unknown_key", key=key, nearest=near(key, words))
        for key in required:
            if self.table.get(key) in (None, "", []):
                raise self.error("rule.missing_key", key=key)

    def inside(self, key: str) -> Reader:
        """A reader of the table under `key` (empty when absent)."""
        place = f"{self.place}.{key}" if self.place else key
        return Reader(self.file, self.table.get(key, {}), place)

    def several(self, key: str) -> list[Reader]:
        """Readers of the tables of a list, named by their id or place in the list."""
        return [
            Reader(self.file, row, self._row_place(key, number, row))
            for number, row in enumerate(self._list(key), start=1)
        ]

    def text(self, key: str, default: str = "") -> str:
        """A text."""
        return str(self._typed(key, str, default))

    def whole(self, key: str, default: int = 0) -> int:
        """A whole number."""
        return int(self._typed(key, int, default))  # type: ignore[arg-type]

    def flag(self, key: str, *, default: bool = False) -> bool:
        """true or false."""
        return bool(self._typed(key, bool, default))

    def day(self, key: str) -> date | None:
        """A TOML date, or None."""
        return self._typed(key, date, None)  # type: ignore[return-value]

    def number(self, key: str) -> Decimal:
        """An exact number: a whole one, or a decimal written as text («0.45»)."""
        raw = self.table.get(key)
        try:
            if isinstance(raw, str) or (isinstance(raw, int) and not isinstance(raw, bool)):
                return Decimal(raw)
        except InvalidOperation:
            pass
        raise self.error("rule.wrong_type", key=key, wanted='"0.45"')

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        raw = self._list(key)
        if not all(isinstance(value, str) for value in raw):
            raise self.error("rule.wrong_type", key=key, wanted='["…"]')
        return tuple(str(value) for value in raw)

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One value of a closed list."""
        return self.choose(key, self.text(key), choices)

    def choices(self, key: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """Several values of a closed list."""
        return tuple(self.choose(key, value, choices) for value in self.texts(key))

    def choose(self, key: str, value: str, choices: type[Choice]) -> Choice:
        """`value` as a member of a closed list, or a refusal that names the nearest one."""
        self.one_of(key, value, [member.value for member in choices])
        return choices(value)

    def one_of(self, key: str, value: str, known: Iterable[str]) -> str:
        """`value` when it is one of `known`."""
        words = list(known)
        if value not in words:
            raise self.error(
                "rule.unknown_value", key=key, value=value, nearest=near(value, words), known=words
            )
        return value

    def _list(self, key: str) -> list[object]:
        return cast("list[object]", self._typed(key, list, []))

    def _row_place(self, key: str, number: int, row: object) -> str:
        name = cast("Table", row).get("id", number) if isinstance(row, Mapping) else number
        return f"{self.place}{'.' if self.place else ''}{key}[{name}]"

    def _typed(self, key: str, wanted: type, default: object) -> object:
        if key not in self.table:
            return default
        value = self.table[key]
        if type(value) is not wanted:
            raise self.error("rule.wrong_type", key=key, wanted=_SHOWN[wanted])
        return value


_SHOWN = {str: '"…"', int: "123", bool: "true / false", list: "[…]", date: "2025-07-01"}


def near(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or all of them where none is near."""
    words = sorted(known)
    found = difflib.get_close_matches(word, words, n=1)
    return found[0] if found else ", ".join(words)
