"""Checks between answers: sums, order, no row twice; what is blank breaks nothing."""

import pytest

from khenthuong.domain.answers import normalise, validate
from khenthuong.domain.form_checks import broken
from khenthuong.domain.forms import CheckDef, FieldDef, FormDef, SectionDef, ShowIf

COLUMN = CheckDef("column_sum", "sai", table="bang", column="so", equals="tong")
SUM = CheckDef("sum", "sai", fields=("nam", "nu"), equals="tong")
ORDER = CheckDef("order", "sai", fields=("tu", "den"))
UNIQUE = CheckDef("unique", "sai", table="bang", column="ten")


@pytest.mark.parametrize(
    ("check", "values", "place"),
    [
        (COLUMN, {"bang": ({"so": 2}, {"so": "3"}), "tong": "5"}, ""),
        (COLUMN, {"bang": ({"so": 2}, {"so": 3}), "tong": 6}, "tong"),
        (COLUMN, {"bang": ({"so": 2},)}, ""),
        (COLUMN, {"bang": (), "tong": 6}, ""),
        (SUM, {"nam": 2, "nu": 3, "tong": 5}, ""),
        (SUM, {"nam": 2, "tong": 5}, "tong"),
        (SUM, {"tong": 5}, ""),
        (ORDER, {"tu": "2026-01-02", "den": "2026-01-02"}, ""),
        (ORDER, {"tu": "2026-01-02", "den": "2026-01-01"}, "den"),
        (ORDER, {"tu": 9, "den": 10}, ""),
        (ORDER, {"den": "2026-01-01"}, ""),
        (UNIQUE, {"bang": ({"ten": "A"}, {"ten": ""}, {"ten": ""}, {"ten": "a"})}, "bang[4].ten"),
        (UNIQUE, {"bang": ({"ten": "A"}, {"ten": "B"})}, ""),
    ],
)
def test_a_check_names_the_field_where_it_breaks(check, values, place):
    assert broken(check, values) == place


def form() -> FormDef:
    within = ShowIf("co", "co")
    fields = (
        FieldDef("tu", "date", "Từ", within=within),
        FieldDef("den", "date", "Đến", required=True, within=within),
    )
    return FormDef(
        "thu",
        "1",
        "Thử",
        "thu.docx",
        "office",
        (SectionDef("I", (FieldDef("co", "yesno", "Có"),)), SectionDef("II", fields, within)),
        checks=(CheckDef("order", "Ngày đến không được trước ngày từ.", fields=("tu", "den")),),
    )


def test_the_check_s_own_sentence_is_said_once_every_answer_is_right():
    one = form()
    wrong = normalise(one, {"co": True, "tu": "2026-02-02", "den": "2026-02-01"})
    (problem,) = validate(one, wrong, {})
    assert (problem.field, problem.arguments["says"]) == (
        "den",
        "Ngày đến không được trước ngày từ.",
    )
    missing = normalise(one, {"co": True, "tu": "2026-02-02"})
    assert [each.code for each in validate(one, missing, {})] == ["fault.answer_required"]


def test_a_section_that_is_not_shown_asks_nothing():
    one = form()
    assert validate(one, normalise(one, {"co": False}), {}) == []
    late = normalise(one, {"co": False, "tu": "2026-02-02", "den": "2026-02-01"})
    assert validate(one, late, {}) == []
