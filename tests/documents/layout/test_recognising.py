"""What kind of paper it is, and which line is which, by words alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from khenthuong import texts
from khenthuong.documents.layout import check_layout
from khenthuong.documents.layout.reading import read_paper
from khenthuong.documents.layout.recognising import Parts, recognise
from khenthuong.domain.layout import Component, PaperKind
from tests.documents.layout.samples import write_sample
from tests.documents.layout.test_judging import words

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def parts_of(path: Path) -> Parts:
    return recognise(read_paper(path)[0])


def paper(
    path: Path, left: str, title: str, *body: str, foot: tuple[str, str] | None = None
) -> Parts:
    document = Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = left
    table.rows[0].cells[1].text = f"{STATE}\n{MOTTO}\nAn Bình, ngày 05 tháng 01 năm 2026"
    for text in (*title.split("\n"), *body):
        made = document.add_paragraph(text)
        if text in title:
            made.alignment = ALIGN.CENTER
    if foot:
        signing = document.add_table(1, 2)
        signing.rows[0].cells[0].text, signing.rows[0].cells[1].text = foot
    document.save(str(path / "x.docx"))
    return parts_of(path / "x.docx")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("QUYẾT ĐỊNH\nVề việc tặng Giấy khen", PaperKind.DECISION),
        ("TỜ TRÌNH\nVề việc đề nghị", PaperKind.REQUEST),
        ("BÁO CÁO\nTổng kết", PaperKind.REPORT),
        ("BÁO CÁO THÀNH TÍCH\nĐề nghị", PaperKind.MERIT_REPORT),
        ("BIÊN BẢN\nHọp xét", PaperKind.MINUTES),
        ("KẾ HOẠCH\nPhát động", PaperKind.NAMED),
        ("GIẤY MỜI\nHọp Hội đồng", PaperKind.NAMED),
        ("PHIẾU THẨM ĐỊNH\nTrường hợp", PaperKind.OTHER),
        ("Thưa các đồng chí", PaperKind.OTHER),
    ],
)
def test_the_title_tells_the_kind(tmp_path: Path, title: str, kind: PaperKind) -> None:
    assert paper(tmp_path, "UBND XÃ AN BÌNH\nSố: 05/X-UBND", title, "Thân.").kind is kind


def test_a_letter_has_its_subject_in_the_head(tmp_path: Path) -> None:
    left = "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 12/UBND-VHXH\nV/v lập hồ sơ\nkhen thưởng"
    parts = paper(tmp_path, left, "Kính gửi: Sở Nội vụ", "Thân./.")
    assert parts.kind is PaperKind.LETTER
    assert [line.words for line in parts.of(Component.LETTER_SUBJECT)] == [
        "V/v lập hồ sơ",
        "khen thưởng",
    ]
    assert [line.words for line in parts.of(Component.ISSUER)] == ["XÃ AN BÌNH"]
    assert parts.of(Component.ADDRESSEE)[0].words == "Kính gửi: Sở Nội vụ"


def test_a_date_of_birth_is_not_the_date_of_the_paper(tmp_path: Path) -> None:
    document = Document()
    born = "- Ngày, tháng, năm sinh: 01/05/1984; dân tộc: Kinh"
    for line in (STATE, MOTTO, "BẢN KHAI CÁ NHÂN", born):
        document.add_paragraph(line)
    path = tmp_path / "ban-khai.docx"
    document.save(str(path))
    assert recognise(read_paper(path)[0]).of(Component.DATE) == ()


def test_signers_by_authority(tmp_path: Path) -> None:
    foot = (
        "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Ký,\nđóng dấu)\n\nLê Thị Mẫu",
    )
    parts = paper(tmp_path, "UBND XÃ", "THÔNG BÁO\nVề việc", "Thân./.", foot=foot)
    assert [line.words for line in parts.of(Component.AUTHORITY)] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    ]
    assert [line.words for line in parts.of(Component.SIGNER)] == ["Lê Thị Mẫu"]
    assert [line.words for line in parts.of(Component.RECIPIENTS)] == [
        "- Như Điều 3;",
        "- Lưu: VT.",
    ]


def test_divisions_of_the_text(tmp_path: Path) -> None:
    body = (
        "Căn cứ Luật Thi đua, khen thưởng;",
        "Theo đề nghị của Phòng.",
        "Điều 1. Tặng Giấy khen.",
        "1. Cho cá nhân.",
        "a) Ở thôn;",
        "Điều 2. Thi hành./.",
    )
    parts = paper(tmp_path, "UBND XÃ", "QUYẾT ĐỊNH\nVề việc", *body)
    assert len(parts.of(Component.GROUNDS)) == 2
    assert [x.words for x in parts.of(Component.ARTICLES)] == [body[2], body[5]]
    assert [x.words for x in parts.of(Component.CLAUSES)] == [body[3]]
    assert [x.words for x in parts.of(Component.POINTS)] == [body[4]]
    assert parts.of(Component.END_MARK)[0].words == body[5]


def test_annexes_after_the_paper(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "co-phu-luc.docx", _add_annexes)
    parts = parts_of(path)
    assert parts.kind is PaperKind.REQUEST
    assert [x.words for x in parts.of(Component.ANNEX_NUMBER)] == ["Phụ lục I", "Phụ lục II"]
    assert [x.words for x in parts.of(Component.ANNEX_TITLE)] == ["BẢNG SỐ LIỆU", "DANH SÁCH"]
    assert len(parts.of(Component.ANNEX_NOTE)) == 2
    assert parts.of(Component.SIGNER)[0].words == "Lê Thị Mẫu"


def _add_annexes(made: object) -> None:
    document = made.document  # type: ignore[attr-defined]
    for number, title in (("I", "BẢNG SỐ LIỆU"), ("II", "DANH SÁCH")):
        for text in (f"Phụ lục {number}", title, "(Kèm theo Tờ trình số 05/TTr-VHXH)"):
            document.add_paragraph(text).alignment = ALIGN.CENTER
        document.add_paragraph("Nội dung phụ lục.")


def test_a_head_made_with_tabs(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(f"UBND XÃ AN BÌNH\t{STATE}")
    document.add_paragraph(f"TRẠM Y TẾ\t{MOTTO}")
    document.add_paragraph("Số: 05/BC-TYT\tAn Bình, ngày 05 tháng 01 năm 2026")
    document.add_paragraph("BÁO CÁO").alignment = ALIGN.CENTER
    document.save(str(tmp_path / "tab.docx"))
    parts = parts_of(tmp_path / "tab.docx")
    assert parts.kind is PaperKind.REPORT
    assert parts.of(Component.NUMBER)[0].words == "Số: 05/BC-TYT"
    assert parts.of(Component.DATE)[0].words.startswith("An Bình, ngày")
    assert [x.words for x in parts.of(Component.SUPERIOR)] == ["UBND XÃ AN BÌNH"]


def test_an_unfilled_template_is_told(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "mau.docx", words("signer", "{{ nguoi_ky }}"))
    notices = check_layout(path).notices
    assert [notice.code for notice in notices] == ["layout.notice.template"]
    assert "{{ … }}" in texts.say(notices[0].code, notices[0].arguments)
