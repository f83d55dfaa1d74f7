"""Writes the import workbook: empty with drop-downs and examples, or filled with a whole batch.

The same batch gives the same bytes: creation time and zip times are fixed. Every text is written
as text, so nothing a cell holds can become a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from khenthuong.domain.batch import Batch, Entry
from khenthuong.domain.register import PartialDate
from khenthuong.errors import WorkbookError
from khenthuong.exchange.choices import written
from khenthuong.exchange.columns import Column, Kind, Sheet
from khenthuong.exchange.files import replacing
from khenthuong.exchange.sheets import SHEETS
from khenthuong.texts import show
from khenthuong.texts import workbook as words

CREATED = datetime(2025, 7, 1)
"""Fixed creation time of every file written here, so that equal data give equal bytes."""

MAX_TEXT = 32_767
"""Characters that an Excel cell holds."""

_FIRST_TRUE_DAY = date(1900, 3, 1)  # Excel counts a 29/02/1900 that never was.
_EXACT_DIGITS = 15  # digits that Excel keeps of a number
_DROP_DOWN_ROWS = 2_000
_FONT = "Times New Roman"
_AS_TEXT = frozenset(
    {
        Kind.CODE,
        Kind.REFERENCE,
        Kind.REFERENCES,
        Kind.NUMBER_TEXT,
        Kind.CCCD,
        Kind.YEAR,
        Kind.PARTIAL_DATE,
        Kind.FIGURE,
        Kind.PATHS,
        Kind.TEXT,
    }
)
_WIDTHS = {
    Kind.LONG_TEXT: 44,
    Kind.TEXT: 26,
    Kind.CODE: 12,
    Kind.INTEGER: 12,
    Kind.DECIMAL: 10,
    Kind.SIGNED: 10,
    Kind.DATE: 13,
    Kind.PARTIAL_DATE: 13,
    Kind.YEAR: 12,
    Kind.MARK: 10,
    Kind.CCCD: 16,
    Kind.AWARD: 32,
    Kind.AWARD_NAME: 32,
    Kind.PATHS: 36,
}
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class _Looks:
    """The cell formats of one workbook."""

    header: Format
    text: Format
    long_text: Format
    day: Format
    number: Format
    plain: Format
    example: Format
    title: Format


def write_empty(path: Path, award_names: Sequence[str], form_names: Sequence[str] = ()) -> None:
    """The empty workbook: every sheet, drop-downs, and one invented row that reading leaves out.

    `award_names` and `form_names` fill the drop-downs of «Danh hiệu/Hình thức» and «Biểu mẫu».
    Raises WorkbookError when the file cannot be written.
    """

    def fill(book: _Book) -> None:
        book.write_guide()
        for sheet in SHEETS:
            page = book.add_sheet(sheet, ())
            book.add_examples(page, sheet)
        book.write_lists(award_names, form_names)

    _write(path, fill)


def write_batch(path: Path, batch: Batch, award_names: Mapping[str, str] = _NO_NAMES) -> None:
    """A whole batch in the layout of the import workbook; reading it gives the batch again.

    `award_names` turns the ids of nominations and votes into the law's names; an id without a
    name is written as it is and is understood too. Raises WorkbookError when the file cannot be
    written or a text is longer than an Excel cell holds.
    """

    def fill(book: _Book) -> None:
        book.write_guide()
        for sheet in SHEETS:
            entries: tuple[Entry[Any], ...] = getattr(batch, sheet.key)
            extras = tuple(dict.fromkeys(name for e in entries for name in e.extra))
            page = book.add_sheet(sheet, extras)
            for row, entry in enumerate(entries, start=1):
                book.write_entry(page, sheet, row, entry, extras, award_names)
        book.write_lists(sorted(award_names.values()), ())

    _write(path, fill)


def write_list(
    path: Path,
    sheet_name: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[object]],
    title: str = "",
) -> None:
    """One plain list (danh-sach.xlsx of a package): a title, a header row, rows of values.

    Text stays text, int and Decimal become numbers, dates become dates, None stays blank.
    Equal arguments give equal bytes. Raises WorkbookError when the file cannot be written.
    """

    def fill(book: _Book) -> None:
        page = book.add_page(sheet_name)
        top = 0
        if title:
            page.write_string(0, 0, title, book.looks.title)
            top = 2
        for column, header in enumerate(headers):
            page.write_string(top, column, header, book.looks.header)
            longest = max((len(show_cell(row[column])) for row in rows), default=0)
            page.set_column(column, column, min(max(len(header), longest, 6) + 2, 50))
        page.freeze_panes(top + 1, 0)
        for number, row in enumerate(rows, start=top + 1):
            for column, value in enumerate(row):
                book.write_value(page, number, column, value)

    _write(path, fill)


def show_cell(value: object) -> str:
    """A value of a list as its reader sees it; "" for None."""
    return "" if value is None else show(value)


def _write(path: Path, fill: Callable[[_Book], None]) -> None:
    with replacing(path, WorkbookError) as staged:
        workbook = xlsxwriter.Workbook(
            str(staged),
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        workbook.set_properties({"created": CREATED})
        fill(_Book(workbook))
        try:
            workbook.close()
        except FileCreateError as cause:
            raise OSError(str(cause)) from cause


class _Book:
    """An open xlsxwriter workbook with its formats."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self.looks = _make_looks(workbook)

    def add_page(self, name: str) -> Worksheet:
        return self._workbook.add_worksheet(name)

    def add_sheet(self, sheet: Sheet, extras: Sequence[str]) -> Worksheet:
        page = self.add_page(sheet.name)
        for number, column in enumerate(sheet.columns):
            page.write_string(0, number, column.header, self.looks.header)
            page.set_column(number, number, _WIDTHS.get(column.kind, 18), self._format(column))
        for number, name in enumerate(extras, start=len(sheet.columns)):
            page.write_string(0, number, name, self.looks.header)
            page.set_column(number, number, 24, self.looks.text)
        page.set_row(0, 48)
        page.freeze_panes(1, 0)
        self._add_drop_downs(page, sheet)
        return page

    def _format(self, column: Column) -> Format:
        if column.kind in _AS_TEXT:
            return self.looks.text
        by_kind = {
            Kind.DATE: self.looks.day,
            Kind.INTEGER: self.looks.number,
            Kind.LONG_TEXT: self.looks.long_text,
        }
        return by_kind.get(column.kind, self.looks.plain)

    def _add_drop_downs(self, page: Worksheet, sheet: Sheet) -> None:
        for number, column in enumerate(sheet.columns):
            place = _list_of(column)
            if place is not None:
                # Abbreviations are read too, so Excel offers the list and refuses nothing.
                page.data_validation(
                    1,
                    number,
                    _DROP_DOWN_ROWS,
                    number,
                    {
                        "validate": "list",
                        "source": f"='{words.LISTS_SHEET}'!{place}",
                        "show_error": False,
                    },
                )

    def add_examples(self, page: Worksheet, sheet: Sheet) -> None:
        example = words.EXAMPLES[sheet.key]
        for number, column in enumerate(sheet.columns):
            value = example.get(column.key)
            if isinstance(value, int):
                page.write_number(1, number, value, self.looks.example)
            elif value is not None:
                page.write_string(1, number, str(value), self.looks.example)
        if sheet.key == "office":
            page.write_string(0, 2, words.HINT_HEADER, self.looks.header)
            page.set_column(2, 2, 60, self.looks.plain)
            for row, (key, hint) in enumerate(words.OFFICE_KEYS, start=2):
                page.write_string(row, 0, key, self.looks.text)
                page.write_string(row, 2, hint, self.looks.example)

    def write_guide(self) -> None:
        page = self.add_page(words.GUIDE_SHEET)
        page.set_column(0, 0, 110, self.looks.long_text)
        page.write_string(0, 0, words.GUIDE[0], self.looks.title)
        for row, line in enumerate(words.GUIDE[1:], start=1):
            page.write_string(row, 0, line, self.looks.long_text)

    def write_lists(self, award_names: Sequence[str], form_names: Sequence[str]) -> None:
        page = self.add_page(words.LISTS_SHEET)
        lists = [[written(m) for m in choices] for choices in _CHOICES]
        for column, values in enumerate([list(award_names), list(form_names), *lists]):
            for row, value in enumerate(values):
                page.write_string(row, column, value, self.looks.plain)
        page.hide()

    def write_entry(
        self,
        page: Worksheet,
        sheet: Sheet,
        row: int,
        entry: Entry[Any],
        extras: Sequence[str],
        award_names: Mapping[str, str],
    ) -> None:
        for number, column in enumerate(sheet.columns):
            value = cell_value(column, getattr(entry.value, column.key), award_names)
            self.write_value(page, row, number, value)
        for number, name in enumerate(extras, start=len(sheet.columns)):
            self.write_value(page, row, number, entry.extra.get(name))

    def write_value(self, page: Worksheet, row: int, column: int, value: object) -> None:
        """Text as text (never a formula), numbers as numbers, dates as dates, blank for None."""
        if value is None or value == "":
            return
        if isinstance(value, date) and value >= _FIRST_TRUE_DAY:
            day = datetime(value.year, value.month, value.day)
            page.write_datetime(row, column, day, self.looks.day)
        elif isinstance(value, int | Decimal) and not isinstance(value, bool) and _fits(value):
            page.write_number(row, column, float(value), self.looks.plain)
        else:
            text = value if isinstance(value, str) else show(value)
            if len(text) > MAX_TEXT:
                name = cast("str", page.get_name())
                raise WorkbookError(
                    "fault.book_text_too_long",
                    sheet=name,
                    row=row + 1,
                    longest=MAX_TEXT,
                    found=len(text),
                )
            page.write_string(row, column, text, self._text_format(text))

    def _text_format(self, text: str) -> Format:
        return self.looks.long_text if "\n" in text or len(text) > 60 else self.looks.text


def _make_looks(workbook: xlsxwriter.Workbook) -> _Looks:
    def look(**more: Any) -> Format:
        return workbook.add_format({"font_name": _FONT, "font_size": 12, "valign": "top", **more})

    return _Looks(
        header=look(bold=True, text_wrap=True, border=1, bg_color="#E7EDF5", valign="vcenter"),
        text=look(num_format="@"),
        long_text=look(text_wrap=True),
        day=look(num_format="dd/mm/yyyy"),
        number=look(num_format="#,##0"),
        plain=look(),
        example=look(italic=True, font_color="#7A7A7A", num_format="@"),
        title=look(bold=True, font_size=14),
    )


_CHOICES: tuple[type[StrEnum], ...] = tuple(
    dict.fromkeys(column.choices for sheet in SHEETS for column in sheet.columns if column.choices)
)
_LIST_ROWS = 200


def _list_of(column: Column) -> str | None:
    """The range of the hidden sheet that fills this column's drop-down."""
    if column.kind in (Kind.AWARD, Kind.AWARD_NAME):
        return f"$A$1:$A${_LIST_ROWS}"
    if column.key == "form" and column.choices is None:
        return f"$B$1:$B${_LIST_ROWS}"
    if column.choices is None:
        return None
    letter = _letter(2 + _CHOICES.index(column.choices))
    return f"${letter}$1:${letter}${len(column.choices)}"


def _letter(number: int) -> str:
    return chr(ord("A") + number)


def cell_value(column: Column, value: Any, award_names: Mapping[str, str]) -> object:
    """The cell of one attribute: str, int, Decimal, date, or None for a blank cell."""
    if value is None:
        return None
    if column.kind is Kind.MARK:
        return words.TRUE_WORD if value else None
    if column.kind is Kind.CHOICE:
        return written(value)
    if column.kind is Kind.AWARD:
        return award_names.get(value, value)
    if isinstance(value, tuple):
        return "; ".join(str(part) for part in cast("tuple[object, ...]", value))
    if isinstance(value, PartialDate):
        return _partial(value)
    return str(value) if column.kind is Kind.YEAR else value


def _partial(value: PartialDate) -> date | str:
    if value.exact is not None:
        return value.exact
    return f"{value.month:02}/{value.year:04}" if value.month else f"{value.year:04}"


def _fits(number: int | Decimal) -> bool:
    """Whether Excel keeps every digit of it."""
    return len(Decimal(number).as_tuple().digits) <= _EXACT_DIGITS
