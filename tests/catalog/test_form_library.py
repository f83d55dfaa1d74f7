"""The province's forms win by id; a broken one is listed and the shipped one stays."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.catalog.form_library import load_forms, load_library, template_path
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


def test_a_file_outside_its_folder_is_named(province: Path) -> None:
    shutil.copy(shipped("forms", "bieu_mau", "to_trinh.toml"), province / "to_trinh_moi.toml")
    _, problems = load_forms(shipped("forms"), province)
    said = texts.say(problems[0].code, problems[0].arguments)
    assert "to_trinh_moi.toml" in said
    assert "forms/bieu_mau" in said


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


def put_version(province: Path, name: str, *lines: str) -> None:
    text = (shipped("forms") / "bieu_mau" / NAME).read_text(encoding="utf-8")
    text = text.replace('id = "to_trinh"', f'id = "{name}"\nkind = "to_trinh"')
    kept = [x for x in text.splitlines() if not x.startswith(("valid_", "version"))]
    at = kept.index('kind = "to_trinh"')
    whole = [*kept[: at + 1], *lines, f'version = "{name}"', *kept[at + 1 :]]
    (province / "bieu_mau" / f"{name}.toml").write_text("\n".join(whole), encoding="utf-8")


def test_the_day_chooses_among_the_versions_of_a_form(province: Path) -> None:
    put_version(province, "to_trinh_2027", "valid_from = 2027-01-01", "valid_to = 2027-12-31")
    library = load_library(shipped("forms"), province)
    assert library.problems == ()
    versions = {
        day.year: library.on(day)["to_trinh"].version
        for day in (date(2026, 12, 31), date(2027, 1, 1), date(2028, 1, 1))
    }
    assert versions == {2026: "1", 2027: "to_trinh_2027", 2028: "1"}
    assert "to_trinh_2027" not in library.on(date(2027, 5, 5))


def test_a_form_out_of_its_dates_is_still_there(province: Path) -> None:
    put(province, 'version = "1"', 'version = "1"\nvalid_to = 2025-08-01')
    library = load_library(shipped("forms"), province)
    assert library.on(date(2026, 1, 1))["to_trinh"].valid_to == date(2025, 8, 1)


def test_versions_must_belong_to_a_form_and_start_on_days_of_their_own(province: Path) -> None:
    put_version(province, "to_trinh_2027", "valid_from = 2027-01-01")
    put_version(province, "to_trinh_khac", "valid_from = 2027-01-01")
    path = province / "bieu_mau" / "to_trinh_2028.toml"
    put_version(province, "to_trinh_2028", "valid_from = 2028-01-01")
    path.write_text(
        path.read_text(encoding="utf-8").replace('kind = "to_trinh"', 'kind = "to_trin"'),
        encoding="utf-8",
    )
    library = load_library(shipped("forms"), province)
    assert [one.code for one in library.problems] == ["form.kind_is_id", "form.same_start"]
    told = texts.say(library.problems[0].code, library.problems[0].arguments)
    assert "«to_trinh»" in told
    assert "to_trinh_2028.toml" in told


def test_a_form_that_was_renamed_is_found_by_its_old_name(province: Path) -> None:
    text = (shipped("forms") / "bieu_mau" / NAME).read_text(encoding="utf-8")
    text = text.replace('id = "to_trinh"', 'id = "to_trinh_moi"\nwas = ["to_trinh_rieng"]')
    (province / "bieu_mau" / "to_trinh_moi.toml").write_text(text, encoding="utf-8")
    forms = load_library(shipped("forms"), province).on(date(2026, 1, 1))
    assert forms["to_trinh_rieng"].id == "to_trinh_moi"
    assert forms.current("to_trinh_rieng") == "to_trinh_moi"
    assert forms.get("khong_co") is None


def test_a_broken_list_of_the_province_is_listed_and_the_shipped_one_stays(province: Path) -> None:
    (province / "danh_muc").mkdir()
    path = province / "danh_muc" / "dan_toc.toml"
    path.write_text('schema = 1\nid = "dan_toc"\nlabel = "Dân tộc"\nvalues = ["A", "A"]\n')
    forms, problems = load_forms(shipped("forms"), province)
    assert [problem.code for problem in problems] == ["form.list_wrong"]
    assert forms
