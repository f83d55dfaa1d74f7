"""Signers as rows of a small table: shown on the first start and on the page of the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khenthuong import texts
from khenthuong.domain.forms import FieldDef
from khenthuong.domain.kinds import SigningPower
from khenthuong.domain.office import Signer
from khenthuong.ui.widgets.dates import read_date, show_date

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
    """The rows with a name as signers; raises ValueError with the text that is no date."""
    return tuple(_signer(row) for row in rows if row["name"])


def _signer(row: Mapping[str, str]) -> Signer:
    days = []
    for key in ("start", "end"):
        value = read_date(row[key])
        if value is not None and value.exact is None:
            raise ValueError(row[key])
        days.append(value.exact if value else None)
    power = _POWERS.get(row["power"], SigningPower.OWN)
    return Signer(row["name"], row["position"], power, *days)
