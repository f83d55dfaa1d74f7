"""Kịp thời: which days of a round are due, from whom, by which rule, and what is late.

Days that the books set (hạn nộp, ngày họp) have no citation; days that are counted carry the
citation and the mark of the dated value they are counted with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from khenthuong.domain import posting
from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.criteria import DatedValue
from khenthuong.domain.kinds import Authority, RoundKind, Step
from khenthuong.domain.movement import MovementTask
from khenthuong.domain.rounds import Meeting, Notice, Opinion, Round

SOON = 5
"""Working days before a day is due in which it counts as due soon."""
DECIDE_DAYS = "so_ngay_quyet_dinh_xa"
SUDDEN_DECIDE_DAYS = "so_ngay_quyet_dinh_dot_xuat"
SUDDEN_DAYS = "so_ngay_dot_xuat"
REPLY_DAYS = "so_ngay_tham_dinh_tinh"
NOTICE_DAYS = "so_ngay_niem_yet"


class DeadlineKind(StrEnum):
    """What is due."""

    SUBMIT = "nop_ho_so"
    FORWARD = "trinh_cap_tren"
    DECIDE = "quyet_dinh"
    REPLY = "ket_qua_cap_tren"
    SUDDEN = "de_nghi_dot_xuat"
    MEETING = "hop"
    MINUTES = "bien_ban"
    NOTICE_END = "het_niem_yet"
    ANSWER = "tra_loi_y_kien"
    MOVEMENT_TASK = "viec_phong_trao"


class DeadlineState(StrEnum):
    """Where a deadline stands today."""

    LATE = "qua_han"
    SOON = "sap_den_han"
    LATER = "con_thoi_gian"
    DONE = "da_xong"


@dataclass(frozen=True)
class Deadline:
    """A day that is due in a round.

    `left` counts working days until it (negative: how many it is late). `source` is the dated value
    it is counted with, `days` that value's number; None where the books say the day itself.
    `subject` is a place or unit, `authority` whose dossier it is about, `step` where to mend it.
    A line of a movement's plan has `movement` instead of a round, a sudden deed that nobody has
    nominated yet `deed`, its achievement's code; the step of both says nothing.
    """

    kind: DeadlineKind
    round: str
    day: date
    state: DeadlineState
    left: int
    step: Step
    done_on: date | None = None
    subject: str = ""
    authority: Authority | None = None
    source: DatedValue | None = None
    movement: str = ""
    deed: str = ""

    @property
    def days(self) -> int | None:
        """How many days the rule gives; None where the books say the day itself."""
        return int(self.source.value) if self.source else None


@dataclass(frozen=True)
class RoundDates:
    """What is known about the days of a round.

    `sealed` and `decided`: by authority, the day its dossier was sealed, its decision known.
    `deed`: the earliest day on which a nominee of a đột xuất round did what is commended.
    """

    round: Round
    authorities: tuple[Authority, ...]
    sealed: Mapping[Authority, date]
    decided: Mapping[Authority, date]
    meetings: tuple[Meeting, ...] = ()
    notices: tuple[Notice, ...] = ()
    deed: date | None = None
    opinions: tuple[Opinion, ...] = ()


Value = Callable[[str, date], DatedValue | None]
"""A dated value of the rulebook by id and day."""


@dataclass(frozen=True)
class Clock:
    """Today, the office's working days, and the rulebook's values."""

    today: date
    calendar: WorkCalendar
    value: Value


def of_movement(task: MovementTask, clock: Clock) -> Deadline | None:
    """The day by which a line of a plan (sơ kết, tổng kết …) is to be carried out; None without."""
    if task.due is None:
        return None
    due = _due(
        clock,
        DeadlineKind.MOVEMENT_TASK,
        "",
        task.due,
        Step.LIST,
        done_on=task.done,
        subject=task.content,
    )
    return replace(due, movement=task.movement)


def of_deed(
    code: str, name: str, day: date, clock: Clock, received: date | None = None
) -> Deadline | None:
    """The day by which a sudden deed is to be proposed; None where no rule gives days.

    `code` is its achievement's, `name` who did it, `received` the day its proposal was received.
    """
    source = clock.value(SUDDEN_DAYS, day)
    if source is None:
        return None
    due = clock.calendar.after(day, int(source.value))
    found = _due(
        clock,
        DeadlineKind.SUDDEN,
        "",
        due,
        Step.LIST,
        done_on=received,
        subject=name,
        source=source,
    )
    return replace(found, deed=code)


def deadlines(dates: RoundDates, clock: Clock) -> tuple[Deadline, ...]:
    """Every day of the round that is due or was, in order of the days."""
    found = (
        *_submissions(dates, clock),
        *_sudden(dates, clock),
        *_answers(dates, clock),
        *_meetings(dates, clock),
        *_notices(dates, clock),
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.kind)))


_ORDER = (DeadlineState.LATE, DeadlineState.SOON, DeadlineState.LATER, DeadlineState.DONE)


def in_order(found: Iterator[Deadline] | tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """What is late first, then what is due soonest; what is done last, the latest first."""

    def key(one: Deadline) -> tuple[int, int, str]:
        days = one.day.toordinal()
        done = one.state is DeadlineState.DONE
        return (_ORDER.index(one.state), -days if done else days, one.round)

    return tuple(sorted(found, key=key))


def _due(
    clock: Clock,
    kind: DeadlineKind,
    round_code: str,
    day: date,
    step: Step,
    *,
    done_on: date | None = None,
    subject: str = "",
    authority: Authority | None = None,
    source: DatedValue | None = None,
) -> Deadline:
    if done_on is not None and done_on > clock.today:
        done_on = None  # a day noted ahead is not yet done
    left = clock.calendar.working_days(clock.today, day)
    late = clock.calendar.working_days(day, clock.today)
    if done_on is not None:
        state = DeadlineState.DONE
        left, late = 0, clock.calendar.working_days(day, done_on)
    elif clock.today > day:
        state = DeadlineState.LATE
    else:
        state = DeadlineState.SOON if left <= SOON else DeadlineState.LATER
    return Deadline(
        kind, round_code, day, state, left or -late, step, done_on, subject, authority, source
    )


def _submissions(dates: RoundDates, clock: Clock) -> Iterator[Deadline]:
    """Hạn nộp: the dossier of every authority reaches its receiver by the round's own day."""
    one = dates.round
    if one.deadline is None:
        return
    for authority in dates.authorities:
        own = authority is Authority.COMMUNE
        yield _due(
            clock,
            DeadlineKind.SUBMIT if own else DeadlineKind.FORWARD,
            one.code,
            one.deadline,
            Step.DOSSIER,
            done_on=one.received or dates.sealed.get(authority),
            authority=authority,
        )


def _sudden(dates: RoundDates, clock: Clock) -> Iterator[Deadline]:
    """Đột xuất: from the deed to the proposal."""
    if dates.round.kind is not RoundKind.SUDDEN or dates.deed is None:
        return
    source = clock.value(SUDDEN_DAYS, dates.deed)
    if source is not None:
        yield _due(
            clock,
            DeadlineKind.SUDDEN,
            dates.round.code,
            clock.calendar.after(dates.deed, int(source.value)),
            Step.LIST,
            done_on=dates.round.received,
            source=source,
        )


def _answers(dates: RoundDates, clock: Clock) -> Iterator[Deadline]:
    """What follows the receipt: our own decision, and the province's answer."""
    received = dates.round.received
    if received is None:
        return
    sudden = dates.round.kind is RoundKind.SUDDEN
    for authority, kind, value in (
        (Authority.COMMUNE, DeadlineKind.DECIDE, SUDDEN_DECIDE_DAYS if sudden else DECIDE_DAYS),
        (Authority.PROVINCE, DeadlineKind.REPLY, REPLY_DAYS),
    ):
        source = clock.value(value, received)
        if authority in dates.authorities and source is not None:
            yield _due(
                clock,
                kind,
                dates.round.code,
                clock.calendar.after(received, int(source.value)),
                Step.DOSSIER,
                done_on=dates.decided.get(authority),
                authority=authority,
                source=source,
            )


def _meetings(dates: RoundDates, clock: Clock) -> Iterator[Deadline]:
    """Meetings to come; a meeting that was held is done when its minutes have their number."""
    for one in dates.meetings:
        if one.day is None:
            continue
        held = one.day < clock.today
        yield _due(
            clock,
            DeadlineKind.MINUTES if held and not one.minutes_number else DeadlineKind.MEETING,
            dates.round.code,
            one.day,
            Step.MEETING,
            done_on=one.day if one.minutes_number else None,
            subject=one.unit,
        )


def _notices(dates: RoundDates, clock: Clock) -> Iterator[Deadline]:
    """Notices that end; one without a last day ends by the days of the rules."""
    for one in dates.notices:
        open_here = posting.unanswered(posting.at(dates.opinions, one))
        unanswered = posting.written_open(one) or bool(open_here)
        if one.end is not None:
            yield _due(
                clock,
                DeadlineKind.ANSWER if unanswered else DeadlineKind.NOTICE_END,
                dates.round.code,
                one.end,
                Step.NOTICE,
                done_on=None if unanswered else one.end,
                subject=one.place,
            )
            continue
        source = clock.value(NOTICE_DAYS, one.start)
        if source is not None:
            yield _due(
                clock,
                DeadlineKind.NOTICE_END,
                dates.round.code,
                one.start + timedelta(days=int(source.value) - 1),
                Step.NOTICE,
                subject=one.place,
                source=source,
            )
