from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from khenthuong.domain.batch import Place
from khenthuong.domain.kinds import RecipientKind
from khenthuong.services import demo, register
from khenthuong.ui import messages
from khenthuong.ui.main_window import IMPORT, MainWindow
from khenthuong.ui.models.changes_table import ChangesTable
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.intake.import_data import ChangeLine
from khenthuong.ui.screens.intake.importing import ImportScreen

from .conftest import press


@pytest.fixture
def screen(window: MainWindow) -> ImportScreen:
    window.open_screen(IMPORT)
    made = window.made_screen(IMPORT)
    assert isinstance(made, ImportScreen)
    return made


def workbook(tmp_path: Path, change) -> Path:
    """The sample workbook with something changed in it."""
    book = load_workbook(demo.sample_workbook())
    change(book)
    target = tmp_path / "so.xlsx"
    book.save(target)
    book.close()
    return target


def column(sheet, title: str) -> int:
    return next(c.column for c in sheet[1] if c.value and str(c.value).startswith(title))


def spoil(book) -> None:
    sheet = book["Cá nhân"]
    sheet.cell(2, column(sheet, "Ngày sinh")).value = "31/02/1980"


def test_preview_writes_nothing_then_all_comes_in(qtbot, tmp_path, screen, window) -> None:
    ws = window.desk.ws
    before = register.search(ws, RecipientKind.PERSON, "")
    screen.read(demo.sample_workbook())
    assert screen._verdict.text().startswith("Nhập được")
    assert register.search(ws, RecipientKind.PERSON, "") == before
    assert [line.sheet for line in screen.counts.records][:3] == ["Cơ quan", "Người ký", "Tập thể"]
    press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(register.search(ws, RecipientKind.PERSON, "")) > len(before)
    assert "Đã nhập" in window.strip.text
    screen.read(demo.sample_workbook())
    assert "không cần nhập gì" in screen._verdict.text()
    assert not screen.apply.isEnabled()


def test_a_fault_is_named_by_cell_and_nothing_comes_in(tmp_path, screen, window) -> None:
    screen.read(workbook(tmp_path, spoil))
    assert not screen.apply.isEnabled()
    assert screen.tabs.currentIndex() == 1
    first = [screen.faults.index(0, n).data() for n in range(3)]
    assert first[0] == "Cá nhân, dòng 2, cột Ngày sinh"
    assert first[1]
    assert first[2] == "Phải sửa"
    screen.save()
    assert len(register.search(window.desk.ws, RecipientKind.PERSON, "")) == 5


def test_a_marked_copy_is_saved(tmp_path, screen, monkeypatch) -> None:
    target = tmp_path / "danh-dau.xlsx"
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    screen.read(workbook(tmp_path, spoil))
    screen.marked.click()
    assert target.stat().st_size > 1000


def test_an_empty_workbook_is_handed_out(tmp_path, screen, monkeypatch) -> None:
    target = tmp_path / "mau.xlsx"
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    screen.empty_book.click()
    assert target.stat().st_size > 1000


def test_old_and_new_values_and_the_choice(tmp_path, sample_window) -> None:
    def change(book) -> None:
        sheet = book["Cá nhân"]
        sheet.cell(2, column(sheet, "Chức vụ")).value = "Chức vụ mới"

    sample_window.open_screen(IMPORT)
    screen = sample_window.made_screen(IMPORT)
    path = workbook(tmp_path, change)
    screen.read(path)
    changed = [c for c in screen.changes.records if c.sheet == "Cá nhân"]
    assert changed[0].new == "Chức vụ mới"
    assert changed[0].old
    assert screen.keep_all.isVisible()
    screen.keep_all.click()
    assert screen.changes.kept == screen.changes.places
    screen.save()
    ws = sample_window.desk.ws
    held = {register.get(ws, c).position for c in register.search(ws, RecipientKind.PERSON, "")}
    assert "Chức vụ mới" not in held
    screen.read(path)
    screen.keep_all.click()
    screen.take_all.click()
    screen.save()
    held = {register.get(ws, c).position for c in register.search(ws, RecipientKind.PERSON, "")}
    assert "Chức vụ mới" in held


def test_a_file_that_is_no_workbook_is_refused_in_words(tmp_path, screen, window) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"khong phai excel")
    screen.read(path)
    assert window.strip.text
    assert screen.task.isHidden()
    assert not screen._result.isVisible()


def test_dropping_a_workbook(qtbot, screen, tmp_path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(demo.sample_workbook()))])
    enter = QDragEnterEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(screen.drop, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(screen.drop, drop)
    assert screen._preview is not None


def test_other_files_are_not_taken(qtbot, screen, tmp_path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "anh.png"))])
    enter = QDragEnterEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(screen.drop, enter)
    assert not enter.isAccepted()


def test_choosing_by_keyboard(qtbot, screen, window, monkeypatch) -> None:
    monkeypatch.setattr(messages, "open_file", lambda *_: demo.sample_workbook())
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen._preview is not None


def test_the_records_model_is_sound(qtbot) -> None:
    table = RecordsTable([("Số", len), ("Chữ", str)])
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show(["một", "hai"])
    assert table.index(0, 1).data() == "một"
    table.show([])


def test_row_by_row_taken_or_kept(qtbot, tmp_path, sample_window) -> None:
    def change(book) -> None:
        sheet = book["Cá nhân"]
        for row in (2, 3):
            sheet.cell(row, column(sheet, "Chức vụ")).value = f"Chức vụ {row}"
        sheet.cell(2, column(sheet, "Dân tộc")).value = "Mường"

    sample_window.open_screen(IMPORT)
    screen = sample_window.made_screen(IMPORT)
    screen.read(workbook(tmp_path, change))
    assert screen.changes.rowCount() == 3
    screen.tabs.setCurrentWidget(screen.changes_view)
    screen.changes_view.select(0)
    press(qtbot, screen.changes_view, Qt.Key.Key_Space)
    ticks = [
        screen.changes.index(n, 0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        for n in range(3)
    ]
    assert ticks == [False, False, True]
    assert "Lấy 1/2 dòng" in screen._chosen.text()
    screen.save()
    assert "Đã nhập 1 dòng" in sample_window.strip.text
    ws = sample_window.desk.ws
    held = {register.get(ws, c).position for c in register.search(ws, RecipientKind.PERSON, "")}
    assert "Chức vụ 2" not in held
    assert "Chức vụ 3" in held


def test_the_changes_model_is_sound(qtbot) -> None:
    table = ChangesTable()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    place = Place("Cá nhân", 2)
    table.show([ChangeLine(place, "Cá nhân", "CN-1", "Tên", "A", "B")])
    table.keep_all(True)
    assert table.kept == {place}
    table.show([])
    assert table.kept == frozenset()
