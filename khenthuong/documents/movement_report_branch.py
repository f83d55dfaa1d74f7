"""The tree's branches of what came of a movement: registration, pledges, sơ kết, tổng kết, aims.

Every figure is counted from the rows printed beside it, so that sums add up on the paper itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from khenthuong import texts
from khenthuong.documents.filters import padded, short_date, together
from khenthuong.documents.movement_branch import movement_branch
from khenthuong.documents.wording import joined, short_award, word
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.kinds import RecipientKind, TaskKind
from khenthuong.domain.movement_report import (
    AimResult,
    Commended,
    MovementReport,
    TakingPart,
    TargetResult,
    TaskStanding,
    tally,
)
from khenthuong.domain.targets import TargetState

Branch = dict[str, object]
Rows = list[dict[str, object]]
_LINE = "\n"


def _report(facts: DossierFacts) -> MovementReport | None:
    return facts.subject.report if facts.subject else None


def registration(facts: DossierFacts) -> Branch:
    """`dang_ky_thi_dua`: who registered, aiming at what, with which targets and pledge."""
    told = _report(facts)
    if told is None:
        return {}
    targets = sum(len(one.targets) for one in told.taking)
    aims = sum(len(one.aims) for one in told.taking)
    return {
        **_named(facts, told),
        "dong": [_registered(place, one, facts) for place, one in enumerate(told.taking, start=1)],
        "tong": word(
            "registration.total", who=_who(told.taking), aims=padded(aims), targets=padded(targets)
        ),
    }


def pledges(facts: DossierFacts) -> Branch:
    """`giao_uoc`: who signs, and what each of them pledged and set itself."""
    told = _report(facts)
    if told is None:
        return {}
    plan = facts.subject.movement if facts.subject else None
    contents = [one.content for one in plan.tasks if one.kind is TaskKind.CONTENT] if plan else []
    return {
        **_named(facts, told),
        "noi_dung": [{"noi_dung": _closed(one)} for one in contents],
        "ben": [
            {
                "stt": place,
                "ten": one.name,
                "dai_dien": one.head if one.kind is RecipientKind.UNIT else one.name,
                "cam_ket": _pledged(one),
            }
            for place, one in enumerate(told.taking, start=1)
        ],
        "so_ben": _who(told.taking),
    }


def report(facts: DossierFacts) -> Branch:
    """`bao_cao`: targets, participants, examples, awards, tasks, with their sums."""
    told = _report(facts)
    if told is None:
        return {}
    own = [one for part in told.taking for one in part.targets]
    return {
        **_named(facts, told),
        "ngay": short_date(told.day),
        "chi_tieu": _targets(told.targets),
        "tong_chi_tieu": _summed(told.targets),
        "con_lai": _unfinished(told.targets),
        "don_vi": [_participant(place, one) for place, one in enumerate(told.taking, start=1)],
        "don_vi_cong": _tally_row(own),
        "so_don_vi": _who(told.taking),
        "chi_tieu_don_vi": _own_targets(told.taking),
        "dien_hinh": _examples(told),
        "so_dien_hinh": padded(len(told.examples)),
        "khen": _by_award(facts, told.commended),
        "khen_danh_sach": _commended(facts, told.commended),
        "de_nghi": _proposals(told),
        "viec": [_task(place, one) for place, one in enumerate(told.tasks, start=1)],
        "viec_cham": _late(told.tasks),
    }


def aims(facts: DossierFacts) -> Branch:
    """`ket_qua_dang_ky`: each award registered for in the year, what came of it, and why."""
    found = facts.subject.aims if facts.subject else ()
    by_state: dict[str, int] = {}
    for one in found:
        by_state[one.came] = by_state.get(one.came, 0) + 1
    rows = [_aim(facts, place, one) for place, one in enumerate(found, start=1)]
    parts = [f"{said.lower()} {padded(amount)}" for said, amount in by_state.items()]
    total = word("aims.total", count=padded(len(rows)), parts=", ".join(parts)) if rows else ""
    return {"dong": rows, "tong": total}


def _named(facts: DossierFacts, told: MovementReport) -> Branch:
    """The movement's name, plan and days, as other papers write them."""
    return movement_branch(replace(facts, movement=told.movement))


def _registered(place: int, one: TakingPart, facts: DossierFacts) -> dict[str, object]:
    return {
        "stt": place,
        "ten": _with_unit(one.name, one.unit_name),
        "ngay": short_date(one.registered),
        "danh_hieu": _LINE.join(short_award(name, facts.office) for name in one.aims),
        "chi_tieu": _LINE.join(_target_line(target) for target in one.targets),
        "giao_uoc": one.pledge,
    }


def _pledged(one: TakingPart) -> str:
    lines = [*one.pledge.split("\n"), *(_target_line(target) for target in one.targets)]
    return _LINE.join(_closed(line) for line in lines if line.strip())


def _target_line(one: TargetResult) -> str:
    said = f"{one.content}: {one.wanted}" if one.wanted else one.content
    return together(f"{said} ({one.period})" if one.period else said)


def _targets(found: Sequence[TargetResult]) -> Rows:
    """One row a target, by the plan's own numbers where every target has one."""
    numbered = all(one.number for one in found)
    return [
        {
            "stt": one.number if numbered else place,
            "ten": f"{one.content} ({one.period})" if one.period else one.content,
            "ke_hoach": together(one.wanted),
            "thuc_hien": together(one.reached),
            "tinh_hinh": texts.label(one.state),
            "vi_sao": one.sentence,
        }
        for place, one in enumerate(found, start=1)
    ]


def _own_targets(taking: Sequence[TakingPart]) -> Rows:
    rows = ((part.name, row) for part in taking for row in _targets(part.targets))
    return [
        {**row, "stt": place, "don_vi": name} for place, (name, row) in enumerate(rows, start=1)
    ]


def _summed(found: Sequence[TargetResult]) -> str:
    """«Tổng số 05 chỉ tiêu: vượt 01, đạt 02 …»: the parts make the total."""
    if not found:
        return word("report.no_targets")
    states = [one.state for one in found]
    parts = [
        f"{texts.label(state).lower()} {padded(states.count(state))}"
        for state in TargetState
        if state in states
    ]
    return word("report.targets", count=padded(len(found)), parts=", ".join(parts))


def _unfinished(found: Sequence[TargetResult]) -> str:
    left = tally(found).open
    return word("report.unfinished", count=padded(left)) if left else ""


def _participant(place: int, one: TakingPart) -> dict[str, object]:
    return {
        "stt": place,
        "ten": _with_unit(one.name, one.unit_name),
        **_tally_row(one.targets),
        "nhan_xet": one.assessment,
    }


def _tally_row(targets: Iterable[TargetResult]) -> dict[str, object]:
    counted = tally(targets)
    return {
        "so": str(counted.total),
        "vuot": str(counted.exceeded),
        "dat": str(counted.met),
        "khong_dat": str(counted.not_met),
        "chua_xong": str(counted.open),
    }


def _who(taking: Sequence[TakingPart]) -> str:
    """«03 tập thể, 02 cá nhân»; a word for nobody."""
    kinds = [one.kind for one in taking]
    parts = [
        together(word(f"count.{kind.value}", number=padded(kinds.count(kind))))
        for kind in RecipientKind
        if kind in kinds
    ]
    return joined(parts) or word("report.nobody")


def _examples(told: MovementReport) -> Rows:
    return [
        {
            "stt": place,
            "ten": one.example.name,
            "cua": one.whose,
            "noi_dung": one.example.content,
            "buoc": texts.label(one.example.stage),
        }
        for place, one in enumerate(told.examples, start=1)
    ]


def _by_award(facts: DossierFacts, found: Sequence[Commended]) -> Branch:
    """How many of each kind got which award; the last row is the sum."""
    counts: dict[str, dict[RecipientKind, int]] = {}
    for one in found:
        name = short_award(one.award, facts.office)
        line = counts.setdefault(name, dict.fromkeys(RecipientKind, 0))
        line[one.kind] += 1
    rows = [
        {"stt": place, "ten": name, **_kinds(line)}
        for place, (name, line) in enumerate(counts.items(), start=1)
    ]
    total = {kind: sum(line[kind] for line in counts.values()) for kind in RecipientKind}
    return {"dong": rows, "cong": _kinds(total)}


def _kinds(line: dict[RecipientKind, int]) -> dict[str, object]:
    figures: dict[str, object] = {kind.value: str(amount) for kind, amount in line.items()}
    return {**figures, "cong": str(sum(line.values()))}


def _commended(facts: DossierFacts, found: Sequence[Commended]) -> Rows:
    return [
        {
            "stt": place,
            "ten": _with_unit(one.name, one.unit_name),
            "hinh_thuc": short_award(one.award, facts.office),
            "quyet_dinh": _decision(one),
        }
        for place, one in enumerate(found, start=1)
    ]


def _decision(one: Commended) -> str:
    if one.number and one.day:
        day = short_date(one.day)
        return together(word("report.decision", number=one.number, day=day))
    return together(one.number or short_date(one.day))


def _proposals(told: MovementReport) -> str:
    found = told.proposals
    if not found.rounds:
        return word("report.no_rounds")
    return word(
        "report.proposals",
        rounds=padded(found.rounds),
        nominated=padded(found.nominated),
        granted=padded(found.granted),
        refused=padded(found.refused),
        waiting=padded(found.waiting),
    )


def _task(place: int, one: TaskStanding) -> dict[str, object]:
    task = one.task
    who = f" ({task.responsible})" if task.responsible else ""
    return {
        "stt": task.number or place,
        "viec": f"{_closed(task.content)}{who}",
        "han": short_date(task.due),
        "xong": short_date(task.done),
        "tinh_hinh": _task_state(one),
    }


def _task_state(one: TaskStanding) -> str:
    task = one.task
    if task.done:
        late = word("report.done_late", days=one.late) if one.late else word("report.done")
        return f"{late}. {_closed(task.result)}." if task.result else late
    if one.late:
        return word("report.overdue", days=one.late)
    return word("report.waiting") if task.due else word("report.no_day")


def _late(tasks: Sequence[TaskStanding]) -> str:
    if not tasks:
        return ""
    done = sum(one.task.done is not None for one in tasks)
    late = sum(one.late > 0 for one in tasks)
    return word("report.tasks", count=padded(len(tasks)), done=padded(done), late=padded(late))


def _aim(facts: DossierFacts, place: int, one: AimResult) -> dict[str, object]:
    return {
        "stt": place,
        "ten": one.name,
        "don_vi": one.unit_name,
        "dang_ky": short_award(one.award, facts.office),
        "ngay": short_date(one.registered),
        "ket_qua": one.came,
        "vi_sao": one.reason,
    }


def _with_unit(name: str, unit: str) -> str:
    return f"{name}, {unit}" if unit else name


def _closed(text: str) -> str:
    """Without the sign it ends with: the paper sets its own."""
    return text.strip().removesuffix("./.").rstrip(" ;.")
