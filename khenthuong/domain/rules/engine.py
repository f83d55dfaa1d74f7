"""Judge a round: every nomination against its award's criteria and the common ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from khenthuong.domain.criteria import Award, Criterion, Rulebook
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.findings import KEEPS_OUT, Finding, NominationCheck, RoundCheck, worst
from khenthuong.domain.kinds import Principle, Status
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.rules.candidates import candidate_plan, synthetic
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


def judge_candidate(index: RoundIndex, recipient_code: str, award: Award) -> NominationCheck:
    """Whether a recipient meets what can be computed of an award, as if nominated in the round.

    Points that only people can settle (declared ones, deeds, meetings, votes) are left out, and so
    are branches made of them; the recipient's unspent initiatives count as named. The verdict is
    khong_ap_dung where nothing of the award itself can be computed for this recipient. Raises
    KeyError for a recipient that the facts do not hold.
    """
    recipient = index.facts.recipient(recipient_code)
    if recipient is None:
        raise KeyError(recipient_code)
    criteria = index.candidate_plans.get(award.id)
    if criteria is None:
        criteria = candidate_plan(award, index.rulebook, index)
        index.candidate_plans[award.id] = criteria
    case = Case(index, synthetic(index, recipient_code, award.id), recipient, award, computed=True)
    findings = _once(judge_all(criteria, case))
    if index.amended:
        findings = tuple(compared(finding, index) for finding in findings)
    verdict, principles = _summary(findings)
    own = {criterion.id for criterion in award.criteria}
    if all(f.status is Status.NOT_APPLICABLE for f in findings if f.id in own):
        verdict = Status.NOT_APPLICABLE
    return NominationCheck(
        recipient_code, award.id, award.name, award.authority, findings, verdict, principles
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
    findings = _once(judge_all(criteria, case))
    check = NominationCheck(
        nomination.recipient,
        nomination.award,
        award.name,
        award.authority,
        findings,
        *_summary(findings),
    )
    accurate = [f.status for f in findings if f.principle is Principle.ACCURATE and f.reached]
    return check, worst(accurate) is Status.MET


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """All findings; that the subject is unknown is said once."""
    kept: list[Finding] = []
    said = False
    for finding in findings:
        if finding.code == "finding.subject_unknown":
            if said:
                continue
            said = True
        kept.append(finding)
    return tuple(kept)


def _summary(findings: tuple[Finding, ...]) -> tuple[Status, Mapping[Principle, Status]]:
    found: dict[Principle, list[Status]] = {principle: [] for principle in Principle}
    for finding in findings:
        if finding.reached:
            found[finding.principle].append(finding.status)
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
