"""Forms and templates checked; a province's form is two files and no code."""

from datetime import date

import docx
import pytest

from khenthuong import storage
from khenthuong.domain.kinds import Checked
from khenthuong.domain.office_papers import Subject
from khenthuong.errors import UserError
from khenthuong.services.paperwork import form_check, office_papers
from khenthuong.services.rulebook import confirmations
from khenthuong.services.rulebook.confirmations import Grounds

FORM = """schema = 1
id = "giay_xac_nhan"
version = "1"
title = "Giấy xác nhận thành tích"
template = "giay_xac_nhan.docx"
scope = "office"
group = "Của tỉnh"
symbol = "GXN"
number = "Mẫu 01"
decree = "Quyết định số 12/2026/QĐ-UBND"
checked = "chua"
order = 900

[[section]]
title = "Nội dung"

[[section.field]]
key = "dan_toc"
type = "choice"
label = "Dân tộc"
choices_from = "dan_toc"
required = true

[[section.field]]
key = "nam"
type = "integer"
label = "Số nam"

[[section.field]]
key = "nu"
type = "integer"
label = "Số nữ"

[[section.field]]
key = "tong"
type = "integer"
label = "Tổng số"

[[section]]
title = "Dữ kiện"
field = [
  { key = "co_quan.ten", type = "text", label = "Tên cơ quan", fact = true, required = true },
  { key = "van_ban_nay.so", type = "text", label = "Số", blank = true },
]

[[check]]
kind = "sum"
says = "Số nam và số nữ cộng lại phải bằng tổng số."
fields = ["nam", "nu"]
equals = "tong"
"""
GROUNDS = Grounds("Lê Thị Ghi, chuyên viên", "12/2026/QĐ-UBND", date(2026, 1, 5))


def drop(
    ws, form: str = FORM, printed: str = "{{ co_quan.ten }}: {{ dan_toc }} {{ tong }}"
) -> None:
    """Lay a form and its template into the data folder, as a province does."""
    forms = ws.folder.forms / "bieu_mau"
    templates = ws.folder.forms.parent / "templates_docx"
    for folder in (forms, templates):
        folder.mkdir(parents=True, exist_ok=True)
    (forms / "giay_xac_nhan.toml").write_text(form, encoding="utf-8")
    document = docx.Document()
    document.add_paragraph(printed)
    document.add_paragraph("Số: {{ van_ban_nay.so }}")
    document.save(str(templates / "giay_xac_nhan.docx"))


def state_of(ws, file: str = "giay_xac_nhan"):
    return next(one for one in form_check.survey_again(ws) if one.file == file)


def test_two_files_make_a_paper(commune):
    drop(commune)
    commune.read_forms_again()
    assert [one.id for one in office_papers.offered(commune)["Của tỉnh"]] == ["giay_xac_nhan"]
    values = {"dan_toc": "Kinh", "nam": 2, "nu": 3, "tong": 5}
    made = office_papers.make(commune, "giay_xac_nhan", Subject(), values)
    text = "\n".join(p.text for p in docx.Document(str(made.path)).paragraphs)
    office = storage.office.get_office(commune.books)
    assert office.name.removeprefix("Ủy ban nhân dân ").split()[-1] in text
    assert "Kinh 5" in text
    assert "/GXN-UBND" in text.replace("\u00a0", " ").replace("\u2011", "-")
    with pytest.raises(UserError, match="Số nam và số nữ cộng lại"):
        office_papers.make(commune, "giay_xac_nhan", Subject(), {**values, "nu": 4})


def test_a_name_no_form_offers_is_refused_with_place_and_nearest(commune):
    drop(commune, printed="{{ dan_tok }}")
    state = state_of(commune)
    (fault,) = state.faults
    assert "giay_xac_nhan.docx" in fault
    assert "đoạn 1" in fault
    assert "có phải «dan_toc»?" in fault
    drop(commune)
    assert state_of(commune).faults == ()


def test_a_broken_file_says_its_line_and_comes_first(commune):
    drop(commune, FORM.replace('type = "choice"', 'type = "chon"'))
    first = form_check.survey_again(commune)[0]
    assert (first.file, first.checked) == ("giay_xac_nhan", None)
    assert "dòng 19" in first.faults[0]
    assert first.path.is_file()


def test_shipped_forms_and_templates_are_right(commune):
    states = form_check.survey(commune)
    assert [one.file for one in states if one.faults] == []
    assert not any(one.provincial for one in states)
    assert all(one.path.is_file() and one.template.is_file() for one in states)


def test_a_form_is_confirmed_by_the_office_until_its_version_changes(commune):
    drop(commune)
    state = state_of(commune)
    assert (state.checked, state.compared) == (Checked.MEMORY, False)
    form_check.confirm(commune, state, GROUNDS)
    state = state_of(commune)
    assert state.compared
    assert state.confirmation.document == "12/2026/QĐ-UBND"
    assert confirmations.by_key(commune) == {}
    drop(commune, FORM.replace('version = "1"', 'version = "2"'))
    assert not state_of(commune).compared
    drop(commune)
    form_check.withdraw(commune, state_of(commune), "đối chiếu nhầm văn bản")
    assert not state_of(commune).compared


def test_what_needs_no_confirmation_takes_none(commune):
    state = next(one for one in form_check.survey(commune) if one.checked is Checked.TEXT)
    with pytest.raises(UserError, match=r"confirm\.not_needed"):
        form_check.confirm(commune, state, GROUNDS)
    with pytest.raises(UserError, match=r"confirm\.needs_reason"):
        form_check.withdraw(commune, state, " ")
    with pytest.raises(UserError, match=r"confirm\.unknown"):
        form_check.withdraw(commune, state, "nhầm")


def test_a_form_out_of_its_dates_is_told(commune):
    drop(commune, FORM.replace("order = 900", "order = 900\nvalid_to = 2020-01-01"))
    assert any("Ngoài thời gian áp dụng" in note for note in state_of(commune).notes)


def test_answers_under_an_old_form_id_are_found(commune):
    drop(commune)
    commune.read_forms_again()
    values = {"dan_toc": "Kinh"}
    made = office_papers.make(commune, "giay_xac_nhan", Subject(), values)
    renamed = FORM.replace('id = "giay_xac_nhan"', 'id = "giay_moi"\nwas = ["giay_xac_nhan"]')
    (commune.folder.forms / "bieu_mau" / "giay_xac_nhan.toml").unlink()
    (commune.folder.forms / "bieu_mau" / "giay_moi.toml").write_text(renamed, encoding="utf-8")
    commune.read_forms_again()
    again = office_papers.make(
        commune, made.paper.form, Subject(), made.paper.answers.values, made.paper.code
    )
    assert again.paper.form == "giay_moi"
