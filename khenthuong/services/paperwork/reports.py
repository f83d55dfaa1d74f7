"""Answers of a report: prefilled from the books, drafted every second, saved, checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from khenthuong import storage, texts
from khenthuong.documents.files import write_paper
from khenthuong.documents.prefill import prefilled as prefill
from khenthuong.domain.answers import Answers, Problem, normalise, validate
from khenthuong.domain.criteria import Cite
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.findings import Finding
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import (
    Authority,
    AwardClass,
    Checked,
    Principle,
    RecipientKind,
    RoundKind,
    Status,
    Step,
)
from khenthuong.domain.names import slug
from khenthuong.domain.selection import Selected, Selection
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.dossier import dossier_locks, dossiers
from khenthuong.services.dossier.dossiers import JudgedRound
from khenthuong.services.paperwork import saved_answers
from khenthuong.services.workspace import Workspace

_LAW = "luat_06_2022"


def report_form(
    ws: Workspace, award_id: str, kind: RecipientKind, round_kind: RoundKind
) -> FormDef | None:
    """The report an award asks of that kind of recipient in that kind of round, if any."""
    return ws.forms.get(ws.rulebook.awards[award_id].report_for(kind, round_kind))


def prefilled(
    ws: Workspace, round_code: str, recipient: str, award: str, form_id: str
) -> dict[str, object]:
    """What the books already know for the form's questions, by field key."""
    facts, nominee = _facts_of(ws, round_code, recipient, award)
    return prefill(_form(ws, form_id), facts, nominee)


def load_answers(ws: Workspace, round_code: str, recipient: str, form_id: str) -> Answers | None:
    """The saved answers, carried over to the form's present version; None when never saved."""
    saved = saved_answers.of_round(ws, round_code).get((recipient, form_id))
    return normalise(_form(ws, form_id), saved.values) if saved else None


def save_answers(
    ws: Workspace, round_code: str, recipient: str, form_id: str, values: Mapping[str, object]
) -> None:
    """Keep the answers, whole or not (a report may be finished tomorrow), and drop the draft.

    Raises UserError where a reply from above keeps the report closed.
    """
    dossier_locks.check_answers(ws, round_code, recipient)
    answers = normalise(_form(ws, form_id), values)
    label = texts.say("paper.operation_answers", {"recipient": recipient})
    with ws.books.write(label):
        storage.answers.save(ws.books, round_code, recipient, answers)
    drop_draft(ws, round_code, recipient, form_id)


def load_dossier_answers(
    ws: Workspace, round_code: str, authority: Authority, form_id: str
) -> Answers | None:
    """What was answered for a paper of the whole dossier (who signs, how the council voted …)."""
    saved = saved_answers.of_dossier(ws, round_code, authority).get(form_id)
    return normalise(_form(ws, form_id), saved.values) if saved else None


def save_dossier_answers(
    ws: Workspace, round_code: str, authority: Authority, form_id: str, values: Mapping[str, object]
) -> None:
    """Keep the answers of a paper of the whole dossier, and drop the draft.

    Raises UserError where a reply from above keeps the dossier's papers closed.
    """
    dossier_locks.check_dossier_answers(ws, round_code, authority)
    answers = normalise(_form(ws, form_id), values)
    with ws.books.write(texts.say("paper.operation_dossier", {"round": round_code})):
        storage.answers.save(ws.books, round_code, "", answers, authority)
    drop_draft(ws, round_code, "", form_id, authority)


def prefilled_dossier(
    ws: Workspace, round_code: str, authority: Authority, form_id: str
) -> dict[str, object]:
    """What a paper of the whole dossier says where nobody answered, by field key."""
    judged = dossiers.judge(ws, round_code)
    selection = dossiers.split(judged, authority, sealing=False)
    facts = dossiers.cut(ws, judged, authority, selection, ws.today())
    return prefill(_form(ws, form_id), replace(facts, dossier_answers={}), None)


def problems(
    ws: Workspace,
    round_code: str,
    recipient: str,
    award: str,
    form_id: str,
    values: Mapping[str, object],
) -> list[Problem]:
    """What is missing or wrong in the answers as they stand on screen."""
    form = _form(ws, form_id)
    known = prefilled(ws, round_code, recipient, award, form_id)
    return validate(form, normalise(form, values), known)


def save_draft(
    ws: Workspace,
    round_code: str,
    recipient: str,
    form_id: str,
    values: Mapping[str, object],
    authority: Authority | None = None,
) -> None:
    """Lay the unfinished answers down as a file; a crash loses at most a second.

    A paper of the whole dossier has no recipient ("") but an authority. Raises UserError when the
    disk does not take it.
    """
    answers = normalise(_form(ws, form_id), values)
    content = {
        "round": round_code,
        "recipient": recipient,
        "form": form_id,
        "authority": authority.value if authority else "",
        "version": answers.form_version,
        "values": plain(answers.values),
    }
    path = _draft_path(ws, round_code, recipient, form_id, authority)
    write_paper(path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def load_draft(
    ws: Workspace, round_code: str, recipient: str, form_id: str, authority: Authority | None = None
) -> dict[str, object] | None:
    """The draft's values if one was left behind; a damaged draft counts as none."""
    path = _draft_path(ws, round_code, recipient, form_id, authority)
    if not path.exists():
        return None
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return dict(content["values"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def drop_draft(
    ws: Workspace, round_code: str, recipient: str, form_id: str, authority: Authority | None = None
) -> None:
    """Forget the draft."""
    _draft_path(ws, round_code, recipient, form_id, authority).unlink(missing_ok=True)


def missing(
    ws: Workspace, facts: DossierFacts, nominee: Nominee
) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """The nominee's report if an answer is missing or wrong: (form id, problems)."""
    kind = nominee.recipient.recipient_kind
    form = report_form(ws, nominee.award.id, kind, facts.round.kind)
    if form is None:
        return
    answers = nominee.answers or Answers(form.id, form.version, {})
    found = validate(form, normalise(form, answers.values), prefill(form, facts, nominee))
    if found:
        yield form.id, tuple(found)


def needs_report(ws: Workspace, judged: JudgedRound, one: Selected) -> bool:
    """Whether the award asks for a report of this recipient."""
    recipient = judged.facts.recipient(one.nomination.recipient)
    assert recipient is not None
    round_kind = judged.facts.round.kind
    return report_form(ws, one.nomination.award, recipient.recipient_kind, round_kind) is not None


def missing_finding(ws: Workspace, one: Selected) -> Finding:
    """The finding that keeps a nomination out because its report is not written (Điều 84)."""
    award = ws.rulebook.awards[one.nomination.award]
    clause = "1" if award.award_class is AwardClass.TITLE else "2"
    return Finding(
        id="bao_cao_thanh_tich",
        principle=Principle.ACCURATE,
        step=Step.DOSSIER,
        status=Status.MISSING,
        cite=Cite(_LAW, "84", clause, "b"),
        checked=Checked.TEXT,
        code="paper.report_lacks",
        label=texts.say("paper.report_label"),
        cure=f"bieu_mau:{one.nomination.recipient}:{one.nomination.award}",
    )


def sentence(found: Iterable[Problem]) -> str:
    """Problems of one report as one Vietnamese line."""
    return texts.in_one_line(texts.say(problem.code, problem.arguments) for problem in found)


def _facts_of(
    ws: Workspace, round_code: str, recipient: str, award: str
) -> tuple[DossierFacts, Nominee]:
    judged = dossiers.judge(ws, round_code)
    check = judged.check.of(recipient, award)
    nomination = next((n for n in judged.facts.nominations if n.key == (recipient, award)), None)
    if check is None or nomination is None:
        raise NotFoundError("error.nomination_unknown", recipient=recipient, award=award)
    alone = Selection((Selected(nomination, check),), ())
    facts = dossiers.cut(ws, judged, check.authority, alone, ws.today())
    return facts, facts.nominees[0]


def _form(ws: Workspace, form_id: str) -> FormDef:
    if form_id not in ws.forms:
        raise UserError("error.form_unknown", form=form_id)
    return ws.forms[form_id]


def _draft_path(
    ws: Workspace, round_code: str, recipient: str, form_id: str, authority: Authority | None
) -> Path:
    # No slug holds an underscore: «__xa» is no recipient's.
    owner = slug(recipient) if authority is None else f"__{authority.value}"
    return ws.folder.drafts / f"{slug(round_code)}__{owner}__{form_id}.json"


def plain(value: object) -> object:
    """Answers as what JSON can hold."""
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {key: plain(item) for key, item in items}
    if isinstance(value, list | tuple):
        return [plain(item) for item in cast("Sequence[object]", value)]
    return value
