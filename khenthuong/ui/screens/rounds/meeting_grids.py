"""The two grids of a meeting, made for the keyboard: Enter goes down, one key does the usual."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from khenthuong.ui.widgets.tables import RowsView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypingGrid(RowsView):
    """Cells that are typed over; Enter takes what was typed and goes down.

    `pressed` (row, key) tells of a key that is no typing: Space and «+».
    """

    pressed = Signal(int, int)

    def __init__(
        self, model: QAbstractItemModel, weights: tuple[int, ...], name: str, first: int
    ) -> None:
        super().__init__(model, weights, name)
        self._first = first
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def begin(self) -> None:
        """Into the first cell that is typed in."""
        if self.currentIndex().row() < 0 and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, self._first))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down; Space and «+» are told."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.step_down()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Plus) and self.row() >= 0:
            self.pressed.emit(self.row(), int(key))
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cell below."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.step_down()

    def step_down(self) -> None:
        """The cell below, in the same column; the last one stays."""
        here = self.currentIndex()
        below = self.model().index(here.row() + 1, here.column())
        if below.isValid():
            self.setCurrentIndex(below)
