"""What the decree does not ask and careful offices do: tables, breaks, language, named styles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khenthuong.documents.layout.checks import advise
from khenthuong.documents.layout.paper import Line, Paper, Row
from khenthuong.domain.layout import Deviation, Weight
from khenthuong.domain.vietnamese import fold
from khenthuong.texts.layouts import BREAKING

_BREAKING = tuple(re.compile(pattern) for pattern in BREAKING)
_LONG_TABLE = 5
_LANGUAGE = "vi"
_HALF = 0.5
_SHORT_ROW = 600


def has_tables(paper: Paper) -> bool:
    """Whether there is a table that shows data."""
    return any(table.bordered for table in paper.tables)


def judge_tables(paper: Paper) -> list[Deviation]:
    """Header rows repeat on every page; rows do not split over two."""
    found: list[Deviation] = []
    for table in paper.tables:
        if not table.bordered or table.nested or len(table.rows) < _LONG_TABLE:
            continue
        own = [x for x in paper.lines if x.cell and x.cell.table == table.number and x.words]
        if not table.rows[0].repeats:
            found += advise("header_repeats", own[:1])
        if any(_may_split(row) for row in table.rows):
            found += advise("row_splits", own[:1])
    return found


def _may_split(row: Row) -> bool:
    """A row of many words may have to split: it could be longer than a page."""
    return row.splits and row.words < _SHORT_ROW


def judge_breaks(lines: Sequence[Line]) -> list[Deviation]:
    """Dates, amounts and names that a line's end may cut in two."""
    off = [x for x in lines if any(p.search(x.text) for p in _BREAKING) and x.length > x.room]
    return advise("breaks", off)


def judge_language(paper: Paper) -> list[Deviation]:
    """Text marked as Vietnamese: Word then spells and breaks as Vietnamese."""
    whole = vietnamese = 0
    for line in paper.lines:
        for run in line.printed:
            language = run.look.language or paper.language
            whole += len(run.text)
            vietnamese += len(run.text) if language.lower().startswith(_LANGUAGE) else 0
    if whole and vietnamese / whole < _HALF:
        arguments = {"found": paper.language or "–"}
        return [Deviation("language", arguments, Weight.SHOULD)]
    return []


def judge_styles(paper: Paper) -> list[Deviation]:
    """Styles with names a Vietnamese clerk reads, instead of formatting by hand."""
    if any(fold(name) != name.casefold() for name in paper.style_names):
        return []
    return [Deviation("styles", {"found": list(paper.style_names[:4])}, Weight.SHOULD)]
