"""Submissions of other offices, replies to them, and replies that came back for our own dossiers.

What was submitted is kept as it came, apart from the register; `link` ties it to a row of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select

from khenthuong.domain.kinds import Authority, Outcome, RecipientKind
from khenthuong.domain.receiving import (
    Party,
    ReceivedPackage,
    SentReply,
    Submission,
    Submitted,
    TakenReply,
)
from khenthuong.errors import NotFoundError
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import (
    DECIDED_NOMINATION,
    RECEIVED_PACKAGE,
    SENT_REPLY,
    SUBMISSION,
    SUBMITTED,
    TAKEN_REPLY,
    shape_of,
)
from khenthuong.storage.tables import (
    change,
    nomination,
    received_nomination,
    received_package,
    recipient,
    sent_reply,
    submission,
    taken_reply,
)
from khenthuong.storage.tables import round_ as rounds

_AT_ONCE = 500


def submissions(books: Books) -> tuple[Submission, ...]:
    """All of them, newest first."""
    return rows.load(books, SUBMISSION, order=[submission.c.code.desc()])


def get(books: Books, code: str) -> Submission:
    """One submission; raises NotFoundError naming those there are."""
    found = rows.load(books, SUBMISSION, submission.c.code == code)
    if not found:
        known = tuple(one.code for one in submissions(books))
        raise NotFoundError("receive.unknown", submission=code, known=known)
    return found[0]


def of_dossier(
    books: Books, party: Party, round_code: str, authority: Authority
) -> Submission | None:
    """The submission that an office's dossier became here; None when it never came."""
    found = rows.load(
        books,
        SUBMISSION,
        submission.c.office == party.name,
        submission.c.province == party.province,
        submission.c.round == round_code,
        submission.c.authority == authority.value,
    )
    return found[0] if found else None


def next_code(books: Books, year: int) -> str:
    """«HS-2026-007»: the next free code of a year."""
    head = f"HS-{year}-"
    query = select(submission.c.code).where(submission.c.code.like(f"{head}%"))
    with books.read() as connection:
        taken = [int(code.removeprefix(head)) for (code,) in connection.execute(query)]
    return f"{head}{max(taken, default=0) + 1:03}"


def by_code(books: Books, codes: Iterable[str]) -> Mapping[str, Submission]:
    """These submissions by code."""
    asked = sorted(set(codes))
    return {
        one.code: one
        for start in range(0, len(asked), _AT_ONCE)
        for one in rows.load(
            books, SUBMISSION, submission.c.code.in_(asked[start : start + _AT_ONCE])
        )
    }


def packages(books: Books, code: str) -> tuple[ReceivedPackage, ...]:
    """Every version of a submission that came, the oldest first."""
    return rows.load(books, RECEIVED_PACKAGE, received_package.c.submission == code)


def newest(books: Books) -> Mapping[str, ReceivedPackage]:
    """The newest version of every submission, by its code."""
    return {one.submission: one for one in rows.load(books, RECEIVED_PACKAGE)}


def nominations(books: Books, code: str) -> tuple[Submitted, ...]:
    """What a submission nominates, in its newest version."""
    return rows.load(books, SUBMITTED, received_nomination.c.submission == code)


def keep(
    books: Books, one: Submission, package: ReceivedPackage, nominees: Iterable[Submitted]
) -> None:
    """Keep a version of a submission; its nominations take the place of the version before."""
    for value in (one, package):
        references.check(books.writer, references.wanted(shape_of(value), [value]))
        rows.save(books, value)
    rows.replace_all(books, SUBMITTED, nominees, received_nomination.c.submission == one.code)


def link(books: Books, one: Submitted, code: str) -> Submitted:
    """Tie a nominee to a row of the register, or untie it (""); returns it so."""
    value = replace(one, linked=code)
    references.check(books.writer, references.wanted(SUBMITTED, [value]))
    rows.save(books, value)
    return value


def perhaps_same(
    books: Books, nominees: Iterable[Submitted], party: Party
) -> tuple[Submitted, ...]:
    """Nominations of other submissions with a name or link of one of these, or with its code.

    A code means somebody only within its office, so codes are compared with those of `party`.
    """
    mine = tuple(nominees)
    if not mine:
        return ()
    table = received_nomination.c
    same_office = table.submission.in_(
        select(submission.c.code).where(
            submission.c.office == party.name, submission.c.province == party.province
        )
    )
    found: dict[tuple[str, ...], Submitted] = {}
    for column, wanted, *more in (
        (table.name_key, {one.name_key for one in mine}),
        (table.linked, {one.linked for one in mine} - {""}),
        (table.sender_code, {one.recipient for one in mine}, same_office),
    ):
        asked = sorted(wanted)
        for start in range(0, len(asked), _AT_ONCE):
            here = column.in_(asked[start : start + _AT_ONCE])
            other = table.submission != mine[0].submission
            for one in rows.load(books, SUBMITTED, here, other, *more):
                found[one.submission, *one.key] = one
    return tuple(found.values())


def same_names(books: Books, nominees: Iterable[Submitted]) -> Mapping[str, tuple[str, ...]]:
    """Codes of the register, outside the bin, of the same kind and name; by the name submitted."""
    found: dict[str, tuple[str, ...]] = {}
    by_kind: dict[RecipientKind, dict[bytes, str]] = {}
    for one in nominees:
        by_kind.setdefault(one.kind, {})[rows.order_key(one.kind, one.name)] = one.name
    with books.read() as connection:
        for kind, names in by_kind.items():
            asked = sorted(names)
            for start in range(0, len(asked), _AT_ONCE):
                query = select(recipient.c.code, recipient.c.sort_key).where(
                    recipient.c.kind == kind.value,
                    recipient.c.binned_at.is_(None),
                    recipient.c.sort_key.in_(asked[start : start + _AT_ONCE]),
                )
                for code, key in connection.execute(query):
                    name = names[bytes(key)]
                    found[name] = (*found.get(name, ()), code)
    return found


def own_rounds_of(
    books: Books, codes: Iterable[str]
) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """(name of the round, its year, award) of the own rounds' nominations, by recipient."""
    asked = sorted(set(codes))
    found: dict[str, list[tuple[str, str, str]]] = {}
    with books.read() as connection:
        for start in range(0, len(asked), _AT_ONCE):
            query = (
                select(nomination.c.recipient, rounds.c.name, rounds.c.year, nomination.c.award)
                .join_from(nomination, rounds, nomination.c.round == rounds.c.code)
                .where(nomination.c.recipient.in_(asked[start : start + _AT_ONCE]))
                .order_by(rounds.c.year.desc(), rounds.c.code)
            )
            for code, *about in connection.execute(query):
                found.setdefault(code, []).append(tuple(about))
    return {code: tuple(ones) for code, ones in found.items()}


def sent(books: Books, code: str = "") -> tuple[SentReply, ...]:
    """Replies written to a submission (to all of them when "" is given), in their order."""
    where = [sent_reply.c.submission == code] if code else []
    return rows.load(books, SENT_REPLY, *where)


def keep_sent(books: Books, value: SentReply) -> None:
    """Keep a reply that was written."""
    references.check(books.writer, references.wanted(SENT_REPLY, [value]))
    rows.save(books, value)


def taken(books: Books, round_code: str = "") -> tuple[TakenReply, ...]:
    """Replies that came back for a round of ours (for all when ""), in their order."""
    where = [taken_reply.c.round == round_code] if round_code else []
    return rows.load(books, TAKEN_REPLY, *where)


def decided_nominations(books: Books) -> frozenset[tuple[str, str, str]]:
    """(round, recipient, award) of our own nominations on which a decision is known.

    It came back in a reply, or somebody entered it.
    """
    decided = rows.load(books, TAKEN_REPLY, taken_reply.c.outcome == Outcome.DECIDED.value)
    answered = {
        (one.round, result["recipient"], result["award"])
        for one in decided
        for result in json.loads(one.manifest)["results"]
    }
    entered = rows.load(books, DECIDED_NOMINATION)
    return frozenset(answered | {(one.round, *one.key) for one in entered})


def operation_of(books: Books, value: TakenReply) -> int | None:
    """The operation that took a reply in last; None when the audit has lost it."""
    row = json.dumps(
        [value.round, value.authority.value, value.version, value.number],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    query = (
        select(change.c.operation)
        .where(
            change.c.table_name == taken_reply.name,
            change.c.kind == "insert",
            change.c.row_key == row,
        )
        .order_by(change.c.id.desc())
        .limit(1)
    )
    with books.read() as connection:
        return connection.execute(query).scalar_one_or_none()


def keep_taken(books: Books, value: TakenReply) -> None:
    """Keep a reply that came back."""
    references.check(books.writer, references.wanted(TAKEN_REPLY, [value]))
    rows.save(books, value)
