"""A quiet word in the status line while work is under way that no progress bar shows."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

from khenthuong.ui.jobs import Jobs

AFTER_MS = 700
"""What is done sooner needs no word."""


class BusyWord(QLabel):
    """«Đang làm việc…» from a moment after the first job began until none is left."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("Đang làm việc…", parent)
        self._timer = QTimer(self)
        # Assemble
        self.setContentsMargins(8, 4, 8, 4)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self.hide()
        # Signals
        jobs.busy.connect(self._on_busy)
        self._timer.timeout.connect(self.show)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()
