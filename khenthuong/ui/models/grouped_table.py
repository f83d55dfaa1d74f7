"""Records under headings: a heading is a row of its own that cannot be selected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from khenthuong.ui import theme
from khenthuong.ui.models.arranging import Arrangement, arranged
from khenthuong.ui.models.list_table import Reader
from khenthuong.ui.models.records_table import RecordsTable

Index = QModelIndex | QPersistentModelIndex


class GroupedTable(RecordsTable):
    """A `RecordsTable` whose records may be headings (str) too.

    Records are sorted under their heading; a heading goes when a filter leaves none of them.
    """

    def show_groups(self, groups: Sequence[tuple[str, Sequence[Any]]]) -> None:
        """Replace everything; a group without records is left out."""
        self.show([row for title, rows in groups if rows for row in (title, *rows)])

    @property
    def groups(self) -> list[int]:
        """The numbers of the heading rows."""
        return [number for number, row in enumerate(self._shown) if isinstance(row, str)]

    def record(self, row: int) -> Any:
        """The record of a row; None for a heading and outside."""
        found = super().record(row)
        return None if isinstance(found, str) else found

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be selected; the keyboard passes over it."""
        if index.isValid() and isinstance(self._shown[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A heading stands in the first cell, bold on its own ground."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if isinstance(row, str):
            return heading_data(row, index.column(), role)
        return super().data(index, role)

    def reader(self, rows: Sequence[int] | None = None) -> Reader:
        """Headings are left out."""
        wanted = range(len(self._shown)) if rows is None else rows
        return super().reader([row for row in wanted if not isinstance(self._shown[row], str)])

    def arranged_rows(self, records: tuple[Any, ...], how: Arrangement) -> tuple[Any, ...]:
        """Each group for itself."""
        found: list[Any] = []
        for title, rows in _groups(records):
            kept = arranged(rows, self._headers, how)
            found += [title, *kept] if title and kept else kept
        return tuple(found)


def _groups(records: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    groups: list[tuple[str, list[Any]]] = [("", [])]
    for record in records:
        if isinstance(record, str):
            groups.append((record, []))
        else:
            groups[-1][1].append(record)
    return groups


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
