"""A one-page PDF written by hand: no font file is needed, so the bytes are the same everywhere.

Letters are Courier, which every reader has; Vietnamese marks are drawn as strokes above and below
them, and /ActualText gives the true text to search and copy.
"""

from __future__ import annotations

import textwrap
import unicodedata

_WIDTH, _HEIGHT = 595, 842
_LEFT, _TOP = 62, 770
_COLUMNS = 66
_TONES = {
    "\u0301": "28 0 m 46 16 l S",
    "\u0300": "12 16 m 30 0 l S",
    "\u0309": "22 16 m 40 20 38 6 28 8 c 28 1 l S",
    "\u0303": "10 2 m 18 16 36 -4 48 12 c S",
}
_HATS = {"\u0302": "12 0 m 30 14 l 48 0 l S", "\u0306": "14 12 m 20 -4 40 -4 46 12 c S"}
_HORN, _DOT = "\u031b", "\u0323"


def page(title: str, paragraphs: list[str], closing: str) -> bytes:
    """A PDF file of one page: a bold-looking title, paragraphs, and who confirmed."""
    lines: list[tuple[str, int]] = [(line, 12) for line in textwrap.wrap(title.upper(), 46)]
    lines.append(("", 10))
    for paragraph in paragraphs:
        lines += [(line, 10) for line in textwrap.wrap(paragraph, _COLUMNS)]
        lines.append(("", 6))
    lines += [(line.rjust(_COLUMNS), 10) for line in textwrap.wrap(closing, 52)]
    return _file(_content(lines), title)


def _content(lines: list[tuple[str, int]]) -> bytes:
    parts, y = ["1 J 1 j 0.7 w"], _TOP
    for line, size in lines:
        if line.strip():
            parts.append(_line(line, _LEFT, y, size))
        y -= size + 6
    return "\n".join(parts).encode("ascii")


def _line(text: str, x: float, y: float, size: int) -> str:
    pairs = [_split(letter) for letter in unicodedata.normalize("NFC", text)]
    shown = "".join(base for base, _ in pairs)
    for sign in "\\()":
        shown = shown.replace(sign, "\\" + sign)
    actual = unicodedata.normalize("NFC", text).encode("utf-16-be").hex().upper()
    strokes = [
        _marks(base, marks, x + 0.6 * size * place, y, size)
        for place, (base, marks) in enumerate(pairs)
        if marks
    ]
    return "\n".join(
        [
            f"/Span <</ActualText <FEFF{actual}>>> BDC",
            f"BT /F1 {size} Tf {x:g} {y:g} Td ({shown}) Tj ET",
            "EMC",
            *strokes,
        ]
    )


def _split(letter: str) -> tuple[str, str]:
    if letter in "đĐ":
        return ("d" if letter == "đ" else "D"), "-"
    if letter in "«»":
        return '"', ""
    decomposed = unicodedata.normalize("NFD", letter.replace("²", "2").replace("³", "3"))
    base = decomposed[0] if decomposed[0].isascii() else "-"
    return base, decomposed[1:]


def _marks(base: str, marks: str, x: float, y: float, size: int) -> str:
    height, parts = (57 if base.isupper() else 46) + 4, list[str]()
    for mark in sorted(marks, key=lambda sign: sign in _TONES):
        if mark in _HATS or mark in _TONES:
            parts.append(_placed({**_HATS, **_TONES}[mark], x, y, size, height))
            height += 18
        elif mark == _HORN:
            parts.append(_placed("46 -6 m 56 -4 56 8 52 12 c S", x, y, size, height - 6))
        elif mark == _DOT:
            parts.append(_placed("29 -16 m 31 -16 l S", x, y, size, 0))
        elif mark == "-":
            bar = "4 28 m 26 28 l S" if base == "D" else "30 50 m 56 50 l S"
            parts.append(_placed(bar, x, y, size, 0))
    return "\n".join(parts)


def _placed(strokes: str, x: float, y: float, size: int, rise: int) -> str:
    scale = size / 100
    return (
        f"q {scale:g} 0 0 {scale:g} {x:.2f} {y + rise * scale:.2f} cm {0.7 / scale:.2f} w "
        f"{strokes} Q"
    )


def _file(content: bytes, title: str) -> bytes:
    name = title.encode("utf-16-be").hex().upper()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(vi)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_WIDTH} {_HEIGHT}]/Contents 5 0 R"
        "/Resources<</Font<</F1 4 0 R>>>>>>".encode("ascii"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        f"<</Title<FEFF{name}>>>".encode("ascii"),
    ]
    data, offsets = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", list[int]()
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info 6 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(data))
    )
