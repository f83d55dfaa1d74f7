"""Sudden deeds with their clock, and the papers just made of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.examples.examples_data import CaseLine
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.tables import EmptyNote, RowsView


class SuddenPage(QWidget):
    """`wanted_place` (cure, recipient) asks to go to a round or a record."""

    wanted_place = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = ""
        self.table = RecordsTable(
            (
                ("Ngày", lambda line: line.case.achievement.when),
                ("Ai", lambda line: line.case.name),
                ("Việc làm", lambda line: line.case.achievement.content),
                ("Ngày làm việc", lambda line: line.case.passed),
                ("Kịp thời", lambda line: line.clock),
                ("Đề nghị", lambda line: line.state),
            ),
            self,
        )
        self.view = RowsView(self.table, (-92, 5, 6, -118, 8, 5), "Việc đột xuất")
        self.note = EmptyNote(self.view, "Chưa có việc đột xuất nào. Bấm «Việc đột xuất mới».")
        self.clock = label("", "subheading", wrap=True)
        self.source = label("", "soft", wrap=True)
        self.made = label("", wrap=True)
        self.go = button("Đến đợt xét", "toi", primary=True, tip="Enter")
        self.record = button("Xem thành tích", "so")
        # Assemble
        buttons = QHBoxLayout()
        buttons.addWidget(self.record)
        buttons.addStretch()
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.view, 1)
        for one in (self.clock, self.source, self.made):
            layout.addWidget(one)
        layout.addLayout(buttons)
        self.view.offer_on_rows(mirror(self.go, self.record))
        self.made.hide()
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.record.clicked.connect(self._on_record)

    @property
    def line(self) -> CaseLine | None:
        """The deed chosen."""
        line: CaseLine | None = self.table.record(self.view.row())
        return line

    def show_cases(self, lines: Sequence[CaseLine]) -> None:
        """Show these; the one wanted, else the one chosen before, is chosen."""
        before = self.line
        wanted = self.wanted or (before.case.achievement.code if before else "")
        self.wanted = ""
        self.table.show(lines)
        codes = [one.case.achievement.code for one in self.table.shown]
        self.view.select(codes.index(wanted) if wanted in codes else 0 if codes else -1)
        self._on_row()

    def show_made(self, made: Any) -> None:
        """Name the papers just made, and where they lie."""
        names = "; ".join(dict.fromkeys(one.plan.title for one in made.papers))
        said = f"Đã lập: {names}." if names else ""
        lacking = "; ".join(one.name for one in made.problems)
        if lacking:
            said += f" Báo cáo còn thiếu mục: {lacking} (màn hình Biểu mẫu)."
        if not made.papers:
            said += " Chưa lập được văn bản: đến đợt xét để xem còn thiếu gì."
        self.made.setText(said.strip())
        self.made.show()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_row(self) -> None:
        line = self.line
        self.clock.setText("; ".join(p for p in (line.gone, line.clock) if p) if line else "")
        self.source.setText(line.source if line else "")
        self.go.setEnabled(line is not None and bool(line.case.nominated))
        self.record.setEnabled(line is not None)

    @Slot()
    def _on_go(self) -> None:
        line = self.line
        if line is not None and line.case.nominated:
            self.made.hide()
            self.wanted_place.emit(f"dot:{line.case.nominated[-1].round.code}:danh_sach", "")
        else:
            self._on_record()

    @Slot()
    def _on_record(self) -> None:
        line = self.line
        if line is not None:
            one = line.case.achievement
            self.wanted_place.emit(f"thanh_tich:{one.code}", one.recipient)
