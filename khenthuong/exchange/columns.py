"""What columns and sheets of the import workbook are made of; the sheets themselves are data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cached_property, lru_cache
from typing import Any

from khenthuong.domain.vietnamese import fold
from khenthuong.texts import workbook as words

RECIPIENTS = ("units", "persons", "households")
"""The sheets whose Mã names a recipient («Mã đối tượng»)."""

_PARENTHESES = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class Kind(Enum):
    """What a cell holds; decides how it is read, written and explained."""

    TEXT = auto()
    LONG_TEXT = auto()
    NUMBER_TEXT = auto()  # Số quyết định …: text that Excel must not turn into a date
    CODE = auto()
    REFERENCE = auto()
    REFERENCES = auto()
    PATHS = auto()
    INTEGER = auto()
    DECIMAL = auto()
    SIGNED = auto()  # points, which may be taken off
    FIGURE = auto()  # a target's value, kept as written
    DATE = auto()
    PARTIAL_DATE = auto()
    YEAR = auto()
    CHOICE = auto()
    MARK = auto()
    CCCD = auto()
    AWARD = auto()  # becomes the catalogue's id; must be known
    AWARD_NAME = auto()  # kept as written when the catalogue does not know it


@dataclass(frozen=True)
class Column:
    """One column: `key` is the attribute of the domain value, `header` what the sheet prints.

    `points_to`: sheets whose Mã the cell holds. `past`: a day after today is a fault.
    """

    key: str
    kind: Kind
    header: str = ""
    required: bool = False
    choices: type[StrEnum] | None = None
    points_to: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    past: bool = False

    @cached_property
    def name(self) -> str:
        """The header without its explanation: what faults and `Place.column` call it."""
        return bare(self.header)


@dataclass(frozen=True)
class Sheet:
    """One sheet: `key` is the field of `Batch`, `value` the domain class of its rows.

    `natural_key`: attributes that tell rows apart. `identity`: attributes from which a missing Mã
    is made, with `prefix` before it. `spans`: pairs of attributes (from, to) in order of time.
    `one_of`: attributes of which at least one must be filled.
    """

    key: str
    value: type[Any]
    columns: tuple[Column, ...]
    natural_key: tuple[str, ...]
    prefix: str = ""
    identity: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()
    one_of: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The sheet's name in the workbook."""
        return words.SHEETS[self.key]

    @property
    def has_codes(self) -> bool:
        """Whether its rows have a Mã."""
        return bool(self.prefix)

    def column(self, key: str) -> Column:
        """The column of that attribute; KeyError for none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


def bare(header: str) -> str:
    """A header without what stands in parentheses: «Trực thuộc (Mã)» → «Trực thuộc»."""
    return " ".join(_PARENTHESES.sub(" ", header).split())


@lru_cache(maxsize=4096)
def match_key(name: str) -> str:
    """How sheet and column names are compared: no parentheses, marks, case, spaces, dashes."""
    return _NOT_PLAIN.sub("", fold(_PARENTHESES.sub(" ", name)))


@lru_cache(maxsize=4096)
def choice_key(text: str) -> str:
    """How words of a choice are compared; comparison signs count, punctuation does not."""
    return re.sub(r"[^a-z0-9<>=\u2264\u2265]+", "", fold(text))


def sheet_of(
    key: str,
    value: type[Any],
    natural_key: tuple[str, ...],
    columns: tuple[Column, ...],
    **more: Any,
) -> Sheet:
    """A sheet with the headers that `texts` has for its key."""
    headers = words.HEADERS[key]
    named = tuple(
        Column(c.key, c.kind, headers[c.key], c.required, c.choices, c.points_to, c.aliases, c.past)
        for c in columns
    )
    return Sheet(key, value, named, natural_key, **more)


def text(key: str, *aliases: str, required: bool = False, long: bool = False) -> Column:
    """Plain text."""
    kind = Kind.LONG_TEXT if long else Kind.TEXT
    return Column(key, kind, required=required, aliases=aliases)


def document_number(key: str, *aliases: str) -> Column:
    """A number of a paper, which Excel must not turn into a date."""
    return Column(key, Kind.NUMBER_TEXT, aliases=aliases)


def code() -> Column:
    """The row's own Mã."""
    return Column("code", Kind.CODE, aliases=("ma so",))


def reference(
    key: str, *sheets: str, required: bool = False, aliases: tuple[str, ...] = ()
) -> Column:
    """The Mã of a row of other sheets."""
    return Column(key, Kind.REFERENCE, required=required, points_to=sheets, aliases=aliases)


def references(key: str, *sheets: str, required: bool = False) -> Column:
    """Several Mã."""
    return Column(key, Kind.REFERENCES, required=required, points_to=sheets)


def recipient(key: str = "recipient", *, required: bool = True) -> Column:
    """The Mã of a unit, person or household."""
    return reference(key, *RECIPIENTS, required=required, aliases=("doi tuong", "ma"))


def choice(key: str, choices: type[StrEnum], *, required: bool = False) -> Column:
    """One of a closed list."""
    return Column(key, Kind.CHOICE, required=required, choices=choices)


def day(key: str, *aliases: str, required: bool = False, past: bool = False) -> Column:
    """A full date."""
    return Column(key, Kind.DATE, required=required, aliases=aliases, past=past)


def partial_day(key: str, *, required: bool = False) -> Column:
    """A date of which only month or year may be known."""
    return Column(key, Kind.PARTIAL_DATE, required=required, past=True)


def year() -> Column:
    """A calendar or school year."""
    return Column("year", Kind.YEAR, required=True, aliases=("nam hoc",))


def integer(key: str, *aliases: str, required: bool = False) -> Column:
    """A whole number."""
    return Column(key, Kind.INTEGER, required=required, aliases=aliases)
