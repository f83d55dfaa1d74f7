"""Judging the head of a paper, from Quốc hiệu to the subject (Phụ lục I, Phần I, II.1 to II.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from khenthuong.documents.layout.checks import (
    HALF,
    THIRD,
    WHOLE,
    Look,
    Under,
    advise,
    deviate,
    judge_look,
    pick,
)
from khenthuong.documents.layout.paper import Line, Paper
from khenthuong.documents.layout.recognising import Parts
from khenthuong.domain.layout import Component, Deviation
from khenthuong.texts.layouts import FIRST_WORDS, PAPER_TYPES, STATE_SPELLINGS

_BLANK = r"[\s.\u2026_]*"
_NUMBER = re.compile(r"(\w+)(\s*:?\s*)(\d*)" + _BLANK + r"(/?)\s*(.*)")
_SYMBOL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[.\u2026\w-]*[.\u2026][.\u2026\w-]*")
_DATE = re.compile(
    rf"(?P<place>.+?)(?P<comma>\s*,?\s*)\bngay\b{_BLANK}(?P<day>\d*){_BLANK}"
    rf"thang{_BLANK}(?P<month>\d*){_BLANK}nam{_BLANK}(?P<year>\d*){_BLANK}"
)
_SINGLE = (0.95, 1.05)
_NEAR_TOP = 3
_SUBJECT_GAP = 6.0


class Head:
    """Judges the components of the head."""

    def __init__(self, paper: Paper, parts: Parts) -> None:
        self._parts = parts
        self._under = Under(paper)
        self._first = next((x.number for x in paper.lines if not x.is_blank), 0)

    def state(self) -> list[Deviation]:
        """Quốc hiệu (II.1.a)."""
        lines = self._parts.of(Component.MOTTO_STATE)
        found = judge_look(lines, Look(12, 13, bold=True, upper=True, align="center"))
        wrong = pick(lines, lambda x: x.words not in STATE_SPELLINGS)
        found += deviate("spelling_state", wrong)
        found += deviate("not_right", pick(lines, lambda x: not self._stands_right(x)))
        return found

    def _stands_right(self, line: Line) -> bool:
        if line.cell is not None:
            return line.cell.column > 0
        # Alone on its line, in a paper whose sender is a person: nothing beside it.
        return Component.ISSUER not in self._parts.lines and line.number <= self._first + _NEAR_TOP

    def motto(self) -> list[Deviation]:
        """Tiêu ngữ, its hyphens, the line as long as the words (II.1.b, c)."""
        lines = self._parts.of(Component.MOTTO)
        found = judge_look(lines, Look(13, 14, bold=True, upper=False, align="center"))
        found += deviate("motto_words", pick(lines, lambda x: x.words != FIRST_WORDS["motto"]))
        found += self._under.judge(lines, WHOLE, WHOLE)
        both = [*self._parts.of(Component.MOTTO_STATE), *lines]
        return found + _single_spaced(both)

    def superior(self) -> list[Deviation]:
        """The organ above: not bold (II.2.b)."""
        lines = self._parts.of(Component.SUPERIOR)
        return judge_look(lines, Look(12, 13, bold=False, upper=True, align="center"))

    def issuer(self) -> list[Deviation]:
        """The organ that issues, the line of a third to a half below it (II.2.b)."""
        lines = self._parts.of(Component.ISSUER)
        found = judge_look(lines, Look(12, 13, bold=True, upper=True, align="center"))
        found += self._under.judge(lines, THIRD, HALF)
        return found + _single_spaced([*self._parts.of(Component.SUPERIOR), *lines])

    def number(self) -> list[Deviation]:
        """Số, ký hiệu (II.3)."""
        lines = self._parts.of(Component.NUMBER)
        found = judge_look(lines, Look(13, 13, bold=False, align="center"))
        match = _NUMBER.fullmatch(lines[0].words)
        if match is None:
            return found + deviate("number_form", lines)
        word, colon, figures, slash, symbol = match.groups()
        if word != FIRST_WORDS["number"] or colon.strip() != ":" or not slash:
            found += deviate("number_form", lines)
        if len(figures) == 1:
            found += deviate("leading_zero", lines, found=figures)
        return found + self._symbol(lines, symbol)

    def _symbol(self, lines: Sequence[Line], symbol: str) -> list[Deviation]:
        if _SYMBOL.fullmatch(symbol) is None:
            return deviate("symbol_form", lines, found=symbol)
        first, _, rest = symbol.partition("-")
        if rest and rest != rest.upper():
            return deviate("symbol_form", lines, found=symbol)
        asked = PAPER_TYPES.get(self._parts.type_name, "")
        if asked and first != asked and first[:1].isalpha():
            return deviate("symbol_type", lines, found=first, asked=asked)
        return []

    def date(self) -> list[Deviation]:
        """Địa danh, ngày, tháng, năm (II.4)."""
        lines = self._parts.of(Component.DATE)
        look = Look(13, 14, bold=False, italic=True, upper=False, align="center")
        found = judge_look(lines, look)
        match = _DATE.fullmatch(lines[0].key)
        if match is None:
            return found + deviate("date_form", lines)
        if match["comma"] != ", ":
            found += deviate("date_comma", lines)
        if not lines[0].words[:1].isupper():
            found += deviate("place_capital", lines)
        found += _figures(lines, match["day"], match["month"], match["year"])
        return found + self._beside_number(lines)

    def _beside_number(self, lines: Sequence[Line]) -> list[Deviation]:
        numbers = self._parts.of(Component.NUMBER)
        if not numbers or numbers[0].cell is None or lines[0].cell is None:
            return []
        # In a head of one row, cells hold whole columns and nothing tells the height.
        apart = numbers[0].cell.table == lines[0].cell.table >= 0
        off = apart and numbers[0].cell.row != lines[0].cell.row
        return deviate("date_row", lines if off else ())

    def letter_subject(self) -> list[Deviation]:
        """«V/v» of a letter: 12–13, under the number (II.5.b)."""
        lines = self._parts.of(Component.LETTER_SUBJECT)
        found = judge_look(lines, Look(12, 13, bold=False, upper=False, align="center"))
        number = self._parts.of(Component.NUMBER)
        gap = max(lines[0].format.before, number[0].format.after if number else 0.0)
        return found + deviate("subject_gap", lines[:1] if gap < _SUBJECT_GAP - 0.1 else ())

    def title(self) -> list[Deviation]:
        """Tên loại (II.5.b)."""
        lines = self._parts.of(Component.TITLE)
        return judge_look(lines, Look(13, 14, bold=True, upper=True, align="center"))

    def subject(self) -> list[Deviation]:
        """Trích yếu and the line of a third to a half below it (II.5.b)."""
        lines = self._parts.of(Component.SUBJECT)
        found = judge_look(lines, Look(13, 14, bold=True, upper=False, align="center"))
        return found + self._under.judge(lines, THIRD, HALF)


def _figures(lines: Sequence[Line], day: str, month: str, year: str) -> list[Deviation]:
    found: list[Deviation] = []
    if len(day) == 1:
        found += deviate("leading_zero_day", lines, found=day)
    if month in ("1", "2"):
        found += deviate("leading_zero_month", lines, found=month)
    elif month.startswith("0") and month not in ("01", "02"):
        found += advise("zero_not_needed", lines, found=month)
    if day and month and year and not _is_a_day(int(day), int(month), int(year)):
        found += deviate("no_such_day", lines)
    return found


def _is_a_day(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except (ValueError, OverflowError):
        return False
    return True


def _single_spaced(lines: Sequence[Line]) -> list[Deviation]:
    def wide(line: Line) -> bool:
        stand = line.format
        size = max(line.sizes, default=13.0)
        share = stand.line if stand.line_rule == "auto" else stand.line / (size * 1.15)
        at_least = stand.line_rule == "atLeast" and share <= _SINGLE[1]
        return not at_least and not _SINGLE[0] <= share <= _SINGLE[1]

    return deviate("single_spaced", pick(lines, wide))
