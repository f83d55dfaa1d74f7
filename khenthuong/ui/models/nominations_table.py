"""Nominations grouped Tập thể / Cá nhân / Hộ gia đình, with the four demands and the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from khenthuong.domain.kinds import Principle, RecipientKind
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.models.grouped_table import heading_data
from khenthuong.ui.screens.rounds.round_data import Line

Index = QModelIndex | QPersistentModelIndex
NAME, AWARD, FIRST_PRINCIPLE = 0, 1, 2
VERDICT = FIRST_PRINCIPLE + len(Principle)
SHORT = {
    Principle.ACCURATE: "CX",
    Principle.PUBLIC: "CK",
    Principle.FAIR: "CB",
    Principle.TIMELY: "KT",
}
_PRINCIPLES = tuple(Principle)
_NUMERALS = {RecipientKind.UNIT: "I", RecipientKind.PERSON: "II", RecipientKind.HOUSEHOLD: "III"}


class NominationsTable(QAbstractTableModel):
    """Group rows (str) and nomination rows (`Line`), in one flat table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Line | str] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._rows = []
        for kind in RecipientKind:
            mine = [line for line in lines if line.kind is kind]
            if mine:
                self._rows.append(f"{_NUMERALS[kind]}. {word(kind)} ({len(mine)})")
                self._rows += mine
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The nomination of a row; None for a group row or outside."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Line) else None

    def find(self, key: tuple[str, str]) -> int:
        """The row of a nomination, -1 when it is not there."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Line) and row.nomination.key == key:
                return number
        return -1

    @property
    def groups(self) -> list[int]:
        """The numbers of the group rows."""
        return [number for number, row in enumerate(self._rows) if isinstance(row, str)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Group rows included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Name, award, four demands, verdict."""
        return 0 if parent.isValid() else VERDICT + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A group row cannot be selected; the keyboard passes over it."""
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles; the demands are abbreviated and spelt out in the tip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        demand = (
            _PRINCIPLES[section - FIRST_PRINCIPLE]
            if (FIRST_PRINCIPLE <= section < VERDICT)
            else None
        )
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and demand:
            return word(demand)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if demand:
            return SHORT[demand]
        return {NAME: "Tên", AWARD: "Danh hiệu, hình thức", VERDICT: "Kết luận"}[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, icon and tip of a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return heading_data(row, index.column(), role)
        if FIRST_PRINCIPLE <= index.column() < VERDICT:
            return _principle_data(row, _PRINCIPLES[index.column() - FIRST_PRINCIPLE], role)
        if index.column() == VERDICT:
            return _verdict_data(row, role)
        return _text_data(row, index.column(), role)


def _principle_data(line: Line, principle: Principle, role: int) -> object:
    status = line.check.principles.get(principle) if line.check else None
    if status is None:
        return None
    if role == Qt.ItemDataRole.DecorationRole:
        return theme.status_icon(status)
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{word(principle)}: {word(status).lower()}"
    return None


def _verdict_data(line: Line, role: int) -> object:
    if role == Qt.ItemDataRole.DecorationRole:
        return theme.status_icon(line.status)
    if role == Qt.ItemDataRole.DisplayRole:
        return line.verdict
    if role == Qt.ItemDataRole.ForegroundRole:
        return theme.colour(theme.STATUS_COLOUR[line.status])
    if role == Qt.ItemDataRole.ToolTipRole:
        return line.nomination.override_reason or line.verdict
    return None


def _text_data(line: Line, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return line.name if column == NAME else _short(line.award_name)
    if role == Qt.ItemDataRole.ToolTipRole:
        return (
            f"{line.name} – {line.about}"
            if column == NAME and line.about
            else (line.name if column == NAME else line.award_name)
        )
    return None


def _short(award_name: str) -> str:
    return award_name.replace("Ủy ban nhân dân", "UBND").replace("Chủ tịch UBND", "CT UBND")
