"""Step Niêm yết: where and how long the list hung, which opinions came, how they were answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.rounds import Notice
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.screens.rounds.opinions_closing import ClosingPane
from khenthuong.ui.screens.rounds.opinions_pane import OpinionsPane
from khenthuong.ui.screens.rounds.round_data import RoundView
from khenthuong.ui.screens.rounds.round_sheets import NOTICE, NOTICE_COLUMNS
from khenthuong.ui.widgets.labels import label


class NoticesPage(QWidget):
    """The notices of a round."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = ""
        self._view: RoundView | None = None
        self.pane = RecordsPane(desk, "Niêm yết", NOTICE, NOTICE_COLUMNS)
        self.opinions = OpinionsPane(desk)
        self.rule = label("", "quiet", wrap=True)
        self.terms = label("", "soft", wrap=True)
        self.tabs = QTabWidget()
        self.closing = ClosingPane(desk)
        # Assemble
        self.pane.note.tell("Chưa ghi nơi niêm yết nào. Bấm «Thêm» (Ctrl+N).")
        posted = QWidget()
        inside = QVBoxLayout(posted)
        inside.setContentsMargins(0, 8, 0, 0)
        for widget in (self.rule, self.terms):
            inside.addWidget(widget)
        inside.addWidget(self.pane, 1)
        self.tabs.addTab(posted, "Nơi niêm yết")
        self.tabs.addTab(self.opinions, "Ý kiến")
        self.tabs.addTab(self.closing, "Biên bản kết thúc")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        # Signals
        # The button proposes as Ctrl+N does.
        self.pane.add.clicked.disconnect()
        self.pane.add.clicked.connect(self._begin_place)
        self.pane.saved.connect(self._on_saved)
        self.pane.removed.connect(self._on_removed)
        self.opinions.changed.connect(self.changed)
        self.tabs.currentChanged.connect(self._on_tab)

    def show_round(self, view: RoundView) -> None:
        """Show a round."""
        self._round = view.round.code
        self._view = view
        self.pane.show_records(view.notices)
        self._desk.run(_read, self._round, done=self._on_read, key="notices.read")

    def begin_add(self) -> None:
        """A new opinion when their tab is open, else a new place."""
        if self.tabs.currentIndex() == 1:
            self.opinions.pane.begin_new()
        else:
            self._begin_place()

    @Slot()
    def _begin_place(self) -> None:
        """The first place of a round is proposed as it was last time; the days are typed."""
        view = self._view
        if view is None or view.notices or view.last_notice is None:
            self.pane.begin_new()
            return
        self.pane.begin_new({"place": view.last_notice.place})
        self.pane.form.focus("start")

    def _on_read(self, posted: Any) -> None:
        self.rule.setText(posted.rule)
        lines = [f"{one.notice.place}: {one.words}." for one in posted.notices]
        self.terms.setText("\n".join(lines))
        waiting = len(posted.waiting)
        count = f"{len(posted.opinions)}" + (f", {waiting} chưa xong" if waiting else "")
        self.tabs.setTabText(1, f"Ý kiến ({count})")
        if not self.opinions.pane.editing:
            self.opinions.show_posting(self._round, posted)

    @property
    def panes(self) -> tuple[RecordsPane, ...]:
        """The lists that can be edited: places, and opinions."""
        return (self.pane, self.opinions.pane)

    def save(self) -> None:
        """Save what is being edited; make the closing minutes where they are in front."""
        for pane in self.panes:
            if pane.editing:
                pane.save()
                return
        if self.tabs.currentWidget() is self.closing:
            self.closing.make.click()

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        if number == self.tabs.indexOf(self.closing) and self._round:
            self.closing.show_round(self._round)

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


def _read(ws: Any, round_code: str) -> Any:
    from khenthuong.services.appraisal import notices

    return notices.read(ws, round_code)


def _save(ws: Any, round_code: str, notices: Sequence[Notice]) -> None:
    from khenthuong.services.appraisal import rounds

    rounds.save_notices(ws, round_code, tuple(notices))
