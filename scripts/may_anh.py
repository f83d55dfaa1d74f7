"""The camera of the picture scripts: a real window on real books, without a display.

Importing it sets the platform and the path of the program, so it comes before khenthuong.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import MainWindow


class Camera:
    """A window on a data folder, and a folder for its pictures."""

    def __init__(self, application: QApplication, root: Path, out: Path, size: str) -> None:
        self.application = application
        self.desk = Desk(Jobs(), root)
        self.desk.crashed.connect(_fail)
        self.window = MainWindow(self.desk)
        self.out = out
        width, _, height = size.partition("x")
        self.window.resize(int(width), int(height))
        self.window.show()
        self.window.activateWindow()
        self.window.start()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being read any more."""
        for _ in range(12):
            self.application.processEvents()
            while self.desk.jobs.pending:
                self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def shoot(self, name: str) -> None:
        """Take a picture."""
        self.settle()
        target = self.out / f"{name}.png"
        self.window.grab().save(str(target))
        print(target)

    def close(self) -> None:
        """Put everything away."""
        for screen in self.window.screens:
            screen.escape()
        self.settle()
        self.window.close()


def _fail(error: BaseException) -> None:
    raise error
