"""Kept judgements: the last check a clerk ran, and every check at which a dossier was sealed.

What follows from the books is not audited and refers to nothing; see `tables.judgement`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, delete

from khenthuong.domain.archive import Judgement, RoundJudgement
from khenthuong.storage import rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import JUDGEMENT, ROUND_JUDGEMENT
from khenthuong.storage.tables import judgement, round_judgement

LAST_CHECK = 0
"""`sealed_version` of the last check a clerk ran; its `authority` is ""."""


def keep_last(books: Books, head: RoundJudgement, lines: Sequence[Judgement]) -> None:
    """Keep the last check of a round in place of the one before; wants an open `books.note`."""
    _remove(books, head)
    _insert(books, head, lines)


def keep_sealed(books: Books, head: RoundJudgement, lines: Sequence[Judgement]) -> None:
    """Keep what a sealing found, for ever; wants the `books.write` that notes the sealing.

    A judgement of the same version is replaced only when its sealing was taken back (undone).
    """
    assert head.sealed_version > LAST_CHECK, head
    _remove(books, head)
    _insert(books, head, lines)


def heads(books: Books, round_code: str) -> tuple[RoundJudgement, ...]:
    """Every kept judgement of a round, by authority and version, without its nominations."""
    return rows.load(books, ROUND_JUDGEMENT, round_judgement.c.round == round_code)


def lines_of(books: Books, head: RoundJudgement) -> tuple[Judgement, ...]:
    """The nominations of a kept judgement."""
    return rows.load(books, JUDGEMENT, *_here(judgement, head))


def _insert(books: Books, head: RoundJudgement, lines: Sequence[Judgement]) -> None:
    rows.insert_rows(books.writer, ROUND_JUDGEMENT, [ROUND_JUDGEMENT.encode(head)])
    rows.insert_rows(books.writer, JUDGEMENT, [JUDGEMENT.encode(one) for one in lines])


def _remove(books: Books, head: RoundJudgement) -> None:
    for table in (judgement, round_judgement):
        books.writer.execute(delete(table).where(*_here(table, head)))


def _here(table: Table, head: RoundJudgement) -> tuple[ColumnElement[bool], ...]:
    return (
        table.c.round == head.round,
        table.c.authority == head.authority,
        table.c.sealed_version == head.sealed_version,
    )
