"""Tables of rows: what was clicked is what is shown; sorted, filtered, arranged, copied."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from khenthuong.domain.kinds import RatingLevel
from khenthuong.domain.vietnamese import name_key
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.models.arranging import Arrangement, Heading, arranged, as_cell
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

from .conftest import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HEADINGS = (
    Heading("Họ và tên", lambda one: one.name, lambda one: name_key(one.name)),
    ("Số", lambda one: one.number),
    ("Ngày", lambda one: one.day),
    ("Mức", lambda one: one.level),
)


def row(name, number=None, day=None, level=None) -> SimpleNamespace:
    return SimpleNamespace(name=name, number=number, day=day, level=level)


PEOPLE = (
    row("Nguyễn Thị Ước", 10, date(2025, 3, 9), RatingLevel.DONE),
    row("Lê Văn Ánh", 9, None, RatingLevel.EXCELLENT),
    row("Trần Đức An", None, date(2024, 12, 1), None),
)


def names(model) -> list[str]:
    return [model.index(n, 0).data() for n in range(model.rowCount())]


@pytest.fixture
def table(qtbot) -> RecordsTable:
    model = RecordsTable(HEADINGS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(PEOPLE)
    return model


@pytest.fixture
def page(qtbot, desk) -> QWidget:
    """Something with a desk, as screens have one."""
    made = QWidget()
    made.desk = desk
    made.resize(700, 300)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def people(qtbot, page, table) -> RowsView:
    made = RowsView(table, (5, 2, -90, 3), "Bảng người", page, many=True, hidden=("Mức",))
    made.resize(600, 240)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    made.setFocus()
    return made


@pytest.fixture
def view(qtbot):
    model = QStandardItemModel(3, 1)
    for number in range(3):
        model.setItem(number, 0, QStandardItem(f"dòng {number}"))
    made = RowsView(model, (1,), "Bảng thử")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_mouse_click_tells_of_the_row_clicked(view, qtbot):
    heard = []
    view.selectionModel().currentRowChanged.connect(lambda *_: heard.append(view.row()))
    for number in (2, 0, 1):
        where = view.visualRect(view.model().index(number, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard == [2, 0, 1]


def test_keys_tell_of_the_row_they_move_to(view, qtbot):
    view.select(0)
    heard = []
    view.selectionModel().currentRowChanged.connect(lambda *_: heard.append(view.row()))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard == [1]


def test_nothing_chosen_is_no_row(view):
    view.model().clear()
    assert view.row() == -1


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        (0, ["An", "Ánh", "Ước"], ["Ước", "Ánh", "An"]),
        (1, ["Ánh", "Ước", "An"], ["Ước", "Ánh", "An"]),
        (2, ["An", "Ước", "Ánh"], ["Ước", "An", "Ánh"]),
        (3, ["Ánh", "Ước", "An"], ["Ước", "Ánh", "An"]),
    ],
)
def test_order_by_what_a_cell_is_with_empty_ones_last(table, column, up, down):
    table.arrange(Arrangement(column))
    assert [name.split()[-1] for name in names(table)] == up
    table.arrange(Arrangement(column, descending=True))
    assert [name.split()[-1] for name in names(table)] == down
    assert table.records == PEOPLE


def test_words_that_are_days_or_numbers_sort_as_such():
    heads = (Heading("Số", lambda one: one),)
    days = ["10/01/2025", "02/12/2024", "", "05/01/2025 08:30"]
    assert arranged(days, heads, Arrangement(0)) == [days[1], days[3], days[0], ""]
    numbers = ["10/QĐ-UBND", "9/QĐ-UBND", "đ", "d"]
    assert arranged(numbers, heads, Arrangement(0)) == ["9/QĐ-UBND", "10/QĐ-UBND", "d", "đ"]


def test_groups_stay_groups(qtbot):
    table = GroupedTable(HEADINGS)
    table.show_groups([("Nhóm 1", PEOPLE[:2]), ("Nhóm 2", PEOPLE[2:])])
    table.arrange(Arrangement(0))
    assert names(table) == ["Nhóm 1", "Lê Văn Ánh", "Nguyễn Thị Ước", "Nhóm 2", "Trần Đức An"]
    table.arrange(table.arrangement.filtered(0, "uoc"))
    assert names(table) == ["Nhóm 1", "Nguyễn Thị Ước"]
    assert [cells[0] for cells in table.reader()(None)] == ["Nguyễn Thị Ước"]


def test_a_click_on_a_title_sorts_up_then_down_then_as_it_was(people, table, qtbot):
    where = QPoint(people.header.sectionViewportPosition(1) + 20, 10)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(people.header.viewport(), Qt.MouseButton.LeftButton, pos=where)
        seen.append([name.split()[-1] for name in names(table)])
    assert seen == [["Ánh", "Ước", "An"], ["Ước", "Ánh", "An"], ["Ước", "Ánh", "An"]]
    assert table.arrangement == Arrangement()


def test_the_row_chosen_stays_chosen(people, table):
    people.select(1)
    people.arrange(Arrangement(0, descending=True))
    assert table.record(people.row()) is PEOPLE[1]
    people.arrange(Arrangement(0, filters={0: "uoc"}))
    assert table.record(people.row()) is PEOPLE[0]


def test_filters_under_the_titles_by_keys_alone(people, table, qtbot):
    note = EmptyNote(people, "Chưa có ai.")
    people.select(0)
    press(qtbot, people, Qt.Key.Key_L, CONTROL | SHIFT)
    line = people.header.line(0)
    assert QApplication.focusWidget() is line
    type_text(line, "duc")
    qtbot.waitUntil(lambda: names(table) == ["Trần Đức An"])
    type_text(line, "x")
    qtbot.waitUntil(lambda: names(table) == [])
    assert "Ctrl+Shift+L" in note._label.text()
    press(qtbot, line, Qt.Key.Key_Escape)
    assert len(names(table)) == 3
    press(qtbot, line, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is people
    people.arrange(Arrangement(filters={0: "duc"}))
    press(qtbot, people, Qt.Key.Key_L, CONTROL | SHIFT)
    assert len(names(table)) == 3
    assert not people.header.filters_shown


def test_columns_are_kept_between_starts(people, page, table, desk):
    assert people.shown_columns() == [0, 1, 2]
    people.show_column(3, shown=True)
    people.show_column(1, shown=False)
    people.header.moveSection(people.header.visualIndex(3), 0)
    people.setColumnWidth(0, 222)
    people.keep_columns()
    again = RowsView(table, (5, 2, -90, 3), "Bảng người", page, hidden=("Mức",))
    again.resize(600, 240)
    again.show()
    assert again.shown_columns() == [3, 0, 2]
    assert again.columnWidth(0) == 222
    again.reset_columns()
    assert again.shown_columns() == [0, 1, 2]
    third = RowsView(table, (5, 2, -90, 3), "Bảng người", page, hidden=("Mức",))
    third.show()
    assert third.shown_columns() == [0, 1, 2]


def test_the_last_column_cannot_be_hidden(people):
    for column in range(4):
        people.show_column(column, shown=False)
    assert len(people.shown_columns()) == 1


def test_columns_share_the_width(people):
    total = sum(people.columnWidth(column) for column in people.shown_columns())
    assert total == people.viewport().width()
    assert people.columnWidth(2) == 90


def test_copied_rows_are_what_excel_pastes(people, qtbot):
    people.select(0)
    press(qtbot, people, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Nguyễn Thị Ước\t10\t09/03/2025"
    people.selectAll()
    press(qtbot, people, Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text().split("\n") == [
        "Họ và tên\tSố\tNgày",
        "Nguyễn Thị Ước\t10\t09/03/2025",
        "Lê Văn Ánh\t9\t",
        "Trần Đức An\t\t01/12/2024",
    ]


def test_what_is_shown_goes_to_excel(people, tmp_path: Path, monkeypatch):
    target = tmp_path / "ra"
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    people.arrange(Arrangement(0, filters={0: "n"}))
    people.show_column(1, shown=False)
    people.export()
    sheet = openpyxl.load_workbook(target.with_suffix(".xlsx")).active
    assert [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)] == [
        ["Họ và tên", "Ngày"],
        ["Trần Đức An", sheet["B3"].value],
        ["Lê Văn Ánh", None],
        ["Nguyễn Thị Ước", sheet["B5"].value],
    ]
    assert sheet["B3"].value.date() == date(2024, 12, 1)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("09/03/2025", date(2025, 3, 9)),
        ("31/02/2025", "31/02/2025"),
        ("09/03/2025 07:30", "09/03/2025 07:30"),
        ("001", "001"),
        (Decimal("8.5"), Decimal("8.5")),
        (RatingLevel.GOOD, "Hoàn thành tốt nhiệm vụ"),
        (None, None),
    ],
)
def test_a_cell_goes_out_as_what_it_is(value, cell):
    assert as_cell(value) == cell


def test_the_menu_offers_what_can_be_done_with_the_rows(people, qtbot):
    people.offer_on_rows(lambda menu: menu.addAction("Việc riêng"))
    people.select(0)
    people.customContextMenuRequested.emit(QPoint(20, 40))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == ["Việc riêng", "Chọn tất cả", "Chép dòng đang chọn"]
    assert "Xuất Excel…" in words
    menu.close()


def test_a_long_list_is_arranged_on_the_worker(qtbot, books, table):
    desk = Desk(Jobs(), books)
    many = [row(f"Người {number:05}", number) for number in range(5000)]
    table.show(many)
    table.work_on(desk)
    chosen: list[int] = []
    table.arrange(Arrangement(1), lambda: chosen.append(1))
    table.arrange(Arrangement(1, descending=True), lambda: chosen.append(2))
    assert table.record(0) is many[0]
    qtbot.waitUntil(lambda: chosen == [2])
    assert table.record(0) is many[-1]
    desk.close()
