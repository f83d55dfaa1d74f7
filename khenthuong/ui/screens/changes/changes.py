"""Lịch sử thay đổi: who wrote what and when, old → new in plain words, and the way back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from khenthuong.domain.history import HistoryEntry, Operation
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.search_box import SearchBox
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_KINDS = {"insert": "Thêm", "update": "Sửa", "delete": "Xóa"}


@dataclass(frozen=True)
class OperationLine:
    """One writing of the books."""

    at: str
    who: str
    label: str
    changes: int
    operation: Operation


@dataclass(frozen=True)
class DetailLine:
    """One field that it changed."""

    row: str
    field: str
    old: str
    new: str


class ChangesScreen(Screen):
    """Every writing of the books, the newest first; the chosen one field by field."""

    title = "Lịch sử thay đổi"
    icon = "khoi_phuc"
    help_page = "hom_nay#lich-su-thay-doi"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.search = SearchBox("Tìm theo việc hoặc người ghi (Ctrl+F)")
        self.table = RecordsTable(
            (
                ("Lúc", attrgetter("at")),
                ("Ai", attrgetter("who")),
                ("Việc", attrgetter("label")),
                ("Số dòng", attrgetter("changes")),
            ),
            self,
        )
        self.view = RowsView(self.table, (-140, -104, 8, -72), "Các lần ghi")
        self._note = EmptyNote(self.view, "Sổ chưa ghi gì.")
        self.details = RecordsTable(
            (
                ("Dòng", attrgetter("row")),
                ("Mục", attrgetter("field")),
                ("Trước", attrgetter("old")),
                ("Sau", attrgetter("new")),
            ),
            self,
        )
        self.detail_view = RowsView(self.details, (5, 4, 5, 5), "Từng mục của lần ghi")
        self._detail_note = EmptyNote(self.detail_view, "Chọn một lần ghi ở trên.")
        self._about = label("", "heading", wrap=True)
        self.undo = button("Hoàn tác lần ghi này", "khoi_phuc")
        # Assemble
        self._assemble()
        # Signals
        self.view.offer_on_rows(mirror(self.undo))
        self.search.searched.connect(self._on_searched)
        self.search.left_down.connect(self._on_left_down)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.undo.clicked.connect(self._on_undo)

    def refresh(self) -> None:
        """Read the operations again; the newest is chosen."""
        self.desk.run(_read, self.search.text(), done=self._on_read, key="changes.read")

    def begin_find(self) -> None:
        """Into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def arrive(self) -> None:
        """Into the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, lines: Sequence[OperationLine]) -> None:
        self.table.show(lines)
        self._note.tell(
            f"Không tìm thấy «{self.search.text()}»." if self.search.text() else "Sổ chưa ghi gì."
        )
        self.undo.setEnabled(bool(lines))
        if lines:
            self.view.select(0)
        else:
            self.details.show(())
            self._about.setText("")

    @Slot(str)
    def _on_searched(self, _: str) -> None:
        self.refresh()

    @Slot()
    def _on_left_down(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_row(self) -> None:
        line = self.table.record(self.view.row())
        if line is not None:
            self.desk.run(_details, line, done=self._on_details, key="changes.details")

    def _on_details(self, found: tuple[OperationLine, Sequence[DetailLine]]) -> None:
        line, details = found
        self._about.setText(f"{line.label}\n{line.at} · {line.who}")
        self.details.show(details)
        self._detail_note.tell(
            "Lần ghi này chỉ đổi những cột bên trong, không có mục nào để đọc."
            if not details
            else ""
        )

    @Slot()
    def _on_undo(self) -> None:
        line = self.table.record(self.view.row())
        if line is not None:
            self.desk.undo_asked.emit(line.operation)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(self.search, 1)
        self.box.addLayout(top)
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 8, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self.undo)
        inside.addLayout(head)
        inside.addWidget(self.detail_view, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        split.setSizes([360, 300])
        self.box.addWidget(split, 1)


def _read(ws: Any, typed: str) -> Sequence[OperationLine]:
    from khenthuong.services import changes

    return [
        OperationLine(_local(one.at), one.who, one.label, one.changes, one)
        for one in changes.history(ws, typed)
    ]


def _details(ws: Any, line: OperationLine) -> tuple[OperationLine, Sequence[DetailLine]]:
    from khenthuong.services import changes

    lines: list[DetailLine] = []
    for entry in changes.details(ws, line.operation.id):
        lines += _lines(entry, changes.table_label(entry.table))
    return line, lines


def _lines(entry: HistoryEntry, table: str) -> list[DetailLine]:
    """The row is named once, the lines of its other fields follow under it."""
    named = f"{_KINDS[entry.kind]} {table}: {entry.about}"
    return [
        DetailLine(named if number == 0 else "", field, _shown(old), _shown(new))
        for number, (field, old, new) in enumerate(entry.differences)
    ]


def _shown(value: str) -> str:
    """A moment as people write it; nothing is said, not left out."""
    return (_local(value) if _MOMENT.match(value) else value) or "(trống)"


def _local(iso: str) -> str:
    try:
        return datetime.fromisoformat(iso).strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return iso
