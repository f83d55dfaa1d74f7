"""Cơ quan: the office that keeps the books, and who signs for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import SigningPower


@dataclass(frozen=True)
class Office:
    """The office. `complete_from`: awards, initiatives, discipline are complete from that year.

    `working_swaps` (Ngày làm bù) are Saturdays and holidays on which the office works, `days_off`
    (Ngày nghỉ thêm) working days on which it does not. `settings` keeps every other Khóa of the
    sheet «Cơ quan» by its folded key.
    """

    name: str
    province: str
    level: str = "xa"
    symbol: str = "UBND"
    place: str = ""
    complete_from: int | None = None
    proposing_unit: str = ""
    working_swaps: tuple[date, ...] = ()
    days_off: tuple[date, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Signer:
    """Người ký with the dates in office; a paper of a day is signed by who held the office then."""

    name: str
    position: str
    power: SigningPower = SigningPower.OWN
    start: date | None = None
    end: date | None = None

    def signs_on(self, day: date) -> bool:
        """Whether in office on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
