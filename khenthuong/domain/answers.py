"""A form's answers: immutable, normalised, checked against the form; no storage, no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import cast

from khenthuong.domain import form_checks
from khenthuong.domain.forms import FieldDef, FormDef, ShowIf
from khenthuong.domain.vietnamese import clean

Row = Mapping[str, "Value"]
Value = str | int | bool | tuple[Row, ...]


@dataclass(frozen=True)
class Answers:
    """Answers of one form for one nomination (or dossier); values keyed by field.

    str for text, ISO date, year, choice and decimal; int; bool; a tuple of rows for a table.
    """

    form_id: str
    form_version: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Problem:
    """One wrong or missing answer: `field` (table cells as «bang[2].cot»), code, arguments."""

    field: str
    code: str
    arguments: Mapping[str, object]


def normalise(form: FormDef, raw: Mapping[str, object]) -> Answers:
    """NFC and clean spaces everywhere, old names carried over by `was`, unknown keys dropped."""
    values: dict[str, Value] = {}
    for key, value in raw.items():
        field = form.field(key)
        if field is not None and not (key != field.key and field.key in raw):
            cleaned = _clean_value(field, value)
            if cleaned is not None:
                values[field.key] = cleaned
    return Answers(form.id, form.version, MappingProxyType(values))


def validate(form: FormDef, answers: Answers, prefilled: Mapping[str, object]) -> list[Problem]:
    """All problems at once; `prefilled` (from the facts) counts where no answer overrides it."""
    problems: list[Problem] = []
    for field in form.asks:
        if not _is_asked(field, answers, prefilled):
            continue
        value = answers.values.get(field.key, prefilled.get(field.key))
        problems += _check(field, value, field.key)
    return problems or _check_together(form, answers, prefilled)


def offered(form: FormDef, facts: Mapping[str, object]) -> tuple[FieldDef, ...]:
    """The fields a person answers here: without those that a fact of the books rules out."""
    own = {field.key for field in form.asks}
    nothing = Answers(form.id, form.version, {})
    return tuple(
        field
        for field in form.asks
        if all(one.field in own or _holds(one, nothing, facts) for one in field.conditions)
    )


def _clean_value(field: FieldDef, value: object) -> Value | None:
    if value is None:
        return None
    if field.type == "table":
        return _clean_rows(field, value)
    if isinstance(value, bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return clean(str(value))


def _clean_rows(field: FieldDef, value: object) -> tuple[Row, ...]:
    rows: list[Row] = []
    for raw in _sequence(value):
        row = {
            column.key: cleaned
            for column in field.columns
            if (cleaned := _clean_value(column, raw.get(column.key))) is not None
        }
        if any(cell not in ("", None) for cell in row.values()):
            rows.append(MappingProxyType(row))
    return tuple(rows)


def _sequence(value: object) -> Iterator[Mapping[str, object]]:
    """The rows of a table, whatever else it was given."""
    if isinstance(value, list | tuple):
        for row in cast("Sequence[object]", value):
            if isinstance(row, Mapping):
                yield cast("Mapping[str, object]", row)


def _is_asked(field: FieldDef, answers: Answers, prefilled: Mapping[str, object]) -> bool:
    return all(_holds(one, answers, prefilled) for one in field.conditions)


def _holds(rule: ShowIf, answers: Answers, prefilled: Mapping[str, object]) -> bool:
    given = answers.values.get(rule.field, prefilled.get(rule.field))
    text = {True: "co", False: "khong"}.get(given, given) if isinstance(given, bool) else given
    return str(text) == rule.equals


def _check_together(
    form: FormDef, answers: Answers, prefilled: Mapping[str, object]
) -> list[Problem]:
    """What the form's checks say, once every answer is right by itself."""
    asked = {field.key for field in form.asks if _is_asked(field, answers, prefilled)}
    values = {key: answers.values.get(key, prefilled.get(key)) for key in asked}
    found = ((check, form_checks.broken(check, values)) for check in form.checks)
    return [
        Problem(place, "fault.answer_check", MappingProxyType({"says": check.says}))
        for check, place in found
        if place
    ]


def _check(field: FieldDef, value: object, place: str) -> list[Problem]:
    if value is None or value == "" or value == ():
        return [_problem(place, "required", field)] if field.required else []
    if field.type == "table":
        return _check_rows(field, value, place)
    code = _wrong_type(field, value) or _out_of_bounds(field, value)
    return [_problem(place, code, field)] if code else []


def _check_rows(field: FieldDef, value: object, place: str) -> list[Problem]:
    problems: list[Problem] = []
    for number, row in enumerate(_sequence(value), start=1):
        for column in field.columns:
            problems += _check(column, row.get(column.key), f"{place}[{number}].{column.key}")
    return problems


def _wrong_type(field: FieldDef, value: object) -> str:
    text = str(value)
    if field.type == "date" and not _is_iso_date(text):
        return "date"
    if field.type == "year" and not re.fullmatch(r"\d{4}(-\d{4})?", text):
        return "year"
    if field.type == "integer" and not re.fullmatch(r"-?\d+", text):
        return "integer"
    if field.type == "choice" and text not in field.choices:
        return "choice"
    return ""


def _out_of_bounds(field: FieldDef, value: object) -> str:
    text = str(value)
    if field.max_words is not None and len(text.split()) > field.max_words:
        return "max_words"
    if field.pattern and not re.fullmatch(field.pattern, text):
        return "pattern"
    if field.min and _below(text, field.min):
        return "min"
    if field.max and _below(field.max, text):
        return "max"
    return ""


def _below(left: str, right: str) -> bool:
    try:
        return Decimal(left) < Decimal(right)
    except InvalidOperation:
        return left < right


def _is_iso_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _problem(place: str, code: str, field: FieldDef) -> Problem:
    return Problem(
        place,
        f"fault.answer_{code}",
        MappingProxyType(
            {
                "label": field.label,
                "min": field.min,
                "max": field.max,
                "max_words": field.max_words,
                "choices": field.choices,
            }
        ),
    )
