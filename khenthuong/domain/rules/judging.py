"""From a criterion to its finding: scope, rule, how sure, and what an amendment does to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from khenthuong.domain.criteria import Award, Confirmation, Criterion, Scope
from khenthuong.domain.findings import Finding, worst
from khenthuong.domain.kinds import Checked, Status
from khenthuong.domain.rules import (
    conduct,
    cures,
    eligibility,
    initiatives,
    members,
    merits,
    past_awards,
    procedure,
    rating_runs,
    ratings,
    service,
    spacing,
)
from khenthuong.domain.rules.branches import named_child
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.index import RoundIndex, Template
from khenthuong.domain.rules.nearest import things

Rule = Callable[[Criterion, Case], Outcome]
_Key = TypeVar("_Key")

_BEST_FIRST = (Status.MET, Status.TO_COMPARE, Status.MISSING, Status.ON_HOLD, Status.NOT_MET)
_UNSURE = (Status.MET, Status.NOT_MET, Status.MISSING)
_SETTLED = (Status.MET, Status.NOT_MET)
_OF_ROUND = frozenset(
    {
        "finding.council_met",
        "finding.council_no_minutes",
        "finding.not_yet_meeting",
        "finding.not_yet_notice",
        "finding.not_yet_dossier",
        "finding.in_time",
        "finding.late",
        "finding.notice",
        "finding.notice_no_place",
        "finding.notice_no_end",
        "finding.notice_backwards",
        "finding.notice_short",
        "finding.notice_unanswered",
        "finding.notice_running",
    }
)
"""Findings that are the same for every nomination of the round, made once."""
_OF_RECIPIENT = frozenset(
    {"not_on_hold", "no_discipline", "rating_at_least", "points", "service_years", "members_all"}
)
"""Kinds that ask about the recipient alone: one finding, whatever it is nominated for."""
_OF_SORT = frozenset({"fits", "manual"})
"""Kinds that say the same for every recipient of one sort."""
_CONFIRMABLE = frozenset({"meeting", "notice_days", "deadline"})


def judge(criterion: Criterion, case: Case) -> Finding:
    """The finding of one criterion for one nomination, by the text as it stood."""
    if not concerns(criterion, case):
        return _not_applicable(criterion, case.index)
    return judge_concerned(criterion, case)


def judge_all(criteria: tuple[Criterion, ...], case: Case) -> list[Finding]:
    """The findings of all criteria in order.

    Which of them concern a recipient is the same for all recipients of one sort, so it is found
    out once per sort and award: the rest is one constant finding each.
    """
    key = (id(criteria), *case.sort)
    template = case.index.templates.get(key)
    if template is None:
        template = case.index.templates[key] = _template(criteria, case)
    constant, live = template
    findings = constant.copy()
    for place, criterion in live:
        case.runs = []
        findings[place] = judge_concerned(criterion, case)
    return cast("list[Finding]", findings)


def _template(criteria: tuple[Criterion, ...], case: Case) -> Template:
    constant = [
        None if concerns(one, case) else _not_applicable(one, case.index) for one in criteria
    ]
    live = [(place, one) for place, one in enumerate(criteria) if constant[place] is None]
    return constant, live


def concerns(criterion: Criterion, case: Case) -> bool:
    """Whether the criterion's scope holds for this sort of recipient."""
    key = id(criterion)
    holds = case.applicable.get(key)
    if holds is None:
        holds = case.applicable[key] = applies(criterion.scope, case)
    return holds


def judge_concerned(criterion: Criterion, case: Case) -> Finding:
    """The finding of a criterion whose scope holds."""
    key = id(criterion)
    known = case.index.of_round.get(key)
    if known is not None:
        return known
    if criterion.kind in _OF_RECIPIENT:
        return _kept(case.index.of_recipient.setdefault(case.code, {}), key, criterion, case)
    if criterion.kind in _OF_SORT:
        known_of_sort = case.index.of_sort
        return _kept(known_of_sort, (key, *case.sort), criterion, case, shared=True)
    return _judged(criterion, case)


def _kept(
    known: dict[_Key, Finding], key: _Key, criterion: Criterion, case: Case, *, shared: bool = False
) -> Finding:
    """A finding that other nominations share; a confirmation may be for one award only."""
    if case.index.confirmed:
        return _judged(criterion, case)
    finding = known.get(key)
    if finding is None:
        finding = _judged(criterion, case)
        if not (shared and finding.cure):  # a cure names its recipient
            known[key] = finding
    return finding


def _judged(criterion: Criterion, case: Case) -> Finding:
    if criterion.scope.subjects and case.subject is None:
        return _finding(
            criterion,
            Outcome(
                Status.MISSING,
                "finding.subject_unknown",
                {"label": criterion.label},
                cures.person(case.code, "doi_tuong"),
            ),
            case,
        )
    finding = _finding(criterion, RULES[criterion.kind](criterion, case), case)
    # An opinion may be about one nominee: then the notice is not the same for all.
    shared = criterion.kind != "notice_days" or not case.index.facts.opinions
    if shared and finding.code in _OF_ROUND and not _may_be_confirmed(criterion):
        case.index.of_round[id(criterion)] = finding
    return finding


def _may_be_confirmed(criterion: Criterion) -> bool:
    # A confirmation may hold for one award only, so such a finding is not everybody's.
    return criterion.checked is Checked.MEMORY and criterion.kind in _CONFIRMABLE


def applies(scope: Scope, case: Case) -> bool:
    """Whether a criterion concerns this nomination; an unknown subject is asked, not skipped."""
    kind = case.unit.kind if case.unit else None
    round_kind = case.index.round.kind
    award = case.award
    return (
        _in(scope.recipients, case.kind)
        and (case.subject is None or _in(scope.subjects, case.subject))
        and case.subject not in scope.not_subjects
        and _in(scope.unit_kinds, kind)
        and kind not in scope.not_unit_kinds
        and _in(scope.rounds, round_kind)
        and round_kind not in scope.not_rounds
        and _in(scope.classes, award.award_class)
        and _in(scope.authorities, award.authority)
        and _in(scope.awards, award.id)
        and award.procedure not in scope.not_procedures
        and (scope.living is None or scope.living is case.living)
        and (scope.foreign is None or scope.foreign is case.foreign)
    )


def _in(allowed: tuple[object, ...], value: object) -> bool:
    return not allowed or value in allowed


def _not_applicable(criterion: Criterion, index: RoundIndex) -> Finding:
    known = index.not_applicable.get(id(criterion))
    if known is None:
        known = index.not_applicable[id(criterion)] = Finding(
            criterion.id,
            criterion.principle,
            criterion.step,
            Status.NOT_APPLICABLE,
            criterion.cite,
            criterion.checked,
            "finding.not_applicable",
            label=criterion.label,
        )
    return known


def _finding(criterion: Criterion, outcome: Outcome, case: Case) -> Finding:
    status = outcome.status
    confirmed = _confirmed(criterion, case)
    unsure = (
        criterion.checked is Checked.MEMORY
        and outcome.reached
        and not outcome.firm
        and status in _UNSURE
        and confirmed is None
        and case.index.set_value(criterion) is None
    )
    if unsure:
        status = Status.TO_COMPARE
    wording = criterion.wording.get(status.value, "") if criterion.wording else ""
    return _made(criterion, outcome, status, wording, confirmed)


def _made(
    criterion: Criterion,
    outcome: Outcome,
    status: Status,
    wording: str,
    confirmed: Confirmation | None = None,
) -> Finding:
    # A frozen dataclass sets its fields one by one through object.__setattr__; with dozens of
    # findings per nomination that alone took a quarter of the time. Filling the new object at
    # once gives an equal value; test_judging compares the two.
    finding = object.__new__(Finding)
    finding.__dict__.update(
        id=criterion.id,
        principle=criterion.principle,
        step=criterion.step,
        status=status,
        cite=criterion.cite,
        checked=criterion.checked,
        code=outcome.code,
        arguments=outcome.arguments,
        label=criterion.label,
        reached=outcome.reached,
        private=outcome.private,
        cure=outcome.cure,
        children=outcome.children,
        under_2022_text=None,
        wording=wording,
        confirmed=confirmed,
    )
    return finding


def _confirmed(criterion: Criterion, case: Case) -> Confirmation | None:
    known = case.index.confirmed
    if not known or criterion.checked is Checked.TEXT:
        return None
    return known.get((case.award.id, criterion.id)) or known.get(("", criterion.id))


def compared(finding: Finding, index: RoundIndex) -> Finding:
    """The same finding where an unread amendment of its text is in force.

    dat and khong_dat become can_doi_chieu and keep what the text as we hold it says; the rest
    stays, so do texts that nobody amended.
    """
    if finding.cite.text not in index.amended or finding.status is Status.NOT_APPLICABLE:
        return finding
    children = tuple(compared(child, index) for child in finding.children)
    if finding.status not in _SETTLED:
        return replace(finding, children=children) if children else finding
    return replace(
        finding, status=Status.TO_COMPARE, under_2022_text=finding.status, children=children
    )


# Criteria made of others


def any_of(criterion: Criterion, case: Case) -> Outcome:
    """The named child, or the best one where «Theo tiêu chuẩn» names none.

    The Law asks for one of them, whichever it is: where the named one is not met and another one is
    by the books, that is said and compared, never refused.

    A declared child only counts when the nomination names it: else it reads «chưa nêu theo tiêu
    chuẩn này», so that a failing computed branch never refuses while a declared one is open.
    """
    named = _named(criterion, case)
    if named is not None:
        findings: tuple[Finding, ...] = (judge(named, case),)
        other = _met_besides(criterion, named, case) if _refuses(findings[0]) else None
        if other is not None:
            return _compared_with(findings[0], other, case)
    else:
        findings = tuple(_unnamed(child, case) for child in criterion.children)
    open_ = [one for one in findings if one.status is not Status.NOT_APPLICABLE]
    if not open_:
        return Outcome(
            Status.NOT_MET,
            "finding.branch_not_applicable",
            {"label": named.label if named else criterion.label},
            cures.nomination(case.code, "theo_tieu_chuan"),
            children=findings,
        )
    best = _best(open_)
    return Outcome(
        best.status,
        "finding.any_of",
        {"branch": best.label, "chosen": best.id},
        best.cure,
        private=best.private,
        children=findings,
    )


def _best(findings: list[Finding]) -> Finding:
    """The branch of the best status; where none is met, the one that lacks the fewest things."""
    best = min(findings, key=lambda one: _BEST_FIRST.index(one.status))
    alike = [one for one in findings if one.status is best.status]
    if len(alike) == 1 or best.status not in (Status.NOT_MET, Status.MISSING):
        return best
    return min(alike, key=things)


def _refuses(finding: Finding) -> bool:
    return finding.status is Status.NOT_MET


def _met_besides(criterion: Criterion, named: Criterion, case: Case) -> Finding | None:
    others = (_unnamed(child, case) for child in criterion.children if child is not named)
    return next((one for one in others if one.status is Status.MET), None)


def _compared_with(named: Finding, other: Finding, case: Case) -> Outcome:
    return Outcome(
        Status.TO_COMPARE,
        "finding.any_of_other",
        {"branch": named.label, "other": other.label},
        cures.nomination(case.code, "theo_tieu_chuan"),
        private=named.private,
        children=(named, other),
    )


def _named(criterion: Criterion, case: Case) -> Criterion | None:
    branch = case.nomination.branch
    if not branch:
        return None
    key = (id(criterion), branch)
    if key not in case.index.branches:
        case.index.branches[key] = named_child(criterion, branch)
    return case.index.branches[key]


def _unnamed(child: Criterion, case: Case) -> Finding:
    if not _for_people(child) or not applies(child.scope, case):
        return judge(child, case)
    return _finding(
        child,
        Outcome(
            Status.MISSING,
            "finding.branch_not_named",
            {"label": child.label},
            cures.nomination(case.code, "theo_tieu_chuan"),
        ),
        case,
    )


def _for_people(criterion: Criterion) -> bool:
    """Whether only people can settle it, so that somebody must have named it first."""
    if criterion.kind == "all_of":
        return all(_for_people(child) for child in criterion.children)
    return criterion.kind in ("declared", "manual", "evidence")


def all_of(criterion: Criterion, case: Case) -> Outcome:
    """Every child; later ones may ask for the years an earlier one found («trong thời gian đó»).

    An all_of inside another sees the years of the outer one and adds none to it, so that the
    branches of «một trong các tiêu chuẩn» do not borrow each other's years.
    """
    outer = case.runs
    case.runs = list(outer)
    findings = tuple(judge(child, case) for child in criterion.children)
    case.runs = outer
    status = worst(one.status for one in findings)
    chosen = next((one for one in findings if one.status is status), findings[0])
    return Outcome(
        status,
        "finding.all_of",
        {"branch": criterion.label, "chosen": chosen.id},
        chosen.cure,
        private=chosen.private,
        children=findings,
    )


def meets_award(criterion: Criterion, case: Case) -> Outcome:
    """The criteria of another award are met («đạt tiêu chuẩn danh hiệu …»: Điều 23 khoản 1).

    A decision is not needed; where the register already holds one for the year it settles it.
    """
    award = case.index.rulebook.awards[str(criterion.parameters["award"])]
    won = case.index.awards(case.code, award.id, school=case.school).get(case.year)
    if won is not None:
        arguments: dict[str, object] = {
            "award": award.name,
            "year": str(case.year),
            "decision": won.decision_number or "…",
        }
        return Outcome(Status.MET, "finding.meets_award_won", arguments)
    inner = case.judged_for(award)
    findings = tuple(
        finding
        for finding in judge_all(_in_force(award, case), inner)
        if finding.status is not Status.NOT_APPLICABLE
    )
    status = worst(one.status for one in findings)
    chosen = next((one for one in findings if one.status is status), None)
    return Outcome(
        status,
        "finding.meets_award",
        {"award": award.name, "chosen": chosen.id if chosen else ""},
        chosen.cure if chosen else "",
        children=findings,
    )


def _in_force(award: Award, case: Case) -> tuple[Criterion, ...]:
    """An award's own criteria on the day of receipt; the same object each time."""
    known = case.index.own_plans.get(award.id)
    if known is None:
        known = tuple(one for one in award.criteria if one.holds_on(case.index.received))
        case.index.own_plans[award.id] = known
    return known


RULES: Mapping[str, Rule] = {
    "rating_at_least": ratings.rating_at_least,
    "ratings_consecutive": rating_runs.ratings_consecutive,
    "rating_count": rating_runs.rating_count,
    "points": ratings.points,
    "meets_award": meets_award,
    "award_in_year": past_awards.award_in_year,
    "awards_consecutive": past_awards.awards_consecutive,
    "award_count": past_awards.award_count,
    "spacing": spacing.spacing,
    "initiative": initiatives.initiative,
    "topic": initiatives.topic,
    "no_discipline": conduct.no_discipline,
    "not_on_hold": conduct.not_on_hold,
    "not_reused": conduct.not_reused,
    "fits": conduct.fits,
    "decider": conduct.decider,
    "eligible": eligibility.eligible,
    "members_share": members.members_share,
    "members_all": members.members_all,
    "member_any": members.member_any,
    "quota": members.quota,
    "service_years": service.service_years,
    "contribution": merits.contribution,
    "deed": merits.deed,
    "movement_result": merits.movement_result,
    "declared": merits.declared,
    "evidence": merits.evidence,
    "merit_basis": merits.merit_basis,
    "manual": merits.manual,
    "meeting": procedure.meeting,
    "ballot": procedure.ballot,
    "recusal": procedure.recusal,
    "notice_days": procedure.notice_days,
    "deadline": procedure.deadline,
    "elapsed_days": procedure.elapsed_days,
    "any_of": any_of,
    "all_of": all_of,
}
