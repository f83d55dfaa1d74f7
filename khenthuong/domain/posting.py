"""Niêm yết: days that are left, and the opinions that came, one truth for rules and papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.kinds import OpinionOutcome
from khenthuong.domain.rounds import Notice, Opinion
from khenthuong.domain.vietnamese import fold

_NO_OPINION = frozenset(
    (
        "",
        "0",
        "khong",
        "khong co",
        "khong co y kien",
        "khong co y kien nao",
        "khong y kien",
        "khong co y kien phan anh",
        "khong co y kien khac",
        "khong co phan anh",
        "khong nhan duoc y kien",
        "khong nhan duoc y kien nao",
    )
)


@dataclass(frozen=True)
class Term:
    """How long a list hangs: `shown` days so far or in all, `left` until the last day."""

    shown: int
    working: int
    left: int
    over: bool
    earliest: date | None
    """The first last day that gives `needed` days; None where no number is asked."""


def is_answered(opinion: Opinion) -> bool:
    """Whether it was answered on a day, and nothing is being verified any more."""
    told = bool(opinion.answer.strip()) and opinion.answered is not None
    return told and opinion.outcome != OpinionOutcome.VERIFYING


def unanswered(opinions: Iterable[Opinion], about: str | None = None) -> tuple[Opinion, ...]:
    """Opinions that wait for an answer; with `about` only those on that nominee or on all."""
    return tuple(
        one
        for one in opinions
        if not is_answered(one) and (about is None or one.about in ("", about))
    )


def at(opinions: Iterable[Opinion], notice: Notice) -> tuple[Opinion, ...]:
    """The opinions received at one place."""
    place = fold(notice.place)
    return tuple(one for one in opinions if fold(one.place) == place)


def elsewhere(opinions: Iterable[Opinion], notices: Iterable[Notice]) -> tuple[Opinion, ...]:
    """The opinions that came by another way than at a place where the list hung."""
    places = {fold(one.place) for one in notices}
    return tuple(one for one in opinions if fold(one.place) not in places)


def has_opinions(notice: Notice) -> bool:
    """Whether somebody said something; «Không có ý kiến» is none."""
    return fold(notice.opinions).strip(" .") not in _NO_OPINION


def written_open(notice: Notice) -> bool:
    """Whether an opinion written as text has no result written beside it."""
    return has_opinions(notice) and not notice.handled.strip()


def term(notice: Notice, needed: int, calendar: WorkCalendar, today: date) -> Term:
    """Days of a notice as of `today`, the first and the last day counted.

    `needed` are calendar days, 0 where nothing asks for a number.
    """
    last = min(notice.end, today) if notice.end else today
    shown = max(0, (last - notice.start).days + 1)
    working = calendar.working_days(notice.start, last) if last >= notice.start else 0
    if shown and calendar.is_working(notice.start):
        working += 1
    left = max(0, (notice.end - today).days) if notice.end else 0
    return Term(
        shown=shown,
        working=working,
        left=left,
        over=notice.end is not None and notice.end < today,
        earliest=notice.start + timedelta(days=needed - 1) if needed > 0 else None,
    )
