"""Shares, rounding, and what every statutory table must keep to whatever it counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khenthuong.domain.statistics import (
    Dimension,
    Figure,
    FilledRow,
    Line,
    Measure,
    RowKind,
    Source,
    Span,
    TableDef,
    millions,
    number_text,
    overlapping,
    share,
    tally,
)
from khenthuong.domain.statistics_layout import all_columns, depth, head_cells
from khenthuong.domain.statistics_tables import TABLE_03, TABLES
from khenthuong.domain.years import Year

MANNERS = ("cong_trang", "chuyen_de", "dot_xuat", "doi_ngoai", "khang_chien")


def won(number: int, award: str, **facts: str) -> Line:
    told = {Dimension[name]: value for name, value in facts.items()}
    told |= {Dimension.SOURCE: Source.WON, Dimension.LEVEL: "tinh", Dimension.AWARD: award}
    return Line(Source.WON, (str(number),), Year(2022), f"Người {number}", award, facts=told)


def figures(definition: TableDef, rows: tuple[FilledRow, ...], key: str) -> dict[str, Figure]:
    row = next(one for one in rows if one.row.key == key)
    names = [one.key for one in definition.columns]
    return dict(zip(names, row.figures, strict=True))


def test_508_of_779_is_not_printed_as_0_65_percent() -> None:
    lines = [won(n, "bang_khen_cap_tinh", MANNER="cong_trang") for n in range(508)]
    lines += [won(n, "bang_khen_cap_tinh", MANNER="dot_xuat") for n in range(508, 508 + 221)]
    lines += [won(n, "bang_khen_cap_tinh", MANNER="doi_ngoai") for n in range(729, 779)]

    cells = figures(TABLE_03, tally(TABLE_03, lines), "bang_khen_tinh")

    assert (cells["3"].text, cells["6"].text, cells["10"].text) == ("779", "508", "221")
    shares = [cells[key].text for key in ("7", "11", "15")]
    assert shares == ["65,2\u00a0%", "28,4\u00a0%", "6,4\u00a0%"]
    assert cells["16"].text == cells["17"].text == ""


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (1, 1, "100\u00a0%"),
        (1, 3, "33,3\u00a0%"),
        (1, 8, "12,5\u00a0%"),
        (1, 2000, "0,1\u00a0%"),
        (0, 0, ""),
    ],
)
def test_shares_read_as_percent_of_counts(part: int, whole: int, shown: str) -> None:
    assert share(part, whole) == shown


def test_money_is_rounded_half_up_to_a_tenth_of_a_million() -> None:
    assert [number_text(millions(n)) for n in (49_999, 50_000, 7_100_000_000, 433_250_000)] == [
        "0",
        "0,1",
        "7.100",
        "433,3",
    ]


def test_a_period_takes_what_was_decided_in_it_and_the_undated_by_their_year() -> None:
    span = Span.of_years(2025)
    assert span.year == 2025
    assert span.holds(date(2025, 12, 31), Year(2024))
    assert not span.holds(date(2026, 1, 1), Year(2025))
    assert span.holds(None, Year(2024, school=True))
    assert Span(date(2025, 1, 1), date(2025, 6, 30)).year is None


@pytest.mark.parametrize("definition", TABLES.values(), ids=lambda one: one.id)
def test_shares_name_columns_that_count(definition: TableDef) -> None:
    for column in definition.columns:
        if column.measure is Measure.SHARE:
            kinds = {definition.column(key).measure for key in column.of}
            assert kinds == {Measure.COUNT}
    keys = [row.key for row in definition.rows]
    assert len(set(keys)) == len(keys)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("bang_khen_cap_tinh", "chien_si_thi_dua_cap_tinh", "khac")),
            st.sampled_from(("tap_the", "ca_nhan", "ho_gia_dinh")),
            st.sampled_from((*MANNERS, "")),
            st.sampled_from(("lanh_dao", "truc_tiep", "")),
        ),
        max_size=40,
    )
)
def test_a_line_is_counted_once_and_parts_never_exceed_their_whole(
    drawn: list[tuple[str, str, str, str]],
) -> None:
    lines = [
        won(
            number,
            award,
            RECIPIENT=kind,
            **({"MANNER": manner} if manner else {}),
            **({"DUTY": duty} if duty and kind == "ca_nhan" else {}),
        )
        for number, (award, kind, manner, duty) in enumerate(drawn)
    ]
    assert overlapping(TABLE_03, lines) == []
    for row in tally(TABLE_03, lines):
        cells = {c.key: f.value or 0 for c, f in zip(TABLE_03.columns, row.figures, strict=True)}
        assert cells["8"] + cells["9"] <= cells["6"]
        assert cells["12"] + cells["13"] <= cells["10"]
        assert cells["6"] + cells["10"] + cells["14"] + cells["16"] <= cells["3"]
        for figure in row.figures:
            assert figure.value is None or figure.value == len(figure.lines)


@pytest.mark.parametrize("definition", TABLES.values(), ids=lambda one: one.id)
def test_heads_cover_every_place_once(definition: TableDef) -> None:
    from dataclasses import replace

    from khenthuong import texts

    def worded(column: object) -> object:
        return replace(column, text=texts.say(f"statistics.{definition.id}.{column.key}"))

    shown = replace(
        definition,
        columns=tuple(map(worded, definition.columns)),
        heads=tuple(map(worded, definition.heads)),
    )
    places = [
        (row, column)
        for cell in head_cells(shown)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    wanted = depth(shown) * len(all_columns(shown))
    assert len(places) == len(set(places)) == wanted


def test_headings_and_blanks_tell_nothing() -> None:
    for definition in TABLES.values():
        for filled in tally(definition, []):
            if filled.row.kind in (RowKind.HEADING, RowKind.BLANK):
                assert {figure.text for figure in filled.figures} == {""}
