"""Numbers with a unit: «1,5» and «1.5» are the same millimetres."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from khenthuong.ui.screens.paperwork.certificates_field import Amount


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1,5", 1.5), ("1.5", 1.5), ("12.5", 12.5), ("-2.5", -2.5), ("-2,5", -2.5), ("7", 7.0)],
)
def test_a_point_is_taken_for_the_comma(qtbot, typed: str, value: float) -> None:
    amount = Amount(-500, 1200, 0.5, " mm")
    qtbot.addWidget(amount)
    amount.show()
    amount.selectAll()
    qtbot.keyClicks(amount, typed)
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert amount.value() == value
    assert amount.text() == f"{value:.1f} mm".replace(".", ",")
