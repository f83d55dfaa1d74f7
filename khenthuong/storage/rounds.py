"""Đợt xét: rounds, nominations, meetings, votes, notices, the council and confirmations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, func, select, update

from khenthuong.domain.archive import FrozenName
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import MeetingKind
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.errors import NotFoundError
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import (
    ATTENDANCE,
    CONFIRMATION,
    COUNCIL_MEMBER,
    MEETING,
    NOMINATION,
    NOTICE,
    PROOF,
    RECUSAL,
    ROUND,
    VOTE,
    shape_of,
)
from khenthuong.storage.tables import attendance, meeting, nomination, notice, recusal, round_, vote


def rounds(books: Books) -> tuple[Round, ...]:
    """All rounds, the latest year first."""
    return rows.load(books, ROUND, order=[round_.c.year.desc(), round_.c.code])


def get_round(books: Books, code: str) -> Round:
    """One round; raises NotFoundError naming the rounds there are."""
    found = rows.load(books, ROUND, round_.c.code == code)
    if not found:
        known = tuple(one.code for one in rounds(books))
        raise NotFoundError("error.round_unknown", round=code, known=known)
    return found[0]


def save_round(books: Books, value: Round) -> bool:
    """Add or change a round; raises BooksError when its movement does not exist."""
    return _save(books, value)


def nomination_counts(books: Books) -> Mapping[str, int]:
    """How many nominations each round has."""
    return _counts(books, nomination)


def meeting_counts(books: Books) -> Mapping[str, int]:
    """How many meetings each round has."""
    return _counts(books, meeting)


def notice_counts(books: Books) -> Mapping[str, int]:
    """How many notices each round has."""
    return _counts(books, notice)


def nominations(books: Books, round_code: str) -> tuple[Nomination, ...]:
    """The nominations of a round."""
    return rows.load(books, NOMINATION, nomination.c.round == round_code)


def save_nomination(books: Books, value: Nomination) -> bool:
    """Add or change a nomination; frozen names stay. Raises BooksError for an unknown code."""
    return _save(books, value)


def remove_nomination(books: Books, value: Nomination) -> None:
    """Take a nomination out of its round with what proves it; the audit keeps both."""
    of = PROOF.table.c
    here = (of.round == value.round, of.recipient == value.recipient, of.award == value.award)
    rows.replace_all(books, PROOF, (), *here)
    rows.remove(books, value)


def freeze(books: Books, round_code: str, names: Sequence[FrozenName]) -> None:
    """Keep names, positions and units with the nominations, as they read at sealing."""
    if not names:
        return
    books.writer.execute(
        update(nomination)
        .where(
            nomination.c.round == round_code,
            nomination.c.recipient == bindparam("of"),
            nomination.c.award == bindparam("for"),
        )
        .values(
            frozen_name=bindparam("as_name"),
            frozen_position=bindparam("as_position"),
            frozen_unit=bindparam("as_unit"),
        ),
        [
            {
                "of": one.recipient,
                "for": one.award,
                "as_name": one.name,
                "as_position": one.position,
                "as_unit": one.unit_name,
            }
            for one in names
        ],
    )


def frozen(books: Books, round_code: str) -> Mapping[tuple[str, str], FrozenName]:
    """The names kept at sealing, by (recipient, award); nothing before the first sealing."""
    query = select(
        nomination.c.recipient,
        nomination.c.award,
        nomination.c.frozen_name,
        nomination.c.frozen_position,
        nomination.c.frozen_unit,
    ).where(nomination.c.round == round_code, nomination.c.frozen_name.is_not(None))
    with books.read() as connection:
        return {(row[0], row[1]): FrozenName(*row) for row in connection.execute(query)}


def council(books: Books) -> tuple[CouncilMember, ...]:
    """All members the council ever had."""
    return rows.load(books, COUNCIL_MEMBER)


def save_council(books: Books, wanted: Iterable[CouncilMember]) -> None:
    """Make exactly these the members of the council."""
    members = tuple(wanted)
    references.check(books.writer, references.wanted(COUNCIL_MEMBER, members))
    rows.replace_all(books, COUNCIL_MEMBER, members)


def meetings(books: Books, round_code: str) -> tuple[Meeting, ...]:
    """The meetings of a round, in order of time."""
    order = [meeting.c.day, meeting.c.time, meeting.c.code]
    return rows.load(books, MEETING, meeting.c.round == round_code, order=order)


def last_meeting(books: Books, kind: MeetingKind, beside: str) -> Meeting | None:
    """The latest meeting of a kind in any round but `beside`; None where none has a day."""
    dated = (
        (meeting.c.kind == kind.value) & meeting.c.day.is_not(None) & (meeting.c.round != beside)
    )
    held = rows.load(books, MEETING, dated, order=[meeting.c.day, meeting.c.code])
    return held[-1] if held else None


def last_notice(books: Books) -> Notice | None:
    """The latest notice of any round."""
    posted = rows.load(books, NOTICE, order=[notice.c.start_on, notice.c.venue])
    return posted[-1] if posted else None


def votes(books: Books, round_code: str) -> tuple[Vote, ...]:
    """The votes of all meetings of a round."""
    of_round = select(meeting.c.code).where(meeting.c.round == round_code)
    return rows.load(books, VOTE, vote.c.meeting.in_(of_round))


def save_meeting(books: Books, value: Meeting, its_votes: Iterable[Vote] | None = None) -> None:
    """Add or change a meeting; `its_votes` become exactly its votes, None leaves them alone."""
    _save(books, value)
    if its_votes is not None:
        wanted = tuple(its_votes)
        references.check(books.writer, references.wanted(VOTE, wanted))
        rows.replace_all(books, VOTE, wanted, vote.c.meeting == value.code)


def remove_meeting(books: Books, value: Meeting) -> None:
    """Take a meeting out with its votes, attendance and recusals; the audit keeps them."""
    rows.replace_all(books, VOTE, (), vote.c.meeting == value.code)
    rows.replace_all(books, ATTENDANCE, (), attendance.c.meeting == value.code)
    rows.replace_all(books, RECUSAL, (), recusal.c.meeting == value.code)
    rows.remove(books, value)


def notices(books: Books, round_code: str) -> tuple[Notice, ...]:
    """The notices of a round, in order of time."""
    order = [notice.c.start_on, notice.c.venue]
    return rows.load(books, NOTICE, notice.c.round == round_code, order=order)


def save_notices(books: Books, round_code: str, wanted: Iterable[Notice]) -> None:
    """Make exactly these the notices of the round."""
    values = tuple(wanted)
    references.check(books.writer, references.wanted(NOTICE, values))
    rows.replace_all(books, NOTICE, values, notice.c.round == round_code)


def confirmations(books: Books) -> tuple[Confirmation, ...]:
    """Unverified criteria that a named person confirmed."""
    return rows.load(books, CONFIRMATION)


def confirm(books: Books, value: Confirmation) -> bool:
    """Keep a confirmation; a later one of the same criterion replaces it."""
    return rows.save(books, value)


def withdraw(books: Books, value: Confirmation) -> None:
    """Take a confirmation back."""
    rows.remove(books, value)


def _save(books: Books, value: Any) -> bool:
    references.check(books.writer, references.wanted(shape_of(value), [value]))
    return rows.save(books, value)


def _counts(books: Books, table: Any) -> Mapping[str, int]:
    query = select(table.c.round, func.count()).group_by(table.c.round)
    with books.read() as connection:
        return {code: int(number) for code, number in connection.execute(query)}
