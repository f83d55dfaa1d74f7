"""Word and Excel read back: the same cells as the table, sums that add up, nothing lost."""

import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from khenthuong import cli
from khenthuong.domain.statistics import Dimension, RowKind, Span, Table, number_text
from khenthuong.domain.statistics_free import FreeQuery
from khenthuong.errors import UserError
from khenthuong.services.paperwork import layout_check
from khenthuong.services.statistics import free, fund, papers, shares, tables
from khenthuong.services.workspace import Workspace, open_workspace
from tests.services.statistics import small_commune as small


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    small.lay_down(tmp_path / "so")
    with open_workspace(tmp_path / "so") as opened:
        small.fill(opened)
        for code, award, branch in (
            ("CN-001", "bang_khen_cap_tinh", "Công trạng"),
            ("CN-002", "bang_khen_cap_tinh", "Đột xuất"),
            ("TT-002", "bang_khen_cap_tinh", ""),
            ("CN-001", "chien_si_thi_dua_cap_tinh", ""),
            ("CN-002", "lao_dong_tien_tien", ""),
            ("TT-001", "tap_the_lao_dong_tien_tien", ""),
            ("CN-003", "giay_khen_xa", ""),
        ):
            small.award(opened, code, award, branch)
        yield opened


def cells_of(table: Table) -> list[list[str]]:
    return [[*row.row.marks, *(one.text for one in row.figures)] for row in table.rows]


def all_tables(ws: Workspace) -> list[Table]:
    fund.book(ws, "9/QĐ")
    return [
        *tables.every(ws, Span.of_years(2026)),
        fund.payment_list(ws, "9/QĐ"),
        free.free(ws, FreeQuery(Dimension.AWARD, Dimension.RECIPIENT, 2025, 2026)),
        shares.shares(ws, 2025, 2026),
    ]


def test_word_holds_every_cell_and_lies_on_its_side(ws: Workspace) -> None:
    for table in all_tables(ws):
        paper = docx.Document(io.BytesIO(papers.as_word(ws, table)))
        section = paper.sections[0]
        assert section.page_width > section.page_height
        grid = paper.tables[1]
        width = sum(int(one.get(f"{{{_W}}}w")) for one in grid._tbl.tblGrid)
        assert width <= (section.page_width - section.left_margin - section.right_margin) / 635 + 20
        rows = [[cell.text for cell in row.cells] for row in grid.rows]
        assert rows[-len(table.rows) :] == cells_of(table)
        said = [paragraph.text for paragraph in paper.paragraphs]
        assert table.title in said
        assert all(f"– {note}" in said for note in papers.notes_of(table))


def test_every_paper_keeps_the_decree_on_layout(ws: Workspace, tmp_path: Path) -> None:
    for place, table in enumerate(all_tables(ws)):
        path = papers.write_word(ws, table, tmp_path / f"{place}.docx")
        judged = layout_check.in_words(layout_check.check(path))
        assert [text.deviations for text in judged if text.deviations] == []


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_excel_holds_every_cell_with_sums_as_formulas(ws: Workspace, tmp_path: Path) -> None:
    made = all_tables(ws)
    path = papers.write_excel(ws, made, tmp_path / "bang.xlsx")
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    assert len(values.sheetnames) == len(made)
    sums = 0
    for table, name in zip(made, values.sheetnames, strict=True):
        first = next(
            row[0].row
            for row in values[name].iter_rows(min_row=6)
            if [_word(cell) for cell in row[: len(table.rows[0].row.marks)]]
            == list(table.rows[0].row.marks)
        )
        for place, row in enumerate(table.rows):
            shown = values[name][first + place]
            for cell, figure in zip(shown[len(row.row.marks) :], row.figures, strict=False):
                if figure.value is None:
                    assert _word(cell) == figure.text
                else:
                    assert number_text(Decimal(str(cell.value))) == figure.text
                formula = formulas[name][cell.coordinate].value
                if isinstance(formula, str) and formula.startswith("=SUM("):
                    assert row.row.kind is RowKind.TOTAL
                    assert _sum(values[name], formula) == pytest.approx(cell.value)
                    sums += 1
    assert sums > 8


def _word(cell: object) -> str:
    return str(cell.value or "")  # type: ignore[attr-defined]


def _sum(sheet: object, formula: str) -> float:
    block = sheet[formula.removeprefix("=SUM(").removesuffix(")")]  # type: ignore[index]
    return sum(row[0].value for row in block if isinstance(row[0].value, int | float))


def test_the_clipboard_has_a_line_a_row(ws: Workspace) -> None:
    table = tables.statutory(ws, "03", Span.of_years(2026))
    lines = papers.as_text(table).splitlines()
    assert lines[0].split("\t")[2] == "Số lượng khen thưởng trong năm – Tổng số"
    wanted = [[cell.replace("\u00a0", " ") for cell in row] for row in cells_of(table)]
    assert [line.split("\t") for line in lines[1:]] == wanted


def test_free_tables_divide_everybody_and_keep_the_unknown(ws: Workspace) -> None:
    by_duty = free.free(ws, FreeQuery(Dimension.AWARD, Dimension.DUTY, 2026, 2026))
    assert [one.text for one in by_duty.definition.columns] == [
        "Lãnh đạo",
        "Trực tiếp",
        "Chưa rõ",
        "Cộng",
    ]
    total = by_duty.rows[-1]
    assert [one.value for one in total.figures] == [2, 2, 1, 5]
    kind = ((Dimension.RECIPIENT, "tap_the"),)
    units = free.free(ws, FreeQuery(Dimension.SMALL, Dimension.YEAR, 2025, 2026, kind))
    assert units.figure("cong", "2026").value == 2
    assert units.figure("cong", "2025").text == ""
    with pytest.raises(UserError):
        free.free(ws, FreeQuery(Dimension.AWARD, Dimension.YEAR, 2026, 2025))


def test_series_are_the_figures_of_plots(ws: Workspace) -> None:
    found = free.series(ws, 2025, 2026)
    assert (found.years, found.total) == ((2025, 2026), (0, 7))
    assert found.by_recipient == {"ca_nhan": (0, 5), "tap_the": (0, 2)}
    assert found.by_level == {"tinh": (0, 4), "xa": (0, 3)}
    last = found.direct[-1]
    assert (last.part, last.whole, last.unknown, last.text) == (2, 4, 1, "50\u00a0%")
    assert found.direct[0].text == ""
    shown = shares.shares(ws, 2025, 2026)
    assert [one.text for one in shown.rows[0].figures[3:]] == ["2", "4", "50\u00a0%"]
    assert len(shown.figure("direct", "2026_whole").lines) == 4


def test_a_year_is_written_whole_and_alike_again(ws: Workspace, tmp_path: Path) -> None:
    fund.book(ws, "9/QĐ")
    out = tmp_path / "ra"
    written = papers.write_report(ws, 2026, out)
    assert len(written.files) == 12
    assert all(path.stat().st_size > 2_000 for path in written.files)
    again = {path.name: path.read_bytes() for path in written.files if path.suffix == ".docx"}
    papers.write_report(ws, 2026, out)
    assert all((out / name).read_bytes() == data for name, data in again.items())


def test_the_command_answers_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.lay_down(tmp_path / "so")
    asked = ["--data", str(tmp_path / "so"), "--json", "report", "--year", "2025", "--out"]
    assert cli.run(cli.parse([*asked, str(tmp_path / "ra")])) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["year"] == 2025
    assert [one["id"] for one in answer["tables"]][:4] == ["01", "03", "03_xa", "05"]
    assert answer["tables"][4]["checked"] == "chua"
    assert len(answer["files"]) == 11
    wrong = [*asked[:-2], "20x", "--out", str(tmp_path)]
    assert cli.run(cli.parse(wrong)) == 1
    assert "statistics.bad_year" in capsys.readouterr().err
