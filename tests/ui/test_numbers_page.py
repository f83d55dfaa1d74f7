"""The register of numbers on screen: proposed, refused, explained, exported; issuing, replacing."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt

from khenthuong import storage
from khenthuong.domain.numbering import NumberState
from khenthuong.domain.office_papers import Subject
from khenthuong.services.paperwork import numbering, office_papers
from khenthuong.ui import messages
from khenthuong.ui.main_window import PAPERS, MainWindow
from khenthuong.ui.screens.paperwork.papers import MADE, NUMBERS, PapersScreen

from .conftest import press, type_text

INVITATION, SERIES = "giay_moi_hop", "GM-UBND"
ANSWERS = {"noi_dung_hop": "cuộc họp xét khen thưởng"}


@pytest.fixture
def screen(sample_window: MainWindow) -> PapersScreen:
    """The screen «Văn bản» with one invitation made."""
    ws = sample_window.desk.ws
    held = next(
        Subject(round=one.code, meeting=held.code)
        for one in storage.rounds.rounds(ws.books)
        for held in storage.rounds.meetings(ws.books, one.code)
        if not held.unit and held.place
    )
    office_papers.make(ws, INVITATION, held, ANSWERS)
    sample_window.open_screen(PAPERS)
    screen = sample_window.made_screen(PAPERS)
    assert isinstance(screen, PapersScreen)
    screen.tabs.setCurrentIndex(MADE)
    return screen


def give_number(screen: PapersScreen, number: str, day: date) -> None:
    type_text(screen.made.number.number, number)
    screen.made.number.day.set_iso(day.isoformat())
    screen.made.number.save.click()


def states(screen: PapersScreen) -> list[tuple[str, str]]:
    """The numbers of invitations; the minutes of the sample have theirs already."""
    lines = screen.numbers.table.records
    return [(line.shown, line.state) for line in lines if line.shown.endswith(SERIES)]


def select(screen: PapersScreen, number: int) -> None:
    """The line of an invitation, the first one 0."""
    lines = screen.numbers.table.records
    own = [row for row, line in enumerate(lines) if line.shown.endswith(SERIES)]
    screen.numbers.view.select(own[number])


def test_the_next_number_is_taken_by_keyboard(qtbot, screen) -> None:
    form = screen.made.number
    assert form.propose.text() == "Số tiếp theo: 01/GM-UBND"
    form.propose.setFocus()
    qtbot.keyClick(form.propose, Qt.Key.Key_Space)
    assert form.number.text() == "01"
    year = screen.desk.ws.today().year
    form.day.set_iso(f"{year}-03-02")
    form.save.click()
    assert screen.made.paper.number == "01"
    assert form.propose.isHidden()
    screen.tabs.setCurrentIndex(NUMBERS)
    assert states(screen) == [("01/GM-UBND", "Đã cấp")]


def test_a_gap_is_told_and_explained(qtbot, screen, sample_window) -> None:
    year = screen.desk.ws.today().year
    give_number(screen, "4", date(year, 3, 2))
    screen.tabs.setCurrentIndex(NUMBERS)
    page = screen.numbers
    assert "từ số 1 đến số 3" in page.warnings.text()
    assert states(screen) == [("01–03/GM-UBND", "Chưa rõ"), ("04/GM-UBND", "Đã cấp")]
    select(screen, 0)
    page.view.activated.emit(page.view.currentIndex())
    assert (page.form.first.text(), page.form.last.text()) == ("1", "3")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.form.problem.text() == "Hãy ghi lý do."
    type_text(page.form.reason, "văn thư cấp cho lĩnh vực khác")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.warnings.isHidden()
    assert not page.editing
    assert [state for _, state in states(screen)] == ["Cấp cho việc khác"] * 3 + ["Đã cấp"]
    select(screen, 0)
    page.free.click()
    assert states(screen)[0] == ("01/GM-UBND", "Chưa rõ")
    select(screen, 3)
    assert not page.free.isEnabled()


def test_a_number_in_use_is_refused_in_the_form(screen) -> None:
    give_number(screen, "1", date(screen.desk.ws.today().year, 3, 2))
    screen.tabs.setCurrentIndex(NUMBERS)
    form = screen.numbers.form
    screen.numbers.begin_aside()
    form.series.setEditText(SERIES)
    form.state.choose(NumberState.CANCELLED)
    type_text(form.first, "một")
    form.ok.click()
    assert "ví dụ 12" in form.problem.text()
    form.first.clear()
    type_text(form.first, "1")
    type_text(form.reason, "hủy")
    form.ok.click()
    assert "đang dùng cho «Giấy mời họp" in form.problem.text()
    screen.escape()
    assert not screen.numbers.editing


def test_the_register_is_exported(screen, monkeypatch, tmp_path) -> None:
    year = screen.desk.ws.today().year
    give_number(screen, "2", date(year, 3, 2))
    screen.tabs.setCurrentIndex(NUMBERS)
    target = tmp_path / "so.xlsx"
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    screen.numbers.export.click()
    page = openpyxl.load_workbook(target).active
    assert any(cell.value == "02/GM-UBND" for row in page.iter_rows() for cell in row)


def test_an_issued_paper_can_only_be_replaced(screen, monkeypatch) -> None:
    ws = screen.desk.ws
    give_number(screen, "2", date(ws.today().year, 3, 2))
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    screen.made.number.issue.click()
    form = screen.made.number
    assert screen.made.paper.issued
    assert not form.number.isEnabled()
    assert form.issue.isHidden()
    assert not screen.made.open_again.isEnabled()
    assert "Đã ban hành" in form.history.text()
    old = screen.made.paper.code
    form.replace.click()
    assert screen.form.rows["noi_dung_hop"].editor.value() == ANSWERS["noi_dung_hop"]
    assert "thay thế" in screen.state.text()
    screen.make.click()
    assert screen.made.paper.replaces == old
    shown = {one.code: screen.made._state(one) for one in office_papers.papers(ws)}
    assert shown == {old: "Đã bị thay thế", screen.made.paper.code: "Bản thay thế"}
    assert "thay thế số 2" in screen.made.number.history.text()
    screen.made.view.select(1)
    assert screen.made.paper.code == old
    assert not form.replace.isEnabled()


def test_a_changed_issued_file_is_told(screen, monkeypatch) -> None:
    ws = screen.desk.ws
    give_number(screen, "2", date(ws.today().year, 3, 2))
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    screen.made.number.issue.click()
    path = office_papers.path_of(ws, screen.made.paper)
    path.write_bytes(path.read_bytes() + b"x")
    screen.refresh()
    assert "bị sửa" in screen.made.number.problem.text()


def test_a_date_that_runs_backwards_is_told_under_the_number(screen) -> None:
    ws = screen.desk.ws
    subject = screen.made.paper.subject
    year = ws.today().year
    give_number(screen, "2", date(year, 3, 2))
    other = office_papers.make(ws, INVITATION, subject, ANSWERS).paper
    screen.made.wanted = other.code
    screen.refresh()
    give_number(screen, "3", date(year, 3, 1))
    assert "Ngày chạy ngược" in screen.made.number.problem.text()
    assert len([one for one in numbering.entries(ws) if one.series == SERIES]) == 2
