"""Hôm nay: what waits for the clerk, the gravest first, each line with the place it is done at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from khenthuong import storage, texts
from khenthuong.domain import pathway as paths
from khenthuong.domain.deadlines import Deadline, DeadlineKind, DeadlineState
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Checked, RecipientKind, RoundKind, Standing, Status
from khenthuong.domain.office_papers import OfficePaper
from khenthuong.domain.pathway import StationState
from khenthuong.domain.years import Year
from khenthuong.services import drafts
from khenthuong.services.appraisal import deadlines, pathway, suggesting
from khenthuong.services.appraisal.pathway import RoundPath
from khenthuong.services.progress import Cancelled, never
from khenthuong.services.rulebook import confirmations
from khenthuong.services.safety import backups
from khenthuong.services.workspace import Workspace

MOST_DUE = 6
"""So many deadlines at most: the whole list is «Thời hạn»."""
MOST_ROUNDS = 5
MOST_DRAFTS = 3
BACKUP_DAYS = 7
"""Days without a backup after which one is asked for."""


class TodayPart(StrEnum):
    """What a line of the day is about, in the order of the page."""

    DUE = "den_han"
    ROUND = "dot_xet"
    DRAFT = "ban_nhap"
    PAPER = "van_ban"
    FORGOTTEN = "co_the_bo_sot"
    RULE = "quy_dinh"
    BACKUP = "sao_luu"


class Urgency(StrEnum):
    """How a line is to be read: the shape beside its words."""

    LATE = "tre"
    SOON = "sap_den"
    OPEN = "con_viec"
    HINT = "nen_xem"


@dataclass(frozen=True)
class TodayLine:
    """One thing to do: what, about which round or movement, and when or how much.

    `cure` names its place, as findings name theirs.
    """

    part: TodayPart
    urgency: Urgency
    what: str
    about: str
    left: str
    cure: str


@dataclass(frozen=True)
class FirstSteps:
    """How far a new office has come: the steps that lead to its first Tờ trình."""

    units: int
    people: int
    rounds: int
    nominations: int
    meetings: int
    papers: int

    @property
    def done(self) -> bool:
        """Whether the office has begun to work: papers are made, or it is at its second round."""
        return self.papers > 0 or self.rounds > 1


@dataclass(frozen=True)
class Today:
    """The day's page; `more_due` deadlines stand in «Thời hạn» only."""

    lines: tuple[TodayLine, ...]
    more_due: int
    first_steps: FirstSteps
    years: tuple[Year, ...]
    """Award years whose rounds are open: `forgotten` looks at them."""
    newest: int
    """The last operation of the books: what was read holds until there is another."""


def read(ws: Workspace, now: datetime | None = None) -> Today:
    """Everything but `forgotten`, which takes longer."""
    rounds = pathway.open_rounds(ws)
    due = [one for one in deadlines.list_deadlines(ws) if _pressing(one)]
    lines = (
        *_due(ws, due[:MOST_DUE]),
        *_rounds(rounds[:MOST_ROUNDS]),
        *_drafts(ws),
        *_papers(ws, rounds),
        *_rules(ws, rounds),
        *_backups(ws, now or datetime.now()),
    )
    return Today(
        lines,
        max(0, len(due) - MOST_DUE),
        _first_steps(ws),
        _years(rounds),
        storage.history.newest(ws.books),
    )


def forgotten(
    ws: Workspace, years: Sequence[Year], *, cancelled: Cancelled = never
) -> tuple[TodayLine, ...]:
    """Years in which somebody seems to qualify and stands in no round; raises CancelledError."""
    found: list[TodayLine] = []
    for year in years:
        rows = suggesting.who_qualifies(ws, year, cancelled=cancelled).rows
        sure = [row for row in rows if row.standing is not Standing.LACKS_ONE]
        if sure:
            people = len({row.found.recipient for row in sure})
            told = {"people": people, "year": str(year)}
            found.append(
                TodayLine(
                    TodayPart.FORGOTTEN,
                    Urgency.HINT,
                    texts.say("today.forgotten", told),
                    texts.say("today.forgotten_about"),
                    texts.say("today.proposals", {"count": len(sure)}),
                    f"ai_du_dieu_kien:{year}",
                )
            )
    return tuple(found)


def _pressing(one: Deadline) -> bool:
    return one.state in (DeadlineState.LATE, DeadlineState.SOON)


def _due(ws: Workspace, due: Iterable[Deadline]) -> Iterator[TodayLine]:
    names = {one.code: one.name for one in storage.rounds.rounds(ws.books)}
    launched = {code: one.name for code, one in storage.movements.movements(ws.books).items()}
    for one in due:
        late = one.state is DeadlineState.LATE
        about = launched.get(one.movement, "") if one.movement else names.get(one.round, "")
        urgency = Urgency.LATE if late else Urgency.SOON
        about = about or one.subject
        left = _left(one)
        if one.kind is DeadlineKind.SUDDEN and one.source and one.source.checked is Checked.MEMORY:
            left = texts.say("sudden.guide", {"said": left})
        yield TodayLine(TodayPart.DUE, urgency, _what(one), about, left, _place(one))


def _place(one: Deadline) -> str:
    if one.deed:
        return f"viec_dot_xuat:{one.deed}"
    return f"phong_trao:{one.movement}" if one.movement else f"dot:{one.round}:{_station(one)}"


def _station(one: Deadline) -> str:
    if one.kind in (DeadlineKind.DECIDE, DeadlineKind.REPLY):
        return paths.Station.RESULT.value
    return one.step.value


def _what(one: Deadline) -> str:
    of_unit = one.kind in (DeadlineKind.MEETING, DeadlineKind.MINUTES) and one.subject
    code = f"deadline.{one.kind.value}" + ("_tap_the" if of_unit else "")
    return texts.say(code, {"subject": one.subject})


def _left(one: Deadline) -> str:
    if one.left == 0:
        late = one.state is DeadlineState.LATE
        return texts.say("deadline.late_less" if late else "deadline.today")
    code = "deadline.late" if one.left < 0 else "deadline.left"
    return texts.say(code, {"days": abs(one.left)})


def _rounds(rounds: Iterable[RoundPath]) -> Iterator[TodayLine]:
    for one in rounds:
        stop = one.waits
        if stop is None:
            continue
        late = stop.state is StationState.LATE
        told = {"station": stop.station}
        yield TodayLine(
            TodayPart.ROUND,
            Urgency.LATE if late else Urgency.OPEN,
            texts.say("today.waits", told),
            one.round.name,
            ", ".join(pathway.words(stop)),
            f"dot:{one.round.code}:{stop.station.value}",
        )


def _drafts(ws: Workspace) -> Iterator[TodayLine]:
    for path, draft in drafts.left(ws.folder.root)[:MOST_DRAFTS]:
        kept = datetime.fromisoformat(draft.kept) if draft.kept else None
        when = f"{kept:%H:%M %d/%m/%Y}" if kept else ""
        what = texts.say("today.draft")
        cure = f"ban_nhap:{path.name}"
        yield TodayLine(TodayPart.DRAFT, Urgency.OPEN, what, draft.about, when, cure)


def _papers(ws: Workspace, rounds: Iterable[RoundPath]) -> Iterator[TodayLine]:
    for one in rounds:
        count = one.state.unnumbered
        if count:
            yield _paper_line(one.round.name, count, f"dot:{one.round.code}:ho_so")
    office = _office_papers(ws)
    if office:
        yield _paper_line(texts.say("today.office_papers"), len(office), "man_hinh:van_ban")


def _office_papers(ws: Workspace) -> list[OfficePaper]:
    every = storage.office_papers.every(ws.books)
    waiting = [paper for paper in every if not paper.number and not paper.issued]
    if not waiting:
        return []
    # With it come the libraries of Word and Excel, which the first screen does not wait for.
    from khenthuong.services.paperwork import numbering

    return [paper for paper in waiting if numbering.series_of(ws, paper)]


def _paper_line(about: str, count: int, cure: str) -> TodayLine:
    told = texts.say("today.papers", {"count": count})
    what = texts.say("today.unnumbered")
    return TodayLine(TodayPart.PAPER, Urgency.OPEN, what, about, told, cure)


def _rules(ws: Workspace, rounds: Iterable[RoundPath]) -> Iterator[TodayLine]:
    """Criteria that nobody compared with a document, where open rounds rest on them."""
    touched: dict[tuple[str, str], int] = {}
    for one in rounds:
        for check in one.state.check.nominations:
            if check.authority in one.state.sealed:
                continue
            for finding in check.findings:
                if _unverified(finding):
                    key = (_owner(ws, check.award, finding.id), finding.id)
                    touched[key] = touched.get(key, 0) + 1
    if touched:
        most = max(touched, key=lambda key: touched[key])
        yield TodayLine(
            TodayPart.RULE,
            Urgency.HINT,
            texts.say("today.rules", {"count": len(touched)}),
            texts.say("today.rules_about"),
            texts.say("today.findings", {"count": sum(touched.values())}),
            f"quy_dinh:{most[0]}:{most[1]}",
        )


def _unverified(finding: Finding) -> bool:
    waits = finding.status is Status.TO_COMPARE and finding.checked is Checked.MEMORY
    return waits and finding.confirmed is None and not finding.cure


def _owner(ws: Workspace, award_id: str, criterion: str) -> str:
    award = ws.rulebook.awards.get(award_id)
    own = {one.id for top in (award.criteria if award else ()) for one in confirmations.tree(top)}
    return award_id if criterion in own else confirmations.COMMON


def _backups(ws: Workspace, now: datetime) -> Iterator[TodayLine]:
    made = [one.made_at for one in backups.listed(ws)]
    days = (now.date() - max(made).date()).days if made else None
    if days is not None and days < BACKUP_DAYS:
        return
    left = texts.say("today.backup_none" if days is None else "today.backup_days", {"days": days})
    what = texts.say("today.backup")
    cure = "man_hinh:sao_luu"
    yield TodayLine(TodayPart.BACKUP, Urgency.SOON, what, "", left, cure)


def _first_steps(ws: Workspace) -> FirstSteps:
    counts = storage.register.counts(ws.books)
    people = counts.get(RecipientKind.PERSON, 0) + counts.get(RecipientKind.HOUSEHOLD, 0)
    codes = [one.code for one in storage.rounds.rounds(ws.books)]
    return FirstSteps(
        counts.get(RecipientKind.UNIT, 0),
        people,
        len(codes),
        sum(storage.rounds.nomination_counts(ws.books).values()),
        sum(storage.rounds.meeting_counts(ws.books).values()),
        len(storage.papers.of_round(ws.books, codes[0])) if codes else 0,
    )


def _years(rounds: Iterable[RoundPath]) -> tuple[Year, ...]:
    years = {
        one.round.year.as_kind(school=False)
        for one in rounds
        if one.round.kind is RoundKind.MERIT and not one.state.sealed
    }
    return tuple(sorted(years, key=lambda year: year.end, reverse=True))
