"""«Kiểm tra sổ» on real books with real damage."""

import shutil

import pytest
from PySide6.QtCore import Qt

from khenthuong.ui import messages
from khenthuong.ui.main_window import OFFICE, MainWindow
from khenthuong.ui.screens.office.health_card import HealthCard

from .conftest import press


@pytest.fixture
def card(window: MainWindow) -> HealthCard:
    window.open_screen(OFFICE)
    screen = window.made_screen(OFFICE)
    screen.tabs.setCurrentWidget(screen.health)
    return screen.health


def test_sound_books_say_so(qtbot, card: HealthCard) -> None:
    press(qtbot, card.check, Qt.Key.Key_Space)
    assert [line.kind for line in card.table.records if "thư mục tạm" not in line.sentence] == []
    assert not card.repair.isEnabled()
    assert card.task.isHidden()


def test_damage_is_shown_and_mended_after_asking(
    qtbot, card: HealthCard, window: MainWindow, monkeypatch
) -> None:
    root = window.desk.root
    orphan = root / "minh_chung" / "aa" / "la.pdf"
    orphan.parent.mkdir()
    orphan.write_bytes(b"x")
    press(qtbot, card.check, Qt.Key.Key_Space)
    (line,) = [line for line in card.table.records if "la.pdf" in line.sentence]
    assert line.grade == "Cần biết"
    assert card.words.isVisible()
    asked: list[str] = []

    def agree(parent, title, question, yes, no="Thôi") -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(messages, "ask", agree)
    press(qtbot, card.repair, Qt.Key.Key_Space)
    assert "không tệp nào bị xóa" in asked[0]
    assert "cach_ly" in card.words.text()
    assert not orphan.exists()
    assert [path.name for path in (root / "cach_ly").rglob("*.pdf")] == ["la.pdf"]


def test_no_means_no(card: HealthCard, window: MainWindow, monkeypatch) -> None:
    left = window.desk.root / "van_ban" / "x.dang-ghi"
    left.write_bytes(b"x")
    card.examine()
    monkeypatch.setattr(messages, "ask", lambda *_: False)
    card.repair.click()
    assert left.exists()


def test_a_backup_that_vanished_is_told(card: HealthCard, window: MainWindow) -> None:
    shutil.rmtree(window.desk.root / "sao_luu")
    card.examine()
    assert any("Chưa có bản sao lưu" in line.sentence for line in card.table.records)
    assert "nguy cơ" in card.verdict.text()
