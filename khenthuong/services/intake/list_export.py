"""Lists out of the books: into a province's own workbook, or as a plain Excel table.

A template keeps its columns, its lists and everything else; what its lists do not call as we do is
asked once and remembered with the template.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.kinds import Duty, Gender, RecipientKind
from khenthuong.domain.mapping import (
    SKIP,
    ListField,
    Question,
    SourceMapping,
    fingerprint,
    header_keys,
)
from khenthuong.domain.matching import AwardMatcher
from khenthuong.domain.records import Initiative
from khenthuong.domain.register import Household, PartialDate, Person, Recipient, Unit
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.vietnamese import fold
from khenthuong.errors import WorkbookError
from khenthuong.exchange.lists import mapping_file
from khenthuong.exchange.lists.layout import kind_in
from khenthuong.exchange.lists.template_writer import ListEntry, ListTemplate, fill, read_template
from khenthuong.services.appraisal import rounds
from khenthuong.services.workspace import Workspace

_MOST = 6
_PROPOSED = 0.5
_PERSON_FIELDS = frozenset({ListField.GENDER, ListField.BORN, ListField.CCCD})
_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class TemplateFilling:
    """A round laid into a template: `lines` ready to write, questions about its lists.

    `left_out`: names of those the template has no place for (a list of units takes no persons).
    """

    template: ListTemplate
    lines: tuple[Mapping[int, str | int], ...]
    questions: tuple[Question, ...]
    left_out: tuple[str, ...]

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(one for one in self.questions if not one.answer)


def lay_into(
    ws: Workspace,
    round_code: str,
    path: Path,
    answers: Mapping[str, str] = _NO_ANSWERS,
    sheet: str = "",
) -> TemplateFilling:
    """What of a round goes where in a template; writes nothing.

    Raises WorkbookError for a file that is no template, NotFoundError for an unknown round.
    """
    rounds.get_round(ws, round_code)
    template = read_template(path, sheet)
    remembered = mapping_file.load(ws.folder.list_mappings, fingerprint(template.table.headers))
    codes = remembered.codes if remembered else _NO_ANSWERS
    columns = _columns(template, remembered)
    return _Layer(ws, template, columns, {**codes, **answers}).lay(round_code)


def write_filled(ws: Workspace, filling: TemplateFilling, target: Path) -> None:
    """Write a template filled in and remember the answers; raises WorkbookError while one is open.

    The template itself is never written over.
    """
    if filling.open_questions:
        raise WorkbookError("list.questions_open", count=len(filling.open_questions))
    if target.resolve() == filling.template.path.resolve():
        raise WorkbookError("list.template_kept", file=target.name)
    fill(filling.template, filling.lines, target)
    _remember(ws, filling)


def _remember(ws: Workspace, filling: TemplateFilling) -> None:
    table = filling.template.table
    key = fingerprint(table.headers)
    before = mapping_file.load(ws.folder.list_mappings, key)
    columns = {
        name: guess.meant
        for name, guess in zip(header_keys(table.headers), filling.template.guesses, strict=True)
    }
    known = before or SourceMapping(key, filling.template.path.stem, MappingProxyType(columns))
    codes = {one.key: one.answer for one in filling.questions}
    found = replace(known, codes=MappingProxyType({**known.codes, **codes}))
    mapping_file.save(ws.folder.list_mappings, found)


def _columns(template: ListTemplate, remembered: SourceMapping | None) -> tuple[ListField, ...]:
    keys = header_keys(template.table.headers)
    known: Mapping[str, ListField] = remembered.columns if remembered else {}
    return tuple(
        known.get(key, guess.meant) for key, guess in zip(keys, template.guesses, strict=True)
    )


class _Layer:
    """Lays nominations into the columns of one template."""

    def __init__(
        self,
        ws: Workspace,
        template: ListTemplate,
        columns: Sequence[ListField],
        answers: Mapping[str, str],
    ) -> None:
        self._ws = ws
        self._template = template
        self._columns = columns
        self._answers = answers
        self._matcher = AwardMatcher(ws.rulebook.awards.values())
        self._units = storage.register.units(ws.books)
        self._questions: dict[str, Question] = {}

    def lay(self, round_code: str) -> TemplateFilling:
        nominations = rounds.nominations(self._ws, round_code)
        lines: list[Mapping[int, str | int]] = []
        left_out: list[str] = []
        if ListField.TITLE in self._columns:
            lines = self._initiatives(nominations)
        else:
            who = storage.register.many(self._ws.books, {n.recipient for n in nominations})
            for one in nominations:
                recipient = who[one.recipient]
                if self._takes(recipient.recipient_kind):
                    lines.append(self._line(len(lines) + 1, one, recipient))
                else:
                    left_out.append(recipient.name)
        asked = tuple(self._questions.values())
        return TemplateFilling(self._template, tuple(lines), asked, tuple(dict.fromkeys(left_out)))

    def _takes(self, kind: RecipientKind) -> bool:
        """Whether the template is made for such recipients."""
        if ListField.KIND in self._columns:
            return True
        only = kind_in(self._template.table.title)
        sorts = [
            entry.name
            for column, meant in enumerate(self._columns)
            if meant is ListField.CATEGORY
            for entry in self._entries(column)
        ]
        if only is not None and kind in map(kind_in, sorts):
            return True
        if only is None and _PERSON_FIELDS & set(self._columns):
            only = RecipientKind.PERSON
        return only is None or only is kind

    def _line(self, number: int, one: Nomination, who: Recipient) -> Mapping[int, str | int]:
        line: dict[int, str | int] = {}
        award = self._award(one.award)
        for column, meant in enumerate(self._columns):
            if meant is ListField.IGNORE:
                if fold(self._template.table.headers[column]) in ("stt", "tt", "so tt"):
                    line[column] = number
            elif meant is ListField.AWARD:
                if award in {entry.written for entry in self._entries(column)} or (
                    award and not self._entries(column)
                ):
                    line[column] = award
            else:
                text = self._value(column, meant, one, who)
                if text:
                    line[column] = text
        return line

    def _value(self, column: int, meant: ListField, one: Nomination, who: Recipient) -> str:
        if meant is ListField.NAME:
            return who.name
        if meant is ListField.KIND:
            return self._kind(column, who.recipient_kind)
        if meant is ListField.CATEGORY:
            return self._category(column, who)
        if meant is ListField.GENDER and self._entries(column):
            return self._gender(column, who)
        if meant is ListField.CONTENT:
            return one.content
        if meant is ListField.CODE:
            return who.code
        return self._of_recipient(meant, who)

    def _of_recipient(self, meant: ListField, who: Recipient) -> str:
        if isinstance(who, Person):
            return self._of_person(meant, who)
        if meant is ListField.ADDRESS:
            return who.address
        if meant is ListField.UNIT:
            return self._unit_name(who.village if isinstance(who, Household) else who.parent)
        return ""

    def _of_person(self, meant: ListField, who: Person) -> str:
        values: dict[ListField, str] = {
            ListField.SALUTATION: _salutation(who),
            ListField.GENDER: texts.label(who.gender) if who.gender else "",
            ListField.BORN: _shown(who.born),
            ListField.ETHNIC: who.ethnic,
            ListField.CCCD: who.cccd,
            ListField.POSITION: who.position,
            ListField.UNIT: self._unit_name(who.unit),
            ListField.ADDRESS: who.residence,
            ListField.EDUCATION: who.education,
            ListField.HOME_TOWN: who.home_town,
            ListField.JOINED: _shown(who.joined),
        }
        return values.get(meant, "")

    def _unit_name(self, code: str) -> str:
        return self._units[code].name if code in self._units else ""

    def _kind(self, column: int, kind: RecipientKind) -> str:
        entries = self._entries(column)
        fitting = [e for e in entries if kind_in(e.name) is kind]
        return fitting[0].written if fitting else ("" if entries else texts.label(kind))

    def _gender(self, column: int, who: Recipient) -> str:
        if not isinstance(who, Person) or who.gender is None:
            return ""
        word = fold(texts.label(who.gender))
        fitting = [e for e in self._entries(column) if word in fold(e.name).split()]
        return fitting[0].written if fitting else ""

    def _category(self, column: int, who: Recipient) -> str:
        """The entry of the template's own list; asked once for each sort of recipient."""
        sort, label = _sort(who)
        entries = self._entries(column)
        if not entries or not sort:
            return ""
        near = [e for e in entries if fold(label) in fold(e.name)]
        if len(near) == 1:
            return near[0].written
        return self._ask(f"category:{sort}", "category", label, entries, near)

    def _award(self, award: str) -> str:
        """How the template's lists write an award."""
        name = self._ws.award_names.get(award, award)
        entries = [
            entry
            for column, meant in enumerate(self._columns)
            if meant is ListField.AWARD
            for entry in self._entries(column)
        ]
        if not entries:
            return name
        certain = {e.written for e in entries if self._matcher.find(e.name).value == award}
        if len(certain) == 1:
            return certain.pop()
        like = {entry.written: self._matcher.likeness(entry.name, award) for entry in entries}
        ranked = sorted(entries, key=lambda entry: -like[entry.written])
        near = ranked[:1] if like[ranked[0].written] >= _PROPOSED else []
        return self._ask(f"award:{award}", "award", name, ranked[:_MOST], near)

    def _ask(
        self,
        key: str,
        kind: str,
        text: str,
        entries: Sequence[ListEntry],
        near: Sequence[ListEntry],
    ) -> str:
        unique = {entry.written: entry.name for entry in (*near, *entries)}
        shown = unique
        choices = (*shown.items(), (SKIP, texts.say("list.leave_blank")))
        given = self._answers.get(key, "")
        known = given if given == SKIP or given in unique else ""
        kind_ = "template_" + kind
        proposed = near[0].written if near else ""
        self._questions.setdefault(key, Question(key, kind_, text, (), choices, proposed, known))
        return "" if known == SKIP else known

    def _entries(self, column: int) -> tuple[ListEntry, ...]:
        return self._template.entries.get(column, ())

    def _initiatives(self, nominations: Sequence[Nomination]) -> list[Mapping[int, str | int]]:
        """One line for each initiative that a nomination of the round rests on."""
        known = storage.records.initiatives(self._ws.books)
        codes = dict.fromkeys(code for one in nominations for code in one.initiatives)
        return [
            self._initiative(number, known[code])
            for number, code in enumerate((c for c in codes if c in known), start=1)
        ]

    def _initiative(self, number: int, one: Initiative) -> Mapping[int, str | int]:
        authors = storage.register.many(self._ws.books, one.authors)
        units = [self._unit_name(a.unit) for a in authors.values() if isinstance(a, Person)]
        values: dict[ListField, str] = {
            ListField.TITLE: one.name,
            ListField.DECISION_NUMBER: one.decision_number,
            ListField.DECISION_DATE: texts.show(one.decision_date) if one.decision_date else "",
            ListField.YEAR: str(one.year),
            ListField.AUTHOR: "; ".join(a.name for a in authors.values()),
            ListField.UNIT: "; ".join(dict.fromkeys(filter(None, units))),
            ListField.CODE: one.code,
        }
        line: dict[int, str | int] = {
            column: values[meant] for column, meant in enumerate(self._columns) if values.get(meant)
        }
        for column, header in enumerate(self._template.table.headers):
            if fold(header) in ("stt", "tt", "so tt"):
                line[column] = number
        return line


def _salutation(who: Person) -> str:
    if who.gender is None:
        return ""
    return texts.say("list.mister" if who.gender is Gender.MALE else "list.madam")


def _sort(who: Recipient) -> tuple[str, str]:
    """What decides a recipient's entry in a list of sorts, and its words; "" where unknown."""
    if isinstance(who, Person):
        if who.duty is None:
            return "", ""
        direct = who.duty is Duty.DIRECT
        return who.duty.value, texts.label(who.duty) if direct else texts.say("list.leader")
    if isinstance(who, Unit):
        return who.kind.value, texts.label(who.kind)
    return RecipientKind.HOUSEHOLD.value, texts.label(RecipientKind.HOUSEHOLD)


def _shown(value: PartialDate | None) -> str:
    """dd/mm/yyyy, mm/yyyy or yyyy."""
    return "/".join(reversed(value.iso.split("-"))) if value else ""


def as_json(filling: TemplateFilling, target: Path | None) -> dict[str, Any]:
    """The answer of the command `export-list`."""
    return {
        "template": str(filling.template.path),
        "sheet": filling.template.table.sheet,
        "rows": len(filling.lines),
        "left_out": list(filling.left_out),
        "file": str(target) if target else None,
        "questions": [
            {
                "key": one.key,
                "text": one.text,
                "choices": [{"answer": value, "label": label} for value, label in one.choices],
                "answer": one.answer,
            }
            for one in filling.questions
        ],
    }


def lines(filling: TemplateFilling) -> tuple[str, ...]:
    """The same for people."""
    arguments = {"rows": len(filling.lines), "sheet": filling.template.table.sheet}
    found = [texts.say("list.laid", arguments)]
    if filling.left_out:
        found.append(texts.say("list.left_out", {"names": filling.left_out}))
    for one in filling.questions:
        choices = "; ".join(f"{value} = {label}" for value, label in one.choices)
        arguments = {
            "key": one.key,
            "what": texts.say(f"list.question_{one.kind}"),
            "text": one.text,
            "rows": 1,
            "choices": choices,
            "answer": one.answer or "\u2013",
        }
        found.append(texts.say("list.line_question", arguments))
    return tuple(found)
