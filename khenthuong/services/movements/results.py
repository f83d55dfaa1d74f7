"""What came of a movement: achievements that nominations cite, and what shows when titles are
considered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.kinds import AchievementKind, MovementKind, RoundKind
from khenthuong.domain.movement import Movement, Participant
from khenthuong.domain.records import Achievement
from khenthuong.domain.register import PartialDate
from khenthuong.domain.rounds import Round
from khenthuong.domain.targets import TargetState
from khenthuong.errors import UserError
from khenthuong.services import register
from khenthuong.services.movements import participants, plans, progress
from khenthuong.services.movements.progress import TargetLine
from khenthuong.services.workspace import Workspace

REACHED = (TargetState.EXCEEDED, TargetState.MET)


@dataclass(frozen=True)
class MovementResult:
    """What somebody did in one movement, in words for whoever considers a rating or title."""

    movement: Movement
    participant: Participant | None
    targets: tuple[TargetLine, ...]
    achievements: tuple[Achievement, ...]
    sentence: str


def to_achievements(
    ws: Workspace, movement: str, recipients: Iterable[str]
) -> tuple[Achievement, ...]:
    """Turn what participants reached into Thành tích that nominations can cite, in one operation.

    Only figures of the books are said, with the evidence kept for them. Somebody whose achievement
    was made before gets that one renewed. Raises UserError naming who has reached nothing yet.
    """
    found = plans.get(ws, movement)
    lines = {one.participant.recipient: one for one in participants.of_movement(ws, movement)}
    made: list[Achievement] = []
    code = register.new_record_code(ws, Achievement)
    for recipient in dict.fromkeys(recipients):
        line = lines.get(recipient)
        if line is None or not (line.participant.assessment or _judged(line.targets)):
            name = line.name if line else recipient
            raise UserError("movement.nothing_reached", name=name)
        value = _achievement(found, line, ws.today())
        old = _made_before(ws, value)
        made.append(replace(value, code=old.code if old else code))
        code = code if old else _after(code)
    label = texts.say("operation.movement_results", {"movement": movement})
    with ws.books.write(label):
        for one in made:
            storage.records.save(ws.books, one)
    return tuple(made)


def start_round(ws: Workspace, movement: str, name: str = "") -> Round:
    """A new round of kind chuyên đề for a movement, in the award year in which it ends."""
    found = plans.get(ws, movement)
    taken = {one.code for one in storage.rounds.rounds(ws.books)}
    code = next(c for n in range(1, len(taken) + 2) if (c := f"DX-{movement}-{n:02}") not in taken)
    made = Round(
        code,
        name.strip() or texts.say("movement.round_name", {"movement": found.name}),
        RoundKind.MOVEMENT,
        participants.award_year(ws, movement),
        movement=movement,
    )
    with ws.books.write(texts.say("operation.round", {"round": code})):
        storage.rounds.save_round(ws.books, made)
    return made


def rounds_of(ws: Workspace, movement: str) -> tuple[Round, ...]:
    """The rounds that consider a movement's results."""
    return tuple(one for one in storage.rounds.rounds(ws.books) if one.movement == movement)


def of_recipient(ws: Workspace, recipient: str) -> tuple[MovementResult, ...]:
    """Every movement somebody registered for or has an achievement of, the latest first."""
    known = storage.movements.movements(ws.books)
    taking = {one.movement: one for one in storage.movements.participations(ws.books, recipient)}
    achieved = [
        one
        for one in storage.records.of_recipient(ws.books, recipient).achievements
        if one.movement in known
    ]
    codes = [code for code in known if code in taking or any(a.movement == code for a in achieved)]
    return tuple(
        _result(
            ws,
            known[code],
            recipient,
            taking.get(code),
            tuple(one for one in achieved if one.movement == code),
        )
        for code in reversed(codes)
    )


def _result(
    ws: Workspace,
    movement: Movement,
    recipient: str,
    taking: Participant | None,
    achieved: tuple[Achievement, ...],
) -> MovementResult:
    lines = progress.of_participants(ws, movement.code, recipient) if taking else ()
    parts = [
        texts.say("movement.registered") if taking else "",
        progress.summary(lines),
        taking.assessment if taking else "",
        texts.say("movement.achievements", {"count": len(achieved)}) if achieved else "",
    ]
    said = "; ".join(part.rstrip(" .;") for part in parts if part)
    sentence = texts.say("movement.result", {"movement": movement.name, "said": said})
    return MovementResult(movement, taking, lines, achieved, sentence)


def _achievement(
    movement: Movement, line: participants.ParticipantLine, today: date
) -> Achievement:
    judged = _judged(line.targets)
    said = [
        texts.say(
            "movement.reached",
            {
                "content": one.target.content,
                "figure": one.figure_text,
                "planned": one.wanted,
                "state": texts.label(one.state).lower(),
            },
        )
        for one in judged
    ]
    if line.participant.assessment:
        said.append(line.participant.assessment)
    evidence = (name for one in line.targets for figure in one.figures for name in figure.evidence)
    topical = movement.kind is MovementKind.TOPICAL
    return Achievement(
        code="",
        recipient=line.participant.recipient,
        when=_when(movement, judged, today),
        kind=AchievementKind.TOPICAL if topical else AchievementKind.MERIT,
        content=texts.say("movement.achievement", {"movement": movement.name}),
        result="; ".join(said),
        movement=movement.code,
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _judged(lines: Sequence[TargetLine]) -> list[TargetLine]:
    """The targets of which there is a result or a figure, whatever it came to."""
    return [one for one in lines if one.figure]


def _when(movement: Movement, lines: Sequence[TargetLine], today: date) -> PartialDate | None:
    """The movement's last day once it is over, before that the day of the last figure."""
    days = [f.day for line in lines if (f := line.standing.figure) is not None and f.day]
    over = movement.end if movement.end and movement.end <= today else None
    day = over or max(days, default=None)
    return PartialDate(day.year, day.month, day.day) if day else None


def _made_before(ws: Workspace, value: Achievement) -> Achievement | None:
    own = storage.records.of_recipient(ws.books, value.recipient).achievements
    key = (value.movement, value.content)
    return next((one for one in own if (one.movement, one.content) == key), None)


def _after(code: str) -> str:
    head, _, number = code.rpartition("-")
    return f"{head}-{int(number) + 1:03}"
