"""By which phương thức an award was won, as far as the books tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from khenthuong.domain.criteria import Award, Criterion
from khenthuong.domain.kinds import AchievementKind, MovementLevel, RoundKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.records import Achievement, PastAward
from khenthuong.domain.rules.branches import named_child
from khenthuong.domain.rules.merits import launched_by
from khenthuong.domain.statistics import Length, Manner
from khenthuong.domain.vietnamese import fold

_RESISTANCE = "khen_thuong_khang_chien"
_OF_ROUND = {
    RoundKind.MERIT: Manner.MERIT,
    RoundKind.MOVEMENT: Manner.TOPICAL,
    RoundKind.SUDDEN: Manner.SUDDEN,
    RoundKind.SERVICE: Manner.SERVICE,
    RoundKind.TERM: Manner.TERM,
    RoundKind.FOREIGN: Manner.FOREIGN,
}
_OF_ACHIEVEMENT = {
    AchievementKind.SUDDEN: Manner.SUDDEN,
    AchievementKind.TOPICAL: Manner.TOPICAL,
    AchievementKind.MERIT: Manner.MERIT,
}
_WORDS = (
    ("dot xuat", Manner.SUDDEN),
    ("chuyen de", Manner.TOPICAL),
    ("doi ngoai", Manner.FOREIGN),
    ("cong hien", Manner.SERVICE),
    ("nien han", Manner.TERM),
    ("khang chien", Manner.RESISTANCE),
    ("cong trang", Manner.MERIT),
)
_OF_YEARS = frozenset(
    {"ratings_consecutive", "awards_consecutive", "rating_count", "award_count", "award_in_year"}
)
"""Criteria over years or earlier awards: only khen thưởng theo công trạng rests on them."""
_LAUNCHERS = {
    "trung_uong": MovementLevel.NATIONAL,
    "tinh": MovementLevel.PROVINCE,
    "xa": MovementLevel.COMMUNE,
}
_THREE_YEARS, _FIVE_YEARS = 3, 5


def manner_of(
    row: PastAward, award: Award | None, rounds: Iterable[RoundKind], used: Sequence[Achievement]
) -> Manner | None:
    """The phương thức of an award won; None where the books do not tell, or tell two things.

    Told by the award where it is only given in one way, by the rounds in which it was nominated
    for that year, by «Theo tiêu chuẩn», or by the achievements it used.
    """
    if award is not None and award.id == _RESISTANCE:
        return Manner.RESISTANCE
    if award is not None and len(award.rounds) == 1:
        return _OF_ROUND[award.rounds[0]]
    nominated = {_OF_ROUND[kind] for kind in rounds}
    if nominated:
        return nominated.pop() if len(nominated) == 1 else None
    said = _by_words(row.branch) or _by_branch(row.branch, award)
    return said or _by_achievements(used)


def _by_words(branch: str) -> Manner | None:
    text = fold(branch)
    found = {manner for words, manner in _WORDS if words in text}
    return found.pop() if len(found) == 1 else None


def _by_branch(branch: str, award: Award | None) -> Manner | None:
    tops = award.criteria if award is not None and branch else ()
    children = (named_child(one, branch) for one in tops if one.kind == "any_of")
    named = [child for child in children if child is not None]
    return Manner.MERIT if any(_asks_years(child) for child in named) else None


def _asks_years(criterion: Criterion) -> bool:
    return criterion.kind in _OF_YEARS or any(_asks_years(one) for one in criterion.children)


def _by_achievements(used: Sequence[Achievement]) -> Manner | None:
    found = {_OF_ACHIEVEMENT.get(one.kind) for one in used}
    return found.pop() if len(found) == 1 else None


def launcher_of(movement: Movement) -> MovementLevel | None:
    """Who launched a movement: as recorded, else as the issuer's own words tell."""
    return movement.level or _LAUNCHERS.get(launched_by(movement.issuer))


def length_of(movement: Movement) -> Length | None:
    """Its thời hạn from the first to the last day, both included; None where one is not known.

    A movement of exactly one calendar year (01/01 to 31/12) lasts one year.
    """
    if movement.start is None or movement.end is None:
        return None
    start, after = movement.start, movement.end + timedelta(days=1)
    if after < _later(start, 1):
        return Length.UNDER_ONE
    if after == _later(start, 1):
        return Length.ONE
    if after < _later(start, _THREE_YEARS):
        return Length.TO_THREE
    return Length.TO_FIVE if after < _later(start, _FIVE_YEARS) else Length.OVER_FIVE


def _later(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
