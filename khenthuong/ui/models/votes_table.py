"""The ballot of one meeting as a grid: a line per nomination, three numbers to type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from khenthuong.domain.rounds import Vote
from khenthuong.ui import theme
from khenthuong.ui.screens.rounds.round_data import Line

Index = QModelIndex | QPersistentModelIndex
_TITLES = ("Đề nghị", "Đồng ý", "Không", "Hỏng", "Không biểu quyết", "Cần – kiểm tra")
_TIPS = {
    2: "Không đồng ý",
    3: "Không hợp lệ, phiếu trắng",
    4: "Ai không biểu quyết; tên, cách bằng ;",
}
_NUMBERS = ("agree", "disagree", "invalid")
RECUSED, CHECKED = 4, 5
"""Columns of who takes no part, and of what is needed or wrong."""
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True)
class LineCheck:
    """What stands beside a line: what is needed or wrong, a longer tip, and how bad it is."""

    text: str = ""
    tip: str = ""
    wrong: bool = False
    reached: bool | None = None


class VotesTable(QAbstractTableModel):
    """Cells are whole numbers from 0 up, or empty; `edited` after every accepted cell."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meeting = ""
        self._lines: tuple[Line, ...] = ()
        self._cells: list[list[int | None]] = []
        self._recused: dict[tuple[str, str], tuple[str, ...]] = {}
        self._checks: Mapping[tuple[str, str], LineCheck] = {}
        self._named: Callable[[str], str] = str.strip

    def show(self, meeting: str, lines: Sequence[Line], votes: Sequence[Vote]) -> None:
        """Show the ballot of a meeting over these nominations."""
        self.beginResetModel()
        self._meeting = meeting
        self._lines = tuple(lines)
        known = {(v.recipient, v.award): v for v in votes if v.meeting == meeting}
        self._cells = [_cells(known.get(line.nomination.key)) for line in lines]
        self._recused, self._checks = {}, {}
        self.endResetModel()

    def show_recused(
        self, recused: Mapping[tuple[str, str], Sequence[str]], named: Callable[[str], str]
    ) -> None:
        """Who takes no part, by nomination; `named` finds a member by what was typed, or ""."""
        self._recused = {key: tuple(names) for key, names in recused.items() if names}
        self._named = named
        self._tell(RECUSED)

    def explain(self, checks: Mapping[tuple[str, str], LineCheck]) -> None:
        """What to show beside every line."""
        self._checks = checks
        self._tell(CHECKED)

    @property
    def recused(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Who takes no part, by nomination."""
        return self._recused

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The nominations, line by line."""
        return tuple(line.nomination.key for line in self._lines)

    def agree(self, row: int, number: int) -> None:
        """Everybody who votes on a line agrees."""
        self._cells[row] = [number, 0, 0]
        self.dataChanged.emit(self.index(row, 1), self.index(row, 3))
        self.edited.emit()

    def agree_all(self, numbers: Sequence[int]) -> None:
        """Everybody agrees to every line: so many to each."""
        self._cells = [[number, 0, 0] for number in numbers]
        if self._lines:
            self.dataChanged.emit(self.index(0, 1), self.index(len(self._lines) - 1, 3))
        self.edited.emit()

    def _tell(self, column: int) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, column), self.index(len(self._lines) - 1, column))

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
        typed = 0 < index.column() <= RECUSED
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles."""
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.ToolTipRole and across:
            return _TIPS.get(section)
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
        if index.column() >= RECUSED:
            return self._beside(index, line.nomination.key, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            number = self._cells[index.row()][index.column() - 1]
            return "" if number is None else str(number)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a number, or nothing; anything else is refused and the old one stays."""
        text = str(value).strip()
        if role == Qt.ItemDataRole.EditRole and index.column() == RECUSED:
            return self._set_recused(index, text)
        if role != Qt.ItemDataRole.EditRole or not 0 < index.column() < RECUSED:
            return False
        if text and not text.isdigit():
            return False
        self._cells[index.row()][index.column() - 1] = int(text) if text else None
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def _beside(self, index: Index, key: tuple[str, str], role: int) -> object:
        if index.column() == RECUSED:
            typed = (*_SHOWN, Qt.ItemDataRole.EditRole)
            return "; ".join(self._recused.get(key, ())) if role in typed else None
        check = self._checks.get(key, LineCheck())
        if role == Qt.ItemDataRole.DisplayRole:
            return check.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return check.tip or check.text
        if role == Qt.ItemDataRole.ForegroundRole and check.text:
            return theme.colour("bad" if check.wrong else "soft" if check.reached else "warn")
        return None

    def _set_recused(self, index: Index, text: str) -> bool:
        """Take names of those called; anything else is refused and the old ones stay."""
        names = [self._named(part) for part in text.split(";") if part.strip()]
        if not all(names):
            return False
        key = self._lines[index.row()].nomination.key
        self._recused = {**self._recused, key: tuple(dict.fromkeys(names))}
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True


def _cells(vote: Vote | None) -> list[int | None]:
    return [None, None, None] if vote is None else [getattr(vote, name) for name in _NUMBERS]
