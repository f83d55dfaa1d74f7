"""«Theo tiêu chuẩn»: which child of an any_of a nomination names."""

from __future__ import annotations

import re
import unicodedata

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.vietnamese import fold

_BY_RATING = ("htxs", "htxsnv", "xuat sac", "xep loai")
_BY_RATING_PART = ("htxs", "hoan thanh xuat sac nhiem vu")
_WORDS = re.compile(r"[^0-9a-z]+")
# «điểm d khoản 1 Điều 74»: marks decide, because đ and d are different points.
_POINT = re.compile(
    r"\u0111i\u1ec3m\s+(\w+)(?:\s+kho\u1ea3n\s+(\d+))?(?:\s+\u0111i\u1ec1u\s+(\d+))?"
)
_D_BAR = chr(0x111)


def is_by_rating(branch: str) -> bool:
    """Whether «Theo tiêu chuẩn» says that an award was won by the rating (HTXSNV)."""
    words = _plain(branch)
    return words in _BY_RATING or any(part in words for part in _BY_RATING_PART)


def named_child(criterion: Criterion, branch: str) -> Criterion | None:
    """The child that `branch` names: by id, point, «74.1.d», citation, label or other name."""
    text = unicodedata.normalize("NFC", branch).casefold().strip(" .;")
    if not text:
        return None
    for matches in (_by_id, _by_point, _by_words, _by_part):
        found = [
            child
            for child in criterion.children
            # A child that takes its citation from above is not told apart by it.
            if (matches is not _by_point or child.cite != criterion.cite) and matches(child, text)
        ]
        if len(found) == 1 or (found and matches is not _by_part):
            return found[0]
    return None


def _by_id(child: Criterion, text: str) -> bool:
    return text in (child.id, child.id.rpartition(".")[2])


def _by_point(child: Criterion, text: str) -> bool:
    cite = child.cite
    point = cite.point.casefold()
    if not point:
        return False
    match = _POINT.search(text)
    if match:
        return (
            match[1] in (point, _typed(point))
            and match[2] in (None, cite.clause)
            and match[3] in (None, cite.article)
        )
    return text in {
        spelled
        for p in (point, _typed(point))
        for spelled in (
            p,
            f"{cite.clause}.{p}",
            f"{cite.clause}{p}",
            f"{cite.article}.{cite.clause}.{p}",
            f"{cite.article}.{cite.clause}{p}",
            f"{cite.article}-{cite.clause}-{p}",
        )
    }


def _typed(point: str) -> str:
    """How the point đ is written without its bar: «dd»."""
    return point.replace(_D_BAR, "dd")


def _by_words(child: Criterion, text: str) -> bool:
    words = _plain(text)
    return bool(words) and words in {_plain(name) for name in (child.label, *child.names)}


def _by_part(child: Criterion, text: str) -> bool:
    words = f" {_plain(text)} "
    return any(f" {_plain(name)} " in words for name in child.names if len(name) > 1)


def _plain(text: str) -> str:
    return _WORDS.sub(" ", fold(text)).strip()
