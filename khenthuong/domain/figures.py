"""Figures as plans write them, «31,1», «2.326», «không còn»: read and written back exactly.

Only the Vietnamese way is read: a comma before decimals, dots between groups of three digits. «3.5»
is neither, so it is not read at all instead of being guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal

from khenthuong.domain.vietnamese import fold

NUMBER = r"[-\u2212]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
"""A figure written the Vietnamese way, as a regular expression."""
_WHOLE = re.compile(NUMBER)
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_NOTHING = frozenset({"khong", "khong con", "khong co"})
"""What plans write where nothing is left: «đến năm 2025 không còn hộ nghèo»."""


def read_figure(text: str) -> Decimal | None:
    """The number that a cell says; None for an empty cell or what is no figure.

    A percent sign behind it is left out: it says the unit, not the number.
    """
    if fold(text) in _NOTHING:
        return Decimal(0)
    bare = _SPACES.sub("", text).removesuffix("%")
    if not _WHOLE.fullmatch(bare):
        return None
    return Decimal(bare.replace("\u2212", "-").replace(".", "").replace(",", "."))


def says_nothing_left(text: str) -> bool:
    """Whether the cell says «không còn» in words instead of a number."""
    return fold(text) in _NOTHING


def write_figure(value: Decimal) -> str:
    """A computed number as people read it: «1.234,5», without zeros at its end."""
    plain = f"{value:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain.translate(str.maketrans(",.", ".,"))
