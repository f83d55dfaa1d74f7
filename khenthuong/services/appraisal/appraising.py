"""Thẩm định cả đợt: sum a judged round up for its bảng thẩm định."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from khenthuong import storage
from khenthuong.domain.appraisal import Appraisal, Counts, Overridden, counts, demand
from khenthuong.domain.findings import Finding, NominationCheck
from khenthuong.domain.kinds import Authority, Principle, RoundKind
from khenthuong.domain.rules.fairness import Fairness, fairness
from khenthuong.domain.rules.round_wide import share_findings
from khenthuong.domain.selection import Selection
from khenthuong.services.appraisal import judgements
from khenthuong.services.dossier.dossiers import JudgedRound
from khenthuong.services.workspace import Workspace


def appraise(
    judged: JudgedRound, selections: Mapping[Authority, Selection], figures: Fairness
) -> Appraisal:
    """Sum up a judged round; `selections` say by authority who goes into its dossier."""
    of_round = _of_round(judged, figures)
    entering = [one.check for cut in selections.values() for one in cut.selected]
    checks = judged.check.nominations
    return Appraisal(
        counts=tuple(_counts(authority, cut) for authority, cut in selections.items()),
        demands=tuple(demand(p, checks, entering, of_round) for p in Principle),
        fairness=figures,
        quotas=tuple(f for f in of_round if f.code in ("finding.quota", "finding.quota_number")),
        overridden=tuple(_overridden(judged, selections)),
        deed_days=tuple(sorted(_deed_days(judged))),
    )


def figures(ws: Workspace, judged: JudgedRound, authority: Authority, day: date) -> Fairness:
    """The shares as of `day`.

    The books do not say who was in the register on a day gone by. A dossier sealed that day keeps
    its figures while its nominees are the same, so that unchanged data seals to the same bytes.
    """
    live = judged.check.fairness or fairness(judged.facts)
    last = storage.papers.last_sealed(ws.books, judged.code, authority)
    if last is None or last.sealed_on != day:
        return live
    kept = judgements.sealed(ws, judged.code).get(authority)
    found = kept.check.fairness if kept else None
    return found if found is not None and found.nominees == live.nominees else live


def _of_round(judged: JudgedRound, figures: Fairness) -> tuple[Finding, ...]:
    """The findings on the round; those on shares say what the figures say."""
    live = judged.check.round_findings
    if not live or figures == judged.check.fairness:
        return live
    said = {one.id: one for one in share_findings(figures)}
    # What is only compared, because the law was amended, stays so whatever the figures.
    amended = {one.id for one in live if one.under_2022_text is not None}
    return tuple(
        replace(said.get(one.id, one), status=one.status, under_2022_text=one.under_2022_text)
        if one.id in amended
        else said.get(one.id, one)
        for one in live
    )


def _counts(authority: Authority, cut: Selection) -> Counts:
    checks = [one.check for one in (*cut.selected, *cut.rejected)]
    overridden = sum(bool(one.overridden) for one in cut.selected)
    return counts(authority, checks, len(cut.selected), overridden)


def _overridden(
    judged: JudgedRound, selections: Mapping[Authority, Selection]
) -> Iterator[Overridden]:
    for cut in selections.values():
        for one in cut.selected:
            nomination = one.nomination
            if one.overridden:
                recipient = judged.facts.recipient(nomination.recipient)
                yield Overridden(
                    recipient.name if recipient else nomination.recipient,
                    one.check.award_name,
                    nomination.override_reason,
                    nomination.override_by,
                    nomination.override_on,
                )


def _deed_days(judged: JudgedRound) -> Iterator[int]:
    """Working days from the deed to the receipt, for every nominee of a đột xuất round."""
    if judged.facts.round.kind is not RoundKind.SUDDEN or judged.facts.round.received is None:
        return
    for check in judged.check.nominations:
        yield from _days(check)


def _days(check: NominationCheck) -> Iterator[int]:
    for finding in check.findings:
        days = finding.arguments.get("days")
        if finding.code.startswith("finding.elapsed") and isinstance(days, int):
            yield days
