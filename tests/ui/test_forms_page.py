"""The tab «Biểu mẫu»: what is wrong where, read again after mending, compared by the office."""

import pytest
from PySide6.QtCore import Qt

from khenthuong.services.paperwork import form_check
from khenthuong.ui.main_window import RULEBOOK, MainWindow
from khenthuong.ui.screens.rulebook.rulebook import RulebookScreen

from .conftest import press, type_text

BROKEN = 'schema = 1\nid = "giay_cua_tinh"\nversion = "1"\ntitel = "Giấy"\n'


@pytest.fixture
def screen(sample_window: MainWindow) -> RulebookScreen:
    """The rulebook, on its forms."""
    sample_window.open_screen(RULEBOOK)
    screen = sample_window.made_screen(RULEBOOK)
    assert isinstance(screen, RulebookScreen)
    screen.tabs.setCurrentWidget(screen.forms)
    return screen


def choose(screen: RulebookScreen, wanted) -> None:
    rows = range(screen.forms.table.rowCount())
    screen.forms.view.select(next(n for n in rows if wanted(screen.forms.table.record(n))))


def test_a_broken_form_of_the_province_is_told_and_gone_when_mended(
    qtbot, screen, sample_window
) -> None:
    folder = sample_window.desk.ws.folder.forms / "bieu_mau"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "giay_cua_tinh.toml"
    path.write_text(BROKEN, encoding="utf-8")
    press(qtbot, sample_window, Qt.Key.Key_F5)
    page = screen.forms
    assert page.state.path == path
    assert "dòng 4" in page.details.text()
    assert "có phải «title»?" in page.details.text()
    assert "1 có chỗ sai" in page.summary.text()
    assert page.confirm.isHidden()
    path.unlink()
    page.again.click()
    assert "0 có chỗ sai" in page.summary.text()


def test_a_form_is_confirmed_and_taken_back_by_keyboard(qtbot, screen, sample_window) -> None:
    page = screen.forms
    choose(screen, lambda state: not state.compared)
    file = page.state.file
    page.confirm.click()
    assert screen.unsaved()
    type_text(page.confirm_form.number, "12/2026/QĐ-UBND")
    page.confirm_form.day.set_iso("2026-01-05")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "họ tên" in page.confirm_form.problem.text()
    type_text(page.confirm_form.by, "Lê Thị Ghi, chuyên viên")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not screen.unsaved()
    assert page.state.file == file
    assert "12/2026/QĐ-UBND ngày 05/01/2026" in page.details.text()
    page.withdraw.click()
    type_text(page.withdraw_form.reason, "nhầm văn bản")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    states = {one.file: one for one in form_check.survey(sample_window.desk.ws)}
    assert not states[file].compared


def test_files_are_opened(screen, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(type(screen.desk), "show_folder", lambda _, path: opened.append(path))
    page = screen.forms
    page.view.select(0)
    page.open_form.click()
    page.open_template.click()
    assert opened == [page.state.path, page.state.template]
