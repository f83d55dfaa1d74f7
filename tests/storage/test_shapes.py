"""Every value comes back from the books as it went in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from khenthuong import texts
from khenthuong.domain.archive import Paper, SealedDossier
from khenthuong.domain.clusters import Cluster, ClusterCriterion, ClusterMember, ClusterScore
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.fund import FundEntry
from khenthuong.domain.kinds import (
    Authority,
    Comparison,
    ExampleStage,
    FundCategory,
    FundKind,
    Gender,
    Manager,
    MovementLevel,
    Outcome,
    RatingLevel,
    SpreadKind,
    TaskKind,
    UnitChangeKind,
    VotingMethod,
)
from khenthuong.domain.movement import MovementTask, Participant, Progress, Registration, UnitTarget
from khenthuong.domain.outcomes import DecidedNomination, RoundDecision, Sending, SendingWay
from khenthuong.domain.receiving import SentReply, TakenReply
from khenthuong.domain.register import Alias, CareerStep, PartialDate, UnitChange
from khenthuong.domain.rounds import Attendance, Opinion, Proof, Recusal
from khenthuong.domain.years import Year
from khenthuong.storage import apply_import, rows
from khenthuong.storage.shapes import SHAPES, shape_of
from tests import factories

VALUES = [
    factories.signer(start=None),
    factories.signer(end=date(2026, 1, 1)),
    factories.unit("TT-009", manager=Manager.PROVINCE, small=True, headcount=None),
    factories.person(
        "CN-009", born=PartialDate(1980), gender=Gender.FEMALE, unit="TT-001", cccd="001080000001"
    ),
    factories.person("CN-010", born=None),
    factories.household("HO-009", members=None),
    CareerStep("CN-001", PartialDate(2001), PartialDate(2005, 12), "Kế toán", "HTX cũ"),
    factories.rating(
        year=Year(2023, school=True), points=Decimal("92.50"), level=RatingLevel.NOT_DONE
    ),
    factories.rating(year=Year(2022), points=Decimal("87"), level=None),
    factories.past_award(award="", award_name="Giấy khen cũ", decision_date=None),
    factories.past_award(year=Year(2020), initiatives=("SK-001",), achievements=("KQ-001",)),
    factories.initiative("SK-009", authors=("CN-001", "TT-001"), decision_date=date(2025, 5, 1)),
    factories.discipline(end=None),
    factories.achievement(
        "KQ-009", when=None, contribution=1_500_000_000, evidence=("b.pdf", "a.pdf")
    ),
    factories.movement("PT-009", parent="PT-001", level=MovementLevel.COMMUNE, bases="Luật\nNghị"),
    MovementTask("PT-001", "II.1", TaskKind.CONTENT, "Làm đường", "Thôn 1", "TT-001"),
    MovementTask("PT-001", "III", TaskKind.FINAL_REVIEW, "Tổng kết", due=date(2026, 1, 5)),
    Participant("PT-001", "TT-001", date(2025, 2, 1), "Làm 2 km"),
    Participant("PT-001", "CN-001"),
    UnitTarget("PT-001", "TT-002", "Đường", "km", Comparison.REDUCE, "2,5", period="2025"),
    Progress("PT-001", "", "Đường bê tông", "2025", date(2025, 6, 30), "12,5", "", ("a.pdf",)),
    Registration("CN-001", Year(2026), "giay_khen_xa", "PT-001", date(2026, 1, 9)),
    Registration("TT-001", Year(2025, school=True), "giay_khen_xa"),
    GoodExample("DH-001", "CN-001", "Vườn mẫu", "PT-001", ExampleStage.FOSTERED),
    GoodExample("DH-002", "TT-001", "Tổ tự quản", found=date(2025, 3, 1), evidence=("a.pdf",)),
    ExampleSpread("DH-009", SpreadKind.COPIED, date(2025, 9, 1), "Thôn 2", "5 hộ"),
    Cluster("CK-001", "Cụm số 1", Year(2026), "tỉnh", "Xã bạn"),
    ClusterMember("CK-009", "Xã bạn"),
    ClusterMember("CK-009", "Thôn 1", "TT-001", "Trưởng"),
    ClusterCriterion("CK-009", "1", "Kinh tế", Decimal("40")),
    ClusterScore("CK-009", "Xã bạn", "1", Decimal("38.5"), None, "Chưa chấm"),
    FundEntry(
        "Q-001",
        Year(2026),
        FundKind.SPENDING,
        FundCategory.OTHER_AWARDS,
        702_000,
        date(2026, 2, 1),
        recipient="CN-001",
    ),
    factories.target(content="Tỷ lệ hộ nghèo", comparison=Comparison.RANGE, planned_to="2.326"),
    factories.round_("DX-009", received=None, deadline=date(2026, 1, 9)),
    factories.nomination(
        award="giay_khen_xa",
        initiatives=("SK-001",),
        override_reason="Lý do",
        override_by="Trần Văn Ký",
        override_on=date(2025, 12, 3),
    ),
    factories.council_member(role="Ủy viên", person="CN-001", start=None),
    factories.meeting("H-09", day=None, unit="TT-001", absent="Một người (ốm)"),
    factories.meeting("H-10", method=VotingMethod.BALLOT, ballots_out=9, ballots_in=8),
    Attendance("H-01", "Trần Văn Ký", "Chủ tịch", "vang", "Đi họp tỉnh"),
    Recusal("H-01", "CN-001", "giay_khen_xa", "Lê Thị Ghi", "Vợ"),
    Opinion("DX-2025", 1, date(2025, 12, 4), "Thư", about="CN-001", content="Đồng ý"),
    Proof("DX-2025", "CN-001", "giay_khen_xa", "thanh_tich", "a.pdf", "Ảnh"),
    UnitChange("TT-001", date(2025, 7, 1), UnitChangeKind.MERGED, "TT-002", "1/NQ"),
    UnitChange("TT-002", date(2025, 7, 1), UnitChangeKind.DISSOLVED),
    Alias("CN-777", "CN-001"),
    factories.vote(award="giay_khen_xa", disagree=1, invalid=2),
    factories.notice(place="Trụ sở", end=None, opinions="Không có"),
    Confirmation(
        "bang_khen_cap_tinh",
        "thanh_tich",
        "Trần Văn Ký",
        date(2026, 1, 2),
        "7/CV",
        "UBND xã bạn",
        date(2026, 1, 1),
    ),
    SealedDossier(
        "DX-2025", Authority.PROVINCE, 2, "f" * 64, date(2025, 12, 20), "a" * 64, "goi.zip"
    ),
    Paper(
        "DX-2025",
        Authority.COMMUNE,
        "to_trinh",
        "",
        "",
        1,
        "van_ban/a.docx",
        "b" * 64,
        "5/TTr",
        date(2025, 12, 21),
        "van_ban/a.pdf",
        "c" * 64,
    ),
    factories.submission("HS-2026-001"),
    factories.received_package("HS-2026-002", 2),
    factories.submitted("HS-2026-002", "CN-77", linked="CN-001"),
    SentReply(
        "HS-2026-002",
        1,
        2,
        Outcome.RETURNED,
        date(2026, 2, 1),
        "Lê Thị Ghi",
        "d" * 64,
        "a.zip",
        "{}",
    ),
    TakenReply(
        "DX-2025",
        Authority.PROVINCE,
        1,
        2,
        Outcome.DECIDED,
        "Sở Nội vụ",
        date(2026, 3, 1),
        "e" * 64,
        "qd.pdf",
        "{}",
    ),
    Sending("DX-2025", Authority.PROVINCE, 1, SendingWay.AXIS, date(2026, 2, 3), received_on=None),
    RoundDecision("DX-2025", Authority.COMMUNE, 1, "12/QĐ-UBND", date(2026, 2, 9), "UBND xã"),
    DecidedNomination(
        "DX-2025", "CN-001", "lao_dong_tien_tien", Authority.COMMUNE, 1, True, money=None
    ),
]


@pytest.fixture
def filled(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    with books.write("Nhận"):
        rows.save(books, factories.submission("HS-2026-002"))
        rows.save(books, Participant("PT-001", "TT-002"))
        rows.save(books, GoodExample("DH-009", "TT-001", "Tổ vay vốn"))
        rows.save(books, Cluster("CK-009", "Khối thôn", Year(2025)))
    return books


def stored(books, value):
    shape = shape_of(value)
    key = shape.key(shape.encode(value))
    found = [one for one in rows.load(books, shape) if shape.key(shape.encode(one)) == key]
    return found[0] if found else None


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was(filled, value):
    with filled.write("Ghi"):
        assert rows.save(filled, value) is True
    assert stored(filled, value) == value
    with filled.write("Ghi lại"):
        assert rows.save(filled, value) is False


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_taken_out_is_gone_with_its_lists(filled, value):
    if shape_of(value).recipient_kind:
        return  # recipients go to the bin
    with filled.write("Ghi"):
        rows.save(filled, value)
    with filled.write("Bỏ"):
        rows.remove(filled, value)
    assert stored(filled, value) is None


def test_lists_change_by_themselves(filled):
    value = factories.initiative("SK-001", authors=("CN-001",))
    with filled.write("Sửa"):
        assert rows.save(filled, replace(value, authors=("TT-001", "CN-001"))) is True
    assert stored(filled, value) == replace(value, authors=("TT-001", "CN-001"))


def test_every_kind_of_value_is_tried():
    assert {type(value) for value in VALUES} == {shape.type for shape in SHAPES}


@pytest.mark.parametrize("shape", SHAPES[:18], ids=lambda shape: shape.table.name)
def test_every_imported_field_has_a_name_for_people(shape):
    names = [field.name for field in shape.fields] + [link.name for link in shape.links]
    assert all(texts.knows(f"field.{shape.table.name}.{name}") for name in names)
