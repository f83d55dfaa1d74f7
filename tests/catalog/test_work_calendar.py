"""Việt Nam's holidays and the office's own swap days."""

from datetime import date

from khenthuong.catalog.work_calendar import load_calendar


def test_holidays_and_weekends_are_free():
    calendar = load_calendar(range(2026, 2027))
    assert not calendar.is_working(date(2026, 9, 2))
    assert not calendar.is_working(date(2026, 2, 17))  # mùng một Tết
    assert not calendar.is_working(date(2026, 1, 3))  # Saturday
    assert calendar.is_working(date(2026, 1, 5))
    assert calendar.working_days(date(2026, 4, 29), date(2026, 5, 4)) == 1


def test_swapped_saturdays_are_worked():
    saturday = date(2026, 1, 10)
    assert load_calendar(range(2026, 2027), frozenset({saturday})).is_working(saturday)


def test_no_years_no_holidays():
    assert load_calendar(range(0)).holidays == frozenset()
