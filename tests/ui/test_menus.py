"""Right-click: lists offer what the buttons beside them do; fields speak Vietnamese."""

import pytest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from khenthuong.services import register
from khenthuong.ui.main_window import REGISTER, MainWindow
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.menus import mirror

VIETNAMESE = {
    *("Hoàn tác", "Làm lại", "Cắt", "Chép", "Chép đường dẫn", "Dán", "Xóa", "Chọn tất cả")
}


def entries(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def test_only_what_can_be_pressed_is_offered(qtbot) -> None:
    menu, beside = QMenu(), QWidget()
    for one in (menu, beside):
        qtbot.addWidget(one)
    pressed: list[str] = []
    open_ = button("&Mở", tip="Enter", parent=beside)
    off, hidden = button("Khóa", parent=beside), button("Ẩn", parent=beside)
    plain = button("Bỏ", tip="Bỏ dòng đang chọn (Del)", parent=beside)
    off.setEnabled(False)
    hidden.hide()
    open_.clicked.connect(lambda: pressed.append("mở"))
    mirror(open_, off, hidden, plain)(menu)
    assert entries(menu) == ["Mở\tEnter", "Bỏ\tDel"]
    menu.actions()[0].trigger()
    assert pressed == ["mở"]


def test_a_person_is_binned_from_the_menu(qtbot, window: MainWindow) -> None:
    window.open_screen(REGISTER)
    screen = window.made_screen(REGISTER)
    menu = QMenu()
    qtbot.addWidget(menu)
    screen.view._row_menu(menu)
    assert "Đưa vào thùng rác" in entries(menu)
    code = screen.panel.code
    next(one for one in menu.actions() if one.text() == "Đưa vào thùng rác").trigger()
    assert register.profile(window.desk.ws, code).binned


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextBrowser])
def test_the_menu_of_a_field_is_vietnamese(qtbot, kind: type) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    said = {text.partition("\t")[0].replace("&", "") for text in entries(menu)}
    assert said
    assert said <= VIETNAMESE


def test_standard_buttons_are_vietnamese(qtbot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    every = [one for one in QDialogButtonBox.StandardButton if one.value and box.addButton(one)]
    said = {box.button(one).text().replace("&", "") for one in every}
    english = {"OK", "Cancel", "Save", "Close", "Yes", "No", "Open", "Apply", "Help", "Discard"}
    assert said & (english - {"OK"}) == set()
