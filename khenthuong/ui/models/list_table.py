"""What every list on screen can do: be sorted, filtered, and read out cell by cell."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from khenthuong.ui.desk import Desk
from khenthuong.ui.models.arranging import Arrangement

Index = QModelIndex | QPersistentModelIndex
Done = Callable[[], None]
Reader = Callable[[Any], Iterator[Sequence[object]]]
"""Reads the cells of row after row, given the workspace; may run on the worker."""


class ListTable(QAbstractTableModel):
    """Rows in an `arrangement`. `arranged` when it was changed."""

    arranged = Signal()
    reads_books = False
    """Whether a reader asks the books, and so belongs on the worker."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrangement = Arrangement()
        self._worker: Desk | None = None

    @property
    def arrangement(self) -> Arrangement:
        """The order and the filters of now."""
        return self._arrangement

    def arrange(self, how: Arrangement, done: Done | None = None) -> None:
        """Show the same rows in another order or through other filters.

        A long list is arranged on the worker: `done` is called when the rows stand.
        """
        if how != self._arrangement:
            self._arrangement = how
            self.rearrange(done or _nothing)
            self.arranged.emit()

    def work_on(self, desk: Desk) -> None:
        """Arrange long lists on this desk's worker from now on."""
        self._worker = desk

    @abstractmethod
    def rearrange(self, done: Done) -> None:
        """Do what the arrangement says, then call `done`."""

    @property
    @abstractmethod
    def titles(self) -> tuple[str, ...]:
        """The titles of all columns."""

    @abstractmethod
    def identity(self, row: int) -> object:
        """What stays the same of a row wherever it stands; None outside."""

    @abstractmethod
    def position(self, identity: object) -> int:
        """The row of an identity, -1 when it is not shown."""

    @abstractmethod
    def reader(self, rows: Sequence[int] | None = None) -> Reader:
        """What reads the values of these rows (None: all shown), column by column."""


def _nothing() -> None:
    """Nobody waits."""
