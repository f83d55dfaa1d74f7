import pytest
from openpyxl import load_workbook

from khenthuong.errors import WorkbookError
from khenthuong.exchange.lists.list_writer import DANGEROUS, write_table


def test_a_cell_that_looks_like_a_formula_is_marked_as_text(tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    texts = [f"{first}cmd|' /C calc'!A0" for first in DANGEROUS]
    write_table(path, "Sổ", "Sổ", ("STT", "Tên"), [(n, t) for n, t in enumerate(texts)])
    sheet = load_workbook(path)["Sổ"]
    for row, text in enumerate(texts, start=3):
        cell = sheet.cell(row, 2)
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert str(cell.value).replace("_x000D_", "\r").strip() == text.strip()
    assert not sheet.cell(1, 1).quotePrefix
    assert sheet.cell(4, 1).value == 1


def test_the_same_table_gives_the_same_bytes(tmp_path) -> None:
    for name in ("a", "b"):
        write_table(tmp_path / f"{name}.xlsx", "S", "T", ("Tên",), [("Lò Thị Ủn",)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_text_longer_than_a_cell_is_refused(tmp_path) -> None:
    with pytest.raises(WorkbookError) as refused:
        write_table(tmp_path / "a.xlsx", "S", "T", ("Tên",), [("x" * 32_768,)])
    assert refused.value.code == "fault.book_text_too_long"
    assert not (tmp_path / "a.xlsx").exists()
