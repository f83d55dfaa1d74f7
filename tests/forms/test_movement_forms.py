"""Registration, pledges, sơ kết, tổng kết, aims, clusters: golden texts of invented movements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.context import build_context
from khenthuong.documents.render import PaperRenderer
from khenthuong.domain.answers import Answers
from khenthuong.domain.clusters import (
    Cluster,
    ClusterCriterion,
    ClusterMember,
    ClusterScore,
    ScoreSheet,
)
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.examples import GoodExample
from khenthuong.domain.kinds import RecipientKind, TaskKind
from khenthuong.domain.movement import Movement, MovementTask
from khenthuong.domain.movement_report import (
    AimResult,
    Commended,
    ExampleTold,
    MovementReport,
    Proposals,
    TakingPart,
    TargetResult,
    carried_out,
)
from khenthuong.domain.office_papers import MovementFacts, SubjectFacts
from khenthuong.domain.targets import TargetState
from khenthuong.domain.years import Year
from khenthuong.paths import shipped
from tests.documents.invented import facts
from tests.forms.golden import hold

FORMS = load_forms(shipped("forms"), None)[0]
DAY = date(2026, 12, 20)
MOVEMENT = Movement(
    "PT9",
    "Suối Mây sáng đường, sạch ngõ",
    plan_number="31/KH-UBND",
    issued=date(2026, 1, 5),
    issuer="Ủy ban nhân dân xã An Bình",
    start=date(2026, 1, 10),
    end=date(2026, 12, 10),
)
TASKS = (
    MovementTask("PT9", "1", TaskKind.CONTENT, "Thắp sáng đường thôn."),
    MovementTask("PT9", "2", TaskKind.CARRYING_OUT, "Lắp cột đèn", "Thôn Đông",
                 due=date(2026, 3, 1), done=date(2026, 3, 4), result="Đủ 40 cột"),
    MovementTask("PT9", "3", TaskKind.INTERIM_REVIEW, "Sơ kết", due=date(2026, 7, 1)),
)  # fmt: skip
LIT = TargetResult("Đường có điện chiếu sáng", "2026", "tối thiểu 95%", "97%",
                   TargetState.EXCEEDED, "Kết quả cả kỳ: 97%; vượt 2.", "1")  # fmt: skip
CLEAN = TargetResult("Ngõ tự quản", "", "12 ngõ", "", TargetState.NO_FIGURES, "Chưa ghi số nào.")
TAKING = (
    TakingPart("Thôn Đông", RecipientKind.UNIT, "", "Tạ Văn Trưởng", date(2026, 1, 20),
               "Mỗi tuần một buổi tổng vệ sinh.", "Làm đều", (CLEAN, LIT), ("Giấy khen",)),
    TakingPart("Lê Thị Bút", RecipientKind.PERSON, "Thôn Đông", "", date(2026, 1, 21),
               aims=("Giấy khen", "Chiến sĩ thi đua cơ sở")),
)  # fmt: skip
FULL = MovementReport(
    MOVEMENT,
    DAY,
    (LIT, CLEAN),
    TAKING,
    (
        Commended("Thôn Đông", RecipientKind.UNIT, "", "Giấy khen", "12/QĐ-UBND", DAY),
        Commended("Lê Thị Bút", RecipientKind.PERSON, "Thôn Đông", "Giấy khen"),
    ),
    Proposals(1, 4, 2, 1),
    (ExampleTold(GoodExample("DH1", "T1", "Ngõ hoa", content="Trồng hoa"), "Thôn Đông"),),
    carried_out(TASKS, DAY),
)
AIMS = (
    AimResult("Thôn Đông", "", "Giấy khen", "dat", "Đạt", "Quyết định 12/QĐ-UBND.", DAY),
    AimResult("Lê Thị Bút", "Thôn Đông", "Giấy khen", "khong_dat", "Không đạt", "Không đủ phiếu."),
)
SHEET = ScoreSheet(
    Cluster("CK1", "Cụm thi đua số 3", Year(2026), lead="Xã Đào", decision="Quyết định số 9/QĐ-X"),
    tuple(ClusterMember("CK1", name) for name in ("Xã Mơ", "Xã Mận", "Xã Đào")),
    (
        ClusterCriterion("CK1", "10", "Nộp báo cáo chậm", Decimal(-5)),
        ClusterCriterion("CK1", "2", "Hoàn thành chỉ tiêu", Decimal(50)),
    ),
    (
        ClusterScore("CK1", "Xã Đào", "2", Decimal("48.5"), Decimal(47), "Thiếu minh chứng"),
        ClusterScore("CK1", "Xã Đào", "10", Decimal(0), Decimal(0)),
        ClusterScore("CK1", "Xã Mận", "2", Decimal(49), Decimal(49)),
        ClusterScore("CK1", "Xã Mận", "10", Decimal(-2), Decimal(-2)),
        ClusterScore("CK1", "Xã Mơ", "2", Decimal(40), None),
    ),
)
MOVEMENT_FORMS = ("bang_dang_ky_thi_dua", "giao_uoc_thi_dua", "bao_cao_so_ket", "bao_cao_tong_ket")
ANSWERS: dict[str, object] = {"nguoi_lap": "Trần Thị Soạn", "nguoi_ky": "Lưu Trọng Nhuận"}


def about(report: MovementReport) -> DossierFacts:
    told = MovementFacts(report.movement, TASKS)
    return replace(facts(), subject=SubjectFacts("BC", movement=told, report=report))


def rendered(form_id: str, given: DossierFacts, answers: dict[str, object]) -> bytes:
    form = FORMS[form_id]
    context = build_context(form, given, None, Answers(form.id, form.version, answers))
    return PaperRenderer(template_path(form, shipped("forms"), None), form).render(context)


@pytest.mark.parametrize("form_id", MOVEMENT_FORMS)
def test_a_whole_movement(form_id: str) -> None:
    text = hold(form_id, "day_du", rendered(form_id, about(FULL), ANSWERS))
    assert "None" not in text
    if "bao_cao" in form_id:
        assert (
            "có quyết định khen thưởng 02, không được khen thưởng 01, chưa có quyết định 01" in text
        )


@pytest.mark.parametrize("form_id", ["bao_cao_so_ket", "bao_cao_tong_ket"])
def test_an_empty_movement_says_what_is_not_there(form_id: str) -> None:
    bare = MovementReport(Movement("PT8", "Thi đua"), DAY)
    text = hold(form_id, "trong", rendered(form_id, about(bare), ANSWERS))
    for said in ("chưa ghi chỉ tiêu", "chưa có đơn vị", "Chưa mở đợt xét", "chưa ghi mô hình"):
        assert said in text


def test_what_people_say_stands_in_place_of_the_blanks() -> None:
    asked = [one.key for one in FORMS["bao_cao_tong_ket"].asks if one.type == "multiline"]
    words = {key: f"Nhận định riêng về {key}" for key in asked}
    made = rendered("bao_cao_tong_ket", about(FULL), ANSWERS | words)
    text = hold("bao_cao_tong_ket", "co_loi", made)
    assert "………" not in text
    assert all(word in text for word in words.values())


def test_the_scores_of_a_cluster() -> None:
    given = replace(facts(), subject=SubjectFacts(cluster=SHEET))
    text = hold("bang_cham_diem_cum", "dong_hang", rendered("bang_cham_diem_cum", given, ANSWERS))
    assert "Bằng điểm, cùng xếp thứ 1: Xã Mận, Xã Đào; thứ hạng tiếp theo là 3." in text
    assert "tạm tính" in text


def test_aims_against_results() -> None:
    given = replace(facts(), subject=SubjectFacts(year=Year(2026), aims=AIMS))
    text = hold("ket_qua_dang_ky", "hai_dong", rendered("ket_qua_dang_ky", given, ANSWERS))
    assert "Cộng: 02 lượt đăng ký, gồm: đạt 01, không đạt 01." in text
