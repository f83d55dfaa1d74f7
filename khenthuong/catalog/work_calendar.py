"""Việt Nam's public holidays for counting working days; the library is loaded when asked."""

from __future__ import annotations

from datetime import date

from khenthuong.domain.calendar import WorkCalendar


def load_calendar(years: range, swapped: frozenset[date] = frozenset()) -> WorkCalendar:
    """Holidays of the years, and the office's own working Saturdays (`swapped`)."""
    import holidays

    found = holidays.country_holidays("VN", years=list(years)) if years else {}
    return WorkCalendar(frozenset(found) - swapped, swapped)
