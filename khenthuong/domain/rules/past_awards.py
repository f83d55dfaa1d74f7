"""Rules on awards won before: in the year, how often, how many times without a gap."""

from __future__ import annotations

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Status
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.runs import YearState, find_run
from khenthuong.domain.years import Year


def award_in_year(criterion: Criterion, case: Case) -> Outcome:
    """The award was won in the award year (or its nomination of this round passes)."""
    award = str(criterion.parameters["award"])
    state = _state(case, award, case.year)
    cure = cures.past_award(case.code, case.year)
    arguments: dict[str, object] = {"award": _name(case, award), "year": str(case.year)}
    if state is YearState.YES:
        return Outcome(Status.MET, "finding.award_in_year", arguments)
    if state is YearState.UNKNOWN:
        return Outcome(Status.MISSING, "finding.award_in_year_unknown", arguments, cure)
    return Outcome(Status.NOT_MET, "finding.award_in_year_absent", arguments, cure)


def award_count(criterion: Criterion, case: Case) -> Outcome:
    """The award was won `count` times, in the last `years` years where given."""
    award = str(criterion.parameters["award"])
    count, years = int(str(criterion.parameters["count"])), criterion.parameters.get("years", 0)
    first = case.year.back(int(str(years)) - 1) if years else None
    won = [
        year
        for year in case.index.awards(case.code, award, school=case.school)
        if (first is None or year >= first) and year <= case.year
    ]
    arguments: dict[str, object] = {
        "award": _name(case, award),
        "count": count,
        "found": len(won),
        "years": ", ".join(map(str, sorted(won))),
    }
    if len(won) >= count:
        return Outcome(Status.MET, "finding.award_count", arguments)
    known = first is not None and case.index.complete(first)
    status = Status.NOT_MET if known else Status.MISSING
    return Outcome(
        status, "finding.award_count_short", arguments, cures.past_award(case.code, case.year)
    )


def awards_consecutive(criterion: Criterion, case: Case) -> Outcome:
    """The award was won `count` years running, up to the award year or the year before.

    A gap breaks the chain («liên tục»: Điều 22, 74). For the award year itself a passing
    nomination of the same round counts, and the sentence says so.
    """
    award = str(criterion.parameters["award"])
    count = int(str(criterion.parameters["count"]))
    won = case.index.awards(case.code, award, school=case.school)
    earliest = min((year.start for year in won), default=case.year.start)
    run = find_run(case.year, count, lambda year: _state(case, award, year), earliest)
    case.runs.append(run.as_run())
    by_round = case.year in run.years and case.year not in won and run.found == "held"
    arguments: dict[str, object] = {
        "award": _name(case, award),
        "count": count,
        "years": run.shown,
        "lacking": run.lacking_shown,
        "year": str(case.year),
    }
    suffix = "held_by_round" if by_round else run.found
    cure = cures.past_award(case.code, run.lacking[0]) if run.lacking else ""
    if run.found == "unknown" and not case.index.complete(run.lacking[0]):
        arguments["from"] = case.index.facts.office.complete_from or ""
    return Outcome(run.status, f"finding.awards_run_{suffix}", arguments, cure)


def _state(case: Case, award: str, year: Year) -> YearState:
    if year in case.index.awards(case.code, award, school=case.school):
        return YearState.YES
    if year == case.year:
        if case.index.passes(case.code, award):
            return YearState.YES
        if case.index.waits(case.code, award):
            return YearState.UNKNOWN
    return YearState.NO if case.index.complete(year) else YearState.UNKNOWN


def _name(case: Case, award: str) -> str:
    return case.index.rulebook.awards[award].name
