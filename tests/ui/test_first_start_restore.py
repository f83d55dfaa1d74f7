"""A new computer: the whole office comes back from a stick at the first start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from khenthuong.domain.kinds import RecipientKind
from khenthuong.services import register
from khenthuong.services.safety import backups
from khenthuong.services.workspace import open_workspace
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import MainWindow

from .conftest import AtOnce, press, put_away


@pytest.fixture
def stick(books: Path, tmp_path: Path) -> Path:
    """A zip of the invented xã's books."""
    (tmp_path / "usb").mkdir()
    with open_workspace(books) as ws:
        return backups.export(ws, tmp_path / "usb").path


@pytest.fixture
def fresh(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    desk = Desk(Jobs(runner=AtOnce()), tmp_path / "may-moi")
    made = MainWindow(desk)
    qtbot.addWidget(made, before_close_func=put_away)
    made.resize(1366, 768)
    made.show()
    made.start()
    yield made
    desk.close()


def test_the_office_comes_back_from_a_stick(
    qtbot, fresh: MainWindow, stick: Path, monkeypatch
) -> None:
    assert fresh.stack.currentWidget() is fresh.first_start
    asked: list[str] = []

    def agree(parent, title, question, yes, no="Thôi") -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(messages, "open_file", lambda *_: stick)
    monkeypatch.setattr(messages, "ask", agree)
    press(qtbot, fresh.first_start.restore_button, Qt.Key.Key_Space)
    assert "5 cá nhân" in asked[0]
    assert fresh.screen_open is not None
    assert fresh.first_start.task.isHidden()
    assert len(register.search(fresh.desk.ws, RecipientKind.PERSON)) == 5


def test_no_backup_changes_nothing(fresh: MainWindow, tmp_path: Path, monkeypatch) -> None:
    other = tmp_path / "khac.zip"
    other.write_bytes(b"khong phai zip")
    monkeypatch.setattr(messages, "open_file", lambda *_: other)
    fresh.first_start.restore_button.click()
    assert "không phải bản sao lưu" in fresh.strip.text
    assert fresh.stack.currentWidget() is fresh.first_start
