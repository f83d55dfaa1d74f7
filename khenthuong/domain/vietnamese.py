"""Vietnamese text: one normal form, a search key without marks, a sort key by given name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=0x41)}
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Tone order of the Vietnamese dictionary: ngang (none), huyền, hỏi, ngã, sắc, nặng."""
_UNKNOWN_LETTER = 0x7E
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200b\u202f\ufeff]+")


def clean(text: str) -> str:
    """NFC, single spaces, no spaces at the ends, no control characters but line feeds."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c for c in composed if c == "\n" or c == "\t" or unicodedata.category(c) != "Cc")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in kept.split("\n")).strip()


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The search key: lower case, no marks, đ→d, so «Nguyễn Hoà» and «nguyen hòa» are equal."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _SPACES.sub(" ", bare).strip()


def sort_key(text: str) -> bytes:
    """A bytes-comparable key in Vietnamese alphabetical order (letters first, then tones)."""
    words = [_word_key(word) for word in text.split(" ")]
    return b" ".join(word[0] for word in words) + b"\0" + b"\1".join(word[1] for word in words)


def name_key(full_name: str) -> bytes:
    """Order of persons: given name (last word) first, then family and middle name."""
    words = full_name.split()
    if not words:
        return b""
    return sort_key(words[-1]) + b"\1" + sort_key(" ".join(words[:-1]))


@lru_cache(maxsize=8192)
def _word_key(word: str) -> tuple[bytes, bytes]:
    # Names are made of a few hundred words: an import asks for the same ones again and again.
    letters, tones = bytearray(), bytearray()
    for char in unicodedata.normalize("NFC", word).lower():
        letter, tone = _letter(char)
        letters.append(letter)
        tones.append(tone + 1)
    return bytes(letters), bytes(tones)


def _letter(char: str) -> tuple[int, int]:
    tone, base = 0, ""
    for part in unicodedata.normalize("NFD", char):
        if part in TONES:
            tone = TONES[part]
        else:
            base += part
    letter = unicodedata.normalize("NFC", base)
    if letter in _RANK:
        return _RANK[letter], tone
    return (min(ord(letter[0]), 0x40) if ord(letter[0]) < 0x40 else _UNKNOWN_LETTER), tone
