"""Numbers and bullets that Word's lists print before a paragraph, and the indents they set."""

from __future__ import annotations

import re
from collections.abc import Callable

from khenthuong.documents.layout.formats import Properties, Styles, paragraph_level
from khenthuong.documents.layout.opening import Element, Opened, W

_LEVEL_SIGN = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST_ROMAN = 3_999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def roman(number: int) -> str:
    """A number in Roman figures: 4 → IV."""
    figures = ""
    for value, figure in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C")):
        figures += figure * (number // value)
        number %= value
    for value, figure in ((90, "XC"), (50, "L"), (40, "XL"), *_ROMAN):
        figures += figure * (number // value)
        number %= value
    return figures


def _roman_or_plain(number: int) -> str:
    return roman(number) if 0 < number <= _MOST_ROMAN else str(number)


def _letter(number: int) -> str:
    return _LETTERS[(number - 1) % len(_LETTERS)] * min((number - 1) // len(_LETTERS) + 1, 5)


_FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman_or_plain,
    "lowerRoman": lambda number: _roman_or_plain(number).lower(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _: "",
}


class Numbering:
    """Counts the lists of a file while its paragraphs are read in order."""

    def __init__(self, opened: Opened, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        root = opened.beside("numbering.xml")
        for node in root.findall(f"{W}abstractNum") if root is not None else ():
            self._abstract[str(node.get(f"{W}abstractNumId"))] = node
        for node in root.findall(f"{W}num") if root is not None else ():
            link = node.find(f"{W}abstractNumId")
            if link is not None:
                self._numbers[str(node.get(f"{W}numId"))] = str(link.get(f"{W}val"))

    def of(self, direct: Element | None, style_id: str) -> tuple[str, Properties, bool]:
        """The label of the next paragraph, its list's indents, and whether the list is direct."""
        own = direct.find(f"{W}numPr") if direct is not None else None
        asked = own if own is not None else self._of_style(style_id)
        if asked is None:
            return "", {}, False
        number, level = _value(asked, "numId"), _value(asked, "ilvl")
        depth = min(int(level), _LEVELS - 1) if level.isdigit() else 0
        levels = self._levels(number)
        if depth not in levels:
            return "", {}, False
        label = self._count(self._numbers[number], levels, depth)
        return label, paragraph_level(levels[depth].find(f"{W}pPr")), own is not None

    def _of_style(self, style_id: str) -> Element | None:
        found = (node.find(f"{W}pPr/{W}numPr") for node in self._styles.chain(style_id))
        return next((node for node in found if node is not None), None)

    def _levels(self, number: str) -> dict[int, Element]:
        node = self._abstract.get(self._numbers.get(number, ""))
        levels: dict[int, Element] = {}
        for level in node.findall(f"{W}lvl") if node is not None else ():
            depth = str(level.get(f"{W}ilvl", ""))
            if depth.isdigit() and int(depth) < _LEVELS:
                levels[int(depth)] = level
        return levels

    def _count(self, counter: str, levels: dict[int, Element], depth: int) -> str:
        counts = self._counts.setdefault(counter, [0] * _LEVELS)
        for number, level in levels.items():
            if number > depth or not counts[number]:
                counts[number] = 0 if number > depth else _start(level) - (number == depth)
        counts[depth] += 1
        formats = {n: _FORMATS.get(_value(v, "numFmt"), str) for n, v in levels.items()}
        if _value(levels[depth], "numFmt") == "bullet":
            return "-"
        shown = _value(levels[depth], "lvlText")

        def figure(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return formats.get(at, str)(counts[at])

        return _LEVEL_SIGN.sub(figure, shown)


def _start(level: Element) -> int:
    value = _value(level, "start")
    return int(value) if value.isdigit() else 1


def _value(node: Element, name: str) -> str:
    found = node.find(f"{W}{name}")
    return str(found.get(f"{W}val", "")) if found is not None else ""
