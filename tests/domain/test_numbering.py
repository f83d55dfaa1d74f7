"""Numbers of outgoing papers: taken apart, the next one, gaps, dates that run backwards."""

from datetime import date

import pytest

from khenthuong.domain.numbering import (
    DocumentNumber,
    Gap,
    NumberState,
    RegisteredNumber,
    backwards,
    gaps,
    holder,
    next_number,
    parse,
)


def line(number: int, day: date | None = None, series: str = "TTr-UBND", suffix: str = ""):
    return RegisteredNumber(2026, series, number, suffix, NumberState.USED, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45", DocumentNumber(45, "", "GM-UBND")),
        (" 07 ", DocumentNumber(7, "", "GM-UBND")),
        ("45/TTr-UBND", DocumentNumber(45, "", "TTr-UBND")),
        ("45A / TTr-UBND", DocumentNumber(45, "a", "TTr-UBND")),
        ("0", None),
        ("", None),
        ("số 5", None),
        ("TTr/5", None),
        ("-3", None),
    ],
)
def test_a_number_is_taken_apart(text, expected):
    assert parse(text, "GM-UBND") == expected


def test_a_number_reads_as_papers_print_it():
    assert str(DocumentNumber(7, "", "GM-UBND")) == "07/GM-UBND"
    assert line(45, suffix="a").shown == "45a/TTr-UBND"


def test_the_next_number_follows_the_highest_of_its_year_and_series():
    entries = (line(3), line(9, series="QĐ-UBND"))
    assert next_number(entries, 2026, "TTr-UBND") == 4
    assert next_number(entries, 2026, "QĐ-UBND") == 10
    assert next_number(entries, 2027, "QĐ-UBND") == 1


def test_gaps_begin_at_one_and_keep_to_their_series():
    entries = (line(7), line(3), line(4), line(1, series="QĐ-UBND"))
    assert gaps(entries) == (Gap(2026, "TTr-UBND", 1, 2), Gap(2026, "TTr-UBND", 5, 6))
    assert gaps((line(1), line(2), line(2, suffix="a"), line(3))) == ()


def test_dates_run_backwards_only_within_a_series():
    first, second = line(1, date(2026, 3, 2)), line(2, date(2026, 3, 1))
    other = line(1, date(2026, 2, 1), "QĐ-UBND")
    assert backwards((second, other, first)) == ((first, second),)
    assert backwards((first, line(2), line(3, date(2026, 3, 2)))) == ()


def test_who_holds_a_number():
    one = line(5)
    assert holder((one,), 2026, DocumentNumber(5, "", "TTr-UBND")) is one
    assert holder((one,), 2026, DocumentNumber(5, "a", "TTr-UBND")) is None
    assert holder((one,), 2025, DocumentNumber(5, "", "TTr-UBND")) is None
