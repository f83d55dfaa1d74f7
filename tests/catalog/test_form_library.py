"""The province's forms win by id; a broken one is listed and the shipped one stays."""

import shutil
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.errors import CatalogError
from khenthuong.paths import shipped

NAME = "to_trinh.toml"


@pytest.fixture
def province(tmp_path: Path) -> Path:
    (tmp_path / "forms" / "bieu_mau").mkdir(parents=True)
    (tmp_path / "templates_docx").mkdir()
    return tmp_path / "forms"


def put(province: Path, old: str = "", new: str = "") -> None:
    text = (shipped("forms") / "bieu_mau" / NAME).read_text(encoding="utf-8")
    (province / "bieu_mau" / NAME).write_text(text.replace(old, new), encoding="utf-8")


def test_shipped_forms_come_in_the_order_of_a_dossier() -> None:
    forms, problems = load_forms(shipped("forms"), None)
    assert problems == []
    assert list(forms)[:3] == ["to_trinh", "danh_sach", "bien_ban_hop_hoi_dong"]
    assert not any(form.provincial for form in forms.values())


def test_the_province_wins(province: Path) -> None:
    put(province, 'version = "1"', 'version = "1-tinh"')
    forms, problems = load_forms(shipped("forms"), province)
    assert problems == []
    assert (forms["to_trinh"].version, forms["to_trinh"].provincial) == ("1-tinh", True)
    assert set(forms) == set(load_forms(shipped("forms"), None)[0])


def test_a_broken_form_is_listed_and_the_shipped_one_stays(province: Path) -> None:
    put(province, 'scope = "dossier"', 'scope = "ho_so"')
    forms, problems = load_forms(shipped("forms"), province)
    assert [problem.code for problem in problems] == ["form.unknown_value"]
    assert not forms["to_trinh"].provincial


def test_an_unknown_template_is_refused(province: Path) -> None:
    put(province, "to_trinh.docx", "to_trinh_moi.docx")
    forms, problems = load_forms(shipped("forms"), province)
    assert "to_trinh_moi.docx" in texts.say(problems[0].code, problems[0].arguments)
    assert forms["to_trinh"].template == "to_trinh.docx"


def test_the_province_s_template_wins_over_the_shipped_one(province: Path) -> None:
    form = load_forms(shipped("forms"), province)[0]["to_trinh"]
    ours = template_path(form, shipped("forms"), province)
    assert ours == shipped("templates_docx", "to_trinh.docx")
    theirs = Path(shutil.copy(ours, province.parent / "templates_docx"))
    assert template_path(form, shipped("forms"), province) == theirs


def test_a_broken_shipped_form_is_a_damaged_program(province: Path) -> None:
    put(province, "schema = 1", "schema = 9")
    with pytest.raises(CatalogError):
        load_forms(province, None)
