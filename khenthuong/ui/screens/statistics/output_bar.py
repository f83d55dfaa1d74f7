"""What can be done with a table that is shown: copied, looked at as pages, written to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from khenthuong.domain.statistics import Table
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.statistics import statistics_data as data
from khenthuong.ui.widgets.buttons import button

_WORD, _EXCEL = "Văn bản Word (*.docx)", "Sổ Excel (*.xlsx)"


class OutputBar(QWidget):
    """Buttons for the table handed to `show_table`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table: Table | None = None
        self.copy = button("Chép bảng", "so_mau", tip="Chép cả bảng để dán vào Excel")
        self.pages = button("Xem trang", "xem", tip="Ctrl+P")
        self.excel = button("Excel", "luu", tip="Ghi ra tệp Excel")
        self.word = button("Word", "van_ban", primary=True, tip="Ghi ra tệp Word (Ctrl+S)")
        # Assemble
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.box = layout
        for one in (self.copy, self.pages, self.excel, self.word):
            layout.addWidget(one)
        self._enable()
        # Signals
        self.copy.clicked.connect(self.copy_table)
        self.pages.clicked.connect(self.show_pages)
        self.excel.clicked.connect(self.write_excel)
        self.word.clicked.connect(self.write_word)

    def show_table(self, table: Table | None) -> None:
        """Work with this table from now on; None for nothing to work with."""
        self._table = table
        self._enable()

    @Slot()
    def copy_table(self) -> None:
        """Put the table on the clipboard."""
        if self._table is not None:
            QGuiApplication.clipboard().setText(data.as_text(self._table))
            self._desk.say("Đã chép bảng; dán được vào Excel.", "info")

    @Slot()
    def show_pages(self) -> None:
        """Show the Word file as pages."""
        if self._table is not None:
            self._desk.run(data.write_pages, self._table, done=self._on_pages)

    @Slot()
    def write_word(self) -> None:
        """Write the Word file where the clerk wants it."""
        path = self._ask("docx", "Ghi ra Word", _WORD)
        if path is not None:
            self._desk.run(data.write_word, self._table, path, done=self._on_written)

    @Slot()
    def write_excel(self) -> None:
        """Write the workbook where the clerk wants it."""
        path = self._ask("xlsx", "Ghi ra Excel", _EXCEL)
        if path is not None:
            self._desk.run(data.write_excel, (self._table,), path, done=self._on_written)

    def _ask(self, kind: str, title: str, kinds: str) -> Path | None:
        if self._table is None:
            return None
        proposed = messages.documents(self._desk.root) / data.file_name(self._table, kind)
        path = messages.save_file(self, title, proposed, kinds)
        return path.with_suffix(f".{kind}") if path is not None else None

    def _on_written(self, path: Path) -> None:
        self._desk.say(f"Đã ghi «{path.name}» vào {path.parent}.")

    def _on_pages(self, path: Path) -> None:
        assert self._table is not None
        self._desk.preview(
            path, f"{self._table.label or self._table.title}, {self._table.subtitle}"
        )

    def _enable(self) -> None:
        for one in (self.copy, self.pages, self.excel, self.word):
            one.setEnabled(self._table is not None)
