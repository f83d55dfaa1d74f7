"""Figures reached, by month or quarter, with what proves them; and where every target stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.movement import Progress, Target, UnitTarget
from khenthuong.domain.targets import (
    AnyTarget,
    TargetStanding,
    TargetState,
    phrase,
    standings,
    with_unit,
)
from khenthuong.errors import UserError
from khenthuong.services.movements import plans
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class TargetLine:
    """A target with where it stands today, in words, and every figure recorded for it."""

    target: AnyTarget
    wanted: str
    standing: TargetStanding
    sentence: str
    figures: tuple[Progress, ...] = ()

    @property
    def state(self) -> TargetState:
        """Where it stands."""
        return self.standing.state

    @property
    def figure(self) -> str:
        """The figure it is judged by, as written; "" for none."""
        return self.standing.figure.text if self.standing.figure else ""

    @property
    def figure_text(self) -> str:
        """The figure with its unit and, where it is not the whole period's, its day."""
        found = self.standing.figure
        if found is None:
            return ""
        value = with_unit(found.text, self.target.unit)
        if found.day is None:
            return value
        return texts.say("movement.figure_on", {"value": value, "day": found.day})


def of_movement(ws: Workspace, movement: str, today: date | None = None) -> tuple[TargetLine, ...]:
    """The targets of a movement's plan, in its order; raises NotFoundError."""
    return _lines(ws, movement, storage.movements.targets(ws.books, movement), today)


def of_participants(
    ws: Workspace, movement: str, recipient: str = "", today: date | None = None
) -> tuple[TargetLine, ...]:
    """The participants' own targets, or those of one; raises NotFoundError for the movement."""
    found = storage.movements.unit_targets(ws.books, movement)
    mine = [one for one in found if recipient in ("", one.recipient)]
    by_unit: dict[str, list[UnitTarget]] = {}
    for one in mine:
        by_unit.setdefault(one.recipient, []).append(one)
    return tuple(line for own in by_unit.values() for line in _lines(ws, movement, own, today))


def counted(lines: Iterable[TargetLine]) -> dict[TargetState, int]:
    """How many targets are in which state, every state named."""
    found = dict.fromkeys(TargetState, 0)
    for line in lines:
        found[line.state] += 1
    return found


def summary(lines: Sequence[TargetLine]) -> str:
    """«3 chỉ tiêu: 1 vượt, 2 đạt»; "" where there is none."""
    if not lines:
        return ""
    parts = [f"{n} {texts.label(s).lower()}" for s, n in counted(lines).items() if n]
    return texts.say("movement.targets_counted", {"count": len(lines), "states": ", ".join(parts)})


def figures(ws: Workspace, movement: str) -> tuple[Progress, ...]:
    """Every figure recorded for a movement, the participants' too, in order of days."""
    found = storage.movements.progress(ws.books, movement)
    return tuple(sorted(found, key=lambda one: (one.day, one.recipient, one.content)))


def record(ws: Workspace, movement: str, values: Iterable[Progress]) -> int:
    """Add or change figures in one operation; a figure emptied is taken out; returns how many rows
    changed.

    Evidence named before stays. Raises UserError for a figure of a target that is not there.
    """
    known = {_key(one): one for one in storage.movements.progress(ws.books, movement)}
    targets = _keys_of_targets(ws, movement)
    changed = 0
    with ws.books.write(texts.say("operation.progress", {"movement": movement})):
        for one in values:
            if (one.recipient, one.content, one.period) not in targets:
                raise UserError("movement.no_such_target", content=one.content, movement=movement)
            old = known.get(_key(one))
            if one.value.strip() or one.note.strip():
                kept = replace(one, evidence=one.evidence or (old.evidence if old else ()))
                changed += storage.movements.save(ws.books, kept)
            elif old is not None:
                storage.movements.remove(ws.books, old)
                changed += 1
    return changed


def remove(ws: Workspace, value: Progress) -> None:
    """Take a figure out; the history keeps it."""
    with ws.books.write(texts.say("operation.progress", {"movement": value.movement})):
        storage.movements.remove(ws.books, value)


def add_evidence(ws: Workspace, value: Progress, sources: Iterable[Path]) -> Progress:
    """Keep files as evidence of a recorded figure, in one write; returns the figure with them.

    Raises BooksError for what is no readable file (nothing is kept then).
    """
    with ws.books.write(texts.say("operation.progress", {"movement": value.movement})):
        names = [storage.evidence.add(ws.books, source).name for source in sources]
        kept = replace(value, evidence=tuple(dict.fromkeys((*value.evidence, *names))))
        storage.movements.save(ws.books, kept)
    return kept


def finish(ws: Workspace, movement: str, values: Iterable[tuple[AnyTarget, str]]) -> None:
    """Fill in «Thực hiện», the result of the whole period, of targets; one operation."""
    with ws.books.write(texts.say("operation.progress", {"movement": movement})):
        for target, achieved in values:
            storage.movements.save(ws.books, replace(target, achieved=achieved.strip()))


def _key(one: Progress) -> tuple[str, str, str, date]:
    return one.recipient, one.content, one.period, one.day


def _keys_of_targets(ws: Workspace, movement: str) -> set[tuple[str, str, str]]:
    own: set[tuple[str, str, str]] = {
        ("", one.content, one.period) for one in storage.movements.targets(ws.books, movement)
    }
    units = storage.movements.unit_targets(ws.books, movement)
    return own | {(one.recipient, one.content, one.period) for one in units}


def _lines(
    ws: Workspace, code: str, targets: Sequence[AnyTarget], today: date | None
) -> tuple[TargetLine, ...]:
    told = storage.movements.progress(ws.books, code)
    found = standings(targets, told, plans.get(ws, code), today or ws.today())
    return tuple(
        TargetLine(
            target,
            phrase(target),
            standing,
            texts.say(standing.reason, standing.arguments),
            _figures_of(target, told),
        )
        for target, standing in zip(targets, found, strict=True)
    )


def _figures_of(target: AnyTarget, told: Sequence[Progress]) -> tuple[Progress, ...]:
    recipient = "" if isinstance(target, Target) else target.recipient
    key = (recipient, target.content, target.period)
    own = (one for one in told if (one.recipient, one.content, one.period) == key)
    return tuple(sorted(own, key=lambda one: one.day))
