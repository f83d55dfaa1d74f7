"""Ctrl+K: one line finds people, papers, screens and commands; nothing happens while composing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from khenthuong.ui import theme
from khenthuong.ui.actions import COMMANDS
from khenthuong.ui.main_window import CHANGES, PAPERS, REGISTER, ROUNDS, RULEBOOK, MainWindow
from khenthuong.ui.palette import Palette

from .conftest import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def look_for(qtbot, window: MainWindow, typed: str) -> Palette:
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    box = window.palette_box
    assert QApplication.focusWidget() is box.line
    type_text(box.line, typed)
    box._on_pause()
    return box


def take(qtbot, box: Palette, title: str) -> None:
    titles = [entry.title for entry in box.entries]
    assert title in titles, titles
    for _ in range(titles.index(title) - box.list.currentRow()):
        press(qtbot, box.line, Qt.Key.Key_Down)
    press(qtbot, box.line, Qt.Key.Key_Return)
    assert box.isHidden()


def test_a_person_is_found_without_marks_and_opened(qtbot, window: MainWindow) -> None:
    window.open_screen(ROUNDS)
    box = look_for(qtbot, window, "le uoc")
    take(qtbot, box, "Lê Văn Ước")
    assert window.screen_open is window.made_screen(REGISTER)
    assert window.made_screen(REGISTER).panel.code == "CN-002"


def test_a_screen_and_a_command_are_found(qtbot, window: MainWindow) -> None:
    take(qtbot, look_for(qtbot, window, "quy dinh"), "Quy định")
    assert window.screen_open is window.made_screen(RULEBOOK)
    take(qtbot, look_for(qtbot, window, "lich su"), "Lịch sử thay đổi")
    assert window.screen_open is window.made_screen(CHANGES)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.screen_open is window.made_screen(RULEBOOK)


def test_the_dark_looks_are_a_command(qtbot, window: MainWindow) -> None:
    take(qtbot, look_for(qtbot, window, "toi"), "Giao diện tối")
    try:
        assert theme.look() is theme.Look.DARK
    finally:
        theme.apply(QApplication.instance())


def test_a_form_is_begun(qtbot, sample_window: MainWindow) -> None:
    box = look_for(qtbot, sample_window, "lap giay moi")
    title = next(e.title for e in box.entries if e.title.startswith("Lập: Giấy mời"))
    take(qtbot, box, title)
    screen = sample_window.made_screen(PAPERS)
    assert sample_window.screen_open is screen
    assert screen.answering is not None
    assert f"Lập: {screen.answering.form.title}" == title


def test_an_award_leads_to_its_criteria(qtbot, sample_window: MainWindow) -> None:
    take(qtbot, look_for(qtbot, sample_window, "lao dong tien tien"), "Lao động tiên tiến")
    screen = sample_window.made_screen(RULEBOOK)
    assert sample_window.screen_open is screen
    row = screen.criteria.awards_view.row()
    assert screen.criteria.awards.record(row).id == "lao_dong_tien_tien"


def test_an_initiative_opens_at_its_author(qtbot, sample_window: MainWindow) -> None:
    from khenthuong import storage

    known = next(iter(storage.records.initiatives(sample_window.desk.ws.books).values()))
    take(qtbot, look_for(qtbot, sample_window, known.name), known.name)
    screen = sample_window.made_screen(REGISTER)
    assert screen.panel.code == known.authors[0]
    assert screen.panel.tabs.currentWidget() is screen.panel.records["initiatives"]


def test_nothing_is_taken_while_a_word_is_composed(qtbot, window: MainWindow) -> None:
    box = look_for(qtbot, window, "")
    shown = [entry.title for entry in box.entries]
    QApplication.sendEvent(box.line, QInputMethodEvent("Uớc", []))
    assert [entry.title for entry in box.entries] == shown
    press(qtbot, box.line, Qt.Key.Key_Return)
    assert not box.isHidden()


def test_esc_gives_the_keyboard_back(qtbot, window: MainWindow) -> None:
    window.open_screen(REGISTER)
    view = window.made_screen(REGISTER).view
    view.setFocus()
    box = look_for(qtbot, window, "x")
    press(qtbot, box.line, Qt.Key.Key_Escape)
    assert box.isHidden()
    assert QApplication.focusWidget() is view


def test_it_closes_when_the_keyboard_goes_elsewhere(qtbot, window: MainWindow) -> None:
    box = look_for(qtbot, window, "")
    window.made_screen(REGISTER).search.setFocus()
    assert box.isHidden()


def test_what_is_not_there_is_said(qtbot, window: MainWindow) -> None:
    box = look_for(qtbot, window, "zzz")
    assert box.entries == []
    assert "«zzz»" in box.note.text()
    press(qtbot, box.line, Qt.Key.Key_Return)
    assert not box.isHidden()


def test_only_commands_that_hold_here_are_offered(qtbot, window: MainWindow) -> None:
    window.open_screen(REGISTER)
    box = look_for(qtbot, window, "")
    offered = {entry.command.id for entry in box.entries if entry.command}
    assert "new" in offered
    assert "print" not in offered
    assert "list.remove" not in offered


@pytest.mark.parametrize("field", ["id", "name"])
def test_no_two_commands_share(field: str) -> None:
    values = [getattr(one, field) for one in COMMANDS]
    assert len(set(values)) == len(values)


def test_no_two_commands_share_keys() -> None:
    keys = [one.keys for one in COMMANDS if one.keys]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("bao cao nam", "Báo cáo, thống kê"),
        ("co chu", "Hiển thị: cỡ chữ"),
        ("chu to", "Hiển thị: cỡ chữ"),
        ("phong trao moi", "Phong trào"),
    ],
)
def test_a_clerks_own_words_are_understood(
    qtbot, window: MainWindow, typed: str, title: str
) -> None:
    box = look_for(qtbot, window, typed)
    assert title in [entry.title for entry in box.entries]
    box.close()
