"""Posted lists: days, the rule they are counted by, and opinions that hold whom they are about."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong.documents.posting_branch import posting
from khenthuong.domain.kinds import Authority, OpinionOutcome, Status
from khenthuong.domain.rounds import Notice, Opinion
from khenthuong.services.appraisal import checking, notices, rounds
from khenthuong.services.dossier import dossiers

ROUND = "D1"
DAY = date(2026, 1, 5)


@pytest.fixture
def nominee(commune):
    return rounds.nominations(commune, ROUND)[0]


def finding(ws, nomination):
    check = checking.check(ws, ROUND).of(*nomination.key)
    return next(one for one in check.findings if one.id == "niem_yet")


def test_days_are_counted_and_the_rule_names_its_source(commune):
    found = notices.read(commune, ROUND)
    assert "10 ngày" in found.rule
    assert "chưa đối chiếu" in found.rule
    assert {one.term.shown for one in found.notices} == {18}
    assert found.notices[0].words == "đã xong, 18 ngày (13 ngày làm việc)"


@pytest.mark.parametrize(
    ("end", "words"), [(4, "còn 4 ngày"), (2, "đủ 10 ngày"), (None, "chưa ghi ngày cuối")]
)
def test_a_list_that_still_hangs(commune, end, words):
    today = commune.today()
    start = date.fromordinal(today.toordinal() - (5 if end != 2 else 1))
    last = date.fromordinal(today.toordinal() + end) if end else None
    rounds.save_notices(commune, ROUND, [Notice(ROUND, "Nhà văn hóa", start, last)])
    assert words in notices.read(commune, ROUND).notices[0].words


def test_an_opinion_about_somebody_holds_only_him_and_says_nothing_on_paper(commune, nominee):
    other = next(n for n in rounds.nominations(commune, ROUND) if n.recipient != nominee.recipient)
    before = finding(commune, other).status
    said = Opinion(ROUND, 1, DAY, "Đơn của ông Lý", "", nominee.recipient, "Khai khống thành tích")
    notices.save_opinions(commune, ROUND, [said])
    found = finding(commune, nominee)
    assert (found.status, found.private) == (Status.ON_HOLD, True)
    assert finding(commune, other).status is before
    assert "Khai khống" not in checking.paper_sentence(commune, found)
    assert "chưa đủ điều kiện" in checking.paper_sentence(commune, found).lower()
    answered = replace(
        said, answer="Đã xác minh, không có căn cứ", answered=DAY, outcome=OpinionOutcome.KEPT
    )
    notices.save_opinions(commune, ROUND, [answered])
    assert finding(commune, nominee).status is before


def test_an_opinion_on_the_whole_list_holds_everybody(commune, nominee):
    notices.save_opinions(commune, ROUND, [Opinion(ROUND, 1, DAY, content="Thiếu tên thôn")])
    assert finding(commune, nominee).code == "finding.opinion_open"


def test_what_is_still_verified_is_not_settled(commune, nominee):
    told = Opinion(
        ROUND, 1, DAY, "", "", nominee.recipient, "x", "y", DAY, OpinionOutcome.VERIFYING
    )
    notices.save_opinions(commune, ROUND, [told])
    assert finding(commune, nominee).code == "finding.opinion_about"
    notices.save_opinions(commune, ROUND, [replace(told, outcome=OpinionOutcome.WITHDRAWN)])
    assert finding(commune, nominee).code == "finding.opinion_withdrawn"


def test_the_closing_minutes_tell_numbers_and_days_only(commune, nominee):
    place = rounds.notices(commune, ROUND)[0].place
    told = [
        Opinion(ROUND, 1, DAY, "Bà Tám", place, nominee.recipient, "Lời riêng", "Đã rõ", DAY),
        Opinion(ROUND, 2, None, "", "", "", "Lời chung"),
    ]
    notices.save_opinions(commune, ROUND, told)
    judged = dossiers.judge(commune, ROUND)
    whole = dossiers.whole_selection(judged)
    facts = dossiers.cut(commune, judged, Authority.COMMUNE, whole, DAY)
    branch = posting(facts)
    assert [row["tra_loi"] for row in branch["tra_loi"]] == [
        "đã trả lời ngày 05/01/2026",
        "chưa trả lời xong",
    ]
    shown = str(branch["tra_loi"])
    for secret in ("Lời", "Tám", nominee.recipient):
        assert secret not in shown
    assert branch["noi"][0]["y_kien"] == "có ý kiến, đã trả lời"


def test_numbers_of_opinions_are_not_given_twice(commune):
    kept = [Opinion(ROUND, 1, content="a"), Opinion(ROUND, 3, content="b")]
    assert notices.next_number(kept) == 4
    assert notices.next_number(()) == 1
