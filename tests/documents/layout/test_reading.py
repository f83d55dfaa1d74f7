"""Effective formatting: what Word shows is what is read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from khenthuong.documents.layout.paper import Line, Paper
from khenthuong.documents.layout.reading import read_paper

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def read(path: Path, body: str, **parts: str) -> Paper:
    with zipfile.ZipFile(path / "x.docx", "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, xml in parts.items():
            folder = "theme/" if name == "theme1" else ""
            archive.writestr(f"word/{folder}{name}.xml", xml)
    return read_paper(path / "x.docx")[0]


def styles(inside: str) -> str:
    return f'<w:styles xmlns:w="{W}">{inside}</w:styles>'


def one(paper: Paper) -> Line:
    return paper.lines[0]


def paragraph(text: str = "Chữ", paragraph_format: str = "", run_format: str = "") -> str:
    return (
        f"<w:p><w:pPr>{paragraph_format}</w:pPr><w:r><w:rPr>{run_format}</w:rPr>"
        f"<w:t>{text}</w:t></w:r></w:p>"
    )


CHAIN = styles(
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:pPr><w:ind w:firstLine="720"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Dam"/><w:rPr><w:b/></w:rPr>'
    "</w:style>"
)


def test_a_style_takes_from_the_one_it_is_based_on(tmp_path: Path) -> None:
    line = one(read(tmp_path, paragraph(paragraph_format='<w:pStyle w:val="Con"/>'), styles=CHAIN))
    assert (line.sizes, line.bold, line.format.align) == ((14.0,), True, "both")
    assert line.format.first == pytest.approx(12.7, abs=0.01)


def test_without_a_style_the_default_one_counts(tmp_path: Path) -> None:
    line = one(read(tmp_path, paragraph(), styles=CHAIN))
    assert (line.sizes, line.bold) == ((11.0,), True)


@pytest.mark.parametrize(
    ("run", "bold"),
    [
        ('<w:rStyle w:val="Dam"/>', False),  # bold by two styles cancels out
        ('<w:rStyle w:val="Dam"/><w:b/>', True),
        ('<w:b w:val="0"/>', False),
        ("", True),
    ],
)
def test_toggles_of_styles_cancel(tmp_path: Path, run: str, bold: bool) -> None:
    assert one(read(tmp_path, paragraph(run_format=run), styles=CHAIN)).bold is bold


def test_a_theme_names_the_font(tmp_path: Path) -> None:
    theme = (
        f'<a:theme xmlns:a="{A}"><a:minorFont><a:latin typeface="Cambria"/></a:minorFont></a:theme>'
    )
    run = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    line = one(read(tmp_path, paragraph(run_format=run), theme1=theme))
    assert line.runs[0].look.fonts == ("Cambria",)


def test_a_hanging_indent_moves_the_first_line_back(tmp_path: Path) -> None:
    line = one(read(tmp_path, paragraph(paragraph_format='<w:ind w:left="720" w:hanging="360"/>')))
    assert line.format.left == pytest.approx(12.7, abs=0.01)
    assert line.format.first == pytest.approx(6.35, abs=0.01)


@pytest.mark.parametrize(
    ("spacing", "line", "rule"),
    [
        ('w:line="360" w:lineRule="auto"', 1.5, "auto"),
        ('w:line="360" w:lineRule="exact"', 18.0, "exact"),
        ('w:before="120"', 1.0, "auto"),
    ],
)
def test_line_spacing(tmp_path: Path, spacing: str, line: float, rule: str) -> None:
    made = one(read(tmp_path, paragraph(paragraph_format=f"<w:spacing {spacing}/>"))).format
    assert (made.line, made.line_rule) == (line, rule)


def test_deleted_hidden_and_boxed_text_is_not_read(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Còn</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        "<w:ins><w:r><w:t> thêm</w:t></w:r></w:ins></w:p>"
    )
    assert one(read(tmp_path, body)).text == "Còn thêm"


def test_breaks_make_lines_and_hyphens_stay(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Số 1/TTr</w:t><w:noBreakHyphen/><w:t>UBND</w:t><w:br/>"
    lines = read(tmp_path, body + "<w:t>dưới</w:t></w:r></w:p>").lines
    assert [line.text for line in lines] == ["Số 1/TTr-UBND", "dưới"]
    assert [(line.begins, line.ends) for line in lines] == [(True, False), (False, True)]


def test_lists_give_their_numbers(tmp_path: Path) -> None:
    level = (
        '<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/>'
    )
    levels = (
        level.format(n=0, f="decimal", t="Điều %1.")
        + '<w:pPr><w:ind w:left="567"/></w:pPr></w:lvl>'
        + level.format(n=1, f="lowerLetter", t="%2)")
        + "</w:lvl>"
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )

    def item(depth: int) -> str:
        return paragraph(
            paragraph_format=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        )

    body = "".join(item(depth) for depth in (0, 1, 1, 0, 1))
    paper = read(tmp_path, body, numbering=numbering)
    assert [x.label for x in paper.lines] == ["Điều 1.", "a)", "b)", "Điều 2.", "a)"]
    assert paper.lines[0].words == "Điều 1. Chữ"
    assert paper.lines[0].format.left == pytest.approx(10, abs=0.01)


def test_cells_know_their_place_and_width(tmp_path: Path) -> None:
    body = (
        '<w:tbl><w:tblPr><w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="567"/><w:gridCol w:w="567"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph()}</w:tc></w:tr>'
        f"<w:tr><w:tc>{paragraph()}</w:tc><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>"
    )
    cells = [line.cell for line in read(tmp_path, body).lines]
    places = [(cell.row, cell.column, round(cell.width)) for cell in cells if cell]
    assert places == [(0, 0, 20), (1, 0, 10), (1, 1, 10)]


def test_words_are_measured_as_times_prints_them(tmp_path: Path) -> None:
    run = '<w:b/><w:sz w:val="26"/>'
    line = one(read(tmp_path, paragraph("Độc lập - Tự do - Hạnh phúc", "", run)))
    assert line.length == pytest.approx(56.1, abs=0.2)
    wide = one(
        read(tmp_path, paragraph("Độc lập - Tự do - Hạnh phúc", "", run + '<w:w w:val="50"/>'))
    )
    assert wide.length == pytest.approx(line.length / 2)


def test_old_word_draws_lines_too(tmp_path: Path) -> None:
    shape = (
        '<w:p xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:line from="10pt,3pt" '
        'to="82pt,3pt"/></w:pict></w:r></w:p>'
    )
    assert one(read(tmp_path, shape)).strokes[0].length == pytest.approx(25.4, abs=0.01)
