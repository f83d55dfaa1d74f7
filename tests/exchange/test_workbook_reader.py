"""Reading: every kind of fault at its cell, explained; what clerks write is understood."""

import unicodedata
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from khenthuong import texts
from khenthuong.domain.kinds import (
    Area,
    Comparison,
    MeetingKind,
    RatingLevel,
    RoundKind,
    Sector,
    SigningPower,
    UnitKind,
)
from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year
from khenthuong.errors import WorkbookError
from khenthuong.exchange import workbook_file
from tests.exchange.workbooks import codes, make, read

PERSON = ["Mã", "Họ và tên"]

# sheet, header, row, faulty column, code, fatal
FAULTS = [
    ("Cơ quan", ["Khóa", "Giá trị"], ["Ngày làm bù", "05-09"], "Giá trị", "office_days", True),
    ("Cá nhân", ["Mã", "Họ và tên"], ["C1", None], "Họ và tên", "required", True),
    (
        "Cá nhân",
        [*PERSON, "Ngày sinh"],
        ["C1", "A", "31/02/1990"],
        "Ngày sinh",
        "date_impossible",
        True,
    ),
    (
        "Cá nhân",
        [*PERSON, "Ngày sinh"],
        ["C1", "A", "13/1990"],
        "Ngày sinh",
        "date_impossible",
        True,
    ),
    (
        "Cá nhân",
        [*PERSON, "Ngày sinh"],
        ["C1", "A", "05/09/88"],
        "Ngày sinh",
        "date_short_year",
        True,
    ),
    ("Cá nhân", [*PERSON, "Ngày sinh"], ["C1", "A", "hồi xưa"], "Ngày sinh", "not_a_date", True),
    ("Cá nhân", [*PERSON, "Ngày sinh"], ["C1", "A", "1850"], "Ngày sinh", "date_too_old", True),
    (
        "Cá nhân",
        [*PERSON, "Ngày sinh"],
        ["C1", "A", "01/01/2030"],
        "Ngày sinh",
        "date_future",
        True,
    ),
    (
        "Cá nhân",
        [*PERSON, "Ngày sinh"],
        ["C1", "A", date(1905, 6, 2)],
        "Ngày sinh",
        "date_year_typed",
        True,
    ),
    ("Cá nhân", [*PERSON, "Ngày sinh"], ["C1", "A", 30000], "Ngày sinh", "date_from_serial", False),
    ("Cá nhân", [*PERSON, "Số CCCD"], ["C1", "A", "00108500A123"], "Số CCCD", "cccd_shape", True),
    ("Cá nhân", [*PERSON, "Số CCCD"], ["C1", "A", "123456789"], "Số CCCD", "cccd_shape", True),
    ("Cá nhân", [*PERSON, "Số CCCD"], ["C1", "A", 123456789], "Số CCCD", "cccd_shape", True),
    ("Cá nhân", [*PERSON, "Số CCCD"], ["C1", "A", 1085000123], "Số CCCD", "cccd_padded", False),
    ("Cá nhân", [*PERSON, "Giới tính"], ["C1", "A", "không rõ"], "Giới tính", "not_a_choice", True),
    ("Cá nhân", PERSON, ["C1;C2", "A"], "Mã", "code_shape", True),
    ("Cá nhân", PERSON, [date(2025, 5, 12), "A"], "Mã", "excel_date", True),
    ("Cá nhân", PERSON, ["VD-9", "Người thật"], "Mã", "example_changed", False),
    ("Cá nhân", PERSON, ["C1", "#REF!"], "Họ và tên", "cell_error", True),
    (
        "Tập thể",
        ["Mã", "Tên tập thể", "Số người"],
        ["T1", "A", "mười hai"],
        "Số người",
        "not_a_number",
        True,
    ),
    ("Tập thể", ["Mã", "Tên tập thể", "Số người"], ["T1", "A", -3], "Số người", "negative", True),
    ("Tập thể", ["Mã", "Tên tập thể", "Số người"], ["T1", "A", 2.5], "Số người", "not_whole", True),
    (
        "Tập thể",
        ["Mã", "Tên tập thể", "Tập thể nhỏ"],
        ["T1", "A", "chắc vậy"],
        "Tập thể nhỏ",
        "not_a_mark",
        True,
    ),
    (
        "Xếp loại",
        ["Mã đối tượng", "Năm", "Mức"],
        ["C1", "năm ngoái", "HTTNV"],
        "Năm",
        "not_a_year",
        True,
    ),
    (
        "Xếp loại",
        ["Mã đối tượng", "Năm", "Mức"],
        ["C1", 2099, "HTTNV"],
        "Năm",
        "year_out_of_range",
        True,
    ),
    ("Xếp loại", ["Mã đối tượng", "Năm", "Mức"], ["C1", 2025, "khá"], "Mức", "not_a_choice", True),
    (
        "Xếp loại",
        ["Mã đối tượng", "Năm", "Mức", "Số quyết định"],
        ["C1", 2025, "HTTNV", date(2025, 12, 5)],
        "Số quyết định",
        "excel_date",
        True,
    ),
    (
        "Xếp loại",
        ["Mã đối tượng", "Năm", "Mức", "Ngày"],
        ["C1", 2025, "HTTNV", "12/2025"],
        "Ngày",
        "date_not_full",
        True,
    ),
    (
        "Xếp loại",
        ["Mã đối tượng", "Năm", "Mức", "Điểm"],
        ["C1", 2025, "", ""],
        "Mức",
        "one_of_missing",
        True,
    ),
    (
        "Kỷ luật",
        ["Mã đối tượng", "Hình thức", "Từ ngày", "Đến ngày"],
        ["C1", "cảnh cáo", "10/03/2025", "10/03/2024"],
        "Đến ngày",
        "end_before_start",
        True,
    ),
    (
        "Đề nghị",
        ["Đợt", "Mã đối tượng", "Danh hiệu/Hình thức"],
        ["D1", "C1", "Chiến sĩ thi đua xã"],
        "Danh hiệu/Hình thức",
        "award_unknown_near",
        True,
    ),
    (
        "Đề nghị",
        ["Đợt", "Mã đối tượng", "Danh hiệu/Hình thức"],
        ["D1", "C1", "Xyz"],
        "Danh hiệu/Hình thức",
        "award_unknown",
        True,
    ),
    (
        "Biểu quyết",
        ["Họp", "Mã đối tượng", "Danh hiệu/Hình thức", "Đồng ý"],
        ["H1", "C1", "LĐTT", -1],
        "Đồng ý",
        "negative",
        True,
    ),
    (
        "Chỉ tiêu",
        ["Phong trào", "Nội dung", "Kế hoạch"],
        ["P1", "Nội dung", "phấn đấu"],
        "Kế hoạch",
        "figure_not_number",
        False,
    ),
]


@pytest.mark.parametrize(("sheet", "header", "row", "column", "code", "fatal"), FAULTS)
def test_each_fault_is_found_at_its_cell_and_explained(
    tmp_path: Path, sheet, header, row, column, code, fatal
):
    _, faults = read(make(tmp_path / "so.xlsx", **{sheet: [header, row]}))
    assert len(faults) == 1
    fault = faults[0]
    assert (fault.place.sheet, fault.place.row, fault.place.column) == (sheet, 2, column)
    assert fault.code == f"fault.{code}"
    assert fault.fatal is fatal
    assert len(texts.say(fault.code, fault.arguments)) > 20


def test_all_faults_of_a_workbook_come_at_once(tmp_path: Path):
    sheets: dict[str, list[list[object]]] = {}
    for sheet, header, row, *_ in FAULTS:
        page = sheets.setdefault(sheet, [[]])
        wanted = page[0]
        wanted += [name for name in header if name not in wanted]
        cells: dict[object, object] = dict(zip(header, row, strict=True))
        page.append([cells.get(name) for name in wanted])
    _, faults = read(make(tmp_path / "so.xlsx", **sheets))
    assert {f"fault.{code}" for *_, code, _ in FAULTS} <= set(codes(faults))
    assert all(texts.knows(code) for code in codes(faults))


def test_columns_in_any_order_any_case_without_accents_below_titles(tmp_path: Path):
    rows = [
        ["DANH SÁCH CÁN BỘ"],
        [],
        ["Năm 2026"],
        ["STT", "ngay sinh", "HO VA  TEN", "Số điện thoại", "mã", "Tập thể (Mã của đơn vị)"],
        [1, "05/09/1988", "Vi Thị Nhài", "0900", "CN1", "TT1"],
        [None, None, None, None, None, None],
    ]
    batch, faults = read(make(tmp_path / "so.xlsx", **{"CA NHAN": rows}))
    assert faults == []
    entry = batch.persons[0]
    assert entry.place.row == 5
    assert entry.value.born == PartialDate(1988, 9, 5)
    assert entry.value.unit == "TT1"
    assert dict(entry.extra) == {"Số điện thoại": "0900"}


def test_usual_words_are_understood(tmp_path: Path):
    path = make(
        tmp_path / "so.xlsx",
        **{
            "Tập thể": [
                ["Mã", "Tên tập thể", "Loại", "Khu vực", "Địa bàn", "Số người", "Tập thể nhỏ"],
                ["T1", "Thôn Một", "thôn", "NGOÀI NHÀ NƯỚC", "biên giới", "2.326", "X"],
            ],
            "Người ký": [
                ["Họ và tên", "Chức vụ", "Thẩm quyền"],
                ["A", "Chủ tịch", "TM."],
                ["B", "Phó", "kt"],
                ["C", "Chánh", "Trực tiếp"],
            ],
            "Xếp loại": [
                ["Mã đối tượng", "Năm", "Mức", "Điểm"],
                ["C1", 2025.0, "Hoàn thành xuất sắc nhiệm vụ", "31,1"],
                ["C2", "2025-2026", "xuất sắc", 9.25],
                ["C3", "Năm học 2025 - 2026", "HTTNV", None],
            ],
            "Đợt xét": [
                ["Mã", "Tên", "Loại", "Năm"],
                ["D1", "a", "công trạng", 2025],
                ["D2", "b", "phong trào", 2025],
                ["D3", "c", "ĐỘT XUẤT", 2025],
                ["D4", "d", "chuyên đề", 2025],
            ],
            "Họp": [
                ["Mã", "Đợt", "Loại", "Ngày", "Giờ"],
                ["H1", "D1", "Hội đồng", datetime(2026, 7, 1), "8 giờ 30"],
            ],
            "Chỉ tiêu": [
                ["Phong trào", "Nội dung", "So sánh", "Kế hoạch", "Thực hiện"],
                ["P1", "a", ">=", 2326, 31.1],
                ["P1", "b", "từ - đến", "31,1", None],
            ],
            "Khen thưởng": [
                ["Mã đối tượng", "Năm", "Danh hiệu/Hình thức"],
                ["C1", 2024, "cstđcs"],
                ["C1", 2023, "Giấy khen của huyện cũ"],
            ],
        },
    )
    batch, faults = read(path)
    assert faults == []
    unit = batch.units[0].value
    assert (unit.kind, unit.sector, unit.area) == (UnitKind.VILLAGE, Sector.NON_STATE, Area.BORDER)
    assert (unit.headcount, unit.small) == (2326, True)
    assert [e.value.power for e in batch.signers] == [
        SigningPower.ON_BEHALF,
        SigningPower.FOR,
        SigningPower.OWN,
    ]
    assert [e.value.level for e in batch.ratings] == [
        RatingLevel.EXCELLENT,
        RatingLevel.EXCELLENT,
        RatingLevel.GOOD,
    ]
    assert [e.value.points for e in batch.ratings] == [Decimal("31.1"), Decimal("9.25"), None]
    assert batch.ratings[2].value.year == Year(2025, school=True)
    assert [e.value.kind for e in batch.rounds] == [
        RoundKind.MERIT,
        RoundKind.MOVEMENT,
        RoundKind.SUDDEN,
        RoundKind.MOVEMENT,
    ]
    assert batch.meetings[0].value.kind is MeetingKind.COUNCIL
    assert [e.value.comparison for e in batch.targets] == [Comparison.AT_LEAST, Comparison.RANGE]
    assert (batch.targets[0].value.planned, batch.targets[0].value.achieved) == ("2.326", "31,1")
    known, unknown = (e.value for e in batch.awards)
    assert (known.award, known.award_name) == ("chien_si_thi_dua_co_so", "Chiến sĩ thi đua cơ sở")
    assert (unknown.award, unknown.award_name) == ("", "Giấy khen của huyện cũ")


def test_text_is_cleaned(tmp_path: Path):
    name = "  " + unicodedata.normalize("NFD", "Vi\u00a0Thị   Nhài") + " "
    batch, faults = read(make(tmp_path / "so.xlsx", **{"Cá nhân": [PERSON, [" C1 ", name]]}))
    assert faults == []
    assert (batch.persons[0].value.code, batch.persons[0].value.name) == ("C1", "Vi Thị Nhài")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("1988", PartialDate(1988)),
        (1988, PartialDate(1988)),
        ("9/1988", PartialDate(1988, 9)),
        ("5-9-1988", PartialDate(1988, 9, 5)),
        ("1988-09-05", PartialDate(1988, 9, 5)),
        ("ngày 5 tháng 9 năm 1988", PartialDate(1988, 9, 5)),
        (date(1988, 9, 5), PartialDate(1988, 9, 5)),
    ],
)
def test_partial_dates(tmp_path: Path, written, read_as):
    rows = [[*PERSON, "Ngày sinh"], ["C1", "A", written]]
    batch, faults = read(make(tmp_path / "so.xlsx", **{"Cá nhân": rows}))
    assert faults == []
    assert batch.persons[0].value.born == read_as


def test_a_missing_code_comes_from_the_row_and_not_from_its_place(tmp_path: Path):
    header = ["Họ và tên", "Ngày sinh"]
    a, b = ["Hà Văn Một", "01/02/1980"], ["Hạ Văn Một", "01/02/1980"]
    first, _ = read(make(tmp_path / "1.xlsx", **{"Cá nhân": [header, a, b]}))
    second, _ = read(make(tmp_path / "2.xlsx", **{"Cá nhân": [header, b, a]}))
    codes_one = {e.value.name: e.value.code for e in first.persons}
    assert codes_one == {e.value.name: e.value.code for e in second.persons}
    assert len(set(codes_one.values())) == 2


def test_two_rows_of_one_identity_want_a_code(tmp_path: Path):
    row = ["Hà Văn Một", "01/02/1980"]
    _, faults = read(
        make(tmp_path / "1.xlsx", **{"Cá nhân": [["Họ và tên", "Ngày sinh"], row, row]})
    )
    assert codes(faults) == ["fault.same_identity"]
    assert faults[0].fatal
    assert faults[0].arguments["row"] == "2"


def test_repeated_rows(tmp_path: Path):
    header = ["Mã đối tượng", "Năm", "Mức"]
    rows = [header, ["C1", 2025, "HTTNV"], ["C1", 2025, "HTTNV"], ["C1", 2025, "HTXSNV"]]
    batch, faults = read(make(tmp_path / "1.xlsx", **{"Xếp loại": rows}))
    assert [(f.code, f.place.row, f.fatal) for f in faults] == [
        ("fault.row_repeated", 3, False),
        ("fault.row_differs", 4, True),
    ]
    assert faults[1].arguments["row"] == "2"
    assert len(batch.ratings) == 2


def test_rows_against_each_other(tmp_path: Path):
    header = [*PERSON, "Ngày sinh", "Số CCCD"]
    path = make(
        tmp_path / "1.xlsx",
        **{
            "Tập thể": [["Mã", "Tên tập thể"], ["C1", "Phòng Một"]],
            "Cá nhân": [
                header,
                ["C1", "Hà Một", "01/02/1980", "099080000001"],
                ["C2", "HÀ MỘT", "01/02/1980", None],
                ["C3", "Vi Ba", "01/02/1981", "099080000001"],
            ],
        },
    )
    _, faults = read(path)
    assert {(f.code, f.place.row, f.fatal) for f in faults} == {
        ("fault.code_of_other_sheet", 2, True),
        ("fault.maybe_same_person", 3, False),
        ("fault.cccd_shared", 4, True),
    }


def test_sheets_and_headers(tmp_path: Path):
    path = make(
        tmp_path / "1.xlsx",
        **{
            "Cá nhân ": [["Mã", "Mã", "Họ và tên"], ["C1", "C1", "A"]],
            "Xếp lọai 1": [["x"], ["y"]],
            "Tập thể": [["gì đó"], ["khác"]],
            "Hộ gia đình": [["Mã", "Địa chỉ"], ["H1", "Thôn"]],
            "Hướng dẫn": [["đọc kỹ"]],
        },
    )
    _, faults = read(path)
    assert [(f.place.sheet, f.code) for f in faults] == [
        ("Cá nhân", "fault.column_repeated"),
        ("Xếp lọai 1", "fault.sheet_unknown_near"),
        ("Tập thể", "fault.no_header"),
        ("Hộ gia đình", "fault.column_missing"),
    ]
    assert faults[1].arguments["near"] == "Xếp loại"


def test_errors_and_formulas_without_result_are_not_blank(tmp_path: Path):
    path = make(tmp_path / "1.xlsx", **{"Cá nhân": [[*PERSON, "Chức vụ"], ["C1", "A", None]]})
    workbook = openpyxl.load_workbook(path)
    page = workbook["Cá nhân"]
    page["C2"] = "#N/A"
    page["C2"].data_type = "e"
    page["A3"], page["B3"], page["C3"] = "C2", "B", "=A1&B1"
    workbook.save(path)
    _, faults = read(path)
    assert [(f.place.row, f.place.column, f.code) for f in faults] == [
        (2, "Chức vụ", "fault.cell_error"),
        (3, "Chức vụ", "fault.not_computed"),
    ]


def test_a_cell_merged_downwards_holds_for_all_its_rows(tmp_path: Path):
    path = make(
        tmp_path / "1.xlsx",
        **{"Cá nhân": [[*PERSON, "Tập thể"], ["C1", "A", "T1"], ["C2", "B", None]]},
    )
    workbook = openpyxl.load_workbook(path)
    workbook["Cá nhân"].merge_cells("C2:C3")
    workbook.save(path)
    batch, _ = read(path)
    assert [e.value.unit for e in batch.persons] == ["T1", "T1"]


def _refused(path: Path) -> str:
    with pytest.raises(WorkbookError) as caught:
        read(path)
    assert texts.say(caught.value.code, caught.value.arguments)
    return caught.value.code


def test_files_that_are_no_workbook(tmp_path: Path):
    good = make(tmp_path / "tot.xlsx", **{"Cá nhân": [PERSON, ["C1", "A"]]}).read_bytes()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    cases = {
        "a.xls": (ole + b"\0" * 600, "book_old_format"),
        "b.xlsx": (ole + "EncryptedPackage".encode("utf-16-le"), "book_encrypted"),
        "c.xlsx": (b"Ma,Ten\nC1,A\n", "book_not_excel"),
        "d.csv": (b"Ma,Ten\nC1,A\n", "book_not_excel"),
        "e.xlsx": (b"", "book_empty_file"),
        "f.xlsx": (good[: len(good) // 2], "book_damaged"),
        "g.xlsm": (good, "book_macro"),
        "h.zip": (good, "book_renamed"),
    }
    for name, (data, code) in cases.items():
        (tmp_path / name).write_bytes(data)
        assert _refused(tmp_path / name) == f"fault.{code}", name
    assert _refused(tmp_path / "khong-co.xlsx") == "error.cannot_read"
    assert _refused(make(tmp_path / "i.xlsx", **{"DS": [["a"]]})) == "fault.book_no_sheets"


def test_a_word_file_renamed(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert _refused(tmp_path / "a.xlsx") == "fault.book_not_excel"


@pytest.mark.parametrize("cell", ["XFD2", "B1048576"])
def test_far_cells_do_not_fill_the_memory(tmp_path: Path, cell: str):
    path = make(tmp_path / "a.xlsx", **{"Cá nhân": [PERSON, ["C1", "A"]]})
    workbook = openpyxl.load_workbook(path)
    workbook["Cá nhân"][cell] = "x"
    workbook.save(path)
    assert _refused(path) == "fault.book_sheet_large"


def test_a_workbook_that_unpacks_too_large(tmp_path: Path, monkeypatch):
    path = make(tmp_path / "a.xlsx", **{"Cá nhân": [PERSON, ["C1", "A"]]})
    monkeypatch.setattr(workbook_file, "MAX_TOTAL", 1_000)
    assert _refused(path) == "fault.book_too_large"


def test_cells_of_spaces_are_blank_every_time(tmp_path: Path):
    rows = [[*PERSON, "Chức vụ", "Giới tính"], ["C1", "A", "  ", " "], ["C2", "B", "  ", " "]]
    batch, faults = read(make(tmp_path / "so.xlsx", **{"Cá nhân": rows}))
    assert faults == []
    assert [(e.value.position, e.value.gender) for e in batch.persons] == [("", None)] * 2
