"""In which order and with which filters a list shows its rows; the same rules in every list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import itemgetter
from typing import Any, NamedTuple

from khenthuong import texts
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.register import PartialDate
from khenthuong.domain.vietnamese import fold, name_key, sort_key
from khenthuong.domain.years import Year
from khenthuong.ui.widgets.dates import show_date

Key = tuple[int, Any]
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})(?: (\d{2}:\d{2}))?")
_NUMBERS, _DAYS, _CHOICES, _TEXTS = range(4)
_DIGITS = 12


class Heading(NamedTuple):
    """A column: its title, what it shows of a record, and by what else it is sorted if at all."""

    title: str
    value: Callable[[Any], object]
    by: Callable[[Any], Any] | None = None


Column = tuple[str, Callable[[Any], object]] | Heading


def heading(column: Column) -> Heading:
    """A column as tables keep it, however short it was written."""
    return column if isinstance(column, Heading) else Heading(column[0], column[1])


@dataclass(frozen=True)
class Arrangement:
    """`column` sorts (-1: the order in which the rows came); `filters` by column, as typed."""

    column: int = -1
    descending: bool = False
    filters: Mapping[int, str] = field(default_factory=dict[int, str])

    def turned(self, column: int) -> Arrangement:
        """After a click on a column's title: up, then down, then as the rows came."""
        if self.column != column:
            return replace(self, column=column, descending=False)
        if not self.descending:
            return replace(self, descending=True)
        return replace(self, column=-1, descending=False)

    def filtered(self, column: int, typed: str) -> Arrangement:
        """With another filter for a column; "" takes it away."""
        others = {one: text for one, text in self.filters.items() if one != column}
        return replace(self, filters=others | ({column: typed} if typed.strip() else {}))

    @property
    def narrows(self) -> bool:
        """Whether rows may be hidden."""
        return bool(self.filters)


def arranged(rows: Iterable[Any], headings: Sequence[Heading], how: Arrangement) -> list[Any]:
    """The rows that pass every filter, in the order asked for; equal rows keep their order."""
    tests = [(headings[column].value, fold(typed).split()) for column, typed in how.filters.items()]
    kept = [row for row in rows if all(_passes(show(value(row)), words) for value, words in tests)]
    if how.column < 0:
        return kept
    sorting = headings[how.column]
    filled: list[tuple[Key, Any]] = []
    empty: list[Any] = []
    for row in kept:
        key = _sort_key(sorting, row)
        empty.append(row) if key is None else filled.append((key, row))
    filled.sort(key=itemgetter(0), reverse=how.descending)
    return [row for _, row in filled] + empty


def show(value: object) -> str:
    """A value as a table cell shows it: years without dots, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return show_date(value)
    return str(value) if isinstance(value, Year) else texts.show(value)


def as_cell(value: object) -> str | int | Decimal | date | None:
    """A value as a workbook keeps it: numbers and full dates as such, everything else in words."""
    if isinstance(value, bool):
        return show(value)
    if value is None or isinstance(value, int | Decimal | date):
        return value
    if isinstance(value, PartialDate) and value.month and value.day:
        return date(value.year, value.month, value.day)
    words = show(value)
    return _real_day(words) or words


def is_number(value: object) -> bool:
    """Whether a cell stands right."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def name_order(name: str, kind: RecipientKind) -> bytes:
    """Persons and householders by given name, units by the whole name."""
    return sort_key(name) if kind is RecipientKind.UNIT else name_key(name)


def value_key(value: object) -> Key | None:
    """By what a value is sorted, numbers before days before words; None for an empty cell."""
    if value is None or value == "":
        return None
    if isinstance(value, int | Decimal):
        return (_NUMBERS, value)
    if isinstance(value, PartialDate):
        return (_DAYS, value.iso)
    if isinstance(value, date):
        return (_DAYS, value.isoformat())
    if isinstance(value, Year):
        return (_DAYS, str(value))
    if isinstance(value, Enum):
        return (_CHOICES, list(type(value)).index(value))
    return _text_key(show(value))


def _text_key(text: str) -> Key:
    if match := _DAY.match(text):
        day, month, year, clock = match.groups()
        return (_DAYS, f"{year}-{month}-{day} {clock or ''}")
    return (_TEXTS, sort_key(_NUMBER.sub(lambda found: found[0].zfill(_DIGITS), text)))


def _sort_key(sorting: Heading, row: Any) -> Key | None:
    own = value_key(sorting.value(row))
    return own if sorting.by is None or own is None else (_TEXTS, sorting.by(row))


def _passes(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _real_day(words: str) -> date | None:
    match = _DAY.fullmatch(words)
    if match is None or match[4]:
        return None
    day, month, year, _ = match.groups()
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
