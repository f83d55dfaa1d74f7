"""A drawing as an enhanced metafile: the picture format that every Word prints sharply.

Written by hand, because it takes no more than what stands here, needs no library and no font file,
and gives the same bytes everywhere. One unit is a hundredth of a millimetre. Letters stand where
the widths of Times New Roman put them, whatever computer shows them. Source: [MS-EMF].
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from khenthuong.documents.layout.widths import text_width
from khenthuong.domain.plots.marks import MM_PER_POINT, Area, Drawing, Ink, Line, Words, pieces

_FONT = "Times New Roman"
_HEADER, _POLYGON, _POLYLINE, _EOF = 1, 3, 4, 14
_BACK_MODE, _TEXT_ALIGN, _TEXT_COLOUR = 18, 22, 24
_SELECT, _PEN, _BRUSH, _DELETE, _FONT_MADE, _TEXT = 37, 38, 39, 40, 82, 84
_TRANSPARENT, _BASELINE = 1, 24
_NO_PEN, _NO_BRUSH = 0x80000008, 0x80000005
_SIGNATURE, _VERSION, _HEADER_SIZE = 0x464D4520, 0x10000, 108
_SHEET_MM = (210, 297)
_BOUNDS = struct.pack("<iiii", 0, 0, -1, -1)
_VIETNAMESE = 163
_TEXT_START = 76
INKS: dict[Ink, str] = {
    Ink.INK: "000000",
    Ink.SOFT: "333333",
    Ink.LINE: "C8C8C8",
    Ink.EDGE: "555555",
    Ink.GROUND: "FFFFFF",
    Ink.PALE: "F4F4F4",
    Ink.ONE: "0B5A93",
    Ink.TWO: "A84300",
    Ink.THREE: "006B4F",
    Ink.FOUR: "8F3F6C",
}
"""The colours on paper."""


def measure(text: str, size: float, bold: bool) -> float:
    """How wide a text prints, in mm."""
    return text_width(text, size, bold=bold)


def metafile(drawing: Drawing) -> bytes:
    """The drawing as the bytes of an EMF file."""
    writer = _Writer()
    writer.add(_BACK_MODE, struct.pack("<I", _TRANSPARENT))
    writer.add(_TEXT_ALIGN, struct.pack("<I", _BASELINE))
    for mark in drawing.marks:
        if isinstance(mark, Line):
            writer.line(mark)
        elif isinstance(mark, Area):
            writer.area(mark)
        else:
            writer.words(mark)
    return writer.finish(drawing.width, drawing.height)


@dataclass
class _Writer:
    """Records in their order; pens, brushes and fonts are made once and kept."""

    records: list[bytes] = field(default_factory=list[bytes])
    made: dict[tuple[object, ...], int] = field(default_factory=dict[tuple[object, ...], int])
    selected: dict[int, int] = field(default_factory=dict[int, int])
    colour: int | None = None

    def add(self, kind: int, data: bytes) -> None:
        """Add a record."""
        self.records.append(struct.pack("<II", kind, 8 + len(data)) + data)

    def line(self, mark: Line) -> None:
        """Draw a line or its dashes."""
        self._select(_PEN, self._pen(mark.ink, mark.width))
        for points in pieces(mark):
            self._points(_POLYLINE, points)

    def area(self, mark: Area) -> None:
        """Draw a closed shape."""
        self._select(_PEN, self._pen(mark.edge, mark.width) if mark.edge else _NO_PEN)
        self._select(_BRUSH, self._brush(mark.fill) if mark.fill else _NO_BRUSH)
        self._points(_POLYGON, mark.points)

    def words(self, mark: Words) -> None:
        """Write one line, every letter at its place."""
        self._select(_FONT_MADE, self._font(mark.size, mark.bold))
        colour = _colour(mark.ink)
        if colour != self.colour:
            self.add(_TEXT_COLOUR, struct.pack("<I", colour))
            self.colour = colour
        letters = mark.text.encode("utf-16-le")
        count = len(letters) // 2
        padded = letters + b"\0" * (-len(letters) % 4)
        head = _BOUNDS + struct.pack("<Iff", 1, 1.0, 1.0)
        place = struct.pack("<iiII", _unit(mark.x), _unit(mark.y), count, _TEXT_START)
        place += struct.pack("<I", 0) + _BOUNDS + struct.pack("<I", _TEXT_START + len(padded))
        steps = struct.pack(f"<{count}I", *_advances(mark))
        self.add(_TEXT, head + place + padded + steps)

    def finish(self, width: float, height: float) -> bytes:
        """The whole file: header, records, end."""
        for number in self.made.values():
            self.add(_DELETE, struct.pack("<I", number))
        self.add(_EOF, struct.pack("<III", 0, 16, 20))
        body = b"".join(self.records)
        size = (_unit(width), _unit(height))
        head = struct.pack("<iiii", 0, 0, *size) * 2
        head += struct.pack(
            "<IIIIHHIII",
            _SIGNATURE,
            _VERSION,
            _HEADER_SIZE + len(body),
            len(self.records) + 1,
            len(self.made) + 1,
            0,
            0,
            0,
            0,
        )
        head += struct.pack("<ii", *(100 * mm for mm in _SHEET_MM))
        head += struct.pack("<ii", *_SHEET_MM) + struct.pack("<III", 0, 0, 0)
        head += struct.pack("<ii", *(1000 * mm for mm in _SHEET_MM))
        return struct.pack("<II", _HEADER, _HEADER_SIZE) + head + body

    def _points(self, kind: int, points: Sequence[tuple[float, float]]) -> None:
        units = [_unit(value) for point in points for value in point]
        count = struct.pack("<I", len(points))
        self.add(kind, _BOUNDS + count + struct.pack(f"<{len(units)}i", *units))

    def _select(self, kind: int, number: int) -> None:
        if self.selected.get(kind) != number:
            self.add(_SELECT, struct.pack("<I", number))
            self.selected[kind] = number

    def _pen(self, ink: Ink, width: float) -> int:
        data = struct.pack("<IiiI", 0, max(1, _unit(width)), 0, _colour(ink))
        return self._object(_PEN, data, (ink, width))

    def _brush(self, ink: Ink) -> int:
        return self._object(_BRUSH, struct.pack("<III", 0, _colour(ink), 0), (ink,))

    def _font(self, size: float, bold: bool) -> int:
        height = -_unit(size * MM_PER_POINT)
        weight = 700 if bold else 400
        data = struct.pack("<iiiii8B", height, 0, 0, 0, weight, 0, 0, 0, _VIETNAMESE, 0, 0, 0, 0)
        data += _FONT.encode("utf-16-le").ljust(64, b"\0")
        return self._object(_FONT_MADE, data.ljust(320, b"\0"), (size, bold))

    def _object(self, kind: int, data: bytes, key: tuple[object, ...]) -> int:
        known = self.made.get((kind, *key))
        if known is not None:
            return known
        number = len(self.made) + 1
        self.made[(kind, *key)] = number
        self.add(kind, struct.pack("<I", number) + data)
        return number


def _advances(mark: Words) -> Iterable[int]:
    """How far each letter moves on; rounding errors do not add up."""
    starts = [_unit(measure(mark.text[:end], mark.size, mark.bold)) for end in _ends(mark.text)]
    return (last - first for first, last in zip([0, *starts], starts, strict=False))


def _ends(text: str) -> Iterable[int]:
    return range(1, len(text) + 1)


def _unit(mm: float) -> int:
    return round(mm * 100)


def _colour(ink: Ink) -> int:
    red, green, blue = bytes.fromhex(INKS[ink])
    return red | green << 8 | blue << 16
