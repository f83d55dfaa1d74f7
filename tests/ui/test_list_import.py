"""Lists of others on the import screen, by keyboard alone; and lists out of the books."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from khenthuong.domain.kinds import RecipientKind, RoundKind
from khenthuong.domain.mapping import ListField, Purpose
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.years import Year
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.ui import messages
from khenthuong.ui.main_window import IMPORT, MainWindow
from khenthuong.ui.screens.intake.importing import ImportScreen
from khenthuong.ui.screens.intake.list_import import ListPage
from tests.exchange.lists.others import in_tcvn3, template, workbook

from .conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier
HEADERS = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Danh hiệu", "Màu áo")


@pytest.fixture
def screen(window: MainWindow) -> ImportScreen:
    ws = window.desk.ws
    rounds.save_round(ws, Round("D1", "Xét năm 2026", RoundKind.MERIT, Year(2026)))
    rounds.save_nomination(ws, Nomination("D1", "CN-001", "lao_dong_tien_tien"))
    window.open_screen(IMPORT)
    made = window.made_screen(IMPORT)
    assert isinstance(made, ImportScreen)
    return made


@pytest.fixture
def page(screen: ImportScreen) -> ListPage:
    screen.open_lists()
    return screen.lists


def somebodys(folder: Path, *rows) -> Path:
    return workbook(folder / "ds.xlsx", {"Danh sach": [("DANH SÁCH CÁ NHÂN",), HEADERS, *rows]})


ROW = (1, "Lê Văn Ước", "02/03/1980", "Phó Chủ tịch", "Văn phòng UBND xã", "CSTĐ cấp xã", "xanh")


def test_by_keyboard_from_the_file_to_the_books(qtbot, tmp_path, page, window, monkeypatch) -> None:
    monkeypatch.setattr(messages, "open_file", lambda *_: somebodys(tmp_path, ROW))
    press(qtbot, window, Qt.Key.Key_F, CTRL)
    assert page.preview is not None
    assert QApplication.focusWidget() is page.columns.view
    # The column nobody knows comes first; Enter goes to what it is, Down to the next meaning.
    press(qtbot, page.columns.view, Qt.Key.Key_Up)
    assert page.columns.title.text() == "Cột «Danh hiệu»"
    press(qtbot, page.columns.view, Qt.Key.Key_Down)
    assert page.columns.title.text() == "Cột «Màu áo»"
    assert page.preview.choices.columns[6] is ListField.NOTE
    press(qtbot, page.columns.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.columns.meant
    press(qtbot, page.columns.meant, Qt.Key.Key_Down)
    assert page.preview.choices.columns[6] is ListField.IGNORE
    # Two questions: the round and the award; an answer goes on to the next.
    page.tabs.setCurrentWidget(page.questions)
    assert page.tabs.tabText(1) == "Câu hỏi (2 chưa trả lời)"
    assert not page.apply.isEnabled()
    page.questions.focus_answers()
    press(qtbot, page.questions.choices, Qt.Key.Key_Down)
    assert page.tabs.tabText(1) == "Câu hỏi (1 chưa trả lời)"
    press(qtbot, page.questions.choices, Qt.Key.Key_Down)
    assert page.preview.ready, page.verdict.text()
    assert page.verdict.text().startswith("Nhập được")
    press(qtbot, window, Qt.Key.Key_S, CTRL)
    assert "Đã nhập 2 dòng" in window.strip.text
    ws = window.desk.ws
    assert register.get(ws, "CN-002").position == "Phó Chủ tịch"
    assert [n.recipient for n in rounds.nominations(ws, "D1")].count("CN-002") == 1
    page.read(somebodys(tmp_path, ROW))
    assert "Nguồn đã biết" in page.known.text()
    assert "không cần nhập gì" in page.verdict.text()


def test_what_is_not_written_yet_can_be_kept_as_the_books_have_it(tmp_path, page, window) -> None:
    row = (1, "Lê Văn Ước", "02/03/1980", "Phó Chủ tịch", "Văn phòng UBND xã", None, None)
    page.read(somebodys(tmp_path, row))
    page.purpose.setCurrentIndex(page.purpose.findData(Purpose.BOOKS.value))
    page.purpose.activated.emit(page.purpose.currentIndex())
    assert page.tabs.tabText(4) == "Khác với sổ (1 dòng)"
    page.changes.keep_all(True)
    page.save()
    assert register.get(window.desk.ws, "CN-002").position == "Công chức"


def test_letters_of_an_old_font_are_shown_and_may_be_changed(qtbot, tmp_path, page) -> None:
    page.read(somebodys(tmp_path, (1, in_tcvn3("Lê Văn Ước"), "1980", None, None, None, None)))
    page.columns.view.select(1)
    assert page.columns.letters.currentText().startswith("TCVN3")
    assert page.columns.values.records == ((in_tcvn3("Lê Văn Ước"), "Lê Văn Ước"),)
    assert page.columns.table.records[1].certainty.endswith("TCVN3")
    page.columns.letters.setFocus()
    press(qtbot, page.columns.letters, Qt.Key.Key_Up)
    assert page.columns.values.records[0][0] == page.columns.values.records[0][1]


def test_proposals_are_accepted_only_when_told(qtbot, tmp_path, page) -> None:
    row = (1, "Lê Văn Ươc", "02/03/1980", None, "Văn phòng UBND xã", "Lao động tiên tến", None)
    page.read(somebodys(tmp_path, row))
    assert {q.kind for q in page.preview.open_questions} == {"person", "round"}
    page.tabs.setCurrentWidget(page.questions)
    qtbot.mouseClick(page.questions.accept, Qt.MouseButton.LeftButton)
    assert page.preview.ready
    assert page.preview.importing.batch.nominations[0].value.recipient == "CN-002"


def test_a_file_that_is_no_list_says_what_is_missing(tmp_path, page, window) -> None:
    page.read(workbook(tmp_path / "a.xlsx", {"A": [("Kính gửi", "ai đó")]}))
    assert "Không thấy hàng tên cột" in window.strip.text
    assert not page.apply.isVisible()


def test_a_mapping_is_handed_on_and_taken_over(tmp_path, page, window, monkeypatch) -> None:
    target = tmp_path / "ghep.json"
    page.read(somebodys(tmp_path, ROW))
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    monkeypatch.setattr(messages, "open_file", lambda *_: target)
    page.give_mapping.click()
    assert target.exists()
    page.take_mapping.click()
    assert "Đã nhận cách ghép cột «ds»" in window.strip.text
    assert "Nguồn đã biết" in page.known.text()


def test_a_round_into_a_template_by_keyboard(qtbot, tmp_path, screen, window, monkeypatch) -> None:
    portal, target = template(tmp_path / "mau.xlsx"), tmp_path / "ra.xlsx"
    monkeypatch.setattr(messages, "open_file", lambda *_: portal)
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    screen.open_export()
    assert screen.export.round.currentData() == "D1"
    press(qtbot, window, Qt.Key.Key_F, CTRL)
    assert "1 dòng vào trang «nhận»" in screen.export.told.text()
    assert screen.export.fill.isEnabled()
    press(qtbot, window, Qt.Key.Key_S, CTRL)
    sheet = load_workbook(target)["nhận"]
    assert (sheet["C2"].value, sheet["G2"].value) == ("Nguyễn Thị Hòa", "Lao động tiên tiến")
    assert "Đã lưu" in window.strip.text


@pytest.mark.parametrize("what", [*(kind.value for kind in RecipientKind), "round", "papers"])
def test_any_list_as_excel(tmp_path, screen, window, monkeypatch, what: str) -> None:
    target = tmp_path / "ra.xlsx"
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    screen.open_export()
    screen.export.what.setCurrentIndex(screen.export.what.findData(what))
    screen.export.write.click()
    assert load_workbook(target).active["A2"].value == "STT"
    assert "Đã lưu" in window.strip.text
