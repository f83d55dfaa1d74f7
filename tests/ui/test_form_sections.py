"""A section with a condition, and a check's own sentence, on a form as it is filled in."""

import pytest

from khenthuong.domain.answers import normalise, validate
from khenthuong.domain.forms import CheckDef, FieldDef, FormDef, SectionDef, ShowIf
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.view import FormView
from khenthuong.ui.jobs import Jobs

WITHIN = ShowIf("loai", "Có tiền")
FORM = FormDef(
    "thu",
    "1",
    "Thử",
    "thu.docx",
    "office",
    (
        SectionDef("I. Loại", (FieldDef("loai", "choice", "Loại", choices=("Có tiền", "Không")),)),
        SectionDef(
            "II. Tiền",
            (
                FieldDef("mot", "integer", "Một", within=WITHIN),
                FieldDef("hai", "integer", "Hai", within=WITHIN),
                FieldDef("tong", "integer", "Tổng", within=WITHIN),
            ),
            WITHIN,
        ),
    ),
    checks=(CheckDef("sum", "Một và Hai phải bằng Tổng.", fields=("mot", "hai"), equals="tong"),),
)


@pytest.fixture
def view(qtbot, tmp_path):
    desk = Desk(Jobs(), tmp_path)
    made = FormView(FORM.sections, desk)
    qtbot.addWidget(made)
    made.set_values({"loai": "Không"})
    yield made
    desk.close()


def titles(view) -> dict[str, bool]:
    return {title.text(): not title.isHidden() for title, _ in view._titles}


def test_a_section_comes_and_goes_with_its_heading(view) -> None:
    assert titles(view) == {"I. Loại": True, "II. Tiền": False}
    assert view.rows["tong"].isHidden()
    view.set_values({"loai": "Có tiền"})
    assert titles(view) == {"I. Loại": True, "II. Tiền": True}
    assert not view.rows["tong"].isHidden()


def test_a_check_s_sentence_stands_under_its_field(view) -> None:
    view.set_values({"loai": "Có tiền", "mot": 1, "hai": 2, "tong": 4})
    found = validate(FORM, normalise(FORM, view.values()), {})
    view.show_problems({one.field: str(one.arguments["says"]) for one in found})
    assert view.rows["tong"].problem == "Một và Hai phải bằng Tổng."
