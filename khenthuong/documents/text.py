"""The words of a Word file as plain text: for tests, for search, for comparing two versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from khenthuong.documents.readback import UnreadablePaperError, body_of

Element = Any  # lxml's own class has no public name
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CELL_MARK = " | "
_SIGNS = {f"{_W}br": " ", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}


def plain_text(data: bytes) -> str:
    """Body paragraphs, one per line; a table row is one line with its cells between bars.

    Non-breaking spaces become spaces; empty paragraphs are left out. Raises UnreadablePaperError.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(body_of(data), parser)
    except etree.XMLSyntaxError as cause:
        raise UnreadablePaperError(str(cause)) from cause
    body = root.find(f"{_W}body")
    lines = _lines(body) if body is not None else iter(())
    return "\n".join(line for line in lines if line.strip(" |")) + "\n"


def _lines(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _paragraph(child)
        elif child.tag == f"{_W}tbl":
            for row in child.findall(f"{_W}tr"):
                yield _CELL_MARK.join(_cell(cell) for cell in row.findall(f"{_W}tc"))


def _cell(cell: Element) -> str:
    return " / ".join(text for p in cell.iter(f"{_W}p") if (text := _paragraph(p)))


def _paragraph(paragraph: Element) -> str:
    words = [
        (node.text or "") if node.tag == f"{_W}t" else _SIGNS[node.tag]
        for node in paragraph.iter(f"{_W}t", *_SIGNS)
    ]
    return "".join(words).replace("\u00a0", " ").rstrip()
