import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from khenthuong.domain.kinds import SigningPower
from khenthuong.services import office
from khenthuong.ui.main_window import OFFICE, MainWindow
from khenthuong.ui.screens.office.signers import read_signers, trouble

from .conftest import press

OWN, ON_BEHALF = SigningPower.OWN, SigningPower.ON_BEHALF


def row(power: str) -> dict[str, str]:
    return {"name": "Lê Thị Lan", "position": "Chủ tịch", "power": power, "start": "", "end": ""}


@pytest.mark.parametrize(
    ("typed", "power"),
    [
        *((text, ON_BEHALF) for text in ("TM", "tm", "TM.", "T.M.", "Thay mặt")),
        *((text, SigningPower.FOR) for text in ("KT", "kt.", "Ký thay")),
        *((text, SigningPower.BY_ORDER) for text in ("TL", "tl.", "Thừa lệnh")),
        *((text, SigningPower.AUTHORISED) for text in ("TUQ", "tuq.", "Thừa uỷ quyền")),
        *((text, OWN) for text in ("", "trực tiếp", "TRỰC TIẾP", "truc_tiep")),
    ],
)
def test_a_power_is_understood_as_typed(typed: str, power: SigningPower) -> None:
    assert [signer.power for signer in read_signers([row(typed)])] == [power]


def test_an_unknown_power_is_a_problem() -> None:
    assert "«ký hộ»" in trouble([row("ký hộ")])
    with pytest.raises(ValueError, match="Lê Thị Lan"):
        read_signers([row("ký hộ")])


def test_a_name_without_a_letter_is_a_problem() -> None:
    assert "«2021»" in trouble([{**row("TM."), "name": "2021"}])
    assert not trouble([row("TM.")])


def test_a_pasted_power_is_kept_or_refused_aloud(qtbot, window: MainWindow) -> None:
    window.open_screen(OFFICE)
    screen = window.made_screen(OFFICE)
    screen.signers.model.paste(0, 0, [["Lê Thị Lan", "Chủ tịch", "ký hộ"]])
    screen.signers.edited.emit()
    assert "«ký hộ»" in screen.problem.text()
    press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert office.signers(window.desk.ws) == ()
    QApplication.clipboard().setText("Lê Thị Lan\tChủ tịch\ttm.")
    screen.signers.model.set_rows([])
    screen.signers._paste.click()
    assert screen.problem.text() == ""
    press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [signer.power for signer in office.signers(window.desk.ws)] == [ON_BEHALF]
