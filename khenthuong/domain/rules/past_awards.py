"""Rules on awards won before: in the year, how often, how many times without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Status
from khenthuong.domain.records import PastAward
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.past_results import by_sudden_or_topical, unlisted_like
from khenthuong.domain.rules.runs import FoundRun, YearState, find_run
from khenthuong.domain.years import Year, window
from khenthuong.texts import OneOf


def named(criterion: Criterion) -> tuple[str, ...]:
    """The award a criterion asks for and those that serve as well (`or_awards`)."""
    others = criterion.parameters.get("or_awards", ())
    return (str(criterion.parameters["award"]), *(others if isinstance(others, tuple) else ()))


def label(case: Case, awards: tuple[str, ...]) -> OneOf:
    """Their names as a sentence gives them."""
    return OneOf(case.index.rulebook.awards[award].name for award in awards)


def award_years(case: Case, awards: tuple[str, ...]) -> dict[Year, PastAward]:
    """The years in which the recipient won one of them, as the register has it."""
    found: dict[Year, PastAward] = {}
    for award in awards:
        for year, row in case.index.awards(case.code, award, school=case.school).items():
            found.setdefault(year, row)
    return found


def award_in_year(criterion: Criterion, case: Case) -> Outcome:
    """One of the awards was won in the award year (or its nomination of this round passes).

    With `ever` at any time up to the award year («đã được tặng …»).
    """
    awards = named(criterion)
    arguments: dict[str, object] = {"award": label(case, awards), "year": str(case.year)}
    cure = cures.past_award(case.code, case.year)
    if criterion.parameters.get("ever"):
        return _ever(case, awards, arguments, cure)
    state = _state(case, awards, case.year, award_years(case, awards))
    if state is YearState.YES:
        return Outcome(Status.MET, "finding.award_in_year", arguments)
    if state is YearState.UNKNOWN:
        return Outcome(Status.MISSING, "finding.award_in_year_unknown", arguments, cure)
    return Outcome(Status.NOT_MET, "finding.award_in_year_absent", arguments, cure)


def _ever(case: Case, awards: tuple[str, ...], arguments: dict[str, object], cure: str) -> Outcome:
    won = {y: row for y, row in award_years(case, awards).items() if y <= case.year}
    firm = sorted(y for y, row in won.items() if not by_sudden_or_topical(case, row))
    if firm:
        row = won[firm[-1]]
        arguments |= {"won": str(firm[-1]), "decision": row.decision_number or "…"}
        return Outcome(Status.MET, "finding.award_ever", arguments)
    doubtful = _doubtful(case, awards, won.values(), None)
    if doubtful:
        return compared_with(doubtful[0], arguments, case)
    if case.index.complete_for(case.recipient, case.year):
        return Outcome(Status.NOT_MET, "finding.award_ever_absent", arguments, cure)
    return Outcome(Status.MISSING, "finding.award_ever_unknown", arguments, cure)


def award_count(criterion: Criterion, case: Case) -> Outcome:
    """One of the awards was won `count` times in all.

    With `years` in the last years up to the award year, with `within` in the years that a sibling
    found before («trong thời gian đó có»), else at any time. A passing nomination of this round
    counts for the award year.
    """
    years = criterion.parameters.get("years")
    if years is not None:
        return _count_in(criterion, case, frozenset(window(case.year, int(str(years)))))
    if criterion.parameters.get("within") is None:
        return _count_in(criterion, case, None)
    choices = case.run_years() or [frozenset((case.year,))]
    outcomes = [_count_in(criterion, case, chosen) for chosen in choices]
    order = (Status.MET, Status.TO_COMPARE, Status.MISSING, Status.NOT_MET)
    return min(outcomes, key=lambda outcome: order.index(outcome.status))


def _count_in(criterion: Criterion, case: Case, years: frozenset[Year] | None) -> Outcome:
    awards = named(criterion)
    count = int(str(criterion.parameters["count"]))
    won = {
        year: row
        for year, row in award_years(case, awards).items()
        if year <= case.year and (years is None or year in years)
    }
    found = [year for year, row in won.items() if not by_sudden_or_topical(case, row)]
    by_round = _by_round(case, awards, won, years)
    found += by_round
    arguments: dict[str, object] = {
        "award": label(case, awards),
        "count": count,
        "found": len(found),
        "years": ", ".join(map(str, sorted(found))),
        "among": ", ".join(map(str, sorted(years))) if years else "",
    }
    if len(found) >= count:
        code = "finding.award_count_by_round" if by_round else "finding.award_count"
        return Outcome(Status.MET, code, {**arguments, "year": str(case.year)})
    doubtful = _doubtful(case, awards, won.values(), years)
    if len(found) + len(doubtful) >= count:
        return compared_with(doubtful[0], arguments, case)
    return _too_few(case, awards, years, arguments)


def _too_few(
    case: Case, awards: tuple[str, ...], years: frozenset[Year] | None, arguments: dict[str, object]
) -> Outcome:
    if years is None:
        known = case.index.complete_for(case.recipient, case.year)
    else:
        known = all(case.index.complete(year) for year in years)
    waits = (years is None or case.year in years) and any(
        case.index.waits(case.code, award) for award in awards
    )
    code = "finding.award_count_short_in" if years else "finding.award_count_short"
    status = Status.NOT_MET if known and not waits else Status.MISSING
    return Outcome(status, code, arguments, cures.past_award(case.code, case.year))


def _by_round(
    case: Case, awards: tuple[str, ...], won: dict[Year, PastAward], years: frozenset[Year] | None
) -> list[Year]:
    if case.year in won or (years is not None and case.year not in years):
        return []
    passing = any(case.index.passes(case.code, award) for award in awards)
    return [case.year] if passing else []


def _doubtful(
    case: Case, awards: tuple[str, ...], won: Iterable[PastAward], years: frozenset[Year] | None
) -> list[PastAward]:
    """Awards that may count: won by đột xuất or chuyên đề, or not in the catalogue but alike."""
    tainted = [row for row in won if by_sudden_or_topical(case, row)]
    return [*tainted, *unlisted_like(case, awards, years)]


def compared_with(row: PastAward, arguments: dict[str, object], case: Case) -> Outcome:
    """What a past award that only may be the one asked for comes to."""
    arguments |= {"other": row.award_name, "other_year": str(row.year)}
    listed = bool(case.index.award_of(row))
    code = "finding.award_by_result" if listed else "finding.award_unlisted"
    return Outcome(Status.TO_COMPARE, code, arguments, cures.past_award(case.code, row.year))


def awards_consecutive(criterion: Criterion, case: Case) -> Outcome:
    """One of the awards was won `count` years running, up to the award year or the year before.

    A gap breaks the chain («liên tục»: Điều 22, 74). For the award year itself a passing
    nomination of the same round counts, and the sentence says so. Whoever left or joined a school
    may hold the award for a school year and for the calendar year that overlaps it: whether those
    are two times or one is compared.
    """
    awards = named(criterion)
    count = int(str(criterion.parameters["count"]))
    won = award_years(case, awards)
    earliest = min((year.start for year in won), default=case.year.start)
    run = find_run(case.year, count, lambda year: _state(case, awards, year, won), earliest)
    if run.status in (Status.NOT_MET, Status.MISSING):
        run = _overlapping(case, awards, won, count) or run
    case.runs.append(run.as_run())
    by_round = case.year in run.years and case.year not in won and run.found == "held"
    arguments: dict[str, object] = {
        "award": label(case, awards),
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


def _overlapping(
    case: Case, awards: tuple[str, ...], won: Mapping[Year, PastAward], count: int
) -> FoundRun | None:
    """The run that is long enough when a school year and the calendar year beside it are two."""
    rows = [row for row in case.index.facts.awards.get(case.code, ()) if row.year <= case.year]
    times = {row.year for row in rows if case.index.award_of(row) in awards}
    twice = {year for year in times if year.as_kind(school=not year.school) in times}
    for end in (case.year, case.year.back(1)):
        run = set(takewhile(won.__contains__, (end.back(back) for back in range(count))))
        held = [time for time in times if time.as_kind(school=case.school) in run]
        if len(held) >= count and twice.intersection(held):
            held.sort(key=lambda time: (time.end, not time.school))
            return FoundRun(Status.TO_COMPARE, "overlapping", tuple(held))
    return None


def _state(
    case: Case, awards: tuple[str, ...], year: Year, won: Mapping[Year, PastAward]
) -> YearState:
    index = case.index
    if year in won:
        return YearState.YES
    if year == case.year:
        if any(index.passes(case.code, award) for award in awards):
            return YearState.YES
        if any(index.waits(case.code, award) for award in awards):
            return YearState.UNKNOWN
    return YearState.NO if index.complete(year) else YearState.UNKNOWN
