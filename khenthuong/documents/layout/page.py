"""Judging the page: paper size, margins, typeface, page number (Phụ lục I, Phần I, mục I)."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

from khenthuong.documents.layout.checks import figure
from khenthuong.documents.layout.paper import MM_PER_POINT, Line, Paper, Section
from khenthuong.domain.layout import Deviation, Weight

A4 = (210.0, 297.0)
_SIZE_SLACK = 0.6
_MARGIN_SLACK = 0.1
_MARGINS = (("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20))
_FONT = "times new roman"
_OLD_FONTS = (".vn", "vni-", "vni ", "abc", "svn")
_BLACK = {"auto", "000000", "windowtext", "black", ""}
_SINGLE_LINE = 1.15
_SURELY, _HARDLY = 1.15, 0.85


def judge_sheet(paper: Paper) -> list[Deviation]:
    """A4, upright; lying only where there is a table (mục I.1, I.2)."""
    found: list[Deviation] = []
    with_table = {table.section for table in paper.tables if table.bordered}
    for number, section in enumerate(paper.sections):
        size = (section.width, section.height)
        if all(abs(a - b) <= _SIZE_SLACK for a, b in zip(size, A4, strict=True)):
            continue
        lying = all(abs(a - b) <= _SIZE_SLACK for a, b in zip(size[::-1], A4, strict=True))
        if lying and number in with_table:
            continue
        code = "lying" if lying else "sheet"
        found.append(Deviation(code, {"width": figure(size[0]), "height": figure(size[1])}))
    return _once(found)


def judge_margins(paper: Paper) -> list[Deviation]:
    """20–25 above and below, 30–35 left, 15–20 right (mục I.3)."""
    found: list[Deviation] = []
    for section in paper.sections:
        for side, low, high in _MARGINS:
            value = getattr(section, side) + (section.gutter if side == "left" else 0)
            if not low - _MARGIN_SLACK <= value <= high + _MARGIN_SLACK:
                arguments = {"found": figure(value), "low": low, "high": high}
                found.append(Deviation(f"margin.{side}", arguments))
    return _once(found)


def _once(found: Sequence[Deviation]) -> list[Deviation]:
    """Sections that deviate alike are told once."""
    kept: list[Deviation] = []
    for deviation in found:
        if deviation not in kept:
            kept.append(deviation)
    return kept


def judge_font(paper: Paper) -> list[Deviation]:
    """Times New Roman, Unicode, black (mục I.4)."""
    fonts: dict[str, Line] = {}
    colours: dict[str, Line] = {}
    apart: list[Line] = []
    for line in paper.lines:
        for run in line.printed:
            for font in run.look.fonts:
                if font.lower() != _FONT:
                    fonts.setdefault(font, line)
            if run.look.colour.lower() not in _BLACK:
                colours.setdefault(run.look.colour.upper(), line)
        if unicodedata.normalize("NFC", line.text) != line.text:
            apart.append(line)
    old = {f: x for f, x in fonts.items() if f.lower().startswith(_OLD_FONTS)}
    found = [Deviation("not_unicode", {"font": f}, quote=x.quote) for f, x in old.items()]
    found += [
        Deviation("font" if f else "font_unsaid", {"font": f}, quote=x.quote)
        for f, x in fonts.items()
        if f not in old
    ]
    found += [Deviation("colour", {"found": c}, quote=x.quote) for c, x in colours.items()]
    if apart:
        first = apart[0].quote
        found.append(Deviation("apart", {}, Weight.SHOULD, quote=first, times=len(apart)))
    return found


def has_page_number(paper: Paper) -> bool:
    """Whether any page shows its number."""
    return any(s.numbers or s.numbers_on_first for s in paper.sections)


def needs_page_number(paper: Paper) -> bool | None:
    """Whether the paper has a second page: by what Word saved, else by measuring; None: unsure."""
    if paper.pages:
        return paper.pages > 1
    pages = _measured_pages(paper)
    if pages > _SURELY:
        return True
    return None if pages > _HARDLY else False


def _measured_pages(paper: Paper) -> float:
    """How many pages the words fill, tables counted by their longest column."""
    used: dict[tuple[int, int], float] = {}
    total = 0.0
    for line in paper.lines:
        height = _height(line)
        if line.cell is None or line.cell.table < 0:
            total += height
        else:
            column = (line.cell.table, line.cell.column)
            used[column] = used.get(column, 0.0) + height
    for table in {table for table, _ in used}:
        total += max(height for (t, _), height in used.items() if t == table)
    first = paper.sections[0]
    breaks = len(paper.sections) - 1 + sum(line.format.page_break for line in paper.lines)
    return total / max(first.height - first.top - first.bottom, 1.0) + breaks


def _height(line: Line) -> float:
    size = max(line.sizes, default=11.0)
    rows = max(math.ceil(line.length / line.room), 1)
    stand = line.format
    one = size * _SINGLE_LINE * stand.line if stand.line_rule == "auto" else stand.line
    around = (stand.before if line.begins else 0) + (stand.after if line.ends else 0)
    return (rows * one + around) * MM_PER_POINT


def judge_page_number(paper: Paper) -> list[Deviation]:
    """Arabic, 13–14, upright, centred in the top margin, hidden on the first page (mục I.7)."""
    numbers = [n for section in paper.sections for n in section.numbers]
    found: list[Deviation] = []
    if any(not n.top for n in numbers):
        found.append(Deviation("number_below"))
    if any(n.align != "center" for n in numbers):
        found.append(Deviation("number_aside"))
    sizes = sorted({figure(n.look.size) for n in numbers if not 13 <= n.look.size <= 14})
    if sizes:
        found.append(Deviation("size", {"found": sizes, "low": 13, "high": 14}))
    if any(n.look.italic for n in numbers):
        found.append(Deviation("not_italic"))
    if any(n.look.bold for n in numbers):
        found.append(Deviation("not_bold"))
    if any(s.number_format != "decimal" for s in paper.sections):
        found.append(Deviation("number_figures"))
    return found + _first_page(paper.sections[0])


def _first_page(first: Section) -> list[Deviation]:
    found: list[Deviation] = []
    if first.numbers_on_first:
        found.append(Deviation("number_on_first"))
    if first.starts_at not in (None, 1):
        found.append(Deviation("number_start", {"found": first.starts_at}))
    return found
