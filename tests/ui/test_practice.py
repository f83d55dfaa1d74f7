"""The sample commune to play with: told on every screen, and the own books stay byte for byte."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from khenthuong.paths import DataFolder
from khenthuong.services import demo
from khenthuong.ui import actions, messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import HOME, OFFICE, REGISTER, SCREENS, MainWindow
from khenthuong.ui.practice import WARNING
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.screens.register.register import RegisterScreen

from .conftest import AtOnce, press, put_away

CONTROL = Qt.KeyboardModifier.ControlModifier


def fingerprints(root: Path) -> dict[str, str]:
    """Every file of the books but where the window stood and who holds them, by its hash."""
    folder = DataFolder(root)
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path not in (folder.settings, folder.lock)
    }


@pytest.fixture
def agreed(monkeypatch) -> list[str]:
    """Every question asked, each answered with yes."""
    asked: list[str] = []

    def agree(parent, title, question, yes, no="Thôi") -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(messages, "ask", agree)
    return asked


@pytest.fixture
def fresh(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    desk = Desk(Jobs(runner=AtOnce()), tmp_path / "so_moi")
    made = MainWindow(desk)
    qtbot.addWidget(made, before_close_func=put_away)
    made.show()
    made.start()
    yield made
    desk.close()


def test_the_own_books_stay_as_they_are(
    qtbot, window: MainWindow, books: Path, agreed: list[str]
) -> None:
    window.open_screen(REGISTER)
    window.practice.go_home()
    assert not window.practice.on
    before = fingerprints(books)
    window.do(actions.command("practice"))
    folder = demo.practice_folder(books)
    assert window.desk.root == folder
    assert before == fingerprints(books)
    window.open_screen(REGISTER)
    register = window.screen_open
    assert isinstance(register, RegisterScreen)
    assert register.table.rowCount() > 20
    register.panel.bin.click()
    window.undoing.undo()
    assert before == fingerprints(books)
    window.do(actions.command("practice.home"))
    assert window.desk.root == books
    assert window._office.text() == "Ủy ban nhân dân xã Vĩnh An"
    window.open_screen(REGISTER)
    register = window.screen_open
    assert isinstance(register, RegisterScreen)
    assert register.table.rowCount() == 5
    window.do(actions.command("practice.drop"))
    assert not folder.exists()
    assert str(folder) in agreed[0]
    mine = DataFolder(books)
    own = {n: h for n, h in fingerprints(books).items() if not n.startswith(mine.backups.name)}
    assert own == {n: h for n, h in before.items() if not n.startswith(mine.backups.name)}


def test_every_screen_says_it(window: MainWindow) -> None:
    assert not window.practice.bar.isVisible()
    window.practice.open()
    for number in range(len(SCREENS)):
        window.open_screen(number)
        assert window.practice.bar.isVisible()
        assert WARNING in window.windowTitle()
    window.practice.go_home()
    assert not window.practice.bar.isVisible()
    assert WARNING not in window.windowTitle()


def test_what_was_practised_waits_for_the_next_time(window: MainWindow) -> None:
    window.practice.open()
    mine = demo.practice_folder(window.desk.home) / "van_ban" / "thu.txt"
    mine.write_text("tập", encoding="utf-8")
    window.practice.go_home()
    window.practice.open()
    assert mine.read_text(encoding="utf-8") == "tập"
    window.practice.open()
    assert window.strip.text == "Xã mẫu đang mở rồi."


def test_typing_is_not_left_behind(qtbot, window: MainWindow) -> None:
    window.open_screen(OFFICE)
    office = window.screen_open
    assert isinstance(office, OfficeScreen)
    office.form.rows["place"].editor.set_value("Vĩnh An mới")
    office._on_edited()
    office.practise.click()
    assert not window.practice.on
    assert "Đang sửa dở" in window.strip.text
    window.open_screen(REGISTER)
    window.practice.open()
    assert not window.practice.on
    assert window.screen_open is office
    office.escape()
    office.practise.click()
    assert window.practice.on


def test_from_the_first_start_and_back_to_it(qtbot, fresh: MainWindow, agreed: list[str]) -> None:
    assert fresh.stack.currentWidget() is fresh.first_start
    press(qtbot, fresh.first_start.sample_button, Qt.Key.Key_Space)
    assert fresh.screen_open is fresh.made_screen(HOME)
    assert fresh.practice.bar.isVisible()
    press(qtbot, fresh.practice.bar.drop, Qt.Key.Key_Space)
    assert fresh.stack.currentWidget() is fresh.first_start
    assert fresh.nav.isHidden()
    assert not demo.practice_folder(fresh.desk.home).exists()


def test_a_folder_of_something_else_is_left_alone(window: MainWindow, agreed: list[str]) -> None:
    folder = demo.practice_folder(window.desk.home)
    folder.mkdir()
    (folder / "quan-trong.txt").write_text("của tôi", encoding="utf-8")
    window.practice.open()
    assert not window.practice.on
    assert "đã có thứ khác" in window.strip.text
    window.practice.drop()
    assert "đã có thứ khác" in window.strip.text
    assert (folder / "quan-trong.txt").read_text(encoding="utf-8") == "của tôi"
    assert window._office.text() == "Ủy ban nhân dân xã Vĩnh An"


def test_nothing_to_drop_is_said(window: MainWindow) -> None:
    window.practice.drop()
    assert window.strip.text == "Không có xã mẫu nào để bỏ."
