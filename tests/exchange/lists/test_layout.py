"""The table in a sheet: titles above, headers of several rows, sections, totals, formula rows."""

from pathlib import Path

import pytest
import xlsxwriter

from khenthuong.domain.kinds import RecipientKind
from khenthuong.exchange.lists.files import read_grids
from khenthuong.exchange.lists.layout import (
    code_columns,
    code_lists,
    find_table,
    kind_in,
    letters_of,
    year_in,
)
from khenthuong.exchange.lists.legacy_text import Letters
from tests.exchange.lists.others import in_tcvn3, template, workbook


def table(path: Path, rows):
    return find_table(read_grids(workbook(path / "a.xlsx", {"Trang": rows}))[0])


def test_title_sections_numbering_and_total(tmp_path) -> None:
    found = table(
        tmp_path,
        [
            ("UBND XÃ VĨNH AN",),
            ("DANH SÁCH ĐỀ NGHỊ NĂM 2026",),
            (),
            ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu"),
            ("(1)", "(2)", "(3)", "(4)"),
            ("I", "TẬP THỂ"),
            (1, "Trạm Y tế", None, "TTLĐTT"),
            ("II", "CÁ NHÂN"),
            ("a)", "Lao động tiên tiến"),
            (1, "Lò Thị Ủn", "1990", "LĐTT"),
            ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu"),
            (2, "Phùng Khắc Khuyến", "05/03/1981", "LĐTT"),
            (None, "Tổng cộng: 3"),
            (None, None, None, "NGƯỜI LẬP BIỂU"),
        ],
    )
    assert found.title == "UBND XÃ VĨNH AN\nDANH SÁCH ĐỀ NGHỊ NĂM 2026"
    assert found.header_row == 4
    assert [row.cells[1] for row in found.rows] == ["Trạm Y tế", "Lò Thị Ủn", "Phùng Khắc Khuyến"]
    assert [row.number for row in found.rows] == [7, 10, 12]
    assert found.rows[0].section == "TẬP THỂ"
    assert found.rows[1].section == "CÁ NHÂN\nLao động tiên tiến"
    assert [number for number, _ in found.skipped] == [13, 14]


def test_headers_of_two_rows_and_merged_cells_are_joined(tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Trang")
    page.merge_range(0, 0, 0, 4, "DANH SÁCH")
    page.merge_range(1, 0, 2, 0, "TT")
    page.merge_range(1, 1, 2, 1, "Họ và tên")
    page.merge_range(1, 2, 1, 3, "Năm sinh")
    page.write_row(2, 2, ("Nam", "Nữ"))
    page.merge_range(1, 4, 2, 4, "Đơn vị")
    page.write_row(3, 0, (1, "Lò Thị Ủn", None, 1990))
    page.merge_range(3, 4, 4, 4, "Trường Mầm non")
    page.write_row(4, 0, (2, "Phùng Khắc Khuyến", 1981))
    book.close()
    found = find_table(read_grids(path)[0])
    assert found.headers == ("TT", "Họ và tên", "Năm sinh Nam", "Năm sinh Nữ", "Đơn vị")
    assert [row.cells[4] for row in found.rows] == ["Trường Mầm non"] * 2


def test_empty_formula_rows_hold_nothing(tmp_path) -> None:
    found = find_table(read_grids(template(tmp_path / "mau.xlsx"))[0])
    assert found.rows == ()
    assert found.header_row == 1
    assert found.score > 5


def test_a_header_in_an_old_font_is_found(tmp_path) -> None:
    rows = [tuple(map(in_tcvn3, ("Họ và tên", "Chức vụ", "Đơn vị công tác")))]
    found = table(tmp_path, [*rows, (in_tcvn3("Lê Thị Hường"), "GV", "Tổ 1")])
    assert found.headers == ("Họ và tên", "Chức vụ", "Đơn vị công tác")
    assert letters_of(found) == {0: Letters.TCVN3}


def test_a_sheet_without_a_header_is_no_list(tmp_path) -> None:
    assert table(tmp_path, [("Kính gửi", "các đơn vị"), ("a", "b")]).score == 0


def test_code_lists_side_by_side_and_below_one_another(tmp_path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "Danh sách": [("Họ và tên", "Mã danh hiệu")],
            "DM": [
                ("STT", "Mã số", "Hình thức", None, "STT", "Mã số", "Danh hiệu"),
                (1, "9001", "Giấy khen", None, 1, "8001", "Lao động tiên tiến"),
                (2, "9002", "Bằng khen", None, 2, "8002", "Chiến sĩ thi đua"),
                (),
                (None, None, None, None, "STT", "Mã số", "Giới tính"),
                (None, None, None, None, 1, "NAM", "Giới tính Nam"),
                (None, None, None, None, 2, "NU", "Giới tính Nữ"),
            ],
        },
    )
    grids = read_grids(path)
    found = {one.header: one.entries for one in code_columns(grids[1])}
    assert found["Mã số Giới tính"] == (("NAM", "Giới tính Nam"), ("NU", "Giới tính Nữ"))
    assert found["Mã số Danh hiệu"][0] == ("8001", "Lao động tiên tiến")
    assert code_lists(grids, "Danh sách")["9002"] == "Bằng khen"
    assert code_lists(grids, "DM") == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Khen thưởng cá nhân", RecipientKind.PERSON),
        ("II. TẬP THỂ", RecipientKind.UNIT),
        ("DANH SÁCH HỘ GIA ĐÌNH", RecipientKind.HOUSEHOLD),
        ("TAPTHE", RecipientKind.UNIT),
        ("Danh sách tập thể, cá nhân", None),
        ("Đơn vị: Trường Tiểu học", None),
        ("", None),
    ],
)
def test_which_kind_words_name(text: str, kind: RecipientKind | None) -> None:
    assert kind_in(text) is kind


def test_the_year_of_a_title() -> None:
    assert year_in("Danh sách năm 2025") == "2025"
    assert year_in("NĂM HỌC 2024-2025") == "2024-2025"
    assert year_in("Danh sách") == ""
