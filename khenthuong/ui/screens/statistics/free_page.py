"""Bảng tự chọn: awards won, by any two things the books know of them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.statistics import Dimension, Table
from khenthuong.domain.statistics_free import CHOICES, FreeQuery
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.statistics import statistics_data as data
from khenthuong.ui.screens.statistics.table_pane import TablePane
from khenthuong.ui.widgets.buttons import toggle
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

_YEARS_SHOWN = 3


class FreePage(QWidget):
    """Choose rows, columns, a filter and years; the table follows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows, self.columns = QuietCombo(), QuietCombo()
        self.filter, self.value = QuietCombo(), QuietCombo()
        self.first, self.last = QuietCombo(), QuietCombo()
        self.shares = toggle("Tỷ lệ qua các năm")
        self.problem = label("", "problem", wrap=True)
        self.pane = TablePane(desk, "Bảng tự chọn")
        # Assemble
        self._assemble()
        # Signals
        for one in (self.rows, self.columns, self.value, self.first, self.last):
            one.currentIndexChanged.connect(self.read)
        self.filter.currentIndexChanged.connect(self._on_filter)
        self.shares.toggled.connect(self.read)

    def show_start(self, start: data.Start) -> None:
        """Offer the years; those shown stay."""
        fresh = self.first.count() == 0
        years = [(str(year), year) for year in start.years]
        self.first.fill(years)
        self.last.fill(years)
        if fresh:
            self.first.choose(start.years[max(0, len(start.years) - _YEARS_SHOWN)])
            self.last.choose(start.years[-1])
        self.read()

    @Slot()
    def read(self) -> None:
        """Compute the table again."""
        first, last = self.first.currentData(), self.last.currentData()
        if first is None or last is None:
            return
        self.problem.setVisible(last < first)
        plain = not self.shares.isChecked()
        for one in (self.rows, self.columns, self.filter):
            one.setEnabled(plain)
        self.value.setEnabled(plain and self.value.count() > 0)
        if last < first:
            return
        if plain:
            self._desk.run(
                data.read_free, self._query(), done=self._on_table, key="statistics.free"
            )
        else:
            self._desk.run(
                data.read_shares, first, last, done=self._on_table, key="statistics.free"
            )

    def _query(self) -> FreeQuery:
        dimension, value = _chosen(self.filter), self.value.currentData()
        filters = ((dimension, value),) if dimension is not None and value is not None else ()
        return FreeQuery(
            _chosen(self.rows) or Dimension.AWARD,
            _chosen(self.columns) or Dimension.YEAR,
            self.first.currentData(),
            self.last.currentData(),
            filters,
        )

    def _on_table(self, table: Table) -> None:
        self.pane.show_table(table)

    @Slot()
    def _on_filter(self) -> None:
        dimension = _chosen(self.filter)
        if dimension is None:
            self.value.fill([])
            self.read()
        else:
            self._desk.run(
                data.read_values, dimension, done=self._on_values, key="statistics.values"
            )

    def _on_values(self, values: tuple[tuple[str, str], ...]) -> None:
        self.value.fill([(words, value) for value, words in values])
        self.read()

    def _assemble(self) -> None:
        words = [(texts.label(one), one) for one in CHOICES]
        self.rows.fill(words)
        self.columns.fill(words)
        self.rows.choose(Dimension.AWARD)
        self.columns.choose(Dimension.YEAR)
        self.filter.fill([("Không lọc", None), *words])
        self.value.setMinimumContentsLength(10)
        for one in (self.first, self.last):
            one.setMinimumContentsLength(4)
        self.problem.setText("Năm cuối đứng trước năm đầu.")
        self.problem.hide()
        bar = QHBoxLayout()
        fields = (
            ("&Dòng", self.rows),
            ("&Cột", self.columns),
            ("&Lọc", self.filter),
            ("là", self.value),
            ("&Từ năm", self.first),
            ("đế&n", self.last),
        )
        for name, widget in fields:
            made = label(name)
            made.setBuddy(widget)
            widget.setAccessibleName(name.replace("&", ""))
            bar.addWidget(made)
            bar.addWidget(widget, 0 if widget in (self.first, self.last) else 1)
        self.pane.output.box.insertWidget(0, self.shares)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.problem)
        layout.addWidget(self.pane, 1)


def _chosen(combo: QuietCombo) -> Dimension | None:
    """What a combo box says; Qt gives the word back, not the member it was given."""
    value = combo.currentData()
    return Dimension(value) if value else None
