"""The plan of a movement: what it says, what a pasted text seems to say, whom it answers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from khenthuong import storage, texts
from khenthuong.domain.figures import says_nothing_left
from khenthuong.domain.kinds import Comparison
from khenthuong.domain.movement import Movement, MovementTask, Progress, Target, number_key
from khenthuong.domain.plan_text import ProposedPlan
from khenthuong.domain.plan_text import propose as propose_split
from khenthuong.domain.targets import AnyTarget
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.workspace import Workspace

PREFIX = "PT"


@dataclass(frozen=True)
class Plan:
    """A movement with the numbered lines and the targets of its plan, in the plan's order."""

    movement: Movement
    tasks: tuple[MovementTask, ...] = ()
    targets: tuple[Target, ...] = ()


def movements(ws: Workspace) -> tuple[Movement, ...]:
    """All movements, the earliest plan first."""
    return tuple(storage.movements.movements(ws.books).values())


def get(ws: Workspace, code: str) -> Movement:
    """One movement; raises NotFoundError."""
    found = storage.movements.movements(ws.books).get(code)
    if found is None:
        raise NotFoundError("books.not_found", key=code)
    return found


def plan(ws: Workspace, code: str) -> Plan:
    """A movement's whole plan; raises NotFoundError."""
    with ws.books.read():
        return Plan(
            get(ws, code),
            storage.movements.tasks(ws.books, code),
            storage.movements.targets(ws.books, code),
        )


def path(ws: Workspace, code: str) -> tuple[Movement, ...]:
    """The movements it answers, the highest first, down to itself; raises NotFoundError."""
    known = storage.movements.movements(ws.books)
    found = [get(ws, code)]
    while (above := known.get(found[0].parent)) is not None and above not in found:
        found.insert(0, above)
    return tuple(found)


def answers(ws: Workspace, code: str) -> tuple[Movement, ...]:
    """The movements launched below in answer to this one."""
    return tuple(one for one in movements(ws) if one.parent == code)


def new_code(ws: Workspace) -> str:
    """A code that no movement has: PT-001."""
    numbers = (
        re.fullmatch(rf"{PREFIX}-?(\d+)", code) for code in storage.movements.movements(ws.books)
    )
    last = max((int(found[1]) for found in numbers if found), default=0)
    return f"{PREFIX}-{last + 1:03}"


def propose(ws: Workspace, text: str) -> ProposedPlan:
    """What a plan pasted from Word seems to say; nothing is written.

    The movement whose plan number the bases cite is proposed as the one it answers.
    """
    found = propose_split(text)
    cited = found.movement.bases
    above = [
        one
        for one in movements(ws)
        if one.plan_number and one.plan_number != found.movement.plan_number
        if re.search(rf"(?<![\w/]){re.escape(one.plan_number)}(?![\w/])", cited)
    ]
    parent = above[0].code if len(above) == 1 else ""
    return replace(found, movement=replace(found.movement, parent=parent))


def launch(ws: Workspace, found: ProposedPlan | Plan) -> Plan:
    """Write a confirmed proposal as a new movement, in one operation; returns it with its code.

    Raises UserError for a plan without a name, or where two lines or targets have one key.
    """
    code = new_code(ws)
    made = Plan(
        replace(found.movement, code=code),
        tuple(replace(one, movement=code) for one in found.tasks),
        tuple(replace(one, movement=code) for one in found.targets),
    )
    save_plan(ws, made)
    return made


def save_plan(ws: Workspace, value: Plan) -> None:
    """Make this the whole plan of its movement, in one operation.

    Figures follow a target whose wording changed. Raises UserError as `check` does, and for a
    target that was taken out although figures were recorded for it.
    """
    check(ws, value)
    code = value.movement.code
    old = storage.movements.targets(ws.books, code)
    moved = _moved_progress(ws, old, value.targets, code)
    with ws.books.write(texts.say("operation.movement", {"movement": code})):
        storage.movements.save_movement(ws.books, value.movement)
        storage.movements.save_tasks(ws.books, code, value.tasks)
        storage.movements.save_targets(ws.books, code, value.targets)
        for was, now in moved:
            storage.movements.remove(ws.books, was)
            storage.movements.save(ws.books, now)


def save_movement(ws: Workspace, value: Movement) -> None:
    """Add or change a movement, its tasks and targets left alone; raises UserError as `check`."""
    check(ws, Plan(value))
    with ws.books.write(texts.say("operation.movement", {"movement": value.code})):
        storage.movements.save_movement(ws.books, value)


def remove(ws: Workspace, code: str) -> None:
    """Take a movement out with its plan, participants and figures; the history brings it back.

    Raises BooksError while an achievement, a round, a good example or a movement below names it.
    """
    found = get(ws, code)
    label = texts.say("operation.remove_movement", {"movement": code})
    with ws.books.write(label):
        storage.movements.remove_movement(ws.books, found)


def check(ws: Workspace, value: Plan) -> None:
    """Raise UserError for what cannot be a plan: no name, days that run back, a circle, one key
    twice."""
    movement = value.movement
    if not movement.name.strip():
        raise UserError("movement.no_name")
    if movement.start and movement.end and movement.end < movement.start:
        raise UserError("movement.days", start=movement.start, end=movement.end)
    _check_circle(ws, movement)
    _check_twice([one.number for one in value.tasks], "movement.number_twice")
    for one in value.targets:
        check_target(one)
    keys = [" · ".join((one.content, one.period)) for one in value.targets]
    _check_twice(keys, "movement.target_twice")


def check_target(one: AnyTarget) -> None:
    """Raise UserError for a target without content, whose two values are not a range, or whose
    value is words although a unit stands beside it: «thon na» km."""
    if not one.content.strip():
        raise UserError("movement.target_no_content")
    if bool(one.planned_to) is not (one.comparison is Comparison.RANGE):
        raise UserError("movement.target_range", content=one.content)
    _check_words(one, one.planned, "movement.target_words")
    _check_words(one, one.planned_to, "movement.target_words_to")


def _check_words(one: AnyTarget, value: str, code: str) -> None:
    if one.unit.strip() and _only_words(value):
        raise UserError(code, content=one.content, value=value.strip(), unit=one.unit.strip())


def _only_words(value: str) -> bool:
    """Whether a value says neither a number nor that nothing is left."""
    return (
        bool(value.strip())
        and not says_nothing_left(value)
        and not any(character.isdigit() for character in value)
    )


def _check_circle(ws: Workspace, movement: Movement) -> None:
    known = {**storage.movements.movements(ws.books), movement.code: movement}
    above, seen = movement.parent, {movement.code}
    while above:
        if above in seen:
            raise UserError("movement.circle", movement=movement.name, parent=movement.parent)
        seen.add(above)
        above = known[above].parent if above in known else ""


def _check_twice(keys: Sequence[str], code: str) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise UserError(code, key=key.rstrip(" ·"))
        seen.add(key)


def _moved_progress(
    ws: Workspace, old: Sequence[Target], new: Sequence[Target], movement: str
) -> list[tuple[Progress, Progress]]:
    """Figures of targets that were reworded: the row before, the row after."""
    kept = {(one.content, one.period) for one in new}
    gone = {(one.content, one.period): one for one in old if (one.content, one.period) not in kept}
    here = {(one.content, one.period) for one in old}
    renamed = _renamed(gone, [one for one in new if (one.content, one.period) not in here])
    moved: list[tuple[Progress, Progress]] = []
    for one in storage.movements.progress(ws.books, movement):
        key = (one.content, one.period)
        if one.recipient or key not in gone:
            continue
        if key not in renamed:
            raise UserError("movement.target_has_figures", content=one.content, day=one.day)
        now = renamed[key]
        moved.append((one, replace(one, content=now.content, period=now.period)))
    return moved


def _renamed(
    gone: Mapping[tuple[str, str], Target], added: Sequence[Target]
) -> dict[tuple[str, str], Target]:
    """Each target that is gone and the one that took its place: of the same number, else alone."""
    found: dict[tuple[str, str], Target] = {}
    for key, one in gone.items():
        same = [new for new in added if one.number and new.number == one.number]
        same = [new for new in same if new.period == one.period] or same
        if len(same) == 1:
            found[key] = same[0]
    if not found and len(gone) == len(added) == 1:
        found[next(iter(gone))] = added[0]
    return found


def in_order(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Targets as the plan numbers them."""
    return tuple(sorted(targets, key=lambda one: number_key(one.number)))
