"""Lines drawn in a paper: shapes of today's Word and of the old one."""

from __future__ import annotations

import re

from khenthuong.documents.layout.formats import mm
from khenthuong.documents.layout.opening import Element
from khenthuong.documents.layout.paper import Stroke

_EMU_PER_MM = 36_000
_FLAT_MM = 2.0
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_LINES = ("line", "straightConnector1")
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([\d.]{1,12}[a-z]{0,2})")
_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*([\d.]{1,12}[a-z]{0,2})")
_CONNECTORS = ("t32", "t20")
_NUMBER = re.compile(r"\d{1,12}")


def strokes_in(run: Element) -> list[Stroke]:
    """The horizontal lines anchored in a run; other shapes are not lines."""
    found = [_drawn(node) for node in run.iter(f"{_WP}anchor", f"{_WP}inline")]
    found += [_old_line(node) for node in run.iter(f"{_V}line")]
    found += [_old_shape(node) for node in run.iter(f"{_V}shape")]
    return [stroke for stroke in found if stroke is not None]


def _drawn(node: Element) -> Stroke | None:
    shapes = [shape.get("prst") for shape in node.iter(f"{_A}prstGeom")]
    extent = node.find(f"{_WP}extent")
    if extent is None or not any(shape in _LINES for shape in shapes):
        return None
    dashes = [dash.get("val") for dash in node.iter(f"{_A}prstDash")]
    length = _emu(extent.get("cx"))
    if _emu(extent.get("cy")) > _FLAT_MM or not length:
        return None
    return Stroke(length, all(dash == "solid" for dash in dashes))


def _emu(value: object) -> float:
    return int(str(value)) / _EMU_PER_MM if _NUMBER.fullmatch(str(value)) else 0.0


def _old_line(node: Element) -> Stroke | None:
    start, end = (str(node.get(key, "")).split(",") for key in ("from", "to"))
    if len(start) != 2 or len(end) != 2 or abs(_points(end[1]) - _points(start[1])) > _FLAT_MM:
        return None
    return Stroke(abs(_points(end[0]) - _points(start[0])), _is_solid(node))


def _old_shape(node: Element) -> Stroke | None:
    style = str(node.get("style", ""))
    width, height = _WIDTH.search(style), _HEIGHT.search(style)
    if not str(node.get("type", "")).endswith(_CONNECTORS) or width is None:
        return None
    if height is not None and _points(height[1]) > _FLAT_MM:
        return None
    return Stroke(_points(width[1]), _is_solid(node))


def _points(text: str) -> float:
    return mm(text if text[-1:].isalpha() else f"{text}pt")


def _is_solid(node: Element) -> bool:
    return all(s.get("dashstyle", "solid") == "solid" for s in node.iter(f"{_V}stroke"))
