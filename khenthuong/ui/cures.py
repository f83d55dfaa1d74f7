"""Where a finding is mended: the cure code «source:code[:detail]» as a place on screen.

The codes are those of `khenthuong.domain.rules.cures`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from khenthuong.domain.kinds import Step
from khenthuong.domain.pathway import Station


@dataclass(frozen=True)
class Place:
    """A place on screen.

    `tab` is a tab of the register (None = not there, "" = the recipient's own form), `record` the
    year or code of the record meant, of a meeting who met (a unit's code or `COUNCIL`); `step` a
    step of the round; `office` and `report` screens.
    `station` and `code` name the dossier (its authority) that is sent or decided, or whose paper
    `field` (a form) awaits its number.
    `round`: which round, "" for the one open; `year` the year of «Ai đủ điều kiện?».
    `criterion` (award, id) of the screen of rules, award "" for a common one.
    `screen` names a screen as a whole, `draft` the file of a draft.
    `movement` is the code of a movement to open, `example` of a good example, `deed` of a sudden
    deed's achievement.
    `field` is the attribute to put the keyboard on.
    """

    code: str = ""
    tab: str | None = None
    record: str = ""
    field: str = ""
    step: Step | None = None
    station: Station | None = None
    council: bool = False
    edit: bool = False
    office: bool = False
    report: bool = False
    round: str = ""
    year: str = ""
    criterion: tuple[str, str] | None = None
    screen: str = ""
    draft: str = ""
    movement: str = ""
    example: str = ""
    deed: str = ""


COUNCIL = "hoi_dong"
"""The council, where `Place.record` names who met."""
_RECIPIENTS = ("tap_the", "ca_nhan", "ho_gia_dinh")
_OWN_RECORDS = {
    "xep_loai": "ratings",
    "khen_thuong": "awards",
    "ky_luat": "disciplines",
    "qua_trinh": "careers",
}
_CODED_RECORDS = {"sang_kien": "initiatives", "thanh_tich": "achievements"}
_OWN_SCREENS = {"phong_trao": "movement", "dien_hinh": "example", "viec_dot_xuat": "deed"}
_STEPS = {
    "hop": Step.MEETING,
    "bieu_quyet": Step.MEETING,
    "hoi_dong": Step.MEETING,
    "niem_yet": Step.NOTICE,
    "ho_so": Step.DOSSIER,
}
_STATIONS = {"ho_so": Station.DOSSIER, "gui": Station.SENDING, "ket_qua": Station.RESULT}
_FIELDS = {
    "so_nguoi": "headcount",
    "cap_quan_ly": "manager",
    "ca_nhan": "headcount",
    "loai": "kind",
    "khu_vuc": "sector",
    "dia_ban": "area",
    "doi_tuong": "subject",
    "tap_the": "unit",
    "ngay_vao_nganh": "joined",
    "phan_loai": "duty",
    "chuc_vu": "position",
    "gioi_tinh": "gender",
    "ngay_sinh": "born",
    "thon": "village",
    "ngay_nhan": "received",
    "ngay_nhan_ho_so": "received",
    "han_nop": "deadline",
    "noi_nhan": "receiver",
    "nam": "year",
    "phong_trao": "movement",
    "theo_tieu_chuan": "branch",
    "sang_kien": "initiatives",
    "thanh_tich": "achievements",
    "so_day_du_tu_nam": "complete_from",
}


def place_of(cure: str, recipient: str) -> Place | None:
    """The place of a cure of a nominee's finding; None when it is mended outside the program."""
    source, _, rest = cure.partition(":")
    code, _, detail = rest.partition(":")
    field = _FIELDS.get(detail, detail)
    if source in _RECIPIENTS:
        return Place(code, tab="", field=field)
    if source in _OWN_RECORDS:
        return Place(code, tab=_OWN_RECORDS[source], record=detail)
    if source in _CODED_RECORDS:
        return Place(recipient or code, tab=_CODED_RECORDS[source], record=code)
    if source == "de_nghi":
        return Place(code, step=Step.LIST, field=field, edit=True)
    if source in _STATIONS and code:
        return Place(code, station=_STATIONS[source], field=detail, step=Step.DOSSIER)
    if source in _STEPS:
        meeting = {"hop": code, "bieu_quyet": COUNCIL}.get(source, "")
        return Place(code, step=_STEPS[source], council=source == "hoi_dong", record=meeting)
    if source in ("man_hinh", "ban_nhap"):
        return Place(screen=code) if source == "man_hinh" else Place(draft=code)
    return _screen_of(source, code, detail)


def _screen_of(source: str, code: str, detail: str) -> Place | None:
    if source in _OWN_SCREENS:
        return replace(Place(), **{_OWN_SCREENS[source]: code})
    if source == "dot_xet":
        return Place(step=Step.LIST, field=_FIELDS.get(code, code), edit=True)
    if source == "dot":
        return _in_round(code, detail)
    if source == "ai_du_dieu_kien":
        return Place(year=code, round=detail)
    if source == "quy_dinh":
        return Place(criterion=(code, detail))
    if source == "co_quan":
        return Place(office=True, field=_FIELDS.get(code, code))
    if source in ("bieu_mau", "tra_loi", "bao_cao"):
        return Place(code, report=True)
    return None


def _in_round(code: str, detail: str) -> Place:
    station = Station(detail) if detail else Station.LIST
    steps = {step.value: step for step in Step}
    if station.value in steps:
        return Place(step=steps[station.value], round=code)
    return Place(step=Step.DOSSIER, station=station, round=code)
