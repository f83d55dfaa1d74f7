"""A table with merged heads on several lines: a head that stays, and cells to walk through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from khenthuong.domain.statistics import Figure, FilledRow, Measure, RowKind, Table
from khenthuong.domain.statistics_layout import all_columns, depth, head_cells, numbered
from khenthuong.ui import theme
from khenthuong.ui.widgets.plain_tips import PlainTipsView

Index = QModelIndex | QPersistentModelIndex
_LONG = 12
_FIGURE, _LEAST_FIGURE, _MARK, _LEAST_NAME = 84, 54, 40, 176
_HEAD_FONT = 0.82
"""Of the size of other words: long heads stand over narrow columns."""
_HEAD_LINE, _HEAD_NUMBER, _ROOM = 26, 22, 20
_TEXT_PART = 3


class _Cells(QAbstractTableModel):
    """The rows of a table; what opens into lines says so in its tip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None

    def show(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The table's rows."""
        return 0 if parent.isValid() or self._table is None else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Marks and figures."""
        table = self._table
        return 0 if parent.isValid() or table is None else len(all_columns(table.definition))

    def row(self, number: int) -> FilledRow | None:
        """The row of a number; None outside."""
        rows = self._table.rows if self._table else ()
        return rows[number] if 0 <= number < len(rows) else None

    def figure(self, index: Index) -> Figure | None:
        """The figure under an index; None for a mark."""
        row = self.row(index.row())
        if row is None or self._table is None:
            return None
        place = index.column() - len(self._table.definition.heads)
        return row.figures[place] if place >= 0 else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, side, weight and ground of a cell."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index, row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index)
        if role == Qt.ItemDataRole.FontRole and row.row.kind in (RowKind.TOTAL, RowKind.HEADING):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and row.row.kind is not RowKind.FIGURES:
            return theme.colour("head" if row.row.kind is RowKind.TOTAL else "stripe")
        return None

    def _text(self, index: Index, row: FilledRow) -> str:
        figure = self.figure(index)
        return figure.text if figure is not None else row.row.marks[index.column()]

    def _tip(self, index: Index, row: FilledRow) -> str:
        figure = self.figure(index)
        if figure is None:
            return row.row.marks[index.column()]
        return f"{figure.text}: Enter để xem {len(figure.lines)} dòng" if figure.lines else ""

    def _side(self, index: Index) -> Qt.AlignmentFlag:
        assert self._table is not None
        heads = len(self._table.definition.heads)
        column = all_columns(self._table.definition)[index.column()]
        if index.column() >= heads:
            text = column.measure is Measure.TEXT
            side = Qt.AlignmentFlag.AlignLeft if text else Qt.AlignmentFlag.AlignHCenter
        else:
            side = (
                Qt.AlignmentFlag.AlignLeft
                if is_wordy(self._table, index.column())
                else Qt.AlignmentFlag.AlignHCenter
            )
        return side | Qt.AlignmentFlag.AlignVCenter


class _Head(QAbstractTableModel):
    """The head's words; spans are set by the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[tuple[int, int], str] = {}
        self._size = (0, 0)

    def show(self, table: Table) -> None:
        """Show another table's head."""
        definition = table.definition
        self.beginResetModel()
        self._words = {(cell.row, cell.column): cell.text for cell in head_cells(definition)}
        lines = depth(definition)
        if numbered(definition):
            for place, column in enumerate(all_columns(definition)):
                self._words[(lines, place)] = column.number
            lines += 1
        self._size = (lines, len(all_columns(definition)))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Lines of the head."""
        return 0 if parent.isValid() else self._size[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As the table."""
        return 0 if parent.isValid() else self._size[1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing to choose."""
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words in the middle, on the ground of heads."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words.get((index.row(), index.column()), "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.colour("head")
        return None


def is_wordy(table: Table, column: int) -> bool:
    """Whether the marks of a column are words rather than numbers."""
    return any(len(row.row.marks[column]) > _LONG for row in table.rows)


class HeadedGrid(QWidget):
    """`chosen` (figure or None, the row's name) follows the cell; `opened`: Enter was pressed."""

    chosen = Signal(object, str)
    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._head_model, self.cells = _Head(self), _Cells(self)
        self.head, self.view = PlainTipsView(), PlainTipsView()
        # Assemble
        self.head.setModel(self._head_model)
        self.view.setModel(self.cells)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.head.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setAccessibleName(name)
        for one in (self.head, self.view):
            one.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            one.setTabKeyNavigation(False)
            one.setWordWrap(True)
            one.verticalHeader().setVisible(False)
            one.horizontalHeader().setVisible(False)
            one.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            one.horizontalHeader().setMinimumSectionSize(20)
            one.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        # Signals
        self.view.horizontalScrollBar().valueChanged.connect(
            self.head.horizontalScrollBar().setValue
        )
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.activated.connect(self._on_activated)

    @property
    def table(self) -> Table | None:
        """The table shown."""
        return self._table

    def show_table(self, table: Table) -> None:
        """Show a table; the cell chosen stays where it was, if it still is."""
        same = self._table is not None and self._table.definition.id == table.definition.id
        kept = self.view.currentIndex()
        place = (kept.row(), kept.column()) if same and kept.isValid() else None
        self._table = table
        self._head_model.show(table)
        self.cells.show(table)
        self._span()
        self.share_width()
        self._choose(*(place or self._first_filled()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self.share_width()

    def _choose(self, row: int, column: int) -> None:
        index = self.cells.index(row, column)
        self.view.setCurrentIndex(index if index.isValid() else self.cells.index(0, 0))
        self._on_current()

    def _first_filled(self) -> tuple[int, int]:
        assert self._table is not None
        heads = len(self._table.definition.heads)
        for place, row in enumerate(self._table.rows):
            for column, figure in enumerate(row.figures):
                if figure.lines:
                    return (place, heads + column)
        return (0, heads)

    def _span(self) -> None:
        assert self._table is not None
        definition = self._table.definition
        self.head.clearSpans()
        for cell in head_cells(definition):
            if cell.rows > 1 or cell.columns > 1:
                self.head.setSpan(cell.row, cell.column, cell.rows, cell.columns)

    def _share_height(self, widths: Sequence[int]) -> None:
        """Every line of the head as high as its words need in these widths."""
        assert self._table is not None
        definition = self._table.definition
        lines = depth(definition)
        heights = [theme.px(_HEAD_LINE)] * lines
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _HEAD_FONT)
        self.head.setFont(font)
        metrics = QFontMetrics(font)
        for cell in sorted(head_cells(definition), key=lambda one: one.rows):
            width = sum(widths[cell.column : cell.column + cell.columns]) - theme.px(_ROOM)
            box = QRect(0, 0, max(width, 1), 9999)
            need = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, cell.text).height()
            have = sum(heights[cell.row : cell.row + cell.rows])
            heights[cell.row + cell.rows - 1] += max(0, need + theme.px(_ROOM) // 2 - have)
        if numbered(definition):
            heights.append(theme.px(_HEAD_NUMBER))
        for line, height in enumerate(heights):
            self.head.setRowHeight(line, height)
        self.head.setFixedHeight(sum(heights) + 2)

    def share_width(self) -> None:
        """Marks as wide as they need, figures alike, the name takes what is left."""
        table = self._table
        if table is None:
            return
        heads, columns = len(table.definition.heads), table.definition.columns
        wordy = [place for place in range(heads) if is_wordy(table, place)]
        name = wordy[0] if wordy else heads - 1
        parts = [_TEXT_PART if one.measure is Measure.TEXT else 1 for one in columns]
        fixed = theme.px(_MARK) * (heads - 1 - (heads > 2)) + theme.px(_FIGURE) * (heads > 2)
        room = self.view.viewport().width() - fixed - theme.px(_LEAST_NAME)
        one = max(theme.px(_LEAST_FIGURE), min(theme.px(_FIGURE), room // max(sum(parts), 1)))
        widths = [
            theme.px(_FIGURE) if place == 2 else theme.px(_MARK) for place in range(heads)
        ] + [one * part for part in parts]
        others = sum(widths) - widths[name]
        widths[name] = max(theme.px(_LEAST_NAME), self.view.viewport().width() - others)
        for place, width in enumerate(widths):
            self.head.setColumnWidth(place, width)
            self.view.setColumnWidth(place, width)
        self._share_height(widths)
        self.view.resizeRowsToContents()

    @Slot()
    def _on_current(self) -> None:
        index = self.view.currentIndex()
        row = self.cells.row(index.row())
        name = max(row.row.marks, key=len) if row is not None else ""
        self.chosen.emit(self.cells.figure(index) if index.isValid() else None, name)

    @Slot()
    def _on_activated(self) -> None:
        self.opened.emit()
