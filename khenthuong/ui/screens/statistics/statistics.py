"""Báo cáo, thống kê: statutory tables, free tables and the fund in one screen."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from khenthuong.services.drafts import Draft
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.screens.statistics import statistics_data as data
from khenthuong.ui.screens.statistics.free_page import FreePage
from khenthuong.ui.screens.statistics.fund_page import FundPage
from khenthuong.ui.screens.statistics.output_bar import OutputBar
from khenthuong.ui.screens.statistics.plots_page import PlotsPage
from khenthuong.ui.screens.statistics.statutory_page import StatutoryPage
from khenthuong.ui.widgets.labels import label


class StatisticsScreen(Screen):
    """Figures of the books, and where each of them comes from."""

    title = "Báo cáo, thống kê"
    icon = "thong_ke"
    help_page = "bao_cao"
    draft_key = "thong_ke"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.statutory = StatutoryPage(desk)
        self.free = FreePage(desk)
        self.fund = FundPage(desk)
        self.plots = PlotsPage(desk)
        self.tabs = QTabWidget()
        # Assemble
        self.tabs.addTab(self.statutory, "Biểu thống kê")
        self.tabs.addTab(self.free, "Bảng tự chọn")
        self.tabs.addTab(self.plots, "Biểu đồ")
        self.tabs.addTab(self.fund, "Quỹ thi đua, khen thưởng")
        self.box.addWidget(label(self.title, "title"))
        self.box.addWidget(self.tabs, 1)
        # Signals
        self.tabs.currentChanged.connect(self.refresh)
        for pane in (self.statutory.pane, self.free.pane):
            pane.opened_entry.connect(self._on_entry)

    @Slot()
    def refresh(self) -> None:
        """Read again; nothing is read over an entry being typed."""
        if not self.unsaved():
            self.desk.run(data.read_start, done=self._on_start, key="statistics.start")

    def _on_start(self, start: data.Start) -> None:
        page = self.tabs.currentWidget()
        if isinstance(page, StatutoryPage | FreePage | FundPage):
            page.show_start(start)
        elif page is self.plots:
            self.plots.refresh()

    def begin_find(self) -> None:
        """Into the choice of the page in front."""
        page = self.tabs.currentWidget()
        if page is self.statutory:
            self.statutory.choice.setFocus()
        elif page is self.free:
            self.free.rows.setFocus()
        elif page is self.plots:
            self.plots.choice.setFocus()
        else:
            self.fund.year.setFocus()

    def arrive(self) -> None:
        """Into the table, so that arrows walk through it."""
        if self.tabs.currentWidget() is self.fund:
            self.fund.pane.view.setFocus()
        elif self.tabs.currentWidget() is self.plots:
            self.plots.pane.view.setFocus()
        else:
            self._grid_page().pane.grid.setFocus()

    def new(self) -> None:
        """A new entry of the fund."""
        self.tabs.setCurrentWidget(self.fund)
        if not self.fund.pane.editing:
            self.fund.pane.begin_new()

    def save(self) -> None:
        """Save the entry being typed; otherwise write the table as a Word file."""
        if self.tabs.currentWidget() is self.fund:
            if self.fund.pane.editing:
                self.fund.pane.save()
        elif self.tabs.currentWidget() is self.plots:
            self.plots.pane.write_word()
        else:
            self._output().write_word()

    def print_shown(self) -> None:
        """Show the table as pages."""
        if self.tabs.currentWidget() is self.plots:
            self.plots.pane.show_pages()
        else:
            self._output().show_pages()

    def escape(self) -> None:
        """Put the entry being typed away."""
        self.fund.pane.stop()

    def unsaved(self) -> bool:
        """Whether an entry is being typed."""
        return self.fund.pane.editing

    def draft(self) -> Draft | None:
        """The entry of the fund that is being typed."""
        values = self.fund.pane.typed()
        if values is None:
            return None
        year = str(self.fund.year.currentData())
        about = f"Báo cáo, thống kê, quỹ năm {year}"
        return Draft(self.draft_key, "", about, {"year": year}, values)

    def restore(self, draft: Draft) -> None:
        """Open the fund of that year, then the entry."""
        self.fund.expect(int(draft.at["year"]), draft.values)
        if self.tabs.currentWidget() is self.fund:
            self.refresh()
        else:
            self.tabs.setCurrentWidget(self.fund)

    def _grid_page(self) -> StatutoryPage | FreePage:
        return self.free if self.tabs.currentWidget() is self.free else self.statutory

    def _output(self) -> OutputBar:
        if self.tabs.currentWidget() is self.fund:
            return self.fund.output
        return self._grid_page().pane.output

    @Slot(str)
    def _on_entry(self, code: str) -> None:
        self.tabs.setCurrentWidget(self.fund)
        self.fund.go_to(code)
