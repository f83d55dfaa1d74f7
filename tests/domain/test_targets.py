"""Where targets stand: every state, the reason said, and laws that hold for all figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khenthuong import texts
from khenthuong.domain.figures import write_figure
from khenthuong.domain.kinds import Comparison
from khenthuong.domain.movement import Movement, Progress, Target
from khenthuong.domain.targets import Figure, Span, TargetState, judge, phrase, span_of, standings

S, C = TargetState, Comparison
YEAR = Span(date(2025, 1, 1), date(2025, 12, 31))
AFTER, WITHIN = date(2026, 2, 1), date(2025, 7, 1)


def target(comparison: Comparison, planned: str, to: str = "", **more: object) -> Target:
    return Target("PT", "Chỉ tiêu", "%", comparison, planned, to, "2025", **more)  # type: ignore[arg-type]


def state(one: Target, figure: str, day: date | None = None, today: date = AFTER) -> TargetState:
    found = judge(one, Figure(figure, day) if figure else None, YEAR, today)
    sentence = texts.say(found.reason, found.arguments)
    assert sentence.endswith(".")
    return found.state


@pytest.mark.parametrize(
    ("comparison", "planned", "to", "figure", "wanted"),
    [
        (C.AT_LEAST, "14,5", "", "14,5", S.MET),
        (C.AT_LEAST, "14,5", "", "14,6", S.EXCEEDED),
        (C.AT_LEAST, "14,5", "", "14,4", S.NOT_MET),
        (C.MORE, "95", "", "95", S.NOT_MET),
        (C.MORE, "95", "", "95,1", S.MET),
        (C.LESS, "3,5", "", "3,5", S.NOT_MET),
        (C.LESS, "3,5", "", "3,4", S.MET),
        (C.AT_MOST, "15", "", "15", S.MET),
        (C.AT_MOST, "15", "", "15,1", S.NOT_MET),
        (C.RANGE, "41", "43", "41", S.MET),
        (C.RANGE, "41", "43", "43", S.MET),
        (C.RANGE, "41", "43", "43,01", S.EXCEEDED),
        (C.RANGE, "41", "43", "40,9", S.NOT_MET),
        (C.EQUAL, "145.000", "", "145.000", S.MET),
        (C.EQUAL, "145.000", "", "145.000,5", S.EXCEEDED),
        (C.EQUAL, "100", "", "99,9", S.NOT_MET),
        (C.EQUAL, "không còn", "", "0", S.MET),
        (C.EQUAL, "không còn", "", "không còn", S.MET),
        (C.EQUAL, "không còn", "", "3", S.NOT_MET),
        (C.ABOUT, "4,5", "", "4,5", S.MET),
        (C.ABOUT, "4,5", "", "4,4", S.UNDECIDED),
        (C.AT_LEAST, "", "", "5", S.UNDECIDED),
        (C.AT_LEAST, "nhiều", "", "5", S.UNDECIDED),
        (C.AT_LEAST, "5", "", "3.5", S.UNDECIDED),
        (C.RANGE, "43", "41", "42", S.UNDECIDED),
        (C.RANGE, "43", "", "44", S.UNDECIDED),
        (C.AT_LEAST, "5", "", "", S.NO_FIGURES),
    ],
)
def test_the_result_of_a_whole_period(
    comparison: Comparison, planned: str, to: str, figure: str, wanted: TargetState
) -> None:
    assert state(target(comparison, planned, to), figure) is wanted


def test_a_fall_is_counted_from_the_base_year() -> None:
    wanted = target(C.REDUCE, "0,5", base_value="1,8", base_year="2024")
    assert state(wanted, "1,3") is S.MET
    assert state(wanted, "1,2") is S.EXCEEDED
    assert state(wanted, "1,31") is S.NOT_MET
    assert state(wanted, "2,0") is S.NOT_MET
    assert state(replace(wanted, base_value=""), "1,3") is S.UNDECIDED


def test_time_counts_only_for_what_adds_up() -> None:
    built = target(C.AT_LEAST, "10", cumulative=True)
    middle = date(2025, 7, 1)
    assert state(built, "5", middle, middle) is S.ON_TRACK
    assert state(built, "4,9", middle, middle) is S.BEHIND
    assert state(built, "10", middle, middle) is S.MET
    assert state(built, "10,1", middle, middle) is S.EXCEEDED
    level = replace(built, cumulative=False)
    assert state(level, "4,9", middle, middle) is S.UNDECIDED
    assert state(level, "10", middle, middle) is S.ON_TRACK


def test_a_limit_that_was_passed_cannot_be_kept_any_more() -> None:
    fires = Target("PT", "Vụ cháy", "vụ", C.AT_MOST, "2", period="2025", cumulative=True)
    assert state(fires, "3", WITHIN, WITHIN) is S.NOT_MET
    assert state(fires, "2", WITHIN, WITHIN) is S.ON_TRACK


def test_a_half_years_figure_is_no_result_of_the_year() -> None:
    assert state(target(C.AT_LEAST, "95"), "96", date(2025, 6, 30), AFTER) is S.UNDECIDED
    assert state(target(C.AT_LEAST, "95"), "94", date(2025, 12, 31), AFTER) is S.NOT_MET


def test_a_target_of_several_years_by_the_value_of_the_year() -> None:
    movement = Movement("PT", "Thi đua", start=date(2021, 1, 1), end=date(2025, 12, 31))
    whole = Target("PT", "Xã đạt chuẩn", "xã", C.AT_LEAST, "49", period="2021-2025", number="10")
    first = replace(whole, planned="14", period="2021", achieved="15")
    second = replace(whole, planned="24", period="2022")
    rows = [whole, first, second]
    found = standings(rows, [], movement, date(2022, 5, 1))
    assert [one.state for one in found] == [S.ON_TRACK, S.EXCEEDED, S.NO_FIGURES]
    told = [Progress("PT", "", "Xã đạt chuẩn", "2021-2025", date(2022, 12, 31), "20")]
    found = standings(rows, told, movement, date(2023, 1, 5))
    assert found[0].state is S.BEHIND
    assert "24 xã" in texts.say(found[0].reason, found[0].arguments)


def test_the_last_figure_up_to_today_counts() -> None:
    movement = Movement("PT", "Thi đua")
    one = target(C.AT_LEAST, "10", cumulative=True)
    told = [
        Progress("PT", "", "Chỉ tiêu", "2025", date(2025, 3, 31), "2"),
        Progress("PT", "", "Chỉ tiêu", "2025", date(2025, 6, 30), "6"),
        Progress("PT", "", "Chỉ tiêu", "2025", date(2025, 9, 30), "9"),
        Progress("PT", "TT-001", "Chỉ tiêu", "2025", date(2025, 6, 30), "99"),
    ]
    (found,) = standings([one], told, movement, date(2025, 7, 2))
    assert found.figure == Figure("6", date(2025, 6, 30))
    assert found.state is S.ON_TRACK


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2025", date(2025, 3, 1), date(2025, 12, 31)),
        ("Năm 2025", date(2025, 3, 1), date(2025, 12, 31)),
        ("2025-2026", date(2025, 3, 1), date(2026, 5, 31)),
        ("giai đoạn 2021-2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("", date(2025, 3, 1), date(2026, 5, 31)),
        ("Quý III/2025", None, None),
        ("2025, 2026, 2027", None, None),
    ],
)
def test_when_a_target_ends(period: str, start: date | None, end: date | None) -> None:
    movement = Movement("PT", "", start=date(2025, 3, 1), end=date(2026, 5, 31))
    if period.startswith("giai"):
        start = date(2025, 3, 1)
    assert span_of(replace(target(C.EQUAL, "1"), period=period), movement) == Span(start, end)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (target(C.RANGE, "41", "43"), "từ 41% đến 43%"),
        (replace(target(C.AT_LEAST, "14,5"), unit="%/năm"), "tối thiểu 14,5%/năm"),
        (replace(target(C.EQUAL, "11.800"), unit="USD/người"), "đạt 11.800 USD/người"),
        (replace(target(C.EQUAL, "không còn"), unit="hộ nghèo"), "không còn hộ nghèo"),
        (replace(target(C.RANGE, "15.000", "15.500"), unit="người"), "từ 15.000 đến 15.500 người"),
        (target(C.LESS, "3,5"), "dưới 3,5%"),
        (target(C.AT_LEAST, "41", "43"), "tối thiểu 41% (đến 43%)"),
    ],
)
def test_what_a_plan_asks_for_in_words(one: Target, words: str) -> None:
    assert phrase(one) == words


figures = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False)
GOODNESS = [S.NOT_MET, S.BEHIND, S.UNDECIDED, S.ON_TRACK, S.MET, S.EXCEEDED]


@given(figures, figures, figures)
def test_more_is_never_worse_for_what_should_be_high(
    planned: Decimal, one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    for comparison in (C.AT_LEAST, C.MORE):
        wanted = target(comparison, write_figure(planned))
        lower, higher = (state(wanted, write_figure(f)) for f in (low, high))
        assert GOODNESS.index(lower) <= GOODNESS.index(higher)


@given(figures, figures, figures)
def test_less_is_never_worse_for_what_should_be_low(
    planned: Decimal, one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    for comparison in (C.AT_MOST, C.LESS):
        wanted = target(comparison, write_figure(planned))
        lower, higher = (state(wanted, write_figure(f)) for f in (low, high))
        assert GOODNESS.index(lower) >= GOODNESS.index(higher)


@given(
    st.sampled_from(C),
    figures,
    figures,
    st.dates(date(2024, 6, 1), date(2026, 6, 1)),
    st.booleans(),
)
def test_without_a_sum_time_is_never_spoken_of(
    comparison: Comparison, planned: Decimal, value: Decimal, day: date, ended: bool
) -> None:
    wanted = target(comparison, write_figure(planned), write_figure(planned + 1), base_value="9")
    found = judge(wanted, Figure(write_figure(value), day), YEAR, AFTER if ended else day)
    assert found.reason not in ("standing.by_time", "standing.by_time_behind")
    assert found.state is not S.BEHIND


@given(figures.filter(bool), figures, st.dates(date(2025, 1, 1), date(2025, 12, 30)))
def test_a_sum_on_track_is_at_least_its_share_of_time(
    planned: Decimal, value: Decimal, day: date
) -> None:
    wanted = target(C.AT_LEAST, write_figure(planned), cumulative=True)
    found = state(wanted, write_figure(value), day, day)
    gone = (day - date(2025, 1, 1)).days + 1
    assert (found is S.BEHIND) == (value * 365 < planned * gone and value < planned)


@given(st.text(max_size=8), st.text(max_size=8), st.sampled_from(C))
def test_whatever_is_written_something_sayable_comes_out(
    planned: str, figure: str, comparison: Comparison
) -> None:
    wanted = target(comparison, planned, planned)
    found = judge(wanted, Figure(figure), YEAR, AFTER)
    assert texts.say(found.reason, found.arguments)
