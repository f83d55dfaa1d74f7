"""The tree's branch of a movement's plan (kế hoạch phát động): its parts in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khenthuong.documents.filters import long_date, short_date, together
from khenthuong.documents.wording import word
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.kinds import TaskKind
from khenthuong.domain.movement import Movement, MovementTask, Target
from khenthuong.domain.targets import phrase
from khenthuong.domain.vietnamese import fold

Branch = dict[str, object]
Rows = list[dict[str, object]]
_REVIEWS = (TaskKind.INTERIM_REVIEW, TaskKind.FINAL_REVIEW)
_LAST_OF_YEAR = (12, 31)
_ROMAN = ("I", "II", "III", "IV", "V")


def plan_branch(facts: DossierFacts) -> Branch:
    """`ke_hoach`: what is launched, bases, purposes, contents, targets, reviews, who does what.

    `muc` numbers the parts that are there («I», «II» …); a part without words is left out.
    """
    about = facts.subject.movement if facts.subject else None
    if about is None:
        return {}
    plan = about.movement
    by_kind = {kind: [t for t in about.tasks if t.kind is kind] for kind in TaskKind}
    reviews = [task for task in about.tasks if task.kind in _REVIEWS]
    parts = {
        "muc_dich": bool(plan.purposes or plan.requirements),
        "noi_dung": bool(by_kind[TaskKind.CONTENT] or about.targets),
        "khen_thuong": bool(plan.rewards),
        "so_ket": bool(reviews),
        "to_chuc": bool(by_kind[TaskKind.CARRYING_OUT]),
    }
    return {
        "viec": launching(plan),
        "ten": plan.name,
        "chu_de": plan.theme,
        "thoi_gian": _span(plan),
        "can_cu": _bases(plan, about.above),
        "muc_dich": _items(_lines(plan.purposes)),
        "yeu_cau": _items(_lines(plan.requirements)),
        "noi_dung": _contents(by_kind[TaskKind.CONTENT]),
        "chi_tieu": targets(about.targets),
        "khen_thuong": _items(_lines(plan.rewards)),
        "so_ket": _items(map(_with_who, reviews)),
        "to_chuc": _contents(by_kind[TaskKind.CARRYING_OUT]),
        "noi_nhan": _items(one for one in _lines(plan.addressees) if not _is_archive(one)),
        "muc": _numbers(parts),
    }


def launching(plan: Movement) -> str:
    """«Phát động phong trào thi đua …», whatever the movement's name begins with."""
    name = plan.name.strip().rstrip(".")
    read = fold(name)
    lower = f"{name[:1].lower()}{name[1:]}"
    if read.startswith("phong trao"):
        return word("plan.launch", name=lower)
    if read.startswith("thi dua"):
        return word("plan.launch_movement", name=lower)
    if "phat dong" in read:
        return name
    return word("plan.launch_named", name=name)


def targets(found: Sequence[Target]) -> Rows:
    """Targets as lines: the first of a number as «(3)», further ones as «-», headings before."""
    rows: Rows = []
    heading = number = ""
    for one in found:
        if one.heading and one.heading != heading:
            rows.append({"dau": "", "noi_dung": one.heading, "nhom": "co"})
        own = one.number.partition(".")[0]
        first = not own or own != number
        mark = f"({own})" if first and own else "-"
        rows.append({"dau": mark, "noi_dung": target_line(one), "nhom": "khong"})
        heading, number = one.heading, own
    return rows


def target_line(one: Target) -> str:
    """«Tỷ lệ lao động qua đào tạo: từ 87% đến 88% (năm 2025)», every figure as written."""
    asked = f"{one.content}: {phrase(one)}" if one.planned else one.content
    about = [part for part in (_period(one.period), _base(one)) if part]
    said = f"{asked} ({'; '.join(about)})" if about else asked
    if one.responsible and fold(one.responsible) not in fold(said):
        said = word("plan.responsible", said=said, who=one.responsible)
    return together(said)


def _bases(plan: Movement, above: Sequence[Movement]) -> Rows:
    """The plan's bases, and the movement it answers where they do not cite it.

    Only what begins with «Căn cứ» is set in italics (NĐ 30 Phụ lục I mục II.6.e).
    """
    lines = _lines(plan.bases)
    lines += [
        _answered(one)
        for one in above[-1:]
        if not (one.plan_number and one.plan_number in plan.bases)
    ]
    return [
        {"noi_dung": together(line), "nghieng": "co" if _is_basis(line) else "khong"}
        for line in lines
    ]


def _is_basis(line: str) -> bool:
    return fold(line).startswith("can cu ")


def _period(period: str) -> str:
    read = period.strip()
    if read.isdigit():
        return word("plan.year", year=read)
    if read and read[0].isdigit():
        return word("plan.years", years=read)
    return f"{read[:1].lower()}{read[1:]}"


def _base(one: Target) -> str:
    if one.base_year and one.base_value:
        return word("plan.base_value", year=one.base_year, value=one.base_value)
    return word("plan.base", year=one.base_year) if one.base_year else ""


def _contents(tasks: Sequence[MovementTask]) -> Rows:
    return [
        {"so": str(place), "noi_dung": together(_with_who(task)), "dau": "."}
        for place, task in enumerate(tasks, start=1)
    ]


def _with_who(task: MovementTask) -> str:
    content = _closed(task.content)
    if task.responsible and fold(task.responsible) not in fold(content):
        content = f"{task.responsible}: {content}"
    return _with_day(task, content)


def _with_day(task: MovementTask, content: str) -> str:
    """The day it is due, unless the words say it: «năm 2023» says the end of 2023."""
    if task.due is None or short_date(task.due) in content or long_date(task.due) in content:
        return content
    if (task.due.month, task.due.day) == _LAST_OF_YEAR and str(task.due.year) in content:
        return content
    return word("plan.due", content=content, day=short_date(task.due))


def _items(lines: Iterable[str]) -> Rows:
    texts = [_closed(line) for line in lines]
    last = len(texts) - 1
    return [
        {"noi_dung": together(text), "dau": "." if place == last else ";"}
        for place, text in enumerate(texts)
    ]


def _lines(text: str) -> list[str]:
    return [_closed(line) for line in text.split("\n") if line.strip()]


def _closed(text: str) -> str:
    """A line without the sign it ends with: the paper sets its own."""
    return text.strip().removesuffix("./.").rstrip(" ;.")


def _is_archive(line: str) -> bool:
    """«Lưu: VT …»: the paper closes its list of receivers with the office's own."""
    return fold(line).startswith(("luu:", "luu vt"))


def _span(plan: Movement) -> str:
    if plan.start and plan.end:
        return word("movement.period", start=short_date(plan.start), end=short_date(plan.end))
    return word("movement.since", start=short_date(plan.start)) if plan.start else ""


def _answered(one: Movement) -> str:
    """«Căn cứ Kế hoạch số … của … về …»: a movement that this one answers, as far as known."""
    if not one.issuer:
        return word("plan.above_bare", name=one.name)
    if not (one.plan_number and one.issued):
        return word("plan.above_unnumbered", name=one.name, issuer=one.issuer)
    return together(
        word(
            "plan.above",
            number=one.plan_number,
            date=long_date(one.issued),
            issuer=one.issuer,
            name=one.name,
        )
    )


def _numbers(parts: dict[str, bool]) -> dict[str, str]:
    there = [name for name, found in parts.items() if found]
    return {name: _ROMAN[there.index(name)] if name in there else "" for name in parts}
