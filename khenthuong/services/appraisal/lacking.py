"""Còn thiếu gì? Everything a round still lacks in one list, by who or what can supply it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from khenthuong import storage, texts
from khenthuong.domain import pathway as paths
from khenthuong.domain.findings import Finding, RoundCheck
from khenthuong.domain.kinds import Authority, Step
from khenthuong.domain.pathway import Key, RoundState, Station
from khenthuong.domain.selection import authorities
from khenthuong.services import register
from khenthuong.services.appraisal import checking, pathway
from khenthuong.services.dossier import dossiers
from khenthuong.services.paperwork import numbering, reports
from khenthuong.services.workspace import Workspace


class Supplier(StrEnum):
    """Who or what supplies what is missing, in the order of the path."""

    REGISTER = "so"
    NOMINATION = "de_nghi"
    ROUND = "dot_xet"
    UNIT_MEETING = "hop_tap_the"
    COUNCIL = "hoi_dong"
    NOTICE = "niem_yet"
    REPORT = "bao_cao"
    DOSSIER = "ho_so"
    CLERK = "van_thu"
    SENDING = "gui"
    RESULT = "ket_qua"


@dataclass(frozen=True)
class Lack:
    """One missing thing; `cure` and `recipient` name the place where it is supplied.

    `count` says for how many nominations the same thing is missing, `subject` for whom.
    """

    supplier: Supplier
    subject: str
    sentence: str
    cure: str
    recipient: str = ""
    count: int = 1


_BY_SOURCE: Mapping[str, Supplier] = {
    "de_nghi": Supplier.NOMINATION,
    "dot_xet": Supplier.ROUND,
    "dot": Supplier.ROUND,
    "co_quan": Supplier.ROUND,
    "quy_dinh": Supplier.ROUND,
    "hop": Supplier.UNIT_MEETING,
    "bieu_quyet": Supplier.COUNCIL,
    "hoi_dong": Supplier.COUNCIL,
    "niem_yet": Supplier.NOTICE,
    "bieu_mau": Supplier.REPORT,
    "tra_loi": Supplier.REPORT,
    "bao_cao": Supplier.REPORT,
    "ho_so": Supplier.DOSSIER,
}
_BY_STEP: Mapping[Step, tuple[Supplier, str]] = {
    Step.LIST: (Supplier.NOMINATION, "de_nghi"),
    Step.MEETING: (Supplier.COUNCIL, "bieu_quyet"),
    Step.NOTICE: (Supplier.NOTICE, "niem_yet"),
    Step.DOSSIER: (Supplier.DOSSIER, "ho_so"),
}
"""Where a finding is supplied that names no place itself."""


def of_round(ws: Workspace, round_code: str, check: RoundCheck | None = None) -> tuple[Lack, ...]:
    """Everything the round lacks, ordered by supplier, equal things once.

    Raises NotFoundError for an unknown round.
    """
    state = pathway.of_round(ws, round_code, check).state
    found = (*_findings(ws, state), *_reports(ws, state), *_papers(ws, state), *_ahead(state))
    order = list(Supplier)
    return tuple(sorted(found, key=lambda one: order.index(one.supplier)))


def _findings(ws: Workspace, state: RoundState) -> Iterator[Lack]:
    """Missing facts of every step; what lacks for many alike is one line."""
    names = _names(ws, state)
    # A nomination may meet one sentence in several findings: it counts once.
    grouped: dict[tuple[Supplier, str, str], dict[Key, None]] = {}
    for key, finding in paths.missing(state):
        supplier, cure = _place(finding, key)
        same = (supplier, checking.sentence(ws, finding), cure)
        grouped.setdefault(same, {})[key] = None
    if not state.nominations:
        yield Lack(Supplier.NOMINATION, "", texts.say("lacking.no_nominations"), "dot:")
    for (supplier, sentence, cure), met in grouped.items():
        keys = list(met)
        yield Lack(supplier, _subject(ws, keys, names), sentence, cure, keys[0][0], len(keys))


def _place(finding: Finding, key: Key) -> tuple[Supplier, str]:
    cure = paths.cure_of(finding)
    if not cure:
        supplier, source = _BY_STEP[finding.step]
        return supplier, f"{source}:{key[0]}" if source == "de_nghi" else source
    return _BY_SOURCE.get(cure.partition(":")[0], Supplier.REGISTER), cure


def _subject(ws: Workspace, keys: list[Key], names: Mapping[str, str]) -> str:
    people = list(dict.fromkeys(who for who, _ in keys))
    if len(people) > 1:
        return texts.say("lacking.many", {"count": len(keys)})
    if len(keys) > 1:
        return names.get(people[0], people[0])
    award = ws.award_names.get(keys[0][1], keys[0][1])
    return texts.say("lacking.one", {"name": names.get(people[0], people[0]), "award": award})


def _names(ws: Workspace, state: RoundState) -> Mapping[str, str]:
    codes = {one.recipient for one in state.nominations}
    return {row.code: row.name for row in register.rows(ws, codes)}


def _reports(ws: Workspace, state: RoundState) -> Iterator[Lack]:
    """Reports with answers missing; a dossier that was sealed asks for none any more."""
    if not state.nominations:
        return
    judged = dossiers.judge(ws, state.round.code)
    for authority in _unsealed(state, authorities(judged.check)):
        selection = dossiers.split(judged, authority, sealing=False)
        facts = dossiers.cut(ws, judged, authority, selection, ws.today())
        for one in facts.nominees:
            if one.nomination.key in state.decided:
                continue
            for form_id, problems in reports.missing(ws, facts, one):
                sentence = texts.say("lacking.report", {"what": reports.sentence(problems)})
                who = one.recipient.code
                yield Lack(Supplier.REPORT, one.name, sentence, f"bieu_mau:{who}:{form_id}", who)


def _unsealed(state: RoundState, found: Iterable[Authority]) -> list[Authority]:
    return [one for one in found if one not in state.sealed or one in state.returned]


def _papers(ws: Workspace, state: RoundState) -> Iterator[Lack]:
    """Papers made that still have no number; the council's minutes once."""
    seen: set[str] = set()
    for paper in storage.papers.of_round(ws.books, state.round.code):
        key = numbering.key_of(paper)
        if paper.number or key in seen or not numbering.series_of(ws, paper):
            continue
        seen.add(key)
        form = ws.forms.get(paper.form)
        told = {"title": form.title if form else paper.form}
        cure = f"ho_so:{paper.authority.value}:{paper.form}"
        yield Lack(
            Supplier.CLERK,
            texts.label(paper.authority),
            texts.say("lacking.number", told),
            cure,
            paper.recipient,
        )


def _ahead(state: RoundState) -> Iterator[Lack]:
    """What comes after the papers: sealing, sending, the decision."""
    wanted = paths.dossiers(state)
    for authority in paths.unsealed(state):
        yield _of_dossier(Supplier.DOSSIER, authority, "lacking.unsealed", "ho_so")
    for authority in paths.unsent(state):
        cure = f"{Station.SENDING.value}:{authority.value}"
        yield _of_dossier(Supplier.SENDING, authority, "lacking.unsent", cure)
    unsent = paths.unsent(state)
    for authority, keys in wanted.items():
        reached = authority in state.sealed and authority not in unsent
        if reached and any(key not in state.decided for key in keys):
            cure = f"{Station.RESULT.value}:{authority.value}"
            yield _of_dossier(Supplier.RESULT, authority, "lacking.undecided", cure)


def _of_dossier(supplier: Supplier, authority: Authority, code: str, cure: str) -> Lack:
    return Lack(supplier, texts.label(authority), texts.say(code), cure)
