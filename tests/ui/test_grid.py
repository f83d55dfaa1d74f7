"""A grid as Excel's users expect it: keys, typing under an input method, paste, faults, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from khenthuong.domain.forms import FieldDef
from khenthuong.ui.form.table import TableEdit
from khenthuong.ui.models.grid_model import Change, GridColumn, GridModel, Pasted
from khenthuong.ui.widgets.grid import GridView
from khenthuong.ui.widgets.grid_paste import read_block, write_block

from .conftest import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def even(text: str) -> str:
    if not text.isdigit() or int(text) % 2:
        raise ValueError(f"«{text}» không phải số chẵn.")
    return str(int(text))


COLUMNS = (GridColumn("Việc"), GridColumn("Số", even, numeric=True), GridColumn("Ghi chú"))


def make_view(qtbot, *, grows: bool, rows=()) -> GridView:
    model = GridModel(COLUMNS, grows=grows)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(rows)
    view = GridView(model, "Bảng thử")
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(500, 260)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    view.setCurrentIndex(model.index(0, 0))
    return view


@pytest.fixture
def view(qtbot) -> GridView:
    return make_view(qtbot, grows=True)


def place(view: GridView) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def editor() -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def test_typing_replaces_and_enter_goes_down(view, qtbot) -> None:
    view.grid.set_rows([["cũ", "", ""], ["b", "", ""]])
    view.setCurrentIndex(view.grid.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_M)
    qtbot.keyClicks(editor(), "oi")
    press(qtbot, editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place(view) == (1, 0))
    assert view.grid.cell(0, 0) == "moi"
    press(qtbot, view, Qt.Key.Key_Return, SHIFT)
    assert place(view) == (0, 0)


def test_an_input_method_composes_in_a_cell_that_is_only_chosen(view, qtbot) -> None:
    view.grid.set_rows([["cũ", "", ""]])
    view.setCurrentIndex(view.grid.index(0, 0))
    for preedit in ("h", "ho", "hò"):
        QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(preedit, []))
    done = QInputMethodEvent()
    done.setCommitString("hòa")
    QApplication.sendEvent(QApplication.focusWidget(), done)
    type_text(QApplication.focusWidget(), " Ước")
    press(qtbot, editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place(view) == (1, 0))
    assert view.grid.cell(0, 0) == "hòa Ước"


def test_tab_walks_the_row_and_leaves_behind_the_waiting_one(view, qtbot) -> None:
    view.grid.set_rows([["a", "2", "c"]])
    view.setCurrentIndex(view.grid.index(0, 1))
    press(qtbot, view, Qt.Key.Key_Tab)
    assert place(view) == (0, 2)
    press(qtbot, view, Qt.Key.Key_Tab)
    assert place(view) == (1, 0)
    assert not view._walk(1)
    press(qtbot, view, Qt.Key.Key_Tab, SHIFT)
    assert place(view) == (0, 2)


def test_control_tab_leaves_the_grid_at_once(qtbot) -> None:
    edit = TableEdit(FieldDef("t", "table", "Bảng", columns=(FieldDef("a", "text", "A"),)))
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    qtbot.waitUntil(edit.isActiveWindow)
    edit.view.setFocus()
    edit.view.setCurrentIndex(edit.view.grid.index(0, 0))
    press(qtbot, edit.view, Qt.Key.Key_Tab, CONTROL)
    assert not edit.view.hasFocus()
    assert edit.isAncestorOf(QApplication.focusWidget())
    edit.view.setFocus()
    press(qtbot, edit.view, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert not edit.view.hasFocus()


def test_tab_in_a_cell_being_typed_takes_it_and_goes_right(view, qtbot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_A)
    press(qtbot, editor(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: place(view) == (0, 1))
    assert view.grid.cell(0, 0) == "a"


def test_escape_keeps_the_cell(view, qtbot) -> None:
    view.grid.set_rows([["cũ", "", ""]])
    view.setCurrentIndex(view.grid.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_X)
    press(qtbot, editor(), Qt.Key.Key_Escape)
    assert view.grid.cell(0, 0) == "cũ"


def test_paste_adds_rows_and_marks_what_cannot_stand(view, qtbot) -> None:
    QGuiApplication.clipboard().setText('Một\t2\t\r\n"Hai\ndòng"\t3\tx\r\n')
    press(qtbot, view, Qt.Key.Key_V, CONTROL)
    assert view.grid.rows() == [["Một", "2", ""], ["Hai\ndòng", "3", "x"]]
    (fault,) = view.grid.faults
    assert (fault.row, fault.column, fault.words) == (1, 1, "«3» không phải số chẵn.")
    at = view.grid.index(1, 1)
    assert at.data(Qt.ItemDataRole.ToolTipRole) == "«3» không phải số chẵn."
    assert at.data(Qt.ItemDataRole.DecorationRole) is not None


def test_a_step_is_taken_back_and_done_again_inside_the_grid(view, qtbot) -> None:
    QGuiApplication.clipboard().setText("a\t2\nb\t4\n")
    press(qtbot, view, Qt.Key.Key_V, CONTROL)
    press(qtbot, view, Qt.Key.Key_Z, CONTROL)
    assert view.grid.rows() == []
    press(qtbot, view, Qt.Key.Key_Y, CONTROL)
    assert view.grid.rows() == [["a", "2", ""], ["b", "4", ""]]
    assert not view.grid.redo()


def test_what_finds_no_cell_is_said(qtbot) -> None:
    view = make_view(qtbot, grows=False, rows=[["", "", ""]])
    said: list[str] = []
    view.told.connect(said.append)
    QGuiApplication.clipboard().setText("a\t2\tc\tthừa\nb\t4\n")
    press(qtbot, view, Qt.Key.Key_V, CONTROL)
    assert view.grid.rows() == [["a", "2", "c"]]
    assert said == ["3 ô trong bản chép không có chỗ trong bảng nên chưa được ghi."]


def test_a_fixed_column_is_never_written() -> None:
    model = GridModel([GridColumn("Tên", fixed=True), GridColumn("Điểm")], grows=False)
    model.set_rows([["An", ""]])
    assert model.paste(0, 0, [["Bình", "9"]]) == Pasted(written=1, lost=1)
    model.remove([0])
    assert model.rows() == [["An", ""]]


def test_one_cell_copied_fills_what_is_chosen_and_ctrl_d_fills_down(view, qtbot) -> None:
    view.grid.set_rows([["a", "2", ""], ["", "", ""], ["", "", "z"]])
    QGuiApplication.clipboard().setText("8")
    view.setCurrentIndex(view.grid.index(0, 1))
    view.selectionModel().select(view.grid.index(2, 1), view.selectionModel().SelectionFlag.Select)
    press(qtbot, view, Qt.Key.Key_V, CONTROL)
    assert [row[1] for row in view.grid.rows()] == ["8", "8", "8"]
    view.setCurrentIndex(view.grid.index(1, 0))
    press(qtbot, view, Qt.Key.Key_D, CONTROL)
    assert view.grid.cell(1, 0) == "a"


def test_delete_empties_and_ctrl_delete_removes(view, qtbot) -> None:
    view.grid.set_rows([["a", "2", ""], ["b", "4", ""]])
    view.setCurrentIndex(view.grid.index(0, 1))
    press(qtbot, view, Qt.Key.Key_Delete)
    assert view.grid.rows() == [["a", "", ""], ["b", "4", ""]]
    press(qtbot, view, Qt.Key.Key_Delete, CONTROL)
    assert view.grid.rows() == [["b", "4", ""]]


def test_copy_is_what_paste_reads(view, qtbot) -> None:
    cells = [["Hai\ndòng", 'nói "được"', "8"], ["x", "", "\tlùi"]]
    assert read_block(write_block(cells)) == cells
    view.grid.set_rows([["Hai\ndòng", "2", "y"]])
    flags = view.selectionModel().SelectionFlag
    view.selectionModel().select(view.grid.index(0, 0), flags.ClearAndSelect | flags.Rows)
    press(qtbot, view, Qt.Key.Key_C, CONTROL)
    assert read_block(QGuiApplication.clipboard().text()) == [["Hai\ndòng", "2", "y"]]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('"Xuất sắc" năm\tb', [['"Xuất sắc" năm', "b"]]),
        ('"chưa đóng\tb\nc', [['"chưa đóng', "b"], ["c"]]),
        ("a\t\r\n\r\nb", [["a", ""], [""], ["b"]]),
        ("\n\n", []),
    ],
)
def test_a_quote_that_excel_did_not_put_stays(text, cells) -> None:
    assert read_block(text) == cells


def test_a_cell_of_several_lines_is_edited_as_such(view, qtbot) -> None:
    view.grid.set_rows([["một\nhai", "", ""]])
    view.setCurrentIndex(view.grid.index(0, 0))
    press(qtbot, view, Qt.Key.Key_F2)
    found = QApplication.focusWidget()
    assert isinstance(found, QPlainTextEdit)
    assert found.toPlainText() == "một\nhai"


def test_writing_nothing_new_is_no_step(view) -> None:
    view.grid.set_rows([["a", "2", ""]])
    assert view.grid.write([Change(0, 0, "a")]) == 0
    assert not view.grid.undo()


def test_a_forms_table_reads_vietnamese_numbers_and_days(qtbot) -> None:
    columns = (
        FieldDef("so", "integer", "Số"),
        FieldDef("ngay", "date", "Ngày"),
        FieldDef("loai", "choice", "Loại", choices=("Tốt", "Khá")),
    )
    edit = TableEdit(FieldDef("bang", "table", "Bảng", columns=columns))
    qtbot.addWidget(edit)
    edit.model.paste(0, 0, [["1.234.567", "9/3/2025", "tot"], ["mười", "31/02/2025", "kém"]])
    first, second = edit.rows()
    assert dict(first) == {"so": "1234567", "ngay": "2025-03-09", "loai": "Tốt"}
    assert dict(second) == {"so": "mười", "ngay": "31/02/2025", "loai": "kém"}
    assert "Dòng 2, «Số»: «mười» không phải số nguyên." in edit.problem.text()
    edit.set_rows([{"so": "12", "ngay": "2025-03-09", "loai": "Khá"}])
    assert edit.model.rows() == [["12", "09/03/2025", "Khá"]]
    assert dict(edit.rows()[0])["ngay"] == "2025-03-09"
