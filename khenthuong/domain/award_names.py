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
    wanted = award_key(text)
    if not wanted:
        return None
    for award in rulebook.awards.values():
        if wanted in _keys(award):
            return award
    return None


def ids_by_key(rulebook: Rulebook) -> dict[str, str]:
    """Every way to write an award (see `award_key`) and the id it means; the first one wins."""
    found: dict[str, str] = {}
    for award in rulebook.awards.values():
        for key in _keys(award):
            found.setdefault(key, award.id)
    return found


def _keys(award: Award) -> Iterator[str]:
    return (award_key(word) for word in (award.id, award.name, *award.aliases))


def award_key(text: str) -> str:
    """What is compared of a name: «Danh hiệu “Lao động tiên tiến”» is «lao dong tien tien»."""
    folded = " ".join(_QUOTES.sub("", fold(text)).split())
    for opening in _OPENINGS:
        folded = folded.removeprefix(opening)
    return folded
