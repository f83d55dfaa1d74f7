"""Everything the rules look at, for one round, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.facts import RoundFacts, Spent
from khenthuong.domain.records import PastAward
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.errors import BooksError
from khenthuong.storage import evidence, movements, office, records, register, rounds, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import NOMINATION, ROUND
from khenthuong.storage.tables import nomination, sealed_dossier


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
        keeper = office.get_office(books)
        if keeper is None:
            raise BooksError("error.no_office")
        nominations = rounds.nominations(books, round_code)
        nominated = [one.recipient for one in nominations]
        awards = records.past_awards(books)
        initiatives = records.initiatives(books)
        achievements = records.achievements(books)
        return RoundFacts(
            office=keeper,
            round=of_round,
            today=today,
            calendar=calendar,
            units=register.units(books, keep=nominated),
            persons=register.persons(books, keep=nominated),
            households=register.households(books, keep=nominated),
            careers=records.careers(books),
            ratings=records.ratings(books),
            awards=awards,
            initiatives=initiatives,
            initiatives_of=records.by_author(initiatives.values()),
            disciplines=records.disciplines(books),
            achievements=achievements,
            achievements_of=records.by_recipient(achievements.values()),
            movements=movements.movements(books),
            nominations=nominations,
            council=rounds.council(books),
            meetings=rounds.meetings(books, round_code),
            votes=rounds.votes(books, round_code),
            notices=rounds.notices(books, round_code),
            spent=_spent(books, round_code, awards, award_names or {}),
            confirmations=rounds.confirmations(books),
            files=evidence.present(books),
        )


def _spent(
    books: Books,
    round_code: str,
    awards: Mapping[str, tuple[PastAward, ...]],
    names: Mapping[str, str],
) -> Mapping[str, tuple[Spent, ...]]:
    spent: dict[str, list[Spent]] = defaultdict(list)
    for won in awards.values():
        for award in won:
            for code in (*award.initiatives, *award.achievements):
                spent[code].append(Spent(code, award.recipient, award.award_name, str(award.year)))
    for other, one in _sealed_elsewhere(books, round_code):
        for code in (*one.initiatives, *one.achievements):
            name = names.get(one.award, one.award)
            spent[code].append(Spent(code, one.recipient, name, str(other.year), other.code))
    return {code: tuple(uses) for code, uses in spent.items()}


def _sealed_elsewhere(books: Books, round_code: str) -> list[tuple[Round, Nomination]]:
    """Nominations whose names were frozen in another round, that is: which went into a package."""
    sealed = select(sealed_dossier.c.round).where(sealed_dossier.c.round != round_code)
    found = rows.load(
        books, NOMINATION, nomination.c.round.in_(sealed), nomination.c.frozen_name.is_not(None)
    )
    by_code = {one.code: one for one in rows.load(books, ROUND)}
    return [(by_code[one.round], one) for one in found]
