"""Targets out of a sentence of a plan, as a proposal: «đạt từ 41% đến 43%», «dưới 3,5%».

Every figure of the sentence becomes one row; a person confirms them. Words are compared without
marks; what stands in parentheses is never taken for a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from khenthuong.domain.figures import NUMBER
from khenthuong.domain.kinds import Comparison
from khenthuong.domain.movement import Target
from khenthuong.domain.vietnamese import fold

_NOTHING = "khong con"
_N = f"({NUMBER})"
_FIGURES: tuple[tuple[Comparison, re.Pattern[str]], ...] = (
    (Comparison.RANGE, re.compile(rf"\btu {_N}[^\d;,]{{0,12}}?\bden {_N}")),
    (Comparison.RANGE, re.compile(rf"{_N}\s*[-\u2013]\s*{_N}")),
    (Comparison.AT_LEAST, re.compile(rf"\b(?:toi thieu|it nhat) {_N}")),
    (Comparison.AT_MOST, re.compile(rf"\b(?:toi da|khong qua|khong vuot qua) {_N}")),
    (Comparison.MORE, re.compile(rf"\btren {_N}")),
    (Comparison.LESS, re.compile(rf"\bduoi {_N}")),
    (Comparison.REDUCE, re.compile(rf"\bgiam {_N}")),
    (Comparison.ABOUT, re.compile(rf"\bkhoang {_N}")),
    (Comparison.EQUAL, re.compile(rf"\b({_NOTHING})\b")),
    (Comparison.EQUAL, re.compile(_N)),
)
_BASE = re.compile(r"\bso voi (?:cung ky )?nam (\d{4})")
_PERIOD = re.compile(
    r"\b(?:(?:den|vao|trong|cua) )?(?:het )?nam (\d{4})\b|\bgiai doan (\d{4}\s*[-\u2013]\s*\d{4})\b"
    r"|\b(hang nam)\b"
)
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
_SENTENCE = re.compile(r"\.\s+(?=\w)")
_BEFORE = re.compile(r"[\s,;:]*(?:\b(?:dat|la|chiem|co|tai|cho|con))?[\s,;]*$")
_JOINED = re.compile(r",?\s*\btrong do\b\s*")
_OR_MORE = re.compile(r"\s*tro len\b")
_PER = r"(?:/[a-z0-9]+)?"
_UNIT = re.compile(
    r"\s*((?:(?:nghin|tram|trieu|ty|van) )*(?:dong|usd|tan|luot(?: (?:khach|lao dong|nguoi))?|ha|km"
    r"|m2|m3|m²|m³|kg|phut|gio|ngay|xa|huyen|thon|ho|nha|nguoi|vu|dang vien|san pham|mo hinh|giay"
    rf"|cay|con|to|hoc sinh|ho so|cong trinh|doanh nghiep|hop tac xa)\b{_PER})"
)
_PERCENT = re.compile(rf"\s*(%{_PER})")
_FEW_WORDS = 4


@dataclass(frozen=True)
class _Found:
    """A figure in a sentence: how it is compared, and where it stands."""

    comparison: Comparison
    start: int
    end: int
    first: str
    last: str = ""


def read_targets(text: str, number: str = "", period: str = "") -> tuple[Target, ...]:
    """The targets that one numbered line of a plan names, in its order; none without a figure.

    `period` is taken where the line names no year. The first row has the line's number, further
    ones «3.2», «3.3».
    """
    rows = [row for sentence in _SENTENCE.split(text) for row in _of_sentence(sentence, period)]
    seen: dict[tuple[str, str], int] = {}
    numbered: list[Target] = []
    for place, row in enumerate(rows, start=1):
        count = seen[row.content, row.period] = seen.get((row.content, row.period), 0) + 1
        content = row.content if count == 1 else f"{row.content} ({count})"
        own = number if place == 1 or not number else f"{number}.{place}"
        numbered.append(replace(row, content=content, number=own))
    return tuple(numbered)


def plain(text: str) -> str:
    """The text without marks and case, letter for letter: a place in it is a place in the text."""
    folded = (fold(letter) if letter.strip() else " " for letter in text)
    return "".join(
        new if len(new) == 1 else letter for new, letter in zip(folded, text, strict=True)
    )


def _of_sentence(sentence: str, period: str) -> Iterator[Target]:
    read = _blank(plain(sentence), _IN_PARENTHESES)
    read = _blank(_blank(read, _BASE), _PERIOD)
    shown = _same_length_blank(sentence, read)
    figures = _figures(read)
    whole = _of_whole(sentence, figures)
    start, joined, subject, said = 0, False, "", ""
    for place, found in enumerate(figures):
        end, after, next_joined = _end(read, found, figures, place)
        own = _clean(shown[start : found.start], cut=True)
        unit, rest, more = _unit(shown[found.end : end], read[found.end : end])
        if found.first == _NOTHING:
            unit, rest = "", _clean(shown[found.end : end])
        # In «14 units in 2021, further 35» a year behind a figure is not the next one's.
        said = _own_period(sentence, start, found.end) or (said if joined else "")
        own_year = _own_period(sentence, start, end) or said
        comparison = Comparison.AT_LEAST if more else found.comparison
        if not joined:
            subject = own
        yearly = "/nam" in plain(unit) or "binh quan" in plain(own)
        yield Target(
            "",
            _content(subject, own, rest, joined=joined, percent=unit.startswith("%")),
            unit,
            comparison,
            sentence[found.start : found.end] if found.first == _NOTHING else found.first,
            found.last,
            own_year or (period if yearly else whole or period),
            base_year=_base_year(sentence[start:end]),
        )
        start, joined = after, next_joined


def _figures(read: str) -> list[_Found]:
    taken = [False] * (len(read) + 1)
    found: list[_Found] = []
    for comparison, pattern in _FIGURES:
        for match in pattern.finditer(read):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            last = match[2] if comparison is Comparison.RANGE else ""
            found.append(_Found(comparison, match.start(), match.end(), match[1], last))
    return sorted(found, key=lambda one: one.start)


def _end(read: str, found: _Found, figures: list[_Found], place: int) -> tuple[int, int, bool]:
    """Where what belongs to a figure ends, where the next one's words begin, whether it goes on."""
    if place + 1 == len(figures):
        return len(read), len(read), False
    between = read[found.end : figures[place + 1].start]
    part = _JOINED.search(between)
    stop = between.find(";")
    if stop >= 0 and (part is None or part.start() > stop):
        within = _JOINED.match(between[stop + 1 :].lstrip())
        skipped = len(between[stop + 1 :]) - len(between[stop + 1 :].lstrip())
        after = found.end + stop + 1 + (skipped + within.end() if within else 0)
        return found.end + stop, after, within is not None
    if part is not None:
        return found.end + part.start(), found.end + part.end(), True
    comma = between.find(",")
    cut = comma if comma >= 0 else len(between)
    return found.end + cut, found.end + min(cut + 1, len(between)), True


def _unit(shown: str, read: str) -> tuple[str, str, bool]:
    """Unit, the words behind it, and whether «trở lên» follows."""
    match = _PERCENT.match(read) or _UNIT.match(read)
    if match is not None:
        unit, behind = shown[match.start(1) : match.end(1)], match.end()
    elif len(read.split()) <= _FEW_WORDS:
        unit, behind = _clean(shown), len(read)
    else:
        unit, behind = "", 0
    more = _OR_MORE.match(read, behind)
    return unit, _clean(shown[more.end() if more else behind :]), more is not None


def _content(subject: str, own: str, rest: str, *, joined: bool, percent: bool) -> str:
    """What the figure is about: its own words, behind those of the figure that it goes on from."""
    if joined:
        words = " ".join(part for part in (own, rest) if part)
        return _capital(": ".join(part for part in (subject, words) if part))
    between = ": " if percent or subject.endswith(":") else " "
    return _capital(between.join(part for part in (subject.rstrip(":"), rest) if part))


def _of_whole(sentence: str, figures: list[_Found]) -> str:
    """The year that a sentence opens or closes with is said of all its figures."""
    if not figures:
        return ""
    first, last = figures[0].start, figures[-1].end
    return _own_period(sentence, 0, first) or _own_period(sentence, last, len(sentence))


def _base_year(part: str) -> str:
    found = _BASE.search(plain(part))
    return found[1] if found else ""


def _own_period(sentence: str, start: int, end: int) -> str:
    part = sentence[start:end]
    return _periods(part, _blank(_blank(plain(part), _IN_PARENTHESES), _BASE))


def _periods(sentence: str, read: str) -> str:
    match = _PERIOD.search(_blank(read, _BASE))
    if match is None:
        return ""
    return match[1] or match[2] or sentence[match.start(3) : match.end(3)]


def _blank(read: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), read)


def _same_length_blank(sentence: str, read: str) -> str:
    """The sentence without the years: blank where `read` is, but parentheses stay."""
    inside = {n for m in _IN_PARENTHESES.finditer(sentence) for n in range(m.start(), m.end())}
    return "".join(
        letter if n in inside or read[n] != " " else " " for n, letter in enumerate(sentence)
    )


def _clean(text: str, *, cut: bool = False) -> str:
    words = " ".join(text.split()).strip(" .,;")
    if not cut:
        return words
    behind = _BEFORE.search(plain(words))
    return words[: behind.start()] if behind else words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
