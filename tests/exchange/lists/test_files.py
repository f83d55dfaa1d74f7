"""Lists come as .xlsx, .xls and .csv in whatever encoding the sender's Excel had."""

from pathlib import Path

import pytest

from khenthuong.errors import WorkbookError
from khenthuong.exchange.lists.files import read_grids
from khenthuong.exchange.lists.layout import find_table
from tests.exchange.lists.others import in_tcvn3, workbook

OLD = Path(__file__).with_name("danh-sach-cu.xls")
ROWS = (
    ("TT", "Họ và tên", "Chức vụ"),
    ("1", "Phùng Khắc Khuyến", "Trưởng thôn"),
    ("2", "Lò Thị Ủn", "Giáo viên; tổ trưởng"),
)


def text(delimiter: str) -> str:
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in ROWS]
    return "\r\n".join(delimiter.join(row) for row in quoted) + "\r\n"


def in_cp1258(sentence: str) -> bytes:
    # Windows-1258 keeps some letters whole and writes the tone behind its vowel.
    import unicodedata

    out = b""
    for letter in unicodedata.normalize("NFC", sentence):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323")
            bare = unicodedata.normalize("NFC", parts.replace(tone, ""))
            out += (bare + tone).encode("cp1258")
    return out


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]
)
def test_a_csv_of_any_encoding_and_delimiter(tmp_path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "ds.csv"
    content = text(delimiter)
    data = in_cp1258(content) if encoding == "cp1258" else content.encode(encoding)
    path.write_bytes(data)
    (grid,) = read_grids(path)
    assert [tuple(row) for row in grid.rows] == list(ROWS)


def test_a_csv_in_an_old_font_keeps_its_letters_for_the_reader(tmp_path) -> None:
    path = tmp_path / "ds.csv"
    path.write_bytes(in_tcvn3(text(";")).encode("latin-1"))
    table = find_table(read_grids(path)[0])
    assert table.headers == ROWS[0]
    assert table.rows[0].cells[1] == in_tcvn3("Phùng Khắc Khuyến")


def test_zeros_that_excel_was_made_to_keep(tmp_path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text('Họ và tên;Số CCCD\nLò Thị Ủn;="001190000123"\n', encoding="utf-8")
    assert read_grids(path)[0].rows[1] == ["Lò Thị Ủn", "001190000123"]


def test_an_old_workbook(tmp_path) -> None:
    table = find_table(read_grids(OLD)[0])
    assert table.title == "DANH SÁCH CÁ NHÂN NĂM 2025"
    assert table.header_row == 3
    assert [row.cells[1] for row in table.rows] == ["Phùng Khắc Khuyến", "Lò Thị Ủn"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xls", b"<html><table></table></html>", "list.not_old_excel"),
        ("a.csv", b"", "fault.book_empty_file"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(5) + b"abc" * 300, "list.not_text"),
        ("a.csv", b'a;b\n"x' + b"y" * (2 << 20), "list.csv_damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "fault.book_damaged"),
        ("a.xlsx", b"no workbook", "fault.book_not_excel"),
        ("a.csv", b";" * 200 + b"\n", "fault.book_sheet_large"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WorkbookError) as refused:
        read_grids(path)
    assert refused.value.code == code


def test_a_protected_old_workbook_says_so(tmp_path) -> None:
    path = tmp_path / "a.xls"
    mark = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(OLD.read_bytes() + mark)
    with pytest.raises(WorkbookError) as refused:
        read_grids(path)
    assert refused.value.code == "fault.book_encrypted"


def test_a_workbook_with_numbers_reads_as_before(tmp_path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Một": [("Họ tên", "Điểm"), ("Lò Thị Ủn", 9.5)]})
    assert read_grids(path)[0].rows[1] == ["Lò Thị Ủn", 9.5]
