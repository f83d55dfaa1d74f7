"""Certificates onto paper or into a PDF, sheet by sheet, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from khenthuong.domain.sheet_layouts import SheetLayout
from khenthuong.ui.sheet_painter import (
    MM_PER_INCH,
    Drawing,
    Shift,
    page_layout,
    paint,
    paint_test_page,
)

_PDF_DPI = 1200


class SheetJob(QObject):
    """Prints drawings on a printer; `progress` (sheet, sheets), `finished` (sheets printed)."""

    progress = Signal(int, int)
    finished = Signal(int)
    failed = Signal(str)

    def __init__(
        self,
        printer: QPrinter,
        drawings: Sequence[Drawing],
        shift: Shift,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._drawings = tuple(drawings)
        self._shift = shift
        self._painter = QPainter()
        self._done = 0
        self._stopped = False

    @property
    def done(self) -> int:
        """Sheets sent so far."""
        return self._done

    def start(self) -> None:
        """Begin; the sheets follow one by one as the window has time."""
        if not self._drawings:
            self.finished.emit(0)
            return
        set_page(self._printer, self._drawings[0].layout)
        if not self._painter.begin(self._printer):
            self.failed.emit("Máy in không nhận lệnh in. Hãy xem máy in đã bật và còn giấy chưa.")
            return
        QTimer.singleShot(0, self._next)

    def stop(self) -> None:
        """Print no further sheet."""
        self._stopped = True

    @Slot()
    def _next(self) -> None:
        if self._stopped or self._done == len(self._drawings):
            self._painter.end()
            self.finished.emit(self._done)
            return
        if self._done and not self._printer.newPage():
            self._painter.end()
            self.failed.emit("Máy in dừng giữa chừng. Những giấy đã gửi vẫn được ghi vào nhật ký.")
            return
        paint(self._painter, self._drawings[self._done], dots_per_mm(self._printer), self._shift)
        self._done += 1
        self.progress.emit(self._done, len(self._drawings))
        QTimer.singleShot(0, self._next)


def set_page(printer: QPrinter, layout: SheetLayout) -> None:
    """Let the printer take the sheet's size, origin in the paper's very corner."""
    wanted = page_layout(layout)
    printer.setPageSize(wanted.pageSize())
    printer.setPageOrientation(wanted.orientation())
    printer.setFullPage(True)


def dots_per_mm(device: QPrinter | QPdfWriter) -> float:
    """The device's own resolution."""
    return device.resolution() / MM_PER_INCH


def write_pdf(target: Path, drawings: Sequence[Drawing], title: str) -> None:
    """All certificates into one PDF; raises OSError where it cannot be written."""
    # Qt would only say that it cannot write, not why.
    target.write_bytes(b"")
    writer = QPdfWriter(str(target))
    writer.setResolution(_PDF_DPI)
    writer.setTitle(title)
    writer.setCreator("Khen Thuong")
    painter = QPainter()
    for number, drawing in enumerate(drawings):
        layout = page_layout(drawing.layout)
        layout.setMode(QPageLayout.Mode.FullPageMode)
        writer.setPageLayout(layout)
        if number:
            writer.newPage()
        else:
            painter.begin(writer)
        paint(painter, drawing, dots_per_mm(writer))
    painter.end()


def print_test_page(printer: QPrinter, layout: SheetLayout, shift: Shift) -> bool:
    """Crosses and rulers on one sheet; False where the printer does not take it."""
    set_page(printer, layout)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    paint_test_page(painter, layout.width, layout.height, dots_per_mm(printer), shift)
    return painter.end()
