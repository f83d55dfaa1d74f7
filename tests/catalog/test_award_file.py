"""The criteria as the award files state them: cited, labelled, of known kinds."""

from pathlib import Path

import pytest

from khenthuong.catalog.award_file import read_award
from khenthuong.catalog.form_library import load_forms
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.catalog.toml_reader import Reader
from khenthuong.domain.kinds import RecipientKind, RoundKind
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


def test_a_round_asks_for_its_own_report():
    by_round = {"dot_xuat": {"ca_nhan": "bao_cao_dot_xuat"}}
    reports = {"ca_nhan": "bao_cao_thanh_tich_ca_nhan", "ho_gia_dinh": "bao_cao_ho"}
    table = {**AWARD, "reports": reports, "reports_by_round": by_round, "criterion": [CRITERION]}
    award = read_award(Reader("thu.toml", table), "thu")
    person, household = RecipientKind.PERSON, RecipientKind.HOUSEHOLD
    assert award.report_for(person, RoundKind.SUDDEN) == "bao_cao_dot_xuat"
    assert award.report_for(person, RoundKind.MERIT) == "bao_cao_thanh_tich_ca_nhan"
    assert award.report_for(household, RoundKind.SUDDEN) == "bao_cao_ho"
    assert award.report_for(RecipientKind.UNIT, RoundKind.SUDDEN) == ""


@pytest.mark.parametrize("by_round", [{"dotxuat": {}}, {"dot_xuat": {"canhan": "a"}}])
def test_a_misspelt_round_of_a_report_is_refused(by_round):
    table = {**AWARD, "reports_by_round": by_round, "criterion": [CRITERION]}
    with pytest.raises(CatalogError) as caught:
        read_award(Reader("thu.toml", table), "thu")
    assert caught.value.code == "rule.unknown_key"


def test_every_report_an_award_asks_for_is_a_form_of_that_recipient():
    book, _ = load_rulebook(FORMS, None)
    forms, _ = load_forms(FORMS, None)
    asked = 0
    for award in book.awards.values():
        for kind in award.recipients:
            for round_kind in award.rounds:
                form_id = award.report_for(kind, round_kind)
                if form_id:
                    assert kind.value in forms[form_id].recipients, (award.id, form_id)
                    asked += 1
    assert asked > len(book.awards)
