"""Where the sample commune's rounds stand, and how each act moves them on."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import Authority, MeetingKind, RoundKind
from khenthuong.domain.outcomes import Sending, SendingWay
from khenthuong.domain.pathway import Station, StationState, Stop, missing
from khenthuong.domain.receiving import Decision, Result
from khenthuong.domain.rounds import Round
from khenthuong.domain.years import Year
from khenthuong.services.appraisal import lacking, pathway, rounds
from khenthuong.services.appraisal.lacking import Supplier
from khenthuong.services.dossier import decided, sealing
from khenthuong.services.paperwork import paper_register

S, T = Station, StationState


def stops(ws, code):
    return {stop.station: stop for stop in pathway.of_round(ws, code).stops}


def test_a_sudden_round_has_neither_meeting_nor_notice_and_is_sent_nowhere(commune):
    found = stops(commune, "D4")
    for station in (S.MEETING, S.NOTICE, S.SENDING):
        assert found[station] == Stop(station, T.NOT_NEEDED)
    assert found[S.LIST] == Stop(S.LIST, T.LACKS, 1)
    assert found[S.APPRAISAL].state is T.DONE
    assert found[S.DOSSIER].state is T.TODO


def test_a_round_lacks_what_its_findings_lack(commune):
    found = stops(commune, "D1")
    assert found[S.LIST].lacking == 3
    lines = lacking.of_round(commune, "D1")
    meetings = [o for o in lines if o.supplier in (Supplier.UNIT_MEETING, Supplier.COUNCIL)]
    assert found[S.MEETING].lacking == len(meetings) > 0
    assert found[S.NOTICE].state is T.DONE


def test_an_empty_round_has_begun_nowhere(commune):
    rounds.save_round(commune, Round("D9", "Đợt mới", RoundKind.MERIT, Year(2026)))
    found = pathway.of_round(commune, "D9")
    assert {stop.state for stop in found.stops} == {T.TODO}
    assert found.waits == Stop(S.LIST, T.TODO)


def test_who_is_voted_down_lacks_nothing_and_an_override_is_a_decision(commune):
    before = stops(commune, "D3")[S.APPRAISAL]
    assert before == Stop(S.APPRAISAL, T.LACKS, 1)
    check = pathway.of_round(commune, "D3").state.check
    one = next(
        n
        for n in check.nominations
        if any(f.status.value == "khong_dat" and f.step.value == "danh_sach" for f in n.findings)
    )
    rounds.override(commune, "D3", one.recipient, one.award, "Đã xem lại hồ sơ", "Chủ tịch")
    assert stops(commune, "D3")[S.APPRAISAL].state is T.DONE


def test_sealing_settles_everything_before_and_sending_is_late_after_the_deadline(
    commune, tmp_path
):
    sealing.seal(commune, "D1", tmp_path)
    found = stops(commune, "D1")
    assert found[S.LIST].state is found[S.APPRAISAL].state is T.DONE
    assert found[S.MEETING].lacking == 0
    assert found[S.SENDING].state is T.LATE
    state = pathway.of_round(commune, "D1").state
    others = [a for a in state.sealed if a is not Authority.COMMUNE]
    assert found[S.SENDING].lacking == len(others) > 0
    calendar = commune.calendar
    assert found[S.SENDING].late == calendar.working_days(date(2026, 1, 31), commune.today())


def test_minutes_that_bear_the_meetings_number_wait_for_none(commune):
    paper_register.make(commune, "D1")
    council = next(
        one
        for one in storage.rounds.meetings(commune.books, "D1")
        if one.kind is MeetingKind.COUNCIL
    )
    assert council.minutes_number
    numbered = pathway.of_round(commune, "D1").state.unnumbered
    with commune.books.write("Bỏ số"):
        storage.rounds.save_meeting(commune.books, replace(council, minutes_number=""))
    assert pathway.of_round(commune, "D1").state.unnumbered == numbered + 1


def test_what_was_sent_in_its_newest_version_is_done(commune, tmp_path):
    sealing.seal(commune, "D1", tmp_path)
    sealed = pathway.of_round(commune, "D1").state.sealed
    with commune.books.write("Gửi"):
        for authority, one in sealed.items():
            sent = Sending("D1", authority, one.version, SendingWay.PAPER, date(2026, 2, 2))
            storage.outcomes.save(commune.books, sent)
    assert stops(commune, "D1")[S.SENDING] == Stop(S.SENDING, T.DONE)
    with commune.books.write("Chốt lại"):
        again = replace(sealed[Authority.PROVINCE], version=2)
        storage.papers.save_sealed(commune.books, again)
    assert stops(commune, "D1")[S.SENDING].lacking == 1


def test_open_rounds_are_those_with_something_left(commune):
    found = {one.round.code: one.waits.station for one in pathway.open_rounds(commune)}
    assert found == {"D4": S.LIST, "D2": S.DOSSIER, "D1": S.LIST, "D3": S.APPRAISAL}


@pytest.mark.parametrize(
    ("stop", "words"),
    [
        (Stop(S.LIST, T.DONE), ("xong",)),
        (Stop(S.LIST, T.TODO), ("chưa",)),
        (Stop(S.MEETING, T.NOT_NEEDED), ("không áp dụng",)),
        (Stop(S.LIST, T.LACKS, 3), ("thiếu 3",)),
        (Stop(S.RESULT, T.LATE, 0, 5), ("trễ 5 ngày",)),
        (Stop(S.RESULT, T.LATE, 2, 0), ("trễ", "thiếu 2")),
    ],
)
def test_words(stop, words):
    assert pathway.words(stop) == words


def test_a_decision_on_some_leaves_open_what_others_lack(commune):
    drafted = decided.draft(commune, "D1", Authority.COMMUNE).nominees
    inside = {(one.recipient, one.award) for one in drafted}
    before = pathway.of_round(commune, "D1").state
    own = {
        (n.recipient, n.award) for n in before.check.nominations if n.authority is Authority.COMMUNE
    }
    outside = {key for key, _ in missing(before) if key in own - inside}
    assert inside
    assert outside
    results = [Result(n.recipient, n.award, True, n.award, n.award_name) for n in drafted]
    decision = Decision("9/QĐ-UBND", date(2026, 4, 6), "Chủ tịch", "")
    decided.save(commune, "D1", Authority.COMMUNE, decision, results)
    after = {key for key, _ in missing(pathway.of_round(commune, "D1").state)}
    assert outside <= after
    assert not inside & after
