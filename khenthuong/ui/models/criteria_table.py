"""Criteria under their awards: label, what is asked, citation, and how it was checked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from khenthuong.ui import theme
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.screens.rulebook.rulebook_data import how_checked, mark

Index = QModelIndex | QPersistentModelIndex
CHECKED = 3
_INDENT = "      "


def _label(line: Any) -> str:
    return f"{_INDENT * line.depth}{line.criterion.label}"


def _asks(line: Any) -> str:
    return line.asks


def _cite(line: Any) -> str:
    return line.cite


class CriteriaTable(GroupedTable):
    """How a criterion was checked stands in words, with a shape and a colour."""

    def __init__(self, parent: QObject | None = None) -> None:
        headers = (
            ("Tiêu chuẩn", _label),
            ("Cách xét", _asks),
            ("Căn cứ", _cite),
            ("Đối chiếu", how_checked),
        )
        super().__init__(headers, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Shape and colour in the last column; criteria not in force are grey."""
        line = self.record(index.row()) if index.isValid() else None
        if line is None:
            return super().data(index, role)
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == CHECKED:
                return theme.colour(mark(line)[1])
            return None if line.holds else theme.colour("soft")
        if role == Qt.ItemDataRole.DecorationRole and index.column() == CHECKED:
            return theme.icon(*mark(line))
        return super().data(index, role)

    def find(self, award: str, criterion: str) -> int:
        """The row of a criterion; -1 when it is not shown."""
        for row, line in enumerate(self.shown):
            if not isinstance(line, str) and (line.award, line.criterion.id) == (award, criterion):
                return row
        return -1
