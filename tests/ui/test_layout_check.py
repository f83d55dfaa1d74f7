from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from khenthuong.ui import messages
from khenthuong.ui.main_window import LAYOUT, MainWindow
from khenthuong.ui.screens.paperwork.layout_check import LayoutCheckScreen
from tests.documents.layout.samples import write_sample
from tests.documents.layout.test_judging import size, stand, without

from .conftest import press


@pytest.fixture
def screen(window: MainWindow) -> LayoutCheckScreen:
    window.open_screen(LAYOUT)
    made = window.made_screen(LAYOUT)
    assert isinstance(made, LayoutCheckScreen)
    return made


def shown(screen: LayoutCheckScreen) -> str:
    page = screen.panel.widget()
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_good_paper_is_said_to_be_good(tmp_path, screen) -> None:
    screen.read(write_sample(tmp_path / "tot.docx"))
    assert screen.verdict.text() == "Tờ trình · không có chỗ nào lệch"
    assert "Quốc hiệu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in shown(screen)
    assert screen.notices.isHidden()
    screen.only_open.setChecked(True)
    assert shown(screen) == "Không có chỗ nào lệch."


def test_a_deviation_is_told_with_place_and_citation(tmp_path, screen) -> None:
    loose = stand("body4", keep_with_next=False)
    screen.read(write_sample(tmp_path / "lech.docx", size("state", 14), without("date"), loose))
    assert screen.verdict.text() == "Tờ trình · 2 chỗ lệch so với Nghị định · 1 điều nên làm"
    screen.only_open.setChecked(True)
    text = shown(screen)
    assert "Phải: cỡ chữ 14; quy định: cỡ 12 đến 13" in text
    assert "Phụ lục I, Phần I, mục II.1.a" in text
    assert "mà loại văn bản này phải có" in text
    assert "Nên: khối chữ ký có thể đứng một mình ở trang sau" in text
    assert len(screen.panel.rows) == 3
    screen.only_open.setChecked(False)
    assert len(screen.panel.rows) > 10


def test_mended_and_read_again(qtbot, tmp_path, screen, window) -> None:
    path = write_sample(tmp_path / "sua.docx", size("state", 14))
    screen.read(path)
    assert "1 chỗ lệch" in screen.verdict.text()
    write_sample(path)
    press(qtbot, window, Qt.Key.Key_F5)
    assert "không có chỗ nào lệch" in screen.verdict.text()


def test_a_broken_file_is_told_in_the_strip(tmp_path, screen, window) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04")
    screen.read(path)
    assert "hong.docx" in window.strip.text
    assert screen._result.isHidden()


def test_by_keyboard(qtbot, tmp_path, screen, window, monkeypatch) -> None:
    path = write_sample(tmp_path / "chon.docx")
    monkeypatch.setattr(messages, "open_file", lambda *_, **__: path)
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert "Tờ trình" in screen.verdict.text()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert screen._result.isHidden()


@pytest.mark.parametrize(("name", "taken"), [("a.docx", True), ("a.xlsx", False)])
def test_only_word_files_may_be_dropped(tmp_path: Path, screen, name: str, taken: bool) -> None:
    path = write_sample(tmp_path / name)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPointF(5, 5)
    keys, actions = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    buttons = Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(place, actions, data, buttons, keys)
    entering.ignore()
    QApplication.sendEvent(screen.drop, entering)
    assert entering.isAccepted() is taken
    dropping = QDropEvent(place, actions, data, buttons, keys)
    QApplication.sendEvent(screen.drop, dropping)
    assert bool(screen.verdict.text()) is taken
