"""Rules on several years of ratings: consecutive ones, those after an award, and how many."""

from __future__ import annotations

from collections.abc import Callable

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import RatingLevel, Status
from khenthuong.domain.register import Person
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome, Run
from khenthuong.domain.rules.past_awards import award_years, compared_with, label
from khenthuong.domain.rules.past_results import by_sudden_or_topical, unlisted_like
from khenthuong.domain.rules.ratings import at_least
from khenthuong.domain.rules.runs import FoundRun, YearState, find_run
from khenthuong.domain.rules.served import served_state
from khenthuong.domain.years import Year, window

State = Callable[[Year], YearState]


def ratings_consecutive(criterion: Criterion, case: Case) -> Outcome:
    """`count` consecutive years rated `level` or better, ending at the award year or before it.

    A year in which one of `or_awards` was won counts too (Điều 74 khoản 3 điểm d). A run that only
    holds by counting years of the award `mixed_with` is to be compared: the Law's two branches of
    Điều 74 khoản 1 điểm d name either awards or ratings, not a mixture. With `after` only years
    after that award count («và sau đó liên tục từ 05 năm»: Điều 42 to 44, 73 khoản 4). With
    `to_now` («đến thời điểm đề nghị») a run that ended earlier does not count, save that the years
    of someone who died end with the death: that is to be compared.
    """
    state, earliest = _states(criterion, case)
    after = str(criterion.parameters.get("after", ""))
    if after:
        return _after(criterion, case, after, state, earliest)
    run = _find(criterion, case, state, earliest)
    case.runs.append(run.as_run())
    return _outcome(criterion, case, run, "finding.ratings_run_")


def _find(criterion: Criterion, case: Case, state: State, earliest: int) -> FoundRun:
    count = _count(criterion)
    to_now = bool(criterion.parameters.get("to_now"))
    run = find_run(case.year, count, state, earliest, to_now=to_now)
    died = case.recipient.died if isinstance(case.recipient, Person) else None
    if run.status is Status.MET or died is None or died > case.year.last_day:
        return run
    last = Year(died.year).as_kind(school=case.school)
    until_death = find_run(last, count, state, earliest, to_now=True)
    if until_death.status is not Status.MET:
        return run
    return FoundRun(Status.TO_COMPARE, "until_death", until_death.years)


def _count(criterion: Criterion) -> int:
    return int(str(criterion.parameters["count"]))


def _outcome(
    criterion: Criterion, case: Case, run: FoundRun, opening: str, **more: object
) -> Outcome:
    arguments: dict[str, object] = {
        "count": _count(criterion),
        "level": RatingLevel(str(criterion.parameters["level"])),
        "years": run.shown,
        "lacking": run.lacking_shown,
        **more,
    }
    cure = cures.rating(case.code, run.lacking[0]) if run.lacking else ""
    found = run.found
    served = any(served_state(case, year) for year in (*run.lacking, *run.years))
    if served and found in ("mixed", "broken"):
        found, cure = f"{found}_disciplined", cures.discipline(case.code)
    return Outcome(run.status, f"{opening}{found}", arguments, cure)


def _states(criterion: Criterion, case: Case) -> tuple[State, int]:
    """What is known of a year, and the first year of which anything is."""
    others = criterion.parameters.get("or_awards", ())
    awards = others if isinstance(others, tuple) else ()
    mixed = str(criterion.parameters.get("mixed_with", ""))
    ratings = case.index.ratings(case.code)
    enough = at_least(str(criterion.parameters["level"]))
    moved = any(year.school is not case.school for year in ratings)

    held = _held(case, awards)
    beside = _held(case, (mixed,) if mixed else ())
    punished = case.code in case.index.facts.disciplines

    def state(year: Year) -> YearState:
        if year in held:
            return YearState.YES
        rating = ratings.get(year)
        if rating is not None and rating.level in enough:
            return (served_state(case, year) if punished else None) or YearState.YES
        if year in beside:
            return YearState.MIXED
        if rating is None and moved:
            # Whoever left or joined a school has years of both kinds: they are set side by side.
            other = ratings.get(year.as_kind(school=not case.school))
            if other is not None and other.level in enough:
                return YearState.MIXED
        return YearState.UNKNOWN if rating is None else YearState.NO

    known = [year.start for year in (*ratings, *held, *beside)]
    return state, min(known, default=case.year.start)


# After an award


def _after(criterion: Criterion, case: Case, award: str, state: State, earliest: int) -> Outcome:
    """The years after the award; after one that only may be meant they are to be compared."""
    won = award_years(case, (award,))
    tainted = [row for row in won.values() if by_sudden_or_topical(case, row)]
    firm = [year for year, row in won.items() if row not in tainted]
    outcome = _after_firm(criterion, case, award, firm, state, earliest)
    if outcome.status in (Status.MET, Status.TO_COMPARE):
        return outcome
    for row in (*tainted, *unlisted_like(case, (award,), None)):
        since = row.year.as_kind(school=case.school)
        run = _run_after(criterion, case, since, state, earliest)
        if run.status in (Status.MET, Status.TO_COMPARE):
            case.runs.append(Run(Status.TO_COMPARE, frozenset(run.years)))
            return compared_with(row, {"award": label(case, (award,))}, case)
    return outcome


def _after_firm(
    criterion: Criterion, case: Case, award: str, won: list[Year], state: State, earliest: int
) -> Outcome:
    """The run after the award was last won; one after an earlier time is to be compared.

    The text says «đã được tặng … và sau đó»: whether years already crowned by the later award
    count again for the earlier one is not said. Where it says «trong thời gian đó» of the same
    award (Điều 73 khoản 4 điểm e) it is said, and the years are counted `from_first`.
    """
    from_first = bool(criterion.parameters.get("from_first"))
    since = sorted(won, reverse=not from_first)
    arguments: dict[str, object] = {"award": label(case, (award,))}
    if not since:
        return _never_won(criterion, case, arguments)
    runs = [(year, _run_after(criterion, case, year, state, earliest)) for year in since]
    last, run = runs[0]
    arguments["won"] = str(last)
    again = next((pair for pair in runs[1:] if pair[1].status is Status.MET), None)
    if run.status is not Status.MET and again is not None:
        first, held = again
        case.runs.append(Run(Status.TO_COMPARE, frozenset(held.years)))
        run = FoundRun(Status.TO_COMPARE, "again", held.years)
        return _outcome(
            criterion, case, run, "finding.ratings_after_", **{**arguments, "first": str(first)}
        )
    case.runs.append(run.as_run())
    so_far = case.year.start - last.start
    if run.found in ("broken", "unknown") and so_far < _count(criterion):
        short = FoundRun(Status.NOT_MET, "short", run.years)
        return _outcome(
            criterion, case, short, "finding.ratings_after_", **arguments, so_far=max(so_far, 0)
        )
    return _outcome(criterion, case, run, "finding.ratings_after_", **arguments)


def _run_after(
    criterion: Criterion, case: Case, won: Year, state: State, earliest: int
) -> FoundRun:
    def later(year: Year) -> YearState:
        return state(year) if year > won else YearState.NO

    return _find(criterion, case, later, max(earliest, won.start + 1))


def _never_won(criterion: Criterion, case: Case, arguments: dict[str, object]) -> Outcome:
    count = _count(criterion)
    case.runs.append(Run(Status.NOT_MET, frozenset(window(case.year, count))))
    arguments |= {"count": count, "level": RatingLevel(str(criterion.parameters["level"]))}
    cure = cures.past_award(case.code, case.year)
    if case.index.complete_for(case.recipient, case.year):
        return Outcome(Status.NOT_MET, "finding.ratings_after_never", arguments, cure)
    return Outcome(Status.MISSING, "finding.ratings_after_no_award", arguments, cure)


# How many


def rating_count(criterion: Criterion, case: Case) -> Outcome:
    """`count` years rated `level` or better: within the run found before, or the last `years`.

    «trong đó có ít nhất 01 năm được công nhận hoàn thành xuất sắc nhiệm vụ» (Điều 44 khoản 1).
    """
    years = criterion.parameters.get("years")
    if years is not None:
        return _counted(criterion, case, frozenset(window(case.year, int(str(years)))))
    choices = case.run_years() or [frozenset((case.year,))]
    outcomes = [_counted(criterion, case, chosen) for chosen in choices]
    order = (Status.MET, Status.TO_COMPARE, Status.MISSING, Status.NOT_MET)
    return min(outcomes, key=lambda outcome: order.index(outcome.status))


def _counted(criterion: Criterion, case: Case, years: frozenset[Year]) -> Outcome:
    ratings = case.index.ratings(case.code)
    level = RatingLevel(str(criterion.parameters["level"]))
    enough = at_least(level.value)
    count = _count(criterion)
    found = sorted(y for y in years if (row := ratings.get(y)) and row.level in enough)
    unknown = sorted(year for year in years if year not in ratings)
    arguments: dict[str, object] = {
        "count": count,
        "level": level,
        "found": len(found),
        "years": ", ".join(map(str, found)),
        "among": ", ".join(map(str, sorted(years))),
        "lacking": ", ".join(map(str, unknown)),
    }
    if len(found) >= count:
        return Outcome(Status.MET, "finding.rating_count", arguments)
    if len(found) + len(unknown) >= count:
        return Outcome(
            Status.MISSING,
            "finding.rating_count_unknown",
            arguments,
            cures.rating(case.code, unknown[-1]),
        )
    return Outcome(
        Status.NOT_MET, "finding.rating_count_short", arguments, cures.rating(case.code, case.year)
    )


# Years of awards that count as ratings


def _held(case: Case, awards: tuple[str, ...]) -> frozenset[Year]:
    """The years in which one of them was won, the award year by a passing nomination too."""
    if not awards:
        return frozenset()
    won = set(award_years(case, awards))
    if any(case.index.passes(case.code, award) for award in awards):
        won.add(case.year)
    return frozenset(won)
