"""The register's list: all codes in memory, rows fetched page by page from the books."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from khenthuong.ui.desk import Desk
from khenthuong.ui.models.arranging import Column, heading, is_number
from khenthuong.ui.models.arranging import show as cell
from khenthuong.ui.models.list_table import Done, ListTable, Reader

PAGE = 100
_READ_AT_ONCE = 500
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Any, Sequence[str]], Sequence[Any]]
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class RegisterTable(ListTable):
    """Rows of a list of codes; a page not yet read shows dots and comes by itself.

    Order and filters are the database's work: `arranged` asks the owner for other codes.
    """

    reads_books = True

    def __init__(
        self, desk: Desk, fetch: Fetch, headers: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fetch = fetch
        self._headers = tuple(map(heading, headers))
        self._codes: tuple[str, ...] = ()
        self._rows: dict[int, Any] = {}
        self._asked: set[int] = set()
        self._turn = 0

    def show(self, codes: Sequence[str], headers: Sequence[Column] | None = None) -> None:
        """Show these codes, with other columns if given; nothing read before counts any more."""
        self.beginResetModel()
        self._codes = tuple(codes)
        self._headers = tuple(map(heading, headers)) if headers is not None else self._headers
        self._rows.clear()
        self._asked.clear()
        self._turn += 1
        self.endResetModel()

    def rearrange(self, done: Done) -> None:
        """The owner brings the codes, and chooses the row."""

    def start_over(self) -> None:
        """Another list begins: by name, nothing filtered, nobody told."""
        self._arrangement = replace(self._arrangement, column=-1, descending=False, filters={})

    def code(self, row: int) -> str:
        """The code in a row, "" outside."""
        return self._codes[row] if 0 <= row < len(self._codes) else ""

    def codes(self, rows: Sequence[int]) -> list[str]:
        """The codes of these rows."""
        return [self._codes[row] for row in rows if 0 <= row < len(self._codes)]

    def find(self, code: str) -> int:
        """The row of a code, -1 when it is not listed."""
        return self._codes.index(code) if code in self._codes else -1

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of all columns."""
        return tuple(head.title for head in self._headers)

    def identity(self, row: int) -> object:
        """The code."""
        return self.code(row) or None

    def position(self, identity: object) -> int:
        """The row of a code."""
        return self.find(str(identity))

    def reader(self, rows: Sequence[int] | None = None) -> Reader:
        """Reads every row from the books, those never scrolled to as well."""
        codes = self._codes if rows is None else tuple(self.codes(rows))
        headers, fetch = self._headers, self._fetch

        def read(ws: Any) -> Iterator[Sequence[object]]:
            for start in range(0, len(codes), _READ_AT_ONCE):
                for one in fetch(ws, codes[start : start + _READ_AT_ONCE]):
                    yield [head.value(one) for head in headers]

        return read

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per code."""
        return 0 if parent.isValid() else len(self._codes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One per header."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell's text; asks for its page when it is not there yet."""
        number = role == Qt.ItemDataRole.TextAlignmentRole
        if not index.isValid() or not (number or role in _TEXT):
            return None
        row = self._rows.get(index.row())
        if row is None:
            self._ask(index.row() // PAGE)
            row = self._rows.get(index.row())
        value = None if row is None else self._headers[index.column()].value(row)
        if number:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return right if is_number(value) else None
        return "…" if row is None else cell(value)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles across, numbers down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return self._headers[section].title if across else section + 1

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
    ws: Any, fetch: Fetch, codes: Sequence[str], place: tuple[int, int]
) -> tuple[tuple[int, int], dict[str, Any]]:
    return place, {row.code: row for row in fetch(ws, codes)}
