"""Papers made on demand: notices, minutes, invitations, registers, letters, forms of households.

A form whose scope is one of `domain.forms.ON_DEMAND` is made here: for a round, a meeting, a
recipient, a year, or just for the office. It lies under van_ban/ like every other paper, and a
copy that somebody edited in Word is never overwritten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.documents.context import build_context
from khenthuong.documents.files import write_paper
from khenthuong.documents.prefill import missing_facts
from khenthuong.documents.prefill import prefilled as prefill
from khenthuong.documents.render import PaperRenderer
from khenthuong.domain.answers import Answers, Problem, normalise, validate
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import Authority, RoundKind
from khenthuong.domain.names import slug
from khenthuong.domain.numbering import RegisteredNumber
from khenthuong.domain.office_papers import OfficePaper, Subject, SubjectFacts
from khenthuong.domain.rounds import Round
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError, UserError
from khenthuong.services.dossier import dossiers
from khenthuong.services.paperwork import issuing, movement_plots, numbering, office_subjects
from khenthuong.services.paperwork.paper_files import PaperFolder
from khenthuong.services.workspace import Workspace

ELSEWHERE = "khac"
"""Folder of a year's papers that belong to no round."""
_PDF_MARK = b"%PDF-"


@dataclass(frozen=True)
class MadeOfficePaper:
    """A paper that lies on disk; `edited` is the older file somebody changed, kept as it is."""

    paper: OfficePaper
    path: Path
    edited: Path | None = None


def offered(ws: Workspace) -> Mapping[str, tuple[FormDef, ...]]:
    """The forms made on demand by their heading, both in the order of the form files."""
    groups: dict[str, list[FormDef]] = {}
    for form in sorted(ws.forms.values(), key=lambda one: (one.order, one.id)):
        if form.on_demand:
            groups.setdefault(form.group, []).append(form)
    return {group: tuple(forms) for group, forms in groups.items()}


def prefilled(ws: Workspace, form_id: str, subject: Subject) -> dict[str, object]:
    """What the books already know for the form's questions, by field key."""
    form = _form(ws, form_id)
    return prefill(form, _facts(ws, form, subject, ws.today()), None)


def problems(
    ws: Workspace, form_id: str, subject: Subject, values: Mapping[str, object]
) -> list[Problem]:
    """What is missing or wrong in the answers as they stand on screen."""
    form = _form(ws, form_id)
    return validate(form, normalise(form, values), prefilled(ws, form_id, subject))


def make(
    ws: Workspace,
    form_id: str,
    subject: Subject,
    values: Mapping[str, object],
    code: str = "",
    replaces: str = "",
) -> MadeOfficePaper:
    """Make the paper, or make `code` again with other answers; number and date stay.

    `replaces` is the code of an issued paper that this new one takes the place of. Raises UserError
    where an answer is missing or wrong, the subject does not fit the form, or `code` was issued.
    """
    form = _form(ws, form_id)
    answers = normalise(form, values)
    found = problems(ws, form_id, subject, answers.values)
    if found:
        said = texts.in_one_line(texts.say(one.code, one.arguments) for one in found)
        raise UserError("error.paper_answers", title=form.title, what=said.removesuffix("."))
    old = storage.office_papers.find(ws.books, code) if code else None
    if old is not None and old.issued:
        raise UserError("issue.frozen", title=old.title, number=old.number)
    if replaces:
        _check_replaced(ws, storage.office_papers.find(ws.books, replaces))
    day = ws.today()
    facts = _facts(ws, form, subject, day, old)
    _refuse_empty(form, facts)
    data = PaperRenderer(ws.template_path(form), form).render(
        build_context(form, facts, None, answers)
    )
    data = movement_plots.with_plots(ws, form, subject, data)
    code = code or storage.office_papers.next_code(ws.books, day.year)
    replaces = old.replaces if old else replaces
    return _place(ws, form, facts, subject, answers, data, code, old, replaces)


def papers(ws: Workspace) -> tuple[OfficePaper, ...]:
    """All papers made on demand, newest first."""
    return storage.office_papers.every(ws.books)


def record_number(ws: Workspace, code: str, number: str, day: date) -> OfficePaper:
    """Record the number and date that văn thư gave, in the register too.

    Raises UserError for a number that another paper has, or where the paper was issued.
    """
    paper = storage.office_papers.find(ws.books, code)
    if paper.issued:
        raise UserError("number.issued", title=paper.title, number=paper.number)
    entry = numbering.check(ws, paper, number, day)
    numbered = replace(paper, number=number.strip(), day=day)
    return _keep(ws, numbered, "paper.operation_office_number", entry)


def attach_signed(ws: Workspace, code: str, source: Path) -> OfficePaper:
    """Copy the signed PDF beside the paper and note its sha256; another file is refused."""
    paper = storage.office_papers.find(ws.books, code)
    try:
        data = source.read_bytes()
    except OSError as cause:
        raise UserError("error.cannot_read", path=source, reason=cause.strerror) from cause
    if not data.startswith(_PDF_MARK):
        raise UserError("error.signed_not_pdf", path=source)
    target = path_of(ws, paper).with_suffix(".pdf")
    write_paper(target, data)
    signed = replace(
        paper,
        signed_path=storage.papers.relative(ws.books, target),
        signed_sha256=hashlib.sha256(data).hexdigest(),
    )
    return _keep(ws, signed, "paper.operation_office_signed")


def remove(ws: Workspace, code: str) -> None:
    """Take a paper out of the list; its file stays. A numbered one is refused: it was issued."""
    paper = storage.office_papers.find(ws.books, code)
    if paper.number:
        raise UserError("error.office_paper_numbered", title=paper.title, number=paper.number)
    with ws.books.write(texts.say("paper.operation_office_removed", {"title": paper.title})):
        storage.office_papers.remove(ws.books, code)


def path_of(ws: Workspace, paper: OfficePaper) -> Path:
    """Where the paper lies."""
    return storage.papers.absolute(ws.books, paper.path)


def _keep(
    ws: Workspace, paper: OfficePaper, operation: str, entry: RegisteredNumber | None = None
) -> OfficePaper:
    """Keep the paper with its line of the register; number, date and scan together freeze it."""
    before = storage.office_papers.find(ws.books, paper.code)
    kept = paper if before.issued else issuing.frozen_now(ws, paper)
    assert isinstance(kept, OfficePaper)
    with ws.books.write(texts.say(operation, {"title": kept.title})):
        storage.office_papers.save(ws.books, kept)
        numbering.note(ws, entry)
    return kept


def _check_replaced(ws: Workspace, old: OfficePaper) -> None:
    if not old.issued:
        raise UserError("issue.not_issued", title=old.title)
    if issuing.newer(ws, old) is not None:
        raise UserError("issue.replaced", title=old.title)


def _place(
    ws: Workspace,
    form: FormDef,
    facts: DossierFacts,
    subject: Subject,
    answers: Answers,
    data: bytes,
    code: str,
    old: OfficePaper | None,
    replaces: str,
) -> MadeOfficePaper:
    about_round = slug(subject.round) if subject.round else ELSEWHERE
    folder = PaperFolder(ws.folder.papers / str(facts.round.year) / about_round)
    title = office_subjects.title(ws, form, subject)
    about = {"title": title, "form": form.id, "recipient": subject.recipient, "award": ""}
    placed = folder.put(f"{slug(code)}-{slug(form.id.replace('_', ' '), 40)}.docx", data, about)
    folder.save()
    made = OfficePaper(
        code=code,
        form=form.id,
        subject=subject,
        title=title,
        path=storage.papers.relative(ws.books, placed.path),
        sha256=placed.sha256,
        made_on=ws.today(),
        answers=answers,
        replaces=replaces,
    )
    if old is not None:
        made = replace(made, number=old.number, day=old.day)
    with ws.books.write(texts.say("paper.operation_office_made", {"title": title})):
        storage.office_papers.save(ws.books, made)
    return MadeOfficePaper(made, placed.path, placed.edited)


def _facts(
    ws: Workspace, form: FormDef, subject: Subject, day: date, old: OfficePaper | None = None
) -> DossierFacts:
    about = office_subjects.load(ws, form, subject)
    about = replace(
        about,
        symbol=form.symbol,
        number=(old.number if old else "") or about.number,
        day=(old.day if old else None) or about.day,
    )
    base = _of_round(ws, form, subject.round, day) if subject.round else of_office(ws, about, day)
    return replace(base, subject=about, prepared_on=day)


def _of_round(ws: Workspace, form: FormDef, round_code: str, day: date) -> DossierFacts:
    """The round with everything nominated; for a form that names authorities, what goes on to them.

    What goes on and what stays out is then the same as in the dossiers of those authorities.
    """
    judged = dossiers.judge(ws, round_code)
    if not form.authorities:
        whole = dossiers.whole_selection(judged)
        return dossiers.cut(ws, judged, Authority.COMMUNE, whole, day)
    named = [Authority(one) for one in form.authorities]
    parts = [dossiers.split(judged, one, sealing=False) for one in named]
    present = (one for one, part in zip(named, parts, strict=True) if part.selected)
    return dossiers.cut(ws, judged, next(present, named[0]), dossiers.joined(parts), day)


def _refuse_empty(form: FormDef, facts: DossierFacts) -> None:
    """A list that would come out without a line is refused, naming what is missing."""
    empty = [field for field in missing_facts(form, facts, None) if field.type == "table"]
    if empty:
        what = ", ".join(field.label for field in empty)
        raise UserError("error.paper_empty", title=form.title, what=what)


def of_office(ws: Workspace, about: SubjectFacts, day: date) -> DossierFacts:
    """What a paper of the office alone rests on, on a day; raises BooksError without an office."""
    keeper = storage.office.get_office(ws.books)
    if keeper is None:
        raise BooksError("error.no_office")
    period = ws.rulebook.period(day)
    return DossierFacts(
        office=keeper,
        round=Round("", "", RoundKind.MERIT, about.year or Year(day.year)),
        authority=Authority.COMMUNE,
        nominees=(),
        left_out=(),
        council=storage.rounds.council(ws.books),
        meetings=(),
        votes=(),
        notices=(),
        signers=storage.office.signers(ws.books),
        texts=tuple(ws.rulebook.texts[text] for text in (period.texts if period else ())),
        movement=None,
        round_findings=(),
        numbers={},
        dossier_answers={},
    )


def _form(ws: Workspace, form_id: str) -> FormDef:
    form = ws.forms.get(form_id)
    if form is None or not form.on_demand:
        raise UserError("error.form_unknown", form=form_id)
    return form
