"""Layouts the office keeps, pictures of its sheets, and how its printers are put right."""

from dataclasses import replace
from pathlib import Path

import pytest

from khenthuong.domain.certificates import SheetField
from khenthuong.domain.sheet_layouts import SheetLayout
from khenthuong.errors import CatalogError, UserError
from khenthuong.services.paperwork import sheets
from khenthuong.services.paperwork.sheets import PrinterShift
from khenthuong.services.workspace import Workspace


def layout(ws: Workspace, code: str = "phoi-a4") -> SheetLayout:
    return next(one.layout for one in sheets.layouts(ws) if one.layout.code == code)


def test_shipped_layouts_are_there(commune: Workspace) -> None:
    found = sheets.layouts(commune)
    assert found[0].layout.code == "khung-a4"
    assert not any(one.own for one in found)
    assert sheets.problems(commune) == ()


def test_a_changed_layout_is_the_offices_own_until_dropped(commune: Workspace) -> None:
    old = layout(commune)
    sheets.save_layout(commune, old.without(SheetField.GOLDEN))
    changed = layout(commune)
    assert changed.place_of(SheetField.GOLDEN) is None
    assert sheets.layouts(commune)[0].own
    sheets.remove_layout(commune, changed)
    assert layout(commune) == old


def test_a_copy_gets_a_name_and_code_of_its_own(commune: Workspace) -> None:
    first = sheets.copy_layout(commune, layout(commune), "Phôi của xã")
    second = sheets.copy_layout(commune, layout(commune), "Phôi của xã")
    assert [first.code, second.code] == ["phoi-cua-xa", "phoi-cua-xa-2"]
    with pytest.raises(UserError) as refused:
        sheets.copy_layout(commune, first, "   ")
    assert refused.value.code == "sheet.name_missing"


def test_export_and_import_give_the_same(commune: Workspace, tmp_path: Path) -> None:
    made = sheets.copy_layout(commune, layout(commune), "Phôi của xã")
    sheets.export_layout(made, tmp_path / "phoi.toml")
    again = sheets.import_layout(commune, tmp_path / "phoi.toml")
    assert again.fields == made.fields
    assert again.code != made.code
    sheets.remove_layout(commune, made)
    sheets.remove_layout(commune, again)
    assert sheets.import_layout(commune, tmp_path / "phoi.toml") == made


def test_a_damaged_file_is_refused(commune: Workspace, tmp_path: Path) -> None:
    (tmp_path / "phoi.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CatalogError):
        sheets.import_layout(commune, tmp_path / "phoi.toml")


def test_a_layout_of_the_province_wins_over_the_shipped_one(commune: Workspace) -> None:
    folder = commune.folder.forms / "giay_khen"
    sheets.export_layout(replace(layout(commune), name="Của tỉnh"), folder / "phoi.toml")
    (folder / "hong.toml").write_text("schema = ", encoding="utf-8")
    assert layout(commune).name == "Của tỉnh"
    assert [one.code for one in sheets.problems(commune)] == ["rule.not_toml"]


def test_pictures_are_kept_in_the_data_folder(commune: Workspace, tmp_path: Path) -> None:
    scan = tmp_path / "Bản quét.PNG"
    scan.write_bytes(b"hinh")
    shown = sheets.keep_picture(commune, layout(commune), scan)
    kept = sheets.picture(commune, shown)
    assert kept is not None
    assert kept.is_relative_to(commune.folder.root)
    assert kept.read_bytes() == b"hinh"
    assert sheets.picture(commune, layout(commune)) is None
    with pytest.raises(UserError) as refused:
        sheets.keep_picture(commune, shown, tmp_path / "phoi.docx")
    assert refused.value.code == "sheet.not_picture"


def test_one_emblem_takes_the_place_of_another(commune: Workspace, tmp_path: Path) -> None:
    assert sheets.emblem(commune) is None
    for name in ("a.svg", "b.png"):
        (tmp_path / name).write_bytes(name.encode())
        sheets.keep_emblem(commune, tmp_path / name)
    found = sheets.emblem(commune)
    assert found is not None
    assert found.read_bytes() == b"b.png"
    assert len(list(commune.folder.sheets.iterdir())) == 1


def test_a_printer_is_known_by_its_name(commune: Workspace) -> None:
    odd = PrinterShift('HP "LaserJet" \\ phòng 1', 1.5, -2.0, 99.5)
    sheets.save_shift(commune, odd)
    sheets.save_shift(commune, PrinterShift("Canon", 0.5))
    sheets.save_shift(commune, PrinterShift("Canon", -0.5))
    assert sheets.shifts(commune) == {odd.printer: odd, "Canon": PrinterShift("Canon", -0.5)}
    with pytest.raises(UserError) as refused:
        sheets.save_shift(commune, PrinterShift("Canon", 400))
    assert refused.value.code == "sheet.shift_too_large"


@pytest.mark.parametrize("content", ["may_in = 3", "[[may_in]]\nten = 4", "schema = ", "\x00"])
def test_a_damaged_printer_file_counts_as_none(commune: Workspace, content: str) -> None:
    commune.folder.printers.write_text(content, encoding="utf-8")
    assert sheets.shifts(commune) == {}
