"""Sổ đăng ký văn bản đi: numbers of outgoing papers by year and series, and what is odd in them.

A series is what stands behind the slash («TTr-UBND»); each begins anew with 1 on the first of
January (NĐ 30/2020, Điều 15).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_NUMBER = re.compile(r"(\d{1,6})([a-zA-Z]?)(?:\s*/\s*(\S.*))?")


class NumberState(StrEnum):
    """What became of a number."""

    RESERVED = "giu"
    USED = "da_cap"
    CANCELLED = "huy"
    ELSEWHERE = "viec_khac"
    """Given by văn thư to a paper of another trade: none of ours, and no gap."""


@dataclass(frozen=True)
class DocumentNumber:
    """«45a/TTr-UBND» taken apart: 45, «a», «TTr-UBND»."""

    number: int
    suffix: str
    series: str

    def __str__(self) -> str:
        return f"{self.number:02}{self.suffix}/{self.series}"


@dataclass(frozen=True)
class RegisteredNumber:
    """One line of the register. `paper` is the key of the paper that has it, "" for none.

    `reason` says for what a number is reserved, why it was cancelled, or where else it went;
    `title` is what the paper is about.
    """

    year: int
    series: str
    number: int
    suffix: str
    state: NumberState
    day: date | None = None
    title: str = ""
    paper: str = ""
    reason: str = ""

    @property
    def shown(self) -> str:
        """Số và ký hiệu as papers print it."""
        return str(DocumentNumber(self.number, self.suffix, self.series))

    @property
    def place(self) -> tuple[int, str, int, str]:
        """Its place in the register: two lines never share one."""
        return (self.year, self.series, self.number, self.suffix)


@dataclass(frozen=True)
class Gap:
    """Numbers from `first` to `last` of which nobody has said what became of them."""

    year: int
    series: str
    first: int
    last: int


def parse(text: str, series: str) -> DocumentNumber | None:
    """A number as văn thư writes it, «45» or «45/TTr-UBND»; None for anything else.

    `series` stands where none is written. Nothing is numbered 0.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        return None
    return DocumentNumber(int(found[1]), found[2].lower(), (found[3] or series).strip())


def in_order(entries: Iterable[RegisteredNumber]) -> tuple[RegisteredNumber, ...]:
    """By series, number and letter."""
    return tuple(sorted(entries, key=lambda one: one.place))


def next_number(entries: Iterable[RegisteredNumber], year: int, series: str) -> int:
    """The number after the highest one that is used, reserved or accounted for."""
    taken = (one.number for one in entries if (one.year, one.series) == (year, series))
    return max(taken, default=0) + 1


def holder(
    entries: Iterable[RegisteredNumber], year: int, number: DocumentNumber
) -> RegisteredNumber | None:
    """The line that a number of a year has already."""
    wanted = (year, number.series, number.number, number.suffix)
    return next((one for one in entries if one.place == wanted), None)


def gaps(entries: Iterable[RegisteredNumber]) -> tuple[Gap, ...]:
    """Numbers below the highest one of their series that have no line."""
    known: dict[tuple[int, str], set[int]] = {}
    for one in entries:
        known.setdefault((one.year, one.series), set()).add(one.number)
    return tuple(
        Gap(year, series, first, last)
        for (year, series), numbers in sorted(known.items())
        for first, last in _missing(sorted(numbers))
    )


def backwards(
    entries: Iterable[RegisteredNumber],
) -> tuple[tuple[RegisteredNumber, RegisteredNumber], ...]:
    """Neighbours of a series where the higher number bears the earlier date: (lower, higher)."""
    dated = [one for one in in_order(entries) if one.day is not None]
    pairs = itertools.pairwise(dated)
    return tuple((low, high) for low, high in pairs if _runs_back(low, high))


def _runs_back(low: RegisteredNumber, high: RegisteredNumber) -> bool:
    same = (low.year, low.series) == (high.year, high.series)
    return same and low.day is not None and high.day is not None and high.day < low.day


def _missing(numbers: list[int]) -> Iterator[tuple[int, int]]:
    before = 0
    for number in numbers:
        if number > before + 1:
            yield before + 1, number - 1
        before = number
