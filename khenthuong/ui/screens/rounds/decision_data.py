"""What the form of a decision shows and says, read and written on the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.domain.outcomes import RoundDecision
from khenthuong.domain.receiving import Decision, Result
from khenthuong.ui.form import sheet as s

if TYPE_CHECKING:
    from khenthuong.services.dossier.decided import KnownDecision, Saved
    from khenthuong.services.dossier.dossier_locks import DossierResult

DECISION = s.Sheet(
    Decision,
    (
        s.text("number", "Số quyết định", required=True),
        s.day("day", "Ngày quyết định", required=True),
        s.text("issuer", "Cơ quan, người ban hành", required=True),
        s.text("signer", "Người ký"),
        s.text("signer_position", "Chức vụ người ký"),
    ),
)


@dataclass(frozen=True)
class DecisionLine:
    """One nomination in the form of a decision."""

    recipient: str
    award: str
    name: str
    award_name: str
    granted: bool = True
    given: str = ""
    given_name: str = ""
    reason: str = ""
    money: int | None = None
    kind: RecipientKind = RecipientKind.PERSON

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award nominated for): unique inside its decision."""
        return self.recipient, self.award

    def result(self) -> Result:
        """What the decision says of it."""
        if not self.granted:
            return Result(self.recipient, self.award, granted=False, reason=self.reason)
        return Result(
            self.recipient, self.award, granted=True, given=self.given, given_name=self.given_name
        )


@dataclass(frozen=True)
class DecisionView:
    """A decision in the form: `place` 0 for a new one; `awards` (name, id) may be given.

    `left_out` counts nominations that are in no dossier and not decided.
    """

    round: str
    authority: Authority
    place: int
    values: Mapping[str, object]
    lines: tuple[DecisionLine, ...]
    awards: tuple[tuple[str, str], ...]
    own: bool
    left_out: int = 0


@dataclass(frozen=True)
class OutcomeLine:
    """A dossier, or a part of it, in the list of results: a reply, an entered decision, or none."""

    authority: Authority
    version: int | None
    result: DossierResult | None = None
    known: KnownDecision | None = None
    waiting: int = 0


def read_outcomes(ws: Any, code: str) -> tuple[OutcomeLine, ...]:
    """Everything known of what became of a round: replies, entered decisions, what waits."""
    from khenthuong.domain import pathway as paths
    from khenthuong.services.appraisal import pathway
    from khenthuong.services.dossier import decided, dossier_locks

    state = pathway.of_round(ws, code).state
    replies = {one.authority: one for one in dossier_locks.submitted(ws, code)}
    wanted = paths.dossiers(state)
    entered = decided.decisions(ws, code)
    found: list[OutcomeLine] = []
    for authority in Authority:
        sealed = state.sealed.get(authority)
        version = sealed.version if sealed else None
        reply = replies.get(authority)
        answered = reply is not None and reply.reply is not None
        mine = [one for one in entered if one.decision.authority is authority]
        found += [OutcomeLine(authority, version, known=one) for one in mine]
        open_ = len([key for key in wanted.get(authority, ()) if key not in state.decided])
        if answered or open_:
            found.append(OutcomeLine(authority, version, reply, waiting=open_))
    return tuple(found)


def read_new(ws: Any, code: str, authority: Authority) -> DecisionView:
    """A new decision, with what the books know of it."""
    from khenthuong.services.dossier import decided

    draft = decided.draft(ws, code, authority)
    decision = Decision(
        draft.number, draft.day or ws.today(), draft.issuer, draft.signer, draft.signer_position
    )
    values = DECISION.values(decision)
    if draft.day is None:
        values["day"] = ""
    lines = tuple(
        DecisionLine(
            n.recipient,
            n.award,
            n.name,
            n.award_name,
            given=n.award,
            given_name=n.award_name,
            money=n.money,
            kind=n.kind,
        )
        for n in draft.nominees
    )
    awards, left_out = _awards(ws, authority), decided.left_out(ws, code, authority)
    return DecisionView(code, authority, 0, values, lines, awards, draft.own, left_out)


def read_known(ws: Any, known: KnownDecision) -> DecisionView:
    """A decision as it was entered."""
    from khenthuong.services import register
    from khenthuong.services.dossier import decided

    one = known.decision
    rows = register.rows(ws, [n.recipient for n in known.lines])
    names = {row.code: row.name for row in rows}
    kinds = {row.code: row.kind for row in rows}
    lines = tuple(
        DecisionLine(
            n.recipient,
            n.award,
            names.get(n.recipient, n.recipient),
            ws.award_names.get(n.award, n.award),
            n.granted,
            n.given,
            n.given_name,
            n.reason,
            n.money,
            kinds.get(n.recipient, RecipientKind.PERSON),
        )
        for n in known.lines
    )
    values = DECISION.values(
        Decision(one.number, one.day, one.issuer, one.signer, one.signer_position)
    )
    own = any(line.money is not None for line in lines)
    awards = _awards(ws, one.authority)
    left_out = decided.left_out(ws, one.round, one.authority)
    return DecisionView(one.round, one.authority, one.place, values, lines, awards, own, left_out)


def read_again(ws: Any, code: str, authority: Authority, place: int) -> DecisionView | None:
    """The decision that a draft is about; None where it was taken out since."""
    from khenthuong.services.dossier import decided

    if not place:
        return read_new(ws, code, authority)
    for known in decided.decisions(ws, code):
        if known.decision.authority is authority and known.decision.place == place:
            return read_known(ws, known)
    return None


def typed_line(line: DecisionLine) -> dict[str, object]:
    """What was typed of one nomination, as a draft keeps it."""
    return {
        "recipient": line.recipient,
        "award": line.award,
        "granted": line.granted,
        "given": line.given,
        "given_name": line.given_name,
        "reason": line.reason,
    }


def typed_lines(kept: object) -> dict[tuple[str, str], Mapping[str, Any]]:
    """The lines of a draft, by their keys."""
    lines = cast("Sequence[Mapping[str, Any]]", kept)
    return {(str(one["recipient"]), str(one["award"])): one for one in lines}


def as_typed(line: DecisionLine, kept: Mapping[str, Any] | None) -> DecisionLine:
    """A line as it was typed; as the books have it where nothing was."""
    if kept is None:
        return line
    granted, given = bool(kept["granted"]), str(kept["given"])
    money = line.money if granted and given == line.given else None
    return replace(
        line,
        granted=granted,
        given=given,
        given_name=str(kept["given_name"]),
        reason=str(kept["reason"]),
        money=money,
    )


def save(ws: Any, view: DecisionView, decision: Decision, lines: Sequence[DecisionLine]) -> Saved:
    """Enter the decision, or correct it."""
    from khenthuong.services.dossier import decided

    results = [line.result() for line in lines]
    return decided.save(ws, view.round, view.authority, decision, results, view.place)


def withdraw(ws: Any, decision: RoundDecision) -> str:
    """Take a decision out with what followed from it; what to say."""
    from khenthuong.services.dossier import decided

    decided.withdraw(ws, decision)
    return f"Đã bỏ Quyết định số {decision.number} và những gì theo nó; Ctrl+Z lấy lại."


def _awards(ws: Any, authority: Authority) -> tuple[tuple[str, str], ...]:
    found = [one for one in ws.rulebook.awards.values() if one.authority is authority]
    return tuple((one.name, one.id) for one in sorted(found, key=lambda one: one.rank))
