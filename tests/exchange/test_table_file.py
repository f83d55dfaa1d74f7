"""A list written as a workbook reads back as what it is: words, numbers, days."""

from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from khenthuong.errors import WorkbookError
from khenthuong.exchange import table_file

HEADERS = ("Họ và tên", "Số", "Điểm", "Ngày", "Mã")
ROWS = (
    ("Nguyễn Thị Hòa", 1234567, Decimal("95.5"), date(2025, 3, 9), "001"),
    ("=1+1", None, Decimal(8), None, "-5"),
)


def test_cells_keep_their_kind(tmp_path) -> None:
    path = tmp_path / "ra.xlsx"
    table_file.write(path, "Sổ: cá nhân / 2025 [thử]", HEADERS, ROWS)
    sheet = openpyxl.load_workbook(path).active
    assert sheet.title == "Sổ cá nhân  2025 thử"
    assert sheet["A1"].value == "Sổ: cá nhân / 2025 [thử]"
    assert [cell.value for cell in sheet[2]] == list(HEADERS)
    name, number, points, day, code = sheet[3]
    assert (name.value, number.value, points.value, code.value) == (
        "Nguyễn Thị Hòa",
        1234567,
        95.5,
        "001",
    )
    assert day.is_date
    assert day.value.date() == date(2025, 3, 9)
    assert sheet["A4"].value == "=1+1"
    assert sheet["A4"].data_type == "s"
    assert sheet["E4"].value == "-5"
    assert sheet["B4"].value is None
    assert sheet.freeze_panes == "A3"
    assert sheet.auto_filter.ref == "A2:E4"


def test_a_place_that_cannot_be_written_is_named(tmp_path) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(WorkbookError):
        table_file.write(tmp_path / "tep" / "ra.xlsx", "Danh sách", HEADERS, ROWS)
