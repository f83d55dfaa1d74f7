"""Read a finished Word file back: its paragraphs and tables as plain words.

What a clerk edited in Word may cut a word into several runs, use decomposed letters or carry
tracked changes: runs are joined, letters composed, deleted text is not there, inserted text is.
"""

from __future__ import annotations

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from khenthuong.documents.filters import HYPHEN

Element = Any  # lxml's own class has no public name
Row = tuple[str, ...]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TABLE, _ROW, _CELL, _TEXT = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc", "t"))
_SIGNS = {f"{_W}br": " ", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-", f"{_W}cr": " "}
_BODY = "word/document.xml"
_LAST_CELLS = 6
_MAX_BODY = 60_000_000
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,  # an entry under a password
    ValueError,  # an offset before the beginning, a name with a null
)
"""What Python's zip reader raises for what is no zip, or a spoilt one."""
_PIECES = re.compile(r"[,;:()]")


class UnreadablePaperError(Exception):
    """The bytes are no Word file that could be read back."""


@dataclass(frozen=True)
class PaperText:
    """A paper's words. `lines`: every paragraph that is not empty, those in cells too, in order.

    `tables`: rows of cells, nested tables after the one they lie in. `cells`: the paragraphs of
    the last cells that hold no table, where the signatures are.
    """

    lines: tuple[str, ...]
    tables: tuple[tuple[Row, ...], ...]
    cells: tuple[Row, ...]

    @cached_property
    def whole(self) -> str:
        """All words in one line, small letters."""
        return " ".join(self.lines).casefold()

    def holds(self, text: str) -> bool:
        """Whether the words stand somewhere, whatever their capital letters."""
        return words(text).casefold() in self.whole

    @property
    def pieces(self) -> tuple[str, ...]:
        """Lines and their parts between commas: where to look for what stands instead."""
        parts = (part.strip() for line in self.lines for part in _PIECES.split(line))
        return tuple(dict.fromkeys((*self.lines, *filter(None, parts))))


def words(text: str) -> str:
    """NFC, every run of spaces one space, Word's own hyphen a hyphen."""
    return " ".join(unicodedata.normalize("NFC", text).replace(HYPHEN, "-").split())


def body_of(data: bytes) -> bytes:
    """The XML of a paper's body; raises UnreadablePaperError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_BODY).file_size > _MAX_BODY:
                raise UnreadablePaperError(_BODY)
            return archive.read(_BODY)
    except _DAMAGE as cause:
        raise UnreadablePaperError(str(cause)) from cause


def holds_plainly(body: bytes, text: str) -> bool:
    """Whether the body's XML holds the text in one run, as written or in capitals.

    Quick and sure in one direction: False only means that `read_body` must be asked.
    """
    return not text or any(
        escape(form).encode() in body for form in (text, text.upper(), text.replace(" ", "\u00a0"))
    )


def read_body(body: bytes) -> PaperText:
    """The words of a body's XML; raises UnreadablePaperError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as cause:
        raise UnreadablePaperError(str(cause)) from cause
    said = {paragraph: _paragraph(paragraph) for paragraph in root.iter(_P)}
    tables = tuple(_table(table, said) for table in root.iter(_TABLE))
    last = [cell for cell in root.iter(_CELL) if cell.find(_TABLE) is None][-_LAST_CELLS:]
    lines = tuple(line for line in said.values() if line)
    return PaperText(lines, tables, tuple(_lines(cell, said) for cell in last))


def _table(table: Element, said: Mapping[Element, str]) -> tuple[Row, ...]:
    return tuple(
        tuple(" ".join(_lines(cell, said)) for cell in row.iterfind(_CELL))
        for row in table.iterfind(_ROW)
    )


def _lines(within: Element, said: Mapping[Element, str]) -> Row:
    return tuple(line for paragraph in within.iter(_P) if (line := said[paragraph]))


def _paragraph(paragraph: Element) -> str:
    found = [
        (node.text or "") if node.tag == _TEXT else _SIGNS[node.tag]
        for node in paragraph.iter(_TEXT, *_SIGNS)
    ]
    return words("".join(found)) if found else ""
