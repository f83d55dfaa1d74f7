"""The register of the sample commune: units, people with their careers, households."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from khenthuong.domain.kinds import Duty, Gender, Manager, Sector, Subject, UnitKind
from khenthuong.domain.register import CareerStep, Household, PartialDate, Person, Unit
from scripts.xa_mau import ten

COMMUNE = "Xã Vĩnh Khê Thượng"
PROVINCE = "Thành phố Hải Phòng"
ADDRESS = "xã Vĩnh Khê Thượng, thành phố Hải Phòng"
FOUNDED = PartialDate(2025, 7, 1)
OLD_COMMUNES = ("xã Vĩnh Khê", "xã Thượng Lĩnh", "xã Bến Hạ")
OLD_DISTRICT = "huyện Vĩnh Khê"

_TABLES = Path(__file__).parent
_SUBJECTS = {
    "O": Subject.OFFICIAL,
    "E": Subject.EMPLOYEE,
    "W": Subject.WORKER,
    "F": Subject.FARMER,
    "M": Subject.MILITIA,
    "B": Subject.ENTREPRENEUR,
}
_FOUNDED_2025 = ("TT01", "TT02", "TT03", "TT04")
_WITHOUT_CCCD = ("TT01", "TT05", "TT14", "TT19")


@dataclass(frozen=True)
class Entry:
    """A person with what the tables say besides: rating letters and duty."""

    person: Person
    ratings: str
    duty: str


def lines(name: str) -> Iterator[str]:
    """Lines of a table without comments and blanks."""
    for line in (_TABLES / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


@cache
def roster() -> dict[str, Entry]:
    """Everybody of nhan_su.txt by code."""
    names, unit, found = ten.Names(), "", dict[str, Entry]()
    for line in lines("nhan_su.txt"):
        if line.startswith("["):
            unit = line.strip("[]")
        else:
            entry = _entry(line.split("|"), unit, names)
            found[entry.person.code] = entry
    return found


def _entry(cells: list[str], unit: str, names: ten.Names) -> Entry:
    code, flags, gender, year, ethnic, position, education, joined, ratings, duty = cells
    village = unit if unit in VILLAGES else ten.pick(code + "o", VILLAGES)
    person = Person(
        code=code,
        name=names.new(code, gender, ethnic),
        gender=Gender(gender),
        born=PartialDate(*ten.birth(code, int(year))),
        ethnic=ethnic,
        cccd="" if unit in _WITHOUT_CCCD else ten.cccd(code, gender, int(year)),
        position=position,
        unit=unit,
        duty=Duty.LEADER if "L" in flags else Duty.DIRECT,
        subject=next(_SUBJECTS[flag] for flag in flags if flag in _SUBJECTS),
        education=education,
        home_town=ten.pick(code + "q", ten.HOME_TOWNS),
        residence=f"{VILLAGE_NAMES[village]}, {ADDRESS}",
        joined=PartialDate(int(joined), 1 + ten.number(code + "v", 12)) if joined else None,
    )
    return Entry(person, ratings, duty)


VILLAGES = ("TT09", "TT10", "TT11", "TT12", "TT13")
VILLAGE_NAMES: dict[str, str] = dict(
    zip(
        VILLAGES,
        ("Thôn Đông Lĩnh", "Thôn Đoài Khê", "Thôn Thượng", "Thôn Bến Đò", "Thôn Cầu Gỗ"),
        strict=True,
    )
)


def persons() -> tuple[Person, ...]:
    """All people in the order of the table."""
    return tuple(entry.person for entry in roster().values())


def name(code: str) -> str:
    """The full name of a person's code."""
    return roster()[code].person.name


def members(unit: str) -> tuple[Person, ...]:
    """The people of a unit."""
    return tuple(person for person in persons() if person.unit == unit)


@cache
def units() -> dict[str, Unit]:
    """Everything of don_vi.txt by code."""
    found = dict[str, Unit]()
    for line in lines("don_vi.txt"):
        code, title, short, kind, sector, manager, parent, small, head, count, address = line.split(
            "|"
        )
        place = "thành phố Hải Phòng" if address.startswith("Xã") else ADDRESS
        found[code] = Unit(
            code=code,
            name=title,
            short_name=short,
            kind=UnitKind(kind),
            sector=Sector(sector),
            manager=Manager(manager),
            parent=parent,
            small=bool(small),
            head=name(head),
            headcount=int(count.replace(".", "")),
            address=f"{address}, {place}",
        )
    return found


@cache
def households() -> dict[str, Household]:
    """Everything of ho_gia_dinh.txt by code."""
    names, found = ten.Names(), dict[str, Household]()
    for entry in roster().values():
        names.taken(entry.person.name)
    for line in lines("ho_gia_dinh.txt"):
        code, gender, village, count = line.split("|")
        found[code] = Household(
            code=code,
            name=names.new(code, gender),
            village=village,
            members=int(count),
            address=f"Số {3 + ten.number(code, 90)}, {VILLAGE_NAMES[village]}, {ADDRESS}",
        )
    return found


def careers() -> tuple[CareerStep, ...]:
    """Steps of those who moved: from the former communes in 2025, and between our units."""
    steps: list[CareerStep] = []
    for person in persons():
        if person.unit in _FOUNDED_2025 and person.joined:
            steps += _from_former_commune(person)
    for code, month, before, position in _MOVED:
        steps += _moved(roster()[code].person, month, before, position)
    return tuple(steps)


_MOVED = (
    ("CN049", PartialDate(2023, 8, 1), "TT06", "Giáo viên Tin học"),
    ("CN041", PartialDate(2022, 8, 1), "TT07", "Giáo viên Giáo dục thể chất"),
    ("CN097", PartialDate(2023, 3, 1), "TT17", "Chuyên viên Đoàn Thanh niên xã"),
)


def _moved(person: Person, month: PartialDate, before: str, position: str) -> list[CareerStep]:
    assert person.joined is not None
    assert month.month is not None
    last = PartialDate(month.year, month.month - 1)
    return [
        CareerStep(person.code, person.joined, last, position, units()[before].name),
        CareerStep(person.code, month, None, person.position, units()[person.unit].name),
    ]


def _from_former_commune(person: Person) -> list[CareerStep]:
    assert person.joined is not None
    former = ten.pick(person.code + "c", OLD_COMMUNES)
    position = f"Công chức Ủy ban nhân dân {former}"
    if person.duty is Duty.LEADER:
        position = f"Lãnh đạo, quản lý tại Ủy ban nhân dân {former}"
    return [
        CareerStep(
            person.code,
            person.joined,
            PartialDate(2025, 6, 30),
            position,
            f"Ủy ban nhân dân {former}, {OLD_DISTRICT} (cũ)",
        ),
        CareerStep(person.code, FOUNDED, None, person.position, units()[person.unit].name),
    ]
