"""Where a finding is mended: the cure code «sheet:recipient[:detail]» as a place on screen."""

from __future__ import annotations

from dataclasses import dataclass

from khenthuong.domain.kinds import Step


@dataclass(frozen=True)
class Place:
    """A screen and what to open there: `tab` of the register ("" = the form), or a step of the
    round, or the report of a recipient."""

    code: str = ""
    tab: str | None = None
    field: str = ""
    step: Step | None = None
    council: bool = False
    edit_round: bool = False
    report: bool = False


_TABS = {
    "xep_loai": "ratings", "khen_thuong": "awards", "sang_kien": "initiatives",
    "ky_luat": "disciplines", "thanh_tich": "achievements", "qua_trinh": "careers",
    "tap_the": "", "ca_nhan": "", "ho_gia_dinh": "",
}
_STEPS = {
    "hop": Step.MEETING, "bieu_quyet": Step.MEETING, "hoi_dong": Step.MEETING,
    "niem_yet": Step.NOTICE, "de_nghi": Step.LIST, "dot_xet": Step.LIST, "ho_so": Step.DOSSIER,
}


def place_of(cure: str) -> Place | None:
    """The place of a cure code; None when it is mended outside the program."""
    sheet, _, rest = cure.partition(":")
    code, _, detail = rest.partition(":")
    if sheet in _TABS:
        return Place(code, tab=_TABS[sheet], field=detail)
    if sheet in _STEPS:
        return Place(
            code, step=_STEPS[sheet], council=sheet == "hoi_dong", edit_round=sheet == "dot_xet",
            field=detail,
        )
    if sheet in ("tra_loi", "bieu_mau", "bao_cao"):
        return Place(code, report=True)
    return None
