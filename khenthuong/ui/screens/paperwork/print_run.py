"""Printing many papers in one go: the printer is chosen once, pages are made, then printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task

if TYPE_CHECKING:
    from khenthuong.ui.printing import PrintJob


class PrintRun(QObject):
    """`ended` (words for the clerk) after the last page, or when it could not be printed."""

    ended = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._printer: Any = None
        self._job: PrintJob | None = None

    @property
    def busy(self) -> bool:
        """Whether pages are being made or printed."""
        return self._printer is not None

    def choose(self) -> bool:
        """Ask for the printer and the copies; False when given up."""
        self._printer = None if self.busy else messages.choose_printer(self._widget)
        return self._printer is not None

    def start(self, papers: Sequence[Path], task: Task) -> None:
        """Make the pages of the papers and print them in their order."""
        self._desk.run(_pages, papers, task, done=self._on_pages, failed=self._on_failed)

    def _on_pages(self, files: Sequence[Path]) -> None:
        from khenthuong.ui.printing import PrintJob

        self._job = PrintJob(self._printer, files, self)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_refused)
        self._job.start()

    @Slot(int)
    def _on_finished(self, pages: int) -> None:
        self._end(f"Đã gửi {pages} trang đến máy in.")

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        self._end(text)

    def _on_failed(self, error: Exception) -> None:
        self._printer = None
        self.failed.emit(error)

    def _end(self, text: str) -> None:
        self._printer = self._job = None
        self.ended.emit(text)


def _pages(ws: Any, papers: Sequence[Path], task: Task) -> tuple[Path, ...]:
    from khenthuong.services.paperwork import preview

    return preview.pdfs(ws, papers, task.progress, task.cancelled)
