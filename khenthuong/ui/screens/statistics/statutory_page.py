"""Biểu thống kê: the statutory tables of a year or of a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.statistics import Span, Table
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.statistics import statistics_data as data
from khenthuong.ui.screens.statistics.table_pane import TablePane
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.labels import Elided, label
from khenthuong.ui.widgets.quiet import QuietCombo

if TYPE_CHECKING:
    from khenthuong.services.statistics.tables import Offered


class StatutoryPage(QWidget):
    """Choose a table and a period; the table follows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._offered: tuple[Offered, ...] = ()
        self.choice, self.year = QuietCombo(), QuietCombo()
        self.first, self.last = DateEdit(), DateEdit()
        self.mark = Elided()
        self.mark.setObjectName("soft")
        self.problem = label("", "problem", wrap=True)
        self.whole = button("Xuất cả năm…", "thu_muc", tip="Ghi mọi biểu của năm vào một thư mục")
        self.pane = TablePane(desk, "Biểu thống kê")
        # Assemble
        self._assemble()
        # Signals
        self.choice.currentIndexChanged.connect(self.read)
        self.year.currentIndexChanged.connect(self._on_year)
        for one in (self.first, self.last):
            one.edited.connect(self.read)
        self.whole.clicked.connect(self._on_whole)

    def show_start(self, start: data.Start) -> None:
        """Offer the years and tables; the year shown stays."""
        self._offered = start.tables
        self.choice.fill([(f"{one.label} – {_short(one.title)}", one.id) for one in start.tables])
        fresh = self.year.count() == 0
        self.year.fill([(str(year), year) for year in reversed(start.years)])
        if fresh:
            self.year.choose(_last_full(start.years, start.this_year))
            self._set_days()
        self.read()

    def go_to(self, table: str) -> None:
        """Show a table."""
        self.choice.choose(table)
        self.read()

    @Slot()
    def read(self) -> None:
        """Compute the table again."""
        span = self._span()
        table = self.choice.currentData()
        self.problem.setVisible(span is None)
        if span is not None and table is not None:
            self._desk.run(
                data.read_table, table, span, done=self._on_table, key="statistics.table"
            )

    def _span(self) -> Span | None:
        first, last = _day(self.first), _day(self.last)
        if first is None or last is None:
            self.problem.setText("Hãy ghi đủ ngày đầu và ngày cuối kỳ, như 01/01/2025.")
            return None
        if last < first:
            self.problem.setText("Ngày cuối kỳ đứng trước ngày đầu kỳ.")
            return None
        return Span(first, last)

    def _on_table(self, table: Table) -> None:
        self.mark.setText(f"Bố cục: {texts.label(table.definition.checked).lower()}")
        self.pane.show_table(table)

    @Slot()
    def _on_year(self) -> None:
        self._set_days()
        self.read()

    def _set_days(self) -> None:
        year = self.year.currentData()
        if year is not None:
            self.first.set_iso(date(year, 1, 1).isoformat())
            self.last.set_iso(date(year, 12, 31).isoformat())

    @Slot()
    def _on_whole(self) -> None:
        year = self.year.currentData()
        folder = messages.choose_folder(self, f"Thư mục ghi các biểu năm {year}")
        if folder is not None:

            def told(count: int) -> None:
                self._desk.say(f"Đã ghi {count} tệp vào {folder}.")

            self._desk.run(data.write_report, year, folder, done=told)

    def _assemble(self) -> None:
        self.choice.setMinimumContentsLength(24)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.year.setMinimumContentsLength(4)
        bar = QHBoxLayout()
        for words, widget in self._fields():
            bar.addWidget(_buddy(words, widget))
            bar.addWidget(widget)
        bar.addSpacing(8)
        bar.addWidget(self.mark)
        self.pane.output.box.insertWidget(0, self.whole)
        for one in (self.first, self.last):
            theme.hold(one, fixed_width=132)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.problem)
        layout.addWidget(self.pane, 1)
        self.problem.hide()

    def _fields(self) -> Sequence[tuple[str, QWidget]]:
        return (
            ("&Biểu", self.choice),
            ("&Năm", self.year),
            ("Từ n&gày", self.first),
            ("đ&ến ngày", self.last),
        )


def _buddy(words: str, widget: QWidget) -> QWidget:
    made = label(words)
    made.setBuddy(widget)
    widget.setAccessibleName(words.replace("&", ""))
    return made


def _day(edit: DateEdit) -> date | None:
    """The day typed; None where it is none, or none yet."""
    try:
        return date.fromisoformat(edit.iso())
    except ValueError:
        return None


def _short(title: str) -> str:
    """The title as words in a list, not in capitals."""
    return title[:1] + title[1:].lower()


def _last_full(years: Sequence[int], this_year: int) -> int:
    """The year before this one, where the books have it; else the last one of the books."""
    return this_year - 1 if this_year - 1 in years else years[-1]
