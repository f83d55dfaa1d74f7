"""A small table over frozen records: one row a record, columns by attribute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from khenthuong import texts
from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year
from khenthuong.ui.widgets.dates import show_date

Index = QModelIndex | QPersistentModelIndex


def cell(value: object) -> str:
    """A value as a table cell shows it: years without dots, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return show_date(value)
    return str(value) if isinstance(value, Year) else texts.show(value)


class RecordsTable(QAbstractTableModel):
    """Read-only rows; `headers` are (title, how to show a record there)."""

    def __init__(
        self, headers: Sequence[tuple[str, Callable[[Any], object]]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._records: tuple[Any, ...] = ()

    def show(self, records: Sequence[Any]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def record(self, row: int) -> Any:
        """The record of a row; None outside."""
        return self._records[row] if 0 <= row < len(self._records) else None

    @property
    def records(self) -> tuple[Any, ...]:
        """All records in order."""
        return self._records

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per record."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per header."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell's text, also as a tip where it may be cut."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell(self._value(index))
        if role == Qt.ItemDataRole.TextAlignmentRole and _is_number(self._value(index)):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _value(self, index: Index) -> object:
        return self._headers[index.column()][1](self._records[index.row()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles across, numbers down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return self._headers[section][0] if across else section + 1


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
