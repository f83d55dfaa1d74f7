"""Table views as the program wants them: whole rows, fixed heights, relative widths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.arranging import Arrangement
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.models.list_table import ListTable
from khenthuong.ui.widgets import columns, list_menu, list_output
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.list_header import ListHeader
from khenthuong.ui.widgets.plain_tips import PlainTipsView

LEAST = 28
_LEAST_SHARE = 56
"""Narrowest column that shares the width, in pixels at 100 %; below it the list scrolls."""
_LEAST_OF_MANY, _LEAST_PART = 84, 28
_SAVE_MS = 400
_NOTHING_LEFT = "Bộ lọc không để lại dòng nào. Ctrl+Shift+L: bỏ lọc."
RowMenu = Callable[[QMenu], None]


class RowsView(PlainTipsView):
    """Read-only rows; columns share the width by weight (negative weights are pixels).

    Enter emits `activated`, as a double click does. Tab leaves the table. A list over a
    `ListTable` is sorted by its titles and filtered under them (Ctrl+Shift+L); its columns are
    chosen by the right button and kept under `name`; Ctrl+C copies. One row is selected at a
    time unless `many`; `hidden` names columns that are not shown until the clerk wants them.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        weights: Sequence[int],
        name: str,
        parent: QWidget | None = None,
        *,
        many: bool = False,
        hidden: Iterable[str] = (),
    ) -> None:
        super().__init__(parent)
        self._weights = tuple(weights)
        self._name = name
        self._hidden = frozenset(hidden)
        self._widths: dict[str, int] = {}
        self._sharing = False
        self._row_menu: RowMenu | None = None
        self._kept_for = ""
        self._keep = QTimer(self)
        self.header = ListHeader(self)
        # Assemble
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        # With the rows' own selection the head would ask every row of the list whether it is
        # selected each time it is painted.
        self.header.setSelectionModel(QItemSelectionModel(model, self.header))
        self.setAccessibleName(name)
        self._look(many)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_SAVE_MS)
        self._hide_columns()
        # Signals
        self._keep.timeout.connect(self.keep_columns)
        self.header.sectionResized.connect(self._on_resized)
        self.header.sectionMoved.connect(self._keep.start)
        if isinstance(model, ListTable):
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            self.customContextMenuRequested.connect(self._on_menu)
            self.header.setSortIndicatorShown(True)
            self.header.customContextMenuRequested.connect(self._on_header_menu)
            self.header.sectionClicked.connect(self._on_title)
            self.header.typed.connect(self._on_typed)
            self.header.left_down.connect(self._on_left_down)
            model.modelReset.connect(self._span_groups)
            model.modelReset.connect(self._show_order)
            self._show_order()

    # What is chosen

    def row(self) -> int:
        """The row chosen, -1 for none.

        The current row, not the selected one: a mouse click moves the current row first, and who
        hears of it (`currentRowChanged`) must not be shown the row before.
        """
        return self.currentIndex().row()

    def rows(self) -> list[int]:
        """All rows selected, from the top; the current one where none is."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.count()))
        found = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return sorted(found) or ([self.row()] if self.row() >= 0 else [])

    def select(self, row: int) -> None:
        """Select a row and bring it into view."""
        if 0 <= row < self.model().rowCount():
            self.selectRow(row)
            self.setCurrentIndex(self.model().index(row, self._first_column()))
            self.scrollTo(self.model().index(row, self._first_column()))

    def offer_on_rows(self, build: RowMenu) -> None:
        """Put what can be done with the rows chosen on top of the menu of the right button."""
        self._row_menu = build

    # Order and filters

    @property
    def list_model(self) -> ListTable | None:
        """The model, where it can be sorted and filtered."""
        model = self.model()
        return model if isinstance(model, ListTable) else None

    def arrange(self, how: Arrangement) -> None:
        """Another order or other filters; the chosen row stays chosen while it is shown."""
        model = self.list_model
        if model is None:
            return
        chosen = model.identity(self.row())

        def choose() -> None:
            row = model.position(chosen) if chosen is not None else -1
            self.select(row if row >= 0 else self._first_row())

        model.arrange(how, choose)

    def filter_by(self, column: int) -> None:
        """Open the row of filters, the keyboard in a column's; not without titles above it."""
        model = self.list_model
        if model is None or self.header.isHidden():
            return
        self.header.show_filters(model.titles, model.arrangement.filters)
        self.header.focus_filter(column)

    def stop_filtering(self) -> None:
        """Close the row of filters and show all rows again."""
        model = self.list_model
        if model is None:
            return
        self.header.hide_filters()
        self.arrange(Arrangement(model.arrangement.column, model.arrangement.descending))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Columns

    @property
    def name(self) -> str:
        """Under which name the columns are kept."""
        return self._name

    def rename(self, name: str, weights: Sequence[int], hidden: Iterable[str] = ()) -> None:
        """The model shows another list now: its columns are chosen for themselves."""
        if self._keep.isActive():
            self.keep_columns()
        self._name, self._weights, self._hidden = name, tuple(weights), frozenset(hidden)
        self._widths, self._kept_for = {}, ""
        self.header.hide_filters()
        self._order_columns(())
        self._hide_columns()
        self._read_columns()

    def show_column(self, column: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if not shown and self.header.count() - self.header.hiddenSectionCount() <= 1:
            return
        self.setColumnHidden(column, not shown)
        self.share_width()
        self._keep.start()

    def reset_columns(self) -> None:
        """The columns as the program has them."""
        self._widths = {}
        self._order_columns(())
        self._hide_columns()
        self.share_width()
        self._keep.stop()
        if (desk := self.desk()) is not None:
            columns.write(desk.settings, self._name, ())

    @Slot()
    def keep_columns(self) -> None:
        """Keep order, widths and which columns are shown for the next start."""
        self._keep.stop()
        desk = self.desk()
        if desk is None:
            return
        titles = self._titles()
        order = sorted(range(len(titles)), key=self.header.visualIndex)
        choices = [
            columns.ColumnChoice(
                columns.name_of(titles[one]),
                not self.isColumnHidden(one),
                self._widths.get(titles[one], 0),
            )
            for one in order
        ]
        columns.write(desk.settings, self._name, choices)

    def share_width(self) -> None:
        """Give every column its part of the width that those with a width of their own leave."""
        titles = self._titles()
        given = [
            0 if self.isColumnHidden(n) else self._share_of(n, title)
            for n, title in enumerate(titles)
        ]
        free = max(0, self.viewport().width() + sum(one for one in given if one < 0))
        total = sum(one for one in given if one > 0) or 1
        shown = sum(1 for one in given if one)
        many = shown > len(self._weights)
        self._sharing = True
        for column, weight in enumerate(given):
            if weight:
                least = theme.px(max(_LEAST_OF_MANY, _LEAST_PART * weight) if many else LEAST)
                width = -weight if weight < 0 else max(least, free * weight // total)
                self.setColumnWidth(column, max(theme.px(LEAST), width))
        self._fill(given, free)
        self._sharing = False

    def _share_of(self, column: int, title: str) -> int:
        """Weight of a column; negative: pixels at the text size in force."""
        weight = -self._widths[title] if title in self._widths else self._weight(column)
        return theme.px(weight) if weight < 0 else weight

    def wrap_rows(self) -> None:
        """Let the rows of a short table grow with their text (never use it on a long one)."""
        self.setWordWrap(True)
        down = self.verticalHeader()
        down.setMinimumSectionSize(theme.row_height())
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    # Out

    def shown_columns(self) -> list[int]:
        """The columns shown, from left to right."""
        found = [n for n in range(self.header.count()) if not self.isColumnHidden(n)]
        return sorted(found, key=self.header.visualIndex)

    def copy(self, *, titles: bool = False, everything: bool = False) -> None:
        """Put the rows chosen, or all shown, on the clipboard so that Excel takes them."""
        list_output.copy(self, None if everything else self.rows(), titles=titles)

    def export(self) -> None:
        """Write what is shown as a workbook."""
        list_output.export(self)

    def desk(self) -> Desk | None:
        """The desk of the screen the list is part of."""
        place: QObject | None = self
        while place is not None:
            found = getattr(place, "desk", None) or getattr(place, "_desk", None)
            if isinstance(found, Desk):
                return found
            place = place.parent()
        return None

    # Qt

    def sizeHint(self) -> QSize:
        """No higher than it must be: a list takes what its page has left."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self.share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_rows()
            self.share_width()

    def _size_rows(self) -> None:
        down = self.verticalHeader()
        down.setMinimumSectionSize(theme.row_height())
        down.setDefaultSectionSize(theme.row_height())

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is part of a screen: columns as they were kept."""
        super().showEvent(event)
        self._read_columns()

    def event(self, event: QEvent) -> bool:
        """The list's own keys come before those of the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and _own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies (with Shift: with titles), Ctrl+Shift+L filters."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not _own_key(event) or self.list_model is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_C:
            self.copy(titles=shift)
        elif event.key() == Qt.Key.Key_F10:
            self._on_menu_key()
        elif self.header.filters_shown:
            self.stop_filtering()
        else:
            self.filter_by(max(0, self.currentIndex().column()))

    # Slots

    @Slot(int)
    def _on_title(self, column: int) -> None:
        model = self.list_model
        if model is not None:
            self.arrange(model.arrangement.turned(column))
            self._show_order()

    @Slot(int, str)
    def _on_typed(self, column: int, text: str) -> None:
        model = self.list_model
        if model is not None:
            self.arrange(model.arrangement.filtered(column, text))

    @Slot()
    def _on_left_down(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.row() < 0:
            self.select(self._first_row())

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        if self._row_menu is not None and self.row() >= 0:
            self._row_menu(menu)
            menu.addSeparator()
        column = max(0, self.indexAt(at).column())
        list_menu.add_output(menu, self, column)
        menu.addSeparator()
        list_menu.add_columns(menu.addMenu("Sắp xếp, lọc, cột"), self, column)
        self._open(menu, self.viewport().mapToGlobal(at))

    def _on_menu_key(self) -> None:
        """Shift+F10, which not every system turns into a request for the menu itself."""
        if QApplication.activePopupWidget() is None:
            self._on_menu(self.visualRect(self.currentIndex()).bottomLeft())

    @Slot(QPoint)
    def _on_header_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        list_menu.add_columns(menu, self, max(0, self.header.logicalIndexAt(at)))
        menu.addSeparator()
        list_menu.add_output(menu, self, max(0, self.header.logicalIndexAt(at)))
        self._open(menu, self.header.mapToGlobal(at))

    @Slot(int, int, int)
    def _on_resized(self, column: int, _: int, width: int) -> None:
        titles = self._titles()
        if not self._sharing and width and column < len(titles) and self.isVisible():
            self._widths[titles[column]] = theme.plain(width)
            self._keep.start()

    @Slot()
    def _show_order(self) -> None:
        model = self.list_model
        if model is not None:
            how = model.arrangement
            # The style's arrow points down for rising order; Excel's and Windows' points up.
            order = Qt.SortOrder.AscendingOrder if how.descending else Qt.SortOrder.DescendingOrder
            self.header.setSortIndicator(how.column, order)

    @Slot()
    def _span_groups(self) -> None:
        model = self.model()
        self.clearSpans()
        if isinstance(model, GroupedTable) and model.columnCount() > 1:
            for row in model.groups:
                self.setSpan(row, 0, 1, model.columnCount())

    # Inside

    def _open(self, menu: QMenu, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _titles(self) -> list[str]:
        model = self.model()
        across = Qt.Orientation.Horizontal
        return [str(model.headerData(n, across) or n) for n in range(model.columnCount())]

    def _weight(self, column: int) -> int:
        return self._weights[column] if column < len(self._weights) else _EXTRA_WEIGHT

    def _first_column(self) -> int:
        return next(iter(self.shown_columns()), 0)

    def _first_row(self) -> int:
        model = self.model()
        return next(
            (
                row
                for row in range(min(model.rowCount(), 2))
                if model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable
            ),
            -1,
        )

    def _fill(self, given: Sequence[int], free: int) -> None:
        """What rounding left goes to the last column that shares."""
        flexible = [n for n, weight in enumerate(given) if weight > 0]
        left = free - sum(self.columnWidth(n) for n in flexible)
        if flexible and left > 0:
            self.setColumnWidth(flexible[-1], self.columnWidth(flexible[-1]) + left)

    def _hide_columns(self) -> None:
        for column, title in enumerate(self._titles()):
            self.setColumnHidden(column, title in self._hidden)

    def _order_columns(self, names: Sequence[str]) -> None:
        places = {name: n for n, name in enumerate(names)}
        titles = [columns.name_of(title) for title in self._titles()]
        order = sorted(range(len(titles)), key=lambda n: (places.get(titles[n], len(places)), n))
        for visual, logical in enumerate(order):
            self.header.moveSection(self.header.visualIndex(logical), visual)
        self._keep.stop()

    def _read_columns(self) -> None:
        desk = self.desk()
        if desk is None or self._kept_for == self._name or self.list_model is None:
            return
        self._kept_for = self._name
        self.list_model.work_on(desk)
        kept = {one.name: one for one in columns.read(desk.settings, self._name)}
        if not kept:
            return
        self._order_columns(list(kept))
        for column, title in enumerate(self._titles()):
            choice = kept.get(columns.name_of(title))
            if choice is not None:
                self.setColumnHidden(column, not choice.shown)
                if choice.width:
                    self._widths[title] = max(LEAST, choice.width)
        if len(self.shown_columns()) == 0:
            self._hide_columns()
        self.share_width()

    def _look(self, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
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
        self._size_rows()


_EXTRA_WEIGHT = 3


def _own_key(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    if event.matches(QKeySequence.StandardKey.Copy):
        return True
    if event.key() == Qt.Key.Key_F10:
        return event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.modifiers() == both and event.key() in (Qt.Key.Key_C, Qt.Key.Key_L)


class EmptyNote(QObject):
    """Writes a sentence into a table's middle while it has no rows."""

    def __init__(self, view: QTableView, text: str) -> None:
        super().__init__(view)
        self._view = view
        self._text = text
        self._label = label(text, "soft", wrap=True)
        self._label.setParent(view.viewport())
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        view.viewport().installEventFilter(self)
        view.model().modelReset.connect(self.refresh)
        self.refresh()

    def tell(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.refresh()

    def refresh(self) -> None:
        """Show or hide according to the rows; say it when a filter hides them."""
        model = self._view.model()
        narrowed = isinstance(model, ListTable) and model.arrangement.narrows
        self._label.setText(_NOTHING_LEFT if narrowed else self._text)
        self._label.setGeometry(self._view.viewport().rect().adjusted(16, 0, -16, 0))
        self._label.setVisible(model.rowCount() == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size."""
        if event.type() == QEvent.Type.Resize:
            self.refresh()
        return super().eventFilter(watched, event)
