"""Bậc thang: the awards above what a recipient holds, what is missing, and when at the earliest.

The earliest year is found by living through the coming years as if each were rated excellent, one
initiative a year were recognised, and every title or commendation on the way were won as soon as
its computable criteria are fulfilled. Nothing here says what people must declare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from khenthuong.domain.criteria import Award, Rulebook
from khenthuong.domain.facts import RoundFacts, Spent
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import (
    AwardClass,
    InitiativeScope,
    RatingLevel,
    RecipientKind,
    RoundKind,
    Standing,
)
from khenthuong.domain.records import Initiative, PastAward, Rating
from khenthuong.domain.register import Recipient
from khenthuong.domain.rules.computed import Computed, computed
from khenthuong.domain.rules.engine import award_levels, named_awards
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.suggestions import Assessment, Candidates
from khenthuong.domain.years import Year

HORIZON = 30
"""Coming years that are lived through; nobody plans further."""
_ALL = 99
_BY_RATING = RatingLevel.EXCELLENT.value
_NOT_YET = "~"

T = TypeVar("T")


@dataclass(frozen=True)
class Rung:
    """One award above what is held.

    `standing` and `lacking` are of the year asked, `standing` None where more than one thing is
    missing. `earliest`: the first year in which all computable criteria could be fulfilled; None
    where that is not within `HORIZON` years or the books can tell nothing (`computable` False).
    `nominated`: proposed in that year already.
    """

    award: str
    computable: bool
    standing: Standing | None
    lacking: tuple[Finding, ...]
    to_confirm: tuple[str, ...]
    earliest: Year | None
    nominated: bool = False
    unverified: bool = False


@dataclass(frozen=True)
class Ladder:
    """`held`: the highest title and the highest commendation on record; `rungs` from below."""

    recipient: str
    year: Year
    held: tuple[PastAward, ...]
    rungs: tuple[Rung, ...]


def ladder(facts: RoundFacts, rulebook: Rulebook, recipient: Recipient) -> Ladder:
    """The rungs above what the recipient holds, as of the year of `facts.round`.

    Yearly titles that are held may be won again and are no rung; titles and commendations are
    two ladders, each by the rank of its awards.
    """
    rules = computed(rulebook)
    own = _only(facts, recipient)
    held = _held(own, rulebook, recipient)
    candidates = Candidates(own, rules)
    people = _People(own, rules, recipient)
    people.settle(candidates)
    now = _now(candidates, recipient)
    above = sorted(_above(candidates, recipient, held), key=lambda award: (award.rank, award.id))
    climb = _Climb(own, rules, recipient, people)
    rungs = tuple(_rung(climb, candidates, now, award) for award in above)
    index = candidates.index(RoundKind.MERIT)
    year = facts.round.year.as_kind(school=index.is_school(index.unit_of(recipient)))
    return Ladder(recipient.code, year, tuple(row for row, _ in held), rungs)


def _now(candidates: Candidates, recipient: Recipient) -> Mapping[str, Assessment]:
    found: dict[str, Assessment] = {}
    for award in candidates.in_order():
        if recipient.recipient_kind in award.recipients:
            one = candidates.assess(candidates.case(recipient, award), most=_ALL)
            if one is not None:
                found[award.id] = one
                candidates.note(one)
    return found


def _rung(
    climb: _Climb, candidates: Candidates, now: Mapping[str, Assessment], award: Award
) -> Rung:
    found = now.get(award.id)
    recipient = climb.recipient
    nominated = any(one.key == (recipient.code, award.id) for one in climb.facts.nominations)
    if found is None:
        confirm = candidates.to_confirm(recipient, award)
        return Rung(award.id, False, None, (), confirm, None, nominated)
    earliest = found.year if not found.lacking else climb.earliest(award)
    return Rung(
        award.id,
        True,
        found.standing,
        found.lacking,
        found.to_confirm,
        earliest,
        nominated,
        found.unverified or found.amended,
    )


def _held(
    facts: RoundFacts, rulebook: Rulebook, recipient: Recipient
) -> list[tuple[PastAward, Award]]:
    """The highest title and the highest commendation won, the latest of each."""
    index = RoundIndex(facts, rulebook)
    highest: dict[AwardClass, tuple[PastAward, Award]] = {}
    for row in facts.awards.get(recipient.code, ()):
        award = rulebook.awards.get(index.award_of(row))
        if award is None:
            continue
        known = highest.get(award.award_class)
        if known is None or (award.rank, row.year.end) > (known[1].rank, known[0].year.end):
            highest[award.award_class] = (row, award)
    return [highest[one] for one in AwardClass if one in highest]


def _above(
    candidates: Candidates, recipient: Recipient, held: Iterable[tuple[PastAward, Award]]
) -> Iterator[Award]:
    ranks = {award.award_class: award.rank for _, award in held}
    for award in candidates.in_order():
        if recipient.recipient_kind not in award.recipients:
            continue
        higher = award.rank > ranks.get(award.award_class, -1)
        if (
            higher
            and RoundKind.SUDDEN not in award.rounds[:1]
            and candidates.is_for(recipient, award)
        ):
            yield award


# The coming years


class _People:
    """The people of a unit: who of them would earn the titles that the unit's awards count."""

    def __init__(self, facts: RoundFacts, rules: Computed, recipient: Recipient) -> None:
        index = RoundIndex(facts, _EMPTY)
        school = index.is_school(index.unit_of(recipient))
        codes = index.members(recipient.code, facts.round.year.as_kind(school=school))
        self.persons = [facts.persons[code] for code in codes]
        self._titles = _titles_of_people(rules.rulebook) if self.persons else ()
        self._known: dict[int, list[Assessment]] = {}

    def settle(self, candidates: Candidates) -> None:
        """Let the unit's awards count those who fulfil the titles as the books stand."""
        for award in self._titles:
            for person in self.persons:
                one = candidates.best(person, award)
                if one is not None:
                    candidates.note(one)

    def settle_ahead(self, candidates: Candidates, ahead: int) -> None:
        """The same in a coming year, worked out once for all awards that are aimed at."""
        known = self._known.get(ahead)
        if known is None:
            cases = ((person, award) for award in self._titles for person in self.persons)
            found = (candidates.best(person, award) for person, award in cases)
            known = [one for one in found if one is not None and not one.lacking]
            self._known[ahead] = known
        for one in known:
            candidates.note(one)


@dataclass(frozen=True)
class _Climb:
    """Living through the coming years towards one award after another."""

    facts: RoundFacts
    rules: Computed
    recipient: Recipient
    people: _People

    def earliest(self, target: Award) -> Year | None:
        """The first year from that of the round on in which the target could be fulfilled."""
        way = _way(self.rules.rulebook, target, self.recipient.recipient_kind)
        future = _Future(self.facts, self.recipient, [one.code for one in self.people.persons])
        for ahead in range(HORIZON + 1):
            candidates = Candidates(future.in_year(ahead), self.rules)
            self.people.settle_ahead(candidates, ahead)
            for award in way:
                one = candidates.assess(candidates.case(self.recipient, award))
                if one is not None and not one.lacking:
                    candidates.note(one)
                    future.win(one, award)
            one = candidates.assess(candidates.case(self.recipient, target))
            if one is not None and not one.lacking:
                return one.year
        return None


def _way(rulebook: Rulebook, target: Award, kind: RecipientKind) -> tuple[Award, ...]:
    """The recipient's own awards that the target counts, those they count before them."""
    found: set[str] = set()
    open_ = [target.id]
    while open_:
        award = rulebook.awards[open_.pop()]
        named = {name for one in award.criteria for name in named_awards(one)}
        fresh = {name for name in named if name in rulebook.awards} - found - {target.id}
        found |= fresh
        open_ += sorted(fresh)
    levels = award_levels(rulebook)
    own = (rulebook.awards[name] for name in found if kind in rulebook.awards[name].recipients)
    return tuple(sorted(own, key=lambda award: (levels[award.id], award.id)))


def _titles_of_people(rulebook: Rulebook) -> tuple[Award, ...]:
    """Yearly titles of persons that awards of units count, those counted by others first."""
    named = {
        name
        for award in rulebook.awards.values()
        if RecipientKind.UNIT in award.recipients
        for criterion in award.criteria
        for name in named_awards(criterion)
    }
    levels = award_levels(rulebook)
    titles = [
        award
        for name in named
        if (award := rulebook.awards.get(name)) is not None
        and award.yearly
        and award.recipients == (RecipientKind.PERSON,)
    ]
    return tuple(sorted(titles, key=lambda award: (levels[award.id], award.id)))


@dataclass
class _Future:
    """Facts that grow by a year at a time; what is recorded always stands."""

    facts: RoundFacts
    recipient: Recipient
    members: Sequence[str]
    won: list[PastAward] = field(default_factory=list)

    def __post_init__(self) -> None:
        index = RoundIndex(self.facts, _EMPTY)
        self.school = index.is_school(index.unit_of(self.recipient))
        self.year = self.facts.round.year.as_kind(school=self.school)

    def in_year(self, ahead: int) -> RoundFacts:
        """The facts as they would read so many years on, before that year's awards."""
        facts = self.facts
        years = [Year(self.year.start + step, self.school) for step in range(ahead + 1)]
        last = years[-1]
        coming = replace(
            facts.round, year=Year(facts.round.year.start + ahead, facts.round.year.school)
        )
        initiatives = self._initiatives(years)
        return replace(
            facts,
            round=coming,
            nominations=facts.nominations if ahead == 0 else (),
            ratings=_joined(facts.ratings, self._ratings(years)),
            awards=_joined(facts.awards, self._earlier(last)),
            initiatives={**facts.initiatives, **{one.code: one for one in initiatives}},
            initiatives_of={
                **facts.initiatives_of,
                self.recipient.code: (
                    *facts.initiatives_of.get(self.recipient.code, ()),
                    *initiatives,
                ),
            },
            spent=_joined(facts.spent, self._spent(last), key="code"),
        )

    def win(self, found: Assessment, award: Award) -> None:
        """An award on the way is won in its year, and spends what it rested on."""
        self.won.append(
            PastAward(
                found.recipient,
                found.year,
                award.name,
                award.id,
                branch=found.branch or _BY_RATING,
                initiatives=found.initiatives,
            )
        )

    def _ratings(self, years: Sequence[Year]) -> Iterator[Rating]:
        # Of the people of a unit only the award year counts: shares, everybody, somebody.
        own = [(self.recipient.code, year) for year in years]
        for code, year in (*own, *((member, years[-1]) for member in self.members)):
            if all(row.year != year for row in self.facts.ratings.get(code, ())):
                yield Rating(code, year, RatingLevel.EXCELLENT)

    def _initiatives(self, years: Iterable[Year]) -> list[Initiative]:
        code = self.recipient.code
        known = {one.year for one in self.facts.initiatives_of.get(code, ()) if one.recognised}
        return [
            Initiative(
                f"{_NOT_YET}{year}",
                "",
                (code,),
                year,
                InitiativeScope.NATION,
                decision_number=_NOT_YET,
            )
            for year in years
            if year not in known
        ]

    def _earlier(self, last: Year) -> list[PastAward]:
        # The year's own titles count as those of a nomination beside it, not as recorded.
        return [row for row in self.won if row.year < last]

    def _spent(self, last: Year) -> list[Spent]:
        return [
            Spent(code, row.recipient, row.award_name, str(row.year))
            for row in self._earlier(last)
            for code in row.initiatives
        ]


_EMPTY = Rulebook({}, (), {}, (), (), "")


def _joined(
    known: Mapping[str, tuple[T, ...]], more: Iterable[T], key: str = "recipient"
) -> Mapping[str, tuple[T, ...]]:
    joined: dict[str, list[T]] = {}
    for row in more:
        joined.setdefault(str(getattr(row, key)), []).append(row)
    return {**known, **{code: (*known.get(code, ()), *rows) for code, rows in joined.items()}}


def _only(facts: RoundFacts, recipient: Recipient) -> RoundFacts:
    """The facts of a recipient and its people: looking far ahead must not carry the commune."""
    whole = RoundIndex(facts, _EMPTY)
    school = whole.is_school(whole.unit_of(recipient))
    year = facts.round.year.as_kind(school=school)
    codes = {recipient.code, *whole.members(recipient.code, year)}

    def of(rows: Mapping[str, Any]) -> dict[str, Any]:
        return {code: rows[code] for code in rows if code in codes}

    return replace(
        facts,
        persons=of(facts.persons),
        households=of(facts.households),
        careers=of(facts.careers),
        ratings=of(facts.ratings),
        awards=of(facts.awards),
        initiatives_of=of(facts.initiatives_of),
        disciplines=of(facts.disciplines),
        achievements_of=of(facts.achievements_of),
        nominations=tuple(one for one in facts.nominations if one.recipient in codes),
    )
