"""A grid to type and paste into: text cells, faults beside them in words, steps to take back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from khenthuong.domain.vietnamese import clean
from khenthuong.ui import theme

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, ...]
_STEPS = 200
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


@dataclass(frozen=True)
class GridColumn:
    """`read` tidies what was typed and raises ValueError(sentence) for what cannot stand there.

    `choices` are offered in a drop-down; a `fixed` column is only looked at.
    """

    title: str
    read: Callable[[str], str] = clean
    choices: tuple[str, ...] = ()
    numeric: bool = False
    fixed: bool = False
    tip: str = ""


@dataclass(frozen=True)
class Change:
    """A cell and its new text."""

    row: int
    column: int
    text: str


@dataclass(frozen=True)
class Fault:
    """A cell whose text cannot stand there, and why."""

    row: int
    column: int
    words: str


@dataclass(frozen=True)
class Pasted:
    """How many cells of a block were written; how many found no cell, or one to be looked at."""

    written: int
    lost: int


class GridModel(QAbstractTableModel):
    """Rows of text. With `grows`, an empty row always waits at the end.

    `edited` after every change of a cell. What cannot be read stays as typed and is a fault.
    """

    edited = Signal()

    def __init__(
        self, columns: Sequence[GridColumn], *, grows: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._grows = grows
        self._titles: tuple[str, ...] = ()
        self._cells: list[Row] = [self._empty()] if grows else []
        self._faults: dict[tuple[int, int], str] = {}
        self._done: list[list[Row]] = []
        self._undone: list[list[Row]] = []

    # What it holds

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """The columns."""
        return self._columns

    @property
    def grows(self) -> bool:
        """Whether rows may be added."""
        return self._grows

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands beside the rows, () for their numbers."""
        return self._titles

    def show_grid(
        self, columns: Sequence[GridColumn], rows: Sequence[Sequence[str]], titles: Sequence[str]
    ) -> None:
        """Other columns, other rows; nothing to take back any more."""
        self.beginResetModel()
        self._columns, self._titles = tuple(columns), tuple(titles)
        self._done, self._undone = [], []
        self._put(rows)
        self.endResetModel()

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace everything; nothing to take back any more."""
        self.show_grid(self._columns, rows, self._titles)

    def rows(self) -> list[list[str]]:
        """All rows; of a growing grid those in which something stands."""
        return [list(row) for row in self._cells if any(row) or not self._grows]

    def cell(self, row: int, column: int) -> str:
        """The text of a cell."""
        return self._cells[row][column]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every cell that cannot stand as it is, row by row."""
        return tuple(Fault(*place, words) for place, words in sorted(self._faults.items()))

    def fault(self, row: int, column: int) -> str:
        """What is wrong with a cell, "" for nothing."""
        return self._faults.get((row, column), "")

    # Changing it

    def write(self, changes: Iterable[Change]) -> int:
        """Write cells in one step to be taken back; returns how many texts changed."""
        cells = [list(row) for row in self._cells]
        count = 0
        for change in changes:
            if self._grows and change.row >= len(cells):
                cells += [list(self._empty()) for _ in range(change.row + 1 - len(cells))]
            text = self._tidy(change.column, change.text)
            count += cells[change.row][change.column] != text
            cells[change.row][change.column] = text
        if count:
            self._step([tuple(row) for row in cells])
        return count

    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> Pasted:
        """Write a block of cells from (row, column) on; says what found no place."""
        changes: list[Change] = []
        lost = 0
        for down, line in enumerate(block):
            for right, text in enumerate(line):
                place = (row + down, column + right)
                if self._has(*place):
                    changes.append(Change(*place, text))
                else:
                    lost += bool(clean(text))
        self.write(changes)
        return Pasted(len(changes), lost)

    def remove(self, rows: Iterable[int]) -> None:
        """Remove rows by number; a grid that does not grow empties them."""
        gone = set(rows)
        if self._grows:
            self._step([row for number, row in enumerate(self._cells) if number not in gone])
        else:
            columns = [n for n, column in enumerate(self._columns) if not column.fixed]
            self.write(Change(row, column, "") for row in gone for column in columns)

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        return self._swap(self._done, self._undone)

    def redo(self) -> bool:
        """Do the step taken back again; False when there is none."""
        return self._swap(self._undone, self._done)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows, the waiting one included."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per column."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited unless its column is fixed."""
        flags = super().flags(index)
        if not index.isValid() or self._columns[index.column()].fixed:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles across; beside the rows their titles or numbers."""
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = self._columns[section].tip if across else ""
            return tip or self.headerData(section, orientation)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across:
            return self._columns[section].title
        return self._titles[section] if section < len(self._titles) else section + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text; a fault has a sign, a ground of its own, and its words as the tip."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in _TEXT:
            return self._cells[row][column]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[column].numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        fault = self.fault(row, column)
        if not fault:
            return self._cells[row][column] if role == Qt.ItemDataRole.ToolTipRole else None
        if role == Qt.ItemDataRole.DecorationRole:
            return theme.icon("canh_bao", "bad")
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.colour("bad_pale")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return fault
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed cell; typing in the waiting row adds another one."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.write([Change(index.row(), index.column(), str(value))])
        return True

    # Inside

    def _empty(self) -> Row:
        return ("",) * len(self._columns)

    def _has(self, row: int, column: int) -> bool:
        inside = column < len(self._columns) and (self._grows or row < len(self._cells))
        return inside and not self._columns[column].fixed

    def _tidy(self, column: int, text: str) -> str:
        cleaned = clean(text)
        try:
            return self._columns[column].read(cleaned) if cleaned else ""
        except ValueError:
            return cleaned

    def _step(self, cells: list[Row]) -> None:
        self._done = [*self._done[1 - _STEPS :], self._cells]
        self._undone = []
        self._replace(cells)

    def _swap(self, source: list[list[Row]], target: list[list[Row]]) -> bool:
        if not source:
            return False
        target.append(self._cells)
        self._replace(source.pop())
        return True

    def _replace(self, cells: list[Row]) -> None:
        """Other cells, with as little told as can be: the view keeps its place."""
        wanted = self._with_waiting_row(cells)
        have, want = len(self._cells), len(wanted)
        if want > have:
            self.beginInsertRows(QModelIndex(), have, want - 1)
            self._cells = [*self._cells, *wanted[have:]]
            self.endInsertRows()
        elif want < have:
            self.beginRemoveRows(QModelIndex(), want, have - 1)
            self._cells = self._cells[:want]
            self.endRemoveRows()
        self._cells = wanted
        self._check()
        if wanted:
            last = self.index(len(wanted) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.edited.emit()

    def _put(self, rows: Sequence[Sequence[str]]) -> None:
        self._cells = self._with_waiting_row([tuple(row) for row in rows])
        self._check()

    def _with_waiting_row(self, cells: list[Row]) -> list[Row]:
        waits = self._grows and (not cells or any(cells[-1]))
        return [*cells, self._empty()] if waits else list(cells)

    def _check(self) -> None:
        self._faults = {
            (row, column): words
            for row, line in enumerate(self._cells)
            for column, text in enumerate(line)
            if text and (words := self._words(column, text))
        }

    def _words(self, column: int, text: str) -> str:
        try:
            self._columns[column].read(text)
        except ValueError as error:
            return str(error)
        return ""
