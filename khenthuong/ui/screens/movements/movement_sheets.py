"""What a plan is asked on screen: its own form, and the grids of contents and targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from khenthuong.domain.forms import FieldDef
from khenthuong.domain.kinds import Comparison, MovementKind, MovementLevel, TaskKind
from khenthuong.domain.movement import Movement, MovementTask, Target, UnitTarget
from khenthuong.texts import label as word
from khenthuong.ui.form import sheet as s

K = TypeVar("K", bound=StrEnum)
MARK = "x"

MOVEMENT = s.Sheet(
    Movement,
    (
        s.text("name", "Tên phong trào", required=True),
        s.text("theme", "Chủ đề"),
        s.text("plan_number", "Số, ký hiệu kế hoạch", hint="Như 12/KH-UBND."),
        s.day("issued", "Ngày ban hành"),
        s.text("issuer", "Cơ quan ban hành"),
        s.choice("level", "Cấp phát động", MovementLevel),
        s.choice("kind", "Loại", MovementKind, required=True),
        s.movement("parent", "Hưởng ứng phong trào"),
        s.day("start", "Từ ngày"),
        s.day("end", "Đến ngày"),
        s.text("bases", "Căn cứ", long=True, hint="Mỗi dòng một căn cứ."),
        s.text("purposes", "Mục đích", long=True, hint="Mỗi dòng một ý."),
        s.text("requirements", "Yêu cầu", long=True, hint="Mỗi dòng một ý."),
        s.text("rewards", "Công tác khen thưởng", long=True),
        s.text("addressees", "Nơi nhận", long=True, hint="Mỗi dòng một nơi."),
    ),
)


def _words(kinds: type[StrEnum]) -> tuple[str, ...]:
    return tuple(word(kind) for kind in kinds)


_NUMBER = FieldDef("number", "text", "Số", help="Như 3; ý thứ hai của chỉ tiêu (3) ghi 3.2.")
_PLANNED = (
    FieldDef("comparison", "choice", "So sánh", choices=_words(Comparison)),
    FieldDef("planned", "text", "Kế hoạch", help="Như 31,1 hoặc 2.326 hoặc không còn."),
    FieldDef("planned_to", "text", "đến", help="Chỉ ghi khi so sánh là từ … đến …"),
    FieldDef("unit", "text", "Đơn vị"),
    FieldDef("period", "text", "Năm", help="2025, 2021-2025 … Bỏ trống là cả phong trào."),
    FieldDef(
        "cumulative",
        "choice",
        "Cộng dồn",
        choices=(MARK,),
        help="x: số liệu cộng dần từ 0, được so với phần thời gian đã qua.",
    ),
    FieldDef("base_year", "text", "Năm gốc"),
    FieldDef("base_value", "text", "Giá trị gốc"),
)
TARGETS = FieldDef(
    "targets",
    "table",
    "Chỉ tiêu",
    columns=(
        _NUMBER,
        FieldDef("content", "text", "Chỉ tiêu"),
        *_PLANNED,
        FieldDef("responsible", "text", "Phụ trách"),
        FieldDef("achieved", "text", "Thực hiện", help="Kết quả của cả kỳ."),
        FieldDef("heading", "text", "Nhóm"),
    ),
)
TARGET_WIDTHS = (44, 290, 92, 82, 58, 96, 88, 74, 66, 82, 150, 82, 120)
TASKS = FieldDef(
    "tasks",
    "table",
    "Nội dung, phân công",
    columns=(
        FieldDef("number", "text", "Số", help="Không hai dòng nào trùng số."),
        FieldDef("kind", "choice", "Loại", choices=_words(TaskKind)),
        FieldDef("content", "text", "Nội dung"),
        FieldDef("responsible", "text", "Phụ trách"),
        FieldDef("due", "date", "Hạn", help="Có hạn thì hiện ở màn hình Thời hạn."),
        FieldDef("done", "date", "Ngày xong"),
        FieldDef("result", "text", "Kết quả"),
    ),
)
TASK_WIDTHS = (62, 138, 380, 160, 92, 92, 140)
UNIT_TARGETS = FieldDef(
    "unit_targets",
    "table",
    "Chỉ tiêu đơn vị đăng ký",
    columns=(
        FieldDef("content", "text", "Chỉ tiêu"),
        *(one for one in _PLANNED if one.key != "base_year"),
        FieldDef("achieved", "text", "Thực hiện"),
    ),
)
UNIT_TARGET_WIDTHS = (230, 92, 76, 52, 84, 60, 74, 78, 80)

Rows = Sequence[Mapping[str, object]]


def target_rows(targets: Iterable[Target | UnitTarget]) -> Rows:
    """Targets as the grid shows them."""
    return [
        {
            **{name: getattr(one, name, "") for name in _TEXTS},
            "comparison": word(one.comparison),
            "cumulative": MARK if one.cumulative else "",
        }
        for one in targets
    ]


def read_targets(rows: Rows, movement: str) -> tuple[Target, ...]:
    """Targets as the grid says; a row without comparison asks «đạt»."""
    return tuple(Target(movement=movement, **_target(row, _TEXTS)) for row in rows)  # type: ignore[arg-type]


def read_unit_targets(rows: Rows, movement: str, recipient: str) -> tuple[UnitTarget, ...]:
    """A participant's own targets as the grid says."""
    names = tuple(name for name in _TEXTS if name not in _OF_PLAN)
    return tuple(
        UnitTarget(movement=movement, recipient=recipient, **_target(row, names))  # type: ignore[arg-type]
        for row in rows
    )


def task_rows(tasks: Iterable[MovementTask]) -> Rows:
    """Lines of a plan as the grid shows them."""
    return [
        {
            "number": one.number,
            "kind": word(one.kind),
            "content": one.content,
            "responsible": one.responsible,
            "due": _iso(one.due),
            "done": _iso(one.done),
            "result": one.result,
        }
        for one in tasks
    ]


def read_tasks(
    rows: Rows, movement: str, before: Sequence[MovementTask] = ()
) -> tuple[MovementTask, ...]:
    """Lines of a plan as the grid says; a row without number gets the next one.

    The unit that a line named before stays with its number.
    """
    units = {one.number: one.unit for one in before}
    taken = {str(row.get("number") or "") for row in rows}
    found: list[MovementTask] = []
    for row in rows:
        number = str(row.get("number") or "") or _free(taken)
        taken.add(number)
        found.append(
            MovementTask(
                movement,
                number,
                _choice(TaskKind, row.get("kind"), TaskKind.CONTENT),
                str(row.get("content") or ""),
                str(row.get("responsible") or ""),
                units.get(number, ""),
                _day(row.get("due")),
                _day(row.get("done")),
                str(row.get("result") or ""),
            )
        )
    return tuple(found)


_OF_PLAN = ("number", "heading", "responsible", "base_year")
_TEXTS = ("content", "unit", "planned", "planned_to", "period", "achieved", "base_value", *_OF_PLAN)


def _target(row: Mapping[str, object], names: Sequence[str]) -> dict[str, object]:
    return {
        **{name: str(row.get(name) or "").strip() for name in names},
        "comparison": _choice(Comparison, row.get("comparison"), _asked(row)),
        "cumulative": bool(row.get("cumulative")),
    }


def _asked(row: Mapping[str, object]) -> Comparison:
    return Comparison.RANGE if row.get("planned_to") else Comparison.EQUAL


def _choice(kinds: type[K], text: object, otherwise: K) -> K:
    known: dict[str, K] = {word(kind): kind for kind in kinds}
    return known.get(str(text or ""), otherwise)


def _iso(value: date | None) -> str:
    return value.isoformat() if value else ""


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _free(taken: set[str]) -> str:
    make: Callable[[int], str] = str
    return next(n for place in range(1, len(taken) + 2) if (n := make(place)) not in taken)
