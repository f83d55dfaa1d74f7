"""The usual words for every choice, matched without marks, case and punctuation."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from khenthuong.domain.kinds import (
    AchievementKind,
    Area,
    Comparison,
    DisciplineForm,
    Duty,
    Gender,
    InitiativeKind,
    InitiativeScope,
    Manager,
    MeetingKind,
    MovementKind,
    MovementLevel,
    RatingLevel,
    RoundKind,
    Sector,
    SigningPower,
    Subject,
    TaskKind,
    UnitKind,
)
from khenthuong.exchange.columns import choice_key
from khenthuong.texts import label

_WRITTEN_AS_CODE = (RatingLevel, Comparison)
"""What the contract writes by its code and not by its label."""

_ALIASES: tuple[tuple[StrEnum, tuple[str, ...]], ...] = (
    (Gender.MALE, ("ong", "m", "male")),
    (Gender.FEMALE, ("ba", "f", "female")),
    (Sector.STATE, ("nn", "cong lap", "trong nha nuoc")),
    (Sector.NON_STATE, ("nnn", "ngoai cong lap", "tu nhan", "dan lap")),
    (Manager.COMMUNE, ("cap xa", "phuong", "dac khu", "ubnd xa")),
    (Manager.PROVINCE, ("cap tinh", "thanh pho", "ubnd tinh")),
    (Area.ORDINARY, ("binh thuong", "thong thuong")),
    (Area.HARD, ("kho khan", "dbkk", "vung dac biet kho khan")),
    (Area.BORDER, ("xa bien gioi", "vung bien gioi")),
    (Area.ISLAND, ("dao", "xa dao")),
    (UnitKind.OFFICE, ("phong ban", "phong chuyen mon", "co quan don vi", "phong")),
    (UnitKind.SCHOOL, ("truong", "nha truong", "mam non", "tieu hoc", "thcs")),
    (UnitKind.CLINIC, ("y te",)),
    (UnitKind.VILLAGE, ("thon", "to dan pho", "tdp", "ban", "ap", "khu pho", "thon/to dan pho")),
    (UnitKind.COOPERATIVE, ("htx",)),
    (UnitKind.ENTERPRISE, ("cong ty", "dn")),
    (UnitKind.MASS_ORGANISATION, ("hoi", "to chuc doan the", "mat tran, doan the")),
    (UnitKind.ARMED, ("cong an", "quan su", "llvt")),
    (UnitKind.COMMUNE, ("xa", "phuong", "dac khu")),
    (Duty.LEADER, ("quan ly", "lanh dao, quan ly", "ld")),
    (Duty.DIRECT, ("nguoi truc tiep", "truc tiep cong tac", "tt")),
    (
        Subject.OFFICIAL,
        ("can bo", "cong chuc", "vien chuc", "cbccvc", "can bo cong chuc", "cong chuc vien chuc"),
    ),
    (Subject.EMPLOYEE, ("nld", "lao dong", "lao dong hop dong", "hop dong")),
    (Subject.MILITIA, ("dan quan tu ve", "dan quan thuong truc")),
    (Subject.SCHOLAR, ("tri thuc", "nha khoa hoc")),
    (RatingLevel.EXCELLENT, ("hoan thanh xuat sac", "xuat sac", "htxs")),
    (RatingLevel.GOOD, ("hoan thanh tot", "tot", "htt")),
    (RatingLevel.DONE, ("hoan thanh", "ht")),
    (RatingLevel.NOT_DONE, ("khong hoan thanh", "khong ht", "kht", "chua hoan thanh nhiem vu")),
    (InitiativeScope.BASE, ("cap co so", "cap xa", "xa")),
    (InitiativeScope.PROVINCE, ("cap tinh", "toan tinh")),
    (InitiativeScope.NATION, ("cap quoc gia", "quoc gia", "ca nuoc")),
    (InitiativeKind.INITIATIVE, ("sk", "giai phap")),
    (InitiativeKind.TOPIC, ("de an", "de tai khoa hoc", "de an khoa hoc", "cong trinh khoa hoc")),
    (DisciplineForm.PAY_CUT, ("ha luong", "ha bac")),
    (DisciplineForm.DEMOTION, ("giang chuc vu",)),
    (DisciplineForm.DISMISSAL, ("thoi viec",)),
    (DisciplineForm.UNDER_CONSIDERATION, ("dang xem xet ky luat", "xem xet ky luat")),
    (
        DisciplineForm.COMPLAINT_VERIFIED,
        ("dang xac minh", "don thu", "khieu nai to cao", "dang giai quyet don thu"),
    ),
    (AchievementKind.MERIT, ("thuong xuyen", "thanh tich cong trang")),
    (AchievementKind.TOPICAL, ("phong trao", "phong trao, chuyen de", "theo chuyen de")),
    (AchievementKind.SUDDEN, ("thanh tich dot xuat",)),
    (AchievementKind.CONTRIBUTION, ("dong gop, ung ho", "ung ho", "hien dat")),
    (MovementKind.REGULAR, ("hang nam",)),
    (MovementKind.TOPICAL, ("theo chuyen de", "theo dot")),
    (Comparison.AT_LEAST, (">=", "toi thieu", "it nhat", "tro len")),
    (Comparison.MORE, ("tren", "lon hon", "nhieu hon")),
    (Comparison.AT_MOST, ("<=", "toi da", "khong qua", "tro xuong")),
    (Comparison.LESS, ("duoi", "nho hon", "it hon")),
    (Comparison.EQUAL, ("bang", "dat", "==")),
    (Comparison.RANGE, ("tu den", "tu ... den ...", "trong khoang")),
    (Comparison.REDUCE, ("giam duoc", "giam it nhat")),
    (Comparison.ABOUT, ("xap xi", "tam")),
    (MovementLevel.NATIONAL, ("ca nuoc", "trung uong", "thu tuong")),
    (MovementLevel.PROVINCE, ("cap tinh", "thanh pho")),
    (MovementLevel.COMMUNE, ("cap xa", "phuong", "dac khu")),
    (MovementLevel.UNIT, ("co quan, don vi", "don vi", "co so")),
    (TaskKind.CONTENT, ("noi dung thi dua", "nhiem vu")),
    (TaskKind.CARRYING_OUT, ("phan cong", "thuc hien")),
    (RoundKind.MERIT, ("thuong xuyen", "cong trang va thanh tich")),
    (RoundKind.MOVEMENT, ("phong trao", "chuyen de", "theo dot", "phong trao/chuyen de")),
    (RoundKind.SUDDEN, ("thanh tich dot xuat",)),
    (RoundKind.SERVICE, ("cong hien",)),
    (RoundKind.FOREIGN, ("khen doi ngoai",)),
    (MeetingKind.UNIT, ("hop tap the", "don vi", "hop don vi")),
    (MeetingKind.COUNCIL, ("hop hoi dong", "hoi dong thi dua khen thuong", "hoi dong tdkt", "hd")),
    (SigningPower.OWN, ("khong",)),
    (SigningPower.ON_BEHALF, ("thay mat",)),
    (SigningPower.FOR, ("ky thay",)),
    (SigningPower.BY_ORDER, ("thua lenh",)),
    (SigningPower.AUTHORISED, ("thua uy quyen", "uy quyen")),
)


def written(value: StrEnum) -> str:
    """How the workbook writes a choice: its label, or its code where the contract says so."""
    if isinstance(value, SigningPower) and value is not SigningPower.OWN:
        return value.value
    return value.value if isinstance(value, _WRITTEN_AS_CODE) else label(value)


@lru_cache(maxsize=32)
def table(choices: type[StrEnum]) -> Mapping[str, StrEnum]:
    """Every accepted word, folded, of one closed list; labels and codes beat aliases."""
    found: dict[str, StrEnum] = {}
    for member, aliases in _ALIASES:
        # Words of different lists are equal as strings, so the class must be asked too.
        if isinstance(member, choices):
            found.update({choice_key(alias): member for alias in aliases})
    for member in choices:
        found[choice_key(label(member))] = member
        found[choice_key(member.value)] = member
    return MappingProxyType(found)


def find(choices: type[StrEnum], text: str) -> StrEnum | None:
    """The choice a cell means, or None."""
    return table(choices).get(choice_key(text))
