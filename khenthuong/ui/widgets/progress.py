"""Progress and cancel of a long task, in the page and not in a box."""

from __future__ import annotations

import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from khenthuong.ui import theme
from khenthuong.ui.jobs import Task
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

_SURE_SECONDS = 1.5
"""Before that what is left cannot be told from what is done."""


class TaskBar(QWidget):
    """Shows one `Task` at a time; hidden when nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = QLabel()
        self._bar = QProgressBar()
        self._left = label("", "quiet")
        self.cancel = button("Dừng", "dong")
        self._task: Task | None = None
        self._began = 0.0
        # Assemble
        theme.hold(self._bar, least_width=200)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._what, 1)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._left)
        layout.addWidget(self.cancel)
        self.hide()
        # Signals
        self.cancel.clicked.connect(self._on_cancel)

    def begin(self, what: str) -> Task:
        """Show a new task and return it for the worker."""
        self._task = Task(self)
        self._task.progressed.connect(self._on_progressed)
        self._began = time.monotonic()
        self._what.setText(what)
        self._bar.setRange(0, 0)
        self._left.clear()
        self.cancel.setEnabled(True)
        self.show()
        return self._task

    def end(self) -> None:
        """Hide again."""
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        self.hide()

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, what: str) -> None:
        if self._task is None:
            return
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)
        self._left.setText(time_left(time.monotonic() - self._began, done, total))
        if what:
            self._what.setText(what)

    @Slot()
    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.cancel.setEnabled(False)
            self._left.clear()
            self._what.setText("Đang dừng…")


def time_left(passed: float, done: int, total: int) -> str:
    """How long it will still take, in words, from the seconds passed; "" too early to say."""
    if not 0 < done < total or passed < _SURE_SECONDS:
        return ""
    left = passed * (total - done) / done
    if left < 60:
        return f"còn khoảng {max(1, round(left))} giây"
    return f"còn khoảng {round(left / 60)} phút"
