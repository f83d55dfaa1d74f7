"""Times of day as clerks type them."""

import pytest

from khenthuong.domain.clock import read_clock


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("8 giờ 00", (8, 0)),
        ("08:00", (8, 0)),
        ("8h", (8, 0)),
        ("8 giờ", (8, 0)),
        ("8", (8, 0)),
        ("7g15", (7, 15)),
        ("14 giờ 30 phút", (14, 30)),
        ("01/BB", None),
        ("24:00", None),
        ("8 giờ 75", None),
        ("sáng", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_read_as_people_type_it(text: str, known: tuple[int, int] | None) -> None:
    assert read_clock(text) == known
