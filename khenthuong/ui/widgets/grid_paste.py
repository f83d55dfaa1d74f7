"""Blocks of cells between a grid and Excel, through the clipboard."""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_END = re.compile(r"\t|\r\n|\n|\r")


def read_block(text: str) -> list[list[str]]:
    """Cells as Excel puts them on the clipboard: tabs between cells, quotes around line feeds.

    Excel quotes a cell only for a line feed or a tab in it; any other quote is the cell's own text.
    """
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        value, place = _cell(text, place)
        rows[-1].append(value)
        end = _END.match(text, place)
        if end is None:
            break
        place = end.end()
        if end[0] != "\t":
            if place == len(text):
                break
            rows.append([])
    return rows if any(any(row) for row in rows) else []


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins at a place, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted is not None and any(mark in quoted[1] for mark in ("\n", "\r", "\t", '""')):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    return (plain[0], plain.end()) if plain is not None else ("", place)


def fit_block(block: list[list[str]], rows: int, columns: int) -> list[list[str]]:
    """As Excel does: one cell copied fills every cell chosen, anything else is laid down once."""
    if len(block) == 1 and len(block[0]) == 1:
        return [[block[0][0]] * max(1, columns) for _ in range(max(1, rows))]
    return block


def write_block(rows: Sequence[Sequence[str]]) -> str:
    """Cells as Excel takes them from the clipboard."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(text: str) -> str:
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
