"""Rules on initiatives and topics: recognised, wide enough, in time, and used only once."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.facts import Spent
from khenthuong.domain.kinds import InitiativeKind, InitiativeScope, Status
from khenthuong.domain.records import Initiative
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.years import Year, window

_DEFAULT_RUN = 2


@dataclass(frozen=True)
class _Judged:
    """One code: whether it counts, and the sentence that says why not."""

    status: Status
    code: str
    outcome: Outcome


def initiative(criterion: Criterion, case: Case) -> Outcome:
    """`count` recognised, unused initiatives of `scope` or wider, in the years asked for.

    With `other_years` one of another year is compared, not refused: the text names no year
    (Điều 23 khoản 2), but the title is of one.
    """
    return _judge(criterion, case)


def topic(criterion: Criterion, case: Case) -> Outcome:
    """The same for đề tài, đề án khoa học, công trình khoa học và công nghệ."""
    return _judge(criterion, case)


def _kind(criterion: Criterion) -> InitiativeKind:
    return InitiativeKind.TOPIC if criterion.kind == "topic" else InitiativeKind.INITIATIVE


def _judge(criterion: Criterion, case: Case) -> Outcome:
    outcomes = [_in_years(criterion, case, years) for years in _year_choices(criterion, case)]
    order = (Status.MET, Status.TO_COMPARE, Status.MISSING, Status.ON_HOLD, Status.NOT_MET)
    return min(outcomes, key=lambda outcome: order.index(outcome.status))


def _year_choices(criterion: Criterion, case: Case) -> list[frozenset[Year] | None]:
    rule = criterion.parameters["year"]
    if rule in ("ever", "any"):
        return [None]
    if rule == "award":
        return [frozenset((case.year,))]
    for status in (Status.MET, Status.TO_COMPARE):
        years: list[frozenset[Year] | None] = [
            run.years for run in case.runs if run.status is status
        ]
        if years:
            return years
    return [frozenset(window(case.year, _DEFAULT_RUN))]


def _in_years(criterion: Criterion, case: Case, years: frozenset[Year] | None) -> Outcome:
    kind = _kind(criterion)
    count = int(str(criterion.parameters["count"]))
    facts = case.index.facts
    own = facts.initiatives_of.get(case.code, ())
    if not own and not case.nomination.initiatives:
        return _short(criterion, case, [], [], count, years)
    named = [
        code
        for code in dict.fromkeys(case.nomination.initiatives)
        if code not in facts.initiatives or facts.initiatives[code].kind is kind
    ]
    judged = [_one(criterion, case, code, years) for code in named]
    outcome = _enough(criterion, judged, count)
    if outcome is not None:
        return outcome
    free = sorted(
        row.code
        for row in own
        if row.kind is kind and row.code not in named and _asked(row, case, years)
    )
    others = [_one(criterion, case, code, years) for code in free]
    return _short(criterion, case, judged, others, count, years)


def _enough(criterion: Criterion, judged: list[_Judged], count: int) -> Outcome | None:
    met = [one for one in judged if one.status is Status.MET]
    if len(met) >= count:
        arguments: dict[str, object] = {
            "count": count,
            "codes": tuple(one.code for one in met),
            "kind": _kind(criterion),
        }
        return Outcome(Status.MET, "finding.initiative", arguments)
    compared = [one for one in judged if one.status is Status.TO_COMPARE]
    if len(met) + len(compared) >= count:
        return compared[0].outcome
    return None


def _short(
    criterion: Criterion,
    case: Case,
    judged: list[_Judged],
    others: list[_Judged],
    count: int,
    years: frozenset[Year] | None,
) -> Outcome:
    """Why the named ones are not enough, and whether the register holds more."""
    usable = (Status.MET, Status.TO_COMPARE)
    good = sum(one.status in usable for one in judged)
    free = [one for one in others if one.status in usable]
    lacking = [one for one in (*judged, *others) if one.status is Status.MISSING]
    cure = cures.nomination(case.code, "sang_kien")
    arguments: dict[str, object] = {
        "count": count,
        "found": good,
        "kind": _kind(criterion),
        "years": _shown(years),
        "codes": tuple(one.code for one in free),
    }
    if good + len(free) >= count:
        return Outcome(Status.MISSING, "finding.initiative_not_named", arguments, cure)
    if good + len(free) + len(lacking) >= count:
        return lacking[0].outcome
    bad = [one for one in judged if one.status is Status.NOT_MET]
    if bad:
        return bad[0].outcome
    if _complete(case, years):
        code = "finding.initiative_absent" if years else "finding.initiative_never"
        return Outcome(Status.NOT_MET, code, arguments, cure)
    if years is None:
        return Outcome(Status.MISSING, "finding.initiative_never_unknown", arguments, cure)
    return Outcome(Status.MISSING, "finding.initiative_unknown", arguments, cures.COMPLETE_FROM)


def _shown(years: frozenset[Year] | None) -> str:
    # One recipient's years are of one kind, so their first years order them.
    return ", ".join(map(str, sorted(years or (), key=attrgetter("start"))))


def _complete(case: Case, years: frozenset[Year] | None) -> bool:
    if years is None:
        # Where the Law sets no year an early one would count: the books must reach back to it.
        return case.index.complete_for(case.recipient, case.year)
    return all(case.index.complete(year) for year in years)


def _one(criterion: Criterion, case: Case, code: str, years: frozenset[Year] | None) -> _Judged:
    row = case.index.facts.initiatives.get(code)
    if row is None:
        outcome = Outcome(
            Status.MISSING,
            "finding.initiative_no_row",
            {"code": code},
            cures.nomination(case.code, "sang_kien"),
        )
        return _Judged(outcome.status, code, outcome)
    outcome = _wrong(criterion, case, row, years)
    if outcome is None and criterion.parameters.get("unused"):
        outcome = used(case, code) or _unclear(case, row)
    if outcome is None and not _asked(row, case, years):
        arguments: dict[str, object] = {"code": code, "year": str(row.year), "years": _shown(years)}
        cure = cures.initiative(code)
        outcome = Outcome(Status.TO_COMPARE, "finding.initiative_other_year", arguments, cure)
    if outcome is None:
        outcome = Outcome(Status.MET, "finding.initiative")
    return _Judged(outcome.status, code, outcome)


def _asked(row: Initiative, case: Case, years: frozenset[Year] | None) -> bool:
    return years is None or row.year.as_kind(school=case.school) in years


def _wrong(
    criterion: Criterion, case: Case, row: Initiative, years: frozenset[Year] | None
) -> Outcome | None:
    scope = InitiativeScope(str(criterion.parameters["scope"]))
    arguments: dict[str, object] = {"code": row.code, "name": row.name, "year": str(row.year)}
    cure = cures.initiative(row.code)
    if case.code not in row.authors:
        return Outcome(Status.NOT_MET, "finding.initiative_not_author", arguments, cure)
    if not criterion.parameters.get("other_years") and not _asked(row, case, years):
        arguments["years"] = _shown(years)
        return Outcome(Status.NOT_MET, "finding.initiative_year", arguments, cure)
    if row.scope.rank < scope.rank:
        arguments |= {"scope": scope, "found": row.scope}
        return Outcome(Status.NOT_MET, "finding.initiative_scope", arguments, cure)
    if not row.recognised:
        return Outcome(Status.MISSING, "finding.initiative_unrecognised", arguments, cure)
    return None


def used(case: Case, code: str) -> Outcome | None:
    """Whether an initiative or achievement was already used, and by whom; None when free.

    The same person's second use is refused (Điều 5 khoản 2 điểm c); a co-author's is compared.
    """
    cure = cures.nomination(case.code, "hinh_thuc")
    for use in case.index.uses(code):
        return _used_before(case, use, cure)
    for other in case.index.other_claims(code, case.nomination):
        own = other.recipient == case.code
        award = case.index.rulebook.awards.get(other.award)
        arguments = {
            "code": code,
            "award": award.name if award else other.award,
            "who": case.index.name(other.recipient),
        }
        status = Status.NOT_MET if own else Status.TO_COMPARE
        return Outcome(status, "finding.used_in_round", arguments, cure)
    return None


def _used_before(case: Case, use: Spent, cure: str) -> Outcome:
    """By whom, for what, when, and by which decision or round."""
    arguments: dict[str, object] = {
        "code": use.code,
        "award": use.award_name,
        "year": use.year,
        "who": case.index.name(use.recipient),
        "round": use.round,
        "decision": case.index.decision_of(use) or "…",
    }
    own = "" if use.recipient == case.code else "_by_other"
    code = f"finding.used{own}_in" if use.round else f"finding.used{own}"
    status = Status.TO_COMPARE if own else Status.NOT_MET
    return Outcome(status, code, arguments, cure)


def _unclear(case: Case, row: Initiative) -> Outcome | None:
    """A title won in the initiative's year whose branch nobody recorded may have spent it."""
    year = row.year.as_kind(school=case.school)
    for award in case.index.spending_awards:
        won = case.index.awards(case.code, award, school=case.school).get(year)
        if won is not None and not won.branch and not won.initiatives:
            arguments: dict[str, object] = {
                "code": row.code,
                "award": won.award_name,
                "year": str(won.year),
            }
            return Outcome(
                Status.TO_COMPARE,
                "finding.initiative_unclear",
                arguments,
                cures.past_award(case.code, won.year),
            )
    return None
