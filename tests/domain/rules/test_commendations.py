"""Bằng khen (Điều 74) and giấy khen (Điều 75, 85): every branch, one fact at a time."""

from datetime import date

import pytest

from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import AchievementKind, RoundKind, Status, Subject, UnitKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.register import Household, PartialDate
from tests.domain.rules.commune import BK, CSTDCS, GK, TTLDXS, Commune, official

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, NOT_APPLICABLE = Status.TO_COMPARE, Status.NOT_APPLICABLE
PROVINCE = "Ủy ban nhân dân thành phố Hải Phòng"


# Điều 74 khoản 1 điểm d, as the Ministry of Home Affairs reads it


def point_d(*years, initiatives=(2024, 2025), level="HTXSNV"):
    commune = Commune().person().minutes().rate("CN01", level, *years)
    codes = []
    for number, year in enumerate(initiatives):
        commune.initiative(f"SK{number}", year)
        codes.append(f"SK{number}")
    return commune.propose("CN01", BK, "d", initiatives=tuple(codes))


def d(commune):
    return commune.status("CN01", BK, "mot_trong_k1")


def test_d_two_excellent_years_and_two_initiatives():
    assert d(point_d(2024, 2025)) is MET


def test_d_one_initiative_is_not_enough():
    assert d(point_d(2024, 2025, initiatives=(2025,))) is NOT_MET


def test_d_initiatives_lie_inside_the_years():
    assert d(point_d(2024, 2025, initiatives=(2023, 2025))) is NOT_MET
    assert d(point_d(2023, 2024, 2025, initiatives=(2023, 2025))) is MET


def test_d_a_gap_breaks_the_years():
    assert d(point_d(2023, 2025)) is MISSING  # 2024 is not on record
    commune = point_d(2023, 2025).rate("CN01", "HTTNV", 2024)
    assert d(commune) is NOT_MET


def test_d_two_topics_instead():
    commune = Commune().person().minutes().rate("CN01", "HTXSNV", 2024, 2025)
    commune.initiative("DT1", 2024, kind="de_tai").initiative("DT2", 2025, kind="de_tai")
    commune.propose("CN01", BK, "d", initiatives=("DT1", "DT2"))
    assert d(commune) is MET
    mixed = Commune().person().minutes().rate("CN01", "HTXSNV", 2024, 2025)
    mixed.initiative("DT1", 2024, kind="de_tai").initiative("SK2", 2025)
    mixed.propose("CN01", BK, "d", initiatives=("DT1", "SK2"))
    assert d(mixed) is NOT_MET


def test_d_two_titles_need_two_initiatives_as_well():
    commune = point_d(2024, 2025, level="HTTNV")
    commune.won("CN01", CSTDCS, 2024, 2025, branch="HTXSNV")
    assert d(commune) is MET
    commune.nominations = [n for n in commune.nominations if n.award != BK]
    commune.propose("CN01", BK, "d")
    assert d(commune) is MISSING  # they are free in the register: name them
    commune.initiatives.clear()
    assert d(commune) is NOT_MET


def test_d_an_initiative_spent_on_a_title_does_not_count_again():
    commune = point_d(2024, 2025)
    commune.won("CN01", CSTDCS, 2024, branch="sang_kien", initiatives=("SK0",))
    finding = commune.finding("CN01", BK, "d.sang_kien")
    assert (finding.status, finding.code) == (NOT_MET, "finding.used")
    assert d(commune) is NOT_MET


def test_d_two_further_initiatives_after_titles_won_by_initiatives():
    commune = point_d(2024, 2025, initiatives=(2024, 2025))
    commune.initiative("SKa", 2024).initiative("SKb", 2025)
    commune.won("CN01", CSTDCS, 2024, branch="sang_kien", initiatives=("SKa",))
    commune.won("CN01", CSTDCS, 2025, branch="sang_kien", initiatives=("SKb",))
    assert d(commune) is MET


def test_d_the_ministrys_example_2023_2024():
    """2023 HTXSNV + sáng kiến; 2024 HTXSNV + sáng kiến + CSTĐCS by HTXSNV: eligible."""
    commune = point_d(2023, 2024, initiatives=(2023, 2024))
    commune.won("CN01", CSTDCS, 2024, branch="xuat_sac")
    assert d(commune) is MET


def test_d_an_unrecorded_route_is_compared():
    commune = point_d(2024, 2025).won("CN01", CSTDCS, 2024)
    assert d(commune) is COMPARE
    assert commune.finding("CN01", BK, "d.sang_kien").cure == "khen_thuong:CN01:2024"


def test_d_a_mixture_of_title_and_rating_years_is_compared():
    commune = point_d(2025).rate("CN01", "HTTNV", 2024)
    commune.won("CN01", CSTDCS, 2024, branch="sang_kien", initiatives=("SKx",))
    assert d(commune) is COMPARE


def test_d_a_wider_scope_satisfies():
    commune = Commune().person().minutes().rate("CN01", "HTXSNV", 2024, 2025)
    commune.initiative("SK0", 2024, scope="tinh").initiative("SK1", 2025)
    commune.propose("CN01", BK, "74.1.d", initiatives=("SK0", "SK1"))
    assert d(commune) is MET


# The other points of khoản 1


@pytest.mark.parametrize(
    ("branch", "criterion"),
    [
        ("b", "b"),
        ("c", "c"),
        ("điểm b khoản 1 Điều 74", "b"),
        ("74.1.b", "b"),
        ("Điểm đ khoản 1 Điều 74", "dd"),
        ("đ", "dd"),
        ("dd", "dd"),
        ("d", "d"),
        ("1d", "d"),
    ],
)
def test_the_branch_is_named_in_many_ways(branch, criterion):
    commune = Commune().person(subject=Subject.WORKER).minutes().propose("CN01", BK, branch)
    finding = commune.finding("CN01", BK, "mot_trong_k1")
    assert [child.id for child in finding.children] == [criterion]


@pytest.mark.parametrize("branch", ["b", "c"])
def test_b_and_c_count_only_when_named_and_confirmed(branch):
    commune = official("HTTNV").propose("CN01", BK, branch)
    assert d(commune) is MET
    commune.meetings.clear()
    assert d(commune) is MISSING
    assert d(official("HTTNV").propose("CN01", BK)) is MISSING


def test_a_failing_years_branch_never_refuses_while_a_declared_one_is_open():
    unnamed = official("HTNV").propose("CN01", BK)
    assert d(unnamed) is MISSING
    assert d(official("HTNV").rate("CN01", "HTNV", 2024).propose("CN01", BK, "d")) is NOT_MET


def test_dd_is_for_workers_and_farmers():
    farmer = Commune().person(subject=Subject.FARMER).minutes().propose("CN01", BK, "dd")
    assert d(farmer) is MET
    assert d(official().propose("CN01", BK, "dd")) is NOT_MET


def movement_case(issuer=PROVINCE, *, linked=True, award=BK, kind=RoundKind.MERIT):
    commune = official("HTTNV", kind=kind)
    commune.movements.append(Movement("PT01", "Chuyển đổi số", plan_number="5/KH", issuer=issuer))
    commune.achieved(
        "TH01", "CN01", movement="PT01" if linked else "", kind=AchievementKind.TOPICAL
    )
    return commune.propose("CN01", award, "a", achievements=("TH01",))


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        (PROVINCE, MET),
        ("Bộ Nội vụ", MET),
        ("Thủ tướng Chính phủ", MET),
        ("Tỉnh ủy Quảng Ninh", MET),
        ("Ủy ban nhân dân xã Vĩnh Khê Thượng, thành phố Hải Phòng", NOT_MET),
        ("UBND phường An Biên", NOT_MET),
        ("Ban Chỉ đạo 35", COMPARE),
        ("Ủy ban nhân dân huyện Vĩnh Bảo", COMPARE),
        ("", MISSING),
    ],
)
def test_a_asks_for_a_movement_of_the_province_or_a_ministry(issuer, expected):
    assert d(movement_case(issuer)) is expected


def test_a_asks_for_a_result_in_the_movement():
    assert d(movement_case(linked=False)) is MISSING


def test_k1_opening_is_declared():
    commune = official().propose("CN01", BK, "b")
    assert commune.status("CN01", BK, "guong_mau_ca_nhan") is MET
    commune.meetings.clear()
    assert commune.status("CN01", BK, "guong_mau_ca_nhan") is MISSING


def test_k2_entrepreneurs_have_a_branch_of_their_own():
    commune = Commune().person(subject=Subject.ENTREPRENEUR).minutes().propose("CN01", BK, "k2")
    assert d(commune) is COMPARE  # «được Bộ, ban, ngành, tỉnh công nhận»
    assert commune.status("CN01", BK, "chap_hanh_tot_k2") is MET
    assert commune.status("CN01", BK, "guong_mau_ca_nhan") is NOT_APPLICABLE
    assert d(official().propose("CN01", BK, "k2")) is NOT_MET


# Khoản 3, 4: collectives


def collective(*levels, branch="d", kind=UnitKind.OFFICE):
    commune = Commune()
    commune.units = []
    commune.unit("TT01", kind).minutes().propose("TT01", BK, branch)
    for number, level in enumerate(levels):
        commune.rate("TT01", level, 2024 + number)
    return commune


def k3(commune):
    return commune.status("TT01", BK, "mot_trong_k3")


def test_k3d_two_excellent_years():
    assert k3(collective("HTXSNV", "HTXSNV")) is MET
    assert k3(collective("HTTNV", "HTXSNV")) is NOT_MET
    assert k3(collective()) is MISSING


def test_k3d_a_title_counts_for_a_year():
    assert k3(collective("HTTNV", "HTXSNV").won("TT01", TTLDXS, 2024)) is MET


def test_k3d_also_needs_the_declared_part():
    commune = collective("HTXSNV", "HTXSNV")
    commune.meetings.clear()
    assert k3(commune) is MISSING
    assert commune.status("TT01", BK, "k3d.dan_chu") is MISSING


def test_k3a_any_movement():
    commune = collective(branch="a")
    commune.movements.append(Movement("PT01", "Sạch đẹp", issuer="UBND xã Vĩnh Khê Thượng"))
    commune.achieved("TH01", "TT01", movement="PT01")
    assert k3(commune) is MET
    commune.achievements.clear()
    assert k3(commune) is MISSING


@pytest.mark.parametrize("branch", ["b", "c"])
def test_k3b_k3c(branch):
    assert k3(collective(branch=branch)) is MET
    commune = collective(branch=branch)
    commune.meetings.clear()
    assert k3(commune) is MISSING
    assert k3(collective(branch="")) is MISSING


def test_k4_enterprises():
    firm = collective(branch="k4", kind=UnitKind.ENTERPRISE)
    assert k3(firm) is COMPARE
    assert firm.status("TT01", BK, "chap_hanh_tot_k4") is MET
    assert k3(collective(branch="k4")) is NOT_MET


# Khoản 5: households


def household(award=BK, kind=RoundKind.MERIT, **more):
    commune = Commune(kind=kind).unit("TH1", UnitKind.VILLAGE).minutes("TH1")
    commune.households.append(Household("HO01", "Trần Thị Sậy", village="TH1"))
    if more:
        commune.achieved("TH01", "HO01", **more)
    return commune.propose("HO01", award, achievements=("TH01",) if more else ())


def test_k5_contribution_without_a_figure_in_the_law_is_compared():
    given = household(kind=RoundKind.MERIT, contribution=50_000_000)
    assert given.status("HO01", BK, "dong_gop_ho") is COMPARE
    assert household().status("HO01", BK, "dong_gop_ho") is MISSING


def test_k5_opening_is_confirmed_by_the_village():
    commune = household()
    assert commune.status("HO01", BK, "guong_mau_ho") is MET
    commune.meetings.clear()
    finding = commune.finding("HO01", BK, "guong_mau_ho")
    assert (finding.status, finding.cure) == (MISSING, "hop:TH1")


# Điều 75: giấy khen


def test_giay_khen_without_the_provinces_criteria_is_never_met():
    commune = official("HTXSNV").propose("CN01", GK)
    assert commune.of("CN01", GK).verdict is COMPARE
    commune.meetings.clear()
    assert commune.status("CN01", GK, "tieu_chuan_cua_tinh") is COMPARE


def test_giay_khen_confirmed_by_a_named_person_is_judged():
    commune = official("HTXSNV").propose("CN01", GK)
    commune.confirmations.append(
        Confirmation(GK, "tieu_chuan_cua_tinh", "Lê Thị Hạ", date(2026, 1, 2), "15/2026/QĐ-UBND")
    )
    assert commune.of("CN01", GK).verdict is MET
    commune.meetings.clear()
    assert commune.of("CN01", GK).verdict is MISSING


def test_giay_khen_for_a_collective_and_a_household():
    assert collective("HTXSNV").propose("TT01", GK).of("TT01", GK).verdict is COMPARE
    given = household(GK, contribution=20_000_000)
    assert given.status("HO01", GK, "dong_gop_ho") is COMPARE


def sudden(award=GK, **more):
    commune = official(kind=RoundKind.SUDDEN)
    more.setdefault("evidence", ("anh.jpg",))
    commune.achieved("TH01", "CN01", **more)
    commune.files.add("anh.jpg")
    return commune.propose("CN01", award, achievements=("TH01",))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, MET),
        ({"when": PartialDate(2026, 1)}, MISSING),
        ({"content": ""}, MISSING),
        ({"evidence": ()}, MISSING),
        ({"evidence": ("mat.jpg",)}, MISSING),
        ({"kind": AchievementKind.MERIT}, COMPARE),
    ],
)
def test_sudden_deed_has_date_content_and_evidence(more, expected):
    assert sudden(**more).status("CN01", GK, "dot_xuat") is expected


def test_sudden_deed_must_be_named_and_ones_own():
    commune = official(kind=RoundKind.SUDDEN).achieved("TH01", "CN01").propose("CN01", GK)
    finding = commune.finding("CN01", GK, "dot_xuat")
    assert (finding.status, finding.code) == (MISSING, "finding.deed_not_named")
    other = official(kind=RoundKind.SUDDEN).achieved("TH01", "CN02")
    other.propose("CN01", GK, achievements=("TH01",))
    assert other.status("CN01", GK, "dot_xuat") is NOT_MET


@pytest.mark.parametrize("criterion", ["hop_hoi_dong", "bieu_quyet", "niem_yet", "hop_tap_the"])
def test_sudden_rounds_skip_council_and_notice(criterion):
    assert sudden().status("CN01", GK, criterion) is NOT_APPLICABLE


def test_sudden_rounds_show_the_elapsed_days():
    finding = sudden().finding("CN01", GK, "so_ngay_dot_xuat")
    assert (finding.status, finding.arguments["days"]) == (COMPARE, 6)


def test_sudden_household():
    commune = household(GK, RoundKind.SUDDEN, when=PartialDate(2026, 1, 12), evidence=("a.jpg",))
    commune.files.add("a.jpg")
    assert commune.status("HO01", GK, "dot_xuat_ho") is MET
    assert household(GK, RoundKind.SUDDEN).status("HO01", GK, "dot_xuat_ho") is MISSING


def test_topical_round():
    assert movement_case(award=GK, kind=RoundKind.MOVEMENT).status("CN01", GK, "phong_trao") is MET
    assert (
        movement_case(award=GK, kind=RoundKind.MOVEMENT, linked=False).status(
            "CN01", GK, "phong_trao"
        )
        is MISSING
    )


def test_one_achievement_is_not_rewarded_twice():
    commune = sudden()
    assert commune.status("CN01", GK, "khong_dung_lai") is MET
    commune.won("CN01", BK, 2025, achievements=("TH01",))
    assert commune.status("CN01", GK, "khong_dung_lai") is NOT_MET


def test_a_household_s_contribution_is_confirmed_by_a_file_that_is_there():
    bare = household(contribution=50_000_000, evidence=("giay-hien-dat.pdf",))
    assert bare.status("HO01", BK, "xac_nhan_dong_gop") is MISSING
    there = household(contribution=50_000_000, evidence=("giay-hien-dat.pdf",))
    there.files.add("giay-hien-dat.pdf")
    assert there.status("HO01", BK, "xac_nhan_dong_gop") is MET
