"""Sổ as a list: any column sorts it, any column filters it, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from khenthuong import storage, texts
from khenthuong.domain.kinds import (
    Area,
    Duty,
    Gender,
    Manager,
    RecipientKind,
    Sector,
    Subject,
    UnitKind,
)
from khenthuong.domain.register import PartialDate
from khenthuong.domain.vietnamese import fold, sort_key
from khenthuong.services.workspace import Workspace
from khenthuong.storage.register_list import ListQuery, Value

_CHOICES: dict[str, type[StrEnum]] = {
    "gender": Gender,
    "duty": Duty,
    "subject": Subject,
    "kind": UnitKind,
    "sector": Sector,
    "manager": Manager,
    "area": Area,
}
_REFERS = ("unit", "parent", "village")
_DAYS = ("born", "joined", "died", "founded")
_AS_THEY_ARE = (*_DAYS, "code", "headcount", "members")


@dataclass(frozen=True)
class RegisterOrder:
    """`column` is an attribute of the recipient ("" = its name); `filters` by attribute, as typed.

    A filter passes what contains every word typed, marks and case ignored; "name" looks for
    beginnings of words, in the code too.
    """

    column: str = ""
    descending: bool = False
    filters: Mapping[str, str] = field(default_factory=dict[str, str])


def find(
    ws: Workspace,
    kind: RecipientKind,
    typed: str = "",
    *,
    binned: bool = False,
    order: RegisterOrder | None = None,
) -> tuple[str, ...]:
    """Codes of the recipients of a kind that pass, in the order asked for.

    A former Mã typed in full finds the one it was merged into.
    """
    typed = storage.merging.aliases(ws.books).get(typed.strip(), typed)
    how = order or RegisterOrder()
    column = "" if how.column == "name" else how.column
    others = {name: words for name, words in how.filters.items() if name != "name"}
    query = ListQuery(
        kind,
        f"{typed} {how.filters.get('name', '')}",
        binned,
        column,
        how.descending,
        _ranks(ws, kind, column),
        {name: _passing(ws, kind, name, words) for name, words in others.items()},
    )
    return storage.register_list.codes(ws.books, query)


def _ranks(ws: Workspace, kind: RecipientKind, column: str) -> list[Value] | None:
    if not column or column in _AS_THEY_ARE:
        return None
    found = storage.register_list.values(ws.books, kind, column)
    if column in _CHOICES:
        order = [one.value for one in _CHOICES[column]]
        return sorted(found, key=lambda value: order.index(str(value)))
    words = _words(ws, column, found)
    return sorted(found, key=lambda value: sort_key(words(value)))


def _passing(ws: Workspace, kind: RecipientKind, column: str, typed: str) -> list[Value]:
    wanted = fold(typed).split()
    found = storage.register_list.values(ws.books, kind, column)
    words = _words(ws, column, found)
    folded = ((value, fold(words(value))) for value in found)
    return [value for value, text in folded if all(word in text for word in wanted)]


def _words(ws: Workspace, column: str, found: tuple[Value, ...]) -> Callable[[Value], str]:
    """How the list shows a value of the column."""
    if column in _CHOICES:
        return lambda value: texts.label(_CHOICES[column](value))
    if column in _REFERS:
        names = storage.register.unit_names(ws.books, map(str, found))
        return lambda value: names.get(str(value), "")
    return _day if column in _DAYS else str


def _day(value: Value) -> str:
    parts = PartialDate.from_iso(str(value))
    numbers = [f"{part:02}" for part in (parts.day, parts.month) if part]
    return "/".join([*numbers, f"{parts.year:04}"])
