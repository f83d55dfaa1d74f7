"""Giấy khen, giấy chứng nhận: print, lay sheets out, put printers right, the log of printings."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from khenthuong.ui.desk import Desk
from khenthuong.ui.models.arranging import Heading, name_order
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.paperwork import certificates_data as data
from khenthuong.ui.screens.paperwork.certificates_data import CertificatesView
from khenthuong.ui.screens.paperwork.certificates_layout import LayoutPane
from khenthuong.ui.screens.paperwork.certificates_print import PrintPane
from khenthuong.ui.screens.paperwork.certificates_printer import PrinterPane
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

HELP_PAGE = "ket_qua#giay-khen-giay-chung-nhan"
"""Where the manual tells of them."""


def _moment(iso: str) -> str:
    """«22/11/2026 09:31»."""
    return datetime.fromisoformat(iso).strftime("%d/%m/%Y %H:%M")


class CertificatesPage(QWidget):
    """A page of the screen «Văn bản»; `left` asks to go back to the papers."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.tabs = QTabWidget()
        self.printing = PrintPane(desk)
        self.layouts = LayoutPane(desk)
        self.printers = PrinterPane(desk)
        self.log = RecordsTable(
            (
                Heading("Tên", lambda one: one.name, lambda one: name_order(one.name, one.kind)),
                ("Danh hiệu, hình thức", lambda one: one.award_name),
                ("Quyết định", lambda one: one.printed.key.decision_number),
                ("Sổ vàng", lambda one: one.golden),
                ("Lần", lambda one: one.printed.copy),
                ("Lúc", lambda one: _moment(one.printed.printed_at)),
                ("Người in", lambda one: one.printed.printed_by),
                ("Máy in", lambda one: one.printed.target),
                ("Lý do in lại", lambda one: one.printed.reason),
            ),
            self,
        )
        self.log_view = RowsView(
            self.log, (3, 3, -100, -76, -44, -124, -90, 2, 3), "Nhật ký in giấy khen"
        )
        self.back = button("Trở lại văn bản", "van_ban")
        # Assemble
        self._assemble()
        # Signals
        self.back.clicked.connect(self.left)
        self.tabs.currentChanged.connect(self._on_tab)
        for pane in (self.printing, self.layouts, self.printers):
            pane.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Read rounds, layouts and the log again."""
        self._desk.run(data.read_view, done=self._on_view, key="certificates.view")

    def begin_find(self) -> None:
        """Into the list of certificates."""
        self.tabs.setCurrentWidget(self.printing)
        self.printing.view.setFocus()

    def print_shown(self) -> None:
        """Print the certificates chosen in the list (Ctrl+P)."""
        self.tabs.setCurrentWidget(self.printing)
        self.printing.print_it()

    def save(self) -> None:
        """Save what the open tab edits."""
        current = self.tabs.currentWidget()
        if current is self.printing:
            self.printing.keep_wording()
        elif current is self.layouts:
            self.layouts.save()
        elif current is self.printers:
            self.printers.save()

    def escape(self) -> None:
        """Give up what was changed in the layout or the words."""
        if self.layouts.unsaved():
            self.layouts.escape()
        self.refresh()

    def unsaved(self) -> bool:
        """Whether a layout or words were changed and not saved."""
        return self.layouts.unsaved() or self.printing.unsaved()

    @Slot()
    def _on_tab(self) -> None:
        self.printers.use_sheet(self.printing.layout_chosen)

    def _on_view(self, view: CertificatesView) -> None:
        for pane in (self.printing, self.layouts, self.printers):
            pane.show_view(view)
        self.log.show(view.log)
        self.tabs.setTabText(3, f"Nhật ký in ({len(view.log)})" if view.log else "Nhật ký in")
        if view.problems:
            self._desk.say("\n".join(view.problems), "warn")

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("Giấy khen, giấy chứng nhận", "title"), 1)
        head.addWidget(self.back)
        EmptyNote(self.log_view, "Chưa in giấy nào. In ở thẻ «In» thì mỗi lần in hiện một dòng.")
        self.tabs.addTab(self.printing, "In")
        self.tabs.addTab(self.layouts, "Bố cục phôi")
        self.tabs.addTab(self.printers, "Máy in")
        self.tabs.addTab(self.log_view, "Nhật ký in")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
