"""Đợt xét: nominations, meetings, votes, notices and the council of a round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import Authority, MeetingKind, Step
from khenthuong.domain.movement import Movement
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.dossier import dossier_locks
from khenthuong.services.paperwork import numbering
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class RoundSummary:
    """A round in a list: how many nominations, which steps it reached, which authority's dossier
    was sealed."""

    round: Round
    nominations: int
    steps: tuple[Step, ...]
    sealed: tuple[Authority, ...]


def rounds(ws: Workspace) -> tuple[RoundSummary, ...]:
    """All rounds, the latest year first."""
    books = ws.books
    with books.read():
        nominations = storage.rounds.nomination_counts(books)
        meetings = storage.rounds.meeting_counts(books)
        notices = storage.rounds.notice_counts(books)
        sealed = storage.papers.sealed_authorities(books)
        return tuple(
            RoundSummary(
                one,
                nominations.get(one.code, 0),
                _steps(one.code, nominations, meetings, notices, sealed),
                sealed.get(one.code, ()),
            )
            for one in storage.rounds.rounds(books)
        )


def round_as_json(summary: RoundSummary) -> dict[str, Any]:
    """A round for the command `rounds`."""
    one = summary.round
    return {
        "code": one.code,
        "name": one.name,
        "kind": one.kind.value,
        "kind_name": texts.label(one.kind),
        "year": str(one.year),
        "received": one.received.isoformat() if one.received else None,
        "deadline": one.deadline.isoformat() if one.deadline else None,
        "receiver": one.receiver,
        "movement": one.movement or None,
        "nominations": summary.nominations,
        "steps": [step.value for step in summary.steps],
        "sealed": [authority.value for authority in summary.sealed],
    }


def get_round(ws: Workspace, code: str) -> Round:
    """One round; raises NotFoundError naming the rounds there are."""
    return storage.rounds.get_round(ws.books, code)


def save_round(ws: Workspace, value: Round) -> bool:
    """Add or change a round."""
    with ws.books.write(texts.say("operation.round", {"round": value.code})):
        return storage.rounds.save_round(ws.books, value)


def nominations(ws: Workspace, round_code: str) -> tuple[Nomination, ...]:
    """The nominations of a round, in the register's order: units, persons, households."""
    found = storage.rounds.nominations(ws.books, round_code)
    order = {
        code: n
        for n, code in enumerate(
            storage.register.in_order(ws.books, {one.recipient for one in found})
        )
    }
    return tuple(sorted(found, key=lambda one: (order[one.recipient], one.award)))


def save_nomination(ws: Workspace, value: Nomination) -> bool:
    """Add or change a nomination; raises BooksError for a code the books do not know.

    Raises UserError where a reply from above keeps the nomination, or that part of it, closed.
    """
    dossier_locks.check_change(ws, value)
    label = texts.say("operation.nomination", {"code": value.recipient, "round": value.round})
    with ws.books.write(label):
        return storage.rounds.save_nomination(ws.books, value)


def remove_nomination(ws: Workspace, value: Nomination) -> None:
    """Take a nomination out of its round; the history keeps it.

    Raises UserError where a reply from above keeps it closed.
    """
    dossier_locks.check_removal(ws, value)
    arguments = {"code": value.recipient, "round": value.round}
    with ws.books.write(texts.say("operation.remove_nomination", arguments)):
        storage.rounds.remove_nomination(ws.books, value)


def override(
    ws: Workspace, round_code: str, recipient: str, award: str, reason: str, by: str
) -> Nomination:
    """Put a nomination into the dossier by a named person's decision, or take that back (both "").

    Raises UserError when only one of reason and name is given, NotFoundError for a nomination that
    the round does not have.
    """
    reason, by = reason.strip(), by.strip()
    if bool(reason) != bool(by):
        raise UserError("error.override_needs_reason")
    found = [
        one
        for one in storage.rounds.nominations(ws.books, round_code)
        if one.key == (recipient, award)
    ]
    if not found:
        raise NotFoundError("error.nomination_unknown", recipient=recipient, award=award)
    value = replace(
        found[0], override_reason=reason, override_by=by, override_on=ws.today() if reason else None
    )
    dossier_locks.check_change(ws, value)
    arguments = {"code": recipient, "round": round_code, "by": by}
    code = "operation.override" if reason else "operation.override_back"
    with ws.books.write(texts.say(code, arguments)):
        storage.rounds.save_nomination(ws.books, value)
    return value


def council(ws: Workspace) -> tuple[CouncilMember, ...]:
    """All members the council ever had."""
    return storage.rounds.council(ws.books)


def save_council(ws: Workspace, wanted: Iterable[CouncilMember]) -> None:
    """Make exactly these the members of the council."""
    with ws.books.write(texts.say("operation.council")):
        storage.rounds.save_council(ws.books, wanted)


def meetings(ws: Workspace, round_code: str) -> tuple[Meeting, ...]:
    """The meetings of a round, in order of time."""
    return storage.rounds.meetings(ws.books, round_code)


def save_meeting(ws: Workspace, value: Meeting, votes: Iterable[Vote] | None = None) -> None:
    """Add or change a meeting; `votes` become exactly its votes, None leaves them alone.

    Raises UserError for a number of minutes that another paper has.
    """
    entry = numbering.check_meeting(ws, value)
    label = texts.say("operation.meeting", {"meeting": value.code, "round": value.round})
    with ws.books.write(label):
        storage.rounds.save_meeting(ws.books, value, votes)
        numbering.note_meeting(ws, value, entry)


def remove_meeting(ws: Workspace, value: Meeting) -> None:
    """Take a meeting out together with its votes; the history keeps both."""
    arguments = {"meeting": value.code, "round": value.round}
    with ws.books.write(texts.say("operation.remove_meeting", arguments)):
        storage.rounds.remove_meeting(ws.books, value)
        numbering.forget_meeting(ws, value)


def last_council_meeting(ws: Workspace, beside: str) -> Meeting | None:
    """The council's latest meeting for another round: its place and secretary are proposed anew."""
    return storage.rounds.last_meeting(ws.books, MeetingKind.COUNCIL, beside)


def last_notice(ws: Workspace) -> Notice | None:
    """The latest notice of any round: where it hung is proposed anew."""
    return storage.rounds.last_notice(ws.books)


def votes(ws: Workspace, round_code: str) -> tuple[Vote, ...]:
    """The votes of all meetings of a round."""
    return storage.rounds.votes(ws.books, round_code)


def notices(ws: Workspace, round_code: str) -> tuple[Notice, ...]:
    """The notices of a round, in order of time."""
    return storage.rounds.notices(ws.books, round_code)


def save_notices(ws: Workspace, round_code: str, wanted: Iterable[Notice]) -> None:
    """Make exactly these the notices of the round."""
    with ws.books.write(texts.say("operation.notices", {"round": round_code})):
        storage.rounds.save_notices(ws.books, round_code, wanted)


def movements(ws: Workspace) -> tuple[Movement, ...]:
    """All movements, the earliest plan first."""
    return tuple(storage.movements.movements(ws.books).values())


def confirm(ws: Workspace, value: Confirmation) -> None:
    """Keep that a named person confirmed an unverified criterion."""
    with ws.books.write(texts.say("operation.confirm", {"criterion": value.criterion})):
        storage.rounds.confirm(ws.books, value)


def _steps(code: str, *reached: Any) -> tuple[Step, ...]:
    return tuple(step for step, by_round in zip(Step, reached, strict=True) if by_round.get(code))
