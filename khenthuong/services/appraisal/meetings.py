"""Họp: who is called and came, who takes no part in which vote, the count, minutes and ballots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain import attendance, ballots, councils
from khenthuong.domain.ballots import Contradiction, Count, Key
from khenthuong.domain.criteria import Rulebook
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.kinds import AwardClass, Checked, MeetingKind
from khenthuong.domain.office_papers import Subject
from khenthuong.domain.register import Household, Person, Recipient
from khenthuong.domain.rounds import Attendance, CouncilMember, Meeting, Recusal, Vote
from khenthuong.domain.rules.quorum import QUORUM, reached
from khenthuong.domain.rules.thresholds import Needed, thresholds
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.appraisal import checking
from khenthuong.services.paperwork import numbering, office_papers, paper_register, papers
from khenthuong.services.workspace import Workspace

BALLOTS = "phieu_bau"
_TITLES, _COMMENDATIONS = "bien_ban_binh_xet", "bien_ban_xet_khen_thuong"


@dataclass(frozen=True)
class MeetingSheet:
    """One meeting with everything its page shows and counts.

    `called` are those ticked before, then those called but not ticked yet (state ""). `council` is
    the council of that day, empty for a unit. `needed` is how many must agree, by nomination.
    """

    meeting: Meeting
    called: tuple[Attendance, ...]
    council: tuple[CouncilMember, ...]
    concerned: tuple[tuple[Key, Recipient], ...]
    recusals: tuple[Recusal, ...]
    votes: tuple[Vote, ...]
    needed: Mapping[Key, Needed]
    quorum_percent: object = None
    quorum_source: str = ""
    quorum_checked: Checked = Checked.MEMORY

    @property
    def members(self) -> int:
        """Every share is counted of all members; of a unit nobody says how many there are."""
        return len(self.council)

    def proposals(self, there: Iterable[str]) -> tuple[Recusal, ...]:
        """Who of those present should take no part in which vote."""
        return ballots.proposed(self.meeting, there, self.council, self.concerned)


def sheet(ws: Workspace, round_code: str, meeting_code: str) -> MeetingSheet:
    """A meeting for its page; raises NotFoundError for one that the round does not have."""
    facts = checking.load_facts(ws, round_code)
    found = [one for one in facts.meetings if one.code == meeting_code]
    if not found:
        raise NotFoundError("error.meeting_unknown", meeting=meeting_code, round=round_code)
    raw = storage.rounds.meetings(ws.books, round_code)
    meeting = next(one for one in raw if one.code == meeting_code)
    return _sheet(ws, facts, meeting)


def sheets(ws: Workspace, round_code: str) -> Mapping[str, MeetingSheet]:
    """Every meeting of a round by its code."""
    facts = checking.load_facts(ws, round_code)
    return {
        one.code: _sheet(ws, facts, one) for one in storage.rounds.meetings(ws.books, round_code)
    }


def _sheet(ws: Workspace, facts: RoundFacts, meeting: Meeting) -> MeetingSheet:
    of_council = meeting.kind is MeetingKind.COUNCIL
    council = councils.sitting(facts.council, meeting.day) if of_council else ()
    people = [one for one in facts.persons.values() if meeting.unit and one.unit == meeting.unit]
    ticked = attendance.of_meeting(facts.attendance, meeting.code)
    called = attendance.called(meeting, council, people)
    value = ws.rulebook.value(QUORUM, facts.received) if of_council else None
    return MeetingSheet(
        meeting=meeting,
        called=_in_order(called, ticked),
        council=council,
        concerned=concerned(facts, ws.rulebook, meeting),
        recusals=tuple(one for one in facts.recusals if one.meeting == meeting.code),
        votes=tuple(one for one in facts.votes if one.meeting == meeting.code),
        needed=thresholds(facts, ws.rulebook, len(council)) if council else {},
        quorum_percent=value.value if value else None,
        quorum_source=checking.cite_text(ws, value.cite) if value else "",
        quorum_checked=value.checked if value else Checked.MEMORY,
    )


def _in_order(called: Sequence[Attendance], ticked: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Those called in their order, as ticked where they were; then others who were ticked."""
    known = {one.name: one for one in ticked}
    names = {one.name for one in called}
    return (
        *(known.get(one.name, one) for one in called),
        *(one for one in ticked if one.name not in names),
    )


def concerned(
    facts: RoundFacts, rulebook: Rulebook, meeting: Meeting
) -> tuple[tuple[Key, Recipient], ...]:
    """The nominations a meeting is about: all for the council, its own for a unit.

    What a unit voted on all the same belongs to them.
    """
    voted = {(v.recipient, v.award) for v in facts.votes if v.meeting == meeting.code}
    found: list[tuple[Key, Recipient]] = []
    for nomination in facts.nominations:
        recipient = facts.recipient(nomination.recipient)
        if recipient is None or rulebook.award_now(nomination.award) not in rulebook.awards:
            continue
        own = meeting.kind is MeetingKind.COUNCIL or _home(recipient) == meeting.unit
        if own or nomination.key in voted:
            found.append((nomination.key, recipient))
    return tuple(found)


def _home(recipient: Recipient) -> str:
    if isinstance(recipient, Person):
        return recipient.unit
    return recipient.village if isinstance(recipient, Household) else recipient.code


def save(
    ws: Workspace,
    meeting: Meeting,
    came: Iterable[Attendance],
    recusals: Iterable[Recusal],
    votes: Iterable[Vote],
) -> None:
    """Keep a meeting with who came, who took no part and the votes, in one step.

    Lines not ticked (state "") are not kept. Figures that cannot be right are kept as they stand:
    they are said on the page and stop the minutes. Raises UserError for a number that another
    paper has.
    """
    entry = numbering.check_meeting(ws, meeting)
    label = texts.say("operation.meeting", {"meeting": meeting.code, "round": meeting.round})
    with ws.books.write(label):
        storage.rounds.save_meeting(ws.books, meeting, votes)
        storage.meetings.save_attendance(ws.books, meeting.code, [a for a in came if a.state])
        storage.meetings.save_recusals(ws.books, meeting.code, recusals)
        numbering.note_meeting(ws, meeting, entry)


def contradictions(found: MeetingSheet) -> tuple[Contradiction, ...]:
    """What cannot be right about a meeting as the books have it."""
    ticked = tuple(one for one in found.called if one.state)
    came = found.called if ticked else ()
    return ballots.contradictions(Count(found.meeting, came, found.recusals, found.votes))


def words(found: Contradiction) -> str:
    """A contradiction as a sentence."""
    return texts.say(found.code, found.arguments)


def quorum_words(found: MeetingSheet, present: int) -> str:
    """How many came, of how many, against which share, and how sure that share is."""
    told: dict[str, object] = {"present": present, "members": found.members or len(found.called)}
    if not found.members or found.quorum_percent is None:
        return texts.say("meeting.present", told)
    fits = reached(present, found.members, found.quorum_percent)
    told |= {"percent": found.quorum_percent, "source": found.quorum_source}
    told["sure"] = found.quorum_checked
    return texts.say("meeting.quorum_reached" if fits else "meeting.quorum_missed", told)


def minutes_forms(ws: Workspace, found: MeetingSheet) -> tuple[str, ...]:
    """Ids of the forms of a meeting's minutes (điểm c khoản 1, điểm c khoản 2 Điều 84)."""
    if found.meeting.kind is MeetingKind.COUNCIL and _is_last(ws, found.meeting):
        return (papers.MINUTES,)
    voted = {vote.award for vote in found.votes}
    classes = {ws.rulebook.awards[ws.rulebook.award_now(award)].award_class for award in voted}
    unit = found.meeting.kind is MeetingKind.UNIT
    named: list[str] = []
    if unit and classes - {AwardClass.COMMENDATION}:
        named.append(_TITLES)
    if AwardClass.COMMENDATION in classes or (voted and not unit):
        named.append(_COMMENDATIONS)
    return tuple(named)


def _is_last(ws: Workspace, meeting: Meeting) -> bool:
    """The dossier's minutes are those of the last meeting of the council."""
    held = [
        one
        for one in storage.rounds.meetings(ws.books, meeting.round)
        if one.kind is MeetingKind.COUNCIL
    ]
    return bool(held) and held[-1].code == meeting.code


def make_minutes(ws: Workspace, round_code: str, meeting_code: str) -> tuple[Path, ...]:
    """Make the minutes from what is recorded; returns where they lie.

    Raises UserError where figures cannot be right, or nothing was voted on.
    """
    found = sheet(ws, round_code, meeting_code)
    wrong = contradictions(found)
    if wrong:
        raise UserError("meeting.contradicts", what=" ".join(words(one) for one in wrong[:3]))
    forms = minutes_forms(ws, found)
    if not found.votes or not forms:
        raise UserError("meeting.no_votes")
    made: list[Path] = []
    for form_id in forms:
        if form_id == papers.MINUTES:
            laid = paper_register.make_form(ws, round_code, form_id)
            made += [one.path for one in laid.papers if one.plan.form_id == form_id]
        else:
            made.append(_make_on_demand(ws, form_id, found.meeting))
    return tuple(made)


def make_ballots(ws: Workspace, round_code: str, meeting_code: str) -> Path:
    """Make the ballot papers of a meeting; returns where they lie."""
    return _make_on_demand(ws, BALLOTS, sheet(ws, round_code, meeting_code).meeting)


def _make_on_demand(ws: Workspace, form_id: str, meeting: Meeting) -> Path:
    """Make a paper about a meeting, or make again the one that is not issued yet."""
    subject = Subject(round=meeting.round, meeting=meeting.code)
    old = next(
        (
            one
            for one in office_papers.papers(ws)
            if one.form == form_id and one.subject == subject and not one.issued
        ),
        None,
    )
    values = office_papers.prefilled(ws, form_id, subject)
    if old is not None:
        values = {**values, **_answered(old.answers.values, values)}
    return office_papers.make(ws, form_id, subject, values, old.code if old else "").path


def _answered(before: Mapping[str, object], now: Mapping[str, object]) -> dict[str, object]:
    """What somebody answered himself; what the books know is taken anew."""
    return {key: value for key, value in before.items() if key not in now}


def change_number(ws: Workspace, meeting: Meeting, number: str) -> None:
    """Give a meeting's minutes their number, through the register of numbers."""
    numbered = replace(meeting, minutes_number=number.strip())
    entry = numbering.check_meeting(ws, numbered)
    told = {"meeting": meeting.code, "round": meeting.round}
    with ws.books.write(texts.say("operation.meeting", told)):
        storage.rounds.save_meeting(ws.books, numbered)
        numbering.note_meeting(ws, numbered, entry)


def proposed_number(ws: Workspace, meeting: Meeting) -> str:
    """The next number of the council's minutes in the meeting's year; "" for a unit's."""
    return numbering.proposed_for_meeting(ws, meeting)
