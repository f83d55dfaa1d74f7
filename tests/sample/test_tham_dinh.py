"""The sample commune judged by the real rules: every status, each for the reason meant."""

from collections import Counter

import pytest

from khenthuong.domain.findings import RoundCheck
from khenthuong.domain.kinds import Authority, Status
from khenthuong.services import demo
from khenthuong.services.appraisal import checking, rounds
from khenthuong.services.demo import DemoResult
from khenthuong.services.intake import importing
from khenthuong.services.workspace import open_workspace
from scripts.xa_mau import so_bo

LDTT, CSTDCS, CSTDT = "lao_dong_tien_tien", "chien_si_thi_dua_co_so", "chien_si_thi_dua_cap_tinh"
TTLDTT, TTLDXS = "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"
BK, GK = "bang_khen_cap_tinh", "giay_khen_xa"


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> DemoResult:
    return demo.run(tmp_path_factory.mktemp("demo") / "xa mẫu")


@pytest.fixture(scope="module")
def checks(result: DemoResult) -> dict[str, RoundCheck]:
    with open_workspace(result.out / demo.BOOKS) as ws:
        codes = [summary.round.code for summary in rounds.rounds(ws)]
        return {code: checking.check(ws, code) for code in codes}


def finding_of(checks, code, recipient, award, finding_id):
    nomination = checks[code].of(recipient, award)
    return next(f for f in nomination.findings if f.id == finding_id)


def test_the_workbook_has_no_fault(tmp_path):
    with open_workspace(tmp_path) as ws:
        preview = importing.preview(ws, demo.sample_workbook())
        assert preview.faults == ()
        assert preview.batch.rows > 1500


def test_every_verdict_is_reached(checks):
    verdicts = Counter(n.verdict for check in checks.values() for n in check.nominations)
    assert verdicts[Status.MET] >= 30
    assert verdicts[Status.NOT_MET] >= 8
    assert verdicts[Status.MISSING] >= 4
    assert verdicts[Status.ON_HOLD] == 1
    assert verdicts[Status.TO_COMPARE] >= 30
    every = {f.status for c in checks.values() for n in c.nominations for f in n.findings}
    assert every == set(Status)


@pytest.mark.parametrize(
    ("recipient", "award", "finding", "status"),
    [
        ("CN026", LDTT, "k1a", Status.NOT_MET),  # rated HTNV
        ("CN009", CSTDT, "k1a", Status.NOT_MET),  # a gap in 2024
        ("TT04", TTLDTT, "k1c_ty_le", Status.NOT_MET),  # four of six
        ("CN023", CSTDCS, "khong_dung_lai", Status.NOT_MET),  # its initiative won a title
        ("TT01", TTLDTT, "k1c_ky_luat", Status.NOT_MET),  # a member under cảnh cáo
        ("CN107", LDTT, "tham_quyen", Status.NOT_MET),  # managed by the province
        ("TT16", BK, "mot_trong_k3", Status.NOT_MET),  # two good years, not in a row
        ("CN110", LDTT, "tam_dung_xet", Status.ON_HOLD),
        ("CN101", LDTT, "k1a", Status.MISSING),  # no rating row
        ("CN096", LDTT, "hop_tap_the", Status.MISSING),  # minutes without a number
        ("CN025", CSTDCS, "k2", Status.MISSING),  # no recognising decision
        ("CN052", CSTDT, "k1a", Status.MISSING),  # before the books are complete
        ("TT08", TTLDTT, "k1c_ty_le", Status.TO_COMPARE),  # seven stated, six on record
        ("CN056", LDTT, "bieu_quyet", Status.TO_COMPARE),  # seven of nine
        ("HO11", BK, "dong_gop_ho", Status.TO_COMPARE),  # the province sets the amount
        ("TT02", TTLDTT, "k1c_ky_luat", Status.MET),  # khiển trách is no bar
        ("CN016", CSTDT, "k1a", Status.MET),
        ("CN010", BK, "mot_trong_k1", Status.MET),  # branch d, title by title
        ("CN012", BK, "mot_trong_k1", Status.MET),  # a movement of the province
        ("TT03", TTLDXS, "k1d", Status.MET),
    ],
)
def test_the_main_round_decides_as_meant(checks, recipient, award, finding, status):
    assert finding_of(checks, "D1", recipient, award, finding).status is status


def test_the_commune_s_own_movement_is_not_enough(checks):
    assert checks["D3"].of("CN099", BK).verdict is Status.NOT_MET
    assert checks["D3"].of("CN022", BK).verdict is Status.MET


def test_after_the_amendment_everything_is_compared(checks):
    assert {n.verdict for n in checks["D2"].nominations} == {Status.TO_COMPARE}
    assert finding_of(checks, "D2", "CN042", LDTT, "k1a").under_2022_text is Status.NOT_MET
    assert finding_of(checks, "D2", "CN028", CSTDT, "k1a").under_2022_text is Status.MET


def test_the_sudden_round_needs_no_council(checks):
    ballot = finding_of(checks, "D4", "CN075", GK, "bieu_quyet")
    assert ballot.status is Status.NOT_APPLICABLE
    assert finding_of(checks, "D4", "CN105", GK, "dot_xuat").status is Status.MISSING


def test_most_of_it_can_be_sealed(result):
    sealed = Counter()
    for package in result.packages:
        sealed[package.authority] += package.nominations
    assert sealed[Authority.COMMUNE] >= 40
    assert sealed[Authority.PROVINCE] >= 8
    assert result.broken == ()
    assert all(package.path.is_file() for package in result.packages)
    # One school's teacher did not hand in a report: that alone keeps the nomination out.
    assert so_bo.name("CN042") in {left.name for left in result.left_out}
