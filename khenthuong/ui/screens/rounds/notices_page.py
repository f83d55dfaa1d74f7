"""Step Niêm yết: where and how long the list hung, which opinions came, how they were answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khenthuong.domain.rounds import Notice
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.screens.rounds.round_data import RoundView
from khenthuong.ui.screens.rounds.round_sheets import NOTICE, NOTICE_COLUMNS


class NoticesPage(QWidget):
    """The notices of a round."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = ""
        self.pane = RecordsPane(desk, "Niêm yết", NOTICE, NOTICE_COLUMNS)
        # Assemble
        self.pane.note.tell("Chưa ghi nơi niêm yết nào. Bấm «Thêm» (Ctrl+N).")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        # Signals
        self.pane.saved.connect(self._on_saved)
        self.pane.removed.connect(self._on_removed)

    def show_round(self, view: RoundView) -> None:
        """Show a round."""
        self._round = view.round.code
        self.pane.show_records(view.notices)

    @Slot(object, object)
    def _on_saved(self, old: Notice | None, values: dict[str, object]) -> None:
        notice = NOTICE.build(values, old, round=self._round)
        others = [one for one in self.pane.table.records if one != old]
        self._desk.run(_save, self._round, (*others, notice), done=self._on_written)

    @Slot(object)
    def _on_removed(self, notice: Notice) -> None:
        others = [one for one in self.pane.table.records if one != notice]
        self._desk.run(_save, self._round, others, done=self._on_written)

    def _on_written(self, _: object) -> None:
        self.pane.stop()
        self._desk.tell("Đã lưu.")
        self.changed.emit()


def _save(ws: Any, round_code: str, notices: Sequence[Notice]) -> None:
    from khenthuong.services.appraisal import rounds

    rounds.save_notices(ws, round_code, tuple(notices))
