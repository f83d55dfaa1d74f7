"""«Nhập theo năm» and acting on many rows of Sổ, by keys and clipboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from khenthuong import storage
from khenthuong.domain.kinds import RatingLevel, RoundKind
from khenthuong.domain.rounds import Round
from khenthuong.domain.years import Year
from khenthuong.services.appraisal import rounds
from khenthuong.ui.main_window import REGISTER, MainWindow
from khenthuong.ui.screens.register.register import RegisterScreen

from .conftest import press

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(window: MainWindow) -> RegisterScreen:
    window.open_screen(REGISTER)
    found = window.made_screen(REGISTER)
    assert isinstance(found, RegisterScreen)
    found.view.setFocus()
    return found


def paste(qtbot, screen, row: int, column: int, text: str) -> None:
    screen.years.view.setCurrentIndex(screen.years.grid.index(row, column))
    QGuiApplication.clipboard().setText(text)
    press(qtbot, screen.years.view, Qt.Key.Key_V, CONTROL)


def test_awards_of_a_unit_are_pasted_and_saved_at_once(screen, qtbot) -> None:
    screen.view.select(screen.table.find("CN-001"))
    screen.by_year.click()
    sheet = screen.years
    assert sheet.isVisible()
    assert sheet.unit.currentData() == "TT-001"
    last = sheet.grid.columnCount() - 1
    people = list(sheet.grid.titles)
    paste(qtbot, screen, 0, last - 1, "lđtt\tGK\nLao động tiên tiến\t\n")
    assert screen.unsaved()
    screen.save()
    assert not screen.unsaved()
    year = sheet.year.currentData()
    found = storage.records.past_awards(screen.desk.ws.books)
    by_name = {storage.register.get(screen.desk.ws.books, c).name: a for c, a in found.items()}
    assert [one.award for one in by_name[people[0]]] == ["lao_dong_tien_tien", "giay_khen_xa"]
    assert [one.year for one in by_name[people[1]]] == [year.back(1)]
    assert sheet.grid.cell(0, last) == "GK"
    screen.escape()
    assert not sheet.isVisible()
    assert screen.view.isVisible()


def test_an_unknown_award_waits_for_the_clerk(screen, qtbot) -> None:
    screen.open_years()
    sheet = screen.years
    paste(qtbot, screen, 0, 0, "Bằng lạ")
    assert "danh mục không có «Bằng lạ»" in sheet.problem.text()
    screen.save()
    assert storage.records.past_awards(screen.desk.ws.books) == {}
    assert QApplication.focusWidget() is sheet.view
    sheet.unknown.setChecked(True)
    screen.save()
    ((award,),) = storage.records.past_awards(screen.desk.ws.books).values()
    assert (award.award, award.award_name) == ("", "Bằng lạ")


def test_typed_cells_are_not_lost_by_going_elsewhere(screen, qtbot) -> None:
    screen.open_years()
    sheet = screen.years
    paste(qtbot, screen, 0, 0, "LĐTT")
    year = sheet.year.currentIndex()
    sheet.year.setCurrentIndex(year + 1)
    sheet.year.activated.emit(year + 1)
    sheet.sorts.setCurrentIndex(1)
    sheet.leave()
    assert sheet.isVisible()
    assert sheet.grid.cell(0, 0) == "LĐTT"
    assert (sheet.year.currentIndex(), sheet.sorts.currentIndex()) == (year, 0)
    screen.escape()
    assert not sheet.dirty


def test_ratings_of_those_chosen(screen, qtbot) -> None:
    screen.view.selectAll()
    screen.open_years()
    sheet = screen.years
    sheet.sorts.setCurrentIndex(1)
    sheet.year.choose(Year(2025))
    sheet.load()
    assert len(sheet.grid.titles) == 5
    paste(qtbot, screen, 0, 0, "htxs\t95,5\t12/QĐ\t9/3/2025\ngiỏi\t1.000\t\t31/02/2025\n")
    assert len(sheet.grid.faults) == 3
    screen.save()
    assert screen.unsaved()
    paste(qtbot, screen, 1, 0, "\t\t7/QĐ\t\n")
    assert "chưa có mức xếp loại" in sheet.problem.text()
    paste(qtbot, screen, 1, 0, "HTTNV\t\t\t\n")
    screen.save()
    assert not screen.unsaved()
    levels = [
        one.level
        for ratings in storage.records.ratings(screen.desk.ws.books).values()
        for one in ratings
    ]
    assert levels.count(RatingLevel.EXCELLENT) == 1
    assert RatingLevel.GOOD in levels


def test_many_go_into_a_round_and_into_the_bin(screen, qtbot) -> None:
    ws = screen.desk.ws
    rounds.save_round(ws, Round("D1", "Tổng kết năm 2025", RoundKind.MERIT, Year(2025)))
    screen.view.selectAll()
    screen.view.customContextMenuRequested.emit(QPoint(20, 40))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = {action.text(): action for action in menu.actions()}
    assert "Đưa 5 dòng vào thùng rác" in words
    words["Đề nghị vào đợt xét…"].trigger()
    menu.close()
    card = screen.nominate
    assert card.isVisible()
    card.award.choose("lao_dong_tien_tien")
    press(qtbot, card, Qt.Key.Key_Return)
    assert len(rounds.nominations(ws, "D1")) == 5
    assert not card.isVisible()
    screen.view.selectAll()
    press(qtbot, screen.view, Qt.Key.Key_Delete)
    assert screen.table.rowCount() == 0
    screen.bin.setChecked(True)
    screen.view.selectAll()
    assert len(screen.chosen) == 5
    screen._on_restore_chosen()
    screen.bin.setChecked(False)
    assert screen.table.rowCount() == 5


def test_the_register_is_sorted_and_filtered_by_the_books(screen, qtbot) -> None:
    def shown() -> list[str]:
        return [screen.table.index(n, 0).data() for n in range(screen.table.rowCount())]

    assert shown()[0] == "Phạm Thị Ánh"
    screen.view._on_title(0)
    screen.view._on_title(0)
    assert shown()[0] == "Lê Văn Ước"
    screen.view.filter_by(0)
    screen.view.header.typed.emit(0, "thi")
    assert shown() == ["Nguyễn Thị Hòa", "Phạm Thị Ánh"]
    screen.kinds.setCurrentIndex(0)
    assert shown() == ["Trường Tiểu học Vĩnh An", "Văn phòng Ủy ban nhân dân xã"]
    assert not screen.view.header.filters_shown
    assert screen.view.name == "Sổ tập thể"
