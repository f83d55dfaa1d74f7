"""A meeting in detail: who came, who takes no part, figures that add up, minutes and ballots."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong import storage
from khenthuong.documents.text import plain_text
from khenthuong.domain.attendance import ABSENT, PRESENT
from khenthuong.domain.kinds import Authority, MeetingKind, Status, VotingMethod
from khenthuong.domain.rounds import Vote
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.appraisal import checking, meetings, rounds
from khenthuong.services.dossier import crosscheck_books
from khenthuong.services.paperwork import numbering, paper_register, papers

ROUND, COUNCIL = "D3", "H-D3-HD"


def ticked(found, absent=()):
    return [
        replace(one, state=ABSENT, reason="đi công tác")
        if one.name in absent
        else replace(one, state=PRESENT)
        for one in found.called
    ]


def voted(found, came, recusals):
    there = sum(one.state == PRESENT for one in came)
    out = {}
    for one in recusals:
        out[(one.recipient, one.award)] = out.get((one.recipient, one.award), 0) + 1
    return [Vote(found.meeting.code, *key, there - out.get(key, 0)) for key, _ in found.concerned]


def hold(ws, *, absent=(), method=None):
    """The council's meeting counted whole, everybody agreeing."""
    found = meetings.sheet(ws, ROUND, COUNCIL)
    came = ticked(found, absent)
    recusals = found.proposals([one.name for one in came if one.state == PRESENT])
    meeting = replace(found.meeting, method=method)
    meetings.save(ws, meeting, came, recusals, voted(found, came, recusals))
    return meetings.sheet(ws, ROUND, COUNCIL)


def test_the_council_of_that_day_is_called_by_role(commune):
    found = meetings.sheet(commune, ROUND, COUNCIL)
    assert len(found.called) == found.members == 9
    assert found.called[0].role == "Chủ tịch Hội đồng"
    assert {one.state for one in found.called} == {""}
    rounds.save_council(
        commune, [replace(one, end=date(2026, 1, 31)) for one in rounds.council(commune)]
    )
    assert meetings.sheet(commune, ROUND, COUNCIL).called == ()


def test_a_unit_calls_its_people_and_votes_on_its_own(commune):
    held = next(m for m in rounds.meetings(commune, "D1") if m.unit == "TT23")
    found = meetings.sheet(commune, "D1", held.code)
    assert len(found.called) == 2
    assert found.members == 0
    assert found.needed == {}
    assert all(
        getattr(who, "unit", who.code) == "TT23" or who.code == "TT23" for _, who in found.concerned
    )
    with pytest.raises(NotFoundError):
        meetings.sheet(commune, "D1", "không có")


def test_one_truth_who_was_there(commune):
    name = meetings.sheet(commune, ROUND, COUNCIL).called[3].name
    hold(commune, absent=(name,))
    facts = checking.load_facts(commune, ROUND)
    held = next(one for one in facts.meetings if one.code == COUNCIL)
    assert held.absent == f"{name} (đi công tác)"
    assert name not in held.present
    assert len(held.present.split(";")) == 8
    raw = next(one for one in rounds.meetings(commune, ROUND) if one.code == COUNCIL)
    assert name in raw.present


def test_figures_that_cannot_be_right_are_said_and_stop_the_minutes(commune):
    found = hold(commune)
    assert meetings.contradictions(found) == ()
    key = found.concerned[0][0]
    wrong = [replace(v, agree=9, disagree=3) if v.recipient == key[0] else v for v in found.votes]
    meetings.save(commune, found.meeting, found.called, found.recusals, wrong)
    said = meetings.contradictions(meetings.sheet(commune, ROUND, COUNCIL))
    assert {one.key for one in said} == {k for k, _ in found.concerned if k[0] == key[0]}
    assert meetings.words(said[0]).startswith("12 phiếu")
    with pytest.raises(UserError, match=r"meeting\.contradicts"):
        meetings.make_minutes(commune, ROUND, COUNCIL)
    check = checking.check(commune, ROUND).of(*key)
    assert next(f for f in check.findings if f.id == "bieu_quyet").status is Status.NOT_MET


def test_too_few_votes_are_as_wrong_as_too_many(commune):
    found = hold(commune)
    short = [replace(vote, agree=vote.agree - 1) for vote in found.votes]
    meetings.save(commune, found.meeting, found.called, found.recusals, short)
    said = meetings.contradictions(meetings.sheet(commune, ROUND, COUNCIL))
    assert {one.code for one in said} == {"ballot.below"}


def test_ballots_handed_in_are_not_more_than_handed_out(commune):
    found = hold(commune, method=VotingMethod.BALLOT)
    meeting = replace(found.meeting, ballots_out=10, ballots_in=11)
    meetings.save(commune, meeting, found.called, found.recusals, found.votes)
    said = meetings.contradictions(meetings.sheet(commune, ROUND, COUNCIL))
    assert [one.field for one in said if one.key is None] == ["ballots_out", "ballots_in"]


def test_the_minutes_say_who_took_no_part_and_how_they_voted(commune):
    found = hold(commune, method=VotingMethod.BALLOT)
    member = found.called[0].name
    key, who = found.concerned[0]
    votes = [
        replace(v, agree=v.agree - 1) if (v.recipient, v.award) == key else v for v in found.votes
    ]
    recusal = meetings.Recusal(COUNCIL, *key, member, "ho_cua_minh")
    meetings.save(commune, found.meeting, found.called, (*found.recusals, recusal), votes)
    made = meetings.make_minutes(commune, ROUND, COUNCIL)
    text = plain_text(made[0].read_bytes())
    assert "bỏ phiếu kín" in text
    assert f"{member} (trường hợp {who.name}" in text
    assert plain_text(meetings.make_ballots(commune, ROUND, COUNCIL).read_bytes())


def test_minutes_of_a_unit_are_made_and_made_again_in_their_place(commune):
    held = next(m for m in rounds.meetings(commune, "D1") if m.unit == "TT23")
    made = meetings.make_minutes(commune, "D1", held.code)
    assert made == meetings.make_minutes(commune, "D1", held.code)
    rounds.save_meeting(commune, held, ())
    with pytest.raises(UserError, match=r"meeting\.no_votes"):
        meetings.make_minutes(commune, "D1", held.code)


def test_more_votes_than_were_present_are_found_in_the_units_minutes(commune):
    held = next(m for m in rounds.meetings(commune, "D1") if m.unit == "TT23")
    mine = [v for v in rounds.votes(commune, "D1") if v.meeting == held.code]
    rounds.save_meeting(commune, held, [replace(vote, agree=3) for vote in mine])
    check = checking.check(commune, "D1").of(mine[0].recipient, mine[0].award)
    said = [f for f in check.findings if f.code == "finding.minutes_above"]
    assert said
    assert said[0].status is Status.MISSING
    assert said[0].arguments["present"] == 2


def test_the_number_of_the_minutes_is_in_the_register(commune):
    held = next(m for m in rounds.meetings(commune, ROUND) if m.code == COUNCIL)
    keys = {one.paper: one.shown for one in numbering.entries(commune)}
    assert keys[numbering.meeting_key(held)] == "01/BB-HĐTĐKT"
    other = next(m for m in rounds.meetings(commune, "D2") if m.kind is MeetingKind.COUNCIL)
    with pytest.raises(UserError, match=r"number\.used"):
        meetings.change_number(commune, other, "1")
    assert meetings.proposed_number(commune, other) == "03/BB-HĐTĐKT"
    meetings.change_number(commune, other, "3")
    stored = storage.numbering.every(commune.books)
    assert [one.number for one in stored if one.paper == numbering.meeting_key(other)] == [3]
    meetings.change_number(commune, replace(other, minutes_number="3"), "")
    assert storage.numbering.every(commune.books) == ()


def test_the_minutes_among_the_papers_bear_the_meetings_number(commune):
    paper_register.make_form(commune, ROUND, papers.MINUTES)
    held = next(m for m in rounds.meetings(commune, ROUND) if m.code == COUNCIL)
    paper_register.record_number(commune, ROUND, Authority.COMMUNE, papers.MINUTES, "1", held.day)
    shown = [one.shown for one in numbering.entries(commune) if one.year == 2026]
    assert shown.count("01/BB-HĐTĐKT") == 1
    meetings.change_number(commune, held, held.minutes_number)


def test_a_meeting_goes_with_all_that_was_recorded(commune):
    found = hold(commune)
    rounds.remove_meeting(commune, found.meeting)
    assert storage.meetings.attendance_of_round(commune.books, ROUND) == ()
    assert storage.meetings.recusals_of_round(commune.books, ROUND) == ()


def test_quorum_is_said_with_its_source_and_how_sure(commune):
    found = meetings.sheet(commune, ROUND, COUNCIL)
    assert meetings.quorum_words(found, 9).startswith("Có mặt 9/9 thành viên, đạt mức 66,66%")
    few = meetings.quorum_words(found, 5)
    assert "dưới mức" in few
    assert "chưa đối chiếu" in few


def test_how_many_must_agree_is_a_share_of_all_members(commune):
    found = meetings.sheet(commune, ROUND, COUNCIL)
    needed = set(found.needed.values())
    assert {one.members for one in needed} == {9}
    assert all(one.count > 4 for one in needed)


def test_crosscheck_names_votes_that_cannot_be(commune):
    from khenthuong.services.dossier import dossiers

    found = hold(commune)
    wrong = [replace(vote, agree=12) for vote in found.votes]
    meetings.save(commune, found.meeting, found.called, found.recusals, wrong)
    judged = dossiers.judge(commune, ROUND)
    whole = dossiers.whole_selection(judged)
    facts = dossiers.cut(commune, judged, Authority.COMMUNE, whole, date(2026, 3, 20))
    said = crosscheck_books.compare_books(facts, facts, minutes=True)
    assert any(one.code == "present" for one in said)
