"""The window comes back where it stood, with the screen that was open; never off the screen."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMainWindow

from khenthuong.ui import window_place
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import CHANGES, HOME, ROUNDS, MainWindow
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.settings import Settings

from .conftest import AtOnce


def test_the_place_comes_back(qtbot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for made in (first := QMainWindow(), second := QMainWindow()):
        qtbot.addWidget(made)
    first.setGeometry(30, 40, 600, 300)
    window_place.keep(first, settings)
    window_place.restore(second, Settings(tmp_path))
    assert second.geometry() == QRect(30, 40, 600, 300)


def test_a_screen_that_is_gone_is_not_waited_for(qtbot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.write("cua_so", [9000, 9000, 600, 300])
    window = QMainWindow()
    qtbot.addWidget(window)
    before = window.geometry()
    window_place.restore(window, settings)
    assert window.geometry() == before


def test_a_maximised_window_stays_so(qtbot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.write("cua_so_phong_to", True)
    window = QMainWindow()
    qtbot.addWidget(window)
    window_place.restore(window, settings)
    assert window.isMaximized()


def test_home_opens_first_and_offers_the_last_screen(qtbot, books: Path) -> None:
    for number in (ROUNDS, HOME):
        window = opened(qtbot, books)
        window.open_screen(number)
        window.open_screen(CHANGES)
        window.close()
        window = opened(qtbot, books)
        assert window.screen_open is window.made_screen(HOME)
        if number == ROUNDS:
            assert "Đợt xét" in window.strip.text
            window.strip.action.click()
            assert isinstance(window.screen_open, RoundsScreen)
        else:
            assert window.strip.text == ""
        window.close()


def opened(qtbot, books: Path) -> MainWindow:
    window = MainWindow(Desk(Jobs(runner=AtOnce()), books))
    qtbot.addWidget(window)
    window.show()
    window.start()
    return window
