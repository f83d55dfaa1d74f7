"""Every Mã of a workbook against the workbook and the books; names may stand for a Mã."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from khenthuong import storage
from khenthuong.domain.batch import Batch, Entry, Fault, Place
from khenthuong.domain.vietnamese import fold
from khenthuong.exchange.columns import RECIPIENTS, Column, Kind
from khenthuong.exchange.sheets import BY_KEY, SHEETS
from khenthuong.storage import Books

_MOST_NEAR = 3
_NEAR = 0.6
_MOST_SEARCHED = 40  # near codes are sought for so many wrong ones, then no longer
_HIERARCHIES = (("units", "parent"), ("movements", "parent"))


class Known:
    """Codes with names by sheet: what the books hold and what the workbook brings."""

    def __init__(self, books: Books, batch: Batch) -> None:
        self.in_books = {key: dict(found) for key, found in _in_books(books)}
        self._names: dict[str, dict[str, str]] = {
            key: {**found, **_coming(batch, key)} for key, found in self.in_books.items()
        }
        self._folded: dict[tuple[str, ...], dict[str, set[str]]] = {}
        self._searched = 0

    def has(self, sheets: Iterable[str], code: str) -> bool:
        """Whether one of the sheets (or its table) has the code, exactly."""
        return any(code in self._names[sheet] for sheet in sheets)

    def meant(self, sheets: tuple[str, ...], text: str) -> set[str]:
        """The codes whose code or name is typed like this, whatever case and marks."""
        if sheets not in self._folded:
            folded: defaultdict[str, set[str]] = defaultdict(set)
            for sheet in sheets:
                for code, name in self._names[sheet].items():
                    folded[fold(code)].add(code)
                    folded[fold(name)].add(code)
            self._folded[sheets] = folded
        return self._folded[sheets].get(fold(text), set())

    def near(self, sheets: tuple[str, ...], text: str) -> tuple[str, ...]:
        """Codes (with names) that look like a wrong one, nearest first."""
        self._searched += 1
        if self._searched > _MOST_SEARCHED:
            return ()
        self.meant(sheets, text)
        found = difflib.get_close_matches(fold(text), list(self._folded[sheets]), _MOST_NEAR, _NEAR)
        codes = dict.fromkeys(code for key in found for code in sorted(self._folded[sheets][key]))
        return tuple(self.described(sheets, code) for code in list(codes)[:_MOST_NEAR])

    def described(self, sheets: Iterable[str], code: str) -> str:
        """«CN01 (Vi Thị Nhài)»."""
        name = next((self._names[s][code] for s in sheets if code in self._names[s]), "")
        return f"{code} ({name})" if name else code


def resolve(books: Books, batch: Batch) -> tuple[Batch, list[Fault], Known]:
    """The batch with names replaced by codes, and what points nowhere."""
    known = Known(books, batch)
    faults: list[Fault] = []
    changed: dict[str, tuple[Entry[Any], ...]] = {}
    for sheet in SHEETS:
        columns = tuple(c for c in sheet.columns if c.points_to)
        if columns:
            entries: tuple[Entry[Any], ...] = getattr(batch, sheet.key)
            changed[sheet.key] = tuple(_resolved(e, columns, known, faults) for e in entries)
    batch = replace(batch, **changed)
    faults += _taken_codes(batch, known)
    faults += _circles(batch, books)
    faults += _not_nominated(batch, books)
    return batch, faults, known


def _resolved(
    entry: Entry[Any], columns: Iterable[Column], known: Known, faults: list[Fault]
) -> Entry[Any]:
    changed: dict[str, Any] = {}
    for column in columns:
        value: Any = getattr(entry.value, column.key)
        single = (value,) if value else ()
        codes: tuple[str, ...] = value if column.kind is Kind.REFERENCES else single
        if all(known.has(column.points_to, code) for code in codes):
            continue
        found = tuple(_resolve(code, column, entry.place, known, faults) for code in codes)
        changed[column.key] = found if column.kind is Kind.REFERENCES else found[0]
    return replace(entry, value=replace(entry.value, **changed)) if changed else entry


def _resolve(text: str, column: Column, place: Place, known: Known, faults: list[Fault]) -> str:
    sheets = column.points_to
    if known.has(sheets, text):
        return text
    meant = known.meant(sheets, text)
    if len(meant) == 1:
        found = next(iter(meant))
        faults.append(
            fault(place, column.name, "fault.code_by_name", fatal=False, found=text, code=found)
        )
        return found
    if meant:
        near = tuple(known.described(sheets, one) for one in sorted(meant))
        faults.append(fault(place, column.name, "fault.code_ambiguous", found=text, near=near))
        return text
    near = known.near(sheets, text)
    names = ", ".join(f"«{BY_KEY[sheet].name}»" for sheet in sheets)
    told = "fault.code_unknown_near" if near else "fault.code_unknown"
    faults.append(fault(place, column.name, told, found=text, sheets=names, near=near))
    return text


def _taken_codes(batch: Batch, known: Known) -> Iterator[Fault]:
    """A code of the books that names another kind of recipient; a person known by another code."""
    for key in RECIPIENTS:
        others = [other for other in RECIPIENTS if other != key]
        entries: tuple[Entry[Any], ...] = getattr(batch, key)
        for entry in entries:
            code = entry.value.code
            for other in others:
                if code in known.in_books[other]:
                    yield fault(
                        entry.place,
                        BY_KEY[key].column("code").name,
                        "fault.code_taken",
                        found=code,
                        kind=BY_KEY[other].name.lower(),
                        name=known.in_books[other][code],
                    )


def same_persons(books: Books, batch: Batch, known: Known) -> list[Fault]:
    """New persons whose name and birth date the books have under another code."""
    new = [
        e
        for e in batch.persons
        if e.value.born is not None and e.value.code not in known.in_books["persons"]
    ]
    if not new:
        return []
    by_name = {
        (fold(person.name), person.born.iso): code
        for code, person in storage.register.persons(books).items()
        if person.born is not None
    }
    column = BY_KEY["persons"].column("name").name
    return [
        fault(
            entry.place,
            column,
            "fault.maybe_in_books",
            fatal=False,
            name=entry.value.name,
            key=by_name[key],
        )
        for entry in new
        if entry.value.born is not None
        and (key := (fold(entry.value.name), entry.value.born.iso)) in by_name
    ]


def _circles(batch: Batch, books: Books) -> Iterator[Fault]:
    """A unit (or movement) that is, over some steps, its own parent."""
    for key, field in _HIERARCHIES:
        entries: tuple[Entry[Any], ...] = getattr(batch, key)
        if not entries:
            continue
        stored: Mapping[str, Any] = (
            storage.register.units(books) if key == "units" else storage.movements.movements(books)
        )
        parents = {code: getattr(value, field) for code, value in stored.items()}
        parents.update({e.value.code: getattr(e.value, field) for e in entries})
        for entry in entries:
            if _in_circle(entry.value.code, parents):
                yield fault(
                    entry.place,
                    BY_KEY[key].column(field).name,
                    "fault.parent_is_self",
                    found=getattr(entry.value, field),
                )


def _in_circle(code: str, parents: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    current = parents.get(code, "")
    while current and current not in seen:
        if current == code:
            return True
        seen.add(current)
        current = parents.get(current, "")
    return False


def _not_nominated(batch: Batch, books: Books) -> Iterator[Fault]:
    """Votes and answers for what is not nominated in their round: told, not refused."""
    if not batch.votes and not batch.answers:
        return
    rounds = [one.code for one in storage.rounds.rounds(books)]
    nominated = {
        (code, n.recipient, n.award)
        for code in rounds
        for n in storage.rounds.nominations(books, code)
    }
    nominated |= {(e.value.round, e.value.recipient, e.value.award) for e in batch.nominations}
    recipients = {(code, who) for code, who, _ in nominated}
    round_of = {m.code: code for code in rounds for m in storage.rounds.meetings(books, code)}
    round_of.update({e.value.code: e.value.round for e in batch.meetings})
    for vote in batch.votes:
        one = vote.value
        code = round_of.get(one.meeting, "")
        if code and (code, one.recipient, one.award) not in nominated:
            yield _no_nomination(vote, "votes", code)
    for answer in batch.answers:
        if (answer.value.round, answer.value.recipient) not in recipients:
            yield _no_nomination(answer, "answers", answer.value.round)


def _no_nomination(entry: Entry[Any], sheet: str, round_code: str) -> Fault:
    column = BY_KEY[sheet].column("recipient").name
    return fault(
        entry.place,
        column,
        "fault.not_nominated",
        fatal=False,
        round=round_code,
        found=entry.value.recipient,
    )


def fault(
    place: Place, column: str, code: str, /, *, fatal: bool = True, **arguments: object
) -> Fault:
    """A fault in a column of an entry's row."""
    here = Place(place.sheet, place.row, column)
    return Fault(here, code, MappingProxyType(arguments), fatal=fatal)


def _coming(batch: Batch, key: str) -> dict[str, str]:
    entries: tuple[Entry[Any], ...] = getattr(batch, key)
    return {e.value.code: _name(e.value) for e in entries}


def _name(value: Any) -> str:
    return str(getattr(value, "name", ""))


def _in_books(books: Books) -> Iterator[tuple[str, dict[str, str]]]:
    binned = storage.search.codes(books, binned=True)
    register = storage.register
    yield "units", _names(register.units(books, keep=binned))
    yield "persons", _names(register.persons(books, keep=binned))
    yield "households", _names(register.households(books, keep=binned))
    yield "movements", _names(storage.movements.movements(books))
    yield "initiatives", _names(storage.records.initiatives(books))
    yield "achievements", _names(storage.records.achievements(books))
    yield "examples", {one.code: one.name for one in storage.examples.examples(books)}
    yield "clusters", _names(storage.clusters.clusters(books))
    rounds = storage.rounds.rounds(books)
    yield "rounds", {one.code: one.name for one in rounds}
    yield (
        "meetings",
        {m.code: "" for one in rounds for m in storage.rounds.meetings(books, one.code)},
    )


def _names(found: Mapping[str, Any]) -> dict[str, str]:
    return {code: _name(value) for code, value in found.items()}
