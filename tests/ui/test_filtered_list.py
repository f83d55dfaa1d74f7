"""A list narrowed by what is typed above it."""

from PySide6.QtCore import Qt

from khenthuong.ui.widgets.filtered_list import FilteredList

from .conftest import press, type_text


def test_enter_takes_the_first_and_leaves_words_without_match_as_they_are(qtbot) -> None:
    shown = FilteredList("Gõ để tìm")
    qtbot.addWidget(shown)
    shown.offer(("Tỉnh Lào Cai", "Tỉnh An Giang"))
    shown.show()
    type_text(shown.line, "lao")
    press(qtbot, shown.line, Qt.Key.Key_Return)
    assert (shown.value, shown.line.text()) == ("Tỉnh Lào Cai", "Tỉnh Lào Cai")
    type_text(shown.line, " xa")
    assert (shown.value, shown.list.count()) == ("", 0)
    press(qtbot, shown.line, Qt.Key.Key_Return)
    assert shown.line.text() == "Tỉnh Lào Cai xa"
