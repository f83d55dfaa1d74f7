"""Kết quả: a reply to a dossier of ours is taken in, and what it leaves open and closed.

Returned: only the parts returned may be changed until the dossier is sealed again
(`dossier_locks`). Decided: the awards go into the history, the dossier is closed. Taking a reply in
is one operation, undone as one step; taking it in twice changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.archive import SealedDossier
from khenthuong.domain.kinds import Outcome
from khenthuong.domain.receiving import Reply, Result, TakenReply
from khenthuong.domain.records import PastAward
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError, NotFoundError, PackageError
from khenthuong.exchange.package import copy_entry
from khenthuong.exchange.reply import reply_of
from khenthuong.services import register
from khenthuong.services.dossier.award_history import same_number
from khenthuong.services.transfer import replying
from khenthuong.services.transfer.incoming import Incoming
from khenthuong.services.workspace import Workspace

_PDF_MARK = b"%PDF-"


@dataclass(frozen=True)
class Answer:
    """A reply looked at; `again` when it was taken in before. `names` by (recipient, award)."""

    incoming: Incoming
    reply: Reply
    again: bool
    names: Mapping[tuple[str, str], str]


def preview(ws: Workspace, incoming: Incoming) -> Answer:
    """What the reply says; nothing is written.

    Raises PackageError when it answers another office's dossier, an older version, another content,
    or comes behind a newer reply; NotFoundError for a round that these books do not have.
    """
    reply = reply_of(incoming.manifest)
    _check_address(ws, reply)
    round_ = storage.rounds.get_round(ws.books, reply.round)
    taken = [
        one
        for one in storage.received.taken(ws.books, round_.code)
        if one.authority is reply.authority
    ]
    if any(one.sha256 == incoming.sha256 for one in taken):
        return Answer(incoming, reply, True, _names(ws, reply))
    _check_version(reply, storage.papers.last_sealed(ws.books, reply.round, reply.authority))
    _check_turn(reply, taken)
    _check_entered(ws, reply)
    _check_known(ws, reply)
    return Answer(incoming, reply, False, _names(ws, reply))


def take_in(ws: Workspace, answer: Answer) -> int | None:
    """Take the reply in as one operation and return its number; None when it was in already.

    Raises PackageError, BooksError; then nothing is changed.
    """
    if answer.again:
        return None
    reply = answer.reply
    told = {"outcome": reply.outcome, "office": reply.sender.name, "round": reply.round}
    with ws.books.write(texts.say("answer.operation", told)) as operation:
        signed = _keep_signed(ws, answer)
        storage.received.keep_taken(
            ws.books,
            TakenReply(
                reply.round,
                reply.authority,
                reply.version,
                reply.number,
                reply.outcome,
                reply.sender.name,
                ws.today(),
                answer.incoming.sha256,
                signed,
                json.dumps(answer.incoming.manifest, ensure_ascii=False),
            ),
        )
        if reply.decision is not None:
            _into_history(ws, reply)
    return operation


def take_back(ws: Workspace, taken: TakenReply) -> int:
    """Undo the taking in of a reply as one step; returns the operation that did so.

    Raises BooksError when something was changed since that depends on it, NotFoundError.
    """
    number = storage.received.operation_of(ws.books, taken)
    if number is None:
        raise NotFoundError("books.operation_unknown", operation=taken.number)
    told = {"outcome": taken.outcome, "office": taken.office, "round": taken.round}
    label = texts.say("operation.undo", {"label": texts.say("answer.operation", told)})
    return storage.undo_operation(ws.books, number, label)


def _names(ws: Workspace, reply: Reply) -> Mapping[tuple[str, str], str]:
    rows = {row.code: row.name for row in register.rows(ws, {who for who, _ in reply.nominations})}
    return {key: rows.get(key[0], key[0]) for key in reply.nominations}


def _check_address(ws: Workspace, reply: Reply) -> None:
    office = storage.office.get_office(ws.books)
    if office is None:
        raise BooksError("error.no_office")
    if (fold(office.name), fold(office.province)) != (fold(reply.to.name), fold(reply.to.province)):
        raise PackageError("answer.other_office", office=reply.to.name, province=reply.to.province)


def _check_version(reply: Reply, sealed: SealedDossier | None) -> None:
    told = {"round": reply.round, "authority": reply.authority, "version": reply.version}
    if sealed is None:
        raise PackageError("answer.never_sealed", **told)
    if reply.version < sealed.version:
        raise PackageError("answer.old_version", newer=sealed.version, **told)
    if (reply.version, reply.package_sha256) != (sealed.version, sealed.package_sha256):
        raise PackageError("answer.other_package", **told)


def _check_turn(reply: Reply, taken: list[TakenReply]) -> None:
    here = [one for one in taken if one.version == reply.version]
    told = {"round": reply.round, "authority": reply.authority, "number": reply.number}
    if any(one.outcome is Outcome.DECIDED for one in here):
        raise PackageError("answer.has_decision", **told)
    if here and reply.number <= here[-1].number:
        raise PackageError("answer.older_reply", newer=here[-1].number, **told)


def _check_entered(ws: Workspace, reply: Reply) -> None:
    """A decision that somebody entered by hand must be the one that comes now."""
    for one in storage.outcomes.decisions(ws.books, reply.round):
        if one.authority is not reply.authority:
            continue
        come = reply.decision
        if come is None or not same_number(come.number, one.number) or come.day != one.day:
            raise PackageError("decided.entered_otherwise", number=one.number)


def _check_known(ws: Workspace, reply: Reply) -> None:
    known = {one.key for one in storage.rounds.nominations(ws.books, reply.round)}
    for recipient, award in reply.nominations:
        if (recipient, award) not in known:
            raise PackageError("answer.nomination_gone", recipient=recipient, award=award)


def _keep_signed(ws: Workspace, answer: Answer) -> str:
    """The signed decision in the evidence store; its name there."""
    reply = answer.reply
    if not reply.signed:
        return ""
    target = ws.pages_folder / f"{answer.incoming.sha256[:16]}.pdf"
    copy_entry(answer.incoming.path, reply.signed, target)
    if not target.read_bytes().startswith(_PDF_MARK):
        target.unlink()
        raise PackageError("answer.signed_not_pdf", file=answer.incoming.name)
    number = reply.decision.number if reply.decision else ""
    name = texts.say("answer.signed_name", {"number": number.replace("/", "-")})
    kept = storage.evidence.add(ws.books, target, name)
    target.unlink()
    return kept.name


def _into_history(ws: Workspace, reply: Reply) -> None:
    """Every award granted becomes a past award, with what it was won for."""
    round_ = storage.rounds.get_round(ws.books, reply.round)
    by_key = {one.key: one for one in storage.rounds.nominations(ws.books, reply.round)}
    entered = {one.key for one in storage.outcomes.decided(ws.books, reply.round)}
    for one in reply.granted:
        if one.key in entered:
            continue
        nomination = by_key[one.key]
        # What our catalogue does not know is kept as the decision words it.
        given = ws.rulebook.award_now(one.given) if one.given in ws.rulebook.awards else ""
        won = _past_award(reply, replace(one, given=given), nomination, round_.year)
        storage.records.save(ws.books, won)


def _past_award(reply: Reply, one: Result, nomination: Nomination, year: Year) -> PastAward:
    decision = reply.decision
    assert decision is not None  # only a decision grants
    return PastAward(
        recipient=one.recipient,
        year=year,
        award_name=one.given_name,
        award=one.given,
        decision_number=decision.number,
        decision_date=decision.day,
        issuer=decision.issuer,
        # The branch belongs to the award nominated; another award given has none of its own.
        branch=nomination.branch if one.given == nomination.award else "",
        initiatives=nomination.initiatives,
        achievements=nomination.achievements,
    )


def as_json(answer: Answer, *, taken: bool) -> dict[str, Any]:
    """The answer of the command `receive` for a reply."""
    reply = answer.reply
    return {
        "kind": "tra_loi",
        "file": answer.incoming.name,
        "sha256": answer.incoming.sha256,
        "taken": taken,
        "again": answer.again,
        "office": reply.sender.name,
        "round": reply.round,
        "authority": reply.authority.value,
        "version": reply.version,
        "number": reply.number,
        "outcome": reply.outcome.value,
        "decision": _decision_json(reply),
        "flags": [
            {
                "recipient": flag.recipient,
                "award": flag.award,
                "part": flag.part.value,
                "file": flag.file,
                "reason": flag.reason,
            }
            for flag in reply.flags
        ],
        "results": [
            {
                "recipient": one.recipient,
                "award": one.award,
                "granted": one.granted,
                "given_name": one.given_name,
                "reason": one.reason,
            }
            for one in reply.results
        ],
    }


def _decision_json(reply: Reply) -> dict[str, str] | None:
    decision = reply.decision
    if decision is None:
        return None
    return {
        "number": decision.number,
        "day": decision.day.isoformat(),
        "issuer": decision.issuer,
        "signer": decision.signer,
        "signer_position": decision.signer_position,
    }


def lines(answer: Answer) -> tuple[str, ...]:
    """The same for a person: what came, then every reason or result."""
    reply = answer.reply
    told = {
        "outcome": reply.outcome,
        "office": reply.sender.name,
        "round": reply.round,
        "authority": reply.authority,
        "version": reply.version,
    }
    head = texts.say("answer.again" if answer.again else "answer.taken", told)
    return (head, *headline(reply), *replying.reply_sentences(reply, answer.names))


def headline(reply: Reply) -> tuple[str, ...]:
    """The decision in a line, nothing for a dossier returned."""
    decision = reply.decision
    if decision is None:
        return ()
    told = {
        "number": decision.number,
        "day": decision.day,
        "issuer": decision.issuer,
        "granted": len(reply.granted),
        "refused": len(reply.results) - len(reply.granted),
    }
    return (texts.say("answer.decision_line", told),)
