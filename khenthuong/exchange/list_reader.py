"""Reads a plain list (danh-sach.xlsx) back as rows of words."""

from __future__ import annotations

from pathlib import Path

from khenthuong.exchange.workbook_file import open_grids


def read_list(path: Path) -> tuple[tuple[str, ...], ...]:
    """The rows of the first sheet, heading row included; raises WorkbookError.

    Whole numbers come back without a decimal point, blank cells as "".
    """
    with open_grids(path) as grids:
        for grid in grids:
            return tuple(tuple(_text(value) for value in row) for row in grid.rows)
    return ()


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
