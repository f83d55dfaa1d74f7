"""Checking through the books: facts from SQLite, sentences, citations, the JSON of `check`."""

import json
from dataclasses import replace
from datetime import date

import pytest

from khenthuong.domain.criteria import Cite
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Checked, DisciplineForm, Principle, Status, Step
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.appraisal import checking
from khenthuong.services.workspace import open_workspace
from khenthuong.storage import apply_import
from tests import factories

ROUND = "DX-2025"
NEUTRAL = "Chưa đủ điều kiện xét tại thời điểm này."


@pytest.fixture
def opened(tmp_path):
    with open_workspace(tmp_path / "so", who="Lê Thị Ghi") as ws:
        apply_import(ws.books, factories.whole_batch(), take_changes=True, label="Nhập")
        yield ws


def test_a_round_is_checked_from_the_books(opened):
    check = checking.check(opened, ROUND)
    assert check.round == ROUND
    assert check.period
    assert check.nominations
    assert check.fingerprint == opened.rulebook.fingerprint


def test_the_json_of_check(opened):
    data = checking.as_json(opened, checking.check(opened, ROUND))
    assert json.loads(json.dumps(data)) == data
    assert {"round", "period", "round_findings", "nominations"} <= set(data)
    nomination = data["nominations"][0]
    assert set(nomination["principles"]) == {"chinh_xac", "cong_khai", "cong_bang", "kip_thoi"}
    keys = {"id", "principle", "step", "status", "cite", "checked", "message", "reached"}
    assert all(keys <= set(finding) for finding in nomination["findings"])


def test_lines_speak_to_a_person(opened):
    lines = checking.lines(opened, checking.check(opened, ROUND))
    assert lines[0].startswith("Quy định áp dụng: Hồ sơ nhận từ 01/07/2025")
    assert all("finding." not in line for line in lines)


def test_an_unknown_round(opened):
    with pytest.raises(NotFoundError):
        checking.check(opened, "KHONG-CO")


def test_a_receipt_before_the_first_period_is_refused(opened):
    facts = checking.load_facts(opened, ROUND)
    old = factories.round_(received=date(2023, 12, 31), deadline=None)
    with pytest.raises(UserError) as caught:
        checking.check_facts(opened, replace(facts, round=old))
    assert caught.value.code == "error.no_period"


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("luat_06_2022", "24", "1", "a"), "điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng"),
        (Cite("luat_06_2022", "84", "2"), "khoản 2 Điều 84 Luật Thi đua, khen thưởng"),
        (Cite("nd_152_2025", "4"), "Điều 4 Nghị định số 152/2025/NĐ-CP"),
        (Cite("tt_15_2025"), "Thông tư số 15/2025/TT-BNV"),
        (Cite(""), ""),
    ],
)
def test_citations(opened, cite, expected):
    assert checking.cite_text(opened, cite) == expected


def finding(**changes):
    values = {
        "id": "tam_dung_xet",
        "principle": Principle.ACCURATE,
        "step": Step.LIST,
        "status": Status.ON_HOLD,
        "cite": Cite("nd_152_2025", "4"),
        "checked": Checked.SECOND_HAND,
        "code": "finding.on_hold",
        "arguments": {"form": DisciplineForm.COMPLAINT_VERIFIED, "start": date(2025, 11, 1)},
        "private": True,
    }
    return Finding(**{**values, **changes})


def test_complaints_are_neutral_on_paper(opened):
    hold = finding()
    assert "Đang xác minh đơn thư" in checking.sentence(opened, hold)
    assert checking.paper_sentence(opened, hold) == NEUTRAL
    inside = finding(
        code="finding.any_of",
        private=False,
        children=(hold,),
        status=Status.ON_HOLD,
        arguments={"branch": "A", "chosen": "tam_dung_xet"},
    )
    assert checking.paper_sentence(opened, inside) == NEUTRAL


def test_the_unverified_and_the_amended_say_so(opened):
    unsure = finding(
        code="finding.votes",
        status=Status.TO_COMPARE,
        checked=Checked.MEMORY,
        private=False,
        arguments={"percent": 80, "agree": 7, "members": 9},
    )
    assert "chưa đối chiếu" in checking.sentence(opened, unsure)
    amended = finding(
        code="finding.not_reused",
        status=Status.TO_COMPARE,
        private=False,
        arguments={},
        cite=Cite("luat_06_2022", "5"),
        under_2022_text=Status.MET,
    )
    said = checking.sentence(opened, amended)
    assert "Theo luật năm 2022: đạt" in said
    assert "06/2026/QH16" in said


def test_a_wrapper_names_its_branch_once(opened):
    inner = finding(
        id="b", code="finding.not_reused", status=Status.MET, private=False, arguments={}
    )
    middle = finding(
        id="m",
        code="finding.any_of",
        status=Status.MET,
        private=False,
        arguments={"branch": "Nhánh trong", "chosen": "b"},
        children=(inner,),
    )
    outer = finding(
        id="o",
        code="finding.any_of",
        status=Status.MET,
        private=False,
        arguments={"branch": "Nhánh ngoài", "chosen": "m"},
        children=(middle,),
    )
    said = checking.sentence(opened, outer)
    assert said.startswith("Nhánh ngoài: Thành tích, sáng kiến")
    assert "Nhánh trong" not in said
