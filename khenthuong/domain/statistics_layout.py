"""How the heads of a table stand: which cell spans what, for Word, Excel and the screen alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khenthuong.domain.statistics import Column, TableDef

LEVELS = "|"


@dataclass(frozen=True)
class HeadCell:
    """A head cell: its first row and column (from 0), how many it spans, its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def all_columns(definition: TableDef) -> tuple[Column, ...]:
    """The columns of the printed marks and those of the figures, from the left."""
    return (*definition.heads, *definition.columns)


def depth(definition: TableDef) -> int:
    """How many rows of words the head has, the row of numbers not counted."""
    return max(len(_levels(column)) for column in all_columns(definition))


def numbered(definition: TableDef) -> bool:
    """Whether a row of column numbers stands below the words."""
    return any(column.number for column in all_columns(definition))


def _levels(column: Column) -> list[str]:
    return [level for level in column.text.split(LEVELS) if level]


def head_cells(definition: TableDef) -> Iterator[HeadCell]:
    """The head cells, row by row from the left; every place is covered once."""
    paths = [_levels(column) for column in all_columns(definition)]
    high = depth(definition)
    for level in range(high):
        column = 0
        while column < len(paths):
            path = paths[column][: level + 1]
            if len(path) <= level:
                column += 1
                continue
            end = column + 1
            last = len(paths[column]) == level + 1
            while not last and end < len(paths) and _joins(paths[end], path):
                end += 1
            yield HeadCell(level, column, high - level if last else 1, end - column, path[-1])
            column = end


def _joins(other: list[str], path: list[str]) -> bool:
    return len(other) > len(path) and other[: len(path)] == path


def heads_on_one_line(definition: TableDef) -> tuple[str, ...]:
    """One text a column: «Khen thưởng đối ngoại – Tổng số»."""
    return tuple(" – ".join(_levels(column)) for column in all_columns(definition))
