"""What replies leave open of a round, and what they keep closed as it was sealed.

Before a reply comes nothing is closed. A dossier returned opens only what was returned, until it is
sealed again; a dossier decided is closed for good.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from khenthuong import storage
from khenthuong.domain.archive import FrozenName, SealedDossier
from khenthuong.domain.kinds import Authority, Outcome, Part
from khenthuong.domain.receiving import Reply, TakenReply
from khenthuong.domain.rounds import Nomination
from khenthuong.errors import UserError
from khenthuong.exchange.reply import reply_of
from khenthuong.services import register
from khenthuong.services.workspace import Workspace

Key = tuple[str, str]
"""(recipient, award) of a nomination."""


class DossierState(StrEnum):
    """Where one authority's dossier of a round stands."""

    OPEN = "chua_chot"
    SEALED = "da_chot"
    RETURNED = "bi_tra_lai"
    DECIDED = "co_ket_qua"


@dataclass(frozen=True)
class DossierResult:
    """One authority's dossier of a round: how far it is, and the newest reply to it."""

    authority: Authority
    state: DossierState
    version: int
    sealed: SealedDossier
    taken: TakenReply | None
    reply: Reply | None


@dataclass(frozen=True)
class Locks:
    """What of a round is closed by replies: `open_parts` by nomination that a reply concerns.

    A nomination not named there is free. `closed` are the authorities that decided, `decided`
    nominations on which a decision was entered by hand.
    """

    open_parts: Mapping[Key, frozenset[Part]]
    authority_of: Mapping[Key, Authority]
    papers_open: Mapping[Authority, bool]
    closed: frozenset[Authority]
    decided: frozenset[Key] = frozenset()

    def may_change(self, key: Key, part: Part) -> bool:
        """Whether that part of a nomination may be changed."""
        parts = self.open_parts.get(key)
        return parts is None or Part.WHOLE in parts or part in parts

    def is_locked(self, key: Key) -> bool:
        """Whether a reply closed this nomination, or all of it but some parts."""
        parts = self.open_parts.get(key)
        return parts is not None and Part.WHOLE not in parts


def results(ws: Workspace, round_code: str) -> tuple[DossierResult, ...]:
    """Every sealed dossier of a round with what came back for it, the commune's own first."""
    newest: dict[Authority, SealedDossier] = {}
    for one in storage.papers.sealed(ws.books, round_code):
        newest[one.authority] = one
    taken = storage.received.taken(ws.books, round_code)
    return tuple(
        _result_of(newest[authority], [t for t in taken if t.authority is authority])
        for authority in Authority
        if authority in newest
    )


def submitted(ws: Workspace, round_code: str) -> tuple[DossierResult, ...]:
    """The same without the dossier that the own office decides: nobody answers that one."""
    office = storage.office.get_office(ws.books)
    own = office.level if office else ""
    return tuple(one for one in results(ws, round_code) if one.authority.value != own)


def _result_of(sealed: SealedDossier, taken: list[TakenReply]) -> DossierResult:
    last = taken[-1] if taken else None
    reply = reply_of(json.loads(last.manifest)) if last else None
    states = {Outcome.RETURNED: DossierState.RETURNED, Outcome.DECIDED: DossierState.DECIDED}
    answered = last is not None and last.version == sealed.version
    state = states[last.outcome] if last and answered else DossierState.SEALED
    return DossierResult(sealed.authority, state, sealed.version, sealed, last, reply)


def locks(ws: Workspace, round_code: str) -> Locks:
    """What of a round may not be changed, because a reply returned other parts or decided."""
    open_parts: dict[Key, frozenset[Part]] = {}
    authority_of: dict[Key, Authority] = {}
    papers_open: dict[Authority, bool] = {}
    closed: set[Authority] = set()
    by_hand: set[Key] = set()
    for one in results(ws, round_code):
        if one.reply is None or one.state is DossierState.SEALED:
            continue
        whole = any(f.key == ("", "") and f.part is Part.WHOLE for f in one.reply.flags)
        decided = one.state is DossierState.DECIDED
        papers_open[one.authority] = any(f.key == ("", "") for f in one.reply.flags)
        closed |= {one.authority} if decided else set()
        for key in one.reply.nominations:
            parts = frozenset(flag.part for flag in one.reply.flags_of(*key))
            open_parts[key] = parts | ({Part.WHOLE} if whole else set())
            authority_of[key] = one.authority
    for entered in storage.outcomes.decided(ws.books, round_code):
        open_parts[entered.key] = frozenset()
        authority_of[entered.key] = entered.authority
        by_hand.add(entered.key)
    return Locks(open_parts, authority_of, papers_open, frozenset(closed), frozenset(by_hand))


_CHANGED_FIELDS: tuple[tuple[Part, str], ...] = (
    (Part.BRANCH, "branch"),
    (Part.CONTENT, "content"),
    (Part.INITIATIVES, "initiatives"),
    (Part.ACHIEVEMENTS, "achievements"),
)


def check_change(ws: Workspace, value: Nomination) -> None:
    """Raise UserError where saving the nomination would change what a reply keeps closed."""
    held = locks(ws, value.round)
    if not held.open_parts:
        return
    old = next(
        (n for n in storage.rounds.nominations(ws.books, value.round) if n.key == value.key), None
    )
    if old is None:
        _check_coming(ws, held, value)
        return
    for part, name in _CHANGED_FIELDS:
        if getattr(old, name) != getattr(value, name) and not held.may_change(value.key, part):
            raise _locked(ws, held, value, part)
    # «Vẫn đưa vào hồ sơ» concerns the nomination as a whole.
    if old.override_reason != value.override_reason and held.is_locked(value.key):
        raise _locked(ws, held, value, Part.WHOLE)


def _check_coming(ws: Workspace, held: Locks, value: Nomination) -> None:
    """A new nomination belongs to the dossier of whoever decides its award."""
    award = ws.rulebook.awards.get(value.award)
    if award is None or award.authority not in held.papers_open:
        return
    # Somebody returned as a whole may be nominated for something else instead.
    instead = any(
        key[0] == value.recipient and Part.WHOLE in parts for key, parts in held.open_parts.items()
    )
    if award.authority in held.closed or not instead:
        raise UserError("answer.list_closed", authority=award.authority, round=value.round)


def check_removal(ws: Workspace, value: Nomination) -> None:
    """Raise UserError where the nomination may not be taken out of its round."""
    held = locks(ws, value.round)
    if held.is_locked(value.key):
        raise _locked(ws, held, value, Part.WHOLE)


def check_answers(ws: Workspace, round_code: str, recipient: str) -> None:
    """Raise UserError where the answers of somebody's report are closed.

    A report serves all nominations of its recipient: one of them returned opens it.
    """
    held = locks(ws, round_code)
    mine = [key for key in held.open_parts if key[0] == recipient]
    reopening = (Part.PAPER, Part.CONTENT, Part.ACHIEVEMENTS, Part.INITIATIVES)
    if mine and not any(held.may_change(key, part) for key in mine for part in reopening):
        value = Nomination(round_code, *mine[0])
        raise _locked(ws, held, value, Part.PAPER)


def check_dossier_answers(ws: Workspace, round_code: str, authority: Authority) -> None:
    """Raise UserError where the papers of the whole dossier are closed."""
    held = locks(ws, round_code)
    if not held.papers_open.get(authority, True):
        raise UserError("answer.papers_closed", authority=authority, round=round_code)


def kept_names(ws: Workspace, round_code: str) -> Mapping[Key, Mapping[Part, str]]:
    """By nomination the name, position and unit as sealed, without those that were returned.

    Only nominations that a reply keeps closed; the papers print these and not the register's.
    """
    held = locks(ws, round_code)
    if not held.open_parts:
        return {}
    frozen = storage.rounds.frozen(ws.books, round_code)
    return {key: _kept(held, key, frozen[key]) for key in held.open_parts if key in frozen}


def _kept(held: Locks, key: Key, frozen: FrozenName) -> Mapping[Part, str]:
    values = {Part.NAME: frozen.name, Part.POSITION: frozen.position, Part.UNIT: frozen.unit_name}
    return {part: value for part, value in values.items() if not held.may_change(key, part)}


def _locked(ws: Workspace, held: Locks, value: Nomination, part: Part) -> UserError:
    authority = held.authority_of[value.key]
    name = _name_of(ws, value.recipient)
    decided = authority in held.closed or value.key in held.decided
    code = "answer.decided_change" if decided else "answer.locked"
    return UserError(code, name=name, part=part, authority=authority, round=value.round)


def _name_of(ws: Workspace, code: str) -> str:
    rows = register.rows(ws, [code])
    return rows[0].name if rows else code
