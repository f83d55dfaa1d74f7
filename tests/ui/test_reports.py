from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from khenthuong.domain.rounds import Nomination
from khenthuong.services import office, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.paperwork import reports
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import REPORTS, MainWindow
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.screens.paperwork.report_data import OF_DOSSIER, OF_NOMINATIONS
from khenthuong.ui.screens.paperwork.reports import ReportsScreen

from .conftest import AtOnce, press, put_away, type_text


def open_reports(window: MainWindow) -> ReportsScreen:
    window.open_screen(REPORTS)
    screen = window.made_screen(REPORTS)
    assert isinstance(screen, ReportsScreen)
    assert screen.report is not None
    return screen


@pytest.fixture
def screen(sample_window: MainWindow) -> ReportsScreen:
    return open_reports(sample_window)


def text_row(screen: ReportsScreen):
    return next(row for row in screen.form.rows.values() if row.field.type == "multiline")


def test_answers_and_facts_are_shown(screen: ReportsScreen) -> None:
    report = screen.report
    for key, row in screen.form.rows.items():
        shown = row.editor.value()
        if key in report.answers and row.field.type != "table":
            assert shown == report.answers[key]
        elif key in report.facts and row.field.type != "table":
            assert str(shown) == str(report.facts[key])


def test_saved_answers_come_back(qtbot, screen: ReportsScreen, sample_window) -> None:
    row = text_row(screen)
    type_text(row.editor.target, "Câu mới «Ủy ban» & <b>. ")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    key = screen.report.key
    saved = reports.load_answers(sample_window.desk.ws, key.round, key.recipient, key.form)
    assert saved.values[row.field.key].startswith("Câu mới «Ủy ban» & <b>.")
    assert not screen.unsaved()


def test_a_draft_survives_a_crash(
    qtbot, sample: Path, screen: ReportsScreen, sample_window
) -> None:
    row = text_row(screen)
    type_text(row.editor.target, "Đang viết dở. ")
    screen._on_tick()
    wanted = screen.report.key
    assert list((sample / "nhap").rglob("*.json"))
    sample_window.desk.close()  # như máy tắt ngang: không lưu, không hỏi

    desk = Desk(Jobs(runner=AtOnce()), sample)
    window = MainWindow(desk)
    qtbot.addWidget(window, before_close_func=put_away)
    window.show()
    window.start()
    again = open_reports(window)
    assert again.report.key == wanted
    assert again.draft_note.isVisible()
    again.take_draft.click()
    assert again.form.rows[row.field.key].editor.value().startswith("Đang viết dở.")
    assert again.unsaved()
    again.save()
    assert not again.draft_note.isVisible()
    assert reports.load_draft(desk.ws, wanted.round, wanted.recipient, wanted.form) is None
    window.close()


def test_a_draft_may_be_refused(qtbot, screen: ReportsScreen, sample_window) -> None:
    row = text_row(screen)
    before = row.editor.value()
    type_text(row.editor.target, "Thôi. ")
    screen._on_tick()
    press(qtbot, sample_window, Qt.Key.Key_Escape)
    assert row.editor.value() == before
    key = screen.report.key
    ws = sample_window.desk.ws
    assert reports.load_draft(ws, key.round, key.recipient, key.form) is None


def test_the_draft_is_kept_within_a_second(qtbot, sample: Path, screen: ReportsScreen) -> None:
    type_text(text_row(screen).editor.target, "a")
    qtbot.waitUntil(lambda: bool(list((sample / "nhap").rglob("*.json"))), timeout=3000)


def test_what_is_missing_stands_under_its_field(qtbot, screen: ReportsScreen) -> None:
    row = next(r for r in screen.form.rows.values() if r.field.required and r.wide)
    row.editor.set_value("")
    row.edited.emit(row.field.key)
    screen.save()
    assert row.problem
    assert "Còn" in screen.state.text()


def test_another_round_is_held_while_unsaved(screen: ReportsScreen, sample_window) -> None:
    type_text(text_row(screen).editor.target, "a")
    before = screen.combo.currentData()
    screen.combo.setCurrentIndex(1)
    screen.combo.activated.emit(1)
    assert screen.combo.currentData() == before
    assert sample_window.strip.text.startswith("Đang sửa dở")


def dossier_row(screen: ReportsScreen, form: str) -> int:
    for row in range(screen.table.rowCount()):
        line = screen.table.record(row)
        if line is not None and line.key.authority and line.key.form == form:
            return row
    raise AssertionError(form)


@pytest.fixture
def petition(screen: ReportsScreen) -> ReportsScreen:
    screen.view.select(dossier_row(screen, "to_trinh"))
    return screen


def test_papers_of_the_dossier_stand_above_the_reports(screen: ReportsScreen) -> None:
    table = screen.table
    assert [table.index(row, 0).data() for row in table.groups] == [OF_DOSSIER, OF_NOMINATIONS]
    first, second = table.groups
    assert all(table.record(row).key.authority for row in range(first + 1, second))
    assert not any(table.record(row).key.authority for row in range(second + 1, table.rowCount()))
    assert [table.index(row, 1).data() for row in range(first + 1, second)] == ["Đã đủ"] * (
        second - first - 1
    )
    assert screen.report.key.authority is None


def test_a_paper_of_the_dossier_is_answered(qtbot, petition: ReportsScreen, sample_window) -> None:
    ws = sample_window.desk.ws
    assert petition.state.text() == "Đã đủ"
    signer = petition.form.rows["nguoi_ky"].editor
    assert signer.value() == petition.report.facts["nguoi_ky"]
    assert set(petition.report.signers) <= {s.name for s in office.signers(ws)}
    type_text(petition.form.rows["noi_dung_them"].editor.target, "Kính mong xem xét sớm.")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    key = petition.report.key
    saved = reports.load_dossier_answers(ws, key.round, key.authority, key.form)
    assert dict(saved.values) == {"noi_dung_them": "Kính mong xem xét sớm."}
    assert petition.report.key == key
    assert not petition.unsaved()


def test_another_signer_is_picked(petition: ReportsScreen, sample_window) -> None:
    row = petition.form.rows["nguoi_ky"]
    other = next(n for n in petition.report.signers if n != row.editor.value())
    row.editor.set_value(other)
    row.editor.edited.emit()
    petition.save()
    key = petition.report.key
    saved = reports.load_dossier_answers(sample_window.desk.ws, key.round, key.authority, key.form)
    assert saved.values["nguoi_ky"] == other


def test_the_draft_of_a_dossier_paper_is_its_own(
    petition: ReportsScreen, sample_window, sample: Path
) -> None:
    ws = sample_window.desk.ws
    type_text(petition.form.rows["noi_dung_them"].editor.target, "Dở dang")
    petition._on_tick()
    key = petition.report.key
    draft = reports.load_draft(ws, key.round, "", key.form, key.authority)
    assert draft["noi_dung_them"] == "Dở dang"
    assert reports.load_draft(ws, key.round, "", key.form) is None
    petition.escape()
    assert petition.form.rows["noi_dung_them"].editor.value() == ""
    assert list((sample / "nhap").rglob("*.json")) == []


def test_a_waiting_draft_shows_in_the_list(screen: ReportsScreen, sample_window) -> None:
    ws = sample_window.desk.ws
    key = screen.report.key
    taken = {line.key.recipient for line in screen.table.records if not isinstance(line, str)}
    kind = register.get(ws, key.recipient).recipient_kind
    code = next(c for c in register.search(ws, kind, "") if c not in taken)
    rounds.save_nomination(ws, Nomination(key.round, code, key.award))

    def state() -> str:
        screen.refresh()
        lines = [line for line in screen.table.records if not isinstance(line, str)]
        return next(line.state for line in lines if line.key.recipient == code)

    assert state() == "Chưa làm"
    reports.save_draft(ws, key.round, code, key.form, {"thanh_tich": "Dở dang"})
    assert state() == "Có nháp"
    reports.drop_draft(ws, key.round, code, key.form)
    assert state() == "Chưa làm"


def test_the_grouped_table_is_sound(qtbot) -> None:
    table = GroupedTable([("Số", len), ("Chữ", repr)])
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_groups([("Một", [(1, 2)]), ("Không", []), ("Hai", [(3,)])])
    assert table.groups == [0, 2]
    assert table.record(0) is None
    assert table.record(3) == (3,)
    assert table.index(1, 0).data() == "2"
