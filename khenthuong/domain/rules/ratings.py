"""Rules on the rating of one year: its level and its points."""

from __future__ import annotations

from decimal import Decimal

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Checked, RatingLevel, Status
from khenthuong.domain.records import Rating
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome

_LEVELS = tuple(RatingLevel)
_AT_LEAST = {level.value: _LEVELS[: place + 1] for place, level in enumerate(_LEVELS)}
"""The levels that satisfy one: hashing a text is faster than ranking an enum each time."""


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
    """The points of the award year reach `at_least`, or the dated `value` that a province sets.

    Without a value in force, or with one that nobody verified, the points are to be compared.
    """
    cure = cures.rating(case.code, case.year)
    found = case.index.points(case.code, case.year)
    arguments: dict[str, object] = {"year": str(case.year), "found": "" if found is None else found}
    needed, sure = _needed(criterion, case)
    if needed is not None:
        arguments["needed"] = needed
    if found is None:
        code = "finding.points_missing" if needed is not None else "finding.points_unknown"
        return Outcome(Status.MISSING, code, arguments, cure)
    if needed is None:
        return Outcome(Status.TO_COMPARE, "finding.points_no_limit", arguments)
    if not sure:
        return Outcome(Status.TO_COMPARE, "finding.points_unverified", arguments)
    status = Status.MET if found >= needed else Status.NOT_MET
    return Outcome(status, "finding.points", arguments, "" if status is Status.MET else cure)


def _needed(criterion: Criterion, case: Case) -> tuple[Decimal | None, bool]:
    """The points asked for, and whether somebody verified them."""
    at_least_ = criterion.parameters.get("at_least")
    if at_least_ is not None:
        return Decimal(str(at_least_)), True
    value = case.index.value(str(criterion.parameters.get("value", "")))
    if value is None:
        return None, False
    return Decimal(str(value.value)), value.checked is not Checked.MEMORY
