"""Find an award by what people call it: id, name or alias, without marks and case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khenthuong.domain.criteria import Award, Rulebook
from khenthuong.domain.vietnamese import fold

_QUOTES = re.compile(r"[\"'«»“”‘’.]")
_OPENINGS = ("danh hieu ", "hinh thuc ")


def match(rulebook: Rulebook, text: str) -> Award | None:
    """The award a cell means, or None where the catalogue does not know it."""
    wanted = _key(text)
    if not wanted:
        return None
    for award in rulebook.awards.values():
        if wanted in _keys(award):
            return award
    return None


def _keys(award: Award) -> Iterator[str]:
    return (_key(word) for word in (award.id, award.name, *award.aliases))


def _key(text: str) -> str:
    folded = " ".join(_QUOTES.sub("", fold(text)).split())
    for opening in _OPENINGS:
        folded = folded.removeprefix(opening)
    return folded
