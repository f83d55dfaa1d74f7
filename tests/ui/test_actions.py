"""The registry of commands: keys do on every screen what the sheet of keys says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from khenthuong.ui.actions import COMMANDS, GO, PARTS, command
from khenthuong.ui.main_window import DEADLINES, REGISTER, ROUNDS, SCREENS, MainWindow
from khenthuong.ui.shortcuts_sheet import sheet_html

from .conftest import press

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_every_key_of_the_window_is_in_the_registry(window: MainWindow) -> None:
    keys = {
        action.shortcut().toString()
        for action in window.actions()
        if isinstance(action, QAction) and not action.shortcut().isEmpty()
    }
    assert keys == {one.keys for one in COMMANDS if one.keys and one.run is not None}


def test_the_sheet_names_every_key() -> None:
    html = sheet_html()
    for one in COMMANDS:
        assert one.part in PARTS
        if one.keys:
            assert one.name in html


def test_every_screen_has_a_command(window: MainWindow) -> None:
    going = [one.name for one in COMMANDS if one.part == GO]
    assert going == [screen.title for screen in SCREENS]
    for number, screen in enumerate(SCREENS):
        window.do(command(f"screen.{number}"))
        assert isinstance(window.screen_open, screen)


def test_a_key_that_does_nothing_here_says_so(qtbot, window: MainWindow) -> None:
    window.open_screen(DEADLINES)
    press(qtbot, window, Qt.Key.Key_N, CONTROL)
    assert window.strip.text == "«Thêm mới» không dùng ở màn hình này."


def test_f2_goes_into_the_form_of_the_chosen_row(qtbot, window: MainWindow) -> None:
    window.open_screen(REGISTER)
    screen = window.made_screen(REGISTER)
    screen.view.setFocus()
    press(qtbot, screen.view, Qt.Key.Key_F2)
    assert screen.panel.isAncestorOf(QApplication.focusWidget())


def test_f2_edits_the_chosen_nomination(qtbot, sample_window: MainWindow) -> None:
    sample_window.open_screen(ROUNDS)
    rounds = sample_window.made_screen(ROUNDS)
    press(qtbot, rounds.nominations.view, Qt.Key.Key_F2)
    assert rounds.nominations.edit.isChecked()


def test_ctrl_p_says_where_printing_is(qtbot, sample_window: MainWindow) -> None:
    sample_window.open_screen(ROUNDS)
    press(qtbot, sample_window, Qt.Key.Key_P, CONTROL)
    assert "«Hồ sơ»" in sample_window.strip.text


def test_the_sheet_of_keys_opens_and_leaves(qtbot, window: MainWindow) -> None:
    window.open_screen(REGISTER)
    press(qtbot, window, Qt.Key.Key_Slash, CONTROL)
    assert window.screen_open.title == "Phím tắt"
    assert "Ctrl+K" in window.screen_open.page.toPlainText()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.screen_open is window.made_screen(REGISTER)


def test_a_backup_is_a_command(window: MainWindow) -> None:
    window.do(command("backup"))
    assert "Đã sao lưu" in window.strip.text
