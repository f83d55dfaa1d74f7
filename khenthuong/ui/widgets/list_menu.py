"""The menus of a list: sort, filter, choose columns, copy, export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from khenthuong.ui import theme
from khenthuong.ui.models.arranging import Arrangement

if TYPE_CHECKING:
    from khenthuong.ui.models.list_table import ListTable
    from khenthuong.ui.widgets.tables import RowsView


def add_output(menu: QMenu, view: RowsView, column: int) -> None:
    """Copy and export."""
    many = view.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
    if many:
        menu.addAction("Chọn tất cả", QKeySequence("Ctrl+A"), view.selectAll)
    chosen = menu.addAction("Chép dòng đang chọn", QKeySequence("Ctrl+C"), view.copy)
    titled = menu.addAction(
        "Chép kèm đầu cột", QKeySequence("Ctrl+Shift+C"), partial(view.copy, titles=True)
    )
    for action in (chosen, titled):
        action.setEnabled(view.row() >= 0)
    everything = partial(view.copy, titles=True, everything=True)
    menu.addAction("Chép cả danh sách", everything).setEnabled(view.model().rowCount() > 0)
    if view.desk() is not None:
        export = menu.addAction(theme.icon("so_mau"), "Xuất Excel…", view.export)
        export.setEnabled(view.model().rowCount() > 0)


def add_columns(menu: QMenu, view: RowsView, column: int) -> None:
    """Sort by a column, filter, choose columns."""
    model = view.list_model
    if model is None:
        return
    _add_sorting(menu, view, model, column)
    menu.addSeparator()
    keys = QKeySequence("Ctrl+Shift+L")
    narrow = partial(view.filter_by, column)
    start = menu.addAction(theme.icon("tim"), "Lọc theo cột này…", keys, narrow)
    start.setEnabled(not view.header.isHidden())
    stop = menu.addAction("Bỏ lọc", view.stop_filtering)
    stop.setEnabled(view.header.filters_shown)
    menu.addSeparator()
    _add_choices(menu.addMenu("Cột hiện"), view, model)
    for words, step in (("Chuyển cột sang trái", -1), ("Chuyển cột sang phải", 1)):
        place = view.header.visualIndex(column)
        move = menu.addAction(words, partial(view.header.moveSection, place, place + step))
        move.setEnabled(0 <= place + step < view.header.count())
    menu.addAction("Cột như ban đầu", view.reset_columns)


def _add_sorting(menu: QMenu, view: RowsView, model: ListTable, column: int) -> None:
    filters = model.arrangement.filters
    title = model.titles[column]
    for words, how in (
        (f"Xếp tăng dần theo «{title}»", Arrangement(column, False, filters)),
        (f"Xếp giảm dần theo «{title}»", Arrangement(column, True, filters)),
        ("Thứ tự ban đầu", Arrangement(-1, False, filters)),
    ):
        action = menu.addAction(words, partial(view.arrange, how))
        action.setCheckable(True)
        action.setChecked(how == model.arrangement)


def _add_choices(menu: QMenu, view: RowsView, model: ListTable) -> None:
    for column, title in enumerate(model.titles):
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(not view.isColumnHidden(column))
        action.toggled.connect(partial(_show, view, column))


def _show(view: RowsView, column: int, shown: bool) -> None:
    view.show_column(column, shown=shown)
