"""Niêm yết: how long a list hangs, by which rule, the opinions on it, and the closing minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain import posting
from khenthuong.domain.criteria import DatedValue
from khenthuong.domain.kinds import Checked
from khenthuong.domain.posting import Term
from khenthuong.domain.rounds import Notice, Opinion
from khenthuong.services.appraisal import checking
from khenthuong.services.workspace import Workspace

NOTICE_DAYS = "so_ngay_niem_yet"
CLOSING = "bien_ban_ket_thuc_niem_yet"


@dataclass(frozen=True)
class PostedNotice:
    """A notice with its days as of today, in words."""

    notice: Notice
    term: Term
    words: str


@dataclass(frozen=True)
class Posting:
    """A round's notices and opinions; `rule` says how many days which text asks for, how sure."""

    notices: tuple[PostedNotice, ...]
    opinions: tuple[Opinion, ...]
    rule: str
    waiting: tuple[Opinion, ...]
    nominees: tuple[tuple[str, str], ...]
    """(name, Mã) of everybody nominated: whom an opinion may be about."""


def read(ws: Workspace, round_code: str) -> Posting:
    """Everything the page of the step Niêm yết shows, as of today."""
    today = ws.today()
    value = _days(ws, round_code, today)
    needed = int(value.value) if value else 0
    found = storage.rounds.notices(ws.books, round_code)
    opinions = storage.meetings.opinions(ws.books, round_code)
    proposed = storage.rounds.nominations(ws.books, round_code)
    codes = list(dict.fromkeys(one.recipient for one in proposed))
    known = storage.register.many(ws.books, codes)
    return Posting(
        notices=tuple(_posted(ws, one, needed, today) for one in found),
        opinions=opinions,
        rule=_rule(ws, value),
        waiting=posting.unanswered(opinions),
        nominees=tuple((known[code].name, code) for code in codes if code in known),
    )


def _days(ws: Workspace, round_code: str, today: date) -> DatedValue | None:
    one = storage.rounds.get_round(ws.books, round_code)
    return ws.rulebook.value(NOTICE_DAYS, one.received or one.deadline or today)


def _rule(ws: Workspace, value: DatedValue | None) -> str:
    if value is None:
        return texts.say("posting.no_rule")
    told = {"days": value.value, "source": checking.cite_text(ws, value.cite)}
    sure = value.checked is Checked.TEXT
    return texts.say("posting.rule" if sure else "posting.rule_unverified", told)


def _posted(ws: Workspace, one: Notice, needed: int, today: date) -> PostedNotice:
    term = posting.term(one, needed, ws.calendar, today)
    return PostedNotice(one, term, _term_words(one, term, needed, today))


def _term_words(one: Notice, term: Term, needed: int, today: date) -> str:
    told: dict[str, object] = {
        "shown": term.shown,
        "working": term.working,
        "left": term.left,
        "needed": needed,
        "earliest": term.earliest or "…",
        "start": one.start,
    }
    if one.start > today:
        return texts.say("posting.not_begun", told)
    if one.end is None:
        return texts.say("posting.open_end" if needed else "posting.open_end_bare", told)
    short = term.earliest is not None and one.end < term.earliest
    if term.over:
        return texts.say("posting.over_short" if short else "posting.over", told)
    return texts.say("posting.running_short" if short else "posting.running", told)


def save_opinions(ws: Workspace, round_code: str, wanted: Iterable[Opinion]) -> None:
    """Make exactly these the opinions of the round."""
    with ws.books.write(texts.say("operation.opinions", {"round": round_code})):
        storage.meetings.save_opinions(ws.books, round_code, wanted)


def next_number(opinions: Sequence[Opinion]) -> int:
    """The number of the next opinion of a round: numbers are not given twice."""
    return max((one.number for one in opinions), default=0) + 1
