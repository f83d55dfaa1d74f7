"""Judging annexes and lists that go with a paper (Phụ lục I, Phần I, mục III.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khenthuong.documents.layout.checks import Look, deviate, judge_look, pick
from khenthuong.documents.layout.numbering import roman
from khenthuong.documents.layout.paper import Line
from khenthuong.documents.layout.recognising import Parts
from khenthuong.domain.layout import Component, Deviation

_NUMBER = re.compile(r"phu luc(?: (?:so )?(?P<number>[ivxlc\d]+))?(?P<after>[.:]?)")


class Annexes:
    """Judges the components of annexes."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def number(self) -> list[Deviation]:
        """«Phụ lục I»: 14, bold, not in capitals; numbered when there are two or more."""
        lines = self._parts.of(Component.ANNEX_NUMBER)
        found = judge_look(lines, Look(14, 14, bold=True, upper=False, align="center"))
        numbers = [_number_of(line) for line in lines]
        if len(lines) > 1:
            asked = [roman(n) for n in range(1, len(lines) + 1)]
            off = [x for x, n, a in zip(lines, numbers, asked, strict=True) if n != a]
            return found + deviate("annex_numbers", off)
        return found + deviate("roman", pick(lines, lambda x: _number_of(x).isdigit()))

    def title(self) -> list[Deviation]:
        """In capitals, 13–14, bold, centred."""
        lines = self._parts.of(Component.ANNEX_TITLE)
        if Component.ANNEX_NUMBER in self._parts.lines:
            return _title(lines)
        # A list attached to a paper: the type in capitals, then its subject (Phụ lục III, mẫu 1.3).
        upper = [x for n, x in enumerate(lines) if x.upper or n == 0]
        subject = Look(13, 14, bold=True, upper=False, align="center")
        return _title(upper) + judge_look([x for x in lines if x not in upper], subject)

    def note(self) -> list[Deviation]:
        """«(Kèm theo …)»: 13–14, italic, centred."""
        lines = self._parts.of(Component.ANNEX_NOTE)
        look = Look(13, 14, bold=False, italic=True, upper=False, align="center")
        whole = " ".join(line.words for line in lines)
        bare = not (whole.startswith("(") and whole.endswith(")"))
        return judge_look(lines, look) + deviate("note_brackets", lines[:1] if bare else [])


def _title(lines: Sequence[Line]) -> list[Deviation]:
    return judge_look(lines, Look(13, 14, bold=True, upper=True, align="center"))


def _number_of(line: Line) -> str:
    match = _NUMBER.fullmatch(line.key)
    return (match["number"] or "").upper() if match else ""
