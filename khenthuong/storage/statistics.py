"""What statistics count that no other module reads: nominations that left in a sealed dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from khenthuong.domain.kinds import RoundKind
from khenthuong.domain.years import Year
from khenthuong.storage.books import Books
from khenthuong.storage.tables import nomination, round_, sealed_dossier


@dataclass(frozen=True)
class Nominated:
    """A nomination of a round; `frozen` = its names were frozen, so it was in a sealed dossier."""

    round: str
    round_name: str
    kind: RoundKind
    year: Year
    recipient: str
    award: str
    frozen: bool


def nominated(books: Books) -> tuple[Nominated, ...]:
    """The nominations of all rounds, by round, recipient and award."""
    query = (
        select(
            round_.c.code,
            round_.c.name,
            round_.c.kind,
            round_.c.year,
            nomination.c.recipient,
            nomination.c.award,
            nomination.c.frozen_name.is_not(None),
        )
        .join(round_, round_.c.code == nomination.c.round)
        .order_by(round_.c.code, nomination.c.recipient, nomination.c.award)
    )
    with books.read() as connection:
        return tuple(
            Nominated(code, name, RoundKind(kind), Year.parse(year), recipient, award, bool(frozen))
            for code, name, kind, year, recipient, award, frozen in connection.execute(query)
        )


def first_sealed(books: Books) -> dict[tuple[str, str], date]:
    """The day a dossier was first sealed, by (round, authority)."""
    column = sealed_dossier.c
    query = select(column.round, column.authority, func.min(column.sealed_on)).group_by(
        column.round, column.authority
    )
    with books.read() as connection:
        return {
            (code, authority): date.fromisoformat(day)
            for code, authority, day in connection.execute(query)
        }
