"""The lists of nominees in a paper that was read back: found by their heading row.

A heading names its columns in words; a province may order them otherwise, or print fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from khenthuong.documents.readback import PaperText, Row
from khenthuong.domain.crosscheck import (
    AGREE,
    AWARD,
    DISAGREE,
    INVALID,
    MONEY,
    NAME,
    NAME_UNIT,
    POST,
    SHARE,
    ListRow,
)
from khenthuong.domain.vietnamese import fold

_HEADING_ROWS = 3
_ROLE, _REASON = "role", "reason"
_HEADINGS = (
    (re.compile(r"(ho va ten|ho ten|ten)\b.*\bdon vi"), NAME_UNIT),
    (re.compile(r"ho va ten|ho ten|ten (tap the|ca nhan|ho)|chu ho"), NAME),
    (re.compile(r"vai tro"), _ROLE),
    (re.compile(r"chuc vu|don vi|dia chi"), POST),
    (re.compile(r"khong dong y"), DISAGREE),
    (re.compile(r"khong hop le"), INVALID),
    (re.compile(r"dong y"), AGREE),
    (re.compile(r"ty le"), SHARE),
    (re.compile(r"tien thuong|muc thuong|so tien"), MONEY),
    (re.compile(r"tom tat|thanh tich"), "content"),
    (re.compile(r"ly do"), _REASON),
    (re.compile(r"danh hieu|hinh thuc"), AWARD),
)
_GROUP = re.compile(r"[ivx]+\.?|[a-d]\.?|tong.*|cong")
_VOTES = re.compile(r"(\d+(?:/\d+)?)\s*\((\d+(?:,\d+)?%)\)")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


class ListKind(StrEnum):
    """Which list: those proposed, those the council voted down, those it did not come to."""

    PROPOSED = "bieu_quyet"
    VOTED_DOWN = "khong_dong_y"
    NOT_VOTED = "khong_trinh"


@dataclass(frozen=True)
class StatedList:
    """A list as a paper has it; `groups` are heading rows like «II CÁ NHÂN (05 cá nhân)»."""

    kind: ListKind
    columns: tuple[str, ...]
    rows: tuple[ListRow, ...]
    groups: tuple[str, ...]
    total: str = ""


def lists(paper: PaperText) -> tuple[StatedList, ...]:
    """Every list of nominees; the council's members and tables of other things are none."""
    return tuple(found for table in paper.tables if (found := _list(table)) is not None)


def figure(text: str) -> int | None:
    """The first whole number of a text, dots between thousands left out."""
    found = _FIGURE.search(text)
    return int(found.group().replace(".", "")) if found else None


def _list(table: tuple[Row, ...]) -> StatedList | None:
    for top, row in enumerate(table[:_HEADING_ROWS]):
        columns = tuple(_column(text) for text in row)
        if (NAME in columns or NAME_UNIT in columns) and AWARD in columns:
            return _read(table, top, columns)
    return None


def _column(heading: str) -> str:
    folded = fold(heading)
    return next((name for pattern, name in _HEADINGS if pattern.search(folded)), "")


def _read(table: tuple[Row, ...], top: int, columns: tuple[str, ...]) -> StatedList:
    rows: list[ListRow] = []
    groups: list[str] = []
    total = ""
    for number, row in enumerate(table[top + 1 :], start=top + 2):
        if len(row) == len(columns) and not _GROUP.fullmatch(fold(row[0])):
            cells = dict(_cells(columns, row))
            if any(cells.values()):
                rows.append(ListRow(number, cells))
        elif fold(" ".join(row)).startswith(("tong", "cong")):
            total = " ".join(row)
        else:
            groups.append(" ".join(row))
    kept = tuple(column for column in columns if column and column not in (_ROLE, _REASON))
    if any(SHARE in row.cells for row in rows) and SHARE not in kept:
        kept = (*kept, SHARE)
    return StatedList(_kind(columns), kept, tuple(rows), tuple(groups), total)


def _cells(columns: tuple[str, ...], row: Row) -> Iterator[tuple[str, str]]:
    for column, text in zip(columns, row, strict=True):
        shares = _VOTES.fullmatch(text) if column == AGREE else None
        if shares:
            yield from ((AGREE, shares[1]), (SHARE, shares[2]))
        elif column and column not in (_ROLE, _REASON):
            yield column, text


def _kind(columns: tuple[str, ...]) -> ListKind:
    if _REASON not in columns:
        return ListKind.PROPOSED
    return ListKind.VOTED_DOWN if AGREE in columns else ListKind.NOT_VOTED


def contents_names(paper: PaperText) -> tuple[str, ...]:
    """The file names in the column «Tên tệp» of a mục lục."""
    for table in paper.tables:
        for top, row in enumerate(table[:_HEADING_ROWS]):
            headings = [fold(text) for text in row]
            if "ten tep" in headings:
                place = headings.index("ten tep")
                return tuple(r[place] for r in table[top + 1 :] if len(r) > place and r[place])
    return ()
