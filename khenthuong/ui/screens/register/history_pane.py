"""Who changed what, when: old → new, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from khenthuong.domain.history import HistoryEntry
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_KINDS = {"insert": "Thêm", "update": "Sửa", "delete": "Xóa"}


@dataclass(frozen=True)
class _Line:
    """One field of one change."""

    at: str
    who: str
    what: str
    field: str
    old: str
    new: str


class HistoryPane(QWidget):
    """The history of one recipient as a table."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.table = RecordsTable(
            (
                ("Lúc", attrgetter("at")),
                ("Ai", attrgetter("who")),
                ("Việc", attrgetter("what")),
                ("Mục", attrgetter("field")),
                ("Cũ", attrgetter("old")),
                ("Mới", attrgetter("new")),
            ),
            self,
        )
        self.view = RowsView(self.table, (-136, -84, 5, 4, 4, 4), "Lịch sử", many=True)
        self._note = EmptyNote(
            self.view, "Chưa có thay đổi nào. Sửa rồi lưu thì mỗi lần lưu hiện một dòng."
        )
        # Assemble
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.view)

    def load(self, code: str) -> None:
        """Read a recipient's history."""
        self._desk.run(_read, code, done=self.show_entries, key="history")

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """One line per field that changed."""
        self.table.show([line for entry in entries for line in _lines(entry)])


def _read(ws: Any, code: str) -> Sequence[HistoryEntry]:
    from khenthuong.services import register

    return register.history(ws, code)


def _lines(entry: HistoryEntry) -> list[_Line]:
    operation = entry.operation
    at = _local(operation.at)
    what = operation.label or _KINDS.get(entry.kind, entry.kind)
    if not entry.differences:
        return [_Line(at, operation.who, what, _KINDS.get(entry.kind, ""), "", "")]
    (field, old, new), *others = entry.differences
    return [
        _Line(at, operation.who, what, field, old, new),
        *(_Line("", "", "", *difference) for difference in others),
    ]


def _local(iso: str) -> str:
    try:
        return datetime.fromisoformat(iso).strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return iso
