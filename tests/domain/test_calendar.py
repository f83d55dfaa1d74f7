"""Working days, and the office's own days as text."""

from datetime import date

import pytest

from khenthuong.domain.calendar import WorkCalendar, known_days, read_days, write_days

CALENDAR = WorkCalendar(frozenset({date(2026, 9, 2)}), frozenset({date(2026, 9, 5)}))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 9, 1), 0, date(2026, 9, 1)),
        (date(2026, 9, 1), 1, date(2026, 9, 3)),  # the national day is free
        (date(2026, 9, 1), 3, date(2026, 9, 5)),  # a Saturday that is worked
        (date(2026, 9, 1), 4, date(2026, 9, 7)),
    ],
)
def test_the_end_of_a_span_of_working_days(start, days, end):
    assert CALENDAR.after(start, days) == end
    assert CALENDAR.working_days(start, end) == days


def test_days_are_read_in_order_and_once():
    days = read_days("19/12/2026; 5/9/2026, 05/09/2026;")
    assert days == (date(2026, 9, 5), date(2026, 12, 19))
    assert read_days(write_days(days)) == days
    assert read_days(" ") == ()


@pytest.mark.parametrize("text", ["05-09-2026", "31/02/2026", "05/09", "mai", "a/b/c"])
def test_what_is_no_day_is_refused_or_left_out(text):
    with pytest.raises(ValueError, match=r"."):
        read_days(f"19/12/2026; {text}")
    assert known_days(f"19/12/2026; {text}") == (date(2026, 12, 19),)
