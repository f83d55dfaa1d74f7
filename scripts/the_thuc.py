"""Thể thức: pieces of a Word file laid out by NĐ 30/2020 (Phụ lục I), for lam_mau_word.py.

Lengths are millimetres, type sizes points. Markup inside texts: **đậm**, //nghiêng//.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

NBSP = "\u00a0"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PORTRAIT_WIDTH = 160
LANDSCAPE_WIDTH = 247
A4 = (210, 297)
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT = 20, 20, 30, 20
NARROW_RIGHT = 15
"""The narrowest right margin NĐ 30 allows, for a form that is to stay on one page."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXTS = re.compile(r'<w:t xml:space="preserve">((?:(?!\{%p ).)+?)</w:t>')
_MARKS = re.compile(r"(\*\*.+?\*\*|//.+?//)")


def twips(mm: float) -> int:
    """Twentieths of a point."""
    return round(mm * 1440 / 25.4)


def para(text: str = "", style: str = "Than", *, extra: str = "") -> str:
    """One paragraph; `extra` is more paragraph properties (they win over the style)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs(text)}</w:p>'


def runs(text: str) -> str:
    """Runs of a text with its markup."""
    return "".join(_run(piece) for piece in _MARKS.split(text) if piece)


def _run(piece: str) -> str:
    properties = ""
    if piece.startswith("**") and piece.endswith("**") and len(piece) > 4:
        piece, properties = piece[2:-2], "<w:rPr><w:b/></w:rPr>"
    elif piece.startswith("//") and piece.endswith("//") and len(piece) > 4:
        piece, properties = piece[2:-2], "<w:rPr><w:i/></w:rPr>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'


KEEP = "<w:keepNext/>"
KEEP_LINES = "<w:keepNext/><w:keepLines/>"


def tag(statement: str, style: str = "Lenh") -> str:
    """A paragraph that only carries a {%p … %} statement and leaves nothing behind."""
    return para("{%p " + statement + " %}", style)


def line(width: float, within: float, style: str = "DongKe") -> str:
    """A drawn line of a length, centred within a width."""
    side = twips((within - width) / 2)
    return para("", style, extra=f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>')


def line_under(text: str, size: float, room: float, style: str = "DongKeChu") -> str:
    """A line of 1/3 to 1/2 of the text above it, whatever the text will be when it is filled in.

    `room` is the width in which that text wraps.
    """
    return para(f"{{% filter duong_ke({size:g}, {room:g}) %}}{text}{{% endfilter %}}", style)


def _last_text(paragraphs: str) -> str:
    """The words of the last paragraph that prints any."""
    return unescape(_TEXTS.findall(paragraphs)[-1])


@dataclass(frozen=True)
class Cell:
    """A table cell: its paragraphs, how many columns it spans, and its shade."""

    content: str
    span: int = 1
    middle: bool = False


def text_cell(text: str, style: str = "O", span: int = 1, *, keep: bool = False) -> Cell:
    """A cell with one paragraph; `keep` holds it to the next row or to what follows the table."""
    return Cell(para(text, style, extra=KEEP if keep else ""), span)


def row(cells: Sequence[Cell], widths: Sequence[float], *, head: bool = False) -> str:
    """A row that does not split over pages; `head` repeats it on every page."""
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    made: list[str] = []
    place = 0
    for cell in cells:
        width = twips(sum(widths[place : place + cell.span]))
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        middle = '<w:vAlign w:val="center"/>' if cell.middle or head else ""
        made.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{middle}</w:tcPr>'
            f"{cell.content}</w:tc>"
        )
        place += cell.span
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def row_tag(statement: str, widths: Sequence[float]) -> str:
    """A row that only carries a {%tr … %} statement."""
    return row([text_cell("{%tr " + statement + " %}", span=len(widths))], widths)


def table(
    rows: Sequence[str], widths: Sequence[float], *, borders: bool = True, tight: bool = False
) -> str:
    """A table of fixed column widths; `tight` = less space beside the text of its cells."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    style = "Bang" if borders else "BangTrang"
    total = twips(sum(widths))
    margins = (
        (
            f'<w:tblCellMar><w:left w:w="{twips(1.1)}" w:type="dxa"/><w:right '
            f'w:w="{twips(1.1)}" w:type="dxa"/></w:tblCellMar>'
        )
        if tight
        else ""
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


SUBJECT_ROOM = PORTRAIT_WIDTH - 24
NATION_WIDTH = 96
MOTTO_WIDTH = 56
BLANK_WIDTH = 12 * 25.4 / 72 / 4
"""A blank of 12 points is a quarter of an em wide."""
AGENCY_WIDTH = PORTRAIT_WIDTH - NATION_WIDTH


def heading(agency: str, *, number: str = "", date: str = "") -> str:
    """Quốc hiệu and agency, with lines below; then số ký hiệu and địa danh where given.

    `number` is a text, or paragraphs where more than the number stands there.
    """
    widths = (AGENCY_WIDTH, NATION_WIDTH)
    nation = (
        para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QuocHieu")
        + para("Độc lập - Tự do - Hạnh phúc", "TieuNgu")
        + para(NBSP * round(MOTTO_WIDTH / BLANK_WIDTH), "DongKeChu")
    )
    below = line_under(_last_text(agency), 12, AGENCY_WIDTH)
    rows = [row([Cell(agency + below), Cell(nation)], widths)]
    if number or date:
        numbered = Cell(number) if number.startswith("<") else text_cell(number, "SoKyHieu")
        rows.append(row([numbered, text_cell(date, "DiaDanh")], widths))
    return table(rows, widths, borders=False)


def title(kind: str, subjects: Sequence[str], *, room: float = SUBJECT_ROOM) -> str:
    """Tên loại, trích yếu, and the line under them."""
    parts = [para(kind, "TenLoai"), *(para(subject, "TrichYeu") for subject in subjects)]
    return "".join(parts) + line_under(subjects[-1], 14, room, "DongKeChuDuoiTrichYeu")


def signature(left: str, right: str, widths: Sequence[float] = (70, 90)) -> str:
    """Nơi nhận beside the signature, or two signatures: one row that stays whole."""
    return table([row([Cell(left), Cell(right)], widths)], widths, borders=False)


def together(content: str, width: float = PORTRAIT_WIDTH) -> str:
    """Signatures and what belongs under them in one row: they go to the next page as a whole."""
    return table([row([Cell(content)], (width,))], (width,), borders=False)


def receivers(lines: Sequence[str]) -> str:
    """Nơi nhận with its list."""
    return para("Nơi nhận:", "NoiNhan") + "".join(para(text, "NoiNhanDong") for text in lines)


def section(*, landscape: bool = False, numbered: bool = True, right: float = MARGIN_RIGHT) -> str:
    """Page size, margins, and the page number from page 2 on."""
    wide, high = (A4[1], A4[0]) if landscape else A4
    orient = ' w:orient="landscape"' if landscape else ""
    header = '<w:headerReference w:type="default" r:id="rId3"/>' if numbered else ""
    return (
        f"<w:sectPr>{header}"
        f'<w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"{orient}/>'
        f'<w:pgMar w:top="{twips(MARGIN_TOP)}" w:right="{twips(right)}" '
        f'w:bottom="{twips(MARGIN_BOTTOM)}" w:left="{twips(MARGIN_LEFT)}" '
        f'w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def document(body: Sequence[str], *, landscape: bool = False, right: float = MARGIN_RIGHT) -> bytes:
    """document.xml."""
    content = "".join(body) + section(landscape=landscape, right=right)
    return f"{_HEAD}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>".encode()


def _style(
    style_id: str,
    name: str,
    paragraph: str = "",
    letters: str = "",
    *,
    based: str = "Normal",
    next_style: str = "",
) -> str:
    following = f'<w:next w:val="{next_style}"/>' if next_style else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{following}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _space(before: float = 0, after: float = 0) -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        'w:line="240" w:lineRule="auto"/>'
    )


_CENTRE, _LEFT, _BOTH = ('<w:jc w:val="center"/>', '<w:jc w:val="left"/>', '<w:jc w:val="both"/>')
_INDENT = f'<w:ind w:firstLine="{twips(12.7)}"/>'
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_LINE = (
    '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    '<w:spacing w:before="50" w:after="{after}" w:line="40" w:lineRule="exact"/>'
)
_RULE = (
    '<w:spacing w:before="0" w:after="{after}" w:line="140" w:lineRule="exact"/>'
    '<w:jc w:val="center"/>'
)
_UNDERLINE = '<w:u w:val="single"/>'
_SIGN_SPACE = 62

STYLES = "".join(
    (
        _style("Than", "Thân văn bản", _space(0, 6) + _INDENT + _BOTH),
        _style("ThanGiua", "Thân văn bản, giữa dòng", _space(0, 6) + _CENTRE),
        _style("CanCu", "Căn cứ", "", _ITALIC, based="Than"),
        _style(
            "DeMuc",
            "Đề mục",
            "<w:keepNext/>" + _space(6, 6),
            _BOLD,
            based="Than",
            next_style="Than",
        ),
        _style(
            "TieuDeNhoDong", "Đề mục nhỏ", "<w:keepNext/>", _BOLD, based="Than", next_style="Than"
        ),
        _style("Lenh", "Lệnh lặp", _space() + _LEFT, _size(8)),
        _style("QuocHieu", "Quốc hiệu", _space() + _CENTRE, _BOLD + _size(12)),
        _style("TieuNgu", "Tiêu ngữ", _space() + _CENTRE, _BOLD + _size(13)),
        _style("CoQuanTren", "Cơ quan chủ quản", _space() + _CENTRE, _size(12)),
        _style("CoQuan", "Cơ quan ban hành", _space() + _CENTRE, _BOLD + _size(12)),
        _style("SoKyHieu", "Số, ký hiệu", _space(4) + _CENTRE, _size(13)),
        _style("DiaDanh", "Địa danh, thời gian", _space(4) + _CENTRE, _ITALIC + _size(13)),
        _style("DongKe", "Đường kẻ", _LINE.format(after=0), _size(2)),
        _style("DongKeChu", "Đường kẻ dưới chữ", _RULE.format(after=0), _size(12) + _UNDERLINE),
        _style(
            "DongKeChuDuoiTrichYeu",
            "Đường kẻ dưới trích yếu, theo chữ",
            _RULE.format(after=200),
            _size(12) + _UNDERLINE,
        ),
        _style("DongKeDuoiTrichYeu", "Đường kẻ dưới trích yếu", _LINE.format(after=240), _size(2)),
        _style(
            "TenLoai",
            "Tên loại văn bản",
            "<w:keepNext/>" + _space(18) + _CENTRE,
            _BOLD,
            next_style="TrichYeu",
        ),
        _style(
            "TrichYeu",
            "Trích yếu",
            "<w:keepNext/>"
            + _space()
            + f'<w:ind w:left="{twips(12)}" w:right="{twips(12)}"/>'
            + _CENTRE,
            _BOLD,
        ),
        _style("KemTheo", "Kèm theo văn bản", "<w:keepNext/>" + _space() + _CENTRE, _ITALIC),
        _style("KinhGui", "Kính gửi", _space(0, 10) + _CENTRE),
        _style(
            "KinhGuiDong",
            "Kính gửi, từng nơi",
            _space() + f'<w:ind w:left="{twips(52)}" w:hanging="{twips(4)}"/>' + _LEFT,
        ),
        _style(
            "ThamQuyen", "Thẩm quyền ban hành", "<w:keepNext/>" + _space(0, 10) + _CENTRE, _BOLD
        ),
        _style("NoiNhan", "Nơi nhận", _space() + _LEFT, _BOLD + _ITALIC + _size(12)),
        _style("NoiNhanDong", "Nơi nhận, từng nơi", _space() + _LEFT, _size(11)),
        _style("ChuKy", "Quyền hạn, chức vụ", "<w:keepNext/>" + _space() + _CENTRE, _BOLD),
        _style(
            "ChuKyGhiChu",
            "Ghi chú chữ ký",
            "<w:keepNext/>" + _space() + _CENTRE,
            _ITALIC + _size(12),
        ),
        _style("ChuKyNho", "Quyền hạn, chức vụ, chữ nhỏ", "", _size(13), based="ChuKy"),
        _style("NguoiKy", "Họ và tên người ký", _space(_SIGN_SPACE) + _CENTRE, _BOLD),
        _style("O", "Ô trong bảng", _space(2, 2) + _LEFT, _size(12)),
        _style("OGiua", "Ô trong bảng, giữa", _space(2, 2) + _CENTRE, _size(12)),
        _style("OPhai", "Ô trong bảng, số", _space(2, 2) + '<w:jc w:val="right"/>', _size(12)),
        _style("ODau", "Đầu cột", "<w:keepNext/>" + _space(3, 3) + _CENTRE, _BOLD + _size(12)),
        _style("ONhom", "Dòng nhóm", "<w:keepNext/>" + _space(3, 3) + _LEFT, _BOLD + _size(12)),
        _style("ONhomGiua", "Dòng nhóm, giữa", _CENTRE, based="ONhom"),
        _style("ONhomPhai", "Dòng nhóm, số", '<w:jc w:val="right"/>', based="ONhom"),
        _style("ONho", "Ô trong bảng, chữ nhỏ", _space(1.5, 1.5) + _LEFT, _size(11)),
        _style("ONhoGiua", "Ô trong bảng, chữ nhỏ, giữa", _space(1.5, 1.5) + _CENTRE, _size(11)),
        _style(
            "ONhoDau",
            "Đầu cột, chữ nhỏ",
            "<w:keepNext/>" + _space(2, 2) + _CENTRE,
            _BOLD + _size(11),
        ),
        _style(
            "ONhoNhom",
            "Dòng nhóm, chữ nhỏ",
            "<w:keepNext/>" + _space(2, 2) + _LEFT,
            _BOLD + _size(11),
        ),
        _style(
            "OBe",
            "Ô trong phiếu",
            '<w:spacing w:before="12" w:after="12" w:line="226" w:lineRule="auto"/>' + _LEFT,
            _size(10.5),
        ),
        _style("OBeGiua", "Ô trong phiếu, giữa", _CENTRE, based="OBe"),
        _style("OBeDau", "Đầu cột trong phiếu", "<w:keepNext/>" + _CENTRE, _BOLD, based="OBe"),
        _style("OBeNhom", "Dòng nhóm trong phiếu", "<w:keepNext/>", _BOLD, based="OBe"),
        _style("GhiChu", "Ghi chú dưới bảng", "", _ITALIC + _size(10.5), based="OBe"),
        _style("DongBe", "Dòng thông tin trong phiếu", _space() + _LEFT, _size(11.5)),
        _style("DongNho", "Dòng thông tin", _space(0, 2) + _LEFT, _size(12)),
        _style(
            "KhoangTrong",
            "Khoảng trống",
            '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
            _size(2),
        ),
        _style("SoTrang", "Số trang", _space() + _CENTRE, _size(13)),
    )
)

_TABLE_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def styles() -> bytes:
    """styles.xml: Times New Roman, black, Vietnamese, style names in Vietnamese."""
    fonts = "".join(f' w:{kind}="Times New Roman"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    margin = twips(1.6)
    return (
        f"{_HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        f'<w:color w:val="000000"/>{_size(14)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="BangTrang">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Bang"><w:name w:val="Bảng kẻ"/>'
        f'<w:basedOn w:val="BangTrang"/><w:tblPr><w:tblBorders>{_TABLE_BORDERS}</w:tblBorders>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" '
        f'w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>{STYLES}</w:styles>'
    ).encode()


_SETTINGS = (
    f'{_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/></w:settings>'
)
_HEADER = (
    f'{_HEAD}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("header1", "header"),
        )
    )
    + '<Override PartName="/docProps/core.xml" ContentType='
    '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_DOCUMENT_URI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = (
    f'{_HEAD}{_RELATIONS}<Relationship Id="rId1" Type="{_DOCUMENT_URI}/officeDocument" '
    'Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/'
    'package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_WORD_RELATIONS = (
    f"{_HEAD}{_RELATIONS}"
    + "".join(
        f'<Relationship Id="rId{number}" Type="{_DOCUMENT_URI}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(
            (("styles", "styles"), ("settings", "settings"), ("header", "header1")), start=1
        )
    )
    + "</Relationships>"
)


def _core(document_title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document_title)}</dc:title><dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    )


def write(
    path: Path,
    body: Sequence[str],
    document_title: str,
    *,
    landscape: bool = False,
    right: float = MARGIN_RIGHT,
) -> None:
    """The .docx with fixed times, so that the same script gives the same bytes."""
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _PACKAGE_RELATIONS.encode(),
        "word/document.xml": document(body, landscape=landscape, right=right),
        "word/_rels/document.xml.rels": _WORD_RELATIONS.encode(),
        "word/styles.xml": styles(),
        "word/settings.xml": _SETTINGS.encode(),
        "word/header1.xml": _HEADER.encode(),
        "docProps/core.xml": _core(document_title).encode(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
