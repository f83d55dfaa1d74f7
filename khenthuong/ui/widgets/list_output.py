"""A list leaves the screen: to the clipboard, to a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from khenthuong.domain.names import slug
from khenthuong.ui import messages
from khenthuong.ui.models.arranging import as_cell, show
from khenthuong.ui.widgets.grid_paste import write_block

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
    head = [model.titles[column] for column in shown] if titles else []
    reader, desk = model.reader(rows), view.desk()
    count = model.rowCount() if rows is None else len(rows)

    def put(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        if desk is not None and count > 1:
            desk.say("Đã chép; dán được vào Excel.", "info")

    if desk is None or (count <= _AT_ONCE and not model.reads_books):
        put(_text(None, reader, shown, head))
    else:
        desk.run(_text, reader, shown, head, done=put, key=f"copy.{view.name}")


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


def _cells(ws: Any, reader: Reader, columns: Sequence[int]) -> Iterator[tuple[object, ...]]:
    return (tuple(row[column] for column in columns) for row in reader(ws))


def _text(ws: Any, reader: Reader, columns: Sequence[int], head: Sequence[str]) -> str:
    rows = [list(map(show, row)) for row in _cells(ws, reader, columns)]
    return write_block([head, *rows] if head else rows)


def _export(
    ws: Any, path: Path, name: str, titles: Sequence[str], reader: Reader, columns: Sequence[int]
) -> int:
    from khenthuong.services import tables_out

    rows = [tuple(map(as_cell, row)) for row in _cells(ws, reader, columns)]
    return tables_out.export_table(path, name, titles, rows)
