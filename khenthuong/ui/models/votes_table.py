"""The ballot of one meeting as a grid: a line per nomination, three numbers to type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from khenthuong.domain.rounds import Vote
from khenthuong.ui.screens.rounds.round_data import Line

Index = QModelIndex | QPersistentModelIndex
_TITLES = ("Đề nghị", "Đồng ý", "Không đồng ý", "Không hợp lệ")
_NUMBERS = ("agree", "disagree", "invalid")


class VotesTable(QAbstractTableModel):
    """Cells are whole numbers from 0 up, or empty; `edited` after every accepted cell."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meeting = ""
        self._lines: tuple[Line, ...] = ()
        self._cells: list[list[int | None]] = []

    def show(self, meeting: str, lines: Sequence[Line], votes: Sequence[Vote]) -> None:
        """Show the ballot of a meeting over these nominations."""
        self.beginResetModel()
        self._meeting = meeting
        self._lines = tuple(lines)
        known = {(v.recipient, v.award): v for v in votes if v.meeting == meeting}
        self._cells = [_cells(known.get(line.nomination.key)) for line in lines]
        self.endResetModel()

    def row_of(self, recipient: str) -> int:
        """The first row of a nominee, -1 when it is not there."""
        for row, line in enumerate(self._lines):
            if line.nomination.recipient == recipient:
                return row
        return -1

    def votes(self) -> tuple[Vote, ...]:
        """The lines in which a number stands; an empty cell beside a number counts 0."""
        return tuple(
            Vote(self._meeting, *line.nomination.key, *(number or 0 for number in cells))
            for line, cells in zip(self._lines, self._cells, strict=True)
            if any(number is not None for number in cells)
        )

    def typed(self) -> tuple[tuple[object, ...], ...]:
        """Every line with its cells as they stand: recipient, award, three numbers or None."""
        pairs = zip(self._lines, self._cells, strict=True)
        return tuple((*line.nomination.key, *cells) for line, cells in pairs)

    def put_back(self, typed: Sequence[Sequence[object]]) -> None:
        """Fill in cells that were typed once; lines no longer there are passed over."""
        rows = {line.nomination.key: row for row, line in enumerate(self._lines)}
        for recipient, award, *cells in typed:
            row = rows.get((str(recipient), str(award)))
            for column, cell in enumerate(cells, start=1):
                if row is not None:
                    self.setData(self.index(row, column), "" if cell is None else cell)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per nomination."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Name and three numbers."""
        return 0 if parent.isValid() else len(_TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The numbers can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() > 0 else flags

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
        line = self._lines[index.row()]
        if index.column() == 0:
            shown = f"{line.name} – {line.award_name}"
            return (
                shown
                if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
                else None
            )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            number = self._cells[index.row()][index.column() - 1]
            return "" if number is None else str(number)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a number, or nothing; anything else is refused and the old one stays."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.column() or (text and not text.isdigit()):
            return False
        self._cells[index.row()][index.column() - 1] = int(text) if text else None
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True


def _cells(vote: Vote | None) -> list[int | None]:
    return [None, None, None] if vote is None else [getattr(vote, name) for name in _NUMBERS]
