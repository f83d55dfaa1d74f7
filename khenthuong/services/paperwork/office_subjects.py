"""What a paper on demand is about: which choices there are, and the subject's own facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import MeetingKind, RecipientKind
from khenthuong.domain.office_papers import MovementFacts, RegisteredAward, Subject, SubjectFacts
from khenthuong.domain.records import Initiative, PastAward
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.domain.rounds import Meeting
from khenthuong.domain.vietnamese import fold, name_key, sort_key
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services.examples import told
from khenthuong.services.movements import clusters, plans, reporting
from khenthuong.services.paperwork import certificates
from khenthuong.services.workspace import Workspace

_REPORTS = frozenset({"bao_cao", "dang_ky_thi_dua", "giao_uoc"})
"""Branches that tell what came of a movement."""
_AIMS = "ket_qua_dang_ky"
_EXAMPLES = "dien_hinh"
_NEEDS = {
    "round": ("round",),
    "meeting": ("round", "meeting"),
    "recipient": ("recipient",),
    "movement": ("movement",),
    "cluster": ("cluster",),
    "year": ("year",),
    "office": (),
}
"""Scope of a form → what its subject must name."""


def needed(form: FormDef) -> tuple[str, ...]:
    """The fields of `Subject` that the form asks for."""
    return _NEEDS[form.scope]


def meetings(ws: Workspace, round_code: str) -> tuple[Meeting, ...]:
    """The meetings of a round in order of days."""
    return storage.meetings.held(ws.books, round_code)


def load(ws: Workspace, form: FormDef, subject: Subject) -> SubjectFacts:
    """The subject's facts; raises UserError where something the form needs is not chosen."""
    for field in needed(form):
        if not getattr(subject, field):
            what = texts.say(f"subject.{field}")
            raise UserError("error.paper_subject", title=form.title, what=what)
    if form.scope == "meeting":
        return _of_meeting(ws, form, subject)
    if form.scope == "recipient":
        return _of_recipient(ws, form, subject)
    if form.scope == "movement":
        return _of_movement(ws, form, subject.movement)
    if form.scope == "cluster":
        return SubjectFacts(cluster=clusters.get(ws, subject.cluster).sheet)
    if form.scope == "year":
        return _of_year(ws, form, Year.parse(subject.year))
    return SubjectFacts()


def title(ws: Workspace, form: FormDef, subject: Subject) -> str:
    """«Giấy mời họp – Đợt khen thưởng năm 2025»: what the list of papers shows."""
    names: list[str] = []
    if subject.recipient:
        names.append(storage.register.get(ws.books, subject.recipient).name)
    if subject.round:
        names.append(storage.rounds.get_round(ws.books, subject.round).name)
    if subject.movement:
        names.append(plans.get(ws, subject.movement).name)
    if subject.cluster:
        names.append(clusters.get(ws, subject.cluster).sheet.cluster.name)
    if subject.year:
        names.append(texts.say("subject.of_year", {"year": subject.year}))
    return " – ".join((form.title, *names))


def _of_meeting(ws: Workspace, form: FormDef, subject: Subject) -> SubjectFacts:
    held = next((m for m in meetings(ws, subject.round) if m.code == subject.meeting), None)
    if held is None:
        raise UserError("error.meeting_unknown", meeting=subject.meeting, round=subject.round)
    if form.meetings and held.kind.value not in form.meetings:
        wanted = ", ".join(texts.label(MeetingKind(one)) for one in form.meetings)
        raise UserError("error.paper_meeting", title=form.title, what=wanted)
    units = storage.register.units(ws.books, keep=[held.unit] if held.unit else [])
    unit = units.get(held.unit)
    return SubjectFacts(meeting=held, unit=unit, members=_members(ws, unit))


def _of_movement(ws: Workspace, form: FormDef, code: str) -> SubjectFacts:
    """The plan; a paper on the plan has its number and day where this office issued it already."""
    found = plans.plan(ws, code)
    if _REPORTS & form.branches:
        above = plans.path(ws, code)[:-1]
        told = MovementFacts(found.movement, found.tasks, found.targets, above)
        return SubjectFacts(movement=told, report=reporting.of_movement(ws, code, ws.today()))
    office = storage.office.get_office(ws.books)
    issuer = found.movement.issuer
    own = office is not None and fold(issuer) in ("", fold(office.name))
    return SubjectFacts(
        number=found.movement.plan_number if own else "",
        day=found.movement.issued if own else None,
        movement=MovementFacts(
            found.movement, found.tasks, found.targets, plans.path(ws, code)[:-1]
        ),
    )


def _members(ws: Workspace, unit: Unit | None) -> tuple[Person, ...]:
    if unit is None:
        return ()
    persons = storage.register.persons(ws.books, keep=[])
    found = (one for one in persons.values() if one.unit == unit.code)
    return tuple(sorted(found, key=lambda one: name_key(one.name)))


def _of_recipient(ws: Workspace, form: FormDef, subject: Subject) -> SubjectFacts:
    recipient = storage.register.get(ws.books, subject.recipient)
    kind = recipient.recipient_kind
    if form.recipients and kind.value not in form.recipients:
        wanted = ", ".join(texts.label(RecipientKind(one)) for one in form.recipients)
        raise UserError("error.paper_recipient", title=form.title, name=recipient.name, what=wanted)
    above = _unit_code(recipient)
    unit = storage.register.units(ws.books, keep=[above]).get(above) if above else None
    found = [
        one
        for one in storage.records.initiatives(ws.books).values()
        if recipient.code in one.authors
    ]
    return SubjectFacts(
        recipient=recipient,
        recipient_unit=unit,
        initiatives=tuple(found),
        authors=_names(ws, found),
        examples=told.of_recipient(ws, recipient.code),
    )


def _names(ws: Workspace, found: Iterable[Initiative]) -> dict[str, str]:
    """The authors' names by code."""
    codes = sorted({code for one in found for code in one.authors})
    return {code: one.name for code, one in storage.register.many(ws.books, codes).items()}


def _unit_code(recipient: Recipient) -> str:
    if isinstance(recipient, Person):
        return recipient.unit
    return recipient.village if isinstance(recipient, Household) else recipient.parent


def _of_year(ws: Workspace, form: FormDef, year: Year) -> SubjectFacts:
    if _AIMS in form.branches:
        return SubjectFacts(year=year, aims=reporting.aims_of_year(ws, year))
    if _EXAMPLES in form.branches:
        return SubjectFacts(year=year, examples=told.of_year(ws, year.end))
    won = storage.records.past_awards(ws.books)
    codes = sorted({code for code, awards in won.items() if any(_in(one, year) for one in awards)})
    known = storage.register.many(ws.books, codes)
    names = storage.register.unit_names(ws.books, [_unit_code(one) for one in known.values()])
    golden = certificates.golden_numbers(ws)
    lines = [
        RegisteredAward(
            known[code],
            names.get(_unit_code(known[code]), ""),
            one,
            golden.get(certificates.key_of(ws, one)),
        )
        for code in codes
        for one in won[code]
        if _in(one, year)
    ]
    found = storage.records.initiatives(ws.books).values()
    initiatives = tuple(one for one in found if one.year == year)
    return SubjectFacts(
        year=year,
        awards=tuple(_by_decision(lines)),
        initiatives=initiatives,
        authors=_names(ws, initiatives),
    )


def _in(award: PastAward, year: Year) -> bool:
    """Decided in that calendar year; by its own year where the decision's date is not known."""
    if award.decision_date is not None and not year.school:
        return award.decision_date.year == year.start
    return award.year == year


def _by_decision(lines: Iterable[RegisteredAward]) -> list[RegisteredAward]:
    return sorted(
        lines,
        key=lambda one: (
            one.award.decision_date or date.max,
            one.award.decision_number,
            sort_key(one.recipient.name),
        ),
    )
