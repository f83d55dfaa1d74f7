"""What the form screen reads and writes, on the worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, ClassVar

from khenthuong import texts
from khenthuong.domain.answers import Answers, Problem, normalise, offered, validate
from khenthuong.domain.forms import FieldDef, FormDef, SectionDef
from khenthuong.domain.kinds import Authority, RecipientKind, RoundKind
from khenthuong.texts import label as word
from khenthuong.ui.screens.rounds.round_data import SHORT, Line
from khenthuong.ui.screens.rounds.round_data import read_lines as read_nominations

Problems = Mapping[str, tuple[str, str]]
"""By field: code and sentence."""
_IS_UNIT = "nguoi.la_tap_the"
"""The path that tells a collective's report from a person's, where one form serves both."""
OF_DOSSIER, OF_NOMINATIONS = "Văn bản chung của hồ sơ", "Báo cáo của từng đề nghị"


@dataclass(frozen=True)
class ReportKey:
    """Which report: a nomination's, or with an authority a paper of its whole dossier."""

    round: str
    recipient: str
    award: str
    form: str
    authority: Authority | None = None


@dataclass(frozen=True)
class ReportLine:
    """A nomination that asks for a report, or a paper of the dossier, and how far it is."""

    key: ReportKey
    name: str
    award_name: str
    state: str

    HEADERS: ClassVar = (
        ("Văn bản, đề nghị", attrgetter("name")),
        ("Tình trạng", attrgetter("state")),
    )


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
    signers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Whom it is about, or which paper it is."""
        return self.form.title if self.key.authority else self.line.name

    @property
    def about(self) -> str:
        """The award or the authority, and the form."""
        form = "" if self.key.authority else self.form.title
        return " · ".join(part for part in (self.line.award_name, form, self.form.number) if part)

    @property
    def asked(self) -> tuple[SectionDef, ...]:
        """The form's sections with only the fields a person answers."""
        asked = {field.key for field in offered(self.form, self.facts)}
        sections = (
            SectionDef(s.title, tuple(self._shown(f) for f in s.fields if f.key in asked))
            for s in self.form.sections
        )
        return tuple(section for section in sections if section.fields)

    def _shown(self, field: FieldDef) -> FieldDef:
        """On a paper of the dossier a person is one of the office's signers: a list, no search."""
        if self.key.authority is None or field.type != "person" or not self.signers:
            return field
        return replace(field, type="choice", choices=self.signers)


def read_lines(ws: Any, round_code: str) -> Sequence[tuple[str, Sequence[ReportLine]]]:
    """What a round asks to be written, under headings: papers of the dossier, then reports."""
    nominations = read_nominations(ws, round_code, None)
    if not nominations:
        return ()
    return (
        (OF_DOSSIER, tuple(_dossier_lines(ws, round_code))),
        (OF_NOMINATIONS, tuple(_nomination_lines(ws, round_code, nominations))),
    )


def read_report(ws: Any, line: ReportLine) -> Report:
    """A report: saved answers, facts, a draft that was left behind, what is missing."""
    key = line.key
    form = ws.forms[key.form]
    saved = _load(ws, key)
    answers = dict(saved.values) if saved else {}
    facts = _facts(ws, key)
    draft = _load_draft(ws, key)
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
        _signers(ws) if key.authority else (),
    )


def save_answers(
    ws: Any, report: Report, values: Mapping[str, object]
) -> tuple[ReportKey, Problems]:
    """Save and say what is still missing."""
    from khenthuong.services.paperwork import reports

    key = report.key
    if key.authority is None:
        reports.save_answers(ws, key.round, key.recipient, key.form, values)
    else:
        reports.save_dossier_answers(ws, key.round, key.authority, key.form, values)
    return key, problems(report.form, values, report.facts)


def save_draft(ws: Any, report: Report, values: Mapping[str, object]) -> tuple[ReportKey, Problems]:
    """Keep the draft and say what is still missing."""
    from khenthuong.services.paperwork import reports

    key = report.key
    reports.save_draft(ws, key.round, key.recipient, key.form, values, key.authority)
    return key, problems(report.form, values, report.facts)


def drop_draft(ws: Any, key: ReportKey) -> None:
    """Forget the draft."""
    from khenthuong.services.paperwork import reports

    reports.drop_draft(ws, key.round, key.recipient, key.form, key.authority)


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


def _nomination_lines(
    ws: Any, round_code: str, nominations: Sequence[Line]
) -> Iterator[ReportLine]:
    from khenthuong.services.appraisal import rounds
    from khenthuong.services.paperwork import reports

    round_kind = rounds.get_round(ws, round_code).kind
    for nomination in nominations:
        form = _form_of(ws, nomination, round_kind)
        if form is not None:
            key = ReportKey(round_code, *nomination.nomination.key, form.id)
            saved = reports.load_answers(ws, round_code, key.recipient, form.id)
            state = _state(ws, key, form, saved, nomination.kind)
            yield ReportLine(key, nomination.name, nomination.award_name, state)


def _dossier_lines(ws: Any, round_code: str) -> Iterator[ReportLine]:
    from khenthuong.services.paperwork import papers, reports

    planned = papers.plan(ws, round_code)
    for authority, plans in planned.items():
        for entry in plans:
            form = ws.forms[entry.form_id]
            if entry.recipient or not form.asks:
                continue
            key = ReportKey(round_code, "", "", form.id, authority)
            saved = reports.load_dossier_answers(ws, round_code, authority, form.id)
            name = f"{SHORT[authority]} – {form.title}" if len(planned) > 1 else form.title
            given = saved or normalise(form, {})
            yield ReportLine(key, name, word(authority), _state(ws, key, form, given))


def _load(ws: Any, key: ReportKey) -> Answers | None:
    from khenthuong.services.paperwork import reports

    if key.authority is None:
        return reports.load_answers(ws, key.round, key.recipient, key.form)
    return reports.load_dossier_answers(ws, key.round, key.authority, key.form)


def _load_draft(ws: Any, key: ReportKey) -> Mapping[str, object] | None:
    from khenthuong.services.paperwork import reports

    return reports.load_draft(ws, key.round, key.recipient, key.form, key.authority)


def _facts(ws: Any, key: ReportKey) -> Mapping[str, object]:
    from khenthuong.services.paperwork import reports

    if key.authority is None:
        return reports.prefilled(ws, key.round, key.recipient, key.award, key.form)
    return reports.prefilled_dossier(ws, key.round, key.authority, key.form)


def _signers(ws: Any) -> tuple[str, ...]:
    """Who may sign today, each name once."""
    from khenthuong.services import office

    today = ws.today()
    known = [s.name for s in office.signers(ws) if s.end is None or s.end >= today]
    return tuple(dict.fromkeys(known))


def _form_of(ws: Any, line: Line, round_kind: RoundKind) -> FormDef | None:
    from khenthuong.services.paperwork import reports

    if line.nomination.award not in ws.rulebook.awards:
        return None
    return reports.report_form(ws, line.nomination.award, line.kind, round_kind)


def _state(
    ws: Any, key: ReportKey, form: FormDef, saved: Answers | None, kind: RecipientKind | None = None
) -> str:
    """How far a report is, without reading facts: what the register fills in is not counted."""
    known = {
        field.key: kind is RecipientKind.UNIT
        for field in form.fields
        if field.source == _IS_UNIT and kind is not None
    }
    if saved is None:
        return "Có nháp" if _load_draft(ws, key) is not None else "Chưa làm"
    filled = {field.key for field in form.asks if field.source}
    left = {p.field.partition("[")[0] for p in validate(form, saved, known)} - filled
    return f"Còn {len(left)} mục" if left else "Đã đủ"
