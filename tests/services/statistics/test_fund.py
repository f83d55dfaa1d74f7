"""Bonus money of a decision, entries, balances, Biểu 05 and the list that is signed."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.fund import FundEntry
from khenthuong.domain.kinds import FundCategory, FundKind
from khenthuong.domain.statistics import Span
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services.statistics import fund, tables
from khenthuong.services.workspace import Workspace, open_workspace
from tests.services.statistics import small_commune as small

DECISION = "9/QĐ"
INCOME = FundEntry(
    "",
    Year(2026),
    FundKind.INCOME,
    FundCategory.ALLOCATION,
    20_000_000,
    date(2026, 1, 5),
    content="Trích lập",
)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    small.lay_down(tmp_path / "so")
    with open_workspace(tmp_path / "so") as opened:
        small.fill(opened)
        yield opened


def decide(ws: Workspace, day: date = date(2026, 8, 3)) -> None:
    small.award(ws, "CN-001", "lao_dong_tien_tien", day=day)
    small.award(ws, "CN-002", "chien_si_thi_dua_co_so", day=day)
    small.award(ws, "TT-001", "tap_the_lao_dong_tien_tien", day=day)
    small.award(ws, "CN-003", "bang_khen_cap_tinh", day=day)
    small.award(ws, "CN-004", "giay_khen_xa", day=None)


def code_of(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.code


def test_money_of_a_decision_follows_the_salary_of_its_day(ws: Workspace) -> None:
    decide(ws)
    proposal = fund.propose(ws, DECISION)
    # 0,8 · 0,3 · 1,0 × 2.530.000, rounded up to ten thousands.
    assert [one.amount for one in proposal.entries] == [2_030_000, 760_000, 2_530_000]
    assert proposal.amount == 5_320_000
    assert {one.code for one in proposal.left_out} == {"fund.left_above", "fund.left_no_date"}


def test_before_july_the_older_salary_counts(ws: Workspace) -> None:
    decide(ws, date(2026, 6, 30))
    amounts = [one.amount for one in fund.propose(ws, DECISION).entries]
    assert amounts == [1_880_000, 710_000, 2_340_000]


def test_booking_is_one_step_and_never_doubles(ws: Workspace) -> None:
    decide(ws)
    booked = fund.book(ws, DECISION)
    assert [one.code for one in booked] == ["Q2026-001", "Q2026-002", "Q2026-003"]
    again = fund.propose(ws, DECISION)
    assert (again.entries, again.booked) == ((), 3)
    with pytest.raises(UserError) as caught:
        fund.book(ws, DECISION)
    assert code_of(caught) == "fund.nothing_to_pay"

    storage.undo_operation(ws.books, storage.history.newest(ws.books), "Hoàn tác")

    assert fund.entries(ws) == ()
    assert len(fund.propose(ws, DECISION).entries) == 3


def test_an_award_added_later_is_booked_alone(ws: Workspace) -> None:
    decide(ws)
    fund.book(ws, DECISION)
    small.award(ws, "CN-004", "lao_dong_tien_tien")
    assert [one.recipient for one in fund.book(ws, DECISION)] == ["CN-004"]
    assert fund.paid(ws, 2026)[0].amount == 5_320_000 + 760_000


def test_what_is_missing_in_an_entry_is_refused(ws: Workspace) -> None:
    for changed, code in (
        ({"amount": 0}, "fund.amount_missing"),
        ({"content": " "}, "fund.content_missing"),
        ({"category": FundCategory.OBJECTS}, "fund.income_category"),
        ({"kind": FundKind.SPENDING}, "fund.spending_category"),
        ({"day": date(2025, 12, 31)}, "fund.day_other_year"),
    ):
        with pytest.raises(UserError) as caught:
            fund.save(ws, replace(INCOME, **changed))
        assert code_of(caught) == code
    assert fund.entries(ws) == ()


def test_entries_are_changed_taken_out_and_balanced(ws: Workspace) -> None:
    kept = fund.save(ws, INCOME)
    fund.save(ws, replace(kept, amount=21_000_000))
    decide(ws)
    fund.book(ws, DECISION)
    found = fund.balance_of(ws, 2026)
    assert (found.income, found.spent, found.closing) == (21_000_000, 5_320_000, 15_680_000)
    assert fund.balance_of(ws, 2027).opening == 15_680_000
    fund.remove(ws, kept.code)
    assert fund.balance_of(ws, 2026).income == 0
    with pytest.raises(UserError) as caught:
        fund.remove(ws, kept.code)
    assert code_of(caught) == "fund.unknown_entry"


def test_table_05_agrees_with_sql_and_tells_of_rounding(ws: Workspace) -> None:
    fund.save(ws, INCOME)
    for category, amount, source in (
        (FundCategory.PROMOTION, 140_000, ""),
        (FundCategory.OBJECTS, 140_000, ""),
        (FundCategory.OTHER, 140_000, ""),
        (FundCategory.STATE_AWARDS, 2_000_000, "Đóng góp"),
    ):
        spent = FundEntry(
            "", Year(2026), FundKind.SPENDING, category, amount, source=source, content="Chi"
        )
        fund.save(ws, spent)

    found = tables.statutory(ws, "05", Span.of_years(2026))

    connection = sqlite3.connect(ws.folder.database)
    query = "SELECT category, sum(amount) FROM fund_entry WHERE kind = 'chi' GROUP BY category"
    wanted = dict(connection.execute(query).fetchall())
    connection.close()
    columns = {
        "6": "khen_cap_nha_nuoc",
        "9": "thi_dua_tuyen_truyen",
        "10": "hien_vat",
        "11": "khac",
    }
    assert {key: found.figure("cong", key).value for key in columns} == {
        key: wanted[category] for key, category in columns.items()
    }
    assert found.figure("cong", "5").value == sum(wanted.values())
    assert [found.figure("ngan_sach", key).text for key in ("3", "5", "9")] == ["20", "0,4", "0,1"]
    assert found.figure("+Đóng góp", "6").text == "2"
    assert found.figure("cong", "4").text == ""
    # 0,1 + 0,1 + 0,1 is not the 0,4 that 420.000 đồng come to.
    told = [note for note in found.notes if note.code.endswith("rounding_row")]
    assert [(one.arguments["sum"], one.arguments["total"]) for one in told] == [
        ("0,3", "0,4"),
        ("2,3", "2,4"),
    ]


def test_the_list_that_is_signed_has_everybody_once_and_the_sum(ws: Workspace) -> None:
    decide(ws)
    with pytest.raises(UserError) as caught:
        fund.payment_list(ws, DECISION)
    assert code_of(caught) == "fund.list_empty"
    fund.book(ws, DECISION)

    found = fund.payment_list(ws, DECISION)

    assert [row.row.marks[1] for row in found.rows] == [
        "Phòng Kinh tế",
        "Nguyễn Thị Thử 1",
        "Nguyễn Thị Thử 2",
        "Tổng cộng",
    ]
    assert found.figure("cong", "5").text == "5.320.000"
    words = found.notes[0].arguments["words"]
    assert words == "Năm triệu ba trăm hai mươi nghìn đồng"


def test_a_decision_not_in_the_books_is_refused(ws: Workspace) -> None:
    for number in ("", "404/QĐ"):
        with pytest.raises(UserError) as caught:
            fund.propose(ws, number)
        assert code_of(caught) == "fund.no_decision"
