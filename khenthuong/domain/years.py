"""Calendar years and school years, and what «liên tục» means for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_CALENDAR = re.compile(r"(\d{4})")
_SCHOOL = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")


@dataclass(frozen=True, order=True)
class Year:
    """A calendar year (2025) or a school year (2025-2026) by its first year.

    Schools are rated by school year, everybody else by calendar year; consecutive means no gap in
    the recipient's own kind of year.
    """

    start: int
    school: bool = False

    @classmethod
    def parse(cls, text: str) -> Year:
        """Read «2025» or «2025-2026»; raises ValueError for anything else."""
        cleaned = str(text).strip()
        if match := _SCHOOL.fullmatch(cleaned):
            first, second = int(match[1]), int(match[2])
            if second == first + 1:
                return cls(first, school=True)
        elif match := _CALENDAR.fullmatch(cleaned):
            return cls(int(match[1]))
        raise ValueError(text)

    def __hash__(self) -> int:
        # The rules look up thousands of years a second: no tuple is built for each.
        return self.start * 2 + self.school

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}" if self.school else str(self.start)

    @property
    def end(self) -> int:
        """The calendar year in which it ends: 2026 for 2025-2026."""
        return self.start + 1 if self.school else self.start

    def back(self, years: int) -> Year:
        """The year so many years earlier, of the same kind."""
        return Year(self.start - years, self.school)

    def as_kind(self, *, school: bool) -> Year:
        """The same award year in the other kind: school year 2025-2026 belongs to 2026."""
        if school == self.school:
            return self
        return Year(self.end - 1, school=True) if school else Year(self.end)

    @property
    def first_day(self) -> date:
        """1 January, or 1 August for a school year (the Ministry's school year frame)."""
        return date(self.start, 8, 1) if self.school else date(self.start, 1, 1)

    @property
    def last_day(self) -> date:
        """31 December, or 31 July for a school year."""
        return date(self.start + 1, 7, 31) if self.school else date(self.start, 12, 31)


def window(last: Year, length: int) -> tuple[Year, ...]:
    """The `length` consecutive years ending with `last`, oldest first."""
    return tuple(last.back(back) for back in reversed(range(length)))
