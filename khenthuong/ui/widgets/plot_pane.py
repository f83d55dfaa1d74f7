"""A plot with where its figures come from, the same figures as a table, and ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.plots.figures import Plot
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.plot_view import PlotView
from khenthuong.ui.widgets.tables import RowsView

_HINT = "Phím mũi tên đi qua từng số liệu; rê chuột vào hình cũng xem được."
_PICTURE_MM = 240.0
_PICTURE, _WORD = "Hình PNG (*.png)", "Văn bản Word (*.docx)"
_WIDE = 24
"""A column whose longest cell has more letters than this gets more room."""


class PlotPane(QWidget):
    """Shows one plot; nothing is read here: the owner hands the plot in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plot: Plot | None = None
        self.heading = label("", "subheading", wrap=True)
        self.source = label("", "soft", wrap=True)
        self.copy = button("Chép bảng", "so_mau", tip="Chép bảng số liệu để dán vào Excel")
        self.save = button("Lưu hình…", "luu", tip="Ghi hình ra tệp PNG")
        self.word = button("Word", "van_ban", tip="Ghi hình ra tệp Word")
        self.view = PlotView()
        self.area = QScrollArea()
        self.said = label(_HINT, "", wrap=True)
        self.empty = EmptyPage("thong_ke", "Chưa có gì để vẽ", "")
        self.pages = QStackedWidget()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.rows: RowsView = _table("", ("",), ())
        # Assemble
        self._assemble()
        # Signals
        self.copy.clicked.connect(self.copy_table)
        self.save.clicked.connect(self.save_picture)
        self.word.clicked.connect(self.write_word)
        self.view.told.connect(self.said.setText)

    @property
    def plot(self) -> Plot | None:
        """The plot shown."""
        return self._plot

    def show_plot(self, plot: Plot) -> None:
        """Show a plot, or what is missing for it."""
        self._plot = plot
        self.heading.setText(plot.title)
        self.source.setText(plot.source)
        self.said.setText(_HINT)
        self.view.show_plot(plot)
        drawn = plot.figures is not None
        self.empty.tell("Chưa có gì để vẽ", plot.missing)
        self.pages.setCurrentIndex(0 if drawn else 1)
        for one in (self.copy, self.save, self.word):
            one.setEnabled(drawn)
        old, self.rows = self.rows, _table(plot.key, plot.heads, plot.rows)
        self.split.replaceWidget(1, self.rows)
        old.deleteLater()

    @Slot()
    def copy_table(self) -> None:
        """Put the figures on the clipboard."""
        if self._plot is not None:
            QGuiApplication.clipboard().setText(self._plot.text)
            self._desk.say("Đã chép bảng số liệu; dán được vào Excel.", "info")

    @Slot()
    def save_picture(self) -> None:
        """Write the picture where the clerk wants it."""
        image = self.view.picture(_PICTURE_MM)
        path = self._ask("png", "Lưu hình", _PICTURE) if image is not None else None
        if image is None or path is None:
            return
        if image.save(str(path)):
            self._desk.say(f"Đã ghi «{path.name}» vào {path.parent}.")
        else:
            self._desk.say(f"Không ghi được «{path.name}»; hãy chọn thư mục khác.", "bad")

    @Slot()
    def write_word(self) -> None:
        """Write a Word file with the picture where the clerk wants it."""
        path = self._ask("docx", "Ghi ra Word", _WORD)
        if path is not None:
            self._desk.run(_write, self._plot, path, done=self._on_written)

    @Slot()
    def show_pages(self) -> None:
        """Show the Word file as pages."""
        if self._plot is not None and self._plot.figures is not None:
            self._desk.run(_write_pages, self._plot, done=self._on_pages)

    def _on_pages(self, path: Path) -> None:
        if self._plot is not None:
            self._desk.preview(path, self._plot.title)

    def _on_written(self, path: Path) -> None:
        self._desk.say(f"Đã ghi «{path.name}» vào {path.parent}.")

    def _ask(self, kind: str, title: str, kinds: str) -> Path | None:
        if self._plot is None or self._plot.figures is None:
            return None
        from khenthuong.services.plots import papers

        proposed = messages.documents(self._desk.root) / papers.file_name(self._plot, kind)
        path = messages.save_file(self, title, proposed, kinds)
        return path.with_suffix(f".{kind}") if path is not None else None

    def _assemble(self) -> None:
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.source)
        top.addLayout(words, 1)
        for one in (self.copy, self.save, self.word):
            one.setEnabled(False)
            top.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.view)
        drawn = QWidget()
        below = QVBoxLayout(drawn)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.area, 1)
        below.addWidget(self.said)
        self.split.addWidget(drawn)
        self.split.addWidget(self.rows)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([420, 150])
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.pages, 1)


def _table(key: str, heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> RowsView:
    columns: list[tuple[str, Callable[[Any], object]]] = [
        (head, lambda row, place=place: row[place]) for place, head in enumerate(heads)
    ]
    table = RecordsTable(columns)
    longest = [max((len(row[place]) for row in rows), default=0) for place in range(len(heads))]
    view = RowsView(table, [4 if one > _WIDE else 2 for one in longest], f"Biểu đồ {key}")
    view.setAccessibleName("Số liệu của biểu đồ")
    table.setParent(view)
    table.show(rows)
    view.select(0)
    return view


def _write(ws: Any, plot: Plot, path: Path) -> Path:
    from khenthuong.services.plots import papers

    return papers.write_word(ws, plot, path)


def _write_pages(ws: Any, plot: Plot) -> Path:
    from khenthuong.services.plots import papers

    return papers.write_word(ws, plot, ws.pages_folder / papers.file_name(plot, "docx"))
