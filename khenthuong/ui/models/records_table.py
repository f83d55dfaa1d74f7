"""A small table over frozen records: one row a record, columns by attribute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from khenthuong.ui.models.arranging import Arrangement, Column, arranged, heading, is_number
from khenthuong.ui.models.arranging import show as cell
from khenthuong.ui.models.list_table import Done, ListTable, Reader

Index = QModelIndex | QPersistentModelIndex
_AT_ONCE = 1500
"""So many rows are arranged without anybody noticing."""


class RecordsTable(ListTable):
    """Read-only rows; `headers` are (title, what to show of a record) or a `Heading`."""

    def __init__(self, headers: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(heading(header) for header in headers)
        self._records: tuple[Any, ...] = ()
        self._shown: tuple[Any, ...] = ()

    def show(self, records: Sequence[Any]) -> None:
        """Replace all rows; order and filters stay."""
        self._records = tuple(records)
        self._take(self.arranged_rows(self._records, self._arrangement))

    def rearrange(self, done: Done) -> None:
        """Sort and filter; the rows of a long list come when the worker has done so."""
        records, how = self._records, self._arrangement

        def take(rows: tuple[Any, ...]) -> None:
            if records is self._records and how == self._arrangement:
                self._take(rows)
                done()

        def work(_: Any) -> tuple[Any, ...]:
            return self.arranged_rows(records, how)

        if self._worker is None or len(records) <= _AT_ONCE:
            take(work(None))
        else:
            self._worker.run(work, done=take)

    def arranged_rows(self, records: tuple[Any, ...], how: Arrangement) -> tuple[Any, ...]:
        """The rows in an arrangement; touches nothing of the table's own."""
        return tuple(arranged(records, self._headers, how))

    def _take(self, rows: tuple[Any, ...]) -> None:
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()

    def record(self, row: int) -> Any:
        """The record of a row as it is shown; None outside."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @property
    def records(self) -> tuple[Any, ...]:
        """All records as they were given, shown just now or not."""
        return self._records

    @property
    def shown(self) -> tuple[Any, ...]:
        """The records shown, row by row."""
        return self._shown

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of all columns."""
        return tuple(head.title for head in self._headers)

    def identity(self, row: int) -> object:
        """The record itself."""
        return self.record(row)

    def position(self, identity: object) -> int:
        """The row of a record."""
        return next((row for row, one in enumerate(self._shown) if one is identity), -1)

    def reader(self, rows: Sequence[int] | None = None) -> Reader:
        """Reads the records of now, also when the table shows others by then."""
        records = self._shown if rows is None else tuple(self._shown[row] for row in rows)
        headers = self._headers

        def read(_: Any) -> Iterator[Sequence[object]]:
            return ([head.value(one) for head in headers] for one in records)

        return read

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per record."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per header."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell's text, also as a tip where it may be cut."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell(self._value(index))
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number(self._value(index)):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles across, numbers down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return self._headers[section].title if across else section + 1

    def _value(self, index: Index) -> object:
        return self._headers[index.column()].value(self._shown[index.row()])
