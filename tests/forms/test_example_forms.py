"""Papers of good examples: golden texts of invented examples."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.context import build_context
from khenthuong.documents.render import PaperRenderer
from khenthuong.domain.answers import Answers
from khenthuong.domain.examples import ExampleLine, ExampleSpread, GoodExample
from khenthuong.domain.kinds import ExampleStage, SpreadKind
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.years import Year
from khenthuong.paths import shipped
from tests.documents.invented import facts, unit
from tests.forms.golden import hold

FORMS = load_forms(shipped("forms"), None)[0]
WHOLE = ExampleLine(
    GoodExample(
        "DH-001",
        "TT01",
        "Ngõ hoa tự quản",
        "PT01",
        ExampleStage.SPREAD,
        date(2026, 2, 3),
        "Ban công tác Mặt trận thôn",
        "Cả ngõ cùng trồng, cùng chăm, không chờ kinh phí.",
        "Hội Phụ nữ xã",
        "tập huấn trồng hoa & tặng 200 cây giống",
        date(2026, 3, 1),
        "giữ sạch 02 km đường, không còn điểm rác",
        date(2026, 8, 20),
    ),
    "Tổ dân phố số 4",
    "Xã An Bình",
    "Sáng đường, sạch ngõ",
    (
        ExampleSpread("DH-001", SpreadKind.COPIED, date(2026, 9, 1), "Thôn Đoài", "03 ngõ"),
        ExampleSpread("DH-001", SpreadKind.PUBLISHED, date(2026, 9, 9), "Đài truyền thanh xã"),
    ),
)
BARE = ExampleLine(GoodExample("DH-002", "CN01", "Tổ đổi công"), "Lê Thị Bút")


def rendered(form_id: str, about: SubjectFacts, **answers: object) -> bytes:
    form = FORMS[form_id]
    given = replace(facts(), subject=about)
    said = Answers(form.id, form.version, {"nguoi_ky": "Lưu Trọng Nhuận", **answers})
    context = build_context(form, given, None, said)
    return PaperRenderer(template_path(form, shipped("forms"), None), form).render(context)


@pytest.mark.parametrize("remark", ["", "Đề nghị các thôn học tập."])
def test_the_paper_tells_every_step_that_was_noted(remark: str) -> None:
    about = SubjectFacts(recipient=unit(1), examples=(WHOLE, BARE))
    case = "co_nhan_xet" if remark else "hai_mo_hinh"
    form = "phieu_gioi_thieu_dien_hinh"
    text = hold(form, case, rendered(form, about, nhan_xet=remark))
    for said in ("Hội Phụ nữ xã, ngày 01/03/2026", "Thôn Đoài", "Đài truyền thanh xã", "& tặng"):
        assert said in text
    assert text.count("Bồi dưỡng") == 1  # of the bare one nothing is said
    assert ("3. Nhận xét" in text) is bool(remark)


def test_the_list_of_a_year_counts_its_lines() -> None:
    about = SubjectFacts(year=Year(2026), examples=(WHOLE, BARE))
    form = "danh_sach_dien_hinh"
    text = hold(form, "hai_dong", rendered(form, about, nguoi_lap="Trần Thị Soạn"))
    assert "Cộng: 02 mô hình" in text
    assert "Trần Thị Soạn" in text
