"""Kết quả: a decision entered once, with everything that follows from it as one operation.

The number may be corrected later: every award, certificate and bonus under it follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.documents.wording import chairmen_first, in_office, place_of
from khenthuong.domain import pathway as paths
from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.domain.outcomes import DecidedNomination, RoundDecision
from khenthuong.domain.receiving import Decision, Result
from khenthuong.domain.records import PastAward
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services import register
from khenthuong.services.appraisal import pathway
from khenthuong.services.appraisal.pathway import own_authority
from khenthuong.services.dossier import award_history
from khenthuong.services.dossier.award_history import Given, same_number
from khenthuong.services.dossier.dossiers import DECISION
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class KnownDecision:
    """A decision entered for a round, with what it says of each nomination."""

    decision: RoundDecision
    lines: tuple[DecidedNomination, ...]


@dataclass(frozen=True)
class Nominee:
    """A nomination that waits for a decision, as a form offers it; `money` as of the day given."""

    recipient: str
    award: str
    name: str
    award_name: str
    money: int | None = None
    kind: RecipientKind = RecipientKind.PERSON


@dataclass(frozen=True)
class DecisionDraft:
    """What a form begins with: the decision as far as the books know it, and whom it is about."""

    round: str
    authority: Authority
    number: str
    day: date | None
    issuer: str
    signer: str
    signer_position: str
    nominees: tuple[Nominee, ...]
    own: bool


@dataclass(frozen=True)
class Saved:
    """What saving a decision did; `operation` undoes all of it."""

    operation: int
    place: int
    granted: int
    refused: int
    money: int


def open_authorities(ws: Workspace, round_code: str) -> tuple[Authority, ...]:
    """Authorities with nominations in a dossier on which no decision is known yet."""
    state = pathway.of_round(ws, round_code).state
    return tuple(
        authority
        for authority, keys in paths.dossiers(state).items()
        if any(key not in state.decided for key in keys)
    )


def draft(ws: Workspace, round_code: str, authority: Authority) -> DecisionDraft:
    """What the clerk need not type: number and date văn thư gave, who signs, whom it is about.

    Raises NotFoundError for an unknown round.
    """
    state = pathway.of_round(ws, round_code).state
    keys = [k for k in paths.dossiers(state).get(authority, ()) if k not in state.decided]
    own = authority is own_authority(ws)
    number, day = _numbered(ws, round_code) if own else ("", None)
    issuer, signer, position = _own_signer(ws, day) if own else ("", "", "")
    nominees = _nominees(ws, authority, keys, day or ws.today())
    return DecisionDraft(
        round_code, authority, number, day, issuer, signer, position, nominees, own
    )


def left_out(ws: Workspace, round_code: str, authority: Authority) -> int:
    """How many nominations to an authority are neither in its dossier nor decided.

    Raises NotFoundError for an unknown round.
    """
    state = pathway.of_round(ws, round_code).state
    known = state.decided | set(paths.dossiers(state).get(authority, ()))
    return sum(
        (one.recipient, one.award) not in known
        for one in state.check.nominations
        if one.authority is authority
    )


def decisions(ws: Workspace, round_code: str) -> tuple[KnownDecision, ...]:
    """The decisions entered for a round, the commune's own first."""
    lines = storage.outcomes.decided(ws.books, round_code)
    order = list(Authority)
    found = sorted(
        storage.outcomes.decisions(ws.books, round_code),
        key=lambda one: (order.index(one.authority), one.place),
    )
    return tuple(
        KnownDecision(
            one, tuple(n for n in lines if (n.authority, n.place) == (one.authority, one.place))
        )
        for one in found
    )


def save(
    ws: Workspace,
    round_code: str,
    authority: Authority,
    decision: Decision,
    results: Sequence[Result],
    place: int = 0,
) -> Saved:
    """Enter a decision (`place` 0), or put it in the place of one entered: one operation.

    Past awards with branch, initiatives and achievements spent, certificates and bonus money
    follow. Saving the same twice changes nothing. Raises UserError for what is missing, for a day
    to come, and where somebody's nomination was decided otherwise already.
    """
    entered = _checked(ws, round_code, authority, decision, place)
    old = _known(ws, round_code, authority, place)
    entered = replace(entered, place=place or _next_place(ws, round_code, authority))
    lines = tuple(_line(ws, entered, one) for one in results)
    _check_lines(ws, entered, lines, old)
    told = {"number": entered.number, "round": round_code}
    code = "decided.operation_change" if place else "decided.operation"
    with ws.books.write(texts.say(code, told)) as operation:
        _write(ws, entered, lines, old)
    granted = [one for one in lines if one.granted]
    return Saved(
        operation,
        entered.place,
        len(granted),
        len(lines) - len(granted),
        sum(one.money or 0 for one in granted),
    )


def withdraw(ws: Workspace, one: RoundDecision) -> int:
    """Take a decision out with everything that followed from it; returns the operation."""
    old = _known(ws, one.round, one.authority, one.place)
    if old is None:
        raise NotFoundError("decided.unknown", number=one.number, round=one.round)
    told = {"number": one.number, "round": one.round}
    with ws.books.write(texts.say("decided.operation_out", told)) as operation:
        for given in _given(ws, old).values():
            award_history.drop(ws, given)
        for line in old.lines:
            storage.outcomes.remove(ws.books, line)
        storage.outcomes.remove(ws.books, old.decision)
    return operation


def count_under(ws: Workspace, number: str, day: date | None) -> int:
    """How many awards of the books stand under a decision: what `correct_number` would change."""
    return len(_under(ws, number, day))


def correct_number(
    ws: Workspace, number: str, day: date | None, new_number: str, new_day: date | None
) -> int:
    """Correct a decision's number and date on every award under it; returns how many there were.

    Decisions entered for rounds, certificates and bonus money follow, all in one operation.
    Raises UserError where the new number is empty or no award stands under the old one.
    """
    new_number = clean(new_number)
    if not new_number:
        raise UserError("decided.number_missing")
    under = _under(ws, number, day)
    if not under:
        raise UserError("decided.nothing_under", number=number)
    with ws.books.write(texts.say("decided.operation_number", {"old": number, "new": new_number})):
        for one in under:
            changed = replace(one, decision_number=new_number, decision_date=new_day)
            storage.records.remove(ws.books, one)
            award_history.move_certificate(ws, one, changed)
            storage.records.save(ws.books, changed)
        _renumber_entered(ws, number, day, new_number, new_day or day)
    return len(under)


def _renumber_entered(
    ws: Workspace, number: str, day: date | None, new_number: str, new_day: date | None
) -> None:
    for one in storage.outcomes.decisions(ws.books):
        if same_number(one.number, number) and one.day == day and new_day is not None:
            storage.outcomes.save(ws.books, replace(one, number=new_number, day=new_day))
            known = _known(ws, one.round, one.authority, one.place)
            for given in _given(ws, known).values() if known else ():
                entry = storage.outcomes.bonus_entry(ws.books, given.fund_code)
                if entry is not None:
                    renumbered = replace(entry, decision_number=new_number)
                    storage.outcomes.save(ws.books, renumbered)


def _under(ws: Workspace, number: str, day: date | None) -> list[PastAward]:
    return [
        one
        for awards in storage.records.past_awards(ws.books).values()
        for one in awards
        if same_number(one.decision_number, number) and one.decision_date == day
    ]


def _write(
    ws: Workspace,
    entered: RoundDecision,
    lines: Sequence[DecidedNomination],
    old: KnownDecision | None,
) -> None:
    before = _given(ws, old) if old else dict[paths.Key, Given]()
    after = _given(ws, KnownDecision(entered, tuple(lines)))
    storage.outcomes.save(ws.books, entered)
    wanted = {line.key for line in lines}
    for line in old.lines if old else ():
        if line.key not in wanted:
            storage.outcomes.remove(ws.books, line)
    for line in lines:
        storage.outcomes.save(ws.books, line)
    for key, given in before.items():
        if key not in after:
            award_history.drop(ws, given)
    for key, given in after.items():
        award_history.keep(ws, given, before.get(key))


def _given(ws: Workspace, known: KnownDecision) -> Mapping[paths.Key, Given]:
    code = known.decision.round
    round_ = storage.rounds.get_round(ws.books, code)
    nominations = {one.key: one for one in storage.rounds.nominations(ws.books, code)}
    return {
        line.key: Given(known.decision, nominations[line.key], line, round_)
        for line in known.lines
        if line.granted and line.key in nominations
    }


def _checked(
    ws: Workspace, round_code: str, authority: Authority, decision: Decision, place: int
) -> RoundDecision:
    number, issuer = clean(decision.number), clean(decision.issuer)
    if not number:
        raise UserError("decided.number_missing")
    if not issuer:
        raise UserError("decided.issuer_missing")
    if decision.day > ws.today():
        raise UserError("decided.day_to_come", day=decision.day)
    return RoundDecision(
        round_code,
        authority,
        place,
        number,
        decision.day,
        issuer,
        clean(decision.signer),
        clean(decision.signer_position),
    )


def _line(ws: Workspace, entered: RoundDecision, one: Result) -> DecidedNomination:
    given = one.given if one.given in ws.rulebook.awards else ""
    given = ws.rulebook.award_now(given) if given else ""
    line = DecidedNomination(
        entered.round,
        one.recipient,
        one.award,
        entered.authority,
        entered.place,
        one.granted,
        given if one.granted else "",
        clean(one.given_name) if one.granted else "",
        "" if one.granted else clean(one.reason),
    )
    return replace(line, money=award_history.bonus_of(ws, entered.authority, line, entered.day))


def _check_lines(
    ws: Workspace,
    entered: RoundDecision,
    lines: Sequence[DecidedNomination],
    old: KnownDecision | None,
) -> None:
    if not lines:
        raise UserError("decided.nobody")
    known = {one.key for one in storage.rounds.nominations(ws.books, entered.round)}
    mine = {line.key for line in old.lines} if old else set[paths.Key]()
    settled = pathway.decided(ws, entered.round) - mine
    names = _names(ws, [line.recipient for line in lines])
    for line in lines:
        name = names.get(line.recipient, line.recipient)
        if line.key not in known:
            raise UserError("decided.not_nominated", name=name, round=entered.round)
        if line.key in settled:
            raise UserError("decided.already", name=name)
        if line.granted and not line.given_name:
            raise UserError("decided.award_missing", name=name)
        if not line.granted and not line.reason:
            raise UserError("decided.reason_missing", name=name)


def _known(
    ws: Workspace, round_code: str, authority: Authority, place: int
) -> KnownDecision | None:
    if not place:
        return None
    for one in decisions(ws, round_code):
        if (one.decision.authority, one.decision.place) == (authority, place):
            return one
    return None


def _next_place(ws: Workspace, round_code: str, authority: Authority) -> int:
    taken = [
        one.place
        for one in storage.outcomes.decisions(ws.books, round_code)
        if one.authority is authority
    ]
    return max(taken, default=0) + 1


def _names(ws: Workspace, codes: Iterable[str]) -> Mapping[str, str]:
    return {row.code: row.name for row in register.rows(ws, list(codes))}


def _nominees(
    ws: Workspace, authority: Authority, keys: Sequence[paths.Key], day: date
) -> tuple[Nominee, ...]:
    rows = register.rows(ws, [who for who, _ in keys])
    order = {row.code: number for number, row in enumerate(rows)}
    names = {row.code: row.name for row in rows}
    kinds = {row.code: row.kind for row in rows}
    found: list[Nominee] = []
    for who, award in sorted(keys, key=lambda key: order.get(key[0], len(order))):
        line = DecidedNomination("", who, award, authority, 0, True, award)
        bonus = award_history.bonus_of(ws, authority, line, day)
        award_name = ws.award_names.get(award, award)
        kind = kinds.get(who, RecipientKind.PERSON)
        found.append(Nominee(who, award, names.get(who, who), award_name, bonus, kind))
    return tuple(found)


def _numbered(ws: Workspace, round_code: str) -> tuple[str, date | None]:
    """Number and date of the commune's own decision, once văn thư gave them."""
    office = storage.office.get_office(ws.books)
    for paper in storage.papers.of_round(ws.books, round_code):
        if paper.form == DECISION and paper.authority is own_authority(ws) and paper.number:
            whole = "/" in paper.number or office is None
            told = {"number": paper.number, "symbol": office.symbol if office else ""}
            return (paper.number if whole else texts.say("certificate.number", told)), paper.day
    return "", None


def _own_signer(ws: Workspace, day: date | None) -> tuple[str, str, str]:
    office = storage.office.get_office(ws.books)
    if office is None:
        return "", "", ""
    issuer = texts.say("decided.own_issuer", {"place": place_of(office)})
    signers = chairmen_first(in_office(storage.office.signers(ws.books), day or ws.today()))
    first = next(iter(signers), None)
    return issuer, first.name if first else "", first.position if first else ""
