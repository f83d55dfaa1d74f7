"""From the rows of somebody's list to what they say, field by field, and what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from khenthuong.domain.batch import Fault, Place
from khenthuong.domain.kinds import Duty, Gender, RatingLevel, RecipientKind, Subject, UnitKind
from khenthuong.domain.mapping import ListField
from khenthuong.domain.register import PartialDate
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.domain.years import Year
from khenthuong.exchange.cells import CellError, Noticed, Reading, convert, is_blank
from khenthuong.exchange.choices import find
from khenthuong.exchange.columns import Column, Kind
from khenthuong.exchange.lists.layout import ListRow, ListTable, kind_in, shown
from khenthuong.exchange.lists.legacy_text import Letters, to_unicode

_KINDS: Mapping[ListField, Kind] = {
    ListField.CODE: Kind.CODE,
    ListField.CCCD: Kind.CCCD,
    ListField.BORN: Kind.PARTIAL_DATE,
    ListField.BORN_MALE: Kind.PARTIAL_DATE,
    ListField.BORN_FEMALE: Kind.PARTIAL_DATE,
    ListField.JOINED: Kind.PARTIAL_DATE,
    ListField.DECISION_DATE: Kind.DATE,
    ListField.DECISION_NUMBER: Kind.NUMBER_TEXT,
    ListField.YEAR: Kind.YEAR,
    ListField.POINTS: Kind.DECIMAL,
}
_PAST = frozenset(
    {ListField.BORN, ListField.BORN_MALE, ListField.BORN_FEMALE, ListField.JOINED}
    | {ListField.DECISION_DATE}
)
_CHOICES: Mapping[ListField, type[StrEnum]] = {
    ListField.GENDER: Gender,
    ListField.RATING: RatingLevel,
}
_PERSON_ONLY = frozenset(
    {ListField.GENDER, ListField.BORN, ListField.BORN_MALE, ListField.BORN_FEMALE}
    | {ListField.ETHNIC, ListField.CCCD}
)
_AUTHORS = re.compile(r"[;\n]|,(?=\s*[^\W\d])")
_SALUTED = {"ong": Gender.MALE, "ba": Gender.FEMALE}
_SALUTATION = re.compile(r"(?i)^(\S+)\s+(?=\S+\s+\S)")
_UNIT_OPENINGS = (
    "truong|phong|ban|uy ban|ubnd|hoi|chi bo|dang uy|doan|thon|to dan pho|khu pho|cong ty|"
    "hop tac xa|htx|tram|trung tam|so|cong an|quan su|mat tran|xa|phuong|van phong|benh vien|"
    "chi cuc"
)
_UNIT_WORDS = tuple(_UNIT_OPENINGS.split("|"))


@dataclass
class ListRecord:
    """One row of a list in our own terms; `extra` are the columns kept as notes.

    `awards` are the words of the cells, codes of the list's own code lists already turned into
    names. `kind` is None where nothing tells whether it is a person, a unit or a household.
    """

    number: int
    name: str = ""
    kind: RecipientKind | None = None
    values: dict[ListField, Any] = field(default_factory=dict[ListField, Any])
    awards: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    duty: Duty | None = None
    subject: Subject | None = None
    unit_kind: UnitKind | None = None
    extra: dict[str, str] = field(default_factory=dict[str, str])
    section: str = ""

    def text(self, meant: ListField) -> str:
        """A text field, "" where the list has none."""
        return str(self.values.get(meant) or "")

    @property
    def born(self) -> PartialDate | None:
        """The birth date from whichever column holds it."""
        for meant in (ListField.BORN, ListField.BORN_MALE, ListField.BORN_FEMALE):
            if self.values.get(meant):
                return self.values[meant]
        return None

    @property
    def gender(self) -> Gender | None:
        """The gender: its own column, the column of the birth year, or Ông and Bà."""
        given: Gender | None = self.values.get(ListField.GENDER)
        if given is None and self.values.get(ListField.BORN_MALE):
            return Gender.MALE
        if given is None and self.values.get(ListField.BORN_FEMALE):
            return Gender.FEMALE
        return given or _SALUTED.get(fold(self.text(ListField.SALUTATION)))

    @property
    def decided(self) -> date | None:
        """The day of the decision."""
        return self.values.get(ListField.DECISION_DATE)

    @property
    def year(self) -> Year | None:
        """The year its own cell names."""
        return self.values.get(ListField.YEAR)

    @property
    def rating(self) -> RatingLevel | None:
        """The level of the year's rating."""
        return self.values.get(ListField.RATING)

    @property
    def points(self) -> Decimal | None:
        """The points of the year's rating."""
        return self.values.get(ListField.POINTS)


class RecordReader:
    """Reads the rows of one table by its mapping; collects what is wrong cell by cell."""

    def __init__(
        self,
        table: ListTable,
        meant: Sequence[ListField],
        letters: Mapping[int, Letters],
        codes: Mapping[str, str],
        reading: Reading,
    ) -> None:
        self._table = table
        self._meant = meant
        self._letters = letters
        self._codes = codes
        self._reading = reading
        self._title_kind = kind_in(table.title)
        used = {one for n, one in enumerate(meant) if table.values(n)}
        self._persons_only = bool(used & _PERSON_ONLY)
        self.faults: list[Fault] = []

    def records(self) -> tuple[ListRecord, ...]:
        """Every row that names somebody or something."""
        found = (self._record(row) for row in self._table.rows)
        return tuple(one for one in found if one is not None)

    def _record(self, row: ListRow) -> ListRecord | None:
        record = ListRecord(row.number, section=row.section)
        for column, meant in enumerate(self._meant):
            if meant is ListField.IGNORE or column >= len(row.cells):
                continue
            raw = row.cells[column]
            if column in row.broken and is_blank(raw):
                self._broken(row, column, meant)
            elif not is_blank(raw):
                self._take(record, column, meant, self._readable(raw, column))
        record.name = clean(record.name)
        if not record.name and not record.text(ListField.TITLE):
            if record.values or record.awards:
                self._tell(row.number, "", "list.row_without_name")
            return None
        record.kind = self._kind(record)
        self._unsalute(record)
        self._sort_category(record)
        return record

    def _readable(self, raw: object, column: int) -> object:
        if not isinstance(raw, str):
            return raw
        letters = self._letters.get(column, Letters.UNICODE)
        text = to_unicode(raw, letters)
        if letters is not Letters.UNICODE and self._meant[column] is ListField.NAME:
            # .VnTime has no capitals with a tone: «¸nh» in a name means «Ánh».
            text = " ".join(word[:1].upper() + word[1:] for word in text.split())
        return text

    def _take(self, record: ListRecord, column: int, meant: ListField, raw: object) -> None:
        text = shown(raw)
        named = self._codes.get(text, text)
        if meant is ListField.NAME:
            record.name = f"{record.name} {text}".strip()
        elif meant is ListField.AWARD:
            record.awards = tuple(dict.fromkeys((*record.awards, *_split(named))))
        elif meant is ListField.AUTHOR:
            record.authors = tuple(filter(None, (a.strip() for a in _AUTHORS.split(text))))
        elif meant is ListField.NOTE:
            record.extra[self._header(column)] = named
        elif meant in _CHOICES:
            self._choose(record, column, meant, text)
        elif meant in _KINDS:
            self._convert(record, column, meant, raw)
        else:
            record.values[meant] = named

    def _choose(self, record: ListRecord, column: int, meant: ListField, text: str) -> None:
        found = find(_CHOICES[meant], text)
        if found is None:
            record.extra[self._header(column)] = text
            here = self._header(column)
            self._tell(record.number, here, "list.kept_as_note", fatal=False, found=text)
        else:
            record.values[meant] = found

    def _convert(self, record: ListRecord, column: int, meant: ListField, raw: object) -> None:
        like = Column(meant.value, _KINDS[meant], self._header(column), past=meant in _PAST)
        try:
            value = convert(raw, like, self._reading)
        except CellError as error:
            self._told(record.number, column, error.code, error.arguments, fatal=True)
            return
        if isinstance(value, Noticed):
            self._told(record.number, column, value.code, value.arguments, fatal=False)
            value = value.value
        record.values[meant] = value

    def _kind(self, record: ListRecord) -> RecipientKind | None:
        """Its own cell, Ông or Bà, the heading above it, the title, the columns, the name."""
        told = kind_in(record.text(ListField.KIND))
        if told is None and fold(record.text(ListField.SALUTATION)) in _SALUTED:
            told = RecipientKind.PERSON
        heading = kind_in(record.section.split("\n")[0]) or kind_in(record.section)
        told = told or heading or self._title_kind
        if told is None:
            told = self._by_columns(record)
        return told

    def _by_columns(self, record: ListRecord) -> RecipientKind | None:
        if any(record.values.get(one) for one in _PERSON_ONLY):
            return RecipientKind.PERSON
        key = fold(record.name)
        if key.startswith(("ho ong ", "ho ba ", "ho gia dinh", "gia dinh ")):
            return RecipientKind.HOUSEHOLD
        if any(key.startswith(f"{word} ") for word in _UNIT_WORDS):
            # «Ban Văn Nam» can be a person: only where the list holds nothing of persons.
            return RecipientKind.UNIT if not self._persons_only else None
        if record.text(ListField.POSITION) or self._persons_only:
            return RecipientKind.PERSON
        headers = [self._table.headers[n] for n, m in enumerate(self._meant) if m is ListField.NAME]
        return _kind_of_header(headers[0] if headers else "")

    def _unsalute(self, record: ListRecord) -> None:
        """«Ông Nguyễn Văn A» in the name cell: the word before it is no part of the name."""
        first = _SALUTATION.match(record.name)
        if record.kind is RecipientKind.PERSON and first and fold(first[1]) in _SALUTED:
            record.name = record.name[first.end() :]
            record.values.setdefault(ListField.SALUTATION, first[1])
        word = record.text(ListField.SALUTATION)
        if word and fold(word) not in _SALUTED:
            record.extra.setdefault(self._header_of(ListField.SALUTATION), word)

    def _sort_category(self, record: ListRecord) -> None:
        text = record.text(ListField.CATEGORY)
        if not text:
            return
        if record.kind is RecipientKind.PERSON:
            record.duty, record.subject = _duty(fold(text)), _subject(text)
            known = record.duty or record.subject
        else:
            record.unit_kind = _unit_kind(text) if record.kind is RecipientKind.UNIT else None
            known = record.unit_kind
        if known is None:
            record.extra.setdefault(self._header_of(ListField.CATEGORY), text)

    def _broken(self, row: ListRow, column: int, meant: ListField) -> None:
        # An error of a note or of a code beside its words harms nothing.
        if meant is not ListField.NOTE:
            value = row.broken[column]
            code = "fault.cell_error" if value else "fault.not_computed"
            self._tell(row.number, self._header(column), code, found=value)

    def _header(self, column: int) -> str:
        return " ".join(self._table.headers[column].split()) or f"#{column + 1}"

    def _header_of(self, meant: ListField) -> str:
        return next((self._header(n) for n, m in enumerate(self._meant) if m is meant), meant.value)

    def _told(
        self, row: int, column: int, code: str, arguments: Mapping[str, object], *, fatal: bool
    ) -> None:
        place = Place(self._table.sheet, row, self._header(column))
        self.faults.append(Fault(place, code, MappingProxyType(dict(arguments)), fatal=fatal))

    def _tell(
        self, row: int, column: str, code: str, /, *, fatal: bool = True, **arguments: object
    ) -> None:
        place = Place(self._table.sheet, row, column)
        self.faults.append(Fault(place, code, MappingProxyType(arguments), fatal=fatal))


def _kind_of_header(header: str) -> RecipientKind | None:
    key = fold(header)
    if "ho va ten" in key or "ho ten" in key or key.startswith("ho dem"):
        return RecipientKind.PERSON
    if "chu ho" in key:
        return RecipientKind.HOUSEHOLD
    if kind_in(header) is not None:
        return kind_in(header)
    only_unit = "don vi" in key and "ca nhan" not in key
    return RecipientKind.UNIT if only_unit else None


def _split(text: str) -> tuple[str, ...]:
    """Several awards in one cell, by line or «;»."""
    return tuple(filter(None, (clean(part) for part in re.split(r"[;\n]", text))))


def _duty(folded: str) -> Duty | None:
    if "truc tiep" in folded:
        return Duty.DIRECT
    return Duty.LEADER if "lanh dao" in folded else None


def _subject(text: str) -> Subject | None:
    found = find(Subject, text)
    return found if isinstance(found, Subject) else None


def _unit_kind(text: str) -> UnitKind | None:
    found = find(UnitKind, text)
    if isinstance(found, UnitKind):
        return found
    folded = fold(text)
    words = (
        ("hanh chinh", UnitKind.OFFICE),
        ("doanh nghiep", UnitKind.ENTERPRISE),
        ("hop tac xa", UnitKind.COOPERATIVE),
        ("truong", UnitKind.SCHOOL),
    )
    several = [kind for word, kind in words if word in folded]
    return several[0] if len(several) == 1 and "su nghiep" not in folded else None
