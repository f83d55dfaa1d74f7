"""Forms of a dossier: load, fit templates both ways, take hostile answers, print as agreed.

Golden texts lie in tests/golden/<form>/<case>.txt; after a wanted change of wording run this file
with GHI_LAI=1 in the environment and read the difference.
"""

import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm
from lxml import etree

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.context import build_context
from khenthuong.documents.render import PaperRenderer
from khenthuong.documents.text import plain_text
from khenthuong.domain.answers import offered, validate
from khenthuong.domain.dossier import Nominee
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import Authority, Checked, Subject, UnitKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.register import Recipient
from khenthuong.paths import shipped
from tests.documents.invented import (
    SAMPLE_TEXT,
    answers,
    facts,
    nominee,
    nominee_for,
    person,
    unit,
    with_text,
)
from tests.forms.golden import hold

ROOT = Path(__file__).resolve().parents[2]
FORMS = {
    name: form for name, form in load_forms(shipped("forms"), None)[0].items() if not form.on_demand
}
HOSTILE = (
    "Sở KH&CN <b>đậm</b> \"ngoặc\" 'đơn' ]]> {{ ho_ten }} {% if %} &amp; "
    + unicodedata.normalize("NFD", "Nguyễn Hữu Ước")
    + "\x02\x0b\ufffe\nDòng hai\r\n\r\nDòng ba\t\tcuối 😀"
)
PRINT_TYPED_TEXT = set(FORMS) - {"bang_tham_dinh_dot", "muc_luc", "quyet_dinh_khen_thuong"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def renderer(form: FormDef) -> PaperRenderer:
    return PaperRenderer(template_path(form, shipped("forms"), None), form)


@pytest.fixture(params=list(FORMS), ids=list(FORMS))
def form(request: pytest.FixtureRequest) -> FormDef:
    return FORMS[request.param]


def test_the_forms_of_a_dossier() -> None:
    assert sorted(FORMS) == [
        "bang_tham_dinh_dot",
        "bao_cao_chuyen_de",
        "bao_cao_cong_hien",
        "bao_cao_doi_ngoai_ca_nhan",
        "bao_cao_doi_ngoai_tap_the",
        "bao_cao_dot_xuat",
        "bao_cao_thanh_tich_ca_nhan",
        "bao_cao_thanh_tich_ho_gia_dinh",
        "bao_cao_thanh_tich_tap_the",
        "bien_ban_hop_hoi_dong",
        "danh_sach",
        "danh_sach_quyet_dinh",
        "muc_luc",
        "phieu_tham_dinh",
        "quyet_dinh_khen_thuong",
        "to_trinh",
    ]


def test_template_and_fields_agree_both_ways(form: FormDef) -> None:
    """The renderer refuses unknown names; here, that nothing declared is left unprinted."""
    used = renderer(form).used
    assert sorted({field.key for field in form.fields} - used) == []
    columns = {column.key for field in form.fields for column in field.columns}
    printed = {name.rpartition(".")[2] for name in used}
    assert sorted(columns - printed) == []


def test_what_is_not_compared_says_so(form: FormDef) -> None:
    assert form.note
    if form.checked is Checked.MEMORY:
        assert "chưa đối chiếu" in form.note


def test_good_answers_are_complete(form: FormDef) -> None:
    from khenthuong.documents.prefill import prefilled

    given = facts()
    known = prefilled(form, given, nominee_for(form, given))
    assert validate(form, answers(form), known) == []


def test_hostile_texts_come_out_whole(form: FormDef) -> None:
    given = facts()
    who = nominee_for(form, given)
    who = with_text(who, HOSTILE) if who else None
    given = replace(given, nominees=tuple(with_text(n, HOSTILE) for n in given.nominees))
    made = renderer(form).render(build_context(form, given, who, answers(form, HOSTILE)))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        raw = archive.read("word/document.xml")
    etree.fromstring(raw, etree.XMLParser(recover=False))
    text = plain_text(made)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    assert "None" not in text
    if form.id in PRINT_TYPED_TEXT:
        assert "Sở KH&CN <b>đậm</b> \"ngoặc\" 'đơn' ]]>" in text
        assert "{% if %} &amp; Nguyễn Hữu Ước" in text


CASES = {
    "xa": facts(),
    "tinh": facts(Authority.PROVINCE, sealed=True, households=0),
    "mot_nguoi": facts(units=0, persons=1, households=0, sealed=True),
}


@pytest.mark.parametrize("case", list(CASES))
def test_golden_text(form: FormDef, case: str) -> None:
    given = CASES[case]
    if form.authorities and given.authority.value not in form.authorities:
        assert given.authority is Authority.PROVINCE
        return
    kinds = {n.recipient.recipient_kind.value for n in given.nominees}
    if form.recipients and not kinds & set(form.recipients):
        assert form.scope == "nomination"
        return
    context = build_context(form, given, nominee_for(form, given), answers(form))
    text = hold(form.id, case, renderer(form).render(context))
    assert "  " not in re.sub(r" {6}|giờ +| {4,}", "", text)
    assert "None" not in text


def test_page_by_decree_30(form: FormDef) -> None:
    document = Document(str(template_path(form, shipped("forms"), None)))
    section = document.sections[0]
    sides = sorted((section.page_width, section.page_height))
    assert [round(side / Mm(1)) for side in sides if side] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    right = 15 if form.id in ("phieu_tham_dinh", "bang_tham_dinh_dot") else 20
    assert [round(margin / Mm(1)) for margin in margins if margin] == [20, 20, 30, right]
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element, encoding="unicode")
    with zipfile.ZipFile(template_path(form, shipped("forms"), None)) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert 'w:ascii="Times New Roman"' in styles
    assert '<w:lang w:val="vi-VN"' in styles
    assert re.findall(r'w:color w:val="(\w+)"', styles) == ["000000"]


def test_tables_have_widths_and_whole_rows(form: FormDef) -> None:
    document = Document(str(template_path(form, shipped("forms"), None)))
    for table in document.tables:
        grid = [int(str(column.width)) for column in table.columns]
        assert all(width > 0 for width in grid)
        rows = table._tbl.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        style = table._tbl.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and style.get(f"{W}val") == "Bang":
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


TWO_LINES = 180
"""Letters of body text that surely take more than one line."""
SIGNED = sorted(set(FORMS) - {"danh_sach", "danh_sach_quyet_dinh", "muc_luc"})


@pytest.mark.parametrize("form_id", SIGNED)
@pytest.mark.parametrize("case", list(CASES))
def test_a_signature_never_stands_alone(form_id: str, case: str) -> None:
    """Two paragraphs or rows before the signature are chained to it, and the block to itself."""
    form, given = FORMS[form_id], CASES[case]
    kinds = {n.recipient.recipient_kind.value for n in given.nominees}
    if (form.recipients and not kinds & set(form.recipients)) or (
        form.authorities and given.authority.value not in form.authorities
    ):
        assert case != "xa"
        return
    for filled in (
        given,
        replace(given, nominees=tuple(replace(n, past_awards=()) for n in given.nominees)),
    ):
        context = build_context(form, filled, nominee_for(form, filled), answers(form))
        body = Document(io.BytesIO(renderer(form).render(context))).element.body
        blocks = [
            row
            for child in body
            for row in (child.findall(f"{W}tr") if child.tag == f"{W}tbl" else [child])
        ]
        place = max(n for n, b in enumerate(blocks) if b.tag == f"{W}tr" and _signs(b))
        before = [b for b in blocks[:place] if _text(b)][-2:]
        # An article of two lines or more goes with the signature as a whole: it is enough.
        if len(_text(before[-1])) > TWO_LINES and before[-1].tag == f"{W}p":
            assert before[-1].find(f"{W}pPr/{W}keepLines") is not None
            before = before[-1:]
        gaps = [b for b in blocks[blocks.index(before[0]) : place] if not _text(b)]
        assert all(_kept(block) for block in (*before, *gaps)), [_text(b) for b in before]
        assert blocks[place].find(f"{W}trPr/{W}cantSplit") is not None


def _signs(row: etree._Element) -> bool:
    styles = {style.get(f"{W}val") for style in row.iter(f"{W}pStyle")}
    return bool(styles & {"ChuKy", "ChuKyNho"})


def _text(block: etree._Element) -> str:
    return "".join(node.text or "" for node in block.iter(f"{W}t")).strip()


KEEPING_STYLES = {
    "KhoangTrong",
    "DeMuc",
    "TieuDeNhoDong",
    "ChuKy",
    "ChuKyNho",
    "ChuKyGhiChu",
    "ODau",
    "ONhoDau",
    "OBeDau",
    "OBeNhom",
}


def _kept(block: etree._Element) -> bool:
    """A paragraph, or every cell of a row, stays with what follows."""
    for paragraph in [block] if block.tag == f"{W}p" else list(block.iter(f"{W}p")):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        own = paragraph.find(f"{W}pPr/{W}keepNext")
        by_style = style is not None and style.get(f"{W}val") in KEEPING_STYLES
        if own is None and not by_style:
            return False
    return True


def test_the_script_makes_the_same_templates(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "lam_mau_word.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    for form in FORMS.values():
        shipped_file = template_path(form, shipped("forms"), None)
        with zipfile.ZipFile(shipped_file) as old, zipfile.ZipFile(tmp_path / form.template) as new:
            assert old.namelist() == new.namelist()
            for name in old.namelist():
                assert old.read(name) == new.read(name), (form.id, name)


def test_complaints_stay_neutral_on_the_minutes() -> None:
    form = FORMS["bien_ban_hop_hoi_dong"]
    text = plain_text(renderer(form).render(build_context(form, facts(), None, answers(form))))
    assert "Chưa đủ điều kiện xét tại thời điểm này." in text


def test_a_proof_of_fifteen_findings_stays_readable() -> None:
    form = FORMS["phieu_tham_dinh"]
    who = nominee(person(3), "giay_khen_xa", findings=15)
    text = plain_text(renderer(form).render(build_context(form, facts(), who, None)))
    assert text.count("Yêu cầu xếp loại") == 15
    assert [line for line in text.splitlines() if line.startswith(("I |", "IV |"))]


def about(form_id: str, who: Nominee, text: str = SAMPLE_TEXT) -> str:
    form = FORMS[form_id]
    given = replace(facts(), movement=MOVEMENT)
    return plain_text(renderer(form).render(build_context(form, given, who, answers(form, text))))


MOVEMENT = Movement(
    "PT1",
    "Cả nước chung sức xây dựng nông thôn mới",
    plan_number="12/KH-UBND",
    issued=date(2025, 1, 5),
    issuer="Ủy ban nhân dân xã An Bình",
    start=date(2025, 1, 5),
    end=date(2025, 12, 20),
)


def test_a_movement_report_names_the_plan_and_its_time() -> None:
    text = about("bao_cao_chuyen_de", nominee(person(3), "giay_khen_xa")).replace("\u00a0", " ")
    assert "phát động theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2025" in text
    assert "từ ngày 05/01/2025 đến ngày 20/12/2025" in text


@pytest.mark.parametrize("form_id", ["bao_cao_dot_xuat", "bao_cao_chuyen_de"])
def test_one_form_serves_persons_and_collectives(form_id: str) -> None:
    of_person = about(form_id, nominee(person(3), "giay_khen_xa"))
    of_unit = about(form_id, nominee(unit(3), "giay_khen_xa"))
    assert "Quê quán: Xã An Bình" in of_person
    assert "NGƯỜI BÁO CÁO THÀNH TÍCH" in of_person
    assert "Chức năng, nhiệm vụ" not in of_person
    assert "Chức năng, nhiệm vụ được giao" in of_unit
    assert "Đặng Kim Ngà" in of_unit
    assert "Quê quán" not in of_unit


def test_a_sudden_achievement_is_told_from_the_books() -> None:
    text = about("bao_cao_dot_xuat", nominee(person(3), "giay_khen_xa"))
    for told in ("18/09/2025", "Chèo thuyền đưa người già", "11 người đến nơi an toàn"):
        assert told in text
    assert "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG" not in text


def test_the_dead_are_proposed_posthumously() -> None:
    who = replace(person(3), died=date(2025, 9, 18))
    assert "ĐỀ NGHỊ TRUY TẶNG" in about("bao_cao_dot_xuat", nominee(who, "giay_khen_xa"))
    assert "TRUY TẶNG" not in about("bao_cao_dot_xuat", nominee(person(3), "giay_khen_xa"))


@pytest.mark.parametrize(
    ("form_id", "producer", "other"),
    [
        (
            "bao_cao_thanh_tich_tap_the",
            replace(unit(3), kind=UnitKind.ENTERPRISE),
            replace(unit(3), kind=UnitKind.SCHOOL),
        ),
        (
            "bao_cao_thanh_tich_ca_nhan",
            replace(person(3), subject=Subject.ENTREPRENEUR),
            replace(person(3), subject=Subject.FARMER),
        ),
    ],
)
def test_only_producers_answer_for_their_duties(
    form_id: str, producer: Recipient, other: Recipient
) -> None:
    duties = ("Nộp ngân sách nhà nước", "Bảo vệ môi trường", "Bảo đảm an toàn thực phẩm")
    assert all(duty in about(form_id, nominee(producer, "giay_khen_xa")) for duty in duties)
    assert not any(duty in about(form_id, nominee(other, "giay_khen_xa")) for duty in duties)
    keys = {
        kind: {field.key for field in offered(FORMS[form_id], {"san_xuat": kind})}
        for kind in (True, False)
    }
    assert "nghia_vu" in keys[True]
    assert "nghia_vu" not in keys[False]
