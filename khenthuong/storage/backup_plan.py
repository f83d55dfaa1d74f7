"""Which backups stay: the newest of each of the last days, weeks and months that have any."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

DAYS, WEEKS, MONTHS = 7, 5, 12
"""How many days, weeks and months with a backup keep their newest one."""
ALWAYS_KEPT = ("thu-cong", "truoc-phuc-hoi", "truoc-nang-cap", "truoc-cap-nhat", "truoc-khi-sua")
"""Beginnings of reasons that are never thinned: made by hand, or the way back from a rare step."""

T = TypeVar("T")


def superfluous(
    backups: Iterable[T], when: Callable[[T], datetime], reason: Callable[[T], str], now: datetime
) -> tuple[T, ...]:
    """The backups that thinning removes, oldest first.

    Days, weeks and months without a backup do not count, so a long holiday costs nothing. What is
    dated in the future (a wrong clock) is neither counted nor removed; nothing of today is.
    """
    ours = [one for one in backups if when(one) <= now and not reason(one).startswith(ALWAYS_KEPT)]
    newest_first = sorted(ours, key=when, reverse=True)
    kept = {id(one) for one in newest_first if when(one).date() == now.date()}
    for count, part in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept |= {id(one) for one in _newest_of_each(newest_first, when, part, count)}
    return tuple(one for one in reversed(newest_first) if id(one) not in kept)


def _newest_of_each(
    newest_first: Sequence[T],
    when: Callable[[T], datetime],
    part: Callable[[datetime], Hashable],
    count: int,
) -> list[T]:
    found: dict[Hashable, T] = {}
    for one in newest_first:
        found.setdefault(part(when(one)), one)
    return list(found.values())[:count]


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return (at.year, at.month)
