"""What «Tìm mọi thứ» finds, and when typed words fit a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from khenthuong.domain.vietnamese import fold

_WORD = re.compile(r"[^\W_]+")


class Sort(StrEnum):
    """What was found; the values are data keys."""

    UNIT = "tap_the"
    PERSON = "ca_nhan"
    HOUSEHOLD = "ho_gia_dinh"
    ROUND = "dot_xet"
    AWARD = "khen_thuong"
    MOVEMENT = "phong_trao"
    INITIATIVE = "sang_kien"
    PAPER = "van_ban"
    ROUND_PAPER = "van_ban_ho_so"
    FORM = "bieu_mau"


@dataclass(frozen=True)
class Found:
    """One thing: `key` names it among its sort, `about` tells namesakes apart.

    `of` is what it belongs to: an initiative to its first author, a paper to its round.
    """

    sort: Sort
    key: str
    title: str
    about: str = ""
    of: str = ""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, lower case and without marks."""
    return tuple(_WORD.findall(fold(text)))


def holds(words: Iterable[str], text: str) -> bool:
    """Whether every word is the beginning of a word of the text."""
    known = words_of(text)
    return all(any(one.startswith(word) for one in known) for word in words)
