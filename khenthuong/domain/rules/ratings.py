"""Rules on yearly ratings: one year, points, and consecutive years."""

from __future__ import annotations

from decimal import Decimal

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import RatingLevel, Status
from khenthuong.domain.records import Rating
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.runs import YearState, find_run
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year

_LEVELS = tuple(RatingLevel)
_AT_LEAST = {level.value: _LEVELS[: place + 1] for place, level in enumerate(_LEVELS)}
"""The levels that satisfy one: hashing a text is faster than ranking an enum each time."""

_ARMED_TITLES = {"tap_the_lao_dong_xuat_sac": "don vi quyet thang"}
"""What armed units get instead (Điều 27 khoản 2); the catalogue of a commune does not hold it."""


def at_least(level: str) -> tuple[RatingLevel, ...]:
    """The levels as good as `level` or better."""
    return _AT_LEAST[level]


def rating_at_least(criterion: Criterion, case: Case) -> Outcome:
    """The recipient's rating of the award year is `level` or better."""
    level = RatingLevel(str(criterion.parameters["level"]))
    ratings = case.index.ratings(case.code)
    rating = ratings.get(case.year)
    if rating is not None:
        return judge_rating(rating, level)
    cure = cures.rating(case.code, case.year)
    arguments: dict[str, object] = {"level": level, "year": str(case.year)}
    other = ratings.get(case.year.as_kind(school=not case.school))
    if other is not None:
        arguments |= {"found": other.level, "other": str(other.year)}
        return Outcome(Status.TO_COMPARE, "finding.rating_other_kind", arguments, cure)
    return Outcome(Status.MISSING, "finding.rating_missing", arguments, cure)


def judge_rating(rating: Rating, level: RatingLevel) -> Outcome:
    """One rating against the level required."""
    arguments: dict[str, object] = {
        "level": level,
        "year": str(rating.year),
        "found": rating.level,
        "decision": rating.decision_number,
        "day": rating.decision_date or "",
    }
    sourced = bool(rating.decision_number and rating.decision_date)
    code = "finding.rating" if sourced else "finding.rating_plain"
    status = Status.MET if rating.level in _AT_LEAST[level.value] else Status.NOT_MET
    cure = "" if status is Status.MET else cures.rating(rating.recipient, rating.year)
    return Outcome(status, code, arguments, cure)


def points(criterion: Criterion, case: Case) -> Outcome:
    """The points of the award year's rating reach `at_least`."""
    needed = Decimal(str(criterion.parameters["at_least"]))
    found = case.index.points(case.code, case.year)
    cure = cures.rating(case.code, case.year)
    arguments: dict[str, object] = {"needed": needed, "year": str(case.year)}
    if found is None:
        return Outcome(Status.MISSING, "finding.points_missing", arguments, cure)
    status = Status.MET if found >= needed else Status.NOT_MET
    return Outcome(status, "finding.points", {**arguments, "found": found}, cure)


def ratings_consecutive(criterion: Criterion, case: Case) -> Outcome:
    """`count` consecutive years rated `level` or better, ending at the award year or before it.

    A year in which one of `or_awards` was won counts too (Điều 74 khoản 3 điểm d). A run that only
    holds by counting years of the award `mixed_with` is to be compared: the Law's two branches of
    Điều 74 khoản 1 điểm d name either awards or ratings, not a mixture.
    """
    level = RatingLevel(str(criterion.parameters["level"]))
    count = int(str(criterion.parameters["count"]))
    others = criterion.parameters.get("or_awards", ())
    awards = others if isinstance(others, tuple) else ()
    mixed = str(criterion.parameters.get("mixed_with", ""))
    ratings = case.index.ratings(case.code)
    enough = _AT_LEAST[level.value]
    armed = _armed_years(case, awards)

    def state(year: Year) -> YearState:
        if year in armed or any(_has(case, award, year) for award in awards):
            return YearState.YES
        rating = ratings.get(year)
        if rating is not None and rating.level in enough:
            return YearState.YES
        if mixed and _has(case, mixed, year):
            return YearState.MIXED
        return YearState.UNKNOWN if rating is None else YearState.NO

    earliest = min([_years_known(case, (*awards, mixed)), *(year.start for year in armed)])
    run = find_run(case.year, count, state, earliest)
    case.runs.append(run.as_run())
    arguments: dict[str, object] = {
        "count": count,
        "level": level,
        "years": run.shown,
        "lacking": run.lacking_shown,
    }
    cure = cures.rating(case.code, run.lacking[0]) if run.lacking else ""
    return Outcome(run.status, f"finding.ratings_run_{run.found}", arguments, cure)


def _armed_years(case: Case, awards: tuple[str, ...]) -> frozenset[Year]:
    names = {_ARMED_TITLES[award] for award in awards if award in _ARMED_TITLES}
    return frozenset(
        row.year.as_kind(school=case.school)
        for row in (case.index.facts.awards.get(case.code, ()) if names else ())
        if not row.award and any(name in fold(row.award_name) for name in names)
    )


def _has(case: Case, award: str, year: Year) -> bool:
    if year in case.index.awards(case.code, award, school=case.school):
        return True
    return year == case.year and case.index.passes(case.code, award)


def _years_known(case: Case, awards: tuple[str, ...]) -> int:
    years = [year.start for year in case.index.ratings(case.code)]
    for award in awards:
        years += [y.start for y in case.index.awards(case.code, award, school=case.school)]
    return min(years, default=case.year.start)
