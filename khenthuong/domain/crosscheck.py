"""Cross-checking at sealing: what papers say against the books, and against one another.

Nothing here reads a file: `documents.readback` says what a paper states,
`services.dossier.crosscheck` what the books hold, and this module compares the two. A `Mismatch` is
a value with a code; its sentence stands in texts/crosschecks.py.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from types import MappingProxyType

from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.domain.vietnamese import fold

NAME, NAME_UNIT, POST, AWARD = "name", "name_unit", "post", "award"
AGREE, DISAGREE, INVALID, SHARE = "agree", "disagree", "invalid", "share"
MONEY = "money"
IDENTITY = (NAME, NAME_UNIT, AWARD, POST)
"""Columns by which a row of a list is recognised; the others are compared once it is."""

_NOTHING: Mapping[str, object] = MappingProxyType({})
_FORMS_OF_ADDRESS = re.compile(
    r"(?:(?:ho gia dinh|ho|gia dinh) )?(?:ong \(ba\)|ong|ba|dong chi|d/c)\.? |(?:ho gia dinh) "
)
_ALIKE = 0.6
_MOST_GUESSED = 60


class Severity(StrEnum):
    """An error keeps the dossier from being sealed, a warning is shown."""

    ERROR = "loi"
    WARNING = "luu_y"


@dataclass(frozen=True)
class Acceptance:
    """A named person's reason for sealing although a paper says something else than the books."""

    reason: str
    by: str
    on: date


@dataclass(frozen=True)
class Place:
    """Where in a paper: `kind` is a code (row, line, number, signature, whole …), `text` its words.

    `row` counts the rows of the table with its heading row as 1; 0 outside of tables.
    """

    kind: str = "whole"
    text: str = ""
    row: int = 0


@dataclass(frozen=True)
class Mismatch:
    """A paper `says` one thing, the books (or another paper) hold another.

    `paper` is the file's name in the dossier, "" for a matter of the books alone; `title` is how
    people call the paper. `edited` marks a paper that a clerk changed in Word and took in.
    `may_accept`: the law leaves room, so that a named person may seal it with a reason.
    """

    code: str
    severity: Severity
    authority: Authority
    paper: str = ""
    title: str = ""
    place: Place = field(default_factory=Place)
    says: str = ""
    books: str = ""
    who: str = ""
    recipient: str = ""
    edited: bool = False
    may_accept: bool = False
    arguments: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    accepted: Acceptance | None = None

    @property
    def key(self) -> str:
        """A short name that changes with what the paper says: a reason holds for this alone."""
        told = (self.code, self.authority.value, self.paper, self.place.kind, self.place.text)
        told += (self.says, self.books, self.who, str(self.place.row))
        return hashlib.sha256("\0".join(told).encode()).hexdigest()[:12]

    @property
    def blocks(self) -> bool:
        """Whether it keeps the dossier from being sealed."""
        return self.severity is Severity.ERROR and self.accepted is None


@dataclass(frozen=True)
class ListRow:
    """A row of a list of nominees; `cells` by column (`NAME`, `POST`, `AWARD`, `AGREE` …)."""

    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """A cell's words, "" where the table has no such column."""
        return self.cells.get(column, "")

    @property
    def name(self) -> str:
        """Who the row is about, as written."""
        return self.text(NAME) or self.text(NAME_UNIT)


@dataclass(frozen=True)
class RowDifference:
    """One row of a list against the books: `column` is empty for a whole row missing or added."""

    column: str
    expected: ListRow | None
    stated: ListRow | None


@dataclass(frozen=True)
class StatedCount:
    """«05 cá nhân» in a paper; `words` what stands for it in letters, `line` the whole sentence.

    `award` is set when the sentence counts one award only.
    """

    kind: RecipientKind
    figure: int
    words: str
    line: str
    award: str = ""


_Pairs = list[tuple[ListRow, ListRow]]


def same_words(one: str, other: str) -> bool:
    """Whether two texts read the same: capital letters and forms of address do not count."""
    return one == other or _bare(one) == _bare(other)


def compare_rows(
    expected: Sequence[ListRow], stated: Sequence[ListRow], columns: Iterable[str]
) -> Iterator[RowDifference]:
    """What a list in a paper says otherwise than the books, row by row.

    Rows are recognised by what is wholly equal first, then by name and award, by name, and last by
    likeness, so that a misspelt name is told as such and not as one missing and one too many.
    """
    present = tuple(columns)
    identity = [column for column in IDENTITY if column in present]
    left_expected, left_stated = list(expected), list(stated)
    pairs: _Pairs = []
    ways = (
        (identity, str),
        (identity, _bare),
        ([column for column in identity if column != POST], _bare),
        (identity[:1], _bare),
    )
    for keys, read in ways:
        found, left_expected, left_stated = _pair(left_expected, left_stated, keys, read)
        pairs += found
    found, left_expected, left_stated = _pair_alike(left_expected, left_stated, identity)
    pairs += found
    for mine, theirs in sorted(pairs, key=lambda pair: pair[1].number):
        for column in present:
            if column in mine.cells and not same_words(mine.text(column), theirs.text(column)):
                yield RowDifference(column, mine, theirs)
    yield from (RowDifference("", row, None) for row in left_expected)
    yield from (RowDifference("", None, row) for row in left_stated)


def closest(wanted: str, among: Iterable[str]) -> str:
    """The text most like the one wanted, "" when none is alike: what a paper says in its place."""
    folded = fold(wanted)
    best, share = "", _ALIKE
    for text in among:
        likeness = SequenceMatcher(None, folded, fold(text))
        if likeness.real_quick_ratio() > share and likeness.quick_ratio() > share:
            ratio = likeness.ratio()
            if ratio > share:
                best, share = text, ratio
    return best


def _bare(text: str) -> str:
    folded = fold(text)
    address = _FORMS_OF_ADDRESS.match(folded)
    words = text.casefold().split(" ")
    return " ".join(words[len(address.group().split()) :] if address else words).strip(" .;")


def _pair(
    expected: list[ListRow], stated: list[ListRow], keys: Sequence[str], read: Callable[[str], str]
) -> tuple[_Pairs, list[ListRow], list[ListRow]]:
    if not keys or not expected or not stated:
        return [], expected, stated
    waiting: dict[tuple[str, ...], list[ListRow]] = defaultdict(list)
    for row in expected:
        waiting[tuple(read(row.text(key)) for key in keys)].append(row)
    pairs: _Pairs = []
    left: list[ListRow] = []
    for row in stated:
        mine = waiting.get(tuple(read(row.text(key)) for key in keys))
        if mine:
            pairs.append((mine.pop(0), row))
        else:
            left.append(row)
    return pairs, [row for rows in waiting.values() for row in rows], left


def _pair_alike(
    expected: list[ListRow], stated: list[ListRow], identity: Sequence[str]
) -> tuple[_Pairs, list[ListRow], list[ListRow]]:
    if not identity or max(len(expected), len(stated)) > _MOST_GUESSED:
        return [], expected, stated
    pairs: _Pairs = []
    left = list(expected)
    alone: list[ListRow] = []
    for row in stated:
        name = closest(_bare(row.name), [_bare(one.name) for one in left])
        mine = next((one for one in left if name and _bare(one.name) == name), None)
        if mine is None:
            alone.append(row)
        else:
            left.remove(mine)
            pairs.append((mine, row))
    return pairs, left, alone
