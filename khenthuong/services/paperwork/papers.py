"""Make the papers of a round: one folder per authority, from the forms' own descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from khenthuong import texts
from khenthuong.documents.context import build_context
from khenthuong.documents.render import PaperRenderer
from khenthuong.domain.answers import Problem
from khenthuong.domain.appraisal import Appraisal
from khenthuong.domain.dossier import DossierFacts, Nominee, PaperPlan
from khenthuong.domain.forms import FormDef, FormShelf
from khenthuong.domain.kinds import Authority, MeetingKind, RoundKind
from khenthuong.domain.names import slug
from khenthuong.domain.rounds import Round
from khenthuong.domain.selection import Rejected, Selection, authorities
from khenthuong.errors import UserError
from khenthuong.services.appraisal import appraising
from khenthuong.services.dossier import dossiers, enclosures
from khenthuong.services.dossier.dossiers import JudgedRound
from khenthuong.services.paperwork import reports
from khenthuong.services.paperwork.paper_files import PaperFolder
from khenthuong.services.progress import Cancelled, Progress, never, silent, stop_if
from khenthuong.services.workspace import Workspace

MINUTES = "bien_ban_hop_hoi_dong"
"""Minutes are only made of a meeting that took place."""


@dataclass(frozen=True)
class MadePaper:
    """A paper that lies on disk; `edited` is the older file somebody changed, kept as it is."""

    authority: Authority
    plan: PaperPlan
    path: Path
    sha256: str
    edited: Path | None = None


@dataclass(frozen=True)
class PaperProblem:
    """Why a nomination's paper cannot be made: its report lacks answers."""

    recipient: str
    name: str
    form_id: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class MadePapers:
    """What `make` did."""

    round: str
    folder: Path
    papers: tuple[MadePaper, ...]
    problems: tuple[PaperProblem, ...]


@dataclass(frozen=True)
class _Cut:
    """One authority's part of a round, before its papers are planned."""

    facts: DossierFacts
    selection: Selection
    problems: tuple[PaperProblem, ...]


@dataclass(frozen=True)
class DossierPlan:
    """One authority's dossier before rendering: who is in, who is out, which papers.

    `council` are the facts of the council's minutes: the nominations of all authorities.
    """

    facts: DossierFacts
    council: DossierFacts
    selection: Selection
    plans: tuple[PaperPlan, ...]
    problems: tuple[PaperProblem, ...]


def make(
    ws: Workspace,
    round_code: str,
    out: Path | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> MadePapers:
    """All papers of a round under `out`/<authority>/; a paper edited outside stays untouched.

    Without `out` they go to the office's own folder van_ban/<năm>/<đợt>/.

    Raises UserError for an unknown round, one without nominations, or a folder that cannot be
    written; CancelledError when stopped (papers written until then stay).
    """
    if out is not None:
        check_out_folder(ws, out)
    judged = dossiers.judge(ws, round_code)
    folder = out or round_folder(ws, judged.facts.round)
    made: list[MadePaper] = []
    problems: list[PaperProblem] = []
    for authority in judged_authorities(judged):
        dossier = plan_dossier(ws, judged, authority, ws.today(), sealing=False)
        problems += dossier.problems
        written = _write_dossier(
            ws, dossier, PaperFolder(folder / authority.value), progress, cancelled
        )
        made += written
    return MadePapers(round_code, folder, tuple(made), tuple(problems))


def make_form(ws: Workspace, round_code: str, form_id: str) -> MadePapers:
    """One paper of every dossier of a round, also where nobody goes in, in the office's own folder.

    Raises UserError for an unknown round or one without nominations.
    """
    judged = dossiers.judge(ws, round_code)
    folder = round_folder(ws, judged.facts.round)
    form = ws.forms[form_id]
    only = (PaperPlan(form.id, "", "", form.file_name, form.title),)
    made: list[MadePaper] = []
    for authority in judged_authorities(judged):
        dossier = replace(
            plan_dossier(ws, judged, authority, ws.today(), sealing=False), plans=only
        )
        made += _write_dossier(ws, dossier, PaperFolder(folder / authority.value), silent, never)
    return MadePapers(round_code, folder, tuple(made), ())


def round_folder(ws: Workspace, one: Round) -> Path:
    """The office's own folder for a round's papers: van_ban/<năm>/<đợt>/."""
    return ws.folder.papers / str(one.year) / slug(one.code)


def plan(ws: Workspace, round_code: str) -> Mapping[Authority, tuple[PaperPlan, ...]]:
    """Which papers the round would get, by authority."""
    judged = dossiers.judge(ws, round_code)
    return {
        authority: plan_dossier(ws, judged, authority, ws.today(), sealing=False).plans
        for authority in judged_authorities(judged)
    }


def judged_authorities(judged: JudgedRound) -> tuple[Authority, ...]:
    """The authorities of a judged round; raises UserError when it has no nomination."""
    found = authorities(judged.check)
    if not found:
        raise UserError("error.no_nominations", round=judged.code)
    return found


def plan_dossier(
    ws: Workspace, judged: JudgedRound, authority: Authority, day: date, *, sealing: bool
) -> DossierPlan:
    """Cut one authority's dossier; nominations whose report is missing or wrong stay out.

    The council meets on the whole round: its minutes, under one number, carry every authority's
    nominations and are the same in every dossier.
    """
    mine = _cut(ws, judged, authority, day, sealing)
    plans = tuple(_plans(ws, mine.facts))
    facts = replace(
        mine.facts,
        contents=enclosures.contents(ws, mine.facts, plans),
        appraisal=appraisal(ws, judged, authority, day, sealing=sealing),
    )
    return DossierPlan(
        facts, _council(ws, judged, facts, day), mine.selection, plans, mine.problems
    )


def appraisal(
    ws: Workspace, judged: JudgedRound, authority: Authority, day: date, *, sealing: bool
) -> Appraisal:
    """What the bảng thẩm định says of the whole round, the same in every authority's dossier."""
    key = ("appraisal", authority, day, sealing)
    if key not in judged.cuts:
        selections = {
            one: _cut(ws, judged, one, day, sealing).selection for one in authorities(judged.check)
        }
        figures = appraising.figures(ws, judged, authority, day)
        judged.cuts[key] = appraising.appraise(judged, selections, figures)
    return cast("Appraisal", judged.cuts[key])


def _council(ws: Workspace, judged: JudgedRound, facts: DossierFacts, day: date) -> DossierFacts:
    key = ("council", day)
    if key not in judged.cuts:
        whole = dossiers.council_selection(judged)
        judged.cuts[key] = dossiers.cut(ws, judged, facts.authority, whole, day)
    met = cast("DossierFacts", judged.cuts[key])
    return replace(facts, nominees=met.nominees, left_out=met.left_out)


def _cut(
    ws: Workspace, judged: JudgedRound, authority: Authority, day: date, sealing: bool
) -> _Cut:
    key = (authority, day, sealing)
    if key not in judged.cuts:
        judged.cuts[key] = _cut_anew(ws, judged, authority, day, sealing)
    return cast("_Cut", judged.cuts[key])


def _cut_anew(
    ws: Workspace, judged: JudgedRound, authority: Authority, day: date, sealing: bool
) -> _Cut:
    selection = dossiers.split(judged, authority, sealing=sealing)
    draft = dossiers.cut(ws, judged, authority, selection, day)
    problems = tuple(
        PaperProblem(n.recipient.code, n.name, form_id, found)
        for n in draft.nominees
        for form_id, found in reports.missing(ws, draft, n)
    )
    lacking = {problem.recipient for problem in problems}
    moved = [
        Rejected(one.nomination, one.check, (reports.missing_finding(ws, one),))
        for one in selection.selected
        if one.nomination.recipient in lacking and reports.needs_report(ws, judged, one)
    ]
    if not moved:
        return _Cut(draft, selection, problems)
    selection = dossiers.without(selection, moved)
    return _Cut(dossiers.cut(ws, judged, authority, selection, day), selection, problems)


def render(ws: Workspace, dossier: DossierPlan) -> Iterator[tuple[PaperPlan, bytes]]:
    """Every paper of a planned dossier, one at a time; templates are prepared once each."""
    renderers: dict[str, PaperRenderer] = {}
    by_key = {n.nomination.key: n for n in dossier.facts.nominees}
    for entry in dossier.plans:
        form = _forms(ws, dossier.facts)[entry.form_id]
        if entry.form_id not in renderers:
            renderers[entry.form_id] = PaperRenderer(ws.template_path(form), form)
        nominee = by_key.get((entry.recipient, entry.award))
        facts = dossier.council if form.id == MINUTES else dossier.facts
        context = build_context(form, facts, nominee, None)
        yield entry, renderers[entry.form_id].render(context)


def check_out_folder(ws: Workspace, out: Path) -> None:
    """Refuse a folder inside the books, or a file where a folder is wanted."""
    root = ws.folder.root.resolve()
    inside = root in (out.resolve(), *out.resolve().parents)
    if inside and ws.folder.papers.resolve() not in (out.resolve(), *out.resolve().parents):
        raise UserError("error.out_inside_data", folder=out)
    if out.exists() and not out.is_dir():
        raise UserError("error.out_not_folder", folder=out)


def as_json(made: MadePapers) -> dict[str, Any]:
    """The answer of the command `dossier`."""
    return {
        "round": made.round,
        "folder": str(made.folder),
        "papers": [
            {
                "authority": p.authority.value,
                "form": p.plan.form_id,
                "recipient": p.plan.recipient,
                "file": str(p.path),
                "kept_edited": str(p.edited) if p.edited else None,
            }
            for p in made.papers
        ],
        "problems": [
            {"recipient": p.recipient, "form": p.form_id, "message": reports.sentence(p.problems)}
            for p in made.problems
        ],
    }


def lines(made: MadePapers) -> tuple[str, ...]:
    """The same for a person."""
    found = [
        texts.say("paper.made_line", {"title": p.plan.title, "path": p.path}) for p in made.papers
    ]
    found += [texts.say("paper.kept_edited", {"path": p.edited}) for p in made.papers if p.edited]
    found += [
        texts.say("paper.report_missing", {"name": p.name, "what": reports.sentence(p.problems)})
        for p in made.problems
    ]
    found.append(texts.say("paper.made_total", {"count": len(made.papers), "folder": made.folder}))
    return tuple(found)


def _write_dossier(
    ws: Workspace,
    dossier: DossierPlan,
    folder: PaperFolder,
    progress: Progress,
    cancelled: Cancelled,
) -> list[MadePaper]:
    made: list[MadePaper] = []
    total = len(dossier.plans)
    for number, (entry, data) in enumerate(render(ws, dossier)):
        stop_if(cancelled)
        progress(number, total, entry.title)
        about = {
            "title": entry.title,
            "form": entry.form_id,
            "recipient": entry.recipient,
            "award": entry.award,
        }
        placed = folder.put(f"{entry.file_name}.docx", data, about)
        made.append(
            MadePaper(dossier.facts.authority, entry, placed.path, placed.sha256, placed.edited)
        )
    folder.save()
    return made


def _plans(ws: Workspace, facts: DossierFacts) -> Iterator[PaperPlan]:
    if not facts.nominees:
        return
    for form in _forms(ws, facts).values():
        if form.on_demand or not _fits(form, facts):
            continue
        if form.scope != "nomination":
            yield PaperPlan(form.id, "", "", form.file_name, form.title)
            continue
        for nominee in facts.nominees:
            if _concerns(form, nominee, facts.round.kind):
                yield _nominee_plan(form, nominee)


def _forms(ws: Workspace, facts: DossierFacts) -> FormShelf:
    """The forms in use on the day the dossier is prepared: made again later, it is the same."""
    return ws.forms_on(facts.prepared_on or ws.today())


def _nominee_plan(form: FormDef, nominee: Nominee) -> PaperPlan:
    code = nominee.recipient.code
    name = f"{slug(code, 24)}-{slug(nominee.name, 32)}-{slug(nominee.award.id, 32)}"
    title = f"{form.title} – {nominee.name} ({nominee.award.name})"
    return PaperPlan(form.id, code, nominee.award.id, f"{form.file_name}/{name}", title)


def _fits(form: FormDef, facts: DossierFacts) -> bool:
    if form.id == MINUTES and not any(m.kind is MeetingKind.COUNCIL for m in facts.meetings):
        return False
    return (not form.authorities or facts.authority.value in form.authorities) and (
        not form.rounds or facts.round.kind.value in form.rounds
    )


def _concerns(form: FormDef, nominee: Nominee, round_kind: RoundKind) -> bool:
    kind = nominee.recipient.recipient_kind
    if form.recipients and kind.value not in form.recipients:
        return False
    # A report is made where the award asks for it; other papers (the proof) for everybody.
    is_report = form.asks != ()
    return not is_report or nominee.award.report_for(kind, round_kind) == form.id
