"""Rows of a workbook that differ from the books, each to be taken or kept by a tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from khenthuong.domain.batch import Place
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.intake.import_data import ChangeLine

Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.ItemDataRole.CheckStateRole


class ChangesTable(RecordsTable):
    """A line per differing field; lines of one row are ticked together. `ticked` after a change."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((("Lấy", _nothing), *ChangeLine.HEADERS), parent)
        self._kept: set[Place] = set()

    def show(self, records: Sequence[Any]) -> None:
        """Replace all lines; every row is taken at first."""
        self._kept = set()
        super().show(records)

    @property
    def places(self) -> frozenset[Place]:
        """The rows shown."""
        return frozenset(line.place for line in self._records)

    @property
    def kept(self) -> frozenset[Place]:
        """The rows whose values in the books stay."""
        return frozenset(self._kept)

    def keep_all(self, keep: bool) -> None:
        """Keep what the books say of every row, or take every row."""
        self._kept = set(self.places) if keep else set()
        self._tell()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        flags = super().flags(index)
        if index.isValid() and index.column() == 0:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, and the tick of the row."""
        if index.isValid() and index.column() == 0 and role == _TICK:
            kept = self._shown[index.row()].place in self._kept
            return Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column() == 0:
            return "Giữ" if self._shown[index.row()].place in self._kept else "Lấy"
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row: all its lines follow."""
        if not index.isValid() or index.column() != 0 or role != _TICK:
            return False
        place = self._shown[index.row()].place
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._kept.discard(place)
        else:
            self._kept.add(place)
        self._tell()
        return True

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        self.ticked.emit()


def _nothing(_: ChangeLine) -> str:
    return ""
