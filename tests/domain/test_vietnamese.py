"""Search and sort keys."""

from __future__ import annotations

import unicodedata

import pytest

from khenthuong.domain.vietnamese import clean, fold, name_key


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Nguyễn Thị Ướt", "nguyen thi uot"), ("Đặng Hoà", "dang hòa"), ("Thuý", "thúy")],
)
def test_fold_forgets_marks_and_tone_places(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)
    assert fold(unicodedata.normalize("NFD", written)) == fold(typed)


def test_names_sort_by_given_name_in_vietnamese_order() -> None:
    names = ["Trần Văn Đức", "Lê Thị Dung", "Vũ Ân", "Bùi Anh", "Đỗ Ánh", "An Dũng", "Ngô Dũng"]
    assert sorted(names, key=name_key) == [
        "Bùi Anh",
        "Đỗ Ánh",
        "Vũ Ân",
        "Lê Thị Dung",
        "An Dũng",
        "Ngô Dũng",
        "Trần Văn Đức",
    ]


def test_tones_follow_the_dictionary() -> None:
    syllables = ["mạ", "má", "mã", "mả", "mà", "ma"]
    assert sorted(syllables, key=name_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_clean_keeps_line_feeds_and_drops_control_characters() -> None:
    assert clean("  Tổ\u00a0 1\r\n\x0bthôn\x02 Đông ") == "Tổ 1\nthôn Đông"
    assert clean(unicodedata.normalize("NFD", "Ướt")) == "Ướt"
