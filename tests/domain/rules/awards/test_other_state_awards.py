"""Huân chương Dũng cảm, kỷ niệm chương, and what has a procedure of its own: pairs of cases."""

from datetime import date

import pytest

from khenthuong.domain.kinds import Authority, RecipientKind, RoundKind, Status
from khenthuong.domain.register import Household
from tests.domain.rules.awards.state import books, office
from tests.domain.rules.commune import Commune, rulebook

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, NOT_APPLICABLE = Status.TO_COMPARE, Status.NOT_APPLICABLE
BRAVE, MEDAL, MOTHER = "huan_chuong_dung_cam", "ky_niem_chuong", "ba_me_viet_nam_anh_hung"
WAR, SERVICE = "khen_thuong_khang_chien", "khen_thuong_qua_trinh_cong_hien"
YOUTH = "huy_chuong_thanh_nien_xung_phong_ve_vang"
OWN_PROCEDURE = (MOTHER, WAR, YOUTH)


def sudden(*, evidence=("anh.jpg",), named=("TH1",), **kept):
    commune = books("CN01", **kept)
    commune.kind = RoundKind.SUDDEN
    commune.files.add("anh.jpg")
    commune.achieved("TH1", "CN01", evidence=evidence)
    return commune.propose("CN01", BRAVE, achievements=named)


# Huân chương Dũng cảm (Điều 52, Điều 85 khoản 1 điểm b)


@pytest.mark.parametrize(
    ("criterion", "changes", "expected"),
    [
        ("dot_xuat", {}, MET),
        ("dot_xuat", {"named": ()}, MISSING),
        ("dot_xuat", {"evidence": ()}, MISSING),
        ("xac_nhan_hanh_dong", {}, MET),
        ("xac_nhan_hanh_dong", {"evidence": ()}, MISSING),
        ("hanh_dong", {}, MET),
        ("hinh_thuc_phu_hop", {}, MET),
        ("hinh_thuc_phu_hop", {"died": date(2026, 1, 12)}, MET),
    ],
)
def test_52(criterion, changes, expected):
    assert sudden(**changes).status("CN01", BRAVE, criterion) is expected


def test_52_is_for_persons_and_for_deeds():
    unit = office()
    unit.kind = RoundKind.SUDDEN
    assert unit.propose("TT09", BRAVE).status("TT09", BRAVE, "hinh_thuc_phu_hop") is NOT_MET
    merit = books("CN01").propose("CN01", BRAVE)
    assert merit.status("CN01", BRAVE, "hinh_thuc_phu_hop") is NOT_MET


def test_85_no_council_by_the_simplified_procedure():
    for criterion in ("hop_hoi_dong", "bieu_quyet", "niem_yet"):
        assert sudden().status("CN01", BRAVE, criterion) is NOT_APPLICABLE


@pytest.mark.parametrize("criterion", ["hanh_dong", "neu_guong"])
def test_52_without_minutes_nothing_is_confirmed(criterion):
    commune = sudden()
    commune.meetings.clear()
    assert commune.status("CN01", BRAVE, criterion) is MISSING


# Kỷ niệm chương (Điều 71)


def test_71_contribution_is_confirmed_and_the_rest_is_the_issuers():
    commune = books("CN01").propose("CN01", MEDAL)
    assert commune.status("CN01", MEDAL, "dong_gop") is MET
    assert commune.status("CN01", MEDAL, "quy_dinh_rieng") is COMPARE
    commune.meetings.clear()
    assert commune.status("CN01", MEDAL, "dong_gop") is MISSING


@pytest.mark.parametrize(
    ("died", "expected"), [(date(2025, 3, 1), COMPARE), (None, NOT_APPLICABLE)]
)
def test_71_names_no_posthumous_award(died, expected):
    commune = books("CN01", died=died).propose("CN01", MEDAL)
    assert commune.status("CN01", MEDAL, "truy_tang") is expected


def test_71_is_for_persons():
    assert office().propose("TT09", MEDAL).status("TT09", MEDAL, "hinh_thuc_phu_hop") is NOT_MET
    assert books("CN01").propose("CN01", MEDAL).status("CN01", MEDAL, "hinh_thuc_phu_hop") is MET


# Bà mẹ Việt Nam anh hùng (Điều 61), khen thưởng kháng chiến (Điều 96)


@pytest.mark.parametrize("award", [MOTHER, WAR])
def test_what_the_law_leaves_to_others_is_always_compared(award):
    commune = books("CN01").propose("CN01", award)
    assert commune.status("CN01", award, "quy_dinh_rieng") is COMPARE


@pytest.mark.parametrize("award", OWN_PROCEDURE)
def test_an_own_procedure_asks_for_no_ballot(award):
    assert books("CN01").propose("CN01", award).status("CN01", award, "bieu_quyet") is (
        NOT_APPLICABLE
    )
    ordinary = books("CN01").propose("CN01", MEDAL).status("CN01", MEDAL, "bieu_quyet")
    assert ordinary is MISSING


@pytest.mark.parametrize(
    ("award", "expected"), [(WAR, MET), (MOTHER, NOT_MET), (YOUTH, NOT_MET), (SERVICE, NOT_MET)]
)
def test_96_1_names_families_too(award, expected):
    commune = Commune()
    commune.households.append(Household("HO1", "Hồ Văn Sáu"))
    commune.propose("HO1", award)
    assert commune.status("HO1", award, "hinh_thuc_phu_hop") is expected


# Huy chương Thanh niên xung phong vẻ vang (Điều 96 khoản 2)


@pytest.mark.parametrize(
    ("branch", "died", "expected"),
    [
        ("tại ngũ", None, MET),
        ("tại ngũ", date(2020, 1, 1), MET),
        # «đã được công nhận liệt sĩ thì được truy tặng»
        ("liệt sĩ", date(1968, 5, 4), MET),
        ("liệt sĩ", None, NOT_MET),
        ("", None, MISSING),
    ],
)
def test_96_2(branch, died, expected):
    commune = books("CN01", died=died).propose("CN01", YOUTH, branch)
    assert commune.status("CN01", YOUTH, "mot_trong_k2") is expected


# Quá trình cống hiến (Điều 8 khoản 4)


@pytest.mark.parametrize(
    ("kind", "expected"), [(RoundKind.SERVICE, MET), (RoundKind.MERIT, NOT_MET)]
)
def test_8_4_is_a_type_with_a_round_of_its_own(kind, expected):
    commune = books("CN01")
    commune.kind = kind
    commune.propose("CN01", SERVICE)
    assert commune.status("CN01", SERVICE, "hinh_thuc_phu_hop") is expected
    assert commune.status("CN01", SERVICE, "hinh_thuc") is COMPARE


# Who decides (Điều 77, 78, 79)


@pytest.mark.parametrize(
    ("award", "authority"),
    [
        ("bang_khen_thu_tuong", Authority.PRIME_MINISTER),
        ("huan_chuong_lao_dong_hang_ba", Authority.PRESIDENT),
        ("huan_chuong_doc_lap_hang_nhat", Authority.PRESIDENT),
        (BRAVE, Authority.PRESIDENT),
        (MOTHER, Authority.PRESIDENT),
        (YOUTH, Authority.PRESIDENT),
        (MEDAL, Authority.PROVINCE),
    ],
)
def test_who_decides(award, authority):
    assert rulebook().awards[award].authority is authority


@pytest.mark.parametrize(
    ("award", "factors"),
    [
        ("bang_khen_thu_tuong", {"ca_nhan": "3.5", "tap_the": "7.0", "ho_gia_dinh": "5.25"}),
        ("huan_chuong_lao_dong_hang_nhat", {"ca_nhan": "9", "tap_the": "18"}),
        ("huan_chuong_lao_dong_hang_nhi", {"ca_nhan": "7.5", "tap_the": "15"}),
        ("huan_chuong_lao_dong_hang_ba", {"ca_nhan": "4.5", "tap_the": "9"}),
        ("huan_chuong_doc_lap_hang_nhat", {"ca_nhan": "15", "tap_the": "30"}),
        ("huan_chuong_doc_lap_hang_nhi", {"ca_nhan": "12.5", "tap_the": "25"}),
        ("huan_chuong_doc_lap_hang_ba", {"ca_nhan": "10.5", "tap_the": "21"}),
        (BRAVE, {"ca_nhan": "4.5"}),
        (MEDAL, {}),
        (MOTHER, {}),
        (WAR, {}),
    ],
)
def test_bonus_factors(award, factors):
    found = {one.recipient: str(one.factor) for one in rulebook().awards[award].bonuses}
    assert found == {RecipientKind(kind): factor for kind, factor in factors.items()}
