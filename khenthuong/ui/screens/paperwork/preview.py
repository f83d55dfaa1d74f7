"""Papers as pages in a window of their own: zoom, find, page count, print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.printing import PrintJob
from khenthuong.ui.widgets.buttons import button, icon_button
from khenthuong.ui.widgets.labels import label

_STEP = 1.2
_SMALLEST, _LARGEST = 0.3, 4.0
_MISSING = (
    "Máy này chưa có LibreOffice hoặc Microsoft Word nên chỉ xem được chữ, không xem được trang "
    "in. Cài LibreOffice (miễn phí) rồi mở lại chương trình là xem và in được ở đây."
)


class PreviewWindow(QWidget):
    """One window for all previews; a new paper takes the place of the one before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self._source: Path | None = None
        self._pdf: Path | None = None
        self._job: PrintJob | None = None
        self.document = QPdfDocument(self)
        self.search = QPdfSearchModel(self)
        self.view = QPdfView(self)
        self.text = QPlainTextEdit()
        self.missing = label(_MISSING, "subheading", wrap=True)
        self.sought = QLineEdit()
        self.found = QLabel()
        self.page = QLabel()
        self.print_button = button("In…", "in", primary=True, tip="Ctrl+P")
        self.open = button("Mở bằng Word, LibreOffice", "van_ban")
        self.smaller = icon_button("nho", "Thu nhỏ (Ctrl+-)")
        self.larger = icon_button("to", "Phóng to (Ctrl++)")
        self.fit = button("Vừa khung", tip="Ctrl+0")
        self._pages = QStackedWidget()
        # Assemble
        self._assemble()
        self._make_actions()
        # Signals
        self.sought.textChanged.connect(self._on_find)
        self.sought.returnPressed.connect(self._on_next)
        self.search.countChanged.connect(self._on_counted)
        self.view.pageNavigator().currentPageChanged.connect(self._on_page)
        self.print_button.clicked.connect(self.print_it)
        self.open.clicked.connect(self._on_open)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.fit.clicked.connect(self._on_fit)

    def show_pages(self, pages: Any) -> None:
        """Show a paper: its pages, or its words where no office program made them."""
        self._source = pages.source
        self.setWindowTitle(f"{pages.title} – Khen Thưởng")
        self.document.close()
        self.sought.clear()
        self._pdf = pages.pdf
        with_pages = pages.pdf is not None
        if with_pages:
            self.document.load(str(pages.pdf))
            self._on_fit()
        self.text.setPlainText(pages.text)
        self._pages.setCurrentIndex(0 if with_pages else 1)
        for widget in (self.print_button, self.sought, self.smaller, self.larger, self.fit):
            widget.setEnabled(with_pages)
        self._on_page()
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def print_it(self) -> None:
        """Ask for a printer and print this paper."""
        if self.document.pageCount() and self._job is None:
            printer = messages.choose_printer(self)
            if printer is not None:
                self._print(printer)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the file, so that it may be made again."""
        self.document.close()
        super().closeEvent(event)

    def _print(self, printer: QPrinter) -> None:
        self._job = PrintJob(printer, [self._pdf] if self._pdf else [], self)
        self._job.finished.connect(self._on_printed)
        self._job.failed.connect(self._on_print_failed)
        self.print_button.setEnabled(False)
        self._job.start()

    @Slot(int)
    def _on_printed(self, pages: int) -> None:
        self._job = None
        self.print_button.setEnabled(True)
        self.found.setText(f"Đã gửi {pages} trang đến máy in")

    @Slot(str)
    def _on_print_failed(self, text: str) -> None:
        self._job = None
        self.print_button.setEnabled(True)
        self.found.setText(text)

    @Slot()
    def _on_open(self) -> None:
        if self._source is not None:
            self._desk.show_folder(self._source)

    @Slot(str)
    def _on_find(self, text: str) -> None:
        self.search.setSearchString(text)
        self._on_counted()

    @Slot()
    def _on_counted(self) -> None:
        count = self.search.rowCount(QModelIndex())
        wanted = bool(self.sought.text())
        self.found.setText((f"{count} chỗ" if count else "Không thấy") if wanted else "")

    @Slot()
    def _on_next(self) -> None:
        count = self.search.rowCount(QModelIndex())
        if count:
            place = (self.view.currentSearchResultIndex() + 1) % count
            self.view.setCurrentSearchResultIndex(place)
            link = self.search.resultAtIndex(place)
            self.view.pageNavigator().jump(link.page(), link.location())

    @Slot()
    def _on_page(self) -> None:
        count = self.document.pageCount()
        current = self.view.pageNavigator().currentPage() + 1
        self.page.setText(f"Trang {current}/{count}" if count else "")

    @Slot()
    def _on_smaller(self) -> None:
        self._zoom(1 / _STEP)

    @Slot()
    def _on_larger(self) -> None:
        self._zoom(_STEP)

    @Slot()
    def _on_fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    @Slot()
    def _to_find(self) -> None:
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()

    def _zoom(self, by: float) -> None:
        now = self.view.zoomFactor()
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            width = self.document.pagePointSize(0).width() * self.view.logicalDpiX() / 72
            now = self.view.viewport().width() / width if width else 1.0
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(_LARGEST, max(_SMALLEST, now * by)))

    def _make_actions(self) -> None:
        for keys, slot in (
            ("Ctrl+P", self.print_it),
            ("Ctrl+F", self._to_find),
            ("Ctrl++", self._on_larger),
            ("Ctrl+=", self._on_larger),
            ("Ctrl+-", self._on_smaller),
            ("Ctrl+0", self._on_fit),
            ("Esc", self.close),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)

    def _assemble(self) -> None:
        self.resize(900, 700)
        self.setObjectName("page")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setDocument(self.document)
        self.view.setSearchModel(self.search)
        self.view.setAccessibleName("Trang in")
        self.search.setDocument(self.document)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Nội dung văn bản")
        self.sought.setPlaceholderText("Tìm trong văn bản (Ctrl+F)")
        self.sought.setAccessibleName("Tìm trong văn bản")
        theme.hold(self.sought, most_width=260)
        top = QHBoxLayout()
        for widget in (self.smaller, self.larger, self.fit, self.page, self.sought, self.found):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.open)
        top.addWidget(self.print_button)
        words = QWidget()
        inside = QVBoxLayout(words)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.missing)
        inside.addWidget(self.text, 1)
        self._pages.addWidget(self.view)
        self._pages.addWidget(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)


def read_pages(ws: Any, source: Path, title: str) -> Any:
    """The paper's pages, on the worker."""
    from khenthuong.services.paperwork import preview

    return preview.pages(ws, source, title)
