"""Load the frozen facts of one dossier: what its papers print, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from khenthuong import storage, texts
from khenthuong.documents.wording import honorific
from khenthuong.domain import money
from khenthuong.domain.answers import Answers
from khenthuong.domain.criteria import LegalText, Period
from khenthuong.domain.dossier import DossierFacts, LeftOut, Nominee, PaperFinding, PaperNumber
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.findings import Finding, RoundCheck
from khenthuong.domain.kinds import Authority, MeetingKind, Part, Principle, Status
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.domain.rounds import Vote
from khenthuong.domain.selection import Rejected, Selected, Selection, reasons, select
from khenthuong.domain.vietnamese import fold, name_key, sort_key
from khenthuong.services.appraisal import checking
from khenthuong.services.dossier import dossier_locks
from khenthuong.services.paperwork import paper_wording, saved_answers
from khenthuong.services.workspace import Workspace

DECISION = "quyet_dinh_khen_thuong"
_PRINTED_ON_PROOF = (Status.NOT_APPLICABLE,)


@dataclass(frozen=True)
class JudgedRound:
    """A round loaded and judged once, from which every dossier of it is cut."""

    facts: RoundFacts
    check: RoundCheck
    answers: Mapping[tuple[str, str], Answers]
    kept_names: Mapping[tuple[str, str], Mapping[Part, str]] = field(
        default_factory=dict[tuple[str, str], Mapping[Part, str]]
    )
    """By nomination what a reply from above keeps as it was sealed (`dossier_locks`)."""
    cuts: dict[object, object] = field(default_factory=dict, compare=False, repr=False)
    """What was cut from it so far, so that no dossier is cut twice."""
    worded: dict[int, PaperFinding] = field(default_factory=dict, compare=False, repr=False)
    """The check's findings in the words of papers, by the identity of the finding."""

    @property
    def code(self) -> str:
        """Mã of the round."""
        return self.facts.round.code

    @cached_property
    def last_votes(self) -> Mapping[tuple[MeetingKind, str, str], Vote]:
        """The last vote of the unit and of the council by (kind, recipient, award).

        The last meeting counts: a nomination may have been put back and voted on again.
        """
        meetings = {meeting.code: meeting for meeting in self.facts.meetings}
        in_order = sorted(
            self.facts.votes, key=lambda v: (meetings[v.meeting].day or date.min, v.meeting)
        )
        return {(meetings[v.meeting].kind, v.recipient, v.award): v for v in in_order}


def judge(ws: Workspace, round_code: str, today: date | None = None) -> JudgedRound:
    """Load and judge a round as of `today`; raises NotFoundError for an unknown round."""
    facts = checking.load_facts(ws, round_code, today)
    check = checking.check_facts(ws, facts)
    answers = saved_answers.of_round(ws, round_code)
    return JudgedRound(facts, check, answers, dossier_locks.kept_names(ws, round_code))


def cut(
    ws: Workspace, judged: JudgedRound, authority: Authority, selection: Selection, day: date
) -> DossierFacts:
    """The facts of one authority's dossier, as they stand on `day`."""
    facts = judged.facts
    numbers = _numbers(ws, judged.code, authority)
    # Money goes by the decision's own date once văn thư has given it.
    decided = numbers[DECISION].day if DECISION in numbers else None
    nominees = [_nominee(ws, judged, one, authority, decided or day) for one in selection.selected]
    left_out = [_left_out(judged, one) for one in selection.rejected]
    period = ws.rulebook.period(facts.received)
    return DossierFacts(
        office=facts.office,
        round=facts.round,
        authority=authority,
        nominees=tuple(sorted(nominees, key=_paper_order)),
        left_out=tuple(sorted(left_out, key=lambda one: (one.award_name, sort_key(one.name)))),
        council=facts.council,
        meetings=facts.meetings,
        votes=facts.votes,
        notices=facts.notices,
        attendance=facts.attendance,
        recusals=facts.recusals,
        opinions=facts.opinions,
        signers=storage.office.signers(ws.books),
        texts=_texts(ws, period, (one.nomination.award for one in selection.selected)),
        movement=facts.movements.get(facts.round.movement),
        round_findings=judged.check.round_findings,
        numbers=numbers,
        dossier_answers=saved_answers.of_dossier(ws, judged.code, authority),
        base_salary=money.base_salary(ws.rulebook, decided or day),
        period_label=period.label if period else "",
        period_warning=period.warning if period else "",
        fingerprint=judged.check.fingerprint,
        prepared_on=day,
    )


def _texts(ws: Workspace, period: Period | None, awards: Iterable[str]) -> tuple[LegalText, ...]:
    """The period's texts, with the decree that only some awards have, before the circulars."""
    if period is None:
        return ()
    known, proposed = ws.rulebook.texts, set(awards)
    own = [
        replace(text, basis=True)
        for text in known.values()
        if proposed & set(text.basis_of) and _held_in(text, period)
    ]
    usual = [known[text] for text in period.texts]
    circulars = [n for n, text in enumerate(usual) if fold(text.name).startswith("thong tu")]
    at = circulars[0] if circulars else len(usual)
    return (*usual[:at], *own, *usual[at:])


def _held_in(text: LegalText, period: Period) -> bool:
    """In force when the period began, or since: a text that ended before is no basis in it."""
    return text.end is None or text.end >= period.start


def council_selection(judged: JudgedRound) -> Selection:
    """What the council did with the whole round, as its minutes must say it.

    Agreed to is whoever the vote carried, also one who later stays out of a dossier; left out are
    those voted down, and those that were not voted on.
    """
    by_key = {nomination.key: nomination for nomination in judged.facts.nominations}
    selected: list[Selected] = []
    rejected: list[Rejected] = []
    for check in judged.check.nominations:
        nomination = by_key[(check.recipient, check.award)]
        vote = judged.last_votes.get((MeetingKind.COUNCIL, *nomination.key))
        if vote is not None and not vote.refused:
            selected.append(Selected(nomination, check))
            continue
        rejected.append(Rejected(nomination, check, reasons(check, sealing=False)))
    return Selection(tuple(selected), tuple(rejected))


def whole_selection(judged: JudgedRound) -> Selection:
    """Every nomination of the round, whatever was found: for papers that come before judging."""
    by_key = {nomination.key: nomination for nomination in judged.facts.nominations}
    checks = judged.check.nominations
    return Selection(tuple(Selected(by_key[(c.recipient, c.award)], c) for c in checks), ())


def joined(parts: Iterable[Selection]) -> Selection:
    """Several authorities' selections as one."""
    all_ = tuple(parts)
    return Selection(
        tuple(one for part in all_ for one in part.selected),
        tuple(one for part in all_ for one in part.rejected),
    )


def split(judged: JudgedRound, authority: Authority, *, sealing: bool) -> Selection:
    """Who of this round goes into the authority's dossier."""
    return select(judged.check, judged.facts.nominations, authority, sealing=sealing)


def without(selection: Selection, out: Iterable[Rejected]) -> Selection:
    """The same selection with some moved to the rejected ones."""
    moved = tuple(out)
    keys = {one.nomination.key for one in moved}
    kept = tuple(one for one in selection.selected if one.nomination.key not in keys)
    return replace(selection, selected=kept, rejected=selection.rejected + moved)


def position_of(recipient: Recipient) -> str:
    """Chức vụ of a person; nothing for units and households."""
    return recipient.position if isinstance(recipient, Person) else ""


def unit_of(facts: RoundFacts, recipient: Recipient) -> Unit | None:
    """The unit of a person, the parent of a unit, the village of a household."""
    if isinstance(recipient, Person):
        return facts.units.get(recipient.unit)
    if isinstance(recipient, Unit):
        return facts.units.get(recipient.parent)
    return facts.units.get(recipient.village)


def _nominee(
    ws: Workspace, judged: JudgedRound, one: Selected, authority: Authority, day: date
) -> Nominee:
    facts, nomination = judged.facts, one.nomination
    recipient = facts.recipient(nomination.recipient)
    assert recipient is not None, nomination.recipient  # foreign key of the books
    award = ws.rulebook.awards[nomination.award]
    unit = unit_of(facts, recipient)
    form = award.report_for(recipient.recipient_kind, facts.round.kind)
    kept = judged.kept_names.get(nomination.key, {})
    return Nominee(
        nomination=nomination,
        recipient=recipient,
        award=award,
        name=kept.get(Part.NAME, recipient.name),
        position=kept.get(Part.POSITION, position_of(recipient)),
        unit_name=kept.get(Part.UNIT, unit.name if unit else ""),
        unit=unit,
        check=one.check,
        ratings=facts.ratings.get(recipient.code, ()),
        past_awards=facts.awards.get(recipient.code, ()),
        initiatives=tuple(
            facts.initiatives[c] for c in nomination.initiatives if c in facts.initiatives
        ),
        achievements=tuple(
            facts.achievements[c] for c in nomination.achievements if c in facts.achievements
        ),
        council_vote=judged.last_votes.get((MeetingKind.COUNCIL, *nomination.key)),
        unit_vote=judged.last_votes.get((MeetingKind.UNIT, *nomination.key)),
        bonus=_bonus(ws, award, recipient, authority, day),
        answers=judged.answers.get((recipient.code, form)),
        proof=_proof(ws, judged, one),
    )


def _bonus(
    ws: Workspace, award: object, recipient: Recipient, authority: Authority, day: date
) -> int | None:
    # The decider pays from the fund of its own level (Điều 11): no figure for others' decisions.
    if authority is not Authority.COMMUNE:
        return None
    return money.bonus(ws.rulebook, award, recipient.recipient_kind, day)  # type: ignore[arg-type]


def _proof(ws: Workspace, judged: JudgedRound, one: Selected) -> tuple[PaperFinding, ...]:
    order = {principle: n for n, principle in enumerate(Principle)}
    shown = [f for f in one.check.findings if f.status not in _PRINTED_ON_PROOF]
    shown.sort(key=lambda finding: order[finding.principle])
    worded = judged.worded
    for finding in shown:
        # Many findings are the same object for the whole round: worded once.
        if id(finding) not in worded:
            worded[id(finding)] = _paper_finding(ws, finding)
    return tuple(worded[id(finding)] for finding in shown)


def _paper_finding(ws: Workspace, finding: Finding) -> PaperFinding:
    return PaperFinding(
        principle=finding.principle,
        label=paper_wording.on_paper(finding.label),
        status=finding.status,
        sentence=paper_wording.sentence(finding),
        cite=checking.cite_text(ws, finding.cite),
        text=_text_name(ws, finding),
        checked=finding.doubt,
    )


def _text_name(ws: Workspace, finding: Finding) -> str:
    text = ws.rulebook.texts.get(finding.cite.text)
    return text.short if text else ""


def _left_out(judged: JudgedRound, one: Rejected) -> LeftOut:
    facts = judged.facts
    recipient = facts.recipient(one.nomination.recipient)
    assert recipient is not None, one.nomination.recipient
    unit = unit_of(facts, recipient)
    return LeftOut(
        name=recipient.name,
        award_name=one.check.award_name,
        unit_name=unit.name if unit else "",
        status=texts.label(one.check.verdict),
        reason=_reason(one),
        shown=honorific(recipient, recipient.name),
        recipient=one.nomination.recipient,
        award=one.nomination.award,
        vote=judged.last_votes.get((MeetingKind.COUNCIL, *one.nomination.key)),
    )


def _reason(one: Rejected) -> str:
    # A hold's own sentence is neutral, and beside it nothing else may hint at a complaint.
    if any(finding.status is Status.ON_HOLD for finding in one.reasons):
        return texts.say("paper.not_yet")
    said = ""
    for sentence in map(paper_wording.sentence, one.reasons):
        # Two criteria may find the same thing, one of them inside a branch.
        if sentence not in said:
            said = f"{said} {sentence}".strip()
    return said


def _numbers(ws: Workspace, round_code: str, authority: Authority) -> dict[str, PaperNumber]:
    return {
        paper.form: PaperNumber(paper.form, paper.number, paper.day)
        for paper in storage.papers.of_round(ws.books, round_code)
        if paper.authority is authority and not paper.recipient and (paper.number or paper.day)
    }


def _paper_order(nominee: Nominee) -> tuple[int, int, bytes]:
    kinds = {Unit: 0, Person: 1, Household: 2}
    key = sort_key if isinstance(nominee.recipient, Unit) else name_key
    return (kinds[type(nominee.recipient)], -nominee.award.rank, key(nominee.name))
