"""Việt Nam's public holidays for counting working days; the library is loaded when asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from khenthuong.domain.calendar import WorkCalendar


def load_calendar(
    years: range, swapped: frozenset[date] = frozenset(), days_off: frozenset[date] = frozenset()
) -> WorkCalendar:
    """Holidays of the years, and the office's own: working days (`swapped`) and `days_off`.

    A day named as both is worked.
    """
    import holidays

    if not years:
        return WorkCalendar(days_off - swapped, swapped)
    found: Iterable[date] = holidays.country_holidays("VN", years=list(years))
    return WorkCalendar((frozenset(found) | days_off) - swapped, swapped)
