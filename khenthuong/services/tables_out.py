"""«Xuất Excel»: what a list shows, as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from khenthuong.exchange import table_file

Cell = table_file.Cell
_FIRST_YEAR = 1900


def export_table(
    path: Path, title: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> int:
    """Write rows under their headers; returns how many. Raises WorkbookError (cannot be written).

    Dates before 1900, which Excel does not know, are written in words.
    """
    table_file.write(path, title, headers, [tuple(map(_known, row)) for row in rows])
    return len(rows)


def _known(value: Cell) -> Cell:
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return value
