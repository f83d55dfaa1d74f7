"""Working days, as frozen values; the holidays themselves come from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5
_DAY_MONTH_YEAR = 3


@dataclass(frozen=True)
class WorkCalendar:
    """Days on which nobody works, and the office's swap days on which it works all the same."""

    holidays: frozenset[date] = frozenset()
    swapped: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the office works that day."""
        return day in self.swapped or (day.weekday() < _SATURDAY and day not in self.holidays)

    def working_days(self, after: date, until: date) -> int:
        """Working days after `after` up to and including `until` (0 when not later)."""
        span = (until - after).days
        return sum(self.is_working(after + timedelta(days=n)) for n in range(1, span + 1))

    def after(self, start: date, days: int) -> date:
        """The day on which so many working days after `start` are over; `start` itself for 0."""
        day = start
        while days > 0:
            day += timedelta(days=1)
            days -= self.is_working(day)
        return day


def read_days(text: str) -> tuple[date, ...]:
    """«12/09/2026; 27/12/2026» as days in order; raises ValueError for a part that is none."""
    return tuple(sorted({_day(part) for part in text.replace(",", ";").split(";") if part.strip()}))


def known_days(text: str) -> tuple[date, ...]:
    """The same, leaving out the parts that are no day."""
    found: set[date] = set()
    for part in text.replace(",", ";").split(";"):
        try:
            found.add(_day(part))
        except ValueError:
            continue
    return tuple(sorted(found))


def write_days(days: Iterable[date]) -> str:
    """Days as `read_days` takes them."""
    return "; ".join(f"{day:%d/%m/%Y}" for day in days)


def _day(text: str) -> date:
    parts = text.strip().split("/")
    if len(parts) != _DAY_MONTH_YEAR:
        raise ValueError(text)
    day, month, year = (int(part) for part in parts)
    return date(year, month, day)
