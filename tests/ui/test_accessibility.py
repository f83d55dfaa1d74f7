"""What a screen reader says and where the keyboard goes, on every screen and every dialog."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from khenthuong.paths import DataFolder
from khenthuong.ui.about import AboutDialog
from khenthuong.ui.crash_dialog import CrashDialog
from khenthuong.ui.desk import Desk
from khenthuong.ui.fault_dialog import FaultDialog
from khenthuong.ui.main_window import SCREENS, MainWindow
from khenthuong.ui.navigation import GROUPS
from khenthuong.ui.screens.office.first_start import FirstStart
from khenthuong.ui.screens.paperwork.preview import PreviewWindow
from tests.ui import looking


@pytest.mark.parametrize("number", range(len(SCREENS)), ids=lambda n: SCREENS[n].__name__)
def test_every_input_of_a_screen_has_a_name(sample_window: MainWindow, number: int) -> None:
    sample_window.open_screen(number)
    found = [
        f"{page}: {one}"
        for page in looking.pages(sample_window)
        for one in looking.nameless(sample_window)
    ]
    assert found == []


@pytest.mark.parametrize("number", range(len(SCREENS)), ids=lambda n: SCREENS[n].__name__)
def test_no_letter_of_a_screen_answers_twice(sample_window: MainWindow, number: int) -> None:
    sample_window.open_screen(number)
    found = [
        f"{page}: {letter}"
        for page in looking.pages(sample_window)
        for letter in looking.twice(sample_window)
    ]
    assert found == []


@pytest.mark.parametrize("number", range(len(SCREENS)), ids=lambda n: SCREENS[n].__name__)
def test_tab_follows_the_reading_order(sample_window: MainWindow, number: int) -> None:
    sample_window.open_screen(number)
    screen = sample_window.made_screen(number)
    found = [
        f"{page}: {one}"
        for page in looking.pages(sample_window)
        for one in looking.backwards(sample_window, screen)
    ]
    assert found == []


def dialogs(desk: Desk, root: Path) -> list[QWidget]:
    """Every window beside the program's own."""
    crash = CrashDialog(ValueError("thử"), DataFolder(root))
    first = FirstStart(desk)
    first.resize(1366, 740)
    return [crash, AboutDialog(desk), FaultDialog(root), PreviewWindow(desk), first]


def test_every_input_of_a_dialog_has_a_name(qtbot, desk: Desk, tmp_path: Path) -> None:
    found: list[str] = []
    for dialog in dialogs(desk, tmp_path):
        qtbot.addWidget(dialog)
        dialog.show()
        found += looking.nameless(dialog)
        found += looking.twice(dialog)
        found += looking.cut(dialog)
    assert found == []


def test_the_box_that_finds_everything_has_a_name(sample_window: MainWindow) -> None:
    sample_window.palette_box.open()
    assert looking.nameless(sample_window) == []


def test_icons_without_words_say_what_they_do(sample_window: MainWindow) -> None:
    """At large text the column of screens has no words left on it."""
    sample_window.nav.fit(400)
    QApplication.processEvents()
    buttons = [one for one in looking.shown(sample_window.nav.window()) if _in_nav(one)]
    said = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in buttons
    ]
    assert {screen.title for _, screens in GROUPS for screen in screens} == set(said)
    assert all(one.toolTip() for one in buttons)


def _in_nav(widget: QWidget) -> bool:
    return bool(widget.property("nav"))
