"""Figures of a meeting that must add up, and who should take no part."""

import pytest

from khenthuong.domain import attendance
from khenthuong.domain.attendance import ABSENT, PRESENT
from khenthuong.domain.ballots import HOUSEHOLD, SELF, Count, contradictions, proposed
from khenthuong.domain.kinds import MeetingKind, VotingMethod
from khenthuong.domain.register import Household, Person
from khenthuong.domain.rounds import Attendance, CouncilMember, Meeting, Recusal, Vote

KEY = ("CN01", "giay_khen_xa")
NAMES = ("Lê Văn Ba", "Vũ Thị Én", "Tạ Đình Ổn", "Hồ Thị Tư")


def held(**more):
    return Meeting("H1", "D1", MeetingKind.COUNCIL, **more)


def there(*states):
    return tuple(Attendance("H1", n, state=s) for n, s in zip(NAMES, states, strict=True))


def said(meeting, came, votes, recusals=()):
    return [one.code for one in contradictions(Count(meeting, came, recusals, votes))]


ALL = there(*[PRESENT] * 4)
BALLOT = {"method": VotingMethod.BALLOT}


@pytest.mark.parametrize(
    ("agree", "codes"), [(3, ["ballot.below"]), (4, []), (5, ["ballot.above"])]
)
def test_as_many_votes_as_were_present(agree, codes):
    assert said(held(), ALL, (Vote("H1", *KEY, agree),)) == codes


def test_who_takes_no_part_or_is_absent_is_not_counted():
    vote = (Vote("H1", *KEY, 3),)
    apart = (Recusal("H1", *KEY, NAMES[0]),)
    assert said(held(), ALL, vote, apart) == []
    assert said(held(), there(ABSENT, *[PRESENT] * 3), vote, apart) == []
    assert said(held(), there(ABSENT, *[PRESENT] * 3), vote) == []


def test_everybody_is_ticked_and_the_chairman_came():
    came = there("", ABSENT, PRESENT, PRESENT)
    assert said(held(chair=NAMES[1]), came, ()) == ["ballot.unticked", "ballot.chair_absent"]
    assert said(held(secretary="Người của văn phòng"), ALL, ()) == []


def test_ballots_bound_the_votes():
    meeting = held(ballots_out=4, ballots_in=3, **BALLOT)
    assert said(meeting, ALL, (Vote("H1", *KEY, 3),)) == []
    assert said(meeting, ALL, (Vote("H1", *KEY, 4),)) == ["ballot.above"]
    assert said(meeting, ALL, (Vote("H1", *KEY, 2),)) == ["ballot.below"]
    assert said(held(ballots_out=5, ballots_in=6, **BALLOT), ALL, ()) == [
        "ballot.out_above",
        "ballot.in_above",
    ]


def test_meetings_with_names_as_text():
    names = held(present="Lê Văn Ba, Vũ Thị Én")
    assert said(names, (), (Vote("H1", *KEY, 3),)) == ["ballot.above"]
    assert said(names, (), (Vote("H1", *KEY, 1),)) == []
    assert said(held(), (), (Vote("H1", *KEY, 99),)) == []
    assert attendance.count("52 đại diện hộ, Mặt trận") == 52


def test_who_should_take_no_part():
    council = (
        CouncilMember(NAMES[0], "Ủy viên", person="CN01"),
        CouncilMember(NAMES[1], "Ủy viên"),
    )
    about = (
        (KEY, Person("CN01", NAMES[0])),
        (("CN02", "x"), Person("CN02", NAMES[0])),
        (("HO1", "x"), Household("HO1", NAMES[1])),
    )
    found = proposed(held(), NAMES, council, about)
    assert [(one.recipient, one.member, one.reason) for one in found] == [
        ("CN01", NAMES[0], SELF),
        ("HO1", NAMES[1], HOUSEHOLD),
    ]


def test_one_text_from_what_was_ticked():
    came = (
        Attendance("H1", "Vũ Thị Én", "Ủy viên", PRESENT),
        Attendance("H1", "Lê Văn Ba", "Chủ tịch Hội đồng", PRESENT),
        Attendance("H1", "Tạ Đình Ổn", "Ủy viên", ABSENT, "ốm"),
    )
    found = attendance.as_held(held(present="khác"), came)
    assert (found.present, found.absent) == ("Lê Văn Ba; Vũ Thị Én", "Tạ Đình Ổn (ốm)")
    assert attendance.as_held(held(present="khác"), ()).present == "khác"
