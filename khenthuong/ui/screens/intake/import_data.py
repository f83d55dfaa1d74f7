"""What the import screen shows of a preview, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, ClassVar

from khenthuong import texts
from khenthuong.domain.batch import Fault, Place


def _some(name: str) -> Callable[[Any], object]:
    """A count that shows nothing for 0."""

    def read(line: Any) -> object:
        return getattr(line, name) or None

    return read


@dataclass(frozen=True)
class CountLine:
    """One sheet of the workbook."""

    sheet: str
    new: int
    changed: int
    same: int
    faults: int

    HEADERS: ClassVar = (
        ("Trang", attrgetter("sheet")),
        ("Mới", _some("new")),
        ("Khác", _some("changed")),
        ("Giống", _some("same")),
        ("Ô cần xem", _some("faults")),
    )


@dataclass(frozen=True)
class ChangeLine:
    """One field of a row that the books know with another value."""

    place: Place
    sheet: str
    key: str
    field: str
    old: str
    new: str

    HEADERS: ClassVar = (
        ("Trang", attrgetter("sheet")),
        ("Dòng của", attrgetter("key")),
        ("Mục", attrgetter("field")),
        ("Trong sổ", attrgetter("old")),
        ("Trong tệp", attrgetter("new")),
    )


def place_words(place: Place) -> str:
    """«Cá nhân, dòng 12, cột Ngày sinh»."""
    parts = [place.sheet]
    if place.row:
        parts.append(f"dòng {place.row}")
    if place.column:
        parts.append(f"cột {place.column}")
    return ", ".join(parts)


def fault_sentence(fault: Fault) -> str:
    """What is wrong and what is expected."""
    if not texts.knows(fault.code):
        return fault.code
    return texts.say(fault.code, fault.arguments)


def fault_place(fault: Fault) -> str:
    """Where a fault is."""
    return place_words(fault.place)


def fault_level(fault: Fault) -> str:
    """Whether it must be mended."""
    return "Phải sửa" if fault.fatal else "Nên xem"


def counts_of(preview: Any) -> list[CountLine]:
    """A line per sheet in which there is anything."""
    plan = preview.plan
    changed: dict[str, int] = {}
    faults: dict[str, int] = {}
    for change in plan.changed:
        changed[change.place.sheet] = changed.get(change.place.sheet, 0) + 1
    for fault in preview.faults:
        faults[fault.place.sheet] = faults.get(fault.place.sheet, 0) + 1
    most = plan.same if len(plan.same) > len(plan.new) else plan.new
    sheets = list(dict.fromkeys([*most, *plan.new, *plan.same, *changed, *faults]))
    lines = [
        CountLine(
            sheet,
            plan.new.get(sheet, 0),
            changed.get(sheet, 0),
            plan.same.get(sheet, 0),
            faults.get(sheet, 0),
        )
        for sheet in sheets
    ]
    return [line for line in lines if line.new or line.changed or line.same or line.faults]


def changes_of(preview: Any) -> list[ChangeLine]:
    """Every differing field of every changed row."""
    return [
        ChangeLine(change.place, change.place.sheet, change.key, field, old, new)
        for change in preview.plan.changed
        for field, old, new in change.differences
    ]
