"""A round in a portal's workbook, and lists of the books as plain Excel."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from khenthuong.domain.kinds import RecipientKind
from khenthuong.errors import NotFoundError, WorkbookError
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.services.intake import list_export, list_import, list_tables
from khenthuong.services.workspace import Workspace
from tests.exchange.lists.others import parts, template


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    return template(tmp_path / "mau.xlsx", rows=120)


def answered(ws: Workspace, portal: Path) -> list_export.TemplateFilling:
    filling = list_export.lay_into(ws, "D1", portal)
    answers = {one.key: one.proposed or "-" for one in filling.questions}
    return list_export.lay_into(ws, "D1", portal, answers)


def test_every_nomination_gets_its_row_in_the_words_of_the_template(
    commune, portal, tmp_path
) -> None:
    filling = list_export.lay_into(commune, "D1", portal)
    nominations = rounds.nominations(commune, "D1")
    assert len(filling.lines) == len(nominations)
    assert filling.left_out == ()
    # «Bằng khen các cấp» is not what we call it: asked, not guessed.
    assert "award:bang_khen_cap_tinh" in {one.key for one in filling.open_questions}
    with pytest.raises(WorkbookError) as refused:
        list_export.write_filled(commune, filling, tmp_path / "ra.xlsx")
    assert refused.value.code == "list.questions_open"
    out = tmp_path / "ra.xlsx"
    list_export.write_filled(commune, answered(commune, portal), out)
    sheet = load_workbook(out, data_only=True)["nhận"]
    assert sheet.cell(len(nominations) + 1, 1).value == len(nominations)
    for row, one in enumerate(nominations, start=2):
        assert sheet.cell(row, 3).value == register.get(commune, one.recipient).name
        code = {"ca_nhan": "CANHAN", "tap_the": "TAPTHE", "ho_gia_dinh": "HOGIADINH"}
        kind = register.get(commune, one.recipient).recipient_kind
        assert sheet.cell(row, 11).value == code[kind]
        if one.award == "lao_dong_tien_tien":
            assert (sheet.cell(row, 7).value, sheet.cell(row, 12).value) == (
                "Lao động tiên tiến",
                "7001",
            )
    before, after = parts(portal), parts(out)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]


def test_answers_are_remembered_with_the_template(commune, portal, tmp_path) -> None:
    list_export.write_filled(commune, answered(commune, portal), tmp_path / "ra.xlsx")
    again = list_export.lay_into(commune, "D1", portal)
    assert again.questions
    assert again.open_questions == ()


def test_the_template_is_never_written_over(commune, portal) -> None:
    with pytest.raises(WorkbookError) as refused:
        list_export.write_filled(commune, answered(commune, portal), portal)
    assert refused.value.code == "list.template_kept"


def test_what_was_filled_in_reads_back_as_the_same_round(commune, portal, tmp_path) -> None:
    out = tmp_path / "ra.xlsx"
    list_export.write_filled(commune, answered(commune, portal), out)
    source = list_import.open_list(commune, out)
    choices = list_import.proposed_choices(source)
    assert len(source.table.rows) == len(rounds.nominations(commune, "D1"))
    preview = list_import.look(commune, source, choices)
    assert not [f for f in preview.importing.faults if f.fatal]


def test_an_unknown_round_is_refused(commune, portal) -> None:
    with pytest.raises(NotFoundError):
        list_export.lay_into(commune, "KHÔNG CÓ", portal)


@pytest.mark.parametrize("kind", RecipientKind)
def test_the_register_as_a_plain_list(commune, tmp_path, kind: RecipientKind) -> None:
    table = list_tables.register_table(commune, kind)
    assert [row[1] for row in table.rows] == list(register.search(commune, kind))
    assert {len(row) for row in table.rows} == {len(table.headers)}
    path = tmp_path / "a.xlsx"
    list_tables.write(table, path)
    assert load_workbook(path).active.max_row == len(table.rows) + 2


def test_a_round_and_its_papers_as_plain_lists(commune) -> None:
    table = list_tables.round_table(commune, "D1")
    assert len(table.rows) == len(rounds.nominations(commune, "D1"))
    assert "Lao động tiên tiến" in {row[6] for row in table.rows}
    assert {len(row) for row in table.rows} == {len(table.headers)}
    papers = list_tables.papers_table(commune, "D1")
    assert papers.headers[0] == "STT"
