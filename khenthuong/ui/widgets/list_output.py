"""A list leaves the screen: to the clipboard, to a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from khenthuong.domain.names import slug
from khenthuong.ui import messages
from khenthuong.ui.models.arranging import as_cell, as_text

if TYPE_CHECKING:
    from khenthuong.ui.models.list_table import Reader
    from khenthuong.ui.widgets.tables import RowsView

_EXCEL = "Sổ Excel (*.xlsx)"
_AT_ONCE = 500


def copy(view: RowsView, rows: Sequence[int] | None, *, titles: bool) -> None:
    """Rows (None: all shown), their columns as they stand on screen, as tab-separated text."""
    model = view.list_model
    if model is None or rows == []:
        return
    shown = view.shown_columns()
    head = [[model.titles[column] for column in shown]] if titles else []
    desk = view.desk()
    reader = model.reader(rows)
    count = model.rowCount() if rows is None else len(rows)
    if desk is None:
        _put([*head, *_cells(None, reader, shown)])
        return

    def put(cells: list[list[object]]) -> None:
        _put([*head, *cells])
        if count > 1:
            desk.say(f"Đã chép {len(cells)} dòng; dán được vào Excel.", "info")

    if count <= _AT_ONCE and not model.reads_books:
        put(_cells(None, reader, shown))
    else:
        desk.run(_cells, reader, shown, done=put, key=f"copy.{view.name}")


def export(view: RowsView) -> None:
    """All rows shown, in their order, as a workbook at a place the clerk chooses."""
    model, desk = view.list_model, view.desk()
    if model is None or desk is None:
        return
    proposed = messages.documents(desk.root) / f"{slug(view.name)}.xlsx"
    path = messages.save_file(view, "Xuất Excel", proposed, _EXCEL)
    if path is None:
        return
    path = path.with_suffix(".xlsx")
    shown = view.shown_columns()
    titles = [model.titles[column] for column in shown]

    def tell(count: int) -> None:
        desk.say(f"Đã xuất {count} dòng ra «{path.name}».")

    desk.run(_export, path, view.name, titles, model.reader(), shown, done=tell)


def _put(rows: Sequence[Sequence[object]]) -> None:
    QGuiApplication.clipboard().setText(as_text(rows))


def _cells(ws: Any, reader: Reader, columns: Sequence[int]) -> list[list[object]]:
    return [[row[column] for column in columns] for row in reader(ws)]


def _export(
    ws: Any, path: Path, name: str, titles: Sequence[str], reader: Reader, columns: Sequence[int]
) -> int:
    from khenthuong.services import tables_out

    rows = [[as_cell(value) for value in row] for row in _cells(ws, reader, columns)]
    return tables_out.export_table(path, name, titles, rows)
