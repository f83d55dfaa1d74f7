"""On which line of a TOML file a key stands: `tomllib` gives values without their places.

A small scan that skips comments and strings; the file was read by `tomllib` before, so that its
syntax is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>\#[^\n]*)"
    r"|(?P<header>(?:(?<=\n)|\A)[ \t]*\[\[?[^\]\n]+\]\]?(?=[ \t]*(?:\#|\n|\Z)))"
    r"|(?P<word>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)"
    r"|(?P<mark>[\[\]{}=,])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_NAMED = re.compile(r" «[^»]*»")


@dataclass
class _Frame:
    """What the scan is inside of: a list (`count` of its tables) or an inline table."""

    path: str
    rows: bool
    count: int = 0


def lines_of(text: str) -> dict[str, int]:
    """Line numbers from 1 by place: «section[1].field[2].label»."""
    return dict(_Scan().places(text))


def line_of(lines: Mapping[str, int], place: str, key: str = "") -> int:
    """The line of a key at a place, else of the place or what holds it; 1 where nothing is known.

    Names behind a place («section[1].field[2] «ho_ten»») do not count.
    """
    path = _NAMED.sub("", place)
    for wanted in (f"{path}.{key}".strip("."), path):
        while wanted:
            if wanted in lines:
                return lines[wanted]
            wanted = wanted.rpartition(".")[0]
    return 1


class _Scan:
    def __init__(self) -> None:
        self._base = ""
        self._counts: dict[str, int] = {}
        self._stack: list[_Frame] = []
        self._key = ""
        self._value = False

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        line = 1
        for token in _TOKEN.finditer(text):
            kind, words = token.lastgroup, token.group()
            if kind == "header" and not self._stack:
                yield self._header(words.strip()), line + words.count("\n")
            elif kind in ("word", "string") and not self._value and not self._in_rows():
                self._key = words.strip("\"'")
            elif kind in ("mark", "header"):
                for mark in words.strip():
                    place = self._mark(mark)
                    if place:
                        yield place, line
            if kind == "other" and words == "\n" and not self._stack:
                self._value = False
            line += words.count("\n")

    def _header(self, words: str) -> str:
        *holders, last = words.strip("[]").replace(" ", "").split(".")
        path = ""
        for name in holders:
            path = f"{path}.{name}".strip(".")
            path += f"[{self._counts[path]}]" if path in self._counts else ""
        path = f"{path}.{last}".strip(".")
        if words.startswith("[["):
            self._counts[path] = self._counts.get(path, 0) + 1
            path += f"[{self._counts[path]}]"
        self._base = path
        self._value = False
        return path

    def _mark(self, mark: str) -> str:
        """What a mark begins or ends; the place that begins here, or ""."""
        if mark == "=":
            self._value = True
            return self._path()
        if mark in "[{":
            return self._begin(rows=mark == "[")
        if mark in "]}" and self._stack:
            self._stack.pop()
            self._value = bool(self._stack) and self._stack[-1].rows
        elif mark == "," and self._stack and not self._in_rows():
            self._value = False
        return ""

    def _begin(self, *, rows: bool) -> str:
        place = ""
        path = self._path()
        if self._in_rows():
            top = self._stack[-1]
            top.count += 1
            path = place = f"{top.path}[{top.count}]"
        self._stack.append(_Frame(path, rows))
        self._value = rows
        return place

    def _in_rows(self) -> bool:
        return bool(self._stack) and self._stack[-1].rows

    def _path(self) -> str:
        holder = self._stack[-1].path if self._stack else self._base
        return f"{holder}.{self._key}".strip(".")
