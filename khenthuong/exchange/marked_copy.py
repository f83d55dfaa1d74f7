"""A copy of the clerk's own workbook with the faulty cells coloured and explained.

The source is never touched. Everything written is text, never a formula.
"""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from khenthuong.domain.batch import Fault
from khenthuong.errors import WorkbookError
from khenthuong.exchange.columns import bare, match_key
from khenthuong.exchange.files import replacing
from khenthuong.exchange.sheets import find_sheet
from khenthuong.exchange.workbook_reader import HEADER_ROWS, find_header
from khenthuong.texts import say
from khenthuong.texts import workbook as words

_AUTHOR = "Khen Thuong"
_DAMAGE = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    LookupError,  # a style, a shared text, a part that is not there
    ValueError,
    TypeError,
    SyntaxError,  # what both readers of XML make their errors of
)
"""What openpyxl raises for a workbook that the quicker reader could still read."""
_FATAL = PatternFill("solid", fgColor="FFC7CE")
_NOTICE = PatternFill("solid", fgColor="FFEB9C")
_WRAP = Alignment(wrap_text=True, vertical="top")
_WIDTHS = (18, 10, 24, 12, 90, 8)
_COMMENT_SIZE = (360, 140)
_MOST_CELLS = 5_000  # more marks than anybody reads; the list still names all


def write_marked(source: Path, faults: Sequence[Fault], target: Path) -> None:
    """Copy `source` to `target`, mark every fault, and list all on a first sheet with links.

    Raises WorkbookError when the source cannot be opened or the target cannot be written.
    """
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it cannot keep (drop-downs of newer Excels, odd dates).
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(source)
    except _DAMAGE as cause:
        raise WorkbookError("fault.book_damaged", file=source.name) from cause
    places = _Places(workbook)
    cells = [places.cell(fault) for fault in faults]
    _mark_all(faults, cells)
    _list_all(workbook, faults, cells)
    with replacing(target, WorkbookError) as staged:
        workbook.save(staged)
    workbook.close()


class _Places:
    """Finds the cell of a fault in the clerk's workbook, whatever the order of the columns."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._columns: dict[str, dict[str, int]] = {}

    def cell(self, fault: Fault) -> Cell | None:
        page = self._page(fault.place.sheet)
        if page is None:
            return None
        row = max(fault.place.row, 1)
        column = self._columns_of(page).get(match_key(fault.place.column), 1)
        cell = page.cell(row, column)
        # Inside a merged area only its first cell can be marked.
        for area in page.merged_cells.ranges:
            if cell.coordinate in area:
                cell = page.cell(area.min_row, area.min_col)
        return cell if isinstance(cell, Cell) else None

    def _page(self, name: str) -> Worksheet | None:
        for page in self._workbook.worksheets:
            if page.title == name or match_key(page.title) == match_key(name):
                return page
        return None

    def _columns_of(self, page: Worksheet) -> dict[str, int]:
        if page.title not in self._columns:
            self._columns[page.title] = _find_columns(page)
        return self._columns[page.title]


def _find_columns(page: Worksheet) -> dict[str, int]:
    sheet = find_sheet(page.title)
    top = [list(row) for row in page.iter_rows(max_row=HEADER_ROWS, values_only=True)]
    header = find_header(top, sheet) if sheet else None
    if header is None:
        return {}
    found = {match_key(bare(name)): at + 1 for at, name in header.extras.items()}
    found.update({match_key(column.name): at + 1 for at, column in header.columns.items()})
    return found


def _mark_all(faults: Sequence[Fault], cells: Sequence[Cell | None]) -> None:
    by_cell: dict[tuple[str, str], tuple[Cell, list[Fault]]] = {}
    for fault, cell in zip(faults, cells, strict=True):
        if cell is not None and len(by_cell) < _MOST_CELLS:
            key = (str(cell.parent.title), str(cell.coordinate))
            by_cell.setdefault(key, (cell, []))[1].append(fault)
    for cell, here in by_cell.values():
        _mark(cell, here)


def _mark(cell: Cell, faults: Sequence[Fault]) -> None:
    cell.fill = _FATAL if any(fault.fatal for fault in faults) else _NOTICE
    text = "\n".join(say(fault.code, fault.arguments) for fault in faults)
    if cell.comment is not None:
        text = f"{text}\n\n{cell.comment.text}"
    comment = Comment(text, _AUTHOR)
    comment.width, comment.height = _COMMENT_SIZE
    cell.comment = comment


def _list_all(workbook: Workbook, faults: Sequence[Fault], cells: Sequence[Cell | None]) -> None:
    if words.FAULTS_SHEET in workbook.sheetnames:
        # A marked copy that was corrected in place and is marked again.
        del workbook[words.FAULTS_SHEET]
    page = workbook.create_sheet(words.FAULTS_SHEET, 0)
    workbook.active = 0
    for other in workbook.worksheets[1:]:
        other.sheet_view.tabSelected = False
    for number, (header, width) in enumerate(zip(words.FAULT_HEADERS, _WIDTHS, strict=True), 1):
        _write(page, 1, number, header).font = Font(bold=True)
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A2"
    order = sorted(range(len(faults)), key=lambda at: not faults[at].fatal)
    for row, at in enumerate(order, start=2):
        _list_one(page, row, faults[at], cells[at])


def _list_one(page: Worksheet, row: int, fault: Fault, cell: Cell | None) -> None:
    place = cell.coordinate if cell is not None and fault.place.row else words.WHOLE_SHEET
    level = words.FAULT_FATAL if fault.fatal else words.FAULT_NOTICE
    values = (fault.place.sheet, place, fault.place.column, level, say(fault.code, fault.arguments))
    for number, value in enumerate(values, start=1):
        _write(page, row, number, value)
    page.cell(row, 4).fill = _FATAL if fault.fatal else _NOTICE
    if cell is not None:
        link = _write(page, row, len(values) + 1, words.GO_TO)
        title = str(cell.parent.title).replace("'", "''")
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{title}'!{cell.coordinate}")
        link.font = Font(underline="single", color="0563C1")


def _write(page: Worksheet, row: int, column: int, text: str) -> Cell:
    """A text cell: openpyxl would take «=…» for a formula, so the type is set afterwards."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in "=+-@"
    cell.alignment = _WRAP
    return cell
