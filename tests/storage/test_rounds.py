"""Rounds and what belongs to them."""

from datetime import date

import pytest

from khenthuong.domain.archive import FrozenName
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage import apply_import, rounds
from tests import factories


@pytest.fixture
def filled(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    return books


def test_the_latest_year_comes_first(filled):
    with filled.write("Ghi"):
        rounds.save_round(filled, factories.round_("DX-2026", year=Year(2026)))
    assert [one.code for one in rounds.rounds(filled)] == ["DX-2026", "DX-2025"]


def test_an_unknown_round_is_answered_with_those_there_are(filled):
    with pytest.raises(NotFoundError) as caught:
        rounds.get_round(filled, "DX-1999")
    assert caught.value.arguments == {"round": "DX-1999", "known": ("DX-2025",)}


def test_counts_by_round(filled):
    assert rounds.nomination_counts(filled) == {"DX-2025": 1}
    assert rounds.meeting_counts(filled) == {"DX-2025": 1}
    assert rounds.notice_counts(filled) == {"DX-2025": 1}


def test_a_nomination_changes_and_goes(filled):
    changed = factories.nomination(content="Nội dung mới")
    with filled.write("Sửa"):
        rounds.save_nomination(filled, changed)
    assert rounds.nominations(filled, "DX-2025") == (changed,)
    with filled.write("Bỏ"):
        rounds.remove_nomination(filled, changed)
    assert rounds.nominations(filled, "DX-2025") == ()


def test_a_nomination_of_nobody_is_refused(filled):
    with pytest.raises(BooksError) as caught, filled.write("Sai"):
        rounds.save_nomination(filled, factories.nomination(recipient="CN-404"))
    assert caught.value.code == "books.unknown_code"


def test_names_frozen_at_sealing_outlive_changes(filled):
    name = FrozenName("CN-001", "chien_si_thi_dua_co_so", "Nguyễn Thị Ướt", "Chuyên viên", "P. KT")
    assert rounds.frozen(filled, "DX-2025") == {}
    with filled.write("Chốt"):
        rounds.freeze(filled, "DX-2025", [name])
    with filled.write("Sửa"):
        rounds.save_nomination(filled, factories.nomination(content="Sau khi chốt"))
    assert rounds.frozen(filled, "DX-2025") == {("CN-001", "chien_si_thi_dua_co_so"): name}


def test_meetings_take_their_votes_along(filled):
    meeting = factories.meeting(unit="TT-001")
    with filled.write("Ghi"):
        rounds.save_meeting(filled, meeting, [factories.vote(agree=8, disagree=1)])
    assert rounds.votes(filled, "DX-2025") == (factories.vote(agree=8, disagree=1),)
    with filled.write("Giữ phiếu"):
        rounds.save_meeting(filled, factories.meeting(unit="TT-001", minutes_number="3/BB"))
    assert len(rounds.votes(filled, "DX-2025")) == 1
    with filled.write("Bỏ"):
        rounds.remove_meeting(filled, meeting)
    assert rounds.meetings(filled, "DX-2025") == ()
    assert rounds.votes(filled, "DX-2025") == ()


def test_notices_and_council_are_exactly_those_given(filled):
    with filled.write("Ghi"):
        rounds.save_notices(filled, "DX-2025", [factories.notice(place="Trụ sở")])
        rounds.save_council(filled, [factories.council_member(role="Ủy viên")])
    assert [one.place for one in rounds.notices(filled, "DX-2025")] == ["Trụ sở"]
    assert [one.role for one in rounds.council(filled)] == ["Ủy viên"]


def test_a_confirmation_replaces_the_earlier_one(books):
    first = Confirmation("a", "b", "Trần Văn Ký", date(2026, 1, 1), "1/CV")
    second = Confirmation("a", "b", "Trần Văn Ký", date(2026, 2, 1), "2/CV")
    with books.write("Xác nhận"):
        rounds.confirm(books, first)
        rounds.confirm(books, second)
    assert rounds.confirmations(books) == (second,)
    with books.write("Rút"):
        rounds.withdraw(books, second)
    assert rounds.confirmations(books) == ()
