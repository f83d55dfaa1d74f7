"""Opens an .xlsx that comes from outside: refuses what is none, and what would fill the memory.

calamine turns an error value into a blank cell and makes room for every cell up to the last one,
so the sheets' XML is looked through before it is asked.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from khenthuong.domain.names import OWNER_FILE
from khenthuong.errors import WorkbookError

MAX_FILE = 50 << 20
"""Bytes of the file itself."""
MAX_PART = 150 << 20
"""Bytes of one part, unpacked."""
MAX_TOTAL = 400 << 20
"""Bytes of all parts, unpacked."""
MAX_PARTS = 2_000
MAX_ROWS = 99_999
MAX_COLUMNS = 104
MAX_CELLS = 5_000_000

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CELL = rb"<(?:\w+:)?c\s"
_TOO_FAR = re.compile(
    _CELL + rb"[^>]*?\br\s*=\s*[\"']"
    rb"(?:(?:[A-Z]{3,}|[D-Z][A-Z])\d+|[A-Z]{1,2}\d{6,})[\"'][^>]*[^/]>",
    re.IGNORECASE,
)
_ERROR = re.compile(_CELL + rb"([^>]*\bt=\"e\"[^>]*)>(?:(?!</c>).)*?<v>([^<]*)</v>", re.DOTALL)
_NOT_COMPUTED = re.compile(
    _CELL + rb"([^>]*)>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_REFERENCE = re.compile(rb"\br=\"([A-Z]+)(\d+)\"")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


_DAMAGE = (
    CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    OSError,
    LookupError,  # a part that is not there, an encoding that nobody knows
    EOFError,
    NotImplementedError,
    RuntimeError,  # an entry under a password
    ValueError,  # an offset before the beginning
    struct.error,
)


@dataclass(frozen=True)
class Grid:
    """One sheet: rows of raw cells from A1, and cells that hold an error or were not computed.

    `broken`: by (row, column) from 0, the error value («#REF!») or "" for a formula whose result
    the file does not hold.
    """

    name: str
    rows: list[list[Any]]
    broken: Mapping[tuple[int, int], str]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


@contextmanager
def open_grids(path: Path) -> Generator[Iterator[Grid]]:
    """The sheets of a workbook one after the other; raises WorkbookError with the remedy."""
    _refuse_by_look(path)
    try:
        broken = _look_through(path)
        workbook = CalamineWorkbook.from_path(str(path))
    except _DAMAGE as cause:
        raise WorkbookError("fault.book_damaged", file=path.name) from cause
    try:
        yield _grids(path, workbook, broken)
    finally:
        workbook.close()


def _grids(
    path: Path, workbook: CalamineWorkbook, broken: Mapping[str, Mapping[tuple[int, int], str]]
) -> Iterator[Grid]:
    for name in workbook.sheet_names:
        try:
            sheet = workbook.get_sheet_by_name(name)
        except CalamineError as cause:
            raise WorkbookError("fault.book_damaged", file=path.name) from cause
        if sheet.total_height * sheet.total_width > MAX_CELLS:
            raise _too_large(path)
        rows = sheet.to_python(skip_empty_area=False)
        _fill_merged(sheet, rows)
        merged = tuple(sheet.merged_cell_ranges or ())
        yield Grid(name, rows, broken.get(name, {}), merged)


def _fill_merged(sheet: CalamineSheet, rows: list[list[Any]]) -> None:
    """A cell merged downwards holds for every row it covers; merged sideways only the first."""
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if bottom > top and top < len(rows) and left < len(rows[top]):
            for row in range(top + 1, min(bottom + 1, len(rows))):
                rows[row][left] = rows[top][left]


def _refuse_by_look(path: Path) -> None:
    if path.name.startswith(OWNER_FILE):
        raise WorkbookError("fault.book_owner_file", file=path.name, meant=path.name[2:])
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(8)
    except OSError as cause:
        raise WorkbookError("error.cannot_read", path=path, reason=cause.strerror) from cause
    if size > MAX_FILE:
        raise WorkbookError("fault.book_file_large", file=path.name, longest=MAX_FILE >> 20)
    if head == _OLE:
        encrypted = _ENCRYPTED in path.read_bytes()
        code = "fault.book_encrypted" if encrypted else "fault.book_old_format"
        raise WorkbookError(code, file=path.name)
    if not head.startswith(_ZIP):
        empty = size == 0
        raise WorkbookError(
            "fault.book_empty_file" if empty else "fault.book_not_excel", file=path.name
        )
    if path.suffix.lower() != ".xlsx":
        code = "fault.book_macro" if path.suffix.lower() == ".xlsm" else "fault.book_renamed"
        raise WorkbookError(code, file=path.name)


def _look_through(path: Path) -> dict[str, Mapping[tuple[int, int], str]]:
    with zipfile.ZipFile(path) as archive:
        _refuse_parts(path, archive)
        found: dict[str, Mapping[tuple[int, int], str]] = {}
        for name, part in sheet_parts(path, archive):
            data = archive.read(part)
            if _TOO_FAR.search(data):
                raise _too_large(path, sheet=name)
            found[name] = _broken_cells(data)
        return found


def _refuse_parts(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise WorkbookError("fault.book_encrypted", file=path.name)
    if "xl/workbook.xml" not in names:
        raise WorkbookError("fault.book_not_excel", file=path.name)
    if "xl/vbaProject.bin" in names:
        raise WorkbookError("fault.book_macro", file=path.name)
    if (
        len(parts) > MAX_PARTS
        or any(part.file_size > MAX_PART for part in parts)
        or sum(part.file_size for part in parts) > MAX_TOTAL
    ):
        raise _too_large(path)
    # Reading checks sizes and CRCs: a part that lies about itself stops here.
    for part in parts:
        if part.filename.endswith(".xml") and "worksheets/" not in part.filename:
            archive.read(part)


def sheet_parts(path: Path, archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets of a workbook with the part of the archive that holds each."""
    relations = {
        str(one.get("Id")): str(one.get("Target"))
        for one in _parse(path, archive.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in _parse(path, archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = relations.get(str(sheet.get(_RELATION)), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if PurePosixPath(part).suffix == ".xml" and part in archive.NameToInfo:
            yield str(sheet.get("name")), part


def _parse(path: Path, data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise WorkbookError("fault.book_damaged", file=path.name)
    return ElementTree.fromstring(data)


def _broken_cells(data: bytes) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    if b't="e"' in data:
        for match in _ERROR.finditer(data):
            _note(found, match[1], match[2].decode("utf-8", "replace"))
    if b"<f" in data:
        for match in _NOT_COMPUTED.finditer(data):
            if b't="str"' not in match[1]:
                _note(found, match[1], "")
    return found


def _note(found: dict[tuple[int, int], str], attributes: bytes, value: str) -> None:
    if place := _REFERENCE.search(attributes):
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - ord("A") + 1
        found[int(place[2]) - 1, column - 1] = value


def _too_large(path: Path, sheet: str = "") -> WorkbookError:
    code = "fault.book_sheet_large" if sheet else "fault.book_too_large"
    return WorkbookError(code, file=path.name, sheet=sheet, rows=MAX_ROWS, columns=MAX_COLUMNS)
