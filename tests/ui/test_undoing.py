"""Ctrl+Z, Ctrl+Y, Ctrl+H: the books taken back from the window, in the window's own words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from khenthuong.services import register
from khenthuong.ui.main_window import CHANGES, REGISTER, MainWindow
from khenthuong.ui.screens.changes.changes import ChangesScreen

from .conftest import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def bin_first(qtbot, window: MainWindow) -> str:
    window.open_screen(REGISTER)
    screen = window.made_screen(REGISTER)
    screen.view.setFocus()
    code = screen.panel.code
    press(qtbot, screen.view, Qt.Key.Key_Delete)
    assert register.profile(window.desk.ws, code).binned
    return code


def test_del_offers_the_way_back(qtbot, window: MainWindow) -> None:
    code = bin_first(qtbot, window)
    assert window.strip.action.text() == "Hoàn tác"
    window.strip.action.click()
    assert not register.profile(window.desk.ws, code).binned
    assert window.strip.text.startswith("Đã hoàn tác: Bỏ")
    assert window.strip.action.text() == "Làm lại"
    window.strip.action.click()
    assert register.profile(window.desk.ws, code).binned


def test_ctrl_z_and_ctrl_y_outside_of_a_text_field(qtbot, window: MainWindow) -> None:
    code = bin_first(qtbot, window)
    screen = window.made_screen(REGISTER)
    assert screen.table.rowCount() == 4
    press(qtbot, screen.view, Qt.Key.Key_Z, CONTROL)
    assert not register.profile(window.desk.ws, code).binned
    assert screen.table.rowCount() == 5
    press(qtbot, screen.view, Qt.Key.Key_Y, CONTROL)
    assert register.profile(window.desk.ws, code).binned
    assert screen.table.rowCount() == 4


def test_ctrl_z_in_a_text_field_is_the_field_s_own(qtbot, window: MainWindow) -> None:
    code = bin_first(qtbot, window)
    screen = window.made_screen(REGISTER)
    screen.begin_find()
    type_text(screen.search, "Hòa")
    press(qtbot, screen.search, Qt.Key.Key_Z, CONTROL)
    assert register.profile(window.desk.ws, code).binned


def test_nothing_is_taken_back_under_what_is_being_typed(qtbot, window: MainWindow) -> None:
    code = bin_first(qtbot, window)
    screen = window.made_screen(REGISTER)
    screen.panel.form.rows["position"].editor.set_value("Kế toán")
    screen.panel.form.edited.emit("position")
    assert screen.unsaved()
    press(qtbot, screen.view, Qt.Key.Key_Z, CONTROL)
    assert register.profile(window.desk.ws, code).binned
    assert "Đang sửa dở" in window.strip.text


def test_without_anything_written_it_says_so(qtbot, window: MainWindow) -> None:
    window.open_screen(REGISTER)
    view = window.made_screen(REGISTER).view
    view.setFocus()
    press(qtbot, view, Qt.Key.Key_Z, CONTROL)
    assert "không còn gì để hoàn tác" in window.strip.text
    press(qtbot, view, Qt.Key.Key_Y, CONTROL)
    assert "Không có gì để làm lại" in window.strip.text


@pytest.fixture
def screen(qtbot, window: MainWindow) -> ChangesScreen:
    bin_first(qtbot, window)
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    made = window.made_screen(CHANGES)
    assert isinstance(made, ChangesScreen)
    assert window.screen_open is made
    return made


def test_the_history_reads_old_and_new(window: MainWindow, screen: ChangesScreen) -> None:
    assert screen.table.record(0).label.startswith("Bỏ CN-")
    (line,) = screen.details.records
    assert line.row.startswith("Sửa đối tượng: ")
    assert line.old == "(trống)"
    assert not any(button.isChecked() for button in window.nav.findChildren(QPushButton))


def test_an_operation_is_taken_back_from_the_history(window: MainWindow, screen) -> None:
    before = screen.table.rowCount()
    code = screen.table.record(0).operation.label.split()[1]
    screen.undo.click()
    assert not register.profile(window.desk.ws, code).binned
    assert screen.table.rowCount() == before + 1
    assert screen.table.record(0).label.startswith("Hoàn tác: Bỏ CN-")


def test_what_others_stand_on_is_refused_politely(window: MainWindow, screen) -> None:
    row = next(
        n for n in range(screen.table.rowCount()) if "TT-001" in screen.table.record(n).label
    )
    screen.view.select(row)
    screen.undo.click()
    assert "hoàn tác các lần ghi sau trước" in window.strip.text.lower()
    assert register.get(window.desk.ws, "TT-001").name


def test_the_history_is_searched_without_marks(qtbot, screen: ChangesScreen) -> None:
    screen.begin_find()
    assert QApplication.focusWidget() is screen.search
    type_text(screen.search, "truong tieu hoc")
    press(qtbot, screen.search, Qt.Key.Key_Return)
    assert [line.label for line in screen.table.records] == ["Ghi Trường Tiểu học Vĩnh An (TT-002)"]
