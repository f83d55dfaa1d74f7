"""Make one paper of each form from invented answers: for the program's own test of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from khenthuong import storage
from khenthuong.documents.context import build_context
from khenthuong.documents.render import PaperRenderer
from khenthuong.domain.answers import normalise
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.forms import FieldDef, FormDef
from khenthuong.domain.kinds import Authority
from khenthuong.domain.office_papers import Subject, SubjectFacts
from khenthuong.errors import UserError
from khenthuong.services.dossier import dossiers
from khenthuong.services.paperwork import office_papers
from khenthuong.services.workspace import Workspace

_WORDS = "A"


def made_on_demand(ws: Workspace) -> frozenset[str]:
    """The forms on demand of which one subject of the books gives a paper."""
    forms = [form for form in ws.forms.values() if form.on_demand]
    return frozenset(form.id for form in forms if _made(ws, form))


def rendered(ws: Workspace, round_code: str) -> frozenset[str]:
    """The forms that can be printed at all: reports of some nominee, whatever its award asks for,
    and papers on demand even where the books have nothing to list in them."""
    judged = dossiers.judge(ws, round_code)
    whole = dossiers.whole_selection(judged)
    facts = dossiers.cut(ws, judged, Authority.COMMUNE, whole, ws.today())
    facts = replace(facts, subject=SubjectFacts(year=facts.round.year))
    forms = [f for f in ws.forms.values() if f.on_demand or (f.scope == "nomination" and f.asks)]
    return frozenset(form.id for form in forms if _rendered(ws, form, facts))


def trial_answers(form: FormDef, day: date) -> dict[str, object]:
    """An answer of the right kind for every question that wants one and finds none in the books."""
    wanted = (field for field in form.asks if field.required and not field.source)
    return {field.key: _answer(field, day) for field in wanted}


def _made(ws: Workspace, form: FormDef) -> bool:
    answers = trial_answers(form, ws.today())
    for subject in _subjects(ws, form):
        try:
            return office_papers.make(ws, form.id, subject, answers).path.stat().st_size > 0
        except UserError:
            continue  # this subject does not fit the form; another may
    return False


def _rendered(ws: Workspace, form: FormDef, facts: DossierFacts) -> bool:
    nominee = None if form.on_demand else next(n for n in facts.nominees if _fits(form, n))
    answers = normalise(form, trial_answers(form, ws.today()))
    context = build_context(form, facts, nominee, answers)
    return bool(PaperRenderer(ws.template_path(form), form).render(context))


def _fits(form: FormDef, nominee: Nominee) -> bool:
    return not form.recipients or nominee.recipient.recipient_kind.value in form.recipients


def _subjects(ws: Workspace, form: FormDef) -> Iterator[Subject]:
    if form.scope == "office":
        yield Subject()
    elif form.scope == "movement":
        yield from (Subject(movement=code) for code in storage.movements.movements(ws.books))
    elif form.scope == "cluster":
        yield from (Subject(cluster=code) for code in storage.clusters.clusters(ws.books))
    elif form.scope == "year":
        yield from (Subject(year=str(ws.today().year - back)) for back in range(3))
    elif form.scope == "recipient":
        known = (storage.register.persons, storage.register.units, storage.register.households)
        yield from (Subject(recipient=code) for of_kind in known for code in of_kind(ws.books))
    else:
        yield from _of_rounds(ws, meetings=form.scope == "meeting")


def _of_rounds(ws: Workspace, *, meetings: bool) -> Iterator[Subject]:
    for one in storage.rounds.rounds(ws.books):
        if not meetings:
            yield Subject(round=one.code)
            continue
        for held in storage.rounds.meetings(ws.books, one.code):
            yield Subject(round=one.code, meeting=held.code)


def _answer(field: FieldDef, day: date) -> object:
    if field.type == "table":
        return [{column.key: _answer(column, day) for column in field.columns}]
    return {
        "date": day.isoformat(),
        "year": str(day.year),
        "integer": int(field.min or 1),
        "choice": field.choices[0] if field.choices else "",
        "yesno": "co",
    }.get(field.type, _WORDS)
