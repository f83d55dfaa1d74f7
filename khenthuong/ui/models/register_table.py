"""The register's list: all codes in memory, rows fetched page by page from the books."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from khenthuong.ui.desk import Desk

PAGE = 100
Index = QModelIndex | QPersistentModelIndex
Header = tuple[str, Callable[[Any], str]]


class RegisterTable(QAbstractTableModel):
    """Rows of a list of codes; a page not yet read shows dots and comes by itself."""

    def __init__(
        self,
        desk: Desk,
        fetch: Callable[[Any, Sequence[str]], Sequence[Any]],
        headers: Sequence[Header],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fetch = fetch
        self._headers = tuple(headers)
        self._codes: tuple[str, ...] = ()
        self._rows: dict[int, Any] = {}
        self._asked: set[int] = set()
        self._turn = 0

    def show(self, codes: Sequence[str], headers: Sequence[Header] | None = None) -> None:
        """Show these codes, with other columns if given; nothing read before counts any more."""
        self.beginResetModel()
        self._codes = tuple(codes)
        self._headers = tuple(headers) if headers is not None else self._headers
        self._rows.clear()
        self._asked.clear()
        self._turn += 1
        self.endResetModel()

    def code(self, row: int) -> str:
        """The code in a row, "" outside."""
        return self._codes[row] if 0 <= row < len(self._codes) else ""

    def find(self, code: str) -> int:
        """The row of a code, -1 when it is not listed."""
        return self._codes.index(code) if code in self._codes else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per code."""
        return 0 if parent.isValid() else len(self._codes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per header."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell's text; asks for its page when it is not there yet."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        row = self._rows.get(index.row())
        if row is None:
            self._ask(index.row() // PAGE)
            row = self._rows.get(index.row())
        return "…" if row is None else self._headers[index.column()][1](row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles across, numbers down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return self._headers[section][0] if across else section + 1

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        first = page * PAGE
        self._desk.run(
            _read_page,
            self._fetch,
            self._codes[first : first + PAGE],
            (self._turn, first),
            done=self._on_page,
        )

    def _on_page(self, parcel: tuple[tuple[int, int], dict[str, Any]]) -> None:
        (turn, first), rows = parcel
        if turn != self._turn:
            return
        last = min(first + PAGE, len(self._codes)) - 1
        for number in range(first, last + 1):
            if self._codes[number] in rows:
                self._rows[number] = rows[self._codes[number]]
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._headers) - 1))


def _read_page(
    ws: Any,
    fetch: Callable[[Any, Sequence[str]], Sequence[Any]],
    codes: Sequence[str],
    place: tuple[int, int],
) -> tuple[tuple[int, int], dict[str, Any]]:
    return place, {row.code: row for row in fetch(ws, codes)}
