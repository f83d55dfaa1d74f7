"""A round goes into a portal's workbook; every byte that is not a filled row stays."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from khenthuong.domain.mapping import ListField
from khenthuong.errors import WorkbookError
from khenthuong.exchange.lists.template_writer import fill, read_template
from tests.exchange.lists.others import parts, template, workbook


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    return template(tmp_path / "mau.xlsx")


def line(name: str, sort: str = "Khen cá nhân", award: str = "Lao động tiên tiến"):
    return {0: 1, 2: name, 5: sort, 6: award}


def test_what_its_columns_and_lists_are(portal) -> None:
    found = read_template(portal)
    assert found.first_row == 2
    assert [guess.meant for guess in found.guesses][:7] == [
        ListField.IGNORE,
        ListField.SALUTATION,
        ListField.NAME,
        ListField.POSITION,
        ListField.UNIT,
        ListField.KIND,
        ListField.AWARD,
    ]
    assert [one.written for one in found.entries[5]] == [
        "Khen cá nhân",
        "Khen tập thể",
        "Khen hộ gia đình",
    ]
    assert found.entries[6][1].name == "Chiến sĩ thi đua cơ sở"


def test_only_the_sheet_of_the_list_changes(portal, tmp_path) -> None:
    out = tmp_path / "ra.xlsx"
    fill(read_template(portal), [line("Lò Thị Ủn"), line("Trạm Y tế", "Khen tập thể")], out)
    before, after = parts(portal), parts(out)
    assert list(before) == list(after)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["xl/worksheets/sheet1.xml"]
    one, other = (p["xl/worksheets/sheet1.xml"].decode() for p in (before, after))
    # Head, styles, drop-downs and every row below are the same text.
    assert one[: one.index('<row r="2"')] == other[: other.index('<row r="2"')]
    assert one[one.index('<row r="4"') :] == other[other.index('<row r="4"') :]
    with zipfile.ZipFile(portal) as a, zipfile.ZipFile(out) as b:
        assert [i.date_time for i in a.infolist()] == [i.date_time for i in b.infolist()]


def test_cells_codes_and_styles_read_back(portal, tmp_path) -> None:
    out = tmp_path / "ra.xlsx"
    fill(read_template(portal), [line("Lò Thị Ủn"), line("Phùng Khắc Khuyến")], out)
    sheet = load_workbook(out, data_only=True)["nhận"]
    assert [sheet.cell(2, c).value for c in (1, 3, 6, 7)] == [
        1,
        "Lò Thị Ủn",
        "Khen cá nhân",
        "Lao động tiên tiến",
    ]
    assert sheet["K2"].value == "CANHAN"
    assert sheet["L2"].value == "7001"
    assert sheet["K4"].value == "#N/A"
    assert sheet["C2"].border.left.style == "thin"
    formulas = load_workbook(out)["nhận"]
    assert formulas["K2"].value.startswith("=VLOOKUP(F2")
    assert formulas.data_validations.count == 2
    assert load_workbook(out)["DM HT"].sheet_state == "hidden"


@pytest.mark.parametrize("first", ["=1+1", "+84", "-x", "@a", "a&<b>\"'", "x\ny"])
def test_a_text_stays_text(portal, tmp_path, first: str) -> None:
    out = tmp_path / "ra.xlsx"
    fill(read_template(portal), [line(first)], out)
    cell = load_workbook(out)["nhận"]["C2"]
    assert (cell.value, cell.data_type) == (first, "s")


def test_more_lines_than_prepared_rows(tmp_path) -> None:
    out = tmp_path / "ra.xlsx"
    portal = template(tmp_path / "mau.xlsx", rows=2)
    fill(read_template(portal), [line(f"Người {n}") for n in range(5)], out)
    sheet = load_workbook(out)["nhận"]
    assert sheet["C6"].value == "Người 4"
    assert sheet["C6"].border.left.style == "thin"


def test_a_template_with_rows_or_too_short_is_refused(tmp_path) -> None:
    rows = [("STT", "Họ và tên", "Chức vụ"), (1, "Lò Thị Ủn", "GV")]
    with pytest.raises(WorkbookError) as refused:
        read_template(workbook(tmp_path / "a.xlsx", {"A": rows}))
    assert refused.value.code == "list.template_filled"
    rows = [("STT", "Họ và tên", "Chức vụ"), (), (None, None, "NGƯỜI LẬP BIỂU")]
    found = read_template(workbook(tmp_path / "b.xlsx", {"A": rows}))
    with pytest.raises(WorkbookError) as refused:
        fill(found, [{1: "A"}, {1: "B"}], tmp_path / "ra.xlsx")
    assert refused.value.code == "list.template_short"
    assert not (tmp_path / "ra.xlsx").exists()


def test_codes_are_taken_from_the_list_called_like_the_column(tmp_path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "DS": [("STT", "Họ và tên", "Giới tính", "Mã danh hiệu thi đua (nếu có)")],
            "DM": [
                ("Mã số", "Hình thức khen thưởng", None, "Mã số", "Danh hiệu thi đua"),
                ("9001", "Giấy khen", None, "8001", "Lao động tiên tiến"),
                ("9002", "Bằng khen", None, "8002", "Chiến sĩ thi đua cơ sở"),
                (),
                (None, None, None, "Mã số", "Giới tính"),
                (None, None, None, "NAM", "Giới tính Nam"),
                (None, None, None, "NU", "Giới tính Nữ"),
            ],
        },
    )
    found = read_template(path)
    assert [one.written for one in found.entries[2]] == ["NAM", "NU"]
    assert [one.written for one in found.entries[3]] == ["8001", "8002"]


def test_another_kind_of_file_is_no_template(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Họ và tên;Chức vụ\n", encoding="utf-8")
    with pytest.raises(WorkbookError) as refused:
        read_template(path)
    assert refused.value.code == "list.template_not_xlsx"
