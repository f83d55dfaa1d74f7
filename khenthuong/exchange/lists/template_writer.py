"""Fills a list into somebody's own workbook: only the cells of the rows, nothing else changes.

The sheet's XML is edited where the cells stand and every other part is copied byte for byte: a
library that loads and saves the whole workbook loses its drop-downs, pictures and settings.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from khenthuong.domain.mapping import Guess, header_key, propose
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import WorkbookError
from khenthuong.exchange.files import replacing
from khenthuong.exchange.lists.files import read_grids
from khenthuong.exchange.lists.layout import (
    ListTable,
    code_columns,
    find_table,
    is_numbering,
    shown,
)
from khenthuong.exchange.workbook_file import Grid, sheet_parts
from khenthuong.exchange.workbook_reader import column_letters

_XLSX = ".xlsx"
_CODED = "ma "
_LEAST_OVERLAP = 0.3
_FILLER = frozenset({"ma", "so", "ten", "neu", "co"})
_DATA = re.compile(r"<sheetData\s*/>|<sheetData>(.*?)</sheetData>", re.DOTALL)
_ROW = re.compile(r"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ATTRIBUTE = re.compile(r"\b(r|s|t)=\"([^\"]*)\"")
_FORMULA = re.compile(r"<f\b[^>]*>([^<]*)</f>")
_LOOKUP = re.compile(
    r"VLOOKUP\(\s*\$?([A-Z]{1,3})\$?(\d+)\s*,\s*(?:'((?:[^']|'')+)'|([\w.]+))!"
    r"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)\s*,\s*(\d+)\s*,\s*(?:0|FALSE\(?\)?)\s*\)"
)
_RANGE = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)")
_VALIDATION = re.compile(
    r"<(?:x14:)?dataValidation\b[^>]*\btype=\"list\"[^>]*>.*?</(?:x14:)?dataValidation>", re.DOTALL
)
_FORMULA_1 = re.compile(r"<(?:x14:)?formula1>(?:<xm:f>)?([^<]*)")
_SQREF = re.compile(r"\bsqref=\"([^\"]*)\"|<xm:sqref>([^<]*)")
_AREA = re.compile(r"([A-Z]+)(\d+)?(?::([A-Z]+)(\d+)?)?")
_DIMENSION = re.compile(r"(<dimension ref=\"[A-Z]+\d+:)([A-Z]+)(\d+)(\"/>)")
_ERROR = re.compile(r"[\x00-\x08\x0b-\x1f]")


@dataclass(frozen=True)
class ListEntry:
    """An entry of one of the template's lists: what is written into the cell, what it means."""

    written: str
    name: str


@dataclass(frozen=True)
class ListTemplate:
    """A workbook to fill in: its table (empty), what its columns are, and which lists they take.

    `entries` by column from 0; a column without a list takes any text. `first_row` (1 = first) is
    the row that the first line goes into.
    """

    path: Path
    table: ListTable
    guesses: tuple[Guess, ...]
    entries: Mapping[int, tuple[ListEntry, ...]]
    first_row: int


def read_template(path: Path, sheet: str = "") -> ListTemplate:
    """Look at a workbook that a list is to be filled into.

    Raises WorkbookError where it is no .xlsx, has no known header, or already holds rows.
    """
    if path.suffix.lower() != _XLSX:
        raise WorkbookError("list.template_not_xlsx", file=path.name)
    grids = read_grids(path)
    tables = [find_table(grid) for grid in grids]
    known = sorted((t for t in tables if t.score), key=lambda t: -t.score)
    table = next((t for t in known if t.sheet == sheet), known[0] if known else None)
    if table is None:
        raise WorkbookError("list.no_table", file=path.name)
    if table.rows:
        raise WorkbookError("list.template_filled", sheet=table.sheet, count=len(table.rows))
    grid = next(one for one in grids if one.name == table.sheet)
    first = table.header_row
    while first < len(grid.rows) and is_numbering([shown(cell) for cell in grid.rows[first]]):
        first += 1
    guesses = propose(table.headers, [()] * len(table.headers))
    xml = _sheet_xml(path, table.sheet)[1]
    entries = {**_coded(table, grids), **_validated(xml, grids, first + 1)}
    return ListTemplate(path, table, guesses, entries, first + 1)


def fill(template: ListTemplate, lines: Sequence[Mapping[int, str | int]], target: Path) -> None:
    """Write the lines into the template's rows and the whole as a new workbook.

    A line gives text or a whole number by column from 0. Text stays text: no cell can become a
    formula. Raises WorkbookError when the rows do not fit above what stands below them, or the file
    cannot be written.
    """
    last = template.first_row + len(lines) - 1
    below = [row for row, _ in template.table.skipped if template.first_row <= row <= last]
    if below:
        rows = below[0] - template.first_row
        raise WorkbookError("list.template_short", rows=rows, wanted=len(lines))
    part, xml = _sheet_xml(template.path, template.table.sheet)
    grids = {grid.name: grid for grid in read_grids(template.path)}
    xml = _Filler(template, grids).filled(xml, lines)
    with replacing(target, WorkbookError) as staged:
        _copy(template.path, staged, part, xml.encode("utf-8"))


def _copy(source: Path, target: Path, part: str, data: bytes) -> None:
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for one in before.infolist():
            content = data if one.filename == part else before.read(one)
            after.writestr(one, content, compress_type=one.compress_type)


def _sheet_xml(path: Path, sheet: str) -> tuple[str, str]:
    with zipfile.ZipFile(path) as archive:
        part = dict(sheet_parts(path, archive)).get(sheet, "")
        if not part:
            raise WorkbookError("list.template_unusual", file=path.name)
        xml = archive.read(part).decode("utf-8-sig")
    if _DATA.search(xml) is None:
        raise WorkbookError("list.template_unusual", file=path.name)
    return part, xml


def _coded(table: ListTable, grids: Sequence[Grid]) -> dict[int, tuple[ListEntry, ...]]:
    """Columns «Mã …» take the codes of the list whose header is most like theirs; other columns
    only those of a list that is called exactly as they are."""
    lists = [one for grid in grids if grid.name != table.sheet for one in code_columns(grid)]
    found: dict[int, tuple[ListEntry, ...]] = {}
    for column, header in enumerate(table.headers):
        key = header_key(header)
        likeness = [(_overlap(key, header_key(one.header)), -n) for n, one in enumerate(lists)]
        best, number = max(likeness, default=(0.0, 0))
        if best >= (_LEAST_OVERLAP if key.startswith(_CODED) else 1.0):
            chosen = lists[-number]
            found[column] = tuple(ListEntry(code, name) for code, name in chosen.entries)
    return found


def _overlap(one: str, other: str) -> float:
    first, second = set(one.split()) - _FILLER, set(other.split()) - _FILLER
    return len(first & second) / max(1, len(first | second))


def _validated(xml: str, grids: Sequence[Grid], row: int) -> dict[int, tuple[ListEntry, ...]]:
    """Columns with a drop-down take its words; the drop-down of the first data row counts."""
    by_name = {grid.name: grid for grid in grids}
    found: dict[int, tuple[ListEntry, ...]] = {}
    for validation in _VALIDATION.findall(xml):
        area, formula = _SQREF.search(validation), _FORMULA_1.search(validation)
        if area is None or formula is None:
            continue
        names = _listed(unescape(formula[1]), by_name)
        entries = tuple(ListEntry(name, name) for name in dict.fromkeys(names))
        for column in _columns_at(area[1] or area[2], row):
            if entries:
                found[column] = entries
    return found


def _listed(formula: str, grids: Mapping[str, Grid]) -> Iterator[str]:
    if formula.startswith('"'):
        yield from (clean(part) for part in formula.strip('"').split(",") if part.strip())
        return
    found = _RANGE.fullmatch(formula)
    if found is None:
        return
    name = (found[1] or found[2]).replace("''", "'")
    if name in grids:
        column, top, bottom = _number(found[3]), int(found[4]), int(found[6])
        for cells in grids[name].rows[top - 1 : bottom]:
            text = shown(cells[column]) if column < len(cells) else ""
            if text:
                yield text


def _columns_at(areas: str, row: int) -> Iterator[int]:
    for area in areas.split():
        found = _AREA.fullmatch(area)
        if found is None:
            continue
        left, right = _number(found[1]), _number(found[3] or found[1])
        top = int(found[2] or 1)
        bottom = int(found[4] or (found[2] if not found[3] else 1 << 20))
        if top <= row <= bottom:
            yield from range(left, right + 1)


def _number(letters: str) -> int:
    """The column from 0 of Excel's letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class _Filler:
    """Edits the rows of one sheet's XML."""

    def __init__(self, template: ListTemplate, grids: Mapping[str, Grid]) -> None:
        self._template = template
        self._grids = grids
        self._styles: dict[int, str] = {}

    def filled(self, xml: str, lines: Sequence[Mapping[int, str | int]]) -> str:
        data = _DATA.search(xml)
        assert data is not None
        rows = self._rows(data[1] or "")
        first = self._template.first_row
        if first in rows:
            self._styles = {n: _attributes(c).get("s", "") for n, c in self._cells(rows[first])}
        for number, line in enumerate(lines, start=first):
            rows[number] = self._row(number, rows.get(number, ""), line)
        body = "".join(rows[number] for number in sorted(rows))
        xml = f"{xml[: data.start()]}<sheetData>{body}</sheetData>{xml[data.end() :]}"
        last = first + len(lines) - 1
        return _DIMENSION.sub(lambda m: _grown(m, last), xml, count=1)

    def _rows(self, body: str) -> dict[int, str]:
        rows: dict[int, str] = {}
        for found in _ROW.finditer(body):
            number = _attributes(found[0]).get("r", "")
            if not number.isdigit():
                raise WorkbookError("list.template_unusual", file=self._template.path.name)
            rows[int(number)] = found[0]
        return rows

    def _cells(self, row: str) -> Iterator[tuple[int, str]]:
        found = _ROW.fullmatch(row)
        for cell in _CELL.finditer(found[2] or "" if found else ""):
            place = re.match(r"[A-Z]+", _attributes(cell[0]).get("r", ""))
            if place is None:
                raise WorkbookError("list.template_unusual", file=self._template.path.name)
            yield _number(place[0]), cell[0]

    def _row(self, number: int, row: str, line: Mapping[int, str | int]) -> str:
        found = _ROW.fullmatch(row)
        opening = f"<row{found[1]}>" if found else f'<row r="{number}">'
        cells = dict(self._cells(row)) if row else {}
        for column, value in line.items():
            before = _attributes(cells.get(column, ""))
            style = before.get("s", "") or self._styles.get(column, "")
            cells[column] = _cell(column, number, value, style)
        for column, cell in cells.items():
            if column not in line and "<f" in cell:
                cells[column] = self._computed(cell, number, line)
        return opening + "".join(cells[column] for column in sorted(cells)) + "</row>"

    def _computed(self, cell: str, number: int, line: Mapping[int, str | int]) -> str:
        """A look-up of a cell just written gets its result; a reader need not compute it."""
        formula = _FORMULA.search(cell)
        lookup = _LOOKUP.fullmatch(unescape(formula[1])) if formula else None
        if formula is None or lookup is None or int(lookup[2]) != number:
            return cell
        wanted = line.get(_number(lookup[1]), "")
        value = self._looked_up(str(wanted), lookup) if wanted != "" else None
        if value is None:
            return cell
        attributes = _attributes(cell)
        style = f' s="{attributes["s"]}"' if "s" in attributes else ""
        is_text = isinstance(value, str)
        kind = ' t="str"' if is_text else ""
        shown_ = escape(value) if isinstance(value, str) else shown(value).replace(",", ".")
        return f'<c r="{attributes["r"]}"{style}{kind}>{formula[0]}<v>{shown_}</v></c>'

    def _looked_up(self, wanted: str, lookup: re.Match[str]) -> Any:
        grid = self._grids.get((lookup[3] or lookup[4]).replace("''", "'"))
        if grid is None:
            return None
        left, offset = _number(lookup[5]), int(lookup[9]) - 1
        for cells in grid.rows[int(lookup[6]) - 1 : int(lookup[8])]:
            if left + offset < len(cells) and shown(cells[left]).casefold() == wanted.casefold():
                return cells[left + offset]
        return None


def _cell(column: int, row: int, value: str | int, style: str) -> str:
    place = f'r="{column_letters(column)}{row}"'
    looks = f' s="{style}"' if style else ""
    if isinstance(value, int):
        return f"<c {place}{looks}><v>{value}</v></c>"
    if not value:
        return f"<c {place}{looks}/>"
    text = escape(_ERROR.sub("", clean(value)))
    return f'<c {place}{looks} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _attributes(element: str) -> dict[str, str]:
    opening = element[: element.find(">")]
    return dict(_ATTRIBUTE.findall(opening))


def _grown(found: re.Match[str], last: int) -> str:
    return f"{found[1]}{found[2]}{max(last, int(found[3]))}{found[4]}"
