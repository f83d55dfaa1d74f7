"""What the screen of movements reads and writes, on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from khenthuong.domain.movement import Movement, Participant, Progress, UnitTarget
from khenthuong.domain.plan_text import ProposedPlan

PLAN = "ke_hoach_phat_dong"
"""The form of the plan that launches a movement."""


@dataclass(frozen=True)
class MovementRow:
    """One line of the list: a movement, and how its targets stand."""

    movement: Movement
    states: str

    @property
    def name(self) -> str:
        """Its name."""
        return self.movement.name

    @property
    def years(self) -> str:
        """«2025», «2021-2025»: from the year it begins to the year it ends."""
        days = (self.movement.start, self.movement.end)
        return "-".join(dict.fromkeys(str(day.year) for day in days if day))


@dataclass(frozen=True)
class MovementView:
    """Everything about the movement that is open."""

    plan: Any
    path: tuple[Movement, ...]
    answers: tuple[Movement, ...]
    targets: Sequence[Any]
    participants: Sequence[Any]
    aims: Sequence[Any]
    awards: Sequence[tuple[str, str]]
    rounds: Sequence[Any]


def read_rows(ws: Any) -> tuple[MovementRow, ...]:
    """All movements, the latest plan first."""
    from khenthuong.services.movements import plans, progress

    found: list[MovementRow] = []
    with ws.books.read():
        for one in reversed(plans.movements(ws)):
            states = progress.summary(progress.of_movement(ws, one.code))
            found.append(MovementRow(one, states))
    return tuple(found)


def read_view(ws: Any, code: str) -> MovementView:
    """One movement with everything the tabs show."""
    from khenthuong.services.movements import outcomes, participants, plans, progress, results

    year = participants.award_year(ws, code)
    return MovementView(
        plans.plan(ws, code),
        plans.path(ws, code),
        plans.answers(ws, code),
        progress.of_movement(ws, code),
        participants.of_movement(ws, code),
        outcomes.of_year(ws, year, code),
        sorted((name, key) for key, name in ws.award_names.items()),
        results.rounds_of(ws, code),
    )


def propose(ws: Any, text: str) -> ProposedPlan:
    """What a pasted plan seems to say."""
    from khenthuong.services.movements import plans

    return plans.propose(ws, text)


def save_plan(ws: Any, plan: Any) -> str:
    """Write a whole plan, a new one under a code of its own; returns the code."""
    from khenthuong.services.movements import plans

    if not plan.movement.code:
        return plans.launch(ws, plan).movement.code
    plans.save_plan(ws, plan)
    return plan.movement.code


def remove_movement(ws: Any, code: str) -> None:
    """Take a movement out."""
    from khenthuong.services.movements import plans

    plans.remove(ws, code)


def save_participant(
    ws: Any,
    value: Participant,
    targets: Sequence[UnitTarget] | None,
    aims: Sequence[tuple[str, str]] | None,
) -> None:
    """Write a participant with its own targets and aims."""
    from khenthuong.services.movements import participants

    participants.save(ws, value, targets, aims)


def register(ws: Any, movement: str, recipient: str) -> int:
    """Register somebody today."""
    from khenthuong.services.movements import participants

    return participants.register(ws, movement, [recipient], ws.today())


def remove_participant(ws: Any, value: Participant) -> None:
    """Take a participant out."""
    from khenthuong.services.movements import participants

    participants.remove(ws, value)


def record(ws: Any, movement: str, values: Sequence[Progress]) -> int:
    """Write figures of a day."""
    from khenthuong.services.movements import progress

    return progress.record(ws, movement, values)


def add_evidence(ws: Any, value: Progress, files: Sequence[Path]) -> int:
    """Keep files for a figure, recording the figure first where it is new."""
    from khenthuong.services.movements import progress

    progress.add_evidence(ws, value, files)
    return len(files)


def to_achievements(ws: Any, movement: str, recipients: Sequence[str]) -> int:
    """Turn results into achievements."""
    from khenthuong.services.movements import results

    return len(results.to_achievements(ws, movement, recipients))


def start_round(ws: Any, movement: str) -> str:
    """Open a round for the movement."""
    from khenthuong.services.movements import results

    return results.start_round(ws, movement).code


def make_paper(ws: Any, code: str, form: str = PLAN) -> tuple[Path, str]:
    """Make a paper of the movement, its plan unless said otherwise; its file and title."""
    from khenthuong.domain.office_papers import Subject

    return make_again(ws, form, Subject(movement=code))


def make_again(ws: Any, form: str, about: Any) -> tuple[Path, str]:
    """Make a paper; one made before and not issued is made again with what was answered then."""
    from khenthuong.services.paperwork import office_papers

    before = (one for one in office_papers.papers(ws) if (one.form, one.subject) == (form, about))
    old = next((one for one in before if not one.issued), None)
    answers, code = (old.answers.values, old.code) if old is not None else ({}, "")
    made = office_papers.make(ws, form, about, answers, code)
    return made.path, made.paper.title


def figure_rows(view: MovementView, day: date) -> tuple[Progress, ...]:
    """A figure for every target of the movement and of its participants, as it is on a day."""
    lines = [*view.targets, *(line for one in view.participants for line in one.targets)]
    found: list[Progress] = []
    for line in lines:
        target = line.target
        recipient = getattr(target, "recipient", "")
        empty = Progress(target.movement, recipient, target.content, target.period, day, "")
        found.append(next((one for one in line.figures if one.day == day), empty))
    return tuple(found)


def with_value(one: Progress, value: str, note: str) -> Progress:
    """The figure with what was typed."""
    return replace(one, value=value.strip(), note=note.strip())
