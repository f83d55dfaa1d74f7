import itertools

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox

from khenthuong.domain.kinds import Status
from khenthuong.paths import shipped
from khenthuong.ui import theme

INKS = ("ink", "soft", "accent", "accent_dark", "good", "bad", "warn", "hold")
GROUNDS = ("paper", "card", "nav", "head", "stripe", "accent_pale")


def luminance(name: str) -> float:
    parts = [getattr(theme.colour(name), part)() for part in ("redF", "greenF", "blueF")]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground"), list(itertools.product(INKS, GROUNDS)))
def test_ink_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("status", list(Status))
def test_a_status_can_be_read_on_its_ground(status: Status) -> None:
    assert contrast(theme.STATUS_COLOUR[status], theme.STATUS_GROUND[status]) >= 4.5


@pytest.mark.parametrize("pair", [("card", "accent"), ("faint", "card"), ("faint", "paper")])
def test_buttons_and_hints_can_be_read(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= 4.5


def test_every_status_has_a_shape_of_its_own(looks: QApplication) -> None:
    shapes = {
        (shipped("resources", "icons", f"{status.value}.svg")).read_text() for status in Status
    }
    assert len(shapes) == len(Status)


ICONS = sorted(path.stem for path in shipped("resources", "icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_something(looks: QApplication, name: str) -> None:
    image = theme.pixmap(name, "ink", 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_standard_buttons_speak_vietnamese(qtbot) -> None:
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok
        | QDialogButtonBox.StandardButton.Cancel
        | QDialogButtonBox.StandardButton.Save
        | QDialogButtonBox.StandardButton.Close
        | QDialogButtonBox.StandardButton.Yes
        | QDialogButtonBox.StandardButton.No
    )
    qtbot.addWidget(box)
    said = {button.text().replace("&", "") for button in box.buttons()}
    assert said == {"Đồng ý", "Hủy", "Lưu", "Đóng", "Có", "Không"}


def test_message_boxes_speak_vietnamese(qtbot) -> None:
    box = QMessageBox(
        QMessageBox.Icon.Question,
        "",
        "",
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
    )
    qtbot.addWidget(box)
    assert {b.text().replace("&", "") for b in box.buttons()} == {"Có", "Không"}


def test_the_menu_of_a_line_speaks_vietnamese(qtbot) -> None:
    line = QLineEdit("x")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    said = [a.text().split("\t")[0].replace("&", "") for a in menu.actions() if a.text()]
    assert said[:7] == ["Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xóa", "Chọn tất cả"]
    menu.deleteLater()
