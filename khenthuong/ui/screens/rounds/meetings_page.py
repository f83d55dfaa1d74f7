"""Step Họp: meetings of units and of the council, their ballots, and who sits in the council."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.kinds import MeetingKind
from khenthuong.domain.rounds import Attendance, Meeting, Recusal, Vote
from khenthuong.errors import NotFoundError
from khenthuong.texts import label as word
from khenthuong.ui.cures import COUNCIL as THE_COUNCIL
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.office.council import CouncilCard
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.screens.rounds.meeting_count import MeetingCount
from khenthuong.ui.screens.rounds.round_data import RoundView
from khenthuong.ui.screens.rounds.round_sheets import MEETING, MEETING_COLUMNS
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

_OF_UNIT = "hop:"
"""How the cure of a missing meeting begins (`domain.rules.cures`)."""


class MeetingsPage(QWidget):
    """Meetings on the left, the selected one's ballot on the right; the council in its own tab."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: RoundView | None = None
        self._votes_dirty = False
        self._typed: tuple[str, Mapping[str, Any]] | None = None
        self._voting: Meeting | None = None
        self._fresh = ""
        self.meetings = RecordsPane(desk, "Cuộc họp", MEETING, MEETING_COLUMNS)
        self.seats = CouncilCard(desk)
        self.council = self.seats.pane
        self.count = MeetingCount(self)
        self.votes = self.count.votes
        self.grid = self.count.grid
        self._which = label("", "subheading", wrap=True)
        self.minutes = button("Lập biên bản", tip="Từ những gì đã ghi ở cuộc họp này (Alt+L)")
        self.minutes.setShortcut("Alt+L")
        self.ballots = button("Phiếu bầu", tip="Lập phiếu bầu của cuộc họp này để in")
        self.save_votes = button("Lưu phiếu", "luu", primary=True, tip="Ctrl+S")
        self.tabs = QTabWidget()
        # Assemble
        self._assemble()
        # Signals
        # The button proposes as Ctrl+N does.
        self.meetings.add.clicked.disconnect()
        self.meetings.add.clicked.connect(self._begin_meeting)
        self.meetings.saved.connect(self._on_meeting_saved)
        self.meetings.removed.connect(self._on_meeting_removed)
        self.meetings.view.selectionModel().currentRowChanged.connect(self._on_meeting)
        self.seats.changed.connect(self.changed)
        self.count.edited.connect(self._on_votes_edited)
        self.minutes.clicked.connect(self._on_minutes)
        self.ballots.clicked.connect(self._on_ballots)
        self.save_votes.clicked.connect(self.save)

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self._votes_dirty or self.meetings.editing or self.council.editing

    def typing_in(self, round_code: str) -> bool:
        """Whether something typed for this round is not saved."""
        return self.dirty and self._view is not None and self._view.round.code == round_code

    def show_round(self, view: RoundView) -> None:
        """Show a round; votes typed for another one are saved first."""
        self._keep_votes()
        self._view = view
        self.meetings.show_records(view.meetings)
        self._select_fresh()
        self.seats.show_members(view.council)
        self._on_meeting()

    def _select_fresh(self) -> None:
        """The meeting just written is the one whose people and votes follow."""
        codes = [one.code for one in self.meetings.table.shown]
        if self._fresh in codes:
            self.meetings.view.select(codes.index(self._fresh))
            self._fresh = ""

    def begin_add(self) -> None:
        """A new meeting, or member when that tab is open.

        Proposed is the meeting that the round lacks: of the first unit without one, then the
        council's; day and number are always typed.
        """
        if self.tabs.currentIndex():
            self.council.begin_new()
        else:
            self._begin_meeting()

    @Slot()
    def _begin_meeting(self) -> None:
        proposed = _proposed(self._view) if self._view is not None else {}
        self.meetings.begin_new(proposed)
        if proposed:
            self.meetings.form.focus("day")

    @property
    def voting(self) -> str | None:
        """The meeting whose votes are being typed; None where none are."""
        return self._voting.code if self._votes_dirty and self._voting is not None else None

    def put_back(self, meeting: str, typed: Mapping[str, Any]) -> None:
        """Select a meeting; what was typed about it follows when its people are read."""
        codes = [one.code for one in self.meetings.table.shown]
        if meeting in codes:
            self._typed = (meeting, typed)
            self.meetings.view.select(codes.index(meeting))
            self._on_meeting()

    def begin_edit(self) -> None:
        """Edit the chosen meeting, or member when that tab is open."""
        (self.council if self.tabs.currentIndex() else self.meetings).change.click()

    def open_council(self, *, council: bool) -> None:
        """Show the tab of the council, or of the meetings."""
        self.tabs.setCurrentIndex(int(council))

    def go_to(self, met: str, nominee: str) -> None:
        """Select the meeting of a unit or the council (`cures.COUNCIL`), and a nominee's votes.

        Of several meetings of the council the last that voted on the nominee, else the last.
        """
        row = self._meeting_of(met, nominee)
        if row < 0:
            self.meetings.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.meetings.view.select(row)
        votes = self.votes.row_of(nominee)
        if votes < 0:
            self.meetings.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        index = self.votes.index(votes, 1)
        self.grid.setCurrentIndex(index)
        self.grid.scrollTo(index)
        self.count.begin_votes()

    def _meeting_of(self, met: str, nominee: str) -> int:
        found = [
            (row, one.code)
            for row, one in enumerate(self.meetings.table.shown)
            if (one.unit == met if met != THE_COUNCIL else one.kind is MeetingKind.COUNCIL)
        ]
        known = self._view.votes if self._view else ()
        voted = {vote.meeting for vote in known if vote.recipient == nominee}
        rows = [row for row, code in found if code in voted] or [row for row, _ in found]
        return rows[-1] if rows else -1

    @Slot()
    def save(self) -> None:
        """Save what is being edited."""
        for pane in (self.meetings, self.council):
            if pane.editing:
                pane.save()
                return
        if self._votes_dirty and self._voting is not None:
            self._desk.run(*self._write(), done=self._on_written)

    def _write(self) -> tuple[Any, ...]:
        """What to run to keep the meeting as it stands: without its people before they are read."""
        values = self.count.values()
        if self.count.loaded:
            return (_save_count, *values)
        return (_save_meeting, values[0], values[3])

    @Slot()
    def _on_minutes(self) -> None:
        self._make(_make_minutes, "Đã lập biên bản")

    @Slot()
    def _on_ballots(self) -> None:
        self._make(_make_ballots, "Đã lập phiếu bầu")

    def _make(self, work: Any, said: str) -> None:
        """Keep what was typed, then make a paper about the meeting shown."""
        if self._voting is None:
            return
        write = self._write() if self._votes_dirty else None
        self._mark_votes(False)
        self._desk.run(work, self._voting, write, done=partial(self._on_made, said))

    def _on_made(self, said: str, paths: Sequence[Path]) -> None:
        self.changed.emit()
        self._desk.say(f"{said}: {paths[0].name}")
        self._desk.previewed.emit(paths[0], paths[0].stem)

    def _keep_votes(self) -> None:
        """Save what was typed for the meeting that is about to be left."""
        left, view = self._voting, self._view
        if not self._votes_dirty or left is None or view is None:
            return
        write = self._write()
        self._mark_votes(False)
        others = tuple(vote for vote in view.votes if vote.meeting != left.code)
        self._view = replace(view, votes=others + self.votes.votes())
        said = f"Đã lưu phiếu của cuộc họp {_name(left)}."
        self._desk.run(*write, done=partial(self._on_kept, said))

    def _on_kept(self, said: str, _: object) -> None:
        self._desk.say(said)
        self.changed.emit()

    @Slot()
    def _on_meeting(self) -> None:
        meeting = self.meetings.table.record(self.meetings.view.row())
        if self._voting is not None and (meeting is None or meeting.code != self._voting.code):
            self._keep_votes()
            meeting = self.meetings.table.record(self.meetings.view.row())
        self._voting = meeting
        if self._view is None or meeting is None:
            self._which.setText("Phiếu: chọn một cuộc họp ở bên trái.")
            self.count.show_meeting(None, (), ())
            self._mark_votes(False)
            return
        self._which.setText(f"Cuộc họp {_name(meeting)}")
        self.count.show_meeting(meeting, self._view.lines, self._view.votes)
        self.grid.share_width()
        self._mark_votes(False)
        self._desk.run(_read_sheet, meeting, done=self._on_sheet, key="meeting.sheet")

    def _on_sheet(self, sheet: Any) -> None:
        if sheet is not None and not self._votes_dirty:
            last = self._view.last_meeting if self._view is not None else None
            self.count.show_sheet(sheet, last.secretary if last is not None else "")
            self.grid.share_width()
        if self._typed is not None and sheet is not None and sheet.meeting.code == self._typed[0]:
            typed, self._typed = self._typed[1], None
            self.count.put_back(typed)

    @Slot()
    def _on_votes_edited(self) -> None:
        self._mark_votes(True)

    @Slot(object, object)
    def _on_meeting_saved(self, old: Meeting | None, values: dict[str, object]) -> None:
        if self._view is None:
            return
        code = old.code if old else _next_code(self._view)
        meeting = MEETING.build(values, old, code=code, round=self._view.round.code)
        if meeting.kind is MeetingKind.COUNCIL:
            meeting = replace(meeting, unit="")
        votes = [vote for vote in self._view.votes if vote.meeting == code]
        self._fresh = code
        self._desk.run(_save_meeting, meeting, votes, done=self._on_written)

    @Slot(object)
    def _on_meeting_removed(self, meeting: Meeting) -> None:
        self._desk.run(_remove_meeting, meeting, done=self._on_written)

    def _on_written(self, _: object) -> None:
        self._mark_votes(False)
        self.meetings.stop()
        self._desk.tell("Đã lưu.")
        self.changed.emit()

    def _mark_votes(self, dirty: bool) -> None:
        self._votes_dirty = dirty
        self.save_votes.setEnabled(dirty)
        for one in (self.minutes, self.ballots):
            one.setEnabled(self._voting is not None)

    def _assemble(self) -> None:
        self.meetings.note.tell("Chưa ghi cuộc họp nào. Bấm «Thêm» (Ctrl+N).")
        right = QWidget()
        head = QHBoxLayout()
        head.addWidget(self._which, 1)
        for one in (self.ballots, self.minutes, self.save_votes):
            head.addWidget(one)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(8, 8, 0, 0)
        inside.addLayout(head)
        inside.addWidget(self.count, 1)
        split = QSplitter()
        split.addWidget(self.meetings)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setSizes([400, 760])
        self.tabs.addTab(split, "Cuộc họp và phiếu")
        self.tabs.addTab(self.seats, "Thành viên Hội đồng")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.tabs)


def _proposed(view: RoundView) -> dict[str, object]:
    """What the round's next meeting is, as its form shows it; nothing when it lacks none."""
    met = {meeting.unit for meeting in view.meetings}
    asked = [finding.cure for check in view.check.nominations for finding in check.findings]
    waiting = [cure.removeprefix(_OF_UNIT) for cure in asked if cure.startswith(_OF_UNIT)]
    unit = next((code for code in waiting if code not in (*met, THE_COUNCIL)), "")
    if unit:
        return {"kind": word(MeetingKind.UNIT), "unit": unit}
    if any(meeting.kind is MeetingKind.COUNCIL for meeting in view.meetings):
        return {}
    place = view.last_meeting.place if view.last_meeting is not None else ""
    return {"kind": word(MeetingKind.COUNCIL), "place": place}


def _name(meeting: Meeting) -> str:
    day = f" ngày {meeting.day:%d/%m/%Y}" if meeting.day else ""
    return f"{meeting.minutes_number or meeting.code}{day}"


def _next_code(view: RoundView) -> str:
    taken = {meeting.code for meeting in view.meetings}
    number = len(taken) + 1
    while f"{view.round.code}-H{number}" in taken:
        number += 1
    return f"{view.round.code}-H{number}"


def _save_meeting(ws: Any, meeting: Meeting, votes: Sequence[Vote]) -> None:
    from khenthuong.services.appraisal import rounds

    rounds.save_meeting(ws, meeting, tuple(votes))


def _save_count(
    ws: Any,
    meeting: Meeting,
    came: Sequence[Attendance],
    recusals: Sequence[Recusal],
    votes: Sequence[Vote],
) -> None:
    from khenthuong.services.appraisal import meetings

    meetings.save(ws, meeting, came, recusals, votes)


def _read_sheet(ws: Any, meeting: Meeting) -> Any:
    from khenthuong.services.appraisal import meetings

    try:
        return meetings.sheet(ws, meeting.round, meeting.code)
    except NotFoundError:  # taken out meanwhile: the list is read again anyway
        return None


def _make_minutes(ws: Any, meeting: Meeting, write: tuple[Any, ...] | None) -> Sequence[Path]:
    from khenthuong.services.appraisal import meetings

    if write is not None:
        write[0](ws, *write[1:])
    return meetings.make_minutes(ws, meeting.round, meeting.code)


def _make_ballots(ws: Any, meeting: Meeting, write: tuple[Any, ...] | None) -> Sequence[Path]:
    from khenthuong.services.appraisal import meetings

    if write is not None:
        write[0](ws, *write[1:])
    return (meetings.make_ballots(ws, meeting.round, meeting.code),)


def _remove_meeting(ws: Any, meeting: Meeting) -> None:
    from khenthuong.services.appraisal import rounds

    rounds.remove_meeting(ws, meeting)
