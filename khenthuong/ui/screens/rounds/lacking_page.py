"""Còn thiếu gì? (Ctrl+G): every missing thing of the round, each line one key from its cure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.screens.rounds.round_data import RoundView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import RowsView

if TYPE_CHECKING:
    from khenthuong.services.appraisal.lacking import Lack


class LackingPage(QWidget):
    """What the round lacks, by who or what supplies it; «Xong» when it lacks nothing.

    `counted` (how many) after every reading; `wanted` (cure, recipient) asks to go there.
    """

    counted = Signal(int)
    wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        self._first: int | None = None
        self._heading = label("", "subheading", wrap=True)
        self.go = button("Đến chỗ bổ sung", "toi", primary=True, tip="Enter")
        self.table = GroupedTable((("Thiếu của", _subject), ("Còn thiếu", _sentence)), self)
        self.view = RowsView(self.table, (4, 8), "Còn thiếu của đợt")
        self.nothing = EmptyPage(
            "dat", "Xong", "Đợt này không còn thiếu gì: hồ sơ đã chốt, đã gửi và đã có kết quả."
        )
        # Assemble
        self.view.wrap_rows()
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.nothing, 1)
        self.nothing.hide()
        # Signals
        self.view.activated.connect(self._on_go)
        self.go.clicked.connect(self._on_go)

    def show_round(self, view: RoundView) -> None:
        """Read what a round lacks."""
        if view.round.code != self._code:
            self._code, self._first = view.round.code, None
        self._desk.run(_read, self._code, done=self._on_read, key="rounds.lacking")

    def begin(self) -> None:
        """Into the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, found: Sequence[Lack]) -> None:
        row = max(self.view.row(), 0)
        groups = [
            (f"{texts.label(supplier)} ({len(rows)})", rows)
            for supplier, mine in groupby(found, key=_supplier)
            if (rows := list(mine))
        ]
        self.table.show_groups(groups)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.go.setVisible(bool(found))
        if self._first is None or len(found) > self._first:
            self._first = len(found)
        self._heading.setText(_told(len(found), self._first))
        self._select(row)
        self.counted.emit(len(found))

    def _select(self, row: int) -> None:
        """The line chosen before, else the nearest that is no heading."""
        count = self.table.rowCount()
        near = sorted(range(count), key=lambda at: (abs(at - row), at))
        chosen = next((at for at in near if self.table.record(at) is not None), -1)
        self.view.select(chosen)

    @Slot()
    def _on_go(self) -> None:
        lack = self.table.record(self.view.row())
        if lack is not None:
            self.wanted.emit(lack.cure, lack.recipient)


def _told(left: int, first: int) -> str:
    if not left:
        return ""
    if left == first:
        return f"Còn thiếu {left} mục"
    return f"Còn thiếu {left} mục; từ khi mở đợt này đã xong {first - left}"


def _supplier(one: Lack) -> Any:
    return one.supplier


def _subject(one: Lack) -> str:
    return one.subject


def _sentence(one: Lack) -> str:
    return one.sentence


def _read(ws: Any, code: str) -> Sequence[Lack]:
    from khenthuong.services.appraisal import lacking

    return lacking.of_round(ws, code)
