"""Signers as rows of a small table: shown on the first start and on the page of the office."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from khenthuong import texts
from khenthuong.domain.forms import FieldDef
from khenthuong.domain.kinds import SigningPower
from khenthuong.domain.office import Signer
from khenthuong.domain.register import PartialDate
from khenthuong.domain.vietnamese import fold
from khenthuong.ui.widgets.dates import read_date, show_date

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_POWERS = {texts.label(power): power for power in SigningPower}
SIGNERS = FieldDef(
    "signers",
    "table",
    "Người ký",
    columns=(
        FieldDef("name", "text", "Họ và tên"),
        FieldDef("position", "text", "Chức vụ"),
        FieldDef("power", "choice", "Thẩm quyền", choices=tuple(_POWERS)),
        FieldDef("start", "date", "Từ ngày"),
        FieldDef("end", "date", "Đến ngày"),
    ),
)


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalpha())


_WORDS = {
    **{_bare(word): power for word, power in _POWERS.items()},
    **{_bare(power.value): power for power in SigningPower},
    "thaymat": SigningPower.ON_BEHALF,
    "kythay": SigningPower.FOR,
    "thualenh": SigningPower.BY_ORDER,
    "thuauyquyen": SigningPower.AUTHORISED,
}


def show_signer(signer: Signer) -> Mapping[str, str]:
    """A signer as a row."""
    return {
        "name": signer.name,
        "position": signer.position,
        "power": texts.label(signer.power),
        "start": show_date(signer.start),
        "end": show_date(signer.end),
    }


def read_signers(rows: Sequence[Mapping[str, str]]) -> tuple[Signer, ...]:
    """The rows with a name as signers; raises ValueError with a sentence about what is wrong."""
    return tuple(_signer(row) for row in rows if row["name"])


def trouble(rows: Sequence[Mapping[str, str]]) -> str:
    """The first thing wrong with the rows as a sentence, "" for nothing."""
    try:
        read_signers(rows)
    except ValueError as wrong:
        return str(wrong)
    return ""


def nobody_signs(rows: Sequence[Mapping[str, str]], day: date | None = None) -> str:
    """That nobody is in office on a day (today), or that there was a gap before; "" for neither."""
    signers = read_signers(rows)
    today = day or date.today()
    if not signers:
        return ""
    if not any(one.signs_on(today) for one in signers):
        return f"Ngày {show_date(today)} không ai giữ chức: văn bản ngày ấy sẽ trống tên người ký."
    gaps = (
        one.end + timedelta(days=1)
        for one in signers
        if one.end and one.end < today and not _followed(one.end + timedelta(days=1), signers)
    )
    first = next(gaps, None)
    return f"Từ ngày {show_date(first)} có lúc không ai giữ chức; xem lại ngày." if first else ""


def _followed(day: date, signers: Sequence[Signer]) -> bool:
    return any(one.signs_on(day) for one in signers)


def _signer(row: Mapping[str, str]) -> Signer:
    if not _bare(row["name"]):
        raise ValueError(f"«{row['name']}» không phải họ tên người ký.")
    days = [_day(row[key]) for key in ("start", "end")]
    return Signer(row["name"], row["position"], _power(row), *days)


def _day(text: str) -> date | None:
    """A day as the table gives it (2025-07-01) or as it was typed (1/7/2025)."""
    try:
        value = PartialDate.from_iso(text) if _ISO.fullmatch(text) else read_date(text)
    except ValueError:
        value = None
    exact = value.exact if value else None
    if text.strip() and exact is None:
        raise ValueError(f"Ngày «{text}» của người ký chưa đúng; hãy gõ như 01/07/2025.")
    return exact


def _power(row: Mapping[str, str]) -> SigningPower:
    text = row["power"]
    if not text:
        return SigningPower.OWN
    known = _WORDS.get(_bare(text))
    if known is None:
        raise ValueError(
            f"Thẩm quyền «{text}» của {row['name']} chưa rõ; hãy chọn {', '.join(_POWERS)}."
        )
    return known
