"""Judge a round: every nomination against its award's criteria and the common ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from khenthuong.domain.criteria import Award, Criterion, Rulebook
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.findings import KEEPS_OUT, Finding, NominationCheck, RoundCheck, worst
from khenthuong.domain.kinds import Principle, Status
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.rules.case import Case
from khenthuong.domain.rules.fairness import fairness
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.judging import compared, judge_all
from khenthuong.domain.rules.round_wide import round_findings

_WAITING = (Status.MISSING, Status.ON_HOLD)
_REFERS = ("award", "of_award", "mixed_with", "after")


def check_round(facts: RoundFacts, rulebook: Rulebook) -> RoundCheck:
    """Every nomination's findings and verdict, and the round's own findings.

    Awards that count other nominations of the round (shares, consecutive titles) are judged after
    those they count, so the order of rows never matters. Nominations of an award or recipient
    that the books do not know are left out.
    """
    index = RoundIndex(facts, rulebook)
    plans = {award.id: plan(award, rulebook, index) for award in rulebook.awards.values()}
    levels = award_levels(rulebook)
    checks: dict[tuple[str, str], NominationCheck] = {}
    named = [(n, rulebook.award_now(n.award)) for n in facts.nominations]
    known = [(n, now) for n, now in named if now in plans and facts.recipient(n.recipient)]
    for level in sorted({levels[now] for _, now in known}):
        judged = {n.key: _check(n, plans[now], index) for n, now in known if levels[now] == level}
        for check, firm in judged.values():
            _note(index, check, firm)
        checks |= {key: check for key, (check, _) in judged.items()}
    period = rulebook.period(index.received)
    figures = fairness(facts)
    return RoundCheck(
        round=facts.round.code,
        period=period.id if period else "",
        nominations=tuple(_amended(checks[n.key], index) for n, _ in known),
        round_findings=tuple(
            compared(finding, index) for finding in round_findings(index, figures)
        ),
        fingerprint=rulebook.fingerprint,
        fairness=figures,
    )


def plan(award: Award, rulebook: Rulebook, index: RoundIndex) -> tuple[Criterion, ...]:
    """The award's criteria in force, then the common ones it does not replace by its own."""
    own = {criterion.id for criterion in award.criteria}
    common = (one for one in rulebook.common if one.id not in own)
    return tuple(c for c in (*award.criteria, *common) if c.holds_on(index.received))


def _check(
    nomination: Nomination, criteria: tuple[Criterion, ...], index: RoundIndex
) -> tuple[NominationCheck, bool]:
    recipient = index.facts.recipient(nomination.recipient)
    assert recipient is not None  # filtered by check_round
    award = index.rulebook.awards[nomination.award]
    case = Case(index, nomination, recipient, award)
    if case.kind not in award.recipients:
        # Criteria of an award for others would only confuse: «fits» says what is wrong.
        criteria = index.common_only(award.id, criteria)
    findings = _once(judge_all(criteria, case), case)
    check = NominationCheck(
        nomination.recipient,
        nomination.award,
        award.name,
        award.authority,
        findings,
        *_summary(findings),
    )
    return check, check.principles[Principle.ACCURATE] is Status.MET


def _once(findings: list[Finding], case: Case) -> tuple[Finding, ...]:
    """All findings; that the subject is unknown is said once."""
    if case.subject is not None:
        return tuple(findings)
    kept: list[Finding] = []
    said = False
    for finding in findings:
        if finding.code == "finding.subject_unknown":
            if said:
                continue
            said = True
        kept.append(finding)
    return tuple(kept)


def _summary(findings: Iterable[Finding]) -> tuple[Status, Mapping[Principle, Status]]:
    found: dict[Principle, set[Status]] = {principle: set() for principle in Principle}
    for finding in findings:
        if finding.status is not Status.NOT_APPLICABLE and finding.reached:
            found[finding.principle].add(finding.status)
    principles = {principle: worst(statuses) for principle, statuses in found.items()}
    return worst(principles.values()), MappingProxyType(principles)


def _note(index: RoundIndex, check: NominationCheck, firm: bool) -> None:
    award = index.rulebook.award_now(check.award)
    if check.verdict not in KEEPS_OUT:
        index.passing.setdefault(award, {})[check.recipient] = firm
    elif check.verdict in _WAITING:
        index.pending.setdefault(award, set()).add(check.recipient)


def _amended(check: NominationCheck, index: RoundIndex) -> NominationCheck:
    if not index.amended:
        return check
    findings = tuple(compared(finding, index) for finding in check.findings)
    return NominationCheck(
        check.recipient,
        check.award,
        check.award_name,
        check.authority,
        findings,
        *_summary(findings),
    )


def award_levels(rulebook: Rulebook) -> Mapping[str, int]:
    """How deep an award leans on nominations for other awards: 0 for those that lean on none."""
    levels: dict[str, int] = {}

    def level(award: str, above: frozenset[str]) -> int:
        if award in above or award not in rulebook.awards:
            return -1  # a circle in a province's file: stop rather than turn for ever
        if award not in levels:
            named = {a for c in rulebook.awards[award].criteria for a in named_awards(c)}
            inner = above | {award}
            levels[award] = 1 + max((level(other, inner) for other in sorted(named)), default=-1)
        return levels[award]

    for award in rulebook.awards:
        level(award, frozenset())
    return levels


def named_awards(criterion: Criterion) -> set[str]:
    """Ids of the awards that a criterion counts, its children's included."""
    named = {str(criterion.parameters[key]) for key in _REFERS if key in criterion.parameters}
    others = criterion.parameters.get("or_awards", ())
    named |= set(others) if isinstance(others, tuple) else set()
    return named.union(*(named_awards(child) for child in criterion.children))
