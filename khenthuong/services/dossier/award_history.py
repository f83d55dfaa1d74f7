"""What a decision leaves in the books: past awards, what they spent, certificates, bonus money.

Every function wants the open write of the decision, so that all of it is one operation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain import money
from khenthuong.domain.certificates import CertificateKey
from khenthuong.domain.fund import FundEntry
from khenthuong.domain.kinds import Authority, FundCategory, FundKind
from khenthuong.domain.outcomes import DecidedNomination, RoundDecision
from khenthuong.domain.records import PastAward
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.services.appraisal.pathway import own_authority
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class Given:
    """An award given by a decision, as the history keeps it."""

    decision: RoundDecision
    nomination: Nomination
    line: DecidedNomination
    round: Round

    @property
    def past_award(self) -> PastAward:
        """The line of the history, with the branch and what was spent."""
        return PastAward(
            recipient=self.line.recipient,
            year=self.round.year,
            award_name=self.line.given_name,
            award=self.line.given,
            decision_number=self.decision.number,
            decision_date=self.decision.day,
            issuer=self.decision.issuer,
            # The branch belongs to the award nominated; another one given has none of its own.
            branch=self.nomination.branch if self.line.given == self.line.award else "",
            initiatives=self.nomination.initiatives,
            achievements=self.nomination.achievements,
        )

    @property
    def fund_code(self) -> str:
        """The code of the bonus in the fund: one a nomination, however often it is saved."""
        return f"TT-{self.line.round}-{self.line.recipient}-{self.line.award}"


def same_number(one: str, other: str) -> bool:
    """Whether two decision numbers mean the same, written «12/QĐ-UBND» or «12 / qđ-ubnd»."""
    return fold(one).replace(" ", "") == fold(other).replace(" ", "")


def bonus_of(ws: Workspace, authority: Authority, line: DecidedNomination, day: date) -> int | None:
    """The bonus in đồng that the own office owes; None for others' decisions (Điều 11 of the Law).

    It goes by the day of the decision.
    """
    award = ws.rulebook.awards.get(line.given)
    if authority is not own_authority(ws) or award is None or not line.granted:
        return None
    known = storage.register.many(ws.books, [line.recipient])
    if line.recipient not in known:
        return None
    return money.bonus(ws.rulebook, award, known[line.recipient].recipient_kind, day)


def keep(ws: Workspace, new: Given, old: Given | None) -> None:
    """Lay an award into the history in the place of what `old` had laid there."""
    wanted = new.past_award
    before = _stored(ws, old.past_award) if old else None
    found = before or _twin(ws, wanted)
    if found is not None:
        # What somebody corrected by hand since stays as corrected.
        kept = found if before else wanted
        wanted = replace(
            kept,
            award_name=wanted.award_name if before else found.award_name,
            award=wanted.award,
            decision_number=wanted.decision_number,
            decision_date=wanted.decision_date,
            issuer=wanted.issuer,
        )
        if storage.records.key(found) != storage.records.key(wanted):
            storage.records.remove(ws.books, found)
        move_certificate(ws, found, wanted)
    storage.records.save(ws.books, wanted)
    _keep_money(ws, new)


def drop(ws: Workspace, old: Given) -> None:
    """Take out what the decision had laid into the history for one nomination."""
    stored = _stored(ws, old.past_award)
    if stored is not None:
        storage.records.remove(ws.books, stored)
    entry = storage.outcomes.bonus_entry(ws.books, old.fund_code)
    if entry is not None:
        storage.outcomes.remove(ws.books, entry)


def move_certificate(ws: Workspace, old: PastAward, new: PastAward) -> None:
    """A certificate keeps its số sổ vàng, its words and its printings under a corrected number."""
    was, now = _certificate_key(old), _certificate_key(new)
    if was != now and was in storage.certificates.given(ws.books):
        storage.certificates.move(ws.books, was, now)


def _certificate_key(one: PastAward) -> CertificateKey:
    name = one.award or one.award_name
    return CertificateKey(one.recipient, name, one.decision_number, one.decision_date)


def _stored(ws: Workspace, wanted: PastAward) -> PastAward | None:
    key = storage.records.key(wanted)
    mine = storage.records.of_recipient(ws.books, wanted.recipient).awards
    return next((one for one in mine if storage.records.key(one) == key), None)


def _twin(ws: Workspace, wanted: PastAward) -> PastAward | None:
    """The same award already in the history, under the same number or still without one."""
    for one in storage.records.of_recipient(ws.books, wanted.recipient).awards:
        named = fold(clean(one.award_name)) == fold(clean(wanted.award_name))
        same = (bool(one.award) and one.award == wanted.award) or named
        known = not one.decision_number or same_number(one.decision_number, wanted.decision_number)
        if one.year == wanted.year and same and known:
            return one
    return None


def _keep_money(ws: Workspace, new: Given) -> None:
    line = new.line
    known = storage.outcomes.bonus_entry(ws.books, new.fund_code)
    if line.money is None:
        if known is not None:
            storage.outcomes.remove(ws.books, known)
        return
    told: Mapping[str, object] = {"number": new.decision.number, "award": line.given_name}
    entry = FundEntry(
        code=new.fund_code,
        year=new.round.year,
        kind=FundKind.SPENDING,
        category=FundCategory.OTHER_AWARDS,
        amount=line.money,
        content=texts.say("decided.bonus", told),
        recipient=line.recipient,
        award=line.given,
        decision_number=new.decision.number,
    )
    if known is not None:
        # The day it was paid and the voucher are the accountant's.
        entry = replace(entry, day=known.day, source=known.source, document=known.document)
    storage.outcomes.save(ws.books, entry)
