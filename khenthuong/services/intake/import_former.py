"""Former Mã of a workbook: rows that were merged into others are meant by the Mã of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from khenthuong import storage
from khenthuong.domain.batch import Batch, Entry, Fault
from khenthuong.exchange.columns import RECIPIENTS, Column
from khenthuong.exchange.sheets import SHEETS
from khenthuong.services.intake.import_references import fault
from khenthuong.storage import Books

_NAMING = frozenset(RECIPIENTS)


def as_now(books: Books, batch: Batch) -> tuple[Batch, list[Fault]]:
    """The batch with former Mã replaced, each told once a row.

    What belongs to a sealed round keeps its Mã: so it stands in the dossier. A row of the register
    under a former Mã gives way to one under the Mã of today.
    """
    former = storage.merging.aliases(books)
    faults: list[Fault] = []
    if not former:
        return batch, faults
    sealed = _Sealed(books, batch)
    changed: dict[str, tuple[Entry[Any], ...]] = {}
    for sheet in SHEETS:
        own = sheet.key in _NAMING
        columns = tuple(
            one
            for one in sheet.columns
            if _NAMING & set(one.points_to) or (own and one.key == "code")
        )
        entries: tuple[Entry[Any], ...] = getattr(batch, sheet.key)
        if columns:
            there = {one.value.code for one in entries} if own else set[str]()
            read = (_read(one, columns, former, sealed, there, faults) for one in entries)
            changed[sheet.key] = tuple(one for one in read if one is not None)
    return replace(batch, **changed), faults


class _Sealed:
    """Whether a row belongs to a sealed round: by its round, or by its meeting's."""

    def __init__(self, books: Books, batch: Batch) -> None:
        self._rounds = storage.merging.sealed_rounds(books)
        rounds = storage.rounds.rounds(books)
        self._held = {
            one.code: one.round for r in rounds for one in storage.rounds.meetings(books, r.code)
        }
        self._held |= {entry.value.code: entry.value.round for entry in batch.meetings}

    def holds(self, value: Any) -> bool:
        """Whether the row is one of a sealed round."""
        meeting = str(getattr(value, "meeting", "") or "")
        return (self._held.get(meeting) or str(getattr(value, "round", ""))) in self._rounds


def _read(
    entry: Entry[Any],
    columns: tuple[Column, ...],
    former: Mapping[str, str],
    sealed: _Sealed,
    there: set[str],
    faults: list[Fault],
) -> Entry[Any] | None:
    changed: dict[str, Any] = {}
    for column in columns:
        value: Any = getattr(entry.value, column.key)
        named = cast("tuple[str, ...]", value if isinstance(value, tuple) else (value,))
        old = next((code for code in named if code in former), "")
        if not old or sealed.holds(entry.value):
            continue
        told = {"found": old, "code": former[old]}
        if column.key == "code" and former[old] in there:
            faults.append(
                fault(entry.place, column.name, "fault.former_twice", fatal=False, **told)
            )
            return None
        now = tuple(dict.fromkeys(former.get(code, code) for code in named))
        changed[column.key] = now if isinstance(value, tuple) else now[0]
        faults.append(fault(entry.place, column.name, "fault.former_code", fatal=False, **told))
    return replace(entry, value=replace(entry.value, **changed)) if changed else entry
