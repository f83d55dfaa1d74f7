"""Statistical tables as an Excel workbook: a sheet each, merged heads, sums as formulas.

A sum is a formula only where it is one: a total over rows that count every line once. Its value is
written beside it, so that a program that does not calculate shows the same figure. Percentages are
texts («65,2 %»), never fractions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from khenthuong import texts
from khenthuong.domain.statistics import Figure, Measure, RowKind, Table, millions
from khenthuong.domain.statistics_layout import all_columns, depth, head_cells, numbered
from khenthuong.errors import WorkbookError
from khenthuong.exchange.files import replacing
from khenthuong.exchange.workbook_writer import CREATED

_FONT = "Times New Roman"
_TOP = 5
"""Rows above the heads: office and label, title, period, unit, one empty."""
_NAME_WIDTH, _MARK_WIDTH, _FIGURE_WIDTH = 38, 9, 11
_LONG = 12
_MOST_SHEET_NAME = 31
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_FORMATS: Mapping[Measure, str] = MappingProxyType(
    {Measure.COUNT: "#,##0", Measure.MONEY: "#,##0.0", Measure.DONG: "#,##0"}
)


@dataclass(frozen=True)
class Sheet:
    """A table with the words around it: the office, and its notes."""

    table: Table
    office: str
    notes: tuple[str, ...] = ()


def write_statistics(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write the tables into one workbook, a sheet each; raises WorkbookError when it cannot be."""
    with replacing(path, WorkbookError) as staged:
        book = xlsxwriter.Workbook(str(staged), {"strings_to_formulas": False})
        book.set_properties({"created": CREATED})
        looks = _Looks(book)
        used: set[str] = set()
        for sheet in sheets:
            page = book.add_worksheet(_sheet_name(sheet.table, used))
            _Page(page, looks, sheet).write()
        try:
            book.close()
        except FileCreateError as cause:
            raise OSError(str(cause)) from cause


def _sheet_name(table: Table, used: set[str]) -> str:
    plain = _NOT_IN_NAME.sub("", table.label or table.title).strip(" '")
    name = plain[:_MOST_SHEET_NAME].strip()
    place = 2
    while name.casefold() in used:
        tail = f" ({place})"
        name, place = plain[: _MOST_SHEET_NAME - len(tail)] + tail, place + 1
    used.add(name.casefold())
    return name


class _Looks:
    """The cell formats of one workbook, made when first asked for."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **wanted: object) -> Format:
        """The format with these properties."""
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            given = {"font_name": _FONT, "font_size": 11, "valign": "vcenter", **wanted}
            self._made[key] = self._book.add_format(given)
        return self._made[key]

    def cell(self, *, bold: bool = False, **wanted: object) -> Format:
        """A bordered cell."""
        return self.of(border=1, bold=bold, text_wrap=True, **wanted)


class _Page:
    """One sheet being written."""

    def __init__(self, page: Worksheet, looks: _Looks, sheet: Sheet) -> None:
        self._page, self._looks, self._sheet = page, looks, sheet
        self._table = sheet.table
        self._definition = sheet.table.definition
        self._columns = all_columns(self._definition)
        self._heads = len(self._definition.heads)

    def write(self) -> None:
        """The whole sheet."""
        self._set_page()
        self._write_top()
        first = self._write_heads()
        for place in range(len(self._table.rows)):
            self._write_row(first + place, place, first)
        self._write_notes(first + len(self._table.rows) + 1)

    def _set_page(self) -> None:
        page = self._page
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
        for place, column in enumerate(self._columns):
            page.set_column(place, place, self._width(place, column.measure))

    def _width(self, place: int, measure: Measure) -> int:
        if place >= self._heads:
            return _NAME_WIDTH // 2 + 6 if measure is Measure.TEXT else _FIGURE_WIDTH
        longest = max((len(row.row.marks[place]) for row in self._table.rows), default=0)
        return _NAME_WIDTH if longest > _LONG else max(_MARK_WIDTH, longest + 2)

    def _write_top(self) -> None:
        last = len(self._columns) - 1
        bold = self._looks.of(bold=True)
        self._page.write_string(0, 0, self._sheet.office, bold)
        self._page.write_string(
            0, last, self._table.label, self._looks.of(bold=True, align="right")
        )
        centre = {"align": "center", "text_wrap": True}
        self._merge(1, self._table.title, self._looks.of(bold=True, font_size=14, **centre))
        self._merge(2, self._table.subtitle, self._looks.of(italic=True, **centre))
        if self._table.unit:
            right = self._looks.of(italic=True, align="right")
            self._page.write_string(3, last, self._table.unit, right)

    def _merge(self, row: int, text: str, looks: Format) -> None:
        last = len(self._columns) - 1
        if last:
            self._page.merge_range(row, 0, row, last, text, looks)
        else:
            self._page.write_string(row, 0, text, looks)

    def _write_heads(self) -> int:
        """The heads; returns the first row of figures."""
        looks = self._looks.cell(bold=True, align="center")
        for cell in head_cells(self._definition):
            row, column = _TOP + cell.row, cell.column
            last_row, last_column = row + cell.rows - 1, column + cell.columns - 1
            if (row, column) == (last_row, last_column):
                self._page.write_string(row, column, cell.text, looks)
            else:
                self._page.merge_range(row, column, last_row, last_column, cell.text, looks)
        end = _TOP + depth(self._definition)
        for level in range(_TOP, end):
            self._page.set_row(level, 46 if level == end - 1 else 32)
        if numbered(self._definition):
            small = self._looks.cell(align="center", font_size=9)
            for place, column in enumerate(self._columns):
                self._page.write_string(end, place, column.number, small)
            end += 1
        self._page.repeat_rows(_TOP, end - 1)
        self._page.freeze_panes(end, self._heads)
        return end

    def _write_row(self, at: int, place: int, first: int) -> None:
        row = self._table.rows[place]
        bold = row.row.kind in (RowKind.HEADING, RowKind.TOTAL)
        for column, text in enumerate(row.row.marks):
            side = "left" if len(text) > _LONG or self._is_name(column) else "center"
            self._page.write_string(at, column, text, self._looks.cell(bold=bold, align=side))
        for index, figure in enumerate(row.figures):
            self._write_figure(at, index, figure, first, bold=bold)

    def _is_name(self, place: int) -> bool:
        return any(len(row.row.marks[place]) > _LONG for row in self._table.rows)

    def _write_figure(self, at: int, index: int, figure: Figure, first: int, *, bold: bool) -> None:
        column, measure = self._heads + index, self._definition.columns[index].measure
        shown = _FORMATS.get(measure)
        if figure.value is None or shown is None:
            side = "left" if measure is Measure.TEXT else "center"
            looks = self._looks.cell(bold=bold, align=side)
            self._page.write_string(at, column, figure.text, looks)
            return
        looks = self._looks.cell(bold=bold, align="right", num_format=shown)
        value = float(millions(figure.value)) if measure is Measure.MONEY else figure.value
        if self._adds_up(at - first, index):
            above = xl_rowcol_to_cell(first, column), xl_rowcol_to_cell(at - 1, column)
            formula = f"=SUM({above[0]}:{above[1]})"
            self._page.write_formula(at, column, formula, looks, value)  # type: ignore[arg-type]
        else:
            self._page.write_number(at, column, value, looks)

    def _adds_up(self, place: int, index: int) -> bool:
        """Whether a total's cell is the sum of what the cells above show."""
        rows = self._table.rows
        if rows[place].row.kind is not RowKind.TOTAL:
            return False
        measure = self._definition.columns[index].measure
        above = sum(_shown(measure, row.figures[index].value) for row in rows[:place])
        return above == _shown(measure, rows[place].figures[index].value)

    def _write_notes(self, at: int) -> None:
        if not self._sheet.notes:
            return
        italic = self._looks.of(italic=True)
        self._page.write_string(at, 0, texts.say("statistics.notes"), italic)
        for place, note in enumerate(self._sheet.notes, start=1):
            self._page.write_string(at + place, 0, f"– {note}", italic)


def _shown(measure: Measure, value: int | None) -> int:
    """The value as its cell shows it, in the last place shown: tenths of a million, or units."""
    if measure is Measure.MONEY:
        return int(millions(value or 0) * 10)
    return value or 0
