"""Writes any table of ours as a plain Excel list whose cells stay what they are: text and numbers.

A text that begins as a formula would («=», «+», «-», «@», tab, carriage return) carries Excel's
own mark for text, so that neither opening nor editing nor saving it as .csv turns it into one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from khenthuong.errors import WorkbookError
from khenthuong.exchange.files import replacing
from khenthuong.exchange.workbook_writer import CREATED, MAX_TEXT

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_FONT = "Times New Roman"
_NARROW, _WIDE = 8, 48


def write_table(
    path: Path, sheet: str, title: str, headers: Sequence[str], rows: Sequence[Sequence[str | int]]
) -> None:
    """One sheet: title, header, rows; the same data give the same bytes.

    Raises WorkbookError when the file cannot be written or a text is longer than a cell holds.
    """
    with replacing(path, WorkbookError) as staged:
        book = xlsxwriter.Workbook(
            str(staged),
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        book.set_properties({"created": CREATED})
        looks = {"font_name": _FONT, "font_size": 12, "valign": "top"}
        head = book.add_format({**looks, "bold": True, "bottom": 1, "text_wrap": True})
        text = book.add_format({**looks, "num_format": "@", "text_wrap": True})
        guarded = book.add_format(
            {**looks, "num_format": "@", "text_wrap": True, "quote_prefix": True}
        )
        number = book.add_format({**looks, "num_format": "0"})
        page = book.add_worksheet(sheet)
        page.write_string(0, 0, title, book.add_format({**looks, "bold": True, "font_size": 14}))
        for column, header in enumerate(headers):
            page.write_string(1, column, header, head)
            longest = max((len(str(row[column])) for row in rows), default=0)
            page.set_column(column, column, min(_WIDE, max(_NARROW, longest + 2)))
        for line, row in enumerate(rows, start=2):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    page.write_number(line, column, value, number)
                else:
                    _refuse_long(sheet, line, value)
                    looks_ = guarded if value.startswith(DANGEROUS) else text
                    page.write_string(line, column, value, looks_)
        page.freeze_panes(2, 0)
        page.autofilter(1, 0, max(1, len(rows) + 1), max(0, len(headers) - 1))
        try:
            book.close()
        except FileCreateError as cause:
            raise OSError(str(cause)) from cause


def _refuse_long(sheet: str, line: int, value: str) -> None:
    if len(value) > MAX_TEXT:
        raise WorkbookError(
            "fault.book_text_too_long",
            sheet=sheet,
            row=line + 1,
            found=len(value),
            longest=MAX_TEXT,
        )
