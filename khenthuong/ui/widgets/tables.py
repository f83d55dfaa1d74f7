"""Table views as the program wants them: whole rows, fixed heights, relative widths."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.labels import label


class RowsView(QTableView):
    """Read-only rows, one selected at a time; columns share the width by weight.

    Enter emits `activated`, as a double click does. Tab leaves the table.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        weights: Sequence[int],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._weights = tuple(weights)
        # Assemble
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down = self.verticalHeader()
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.ROW_HEIGHT)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setMinimumSectionSize(28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self.share_width()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a tip as it is written: Qt itself would read a «<b>» in a name as HTML."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and tip:
                shown = f"<qt>{escape(tip).replace(chr(10), '<br>')}</qt>"
                place = self.visualRect(index)
                QToolTip.showText(event.globalPos(), shown, self.viewport(), place)
                return True
        return super().viewportEvent(event)

    def share_width(self) -> None:
        """Give every column its part of the width; negative weights are pixels."""
        fixed = sum(-weight for weight in self._weights if weight < 0)
        free = max(0, self.viewport().width() - fixed)
        total = sum(weight for weight in self._weights if weight > 0) or 1
        left = free
        for column, weight in enumerate(self._weights):
            width = -weight if weight < 0 else free * weight // total
            left -= width if weight > 0 else 0
            self.setColumnWidth(column, max(28, width))
        flexible = [n for n, weight in enumerate(self._weights) if weight > 0]
        if flexible and left > 0:
            self.setColumnWidth(flexible[-1], self.columnWidth(flexible[-1]) + left)

    def wrap_rows(self) -> None:
        """Let the rows of a short table grow with their text (never use it on a long one)."""
        self.setWordWrap(True)
        down = self.verticalHeader()
        down.setMinimumSectionSize(theme.ROW_HEIGHT)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def row(self) -> int:
        """The row chosen, -1 for none.

        The current row, not the selected one: a mouse click moves the current row first, and who
        hears of it (`currentRowChanged`) must not be shown the row before.
        """
        return self.currentIndex().row()

    def select(self, row: int) -> None:
        """Select a row and bring it into view."""
        if 0 <= row < self.model().rowCount():
            self.selectRow(row)
            self.setCurrentIndex(self.model().index(row, 0))
            self.scrollTo(self.model().index(row, 0))


class EmptyNote(QObject):
    """Writes a sentence into a table's middle while it has no rows."""

    def __init__(self, view: QTableView, text: str) -> None:
        super().__init__(view)
        self._view = view
        self._label = label(text, "soft", wrap=True)
        self._label.setParent(view.viewport())
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        view.viewport().installEventFilter(self)
        view.model().modelReset.connect(self.refresh)
        self.refresh()

    def tell(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide according to the rows."""
        self._label.setGeometry(self._view.viewport().rect().adjusted(16, 16, -16, -16))
        self._label.setVisible(self._view.model().rowCount() == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size."""
        if event.type() == QEvent.Type.Resize:
            self.refresh()
        return super().eventFilter(watched, event)
