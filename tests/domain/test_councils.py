"""The council over time: who sits, who presides, a new one from the old, what is odd."""

from dataclasses import replace
from datetime import date

from khenthuong.domain import councils
from khenthuong.domain.rounds import CouncilMember

OLD, NEW = date(2025, 7, 15), date(2026, 9, 1)
CHAIR = CouncilMember("Lê Văn Ba", "Chủ tịch Hội đồng", start=OLD, decision="29/QĐ-UBND")
DEPUTY = CouncilMember("Vũ Thị Én", "Phó Chủ tịch Hội đồng", start=OLD, decision="29/QĐ-UBND")
MEMBER = CouncilMember("Tạ Đình Ổn", "Ủy viên", start=OLD, end=date(2026, 3, 1))


def codes(*members):
    return [one.code for one in councils.troubles(members)]


def test_the_council_of_a_day_by_role():
    found = councils.sitting((MEMBER, DEPUTY, CHAIR), date(2026, 1, 5))
    assert [one.name for one in found] == ["Lê Văn Ba", "Vũ Thị Én", "Tạ Đình Ổn"]
    assert councils.sitting((MEMBER, CHAIR), NEW) == (CHAIR,)
    assert councils.chairman((MEMBER, DEPUTY, CHAIR), OLD) == CHAIR
    assert councils.chairman((DEPUTY,), OLD) is None
    assert councils.chairman((CHAIR, replace(CHAIR, name="Hai")), OLD) is None


def test_a_new_council_follows_the_old_without_a_gap():
    found = councils.renewed((CHAIR, DEPUTY, MEMBER), NEW, "80/QĐ-UBND")
    assert MEMBER in found
    assert [one.end for one in found[:2]] == [date(2026, 8, 31)] * 2
    assert {(one.name, one.start, one.end, one.decision) for one in found[3:]} == {
        ("Lê Văn Ba", NEW, None, "80/QĐ-UBND"),
        ("Vũ Thị Én", NEW, None, "80/QĐ-UBND"),
    }
    assert councils.troubles(found) == ()
    assert councils.renewed(found, NEW, "80/QĐ-UBND") == found


def test_what_is_odd_is_said_of_the_seat():
    assert codes(replace(CHAIR, end=date(2025, 1, 1))) == ["council.backwards"]
    assert codes(CHAIR, replace(CHAIR, role="Ủy viên")) == ["council.twice"]
    assert codes(CHAIR, replace(CHAIR, name="Hồ Thị Tư")) == ["council.two_chairmen"]
    ended = replace(CHAIR, end=date(2026, 1, 31))
    assert codes(ended, replace(CHAIR, name="Hồ Thị Tư", start=NEW)) == ["council.gap"]
    assert codes(ended, replace(CHAIR, name="Hồ Thị Tư", start=date(2026, 2, 1))) == []
