"""The sheet «Trả lời biểu mẫu» of an import: cells become one answer set per nominee and form.

`question` is a field's key, or «bang[2].cot» for a cell of a table's second row; the importing
service has turned labels into keys before.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from khenthuong.domain.batch import AnswerCell, Entry, RowChange
from khenthuong.storage.answers import encode
from khenthuong.storage.tables import answer_set

Key = tuple[str, str, str]
_CELL = re.compile(r"(\w+)\[(\d{1,3})\]\.(\w+)")


@dataclass
class AnswerPlan:
    """One answer set: what it becomes with the new cells, and with the changed ones too."""

    key: Key
    stored: dict[str, Any] | None
    kept: dict[str, Any]
    taken: dict[str, Any]
    new: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    changes: list[RowChange] = field(default_factory=list)


def references(entries: Sequence[Entry[AnswerCell]]) -> dict[str, dict[str, str]]:
    """The rounds and recipients that the cells name."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        found["round"][entry.value.round] = "answer_set.round"
        found["recipient"][entry.value.recipient] = "answer_set.recipient"
    return found


def plan(connection: Connection, entries: Sequence[Entry[AnswerCell]]) -> list[AnswerPlan]:
    """Compare every cell with the books; an empty cell changes nothing."""
    stored = _stored(connection) if entries else {}
    plans: dict[Key, AnswerPlan] = {}
    for entry in entries:
        cell = entry.value
        key = (cell.round, cell.recipient, cell.form)
        if key not in plans:
            plans[key] = AnswerPlan(
                key, stored.get(key), _copy(stored.get(key)), _copy(stored.get(key))
            )
        _plan_cell(plans[key], entry)
    return list(plans.values())


def write(
    connection: Connection,
    plans: Sequence[AnswerPlan],
    take_changes: bool,
    versions: Mapping[str, str],
) -> None:
    """Write the answer sets that differ; `versions` gives each form's version."""
    for one in plans:
        values = one.taken if take_changes else one.kept
        round_code, recipient, form = one.key
        if not values or values == one.stored:
            continue
        held = {"version": versions.get(form, ""), "answers": encode(values)}
        key = {"round": round_code, "recipient": recipient, "authority": "", "form": form}
        if one.stored is None:
            connection.execute(insert(answer_set).values(**key, **held))
        else:
            connection.execute(
                update(answer_set)
                .where(*[answer_set.c[name] == part for name, part in key.items()])
                .values(**held)
            )


def _plan_cell(one: AnswerPlan, entry: Entry[AnswerCell]) -> None:
    cell, sheet = entry.value, entry.place.sheet
    old = _read(one.taken, cell.question)
    if not cell.answer or old == cell.answer:
        one.same[sheet] += 1
    elif old in (None, ""):
        _put(one.taken, cell.question, cell.answer)
        _put(one.kept, cell.question, cell.answer)
        one.new[sheet] += 1
    else:
        _put(one.taken, cell.question, cell.answer)
        key = " · ".join((*one.key, cell.question))
        one.changes.append(RowChange(entry.place, key, ((cell.question, str(old), cell.answer),)))


def _stored(connection: Connection) -> dict[Key, dict[str, Any]]:
    c = answer_set.c
    query = select(c.round, c.recipient, c.form, c.answers).where(c.authority == "")
    return {(r, who, form): json.loads(text) for r, who, form, text in connection.execute(query)}


def _copy(values: dict[str, Any] | None) -> dict[str, Any]:
    return json.loads(json.dumps(values or {}))


def _read(values: dict[str, Any], question: str) -> Any:
    match = _CELL.fullmatch(question)
    if match is None:
        return values.get(question)
    table, line = values.get(match[1], []), int(match[2])
    return table[line - 1].get(match[3]) if line <= len(table) else None


def _put(values: dict[str, Any], question: str, answer: str) -> None:
    match = _CELL.fullmatch(question)
    if match is None:
        values[question] = answer
        return
    table: list[dict[str, Any]] = values.setdefault(match[1], [])
    line = max(int(match[2]), 1)
    table.extend({} for _ in range(line - len(table)))
    table[line - 1][match[3]] = answer
