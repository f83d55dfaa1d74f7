"""Fit words into lines of a width: where a line may end, how small the letters may become.

A line may end before «và», after a comma, and between the words of a unit's name; never inside a
person's name, nor between a number and the word before it. What does not fit even at the smallest
size is said, never cut off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from khenthuong.domain.vietnamese import fold

STEP = 0.5
"""Points by which letters become smaller."""
_RATHER = 0.85
"""How small a name may become before it is broken between any two words."""
Measure = Callable[[str], float]
"""Width of a text in mm at a letter size of one point."""

_SURNAMES = frozenset(
    {
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "dinh",
        "truong",
        "luong",
        "mai",
        "trinh",
        "dao",
        "doan",
        "lam",
        "ha",
        "cao",
        "chu",
        "ta",
        "thai",
        "quach",
        "to",
        "luu",
        "khuat",
        "tong",
        "kieu",
        "nghiem",
        "phung",
        "vuong",
        "bach",
        "la",
        "than",
        "thach",
        "danh",
        "lo",
        "giang",
        "ma",
        "nong",
        "trieu",
        "hua",
        "sung",
        "giap",
        "mac",
    }
)
_HONORIFICS = ("ong", "ba", "co", "anh", "chi", "em")
_DIGIT = re.compile(r"\W*\d")
_COMMA = (",", ";", ":")


class Break(IntEnum):
    """How good an end of line between two words is; the lower the better."""

    GOOD = 0
    FAIR = 1
    POOR = 2
    NEVER = 3


@dataclass(frozen=True)
class Fitted:
    """Lines at a size in points; `fits` is False where the smallest size was still too large."""

    lines: tuple[str, ...]
    size: float
    fits: bool


def fit(
    text: str,
    *,
    width: float,
    size: float,
    smallest: float,
    most_lines: int,
    measure: Measure,
    person: bool = False,
    name: bool = False,
) -> Fitted:
    """The words in at most `most_lines` lines of `width` mm, as large as they can be.

    `person`: the text is a person's name, kept whole. `name`: any name, which is rather made a
    little smaller (`_RATHER`) than broken at a place that is not good. A line feed in the text
    always ends a line.
    """
    paragraphs = [part.split() for part in text.split("\n") if part.strip()]
    known = lru_cache(maxsize=None)(measure)
    tries = [(now, Break.POOR) for now in _sizes(size, smallest)]
    if name:
        rather = _sizes(size, max(smallest, size * _RATHER))
        tries = [*((now, Break.GOOD) for now in rather), *tries]
    for now, worst in tries:
        lines = _at_size(paragraphs, width / now, most_lines, known, person, worst)
        if lines is not None:
            return Fitted(lines, now, fits=True)
    return Fitted(_least_bad(paragraphs, width / smallest, known, person), smallest, fits=False)


def _sizes(size: float, smallest: float) -> list[float]:
    steps = int((size - smallest) / STEP)
    return [*(size - number * STEP for number in range(steps + 1)), smallest]


def breaks(words: Sequence[str], *, person: bool = False) -> tuple[Break, ...]:
    """How good a line's end would be after each word but the last."""
    return tuple(_between(words, n, person) for n in range(len(words) - 1))


def _between(words: Sequence[str], at: int, person: bool) -> Break:
    before, after = words[at], words[at + 1]
    if before.endswith(_COMMA) or fold(after) == "va" or after in ("-", "–"):
        return Break.GOOD
    if person or _DIGIT.match(after) or fold(before).strip("()") in (*_HONORIFICS, "va"):
        return Break.NEVER
    if _capital(before) and _capital(after):
        return _inside_names(words, at)
    return Break.FAIR


def _inside_names(words: Sequence[str], at: int) -> Break:
    """Between two words with capitals: never inside a person's name, else only at need."""
    first = at
    while first > 0 and _capital(words[first - 1]) and not words[first - 1].endswith(_COMMA):
        first -= 1
    for place in range(first, at + 1):
        if fold(words[place]) in _SURNAMES and at - place < _LONGEST_NAME - 1:
            return Break.NEVER
    return Break.POOR


_LONGEST_NAME = 5


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _at_size(
    paragraphs: Sequence[Sequence[str]],
    width: float,
    most: int,
    measure: Measure,
    person: bool,
    worst: Break,
) -> tuple[str, ...] | None:
    """The best lines of a width in units of one point, or None."""
    found: list[str] = []
    for number, words in enumerate(paragraphs):
        left = most - len(found) - (len(paragraphs) - number - 1)
        for count in range(1, max(left, 0) + 1):
            ends = (*breaks(words, person=person), Break.GOOD)
            lines = _broken(words, ends, width, count, measure, worst)
            if lines is not None:
                found += lines
                break
        else:
            return None
    return tuple(found)


def _broken(
    words: Sequence[str],
    ends: Sequence[Break],
    width: float,
    count: int,
    measure: Measure,
    worst: Break,
) -> list[str] | None:
    """Exactly `count` lines, none wider than `width`, even in length and ending well; or None."""
    length = len(words)
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = [{0: (0.0, ())}]
    for _ in range(count):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, cuts) in best[-1].items():
            for end in range(start + 1, length + 1):
                line = measure(" ".join(words[start:end]))
                if line > width:
                    break
                if ends[end - 1] > worst:
                    continue
                slack = (width - line) / width
                total = cost + slack * slack + _PENALTY[ends[end - 1]]
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*cuts, end))
        best.append(reached)
    if length not in best[-1]:
        return None
    cuts = best[-1][length][1]
    return [" ".join(words[a:b]) for a, b in zip((0, *cuts), cuts, strict=False)]


_PENALTY = {Break.GOOD: 0.0, Break.FAIR: 0.12, Break.POOR: 0.4, Break.NEVER: 9.0}


def _least_bad(
    paragraphs: Sequence[Sequence[str]], width: float, measure: Measure, person: bool
) -> tuple[str, ...]:
    """Lines filled one after the other, however many: nothing is left out."""
    found: list[str] = []
    for words in paragraphs:
        ends = (*breaks(words, person=person), Break.GOOD)
        start = 0
        while start < len(words):
            end = _fullest(words, start, ends, width, measure)
            found.append(" ".join(words[start:end]))
            start = end
    return tuple(found)


def _fullest(
    words: Sequence[str], start: int, ends: Sequence[Break], width: float, measure: Measure
) -> int:
    allowed = [end for end in range(start + 1, len(words) + 1) if ends[end - 1] is not Break.NEVER]
    fitting = [end for end in allowed if measure(" ".join(words[start:end])) <= width]
    return fitting[-1] if fitting else allowed[0]
