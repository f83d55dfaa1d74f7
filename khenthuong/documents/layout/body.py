"""Judging the text: addressee, grounds, paragraphs, articles (Phụ lục I, Phần I, II.6 and II.9)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from khenthuong.documents.layout.checks import Look, deviate, figure, is_aligned, judge_look, pick
from khenthuong.documents.layout.paper import Line, Paper
from khenthuong.documents.layout.practice import judge_breaks
from khenthuong.documents.layout.recognising import ARTICLE, PART, ROMAN_SECTION, SECTION, Parts
from khenthuong.domain.layout import Component, Deviation
from khenthuong.texts.layouts import POINT_LETTERS

_INDENTS = (10.0, 12.7)
_INDENT_SLACK = 0.3
_GAP = 6.0
_SLACK = 0.05
_SINGLE_LINE = 1.15
_LOW, _HIGH = 1.0, 1.5
_ARTICLE = re.compile(r"(\S+)\s+([ivxlcIVXLC]+|\d+)\s*([.:)]?)\s*(.*)")
_NUMBERED = re.compile(r"\d{1,2}\s*([.)/])")
_POINT = re.compile(r"([^\W\d_])(\s?[.)])")
_ROMAN = re.compile(r"[ivxlc]+")
_COLON_BEFORE = 12
_TABS = "\t"


class Body:
    """Judges the components of the text."""

    def __init__(self, paper: Paper, parts: Parts) -> None:
        self._paper = paper
        self._parts = parts
        self._size = _usual_size(parts.of(Component.BODY))

    # Kính gửi

    def addressee(self) -> list[Deviation]:
        """One on the same line; several in a list of dashes under it (II.9.d)."""
        lines = self._parts.of(Component.ADDRESSEE)
        found = judge_look(lines, Look(13, 14, bold=False, upper=False))
        word, rest = lines[0], lines[1:]
        if ":" not in word.words[:_COLON_BEFORE]:
            found += deviate("addressee_colon", [word])
        elif not rest and word.words.endswith(":"):
            found += deviate("addressee_nobody", [word])
        found += deviate("list_dash", pick(rest, lambda x: not x.words.startswith("- ")))
        return found + (judge_ends(rest, ".") if rest else [])

    # Căn cứ

    def grounds(self) -> list[Deviation]:
        """Italic, each with its line, «;» after each and «.» after the last (II.6.a)."""
        lines = self._parts.of(Component.GROUNDS)
        found = judge_look(lines, Look(13, 14, bold=False, italic=True, upper=False))
        return found + judge_ends(lines, ".") + self._stands(lines)

    # The paragraphs

    def body(self) -> list[Deviation]:
        """Upright, 13–14, justified, first line in, spaced (II.6.e)."""
        lines = [x for x in self._parts.of(Component.BODY) if x.format.align != "center"]
        found = judge_look(lines, Look(13, 14))
        return found + self._stands(lines) + judge_breaks(lines)

    def _stands(self, lines: Sequence[Line]) -> list[Deviation]:
        found = deviate("align.both", pick(lines, lambda x: not is_aligned(x, "both")))
        off = [x for x in lines if x.begins and x.cell is None and not self._is_indented(x)]
        firsts = sorted({figure(self._start(x)) for x in off})
        found += deviate("indent", off, found=firsts[:4])
        found += self._spacing(lines)
        return found + _gaps(lines, adds=self._paper.adds_spacing)

    def _start(self, line: Line) -> float:
        """Where the first letter stands: after the indent, and a tab at the beginning."""
        tabs = len(line.text) - len(line.text.lstrip(_TABS))
        return line.format.first + tabs * self._paper.default_tab

    def _is_indented(self, line: Line) -> bool:
        start = self._start(line)
        return any(abs(start - indent) <= _INDENT_SLACK for indent in _INDENTS)

    def _spacing(self, lines: Sequence[Line]) -> list[Deviation]:
        off = pick(lines, lambda x: not _LOW - _SLACK <= _line_share(x) <= _HIGH + _SLACK)
        shares = sorted({round(_line_share(x), 2) for x in off})
        return deviate("line_spacing", off, found=shares[:4])

    # Its divisions

    def parts(self) -> list[Deviation]:
        """Phần, Chương and their titles (II.6.đ)."""
        lines = self._parts.of(Component.PARTS)
        named = [x for x in lines if PART.fullmatch(x.key)]
        found = self._division(lines, named)
        roman = re.compile(r"(?:phan|chuong)(?: thu)? [ivxlc]+\b")
        return found + deviate("roman", pick(named, lambda x: not roman.match(x.key)))

    def sections(self) -> list[Deviation]:
        """Mục, Tiểu mục and their titles; in reports «I. NHỮNG KẾT QUẢ» (II.6.đ, V.6.b)."""
        lines = self._parts.of(Component.SECTIONS)
        romans = [x for x in lines if ROMAN_SECTION.fullmatch(x.words)]
        named = [x for x in lines if SECTION.fullmatch(x.key)]
        found = self._division([x for x in lines if x not in romans], named)
        arabic = re.compile(r"(?:muc|tieu muc) \d+")
        found += deviate("arabic", pick(named, lambda x: not arabic.match(x.key)))
        return found + judge_look(romans, Look(13, 14, bold=True, upper=True))

    def _division(self, lines: Sequence[Line], named: Sequence[Line]) -> list[Deviation]:
        titles = [x for x in lines if x not in named]
        found = judge_look(named, Look(13, 14, bold=True, upper=False, align="center"))
        return found + judge_look(titles, Look(13, 14, bold=True, upper=True, align="center"))

    def articles(self) -> list[Deviation]:
        """«Điều 1.» bold, Arabic, with a dot, in order (II.6.đ)."""
        lines = self._parts.of(Component.ARTICLES)
        found = self._same_size(lines)
        expected = 1
        off: dict[str, list[Line]] = {}
        for line in lines:
            match = _ARTICLE.fullmatch(line.words)
            if match is None or not ARTICLE.fullmatch(line.key):
                continue
            word, number, dot, _ = match.groups()
            wrong = {
                "lower": word.isupper(),
                "arabic": bool(_ROMAN.fullmatch(number.lower())),
                "article_dot": dot != ".",
                "bold": not _begins_bold(line, len(f"{word} {number}")),
                "order": number.isdigit() and int(number) != expected,
            }
            expected = int(number) + 1 if number.isdigit() else expected + 1
            for code in (c for c, is_so in wrong.items() if is_so):
                off.setdefault(code, []).append(line)
        return found + [d for code, those in off.items() for d in deviate(code, those)]

    def clauses(self) -> list[Deviation]:
        """«1.» with a dot; bold only together with a title on its own line (II.6.đ)."""
        lines = self._parts.of(Component.CLAUSES)
        found = self._same_size(lines)

        def dotless(line: Line) -> bool:
            match = _NUMBERED.match(line.words)
            return match is not None and match[1] != "."

        found += deviate("clause_dot", pick(lines, dotless))
        half = pick(lines, lambda x: _begins_bold(x, 1) and x.share(lambda k: k.bold) < 1)
        return found + deviate("clause_bold", half)

    def points(self) -> list[Deviation]:
        """«a)» with a bracket, in the order of the Vietnamese alphabet (II.6.đ)."""
        lines = self._parts.of(Component.POINTS)
        found = self._same_size(lines)
        marks = [_POINT.match(x.words) for x in lines]
        off = [x for x, m in zip(lines, marks, strict=True) if m is not None and m[2] != ")"]
        found += deviate("point_bracket", off)
        upper = [x for x, m in zip(lines, marks, strict=True) if m is not None and m[1].isupper()]
        found += deviate("point_lower", upper)
        letters = [m[1].lower() if m is not None else "" for m in marks]
        wrong = [
            line
            for line, before, letter in zip(lines, ["", *letters], letters, strict=False)
            if not _follows(before, letter)
        ]
        return found + deviate("point_order", wrong)

    def _same_size(self, lines: Sequence[Line]) -> list[Deviation]:
        """As large as the text around it, upright."""
        size = self._size
        off = [x for x in lines if size is not None and any(s != size for s in x.sizes)]
        sizes = sorted({figure(s) for x in off for s in x.sizes})
        return deviate("size_of_text", off, found=sizes, size=figure(size or 0))

    def end_mark(self) -> list[Deviation]:
        """«./.» after the last words (Phụ lục III)."""
        last, marked = self._parts.last_words, self._parts.of(Component.END_MARK)
        return deviate("end_not_last", [x for x in marked if last is not None and x is not last])


def judge_ends(lines: Sequence[Line], last: str) -> list[Deviation]:
    """«;» after every line but the last, which ends with `last`."""
    whole = [line for line in lines if line.ends]
    found = deviate("ends_semicolon", pick(whole[:-1], lambda x: not x.words.endswith(";")))
    return found + deviate(
        "ends_last", pick(whole[-1:], lambda x: not x.words.endswith(last)), asked=last
    )


def _usual_size(lines: Sequence[Line]) -> float | None:
    sizes: Counter[float] = Counter()
    for line in lines:
        for run in line.printed:
            sizes[run.look.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _line_share(line: Line) -> float:
    """Line spacing in single lines; «at least» a little is single."""
    stand = line.format
    if stand.line_rule == "auto":
        return stand.line
    share = stand.line / (max(line.sizes, default=14.0) * _SINGLE_LINE)
    return max(share, 1.0) if stand.line_rule == "atLeast" else share


def _gaps(lines: Sequence[Line], *, adds: bool) -> list[Deviation]:
    """Less than 6 points between paragraphs of the text that follow each other."""
    off: list[Line] = []
    gaps: set[int | float] = set()
    for upper, lower in pairwise(lines):
        if lower.number != upper.number + 1 or not lower.begins or upper.cell != lower.cell:
            continue
        sides = (upper.format.after, lower.format.before)
        gap = sum(sides) if adds else max(sides)
        if upper.format.contextual and upper.format.style == lower.format.style:
            gap = 0.0
        if gap < _GAP - _SLACK:
            off.append(upper)
            gaps.add(figure(gap))
    return deviate("gap", off, found=sorted(gaps)[:4])


def _begins_bold(line: Line, signs: int) -> bool:
    """Whether the first letters are bold; a number from Word's list looks as the text does."""
    seen = 0
    for run in line.printed:
        if not run.look.bold:
            return False
        seen += len(run.text.strip())
        if seen >= signs or line.label:
            return True
    return False


def _follows(before: str, letter: str) -> bool:
    """Whether a point may come after another: the next letter, or a new «a»."""
    if letter == POINT_LETTERS[0] or not letter:
        return True
    if letter not in POINT_LETTERS:
        return False
    if before not in POINT_LETTERS or not before:
        return not before
    return POINT_LETTERS.index(letter) == POINT_LETTERS.index(before) + 1
