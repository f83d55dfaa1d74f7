"""From a cell as calamine gives it to a value of the domain, or to what is wrong with it.

Numbers are read the Vietnamese way («2.326», «31,1»), dates as dd/mm/yyyy, mm/yyyy or yyyy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from khenthuong.domain.figures import says_nothing_left
from khenthuong.domain.register import PartialDate
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.domain.years import Year
from khenthuong.exchange.choices import find, written
from khenthuong.exchange.columns import Column, Kind, choice_key
from khenthuong.texts import show
from khenthuong.texts import workbook as words

MatchAward = Callable[[str], tuple[str, str] | None]

_FIRST_YEAR = 1900
_FIRST_AWARD_YEAR = 1945
_CCCD_DIGITS = 12
# 10 or 11 digits are a CCCD whose leading zeros Excel ate; no province has the code 000.
_CCCD_EATEN = (10, 11)
_LONGEST_CODE = 64
# A year typed into a cell that Excel shows as a date: 1980 becomes 02/06/1905.
_YEAR_AS_SERIAL = (date(1905, 3, 14), date(1905, 10, 9))
_SERIALS = range(10_000, 80_000)

_ERROR_TEXT = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_COMMA = re.compile(r"[+-]?\d+(,\d+)?")
_ENGLISH = re.compile(r"[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?")
_POINT = re.compile(r"[+-]?\d+\.\d+")
_DMY = re.compile(
    r"(?:ngay )?(\d{1,2})\s*(?:[/.\-]| thang )\s*(\d{1,2})\s*(?:[/.\-]| nam )\s*(\d{4})"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")
_MY = re.compile(r"(?:thang )?(\d{1,2})\s*(?:[/.\-]| nam )\s*(\d{4})")
_Y = re.compile(r"(?:nam )?(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}")
_YEAR_WORDS = re.compile(r"^(nam hoc|nam)\s+")
_SEPARATORS = re.compile(r"[;\n]")
_TRUE = frozenset({"x", "co", "true", "1", "yes", "dung", "v", "✓"})
_FALSE = frozenset({"", "khong", "false", "0", "no", "sai", "-"})


class CellError(Exception):
    """What is wrong in a cell; becomes a fatal `Fault` at its place."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True)
class Noticed:
    """A value with something to tell about it that does not refuse the import."""

    value: Any
    code: str
    arguments: Mapping[str, object]


@dataclass(frozen=True)
class Reading:
    """What reading depends on: the day after which a date is in the future, and the catalogue."""

    today: date
    match_award: MatchAward
    near_awards: Callable[[str], tuple[str, ...]]


def is_blank(raw: object) -> bool:
    """Whether a cell holds nothing a person would see."""
    return raw is None or raw == "" or (isinstance(raw, str) and not tidy(raw))


def tidy(text: str) -> str:
    """`domain.vietnamese.clean`, quick for the many texts that are clean already."""
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()
    return clean(text)


def to_text(raw: object) -> str:
    """Any cell as a person reads it: dates dd/mm/yyyy, 12 and not 12.0, 31,1 and not 31.1."""
    if isinstance(raw, str):
        text = tidy(raw)
        if text.startswith("#") and _ERROR_TEXT.fullmatch(text):
            raise CellError("fault.cell_error", found=text)
        return text
    if isinstance(raw, bool):
        return words.YES_WORD if raw else words.NO_WORD
    if isinstance(raw, int | float):
        number = Decimal(repr(raw))
        whole = number == number.to_integral_value()
        return str(int(number)) if whole else str(number).replace(".", ",")
    if isinstance(raw, datetime) and raw.time() != time():
        return f"{show(raw.date())} {raw:%H:%M}"
    if isinstance(raw, date):
        return show(date(raw.year, raw.month, raw.day))
    return f"{raw:%H:%M}" if isinstance(raw, time) else str(raw)


def convert(raw: object, column: Column, reading: Reading) -> Any:
    """The value of a cell that is not blank, maybe `Noticed`; raises CellError."""
    return _CONVERTERS[column.kind](raw, column, reading)


def parse_number(text: str) -> Decimal | None:
    """«2.326» → 2326, «31,1» → 31.1, «1,234,567» → 1234567, «8.5» → 8.5; None for no number."""
    bare = re.sub(r"\s", "", text).replace("\u2212", "-")
    if _THOUSANDS.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _COMMA.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    if _ENGLISH.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    return Decimal(bare) if _POINT.fullmatch(bare) else None


def split_list(text: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, by «;» or line; blanks and repeats left out."""
    parts = (part.strip() for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _text(raw: object, column: Column, reading: Reading) -> str:
    return to_text(raw)


def _number_text(raw: object, column: Column, reading: Reading) -> str:
    if isinstance(raw, date | time):
        raise CellError("fault.excel_date", found=to_text(raw))
    return to_text(raw)


def _code(raw: object, column: Column, reading: Reading) -> str:
    text = _number_text(raw, column, reading)
    if len(text) > _LONGEST_CODE or ";" in text or "\n" in text:
        raise CellError("fault.code_shape", found=text[:_LONGEST_CODE], longest=_LONGEST_CODE)
    return text


def _codes(raw: object, column: Column, reading: Reading) -> tuple[str, ...]:
    return split_list(_number_text(raw, column, reading))


def _paths(raw: object, column: Column, reading: Reading) -> tuple[str, ...]:
    return split_list(to_text(raw))


def _decimal(raw: object, column: Column, reading: Reading) -> Decimal:
    number: Decimal | None = None
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        number = Decimal(repr(raw))
    elif isinstance(raw, str):
        number = parse_number(to_text(raw))
    if number is None or not number.is_finite():
        raise CellError("fault.not_a_number", found=to_text(raw))
    if number < 0 and column.kind is not Kind.SIGNED:
        raise CellError("fault.negative", found=to_text(raw))
    return number.to_integral_value() if number == number.to_integral_value() else number


def _integer(raw: object, column: Column, reading: Reading) -> int:
    number = _decimal(raw, column, reading)
    if number != number.to_integral_value():
        raise CellError("fault.not_whole", found=to_text(raw))
    return int(number)


def _figure(raw: object, column: Column, reading: Reading) -> Any:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        number = Decimal(repr(raw))
        return show(int(number) if number == number.to_integral_value() else number)
    text = to_text(raw)
    if parse_number(text) is None and not says_nothing_left(text):
        return Noticed(text, "fault.figure_not_number", {"found": text})
    return text


def _date(raw: object, column: Column, reading: Reading) -> Any:
    value = _partial(raw, column, reading)
    day = value.value if isinstance(value, Noticed) else value
    if day.exact is None:
        raise CellError("fault.date_not_full", found=to_text(raw))
    if isinstance(value, Noticed):
        return Noticed(day.exact, value.code, value.arguments)
    return day.exact


def _partial(raw: object, column: Column, reading: Reading) -> Any:
    if isinstance(raw, date):
        day = date(raw.year, raw.month, raw.day)
        if _YEAR_AS_SERIAL[0] <= day <= _YEAR_AS_SERIAL[1]:
            raise CellError(
                "fault.date_year_typed", found=show(day), year=str((day - date(1899, 12, 30)).days)
            )
        return _in_bounds(PartialDate(day.year, day.month, day.day), raw, column, reading)
    if isinstance(raw, float | int) and not isinstance(raw, bool) and int(raw) in _SERIALS:
        day = date.fromordinal(date(1899, 12, 30).toordinal() + int(raw))
        value = _in_bounds(PartialDate(day.year, day.month, day.day), raw, column, reading)
        return Noticed(value, "fault.date_from_serial", {"found": to_text(raw), "read": day})
    return _in_bounds(_parse_date(to_text(raw)), raw, column, reading)


def _parse_date(text: str) -> PartialDate:
    plain = fold(text)
    for pattern, order in ((_DMY, (3, 2, 1)), (_ISO, (1, 2, 3)), (_MY, (2, 1)), (_Y, (1,))):
        if match := pattern.fullmatch(plain):
            value = PartialDate(*(int(match[group]) for group in order))
            return _existing(value, text)
    code = "fault.date_short_year" if _SHORT_YEAR.fullmatch(plain) else "fault.not_a_date"
    raise CellError(code, found=text)


def _existing(value: PartialDate, text: str) -> PartialDate:
    try:
        date(value.year, value.month or 1, value.day or 1)
        if value.month == 0 or value.day == 0:
            raise ValueError(text)
    except ValueError as cause:
        raise CellError("fault.date_impossible", found=text) from cause
    return value


def _in_bounds(value: PartialDate, raw: object, column: Column, reading: Reading) -> PartialDate:
    if value.year < _FIRST_YEAR:
        raise CellError("fault.date_too_old", found=to_text(raw), first=str(_FIRST_YEAR))
    if column.past and earliest(value) > reading.today:
        raise CellError("fault.date_future", found=to_text(raw), today=reading.today)
    return value


def earliest(value: PartialDate | date) -> date:
    """The first day a partial date can mean."""
    if isinstance(value, date):
        return value
    return date(value.year, value.month or 1, value.day or 1)


def latest(value: PartialDate | date) -> date:
    """The last day a partial date can mean (the 28th counts as a month's end)."""
    if isinstance(value, date):
        return value
    if value.day is None and value.month is None:
        return date(value.year, 12, 31)
    return date(value.year, value.month or 12, value.day or 28)


def _year(raw: object, column: Column, reading: Reading) -> Year:
    text = to_text(raw)
    try:
        year = Year.parse(_YEAR_WORDS.sub("", fold(text)))
    except ValueError as cause:
        raise CellError("fault.not_a_year", found=text) from cause
    if not _FIRST_AWARD_YEAR <= year.start <= reading.today.year + 1:
        raise CellError(
            "fault.year_out_of_range",
            found=text,
            first=str(_FIRST_AWARD_YEAR),
            last=str(reading.today.year + 1),
        )
    return year


def _choice(raw: object, column: Column, reading: Reading) -> Any:
    assert column.choices is not None
    text = to_text(raw)
    found = find(column.choices, text)
    if found is None:
        raise CellError(
            "fault.not_a_choice",
            found=text,
            choices=" / ".join(written(member) for member in column.choices),
        )
    return found


def _mark(raw: object, column: Column, reading: Reading) -> bool:
    key = choice_key(to_text(raw)) or to_text(raw)
    if key in _TRUE:
        return True
    if key in _FALSE:
        return False
    raise CellError("fault.not_a_mark", found=to_text(raw))


def _cccd(raw: object, column: Column, reading: Reading) -> Any:
    text = re.sub(r"[\s.\-]", "", to_text(raw))
    number = isinstance(raw, int | float) and not isinstance(raw, bool)
    if number and text.isascii() and text.isdigit() and len(text) in _CCCD_EATEN:
        padded = text.zfill(_CCCD_DIGITS)
        return Noticed(padded, "fault.cccd_padded", {"found": text, "read": padded})
    if not (text.isascii() and text.isdigit() and len(text) == _CCCD_DIGITS):
        raise CellError("fault.cccd_shape", found=to_text(raw), digits=_CCCD_DIGITS)
    return text


def _award(raw: object, column: Column, reading: Reading) -> str:
    text = to_text(raw)
    found = reading.match_award(text)
    if found is None:
        near = reading.near_awards(text)
        code = "fault.award_unknown_near" if near else "fault.award_unknown"
        raise CellError(code, found=text, near=" / ".join(near))
    return found[0]


def _award_name(raw: object, column: Column, reading: Reading) -> tuple[str, str]:
    """(id, name): the catalogue's, or "" and the name as written («ngoài danh mục»)."""
    text = to_text(raw)
    return reading.match_award(text) or ("", text)


_CONVERTERS: Mapping[Kind, Callable[[object, Column, Reading], Any]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.NUMBER_TEXT: _number_text,
    Kind.CODE: _code,
    Kind.REFERENCE: _code,
    Kind.REFERENCES: _codes,
    Kind.PATHS: _paths,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.SIGNED: _decimal,
    Kind.FIGURE: _figure,
    Kind.DATE: _date,
    Kind.PARTIAL_DATE: _partial,
    Kind.YEAR: _year,
    Kind.CHOICE: _choice,
    Kind.MARK: _mark,
    Kind.CCCD: _cccd,
    Kind.AWARD: _award,
    Kind.AWARD_NAME: _award_name,
}
