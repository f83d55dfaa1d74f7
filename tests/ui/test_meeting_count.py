"""A meeting counted by keyboard: attendance, votes, what is wrong beside its line, minutes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate

from khenthuong import storage
from khenthuong.domain.kinds import MeetingKind, Step
from khenthuong.services.appraisal import rounds
from khenthuong.ui.main_window import OFFICE, ROUNDS
from khenthuong.ui.models.attendance_table import REASON
from khenthuong.ui.models.votes_table import CHECKED, RECUSED

ROUND, COUNCIL = "D3", "H-D3-HD"


@pytest.fixture
def page(sample_window):
    """The council's meeting of a round, open."""
    screen = sample_window.made_screen(ROUNDS)
    sample_window.open_screen(ROUNDS)
    screen.go_to(ROUND, Step.MEETING)
    found = screen.meetings
    row = next(n for n, m in enumerate(found.meetings.table.shown) if m.kind is MeetingKind.COUNCIL)
    found.meetings.view.select(row)
    return found


def clear(page):
    for row in range(page.votes.rowCount()):
        for column in (1, 2, 3):
            page.votes.setData(page.votes.index(row, column), "")


def test_everybody_present_and_all_agree_in_three_keys(page, sample_window) -> None:
    ws = sample_window.desk.ws
    clear(page)
    page.count.everybody.click()
    page.count.all_agree.click()
    assert not page.count.problem.text()
    second = page.count.people.lines[1].name
    page.count.chair.choose(second)
    page.save()
    kept = next(m for m in rounds.meetings(ws, ROUND) if m.code == COUNCIL)
    assert kept.chair == second
    mine = [v for v in rounds.votes(ws, ROUND) if v.meeting == COUNCIL]
    assert len(mine) == page.votes.rowCount()
    assert all(v.agree + len(page.votes.recused.get((v.recipient, v.award), ())) == 9 for v in mine)
    assert len(storage.meetings.attendance_of_round(ws.books, ROUND)) == 9


def test_space_and_plus_and_enter_in_the_grids(page, qtbot) -> None:
    page.count.tabs.setCurrentIndex(0)
    presence, people = page.count.presence, page.count.people
    page.count.everybody.click()
    presence.setCurrentIndex(people.index(2, 0))
    qtbot.keyClick(presence, Qt.Key.Key_Space)
    assert people.index(2, 0).data() == "vắng"
    assert people.setData(people.index(3, REASON), "đi công tác")
    assert people.index(3, 0).data() == "vắng"
    page.count.tabs.setCurrentIndex(1)
    page.grid.setCurrentIndex(page.votes.index(0, 1))
    qtbot.keyClick(page.grid, Qt.Key.Key_Plus)
    assert page.votes.index(0, 1).data() == "7"
    assert page.grid.currentIndex().row() == 1
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.grid.currentIndex().row() == 2
    page.grid.closeEditor(presence, QAbstractItemDelegate.EndEditHint.NoHint)
    assert page.grid.currentIndex().row() == 2
    page.save()


def test_what_is_wrong_stands_beside_its_line_and_stops_the_minutes(page, sample_window) -> None:
    page.count.everybody.click()
    page.count.all_agree.click()
    page.votes.setData(page.votes.index(1, 2), "5")
    assert page.votes.index(1, CHECKED).data().startswith("✗ 14 phiếu")
    assert "1 dòng phiếu" in page.count.problem.text()
    page.minutes.click()
    assert "số liệu chưa khớp" in sample_window.strip.text


def test_who_takes_no_part_is_named_and_counted(page) -> None:
    page.count.everybody.click()
    cell = page.votes.index(0, RECUSED)
    name = page.count.people.lines[1].name
    assert not page.votes.setData(cell, "không ai biết")
    assert page.votes.setData(cell, name.split(" ", 1)[1])
    assert cell.data() == name
    page.count.all_agree.click()
    assert page.votes.index(0, 1).data() == "8"
    page.save()
    assert not page.dirty


def test_the_council_is_renewed_on_the_page_of_the_office(sample_window) -> None:
    ws = sample_window.desk.ws
    screen = sample_window.made_screen(OFFICE)
    sample_window.open_screen(OFFICE)
    card = screen.council
    assert card.said.text().startswith("9 thành viên")
    card.renew.click()
    card.renew_ok.click()
    assert "số quyết định" in card.renew_problem.text()
    card.start.line.setText("1/12/2026")
    card.decision.setText("80/QĐ-UBND")
    card.renew_ok.click()
    assert len(rounds.council(ws)) == 18
    card.day.line.setText("2/12/2026")
    card.day.edited.emit()
    assert "80/QĐ-UBND" in card.said.text()


def test_an_opinion_is_recorded_and_shown_as_waiting(sample_window) -> None:
    screen = sample_window.made_screen(ROUNDS)
    sample_window.open_screen(ROUNDS)
    screen.go_to("D1", Step.NOTICE)
    page = screen.notices
    page.tabs.setCurrentIndex(1)
    screen.new()
    form = page.opinions.pane.form
    form.rows["received"].editor.set_value("2026-01-05")
    form.rows["content"].editor.set_value("Thiếu tên thôn")
    screen.save()
    kept = storage.meetings.opinions(sample_window.desk.ws.books, "D1")
    assert [(one.number, one.content) for one in kept] == [(1, "Thiếu tên thôn")]
    assert page.tabs.tabText(1) == "Ý kiến (1, 1 chưa xong)"
    page.tabs.setCurrentIndex(2)
    page.closing.make.click()
    assert any(row.problem for row in page.closing.form.rows.values())
