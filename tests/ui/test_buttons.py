"""Buttons are pressed by the keys a clerk tries."""

import pytest
from PySide6.QtCore import Qt

from khenthuong.ui.widgets.buttons import button, icon_button, link, toggle

from .conftest import press


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "made", [lambda: button("Lưu"), lambda: link("Xem"), lambda: icon_button("them", "Thêm")]
)
def test_enter_presses_a_button_as_space_does(qtbot, made, key) -> None:
    shown = made()
    qtbot.addWidget(shown)
    shown.show()
    pressed = []
    shown.clicked.connect(lambda: pressed.append(1))
    press(qtbot, shown, key)
    assert pressed == [1]


def test_enter_turns_a_toggle_and_leaves_other_keys_alone(qtbot) -> None:
    shown = toggle("Lọc")
    qtbot.addWidget(shown)
    shown.show()
    press(qtbot, shown, Qt.Key.Key_Return)
    assert shown.isChecked()
    press(qtbot, shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.isChecked()
