"""Where sealed dossiers were sent, and the decisions entered for them."""

from __future__ import annotations

from khenthuong.domain.fund import FundEntry
from khenthuong.domain.outcomes import DecidedNomination, RoundDecision, Sending
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.movement_tables import fund_entry
from khenthuong.storage.outcome_tables import decided_nomination, round_decision, sending
from khenthuong.storage.shapes import (
    DECIDED_NOMINATION,
    FUND_ENTRY,
    ROUND_DECISION,
    SENDING,
    shape_of,
)

Outcome = Sending | RoundDecision | DecidedNomination | FundEntry


def sendings(books: Books, round_code: str = "") -> tuple[Sending, ...]:
    """Every sending of a round (of all for ""), in order of the days."""
    where = [sending.c.round == round_code] if round_code else []
    order = [sending.c.round, sending.c.day, sending.c.authority, sending.c.way]
    return rows.load(books, SENDING, *where, order=order)


def decisions(books: Books, round_code: str = "") -> tuple[RoundDecision, ...]:
    """The decisions entered for a round (for all of them for "")."""
    where = [round_decision.c.round == round_code] if round_code else []
    return rows.load(books, ROUND_DECISION, *where)


def decided(books: Books, round_code: str = "") -> tuple[DecidedNomination, ...]:
    """What entered decisions say of the nominations of a round (of all rounds for "")."""
    where = [decided_nomination.c.round == round_code] if round_code else []
    return rows.load(books, DECIDED_NOMINATION, *where)


def bonus_entry(books: Books, code: str) -> FundEntry | None:
    """A line of the fund by its code."""
    found = rows.load(books, FUND_ENTRY, fund_entry.c.code == code)
    return found[0] if found else None


def save(books: Books, value: Outcome) -> bool:
    """Add or change by the natural key; returns whether that changed anything."""
    references.check(books.writer, references.wanted(shape_of(value), [value]))
    return rows.save(books, value)


def remove(books: Books, value: Outcome) -> None:
    """Take out the row of the value's natural key; the audit keeps it."""
    rows.remove(books, value)
