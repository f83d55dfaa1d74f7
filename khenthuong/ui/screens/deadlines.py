"""Thời hạn: everything due in the office's rounds, what is late first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.kinds import Checked
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.domain.deadlines import Deadline

Index = QModelIndex | QPersistentModelIndex
_STATES = {
    "qua_han": ("canh_bao", "bad"),
    "sap_den_han": ("lich", "warn"),
    "con_thoi_gian": ("den_buoc_sau", "soft"),
    "da_xong": ("dat", "good"),
}
"""Icon and ink of a state; the word stands beside it."""


@dataclass(frozen=True)
class DueRow:
    """A deadline in words, with the round's name."""

    deadline: Deadline
    state: str
    what: str
    round_name: str
    left: str
    source: str


class DeadlinesTable(RecordsTable):
    """Deadlines; the state in words, shape and colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            (
                ("Tình trạng", lambda row: row.state),
                ("Việc", lambda row: row.what),
                ("Đợt xét, phong trào", lambda row: row.round_name),
                ("Đến hạn", lambda row: row.deadline.day),
                ("Thời gian", lambda row: row.left),
                ("Theo", lambda row: row.source),
            ),
            parent,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The first column carries the state's shape and colour."""
        if index.isValid() and index.column() == 0:
            icon, ink = _STATES[self.record(index.row()).deadline.state]
            if role == Qt.ItemDataRole.DecorationRole:
                return theme.icon(icon, ink)
            if role == Qt.ItemDataRole.ForegroundRole:
                return theme.colour(ink)
        return super().data(index, role)


class DeadlinesScreen(Screen):
    """What is due."""

    title = "Thời hạn"
    icon = "lich"
    help_page = "thoi_han"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.summary = label("", "soft")
        self.table = DeadlinesTable(self)
        self.view = RowsView(self.table, (-124, 8, 7, -92, -172, 10), "Việc đến hạn")
        self.note = EmptyNote(
            self.view,
            "Không có việc nào đến hạn. Ghi «Hạn nộp», «Ngày nhận hồ sơ» của đợt xét thì việc hiện "
            "ở đây.",
        )
        self.go = button("Đến chỗ làm", "toi", primary=True, tip="Enter")
        # Assemble
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(self.summary, 1)
        top.addWidget(self.go)
        self.box.addLayout(top)
        self.box.addWidget(self.view, 1)
        # Signals
        self.view.offer_on_rows(mirror(self.go))
        self.view.activated.connect(self._on_go)
        self.go.clicked.connect(self._on_go)

    def refresh(self) -> None:
        """Read again."""
        self.desk.run(_read, done=self._on_read, key="deadlines.read")

    def begin_find(self) -> None:
        """Into the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, rows: tuple[DueRow, ...]) -> None:
        row = max(self.view.row(), 0)
        self.table.show(rows)
        self.view.select(min(row, len(rows) - 1))
        self.go.setEnabled(bool(rows))
        self.summary.setText(_summary(rows))

    @Slot()
    def _on_go(self) -> None:
        row = self.table.record(self.view.row())
        if row is not None:
            self.desk.wanted.emit(_place(row.deadline), "")


def _place(one: Deadline) -> str:
    if one.movement:
        return f"phong_trao:{one.movement}"
    if one.deed:
        return f"viec_dot_xuat:{one.deed}"
    return f"dot:{one.round}:{one.step.value}"


def _summary(rows: tuple[DueRow, ...]) -> str:
    found = [row.deadline.state.value for row in rows]
    counted = [(found.count(state), texts.say(f"label.DeadlineState.{state}")) for state in _STATES]
    return " · ".join(f"{count} {name.lower()}" for count, name in counted if count)


def _read(ws: Any) -> tuple[DueRow, ...]:
    from khenthuong.services.appraisal import checking, deadlines, rounds

    names = {summary.round.code: summary.round.name for summary in rounds.rounds(ws)}
    launched = {one.code: one.name for one in rounds.movements(ws)}
    return tuple(
        DueRow(
            one,
            texts.label(one.state),
            _what(one),
            _about(one, names, launched),
            _left(one),
            _source(one, lambda cite: checking.cite_text(ws, cite)),
        )
        for one in deadlines.list_deadlines(ws)
    )


def _about(one: Deadline, names: dict[str, str], launched: dict[str, str]) -> str:
    """The round or movement; of a deed that stands in no round yet, who did it."""
    if one.deed:
        return one.subject
    return launched[one.movement] if one.movement else names[one.round]


def _what(one: Deadline) -> str:
    unit = "_tap_the" if one.kind.value in ("hop", "bien_ban") and one.subject else ""
    return texts.say(f"deadline.{one.kind.value}{unit}", {"subject": one.subject})


def _left(one: Deadline) -> str:
    if one.done_on is not None:
        code = "deadline.done_late" if one.left < 0 else "deadline.done"
        return texts.say(code, {"day": one.done_on, "days": abs(one.left)})
    if one.left == 0 and one.state.value == "qua_han":
        return texts.say("deadline.late_less")
    if one.left == 0:
        return texts.say("deadline.today")
    code = "deadline.late" if one.left < 0 else "deadline.left"
    return texts.say(code, {"days": abs(one.left)})


def _source(one: Deadline, cite: Any) -> str:
    if one.movement:
        return texts.say("deadline.source.plan")
    if one.source is None:
        return texts.say("deadline.source.book")
    working = one.kind.value != "het_niem_yet"
    if one.source.checked is Checked.MEMORY:
        # Nobody's rule here yet: the province may set another.
        code = "deadline.source.guide" if working else "deadline.source.guide_calendar"
        return texts.say(code, {"days": one.days})
    return texts.say(
        "deadline.source.value" if working else "deadline.source.calendar",
        {"days": one.days, "cite": cite(one.source.cite), "mark": texts.label(one.source.checked)},
    )
