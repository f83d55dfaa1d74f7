"""«Trả lời biểu mẫu»: forms and questions named by people become ids and keys, values checked."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from khenthuong.domain.answers import normalise, validate
from khenthuong.domain.batch import AnswerCell, Entry, Fault, Place
from khenthuong.domain.forms import FieldDef, FormDef
from khenthuong.domain.vietnamese import fold
from khenthuong.exchange.cells import CellError, Reading, convert, parse_number
from khenthuong.exchange.columns import Column, Kind, choice_key, match_key
from khenthuong.exchange.sheets import BY_KEY

Key = tuple[str, str, str]

_CELL = re.compile(r"(.*)\[\s*(\d{1,3})\s*\]\s*\.?\s*(.*)", re.DOTALL)
_QUESTION = BY_KEY["answers"].column("question").name
_ANSWER = BY_KEY["answers"].column("answer").name
_FORM = BY_KEY["answers"].column("form").name
_FORM_SCOPE = "nomination"
_YES = {"true": "co", "yes": "co", "x": "co", "1": "co", "co": "co"}
_NO = {"false": "khong", "no": "khong", "0": "khong", "khong": "khong"}


def resolve_answers(
    entries: Sequence[Entry[AnswerCell]], forms: Mapping[str, FormDef], reading: Reading
) -> tuple[tuple[Entry[AnswerCell], ...], list[Fault]]:
    """The cells with form ids and question keys, values as the books store them; and faults."""
    resolver = _Resolver(forms, reading)
    resolved = tuple(resolver.resolve(entry) for entry in entries)
    return resolved, [*resolver.faults, *resolver.check_values()]


class _Resolver:
    """Resolves cells one by one and remembers what was answered where."""

    def __init__(self, forms: Mapping[str, FormDef], reading: Reading) -> None:
        self.faults: list[Fault] = []
        self._reading = reading
        self._forms = {i: f for i, f in forms.items() if f.scope == _FORM_SCOPE}
        self._by_name: dict[str, FormDef] = {}
        for form in self._forms.values():
            for name in (form.number, form.title, form.id):
                if name:
                    self._by_name[match_key(name)] = form
        self._answered: dict[tuple[Key, str], Entry[AnswerCell]] = {}

    def resolve(self, entry: Entry[AnswerCell]) -> Entry[AnswerCell]:
        cell = entry.value
        form = self._by_name.get(match_key(cell.form))
        if form is None:
            names = tuple(f.title for f in self._forms.values())
            self._tell(entry, _FORM, "fault.form_unknown", found=cell.form, near=names)
            return entry
        found = self._question(entry, form)
        if found is None:
            return entry
        key, field = found
        place = ((cell.round, cell.recipient, form.id), key)
        earlier = self._answered.setdefault(place, entry)
        if earlier is not entry:
            self._tell(entry, _QUESTION, "fault.question_repeated", row=str(earlier.place.row))
        answer = self._value(entry, field)
        resolved = replace(entry, value=replace(cell, form=form.id, question=key, answer=answer))
        if earlier is entry:
            self._answered[place] = resolved
        return resolved

    def check_values(self) -> list[Fault]:
        """The form's own checks on every value given; what is not answered yet is no fault."""
        by_form: defaultdict[Key, dict[str, Entry[AnswerCell]]] = defaultdict(dict)
        for (key, question), entry in self._answered.items():
            by_form[key][question] = entry
        told = {(f.place.row, f.place.column) for f in self.faults}
        found: list[Fault] = []
        for key, entries in by_form.items():
            form = self._forms.get(key[2])
            for problem in _problems(form, entries) if form else ():
                entry = entries.get(problem.field)
                if entry is not None and (entry.place.row, _ANSWER) not in told:
                    here = Place(entry.place.sheet, entry.place.row, _ANSWER)
                    found.append(Fault(here, problem.code, problem.arguments))
        return found

    def _question(self, entry: Entry[AnswerCell], form: FormDef) -> tuple[str, FieldDef] | None:
        asked = entry.value.question
        match = _CELL.fullmatch(asked)
        name = match[1] if match else asked
        field = _named(form.fields, name)
        if field is None:
            return self._unknown(entry, form, name, form.asks)
        if field.fact or field.blank:
            self._tell(entry, _QUESTION, "fault.question_not_asked", found=asked, form=form.title)
            return None
        if (field.type == "table") != bool(match):
            columns = field.columns or (field,)
            example = f"{field.key}[1].{columns[0].key}"
            code = "fault.question_is_table" if field.columns else "fault.question_unknown"
            self._tell(
                entry,
                _QUESTION,
                code,
                found=asked,
                example=example,
                form=form.title,
                near=field.label,
            )
            return None
        if match is None:
            return field.key, field
        column = _named(field.columns, match[3])
        if column is None:
            return self._unknown(entry, form, match[3], field.columns)
        return f"{field.key}[{max(int(match[2]), 1)}].{column.key}", column

    def _unknown(
        self, entry: Entry[AnswerCell], form: FormDef, name: str, fields: Sequence[FieldDef]
    ) -> None:
        by_key = {word: f.label for f in fields for word in (fold(f.key), fold(f.label))}
        near = difflib.get_close_matches(fold(name), list(by_key), n=2, cutoff=0.4)
        shown = tuple(dict.fromkeys(by_key[word] for word in near))
        self._tell(
            entry,
            _QUESTION,
            "fault.question_unknown",
            found=name,
            form=form.title,
            near=shown or tuple(f.label for f in fields),
        )

    def _value(self, entry: Entry[AnswerCell], field: FieldDef) -> str:
        text = entry.value.answer
        if not text:
            return text
        if field.type == "date":
            return self._date(entry, text)
        if field.type == "integer":
            number = parse_number(text)
            whole = number is not None and number == number.to_integral_value()
            return str(int(number)) if whole and number is not None else text
        if field.type == "yesno":
            return {**_YES, **_NO}.get(choice_key(text), text)
        if field.type == "choice":
            return next((c for c in field.choices if choice_key(c) == choice_key(text)), text)
        return text

    def _date(self, entry: Entry[AnswerCell], text: str) -> str:
        try:
            value: Any = convert(text, Column(_ANSWER, Kind.DATE), self._reading)
        except CellError as error:
            self._tell(entry, _ANSWER, error.code, **error.arguments)
            return text
        return value.isoformat()

    def _tell(self, entry: Entry[AnswerCell], column: str, code: str, **arguments: object) -> None:
        here = Place(entry.place.sheet, entry.place.row, column)
        self.faults.append(Fault(here, code, arguments))


def _named(fields: Sequence[FieldDef], name: str) -> FieldDef | None:
    wanted = match_key(name)
    for field in fields:
        if wanted in (match_key(word) for word in (field.key, field.label, *field.was)):
            return field
    return None


def _problems(form: FormDef, entries: Mapping[str, Entry[AnswerCell]]) -> list[Any]:
    raw: dict[str, Any] = {}
    for question, entry in entries.items():
        match = _CELL.fullmatch(question)
        if match is None:
            raw[question] = entry.value.answer
        else:
            table: dict[int, dict[str, str]] = raw.setdefault(match[1], {})
            table.setdefault(int(match[2]), {})[match[3]] = entry.value.answer
    lines: dict[str, list[int]] = {}
    for key, value in raw.items():
        if isinstance(value, dict):
            rows: dict[int, dict[str, str]] = value  # type: ignore[assignment]
            # Rows without a word vanish when answers are normalised.
            lines[key] = [n for n in sorted(rows) if any(rows[n].values())]
            raw[key] = [rows[n] for n in lines[key]]
    problems = validate(form, normalise(form, raw), {})
    return [
        replace(p, field=_as_asked(p.field, lines))
        for p in problems
        if p.code != "fault.answer_required"
    ]


def _as_asked(field: str, lines: Mapping[str, Sequence[int]]) -> str:
    match = _CELL.fullmatch(field)
    if match is None or match[1] not in lines:
        return field
    return f"{match[1]}[{lines[match[1]][int(match[2]) - 1]}].{match[3]}"
