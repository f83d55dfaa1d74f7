"""A grid with the keys of Excel: type, Enter down, Tab right, Ctrl+C/V/Z/D, Del."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from khenthuong.ui import theme
from khenthuong.ui.models.grid_model import Change, GridModel
from khenthuong.ui.widgets.grid_paste import fit_block, read_block, write_block
from khenthuong.ui.widgets.plain_tips import PlainTipsView
from khenthuong.ui.widgets.quiet import QuietCombo

Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemDelegate.EndEditHint
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NOTHING = Qt.KeyboardModifier.NoModifier
_LONG = 3


class GridView(PlainTipsView):
    """A view on a `GridModel`. `told` (words) says what a paste could not place, "" for nothing.

    Tab walks the cells and leaves behind the last; Ctrl+Tab leaves at once.
    """

    told = Signal(str)

    def __init__(self, model: GridModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self._delegate = CellDelegate(self)
        # Assemble
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        # Signals
        self.customContextMenuRequested.connect(self._on_menu)

    # What the clerk asks for

    @Slot()
    def copy(self) -> None:
        """The cells chosen, to the clipboard."""
        rows, columns = self._area()
        if rows and columns:
            block = [[self.grid.cell(row, column) for column in columns] for row in rows]
            QGuiApplication.clipboard().setText(write_block(block))

    @Slot()
    def paste(self) -> None:
        """The clipboard's cells, from the first cell chosen on."""
        rows, columns = self._area()
        block = read_block(QGuiApplication.clipboard().text())
        if not block:
            return
        at = rows[0] if rows else max(0, len(self.grid.rows()))
        found = self.grid.paste(
            at, columns[0] if columns else 0, fit_block(block, len(rows), len(columns))
        )
        self.told.emit(
            f"{found.lost} ô trong bản chép không có chỗ trong bảng nên chưa được ghi."
            if found.lost
            else ""
        )

    @Slot()
    def clear_cells(self) -> None:
        """Empty the cells chosen."""
        rows, columns = self._area()
        self.grid.write(
            Change(row, column, "") for row in rows for column in columns if self._writes(column)
        )

    @Slot()
    def fill_down(self) -> None:
        """The first cell chosen of each column, or the one above a single one, into the others."""
        rows, columns = self._area()
        if len(rows) == 1 and rows[0] > 0:
            rows = [rows[0] - 1, *rows]
        self.grid.write(
            Change(row, column, self.grid.cell(rows[0], column))
            for row in rows[1:]
            for column in columns
            if self._writes(column)
        )

    @Slot()
    def remove_rows(self) -> None:
        """Remove the rows chosen."""
        rows, _ = self._area()
        if rows:
            self.grid.remove(rows)

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        self.grid.undo()

    @Slot()
    def redo(self) -> None:
        """Do it again."""
        self.grid.redo()

    # Qt

    def event(self, event: QEvent) -> bool:
        """The grid's own keys come before those of the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._owns(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if _leaves(event):
                # Qt itself moves the keyboard on Tab without Ctrl only.
                return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            step = _tab_step(event)
            if step and self._walk(step):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Excel's keys; everything else is typing or moving."""
        answer = self._answer(event)
        if answer is None:
            super().keyPressEvent(event)
        else:
            answer()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cell below is next, after Tab the one beside; neither is opened."""
        steps = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}
        super().closeEditor(editor, hint if hint == _Hint.RevertModelCache else _Hint.NoHint)
        if hint == _Hint.SubmitModelCache:
            self._move(1, 0)
        elif hint in steps:
            self._walk(steps[hint])

    # Inside

    def _owns(self, event: QKeyEvent) -> bool:
        return _leaves(event) or self._answer(event) is not None

    def _answer(self, event: QKeyEvent) -> Callable[[], None] | None:
        if self.state() == QAbstractItemView.State.EditingState:
            # The key belongs to the editor; what it leaves alone must not be answered twice.
            return None
        keys = QKeySequence.StandardKey
        for key, answer in (
            (keys.Copy, self.copy),
            (keys.Paste, self.paste),
            (keys.Undo, self.undo),
            (keys.Redo, self.redo),
        ):
            if event.matches(key):
                return answer
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return {
            (Qt.Key.Key_Return, _NOTHING): self._down,
            (Qt.Key.Key_Enter, _NOTHING): self._down,
            (Qt.Key.Key_Return, _SHIFT): self._up,
            (Qt.Key.Key_Enter, _SHIFT): self._up,
            (Qt.Key.Key_Delete, _NOTHING): self.clear_cells,
            (Qt.Key.Key_Delete, _CONTROL): self.remove_rows,
            (Qt.Key.Key_D, _CONTROL): self.fill_down,
            (Qt.Key.Key_Y, _CONTROL): self.redo,
            (Qt.Key.Key_F2, _NOTHING): self._edit,
        }.get((Qt.Key(event.key()), held))

    @Slot()
    def _edit(self) -> None:
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    @Slot()
    def _down(self) -> None:
        self._move(1, 0)

    @Slot()
    def _up(self) -> None:
        self._move(-1, 0)

    def _move(self, down: int, right: int) -> None:
        at = self.currentIndex()
        self._go(at.row() + down, at.column() + right)

    def _go(self, row: int, column: int) -> bool:
        there = self.grid.index(row, column)
        if there.isValid():
            self.setCurrentIndex(there)
        return there.isValid()

    def _walk(self, step: int) -> bool:
        """Tab: the next cell, at a row's end the next row's first; False behind the last."""
        at, width = self.currentIndex(), self.grid.columnCount()
        if not at.isValid() or not width:
            return False
        here = at.row() * width + at.column()
        waiting = self.grid.grows and at.row() == self.grid.rowCount() - 1
        if waiting and step > 0 and not any(self.grid.cell(at.row(), n) for n in range(width)):
            return False
        place = here + step
        return place >= 0 and self._go(place // width, place % width)

    def _area(self) -> tuple[list[int], list[int]]:
        """The rows and columns of what is chosen, of the current cell where nothing is."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        if not parts:
            at = self.currentIndex()
            return ([at.row()], [at.column()]) if at.isValid() else ([], [])
        rows = range(min(one.top() for one in parts), max(one.bottom() for one in parts) + 1)
        columns = range(min(one.left() for one in parts), max(one.right() for one in parts) + 1)
        return list(rows), list(columns)

    def _writes(self, column: int) -> bool:
        return not self.grid.columns[column].fixed

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, keys, answer in (
            ("Sửa ô", "F2", self._edit),
            ("Chép", "Ctrl+C", self.copy),
            ("Dán", "Ctrl+V", self.paste),
            ("Điền xuống", "Ctrl+D", self.fill_down),
            ("Xóa nội dung ô", "Del", self.clear_cells),
            ("Hoàn tác", "Ctrl+Z", self.undo),
        ):
            menu.addAction(words, QKeySequence(keys), answer)
        if self.grid.grows:
            menu.addAction("Bỏ dòng", QKeySequence("Ctrl+Del"), self.remove_rows)
        menu.popup(self.viewport().mapToGlobal(at))


class CellDelegate(QStyledItemDelegate):
    """A line to type in, several lines for a cell that has some, a drop-down for a choice."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """What the cell is edited with."""
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, GridModel) else None
        if column is not None and column.choices:
            combo = QuietCombo(parent)
            combo.fill([("", ""), *((choice, choice) for choice in column.choices)])
            return combo
        if "\n" in str(index.data(Qt.ItemDataRole.EditRole) or ""):
            return _lines_editor(parent)
        line = QLineEdit(parent)
        line.setFrame(False)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's text."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QuietCombo):
            editor.choose(text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what stands in the editor."""
        text = ""
        if isinstance(editor, QuietCombo):
            text = str(editor.currentData() or "")
        elif isinstance(editor, QPlainTextEdit):
            text = editor.toPlainText()
        elif isinstance(editor, QLineEdit):
            text = editor.text()
        model.setData(index, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Several lines get room for themselves."""
        place = option.rect  # type: ignore[attr-defined]
        if isinstance(editor, QPlainTextEdit):
            place.setHeight(place.height() * _LONG)
        editor.setGeometry(place)


def _lines_editor(parent: QWidget) -> QPlainTextEdit:
    made = QPlainTextEdit(parent)
    made.setWordWrapMode(QTextOption.WrapMode.WordWrap)
    made.setTabChangesFocus(True)
    return made


def _tab_step(event: QKeyEvent) -> int:
    held = event.modifiers()
    if event.key() == Qt.Key.Key_Tab and held == Qt.KeyboardModifier.NoModifier:
        return 1
    back = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not held & ~_SHIFT
    return -1 if back else 0


def _leaves(event: QKeyEvent) -> bool:
    """Ctrl+Tab forwards, Ctrl+Shift+Tab (which Qt calls Backtab) backwards."""
    tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    return tab and event.modifiers() & ~_SHIFT == _CONTROL
