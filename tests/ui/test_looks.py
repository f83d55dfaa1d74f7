"""The looks of every screen at every text size, the icons, and Qt's own words."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox

from khenthuong.domain.kinds import Status
from khenthuong.paths import shipped
from khenthuong.ui import theme
from khenthuong.ui.main_window import ROUNDS, SCREENS, MainWindow
from tests.ui import looking

LOOKS = (theme.Look.LIGHT, theme.Look.DARK, theme.Look.CONTRAST)
EMBLEM = "khen_thuong"
"""The one picture with colours of its own: the program's emblem."""


@pytest.fixture
def plain(looks: QApplication):
    yield looks
    theme.apply(looks)


def cut_anywhere(window: MainWindow) -> list[str]:
    """What does not fit on any page of any screen."""
    found: list[str] = []
    for number, screen in enumerate(SCREENS):
        window.open_screen(number)
        for page in looking.pages(window):
            found += [f"{screen.title} {page}: {one}" for one in looking.cut(window)]
    return found


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off(
    plain: QApplication, sample_window: MainWindow, look: theme.Look, percent: int
) -> None:
    theme.apply(plain, look, percent)
    assert cut_anywhere(sample_window) == []
    assert (sample_window.width(), sample_window.height()) == (1366, 768)


@pytest.mark.parametrize("percent", [125, 150])
def test_nothing_is_cut_off_when_the_text_grows_while_it_is_read(
    plain: QApplication, sample_window: MainWindow, percent: int
) -> None:
    for number in range(len(SCREENS)):
        sample_window.open_screen(number)
    theme.apply(plain, percent=percent)
    assert cut_anywhere(sample_window) == []


@pytest.mark.parametrize("number", range(len(SCREENS)), ids=lambda n: SCREENS[n].__name__)
def test_at_the_usual_size_no_screen_scrolls(
    plain: QApplication, sample_window: MainWindow, number: int
) -> None:
    sample_window.open_screen(number)
    frame = sample_window.stack.parentWidget().parentWidget()
    for page in looking.pages(sample_window):
        looking.settle()
        bars = (frame.horizontalScrollBar().maximum(), frame.verticalScrollBar().maximum())
        assert (page, *bars) == (page, 0, 0)


def test_a_screen_too_large_for_the_window_scrolls(
    plain: QApplication, sample_window: MainWindow
) -> None:
    sample_window.open_screen(ROUNDS)
    frame = sample_window.stack.parentWidget().parentWidget()
    bars = (frame.horizontalScrollBar(), frame.verticalScrollBar())
    looking.settle()
    assert [bar.maximum() for bar in bars] == [0, 0]
    theme.apply(plain, percent=200)
    looking.settle()
    assert any(bar.maximum() for bar in bars)


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


@pytest.mark.parametrize("name", sorted(set(ICONS) - {EMBLEM}))
def test_every_icon_is_drawn_in_one_style(name: str) -> None:
    drawn = shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    head = drawn[: drawn.index(">")]
    for wanted in (
        'viewBox="0 0 24 24"',
        'fill="none"',
        'stroke="currentColor"',
        'stroke-width="1.75"',
        'stroke-linecap="round"',
        'stroke-linejoin="round"',
    ):
        assert wanted in head
    assert re.findall(r'#[0-9A-Fa-f]{3,6}|fill="(?!none)', drawn) == []


def test_it_is_said_whose_the_icons_are() -> None:
    said = shipped("resources", "icons", "GIAY_PHEP").read_text(encoding="utf-8")
    assert "tự vẽ" in said


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
