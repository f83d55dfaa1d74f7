"""Opens a list from outside as grids of cells: .xlsx, the old .xls, and .csv in its encodings."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from khenthuong.errors import WorkbookError
from khenthuong.exchange.lists.legacy_text import Letters, detect, possible
from khenthuong.exchange.workbook_file import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILE,
    MAX_ROWS,
    Grid,
    open_grids,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))
_TEXT_ENDINGS = frozenset({".csv", ".txt", ".tsv"})
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ";\t,|"
_SNIFFED_LINES = 30
_PROBED = 4096


def read_grids(path: Path) -> tuple[Grid, ...]:
    """All sheets of a list; a .csv is one sheet named as the file.

    Raises WorkbookError, with the remedy, for what is none of these or is too large.
    """
    ending = path.suffix.lower()
    if ending in _TEXT_ENDINGS:
        return (_read_text(path),)
    if ending == ".xls":
        return _read_old(path)
    with open_grids(path) as grids:
        return tuple(grids)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise WorkbookError("fault.book_file_large", file=path.name, longest=MAX_FILE >> 20)
        data = path.read_bytes()
    except OSError as cause:
        raise WorkbookError("error.cannot_read", path=path, reason=cause.strerror) from cause
    if not data:
        raise WorkbookError("fault.book_empty_file", file=path.name)
    return data


def _read_old(path: Path) -> tuple[Grid, ...]:
    data = _bytes(path)
    if not data.startswith(_OLE):
        raise WorkbookError("list.not_old_excel", file=path.name)
    if any(mark in data for mark in _ENCRYPTED):
        raise WorkbookError("fault.book_encrypted", file=path.name)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except CalamineError as cause:
        code = "fault.book_encrypted" if "assword" in str(cause) else "fault.book_damaged"
        raise WorkbookError(code, file=path.name) from cause
    try:
        return tuple(_old_sheet(path, workbook, name) for name in workbook.sheet_names)
    finally:
        workbook.close()


def _old_sheet(path: Path, workbook: CalamineWorkbook, name: str) -> Grid:
    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError as cause:
        raise WorkbookError("fault.book_damaged", file=path.name) from cause
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        raise WorkbookError("fault.book_too_large", file=path.name)
    rows = sheet.to_python(skip_empty_area=False)
    merged = tuple(sheet.merged_cell_ranges or ())
    for (top, left), (bottom, _) in merged:
        for row in range(top + 1, min(bottom + 1, len(rows))):
            rows[row][left] = rows[top][left]
    return Grid(name, [row[:MAX_COLUMNS] for row in rows], {}, merged)


def _read_text(path: Path) -> Grid:
    text = _decoded(path, _bytes(path))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    rows: list[list[object]] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        for row in reader:
            if len(rows) >= MAX_ROWS or len(row) > MAX_COLUMNS:
                raise WorkbookError(
                    "fault.book_sheet_large",
                    file=path.name,
                    sheet=path.stem,
                    rows=MAX_ROWS,
                    columns=MAX_COLUMNS,
                )
            rows.append([_from_excel(cell) for cell in row])
    except csv.Error as cause:
        raise WorkbookError("list.csv_damaged", file=path.name, line=reader.line_num) from cause
    width = max(map(len, rows), default=0)
    return Grid(path.stem, [row + [""] * (width - len(row)) for row in rows], {})


def _from_excel(cell: str) -> str:
    # ="0012": how Excel is made to keep zeros in a CSV.
    if cell.startswith('="') and cell.endswith('"') and len(cell) > len('=""'):
        return cell[2:-1]
    return cell


def _decoded(path: Path, data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(path, data, encoding)
    head = data[:_PROBED]
    if head.count(0) > len(head) // 10:
        odd = head[1::2].count(0) >= head[::2].count(0)
        return _decode(path, data, "utf-16-le" if odd else "utf-16-be")
    if b"\0" in data:
        raise WorkbookError("list.not_text", file=path.name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(data)


def _decode(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as cause:
        raise WorkbookError("list.not_text", file=path.name) from cause


def _one_byte(data: bytes) -> str:
    """Windows-1258 where its words are Vietnamese; else the bytes of a TCVN3 or VNI font."""
    windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    plain = data.decode("latin-1")
    words = [word for word in windows.split() if not word.isascii() and word.isalpha()]
    sensible = sum(map(possible, words))
    if detect(plain.split()).letters is Letters.UNICODE or 10 * sensible >= 9 * len(words) > 0:
        return windows
    return plain


def _delimiter(text: str) -> str:
    """The sign that cuts most lines into the same number of cells, at least two."""
    lines = "\n".join(text.splitlines()[:_SNIFFED_LINES])
    best, most = ";", 0
    for sign in _DELIMITERS:
        cells = Counter(len(row) for row in csv.reader(io.StringIO(lines), delimiter=sign))
        found = max((times * width for width, times in cells.items() if width > 1), default=0)
        if found > most:
            best, most = sign, found
    return best
