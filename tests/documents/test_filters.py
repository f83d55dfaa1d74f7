"""Dates, numbers, money and counts the way NĐ 30/2020 writes them."""

from datetime import date
from decimal import Decimal

import pytest

from khenthuong.documents import filters
from khenthuong.domain.register import PartialDate


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2025, 12, 10), "ngày 10 tháng 12 năm 2025"),
    ],
)
def test_long_date_pads_days_and_months_1_and_2_only(day: date, words: str) -> None:
    written = filters.long_date(day)
    assert written.replace(filters.NBSP, " ") == words
    assert f"ngày{filters.NBSP}{day.day:02}" in written


def test_blank_date_keeps_room_and_never_a_wrong_year() -> None:
    assert filters.blank_date(2026).endswith("năm\u00a02026")
    assert filters.blank_date(None).count(filters.BLANK) == 3
    assert filters.long_date(None) == filters.blank_date(None)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 5), "05/01/2026"),
        (PartialDate(1980, 3), "03/1980"),
        (PartialDate(1980), "1980"),
        (None, ""),
    ],
)
def test_short_date(day: date | PartialDate | None, text: str) -> None:
    assert filters.short_date(day) == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (31, "ba mươi mốt"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (1_010, "một nghìn không trăm mười"),
        (1_024, "một nghìn không trăm hai mươi tư"),
        (2_326, "hai nghìn ba trăm hai mươi sáu"),
        (10_005, "mười nghìn không trăm linh năm"),
        (702_000, "bảy trăm linh hai nghìn"),
        (2_530_000, "hai triệu năm trăm ba mươi nghìn"),
        (2_005_000, "hai triệu không trăm linh năm nghìn"),
        (1_000_000, "một triệu"),
        (21_000_021, "hai mươi mốt triệu không trăm hai mươi mốt"),
        (1_000_000_000, "một tỷ"),
        (1_500_000_000, "một tỷ năm trăm triệu"),
        (
            12_345_678_901,
            "mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm linh một",
        ),
        (-3, "âm ba"),
    ],
)
def test_numbers_in_words(value: int, words: str) -> None:
    assert filters.in_words(value) == words


@pytest.mark.parametrize(
    ("value", "text"),
    [(2326, "2.326"), (Decimal("22593.27"), "22.593,27"), (None, ""), ("31,1", "31,1"), (7, "7")],
)
def test_numbers(value: int | Decimal | str | None, text: str) -> None:
    assert filters.number(value) == text


def test_money_stays_on_one_line_and_shows_what_is_missing() -> None:
    assert filters.money(2_530_000) == "2.530.000\u00a0đồng"
    assert filters.money_in_words(2_530_000) == "Hai triệu năm trăm ba mươi nghìn đồng"
    assert filters.money(None) == filters.money_in_words(None) == "……"


@pytest.mark.parametrize(("value", "text"), [(0, "00"), (5, "05"), (12, "12"), (1200, "1.200")])
def test_counts_below_ten_have_a_zero(value: int, text: str) -> None:
    assert filters.padded(value) == text


def test_upper_composes_first() -> None:
    assert filters.upper("Ủy ban nha\u0302n da\u0302n xã Đông") == "ỦY BAN NHÂN DÂN XÃ ĐÔNG"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("tại Điều 1.", "tại Điều_1."),
        ("ngày 05 tháng 01 năm 2026", "ngày_05 tháng_01 năm_2026"),
        ("điểm a khoản 2 Điều 5", "điểm_a khoản_2 Điều_5"),
        ("05 tập thể", "05_tập thể"),
        ("Ông Nguyễn Văn Nam", "Ông_Nguyễn Văn Nam"),
        ("trong năm qua", "trong năm qua"),
    ],
)
def test_kept_together(text: str, kept: str) -> None:
    assert filters.together(text).replace(filters.NBSP, "_") == kept


def test_a_number_left_blank_stays_with_its_word():
    blank = filters.BLANK
    assert filters.together(f"Tờ trình số {blank}/TTr") == f"Tờ trình số\u00a0{blank}/TTr"
