"""Text in the fonts of before Unicode: TCVN3 (.VnTime) and VNI, recognised and converted.

A font decided what a byte looked like, so such text reaches us as Latin-1 letters: «NguyÔn V¨n»,
«Nguyeãn Vaên». The tables are bytes by base letter, in the order huyền, hỏi, ngã, sắc, nặng.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from types import MappingProxyType

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_D_BAR = "\u0111"


class Letters(StrEnum):
    """In which letters a text is written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    MIXED = "lan_lon"


@dataclass(frozen=True)
class Detected:
    """What the words of a text look like: `sure` where no other reading makes sense."""

    letters: Letters
    sure: bool
    evidence: int


def _composed(letter: str, *marks: str) -> str:
    return unicodedata.normalize("NFC", letter + "".join(marks))


_TCVN3_ROWS = (
    ("a", "", "b5b6b7b8b9"),
    ("a", _BREVE, "bbbcbdbec6"),
    ("a", _CIRCUMFLEX, "c7c8c9cacb"),
    ("e", "", "cccecfd0d1"),
    ("e", _CIRCUMFLEX, "d2d3d4d5d6"),
    ("i", "", "d7d8dcddde"),
    ("o", "", "dfe1e2e3e4"),
    ("o", _CIRCUMFLEX, "e5e6e7e8e9"),
    ("o", _HORN, "eaebecedee"),
    ("u", "", "eff1f2f3f4"),
    ("u", _HORN, "f5f6f7f8f9"),
    ("y", "", "fafbfcfdfe"),
)
# Small and capital; a capital with a tone has no byte: the font .VnTimeH shows small ones so.
_TCVN3_BASES = (
    ("a", _BREVE, 0xA8, 0xA1),
    ("a", _CIRCUMFLEX, 0xA9, 0xA2),
    ("e", _CIRCUMFLEX, 0xAA, 0xA3),
    ("o", _CIRCUMFLEX, 0xAB, 0xA4),
    ("o", _HORN, 0xAC, 0xA5),
    ("u", _HORN, 0xAD, 0xA6),
    (_D_BAR, "", 0xAE, 0xA7),
)


def _tcvn3_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for letter, mark, codes in _TCVN3_ROWS:
        for tone, code in zip(_TONES, bytes.fromhex(codes), strict=True):
            table[chr(code)] = _composed(letter, mark, tone)
    for letter, mark, small, capital in _TCVN3_BASES:
        table[chr(small)] = _composed(letter, mark)
        table[chr(capital)] = _composed(letter, mark).upper()
    return table


# VNI writes a mark as a letter of its own after the base: bytes of the small ones.
_VNI_PLAIN = dict(zip(bytes.fromhex("f8fbf5f9ef"), _TONES, strict=True))
_VNI_CIRCUMFLEX = {0xE2: "", **dict(zip(bytes.fromhex("e0e5e3e1e4"), _TONES, strict=True))}
_VNI_BREVE = {0xEA: "", **dict(zip(bytes.fromhex("e8fafce9eb"), _TONES, strict=True))}
_VNI_ALONE = (
    (0xF4, "o", _HORN),
    (0xF6, "u", _HORN),
    (0xEC, "i", _GRAVE),
    (0xE6, "i", _HOOK),
    (0xF3, "i", _TILDE),
    (0xED, "i", _ACUTE),
    (0xF2, "i", _DOT),
    (0xEE, "y", _DOT),
    (0xF1, _D_BAR, ""),
)
_O_HORN, _U_HORN = 0xF4, 0xF6


def _vni_small() -> Iterator[tuple[str, str]]:
    for code, letter, mark in _VNI_ALONE:
        yield chr(code), _composed(letter, mark)
    sets = (
        ("aeouy", "", _VNI_PLAIN),
        ("aeo", _CIRCUMFLEX, _VNI_CIRCUMFLEX),
        ("a", _BREVE, _VNI_BREVE),
    )
    for bases, mark, tails in sets:
        for base, (code, tone) in product(bases, tails.items()):
            if (base, tone) != ("y", _DOT):
                yield base + chr(code), _composed(base, mark, tone)
    horned = ((_O_HORN, "o"), (_U_HORN, "u"))
    for (code, letter), (tail, tone) in product(horned, _VNI_PLAIN.items()):
        yield chr(code) + chr(tail), _composed(letter, _HORN, tone)


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for written, meant in _vni_small():
        table[written] = meant
        table[written[0].upper() + written[1:]] = meant.upper()
        table[written.upper()] = meant.upper()
    return table


TCVN3 = MappingProxyType(_tcvn3_table())
"""What each letter of a TCVN3 font is, as it reaches us in Latin-1."""
VNI = MappingProxyType(_vni_table())
"""What one or two letters of a VNI font are, as they reach us in Latin-1."""

_VNI_ANY = re.compile("|".join(re.escape(key) for key in sorted(VNI, key=len, reverse=True)))
_WORD = re.compile(r"\S+")
_EDGES = " \t\n.,;:!?()[]{}\"'/\\-–_*<>“”‘’"
_CAPS = re.compile(r"(?<=\S)[A-Z]")
_SMALL = re.compile(r"[a-z]")
_LAST_LATIN = "\u00ff"


def to_unicode(text: str, letters: Letters) -> str:
    """The text in Unicode; MIXED converts only what cannot be Unicode, cell by cell."""
    if letters is Letters.MIXED:
        letters = detect((text,)).letters
    if letters is Letters.TCVN3:
        return unicodedata.normalize("NFC", _from_tcvn3(text))
    if letters is Letters.VNI:
        return _VNI_ANY.sub(lambda found: VNI[found[0]], text)
    return text


def _from_tcvn3(text: str) -> str:
    # «TR¦êNG»: between capitals the small toned letters are meant as capitals.
    plain = [word for word in _WORD.findall(text) if not _SMALL.search(word)]
    all_caps = not _SMALL.search(text) and any(_CAPS.search(word) for word in plain)

    def convert(found: re.Match[str]) -> str:
        word = found[0]
        converted = "".join(TCVN3.get(letter, letter) for letter in word)
        caps = not _SMALL.search(word) and (all_caps or _CAPS.search(word))
        return converted.upper() if caps else converted

    return _WORD.sub(convert, text)


def detect(texts: Iterable[str]) -> Detected:
    """In which letters some cells are written, by the words that only one reading makes possible.

    A word is evidence when it has a letter beyond ASCII; a reading speaks for itself where the
    word becomes a syllable that Vietnamese can have.
    """
    counted = {Letters.UNICODE: 0, Letters.TCVN3: 0, Letters.VNI: 0}
    only = dict(counted)
    evidence = 0
    for word in _words(texts):
        evidence += 1
        readings = [one for one in counted if _can_be(word, one)]
        for one in readings:
            counted[one] += 1
        if len(readings) == 1:
            only[readings[0]] += 1
    return _judged(counted, only, evidence)


def _can_be(word: str, letters: Letters) -> bool:
    # A font of that time had nothing beyond Latin-1.
    if letters is not Letters.UNICODE and max(word) > _LAST_LATIN:
        return False
    return possible(to_unicode(word, letters))


def _judged(counted: dict[Letters, int], only: dict[Letters, int], evidence: int) -> Detected:
    legacy = max((Letters.TCVN3, Letters.VNI), key=lambda one: (only[one], counted[one]))
    if not only[legacy]:
        return Detected(Letters.UNICODE, True, evidence)
    if only[Letters.UNICODE] and 10 * min(only[Letters.UNICODE], only[legacy]) >= evidence:
        return Detected(Letters.MIXED, False, evidence)
    best = legacy if only[legacy] >= only[Letters.UNICODE] else Letters.UNICODE
    sure = 10 * counted[best] >= 8 * evidence and counted[best] > max(
        count for one, count in counted.items() if one is not best
    )
    return Detected(best, sure, evidence)


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for found in _WORD.findall(unicodedata.normalize("NFC", text)):
            word = found.strip(_EDGES)
            if not word.isascii():
                yield word


# A letter with its own mark as one sign, so that «aà» is not taken for «ầ».
_SIGNS = {
    "\u0103": "w",
    "\u00e2": "A",
    _D_BAR: "D",
    "\u00ea": "E",
    "\u00f4": "O",
    "\u01a1": "W",
    "\u01b0": "U",
}
_NUCLEI = (
    "a w A e E i o O W u U y ai ao au ay Au Ay eo Eu ia iu iE iEu yE yEu oi Oi Wi oa oai oay ow "
    "oao oe oeo oo ui ua uO uOi uW UW UWi UWu Ua Ui Uu uA uAy uE uEu uy uya uyE uyu ya ye yu ieu"
)
_SYLLABLE = re.compile(
    r"(?:b|ch|c|d|D|gh|gi|g|h|kh|kr|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    r"(?:" + "|".join(sorted(_NUCLEI.split(), key=len, reverse=True)) + r")"
    r"(?:ch|c|k|m|ng|nh|n|p|t)?"
)


@lru_cache(maxsize=8192)
def possible(word: str) -> bool:
    """Whether a word is made as Vietnamese syllables are: letters in order, at most one tone."""
    tones, signs = 0, ""
    for letter in unicodedata.normalize("NFC", word.lower()):
        parts = unicodedata.normalize("NFD", letter)
        tones += sum(part in _TONES for part in parts)
        bare = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
        signs += _SIGNS.get(bare, bare)
    return tones <= 1 and _SYLLABLE.fullmatch(signs) is not None
