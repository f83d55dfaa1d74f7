"""The clerk's own workbook comes back with every fault coloured, explained and linked."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from khenthuong.domain.batch import Fault, Place
from khenthuong.errors import WorkbookError
from khenthuong.exchange.marked_copy import write_marked
from tests.exchange.workbooks import codes, make, read

RED, YELLOW = "00FFC7CE", "00FFEB9C"


def _clerks(path: Path) -> Path:
    make(
        path,
        **{
            "Cá nhân": [
                ["SỔ CÁN BỘ"],
                ["Số CCCD", "Họ và tên", "Mã"],
                [1080000001, "Hà Một", "C1"],
                ["sai", "=cmd|'x'!A1", "C2"],
            ]
        },
    )
    workbook = openpyxl.load_workbook(path)
    page = workbook["Cá nhân"]
    page["B3"].font = Font(bold=True, color="FF0000")
    page["A4"].comment = Comment("ghi chú riêng", "tôi")
    page.column_dimensions["B"].width = 41
    workbook.save(path)
    return path


def test_faulty_cells_are_coloured_and_explained(tmp_path: Path):
    source = _clerks(tmp_path / "so.xlsx")
    before = source.read_bytes()
    _, faults = read(source)
    assert codes(faults) == ["fault.cccd_padded", "fault.cccd_shape", "fault.not_computed"]
    write_marked(source, faults, tmp_path / "sua.xlsx")
    assert source.read_bytes() == before
    workbook = openpyxl.load_workbook(tmp_path / "sua.xlsx")
    page = workbook["Cá nhân"]
    assert page["A3"].fill.fgColor.rgb == YELLOW
    assert page["A4"].fill.fgColor.rgb == RED
    assert "12 chữ số" in page["A4"].comment.text
    assert "ghi chú riêng" in page["A4"].comment.text
    assert page["B3"].font.bold
    assert page.column_dimensions["B"].width == 41


def test_the_first_sheet_lists_all_with_links_worst_first(tmp_path: Path):
    source = _clerks(tmp_path / "so.xlsx")
    _, faults = read(source)
    write_marked(source, faults, tmp_path / "sua.xlsx")
    page = openpyxl.load_workbook(tmp_path / "sua.xlsx").worksheets[0]
    assert page.title == "Lỗi cần sửa"
    rows = list(page.iter_rows(min_row=2, values_only=True))
    assert [row[3] for row in rows] == ["Phải sửa", "Phải sửa", "Nên xem"]
    assert [row[1] for row in rows] == ["A4", "B4", "A3"]
    assert page["F2"].hyperlink.location == "'Cá nhân'!A4"


def test_a_corrected_copy_can_be_read_and_marked_again(tmp_path: Path):
    source = _clerks(tmp_path / "so.xlsx")
    _, faults = read(source)
    write_marked(source, faults, tmp_path / "sua.xlsx")
    _, again = read(tmp_path / "sua.xlsx")
    assert codes(again) == codes(faults)
    write_marked(tmp_path / "sua.xlsx", again, tmp_path / "sua2.xlsx")
    names = openpyxl.load_workbook(tmp_path / "sua2.xlsx").sheetnames
    assert names.count("Lỗi cần sửa") == 1
    assert len(names) == 2


def test_what_a_cell_holds_never_becomes_a_formula(tmp_path: Path):
    source = make(tmp_path / "so.xlsx", **{"=1+1": [["x"]], "Cá nhân": [["Mã", "Họ và tên"]]})
    fault = Fault(Place("=1+1", 1, "=2+2"), "fault.not_a_number", {"found": "=3+3"})
    write_marked(source, [fault], tmp_path / "sua.xlsx")
    page = openpyxl.load_workbook(tmp_path / "sua.xlsx")["Lỗi cần sửa"]
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_faults_of_sheets_and_merged_cells(tmp_path: Path):
    source = make(tmp_path / "so.xlsx", **{"Cá nhân": [["Mã", "Họ và tên"], ["C1", "A"]]})
    workbook = openpyxl.load_workbook(source)
    workbook["Cá nhân"].merge_cells("A2:B2")
    workbook.save(source)
    faults = [
        Fault(Place("Không có"), "fault.sheet_unknown", {"sheet": "Không có"}, fatal=False),
        Fault(Place("Cá nhân"), "fault.required", {"column": "Mã"}),
        Fault(Place("Cá nhân", 2, "Họ và tên"), "fault.required", {"column": "Họ và tên"}),
    ]
    write_marked(source, faults, tmp_path / "sua.xlsx")
    page = openpyxl.load_workbook(tmp_path / "sua.xlsx")["Cá nhân"]
    assert page["A2"].fill.fgColor.rgb == RED


def test_a_source_that_cannot_be_opened(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(WorkbookError):
        write_marked(tmp_path / "a.xlsx", [], tmp_path / "b.xlsx")
    assert not (tmp_path / "b.xlsx").exists()
