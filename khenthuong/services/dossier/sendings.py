"""Gửi: which sealed dossier went where, when, by which way, and by what it was acknowledged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from khenthuong import storage, texts
from khenthuong.domain.archive import SealedDossier
from khenthuong.domain.kinds import Authority
from khenthuong.domain.outcomes import Sending
from khenthuong.domain.rounds import Round
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import UserError
from khenthuong.services.appraisal.pathway import own_authority
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class Outgoing:
    """A sealed dossier that goes to another office, with every sending of its newest version.

    `earlier` are sendings of versions before.
    """

    round: Round
    sealed: SealedDossier
    sendings: tuple[Sending, ...]
    earlier: tuple[Sending, ...]


def outgoing(ws: Workspace, round_code: str) -> tuple[Outgoing, ...]:
    """The sealed dossiers of a round that somebody else decides; NotFoundError without round."""
    round_ = storage.rounds.get_round(ws.books, round_code)
    newest: dict[Authority, SealedDossier] = {}
    for one in storage.papers.sealed(ws.books, round_code):
        newest[one.authority] = one
    own = own_authority(ws)
    known = storage.outcomes.sendings(ws.books, round_code)
    return tuple(
        Outgoing(
            round_,
            newest[authority],
            tuple(
                s
                for s in known
                if (s.authority, s.version) == (authority, newest[authority].version)
            ),
            tuple(
                s
                for s in known
                if s.authority is authority and s.version != newest[authority].version
            ),
        )
        for authority in Authority
        if authority in newest and authority is not own
    )


def save(ws: Workspace, value: Sending, old: Sending | None = None) -> bool:
    """Note a sending, or correct it; `old` is what it stood as under another way.

    Raises UserError for days that cannot be, and for what was not sealed.
    """
    if value.day > ws.today():
        raise UserError("sending.day_to_come", day=value.day)
    sealed = storage.papers.sealed(ws.books, value.round)
    if not any((one.authority, one.version) == (value.authority, value.version) for one in sealed):
        raise UserError("sending.not_sealed", authority=value.authority)
    if value.received_on is not None and value.received_on < value.day:
        raise UserError("sending.received_before", day=value.day)
    told = {"authority": value.authority, "round": value.round}
    with ws.books.write(texts.say("sending.operation", told)):
        if old is not None:
            storage.outcomes.remove(ws.books, old)
        return storage.outcomes.save(ws.books, _cleaned(value))


def remove(ws: Workspace, value: Sending) -> None:
    """Take a sending out that was noted by mistake; the history keeps it."""
    told = {"authority": value.authority, "round": value.round}
    with ws.books.write(texts.say("sending.operation_out", told)):
        storage.outcomes.remove(ws.books, value)


def _cleaned(value: Sending) -> Sending:
    return replace(value, receiver=clean(value.receiver), receipt=clean(value.receipt))
