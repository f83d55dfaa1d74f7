"""Everything about movements as plain data, for the command `movements`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from khenthuong import texts
from khenthuong.domain.movement import Movement, MovementTask, Progress, Registration
from khenthuong.services.movements import participants, plans, progress
from khenthuong.services.movements.participants import ParticipantLine
from khenthuong.services.movements.progress import TargetLine
from khenthuong.services.workspace import Workspace


def as_json(ws: Workspace) -> list[dict[str, Any]]:
    """Every movement with its plan, targets and their states, participants and figures."""
    with ws.books.read():
        return [_movement(ws, one) for one in plans.movements(ws)]


def _movement(ws: Workspace, one: Movement) -> dict[str, Any]:
    targets = progress.of_movement(ws, one.code)
    taking = participants.of_movement(ws, one.code)
    return {
        "code": one.code,
        "name": one.name,
        "theme": one.theme,
        "plan_number": one.plan_number,
        "issued": _day(one.issued),
        "issuer": one.issuer,
        "start": _day(one.start),
        "end": _day(one.end),
        "kind": one.kind.value,
        "level": one.level.value if one.level else None,
        "parent": one.parent or None,
        "path": [above.code for above in plans.path(ws, one.code)],
        "bases": _paragraphs(one.bases),
        "purposes": _paragraphs(one.purposes),
        "requirements": _paragraphs(one.requirements),
        "rewards": _paragraphs(one.rewards),
        "addressees": _paragraphs(one.addressees),
        "tasks": [_task(task) for task in plans.plan(ws, one.code).tasks],
        "targets": [_target(line) for line in targets],
        "targets_count": len(targets),
        "states": {state.value: n for state, n in progress.counted(targets).items() if n},
        "participants": [_participant(line) for line in taking],
    }


def _target(line: TargetLine) -> dict[str, Any]:
    target = line.target
    return {
        "number": getattr(target, "number", ""),
        "heading": getattr(target, "heading", ""),
        "content": target.content,
        "unit": target.unit,
        "comparison": target.comparison.value,
        "comparison_text": texts.label(target.comparison),
        "planned": target.planned,
        "planned_to": target.planned_to,
        "planned_text": line.wanted,
        "period": target.period,
        "base_year": getattr(target, "base_year", ""),
        "base_value": target.base_value,
        "responsible": getattr(target, "responsible", ""),
        "cumulative": target.cumulative,
        "achieved": target.achieved,
        "state": line.state.value,
        "state_text": texts.label(line.state),
        "sentence": line.sentence,
        "progress": _figures(line.figures),
    }


def _task(task: MovementTask) -> dict[str, Any]:
    return {
        "number": task.number,
        "kind": task.kind.value,
        "content": task.content,
        "responsible": task.responsible,
        "unit": task.unit or None,
        "due": _day(task.due),
        "done": _day(task.done),
        "result": task.result,
    }


def _participant(line: ParticipantLine) -> dict[str, Any]:
    return {
        "recipient": line.participant.recipient,
        "name": line.name,
        "registered": _day(line.participant.registered),
        "pledge": line.participant.pledge,
        "assessment": line.participant.assessment,
        "targets": [_target(target) for target in line.targets],
        "aims": [_aim(one) for one in line.aims],
    }


def _aim(one: Registration) -> dict[str, Any]:
    return {"award": one.award, "year": str(one.year), "note": one.note}


def _figures(found: Sequence[Progress]) -> list[dict[str, Any]]:
    return [
        {
            "day": one.day.isoformat(),
            "value": one.value,
            "note": one.note,
            "evidence": list(one.evidence),
        }
        for one in found
    ]


def _paragraphs(text: str) -> list[str]:
    return text.split("\n") if text else []


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
