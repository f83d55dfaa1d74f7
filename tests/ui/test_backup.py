from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from khenthuong.services import register
from khenthuong.ui import messages
from khenthuong.ui.main_window import OFFICE, REGISTER, MainWindow
from khenthuong.ui.screens.office.office import OfficeScreen

from .conftest import press, type_text


@pytest.fixture
def screen(window: MainWindow) -> OfficeScreen:
    window.open_screen(OFFICE)
    made = window.made_screen(OFFICE)
    assert isinstance(made, OfficeScreen)
    made.tabs.setCurrentWidget(made.backup)
    return made


def rename(window: MainWindow, text: str) -> None:
    window.open_screen(REGISTER)
    panel = window.made_screen(REGISTER).panel
    line = panel.form.rows["position"].editor.target
    line.selectAll()
    type_text(line, text)
    panel.save()
    window.open_screen(OFFICE)


def test_a_copy_is_made_and_named(qtbot, screen: OfficeScreen, window: MainWindow) -> None:
    card = screen.backup
    assert str(window.desk.root) in card.where.text()
    (daily,) = card.table.records
    assert daily.reason == "Đầu ngày"
    press(qtbot, card.back_up, Qt.Key.Key_Space)
    (made,) = (window.desk.root / "sao_luu").glob("*thu-cong.sqlite")
    assert card.path == made
    assert str(made) in card.state.text()
    assert card.open_folder.isVisible()
    assert {one.path for one in card.table.records} == {daily.path, made}


def test_restoring_asks_once_and_keeps_the_former_books(
    qtbot, screen: OfficeScreen, window: MainWindow, monkeypatch
) -> None:
    screen.backup.back_up.click()
    copy = screen.backup.path
    rename(window, "Chủ tịch mới")
    asked: list[str] = []

    def agree(parent, title, question, yes, no="Thôi") -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(messages, "open_file", lambda *_: copy)
    monkeypatch.setattr(messages, "ask", agree)
    press(qtbot, screen.backup.restore, Qt.Key.Key_Space)
    assert len(asked) == 1
    assert copy.name in asked[0]
    assert str(window.desk.root / "sao_luu") in asked[0]
    assert "5 cá nhân" in asked[0]
    assert "Ghi Phạm Thị Ánh (CN-004)" in asked[0]
    assert register.get(window.desk.ws, "CN-004").position == "Công chức"
    kept = screen.backup.path
    assert kept is not None
    assert kept != copy
    assert kept.exists()
    assert str(kept) in screen.backup.state.text()
    window.open_screen(REGISTER)
    panel = window.made_screen(REGISTER).panel
    assert panel.form.rows["position"].editor.value() == "Công chức"


def test_no_means_no(screen: OfficeScreen, window: MainWindow, monkeypatch) -> None:
    screen.backup.back_up.click()
    copy = screen.backup.path
    rename(window, "Chủ tịch mới")
    monkeypatch.setattr(messages, "open_file", lambda *_: copy)
    monkeypatch.setattr(messages, "ask", lambda *_: False)
    screen.backup.restore.click()
    assert register.get(window.desk.ws, "CN-004").position == "Chủ tịch mới"


def test_a_file_that_is_no_copy_changes_nothing(
    screen: OfficeScreen, window: MainWindow, monkeypatch, tmp_path: Path
) -> None:
    other = tmp_path / "khac.sqlite"
    other.write_bytes(b"khong phai so")
    monkeypatch.setattr(messages, "open_file", lambda *_: other)
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    screen.backup.restore.click()
    assert window.strip.text
    assert window.centralWidget().isEnabled()
    assert register.get(window.desk.ws, "CN-004").name == "Phạm Thị Ánh"


def test_the_chosen_row_is_restored(
    qtbot, screen: OfficeScreen, window: MainWindow, monkeypatch
) -> None:
    rename(window, "Chủ tịch mới")
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    screen.backup.refresh()
    screen.backup.view.setFocus()
    press(qtbot, screen.backup.view, Qt.Key.Key_Return)
    assert register.get(window.desk.ws, "CN-004").position == "Công chức"


def test_out_to_a_stick_and_back(
    qtbot, screen: OfficeScreen, window: MainWindow, monkeypatch, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(messages, "choose_folder", lambda *_: stick)
    press(qtbot, screen.backup.to_stick, Qt.Key.Key_Space)
    (made,) = stick.iterdir()
    assert str(made) in screen.backup.state.text()
    assert screen.backup.task.isHidden()
    rename(window, "Chủ tịch mới")
    monkeypatch.setattr(messages, "open_file", lambda *_: made)
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    screen.backup.restore.click()
    assert register.get(window.desk.ws, "CN-004").position == "Công chức"


def test_a_stick_that_is_gone_is_told_and_the_buttons_live(
    screen: OfficeScreen, window: MainWindow, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(messages, "choose_folder", lambda *_: tmp_path / "khong-con")
    screen.backup.to_stick.click()
    assert "USB có thể đã bị rút" in window.strip.text
    assert screen.backup.to_stick.isEnabled()
    assert screen.backup.task.isHidden()


def test_a_damaged_backup_is_restored_only_knowingly(
    screen: OfficeScreen, window: MainWindow, monkeypatch
) -> None:
    screen.backup.back_up.click()
    copy = screen.backup.path
    copy.with_suffix(".json").write_text(
        copy.with_suffix(".json").read_text().replace('"recipient": 8', '"recipient": 9')
    )
    asked: list[tuple[str, str]] = []

    def refuse(parent, title, question, yes, no="Thôi") -> bool:
        asked.append((question, yes))
        return False

    monkeypatch.setattr(messages, "open_file", lambda *_: copy)
    monkeypatch.setattr(messages, "ask", refuse)
    screen.backup.restore.click()
    assert "đã khác lúc chép" in asked[0][0]
    assert asked[0][1] == "Phục hồi dù có hỏng"
