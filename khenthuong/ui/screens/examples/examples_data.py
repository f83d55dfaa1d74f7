"""What the screen of good examples reads and writes, on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.kinds import ExampleStage, RecipientKind
from khenthuong.domain.office_papers import Subject

SHEET, LIST = "phieu_gioi_thieu_dien_hinh", "danh_sach_dien_hinh"
"""The forms of the paper about one example's bearer and of the year's list."""


@dataclass(frozen=True)
class Filters:
    """What is asked for; "" and None ask for all."""

    movement: str = ""
    unit: str = ""
    year: int | None = None


@dataclass(frozen=True)
class BoardView:
    """Everything the screen shows; names are sorted as a list reads."""

    cards: Sequence[Any]
    cases: Sequence[CaseLine]
    movements: Sequence[tuple[str, str]]
    units: Sequence[tuple[str, str]]
    years: Sequence[int]


@dataclass(frozen=True)
class CaseLine:
    """A sudden deed with its clock in words: days gone, the day due, the rule counted with."""

    case: Any
    gone: str
    clock: str
    source: str
    state: str


def read(ws: Any, filters: Filters) -> BoardView:
    """Cards that the filters leave, all sudden deeds, and what may be filtered by."""
    from khenthuong.services.appraisal import rounds
    from khenthuong.services.examples import board

    every = board.cards(ws)
    shown = board.cards(ws, movement=filters.movement, unit=filters.unit, year=filters.year)
    units = {one.unit: one.unit_name for one in every if one.unit}
    units |= {one.example.recipient: one.name for one in every if one.kind is RecipientKind.UNIT}
    return BoardView(
        shown,
        read_cases(ws),
        [(one.name, one.code) for one in rounds.movements(ws)],
        sorted((name, code) for code, name in units.items()),
        board.years(every),
    )


def read_cases(ws: Any) -> tuple[CaseLine, ...]:
    """Every sudden deed in words."""
    from khenthuong.services.examples import sudden

    found: list[CaseLine] = []
    for case in sudden.cases(ws):
        gone, clock, source = sudden.said(ws, case.passed, case.due)
        state = "; ".join(nominated_words(one) for one in case.nominated)
        if case.settled:
            gone = clock = source = ""
            state = state or texts.say("sudden.settled")
        found.append(CaseLine(case, gone, clock, source, state or texts.say("sudden.not_proposed")))
    return tuple(found)


def nominated_words(one: Any) -> str:
    """«Giấy khen …: Có trong danh sách đề nghị»."""
    told = {"award": one.award_name, "state": one.state, "decision": one.decision}
    return texts.say("example.awarded" if one.decision else "example.nominated", told)


def save(ws: Any, value: GoodExample) -> str:
    """Write an example; returns its code."""
    from khenthuong.services.examples import board

    return board.save(ws, value).code


def move(ws: Any, value: GoodExample, stage: ExampleStage, spread: ExampleSpread | None) -> str:
    """Bring an example to a step; returns its code."""
    from khenthuong.services.examples import board

    return board.move(ws, value, stage, spread).code


def add_spread(ws: Any, value: ExampleSpread) -> str:
    """Note one more place; returns the example's code."""
    from khenthuong.services.examples import board

    board.add_spread(ws, value)
    return value.example


def remove(ws: Any, code: str) -> str:
    """Take an example out."""
    from khenthuong.services.examples import board

    board.remove(ws, code)
    return ""


def add_evidence(ws: Any, code: str, files: Sequence[Path]) -> str:
    """Keep files of an example; returns its code."""
    from khenthuong.services.examples import board

    board.add_evidence(ws, code, files)
    return code


def take_off_evidence(ws: Any, code: str, name: str) -> str:
    """No longer name a file; returns the example's code."""
    from khenthuong.services.examples import board

    board.take_off_evidence(ws, code, name)
    return code


def evidence_path(ws: Any, name: str) -> Path:
    """Where a file lies."""
    from khenthuong.services import register

    return register.evidence_path(ws, name)


def offer(ws: Any, code: str) -> Any:
    """Rounds and awards that fit an example."""
    from khenthuong.services.examples import proposing

    return proposing.offer(ws, code)


def propose(ws: Any, code: str, award: str, round_code: str) -> str:
    """Nominate an example; returns the round's code."""
    from khenthuong.services.examples import proposing

    return proposing.propose(ws, code, award, round_code).round.code


def make_sheet(ws: Any, recipient: str) -> tuple[Path, str]:
    """The paper that introduces the examples of a recipient: its file and title."""
    return _paper(ws, SHEET, Subject(recipient=recipient))


def make_list(ws: Any, year: int) -> tuple[Path, str]:
    """The list of a year: its file and title."""
    return _paper(ws, LIST, Subject(year=str(year)))


def offer_deed(ws: Any, recipient: str) -> Any:
    """Awards and open rounds of sudden deeds; of a new person for ""."""
    from khenthuong.services import register
    from khenthuong.services.examples import sudden

    kind = register.get(ws, recipient).recipient_kind if recipient else RecipientKind.PERSON
    return sudden.offer(ws, kind)


def clock(ws: Any, day: date) -> tuple[str, str, str]:
    """The clock of a deed in words: days gone, the day due, the rule it counts with."""
    from khenthuong.services.examples import sudden

    return sudden.said(ws, *sudden.clock_of(ws, day))


def record_deed(
    ws: Any, deed: Any, award: str, files: Sequence[Path], round_code: str
) -> tuple[Any, Any]:
    """Write a deed and make its papers: what was recorded, which papers were made."""
    from khenthuong.services.examples import sudden

    made = sudden.record(ws, deed, award, files, round_code)
    return made, sudden.make_papers(ws, made.round.code)


def _paper(ws: Any, form: str, subject: Subject) -> tuple[Path, str]:
    from khenthuong.services.paperwork import office_papers

    made = office_papers.make(ws, form, subject, {})
    return made.path, made.paper.title
