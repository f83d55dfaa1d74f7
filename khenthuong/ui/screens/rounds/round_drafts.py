"""What is being typed on «Đợt xét», as a draft, and the way back into the very form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from khenthuong.domain.kinds import Step
from khenthuong.domain.pathway import Station
from khenthuong.services.drafts import Draft
from khenthuong.ui.form.plain import plain_values
from khenthuong.ui.screens.rounds.meetings_page import MeetingsPage
from khenthuong.ui.screens.rounds.nominations_page import NominationsPage

if TYPE_CHECKING:
    from khenthuong.ui.screens.rounds.rounds import RoundsScreen

KEY = "dot_xet"
_ROUND, _DETAILS, _REASON = "dot", "de_nghi", "ly_do"
_MEETING, _COUNCIL, _VOTES, _NOTICE = "cuoc_hop", "hoi_dong", "phieu", "niem_yet"
_OPINION = "y_kien"
_CLOSING, _SENDING, _DECISION = "ket_thuc_niem_yet", "gui", "quyet_dinh"
_WORDS = {
    _MEETING: "cuộc họp",
    _COUNCIL: "thành viên Hội đồng",
    _NOTICE: "niêm yết",
    _OPINION: "ý kiến",
    _CLOSING: "biên bản kết thúc niêm yết",
    _SENDING: "lần gửi",
    _DECISION: "quyết định",
}


_NOTICES = (_NOTICE, _OPINION, _CLOSING)
"""In the order of the tabs of the step."""
_STATIONS = {_SENDING: Station.SENDING, _DECISION: Station.RESULT}


def typed(screen: RoundsScreen) -> Draft | None:
    """What stands in the open form of the screen; None for nothing typed."""
    if not screen.editor.isHidden() and screen.form.touched:
        edited = screen.edited
        about = f"Đợt xét, {edited.name}" if edited else "Đợt xét, đợt mới"
        at = {"round": edited.code if edited else ""}
        return Draft(KEY, _ROUND, about, at, plain_values(screen.form.shown()))
    if screen.view is None:
        return None
    where = f"Đợt xét, {screen.view.round.name}"
    at = {"round": screen.view.round.code}
    found = _of_nomination(screen.nominations, where, at) or _of_votes(screen, where, at)
    if found is not None:
        return found
    for part, pane in _panes(screen).items():
        values = pane.typed()
        if values is not None:
            return Draft(KEY, part, f"{where}, {_WORDS[part]}", at, values)
    return None


def put_back(screen: RoundsScreen, draft: Draft) -> None:
    """Open the form as it stood; its round is shown already."""
    if draft.part == _ROUND:
        screen.edit_round()
        screen.form.put_back(draft.values)
    elif draft.part in (_DETAILS, _REASON):
        screen.steps.choose(Step.LIST)
        _put_back_nomination(screen.nominations, draft)
    elif draft.part in _NOTICES:
        screen.steps.choose(Step.NOTICE)
        screen.notices.tabs.setCurrentIndex(_NOTICES.index(draft.part))
        _panes(screen)[draft.part].put_back(draft.values)
    elif draft.part in _STATIONS:
        screen.steps.choose(_STATIONS[draft.part])
        _panes(screen)[draft.part].put_back(draft.values)
    else:
        screen.steps.choose(Step.MEETING)
        screen.meetings.open_council(council=draft.part == _COUNCIL)
        _put_back_meeting(screen.meetings, draft)


def _of_nomination(page: NominationsPage, where: str, at: Mapping[str, str]) -> Draft | None:
    line = page.table.line(page.view.row())
    if line is None:
        return None
    recipient, award = line.nomination.key
    at = {**at, "recipient": recipient, "award": award}
    about = f"{where}, đề nghị của {line.name}"
    if page.edit.isChecked() and page.details.form.touched:
        return Draft(KEY, _DETAILS, about, at, plain_values(page.details.form.shown()))
    texts = {"reason": page.reason.reason.text(), "by": page.reason.by.text()}
    kept = {"reason": line.nomination.override_reason, "by": line.nomination.override_by}
    if page.override.isChecked() and texts != kept:
        return Draft(KEY, _REASON, about, at, texts)
    return None


def _of_votes(screen: RoundsScreen, where: str, at: Mapping[str, str]) -> Draft | None:
    if not screen.made_step(Step.MEETING):
        return None
    meeting = screen.meetings.voting
    if meeting is None:
        return None
    values = plain_values(screen.meetings.count.typed())
    return Draft(KEY, _VOTES, f"{where}, điểm danh và phiếu", {**at, "meeting": meeting}, values)


def _panes(screen: RoundsScreen) -> dict[str, _Typing]:
    found: dict[str, _Typing] = {}
    if screen.made_step(Step.MEETING):
        found |= {_MEETING: screen.meetings.meetings, _COUNCIL: screen.meetings.council}
    if screen.made_step(Step.NOTICE):
        found |= {_NOTICE: screen.notices.pane, _OPINION: screen.notices.opinions.pane}
        found[_CLOSING] = screen.notices.closing
    if screen.made_station(Station.SENDING):
        found[_SENDING] = screen.sendings
    if screen.made_station(Station.RESULT):
        found[_DECISION] = screen.results
    return found


def _put_back_nomination(page: NominationsPage, draft: Draft) -> None:
    page.choose(draft.at["recipient"], draft.at["award"])
    if draft.part == _REASON:
        page.override.setChecked(True)
        page.reason.reason.setText(str(draft.values["reason"]))
        page.reason.by.setText(str(draft.values["by"]))
    else:
        page.details.expect(draft.values)
        page.edit.setChecked(True)


def _put_back_meeting(page: MeetingsPage, draft: Draft) -> None:
    if draft.part == _VOTES:
        page.put_back(draft.at["meeting"], draft.values)
    else:
        (page.council if draft.part == _COUNCIL else page.meetings).put_back(draft.values)


class _Typing(Protocol):
    """A page or pane that tells what stands in its form and takes it back."""

    def typed(self) -> dict[str, object] | None:
        """What was typed; None for nothing."""
        ...

    def put_back(self, typed: Mapping[str, object], /) -> None:
        """Open the form as it stood."""
        ...
