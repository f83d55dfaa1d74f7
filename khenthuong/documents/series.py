"""Ký hiệu: what stands behind the slash of a paper's number (NĐ 30/2020, Phụ lục I, phần II)."""

from __future__ import annotations

from khenthuong.documents.wording import initials, word
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import Authority
from khenthuong.domain.office import Office

OF_FORM = {"to_trinh": "TTr", "bien_ban_hop_hoi_dong": "BB", "quyet_dinh_khen_thuong": "QD"}
"""Document types of a dossier's papers that have a number of their own, by form."""


def of_kind(kind: str, office: Office, authority: Authority | None) -> str:
    """«TTr-UBND»; the council's minutes and the unit's proposals have series of their own."""
    issuer = office.symbol
    if kind == "BB":
        issuer = word("symbol.council")
    elif kind == "TTr" and authority is Authority.COMMUNE:
        issuer = initials(office.proposing_unit or word("proposing_unit"))
    return f"{word(f'symbol.{kind}')}-{issuer}"


def of_form(form: FormDef, office: Office, authority: Authority | None = None) -> str:
    """The series of a form's papers; "" where they bear no number of their own."""
    if form.id in OF_FORM:
        return of_kind(OF_FORM[form.id], office, authority)
    return f"{form.symbol}-{office.symbol}" if form.symbol else ""
