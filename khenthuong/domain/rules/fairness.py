"""Công bằng in figures: who is proposed, who was commended last year, who is in the register.

Shares of direct workers against leaders, small collectives, the non-state sector, women, ethnic
minorities and hard areas (Điều 5 khoản 2 điểm d, khoản 3). Whoever is not classified in the books
is counted apart: unknown is not no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.kinds import Area, Duty, Gender, Sector
from khenthuong.domain.register import Person, Recipient, Unit
from khenthuong.domain.vietnamese import fold

YEARS_COMPARED = 5
"""The award year of the round and the years before it that are set side by side."""
_WHOLE, _TENTH = 100, Decimal("0.1")
_MAJORITY = "kinh"


class Measure(StrEnum):
    """A group whose share is counted."""

    DIRECT = "truc_tiep"
    LEADER = "lanh_dao"
    WOMEN = "nu"
    ETHNIC = "dan_toc"
    SMALL = "tap_the_nho"
    NON_STATE = "ngoai_nha_nuoc"
    HARD = "dia_ban_kho_khan"


RISING = (Measure.DIRECT, Measure.SMALL)
"""Direct workers and the grass roots (small collectives): plans want their share to rise yearly."""


class Trend(StrEnum):
    """A share against that of the year before."""

    RISES = "tang"
    SAME = "giu_nguyen"
    FALLS = "giam"
    UNKNOWN = "chua_so_duoc"


@dataclass(frozen=True)
class Share:
    """`part` of `known` recipients belong to a group; `unknown` more are not classified."""

    part: int = 0
    known: int = 0
    unknown: int = 0

    @property
    def percent(self) -> Decimal | None:
        """In percent, to a tenth, half up; None where nobody is classified."""
        if not self.known:
            return None
        return (Decimal(self.part * _WHOLE) / self.known).quantize(_TENTH, ROUND_HALF_UP)


Shares = Mapping[Measure, Share]


@dataclass(frozen=True)
class YearShares:
    """Whom past awards of one award year honoured; `complete`: the books say they hold them all."""

    year: int
    people: int
    shares: Shares
    complete: bool


@dataclass(frozen=True)
class Fairness:
    """The figures of one round; every recipient counts once in each column.

    `years` ends with the award year of the round, in which its nominees are counted together with
    the awards already recorded; earlier years without a recorded award are left out.
    """

    year: int
    nominees: Shares
    last_year: Shares
    register: Shares
    years: tuple[YearShares, ...] = ()

    def of_year(self, year: int) -> YearShares | None:
        """The shares of an award year, where there are any."""
        return next((one for one in self.years if one.year == year), None)

    def trend(self, measure: Measure) -> Trend:
        """This year's share against last year's; unknown while last year's books have gaps."""
        now, before = self.of_year(self.year), self.of_year(self.year - 1)
        if now is None or before is None or not before.complete:
            return Trend.UNKNOWN
        return _compare(now.shares[measure], before.shares[measure])


def as_plain(found: Fairness) -> dict[str, Any]:
    """The figures as plain values for JSON; `from_plain` reads them back."""
    return {
        "year": found.year,
        "nominees": _plain(found.nominees),
        "last_year": _plain(found.last_year),
        "register": _plain(found.register),
        "years": [[y.year, y.people, y.complete, _plain(y.shares)] for y in found.years],
    }


def from_plain(given: Mapping[str, Any]) -> Fairness:
    """The figures that `as_plain` wrote."""
    return Fairness(
        given["year"],
        _shares(given["nominees"]),
        _shares(given["last_year"]),
        _shares(given["register"]),
        tuple(
            YearShares(year, people, _shares(found), complete)
            for year, people, complete, found in given["years"]
        ),
    )


def _plain(found: Shares) -> dict[str, list[int]]:
    return {key.value: [one.part, one.known, one.unknown] for key, one in found.items()}


def _shares(given: Mapping[str, list[int]]) -> Shares:
    return {Measure(key): Share(*figures) for key, figures in given.items()}


def fairness(facts: RoundFacts) -> Fairness:
    """Count a round's nominees, the commended of the years before, and the register."""
    year = facts.round.year.end
    nominees = {one.recipient for one in facts.nominations}
    won = _winners(facts)
    nobody: set[str] = set()
    first_day = facts.round.year.first_day
    units = [one for one in facts.units if facts.closed.get(one, date.max) > first_day]
    everybody = [*units, *facts.persons, *facts.households]
    years = range(year - YEARS_COMPARED + 1, year + 1)
    return Fairness(
        year,
        shares(facts, nominees),
        shares(facts, won.get(year - 1, nobody)),
        shares(facts, everybody),
        tuple(
            _year(facts, one, people)
            for one in years
            if (people := won.get(one, nobody) | (nominees if one == year else nobody))
        ),
    )


def shares(facts: RoundFacts, codes: Iterable[str]) -> Shares:
    """How large every group is among the recipients of these codes; unknown codes are left out."""
    found = [one for code in set(codes) if (one := facts.recipient(code)) is not None]
    return {
        measure: _count(belongs(facts, one) for one in found)
        for measure, belongs in _MEASURES.items()
    }


def _winners(facts: RoundFacts) -> dict[int, set[str]]:
    won: dict[int, set[str]] = {}
    for recipient, awards in facts.awards.items():
        for award in awards:
            won.setdefault(award.year.end, set()).add(recipient)
    return won


def _year(facts: RoundFacts, year: int, people: set[str]) -> YearShares:
    start = facts.office.complete_from
    known = sum(facts.recipient(code) is not None for code in people)
    return YearShares(year, known, shares(facts, people), start is not None and start <= year)


def _compare(now: Share, before: Share) -> Trend:
    if not now.known or not before.known:
        return Trend.UNKNOWN
    # Exact: rounding to a tenth would call a small rise none.
    difference = now.part * before.known - before.part * now.known
    return Trend.RISES if difference > 0 else Trend.FALLS if difference < 0 else Trend.SAME


_OUTSIDE = "outside"
"""The recipient is of a kind that the measure does not count at all."""
_Answer = bool | str | None
"""Belongs, does not, is not of this kind (`_OUTSIDE`), or nobody says (None)."""


def _count(answers: Iterable[_Answer]) -> Share:
    counted = [one for one in answers if one != _OUTSIDE]
    known = [one for one in counted if one is not None]
    return Share(sum(one is True for one in known), len(known), len(counted) - len(known))


def _duty(wanted: Duty) -> Callable[[RoundFacts, Recipient], _Answer]:
    def belongs(_: RoundFacts, one: Recipient) -> _Answer:
        if not isinstance(one, Person):
            return _OUTSIDE
        return None if one.duty is None else one.duty is wanted

    return belongs


def _woman(_: RoundFacts, one: Recipient) -> _Answer:
    if not isinstance(one, Person):
        return _OUTSIDE
    return None if one.gender is None else one.gender is Gender.FEMALE


def _minority(_: RoundFacts, one: Recipient) -> _Answer:
    if not isinstance(one, Person):
        return _OUTSIDE
    return fold(one.ethnic) != _MAJORITY if one.ethnic else None


def _small(_: RoundFacts, one: Recipient) -> _Answer:
    return one.small if isinstance(one, Unit) else _OUTSIDE


def _non_state(_: RoundFacts, one: Recipient) -> _Answer:
    return one.sector is Sector.NON_STATE if isinstance(one, Unit) else _OUTSIDE


def _hard_area(facts: RoundFacts, one: Recipient) -> _Answer:
    """Persons and collectives that work in a hard area (Điều 5 khoản 2 điểm d); not households."""
    if isinstance(one, Unit):
        return one.area is not Area.ORDINARY
    if not isinstance(one, Person):
        return _OUTSIDE
    unit = facts.units.get(one.unit)
    return None if unit is None else unit.area is not Area.ORDINARY


_MEASURES: Mapping[Measure, Callable[[RoundFacts, Recipient], _Answer]] = {
    Measure.DIRECT: _duty(Duty.DIRECT),
    Measure.LEADER: _duty(Duty.LEADER),
    Measure.WOMEN: _woman,
    Measure.ETHNIC: _minority,
    Measure.SMALL: _small,
    Measure.NON_STATE: _non_state,
    Measure.HARD: _hard_area,
}
