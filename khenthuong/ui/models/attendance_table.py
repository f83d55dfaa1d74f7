"""Who was called to a meeting as a grid: present or absent, and why absent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from khenthuong.domain.attendance import ABSENT, PRESENT
from khenthuong.domain.rounds import Attendance
from khenthuong.domain.vietnamese import clean
from khenthuong.ui import theme

Index = QModelIndex | QPersistentModelIndex
_TITLES = ("Điểm danh", "Họ và tên", "Vai trò, chức vụ", "Lý do vắng")
REASON = 3
"""The column that is typed in."""
_WORDS = {PRESENT: "có mặt", ABSENT: "vắng", "": "chưa điểm danh"}
_COLOURS = {ABSENT: "warn", "": "soft"}


class AttendanceTable(QAbstractTableModel):
    """A line for everybody called; `edited` after every tick and every reason."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Attendance] = []

    def show(self, lines: Sequence[Attendance]) -> None:
        """Show those called, as ticked so far."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    @property
    def lines(self) -> tuple[Attendance, ...]:
        """Everybody as ticked now."""
        return tuple(self._lines)

    def tick(self, row: int, state: str = "") -> None:
        """Say «có mặt» or «vắng» of a row; without a state the other one than now."""
        if not 0 <= row < len(self._lines):
            return
        one = self._lines[row]
        state = state or (ABSENT if one.state == PRESENT else PRESENT)
        self._lines[row] = replace(one, state=state, reason="" if state == PRESENT else one.reason)
        self._tell(row, row)

    def put_back(self, ticked: Mapping[str, tuple[str, str]]) -> None:
        """Tick as somebody once did: (state, reason) by name; who is no longer called is left."""
        self._lines = [
            replace(one, state=ticked[one.name][0], reason=ticked[one.name][1])
            if one.name in ticked
            else one
            for one in self._lines
        ]
        if self._lines:
            self._tell(0, len(self._lines) - 1)

    def tick_all(self) -> None:
        """Everybody not ticked yet is present."""
        self._lines = [one if one.state else replace(one, state=PRESENT) for one in self._lines]
        if self._lines:
            self._tell(0, len(self._lines) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per person called."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """State, name, role, reason."""
        return 0 if parent.isValid() else len(_TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The reason is typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == REASON else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _TITLES[section] if orientation == Qt.Orientation.Horizontal else section + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell."""
        if not index.isValid():
            return None
        one = self._lines[index.row()]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.EditRole,
        ):
            return (_WORDS[one.state], one.name, one.role, one.reason)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and not index.column():
            return theme.colour(_COLOURS.get(one.state, "ink"))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a reason: who has one is absent."""
        if role != Qt.ItemDataRole.EditRole or index.column() != REASON:
            return False
        reason = clean(str(value))
        one = self._lines[index.row()]
        state = ABSENT if reason else one.state
        self._lines[index.row()] = replace(one, state=state, reason=reason)
        self._tell(index.row(), index.row())
        return True

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, REASON))
        self.edited.emit()
