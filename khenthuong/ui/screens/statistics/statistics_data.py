"""What the screen of reports and statistics asks of the services; runs on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khenthuong.domain.fund import Balance, FundEntry, Paid
from khenthuong.domain.statistics import Dimension, Line, Span, Table

if TYPE_CHECKING:
    from khenthuong.domain.statistics_free import FreeQuery
    from khenthuong.services.statistics.fund import BonusProposal
    from khenthuong.services.statistics.tables import Offered


@dataclass(frozen=True)
class Start:
    """What the screen opens with."""

    years: tuple[int, ...]
    this_year: int
    tables: tuple[Offered, ...]


@dataclass(frozen=True)
class FundView:
    """The fund in a year."""

    entries: tuple[FundEntry, ...]
    balance: Balance
    paid: tuple[Paid, ...]
    decisions: tuple[tuple[str, date | None], ...]


def read_start(ws: Any) -> Start:
    """The years of the books and the tables there are."""
    from khenthuong.services.statistics import free, tables

    return Start(free.years(ws), ws.today().year, tables.offered())


def read_table(ws: Any, table: str, span: Span) -> Table:
    """A statutory table."""
    from khenthuong.services.statistics import tables

    return tables.statutory(ws, table, span)


def read_free(ws: Any, query: FreeQuery) -> Table:
    """A free table."""
    from khenthuong.services.statistics import free

    return free.free(ws, query)


def read_shares(ws: Any, first: int, last: int) -> Table:
    """The two shares over the years."""
    from khenthuong.services.statistics import shares

    return shares.shares(ws, first, last)


def read_values(ws: Any, dimension: Dimension) -> tuple[tuple[str, str], ...]:
    """What a filter may be set to: (value, words)."""
    from khenthuong.services.statistics import free

    return free.values(ws, dimension)


def notes_of(table: Table) -> tuple[str, ...]:
    """What the table cannot say, in words."""
    from khenthuong.services.statistics import papers

    return papers.notes_of(table)


def as_text(table: Table) -> str:
    """The table for the clipboard."""
    from khenthuong.services.statistics import papers

    return papers.as_text(table)


def file_name(table: Table, kind: str) -> str:
    """The name proposed for its file."""
    from khenthuong.services.statistics import papers

    return papers.file_name(table, kind)


def write_word(ws: Any, table: Table, path: Path) -> Path:
    """The Word file."""
    from khenthuong.services.statistics import papers

    return papers.write_word(ws, table, path)


def write_excel(ws: Any, found: Sequence[Table], path: Path) -> Path:
    """The workbook."""
    from khenthuong.services.statistics import papers

    return papers.write_excel(ws, found, path)


def write_pages(ws: Any, table: Table) -> Path:
    """A Word file beside the books' own papers, only to be shown as pages."""
    from khenthuong.services.statistics import papers

    return papers.write_word(ws, table, ws.pages_folder / papers.file_name(table, "docx"))


def write_report(ws: Any, year: int, folder: Path) -> int:
    """The whole set of a year; how many files it is."""
    from khenthuong.services.statistics import papers

    return len(papers.write_report(ws, year, folder).files)


def read_fund(ws: Any, year: int) -> FundView:
    """The fund of a year."""
    from khenthuong.services.statistics import fund

    return FundView(
        fund.entries(ws, year), fund.balance_of(ws, year), fund.paid(ws, year), fund.decisions(ws)
    )


def save_entry(ws: Any, entry: FundEntry) -> FundEntry:
    """Keep an entry of the fund."""
    from khenthuong.services.statistics import fund

    return fund.save(ws, entry)


def remove_entry(ws: Any, code: str) -> None:
    """Take an entry out."""
    from khenthuong.services.statistics import fund

    fund.remove(ws, code)


def read_proposal(ws: Any, decision_number: str) -> BonusProposal:
    """The bonus money that a decision asks for."""
    from khenthuong.services.statistics import fund

    return fund.propose(ws, decision_number)


def book_bonuses(ws: Any, decision_number: str) -> int:
    """Book it; how many entries it became."""
    from khenthuong.services.statistics import fund

    return len(fund.book(ws, decision_number))


def read_payment_list(ws: Any, decision_number: str) -> Table:
    """The list that is signed."""
    from khenthuong.services.statistics import fund

    return fund.payment_list(ws, decision_number)


def shown_day(line: Line) -> str:
    """The day of a line, or its year where none is known."""
    day = line.day
    return f"{day.day:02}/{day.month:02}/{day.year}" if day else str(line.year)
