"""What the commands `import` (for a list of others) and `export-list` do and answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.domain.mapping import Purpose
from khenthuong.errors import UserError
from khenthuong.services.intake import list_export, list_import
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class ListCall:
    """How a list is taken in from the command line.

    `answers` are «KEY=VALUE»; `accept` takes the proposed columns of an unknown source; `keep`
    leaves rows of the books as they are.
    """

    path: Path
    sheet: str = ""
    purpose: str = ""
    answers: tuple[str, ...] = ()
    accept: bool = False
    dry_run: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Answer:
    """What a command says: whether it did what was asked, its JSON, its lines."""

    done: bool
    data: Mapping[str, Any]
    lines: tuple[str, ...]


def import_list(ws: Workspace, call: ListCall) -> Answer:
    """Take a list in when its source is known and nothing is open; else say what is missing."""
    source = list_import.open_list(ws, call.path, call.sheet)
    choices = list_import.proposed_choices(source)
    purpose = Purpose(call.purpose) if call.purpose else choices.purpose
    answers = {**choices.answers, **read_answers(call.answers)}
    preview = list_import.look(ws, source, replace(choices, purpose=purpose, answers=answers))
    data, lines = list_import.as_json(preview), list_import.lines(preview)
    not_done = {**data, "imported": False}
    if source.remembered is None and not call.accept:
        return Answer(False, not_done, (*lines, texts.say("list.not_mapped")))
    if not preview.ready:
        how = (texts.say("list.how_to_answer"),) if preview.open_questions else ()
        return Answer(False, not_done, (*lines, *how))
    if call.dry_run:
        return Answer(True, not_done, (*lines, texts.say("error.import_dry")))
    places = frozenset(change.place for change in preview.importing.plan.changed)
    list_import.apply(ws, preview, places if call.keep else frozenset())
    return Answer(True, {**data, "imported": True}, (*lines, texts.say("error.import_done")))


def export_list(
    ws: Workspace,
    round_code: str,
    template: Path,
    target: Path,
    answers: Sequence[str] = (),
    sheet: str = "",
) -> Answer:
    """Fill a round into a template; with an open question only say which.

    Raises UserError when the target exists.
    """
    if target.exists():
        raise UserError("error.file_exists", path=target)
    filling = list_export.lay_into(ws, round_code, template, read_answers(answers), sheet)
    lines = list_export.lines(filling)
    if filling.open_questions:
        how = texts.say("list.how_to_answer")
        return Answer(False, list_export.as_json(filling, None), (*lines, how))
    list_export.write_filled(ws, filling, target)
    done = texts.say("list.exported", {"file": target, "rows": len(filling.lines)})
    return Answer(True, list_export.as_json(filling, target), (*lines, done))


def read_answers(given: Sequence[str]) -> dict[str, str]:
    """«KEY=VALUE» as a mapping; raises UserError for anything else."""
    answers: dict[str, str] = {}
    for one in given:
        # A key may hold «=» itself; answers never do.
        key, sign, answer = one.rpartition("=")
        if not sign:
            raise UserError("list.answer_shape", given=one)
        answers[key] = answer
    return answers
