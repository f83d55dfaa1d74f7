"""Thinning: the newest of seven days, five weeks, twelve months that have any."""

from datetime import datetime, timedelta

from khenthuong.storage.backup_plan import DAYS, MONTHS, WEEKS, superfluous

NOW = datetime(2026, 6, 30, 17, 0)


def left(times: list[datetime], reason: str = "dau-ngay") -> list[datetime]:
    gone = superfluous(times, lambda one: one, lambda one: reason, NOW)
    return sorted(set(times) - set(gone))


def test_a_year_of_days_thins_to_days_weeks_and_months():
    kept = left([NOW - timedelta(days=n) for n in range(400)])
    assert kept[-DAYS:] == [NOW - timedelta(days=n) for n in range(DAYS - 1, -1, -1)]
    assert {one.isocalendar()[:2] for one in kept} >= {
        (NOW - timedelta(weeks=n)).isocalendar()[:2] for n in range(WEEKS)
    }
    assert len({(one.year, one.month) for one in kept}) == MONTHS
    assert len(kept) <= DAYS + WEEKS + MONTHS


def test_thinning_again_removes_nothing_more():
    once = left([NOW - timedelta(hours=5 * n) for n in range(3000)])
    assert left(once) == once


def test_all_of_today_stays_and_the_newest_of_another_day():
    morning, noon = datetime(2026, 6, 29, 8), datetime(2026, 6, 29, 12)
    today = [NOW, NOW - timedelta(hours=2)]
    many = [NOW - timedelta(days=n, hours=1) for n in range(2, 40)]
    kept = left([morning, noon, *today, *many])
    assert {noon, *today} <= set(kept)
    assert morning not in kept


def test_a_long_holiday_costs_nothing():
    old = [NOW - timedelta(days=200 + n) for n in range(DAYS)]
    assert left(old) == sorted(old)


def test_made_by_hand_and_before_a_restore_stay():
    many = [NOW - timedelta(days=10 * n) for n in range(1, 100)]
    assert left(many, "thu-cong") == sorted(many)
    assert left(many, "truoc-phuc-hoi") == sorted(many)
    assert len(left(many)) < len(many)


def test_a_wrong_clock_neither_counts_nor_goes():
    future = [NOW + timedelta(days=n) for n in range(1, 60)]
    past = [NOW - timedelta(days=n) for n in range(DAYS)]
    assert left([*future, *past]) == sorted([*future, *past])
