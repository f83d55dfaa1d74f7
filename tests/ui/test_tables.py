"""Tables of rows: what was clicked is what is shown and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from khenthuong.ui.widgets.tables import RowsView


@pytest.fixture
def view(qtbot):
    model = QStandardItemModel(3, 1)
    for row in range(3):
        model.setItem(row, 0, QStandardItem(f"dòng {row}"))
    made = RowsView(model, (1,), "Bảng thử")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_mouse_click_tells_of_the_row_clicked(view, qtbot):
    heard = []
    view.selectionModel().currentRowChanged.connect(lambda *_: heard.append(view.row()))
    for row in (2, 0, 1):
        where = view.visualRect(view.model().index(row, 0)).center()
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
