"""Records under headings: a heading is a row of its own that cannot be selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from khenthuong.ui import theme
from khenthuong.ui.models.records_table import RecordsTable

Index = QModelIndex | QPersistentModelIndex


class GroupedTable(RecordsTable):
    """A `RecordsTable` whose records may be headings (str) too."""

    def show_groups(self, groups: Sequence[tuple[str, Sequence[Any]]]) -> None:
        """Replace everything; a group without records is left out."""
        self.show([row for title, rows in groups if rows for row in (title, *rows)])

    @property
    def groups(self) -> list[int]:
        """The numbers of the heading rows."""
        return [number for number, row in enumerate(self._records) if isinstance(row, str)]

    def record(self, row: int) -> Any:
        """The record of a row; None for a heading and outside."""
        found = super().record(row)
        return None if isinstance(found, str) else found

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be selected; the keyboard passes over it."""
        if index.isValid() and isinstance(self._records[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A heading stands in the first cell, bold on its own ground."""
        if not index.isValid():
            return None
        row = self._records[index.row()]
        if isinstance(row, str):
            return heading_data(row, index.column(), role)
        return super().data(index, role)


def heading_data(title: str, column: int, role: int) -> object:
    """How a heading row looks in every table that has such rows."""
    if role == Qt.ItemDataRole.DisplayRole:
        return title if column == 0 else ""
    if role == Qt.ItemDataRole.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    if role == Qt.ItemDataRole.BackgroundRole:
        return theme.colour("head")
    if role == Qt.ItemDataRole.ForegroundRole:
        return theme.colour("ink")
    return None
