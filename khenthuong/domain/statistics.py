"""Statistics as frozen values: what is counted, how a table counts it, and what it came to.

A `Line` is one thing that may be counted (an award won, a proposal submitted, a movement, a sum of
money) with what is known of it by `Dimension`. Rows and columns of a table are tests over those
dimensions; a cell keeps the lines it counted, so that every figure can be opened. What is not known
of a line is absent: it is counted nowhere that asks for it, and told in a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from khenthuong.domain.kinds import Checked
from khenthuong.domain.years import Year

MILLION = 1_000_000
TENTH = Decimal("0.1")


class Dimension(StrEnum):
    """What a line may be told apart by."""

    SOURCE = "nguon"
    RECIPIENT = "loai_doi_tuong"
    AWARD = "danh_hieu_hinh_thuc"
    LEVEL = "cap_quyet_dinh"
    MANNER = "phuong_thuc"
    DUTY = "phan_loai"
    SUBJECT = "doi_tuong"
    ENTERPRISE = "doanh_nghiep"
    GENDER = "gioi_tinh"
    ETHNIC = "dan_toc"
    UNIT = "tap_the"
    UNIT_KIND = "loai_tap_the"
    SECTOR = "khu_vuc"
    SMALL = "tap_the_nho"
    YEAR = "nam"
    LAUNCHED_BY = "cap_phat_dong"
    LENGTH = "thoi_han"
    MOVEMENT_KIND = "hinh_thuc_thi_dua"
    FLOW = "thu_chi"
    CATEGORY = "khoan"
    FUND = "nguon_quy"


class Source(StrEnum):
    """What a line is."""

    WON = "da_khen"
    SUBMITTED = "da_trinh"
    MOVEMENT = "phong_trao"
    MONEY = "quy"


class Manner(StrEnum):
    """Phương thức khen thưởng, as the statutory tables divide it."""

    MERIT = "cong_trang"
    TOPICAL = "chuyen_de"
    SUDDEN = "dot_xuat"
    FOREIGN = "doi_ngoai"
    SERVICE = "cong_hien"
    TERM = "nien_han"
    RESISTANCE = "khang_chien"


class Level(StrEnum):
    """Who decided, as the statutory tables divide it: cấp Nhà nước, cấp tỉnh, cấp xã."""

    STATE = "nha_nuoc"
    PROVINCE = "tinh"
    COMMUNE = "xa"
    OTHER = "khac"


class Length(StrEnum):
    """Thời hạn of a movement."""

    UNDER_ONE = "duoi_1"
    ONE = "1"
    TO_THREE = "1_den_3"
    TO_FIVE = "3_den_5"
    OVER_FIVE = "tu_5"


Where = tuple[tuple[Dimension, tuple[str, ...]], ...]
"""A test: for every dimension named, one of the values. An empty one lets everything pass."""
EVERYTHING: Where = ()


@dataclass(frozen=True)
class Span:
    """The period of a table, both days included."""

    first: date
    last: date

    @classmethod
    def of_years(cls, first: int, last: int | None = None) -> Span:
        """The calendar years from `first` to `last` (or the one)."""
        return cls(date(first, 1, 1), date(last or first, 12, 31))

    @property
    def year(self) -> int | None:
        """The year where it is exactly one calendar year."""
        whole = Span.of_years(self.first.year) == self
        return self.first.year if whole else None

    def holds(self, day: date | None, year: Year) -> bool:
        """Whether something decided on `day` falls in; by its award year where no day is known."""
        if day is not None:
            return self.first <= day <= self.last
        return self.first.year <= year.end <= self.last.year


@dataclass(frozen=True)
class Line:
    """One thing to count; `key` is its natural key, `amount` đồng where it is money.

    `recipient` is the Mã it opens ("" = none), `what` the award or content in words.
    """

    source: Source
    key: tuple[str, ...]
    year: Year
    name: str
    what: str
    recipient: str = ""
    unit_name: str = ""
    number: str = ""
    day: date | None = None
    amount: int = 0
    facts: Mapping[Dimension, str] = field(default_factory=dict[Dimension, str])

    def passes(self, where: Where) -> bool:
        """Whether it is known to fulfil the test."""
        return all(self.facts.get(dimension) in values for dimension, values in where)


class Measure(StrEnum):
    """What a column says of the lines it took."""

    COUNT = "so_luong"
    SHARE = "ty_le"
    MONEY = "trieu_dong"
    DONG = "dong"
    BLANK = "de_trong"
    TEXT = "chu"


class RowKind(StrEnum):
    """A line that heads others, one with figures, and the sum of those with figures."""

    HEADING = "nhom"
    FIGURES = "so_lieu"
    BLANK = "de_trong"
    TOTAL = "cong"


@dataclass(frozen=True)
class Column:
    """A column of figures; `number` as printed under its head («7», «1=(2+3+4)»).

    `of` = (numerator, denominator) by column keys, of a share. `text` is the head in words, levels
    parted by «|»; columns side by side with the same level share one head cell.
    """

    key: str
    measure: Measure = Measure.COUNT
    where: Where = EVERYTHING
    of: tuple[str, str] = ("", "")
    number: str = ""
    text: str = ""


@dataclass(frozen=True)
class Row:
    """A row; `marks` are the printed cells before the figures (STT, tên, mã số, đơn vị)."""

    key: str
    kind: RowKind = RowKind.FIGURES
    where: Where = EVERYTHING
    marks: tuple[str, ...] = ()
    blanks: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()

    def tells(self, column: str) -> bool:
        """Whether its cell under that column is filled at all."""
        filled = self.kind in (RowKind.FIGURES, RowKind.TOTAL)
        return filled and column not in self.blanks and (not self.only or column in self.only)


@dataclass(frozen=True)
class TableDef:
    """A table as data. `checked` says how sure we are of its layout; `base` what it is about."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heads: tuple[Column, ...]
    base: Where = EVERYTHING
    checked: Checked = Checked.MEMORY
    total_label: tuple[str, ...] = ()

    def column(self, key: str) -> Column:
        """The column of a key; raises KeyError for one it lacks (a mistake in its definition)."""
        return {one.key: one for one in self.columns}[key]


@dataclass(frozen=True)
class Figure:
    """A cell: what it says, its value (count or đồng; None = nothing to say), what it counted."""

    text: str = ""
    value: int | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Note:
    """Something a table cannot say in its cells: a code of `texts`, and the lines it is about."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict[str, object])
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class FilledRow:
    """A row with its figures, in the order of the columns."""

    row: Row
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Table:
    """A table that was computed; `unit` is printed above it («Đơn vị: triệu đồng»)."""

    definition: TableDef
    title: str
    subtitle: str
    rows: tuple[FilledRow, ...]
    notes: tuple[Note, ...] = ()
    label: str = ""
    unit: str = ""

    def figure(self, row: str, column: str) -> Figure:
        """A cell by the keys of its row and column; raises KeyError for one that is not there."""
        place = [one.key for one in self.definition.columns].index(column)
        return {one.row.key: one for one in self.rows}[row].figures[place]


def share(part: int, whole: int) -> str:
    """«65,2 %» of two counts, rounded half up to one tenth of a percent; nothing for none at all.

    >>> share(508, 779)
    '65,2\\u00a0%'
    """
    if whole == 0:
        return ""
    rounded = (Decimal(100 * part) / whole).quantize(TENTH, ROUND_HALF_UP)
    shown = f"{rounded:f}".removesuffix(".0").replace(".", ",")
    return f"{shown}\u00a0%"


def millions(amount: int) -> Decimal:
    """Đồng as triệu đồng, rounded half up to one tenth."""
    return (Decimal(amount) / MILLION).quantize(TENTH, ROUND_HALF_UP)


def number_text(value: int | Decimal) -> str:
    """2326 → «2.326», 31.1 → «31,1», 7.0 → «7»."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    whole, _, tenths = text.partition(".")
    whole = whole.replace(",", ".")
    return f"{whole},{tenths}" if tenths.strip("0") else whole


def tally(definition: TableDef, lines: Iterable[Line]) -> tuple[FilledRow, ...]:
    """Every row with its figures; a total counts each line of the rows with figures once."""
    base = [line for line in lines if line.passes(definition.base)]
    made: list[FilledRow] = []
    for row in definition.rows:
        mine = base if row.kind is not RowKind.TOTAL else _counted(definition, base)
        mine = [line for line in mine if line.passes(row.where)]
        made.append(FilledRow(row, tuple(_figures(definition, row, mine))))
    return tuple(made)


def _counted(definition: TableDef, base: Sequence[Line]) -> list[Line]:
    tests = [row.where for row in definition.rows if row.kind is RowKind.FIGURES]
    return [line for line in base if any(line.passes(where) for where in tests)]


def _figures(definition: TableDef, row: Row, lines: Sequence[Line]) -> Iterator[Figure]:
    taken = {
        column.key: tuple(line for line in lines if line.passes(column.where))
        for column in definition.columns
        if column.measure in (Measure.COUNT, Measure.MONEY)
    }
    for column in definition.columns:
        yield _figure(column, taken) if row.tells(column.key) else Figure()


def _figure(column: Column, taken: Mapping[str, tuple[Line, ...]]) -> Figure:
    if column.measure is Measure.SHARE:
        part, whole = (taken[key] for key in column.of)
        return Figure(share(len(part), len(whole)) if part else "", None, part)
    lines = taken.get(column.key, ())
    if not lines:
        return Figure()
    if column.measure is Measure.MONEY:
        value = sum(line.amount for line in lines)
        return Figure(number_text(millions(value)), value, lines)
    return Figure(number_text(len(lines)), len(lines), lines)


def overlapping(definition: TableDef, lines: Iterable[Line]) -> list[Line]:
    """Lines that more than one row with figures takes: its total is then no sum of its rows."""
    tests = [row.where for row in definition.rows if row.kind is RowKind.FIGURES]
    base = (line for line in lines if line.passes(definition.base))
    return [line for line in base if sum(line.passes(where) for where in tests) > 1]


def outside(definition: TableDef, lines: Iterable[Line]) -> list[Line]:
    """Lines the table is about that none of its rows takes."""
    tests = [row.where for row in definition.rows if row.kind is RowKind.FIGURES]
    base = (line for line in lines if line.passes(definition.base))
    return [line for line in base if not any(line.passes(where) for where in tests)]


def without(lines: Iterable[Line], dimension: Dimension, where: Where = EVERYTHING) -> list[Line]:
    """Lines that fulfil a test and of which nothing is known in a dimension."""
    return [line for line in lines if line.passes(where) and dimension not in line.facts]
