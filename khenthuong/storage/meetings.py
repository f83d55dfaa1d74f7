"""Who came to a meeting, who took no part in which vote, and opinions on posted lists."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from khenthuong.domain.attendance import as_held
from khenthuong.domain.rounds import Attendance, Meeting, Opinion, Recusal
from khenthuong.storage import references, rounds, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import ATTENDANCE, OPINION, RECUSAL
from khenthuong.storage.tables import attendance, meeting, opinion, recusal


def attendance_of_round(books: Books, round_code: str) -> tuple[Attendance, ...]:
    """Everybody called to the meetings of a round, in the order of the register of people."""
    of_round = select(meeting.c.code).where(meeting.c.round == round_code)
    return rows.load(books, ATTENDANCE, attendance.c.meeting.in_(of_round))


def recusals_of_round(books: Books, round_code: str) -> tuple[Recusal, ...]:
    """Who took no part in which vote of the round's meetings."""
    of_round = select(meeting.c.code).where(meeting.c.round == round_code)
    return rows.load(books, RECUSAL, recusal.c.meeting.in_(of_round))


def opinions(books: Books, round_code: str) -> tuple[Opinion, ...]:
    """The opinions on a round's posted lists, by number."""
    return rows.load(books, OPINION, opinion.c.round == round_code)


def held(books: Books, round_code: str) -> tuple[Meeting, ...]:
    """The meetings of a round as rules and papers see them: who was there as ticked."""
    ticked = attendance_of_round(books, round_code)
    return tuple(as_held(one, ticked) for one in rounds.meetings(books, round_code))


def save_attendance(books: Books, meeting_code: str, wanted: Iterable[Attendance]) -> None:
    """Make exactly these the attendance of a meeting."""
    lines = tuple(wanted)
    references.check(books.writer, references.wanted(ATTENDANCE, lines))
    rows.replace_all(books, ATTENDANCE, lines, attendance.c.meeting == meeting_code)


def save_recusals(books: Books, meeting_code: str, wanted: Iterable[Recusal]) -> None:
    """Make exactly these the recusals of a meeting."""
    lines = tuple(wanted)
    references.check(books.writer, references.wanted(RECUSAL, lines))
    rows.replace_all(books, RECUSAL, lines, recusal.c.meeting == meeting_code)


def save_opinions(books: Books, round_code: str, wanted: Iterable[Opinion]) -> None:
    """Make exactly these the opinions of a round."""
    lines = tuple(wanted)
    references.check(books.writer, references.wanted(OPINION, lines))
    rows.replace_all(books, OPINION, lines, opinion.c.round == round_code)
