"""Frozen records on screen: a column list carries a record into a form's values and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from khenthuong.domain.calendar import read_days, write_days
from khenthuong.domain.clock import read_clock
from khenthuong.domain.forms import FieldDef, SectionDef, ShowIf
from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year
from khenthuong.texts import label as word
from khenthuong.ui.form.editors import NO, YES


@dataclass(frozen=True)
class Column:
    """One attribute of a record: its field, how it is shown and how it is read back.

    `read` raises ValueError for what cannot be; `fault` is the sentence for that.
    """

    attribute: str
    field: FieldDef
    show: Callable[[Any], object]
    read: Callable[[Any], object]
    fault: str = ""


@dataclass(frozen=True)
class Sheet:
    """A record type as a form: `make` builds it, `fixed` attributes come from outside.

    At least one of the attributes `one_of` must be filled.
    """

    make: Callable[..., Any]
    columns: tuple[Column, ...]
    one_of: tuple[str, ...] = ()

    @property
    def sections(self) -> tuple[SectionDef, ...]:
        """One section without a title."""
        return (SectionDef("", tuple(column.field for column in self.columns)),)

    def values(self, record: Any) -> dict[str, object]:
        """What the form shows of a record."""
        return {c.attribute: c.show(getattr(record, c.attribute)) for c in self.columns}

    def problems(self, values: Mapping[str, object]) -> dict[str, str]:
        """Every missing or unreadable value, by attribute."""
        found: dict[str, str] = {}
        if self.one_of and all(values.get(name) in ("", None) for name in self.one_of):
            found |= dict.fromkeys(self.one_of, "Hãy điền ít nhất một trong các mục này.")
        for column in self.columns:
            value = values.get(column.attribute, "")
            if value in ("", None):
                if column.field.required:
                    found[column.attribute] = "Chưa điền mục này."
                continue
            try:
                column.read(value)
            except (ValueError, InvalidOperation):
                found[column.attribute] = column.fault or "Không đọc được; hãy xem lại."
        return found

    def build(self, values: Mapping[str, object], base: Any = None, **fixed: Any) -> Any:
        """The record that the form says; attributes the form does not show stay as in `base`."""
        read = {c.attribute: c.read(values.get(c.attribute, "")) for c in self.columns}
        return replace(base, **read, **fixed) if base is not None else self.make(**read, **fixed)


def text(
    attribute: str, name: str, *, required: bool = False, long: bool = False, hint: str = ""
) -> Column:
    """Plain text; `long` for several lines."""
    kind = "multiline" if long else "text"
    field = FieldDef(attribute, kind, name, required=required, help=hint)
    return Column(attribute, field, str, str)


def choice(
    attribute: str, name: str, kinds: type[StrEnum], *, required: bool = False, hint: str = ""
) -> Column:
    """One of a closed list, shown in words."""
    words = {word(kind): kind for kind in kinds}

    def read(value: str) -> StrEnum | None:
        return words[value] if value else None

    field = FieldDef(attribute, "choice", name, required=required, choices=tuple(words), help=hint)
    return Column(attribute, field, _word_or_nothing, read)


def yes_no(attribute: str, name: str, hint: str = "") -> Column:
    """A yes or no that is never open."""
    field = FieldDef(attribute, "choice", name, required=True, choices=(NO, YES), help=hint)
    return Column(attribute, field, _yes_or_no, YES.__eq__)


def day(attribute: str, name: str, *, required: bool = False, hint: str = "") -> Column:
    """A full date."""
    field = FieldDef(attribute, "date", name, required=required, help=hint)
    return Column(attribute, field, _iso_day, _read_day, "Không phải ngày; hãy gõ như 09/03/2025.")


def days(attribute: str, name: str, hint: str = "") -> Column:
    """Several full dates in one line."""
    field = FieldDef(attribute, "text", name, help=hint)
    return Column(
        attribute, field, write_days, read_days, "Hãy gõ ngày, tách bằng dấu ; như 05/09/2026."
    )


def clock(attribute: str, name: str) -> Column:
    """A time of day, kept as it is typed."""
    field = FieldDef(attribute, "text", name)
    fault = "Không phải giờ; hãy gõ như 8 giờ 00, 08:00 hoặc 14h30."
    return Column(attribute, field, str, _read_time, fault)


def partial_day(attribute: str, name: str, *, required: bool = False) -> Column:
    """A date of which only month or year may be known."""
    field = FieldDef(attribute, "partial_date", name, required=required)
    return Column(
        attribute,
        field,
        _iso_partial,
        _read_partial,
        "Không phải ngày; hãy gõ như 09/03/2025, 03/2025 hoặc 2025.",
    )


def whole(attribute: str, name: str, *, optional: bool = True, hint: str = "") -> Column:
    """A whole number from 0 up."""
    field = FieldDef(attribute, "integer", name, required=not optional, help=hint)
    return Column(
        attribute, field, _plain, _read_whole, "Chỉ nhận số nguyên không âm, như 25 hoặc 2.326."
    )


def calendar_year(attribute: str, name: str, hint: str = "") -> Column:
    """A calendar year as a number, shown without a dot; may stay open."""
    field = FieldDef(attribute, "text", name, help=hint)
    return Column(attribute, field, _plain_text, _read_year, "Hãy gõ một năm, như 2020.")


def decimal(attribute: str, name: str) -> Column:
    """A decimal number typed with a comma."""
    field = FieldDef(attribute, "text", name)
    return Column(attribute, field, _show_decimal, _read_decimal, "Chỉ nhận số, như 92,5.")


def year(attribute: str, name: str = "Năm") -> Column:
    """A calendar or school year."""
    field = FieldDef(attribute, "year", name, required=True)
    return Column(
        attribute, field, _plain_text, Year.parse, "Hãy gõ 2025, hoặc 2025-2026 cho năm học."
    )


def unit(attribute: str, name: str) -> Column:
    """A unit of the register, by code."""
    return Column(attribute, FieldDef(attribute, "unit", name), str, str)


def only_if(column: Column, attribute: str, kind: StrEnum) -> Column:
    """A column that is asked only where another one says this."""
    asked = replace(column.field, show_if=ShowIf(attribute, word(kind)))
    return replace(column, field=asked)


def member(attribute: str, name: str) -> Column:
    """A person of the register, by code."""
    return Column(attribute, FieldDef(attribute, "member", name), str, str)


def movement(attribute: str, name: str) -> Column:
    """A movement of the books, by code."""
    return Column(attribute, FieldDef(attribute, "movement", name), str, str)


def offered(attribute: str, name: str, hint: str = "") -> Column:
    """A text chosen from what is offered for the record at hand."""
    return Column(attribute, FieldDef(attribute, "offered", name, help=hint), str, str)


def ticks(attribute: str, name: str, hint: str = "") -> Column:
    """Several codes, ticked among those offered for the record at hand."""
    return Column(attribute, FieldDef(attribute, "ticks", name, help=hint), "; ".join, _read_codes)


def codes(attribute: str, name: str, hint: str = "Mã; tách bằng dấu ;") -> Column:
    """Several codes in one line."""
    field = FieldDef(attribute, "text", name, help=hint)
    return Column(attribute, field, "; ".join, _read_codes)


def _word_or_nothing(value: StrEnum | None) -> str:
    return word(value) if value is not None else ""


def _yes_or_no(value: bool) -> str:
    return YES if value else NO


def _iso_day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _read_day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _read_time(value: str) -> str:
    if value.strip() and read_clock(value) is None:
        raise ValueError(value)
    return value


def _iso_partial(value: PartialDate | None) -> str:
    return value.iso if value else ""


def _read_partial(value: str) -> PartialDate | None:
    return PartialDate.from_iso(value) if value else None


def _plain(value: object) -> object:
    return "" if value is None else value


def _plain_text(value: object) -> str:
    return "" if value is None else str(value)


def _read_whole(value: object) -> int | None:
    if value == "":
        return None
    if not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _read_year(value: str) -> int | None:
    return Year.parse(value).start if value else None


def _show_decimal(value: Decimal | None) -> str:
    return "" if value is None else f"{value}".replace(".", ",")


def _read_decimal(value: str) -> Decimal | None:
    return Decimal(value.replace(",", ".")) if value else None


def _read_codes(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.replace(",", ";").split(";") if part.strip())
