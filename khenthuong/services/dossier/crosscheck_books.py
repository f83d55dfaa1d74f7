"""What must agree within the books before any paper is read: order of dates, nothing twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from khenthuong import texts
from khenthuong.domain import attendance
from khenthuong.domain.ballots import Count, contradictions
from khenthuong.domain.crosscheck import Mismatch, Place, Severity
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.kinds import MeetingKind

_PROPOSAL, _DECISION = "to_trinh", "quyet_dinh_khen_thuong"


def compare_books(facts: DossierFacts, council: DossierFacts, *, minutes: bool) -> list[Mismatch]:
    """Everything in the books of this dossier that cannot all be right.

    `council` are the facts of the council's minutes, `minutes` whether the dossier has any.
    """
    found = [*_dates(facts), *_twice(facts, council), *_figures(facts, council)]
    if minutes:
        found += _not_agreed(facts, council)
    return found


def _dates(facts: DossierFacts) -> Iterator[Mismatch]:
    """Bình xét ≤ Tờ trình ≤ quyết định; the order of the notice is only shown, no text sets it."""
    proposal, decision = _day(facts, _PROPOSAL), _day(facts, _DECISION)
    council = _last_meeting(facts, MeetingKind.COUNCIL)
    unit = _last_meeting(facts, MeetingKind.UNIT)
    yield from _order(facts, "unit_meeting", unit, "proposal", proposal)
    yield from _order(facts, "council_meeting", council, "proposal", proposal)
    yield from _order(facts, "council_meeting", council, "decision", decision)
    yield from _order(facts, "proposal", proposal, "decision", decision)
    for notice in facts.notices:
        yield from _order(facts, "notice_start", notice.start, "notice_end", notice.end)
        yield from _soft(facts, "council_meeting", council, "notice_start", notice.start)
        yield from _soft(facts, "notice_end", notice.end, "proposal", proposal)


def _order(
    facts: DossierFacts, first: str, early: date | None, then: str, late: date | None
) -> Iterator[Mismatch]:
    if early is not None and late is not None and early > late:
        yield _dates_mismatch(facts, Severity.ERROR, first, early, then, late)


def _soft(
    facts: DossierFacts, first: str, early: date | None, then: str, late: date | None
) -> Iterator[Mismatch]:
    if early is not None and late is not None and early > late:
        yield _dates_mismatch(facts, Severity.WARNING, first, early, then, late)


def _dates_mismatch(
    facts: DossierFacts, severity: Severity, first: str, early: date, then: str, late: date
) -> Mismatch:
    names = [texts.say(f"crosscheck.step.{step}") for step in (first, then)]
    return Mismatch(
        "dates",
        severity,
        facts.authority,
        place=Place("books"),
        says=f"{names[0]} {texts.show(early)}",
        books=f"{names[1]} {texts.show(late)}",
        may_accept=severity is Severity.ERROR,
    )


def _day(facts: DossierFacts, form_id: str) -> date | None:
    given = facts.numbers.get(form_id)
    return given.day if given else None


def _last_meeting(facts: DossierFacts, kind: MeetingKind) -> date | None:
    days = [held.day for held in facts.meetings if held.kind is kind and held.day]
    return max(days, default=None)


def _twice(facts: DossierFacts, council: DossierFacts) -> Iterator[Mismatch]:
    """An achievement or initiative of one person for two awards (Điều 5 khoản 2 điểm c).

    The rules keep both out already; only a named person's reason brings them here.
    """
    uses: dict[tuple[str, str], list[Nominee]] = defaultdict(list)
    for nominee in council.nominees:
        given = nominee.nomination
        for code in dict.fromkeys((*given.initiatives, *given.achievements)):
            uses[given.recipient, code].append(nominee)
    mine = {nominee.nomination.key for nominee in facts.nominees}
    for (recipient, code), nominees in uses.items():
        inside = [n for n in nominees if n.nomination.key in mine]
        if len(nominees) > 1 and inside:
            reasoned = any(n.nomination.override_reason for n in nominees)
            yield Mismatch(
                "twice",
                Severity.WARNING if reasoned else Severity.ERROR,
                facts.authority,
                place=Place("books"),
                says=code,
                books="; ".join(n.award.name for n in nominees),
                who=inside[0].name,
                recipient=recipient,
            )


def _figures(facts: DossierFacts, council: DossierFacts) -> Iterator[Mismatch]:
    """More or fewer votes than could be cast by those present: the minutes would not add up."""
    names = {nominee.nomination.key: nominee.name for nominee in council.nominees}
    mine = {nominee.nomination.key for nominee in facts.nominees}
    for held in facts.meetings:
        count = Count(
            held,
            attendance.of_meeting(facts.attendance, held.code),
            tuple(one for one in facts.recusals if one.meeting == held.code),
            tuple(one for one in facts.votes if one.meeting == held.code),
        )
        for wrong in contradictions(count):
            if wrong.key in mine:
                yield Mismatch(
                    "present",
                    Severity.ERROR,
                    facts.authority,
                    place=Place("books"),
                    says=texts.say(wrong.code, wrong.arguments),
                    books=held.minutes_number or held.code,
                    who=names.get(wrong.key, wrong.key[0]),
                    recipient=wrong.key[0],
                    may_accept=True,
                )


def _not_agreed(facts: DossierFacts, council: DossierFacts) -> Iterator[Mismatch]:
    """In the list but not among those the council agreed to: the minutes say otherwise."""
    agreed = {nominee.nomination.key for nominee in council.nominees}
    for nominee in facts.nominees:
        if nominee.nomination.key not in agreed:
            reasoned = bool(nominee.nomination.override_reason)
            yield Mismatch(
                "not_agreed",
                Severity.WARNING if reasoned else Severity.ERROR,
                facts.authority,
                place=Place("books"),
                books=nominee.award.name,
                who=nominee.name,
                recipient=nominee.nomination.recipient,
                may_accept=True,
            )
