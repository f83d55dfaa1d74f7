"""The lines that statistics count, read from the books in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from khenthuong import storage, texts
from khenthuong.domain.criteria import Award
from khenthuong.domain.fund import FundEntry
from khenthuong.domain.kinds import Authority, FundKind, RecipientKind, RoundKind, UnitKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.records import Achievement, PastAward
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.domain.statistics import Dimension, Level, Line, Source, Span
from khenthuong.domain.statistics_manner import launcher_of, length_of, manner_of
from khenthuong.domain.statistics_tables import HCM_PRIZE, NO, STATE_NAMES, STATE_PRIZE, YES
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year
from khenthuong.services.workspace import Workspace
from khenthuong.storage import fund as fund_books
from khenthuong.storage import statistics as counted
from khenthuong.storage.statistics import Nominated

STATE_BUDGET = "ngan_sach"
_LEVELS = {
    Authority.PRESIDENT: Level.STATE,
    Authority.PRIME_MINISTER: Level.STATE,
    Authority.PROVINCE: Level.PROVINCE,
    Authority.COMMUNE: Level.COMMUNE,
    Authority.OTHER: Level.OTHER,
}
_STATE_WORDS = (*sorted(STATE_NAMES), HCM_PRIZE, STATE_PRIZE)
_BUDGET_WORDS = "ngan sach"


@dataclass(frozen=True)
class _Register:
    """Recipients and units by code."""

    recipients: Mapping[str, Recipient]
    units: Mapping[str, Unit]

    def unit_of(self, recipient: Recipient) -> Unit | None:
        if isinstance(recipient, Unit):
            return recipient
        code = recipient.unit if isinstance(recipient, Person) else recipient.village
        return self.units.get(code)

    def facts(self, recipient: Recipient) -> dict[Dimension, str]:
        """What the register tells of a recipient, absent where it does not."""
        unit = self.unit_of(recipient)
        told: dict[Dimension, str | None] = {Dimension.RECIPIENT: recipient.recipient_kind.value}
        if isinstance(recipient, Person):
            told |= {
                Dimension.DUTY: recipient.duty and recipient.duty.value,
                Dimension.SUBJECT: recipient.subject and recipient.subject.value,
                Dimension.GENDER: recipient.gender and recipient.gender.value,
                Dimension.ETHNIC: recipient.ethnic,
            }
        if isinstance(recipient, Unit):
            told[Dimension.SMALL] = YES if recipient.small else NO
        if unit is not None:
            told |= {
                Dimension.UNIT: unit.code,
                Dimension.UNIT_KIND: unit.kind.value,
                Dimension.SECTOR: unit.sector.value,
            }
            if not isinstance(recipient, Household):
                told[Dimension.ENTERPRISE] = YES if unit.kind is UnitKind.ENTERPRISE else NO
        return {dimension: value for dimension, value in told.items() if value}


def _register(ws: Workspace) -> _Register:
    # What lies in the bin was awarded all the same.
    won = storage.records.past_awards(ws.books)
    codes = {*won, *(one.recipient for one in counted.nominated(ws.books))}
    codes |= {one.recipient for one in fund_books.entries(ws.books) if one.recipient}
    found = storage.register.many(ws.books, sorted(codes))
    above = {one.unit for one in found.values() if isinstance(one, Person)}
    above |= {one.village for one in found.values() if isinstance(one, Household)}
    return _Register(found, storage.register.units(ws.books, keep=sorted(above - {""})))


@dataclass(frozen=True)
class Gathered:
    """All lines of the books; `period` picks those of a table's period."""

    lines: tuple[Line, ...]
    units: Mapping[str, str]

    def period(self, span: Span) -> tuple[Line, ...]:
        """The lines that belong into a period."""
        return tuple(line for line in self.lines if span.holds(line.day, line.year))


def gather(ws: Workspace) -> Gathered:
    """Every award won, every proposal submitted, every movement and every sum of the fund."""
    known = _register(ws)
    lines = (*_won(ws, known), *_submitted(ws, known), *_movements(ws), *_money(ws, known))
    return Gathered(lines, {code: unit.name for code, unit in known.units.items()})


def _won(ws: Workspace, known: _Register) -> Iterator[Line]:
    kinds = _round_kinds(ws, counted.nominated(ws.books))
    achievements = storage.records.achievements(ws.books)
    for code, rows in storage.records.past_awards(ws.books).items():
        for row in rows:
            yield _won_line(ws, known, known.recipients[code], row, kinds, achievements)


_Kinds = Mapping[tuple[str, str, Year], Collection[RoundKind]]


def _round_kinds(ws: Workspace, rows: tuple[Nominated, ...]) -> _Kinds:
    found: defaultdict[tuple[str, str, Year], set[RoundKind]] = defaultdict(set)
    for row in rows:
        found[(row.recipient, ws.rulebook.award_now(row.award), row.year)].add(row.kind)
    return found


def _won_line(
    ws: Workspace,
    known: _Register,
    recipient: Recipient,
    row: PastAward,
    kinds: _Kinds,
    achievements: Mapping[str, Achievement],
) -> Line:
    award = ws.rulebook.awards.get(row.award) if row.award else None
    rounds = kinds.get((row.recipient, award.id, row.year), ()) if award else ()
    used = [achievements[code] for code in row.achievements if code in achievements]
    manner = manner_of(row, award, rounds, used)
    facts = known.facts(recipient) | _award_facts(award, row.award_name)
    facts |= {Dimension.SOURCE: Source.WON, Dimension.YEAR: str(_counted_year(row))}
    if manner is not None:
        facts[Dimension.MANNER] = manner.value
    return Line(
        Source.WON,
        (row.recipient, str(row.year), row.award_name, row.decision_number),
        row.year,
        recipient.name,
        award.name if award else row.award_name,
        row.recipient,
        _unit_name(known, recipient),
        row.decision_number,
        row.decision_date,
        facts=facts,
    )


def _counted_year(row: PastAward) -> int:
    return row.decision_date.year if row.decision_date else row.year.end


def _unit_name(known: _Register, recipient: Recipient) -> str:
    unit = known.unit_of(recipient)
    return unit.name if unit is not None and unit is not recipient else ""


def _award_facts(award: Award | None, name: str) -> dict[Dimension, str]:
    if award is not None:
        return {Dimension.AWARD: award.id, Dimension.LEVEL: _LEVELS[award.authority].value}
    folded = fold(name)
    state = next((words for words in _STATE_WORDS if words in folded), "")
    if state:
        return {Dimension.AWARD: state, Dimension.LEVEL: Level.STATE.value}
    return {Dimension.AWARD: name}


def _submitted(ws: Workspace, known: _Register) -> Iterator[Line]:
    sealed = counted.first_sealed(ws.books)
    for row in counted.nominated(ws.books):
        award = ws.rulebook.awards.get(row.award)
        day = _sealed_on(row, award, sealed) if row.frozen else None
        if award is None or day is None:
            continue
        recipient = known.recipients[row.recipient]
        facts = known.facts(recipient) | _award_facts(award, award.name)
        facts |= {Dimension.SOURCE: Source.SUBMITTED, Dimension.YEAR: str(day.year)}
        yield Line(
            Source.SUBMITTED,
            (row.round, row.recipient, row.award),
            row.year,
            recipient.name,
            award.name,
            row.recipient,
            _unit_name(known, recipient),
            row.round_name,
            day,
            facts=facts,
        )


def _sealed_on(
    row: Nominated, award: Award | None, sealed: Mapping[tuple[str, str], date]
) -> date | None:
    """When the dossier it went out in was first sealed; some round's authority decided then."""
    if award is not None and (row.round, award.authority.value) in sealed:
        return sealed[(row.round, award.authority.value)]
    others = [day for (code, _), day in sealed.items() if code == row.round]
    return others[0] if len(others) == 1 else None


def _movements(ws: Workspace) -> Iterator[Line]:
    for one in storage.movements.movements(ws.books).values():
        day = one.issued or one.start
        launcher, length = launcher_of(one), length_of(one)
        facts = {Dimension.SOURCE: Source.MOVEMENT.value, Dimension.MOVEMENT_KIND: one.kind.value}
        if launcher is not None:
            facts[Dimension.LAUNCHED_BY] = launcher.value
        if length is not None:
            facts[Dimension.LENGTH] = length.value
        yield _movement_line(one, day, facts)


def _movement_line(one: Movement, day: date | None, facts: dict[Dimension, str]) -> Line:
    return Line(
        Source.MOVEMENT,
        (one.code,),
        Year(day.year if day else 0),
        one.name,
        texts.label(one.kind),
        unit_name=one.issuer,
        number=one.plan_number,
        day=day,
        facts=facts,
    )


def _money(ws: Workspace, known: _Register) -> Iterator[Line]:
    for entry in fund_books.entries(ws.books):
        yield money_line(entry, known.recipients.get(entry.recipient))


def money_line(entry: FundEntry, recipient: Recipient | None = None) -> Line:
    """An entry of the fund as a line; it belongs to its own year, whatever its day."""
    budget = not entry.source or _BUDGET_WORDS in fold(entry.source)
    return Line(
        Source.MONEY,
        (entry.code,),
        entry.year,
        recipient.name if recipient else entry.content,
        entry.content or texts.label(entry.category),
        entry.recipient,
        entry.source,
        entry.decision_number or entry.document,
        entry.day,
        entry.amount,
        {
            Dimension.SOURCE: Source.MONEY.value,
            Dimension.FLOW: entry.kind.value,
            Dimension.CATEGORY: entry.category.value,
            Dimension.FUND: STATE_BUDGET if budget else entry.source,
            Dimension.YEAR: str(entry.year.end),
        },
    )


def spent(line: Line) -> bool:
    """Whether a line of the fund is money spent."""
    return line.facts.get(Dimension.FLOW) == FundKind.SPENDING


def of_household(line: Line) -> bool:
    """Whether a line is about a household."""
    return line.facts.get(Dimension.RECIPIENT) == RecipientKind.HOUSEHOLD
