"""Who qualifies: one row a recipient and award, with a tick that survives filtering."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from khenthuong.ui.models.arranging import Heading, name_order
from khenthuong.ui.models.records_table import RecordsTable

if TYPE_CHECKING:
    from khenthuong.services.appraisal.suggesting import Suggestion

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str]
NAME, UNIT, AWARD, REASON = range(4)
_HEADERS = ("Tên", "Tập thể", "Danh hiệu, hình thức", "Vì sao")


def short_award(name: str) -> str:
    """The award's name as lists abbreviate it."""
    return name.replace("Ủy ban nhân dân", "UBND").replace("Chủ tịch UBND", "CT UBND")


def _by_name(row: Suggestion) -> bytes:
    return name_order(row.name, row.kind)


class SuggestionsTable(RecordsTable):
    """Rows to tick. `ticked` (how many) is emitted whenever ticks change."""

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        shown = (
            lambda row: row.name,
            lambda row: row.unit_name,
            lambda row: short_award(row.award_name),
            lambda row: row.reason,
        )
        by = (_by_name, None, None, None)
        super().__init__(list(map(Heading, _HEADERS, shown, by)), parent)
        self._ticks: dict[Key, Suggestion] = {}

    @property
    def chosen(self) -> tuple[Suggestion, ...]:
        """What is ticked, in the order of ticking, shown just now or not."""
        return tuple(self._ticks.values())

    def tick(self, rows: Iterable[Suggestion], *, on: bool) -> None:
        """Tick or untick rows."""
        for row in rows:
            if on:
                self._ticks[row.key] = row
            else:
                self._ticks.pop(row.key, None)
        self._tell()

    def turn(self, row: int) -> None:
        """Tick a row, or untick it."""
        found = self.record(row)
        if found is not None:
            self.tick([found], on=found.key not in self._ticks)

    def keep(self, rows: Sequence[Suggestion]) -> None:
        """After reading again: keep the ticks of what is still there, as it reads now."""
        now = {row.key: row for row in rows}
        self._ticks = {key: now[key] for key in self._ticks if key in now}
        self._tell()

    def find(self, key: Key) -> int:
        """The row of a recipient and award, -1 when it is not shown."""
        return next((n for n, row in enumerate(self._shown) if row.key == key), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first cell carries the tick."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tip, and the tick in the first cell."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            return Qt.CheckState.Checked if row.key in self._ticks else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == AWARD:
            return row.award_name
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A click on the tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([self._shown[index.row()]], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _tell(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, NAME)
            self.dataChanged.emit(self.index(0, NAME), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit(len(self._ticks))
