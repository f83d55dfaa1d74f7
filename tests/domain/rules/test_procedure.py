"""Meetings, ballots, recusal, notice, deadlines; the unverified and the amended."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import Checked, Principle, Status
from khenthuong.domain.rounds import Notice
from tests.domain.rules.commune import CSTDCS, GK, LDTT, TTLDTT, Commune, official

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, NOT_APPLICABLE = Status.TO_COMPARE, Status.NOT_APPLICABLE


def balloted(agree, disagree=0, *, award=LDTT, members=9, person=""):
    commune = official("HTXSNV").propose("CN01", award).sit(members, person=person)
    return commune.vote("CN01", award, agree, disagree)


def confirm(commune, criterion, award=""):
    commune.confirmations.append(
        Confirmation(award, criterion, "Lê Thị Hạ", date(2026, 1, 2), "15/2026/QĐ-UBND")
    )
    return commune


def test_steps_not_reached_only_block_sealing():
    commune = official().propose("CN01", LDTT)
    check = commune.of("CN01", LDTT)
    assert check.verdict is MET
    waiting = {f.id: f for f in check.findings if not f.reached}
    assert {"hop_hoi_dong", "bieu_quyet", "niem_yet"} <= set(waiting)
    assert all(f.status is MISSING for f in waiting.values())
    assert {f.id for f in check.kept_out} == set(waiting)


@pytest.mark.parametrize(
    ("agree", "disagree", "expected"),
    [(9, 0, MET), (8, 1, COMPARE), (5, 4, COMPARE), (4, 0, COMPARE), (9, 1, NOT_MET)],
)
def test_an_unverified_threshold_never_condemns(agree, disagree, expected):
    assert balloted(agree, disagree).status("CN01", LDTT, "bieu_quyet") is expected


@pytest.mark.parametrize(("agree", "expected"), [(5, MET), (4, NOT_MET)])
def test_a_confirmed_majority_is_of_all_members(agree, expected):
    commune = confirm(balloted(agree), "bieu_quyet")
    assert commune.status("CN01", LDTT, "bieu_quyet") is expected


def test_a_confirmed_majority_is_more_than_half():
    commune = confirm(balloted(4, members=8), "bieu_quyet")
    assert commune.status("CN01", LDTT, "bieu_quyet") is NOT_MET


@pytest.mark.parametrize(("agree", "expected"), [(8, MET), (7, NOT_MET)])
def test_an_award_may_have_its_own_threshold(agree, expected):
    commune = confirm(balloted(agree, award=CSTDCS, members=10), "bieu_quyet", CSTDCS)
    assert commune.status("CN01", CSTDCS, "bieu_quyet") is expected


@pytest.mark.parametrize(
    ("agree", "disagree", "invalid", "expected"),
    [
        (5, 4, 0, Status.TO_COMPARE),
        (4, 3, 1, Status.NOT_MET),
        (4, 4, 0, Status.NOT_MET),
        (1, 8, 0, Status.NOT_MET),
        (0, 0, 0, Status.TO_COMPARE),
        (4, 0, 0, Status.TO_COMPARE),
    ],
)
def test_what_the_council_did_not_agree_to_is_not_met(agree, disagree, invalid, expected):
    commune = official().sit(9).propose("CN01", LDTT)
    commune.vote("CN01", LDTT, agree, disagree, invalid=invalid)
    assert commune.status("CN01", LDTT, "bieu_quyet") is expected


def test_half_or_less_is_said_in_plain_words():
    assert balloted(4, 0).finding("CN01", LDTT, "bieu_quyet").code == "finding.votes_half"


def test_a_missing_vote_is_missing():
    commune = official().propose("CN01", LDTT).sit()
    finding = commune.finding("CN01", LDTT, "bieu_quyet")
    assert (finding.status, finding.cure) == (MISSING, "bieu_quyet:CN01")


def test_the_denominator_is_the_council_of_that_day():
    commune = balloted(8)
    commune.council[0] = replace(commune.council[0], end=date(2025, 6, 1))
    assert commune.status("CN01", LDTT, "bieu_quyet") is MET


@pytest.mark.parametrize(("agree", "expected"), [(8, MET), (9, COMPARE)])
def test_nobody_votes_on_himself(agree, expected):
    commune = balloted(agree, person="CN01")
    assert commune.status("CN01", LDTT, "khong_tu_bo_phieu") is expected
    assert balloted(9).status("CN01", LDTT, "khong_tu_bo_phieu") is NOT_APPLICABLE


def test_council_minutes_need_a_number():
    commune = balloted(9)
    assert commune.status("CN01", LDTT, "hop_hoi_dong") is MET
    commune.meetings[-1] = replace(commune.meetings[-1], minutes_number="")
    assert commune.status("CN01", LDTT, "hop_hoi_dong") is MISSING


def test_titles_start_in_the_unit():
    commune = official().propose("CN01", LDTT)
    assert commune.status("CN01", LDTT, "hop_tap_the") is MET
    commune.meetings.clear()
    assert commune.status("CN01", LDTT, "hop_tap_the") is MISSING
    assert official().propose("CN01", GK).status("CN01", GK, "hop_tap_the") is NOT_APPLICABLE


def noticed(**more):
    return official().propose("CN01", LDTT).notice(**more)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, MET),
        ({"place": " "}, MISSING),
        ({"end": None}, MISSING),
        ({"end": date(2025, 12, 1)}, MISSING),
        ({"opinions": "Không có ý kiến"}, MET),
        ({"opinions": "Đề nghị xem lại"}, MISSING),
        ({"opinions": "Đề nghị xem lại", "handled": "Đã trả lời"}, MET),
    ],
)
def test_notice(more, expected):
    assert noticed(**more).status("CN01", LDTT, "niem_yet") is expected


@pytest.mark.parametrize(
    ("received", "deadline", "expected"),
    [
        (date(2026, 1, 20), date(2026, 1, 20), MET),
        (date(2026, 1, 21), date(2026, 1, 20), COMPARE),
        (date(2026, 1, 20), None, NOT_APPLICABLE),
        (None, date(2026, 1, 20), MISSING),
    ],
)
def test_deadline(received, deadline, expected):
    commune = official(received=received, deadline=deadline).propose("CN01", LDTT)
    finding = commune.finding("CN01", LDTT, "han_nop")
    assert (finding.status, finding.principle) == (expected, Principle.TIMELY)
    assert finding.reached is (received is not None or deadline is None)


def test_late_days_are_working_days():
    commune = official(received=date(2026, 1, 26), deadline=date(2026, 1, 23)).propose("CN01", LDTT)
    assert commune.finding("CN01", LDTT, "han_nop").arguments["late"] == 1


# From 01/10/2026


def test_after_the_amendment_everything_of_the_law_is_compared():
    before = official(received=date(2026, 9, 30)).propose("CN01", LDTT)
    after = official(received=date(2026, 10, 1)).propose("CN01", LDTT)
    assert before.of("CN01", LDTT).verdict is MET
    check = after.of("CN01", LDTT)
    assert check.verdict is COMPARE
    rating = after.finding("CN01", LDTT, "k1a")
    assert (rating.status, rating.under_2022_text) == (COMPARE, MET)
    assert after.check().period == "2026-10-01"


def test_after_the_amendment_a_refusal_is_compared_and_a_lack_stays():
    bad = official("HTNV", received=date(2026, 10, 1)).propose("CN01", LDTT)
    finding = bad.finding("CN01", LDTT, "k1a")
    assert (finding.status, finding.under_2022_text) == (COMPARE, NOT_MET)
    lacking = Commune(received=date(2026, 10, 1)).person().minutes().propose("CN01", LDTT)
    assert lacking.status("CN01", LDTT, "k1a") is MISSING


def test_after_the_amendment_shares_still_count_what_passed_under_2022():
    commune = official(received=date(2026, 10, 1)).propose("CN01", LDTT)
    commune.rate("TT01", "HTTNV").propose("TT01", TTLDTT)
    finding = commune.finding("TT01", TTLDTT, "k1c_ty_le")
    assert (finding.status, finding.under_2022_text) == (COMPARE, MET)


def test_the_day_of_receipt_picks_the_period():
    assert official(received=date(2026, 9, 30)).propose("CN01", LDTT).check().period == "2025-07-01"


# The round as a whole


def round_status(commune, id_):
    return next(f for f in commune.check().round_findings if f.id == id_).status


def test_round_quota_is_only_compared():
    commune = official("HTXSNV").propose("CN01", CSTDCS)
    for number in range(10, 16):
        commune.propose(f"CN{number}", LDTT).person(f"CN{number}")
    assert round_status(commune, "ty_le_cstdcs") is COMPARE
    commune.propose("CN16", LDTT).person("CN16")
    assert round_status(commune, "ty_le_cstdcs") is MET
    found = [f for f in commune.check().round_findings if f.id == "ty_le_cstdcs"]
    assert found[0].checked is Checked.MEMORY


def test_round_notice_days_warn():
    commune = noticed(end=date(2026, 1, 2))
    assert round_status(commune, "so_ngay_niem_yet") is COMPARE
    assert round_status(noticed(), "so_ngay_niem_yet") is MET


def test_round_findings_never_block():
    commune = official("HTNV").propose("CN01", LDTT).propose("CN01", CSTDCS).notice()
    commune.notices.append(Notice("D1", "Nhà văn hóa", date(2026, 1, 1)))
    assert {f.status for f in commune.check().round_findings} <= {MET, COMPARE}
