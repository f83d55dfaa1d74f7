"""Xác nhận tiêu chuẩn: a named person compared an unverified criterion with a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.criteria import Confirmation, Criterion, Rulebook
from khenthuong.domain.kinds import Checked
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.workspace import Workspace

COMMON = ""
"""The `award` of criteria that hold for all awards."""
FORM = "bieu_mau"
"""The `award` under which the confirmation of a form lies (`services.paperwork.form_check`)."""


@dataclass(frozen=True)
class Grounds:
    """Who compared, and with which document: its number and date."""

    by: str
    document: str
    document_date: date


def confirm(ws: Workspace, award: str, criterion: str, grounds: Grounds) -> tuple[str, ...]:
    """Keep that a criterion, with what lies under it unverified, was compared today.

    One operation of the history, so one undo takes it back. Returns the ids confirmed. Raises
    UserError for a missing name or number, a date to come, a criterion that needs no confirmation;
    NotFoundError for one that the rulebook does not have.
    """
    checked = checked_grounds(ws, grounds)
    found = find(ws.rulebook, award, criterion)
    wanted = [one for one in tree(found) if one.checked is not Checked.TEXT]
    if not wanted:
        raise UserError("confirm.not_needed", label=found.label)
    today = ws.today()
    arguments = {"label": found.label, "document": checked.document}
    with ws.books.write(texts.say("operation.confirmed", arguments)):
        for one in wanted:
            value = Confirmation(
                award=award,
                criterion=one.id,
                by=checked.by,
                on=today,
                document=checked.document,
                document_date=checked.document_date,
            )
            storage.rounds.confirm(ws.books, value)
    return tuple(one.id for one in wanted)


def withdraw(ws: Workspace, award: str, criterion: str, reason: str) -> tuple[str, ...]:
    """Take a confirmation back, with those given beside it; the reason stays in the history.

    Given beside it are those of criteria under it by the same document. Returns the ids withdrawn.
    Raises UserError without a reason, NotFoundError where nothing was confirmed.
    """
    said = clean(reason)
    if not said:
        raise UserError("confirm.needs_reason")
    known = by_key(ws)
    head = known.get((award, criterion))
    if head is None:
        raise NotFoundError("confirm.unknown", criterion=criterion)
    under = {one.id for one in tree(find(ws.rulebook, award, criterion))}
    gone = [
        one
        for one in known.values()
        if one.award == award
        and (one is head or (one.criterion in under and one.document == head.document))
    ]
    label = find(ws.rulebook, award, criterion).label
    arguments = {"label": label, "reason": said}
    with ws.books.write(texts.say("operation.withdrawn", arguments)):
        for one in gone:
            storage.rounds.withdraw(ws.books, one)
    return tuple(one.criterion for one in gone)


def by_key(ws: Workspace) -> Mapping[tuple[str, str], Confirmation]:
    """Every confirmation by (award, criterion); award "" for a common criterion."""
    every = storage.rounds.confirmations(ws.books)
    found = (_common(one) for one in every if one.award != FORM)
    return {(one.award, one.criterion): one for one in found}


def find(book: Rulebook, award: str, criterion: str) -> Criterion:
    """A criterion at any depth; raises NotFoundError."""
    known = book.awards.get(award)
    tops = book.common if award == COMMON else known.criteria if known else ()
    for top in tops:
        for one in tree(top):
            if one.id == criterion:
                return one
    raise NotFoundError("confirm.no_criterion", award=award, criterion=criterion)


def known(book: Rulebook, award: str, criterion: str) -> Criterion | None:
    """A criterion at any depth of an award, the common ones included; None for an unknown id."""
    of_award = book.awards.get(award)
    tops = (*(of_award.criteria if of_award else ()), *book.common)
    return next((one for top in tops for one in tree(top) if one.id == criterion), None)


def tree(criterion: Criterion) -> Iterator[Criterion]:
    """A criterion and everything under it."""
    yield criterion
    for child in criterion.children:
        yield from tree(child)


def leaves(criterion: Criterion) -> Iterator[Criterion]:
    """What a criterion comes to in the end: itself, or what lies under it without parts."""
    return (one for one in tree(criterion) if not one.children)


def checked_grounds(ws: Workspace, grounds: Grounds) -> Grounds:
    """The grounds cleaned; raises UserError for what is missing or a date to come."""
    given = replace(grounds, by=clean(grounds.by), document=clean(grounds.document))
    if not given.by or not given.document:
        raise UserError("confirm.needs_grounds")
    if given.document_date > ws.today():
        raise UserError("confirm.date_to_come", day=given.document_date)
    return given


def _common(value: Confirmation) -> Confirmation:
    # The import workbook of the first version wrote «*» for all awards.
    return replace(value, award=COMMON) if value.award == "*" else value
