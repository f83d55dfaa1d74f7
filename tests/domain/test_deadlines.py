"""What is due in a round: from whom, when, by which rule, late or done."""

from datetime import date

import pytest

from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.criteria import Cite, DatedValue
from khenthuong.domain.deadlines import (
    Clock,
    DeadlineKind,
    DeadlineState,
    RoundDates,
    deadlines,
    in_order,
)
from khenthuong.domain.kinds import Authority, Checked, MeetingKind, RoundKind, Step
from khenthuong.domain.rounds import Meeting, Notice, Round
from khenthuong.domain.years import Year

TODAY = date(2026, 3, 11)  # a Wednesday
BOTH = (Authority.COMMUNE, Authority.PROVINCE)


def value(id_, day):
    days = {
        "so_ngay_quyet_dinh_xa": 20,
        "so_ngay_quyet_dinh_dot_xuat": 8,
        "so_ngay_dot_xuat": 8,
        "so_ngay_tham_dinh_tinh": 25,
        "so_ngay_niem_yet": 10,
    }[id_]
    return DatedValue(id_, days, None, None, Cite("quy_dinh_cua_tinh"), Checked.MEMORY)


CLOCK = Clock(TODAY, WorkCalendar(), value)


def round_(**more):
    return Round("D1", "Đợt", more.pop("kind", RoundKind.MERIT), Year(2025), **more)


def found(dates, kind):
    return [one for one in deadlines(dates, CLOCK) if one.kind is kind]


def dates(given=None, **more):
    more.setdefault("authorities", BOTH)
    return RoundDates(given or round_(), sealed={}, decided={}, **more)


@pytest.mark.parametrize(
    ("day", "state", "left"),
    [
        (date(2026, 3, 10), DeadlineState.LATE, -1),
        (date(2026, 3, 6), DeadlineState.LATE, -3),
        (date(2026, 3, 11), DeadlineState.SOON, 0),
        (date(2026, 3, 18), DeadlineState.SOON, 5),
        (date(2026, 3, 19), DeadlineState.LATER, 6),
    ],
)
def test_the_rounds_own_deadline(day, state, left):
    given = dates(round_(deadline=day))
    submit = found(given, DeadlineKind.SUBMIT)[0]
    assert (submit.state, submit.left, submit.source) == (state, left, None)
    forward = found(given, DeadlineKind.FORWARD)[0]
    assert (forward.authority, forward.step) == (Authority.PROVINCE, Step.DOSSIER)


def test_what_was_received_is_done_and_says_how_late():
    given = dates(round_(deadline=date(2026, 3, 6), received=date(2026, 3, 10)))
    submit = found(given, DeadlineKind.SUBMIT)[0]
    assert (submit.state, submit.done_on, submit.left) == (
        DeadlineState.DONE,
        date(2026, 3, 10),
        -2,
    )


def test_a_day_of_receipt_noted_ahead_is_not_done():
    given = dates(round_(deadline=date(2026, 3, 16), received=date(2026, 3, 16)))
    assert found(given, DeadlineKind.SUBMIT)[0].state is DeadlineState.SOON


def test_sealing_counts_while_the_receipt_is_not_known():
    given = RoundDates(
        round_(deadline=date(2026, 3, 6)), BOTH, {Authority.PROVINCE: date(2026, 3, 5)}, {}
    )
    assert found(given, DeadlineKind.FORWARD)[0].state is DeadlineState.DONE
    assert found(given, DeadlineKind.SUBMIT)[0].state is DeadlineState.LATE


def test_decision_and_answer_count_working_days_from_the_receipt():
    given = dates(round_(received=date(2026, 3, 2)))
    decide = found(given, DeadlineKind.DECIDE)[0]
    assert (decide.day, decide.days) == (date(2026, 3, 30), 20)
    assert decide.source.checked is Checked.MEMORY
    assert found(given, DeadlineKind.REPLY)[0].day == date(2026, 4, 6)
    decided = RoundDates(given.round, BOTH, {}, {Authority.COMMUNE: date(2026, 3, 9)})
    assert found(decided, DeadlineKind.DECIDE)[0].state is DeadlineState.DONE


def test_nothing_is_asked_of_an_authority_that_decides_nothing():
    given = dates(
        round_(received=date(2026, 3, 2), deadline=TODAY), authorities=(Authority.COMMUNE,)
    )
    kinds = {one.kind for one in deadlines(given, CLOCK)}
    assert kinds == {DeadlineKind.SUBMIT, DeadlineKind.DECIDE}


def test_sudden_goes_from_the_deed_to_the_proposal_to_the_decision():
    given = dates(
        round_(kind=RoundKind.SUDDEN, received=date(2026, 3, 9)),
        authorities=(Authority.COMMUNE,),
        deed=date(2026, 2, 26),
    )
    sudden, decide = deadlines(given, CLOCK)
    assert (sudden.kind, sudden.day, sudden.state) == (
        DeadlineKind.SUDDEN,
        date(2026, 3, 10),
        DeadlineState.DONE,
    )
    assert (decide.kind, decide.day) == (DeadlineKind.DECIDE, date(2026, 3, 19))


def meeting(day, number=""):
    return Meeting("H1", "D1", MeetingKind.COUNCIL, day=day, minutes_number=number)


@pytest.mark.parametrize(
    ("held", "kind", "state"),
    [
        (meeting(date(2026, 3, 13)), DeadlineKind.MEETING, DeadlineState.SOON),
        (meeting(date(2026, 3, 9)), DeadlineKind.MINUTES, DeadlineState.LATE),
        (meeting(date(2026, 3, 9), "01/BB"), DeadlineKind.MEETING, DeadlineState.DONE),
    ],
)
def test_meetings_are_done_with_the_number_of_their_minutes(held, kind, state):
    one = deadlines(dates(meetings=(held,)), CLOCK)[0]
    assert (one.kind, one.state) == (kind, state)


def test_notices_end_by_their_own_day_or_by_the_rules():
    start = date(2026, 3, 4)
    ended = Notice("D1", "Trụ sở", start, date(2026, 3, 10))
    running = Notice("D1", "Nhà văn hóa", start)
    asked = Notice("D1", "Trang tin", start, date(2026, 3, 10), opinions="Chưa rõ thành tích")
    by_place = {
        one.subject: one for one in deadlines(dates(notices=(ended, running, asked)), CLOCK)
    }
    assert by_place["Trụ sở"].state is DeadlineState.DONE
    assert (by_place["Nhà văn hóa"].day, by_place["Nhà văn hóa"].days) == (date(2026, 3, 13), 10)
    assert by_place["Trang tin"].kind is DeadlineKind.ANSWER
    assert by_place["Trang tin"].state is DeadlineState.LATE


def test_late_comes_first_and_done_last():
    given = dates(
        round_(deadline=date(2026, 3, 20)),
        authorities=(Authority.COMMUNE,),
        meetings=(meeting(date(2026, 3, 2)), meeting(date(2026, 3, 9), "01/BB")),
        notices=(Notice("D1", "Trụ sở", date(2026, 3, 5)),),
    )
    states = [one.state for one in in_order(deadlines(given, CLOCK))]
    assert states == [
        DeadlineState.LATE,
        DeadlineState.SOON,
        DeadlineState.LATER,
        DeadlineState.DONE,
    ]
