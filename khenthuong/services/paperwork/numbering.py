"""Sổ số: numbers of outgoing papers by year and series, reserved, given, cancelled, accounted for.

Papers of dossiers and papers on demand both go through `note`, in the write that records their
number. Numbers that older books gave before the register was kept are read from the papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.documents import series as paper_series
from khenthuong.domain import numbering
from khenthuong.domain.archive import Paper
from khenthuong.domain.kinds import Authority, MeetingKind
from khenthuong.domain.numbering import Gap, NumberState, RegisteredNumber
from khenthuong.domain.office_papers import OfficePaper
from khenthuong.domain.rounds import Meeting
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import BooksError, UserError
from khenthuong.exchange.workbook_writer import write_list
from khenthuong.services.paperwork.papers import MINUTES
from khenthuong.services.workspace import Workspace

MOST = 500
"""So many numbers at most are set aside at once: more is a slip of the finger."""
_MEETING = "hop/"
_SERIES = re.compile(r"[^\s/\d][^\s/]*")


@dataclass(frozen=True)
class RegisterLine:
    """One line as people read it: a number, or a gap (`entry` None)."""

    shown: str
    state: str
    title: str
    note: str
    day: date | None = None
    entry: RegisteredNumber | None = None
    gap: Gap | None = None


@dataclass(frozen=True)
class NumberRegister:
    """The register of one year: its lines, and in words what is odd."""

    year: int
    years: tuple[int, ...]
    series: tuple[str, ...]
    lines: tuple[RegisterLine, ...]
    warnings: tuple[str, ...]


def key_of(paper: Paper | OfficePaper) -> str:
    """What the register calls a paper.

    The council's minutes are one paper, though every authority's dossier gets them.
    """
    if isinstance(paper, OfficePaper):
        return paper.code
    authority = "" if paper.form == MINUTES else paper.authority.value
    return f"{paper.round}/{authority}/{paper.form}/{paper.version}"


def title_of(ws: Workspace, paper: Paper | OfficePaper) -> str:
    """What the register says that a paper is about."""
    if isinstance(paper, OfficePaper):
        return paper.title
    form = ws.forms.get(paper.form)
    told = {"title": form.title if form else paper.form, "round": paper.round}
    return texts.say("number.of_round", told)


def series_of(ws: Workspace, paper: Paper | OfficePaper) -> str:
    """The series a paper's number belongs to; "" where the paper bears no number of its own.

    Minutes of the council are in its series; those of a unit are numbered by the unit, not here.
    """
    office = storage.office.get_office(ws.books)
    form = ws.forms.get(paper.form)
    if office is None or form is None:
        return ""
    if isinstance(paper, OfficePaper):
        held = _meeting_of(ws, paper) if form.symbol == "BB" else None
        if held is not None:
            return _series_of_meeting(ws, held)
        return paper_series.of_form(form, office, None)
    return paper_series.of_form(form, office, Authority(paper.authority))


def bears_number(ws: Workspace, paper: Paper) -> bool:
    """Whether a number stands on it: its own, or that of the council's meeting it records."""
    if paper.number or paper.form != MINUTES:
        return bool(paper.number)
    held = storage.rounds.meetings(ws.books, paper.round)
    return any(one.kind is MeetingKind.COUNCIL and one.minutes_number.strip() for one in held)


def meeting_key(meeting: Meeting) -> str:
    """What the register calls the minutes of a meeting that are numbered with the meeting."""
    return f"{_MEETING}{meeting.code}"


def proposed_for_meeting(ws: Workspace, meeting: Meeting) -> str:
    """The next number of the council's minutes in the meeting's year; "" for other meetings."""
    series = _series_of_meeting(ws, meeting)
    if not series or meeting.day is None:
        return ""
    number = numbering.next_number(entries(ws), meeting.day.year, series)
    return str(numbering.DocumentNumber(number, "", series))


def check_meeting(ws: Workspace, meeting: Meeting) -> RegisteredNumber | None:
    """The line that a meeting's minutes would get; None without a number, or for a unit's.

    A unit numbers its minutes itself. Raises UserError for a new number that is none, or that
    another paper has; the council's minutes of the same round are the same paper.
    """
    before = {one.code: one for one in storage.rounds.meetings(ws.books, meeting.round)}
    old = before.get(meeting.code)
    same = old is not None and (old.minutes_number, old.day) == (
        meeting.minutes_number,
        meeting.day,
    )
    series = _series_of_meeting(ws, meeting)
    if not series or meeting.day is None or not meeting.minutes_number.strip():
        return None
    entry = _meeting_entry(ws, meeting)
    if entry is None:
        if same:
            return None
        raise UserError("number.shape", number=meeting.minutes_number)
    held = numbering.holder(entries(ws), entry.year, _parsed(entry))
    if held is None or held.state is NumberState.RESERVED or held.paper == entry.paper:
        return entry
    if _is_minutes_of(held, meeting):
        return None
    if same:
        return None
    raise _taken(held)


def note_meeting(ws: Workspace, meeting: Meeting, entry: RegisteredNumber | None) -> None:
    """Write a meeting's line within the write that keeps it; the line of its old number goes."""
    if entry is not None:
        note(ws, entry)
        return
    if not meeting.minutes_number.strip():
        forget_meeting(ws, meeting)


def forget_meeting(ws: Workspace, meeting: Meeting) -> None:
    """Take a meeting's line out, within the write that removes it or its number."""
    for old in storage.numbering.every(ws.books):
        if old.paper == meeting_key(meeting):
            storage.numbering.remove(ws.books, old)


def _series_of_meeting(ws: Workspace, meeting: Meeting) -> str:
    office = storage.office.get_office(ws.books)
    if office is None or meeting.kind is not MeetingKind.COUNCIL:
        return ""
    return paper_series.of_kind("BB", office, None)


def _meeting_entry(ws: Workspace, meeting: Meeting) -> RegisteredNumber | None:
    """The line of a numbered council meeting; None where number or day says nothing."""
    series = _series_of_meeting(ws, meeting)
    parsed = numbering.parse(clean(meeting.minutes_number), series) if series else None
    if parsed is None or meeting.day is None:
        return None
    return RegisteredNumber(
        meeting.day.year,
        parsed.series,
        parsed.number,
        parsed.suffix,
        NumberState.USED,
        meeting.day,
        texts.say("number.of_meeting", {"round": meeting.round}),
        meeting_key(meeting),
    )


def _meeting_of(ws: Workspace, paper: OfficePaper) -> Meeting | None:
    """The meeting that a paper on demand is about."""
    held = storage.rounds.meetings(ws.books, paper.subject.round) if paper.subject.meeting else ()
    return next((one for one in held if one.code == paper.subject.meeting), None)


def _parsed(entry: RegisteredNumber) -> numbering.DocumentNumber:
    return numbering.DocumentNumber(entry.number, entry.suffix, entry.series)


def _is_minutes_of(held: RegisteredNumber, meeting: Meeting) -> bool:
    """Whether a line is the council's minutes among the papers of the meeting's round."""
    return held.paper.startswith(f"{meeting.round}//{MINUTES}/")


def _is_own_meeting(ws: Workspace, held: RegisteredNumber, paper: Paper | OfficePaper) -> bool:
    """Whether a line is the meeting whose minutes the paper is: one number, one paper."""
    if isinstance(paper, OfficePaper):
        return bool(paper.subject.meeting) and held.paper == f"{_MEETING}{paper.subject.meeting}"
    if paper.form != MINUTES or not held.paper.startswith(_MEETING):
        return False
    codes = {one.code for one in storage.rounds.meetings(ws.books, paper.round)}
    return held.paper.removeprefix(_MEETING) in codes


def proposed(ws: Workspace, paper: Paper | OfficePaper) -> str:
    """The next number of the paper's series this year, «13/GM-UBND»; "" where it has a number."""
    series = series_of(ws, paper)
    if not series or paper.number:
        return ""
    year = ws.today().year
    number = numbering.next_number(entries(ws), year, series)
    return str(numbering.DocumentNumber(number, "", series))


def check(
    ws: Workspace, paper: Paper | OfficePaper, number: str, day: date
) -> RegisteredNumber | None:
    """The line that a number would get; None for a paper without a series of its own.

    Raises UserError for what is no number, and for one that is taken: naming the other paper.
    """
    series = series_of(ws, paper)
    if not series:
        return None
    parsed = numbering.parse(clean(number), series)
    if parsed is None:
        raise UserError("number.shape", number=number)
    entry = RegisteredNumber(
        year=day.year,
        series=parsed.series,
        number=parsed.number,
        suffix=parsed.suffix,
        state=NumberState.USED,
        day=day,
        title=title_of(ws, paper),
        paper=key_of(paper),
    )
    held = numbering.holder(entries(ws), day.year, parsed)
    if (
        held is not None
        and held.paper != entry.paper
        and held.state is not NumberState.RESERVED
        and not _is_own_meeting(ws, held, paper)
    ):
        raise _taken(held)
    return entry


def note(ws: Workspace, entry: RegisteredNumber | None) -> None:
    """Write the line of `check` within the write that numbers the paper; its old line goes."""
    if entry is None:
        return
    for old in storage.numbering.every(ws.books):
        if old.paper == entry.paper:
            storage.numbering.remove(ws.books, old)
    storage.numbering.save(ws.books, entry)


def entries(ws: Workspace) -> tuple[RegisteredNumber, ...]:
    """Every line, those of papers numbered before the register was kept included."""
    kept = storage.numbering.every(ws.books)
    known = {one.paper for one in kept} | {""}
    places = {one.place for one in kept}
    found: dict[tuple[int, str, int, str], RegisteredNumber] = {}
    for paper in _numbered(ws):
        parsed = numbering.parse(paper.number, series_of(ws, paper))
        if key_of(paper) in known or parsed is None or not parsed.series or paper.day is None:
            continue
        entry = RegisteredNumber(
            paper.day.year,
            parsed.series,
            parsed.number,
            parsed.suffix,
            NumberState.USED,
            paper.day,
            title_of(ws, paper),
            key_of(paper),
        )
        if entry.place not in places:
            found[entry.place] = entry
    for entry in _of_meetings(ws):
        if entry.paper not in known and entry.place not in places:
            found.setdefault(entry.place, entry)
    return numbering.in_order((*kept, *found.values()))


def register(ws: Workspace, year: int | None = None) -> NumberRegister:
    """The register of a year (this one when None), gaps among its lines."""
    every = entries(ws)
    wanted = year or ws.today().year
    mine = [one for one in every if one.year == wanted]
    missing = numbering.gaps(mine)
    replaced = _replaced(ws)
    lines = [_line(one, replaced) for one in mine] + [_gap_line(one) for one in missing]
    lines.sort(key=_place)
    return NumberRegister(
        year=wanted,
        years=tuple(sorted({one.year for one in every} | {ws.today().year, wanted}, reverse=True)),
        series=_series(ws, mine),
        lines=tuple(lines),
        warnings=(*map(_gap_sentence, missing), *map(_backwards, numbering.backwards(mine))),
    )


def warnings_for(ws: Workspace, paper: Paper | OfficePaper) -> tuple[str, ...]:
    """What is odd about the number a paper has now: another type's symbol, a date backwards."""
    key = key_of(paper)
    pairs = numbering.backwards(entries(ws))
    found = (_backwards(pair) for pair in pairs if key in (pair[0].paper, pair[1].paper))
    return (*_other_type(ws, paper), *found)


def _other_type(ws: Workspace, paper: Paper | OfficePaper) -> tuple[str, ...]:
    """An invitation that bears «12/QĐ-UBND» (NĐ 30 Phụ lục I, II.3): GM is asked for."""
    series = series_of(ws, paper)
    given = numbering.parse(clean(paper.number), series) if series else None
    if given is None or given.series.split("-")[0] == series.split("-")[0]:
        return ()
    told = {"given": given.series, "asked": series, "title": title_of(ws, paper)}
    return (texts.say("number.other_type", told),)


def set_aside(
    ws: Workspace, year: int, series: str, first: int, last: int, state: NumberState, reason: str
) -> int:
    """Reserve numbers, cancel them, or say that they went elsewhere; returns how many.

    A number reserved or cancelled before may change its state; one that a paper has may not.
    Raises UserError without a reason, for a wrong span or series, or for a number in use.
    """
    said, kept = clean(reason), clean(series)
    if not said:
        raise UserError("number.needs_reason")
    if not _SERIES.fullmatch(kept):
        raise UserError("number.series", series=series)
    if not 1 <= first <= last or last - first >= MOST:
        raise UserError("number.range", first=first, last=last, most=MOST)
    known = {one.place: one for one in entries(ws)}
    lines = [
        RegisteredNumber(year, kept, number, "", state, reason=said)
        for number in range(first, last + 1)
    ]
    for line in lines:
        held = known.get(line.place)
        if held is not None and held.state is NumberState.USED:
            raise UserError("number.not_loose", shown=held.shown, title=held.title)
    told = {"state": state, "count": len(lines), "series": kept, "year": str(year), "reason": said}
    with ws.books.write(texts.say("number.operation_aside", told)):
        for line in lines:
            storage.numbering.save(ws.books, line)
    return len(lines)


def free(ws: Workspace, entry: RegisteredNumber) -> None:
    """Take out a line that was reserved, cancelled or given elsewhere by mistake."""
    if entry.state is NumberState.USED:
        raise UserError("number.not_loose", shown=entry.shown, title=entry.title)
    told = {"shown": entry.shown, "year": str(entry.year)}
    with ws.books.write(texts.say("number.operation_free", told)):
        storage.numbering.remove(ws.books, entry)


def export(ws: Workspace, year: int, path: Path) -> int:
    """Write the register of a year as an Excel list, gaps included; returns the lines written."""
    found = register(ws, year)
    header = tuple(
        texts.say(f"number.column_{name}") for name in ("number", "day", "title", "state", "note")
    )
    rows = [(one.shown, one.day, one.title, one.state, one.note) for one in found.lines]
    title = texts.say("number.export_title", {"year": str(year)})
    write_list(path, texts.say("number.export_sheet"), header, rows, title)
    return len(rows)


def _of_meetings(ws: Workspace) -> Iterator[RegisteredNumber]:
    """The minutes that were numbered with their meeting, imported ones included."""
    for known in storage.rounds.rounds(ws.books):
        for held in storage.rounds.meetings(ws.books, known.code):
            entry = _meeting_entry(ws, held)
            if entry is not None:
                yield entry


def _numbered(ws: Workspace) -> Iterator[Paper | OfficePaper]:
    for one in storage.office_papers.every(ws.books):
        if one.number:
            yield one
    for known in storage.rounds.rounds(ws.books):
        for paper in storage.papers.of_round(ws.books, known.code):
            if paper.number and not paper.recipient:
                yield paper


def _series(ws: Workspace, mine: Sequence[RegisteredNumber]) -> tuple[str, ...]:
    """Series to choose from: those of the year first, then those our forms bear."""
    office = storage.office.get_office(ws.books)
    if office is None:
        raise BooksError("error.no_office")
    ours = [
        paper_series.of_form(form, office, authority)
        for form in ws.forms.values()
        for authority in (Authority.PROVINCE, Authority.COMMUNE)
    ]
    return tuple(dict.fromkeys([one.series for one in mine] + sorted(filter(None, ours))))


def _replaced(ws: Workspace) -> frozenset[str]:
    every = storage.office_papers.every(ws.books)
    codes = {one.replaces for one in every if one.replaces}
    for known in storage.rounds.rounds(ws.books):
        newest = {key_of(one) for one in storage.papers.of_round(ws.books, known.code)}
        older = storage.papers.versions(ws.books, known.code)
        codes |= {key_of(one) for one in older if one.issued} - newest
    return frozenset(codes)


def _line(entry: RegisteredNumber, replaced: frozenset[str]) -> RegisterLine:
    note = texts.say("number.replaced") if entry.paper and entry.paper in replaced else entry.reason
    return RegisterLine(entry.shown, texts.label(entry.state), entry.title, note, entry.day, entry)


def _gap_line(gap: Gap) -> RegisterLine:
    shown = f"{gap.first:02}" if gap.first == gap.last else f"{gap.first:02}–{gap.last:02}"
    state = texts.say("number.unexplained")
    return RegisterLine(f"{shown}/{gap.series}", state, "", "", gap=gap)


def _place(line: RegisterLine) -> tuple[str, int, str]:
    if line.entry is not None:
        return (line.entry.series, line.entry.number, line.entry.suffix)
    return (line.gap.series, line.gap.first, "") if line.gap else ("", 0, "")


def _gap_sentence(gap: Gap) -> str:
    code = "number.gap_one" if gap.first == gap.last else "number.gap_many"
    told = {"series": gap.series, "year": str(gap.year), "first": gap.first, "last": gap.last}
    return texts.say(code, told)


def _backwards(pair: tuple[RegisteredNumber, RegisteredNumber]) -> str:
    low, high = pair
    told = {"low": low.shown, "low_day": low.day, "high": high.shown, "high_day": high.day}
    return texts.say("number.backwards", told)


def _taken(held: RegisteredNumber) -> UserError:
    told: dict[str, object] = {"shown": held.shown, "year": str(held.year)}
    if held.state is not NumberState.USED:
        return UserError(f"number.{held.state.value}", **told, reason=held.reason)
    day = texts.say("number.used_day", {"day": held.day}) if held.day else ""
    return UserError("number.used", **told, title=held.title, day=day)
