"""What the screen of papers on demand reads and writes, on the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any, ClassVar

from khenthuong.domain.answers import normalise, validate
from khenthuong.domain.clusters import Cluster
from khenthuong.domain.forms import FieldDef, FormDef, SectionDef
from khenthuong.domain.movement import Movement
from khenthuong.domain.office_papers import OfficePaper, Subject
from khenthuong.domain.rounds import Meeting, Round
from khenthuong.texts import label as word
from khenthuong.ui.screens.paperwork.report_data import Problems, problems_of


@dataclass(frozen=True)
class FormLine:
    """One form that may be made."""

    form: FormDef

    HEADERS: ClassVar = (("Văn bản", attrgetter("form.title")),)


@dataclass(frozen=True)
class PapersView:
    """Everything the screen lists."""

    groups: tuple[tuple[str, tuple[FormLine, ...]], ...]
    papers: tuple[OfficePaper, ...]
    rounds: tuple[Round, ...]
    meetings: Mapping[str, tuple[Meeting, ...]]
    unit_names: Mapping[str, str]
    signers: tuple[str, ...]
    year: int
    confirmed: frozenset[str]
    movements: tuple[Movement, ...] = ()
    clusters: tuple[Cluster, ...] = ()


@dataclass(frozen=True)
class PaperDraft:
    """One form about one subject, with what the books know and what was answered."""

    form: FormDef
    subject: Subject
    facts: Mapping[str, object]
    answers: Mapping[str, object]
    code: str = ""


def read_papers(ws: Any) -> PapersView:
    """Forms on demand, papers made so far, rounds with their meetings, who may sign."""
    from khenthuong.services import office, register
    from khenthuong.services.appraisal import rounds
    from khenthuong.services.movements import clusters
    from khenthuong.services.paperwork import form_check, office_papers

    today = ws.today()
    known = tuple(one.round for one in rounds.rounds(ws))
    meetings = {one.code: rounds.meetings(ws, one.code) for one in known}
    units = {held.unit for some in meetings.values() for held in some if held.unit}
    signers = [s.name for s in office.signers(ws) if s.end is None or s.end >= today]
    return PapersView(
        groups=tuple(
            (title, tuple(map(FormLine, forms)))
            for title, forms in office_papers.offered(ws).items()
        ),
        papers=office_papers.papers(ws),
        rounds=tuple(sorted(known, key=lambda one: (-one.year.start, one.code))),
        meetings=meetings,
        unit_names={code: register.get(ws, code).name for code in units},
        signers=tuple(dict.fromkeys(signers)),
        year=today.year,
        confirmed=form_check.confirmed_forms(ws),
        movements=tuple(rounds.movements(ws)),
        clusters=clusters.clusters(ws),
    )


def read_draft(
    ws: Any, form: FormDef, subject: Subject, answers: Mapping[str, object], code: str
) -> PaperDraft:
    """What the books fill in for a form about a subject; a draft left behind where none is given.

    An unchosen subject gives no facts: the screen says what to choose.
    """
    from khenthuong.services.paperwork import office_drafts, office_papers, office_subjects

    chosen = all(getattr(subject, name) for name in office_subjects.needed(form))
    facts = office_papers.prefilled(ws, form.id, subject) if chosen else {}
    given = answers or office_drafts.load(ws, form, subject)
    return PaperDraft(form, subject, facts, given, code)


def keep_draft(ws: Any, form: FormDef, subject: Subject, values: Mapping[str, object]) -> None:
    """Lay the unfinished answers down as a file."""
    from khenthuong.services.paperwork import office_drafts

    office_drafts.save(ws, form, subject, values)


def make(
    ws: Any,
    form: FormDef,
    subject: Subject,
    values: Mapping[str, object],
    code: str,
    replaces: str = "",
) -> Any:
    """Make the paper; its draft is no longer needed."""
    from khenthuong.services.paperwork import office_drafts, office_papers

    made = office_papers.make(ws, form.id, subject, values, code, replaces)
    office_drafts.drop(ws, form, subject)
    return made


def record(ws: Any, paper: OfficePaper, number: str, day: date) -> None:
    """Record văn thư's number and date."""
    from khenthuong.services.paperwork import office_papers

    office_papers.record_number(ws, paper.code, number, day)


def attach(ws: Any, paper: OfficePaper, path: Path) -> None:
    """Attach the signed scan."""
    from khenthuong.services.paperwork import office_papers

    office_papers.attach_signed(ws, paper.code, path)


def take_out(ws: Any, paper: OfficePaper) -> None:
    """Take a paper without number out of the list."""
    from khenthuong.services.paperwork import office_papers

    office_papers.remove(ws, paper.code)


def problems(draft: PaperDraft, values: Mapping[str, object]) -> Problems:
    """What is missing or wrong in the answers as they stand."""
    return problems_of(validate(draft.form, normalise(draft.form, values), draft.facts))


def asked(form: FormDef, signers: Sequence[str]) -> tuple[SectionDef, ...]:
    """The form's sections with only what a person answers; who signs is one of the signers."""
    wanted = {field.key for field in form.asks}

    def shown(field: FieldDef) -> FieldDef:
        if field.key != "nguoi_ky" or not signers:
            return field
        return replace(field, type="choice", choices=tuple(signers))

    sections = (
        SectionDef(s.title, tuple(shown(f) for f in s.fields if f.key in wanted))
        for s in form.sections
    )
    return tuple(section for section in sections if section.fields)


def about(form: FormDef, confirmed: frozenset[str]) -> str:
    """Number, decree and how sure we are, in one line under the title."""
    checked = "cơ quan đã đối chiếu" if form.id in confirmed else word(form.checked)
    parts = [form.number, form.decree, checked]
    return " · ".join(part for part in parts if part)
