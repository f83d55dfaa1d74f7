"""Pairs that differ in one thing: the good paper, and the same with one deviation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt, RGBColor

from khenthuong import texts
from khenthuong.documents.layout import check_layout
from khenthuong.domain.layout import Component, Outcome, PaperKind, Weight
from tests.documents.layout.samples import Change, write_sample


def size(name: str, points: float) -> Change:
    def change(made: Any) -> None:
        for run in made.parts[name].runs:
            run.font.size = Pt(points)

    return change


def words(name: str, text: str) -> Change:
    def change(made: Any) -> None:
        made.parts[name].runs[0].text = text

    return change


def look(name: str, **looks: bool) -> Change:
    def change(made: Any) -> None:
        for run in made.parts[name].runs:
            for key, value in looks.items():
                setattr(run, key, value)

    return change


def stand(name: str, **settings: Any) -> Change:
    def change(made: Any) -> None:
        for key, value in settings.items():
            setattr(made.parts[name].paragraph_format, key, value)

    return change


def page(**settings: Any) -> Change:
    def change(made: Any) -> None:
        for key, value in settings.items():
            setattr(made.parts["page"], key, value)

    return change


def without(name: str) -> Change:
    def change(made: Any) -> None:
        node = made.parts[name]._p
        node.getparent().remove(node)

    return change


def lying(made: Any) -> None:
    made.parts["page"].orientation = WD_ORIENT.LANDSCAPE
    made.parts["page"].page_width, made.parts["page"].page_height = Mm(297), Mm(210)


def font(made: Any) -> None:
    made.parts["body0"].runs[0].font.name = "Arial"


def old_font(made: Any) -> None:
    made.parts["body0"].runs[0].font.name = ".VnTime"


def red(made: Any) -> None:
    made.parts["body0"].runs[0].font.color.rgb = RGBColor(255, 0, 0)


def split_row(made: Any) -> None:
    row = made.document.tables[-1].rows[0]._tr
    row.trPr.remove(row.trPr[0])


def number_below(made: Any) -> None:
    node = made.parts["page_number"]._p
    made.parts["page"].footer.paragraphs[0]._p.addprevious(node)


def dashed(made: Any) -> None:
    node = made.parts["motto_rule"]._p.pPr.find(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}pBdr"
    )
    node[0].set(node[0].keys()[0], "dashed")


C = Component
CASES: list[tuple[str, Change, Component, str]] = [
    ("lying", lying, C.SHEET, "lying"),
    ("letter", page(page_height=Mm(279.4), page_width=Mm(215.9)), C.SHEET, "sheet"),
    ("margin", page(left_margin=Mm(25)), C.MARGINS, "margin.left"),
    ("right margin", page(right_margin=Mm(20.5)), C.MARGINS, "margin.right"),
    ("gutter", page(gutter=Mm(10)), C.MARGINS, "margin.left"),
    ("font", font, C.FONT, "font"),
    ("TCVN3", old_font, C.FONT, "not_unicode"),
    ("red", red, C.FONT, "colour"),
    ("first", page(different_first_page_header_footer=False), C.PAGE_NUMBER, "number_on_first"),
    ("aside", stand("page_number", alignment=ALIGN.RIGHT), C.PAGE_NUMBER, "number_aside"),
    ("below", number_below, C.PAGE_NUMBER, "number_below"),
    ("Quốc hiệu 14", size("state", 14), C.MOTTO_STATE, "size"),
    (
        "Quốc hiệu",
        words("state", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM"),
        C.MOTTO_STATE,
        "spelling_state",
    ),
    ("Tiêu ngữ light", look("motto", bold=False), C.MOTTO, "bold"),
    ("Tiêu ngữ dash", words("motto", "Độc lập – Tự do – Hạnh phúc"), C.MOTTO, "motto_words"),
    ("Tiêu ngữ short", stand("motto_rule", left_indent=Mm(30)), C.MOTTO, "rule_whole"),
    ("Tiêu ngữ dashed", dashed, C.MOTTO, "rule_dashed"),
    ("Tiêu ngữ spaced", stand("motto", line_spacing=1.5), C.MOTTO, "single_spaced"),
    ("superior bold", look("superior", bold=True), C.SUPERIOR, "not_bold"),
    ("issuer small", size("issuer", 11), C.ISSUER, "size"),
    ("issuer no rule", without("issuer_rule"), C.ISSUER, "rule_missing"),
    ("issuer long rule", stand("issuer_rule", left_indent=Mm(0)), C.ISSUER, "rule_third"),
    ("number 5", words("number", "Số: 5/TTr-VHXH"), C.NUMBER, "leading_zero"),
    ("number colon", words("number", "Số 05/TTr-VHXH"), C.NUMBER, "number_form"),
    ("symbol", words("number", "Số: 05/TTr - VHXH"), C.NUMBER, "symbol_form"),
    ("symbol type", words("number", "Số: 05/QĐ-VHXH"), C.NUMBER, "symbol_type"),
    ("number 12", size("number", 12), C.NUMBER, "size_one"),
    ("day", words("date", "An Bình, ngày 5 tháng 01 năm 2026"), C.DATE, "leading_zero_day"),
    ("month", words("date", "An Bình, ngày 05 tháng 1 năm 2026"), C.DATE, "leading_zero_month"),
    ("no day", words("date", "An Bình, ngày 30 tháng 02 năm 2026"), C.DATE, "no_such_day"),
    ("comma", words("date", "An Bình ngày 05 tháng 01 năm 2026"), C.DATE, "date_comma"),
    ("place", words("date", "an Bình, ngày 05 tháng 01 năm 2026"), C.DATE, "place_capital"),
    ("upright date", look("date", italic=False), C.DATE, "italic"),
    ("title 16", size("title", 16), C.TITLE, "size"),
    ("subject light", look("subject", bold=False), C.SUBJECT, "bold"),
    ("subject no rule", without("subject_rule"), C.SUBJECT, "rule_missing"),
    (
        "addressee",
        words("addressee", "Kính gửi Chủ tịch xã An Bình"),
        C.ADDRESSEE,
        "addressee_colon",
    ),
    ("ground", words("ground0", "Căn cứ Luật Thi đua, khen thưởng."), C.GROUNDS, "ends_semicolon"),
    ("last ground", words("ground1", "Căn cứ Biên bản họp;"), C.GROUNDS, "ends_last"),
    ("upright ground", look("ground0", italic=False), C.GROUNDS, "italic"),
    ("body 12", size("body0", 12), C.BODY, "size"),
    ("body left", stand("body0", alignment=ALIGN.LEFT), C.BODY, "align.both"),
    ("body flush", stand("body0", first_line_indent=Mm(0)), C.BODY, "indent"),
    ("body 1.5 cm", stand("body0", first_line_indent=Mm(15)), C.BODY, "indent"),
    ("body gap", stand("body0", space_after=Pt(3)), C.BODY, "gap"),
    ("body wide", stand("body0", line_spacing=2.0), C.BODY, "line_spacing"),
    ("body tight", stand("body0", line_spacing=Pt(12)), C.BODY, "line_spacing"),
    ("body italic", look("body0", italic=True), C.BODY, "not_italic"),
    ("clause", words("body1", "1) Danh hiệu: 03 cá nhân."), C.CLAUSES, "clause_dot"),
    ("clause size", size("body1", 13), C.CLAUSES, "size_of_text"),
    ("point", words("body2", "a. Khối văn phòng: 02 cá nhân;"), C.POINTS, "point_bracket"),
    ("point order", words("body3", "c) Khối trường học: 01 cá nhân."), C.POINTS, "point_order"),
    ("power", words("authority", "K/T TRƯỞNG PHÒNG"), C.AUTHORITY, "power_form"),
    ("power alone", words("authority", "KT. TRƯỞNG PHÒNG"), C.AUTHORITY, "power_alone"),
    ("authority light", look("authority", bold=False), C.AUTHORITY, "bold"),
    ("name title", words("signer", "TS. Lê Thị Mẫu"), C.SIGNER, "name_title"),
    ("name light", look("signer", bold=False), C.SIGNER, "bold"),
    ("Nơi nhận 13", size("recipients_word", 13), C.RECIPIENTS_WORD, "size_one"),
    ("Nơi nhận upright", look("recipients_word", italic=False), C.RECIPIENTS_WORD, "italic"),
    ("list 12", size("recipient0", 12), C.RECIPIENTS, "size_one"),
    ("as above", words("recipient0", "- Hội đồng;"), C.RECIPIENTS, "as_above"),
    ("keeper", words("recipient1", "- Lưu VT, VHXH."), C.RECIPIENTS, "keeper_form"),
    ("keeper end", words("recipient1", "- Lưu: VT, VHXH"), C.RECIPIENTS, "ends_last"),
]


def test_the_good_paper_is_good(tmp_path: Path) -> None:
    report = check_layout(write_sample(tmp_path / "to-trinh.docx"))
    assert report.kind is PaperKind.REQUEST
    assert [(j.component, d.code) for j in report.judgements for d in j.deviations] == []
    assert report.deviations == report.advice == 0
    found = {j.component for j in report.judgements if j.outcome is Outcome.RIGHT}
    assert found >= {
        Component.MOTTO_STATE,
        Component.MOTTO,
        Component.SUPERIOR,
        Component.ISSUER,
        Component.NUMBER,
        Component.DATE,
        Component.TITLE,
        Component.SUBJECT,
        Component.ADDRESSEE,
        Component.GROUNDS,
        Component.BODY,
        Component.CLAUSES,
        Component.POINTS,
        Component.END_MARK,
        Component.AUTHORITY,
        Component.SIGNER,
        Component.RECIPIENTS_WORD,
        Component.RECIPIENTS,
    }


@pytest.mark.parametrize(
    ("change", "component", "code"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_one_deviation(tmp_path: Path, change: Change, component: Component, code: str) -> None:
    report = check_layout(write_sample(tmp_path / "lech.docx", change))
    assert report.of(component).outcome is Outcome.OFF
    assert code in [deviation.code for deviation in report.of(component).against]
    # A narrower page wraps the subject elsewhere; else nothing but the one thing deviates.
    off = {j.component for j in report.judgements if j.against or j.missing}
    assert off <= {component, Component.SUBJECT}
    for deviation in report.of(component).deviations:
        for side in ("found", "asked"):
            assert texts.say(f"layout.{side}.{deviation.code}", deviation.arguments)


@pytest.mark.parametrize(
    ("name", "component"),
    [
        ("state", C.MOTTO_STATE),
        ("motto", C.MOTTO),
        ("number", C.NUMBER),
        ("date", C.DATE),
        ("addressee", C.ADDRESSEE),
        ("signer", C.SIGNER),
        ("recipients_word", C.RECIPIENTS_WORD),
        ("body4", C.END_MARK),
    ],
)
def test_a_missing_component_is_told(tmp_path: Path, name: str, component: Component) -> None:
    report = check_layout(write_sample(tmp_path / "thieu.docx", without(name)))
    assert report.of(component).missing
    assert report.deviations >= 1


@pytest.mark.parametrize(
    "change",
    [
        words("number", "Số:       /TTr-VHXH"),
        words("number", "Số: …/TTr-VHXH"),
        words("number", "Số: 15/TTr-VHXH"),
        words("date", "An Bình, ngày      tháng      năm 2026"),
        words("date", "An Bình, ngày … tháng … năm 2026"),
        words("date", "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026"),
        words("body0", "Một dòng ngắn."),
        stand("body0", first_line_indent=Mm(10)),
        stand("body0", line_spacing=Pt(18)),
        stand("body0", line_spacing=1.5),
        stand("body0", space_after=Pt(0), space_before=Pt(6)),
        size("issuer", 13),
        words("state", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_what_the_decree_allows(tmp_path: Path, change: Change) -> None:
    before = stand("body1", space_before=Pt(6))
    report = check_layout(write_sample(tmp_path / "duoc.docx", change, before))
    off = [(j.component, d.code) for j in report.judgements for d in j.against]
    assert off == []
    assert report.deviations == 0


def test_good_practice_is_apart(tmp_path: Path) -> None:
    loose = stand("body4", keep_with_next=False)
    report = check_layout(write_sample(tmp_path / "nen.docx", loose, split_row))
    judged = report.of(Component.AUTHORITY)
    assert judged.outcome is Outcome.RIGHT
    assert {d.code for d in judged.advice} == {"keep_next", "sign_splits"}
    assert {d.weight for d in judged.deviations} == {Weight.SHOULD}
    assert report.deviations == 0


def test_a_month_with_a_needless_zero_is_advice(tmp_path: Path) -> None:
    change = words("date", "An Bình, ngày 05 tháng 06 năm 2026")
    report = check_layout(write_sample(tmp_path / "thang.docx", change))
    assert [d.code for d in report.of(Component.DATE).advice] == ["zero_not_needed"]
    assert report.of(Component.DATE).against == ()


def test_a_paper_of_no_type_is_not_blamed_for_its_text(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "phieu.docx", words("title", "PHIẾU THEO DÕI"), size("body0", 9))
    report = check_layout(path)
    assert report.kind is PaperKind.OTHER
    assert report.of(Component.BODY).outcome is Outcome.NOT_JUDGED
    assert report.of(Component.TITLE).outcome is Outcome.NOT_JUDGED


def test_an_author_s_own_report_is_no_paper_of_an_office(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "mo-ta.docx", words("title", "BÁO CÁO MÔ TẢ SÁNG KIẾN"))
    assert check_layout(path).kind is PaperKind.OTHER


def test_data_tables_repeat_their_head(tmp_path: Path) -> None:
    def table(made: Any) -> None:
        rows = made.document.add_table(6, 2)
        rows.style = "Table Grid"
        for row in rows.rows:
            row.cells[0].text = "STT"

    report = check_layout(write_sample(tmp_path / "bang.docx", table))
    codes = {deviation.code for deviation in report.of(Component.TABLES).advice}
    assert codes == {"header_repeats", "row_splits"}


def test_underlined_blanks_draw_a_line(tmp_path: Path) -> None:
    def blanks(made: Any) -> None:
        rule = made.parts["issuer_rule"]
        rule._p.pPr.remove(rule._p.pPr[-1])
        run = rule.add_run("\u00a0" * 21)
        run.font.size, run.underline = Pt(12), True

    report = check_layout(write_sample(tmp_path / "ke.docx", blanks))
    assert report.of(Component.ISSUER).outcome is Outcome.RIGHT


def test_underscores_draw_a_line(tmp_path: Path) -> None:
    def signs(made: Any) -> None:
        rule = made.parts["issuer_rule"]
        rule._p.pPr.remove(rule._p.pPr[-1])
        rule.add_run("_" * 10).font.size = Pt(12)

    report = check_layout(write_sample(tmp_path / "ke.docx", signs))
    assert report.of(Component.ISSUER).outcome is Outcome.RIGHT
