"""A list as it stands on screen, written as a workbook: words, real numbers, real dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from khenthuong.errors import WorkbookError
from khenthuong.exchange.files import replacing
from khenthuong.exchange.lists.list_writer import DANGEROUS
from khenthuong.exchange.workbook_writer import CREATED, MAX_TEXT

Cell = str | int | Decimal | date | None
_FONT = "Times New Roman"
_NARROW, _WIDE = 8, 48
_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans("", "", "[]:*?/\\'")


def write(path: Path, title: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Title, header with filters, rows; header and title stay on screen and on every page.

    Raises WorkbookError when the file cannot be written.
    """
    with replacing(path, WorkbookError) as staged:
        book = xlsxwriter.Workbook(
            str(staged),
            {
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                # Tens of thousands of rows are written as they come, none is kept.
                "constant_memory": True,
            },
        )
        book.set_properties({"created": CREATED})
        page = book.add_worksheet(title.translate(_NOT_IN_SHEET_NAMES)[:_SHEET_NAME].strip())
        looks = _looks(book)
        page.write_string(0, 0, title, looks["title"])
        for column, header in enumerate(headers):
            page.write_string(1, column, header, looks["head"])
            page.set_column(column, column, _width(header, [row[column] for row in rows]))
        for line, row in enumerate(rows, start=2):
            for column, value in enumerate(row):
                _write(page, line, column, value, looks)
        _prepare_page(page, len(rows), len(headers))
        try:
            book.close()
        except FileCreateError as cause:
            raise OSError(str(cause)) from cause


def _looks(book: Any) -> dict[str, Any]:
    plain = {"font_name": _FONT, "font_size": 12, "valign": "top"}
    text = {**plain, "num_format": "@", "text_wrap": True}
    return {
        "title": book.add_format({**plain, "bold": True, "font_size": 14}),
        "head": book.add_format({**plain, "bold": True, "bottom": 1, "text_wrap": True}),
        "text": book.add_format(text),
        # Excel's own mark for text: editing a cell that begins with «=» makes no formula of it.
        "guarded": book.add_format({**text, "quote_prefix": True}),
        "whole": book.add_format({**plain, "num_format": "#,##0"}),
        "decimal": book.add_format({**plain, "num_format": "#,##0.##"}),
        "day": book.add_format({**plain, "num_format": "dd/mm/yyyy", "align": "left"}),
    }


def _write(page: Any, line: int, column: int, value: Cell, looks: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        look = looks["guarded" if value.startswith(DANGEROUS) else "text"]
        page.write_string(line, column, value[:MAX_TEXT], look)
    elif isinstance(value, date):
        page.write_datetime(
            line, column, datetime(value.year, value.month, value.day), looks["day"]
        )
    else:
        whole = value == int(value)
        page.write_number(line, column, value, looks["whole" if whole else "decimal"])


def _prepare_page(page: Any, rows: int, columns: int) -> None:
    page.freeze_panes(2, 0)
    page.autofilter(1, 0, max(1, rows + 1), max(0, columns - 1))
    page.repeat_rows(1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _width(header: str, values: Sequence[Cell]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(_WIDE, max(_NARROW, len(header) + 3, longest + 2))
