"""Việt Nam's public holidays for counting working days; the library is loaded when asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from khenthuong.domain.calendar import WorkCalendar


def load_calendar(years: range, swapped: frozenset[date] = frozenset()) -> WorkCalendar:
    """Holidays of the years, and the office's own working Saturdays (`swapped`)."""
    import holidays

    if not years:
        return WorkCalendar(swapped=swapped)
    found: Iterable[date] = holidays.country_holidays("VN", years=list(years))
    return WorkCalendar(frozenset(found) - swapped, swapped)
