"""The rulebook in words: every criterion says what it asks, warnings near a change, counts."""

from datetime import date

import pytest

from khenthuong import texts
from khenthuong.catalog.parameters import LAUNCHERS
from khenthuong.domain.criteria import KINDS
from khenthuong.services.paperwork import asking
from khenthuong.services.rulebook import rulebook_view
from khenthuong.services.rulebook.confirmations import leaves

DAY = date(2026, 5, 1)


def test_every_kind_has_words():
    assert [kind for kind in KINDS if not texts.knows(f"asks.{kind}")] == []
    assert [one for one in LAUNCHERS if not texts.knows(f"asks.level.{one}")] == []


def test_every_criterion_says_what_it_asks_and_where_it_is_written(commune):
    lines = rulebook_view.criteria(commune, DAY)
    assert len(lines) > 100
    for line in lines:
        assert line.asks
        assert "{" not in line.asks
        assert line.cite
        assert line.award_name


def test_a_requirement_reads_as_people_say_it(commune):
    lines = {(one.award, one.criterion.id): one for one in rulebook_view.criteria(commune, DAY)}
    said = {line.asks for line in lines.values()}
    assert "Xếp loại năm xét từ HTTNV trở lên" in said
    assert "2 lần liên tục được tặng «Chiến sĩ thi đua cơ sở»" in said
    assert "Ít nhất 70% cá nhân của tập thể đạt «Lao động tiên tiến»" in said
    ballot = lines[("", "bieu_quyet")]
    assert ballot.asks.endswith("trên 50%")
    assert "Tập thể bình xét xác nhận trong biên bản họp" in said
    assert any(one.endswith("văn bản công nhận của Bộ, ban, ngành, tỉnh") for one in said)
    assert ballot.open


def test_counts_are_those_of_the_leaves(commune):
    found = {one.id: one.counts for one in rulebook_view.counts(commune.rulebook)}
    award = commune.rulebook.awards["chien_si_thi_dua_co_so"]
    wanted = [leaf for top in award.criteria for leaf in leaves(top)]
    mine = found["chien_si_thi_dua_co_so"]
    assert mine.text + mine.second_hand + mine.memory == len(wanted)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 7, 31), ()),
        (date(2026, 8, 2), ("60 ngày", "59 ngày")),
        (date(2026, 10, 1), ("đã được sửa đổi",)),
        (date(2027, 1, 20), ("đã được sửa đổi", "chỉ có hiệu lực đến 28/02/2027")),
        (date(2027, 3, 1), ("đã được sửa đổi", "đã hết hiệu lực")),
    ],
)
def test_a_change_that_is_near_is_warned_of(commune, day, words):
    warnings = rulebook_view.view(commune, day).warnings
    assert len(warnings) == len(words)
    for warning, word in zip(warnings, words, strict=True):
        assert word in warning


def test_a_day_before_all_periods_has_none(commune):
    found = rulebook_view.view(commune, date(2000, 1, 1))
    assert found.period is None
    assert len(found.warnings) == 1
    assert not any(line.in_force and line.text.start for line in found.texts)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 1, 2), date(2026, 3, 4), "từ 02/01/2026 đến 04/03/2026"),
        (date(2026, 1, 2), None, "từ 02/01/2026"),
        (None, date(2026, 3, 4), "đến 04/03/2026"),
        (None, None, "không ghi thời hạn"),
    ],
)
def test_spans_of_time_in_words(start, end, words):
    assert asking.span(start, end) == words
