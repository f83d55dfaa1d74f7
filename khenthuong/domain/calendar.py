"""Working days, as frozen values; the holidays themselves come from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True)
class WorkCalendar:
    """Public holidays of Việt Nam and the office's swap days (working Saturdays)."""

    holidays: frozenset[date] = frozenset()
    swapped: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the office works that day."""
        return day in self.swapped or (day.weekday() < _SATURDAY and day not in self.holidays)

    def working_days(self, after: date, until: date) -> int:
        """Working days after `after` up to and including `until` (0 when not later)."""
        span = (until - after).days
        return sum(self.is_working(after + timedelta(days=n)) for n in range(1, span + 1))
