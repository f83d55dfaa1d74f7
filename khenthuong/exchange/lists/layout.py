"""Finds the table in a sheet: title rows, one or more header rows, sections, rows with data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.mapping import AWARD_WORDS, LIKELY, ListField, of_header
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.exchange.cells import CellError, is_blank, to_text
from khenthuong.exchange.lists.legacy_text import Letters, detect, to_unicode
from khenthuong.exchange.workbook_file import Grid

HEADER_ROWS = 40
"""The header is looked for in so many rows from the top."""
_JOINED = 3
_LONGEST_HEADER = 120
_NUMBERING = re.compile(r"\(?\d{1,3}\)?|\(?[a-z]\)?")
_SECTION_MARK = re.compile(r"^(?:[ivx]+|[a-h]|\d{1,2})(?:\s*[.)/:\-\u2013]+\s*|\s+)|^[-+*]\s*")
_MARK_ONLY = re.compile(r"(?:[ivx]+|[a-h]|\d{1,2}(?:\.\d+)*)[.)]?")
_KINDS = (
    (RecipientKind.HOUSEHOLD, ("ho gia dinh", "hogiadinh", "gia dinh", "cac ho")),
    (RecipientKind.UNIT, ("tap the", "tapthe", "don vi", "co quan")),
    (RecipientKind.PERSON, ("ca nhan", "canhan", "nguoi", "can bo", "cong chuc")),
)
_TOTAL = ("tong cong", "tong so", "cong:", "tong:", "cong ", "an dinh danh sach", "danh sach nay")
_YEAR = re.compile(r"nam (?:hoc )?(\d{4})(?:\s*[-\u2013]\s*(\d{4}))?")


@dataclass(frozen=True)
class ListRow:
    """A row with data: its number in the sheet (1 = first), raw cells by column, and what stands
    above it: `section` the heading's own words."""

    number: int
    cells: tuple[object, ...]
    broken: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    section: str = ""


@dataclass(frozen=True)
class ListTable:
    """The table of a sheet: `header_row` (1 = first) is the last row of the header.

    `title`: what stands above it. `skipped`: rows below it that hold no data (number, words).
    `score`: how much of the header is known; 0 where the sheet has no header.
    """

    sheet: str
    title: str
    headers: tuple[str, ...]
    header_row: int
    rows: tuple[ListRow, ...]
    skipped: tuple[tuple[int, str], ...] = ()
    score: float = 0.0

    def samples(self, most: int = 40) -> tuple[tuple[str, ...], ...]:
        """The first filled values of every column, as people read them."""
        return tuple(self.values(column)[:most] for column in range(len(self.headers)))

    def values(self, column: int) -> tuple[str, ...]:
        """The filled values of a column."""
        texts = (shown(row.cells[column]) for row in self.rows)
        return tuple(text for text in texts if text)


def shown(raw: object) -> str:
    """A cell as people read it; an error value is blank."""
    try:
        return "" if is_blank(raw) else to_text(raw)
    except CellError:
        return ""


def find_table(grid: Grid) -> ListTable:
    """The table of a sheet; one without a known header has no rows and score 0."""
    head = _find_header(grid)
    if head is None:
        return ListTable(grid.name, "", (), 0, ())
    first, last, headers, score = head
    title = "\n".join(filter(None, map(_row_text, grid.rows[:first])))
    letters = detect(title.split()).letters
    rows, skipped = _rows(grid, headers, last)
    title = to_unicode(title, letters)
    return ListTable(grid.name, title, headers, last + 1, tuple(rows), tuple(skipped), score)


def _row_text(row: Sequence[object]) -> str:
    return " ".join(dict.fromkeys(text for text in map(shown, row) if text))


def _find_header(grid: Grid) -> tuple[int, int, tuple[str, ...], float] | None:
    best: tuple[int, int, tuple[str, ...], float] | None = None
    for first in range(min(HEADER_ROWS, len(grid.rows))):
        for last in range(first, min(first + _JOINED, len(grid.rows))):
            if last > first and not _continues(grid.rows[last]):
                break
            headers = _joined(grid, first, last)
            score = _score(headers)
            # A longer header must know more; a later row must be clearly better.
            if score >= 1.0 and (best is None or score > best[3] + 0.05):
                best = first, last, headers, score
    if best is None or sum(bool(h) for h in best[2]) < 2:
        return None
    return best


def _continues(row: Sequence[object]) -> bool:
    """Whether a row can be the second line of a header: only short words."""
    filled = [cell for cell in row if not is_blank(cell)]
    texts = [shown(cell) for cell in filled]
    words = [text for text in texts if not _NUMBERING.fullmatch(fold(text))]
    short = all(len(text) <= _LONGEST_HEADER for text in texts)
    return bool(words) and len(words) == len(filled) and short


def _joined(grid: Grid, first: int, last: int) -> tuple[str, ...]:
    sideways = {
        (top, column): (top, left)
        for (top, left), (_, right) in grid.merged
        if first <= top <= last
        for column in range(left, right + 1)
    }
    # What is merged over the whole table is a title and says nothing of its columns.
    width = max((len(grid.rows[n]) for n in range(first, last + 1)), default=0)
    found: list[str] = []
    for column in range(width):
        parts: list[str] = []
        for row in range(first, last + 1):
            at = sideways.get((row, column), (row, column))
            cell = grid.rows[at[0]][at[1]] if at[1] < len(grid.rows[at[0]]) else ""
            parts.append(clean(shown(cell)))
        found.append(" ".join(dict.fromkeys(part for part in parts if part)))
    letters = detect(" ".join(found).split()).letters
    return tuple(to_unicode(text, letters) for text in found)


def _score(headers: Sequence[str]) -> float:
    """How many different fields the headers name, each as far as it is sure."""
    best: dict[ListField, float] = {}
    for header in set(headers):
        if header and len(header) <= _LONGEST_HEADER:
            meant, confidence, _ = of_header(header)
            if confidence >= LIKELY:
                best[meant] = max(confidence, best.get(meant, 0.0))
    names = {ListField.NAME, ListField.TITLE, ListField.UNIT} & best.keys()
    return sum(best.values()) if names else 0.0


def _rows(
    grid: Grid, headers: Sequence[str], last: int
) -> tuple[list[ListRow], list[tuple[int, str]]]:
    width = len(headers)
    counted = {n for n, header in enumerate(headers) if _is_number_column(header)}
    named = [n for n, header in enumerate(headers) if header and n not in counted]
    broken = _broken_by_row(grid)
    rows: list[ListRow] = []
    skipped: list[tuple[int, str]] = []
    section, repeated = "", {fold(h) for h in headers if h}
    for number in range(last + 1, len(grid.rows)):
        cells = tuple(grid.rows[number][:width])
        texts = [shown(cell) for cell in cells]
        filled = [n for n, text in enumerate(texts) if text and n not in counted]
        if not filled or is_numbering(texts):
            continue
        words = " ".join(dict.fromkeys(text for text in texts if text))
        if _is_heading(texts, filled, named):
            section, told = _heading(texts, section)
            skipped += [(number + 1, words)] if told else []
        elif {fold(texts[n]) for n in filled} <= repeated:
            continue  # the header printed again on the next page
        else:
            rows.append(ListRow(number + 1, cells, broken.get(number, {}), section))
    return rows, skipped


def _is_number_column(header: str) -> bool:
    meant, confidence, _ = of_header(header)
    return meant is ListField.IGNORE and confidence >= LIKELY


def is_numbering(texts: Sequence[str]) -> bool:
    """The row «(1) (2) (3)» or «A B 1 2» under a header."""
    filled = [fold(text) for text in texts if text]
    return len(filled) > 2 and all(map(_NUMBERING.fullmatch, filled)) and len(set(filled)) > 2


def _is_heading(texts: Sequence[str], filled: Sequence[int], named: Sequence[int]) -> bool:
    """One piece of text in a table of several columns."""
    words = [n for n in filled if not _MARK_ONLY.fullmatch(fold(texts[n]))]
    if len(named) < 2 or len({texts[n] for n in words}) != 1:
        return len(words) == 0
    text = fold(texts[words[0]])
    # In a narrow list a name may well stand alone, but only where names stand.
    outside = words[0] != named[0]
    return len(named) > 2 or outside or kind_in(text) is not None or text.startswith(_TOTAL)


def _heading(texts: Sequence[str], before: str) -> tuple[str, bool]:
    """The section that holds from here on, and whether the row must be told of."""
    words = max((text for text in texts if text), key=len)
    if fold(words).startswith(_TOTAL):
        return before, True
    bare = _SECTION_MARK.sub("", fold(words))
    letters = detect(words.split()).letters
    words = to_unicode(words, letters)
    if kind_in(bare) is not None and not _award_in(bare):
        return words, False
    above = before.split("\n")[0] if kind_in(before.split("\n")[0]) else ""
    return "\n".join(filter(None, (above, words))), not _award_in(bare)


def _award_in(folded: str) -> bool:
    return any(word in folded for word in AWARD_WORDS)


def kind_in(text: str) -> RecipientKind | None:
    """The kind of recipient that a heading, a title or a cell names; None for none or several."""
    plain = fold(text)
    found = [kind for kind, words in _KINDS if any(word in plain for word in words[:2])]
    if not found:
        # «Đơn vị: Trường A» names a unit and does not say that units follow.
        found = [kind for kind, words in _KINDS if plain in words]
    return found[0] if len(found) == 1 else None


def year_in(text: str) -> str:
    """The year a title names («năm 2025», «năm học 2025-2026»), "" for none."""
    found = _YEAR.search(fold(text))
    if found is None:
        return ""
    return f"{found[1]}-{found[2]}" if found[2] else found[1]


def _broken_by_row(grid: Grid) -> Mapping[int, Mapping[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for (row, column), value in grid.broken.items():
        found.setdefault(row, {})[column] = value
    return found


def code_lists(grids: Sequence[Grid], beside: str) -> Mapping[str, str]:
    """Names by code from the code lists of the other sheets: a column of codes beside one of names.

    `beside`: the sheet that is read itself. A code with two names is left out.
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    for grid in grids:
        if grid.name != beside:
            for pair in code_columns(grid):
                for code, name in pair.entries:
                    if found.setdefault(code, name) != name:
                        twice.add(code)
    return MappingProxyType({code: name for code, name in found.items() if code not in twice})


@dataclass(frozen=True)
class CodeColumns:
    """One code list: the sheet and header it stands under, and its (code, name) pairs."""

    sheet: str
    header: str
    entries: tuple[tuple[str, str], ...]


_CODE = re.compile(r"\d{3,}|[A-Z][A-Z0-9_]+")
_LEAST_CODES = 2


def code_columns(grid: Grid) -> Iterator[CodeColumns]:
    """The code lists of a sheet: neighbouring columns of codes and names, several below another."""
    width = max(map(len, grid.rows), default=0)
    for left in range(width - 1):
        for code, name in ((left, left + 1), (left + 1, left)):
            pairs = [
                (shown(row[code]), shown(row[name])) for row in grid.rows if len(row) > left + 1
            ]
            for header, entries in _blocks(pairs):
                if len(entries) >= _LEAST_CODES and _all_different(entries):
                    yield CodeColumns(grid.name, header, entries)


def _blocks(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Runs of (code, name) with the header each stands under; anything else ends a run."""
    header = ""
    entries: list[tuple[str, str]] = []
    for code, name in (*pairs, ("", "")):
        if _CODE.fullmatch(code) and _is_name(name):
            entries.append((code, name))
            continue
        if entries:
            yield header, tuple(entries)
        header, entries = f"{code} {name}".strip(), []


def _is_name(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and not _CODE.fullmatch(text)


def _all_different(entries: Sequence[tuple[str, str]]) -> bool:
    return len({code for code, _ in entries}) == len(set(entries))


def letters_of(table: ListTable) -> Mapping[int, Letters]:
    """By column, in which letters its values are, where that is not plainly Unicode."""
    found: dict[int, Letters] = {}
    for column in range(len(table.headers)):
        detected = detect(table.values(column))
        if detected.letters is not Letters.UNICODE:
            found[column] = detected.letters if detected.sure else Letters.MIXED
    return MappingProxyType(found)
