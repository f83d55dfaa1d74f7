"""Rounds as screens and the command line use them."""

from datetime import date

import pytest

from khenthuong.domain.archive import SealedDossier
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import Authority, Step
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.appraisal import rounds
from khenthuong.services.workspace import open_workspace
from khenthuong.storage import apply_import, papers
from khenthuong.storage import rounds as stored
from tests import factories

AWARD = "chien_si_thi_dua_co_so"


@pytest.fixture
def ws(tmp_path):
    with open_workspace(tmp_path / "so", who="Lê Thị Ghi") as opened:
        apply_import(opened.books, factories.whole_batch(), take_changes=True, label="Nhập")
        yield opened


def test_a_summary_says_how_far_a_round_is(ws):
    rounds.save_round(ws, factories.round_("DX-MOI"))
    (first, second) = rounds.rounds(ws)
    assert (first.round.code, first.nominations, first.sealed) == ("DX-2025", 1, ())
    assert first.steps == (Step.LIST, Step.MEETING, Step.NOTICE)
    assert (second.nominations, second.steps) == (0, ())
    with ws.books.write("Chốt"):
        papers.save_sealed(
            ws.books,
            SealedDossier("DX-2025", Authority.COMMUNE, 1, "f", date(2025, 12, 20), "p", "goi.zip"),
        )
    sealed = rounds.rounds(ws)[0]
    assert (sealed.sealed, sealed.steps[-1]) == ((Authority.COMMUNE,), Step.DOSSIER)


def test_a_summary_as_json(ws):
    row = rounds.round_as_json(rounds.rounds(ws)[0])
    assert (row["code"], row["kind"], row["kind_name"]) == ("DX-2025", "cong_trang", "Công trạng")
    assert (row["year"], row["received"], row["nominations"]) == ("2025", "2025-12-15", 1)
    assert row["steps"] == ["danh_sach", "hop", "niem_yet"]


def test_nominations_come_in_the_registers_order(ws):
    for code in ("HO-001", "TT-001", "TT-002"):
        rounds.save_nomination(ws, factories.nomination(recipient=code, award="giay_khen_xa"))
    found = [one.recipient for one in rounds.nominations(ws, "DX-2025")]
    assert found == ["TT-001", "TT-002", "CN-001", "HO-001"]


def test_an_override_needs_reason_and_name_and_can_be_taken_back(ws):
    for reason, by in (("", "Trần Văn Ký"), ("Lý do", " ")):
        with pytest.raises(UserError) as caught:
            rounds.override(ws, "DX-2025", "CN-001", AWARD, reason, by)
        assert caught.value.code == "error.override_needs_reason"
    rounds.override(ws, "DX-2025", "CN-001", AWARD, " Lý do ", "Trần Văn Ký")
    (one,) = rounds.nominations(ws, "DX-2025")
    assert (one.override_reason, one.override_by, one.override_on) == (
        "Lý do",
        "Trần Văn Ký",
        ws.today(),
    )
    assert one.initiatives == ("SK-001",)
    rounds.override(ws, "DX-2025", "CN-001", AWARD, "", "")
    assert rounds.nominations(ws, "DX-2025")[0].override_on is None


def test_an_override_of_nothing_is_refused(ws):
    with pytest.raises(NotFoundError) as caught:
        rounds.override(ws, "DX-2025", "CN-001", "giay_khen_xa", "Lý do", "Trần Văn Ký")
    assert caught.value.code == "error.nomination_unknown"


def test_meetings_votes_notices_council(ws):
    rounds.save_meeting(ws, factories.meeting("H-02"), [factories.vote(meeting="H-02", agree=7)])
    assert [one.code for one in rounds.meetings(ws, "DX-2025")] == ["H-01", "H-02"]
    assert {one.agree for one in rounds.votes(ws, "DX-2025")} == {9, 7}
    rounds.remove_meeting(ws, factories.meeting("H-02"))
    assert [one.meeting for one in rounds.votes(ws, "DX-2025")] == ["H-01"]
    rounds.save_notices(ws, "DX-2025", [])
    assert rounds.notices(ws, "DX-2025") == ()
    rounds.save_council(ws, [factories.council_member(role="Ủy viên")])
    assert [one.role for one in rounds.council(ws)] == ["Ủy viên"]
    assert [one.code for one in rounds.movements(ws)] == ["PT-001"]


def test_removing_a_nomination_and_confirming_a_criterion(ws):
    rounds.remove_nomination(ws, rounds.nominations(ws, "DX-2025")[0])
    assert rounds.nominations(ws, "DX-2025") == ()
    value = Confirmation(AWARD, "sang_kien", "Trần Văn Ký", date(2026, 1, 5), "3/CV")
    rounds.confirm(ws, value)
    assert stored.confirmations(ws.books) == (value,)


def test_an_unknown_round_names_those_there_are(ws):
    with pytest.raises(NotFoundError) as caught:
        rounds.get_round(ws, "DX-404")
    assert caught.value.arguments["known"] == ("DX-2025",)
