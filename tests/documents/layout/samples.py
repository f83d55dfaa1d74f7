"""A Tờ trình laid out by the decree's text alone, and ways to break one thing of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

Change = Callable[[Any], None]
GROUNDS = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    "Căn cứ Biên bản họp số 02/BB-HĐTĐKT ngày 26 tháng 12 năm 2025.",
)
BODY = (
    "Phòng Văn hóa - Xã hội đề nghị Chủ tịch Ủy ban nhân dân xã An Bình xem xét, khen thưởng các "
    "tập thể và cá nhân có thành tích xuất sắc trong thực hiện nhiệm vụ năm 2025, gồm:",
    "1. Danh hiệu “Lao động tiên tiến” năm 2025: 03 cá nhân.",
    "a) Khối văn phòng: 02 cá nhân;",
    "b) Khối trường học: 01 cá nhân.",
    "Kính trình Chủ tịch Ủy ban nhân dân xã xem xét, quyết định./.",
)


def write(paragraph: Any, text: str, size: float, **looks: bool) -> Any:
    """One run in a paragraph; looks: bold, italic."""
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run.bold, run.italic = looks.get("bold", False), looks.get("italic", False)
    return run


def border(paragraph: Any, left: float, right: float) -> None:
    """A solid line below an empty paragraph, with indents in mm."""
    paragraph.paragraph_format.left_indent = Mm(left)
    paragraph.paragraph_format.right_indent = Mm(right)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    bottom.set(qn("w:val"), "single")
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


class Letterhead:
    """The paper while it is made: its parts by name, so that a change finds them."""

    def __init__(self) -> None:
        self.document = Document()
        self.parts: dict[str, Any] = {}
        self._styles()
        self._page()
        self._head()
        self._title()
        self._text()
        self._foot()

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def _styles(self) -> None:
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        style = self.document.styles.add_style("Thân văn bản", 1)
        style.base_style = normal
        stand = style.paragraph_format
        stand.alignment, stand.first_line_indent = ALIGN.JUSTIFY, Mm(12.7)
        stand.space_after, stand.line_spacing = Pt(6), 1.0
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "vi-VN")
        normal.element.get_or_add_rPr().append(language)

    def _page(self) -> None:
        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.top_margin = page.bottom_margin = page.right_margin = Mm(20)
        page.left_margin = Mm(30)
        page.different_first_page_header_footer = True
        number = page.header.paragraphs[0]
        number.alignment = ALIGN.CENTER
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), " PAGE ")
        field.append(write(number, "2", 14)._r)
        number._p.append(field)
        self.parts |= {"page": page, "page_number": number}

    def _head(self) -> None:
        table = self.document.add_table(2, 2)
        table.autofit = False
        for row in table.rows:
            row.cells[0].width, row.cells[1].width = Mm(64), Mm(96)
        left, right = table.rows[0].cells
        below = table.rows[1].cells
        self._centred("superior", left.paragraphs[0], "UBND XÃ AN BÌNH", 12)
        agency = "PHÒNG VĂN HÓA - XÃ HỘI"
        self._centred("issuer", left.add_paragraph(), agency, 12, bold=True)
        self.parts["issuer_rule"] = left.add_paragraph()
        border(self.parts["issuer_rule"], 20, 20)
        state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        self._centred("state", right.paragraphs[0], state, 12, bold=True)
        words = "Độc lập - Tự do - Hạnh phúc"
        self._centred("motto", right.add_paragraph(), words, 13, bold=True)
        self.parts["motto_rule"] = right.add_paragraph()
        border(self.parts["motto_rule"], 18.1, 18.1)
        self._centred("number", below[0].paragraphs[0], "Số: 05/TTr-VHXH", 13)
        day = "An Bình, ngày 05 tháng 01 năm 2026"
        self._centred("date", below[1].paragraphs[0], day, 13, italic=True)
        self.parts["head"] = table

    def _title(self) -> None:
        new = self.document.add_paragraph
        self._centred("title", new(), "TỜ TRÌNH", 14, bold=True)
        self._centred("subject", new(), "Về việc đề nghị khen thưởng năm 2025", 14, bold=True)
        self.parts["subject_rule"] = new()
        border(self.parts["subject_rule"], 60, 60)
        words = "Kính gửi: Chủ tịch Ủy ban nhân dân xã An Bình"
        self._centred("addressee", new(), words, 14)

    def _text(self) -> None:
        for number, text in enumerate(GROUNDS):
            made = self.document.add_paragraph(style="Thân văn bản")
            write(made, text, 14, italic=True)
            self.parts[f"ground{number}"] = made
        for number, text in enumerate(BODY):
            made = self.document.add_paragraph(style="Thân văn bản")
            write(made, text, 14)
            self.parts[f"body{number}"] = made
        self.parts[f"body{len(BODY) - 1}"].paragraph_format.keep_with_next = True

    def _foot(self) -> None:
        table = self.document.add_table(1, 2)
        row = table.rows[0]
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        left, right = row.cells
        write(left.paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True)
        self.parts["recipients_word"] = left.paragraphs[0]
        for number, text in enumerate(("- Như trên;", "- Lưu: VT, VHXH.")):
            self.parts[f"recipient{number}"] = left.add_paragraph()
            write(self.parts[f"recipient{number}"], text, 11)
        post = "TRƯỞNG PHÒNG"
        self._centred("authority", right.paragraphs[0], post, 14, bold=True)
        self._centred("signer", right.add_paragraph(), "Lê Thị Mẫu", 14, bold=True)

    def _centred(self, name: str, paragraph: Any, text: str, size: float, **looks: bool) -> None:
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.line_spacing = 1.0
        write(paragraph, text, size, **looks)
        self.parts[name] = paragraph


def write_sample(path: Path, *changes: Change) -> Path:
    """The good Tờ trình, with something changed, as a file."""
    made = Letterhead()
    for change in changes:
        change(made)
    path.write_bytes(made.bytes())
    return path


def with_part(path: Path, name: str, data: bytes) -> Path:
    """The same file with one part replaced or added."""
    old = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info.filename))
        new.writestr(name, data)
    return path
