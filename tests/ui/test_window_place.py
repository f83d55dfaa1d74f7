"""The window comes back where it stood, with the screen that was open; never off the screen."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMainWindow

from khenthuong.ui import window_place
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import CHANGES, ROUNDS, MainWindow
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


def test_the_last_screen_opens_first(qtbot, books: Path) -> None:
    for _ in range(2):
        desk = Desk(Jobs(runner=AtOnce()), books)
        window = MainWindow(desk)
        qtbot.addWidget(window)
        window.show()
        window.start()
        window.open_screen(ROUNDS)
        window.open_screen(CHANGES)
        window.close()
        desk.close()
    desk = Desk(Jobs(runner=AtOnce()), books)
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    window.start()
    assert isinstance(window.screen_open, RoundsScreen)
    window.close()
    desk.close()
