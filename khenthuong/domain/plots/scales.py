"""Round steps for axes, and values between two ends as millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Scale:
    """A straight axis: `low` stands at `start` mm, `high` at `end` mm."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands, in mm."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        part = (value - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)


def steps(low: Decimal, high: Decimal, most: int = 4) -> tuple[Decimal, ...]:
    """Round values that hold `low` and `high` between them, with at most `most` intervals."""
    if high <= low:
        high = low + 1
    rough = (high - low) / most
    power = Decimal(10) ** rough.adjusted()
    for step in (one * power for one in (*_ROUND, Decimal(20), Decimal(50))):
        first = (low / step).to_integral_value(rounding="ROUND_FLOOR") * step
        count = ((high - first) / step).to_integral_value(rounding="ROUND_CEILING")
        if count <= most:
            return tuple(first + step * number for number in range(int(count) + 1))
    raise AssertionError("a step of fifty powers always suffices")


def whole_steps(high: int, most: int = 4) -> tuple[int, ...]:
    """Whole round values from 0 to at least `high`."""
    found = steps(Decimal(0), Decimal(max(high, most)), most)
    return tuple(int(value) for value in found)
