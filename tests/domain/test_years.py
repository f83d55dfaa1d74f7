"""Calendar and school years."""

from __future__ import annotations

import re

import pytest

from khenthuong.domain.years import Year, window


@pytest.mark.parametrize("text", ["2025", "2025-2026", "2025 - 2026", "2025–2026"])
def test_parse_reads_both_kinds(text: str) -> None:
    assert Year.parse(text).school == ("2026" in text)


@pytest.mark.parametrize("text", ["?", "25", "2025-2027", "2025-26", "năm 2025"])
def test_parse_refuses_other_text(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        Year.parse(text)


def test_school_year_belongs_to_the_award_year_in_which_it_ends() -> None:
    assert Year(2025, school=True).as_kind(school=False) == Year(2026)
    assert Year(2026).as_kind(school=True) == Year(2025, school=True)
    assert Year(2026).as_kind(school=True).as_kind(school=False) == Year(2026)


def test_window_counts_backwards_in_the_same_kind() -> None:
    assert window(Year(2025, school=True), 3) == (
        Year(2023, school=True),
        Year(2024, school=True),
        Year(2025, school=True),
    )


def test_text_is_what_was_parsed() -> None:
    assert str(Year.parse("2025-2026")) == "2025-2026"
    assert str(Year.parse("2025")) == "2025"
