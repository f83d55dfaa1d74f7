"""The fund: its entries, bonus money of a decision, balances, and the list that is signed.

Bonus money is the factor of the award × the base salary on the decision date, rounded up as the
rules say (`domain.money`). Who decides an award pays it from the fund of its own level; what the
State decides, the province pays (Điều 11 of the Law): only the commune's own awards are proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from khenthuong import storage, texts
from khenthuong.documents.statistics_paper import sum_in_words
from khenthuong.domain import money
from khenthuong.domain.fund import Balance, FundEntry, Paid, balance, by_decision, fits
from khenthuong.domain.kinds import Authority, Checked, FundCategory, FundKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Household, Person, Recipient
from khenthuong.domain.statistics import (
    Column,
    Figure,
    FilledRow,
    Measure,
    Note,
    Row,
    RowKind,
    Table,
    TableDef,
    number_text,
)
from khenthuong.domain.vietnamese import name_key
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services.statistics.lines import money_line
from khenthuong.services.workspace import Workspace
from khenthuong.storage import fund as books

_LIST_ID = "chi_thuong"
_ORDER = ("tap_the", "ca_nhan", "ho_gia_dinh")


@dataclass(frozen=True)
class LeftOutBonus:
    """An award of a decision for which no money is proposed: a code of `texts` and arguments."""

    code: str
    arguments: Mapping[str, object]


@dataclass(frozen=True)
class BonusProposal:
    """The entries that a decision asks for, without those booked already; `booked` counts these."""

    decision_number: str
    entries: tuple[FundEntry, ...]
    left_out: tuple[LeftOutBonus, ...]
    booked: int = 0

    @property
    def amount(self) -> int:
        """What the entries come to, in đồng."""
        return sum(one.amount for one in self.entries)


def entries(ws: Workspace, year: int | None = None) -> tuple[FundEntry, ...]:
    """The entries of a calendar year, or all, by day and code."""
    return tuple(one for one in books.entries(ws.books) if year in (None, one.year.end))


def save(ws: Workspace, entry: FundEntry) -> FundEntry:
    """Keep an entry, a new one (code "") under the next free code; returns it as kept.

    Raises UserError where the amount, day, category or content is missing or does not fit.
    """
    _check(entry)
    kept = entry
    if not kept.code:
        kept = replace(entry, code=books.next_codes(ws.books, entry.year.end)[0])
    with ws.books.write(texts.say("fund.operation_save", {"content": kept.content})):
        books.save(ws.books, [kept])
    return kept


def remove(ws: Workspace, code: str) -> None:
    """Take an entry out; raises UserError for one that is not there."""
    found = next((one for one in books.entries(ws.books) if one.code == code), None)
    if found is None:
        raise UserError("fund.unknown_entry", entry=code)
    with ws.books.write(texts.say("fund.operation_remove", {"content": found.content})):
        books.remove(ws.books, found)


def _check(entry: FundEntry) -> None:
    if entry.amount <= 0:
        raise UserError("fund.amount_missing")
    if not entry.content.strip():
        raise UserError("fund.content_missing")
    if not fits(entry.kind, entry.category):
        income = entry.kind is FundKind.INCOME
        raise UserError("fund.income_category" if income else "fund.spending_category")
    if entry.day is not None and entry.day.year != entry.year.end:
        raise UserError("fund.day_other_year", day=entry.day, year=str(entry.year))


def balance_of(ws: Workspace, year: int) -> Balance:
    """The fund of a calendar year, with what earlier years left."""
    return balance(books.entries(ws.books), year)


def paid(ws: Workspace, year: int) -> tuple[Paid, ...]:
    """Bonus money of a year by decision."""
    return by_decision(entries(ws, year))


def decisions(ws: Workspace) -> tuple[tuple[str, date | None], ...]:
    """The decisions of awards in the books with their dates, the newest first."""
    found: dict[str, date | None] = {}
    for rows in storage.records.past_awards(ws.books).values():
        for row in rows:
            if row.decision_number:
                found[row.decision_number] = found.get(row.decision_number) or row.decision_date
    return tuple(sorted(found.items(), key=lambda one: (one[1] or date.min, one[0]), reverse=True))


def propose(ws: Workspace, decision_number: str) -> BonusProposal:
    """Entries for every award of a decision; raises UserError for a decision not in the books."""
    won = [
        row
        for rows in storage.records.past_awards(ws.books).values()
        for row in rows
        if row.decision_number == decision_number
    ]
    if not decision_number or not won:
        raise UserError("fund.no_decision", number=decision_number)
    known = storage.register.many(ws.books, [row.recipient for row in won])
    won.sort(key=lambda row: _place(known[row.recipient]))
    booked = {one.bonus_key for one in books.entries(ws.books)}
    made: list[FundEntry] = []
    left: list[LeftOutBonus] = []
    doubles = 0
    for row in won:
        entry = _bonus_entry(ws, row, known[row.recipient])
        if isinstance(entry, LeftOutBonus):
            left.append(entry)
        elif entry.bonus_key in booked:
            doubles += 1
        else:
            booked.add(entry.bonus_key)
            made.append(entry)
    return BonusProposal(decision_number, tuple(made), tuple(left), doubles)


def _place(recipient: Recipient) -> tuple[int, bytes]:
    return (_ORDER.index(recipient.recipient_kind.value), name_key(recipient.name))


def _bonus_entry(ws: Workspace, row: PastAward, recipient: Recipient) -> FundEntry | LeftOutBonus:
    told = {"name": recipient.name, "award": row.award_name}
    award = ws.rulebook.awards.get(row.award) if row.award else None
    if award is None:
        return LeftOutBonus("fund.left_unlisted", told)
    if award.authority is Authority.OTHER:
        return LeftOutBonus("fund.left_other", told)
    if award.authority is not Authority.COMMUNE:
        return LeftOutBonus("fund.left_above", told)
    if row.decision_date is None:
        return LeftOutBonus("fund.left_no_date", told)
    amount = money.bonus(ws.rulebook, award, recipient.recipient_kind, row.decision_date)
    if amount is None:
        return LeftOutBonus("fund.left_no_rule", {**told, "day": row.decision_date})
    return FundEntry(
        "",
        Year(row.decision_date.year),
        FundKind.SPENDING,
        FundCategory.OTHER_AWARDS,
        amount,
        row.decision_date,
        texts.say("fund.state_budget"),
        content=texts.say("fund.bonus_content", {"award": award.name, "name": recipient.name}),
        recipient=recipient.code,
        award=award.id,
        decision_number=row.decision_number,
    )


def book(ws: Workspace, decision_number: str) -> tuple[FundEntry, ...]:
    """Book the bonus money of a decision in one operation; what is booked already is left alone.

    Raises UserError where nothing is left to book.
    """
    proposal = propose(ws, decision_number)
    if not proposal.entries:
        raise UserError("fund.nothing_to_pay", number=decision_number)
    told = {"number": decision_number, "count": len(proposal.entries)}
    with ws.books.write(texts.say("fund.operation_bonus", told)):
        codes = books.next_codes(ws.books, proposal.entries[0].year.end, len(proposal.entries))
        kept = tuple(
            replace(entry, code=code) for entry, code in zip(proposal.entries, codes, strict=True)
        )
        books.save(ws.books, kept)
    return kept


# The list that is signed ----------------------------------------------------------------------


def payment_list(ws: Workspace, decision_number: str) -> Table:
    """Danh sách chi tiền thưởng of a decision, with a column to sign in.

    Raises UserError where no money of the decision is booked.
    """
    found = [
        one
        for one in books.entries(ws.books)
        if one.decision_number == decision_number and one.kind is FundKind.SPENDING
    ]
    if not found:
        raise UserError("fund.list_empty", number=decision_number)
    known = storage.register.many(ws.books, [one.recipient for one in found if one.recipient])
    found.sort(key=lambda one: _place(known[one.recipient]) if one.recipient in known else (9, b""))
    units = _unit_names(ws, known.values())
    rows = [
        _list_row(ws, place, entry, known.get(entry.recipient), units)
        for place, entry in enumerate(found, start=1)
    ]
    total = sum(one.amount for one in found)
    return Table(
        _list_definition([row.row for row in rows]),
        texts.say("fund.list_title"),
        _list_of(ws, decision_number),
        (*rows, _list_total(total)),
        tuple(_list_notes(ws, decision_number, found, total)),
    )


def _unit_names(ws: Workspace, recipients: Iterable[Recipient]) -> Mapping[str, str]:
    codes = [_unit_code(one) for one in recipients]
    return storage.register.unit_names(ws.books, sorted({code for code in codes if code}))


def _unit_code(recipient: Recipient) -> str:
    if isinstance(recipient, Person):
        return recipient.unit
    return recipient.village if isinstance(recipient, Household) else recipient.parent


def _list_definition(rows: Sequence[Row]) -> TableDef:
    def column(key: str, measure: Measure) -> Column:
        return Column(key, measure, text=texts.say(f"statistics.list.{key}"))

    heads = (column("1", Measure.TEXT), column("2", Measure.TEXT))
    columns = (
        column("3", Measure.TEXT),
        column("4", Measure.TEXT),
        column("5", Measure.DONG),
        column("6", Measure.BLANK),
    )
    return TableDef(_LIST_ID, columns, (*rows, _total_row()), heads, checked=Checked.TEXT)


def _total_row() -> Row:
    return Row("cong", RowKind.TOTAL, marks=("", texts.say("statistics.row.tong_cong")))


def _list_row(
    ws: Workspace,
    place: int,
    entry: FundEntry,
    recipient: Recipient | None,
    units: Mapping[str, str],
) -> FilledRow:
    name = recipient.name if recipient else entry.content
    unit = units.get(_unit_code(recipient), "") if recipient else ""
    award = ws.award_names.get(entry.award, entry.award)
    line = money_line(entry, recipient)
    figures = (
        Figure(unit, None, (line,)),
        Figure(award, None, (line,)),
        Figure(number_text(entry.amount), entry.amount, (line,)),
        Figure(),
    )
    return FilledRow(Row(entry.code, marks=(str(place), name)), figures)


def _list_total(total: int) -> FilledRow:
    figures = (Figure(), Figure(), Figure(number_text(total), total), Figure())
    return FilledRow(_total_row(), figures)


def _list_of(ws: Workspace, decision_number: str) -> str:
    day = dict(decisions(ws)).get(decision_number)
    shown = texts.say("fund.list_day", {"day": day}) if day else ""
    return texts.say("fund.list_of", {"number": decision_number, "day": shown})


def _list_notes(
    ws: Workspace, decision_number: str, found: Sequence[FundEntry], total: int
) -> Iterator[Note]:
    yield Note("fund.list_words", {"words": sum_in_words(total)})
    day = dict(decisions(ws)).get(decision_number)
    salary = money.base_salary(ws.rulebook, day) if day else None
    if salary is not None and any(one.award for one in found):
        yield Note("fund.list_salary", {"salary": salary})
