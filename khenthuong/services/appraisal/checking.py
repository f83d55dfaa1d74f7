"""Thẩm định: load a round's facts, judge them, and word what was found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.criteria import Cite, Confirmation
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.findings import Finding, NominationCheck, RoundCheck
from khenthuong.domain.kinds import Checked, Principle, Status
from khenthuong.domain.rules import check_round
from khenthuong.errors import UserError
from khenthuong.services.paperwork import paper_wording
from khenthuong.services.workspace import Workspace

_QUIET = frozenset({Status.MET, Status.NOT_APPLICABLE})
_WRAPPERS = frozenset({"finding.any_of", "finding.all_of", "finding.meets_award"})


def load_facts(ws: Workspace, round_code: str, today: date | None = None) -> RoundFacts:
    """Everything the rules look at, as of `today`; raises NotFoundError for an unknown round."""
    return storage.facts.load_round_facts(
        ws.books, round_code, ws.calendar, today or ws.today(), ws.award_names
    )


def check_facts(ws: Workspace, facts: RoundFacts) -> RoundCheck:
    """Judge loaded facts; raises UserError where no rule period holds on the day of receipt."""
    if ws.rulebook.period(facts.received) is None:
        raise UserError("error.no_period", round=facts.round.code, received=facts.received)
    return check_round(facts, ws.rulebook)


def check(ws: Workspace, round_code: str) -> RoundCheck:
    """Judge every nomination of a round as the books stand now."""
    return check_facts(ws, load_facts(ws, round_code))


def cite_text(ws: Workspace, cite: Cite) -> str:
    """«điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng»; "" for no citation."""
    known = ws.cites.get(cite)
    if known is None:
        known = ws.cites[cite] = _cite_text(ws, cite)
    return known


def _cite_text(ws: Workspace, cite: Cite) -> str:
    text = ws.rulebook.texts.get(cite.text)
    if text is None:
        return ""
    arguments = {
        "point": cite.point,
        "clause": cite.clause,
        "article": cite.article,
        "text": text.short,
    }
    if not cite.article:
        return texts.say("cite.text", arguments)
    if cite.point and cite.clause:
        return texts.say("cite.point", arguments)
    return texts.say("cite.clause" if cite.clause else "cite.article", arguments)


def sentence(ws: Workspace, finding: Finding) -> str:
    """The clerk's sentence: what was required, what was found, and why it is to be compared."""
    return _full(ws, finding, private=True)


def paper_sentence(ws: Workspace, finding: Finding) -> str:
    """The sentence for paper, packages and manifests: brief, and neutral about other people."""
    return paper_wording.sentence(finding)


def _full(ws: Workspace, finding: Finding, *, private: bool) -> str:
    text = " ".join((_plain(finding, private=private), *_confirmations(finding)))
    if finding.under_2022_text is not None:
        amended = ws.rulebook.texts[finding.cite.text]
        return texts.say(
            "finding.under_2022",
            {
                "sentence": text,
                "status": texts.label(finding.under_2022_text).lower(),
                "by": amended.amended_by or amended.short,
            },
        )
    unsure = finding.checked is Checked.MEMORY and finding.status is Status.TO_COMPARE
    if unsure and not finding.wording:
        return texts.say("finding.unverified", {"sentence": text})
    return text


def _confirmations(finding: Finding) -> tuple[str, ...]:
    """Who compared the criterion, or the parts of it that decided, with which document."""
    if finding.confirmed is not None:
        return (confirmation_sentence(finding.confirmed),)
    every = finding.code != "finding.any_of" and _settled(finding) is Status.MET
    chosen = finding.arguments.get("chosen")
    return tuple(
        dict.fromkeys(
            said
            for child in finding.children
            if child.status is not Status.NOT_APPLICABLE and (every or child.id == chosen)
            for said in _confirmations(child)
        )
    )


def confirmation_sentence(value: Confirmation) -> str:
    """«Đã đối chiếu với … ngày …; người đối chiếu: …», with the office it came from."""
    arguments = {
        "document": value.document,
        "day": value.document_date or "…",
        "by": value.by,
        "on": value.on,
        "office": value.source,
    }
    return texts.say("confirm.said_by" if value.source else "confirm.said", arguments)


def _plain(finding: Finding, *, private: bool) -> str:
    hidden = finding.private or finding.status is Status.ON_HOLD
    if hidden and not private:
        return texts.say("finding.not_yet_considered")
    if finding.wording:
        return texts.fill(finding.wording, finding.arguments)
    if finding.code in _WRAPPERS:
        return texts.say(
            finding.code, {**finding.arguments, "sentence": _inner(finding, private=private)}
        )
    return texts.say(finding.code, finding.arguments)


def _inner(finding: Finding, *, private: bool) -> str:
    met_all = finding.code != "finding.any_of" and _settled(finding) is Status.MET
    chosen = [
        child
        for child in finding.children
        if (met_all and child.status is not Status.NOT_APPLICABLE)
        or child.id == finding.arguments["chosen"]
    ]
    return " ".join(_inmost(child, private=private) for child in chosen)


def _inmost(finding: Finding, *, private: bool) -> str:
    # Only the outermost wrapper names its branch: «A: B: C: …» is hard to read.
    if finding.code in _WRAPPERS and not finding.wording:
        return _inner(finding, private=private)
    return _plain(finding, private=private)


def _settled(finding: Finding) -> Status:
    return finding.under_2022_text or finding.status


def as_json(ws: Workspace, found: RoundCheck) -> dict[str, Any]:
    """The answer of the command `check` (design, section 6)."""
    return {
        "round": found.round,
        "period": found.period,
        "round_findings": [
            _finding_as_json(ws, one, neutral_sentence) for one in found.round_findings
        ],
        "nominations": [
            _nomination_as_json(ws, one, neutral_sentence) for one in found.nominations
        ],
        "fingerprint": found.fingerprint,
    }


def neutral_sentence(ws: Workspace, finding: Finding) -> str:
    """The clerk's sentence without the details of holds: an answer may be passed on."""
    return _full(ws, finding, private=False)


def _nomination_as_json(
    ws: Workspace, found: NominationCheck, say: Callable[[Workspace, Finding], str]
) -> dict[str, Any]:
    return {
        "recipient": found.recipient,
        "award": found.award,
        "award_name": found.award_name,
        "authority": found.authority.value,
        "verdict": found.verdict.value,
        "principles": {
            principle.value: found.principles.get(principle, Status.NOT_APPLICABLE).value
            for principle in Principle
        },
        "findings": [_finding_as_json(ws, one, say) for one in found.findings],
    }


def _finding_as_json(
    ws: Workspace, finding: Finding, say: Callable[[Workspace, Finding], str]
) -> dict[str, Any]:
    cite = cite_text(ws, finding.cite)
    message = say(ws, finding)
    row: dict[str, Any] = {
        "id": finding.id,
        "principle": finding.principle.value,
        "step": finding.step.value,
        "status": finding.status.value,
        "cite": cite,
        "checked": finding.checked.value,
        "message": texts.say("finding.cited", {"sentence": message, "cite": cite})
        if cite
        else message,
        "label": finding.label,
        "reached": finding.reached,
    }
    if finding.under_2022_text is not None:
        row["under_2022_text"] = finding.under_2022_text.value
    if finding.children:
        row["children"] = [_finding_as_json(ws, child, say) for child in finding.children]
    return row


def lines(ws: Workspace, found: RoundCheck) -> tuple[str, ...]:
    """The same for a person: the period, the round, then every nomination with what is open."""
    period = next((p for p in ws.rulebook.periods if p.id == found.period), None)
    said = [texts.say("finding.line_period", {"label": period.label})] if period else []
    said += [period.warning] if period and period.warning else []
    said += [
        texts.say("finding.line_round", {"status": one.status, "sentence": sentence(ws, one)})
        for one in found.round_findings
    ]
    known = storage.register.many(ws.books, [one.recipient for one in found.nominations])
    for one in found.nominations:
        said.append(
            texts.say(
                "finding.line",
                {"name": known[one.recipient].name, "award": one.award_name, "status": one.verdict},
            )
        )
        said += [_open_line(ws, f) for f in one.findings if f.status not in _QUIET]
    return tuple(said)


def _open_line(ws: Workspace, finding: Finding) -> str:
    return texts.say(
        "finding.line_finding",
        {"status": finding.status, "label": finding.label, "sentence": sentence(ws, finding)},
    )
