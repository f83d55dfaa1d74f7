"""The backup of the day's first opening: in the status line, and out of the way when quick."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from khenthuong.errors import CancelledError
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.widgets.progress import TaskBar

_PATIENCE = 800
"""Milliseconds before a running backup is shown: most are done by then."""


class DailyBackup(QWidget):
    """Starts the day's backup on the worker and shows it while it takes long."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self.bar = TaskBar()
        self._show = QTimer(self)
        # Assemble
        self._show.setSingleShot(True)
        self._show.setInterval(_PATIENCE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self.bar)
        self.hide()
        # Signals
        self._show.timeout.connect(self.show)

    def begin(self) -> None:
        """Make the day's backup unless there is one."""
        self._task = self.bar.begin("Đang sao lưu đầu ngày…")
        self._show.start()
        self._desk.run(_daily, self._task, done=self._on_done, failed=self._on_failed)

    def stop(self) -> None:
        """The program closes: the next opening does it."""
        if self._task is not None:
            self._task.cancel()

    def _on_done(self, _: Path | None) -> None:
        self._end()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self._desk.say("Đã dừng sao lưu đầu ngày; lần mở sau máy sẽ làm.", "info")
        else:
            self._desk.on_failed(error)

    @Slot()
    def _end(self) -> None:
        self._show.stop()
        self._task = None
        self.bar.end()
        self.hide()


def _daily(ws: Any, task: Task) -> Path | None:
    from khenthuong.services.safety import backups

    return backups.daily(ws, None, task.progress, task.cancelled)
