"""One meeting's count: who came, who takes no part, votes and ballots, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain import attendance, ballots
from khenthuong.domain.ballots import Contradiction, Count, Key
from khenthuong.domain.councils import is_chairman
from khenthuong.domain.kinds import Checked, VotingMethod
from khenthuong.domain.rounds import Attendance, Meeting, Recusal, Vote
from khenthuong.domain.vietnamese import fold
from khenthuong.ui.models.attendance_table import AttendanceTable
from khenthuong.ui.models.votes_table import LineCheck, VotesTable
from khenthuong.ui.screens.rounds.meeting_grids import TypingGrid
from khenthuong.ui.screens.rounds.round_data import Line
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote

_MOST = 99999
_HINT = (
    "Enter xuống dòng; «+»: tất cả đồng ý dòng đang chọn. Số có dấu * là mức chưa đối chiếu với "
    "văn bản."
)
_PRESENCE_HINT = (
    "Phím cách: có mặt ↔ vắng; gõ lý do vắng ở cột cuối. Thôn, tổ họp theo đại diện hộ thì không "
    "điểm danh: sửa cuộc họp, ghi số người ở «Có mặt»."
)


class MeetingCount(QWidget):
    """Attendance and votes of one meeting. `edited` whenever something typed is taken."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting: Meeting | None = None
        self._sheet: Any = None
        self._usual_secretary = ""
        self._lines: tuple[Line, ...] = ()
        self._known: tuple[Vote, ...] = ()
        self._reasons: dict[tuple[str, str, str], str] = {}
        self._showing = False
        self.people = AttendanceTable(self)
        self.votes = VotesTable(self)
        self.presence = TypingGrid(self.people, (-110, 4, 4, 4), "Điểm danh", 0)
        self.grid = TypingGrid(self.votes, (5, -70, -64, -60, -148, 4), "Phiếu", 1)
        self.chair = QuietCombo()
        self.secretary = QuietCombo()
        self.method = QuietCombo()
        self.out = _number("Số phiếu phát ra")
        self.back = _number("Số phiếu thu về")
        self.everybody = button("Có mặt đủ", tip="Mọi người chưa điểm danh là có mặt (Alt+C)")
        self.all_agree = button(
            "Tất cả đồng ý", tip="Mọi đề nghị, mọi người được biểu quyết (Alt+Y)"
        )
        self.propose = button("Ai không biểu quyết?", tip="Ghi người được xét, chủ hộ cùng tên")
        self.quorum = label("", "soft", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.tabs = QTabWidget()
        # Assemble
        self._assemble()
        # Signals
        # A button's own shortcut sleeps while its page of the tabs is hidden.
        for keys, pressed in (("Alt+C", self.everybody), ("Alt+Y", self.all_agree)):
            QShortcut(QKeySequence(keys), self).activated.connect(pressed.click)
        self.people.edited.connect(self._on_people)
        self.votes.edited.connect(self._on_edited)
        for combo in (self.chair, self.secretary, self.method):
            combo.activated.connect(self._on_edited)
        self.out.textEdited.connect(self._on_edited)
        self.back.textEdited.connect(self._on_edited)
        self.everybody.clicked.connect(self.people.tick_all)
        self.all_agree.clicked.connect(self._on_all_agree)
        self.propose.clicked.connect(self._on_propose)
        self.presence.pressed.connect(self._on_tick)
        self.grid.pressed.connect(self._on_agree)

    @property
    def loaded(self) -> bool:
        """Whether attendance and recusals of the meeting shown are known."""
        return self._sheet is not None

    def show_meeting(
        self, meeting: Meeting | None, lines: Sequence[Line], votes: Sequence[Vote]
    ) -> None:
        """Show a meeting's votes; who came follows with `show_sheet`."""
        self._meeting, self._sheet = meeting, None
        self._lines, self._known = tuple(lines), tuple(votes)
        self._reasons = {}
        self.votes.show(meeting.code if meeting else "", lines if meeting else (), votes)
        self.people.show(())
        self._offer(meeting.chair if meeting else "", meeting.secretary if meeting else "")
        self.method.choose(meeting.method.value if meeting and meeting.method else "")
        self.out.setText(_text(meeting.ballots_out if meeting else None))
        self.back.setText(_text(meeting.ballots_in if meeting else None))
        self.setEnabled(meeting is not None)
        self._refresh()

    def show_sheet(self, sheet: Any, usual_secretary: str = "") -> None:
        """Show who was called and came, and who takes no part.

        `usual_secretary` wrote the council's last minutes: proposed where he came.
        """
        if self._meeting is None or sheet.meeting.code != self._meeting.code:
            return
        self._sheet = sheet
        self._usual_secretary = usual_secretary if sheet.council else ""
        self._showing = True
        about = {key for key, _ in sheet.concerned}
        own = [line for line in self._lines if line.nomination.key in about]
        if own and len(own) < len(self._lines):
            self.votes.show(self._meeting.code, own, self._known)
        self.people.show(sheet.called)
        self._offer(sheet.meeting.chair, sheet.meeting.secretary)
        self._show_recusals(sheet.recusals)
        self._showing = False
        ticked = any(one.state for one in sheet.called)
        self.tabs.setCurrentIndex(int(ticked or bool(sheet.votes) or not sheet.called))
        self._refresh()

    def values(
        self,
    ) -> tuple[Meeting, tuple[Attendance, ...], tuple[Recusal, ...], tuple[Vote, ...]]:
        """The meeting as it stands on the page."""
        assert self._meeting is not None  # the page asks only while a meeting is shown
        method = self.method.currentData()
        meeting = replace(
            self._meeting,
            chair=self.chair.currentData() or "",
            secretary=self.secretary.currentData() or "",
            method=VotingMethod(method) if method else None,
            ballots_out=_whole(self.out),
            ballots_in=_whole(self.back),
        )
        return meeting, self._ticked(), self._recusals(), self.votes.votes()

    def typed(self) -> dict[str, object]:
        """Everything typed and ticked, for a draft."""
        of = self.votes.recused.items()
        return {
            "votes": self.votes.typed(),
            "people": tuple((one.name, one.state, one.reason) for one in self.people.lines),
            "recused": tuple((*key, name) for key, names in of for name in names),
            "method": self.method.currentData() or "",
            "out": self.out.text(),
            "back": self.back.text(),
        }

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """Type and tick again what stands in a draft of this meeting."""
        self._showing = True
        self.people.put_back({name: (state, why) for name, state, why in typed["people"]})
        self._showing = False
        code = self._meeting.code if self._meeting else ""
        self._show_recusals([Recusal(code, *one) for one in typed["recused"]])
        self.method.choose(typed["method"])
        self.out.setText(typed["out"])
        self.back.setText(typed["back"])
        self.votes.put_back(typed["votes"])
        self._on_edited()

    def begin_votes(self) -> None:
        """Into the votes."""
        self.tabs.setCurrentIndex(1)
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def contradictions(self) -> tuple[Contradiction, ...]:
        """What cannot be right as the page stands."""
        return ballots.contradictions(self._count()) if self._meeting else ()

    def _count(self) -> Count:
        return Count(*self.values())

    def _ticked(self) -> tuple[Attendance, ...]:
        """Everybody called once somebody was ticked; nobody where attendance is not taken."""
        lines = self.people.lines
        return lines if any(one.state for one in lines) else ()

    def _recusals(self) -> tuple[Recusal, ...]:
        code = self._meeting.code if self._meeting else ""
        return tuple(
            Recusal(code, *key, name, self._reasons.get((*key, name), ""))
            for key, names in self.votes.recused.items()
            for name in names
        )

    def _show_recusals(self, recusals: Sequence[Recusal]) -> None:
        of: dict[Key, list[str]] = {}
        for one in recusals:
            of.setdefault((one.recipient, one.award), []).append(one.member)
            self._reasons[(one.recipient, one.award, one.member)] = one.reason
        self.votes.show_recused(of, self._named)

    def _named(self, typed: str) -> str:
        """Who of those called is meant: the whole name, or its end where only one has it."""
        wanted = fold(typed)
        names = [one.name for one in self.people.lines]
        whole = [name for name in names if fold(name) == wanted]
        ends = [name for name in names if fold(name).endswith(f" {wanted}")]
        found = whole or ends
        return found[0] if len(found) == 1 else ""

    @Slot()
    def _on_people(self) -> None:
        self._offer(
            self.chair.currentData() or self._presides(),
            self.secretary.currentData() or self._writes(),
        )
        if self._sheet is not None and not self.votes.votes() and not self._showing:
            self._on_propose()
            return
        self._on_edited()

    def _offer(self, chair: str, secretary: str) -> None:
        """Those present may preside and write the minutes; who was written stays."""
        names = [one.name for one in attendance.present(self.people.lines)]
        for combo, kept in ((self.chair, chair), (self.secretary, secretary)):
            offered: list[str] = list(dict.fromkeys([*([kept] if kept else []), *names]))
            combo.fill([("Chưa chọn", ""), *((name, name) for name in offered)])
            combo.choose(kept)

    def _presides(self) -> str:
        """The council's chairman, where he came: he is proposed, not set for ever."""
        council = self._sheet.council if self._sheet is not None else ()
        there = {one.name for one in attendance.present(self.people.lines)}
        return next((m.name for m in council if is_chairman(m) and m.name in there), "")

    def _writes(self) -> str:
        """Who wrote the last minutes, where he came and does not preside."""
        there = {one.name for one in attendance.present(self.people.lines)}
        usual = self._usual_secretary
        presides = self.chair.currentData() or self._presides()
        return usual if usual in there and usual != presides else ""

    @Slot()
    def _on_propose(self) -> None:
        """Take what is proposed for those present, beside what is recorded."""
        if self._sheet is None:
            return
        there = [one.name for one in attendance.present(self.people.lines)]
        known = {(one.recipient, one.award, one.member) for one in self._recusals()}
        new = [
            one
            for one in self._sheet.proposals(there)
            if (one.recipient, one.award, one.member) not in known
        ]
        self._show_recusals((*self._recusals(), *new))
        self._on_edited()

    @Slot()
    def _on_all_agree(self) -> None:
        numbers = [self._voters(key) for key in self.votes.keys]
        if any(number is None for number in numbers):
            self.problem.setText("Điểm danh trước (Alt+C) để biết mấy người biểu quyết.")
            return
        self.votes.agree_all([number or 0 for number in numbers])
        self.tabs.setCurrentIndex(1)
        self.grid.begin()

    @Slot(int, int)
    def _on_agree(self, row: int, key: int) -> None:
        number = self._voters(self.votes.keys[row])
        if key != int(Qt.Key.Key_Plus) or number is None:
            return
        self.votes.agree(row, number)
        self.grid.step_down()

    def _voters(self, key: Key) -> int | None:
        """How many votes a nomination gets when all agree."""
        count = self._count()
        number = count.voters(key)
        back = count.meeting.ballots_in
        if number is not None and count.meeting.method is VotingMethod.BALLOT and back is not None:
            return min(number, back)
        return number

    @Slot(int, int)
    def _on_tick(self, row: int, key: int) -> None:
        if key == int(Qt.Key.Key_Space):
            self.people.tick(row)

    @Slot()
    def _on_edited(self) -> None:
        self._refresh()
        if not self._showing:
            self.edited.emit()

    def _refresh(self) -> None:
        if self._meeting is None:
            for one in (self.quorum, self.problem):
                one.clear()
            self.tabs.setTabText(0, "Điểm &danh")
            self.tabs.setTabText(1, "&Biểu quyết")
            return
        by_ballot = self.method.currentData() == VotingMethod.BALLOT.value
        for field in (self.out, self.back):
            field.setEnabled(by_ballot)
        wrong = self.contradictions()
        self.votes.explain(self._checks({one.key: one for one in wrong if one.key is not None}))
        of_meeting = [texts.say(one.code, one.arguments) for one in wrong if one.key is None]
        lines = sum(one.key is not None for one in wrong)
        if lines:
            of_meeting.append(f"{lines} dòng phiếu chưa khớp (cột cuối).")
        self.problem.setText(" ".join(of_meeting))
        self.quorum.setText(self._quorum())
        there = len(attendance.present(self.people.lines))
        self.tabs.setTabText(0, f"Điểm &danh ({there}/{len(self.people.lines)})")
        self.tabs.setTabText(1, f"&Biểu quyết ({len(self.votes.votes())}/{len(self.votes.keys)})")

    def _quorum(self) -> str:
        from khenthuong.services.appraisal import meetings

        there = self._count().present
        if self._sheet is None or there is None:
            return ""
        return meetings.quorum_words(self._sheet, there)

    def _checks(self, wrong: Mapping[Key, Contradiction]) -> dict[Key, LineCheck]:
        votes = {(one.recipient, one.award): one for one in self.votes.votes()}
        needed = self._sheet.needed if self._sheet is not None else {}
        found: dict[Key, LineCheck] = {}
        for key in self.votes.keys:
            if key in wrong:
                said = texts.say(wrong[key].code, wrong[key].arguments)
                found[key] = LineCheck(_short(wrong[key]), said, wrong=True)
            elif key in needed:
                found[key] = _threshold(needed[key], votes.get(key))
        return found

    def _assemble(self) -> None:
        self.method.fill([("Chưa ghi cách biểu quyết", ""), *_methods()])
        self.method.setAccessibleName("Cách biểu quyết")
        EmptyNote(self.grid, "Chưa có đề nghị, hoặc chưa chọn cuộc họp.")
        EmptyNote(self.presence, "Chưa biết ai được triệu tập: ghi ngày họp, thành viên Hội đồng.")
        coming: list[QWidget] = [self.everybody]
        for name, combo in (("Chủ trì", self.chair), ("Thư ký", self.secretary)):
            said = QLabel(name)
            said.setBuddy(combo)
            combo.setAccessibleName(name)
            combo.setMinimumContentsLength(14)
            coming += [said, combo]
        self.tabs.addTab(self._page(self.presence, coming, _PRESENCE_HINT), "")
        voting: list[QWidget] = [self.method]
        for name, field in (("Phát ra", self.out), ("Thu về", self.back)):
            title = QLabel(name)
            title.setBuddy(field)
            voting += [title, field]
        self.tabs.addTab(self._page(self.grid, [*voting, self.all_agree, self.propose], _HINT), "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.problem)

    def _page(self, grid: TypingGrid, tools: Sequence[QWidget], hint: str) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        for one in tools:
            row.addWidget(one)
        row.addStretch()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(grid, 1)
        if grid is self.presence:
            layout.addWidget(self.quorum)
        layout.addWidget(label(hint, "quiet", wrap=True))
        return page


def _short(wrong: Contradiction) -> str:
    """What fits in the cell; the tip says it whole."""
    cast, most, least = (wrong.arguments[name] for name in ("cast", "most", "least"))
    if wrong.above:
        return f"✗ {cast} phiếu, nhiều nhất {most}"
    return f"✗ {cast} phiếu, phải đủ {least}"


def _threshold(needed: Any, vote: Vote | None) -> LineCheck:
    """«cần 5/9: đạt», with a star where the share was not compared with a document."""
    star = "" if needed.checked is not Checked.MEMORY else "*"
    text = f"cần {needed.count}/{needed.members}{star}"
    more = "trên" if needed.more else "từ"
    tip = f"Cần {more} {texts.show(needed.percent)}% tổng số {needed.members} thành viên."
    if star:
        tip += " Mức này chưa đối chiếu với văn bản."
    if vote is None:
        return LineCheck(text, tip, reached=True)
    reached = vote.agree >= needed.count
    return LineCheck(f"{text}: {'đạt' if reached else 'chưa đạt'}", tip, reached=reached)


def _methods() -> list[tuple[str, object]]:
    return [(texts.label(one), one.value) for one in VotingMethod]


def _number(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setValidator(QIntValidator(0, _MOST, made))
    made.setMaximumWidth(56)
    made.setAccessibleName(name)
    return made


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _whole(field: QLineEdit) -> int | None:
    return int(field.text()) if field.text().strip() else None
