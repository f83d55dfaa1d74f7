"""The head of a list: a click sorts, the right button opens its menu, a row of filters below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView

PAUSE_MS = 120
_HINT = "lọc"


class _FilterLine(QLineEdit):
    """Esc empties the filter, Down goes to the rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The two keys; the rest is typing."""
        table = self.parent()
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape) and isinstance(table, ListHeader):
            table.left_down.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc: the screen would take it for giving up an edit."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)


class ListHeader(QHeaderView):
    """`typed` (column, text) shortly after the last key in a filter, `left_down` to the rows."""

    typed = Signal(int, str)
    left_down = Signal()

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lines: list[_FilterLine] = []
        self._shown = False
        self._timer = QTimer(self)
        self._told: dict[int, str] = {}
        # Assemble
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorClearable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(28)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        # Signals
        self._timer.timeout.connect(self._on_pause)
        self.sectionResized.connect(self._place)
        self.sectionMoved.connect(self._place)
        parent.horizontalScrollBar().valueChanged.connect(self._place)

    @property
    def filters_shown(self) -> bool:
        """Whether the row of filters is open."""
        return self._shown

    def line(self, column: int) -> QLineEdit:
        """The filter of a column; only while the row is open."""
        return self._lines[column]

    def show_filters(self, titles: Sequence[str], typed: Mapping[int, str]) -> None:
        """Open the row of filters, with what was typed before."""
        self._shown = True
        for column, title in enumerate(titles[len(self._lines) :], start=len(self._lines)):
            self._lines.append(self._make(column, title))
        for column, line in enumerate(self._lines):
            line.blockSignals(True)
            line.setText(typed.get(column, ""))
            line.blockSignals(False)
            line.setAccessibleName(f"Lọc cột {titles[column]}" if column < len(titles) else "")
        self._told = dict(typed)
        self.updateGeometries()
        self._place()

    def hide_filters(self) -> None:
        """Close the row; the owner takes the filters away."""
        self._shown = False
        for line in self._lines:
            line.hide()
        self.updateGeometries()

    def focus_filter(self, column: int) -> None:
        """Put the keyboard into a column's filter."""
        if self._shown and 0 <= column < len(self._lines):
            self._lines[column].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._lines[column].selectAll()

    def sizeHint(self) -> QSize:
        """Room for the filters."""
        found = super().sizeHint()
        return QSize(found.width(), found.height() + self._extra())

    def updateGeometries(self) -> None:
        """The titles keep to the upper part."""
        self.setViewportMargins(0, 0, 0, self._extra())
        super().updateGeometries()
        self._place()

    def _extra(self) -> int:
        return self._line_height() + 6 if self._shown and self._lines else 0

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 8

    def _make(self, column: int, title: str) -> _FilterLine:
        line = _FilterLine(self)
        line.setObjectName("filter")
        line.setPlaceholderText(_HINT)
        line.setToolTip(f"Lọc cột «{title}»: gõ có dấu hay không dấu đều được. Esc: bỏ lọc.")
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._timer.start)
        line.textChanged.connect(self._keep_clear)
        line.returnPressed.connect(self._on_pause)
        return line

    @Slot()
    def _keep_clear(self) -> None:
        line = self.sender()
        if isinstance(line, QLineEdit) and not line.text():
            self._on_pause()

    @Slot()
    def _on_pause(self) -> None:
        self._timer.stop()
        for column, line in enumerate(self._lines):
            if line.text() != self._told.get(column, ""):
                self._told[column] = line.text()
                self.typed.emit(column, line.text())

    @Slot()
    def _place(self) -> None:
        if not self._shown:
            return
        top, height = super().sizeHint().height() + 2, self._line_height()
        for column, line in enumerate(self._lines):
            there = column < self.count() and not self.isSectionHidden(column)
            line.setVisible(there)
            if there:
                left = self.sectionViewportPosition(column)
                width = self.sectionSize(column) - 2
                line.setFixedHeight(height)
                line.setGeometry(left + 1, top, width, height)
