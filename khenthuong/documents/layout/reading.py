"""From an opened Word file to a `Paper`: walk the body once, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from khenthuong.documents.layout.drawn import strokes_in
from khenthuong.documents.layout.formats import (
    TWIPS_PER_MM,
    Properties,
    RunFormat,
    Styles,
    mm,
    twips,
)
from khenthuong.documents.layout.numbering import Numbering
from khenthuong.documents.layout.opening import Element, Opened, R, W, open_paper
from khenthuong.documents.layout.paper import (
    Cell,
    Line,
    PageNumber,
    Paper,
    Row,
    Run,
    Section,
    Stroke,
    Table,
)
from khenthuong.domain.layout import Notice
from khenthuong.errors import LayoutError

MAX_PARAGRAPHS = 100_000
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_SIGNS = {f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_BREAKS = (f"{W}br", f"{W}cr")
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{_MC}Fallback", f"{W}pPr", f"{W}rPr"}
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
_INSIDE_PARAGRAPH = {*_WRAPPERS, f"{W}hyperlink", f"{W}fldSimple", f"{W}dir", f"{W}bdo"}
_A4 = (11906 / TWIPS_PER_MM, 16838 / TWIPS_PER_MM)
_WORD_MARGIN = 25.4
_WORD_TAB = 12.7
_TAG = re.compile(r"\{\{.*\}\}|\{%.*%\}")
_BORDERLESS = {"", "nil", "none"}


@dataclass
class _Place:
    """Where the walk stands."""

    cell: Cell | None = None
    look: Properties = field(default_factory=dict[str, object])
    stand: Properties = field(default_factory=dict[str, object])


def read_paper(path: Path) -> tuple[Paper, tuple[Notice, ...]]:
    """The paper and what is odd about its file; raises LayoutError when it cannot be read."""
    opened = open_paper(path)
    paper = _Reader(path.name, opened).paper()
    if any(_TAG.search(line.text) for line in paper.lines):
        return paper, (*opened.notices, Notice("layout.notice.template"))
    return paper, opened.notices


class _Reader:
    def __init__(self, file: str, opened: Opened) -> None:
        self._file = file
        self._opened = opened
        self._styles = Styles(opened)
        self._numbering = Numbering(opened, self._styles)
        self._lines: list[Line] = []
        self._tables: list[Table] = []
        self._paragraphs = 0
        self._section = 0
        self._sections = self._read_sections()

    def paper(self) -> Paper:
        """Everything."""
        self._walk(self._opened.body, _Place())
        settings = self._opened.beside("settings.xml")
        tab = settings.find(f"{W}defaultTabStop") if settings is not None else None
        adds = f".//{W}doNotUseHTMLParagraphAutoSpacing"
        used = {line.format.style_name for line in self._lines if not line.is_blank}
        return Paper(
            lines=tuple(self._lines),
            sections=tuple(self._sections),
            tables=tuple(sorted(self._tables, key=lambda table: table.number)),
            language=self._styles.language,
            style_names=tuple(sorted(used)),
            pages=self._saved_pages(),
            default_tab=mm(tab.get(f"{W}val"), _WORD_TAB) if tab is not None else _WORD_TAB,
            adds_spacing=settings is not None and settings.find(adds) is not None,
        )

    def _saved_pages(self) -> int | None:
        root = self._opened.roots.get("docProps/app.xml")
        found = root.findtext(f"{_APP}Pages") if root is not None else None
        return int(found) if found and found.isdigit() and len(found) < 6 else None

    # The body

    def _walk(self, parent: Element, place: _Place) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, place)
                if place.cell is None and child.find(f"{W}pPr/{W}sectPr") is not None:
                    self._section = min(self._section + 1, len(self._sections) - 1)
            elif child.tag == f"{W}tbl":
                self._table(child, place)
            elif child.tag in _WRAPPERS:
                self._walk(child, place)

    def _paragraph(self, node: Element, place: _Place) -> None:
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise LayoutError("layout.too_long", file=self._file, limit=MAX_PARAGRAPHS)
        direct = node.find(f"{W}pPr")
        style = _value(direct, "pStyle") or self._styles.default_paragraph
        label, indents, own = self._numbering.of(direct, style)
        stand = self._styles.paragraph(direct, place.stand, indents, own_list=own)
        parts: list[list[Run]] = [[]]
        strokes: list[Stroke] = []
        for run in _runs(node):
            look = self._styles.run(run.find(f"{W}rPr"), style, place.look)
            strokes += strokes_in(run)
            for number, text in enumerate(_texts(run)):
                if number:
                    parts.append([])
                if text and not look.hidden:
                    parts[-1].append(Run(text, look))
        width = place.cell.width if place.cell else self._sections[self._section].text_width
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            self._lines.append(
                Line(
                    number=len(self._lines),
                    runs=tuple(part),
                    format=stand,
                    section=self._section,
                    width=width,
                    cell=place.cell,
                    begins=number == 0,
                    ends=last,
                    strokes=tuple(strokes) if last else (),
                    label="" if number else label,
                    tabbed=any("\t" in run.text for run in part),
                )
            )

    # Tables

    def _table(self, node: Element, place: _Place) -> None:
        properties = node.find(f"{W}tblPr")
        style = _value(properties, "tblStyle") or self._styles.default_table
        number = len(self._tables)
        root = place.cell.root if place.cell else number
        grid = [twips(c.get(f"{W}w")) for c in node.findall(f"{W}tblGrid/{W}gridCol")]
        rows = [row for row in _children(node) if row.tag == f"{W}tr"]
        bordered = self._is_bordered(properties, style) or _cell_borders(rows)
        table = Table(number, bordered, (), self._section, nested=place.cell is not None)
        self._tables.append(table)
        margins = self._cell_margins(properties, style)
        look, stand = self._styles.run_of_style(style), self._styles.paragraph_of_style(style)
        kept: list[Row] = []
        for row_number, row in enumerate(rows):
            column = int(twips(_value(row.find(f"{W}trPr"), "gridBefore")))
            before = len(self._lines)
            cells = [cell for cell in _children(row) if cell.tag == f"{W}tc"]
            for cell in cells:
                span = max(int(twips(_value(cell.find(f"{W}tcPr"), "gridSpan"), 1)), 1)
                width = _cell_width(cell, grid[column : column + span]) - margins
                spot = Cell(number, row_number, column, max(width / TWIPS_PER_MM, 1.0), root)
                self._walk(cell, _Place(spot, look, stand))
                column += span
            words = sum(len(line.words) for line in self._lines[before:])
            kept.append(_row(row, len(cells), words))
        self._tables[number] = Table(number, bordered, tuple(kept), table.section, table.nested)

    def _is_bordered(self, properties: Element | None, style: str) -> bool:
        levels = [properties, *(n.find(f"{W}tblPr") for n in self._styles.chain(style))]
        for level in levels:
            borders = level.find(f"{W}tblBorders") if level is not None else None
            if borders is not None:
                inner = [borders.find(f"{W}{side}") for side in ("insideH", "insideV", "top")]
                return any(b is not None and b.get(f"{W}val") not in _BORDERLESS for b in inner)
        return False

    def _cell_margins(self, properties: Element | None, style: str) -> float:
        levels = [properties, *(n.find(f"{W}tblPr") for n in self._styles.chain(style))]
        total = 0.0
        for sides in (("left", "start"), ("right", "end")):
            found = (
                node.get(f"{W}w")
                for level in levels
                if level is not None
                for side in sides
                if (node := level.find(f"{W}tblCellMar/{W}{side}")) is not None
            )
            total += twips(next(found, None), 108.0)
        return total

    # Pages

    def _read_sections(self) -> list[Section]:
        body = self._opened.body
        nodes = [
            node
            for path in (f"{W}p/{W}pPr/{W}sectPr", f"{W}sdt/{W}sdtContent/{W}p/{W}pPr/{W}sectPr")
            for node in body.findall(path)
        ]
        nodes += body.findall(f"{W}sectPr")
        relations = self._opened.relations()
        settings = self._opened.beside("settings.xml")
        even = settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None
        held: dict[tuple[str, str], str] = {}
        sections: list[Section] = []
        for node in nodes:
            for kind in ("header", "footer"):
                for link in node.findall(f"{W}{kind}Reference"):
                    target = relations.get(str(link.get(f"{R}id")), "")
                    held[kind, str(link.get(f"{W}type", "default"))] = target
            sections.append(self._section_of(node, held, even=even))
        return sections or [self._section_of(body, {}, even=False)]

    def _section_of(
        self, node: Element, held: dict[tuple[str, str], str], *, even: bool
    ) -> Section:
        size, margin = node.find(f"{W}pgSz"), node.find(f"{W}pgMar")
        numbers = node.find(f"{W}pgNumType")
        title = node.find(f"{W}titlePg")
        differs = title is not None and title.get(f"{W}val", "1") not in ("0", "false", "off")
        kinds = ("default", "even") if even else ("default",)
        start = numbers.get(f"{W}start") if numbers is not None else None
        return Section(
            width=_length(size, "w", _A4[0]),
            height=_length(size, "h", _A4[1]),
            top=_length(margin, "top", _WORD_MARGIN),
            bottom=_length(margin, "bottom", _WORD_MARGIN),
            left=_length(margin, "left", _WORD_MARGIN),
            right=_length(margin, "right", _WORD_MARGIN),
            gutter=_length(margin, "gutter", 0.0),
            first_differs=differs,
            number_format=numbers.get(f"{W}fmt", "decimal") if numbers is not None else "decimal",
            starts_at=int(start) if start and start.isdigit() and len(start) < 6 else None,
            numbers=self._numbers(held, kinds),
            numbers_on_first=self._numbers(held, ("first",) if differs else kinds),
        )

    def _numbers(
        self, held: dict[tuple[str, str], str], kinds: tuple[str, ...]
    ) -> tuple[PageNumber, ...]:
        found: list[PageNumber] = []
        for (where, kind), part in held.items():
            root = self._opened.roots.get(part)
            if kind in kinds and root is not None:
                for node in root.iter(f"{W}p"):
                    look = self._field_look(node)
                    if look is not None:
                        direct = node.find(f"{W}pPr")
                        stand = self._styles.paragraph(direct, {}, {}, own_list=False)
                        found.append(PageNumber(where == "header", look, stand.align))
        return tuple(found)

    def _field_look(self, paragraph: Element) -> RunFormat | None:
        """The look of the page number a paragraph shows; None when it shows none."""
        direct = paragraph.find(f"{W}pPr")
        style = _value(direct, "pStyle") or self._styles.default_paragraph
        simple = [n for n in paragraph.iter(f"{W}fldSimple") if _is_page(n.get(f"{W}instr"))]
        inside = any(_is_page(n.text) for n in paragraph.iter(f"{W}instrText"))
        if not simple and not inside:
            return None
        runs = list(simple[0].iter(f"{W}r")) if simple else list(paragraph.iter(f"{W}r"))
        shown = [run for run in runs if run.find(f"{W}t") is not None] or runs
        direct_run = shown[0].find(f"{W}rPr") if shown else None
        return self._styles.run(direct_run, style, {})


def _is_page(instruction: object) -> bool:
    return str(instruction or "").strip().upper().split(" ")[0] == "PAGE"


def _runs(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag in _INSIDE_PARAGRAPH:
            yield from _runs(child)


def _texts(run: Element) -> list[str]:
    """The text of a run, cut at line breaks; text in boxes and deleted text left out."""
    texts = [""]
    for child in run:
        if child.tag == f"{W}t":
            texts[-1] += child.text or ""
        elif child.tag in _SIGNS:
            texts[-1] += _SIGNS[child.tag]
        elif child.tag in _BREAKS and child.get(f"{W}type", "textWrapping") == "textWrapping":
            texts.append("")
    return texts


def _children(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _row(row: Element, cells: int, words: int) -> Row:
    properties = row.find(f"{W}trPr")
    return Row(_flag(properties, "tblHeader"), not _flag(properties, "cantSplit"), cells, words)


def _flag(properties: Element | None, name: str) -> bool:
    node = properties.find(f"{W}{name}") if properties is not None else None
    return node is not None and str(node.get(f"{W}val", "1")) not in ("0", "false", "off")


def _cell_borders(rows: list[Element]) -> bool:
    """Whether cells draw their own borders on more than one side: a table of data."""
    for row in rows[:3]:
        for cell in row.iter(f"{W}tcBorders"):
            drawn = [b for b in cell if b.get(f"{W}val") not in _BORDERLESS]
            if len(drawn) > 2:
                return True
    return False


def _cell_width(cell: Element, grid: list[float]) -> float:
    node = cell.find(f"{W}tcPr/{W}tcW")
    if node is not None and str(node.get(f"{W}type", "dxa")) == "dxa" and twips(node.get(f"{W}w")):
        return twips(node.get(f"{W}w"))
    return sum(grid)


def _length(node: Element | None, name: str, default: float) -> float:
    return abs(mm(node.get(f"{W}{name}"), default)) if node is not None else default


def _value(properties: Element | None, name: str) -> str:
    node = properties.find(f"{W}{name}") if properties is not None else None
    return str(node.get(f"{W}val", "")) if node is not None else ""
