"""Everything the rules look at, for one round, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy import select

from khenthuong.domain.attendance import as_held
from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.facts import RoundFacts, Spent
from khenthuong.domain.kinds import RoundKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError
from khenthuong.storage import (
    evidence,
    meetings,
    merging,
    movements,
    office,
    outcomes,
    received,
    records,
    register,
    rounds,
    rows,
    unit_changes,
)
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import NOMINATION, ROUND
from khenthuong.storage.tables import nomination, sealed_dossier

T = TypeVar("T")


def load_round_facts(
    books: Books,
    round_code: str,
    calendar: WorkCalendar,
    today: date,
    award_names: Mapping[str, str] | None = None,
) -> RoundFacts:
    """The facts of a round; `award_names` (id → name) words what other rounds spent.

    Recipients in the bin are left out unless this round nominates them. Raises NotFoundError for
    an unknown round, BooksError when the books have no office yet.
    """
    with books.read():
        of_round = rounds.get_round(books, round_code)
        nominations = rounds.nominations(books, round_code)
        nominated = [one.recipient for one in nominations]
        facts = _of_the_books(
            books, of_round, calendar, today, nominations, (round_code,), nominated, award_names
        )
        ticked = meetings.attendance_of_round(books, round_code)
        return replace(
            facts,
            meetings=tuple(as_held(one, ticked) for one in rounds.meetings(books, round_code)),
            votes=rounds.votes(books, round_code),
            notices=rounds.notices(books, round_code),
            attendance=ticked,
            recusals=meetings.recusals_of_round(books, round_code),
            opinions=meetings.opinions(books, round_code),
        )


def _without_own(
    books: Books, awards: Mapping[str, tuple[PastAward, ...]], round_code: str
) -> Mapping[str, tuple[PastAward, ...]]:
    """The history without what was entered as decided in this very round.

    A round is judged as it was proposed: its own outcome must not speak against it.
    """
    entered = outcomes.decided(books, round_code) if round_code else ()
    if not entered:
        return awards
    numbers = {
        (one.authority, one.place): one.number for one in outcomes.decisions(books, round_code)
    }
    former = merging.aliases(books)  # what was granted went on to the Mã of today
    own = {
        (
            former.get(one.recipient, one.recipient),
            one.given_name,
            numbers[one.authority, one.place],
        )
        for one in entered
    }
    return {
        who: tuple(a for a in won if (who, a.award_name, a.decision_number) not in own)
        for who, won in awards.items()
    }


def load_year_facts(
    books: Books,
    year: Year,
    calendar: WorkCalendar,
    today: date,
    award_names: Mapping[str, str] | None = None,
) -> RoundFacts:
    """What a whole award year looks like before anybody is proposed, in a fixed number of queries.

    The round is none of the books' (code ""), of công trạng; `nominations` are those of all rounds
    of the year, a school year's among the calendar year in which it ends; what sealed rounds of
    other years used is `spent`. Nobody in the bin. Raises BooksError when there is no office yet.
    """
    calendar_year = year.as_kind(school=False)
    with books.read():
        of_year = tuple(
            one.code
            for one in rounds.rounds(books)
            if one.year.as_kind(school=False) == calendar_year
        )
        nominations = rows.load(books, NOMINATION, nomination.c.round.in_(of_year))
        asked = Round("", "", RoundKind.MERIT, calendar_year)
        return _of_the_books(books, asked, calendar, today, nominations, of_year, (), award_names)


def _of_the_books(
    books: Books,
    of_round: Round,
    calendar: WorkCalendar,
    today: date,
    nominations: tuple[Nomination, ...],
    own_rounds: Sequence[str],
    keep: Sequence[str],
    award_names: Mapping[str, str] | None,
) -> RoundFacts:
    """What every round shares; `own_rounds` are those whose use of anything is no earlier use."""
    keeper = office.get_office(books)
    if keeper is None:
        raise BooksError("error.no_office")
    awards = _without_own(books, records.past_awards(books), of_round.code)
    initiatives = records.initiatives(books)
    achievements = records.achievements(books)
    former = {code: now for code, now in merging.aliases(books).items() if code in keep}
    return RoundFacts(
        office=keeper,
        round=of_round,
        today=today,
        calendar=calendar,
        units=register.units(books, keep=keep),
        persons=register.persons(books, keep=keep),
        households=register.households(books, keep=keep),
        careers=_also_former(records.careers(books), former),
        ratings=_also_former(records.ratings(books), former),
        awards=_also_former(awards, former),
        initiatives=initiatives,
        initiatives_of=_also_former(records.by_author(initiatives.values()), former),
        disciplines=_also_former(records.disciplines(books), former),
        achievements=achievements,
        achievements_of=_also_former(records.by_recipient(achievements.values()), former),
        movements=movements.movements(books),
        nominations=nominations,
        council=rounds.council(books),
        meetings=(),
        votes=(),
        notices=(),
        spent=_spent(books, own_rounds, awards, award_names or {}),
        confirmations=rounds.confirmations(books),
        files=evidence.present(books),
        closed=unit_changes.closed_from(books),
    )


def _also_former(
    found: Mapping[str, tuple[T, ...]], former: Mapping[str, str]
) -> Mapping[str, tuple[T, ...]]:
    """Records under the former Mã too: a sealed round names it, the records went on."""
    if not former:
        return found
    return {**found, **{code: found.get(now, ()) for code, now in former.items()}}


def _spent(
    books: Books,
    own_rounds: Sequence[str],
    awards: Mapping[str, tuple[PastAward, ...]],
    names: Mapping[str, str],
) -> Mapping[str, tuple[Spent, ...]]:
    spent: dict[str, list[Spent]] = defaultdict(list)
    for won in awards.values():
        for award in won:
            for code in (*award.initiatives, *award.achievements):
                spent[code].append(Spent(code, award.recipient, award.award_name, str(award.year)))
    for other, one in _sealed_elsewhere(books, own_rounds):
        for code in (*one.initiatives, *one.achievements):
            name = names.get(one.award, one.award)
            spent[code].append(Spent(code, one.recipient, name, str(other.year), other.code))
    return {code: tuple(uses) for code, uses in spent.items()}


def _sealed_elsewhere(books: Books, own_rounds: Sequence[str]) -> list[tuple[Round, Nomination]]:
    """Nominations whose names were frozen in another round, that is: which went into a package.

    Once decided they count no more: what was granted is a past award, what was not spent nothing.
    """
    sealed = select(sealed_dossier.c.round).where(sealed_dossier.c.round.not_in(own_rounds))
    found = rows.load(
        books, NOMINATION, nomination.c.round.in_(sealed), nomination.c.frozen_name.is_not(None)
    )
    by_code = {one.code: one for one in rows.load(books, ROUND)}
    decided = received.decided_nominations(books)
    return [(by_code[one.round], one) for one in found if (one.round, *one.key) not in decided]
