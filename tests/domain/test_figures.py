from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khenthuong.domain.figures import read_figure, write_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("31,1", "31.1"),
        ("2.326", "2326"),
        ("105.645,46", "105645.46"),
        ("145.000", "145000"),
        ("100%", "100"),
        ("-0,5", "-0.5"),
        ("−0,5", "-0.5"),
        ("không còn", "0"),
        ("0", "0"),
        (" 1.200 ", "1200"),
    ],
)
def test_reads_the_vietnamese_way(text: str, value: str) -> None:
    assert read_figure(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "3.5", "1,234,5", "31.1", "1.2345", "khoảng 5", "2,5-3,0", "12 xã", "1e5", "NaN"]
)
def test_guesses_nothing(text: str) -> None:
    assert read_figure(text) is None


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12
    )
)
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert read_figure(write_figure(value)) == value
