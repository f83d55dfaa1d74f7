"""Reads the import workbook into a `Batch`, with every fault at its cell.

Only what the workbook itself can tell is judged here; what needs the books (whether a Mã exists,
whether a form knows a question) is judged by the importing service.
"""

from __future__ import annotations

import difflib
import hashlib
from base64 import b32encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from khenthuong.domain.batch import Batch, Entry, Fault, Place
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.domain.years import Year
from khenthuong.errors import WorkbookError
from khenthuong.exchange.cells import (
    CellError,
    MatchAward,
    Noticed,
    Reading,
    convert,
    is_blank,
    to_text,
)
from khenthuong.exchange.columns import Column, Kind, Sheet, bare, match_key
from khenthuong.exchange.row_checks import SheetChecks, check_together
from khenthuong.exchange.sheets import OWN_SHEETS, SHEETS, find_sheet, header_keys
from khenthuong.exchange.workbook_file import Grid, open_grids
from khenthuong.texts import show
from khenthuong.texts import workbook as words

HEADER_ROWS = 10
"""The header is looked for in so many rows from the top."""

_IGNORED = frozenset({"stt", "tt", "sothutu", match_key(words.HINT_HEADER)})
_NEAR = 0.6
_NOT_BROKEN: Mapping[tuple[int, int], str] = MappingProxyType({})
_NO_EXTRA: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Header:
    """Where a sheet's columns lie: row and columns from 0; `extras` by their own names."""

    row: int
    columns: Mapping[int, Column]
    extras: Mapping[int, str]
    repeated: tuple[str, ...] = ()


def read_workbook(
    path: Path,
    match_award: MatchAward,
    *,
    award_names: Sequence[str] = (),
    today: date | None = None,
) -> tuple[Batch, list[Fault]]:
    """The rows of a workbook and everything wrong in it, in the order of the sheets.

    `match_award` gives the catalogue's (id, name) for a name or abbreviation, `award_names` are
    offered when it gives None; `today` (the computer's day) is the last day a past date may be.
    With fatal faults the batch holds every row still, with stand-ins for what could not be read:
    good for further checks, never for writing. Raises WorkbookError, with the remedy, for a file
    that is no readable .xlsx or holds none of the sheets.
    """
    reader = _Reader(Reading(today or date.today(), match_award, _near_names(award_names)))
    with open_grids(path) as grids:
        for grid in grids:
            reader.read(grid)
    if not reader.known:
        raise WorkbookError(
            "fault.book_no_sheets",
            file=path.name,
            sheets=", ".join(f"«{sheet.name}»" for sheet in SHEETS),
        )
    batch = Batch(**{key: tuple(entries) for key, entries in reader.entries.items()})
    return batch, [*reader.faults, *check_together(batch)]


def find_header(rows: Sequence[Sequence[Any]], sheet: Sheet) -> Header | None:
    """The row among the first ten with most of the sheet's columns; None where none is known."""
    known = header_keys(sheet.key)
    best: Header | None = None
    for number, row in enumerate(rows[:HEADER_ROWS]):
        header = _header_of(number, row, known)
        if header.columns and (best is None or len(header.columns) > len(best.columns)):
            best = header
    return best


def _header_of(number: int, row: Sequence[Any], known: Mapping[str, Column]) -> Header:
    columns: dict[int, Column] = {}
    extras: dict[int, str] = {}
    repeated: list[str] = []
    for place, raw in enumerate(row):
        name = clean(raw) if isinstance(raw, str) else ""
        column = known.get(match_key(name)) if name else None
        if column is not None and column in columns.values():
            repeated.append(column.name)
        elif column is not None:
            columns[place] = column
        elif match_key(name) not in _IGNORED:
            extras[place] = bare(name.replace("\n", " ")) or column_letters(place)
    return Header(number, columns, extras, tuple(repeated))


def column_letters(place: int) -> str:
    """Excel's letters of a column counted from 0: 0 → A, 26 → AA."""
    letters, rest = "", place + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _near_names(names: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    by_key = {fold(name): name for name in names}

    def near(text: str) -> tuple[str, ...]:
        found = difflib.get_close_matches(fold(text), list(by_key), n=3, cutoff=_NEAR)
        return tuple(by_key[key] for key in found)

    return near


class _Reader:
    """Collects entries and faults sheet by sheet."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.entries: dict[str, list[Entry[Any]]] = {}
        self.faults: list[Fault] = []
        self.known = False
        self._checks: dict[str, SheetChecks] = {}

    def read(self, grid: Grid) -> None:
        sheet = find_sheet(grid.name)
        if sheet is None:
            self._tell_unknown(grid)
            return
        self.known = True
        header = find_header(grid.rows, sheet)
        if header is None:
            if any(not is_blank(cell) for row in grid.rows for cell in row):
                self._fault(
                    Place(sheet.name),
                    "fault.no_header",
                    rows=HEADER_ROWS,
                    columns=", ".join(f"«{c.name}»" for c in sheet.columns),
                )
            return
        page = _Page(sheet, header, grid, self._reading)
        self._read_page(page)

    def _read_page(self, page: _Page) -> None:
        sheet = page.sheet
        for name in page.header.repeated:
            self._fault(
                Place(sheet.name, page.header.row + 1, name), "fault.column_repeated", column=name
            )
        rows = list(page.rows())
        if rows:
            self._check_columns(page)
        checks = self._checks.setdefault(sheet.key, SheetChecks(sheet))
        entries = self.entries.setdefault(sheet.key, [])
        for number in rows:
            entry, faults = page.read_row(number)
            self.faults += faults
            if entry is None:
                continue
            sound = not any(fault.fatal for fault in faults)
            told = checks.look(entry, made=page.code_made, sound=sound)
            self.faults += told
            if not any(fault.code == "fault.row_repeated" for fault in told):
                entries.append(entry)

    def _check_columns(self, page: _Page) -> None:
        here = set(page.header.columns.values())
        for column in page.sheet.columns:
            if column.required and column not in here:
                self._fault(
                    Place(page.sheet.name, page.header.row + 1, column.name),
                    "fault.column_missing",
                    column=column.name,
                )

    def _tell_unknown(self, grid: Grid) -> None:
        if match_key(grid.name) in OWN_SHEETS or not grid.rows:
            return
        near = difflib.get_close_matches(
            match_key(grid.name), [match_key(s.name) for s in SHEETS], n=1, cutoff=_NEAR
        )
        name = next((s.name for s in SHEETS if near and match_key(s.name) == near[0]), "")
        code = "fault.sheet_unknown_near" if name else "fault.sheet_unknown"
        self.faults.append(
            Fault(
                Place(grid.name),
                code,
                MappingProxyType({"sheet": grid.name, "near": name}),
                fatal=False,
            )
        )

    def _fault(self, place: Place, code: str, **arguments: object) -> None:
        self.faults.append(Fault(place, code, MappingProxyType(arguments)))


class _Page:
    """One sheet of the workbook while its rows are read."""

    def __init__(self, sheet: Sheet, header: Header, grid: Grid, reading: Reading) -> None:
        self.sheet = sheet
        self.header = header
        self.code_made = False
        self._grid = grid
        self._reading = reading
        self._first = next((at for at, c in header.columns.items() if c is sheet.columns[0]), None)
        # What equal cells of a column gave: sheets repeat themselves.
        self._plan: list[tuple[int, Column, dict[tuple[type[Any], Any], Any]]] = [
            (at, column, {}) for at, column in header.columns.items()
        ]
        self._broken_rows = frozenset(row for row, _ in grid.broken)
        self._absent = {
            # Of columns of which one is enough, a blank one stays unknown.
            column.key: None if column.key in sheet.one_of else _stand_in(column, reading.today)
            for column in sheet.columns
            if column.key in _without_default(sheet.value)
        }

    def rows(self) -> Iterator[int]:
        """Numbers (from 0) of the rows below the header that hold something known."""
        for number in range(self.header.row + 1, len(self._grid.rows)):
            row = self._grid.rows[number]
            if number in self._broken_rows or any(
                row[at] != "" and not is_blank(row[at]) for at in self.header.columns
            ):
                yield number

    def read_row(self, number: int) -> tuple[Entry[Any] | None, list[Fault]]:
        """The row as an entry, None for an example; and what is wrong in it."""
        row = self._grid.rows[number]
        place = Place(self.sheet.name, number + 1)
        if self._is_example(row):
            return None, self._example_faults(row, place)
        values: dict[str, Any] = dict(self._absent)
        faults: list[Fault] = []
        broken = self._grid.broken if number in self._broken_rows else _NOT_BROKEN
        for at, column, remembered in self._plan:
            raw = row[at]
            if raw == "" and not column.required and not broken:
                continue
            key: tuple[type[Any], Any] = (raw.__class__, raw)
            if key in remembered:
                values[column.key] = remembered[key]
                continue
            count = len(faults)
            self._read_cell(raw, broken.get((number, at)), column, place, values, faults)
            if len(faults) == count and column.key in values and column.kind is not Kind.AWARD_NAME:
                remembered[key] = values[column.key]
        if self.sheet.key == "office" and not values.get("value"):
            return None, []
        self.code_made = False
        if self.sheet.has_codes and not values.get("code"):
            values["code"] = made_code(self.sheet, values)
            self.code_made = True
        value = self.sheet.value(**values)
        return Entry(place, value, self._extra(row)), faults

    def _read_cell(
        self,
        raw: Any,
        broken: str | None,
        column: Column,
        place: Place,
        values: dict[str, Any],
        faults: list[Fault],
    ) -> None:
        here = Place(place.sheet, place.row, column.name)
        if broken is not None and is_blank(raw):
            code = "fault.cell_error" if broken else "fault.not_computed"
            faults.append(Fault(here, code, MappingProxyType({"found": broken})))
            return
        if is_blank(raw):
            if column.required and self.sheet.key != "office":
                faults.append(
                    Fault(here, "fault.required", MappingProxyType({"column": column.name}))
                )
            return
        try:
            value = convert(raw, column, self._reading)
        except CellError as error:
            faults.append(Fault(here, error.code, MappingProxyType(error.arguments)))
            return
        if isinstance(value, Noticed):
            faults.append(
                Fault(here, value.code, MappingProxyType(dict(value.arguments)), fatal=False)
            )
            value = value.value
        if column.kind is Kind.AWARD_NAME:
            values["award"], values["award_name"] = value
        else:
            values[column.key] = value

    def _extra(self, row: Sequence[Any]) -> Mapping[str, str]:
        extra = {
            name: _shown(row[place])
            for place, name in self.header.extras.items()
            if not is_blank(row[place])
        }
        return MappingProxyType(extra) if extra else _NO_EXTRA

    def _is_example(self, row: Sequence[Any]) -> bool:
        raw = row[self._first] if self._first is not None else ""
        if not isinstance(raw, str) or words.EXAMPLE_MARK not in raw.upper():
            return False
        return clean(raw).upper().startswith(words.EXAMPLE_MARK)

    def _example_faults(self, row: Sequence[Any], place: Place) -> list[Fault]:
        """An example that somebody wrote over is left out too, but not in silence."""
        example = words.EXAMPLES[self.sheet.key]
        here = {
            column.key: _shown(row[at])
            for at, column in self.header.columns.items()
            if not is_blank(row[at])
        }
        if here == {key: str(value) for key, value in example.items()}:
            return []
        arguments = {"mark": words.EXAMPLE_MARK}
        column = self.sheet.columns[0].name
        return [
            Fault(
                Place(place.sheet, place.row, column),
                "fault.example_changed",
                MappingProxyType(arguments),
                fatal=False,
            )
        ]


def made_code(sheet: Sheet, values: Mapping[str, Any]) -> str:
    """A Mã from what the row says of itself, the same wherever and beside whomever it stands."""
    parts = (_identity_part(values.get(key)) for key in sheet.identity)
    digest = hashlib.sha256("\0".join((sheet.key, *parts)).encode()).digest()
    return f"{sheet.prefix}-{b32encode(digest[:5]).decode()}"


def _identity_part(value: Any) -> str:
    if value is None:
        return ""
    text = value.iso if hasattr(value, "iso") else show(value)
    return " ".join(clean(text).casefold().split())


def _shown(raw: Any) -> str:
    try:
        return to_text(raw)
    except CellError as error:
        return str(error.arguments.get("found", ""))


def _without_default(value: type[Any]) -> frozenset[str]:
    return frozenset(
        f.name for f in fields(value) if f.default is MISSING and f.default_factory is MISSING
    )


def _stand_in(column: Column, today: date) -> Any:
    """What a row holds where a required cell is missing or wrong; such a row is never written."""
    if column.kind in (Kind.DATE, Kind.PARTIAL_DATE):
        return today
    if column.kind is Kind.YEAR:
        return Year(today.year)
    if column.kind is Kind.CHOICE and column.choices is not None:
        return next(iter(column.choices))
    if column.kind in (Kind.REFERENCES, Kind.PATHS):
        return ()
    return 0 if column.kind is Kind.INTEGER else ""
