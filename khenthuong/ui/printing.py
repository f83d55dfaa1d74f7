"""Printing PDFs on paper: page by page, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

_DPI = 300
"""Crisp on paper; more only makes the printer's queue longer."""
_POINTS_PER_INCH = 72


class PrintJob(QObject):
    """Prints files in order on a printer; `progress` (page, pages), `finished` (pages printed)."""

    progress = Signal(int, int)
    finished = Signal(int)
    failed = Signal(str)

    def __init__(
        self, printer: QPrinter, files: Sequence[Path], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._documents = [_opened(path, self) for path in files]
        self._pages = [(d, n) for d in self._documents for n in range(d.pageCount())]
        self._painter: QPainter | None = None
        self._done = 0
        self._stopped = False

    @property
    def count(self) -> int:
        """Pages of all files together."""
        return len(self._pages)

    def start(self) -> None:
        """Begin; the pages follow one by one as the window has time."""
        if not self._pages:
            self.finished.emit(0)
            return
        first, number = self._pages[0]
        self._turn(first, number)
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._painter = None
            self.failed.emit("Máy in không nhận lệnh in. Hãy xem máy in đã bật và còn giấy chưa.")
            return
        QTimer.singleShot(0, self._next)

    def stop(self) -> None:
        """Print no further page."""
        self._stopped = True

    @Slot()
    def _next(self) -> None:
        assert self._painter is not None
        if self._stopped or self._done == self.count:
            self._painter.end()
            self.finished.emit(self._done)
            return
        document, number = self._pages[self._done]
        if self._done:
            self._turn(document, number)
            self._printer.newPage()
        self._paint(document, number)
        self._done += 1
        self.progress.emit(self._done, self.count)
        QTimer.singleShot(0, self._next)

    def _paint(self, document: QPdfDocument, number: int) -> None:
        assert self._painter is not None
        image = page_image(document, number, _DPI)
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        inside = self._printer.pageRect(QPrinter.Unit.DevicePixel)
        # The painter begins at the printable corner; the page's own margins begin at the paper's.
        target = QRectF(-inside.x(), -inside.y(), paper.width(), paper.height())
        self._painter.drawImage(target, image)

    def _turn(self, document: QPdfDocument, number: int) -> None:
        size = document.pagePointSize(number)
        wide = size.width() > size.height()
        orientation = QPageLayout.Orientation
        self._printer.setPageOrientation(orientation.Landscape if wide else orientation.Portrait)


def page_image(document: QPdfDocument, number: int, dpi: float) -> QImage:
    """A page on white ground (QtPdf itself leaves it transparent) at so many dots per inch."""
    points = document.pagePointSize(number)
    scale = dpi / _POINTS_PER_INCH
    size = QSize(round(points.width() * scale), round(points.height() * scale))
    page = QImage(size, QImage.Format.Format_RGB32)
    page.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    return page


def _opened(path: Path, parent: QObject) -> QPdfDocument:
    document = QPdfDocument(parent)
    document.load(str(path))
    return document
