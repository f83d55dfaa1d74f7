"""A rulebook in which one award asks for one thing only, written as an award file writes it."""

from __future__ import annotations

from dataclasses import replace

from khenthuong.catalog.award_file import read_criteria
from khenthuong.catalog.toml_reader import Reader
from khenthuong.domain.criteria import Rulebook
from khenthuong.domain.findings import Finding
from tests.domain.rules.commune import BK, Commune, find, rulebook

_ALWAYS = {
    "id": "thu",
    "label": "Thử",
    "principle": "chinh_xac",
    "step": "danh_sach",
    "cite": {"text": "luat_06_2022", "article": "74"},
    "checked": "van_ban",
}


def book_of(*criteria: dict[str, object], award: str = BK, **changes: object) -> Rulebook:
    """The shipped rules, with these criteria in place of the award's own."""
    shipped = rulebook()
    rows = [{**_ALWAYS, **one} for one in criteria]
    read = read_criteria(Reader("thu.toml", {"criterion": rows}))
    changed = replace(shipped.awards[award], criteria=read, **changes)
    return replace(shipped, awards={**shipped.awards, award: changed})


def judged(
    commune: Commune, *criteria: dict[str, object], recipient: str = "CN01", id_: str = "thu"
) -> Finding:
    """The finding of that criterion for a nomination of BK; it is added when there is none."""
    if not commune.nominations:
        commune.propose(recipient, BK)
    check = commune.check(book_of(*criteria)).of(recipient, BK)
    assert check is not None
    found = find(check.findings, id_)
    assert found is not None
    return found
