"""The province's file over the shipped one: what it gives wins, what it leaves stays."""

from datetime import date
from decimal import Decimal

import pytest

from khenthuong.catalog.overlay import lay_over
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.errors import CatalogError
from tests.catalog.test_award_file import CRITERION, FORMS, read

LDTT = "lao_dong_tien_tien"


def province(tmp_path, folder, name, text):
    path = tmp_path / folder / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return load_rulebook(FORMS, tmp_path)


VALUE = """
schema = 1
[[value]]
id = "so_ngay_dot_xuat"
value = 5
from = 2026-01-01
cite = { text = "quy_dinh_cua_tinh" }
checked = "van_ban"
"""


def test_a_dated_value_of_the_province_stands_before_the_shipped_ones(tmp_path):
    book, problems = province(tmp_path, "quy_dinh", "gia_tri.toml", VALUE)
    assert problems == []
    found = [book.value("so_ngay_dot_xuat", day) for day in (date(2025, 12, 31), date(2026, 1, 1))]
    assert [value and value.value for value in found] == [8, 5]
    assert book.value("luong_co_so", date(2026, 7, 1)) is not None


PERIOD = """
schema = 1
[[period]]
id = "2026-10-01"
warning = "Đã có hướng dẫn của tỉnh."
"""


def test_a_period_is_changed_key_by_key(tmp_path):
    book, problems = province(tmp_path, "quy_dinh", "thoi_ky.toml", PERIOD)
    assert problems == []
    assert len(book.periods) == 3
    period = book.period(date(2026, 10, 1))
    assert period is not None
    assert (period.warning, period.start) == ("Đã có hướng dẫn của tỉnh.", date(2026, 10, 1))


def row(**more):
    return {"criterion": [{"id": "diem", **more}]}


@pytest.mark.parametrize(
    ("shipped", "given"),
    [({"value": "diem_tinh"}, {"at_least": "80"}), ({"at_least": "80"}, {"value": "diem_tinh"})],
)
def test_one_of_two_parameters_takes_the_place_of_the_other(shipped, given):
    merged = lay_over(row(kind="points", **shipped), row(**given))
    assert merged == row(kind="points", **given)


def test_a_criterion_is_found_by_the_id_it_had():
    shipped = {"criterion": [{"id": "moi", "was": ["cu"], "label": "A", "checked": "chua"}]}
    merged = lay_over(shipped, {"criterion": [{"id": "cu", "checked": "van_ban"}]})
    assert merged["criterion"] == [{"id": "moi", "was": ["cu"], "label": "A", "checked": "van_ban"}]


def test_another_kind_replaces_a_criterion_under_its_present_id():
    shipped = {"criterion": [{"id": "moi", "was": ["cu"], "kind": "manual", "label": "A"}]}
    merged = lay_over(shipped, {"criterion": [{"id": "cu", "kind": "declared", "label": "B"}]})
    assert merged["criterion"] == [{"id": "moi", "kind": "declared", "label": "B"}]


def test_a_file_with_the_id_of_another_award_is_refused(tmp_path):
    text = 'schema = 1\nid = "giay_khen_xa"\n'
    _, problems = province(tmp_path, "khen_thuong", f"{LDTT}.toml", text)
    assert [problem.code for problem in problems] == ["rule.id"]


DECIDER = """
schema = 1
[[period]]
id = "2024-01-01"
[[period.decider]]
award = "khong_co"
name = "Chủ tịch"
cite = { text = "luat_06_2022", article = "80" }
checked = "van_ban"
"""


def test_a_decider_of_an_unknown_award_is_refused(tmp_path):
    book, problems = province(tmp_path, "quy_dinh", "thoi_ky.toml", DECIDER)
    assert [problem.code for problem in problems] == ["rule.unknown_value"]
    period = book.period(date(2024, 1, 1))
    assert period is not None
    assert period.deciders


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "points"}, "rule.missing_key"),
        ({"kind": "points", "at_least": "80", "value": "x"}, "rule.one_of_two"),
        ({"kind": "rating_count", "level": "HTTNV", "count": 1}, "rule.missing_key"),
        (
            {"kind": "award_count", "award": LDTT, "count": 1, "within": "run", "years": 3},
            "rule.one_of_two",
        ),
        ({"kind": "award_count", "award": LDTT, "count": 1, "within": "nam"}, "rule.unknown_value"),
        ({"kind": "service_years", "count": 15}, "rule.missing_key"),
        ({"kind": "service_years", "count": 15, "start": "sinh"}, "rule.unknown_value"),
        ({"applies": {"living": "mat"}}, "rule.unknown_value"),
        ({"applies": {"foreign": "co"}}, "rule.wrong_type"),
        ({"applies": {"not_procedures": ["khac"]}}, "rule.unknown_value"),
        ({"was": ["a"]}, "rule.twice"),
    ],
)
def test_a_wrong_parameter_names_its_place(changes, code):
    with pytest.raises(CatalogError) as caught:
        read({**CRITERION, **changes})
    assert caught.value.code == code


def test_ever_is_read_from_the_older_word_too():
    for word in ("ever", "any"):
        (found,) = read(
            {**CRITERION, "kind": "initiative", "scope": "tinh", "count": 1, "year": word}
        ).criteria
        assert found.parameters["year"] == "ever"


def test_points_are_read_exactly():
    (found,) = read({**CRITERION, "kind": "points", "at_least": "82.5"}).criteria
    assert found.parameters["at_least"] == Decimal("82.5")
