"""What the form screen reads and writes, on the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, ClassVar

from khenthuong import texts
from khenthuong.domain.answers import Answers, Problem, normalise, validate
from khenthuong.domain.forms import FormDef, SectionDef
from khenthuong.ui.screens.round_data import Line
from khenthuong.ui.screens.round_data import read_lines as read_nominations

Problems = Mapping[str, tuple[str, str]]
"""By field: code and sentence."""


@dataclass(frozen=True)
class ReportKey:
    """Which report."""

    round: str
    recipient: str
    award: str
    form: str


@dataclass(frozen=True)
class ReportLine:
    """A nomination that asks for a report, and how far it is."""

    key: ReportKey
    name: str
    award_name: str
    state: str

    HEADERS: ClassVar = (("Đề nghị", attrgetter("name")), ("Báo cáo", attrgetter("state")))


@dataclass(frozen=True)
class Report:
    """One report with everything its form shows."""

    key: ReportKey
    line: ReportLine
    form: FormDef
    answers: Mapping[str, object]
    facts: Mapping[str, object]
    draft: Mapping[str, object] | None
    problems: Problems

    @property
    def asked(self) -> tuple[SectionDef, ...]:
        """The form's sections with only the fields a person answers."""
        sections = (
            SectionDef(s.title, tuple(f for f in s.fields if not f.fact and not f.blank))
            for s in self.form.sections
        )
        return tuple(section for section in sections if section.fields)


def read_lines(ws: Any, round_code: str) -> Sequence[ReportLine]:
    """The nominations of a round that ask for a report."""
    from khenthuong.services import reports

    lines: list[ReportLine] = []
    for nomination in read_nominations(ws, round_code, None):
        form = _form_of(ws, nomination)
        if form is not None:
            key = ReportKey(round_code, *nomination.nomination.key, form.id)
            saved = reports.load_answers(ws, round_code, key.recipient, form.id)
            lines.append(
                ReportLine(key, nomination.name, nomination.award_name, _state(form, saved))
            )
    return lines


def read_report(ws: Any, line: ReportLine) -> Report:
    """A report: saved answers, facts, a draft that was left behind, what is missing."""
    from khenthuong.services import reports

    key = line.key
    form = ws.forms[key.form]
    saved = reports.load_answers(ws, key.round, key.recipient, key.form)
    answers = dict(saved.values) if saved else {}
    facts = reports.prefilled(ws, key.round, key.recipient, key.award, key.form)
    draft = reports.load_draft(ws, key.round, key.recipient, key.form)
    if draft is not None:
        draft = dict(normalise(form, draft).values)
    return Report(
        key,
        line,
        form,
        answers,
        facts,
        draft if draft != answers else None,
        problems(form, answers, facts),
    )


def save_answers(
    ws: Any, report: Report, values: Mapping[str, object]
) -> tuple[ReportKey, Problems]:
    """Save and say what is still missing."""
    from khenthuong.services import reports

    key = report.key
    reports.save_answers(ws, key.round, key.recipient, key.form, values)
    return key, problems(report.form, values, report.facts)


def save_draft(ws: Any, report: Report, values: Mapping[str, object]) -> tuple[ReportKey, Problems]:
    """Keep the draft and say what is still missing."""
    from khenthuong.services import reports

    key = report.key
    reports.save_draft(ws, key.round, key.recipient, key.form, values)
    return key, problems(report.form, values, report.facts)


def drop_draft(ws: Any, key: ReportKey) -> None:
    """Forget the draft."""
    from khenthuong.services import reports

    reports.drop_draft(ws, key.round, key.recipient, key.form)


def problems_of(found: Sequence[Problem]) -> Problems:
    """The first problem of each field as (code, sentence); a table's cells count for the table."""
    said: dict[str, tuple[str, str]] = {}
    for problem in found:
        field = problem.field.partition("[")[0]
        where = f"{problem.field}: " if "[" in problem.field else ""
        sentence = texts.say(problem.code, problem.arguments)
        said.setdefault(field, (problem.code, where + sentence))
    return said


def problems(form: FormDef, values: Mapping[str, object], facts: Mapping[str, object]) -> Problems:
    """What is missing or wrong in the answers as they stand, over the register's facts."""
    return problems_of(validate(form, normalise(form, values), facts))


def _form_of(ws: Any, line: Line) -> FormDef | None:
    from khenthuong.services import reports

    if line.nomination.award not in ws.rulebook.awards:
        return None
    return reports.report_form(ws, line.nomination.award, line.kind.value)


def _state(form: FormDef, saved: Answers | None) -> str:
    """How far a report is, without reading facts: what the register fills in is not counted."""
    if saved is None:
        return "Chưa làm"
    filled = {field.key for field in form.asks if field.source}
    left = {p.field.partition("[")[0] for p in validate(form, saved, {})} - filled
    return f"Còn {len(left)} mục" if left else "Đã đủ"
