"""Provinces and communes since 01/07/2025, from a maintained package loaded when asked."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import cache
from types import MappingProxyType

from khenthuong.domain.vietnamese import fold, sort_key
from khenthuong.errors import NotFoundError

_PROVINCE_WORDS = ("tinh ", "thanh pho ")
_COMMUNE_WORDS = ("xa ", "phuong ", "dac khu ")
_SHORT = re.compile(r"^(tp|p|x|dk)(?:\.\s*|\s+)")
_LONG = {"tp": "thanh pho", "p": "phuong", "x": "xa", "dk": "dac khu"}
_SHOWN = 5


def provinces() -> tuple[str, ...]:
    """The 34 provinces and cities with their full official names, in Vietnamese order."""
    return tuple(_communes_by_province())


def communes(province: str) -> tuple[str, ...]:
    """The communes of a province by their full names; raises NotFoundError for an unknown one."""
    return _communes_by_province()[_province(province)]


def resolve(commune: str, province: str) -> tuple[str, str]:
    """Full official names «Xã X», «Tỉnh Y» of what a person wrote, «X» and «Y» included.

    Raises NotFoundError with the nearest names where nothing fits, and with all that fit where «X»
    is both an «Xã X» and a «Phường X».
    """
    whole = _province(province)
    names = _communes_by_province()[whole]
    found = _matching(commune, names, _COMMUNE_WORDS)
    if len(found) == 1:
        return found[0], whole
    nearest = found or _nearest(commune, names, _COMMUNE_WORDS)
    raise NotFoundError("place.commune", name=commune, province=whole, nearest=nearest)


def _province(text: str) -> str:
    names = provinces()
    found = _matching(text, names, _PROVINCE_WORDS)
    if len(found) == 1:
        return found[0]
    raise NotFoundError(
        "place.province", name=text, nearest=found or _nearest(text, names, _PROVINCE_WORDS)
    )


def _matching(text: str, names: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    text = unicodedata.normalize("NFC", text).strip()
    wanted = _SHORT.sub(lambda found: _LONG[found[1]] + " ", fold(text))
    exact = tuple(name for name in names if fold(name) == wanted)
    if exact:
        # «Xã Tân Hòa» and «Xã Tân Hoà» fold alike; marks decide where folding is not enough.
        marked = tuple(name for name in exact if name.casefold() == text.casefold())
        return marked or exact
    bare = _bare(wanted, words)
    same = tuple(name for name in names if _bare(fold(name), words) == bare)
    if wanted != bare:
        return ()
    marked = tuple(n for n in same if n.casefold().endswith(" " + text.casefold()))
    return marked or same


def _nearest(text: str, names: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    by_key = {_bare(fold(name), words): name for name in names}
    keys = difflib.get_close_matches(_bare(fold(text), words), list(by_key), n=_SHOWN, cutoff=0.5)
    return tuple(by_key[key] for key in keys)


def _bare(folded: str, words: tuple[str, ...]) -> str:
    for word in words:
        if folded.startswith(word):
            return folded.removeprefix(word).strip()
    return folded


@cache
def _communes_by_province() -> MappingProxyType[str, tuple[str, ...]]:
    from vietnam_provinces import Province, VietNamDivisionType, Ward

    found: dict[str, tuple[str, ...]] = {}
    for province in sorted(Province.iter_all(), key=lambda one: sort_key(_short(one.name))):
        names = (ward.name for ward in Ward.iter_by_province(province.code))
        # The package names cities in full but provinces without their word.
        word = VietNamDivisionType.TINH.value.capitalize()
        bare = province.division_type is VietNamDivisionType.TINH and not (
            province.name.startswith(word)
        )
        full = f"{word} {province.name}" if bare else province.name
        found[full] = tuple(sorted(names, key=sort_key))
    return MappingProxyType(found)


def _short(name: str) -> str:
    bare = _bare(fold(name), _PROVINCE_WORDS)
    return name[len(name) - len(bare) :]
