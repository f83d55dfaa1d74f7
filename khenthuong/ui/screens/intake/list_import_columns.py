"""What each column of a list is: the program's proposal, corrected here, with its first values."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.mapping import SURE, ListField
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.intake.list_import_data import ColumnLine
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import RowsView

_SHOWN = 8


def _meant(line: ColumnLine) -> str:
    return word(line.meant)


class ColumnsPane(QWidget):
    """The columns of the file on the left, the chosen one on the right.

    `chosen` (column, field) when the clerk says what a column is, `lettered` (column, letters)
    when in which letters it is written.
    """

    chosen = Signal(int, object)
    lettered = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Any = None
        self._reading: dict[int, Any] = {}
        self.table = RecordsTable(
            (
                ("Cột trong tệp", attrgetter("header")),
                ("Ví dụ", attrgetter("example")),
                ("Là gì", _meant),
                ("Chắc chắn", attrgetter("certainty")),
            ),
            self,
        )
        self.view = RowsView(self.table, (4, 4, 5, 6), "Cột của danh sách")
        self.title = label("", "heading", wrap=True)
        self.meant = QuietCombo()
        self.letters = QuietCombo()
        self.values = RecordsTable((("Trong tệp", _first), ("Đọc là", _second)), self)
        self.values_view = RowsView(self.values, (1, 1), "Các giá trị đầu của cột")
        # Assemble
        self._assemble()
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_activated)
        self.meant.activated.connect(self._on_meant)
        self.letters.activated.connect(self._on_letters)

    def show_source(
        self, source: Any, lines: Sequence[ColumnLine], reading: dict[int, Any]
    ) -> None:
        """Show a list's columns; the chosen row stays. `reading`: by column, its letters."""
        row = max(0, self.view.row()) if source is self._source else _first_to_see(lines)
        self._source, self._reading = source, reading
        self.table.show(lines)
        self.view.select(min(row, len(lines) - 1))
        self._show(min(row, len(lines) - 1))

    def _show(self, row: int) -> None:
        line: ColumnLine | None = self.table.record(row)
        if line is None or self._source is None:
            return
        from khenthuong.services.intake.list_import import Letters

        self.title.setText(f"Cột «{line.header}»")
        self.meant.setCurrentIndex(self.meant.findData(line.meant.value))
        letters = self._reading.get(line.number, Letters.UNICODE)
        self.letters.clear()
        for one in Letters:
            self.letters.addItem(word(one), one.value)
        self.letters.setCurrentIndex(self.letters.findData(letters.value))
        raw = self._source.preview(line.number, _SHOWN, Letters.UNICODE)
        read = self._source.preview(line.number, _SHOWN, letters)
        self.values.show(list(zip(raw, read, strict=True)))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _: QModelIndex) -> None:
        self._show(current.row())

    @Slot(QModelIndex)
    def _on_activated(self, _: QModelIndex) -> None:
        self.meant.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_meant(self, index: int) -> None:
        line: ColumnLine | None = self.table.record(self.view.row())
        if line is not None:
            self.chosen.emit(line.number, ListField(self.meant.itemData(index)))

    @Slot(int)
    def _on_letters(self, index: int) -> None:
        line: ColumnLine | None = self.table.record(self.view.row())
        if line is not None:
            self.lettered.emit(line.number, self.letters.itemData(index))

    def _assemble(self) -> None:
        for one in ListField:
            self.meant.addItem(word(one), one.value)
        self.meant.setAccessibleName("Cột này là gì")
        self.letters.setAccessibleName("Bảng mã của cột")
        form = QFormLayout()
        form.addRow("Là gì", self.meant)
        form.addRow("Bảng mã", self.letters)
        side = QWidget()
        theme.hold(side, fixed_width=420)
        right = QVBoxLayout(side)
        right.setContentsMargins(8, 0, 0, 0)
        right.addWidget(self.title)
        right.addLayout(form)
        right.addWidget(self.values_view, 1)
        layout = QHBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addWidget(side)


def _first_to_see(lines: Sequence[ColumnLine]) -> int:
    """The first column that a person should look at: not sure, or in old letters."""
    for row, line in enumerate(lines):
        unsure = line.guess.confidence < SURE and line.example
        if unsure or line.letters:
            return row
    return 0


def _first(pair: tuple[str, str]) -> str:
    return pair[0]


def _second(pair: tuple[str, str]) -> str:
    return pair[1]
