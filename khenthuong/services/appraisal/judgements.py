"""Kept judgements: what a sealing found, what the last check found, and what changed since.

A sealing keeps its judgement for ever. The last check of a round is kept when the clerk runs
«Thẩm định lại», never by looking at the round: a look must not write.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.archive import Judgement, RoundJudgement
from khenthuong.domain.criteria import Cite, Criterion, Rulebook
from khenthuong.domain.findings import Finding, NominationCheck, RoundCheck, worst
from khenthuong.domain.kinds import Authority, Checked, Principle, Status, Step
from khenthuong.domain.rules.fairness import as_plain, from_plain
from khenthuong.services.appraisal import checking
from khenthuong.services.rulebook import confirmations
from khenthuong.services.workspace import Workspace
from khenthuong.storage.judgements import LAST_CHECK

KEPT = "finding.kept"
_MARK_LENGTH = 16
_Row = Mapping[str, Any]


class Why(StrEnum):
    """Why a criterion is judged otherwise than before."""

    DATA = "du_lieu"
    RULES = "quy_dinh"
    PERIOD = "thoi_ky"
    CONFIRMATION = "xac_nhan"
    UNKNOWN = "chua_ro"


@dataclass(frozen=True)
class Kept:
    """A judgement as it was kept; its sentences are those of that day."""

    head: RoundJudgement
    check: RoundCheck
    rows: Mapping[tuple[str, str], Mapping[str, _Row]]

    @property
    def sealed(self) -> bool:
        """Whether it was kept at a sealing."""
        return self.head.sealed_version > LAST_CHECK


@dataclass(frozen=True)
class Change:
    """One criterion judged otherwise: None where it was or is not judged at all."""

    label: str
    old: Status | None
    new: Status | None
    old_sentence: str
    new_sentence: str
    why: Why


@dataclass(frozen=True)
class Difference:
    """One nomination whose judgement changed; `old` or `new` is None where it was not nominated."""

    recipient: str
    name: str
    award: str
    award_name: str
    old: Status | None
    new: Status | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Comparison:
    """A round judged anew beside what was kept; nothing in `against` when nothing was kept."""

    check: RoundCheck
    against: tuple[RoundJudgement, ...]
    differences: tuple[Difference, ...]
    same: int
    rules_changed: bool


def keep_check(ws: Workspace, check: RoundCheck) -> None:
    """Keep a check as the last one of its round, in place of the one before."""
    head, lines = _packed(ws, check, check.nominations, "", LAST_CHECK, ws.today())
    with ws.books.note():
        storage.judgements.keep_last(ws.books, head, lines)


def keep_sealed(
    ws: Workspace, check: RoundCheck, authority: Authority, version: int, day: date
) -> None:
    """Keep what a sealing found of one authority's nominations, also of those left out.

    Wants the `books.write` that notes the sealing.
    """
    mine = tuple(one for one in check.nominations if one.authority is authority)
    head, lines = _packed(ws, check, mine, authority.value, version, day)
    storage.judgements.keep_sealed(ws.books, head, lines)


def sealed(ws: Workspace, round_code: str) -> Mapping[Authority, Kept]:
    """The judgement of each authority's newest sealing that was not taken back."""
    heads = {
        (h.authority, h.sealed_version): h for h in storage.judgements.heads(ws.books, round_code)
    }
    found: dict[Authority, Kept] = {}
    for authority in Authority:
        last = storage.papers.last_sealed(ws.books, round_code, authority)
        head = heads.get((authority.value, last.version)) if last else None
        if head is not None:
            found[authority] = _read(ws, head)
    return found


def last_check(ws: Workspace, round_code: str) -> Kept | None:
    """The last check that a clerk ran; None before the first."""
    for head in storage.judgements.heads(ws.books, round_code):
        if head.sealed_version == LAST_CHECK:
            return _read(ws, head)
    return None


def as_sealed(live: RoundCheck, kept: Mapping[Authority, Kept]) -> RoundCheck:
    """The check with the nominations of sealed dossiers as they were judged at sealing."""
    old = {(one.recipient, one.award): one for k in kept.values() for one in k.check.nominations}
    if not old:
        return live
    found = tuple(old.get((one.recipient, one.award), one) for one in live.nominations)
    return replace(live, nominations=found)


def judge_again(ws: Workspace, round_code: str) -> Comparison:
    """Judge a round anew, set it beside what was kept, and keep it as the last check.

    Nominations of a sealed dossier are compared with the judgement of their sealing, the others
    with the last check. Raises UserError as `checking.check` does.
    """
    check = checking.check(ws, round_code)
    at_sealing = sealed(ws, round_code)
    last = last_check(ws, round_code)
    found = _compare(ws, check, at_sealing, last)
    keep_check(ws, check)
    return found


def head_words(ws: Workspace, head: RoundJudgement) -> str:
    """«Kết quả thẩm định khi chốt ngày … (xã, lần 1), bộ quy định …»."""
    code = "judged.at_sealing" if head.sealed_version > LAST_CHECK else "judged.last_check"
    period = next((p.label for p in ws.rulebook.periods if p.id == head.period), head.period)
    arguments: dict[str, object] = {
        "day": head.made_on,
        "version": head.sealed_version,
        "authority": texts.label(Authority(head.authority)) if head.authority else "",
        "rules": head.fingerprint[:8] or "…",
        "period": period or "…",
    }
    return texts.say(code, arguments)


def cite_words(ws: Workspace, finding: Finding) -> str:
    """The citation of a finding; of a kept one as it read when it was kept."""
    if finding.code == KEPT:
        return str(finding.arguments["cite"])
    return checking.cite_text(ws, finding.cite)


def _compare(
    ws: Workspace, check: RoundCheck, at_sealing: Mapping[Authority, Kept], last: Kept | None
) -> Comparison:
    sources: dict[tuple[str, str], Kept] = {}
    if last:
        sources = {key: last for key in last.rows}
    for kept in at_sealing.values():
        sources |= {key: kept for key in kept.rows}
    now = {(one.recipient, one.award): one for one in check.nominations}
    marks = _Marks(ws)
    found: list[Difference] = []
    for key in dict.fromkeys((*now, *sources)):
        if sources.get(key) or last or at_sealing:
            one = _difference(ws, key, now.get(key), sources.get(key), check.period, marks)
            found += [one] if one else []
    used = {id(kept): kept for kept in (*at_sealing.values(), *([last] if last else []))}
    shown = [kept for kept in used.values() if kept in sources.values() or not sources]
    return Comparison(
        check=check,
        against=tuple(kept.head for kept in shown),
        differences=tuple(found),
        same=len(now) - sum((one.recipient, one.award) in now for one in found),
        rules_changed=any(kept.head.fingerprint != check.fingerprint for kept in shown),
    )


def _difference(
    ws: Workspace,
    key: tuple[str, str],
    now: NominationCheck | None,
    kept: Kept | None,
    period: str,
    marks: _Marks,
) -> Difference | None:
    before = kept.check.of(*key) if kept else None
    rows = dict(kept.rows[key]) if kept else {}
    changes: list[Change] = []
    if now is not None and before is not None and kept is not None:
        changes = list(_changes(ws, now, before, rows, kept.head.period != period, marks))
    old, new = before.verdict if before else None, now.verdict if now else None
    if not changes and old is new:
        return None
    award = ws.rulebook.awards.get(key[1])
    return Difference(
        key[0], _name(ws, key[0]), key[1], award.name if award else key[1], old, new, tuple(changes)
    )


def _changes(
    ws: Workspace,
    now: NominationCheck,
    before: NominationCheck,
    rows: Mapping[str, _Row],
    other_period: bool,
    marks: _Marks,
) -> Iterator[Change]:
    news = {one.id: one for one in now.findings}
    olds = {one.id: one for one in before.findings}
    for id_ in dict.fromkeys((*news, *olds)):
        old, new = olds.get(id_), news.get(id_)
        was = old.status if old else Status.NOT_APPLICABLE
        is_ = new.status if new else Status.NOT_APPLICABLE
        if was is is_:
            continue
        rule, confirmed = marks.of(now.award, id_)
        yield Change(
            label=(new or old or now.findings[0]).label,
            old=was if old else None,
            new=is_ if new else None,
            old_sentence=checking.sentence(ws, old) if old else "",
            new_sentence=checking.sentence(ws, new) if new else "",
            why=_why(rows.get(id_), rule, confirmed, other_period),
        )


def _why(row: _Row | None, rule: str, confirmed: str, other_period: bool) -> Why:
    if other_period:
        return Why.PERIOD
    if row is None:
        # What did not apply is not kept: whom a criterion concerns is decided by data.
        return Why.DATA if rule else Why.RULES
    if "rule" not in row:
        return Why.UNKNOWN
    if row["rule"] != rule:
        return Why.RULES
    return Why.CONFIRMATION if row.get("confirmed", "") != confirmed else Why.DATA


class _Marks:
    """Short marks that change when a criterion, or a value it rests on, changes."""

    def __init__(self, ws: Workspace) -> None:
        self._book = ws.rulebook
        self._confirmed = confirmations.by_key(ws)
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, award: str, criterion: str) -> tuple[str, str]:
        """(the criterion's mark, the mark of its confirmation); "" for what is not there."""
        key = (award, criterion)
        if key not in self._known:
            self._known[key] = self._make(award, criterion)
        return self._known[key]

    def _make(self, award: str, criterion: str) -> tuple[str, str]:
        found = _criterion(self._book, award, criterion)
        if found is None:
            return "", ""
        said = [
            repr(known)
            for one in confirmations.tree(found)
            for known in (
                self._confirmed.get((award, one.id)) or self._confirmed.get(("", one.id)),
            )
            if known
        ]
        return _hashed(_spelled(self._book, found, frozenset())), _hashed(*said) if said else ""


def _criterion(book: Rulebook, award: str, criterion: str) -> Criterion | None:
    known = book.awards.get(award)
    for one in (*(known.criteria if known else ()), *book.common):
        if one.id == criterion:
            return one
    return None


def _spelled(book: Rulebook, criterion: Criterion, above: frozenset[str]) -> str:
    """Everything a criterion is made of, the award it refers to and its dated values included."""
    parts: list[object] = [criterion]
    for one in confirmations.tree(criterion):
        value = one.parameters.get("value")
        parts += [entry for entry in book.values if entry.id == value]
        award = str(one.parameters.get("award", ""))
        if one.kind == "meets_award" and award in book.awards and award not in above:
            inner = book.awards[award].criteria
            parts += [_spelled(book, each, above | {award}) for each in inner]
    return repr(parts)


@lru_cache(maxsize=1024)
def _hashed(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_MARK_LENGTH]


def _packed(
    ws: Workspace,
    check: RoundCheck,
    nominations: Iterable[NominationCheck],
    authority: str,
    version: int,
    day: date,
) -> tuple[RoundJudgement, list[Judgement]]:
    marks = _Marks(ws)
    head = RoundJudgement(
        round=check.round,
        authority=authority,
        sealed_version=version,
        made_on=day,
        period=check.period,
        fingerprint=check.fingerprint,
        findings=_of_round(ws, check),
    )
    lines = [
        Judgement(
            check.round,
            authority,
            version,
            one.recipient,
            one.award,
            one.verdict.value,
            _text(
                [
                    _row(ws, finding, marks.of(one.award, finding.id))
                    for finding in one.findings
                    if finding.status is not Status.NOT_APPLICABLE
                ]
            ),
        )
        for one in nominations
    ]
    return head, lines


def _of_round(ws: Workspace, check: RoundCheck) -> str:
    """The findings on the round, with the shares, which the books cannot give again."""
    figures = as_plain(check.fairness) if check.fairness else None
    return _text({"findings": [_row(ws, f, None) for f in check.round_findings], "shares": figures})


def _text(rows: object) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _row(ws: Workspace, finding: Finding, marks: tuple[str, str] | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": finding.id,
        "principle": finding.principle.value,
        "step": finding.step.value,
        "status": finding.status.value,
        "checked": finding.checked.value,
        "label": finding.label,
        "sentence": checking.sentence(ws, finding),
        "cite": checking.cite_text(ws, finding.cite),
        "reached": finding.reached,
    }
    if marks is not None:
        row["rule"], row["confirmed"] = marks
    if finding.private:
        row["private"] = True
    if finding.children:
        row["children"] = [
            _row(ws, child, None)
            for child in finding.children
            if child.status is not Status.NOT_APPLICABLE
        ]
    return row


def _read(ws: Workspace, head: RoundJudgement) -> Kept:
    lines = storage.judgements.lines_of(ws.books, head)
    rows: dict[tuple[str, str], Mapping[str, _Row]] = {}
    checks: list[NominationCheck] = []
    for line in lines:
        kept: list[_Row] = json.loads(line.findings)
        rows[(line.recipient, line.award)] = {row["id"]: row for row in kept}
        checks.append(_check(ws, line, tuple(map(_finding, kept))))
    given: Any = json.loads(head.findings)
    # Books of version 1 kept the findings on the round alone.
    of_round: _Row = {"findings": given} if isinstance(given, list) else given
    figures = of_round.get("shares")
    check = RoundCheck(
        head.round,
        head.period,
        tuple(checks),
        tuple(map(_finding, of_round["findings"])),
        head.fingerprint,
        from_plain(figures) if figures else None,
    )
    return Kept(head, check, rows)


def _check(ws: Workspace, line: Judgement, findings: tuple[Finding, ...]) -> NominationCheck:
    award = ws.rulebook.awards.get(line.award)
    principles = {
        principle: worst(f.status for f in findings if f.principle is principle and f.reached)
        for principle in Principle
    }
    known = award.authority if award else Authority.OTHER
    return NominationCheck(
        recipient=line.recipient,
        award=line.award,
        award_name=award.name if award else line.award,
        authority=Authority(line.authority) if line.authority else known,
        findings=findings,
        verdict=Status(line.verdict),
        principles=MappingProxyType(principles),
    )


def _finding(row: _Row) -> Finding:
    """A finding whose words are those that were kept, whatever the rules say today."""
    # Books of version 1 kept the words of papers with the citation behind them, as «message».
    words = {"sentence": row.get("sentence", row.get("message", "")), "cite": row["cite"]}
    return Finding(
        id=row["id"],
        principle=Principle(row["principle"]),
        step=Step(row["step"]),
        status=Status(row["status"]),
        cite=Cite(""),
        checked=Checked(row["checked"]),
        code=KEPT,
        arguments=MappingProxyType(words),
        label=row.get("label", ""),
        reached=row.get("reached", True),
        private=row.get("private", False),
        children=tuple(map(_finding, row.get("children", ()))),
        wording="{sentence}",
    )


def _name(ws: Workspace, code: str) -> str:
    found = storage.register.many(ws.books, [code])
    return found[code].name if code in found else code
