"""The criteria as the award files state them: cited, labelled, of known kinds."""

from pathlib import Path

import pytest

from khenthuong.catalog.award_file import read_award
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.catalog.toml_reader import Reader
from khenthuong.errors import CatalogError

FORMS = Path(__file__).resolve().parents[2] / "forms"

AWARD = {
    "schema": 1,
    "id": "thu",
    "name": "Thử",
    "class": "hinh_thuc",
    "authority": "xa",
    "recipients": ["ca_nhan"],
    "rounds": ["cong_trang"],
    "cite": {"text": "luat"},
}
CRITERION = {
    "id": "a",
    "principle": "chinh_xac",
    "step": "danh_sach",
    "kind": "declared",
    "label": "A",
    "cite": {"text": "luat", "article": "1"},
    "checked": "van_ban",
}


def read(*criteria):
    return read_award(Reader("thu.toml", {**AWARD, "criterion": list(criteria)}), "thu")


def test_every_shipped_criterion_is_cited_and_labelled():
    book, _ = load_rulebook(FORMS, None)
    for award in book.awards.values():
        for criterion in award.criteria:
            assert criterion.label
            assert criterion.cite.article, (award.id, criterion.id)


def test_children_inherit_what_they_do_not_say():
    parent = {
        **CRITERION,
        "kind": "any_of",
        "child": [
            {"id": "a1", "kind": "declared", "label": "A1"},
            {"id": "a2", "kind": "declared", "label": "A2", "checked": "chua"},
        ],
    }
    (found,) = read(parent).criteria
    assert [c.cite.article for c in found.children] == ["1", "1"]
    assert [c.checked.value for c in found.children] == ["van_ban", "chua"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "declarde"}, "rule.unknown_value"),
        ({"level": "HTTNV"}, "rule.unknown_key"),
        ({"kind": "rating_at_least"}, "rule.missing_key"),
        ({"kind": "rating_at_least", "level": "TOT"}, "rule.unknown_value"),
        ({"kind": "any_of"}, "rule.children"),
        ({"child": [{"id": "b", "kind": "declared", "label": "B"}]}, "rule.children"),
        ({"label": ""}, "rule.missing_key"),
        ({"applies": {"subject": ["nong_dan"]}}, "rule.unknown_key"),
        ({"applies": {"subjects": ["nongdan"]}}, "rule.unknown_value"),
        ({"wording": {"tot": "…"}}, "rule.unknown_key"),
        ({"from": "2026"}, "rule.wrong_type"),
    ],
)
def test_a_wrong_criterion_names_its_place(changes, code):
    with pytest.raises(CatalogError) as caught:
        read({**CRITERION, **changes})
    assert caught.value.code == code
    assert "criterion[a]" in str(caught.value.arguments["place"])


def test_the_same_id_twice_is_refused():
    with pytest.raises(CatalogError) as caught:
        read(CRITERION, CRITERION)
    assert caught.value.code == "rule.twice"
