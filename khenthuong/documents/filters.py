"""Words a paper asks for: dates, numbers, money and counts the way NĐ 30/2020 writes them.

Plain functions; `FILTERS` gives them the names that templates use. The library num2words says
«một nghìn lẻ một»; here the Northern standard of the decrees is kept: «một nghìn không trăm linh
một», «hai mươi mốt», «hai mươi tư», «hai mươi lăm».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape

from khenthuong.documents.layout.widths import text_width
from khenthuong.domain.register import PartialDate

NBSP = "\u00a0"
HYPHEN = "\u2011"
"""A hyphen that does not end a line; the renderer writes it as Word's own, which copies as «-»."""
BLANK = NBSP * 6
"""A deliberate blank that văn thư or the signer fills in by hand."""
MISSING = "……"
"""A required fact that the books do not hold: visible, so that nobody signs without seeing it."""

_RULE_SHARE = 0.41
_RULE_SIZE = 12
"""The type size of the style «Đường kẻ» in templates."""
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = "tỷ"
_LAST_PADDED_MONTH = 2
_TWO_DIGITS = 10
_KEPT_TOGETHER = re.compile(
    r"\b(?:ngày|tháng|năm|Điều|điều|khoản) (?=\d)|\bsố (?=[\d\u00a0])|\bđiểm (?=\w\b)"
    r"|\b(?:Ông|Bà) (?=[^\W\d_])"
    r"|(?<=\d) (?=(?:đồng|tập thể|cá nhân|hộ)\b)"
)

_SYMBOL = re.compile(r"(?<=/)([^\W\d_]{1,6})-(?=[^\W\d_]{2,})")


def long_date(day: date | None) -> str:
    """«ngày 05 tháng 01 năm 2026»: days under 10 and months 1, 2 padded; blanks for None."""
    if day is None:
        return blank_date(None)
    month = f"{day.month:02}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"ngày{NBSP}{day.day:02} tháng{NBSP}{month} năm{NBSP}{day.year}"


def blank_date(year: int | None) -> str:
    """«ngày      tháng      năm 2026»: to be filled in by hand; the year too where unknown."""
    return f"ngày{BLANK}tháng{BLANK}năm{NBSP}{year or BLANK}"


def short_date(day: date | PartialDate | None) -> str:
    """«05/01/2026»; «03/2025» or «2025» where only that is known; nothing for None."""
    if day is None:
        return ""
    parts = (day.day and f"{day.day:02}", day.month and f"{day.month:02}", f"{day.year:04}")
    return "/".join(part for part in parts if part)


def number(value: int | Decimal | str | None) -> str:
    """«2.326», «22.593,27»; a text stays as it is, None is nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def money(value: int | None) -> str:
    """«2.530.000 đồng», kept on one line; the sign of a missing figure for None."""
    return MISSING if value is None else f"{number(value)}{NBSP}đồng"


def money_in_words(value: int | None) -> str:
    """«Hai triệu năm trăm ba mươi nghìn đồng»; the sign of a missing figure for None."""
    return MISSING if value is None else capital(f"{in_words(value)} đồng")


def padded(value: int) -> str:
    """«05», «12»: counts below ten are written with a zero in front."""
    return f"{value:02}" if 0 <= value < _TWO_DIGITS else number(value)


def in_words(value: int) -> str:
    """A whole number in words, «một nghìn không trăm linh một»."""
    if value < 0:
        return f"âm {in_words(-value)}"
    return " ".join(_spell(value)) or _DIGITS[0]


def upper(text: object) -> str:
    """Capital letters; Vietnamese letters are composed first so that none loses its marks."""
    return unicodedata.normalize("NFC", str(text)).upper()


def capital(text: str) -> str:
    """The first letter capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """The first letter small, the rest as it is."""
    return text[:1].lower() + text[1:]


def together(text: str) -> str:
    """What stays on one line: «ngày 05», «Điều 1», «2.530.000 đồng», «Ông …», «/TTr-UBND»."""
    spaced = _KEPT_TOGETHER.sub(lambda match: match.group().rstrip(" ") + NBSP, text)
    return _SYMBOL.sub(rf"\1{HYPHEN}", spaced)


def _spell(value: int) -> list[str]:
    """Words of a number by billions; nothing for zero."""
    billions, rest = divmod(value, 10**9)
    words = [*_spell(billions), _BILLION] if billions else []
    for position in (2, 1, 0):
        group, rest = divmod(rest, 1000**position)
        if group:
            words += [*_spell_group(group, full=bool(words)), _GROUPS[position]]
    return [word for word in words if word]


def _spell_group(group: int, *, full: bool) -> list[str]:
    """Three digits; `full` says «không trăm» and «linh» because something stands before."""
    hundreds, rest = divmod(group, 100)
    tens, units = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if not rest:
        return words
    if tens == 0:
        return [*words, *(["linh"] if words else []), _DIGITS[units]]
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return [*words, _unit_after_tens(tens, units)] if units else words


def _unit_after_tens(tens: int, units: int) -> str:
    """Mốt and tư only after mươi, lăm after mười too."""
    if units == 5:
        return "lăm"
    if tens > 1 and units in (1, 4):
        return "mốt" if units == 1 else "tư"
    return _DIGITS[units]


def rule_under(text: str, size: float, room: float) -> str:
    """Blanks that, underlined, draw the line under a text: two fifths of it (NĐ 30: 1/3 to 1/2).

    `size` is the bold text's type size in points, `room` the width in mm at which it wraps.
    """
    length = min(text_width(unescape(text), size, bold=True), room) * _RULE_SHARE
    return NBSP * max(round(length / text_width(NBSP, _RULE_SIZE)), 1)


FILTERS: dict[str, Callable[..., str]] = {
    "ngay_thang": long_date,
    "ngay_ngan": short_date,
    "so": number,
    "tien": money,
    "tien_bang_chu": money_in_words,
    "hai_chu_so": padded,
    "bang_chu": in_words,
    "hoa": upper,
    "hoa_dau": capital,
    "thuong_dau": uncapital,
    "lien_dong": together,
    "duong_ke": rule_under,
}
"""The filters a template may use, by the name it uses."""
