"""Files built to break a reader: each ends in a sentence, none in a crash."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.documents.layout import check_layout, opening
from khenthuong.domain.layout import Component, Outcome
from khenthuong.errors import LayoutError
from tests.documents.layout.samples import with_part, write_sample

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EMPTY = f'<w:document xmlns:w="{W}"><w:body/></w:document>'.encode()
BOMB = (
    b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="' + W.encode() + b'"><w:body>&b;</w:body></w:document>'
)


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def refused(path: Path) -> str:
    with pytest.raises(LayoutError) as caught:
        check_layout(path)
    sentence = texts.say(caught.value.code, caught.value.arguments)
    assert path.name in sentence
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "layout.not_word"),
        (b"%PDF-1.7", "layout.not_word"),
        (b"PK\x03\x04 and then nothing", "layout.broken"),
        (opening._OLE + b"\0" * 600, "layout.old_word"),
        (opening._OLE + "EncryptedPackage".encode("utf-16-le"), "layout.locked"),
    ],
)
def test_what_is_no_word_file(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "la.docx"
    path.write_bytes(data)
    assert refused(path) == code


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"<w:document>", "layout.broken"),
        (BOMB, "layout.entities"),
        (EMPTY.replace(b"<w:body/>", b""), "layout.not_word"),
        (EMPTY.replace(b"<w:body/>", b"<w:p>" * 5000), "layout.broken"),
    ],
)
def test_a_broken_document(tmp_path: Path, document: bytes, code: str) -> None:
    assert refused(packed(tmp_path / "hong.docx", {"word/document.xml": document})) == code


def test_missing_and_absent(tmp_path: Path) -> None:
    assert refused(packed(tmp_path / "thieu.docx", {"word/styles.xml": EMPTY})) == "layout.not_word"
    assert refused(tmp_path / "khong-co.docx") == "layout.unreadable"


def test_a_zip_bomb(tmp_path: Path) -> None:
    body = EMPTY.replace(b"<w:body/>", b"<w:body>" + b" " * 40_000_000 + b"</w:body>")
    path = packed(tmp_path / "to.docx", {"word/document.xml": body})
    assert path.stat().st_size < 100_000
    assert refused(path) == "layout.too_big"


def test_too_many_paragraphs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khenthuong.documents.layout.reading.MAX_PARAGRAPHS", 10)
    body = EMPTY.replace(b"<w:body/>", b"<w:body>" + b"<w:p/>" * 11 + b"</w:body>")
    assert refused(packed(tmp_path / "dai.docx", {"word/document.xml": body})) == "layout.too_long"


def test_a_truncated_file(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "cut.docx")
    data = path.read_bytes()
    for length in range(4, len(data), len(data) // 12):
        path.write_bytes(data[:length])
        assert refused(path) == "layout.broken"


def test_flipped_bytes_never_crash(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "flip.docx")
    data = bytearray(path.read_bytes())
    outcomes: set[str] = set()
    for at in range(0, len(data), len(data) // 40):
        spoiled = bytearray(data)
        spoiled[at] ^= 0xFF
        path.write_bytes(spoiled)
        try:
            check_layout(path)
            outcomes.add("read")
        except LayoutError as error:
            outcomes.add(error.code)
    assert "layout.broken" in outcomes


def test_no_styles_no_settings(tmp_path: Path) -> None:
    """A file of one part: nothing says which font, so that is told."""
    body = b"<w:body><w:p><w:r><w:t>Xin nghe</w:t></w:r></w:p></w:body>"
    document = EMPTY.replace(b"<w:body/>", body)
    report = check_layout(packed(tmp_path / "tran.docx", {"word/document.xml": document}))
    assert [d.code for d in report.of(Component.FONT).against] == ["font_unsaid"]
    assert report.of(Component.MARGINS).outcome is Outcome.OFF


def test_an_empty_paper(tmp_path: Path) -> None:
    report = check_layout(packed(tmp_path / "trong.docx", {"word/document.xml": EMPTY}))
    assert report.of(Component.PAGE_NUMBER).outcome is Outcome.ABSENT


def test_macros_and_links_are_told(tmp_path: Path) -> None:
    path = with_part(write_sample(tmp_path / "macro.docx"), "word/vbaProject.bin", b"\0")
    with zipfile.ZipFile(path) as archive:
        links = archive.read("word/_rels/document.xml.rels")
    outside = (
        b'<Relationship Id="rX" Type="http://x/attachedTemplate" TargetMode="External" '
        b'Target="http://example.invalid/mau.dotm"/></Relationships>'
    )
    path = with_part(
        path, "word/_rels/document.xml.rels", links.replace(b"</Relationships>", outside)
    )
    report = check_layout(path)
    told = [texts.say(notice.code, notice.arguments) for notice in report.notices]
    assert {notice.code for notice in report.notices} == {
        "layout.notice.macro",
        "layout.notice.outside",
    }
    assert "http://example.invalid/mau.dotm" in told[1]
    assert report.deviations == 0


def test_a_circle_of_styles(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "vong.docx")
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        styles = archive.read("word/styles.xml").decode()
    circle = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    with_part(path, "word/styles.xml", styles.replace("</w:styles>", circle).encode())
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
    used = document.replace('w:val="Thnvnbn"', 'w:val="A"')
    with_part(path, "word/document.xml", used.encode())
    assert check_layout(path).of(Component.BODY).outcome in (Outcome.RIGHT, Outcome.OFF)


@pytest.mark.parametrize("value", ["-9999999999", "1e9", "∞", "", "12.5pt", "99999999999999999999"])
def test_strange_measures(tmp_path: Path, value: str) -> None:
    section = (
        f'<w:sectPr><w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:left="{value}"/></w:sectPr>'
    )
    run = (
        f'<w:p><w:pPr><w:ind w:left="{value}"/><w:spacing w:line="{value}"/></w:pPr><w:r><w:rPr>'
        f'<w:sz w:val="{value}"/><w:w w:val="{value}"/></w:rPr><w:t>Chữ</w:t></w:r></w:p>'
    )
    document = EMPTY.decode().replace("<w:body/>", f"<w:body>{run}{section}</w:body>")
    path = packed(tmp_path / "so-la.docx", {"word/document.xml": document.encode()})
    assert check_layout(path).of(Component.SHEET).outcome in (Outcome.RIGHT, Outcome.OFF)


def test_tables_in_tables_in_tables(tmp_path: Path) -> None:
    deep = "<w:p/>"
    for _ in range(60):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl><w:p/>"
    document = EMPTY.decode().replace("<w:body/>", f"<w:body>{deep}</w:body>")
    path = packed(tmp_path / "sau.docx", {"word/document.xml": document.encode()})
    assert check_layout(path).of(Component.FONT).outcome is Outcome.RIGHT
