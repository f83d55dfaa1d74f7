"""A table with what its chosen cell counted, and with what it cannot say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.rules import cures
from khenthuong.domain.statistics import Figure, Line, Source, Table
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.statistics import statistics_data as data
from khenthuong.ui.screens.statistics.headed_grid import HeadedGrid
from khenthuong.ui.screens.statistics.output_bar import OutputBar
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_NOTHING = "Ô này trống: không có dòng nào trong sổ."
_CHOOSE = "Chọn một ô có số liệu: các dòng được đếm hiện ở đây."


class TablePane(QWidget):
    """Title, grid, and below it the lines of a cell and the notes. `opened_entry` is an entry."""

    opened_entry = Signal(str)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = label("", "subheading", wrap=True)
        self.under = label("", "soft", wrap=True)
        self.output = OutputBar(desk)
        self.grid = HeadedGrid(name)
        self.lines = RecordsTable(
            (
                ("Đối tượng, nội dung", _name),
                ("Đơn vị", _unit),
                ("Danh hiệu, hình thức", _what),
                ("Số quyết định, đợt", _number),
                ("Ngày", data.shown_day),
                ("Số tiền (đồng)", _amount),
            ),
            self,
        )
        self.lines_view = RowsView(self.lines, (5, 4, 5, 4, -100, 3), "Các dòng được đếm trong ô")
        self.note = EmptyNote(self.lines_view, _CHOOSE)
        self.notes = RecordsTable((("Ghi chú của biểu", str),), self)
        self.notes_view = RowsView(self.notes, (1,), "Ghi chú của biểu")
        self.tabs = QTabWidget()
        self.go = button("Mở đối tượng", "toi", tip="Enter")
        # Assemble
        self._assemble()
        # Signals
        self.grid.chosen.connect(self._on_cell)
        self.grid.opened.connect(self._on_opened)
        self.notes_view.selectionModel().currentRowChanged.connect(self._on_note)
        self.lines_view.activated.connect(self._on_go)
        self.go.clicked.connect(self._on_go)

    @property
    def table(self) -> Table | None:
        """The table shown."""
        return self.grid.table

    def show_table(self, table: Table) -> None:
        """Show a table."""
        self.heading.setText(", ".join(part for part in (table.label, table.title) if part))
        self.under.setText("; ".join(part for part in (table.subtitle, table.unit) if part))
        self.output.show_table(table)
        self.notes.show(data.notes_of(table))
        self.tabs.setTabText(1, f"Ghi chú ({len(table.notes)})")
        self.grid.show_table(table)

    @Slot(object, str)
    def _on_cell(self, figure: Figure | None, name: str) -> None:
        lines = figure.lines if figure is not None else ()
        self._show_lines(lines, name)
        self.note.tell(_NOTHING if figure is not None else _CHOOSE)

    def _show_lines(self, lines: tuple[Line, ...], name: str) -> None:
        self.lines.show(lines)
        self.lines_view.select(0)
        self.go.setEnabled(bool(lines))
        shown = f"{name}: {len(lines)} dòng" if lines else "Các dòng được đếm"
        self.tabs.setTabText(0, shown if len(shown) <= 60 else f"{shown[:58]}…")

    @Slot()
    def _on_opened(self) -> None:
        if self.lines.records:
            self.tabs.setCurrentIndex(0)
            self.lines_view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_note(self) -> None:
        """Show the lines that a note is about."""
        table, place = self.table, self.notes_view.row()
        if table is not None and 0 <= place < len(table.notes) and table.notes[place].lines:
            self._show_lines(table.notes[place].lines, "Ghi chú")

    @Slot()
    def _on_go(self) -> None:
        line: Line | None = self.lines.record(self.lines_view.row())
        if line is None:
            return
        if line.source is Source.MONEY:
            self.opened_entry.emit(line.key[0])
        elif line.source is Source.MOVEMENT:
            self._desk.wanted.emit(cures.movement(line.key[0]), "")
        elif line.source is Source.WON:
            self._desk.wanted.emit(cures.past_award(line.recipient, line.year), line.recipient)
        else:
            self._desk.wanted.emit(f"dot:{line.key[0]}:", line.recipient)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.under)
        top.addLayout(words, 1)
        top.addWidget(self.output, 0, Qt.AlignmentFlag.AlignTop)
        self.notes_view.wrap_rows()
        self.tabs.addTab(self.lines_view, "Các dòng được đếm")
        self.tabs.addTab(self.notes_view, "Ghi chú")
        self.tabs.setCornerWidget(self.go)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.grid)
        split.addWidget(self.tabs)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([390, 170])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(split, 1)


def _name(line: Line) -> str:
    return line.name


def _unit(line: Line) -> str:
    return line.unit_name


def _what(line: Line) -> str:
    return line.what


def _number(line: Line) -> str:
    return line.number


def _amount(line: Line) -> int | None:
    return line.amount or None
