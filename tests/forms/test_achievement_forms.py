"""Báo cáo tóm tắt thành tích and giấy xác nhận sáng kiến: golden texts, hostile answers.

After a wanted change of wording run this file with GHI_LAI=1 in the environment and read the
difference.
"""

import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.context import build_context
from khenthuong.documents.prefill import prefilled
from khenthuong.documents.render import PaperRenderer
from khenthuong.documents.text import plain_text
from khenthuong.domain.answers import Answers, normalise, validate
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.kinds import Authority, Checked, InitiativeScope
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.records import Initiative
from khenthuong.domain.years import Year
from khenthuong.paths import shipped
from tests.documents.invented import facts, person, unit
from tests.forms.golden import hold

FORMS = load_forms(shipped("forms"), None)[0]
SUMMARY, CERTIFICATE = "bao_cao_tom_tat", "giay_xac_nhan_sang_kien"
HOSTILE = (
    "Sở KH&CN <b>đậm</b> \"ngoặc\" 'đơn' ]]> {{ ten }} {% if %} &amp; "
    + unicodedata.normalize("NFD", "Nguyễn Hữu Ước")
    + "\x02\x0b\ufffe\nDòng hai\r\n\r\nDòng ba\t\tcuối"
)
LONG = " ".join(f"từ{n}" for n in range(5000))
OWN = Initiative(
    "SK1",
    "Sổ tay một cửa",
    ("CN001", "CN002"),
    Year(2025),
    InitiativeScope.PROVINCE,
    decision_number="21/QĐ-UBND",
    decision_date=date(2025, 11, 3),
)
WAITING = replace(OWN, code="SK0", name="Bản đồ số", year=Year(2024), decision_number="")
ABOUT_AUTHOR = SubjectFacts(
    symbol="GXN",
    recipient=person(1),
    recipient_unit=unit(1),
    initiatives=(WAITING, OWN),
    authors={"CN001": person(1).name, "CN002": person(2).name},
)
CASES: dict[tuple[str, str], DossierFacts] = {
    (SUMMARY, "xa"): replace(facts(), subject=SubjectFacts(symbol="BC")),
    (SUMMARY, "tinh"): replace(
        facts(Authority.PROVINCE), subject=SubjectFacts(symbol="BC", number="5")
    ),
    (CERTIFICATE, "ca_nhan"): replace(facts(), subject=ABOUT_AUTHOR),
}


def answered(form_id: str, given: DossierFacts, text: str) -> Answers:
    """What the books fill in, with the text wherever they are silent."""
    form = FORMS[form_id]
    known = prefilled(form, given, None)
    table = next(field for field in form.asks if field.type == "table")
    rows = [{c.key: row.get(c.key) or text for c in table.columns} for row in known[table.key]]
    if text == HOSTILE:
        rows = [{c.key: text for c in table.columns}]
    return normalise(form, {table.key: rows})


def rendered(form_id: str, given: DossierFacts, text: str = "Áp dụng ở 5 thôn") -> bytes:
    form = FORMS[form_id]
    paper = PaperRenderer(template_path(form, shipped("forms"), None), form)
    return paper.render(build_context(form, given, None, answered(form_id, given, text)))


@pytest.mark.parametrize(("form_id", "case"), list(CASES))
def test_golden_text(form_id: str, case: str) -> None:
    text = hold(form_id, case, rendered(form_id, CASES[form_id, case]))
    assert "None" not in text


@pytest.mark.parametrize(("form_id", "case"), list(CASES))
def test_what_the_books_fill_in_is_complete_but_for_what_they_cannot_know(
    form_id: str, case: str
) -> None:
    form, given = FORMS[form_id], CASES[form_id, case]
    known = prefilled(form, given, None)
    lacking = {one.field.partition(".")[2] for one in validate(form, normalise(form, {}), known)}
    assert lacking == (set() if form_id == SUMMARY else {"ap_dung", "hieu_qua"})
    assert validate(form, answered(form_id, given, "Tốt"), known) == []


@pytest.mark.parametrize(("form_id", "case"), list(CASES))
def test_hostile_texts_come_out_whole(form_id: str, case: str) -> None:
    made = rendered(form_id, CASES[form_id, case], HOSTILE)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        raw = archive.read("word/document.xml")
    etree.fromstring(raw, etree.XMLParser(recover=False))
    text = plain_text(made)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    assert "Sở KH&CN <b>đậm</b> \"ngoặc\" 'đơn' ]]>" in text
    assert "{% if %} &amp; Nguyễn Hữu Ước" in text


def test_five_thousand_words_come_out_whole() -> None:
    assert LONG in plain_text(rendered(CERTIFICATE, CASES[CERTIFICATE, "ca_nhan"], LONG))


@pytest.mark.parametrize("form_id", [SUMMARY, CERTIFICATE])
def test_what_is_not_compared_says_so(form_id: str) -> None:
    form = FORMS[form_id]
    assert form.checked is Checked.MEMORY
    assert "chưa đối chiếu" in form.note


def test_the_screen_says_which_forms_are_the_provinces() -> None:
    assert "Mẫu số 02" in FORMS[SUMMARY].note
    assert all(number in FORMS[SUMMARY].note for number in ("03", "09, 10", "cấp tỉnh"))


def test_an_initiative_without_a_decision_claims_none() -> None:
    text = plain_text(rendered(CERTIFICATE, CASES[CERTIFICATE, "ca_nhan"], ""))
    first, second = text.split("2. Bản đồ số")
    assert "Quyết định số 21/QĐ-UBND ngày 03 tháng 11 năm 2025" in first.replace("\u00a0", " ")
    assert f"{person(1).name}, {person(2).name}" in first
    assert "công nhận theo" not in second
