"""Consecutive years: the run that ends at the award year or the year before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from khenthuong.domain.kinds import Status
from khenthuong.domain.rules.case import Run
from khenthuong.domain.years import Year, window


class YearState(Enum):
    """What is known of one year: YES, NO, UNKNOWN, or MIXED (counts by another criterion)."""

    YES = 1
    MIXED = 2
    UNKNOWN = 3
    NO = 4


_GOOD = (YearState.YES,)
_MIXED = (YearState.YES, YearState.MIXED)


@dataclass(frozen=True)
class FoundRun:
    """`found`: held, mixed, earlier, unknown or broken; `lacking` years are what is missing."""

    status: Status
    found: str
    years: tuple[Year, ...]
    lacking: tuple[Year, ...] = ()

    @property
    def shown(self) -> str:
        """«2023, 2024»."""
        return ", ".join(map(str, self.years))

    @property
    def lacking_shown(self) -> str:
        """The lacking years as text."""
        return ", ".join(map(str, self.lacking))

    def as_run(self) -> Run:
        """For criteria that say «trong thời gian đó»."""
        return Run(self.status, frozenset(self.years))


def find_run(
    year: Year,
    count: int,
    state: Callable[[Year], YearState],
    earliest: int,
    *,
    to_now: bool = False,
) -> FoundRun:
    """The best run of at least `count` years ending at `year` or the year before.

    A run that ended earlier (not before `earliest`, the first year on record) or that only holds
    mixed is to be compared; with `to_now` («đến thời điểm đề nghị») an earlier one is none. Else
    the best window decides: one that only lacks unknown years is missing, any other is not met.
    """
    ends = (year, year.back(1))
    for good, status, found in ((_GOOD, Status.MET, "held"), (_MIXED, Status.TO_COMPARE, "mixed")):
        runs = [run for end in ends if len(run := _run_back(end, state, good, earliest)) >= count]
        if runs:
            return FoundRun(status, found, max(runs, key=len))
    before = () if to_now else _earlier(year, count, state, earliest)
    if before:
        return FoundRun(Status.TO_COMPARE, "earlier", before)
    return _best_window(ends, count, state)


def _run_back(
    end: Year, state: Callable[[Year], YearState], good: tuple[YearState, ...], earliest: int
) -> tuple[Year, ...]:
    run: list[Year] = []
    while end.start >= earliest and state(end) in good:
        run.insert(0, end)
        end = end.back(1)
    return tuple(run)


def _earlier(
    year: Year, count: int, state: Callable[[Year], YearState], earliest: int
) -> tuple[Year, ...]:
    end = year.back(2)
    while end.start >= earliest + count - 1:
        run = _run_back(end, state, _GOOD, earliest)
        if len(run) >= count:
            return run
        end = end.back(1 + len(run))
    return ()


def _best_window(
    ends: tuple[Year, ...], count: int, state: Callable[[Year], YearState]
) -> FoundRun:
    windows = [window(end, count) for end in ends]
    best = min(windows, key=lambda years: _cost(years, state))
    lacking = tuple(year for year in best if state(year) not in _GOOD)
    certain = tuple(year for year in lacking if state(year) is YearState.NO)
    unknown = tuple(year for year in lacking if state(year) is YearState.UNKNOWN)
    if unknown and not certain:
        return FoundRun(Status.MISSING, "unknown", best, unknown)
    return FoundRun(Status.NOT_MET, "broken", best, certain or lacking)


def _cost(years: tuple[Year, ...], state: Callable[[Year], YearState]) -> tuple[int, int, int]:
    states = [state(year) for year in years]
    return tuple(  # type: ignore[return-value]
        states.count(one) for one in (YearState.NO, YearState.UNKNOWN, YearState.MIXED)
    )
