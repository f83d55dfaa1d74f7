"""Việc đột xuất: a deed, who did it, round, nomination and the report's answers in one write.

The simplified procedure of Điều 85 khoản 1 điểm b is for thành tích xuất sắc đột xuất and for
hành động dũng cảm cứu người, cứu tài sản; khen thưởng đột xuất is to be timely (Điều 8 khoản 2).
No national text sets days: the clock counts with the dated value `so_ngay_dot_xuat`, marked with
how sure it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.answers import Answers, normalise
from khenthuong.domain.criteria import Award
from khenthuong.domain.deadlines import Clock, Deadline, DeadlineState, of_deed
from khenthuong.domain.kinds import AchievementKind, Checked, RecipientKind, RoundKind
from khenthuong.domain.records import Achievement
from khenthuong.domain.register import PartialDate, Person, Recipient
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services import register
from khenthuong.services.appraisal import checking, nominating
from khenthuong.services.dossier import dossier_locks
from khenthuong.services.examples.proposing import new_round_code, nomination_for, open_rounds
from khenthuong.services.examples.standing import Nominated, nominated
from khenthuong.services.paperwork import papers, reports
from khenthuong.services.paperwork.papers import MadePapers
from khenthuong.services.workspace import Workspace

REPORT = "bao_cao_dot_xuat"
"""The report of Mẫu số 06."""


@dataclass(frozen=True)
class Deed:
    """What is typed about a deed.

    `recipient` is a code of the register, or "" with `person` as a new one (its code may be ""; its
    unit, a thôn for most, tells who manages the person and therefore who decides).
    `hour` as said («21 giờ»), `event` what happened, `done` what was done, `result` what came of
    it.
    """

    day: date
    place: str
    event: str
    done: str
    result: str
    recipient: str = ""
    person: Person | None = None
    hour: str = ""


@dataclass(frozen=True)
class SuddenCase:
    """A deed of the books with its clock and the nominations that cite it.

    `passed` counts working days from the deed to its proposal, else to today; `due` is None where
    no rule gives days, or the day of the deed is not known exactly. `settled`: an award was given
    for it, nothing runs any more.
    """

    achievement: Achievement
    name: str
    passed: int | None
    due: Deadline | None
    nominated: tuple[Nominated, ...]
    settled: bool = False


@dataclass(frozen=True)
class Recorded:
    """What `record` wrote."""

    recipient: Recipient
    achievement: Achievement
    round: Round
    nomination: Nomination


@dataclass(frozen=True)
class SuddenOffer:
    """Open rounds for sudden deeds, and the awards they decide for a kind of recipient."""

    rounds: tuple[Round, ...]
    awards: tuple[Award, ...]


def offer(ws: Workspace, kind: RecipientKind) -> SuddenOffer:
    """What a sudden deed may be proposed for and where, the lowest award first."""
    awards = nominating.offer(ws, kind).awards
    fitting = tuple(one for one in awards if RoundKind.SUDDEN in one.rounds)
    return SuddenOffer(open_rounds(ws, (RoundKind.SUDDEN,)), fitting)


def record(
    ws: Workspace, deed: Deed, award: str, files: Sequence[Path] = (), round_code: str = ""
) -> Recorded:
    """Write a deed and all that follows from it in one operation that one undo takes back.

    A new person where `deed.person` says so, the Thành tích with its evidence, a round of kind đột
    xuất where `round_code` is "", the nomination, and what Mẫu số 06 asks beyond the Thành tích.
    Raises UserError for what is missing, a day to come, a deed that is recorded already, or an
    award that is not for this.
    """
    _check(ws, deed)
    recipient = _recipient(ws, deed)
    known = ws.rulebook.awards[award]
    if RoundKind.SUDDEN not in known.rounds or recipient.recipient_kind not in known.recipients:
        raise UserError("error.suggest_round", award=known.name, kind=RoundKind.SUDDEN)
    round_ = (
        storage.rounds.get_round(ws.books, round_code)
        if round_code
        else _round(ws, recipient, deed)
    )
    written = _achievement(ws, recipient, deed)
    nomination = nomination_for(ws, round_, award, written)
    if round_code:
        dossier_locks.check_change(ws, nomination)
    answers = _answers(ws, award, recipient, deed)
    label = texts.say("operation.sudden", {"name": recipient.name, "day": deed.day})
    with ws.books.write(label):
        if not deed.recipient:
            storage.register.save(ws.books, recipient)
        names = tuple(storage.evidence.add(ws.books, one).name for one in files)
        written = replace(written, evidence=tuple(dict.fromkeys(names)))
        storage.records.save(ws.books, written)
        if not round_code:
            storage.rounds.save_round(ws.books, round_)
        storage.rounds.save_nomination(ws.books, nomination)
        if answers is not None:
            storage.answers.save(ws.books, round_.code, recipient.code, answers)
    return Recorded(recipient, written, round_, nomination)


def make_papers(ws: Workspace, round_code: str) -> MadePapers:
    """Every paper of the case: báo cáo, tờ trình, danh sách; see `papers.make`."""
    return papers.make(ws, round_code)


def cases(ws: Workspace) -> tuple[SuddenCase, ...]:
    """Every deed of kind đột xuất, the latest first; one whose day is not known comes last."""
    with ws.books.read():
        known = storage.records.achievements(ws.books)
        deeds = [one for one in known.values() if one.kind is AchievementKind.SUDDEN]
        names = storage.register.many(ws.books, {one.recipient for one in deeds})
        proposed = nominated(ws, {one.code for one in deeds})
        awards = storage.records.past_awards(ws.books)
    used = {code for rows in awards.values() for row in rows for code in row.achievements}
    clock = Clock(ws.today(), ws.calendar, ws.rulebook.value)
    found = [
        replace(
            _case(one, names[one.recipient].name, clock, proposed.get(one.code, ())),
            settled=one.code in used,
        )
        for one in deeds
    ]
    return tuple(sorted(found, key=lambda one: _day(one.achievement) or date.min, reverse=True))


def clock_of(ws: Workspace, day: date) -> tuple[int, Deadline | None]:
    """Working days since a deed, and by when it is to be proposed as far as any rule says."""
    clock = Clock(ws.today(), ws.calendar, ws.rulebook.value)
    return clock.calendar.working_days(day, clock.today), of_deed("", "", day, clock)


def _case(one: Achievement, name: str, clock: Clock, proposed: tuple[Nominated, ...]) -> SuddenCase:
    day = _day(one)
    if day is None:
        return SuddenCase(one, name, None, None, proposed)
    days = [n.round.received for n in proposed if n.round.received is not None]
    received = min(days, default=None)
    passed = clock.calendar.working_days(day, min(received or clock.today, clock.today))
    return SuddenCase(one, name, passed, of_deed(one.code, name, day, clock, received), proposed)


def _day(one: Achievement) -> date | None:
    return one.when.exact if one.when else None


def _check(ws: Workspace, deed: Deed) -> None:
    who = deed.recipient or (deed.person.name.strip() if deed.person else "")
    for name, value in (
        ("who", who),
        ("place", deed.place),
        ("event", deed.event),
        ("done", deed.done),
        ("result", deed.result),
    ):
        if not value.strip():
            raise UserError(f"sudden.no_{name}")
    if deed.person is not None and not deed.recipient and not deed.person.unit:
        raise UserError("sudden.no_unit", name=deed.person.name)
    if deed.day > ws.today():
        raise UserError("sudden.future", day=deed.day)
    if not deed.recipient:
        return
    for one in storage.records.of_recipient(ws.books, deed.recipient).achievements:
        if one.kind is AchievementKind.SUDDEN and _day(one) == deed.day:
            raise UserError("sudden.there", achievement=one.code, day=deed.day)


def _recipient(ws: Workspace, deed: Deed) -> Recipient:
    if deed.recipient:
        return storage.register.get(ws.books, deed.recipient)
    assert deed.person is not None  # `_check` saw its name
    return replace(deed.person, code=register.new_code(ws, RecipientKind.PERSON))


def _round(ws: Workspace, recipient: Recipient, deed: Deed) -> Round:
    today = ws.today()
    return Round(
        new_round_code(ws, f"DX{today.year}"),
        texts.say("sudden.round", {"name": recipient.name, "day": deed.day}),
        RoundKind.SUDDEN,
        Year(today.year),
    )


def _achievement(ws: Workspace, recipient: Recipient, deed: Deed) -> Achievement:
    """What was done and its result; for whom no report asks where and what, they stand in it."""
    content = deed.done.strip()
    if recipient.recipient_kind is RecipientKind.HOUSEHOLD:
        told = {"event": deed.event.strip(), "place": deed.place.strip(), "done": content}
        content = texts.say("sudden.content", told)
    return Achievement(
        register.new_record_code(ws, Achievement),
        recipient.code,
        PartialDate(deed.day.year, deed.day.month, deed.day.day),
        AchievementKind.SUDDEN,
        content,
        deed.result.strip(),
    )


def _answers(ws: Workspace, award: str, recipient: Recipient, deed: Deed) -> Answers | None:
    """What Mẫu số 06 asks and the books don't hold; None where the award asks another report."""
    form = reports.report_form(ws, award, recipient.recipient_kind, RoundKind.SUDDEN)
    if form is None or form.id != REPORT:
        return None
    values = {"dia_diem": deed.place.strip(), "su_viec": deed.event.strip()}
    if deed.hour.strip():
        told = {"hour": deed.hour.strip(), "day": deed.day}
        values["thoi_gian"] = texts.say("sudden.when", told)
    return normalise(form, values)


def said(ws: Workspace, passed: int | None, due: Deadline | None) -> tuple[str, str, str]:
    """The clock in words: days gone; the day due; the rule it counts with and how sure it is."""
    if passed is None:
        return texts.say("sudden.no_day"), "", ""
    gone = texts.say("sudden.passed", {"days": passed})
    if due is None or due.source is None:
        return gone, texts.say("sudden.no_rule"), ""
    until = _until(due)
    if due.source.checked is Checked.MEMORY:
        if due.done_on is None or due.left < 0:  # the rule says something only then
            until = texts.say("sudden.guide", {"said": until})
        source = texts.say("deadline.source.guide", {"days": due.days})
    else:
        cite, mark = checking.cite_text(ws, due.source.cite), texts.label(due.source.checked)
        source = texts.say("deadline.source.value", {"days": due.days, "cite": cite, "mark": mark})
    return gone, until, source


def _until(due: Deadline) -> str:
    if due.done_on is None:
        return texts.say("sudden.due", {"day": due.day, "left": _left(due)})
    told = {"day": due.done_on, "days": abs(due.left)}
    return texts.say("sudden.done_late" if due.left < 0 else "sudden.done", told)


def _left(due: Deadline) -> str:
    if due.left == 0:
        late = due.state is DeadlineState.LATE
        return texts.say("deadline.late_less" if late else "deadline.today")
    code = "deadline.late" if due.left < 0 else "deadline.left"
    return texts.say(code, {"days": abs(due.left)})
