"""Hôm nay: one calm page of what waits, each line one key from its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from khenthuong import texts
from khenthuong.errors import CancelledError
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.screens.home.first_steps import FirstStepsCard
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import RowsView

if TYPE_CHECKING:
    from datetime import date

    from khenthuong.services.today import Today, TodayLine

Index = QModelIndex | QPersistentModelIndex
_LOOKS = {
    "tre": ("canh_bao", "bad"),
    "sap_den": ("lich", "warn"),
    "con_viec": ("thieu", "accent"),
    "nen_xem": ("can_doi_chieu", "warn"),
}
"""Icon and ink of an urgency; its word is the line's first cell."""
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_STEPS_REFUSED = "thoi_buoc_dau"
_QUIET_MS = 700
"""How long nothing else must have been asked before who may be forgotten is looked for."""


class TodayTable(GroupedTable):
    """The lines of the day; urgency in words, shape and colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            (
                ("Tình trạng", _urgency),
                ("Việc", lambda line: line.what),
                ("Của", lambda line: line.about),
                ("Thời gian, số lượng", lambda line: line.left),
            ),
            parent,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The first cell carries the urgency's shape and colour."""
        line = self.record(index.row()) if index.isValid() else None
        if line is not None and index.column() == 0:
            icon, ink = _LOOKS[line.urgency.value]
            if role == Qt.ItemDataRole.DecorationRole:
                return theme.icon(icon, ink)
            if role == Qt.ItemDataRole.ForegroundRole:
                return theme.colour(ink)
        return super().data(index, role)


class HomeScreen(Screen):
    """What waits today."""

    title = "Hôm nay"
    icon = "hom_nay"
    help_page = "hom_nay#man-hinh-hom-nay"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._today: Today | None = None
        self._forgotten: tuple[TodayLine, ...] = ()
        self._known: tuple[object, ...] = ()
        self._task: Task | None = None
        self._later = QTimer(self)
        self.day = label("", "soft")
        self.table = TodayTable(self)
        self.view = RowsView(self.table, (-116, 6, 6, 4), "Việc hôm nay")
        self.go = button("Đến chỗ làm", "toi", primary=True, tip="Enter")
        self.more = button("Mọi thời hạn", "lich")
        self.steps = FirstStepsCard()
        self._rest = QWidget()
        self.nothing = EmptyPage(
            "dat", "Không có việc nào chờ", "Mở một đợt xét, hoặc tìm trong Sổ khi cần."
        )
        # Assemble
        self._later.setSingleShot(True)
        self._later.setInterval(_QUIET_MS)
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(self.day, 1)
        top.addWidget(self.more)
        top.addWidget(self.go)
        self.box.addLayout(top)
        self.box.addWidget(self.steps)
        self.box.addWidget(self.view, 1)
        self.box.addWidget(self.nothing, 1)
        self.box.addWidget(self._rest, 1)
        for widget in (self.steps, self.nothing, self.more, self._rest):
            widget.hide()
        # Signals
        self.view.activated.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.more.clicked.connect(self._on_more)
        self.steps.wanted.connect(self._on_step)
        self.steps.refused.connect(self._on_steps_refused)
        self._later.timeout.connect(self._look_for_forgotten)

    def refresh(self) -> None:
        """Read again."""
        self.desk.run(_read, done=self._on_read, key="home.read")

    def begin_find(self) -> None:
        """Into the list, or to the next of the first steps."""
        if self.steps.isHidden():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.steps.begin()

    def leave(self) -> None:
        """What is still being looked for is given up."""
        self._later.stop()
        if self._task is not None:
            self._task.cancel()

    def hideEvent(self, event: Any) -> None:
        """Another screen is wanted: its reading must not wait for ours."""
        self.leave()
        super().hideEvent(event)

    def _on_read(self, found: Today) -> None:
        first = self._today is None
        self._today = found
        if self._known != _mark(found):
            self._forgotten = ()
            if self.isVisible():
                self._later.start()
        self.day.setText(_day(self.desk.ws.today()))
        refused = self.desk.settings.read(_STEPS_REFUSED, False)
        self.steps.setVisible(not (found.first_steps.done or refused))
        self.steps.show_steps(found.first_steps)
        self.more.setVisible(bool(found.more_due))
        self.more.setText(f"Mọi thời hạn (còn {found.more_due})")
        self._show()
        focused = QApplication.focusWidget()
        on_a_step = focused is not None and self.steps.isAncestorOf(focused)
        if self.isVisible() and (first or on_a_step):
            self.begin_find()

    def _show(self) -> None:
        row = max(self.view.row(), 0)
        lines = self._lines()
        groups = [(texts.label(part), list(mine)) for part, mine in groupby(lines, key=_part)]
        self.table.show_groups(groups)
        self.view.setVisible(bool(lines))
        self.nothing.setVisible(not lines and self.steps.isHidden())
        self._rest.setVisible(not lines and not self.steps.isHidden())
        self.go.setVisible(bool(lines))
        near = sorted(range(self.table.rowCount()), key=lambda at: (abs(at - row), at))
        self.view.select(next((at for at in near if self.table.record(at) is not None), -1))

    def _lines(self) -> list[TodayLine]:
        lines = [*(self._today.lines if self._today else ()), *self._forgotten]
        order = list(type(lines[0].part)) if lines else []
        return sorted(lines, key=lambda line: order.index(line.part))

    @Slot()
    def _look_for_forgotten(self) -> None:
        """Last of all, and only while nobody waits for something else."""
        if self._today is None or not self.isVisible():
            return
        if self.desk.jobs.pending:
            self._later.start()
            return
        self._task = Task(self)
        self.desk.run(
            _forgotten,
            self._today.years,
            self._task,
            done=self._on_forgotten,
            failed=self._on_not_found,
            key="home.forgotten",
        )

    def _on_forgotten(self, found: tuple[TodayLine, ...]) -> None:
        self._task = None
        if self._today is not None:
            self._known = _mark(self._today)
        self._forgotten = found
        self._show()

    def _on_not_found(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, CancelledError):
            self.desk.on_failed(error)

    @Slot()
    def _on_go(self) -> None:
        line = self.table.record(self.view.row())
        if line is not None:
            self.desk.wanted.emit(line.cure, "")

    @Slot()
    def _on_more(self) -> None:
        self.desk.wanted.emit("man_hinh:thoi_han", "")

    @Slot()
    def _on_steps_refused(self) -> None:
        self.desk.settings.write(_STEPS_REFUSED, True)
        self.steps.hide()
        self._show()
        self.begin_find()

    @Slot(str)
    def _on_step(self, cure: str) -> None:
        self.desk.wanted.emit(cure, "")


def _mark(found: Today) -> tuple[object, ...]:
    """What was looked for holds while the books and the years stay."""
    return (found.newest, found.years)


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}, {texts.show(day)}"


def _part(line: TodayLine) -> Any:
    return line.part


def _urgency(line: TodayLine) -> str:
    return texts.label(line.urgency)


def _read(ws: Any) -> Today:
    from khenthuong.services import today

    return today.read(ws)


def _forgotten(ws: Any, years: Sequence[Any], task: Task) -> tuple[TodayLine, ...]:
    from khenthuong.services import today

    return today.forgotten(ws, years, cancelled=task.cancelled)
