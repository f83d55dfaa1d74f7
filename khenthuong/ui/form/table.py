"""A small grid for a form's table: type in it, add and remove rows, paste from Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.forms import FieldDef
from khenthuong.domain.vietnamese import clean
from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

Index = QModelIndex | QPersistentModelIndex
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
_SHOWN_ROWS = 5


class CellsModel(QAbstractTableModel):
    """Text cells, with one empty row always waiting at the end."""

    def __init__(self, columns: Sequence[FieldDef], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._cells: list[list[str]] = [self._empty()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows, the waiting one included."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One column per field."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; numbers stand right."""
        if not index.isValid():
            return None
        if role in _TEXT:
            return self._cells[index.row()][index.column()]
        numeric = self._columns[index.column()].type in ("integer", "year")
        if role == Qt.ItemDataRole.TextAlignmentRole and numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The fields' labels, and row numbers."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self._columns[section].label

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed cell; typing in the waiting row adds another one."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self._cells[index.row()][index.column()] = clean(str(value))
        self.dataChanged.emit(index, index)
        self._keep_waiting_row()
        return True

    def rows(self) -> list[list[str]]:
        """All rows in which something stands."""
        return [list(row) for row in self._cells if any(row)]

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._cells = [[*row] for row in rows] + [self._empty()]
        self.endResetModel()

    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Write a block of cells from (row, column) on; too wide a block is cut at the edge."""
        cells = [list(line) for line in self._cells]
        cells += [self._empty() for _ in range(row + len(block) - len(cells))]
        for down, line in enumerate(block):
            for right, text in enumerate(line[: len(self._columns) - column]):
                cells[row + down][column + right] = clean(text)
        self.set_rows([line for line in cells if any(line)])

    def remove(self, rows: Sequence[int]) -> None:
        """Remove rows by number."""
        kept = [line for number, line in enumerate(self._cells) if number not in set(rows)]
        self.set_rows([line for line in kept if any(line)])

    def _empty(self) -> list[str]:
        return [""] * len(self._columns)

    def _keep_waiting_row(self) -> None:
        if any(self._cells[-1]):
            end = len(self._cells)
            self.beginInsertRows(QModelIndex(), end, end)
            self._cells.append(self._empty())
            self.endInsertRows()


class ChoiceDelegate(QStyledItemDelegate):
    """A drop-down in the cells of a choice column."""

    def __init__(self, choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The drop-down, with nothing as its first choice."""
        combo = QuietCombo(parent)
        combo.fill([("", ""), *((choice, choice) for choice in self._choices)])
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's word."""
        if isinstance(editor, QuietCombo):
            editor.choose(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the word chosen."""
        if isinstance(editor, QuietCombo):
            model.setData(index, editor.currentData() or "")


class TableEdit(QWidget):
    """The grid with its two buttons; Ctrl+V takes what Excel put on the clipboard."""

    edited = Signal()

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.model = CellsModel(field.columns, self)
        self.view = QTableView()
        self._remove = button("Bỏ dòng", "xoa", tip="Bỏ những dòng đang chọn (Ctrl+Del)")
        self._paste = button("Dán từ Excel", "so_mau", tip="Dán các ô đã chép từ Excel (Ctrl+V)")
        # Assemble
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(True)
        self.view.verticalHeader().setDefaultSectionSize(theme.row_height())
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        theme.hold(self.view, fixed_height=(_SHOWN_ROWS + 1) * theme.ROW_HEIGHT + 12)
        self.view.installEventFilter(self)
        for number, column in enumerate(field.columns):
            if column.choices:
                delegate = ChoiceDelegate(column.choices, self)
                self.view.setItemDelegateForColumn(number, delegate)
        below = QHBoxLayout()
        below.addWidget(label("Gõ vào dòng cuối để thêm dòng.", "quiet"), 1)
        below.addWidget(self._paste)
        below.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.view)
        layout.addLayout(below)
        self.setFocusProxy(self.view)
        # Signals
        self.model.dataChanged.connect(self._on_changed)
        self._remove.clicked.connect(self._on_remove)
        self._paste.clicked.connect(self._on_paste)

    def rows(self) -> tuple[Mapping[str, str], ...]:
        """The rows as mappings by column key."""
        keys = [column.key for column in self._field.columns]
        return tuple(
            MappingProxyType(dict(zip(keys, line, strict=True))) for line in self.model.rows()
        )

    def set_rows(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Show rows; unknown keys are left out."""
        keys = [column.key for column in self._field.columns]
        self.model.set_rows([[str(row.get(key) or "") for key in keys] for row in rows])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+V pastes a block, Delete empties cells, Ctrl+Delete removes rows."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.matches(QKeySequence.StandardKey.Paste):
            self._on_paste()
            return True
        if event.key() == Qt.Key.Key_Delete:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._on_remove()
            else:
                for index in self.view.selectedIndexes():
                    self.model.setData(index, "")
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_changed(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_remove(self) -> None:
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        if rows:
            self.model.remove(rows)
            self.edited.emit()

    @Slot()
    def _on_paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        block = read_block(text)
        if not block:
            return
        at = self.view.currentIndex()
        row = at.row() if at.isValid() else len(self.model.rows())
        self.model.paste(row, max(0, at.column()), block)
        self.edited.emit()


def read_block(text: str) -> list[list[str]]:
    """Cells as Excel puts them on the clipboard: tabs between cells, quotes around line feeds."""
    rows = list(csv.reader(io.StringIO(text), delimiter="\t"))
    return rows if any(any(row) for row in rows) else []
