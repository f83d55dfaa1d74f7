"""What rows of a workbook say about each other: repeated keys, shared codes, likely duplicates."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from khenthuong.domain.batch import Batch, Entry, Fault, OfficeSetting, Place
from khenthuong.domain.calendar import read_days
from khenthuong.domain.register import Person
from khenthuong.domain.vietnamese import fold
from khenthuong.exchange.cells import earliest, latest
from khenthuong.exchange.columns import RECIPIENTS, Column, Sheet
from khenthuong.exchange.sheets import BY_KEY
from khenthuong.texts import show

_OFFICE_DAYS = ("ngay lam bu", "ngay nghi them")


class SheetChecks:
    """Rows of one sheet seen so far, by natural key."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._seen: dict[tuple[object, ...], tuple[Entry[Any], bool]] = {}
        # attrgetter gives a bare value for one name; a second makes it a tuple always.
        self._key = attrgetter(*sheet.natural_key, "__class__")

    def look(self, entry: Entry[Any], *, made: bool, sound: bool) -> list[Fault]:
        """Faults of this row against itself and against earlier rows.

        `made`: its Mã was made from its identity; `sound`: no cell of it is wrong (an unsound row
        is not compared, its key may be a stand-in). «fault.row_repeated» means: the same again.
        """
        faults = list(self._order_of_days(entry)) if self._sheet.spans else []
        if not sound:
            return faults
        faults += self._nothing_of(entry)
        faults += _unread_days(entry)
        key = tuple(
            [
                value.casefold() if value.__class__ is str else value
                for value in self._key(entry.value)
            ]
        )
        earlier = self._seen.setdefault(key, (entry, made))
        if earlier[0] is not entry:
            faults.append(self._repeated(entry, earlier[0], made=made and earlier[1]))
        return faults

    def _order_of_days(self, entry: Entry[Any]) -> Iterator[Fault]:
        for start, end in self._sheet.spans:
            first, last = getattr(entry.value, start), getattr(entry.value, end)
            if first is not None and last is not None and latest(last) < earliest(first):
                column = self._sheet.column(end)
                yield _fault(
                    entry.place,
                    column,
                    "fault.end_before_start",
                    start=self._sheet.column(start).name,
                    end=column.name,
                    first=_day(first),
                    last=_day(last),
                )

    def _nothing_of(self, entry: Entry[Any]) -> Iterator[Fault]:
        names = self._sheet.one_of
        if names and all(getattr(entry.value, name) is None for name in names):
            columns = [self._sheet.column(name) for name in names]
            listed = ", ".join(f"«{column.name}»" for column in columns)
            yield _fault(entry.place, columns[0], "fault.one_of_missing", columns=listed)

    def _repeated(self, entry: Entry[Any], earlier: Entry[Any], *, made: bool) -> Fault:
        column = self._sheet.column(self._sheet.natural_key[0])
        row = str(earlier.place.row)
        if made:
            return _fault(entry.place, column, "fault.same_identity", row=row)
        if entry.value == earlier.value:
            return _fault(entry.place, column, "fault.row_repeated", fatal=False, row=row)
        different = ", ".join(f"«{name}»" for name in self._differing(entry.value, earlier.value))
        key = " · ".join(
            filter(None, (_day(getattr(entry.value, name)) for name in self._sheet.natural_key))
        )
        return _fault(entry.place, column, "fault.row_differs", row=row, key=key, columns=different)

    def _differing(self, one: Any, other: Any) -> Iterator[str]:
        for column in self._sheet.columns:
            if getattr(one, column.key) != getattr(other, column.key):
                yield column.name


def _unread_days(entry: Entry[Any]) -> Iterator[Fault]:
    """A working day of the office that is no date would be lost without a word."""
    setting = entry.value
    if isinstance(setting, OfficeSetting) and fold(setting.key) in _OFFICE_DAYS:
        try:
            read_days(setting.value)
        except ValueError:
            column = BY_KEY["office"].column("value")
            yield _fault(entry.place, column, "fault.office_days", key=setting.key)


def check_together(batch: Batch) -> list[Fault]:
    """Faults between sheets: a Mã of two kinds of recipient; persons that look like one."""
    return [*_shared_codes(batch), *_persons(batch.persons)]


def _shared_codes(batch: Batch) -> Iterator[Fault]:
    seen: dict[str, Place] = {}
    for key in RECIPIENTS:
        entries: tuple[Entry[Any], ...] = getattr(batch, key)
        for entry in entries:
            earlier = seen.setdefault(entry.value.code.casefold(), entry.place)
            if earlier.sheet != entry.place.sheet:
                yield _fault(
                    entry.place,
                    BY_KEY[key].column("code"),
                    "fault.code_of_other_sheet",
                    key=entry.value.code,
                    sheet=earlier.sheet,
                    row=str(earlier.row),
                )


def _persons(entries: tuple[Entry[Person], ...]) -> Iterator[Fault]:
    sheet = BY_KEY["persons"]
    by_cccd: dict[str, Entry[Person]] = {}
    by_name: dict[tuple[str, str], Entry[Person]] = {}
    for entry in entries:
        person = entry.value
        if person.cccd:
            earlier = by_cccd.setdefault(person.cccd, entry)
            if earlier.value.code != person.code:
                yield _fault(
                    entry.place,
                    sheet.column("cccd"),
                    "fault.cccd_shared",
                    row=str(earlier.place.row),
                    name=earlier.value.name,
                )
                continue
        if person.born is not None:
            earlier = by_name.setdefault((fold(person.name), person.born.iso), entry)
            if earlier.value.code != person.code:
                yield _fault(
                    entry.place,
                    sheet.column("name"),
                    "fault.maybe_same_person",
                    fatal=False,
                    row=str(earlier.place.row),
                    name=person.name,
                    key=earlier.value.code,
                )


def _fault(
    place: Place, column: Column, code: str, /, *, fatal: bool = True, **arguments: object
) -> Fault:
    here = Place(place.sheet, place.row, column.name)
    return Fault(here, code, MappingProxyType(arguments), fatal=fatal)


def _day(value: Any) -> str:
    if value is None:
        return ""
    if hasattr(value, "iso"):
        return "/".join(reversed(value.iso.split("-")))
    return show(value)
