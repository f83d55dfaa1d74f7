"""A statistical table as a Word page on its side: office, table, notes, signatures.

The table has as many columns as it has, so no template could hold it: styles, page and page numbers
come from the landscape register template (the province's, if it has one), the body is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from khenthuong import texts
from khenthuong.documents.docx_parts import DocxParts, read_parts
from khenthuong.documents.filters import blank_date, money_in_words, rule_under
from khenthuong.documents.office_branch import office, signer
from khenthuong.documents.pictures import SPACES, Picture, with_media
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.statistics import FilledRow, Measure, RowKind, Table
from khenthuong.domain.statistics_layout import HeadCell, all_columns, depth, head_cells, numbered

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DC = "http://purl.org/dc/elements/1.1/"
_DOCUMENT, _CORE = "word/document.xml", "docProps/core.xml"
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_TWIPS_A_MM = 1440 / 25.4
_PAGE_MM = 247.0
_MANY = 10
_OFFICE_MM, _OFFICE_POINTS = 110.0, 12.0
_NUMBER_MM, _LEAST_MM = 11.0, 11.0
_SHORT_MARK, _LONG_CELL = 12, 60
_WIDTHS = {Measure.TEXT: 3.0, Measure.DONG: 1.9}
_TO_SIGN = 2.2


@dataclass(frozen=True)
class _Sizes:
    """Half points of the words of a table: heads, cells; fewer for more columns."""

    head: int
    cell: int


_SIZES = ((15, _Sizes(16, 18)), (10, _Sizes(18, 21)), (0, _Sizes(21, 23)))
"""For more columns than this, so small."""


def statistics_paper(
    template: Path, table: Table, facts: DossierFacts, notes: Sequence[str]
) -> bytes:
    """The Word file of a table with its notes; raises TemplateError for a bad template."""
    parts = read_parts(template)
    frame = _frame(facts)
    body = "".join(_body(table, frame, notes))
    changed = {_DOCUMENT: _document(parts, body)}
    if _CORE in parts.names:
        changed[_CORE] = _titled(parts, table)
    return parts.pack(changed)


def framed_paper(
    template: Path, heading: Table, facts: DossierFacts, content: str, found: Sequence[Picture]
) -> bytes:
    """A page like that of a table with other content: XML of `documents.pictures` and its pictures.

    `heading` gives label, title and subtitle. Raises TemplateError for a bad template.
    """
    parts = read_parts(template)
    frame = _frame(facts)
    body = "".join((*_opening(heading, frame), content, *_closing(frame)))
    changed = {_DOCUMENT: _document(parts, body)}
    if _CORE in parts.names:
        changed[_CORE] = _titled(parts, heading)
    return with_media(parts, changed, found)


def figures_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A plain table that fills the page, as XML: figures beside a plot."""
    columns = list(zip(heads, *rows, strict=True))
    weights = [min(_LONG_CELL, max(_SHORT_MARK, *map(len, one))) for one in columns]
    widths = [_PAGE_MM * weight / sum(weights) for weight in weights]
    sizes = next(sizes for least, sizes in _SIZES if len(heads) > least)
    made = [_plain_row(heads, widths, "ONhoDau", sizes.head, "<w:tblHeader/>")]
    short = [max(map(len, one[1:]), default=0) <= _SHORT_MARK for one in columns]
    made += [_plain_row(row, widths, "ONho", sizes.cell, centred=short) for row in rows]
    return _table(made, widths, "Bang", tight=True) + _para("", "KhoangTrong")


def _plain_row(
    cells: Sequence[str],
    widths: Sequence[float],
    style: str,
    size: int,
    kind: str = "",
    centred: Sequence[bool] = (),
) -> str:
    made = "".join(
        _cell(_para(text, f"{style}Giua" if middle else style, size=size), width)
        for text, width, middle in zip(cells, widths, centred or (False,) * len(cells), strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{made}</w:tr>"


def sum_in_words(amount: int) -> str:
    """«Bảy triệu năm trăm tám mươi nghìn đồng»."""
    return money_in_words(amount)


@dataclass(frozen=True)
class _Frame:
    """The office and who signs, in words."""

    office: str
    place: str
    date: str
    power: str
    position: str
    name: str


def _frame(facts: DossierFacts) -> _Frame:
    given, signs = office(facts), signer(facts, None)
    year = facts.prepared_on.year if facts.prepared_on else None
    return _Frame(
        str(given["ten"]),
        str(given["dia_danh"]),
        blank_date(year),
        str(signs["quyen_han"] or ""),
        str(signs["chuc_vu"] or ""),
        str(signs["ten"] or ""),
    )


def _document(parts: DocxParts, body: str) -> bytes:
    """The template's document with another body; its page, margins and header stay."""
    root = etree.fromstring(parts.text(_DOCUMENT))
    old = root.find(f"{{{_W}}}body")
    assert old is not None
    page = old.find(f"{{{_W}}}sectPr")
    made = etree.fromstring(f"<w:body {SPACES}>{body}</w:body>")
    if page is not None:
        made.append(page)
    root.replace(old, made)
    return _HEAD.encode() + etree.tostring(root)


def _titled(parts: DocxParts, table: Table) -> bytes:
    root = etree.fromstring(parts.text(_CORE))
    title = root.find(f"{{{_DC}}}title")
    if title is not None:
        title.text = f"{table.label or table.title} – {table.subtitle}"
    return _HEAD.encode() + etree.tostring(root)


def _opening(table: Table, frame: _Frame) -> Iterator[str]:
    yield _top(table, frame)
    yield _para(table.title, "TenLoai", '<w:spacing w:before="120" w:after="0"/>')
    yield _para(table.subtitle, "TrichYeu", '<w:spacing w:before="0" w:after="60"/>')


def _body(table: Table, frame: _Frame, notes: Sequence[str]) -> Iterator[str]:
    yield from _opening(table, frame)
    if table.unit:
        yield _para(table.unit, "GhiChu", '<w:spacing w:after="40"/><w:jc w:val="right"/>')
    yield _grid(table)
    if notes:
        yield _para(
            texts.say("statistics.notes"), "GhiChu", '<w:keepNext/><w:spacing w:before="60"/>'
        )
        for note in notes:
            held = '<w:keepNext/><w:ind w:left="142" w:hanging="142"/>'
            yield _para(f"– {note}", "GhiChu", held)
    yield from _closing(frame)


def _closing(frame: _Frame) -> Iterator[str]:
    yield _para("", "KhoangTrong")
    yield _signatures(frame)
    yield _para(
        "",
        "KhoangTrong",
        '<w:keepNext w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
    )


def _top(table: Table, frame: _Frame) -> str:
    name = frame.office.upper()
    line = rule_under(name, _OFFICE_POINTS, _OFFICE_MM)
    left = _para(name, "CoQuan") + _para(line, "DongKeChu")
    right = _para(table.label, "CoQuan", '<w:jc w:val="right"/>')
    return _pair(left, right, _OFFICE_MM)


def _signatures(frame: _Frame) -> str:
    left = (
        _para("", "DiaDanh")
        + _para(texts.say("statistics.maker"), "ChuKyNho")
        + _para("", "NguoiKy")
    )
    right = _para(f"{frame.place}, {frame.date}", "DiaDanh")
    if frame.power:
        right += _para(frame.power, "ChuKyNho")
    right += _para(frame.position, "ChuKyNho") + _para(frame.name, "NguoiKy")
    return _pair(left, right, _PAGE_MM / 2)


def _pair(left: str, right: str, first: float) -> str:
    """Two cells without borders side by side."""
    widths = (first, _PAGE_MM - first)
    cells = "".join(
        _cell(content, width) for content, width in zip((left, right), widths, strict=True)
    )
    return _table([f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"], widths, "BangTrang")


def _grid(table: Table) -> str:
    widths, sizes = column_widths(table), _sizes(table)
    rows = [*_heads(table, widths, sizes)]
    last = len(table.rows) - 1
    for place, row in enumerate(table.rows):
        # The last rows stay with what follows, so that no signature stands alone on a page.
        rows.append(_row(table, row, widths, sizes, keep=place >= last - 1))
    return _table(rows, widths, "Bang", tight=True)


def _sizes(table: Table) -> _Sizes:
    columns = len(all_columns(table.definition))
    return next(sizes for least, sizes in _SIZES if columns > least)


def column_widths(table: Table) -> tuple[float, ...]:
    """Widths in mm that fill the page: numbers narrow and alike, words share what is left."""
    heads, columns = table.definition.heads, table.definition.columns
    marks = [[row.row.marks[place] for row in table.rows] for place in range(len(heads))]
    longest = [max((len(text) for text in texts_), default=0) for texts_ in marks]
    wordy = longest.index(max(longest)) if longest else 0
    shorts = {
        place: max(_NUMBER_MM, 1.9 * min(longest[place], _SHORT_MARK) + 4)
        for place in range(len(heads))
        if place != wordy
    }
    shares = [_share(table, column.measure) for column in columns]
    spare = _PAGE_MM - sum(shorts.values())
    parts = sum(shares)
    most = 62.0 if len(columns) >= _MANY else 95.0
    name = max(38.0, min(most, 2.0 * max(longest, default=0)))
    one = max(_LEAST_MM, min(34.0, (spare - name) / parts))
    figures = [one * part for part in shares]
    name = spare - sum(figures)
    return (*(shorts.get(place, name) for place in range(len(heads))), *figures)


def _share(table: Table, measure: Measure) -> float:
    """How wide a column is beside a plain count; in a list that is signed there is room to sign."""
    if measure is Measure.BLANK:
        return _TO_SIGN if _signed(table) else 1.0
    return _WIDTHS.get(measure, 1.0)


def _signed(table: Table) -> bool:
    """Whether it is a list of money that everybody signs for."""
    return any(column.measure is Measure.DONG for column in table.definition.columns)


def _heads(table: Table, widths: Sequence[float], sizes: _Sizes) -> Iterator[str]:
    """Rows of merged heads, then the row of column numbers."""
    high = depth(table.definition)
    cells = list(head_cells(table.definition))
    for level in range(high):
        made = "".join(
            _head_cell(cell, level, widths, sizes)
            for cell in sorted(cells, key=lambda one: one.column)
            if cell.row <= level < cell.row + cell.rows
        )
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>"
    if numbered(table.definition):
        made = "".join(
            _cell(_para(column.number, "ONhoGiua", size=sizes.head), width)
            for column, width in zip(all_columns(table.definition), widths, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>"


def _head_cell(cell: HeadCell, level: int, widths: Sequence[float], sizes: _Sizes) -> str:
    width = sum(widths[cell.column : cell.column + cell.columns])
    merge = "restart" if level == cell.row else "continue"
    down = f'<w:vMerge w:val="{merge}"/>' if cell.rows > 1 else ""
    text = cell.text if level == cell.row else ""
    return _cell(_para(text, "ONhoDau", size=sizes.head), width, cell.columns, down)


def _row(
    table: Table, row: FilledRow, widths: Sequence[float], sizes: _Sizes, *, keep: bool
) -> str:
    bold = row.row.kind in (RowKind.HEADING, RowKind.TOTAL)
    held = "<w:keepNext/>" if keep else ""
    heads = len(table.definition.heads)
    made: list[str] = []
    for place, text in enumerate(row.row.marks):
        long = len(text) > _SHORT_MARK
        style = "ONho" if long or _is_name(table, place) else "ONhoGiua"
        made.append(_cell(_para(text, style, held, sizes.cell, bold=bold), widths[place]))
    for place, figure in enumerate(row.figures):
        style = "ONho" if table.definition.columns[place].measure is Measure.TEXT else "ONhoGiua"
        content = _para(figure.text, style, held, sizes.cell, bold=bold)
        made.append(_cell(content, widths[heads + place]))
    high = _sign_height(table, row)
    return f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{''.join(made)}</w:tr>"


def _sign_height(table: Table, row: FilledRow) -> str:
    """Room for a hand to sign in a list that is signed."""
    if not _signed(table) or row.row.kind is RowKind.TOTAL:
        return ""
    return '<w:trHeight w:val="567" w:hRule="atLeast"/>'


def _is_name(table: Table, place: int) -> bool:
    """Whether the marks of a place are words of which some are long."""
    return any(len(row.row.marks[place]) > _SHORT_MARK for row in table.rows)


def _table(rows: Sequence[str], widths: Sequence[float], style: str, *, tight: bool = False) -> str:
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    beside = ('<w:tblCellMar><w:left w:w="45" w:type="dxa"/><w:right w:w="45" w:type="dxa"/>'
              "</w:tblCellMar>") if tight else ""  # fmt: skip
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{beside}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _cell(content: str, width: float, span: int = 1, merge: str = "") -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{spans}{merge}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _para(text: str, style: str, extra: str = "", size: int = 0, *, bold: bool = False) -> str:
    sized = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    looks = f"<w:rPr>{'<w:b/>' if bold else ''}{sized}</w:rPr>" if bold or sized else ""
    run = f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{run}</w:p>'


def _twips(mm: float) -> int:
    return round(mm * _TWIPS_A_MM)
