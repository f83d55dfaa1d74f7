"""«Bằng khen của Thủ tướng Chính phủ» (Điều 73): pairs of cases that differ in one fact.

Every expected status is read from the article, before the engine was asked.
"""

from datetime import date

import pytest

from khenthuong.domain.kinds import AchievementKind, RoundKind, Status, Subject, UnitKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Household
from khenthuong.domain.years import Year
from tests.domain.rules.awards.state import BK, CO_TINH, DVQT, LD3, TTG, TTLDXS, books, office
from tests.domain.rules.commune import CSTDCS, Commune

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, NOT_APPLICABLE = Status.TO_COMPARE, Status.NOT_APPLICABLE
FIVE = range(2021, 2026)

# Khoản 1 điểm b: «Đã được tặng bằng khen của Bộ, ban, ngành, tỉnh và có liên tục từ 05 năm trở lên
# đến thời điểm đề nghị được công nhận hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có 03 lần
# được tặng danh hiệu “Chiến sĩ thi đua cơ sở”».
K1B = {"good": FIVE, "won": {BK: [2023], CSTDCS: [2021, 2022, 2024]}}
K1B_PAIRS = [
    ("đủ", {}, MET),
    ("không có bằng khen", {"won": {CSTDCS: [2021, 2022, 2024]}}, NOT_MET),
    (
        "bằng khen trước cả 05 năm: luật không viết «sau đó»",
        {"won": {**K1B["won"], BK: [2018]}},
        MET,
    ),
    ("một năm chỉ HTNV", {"poor": [2023], "good": [2021, 2022, 2024, 2025]}, NOT_MET),
    ("một năm chưa có xếp loại", {"good": [2021, 2022, 2024, 2025]}, MISSING),
    ("một năm HTXSNV thay cho HTTNV", {"best": [2023]}, MET),
    ("04 năm", {"poor": [2021]}, NOT_MET),
    ("05 năm tính đến năm trước năm xét", {"good": range(2020, 2025)}, MET),
    (
        "05 năm đã qua, 2024 và 2025 HTNV",
        {
            "poor": [2024, 2025],
            "good": range(2017, 2024),
            "won": {BK: [2023], CSTDCS: [2018, 2020, 2022]},
        },
        NOT_MET,
    ),
    ("02 lần CSTĐCS", {"won": {BK: [2023], CSTDCS: [2021, 2022]}}, NOT_MET),
    ("03 lần liền nhau", {"won": {BK: [2023], CSTDCS: [2023, 2024, 2025]}}, MET),
    ("lần thứ ba trước 05 năm", {"won": {BK: [2023], CSTDCS: [2019, 2022, 2024]}}, NOT_MET),
]


def apply(base, changes):
    merged = {**base, **changes}
    if "poor" in changes:
        merged["good"] = [year for year in merged["good"] if year not in changes["poor"]]
    return merged


@pytest.mark.parametrize(
    ("subject", "clause"),
    # Khoản 2 điểm a: workers qualify by «các điểm a, b và d khoản 1» as well.
    [(Subject.OFFICIAL, "mot_trong_k1"), (Subject.WORKER, "mot_trong_k2")],
)
@pytest.mark.parametrize(("fact", "changes", "expected"), K1B_PAIRS)
def test_k1_b(fact, changes, expected, subject, clause):
    commune = books("CN01", subject=subject, **apply(K1B, changes))
    commune.propose("CN01", TTG, "điểm b khoản 1")
    assert commune.status("CN01", TTG, clause) is expected, fact


@pytest.mark.parametrize("branch", ["c", "d", "điểm d khoản 1 Điều 73"])
def test_k1_c_and_d_are_confirmed_by_minutes(branch):
    commune = books("CN01").propose("CN01", TTG, branch)
    assert commune.status("CN01", TTG, "mot_trong_k1") is MET
    commune.meetings.clear()
    assert commune.status("CN01", TTG, "mot_trong_k1") is MISSING


def test_k1_a_failing_years_leave_the_other_points_open():
    assert books("CN01", poor=FIVE).propose("CN01", TTG).status("CN01", TTG, "mot_trong_k1") is (
        MISSING
    )


@pytest.mark.parametrize(
    ("subject", "clause"), [(Subject.OFFICIAL, "mot_trong_k1"), (Subject.WORKER, "mot_trong_k2")]
)
@pytest.mark.parametrize(("movement", "expected"), [("PT1", MET), ("", MISSING)])
def test_k1_a_rests_on_a_movement(movement, expected, subject, clause):
    commune = books("CN01", subject=subject)
    commune.movements.append(Movement("PT1", "Xây dựng nông thôn mới", issuer="UBND tỉnh"))
    commune.achieved("TH1", "CN01", kind=AchievementKind.TOPICAL, movement=movement)
    commune.propose("CN01", TTG, "a", achievements=("TH1",))
    assert commune.status("CN01", TTG, clause) is expected


# Khoản 2: công nhân, nông dân, người lao động


@pytest.mark.parametrize(
    ("subject", "clause"),
    [
        (Subject.OFFICIAL, "mot_trong_k1"),
        (Subject.ENTREPRENEUR, "mot_trong_k1"),
        (Subject.SCHOLAR, "mot_trong_k1"),
        (Subject.WORKER, "mot_trong_k2"),
        (Subject.FARMER, "mot_trong_k2"),
        (Subject.EMPLOYEE, "mot_trong_k2"),
    ],
)
def test_each_subject_has_its_clause(subject, clause):
    commune = books("CN01", subject=subject).propose("CN01", TTG)
    other = {"mot_trong_k1": "mot_trong_k2", "mot_trong_k2": "mot_trong_k1"}[clause]
    assert commune.status("CN01", TTG, clause) is MISSING
    assert commune.status("CN01", TTG, other) is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("subject", "branch", "initiatives", "expected"),
    [
        # b: sản xuất, nghề
        (Subject.WORKER, "b", 0, MET),
        # a: «các điểm a, b và d khoản 1»
        (Subject.WORKER, "73.1.d", 0, MET),
        (Subject.FARMER, "điểm d khoản 1", 0, MET),
        # c: công nhân có sáng kiến; «địa bàn cấp huyện» phải đối chiếu
        (Subject.WORKER, "c", 1, COMPARE),
        (Subject.WORKER, "c", 0, NOT_MET),
        (Subject.FARMER, "c", 1, NOT_MET),
        # d: nông dân có mô hình
        (Subject.FARMER, "d", 0, COMPARE),
        (Subject.WORKER, "k2d", 0, NOT_MET),
    ],
)
def test_k2(subject, branch, initiatives, expected):
    commune = books("CN01", subject=subject)
    codes = tuple(f"SK{number}" for number in range(initiatives))
    for code in codes:
        commune.initiative(code, 2015)
    commune.propose("CN01", TTG, branch, initiatives=codes)
    assert commune.status("CN01", TTG, "mot_trong_k2") is expected


@pytest.mark.parametrize(
    ("subject", "branch", "criterion"),
    [(Subject.WORKER, "c", "k2c.gia_tri"), (Subject.FARMER, "d", "k2d.mo_hinh")],
)
def test_k2_c_and_d_the_minutes_confirm_all_but_the_area(subject, branch, criterion):
    commune = books("CN01", subject=subject).initiative("SK1", 2015)
    commune.propose("CN01", TTG, branch, initiatives=("SK1",))
    assert commune.status("CN01", TTG, criterion) is MET
    commune.meetings.clear()
    assert commune.status("CN01", TTG, criterion) is MISSING


# Khoản 3: doanh nhân, trí thức, nhà khoa học


@pytest.mark.parametrize(
    ("subject", "expected"), [(Subject.ENTREPRENEUR, COMPARE), (Subject.OFFICIAL, NOT_MET)]
)
def test_k3_is_for_entrepreneurs_and_scholars(subject, expected):
    commune = books("CN01", subject=subject).propose("CN01", TTG, "k3")
    assert commune.status("CN01", TTG, "mot_trong_k1") is expected


# Khoản 4 điểm e: «Đã được tặng bằng khen … và sau đó có liên tục từ 05 năm trở lên đến thời điểm
# đề nghị được công nhận hoàn thành xuất sắc nhiệm vụ hoặc đạt danh hiệu “Tập thể lao động xuất sắc”
# hoặc “Đơn vị quyết thắng”, trong thời gian đó có 01 lần được tặng cờ thi đua … hoặc có 02 lần được
# tặng bằng khen của Bộ, ban, ngành, tỉnh».
K4E = {"best": FIVE, "good": [], "won": {BK: [2020], CO_TINH: [2023]}}
K4E_PAIRS = [
    ("bằng khen năm 2020, cờ năm 2023", {}, MET),
    ("không có bằng khen trước", {"won": {CO_TINH: [2023]}}, NOT_MET),
    ("bằng khen năm 2021: sau đó mới 04 năm", {"won": {BK: [2021], CO_TINH: [2023]}}, NOT_MET),
    ("một năm HTTNV", {"best": [2021, 2022, 2024, 2025], "good": [2023]}, NOT_MET),
    (
        "năm ấy đạt «Tập thể lao động xuất sắc»",
        {"best": [2021, 2022, 2024, 2025], "won": {**K4E["won"], TTLDXS: [2023]}},
        MET,
    ),
    (
        "năm ấy đạt «Đơn vị quyết thắng»",
        {"best": [2021, 2022, 2024, 2025], "won": {**K4E["won"], DVQT: [2023]}},
        MET,
    ),
    ("cờ trước 05 năm ấy", {"won": {BK: [2020], CO_TINH: [2019]}}, NOT_MET),
    ("02 bằng khen trong 05 năm", {"won": {BK: [2020, 2022, 2024]}}, MET),
    ("01 bằng khen trong 05 năm", {"won": {BK: [2020, 2024]}}, NOT_MET),
    (
        "05 năm đã qua, rồi hai năm HTTNV",
        {"best": range(2019, 2024), "good": [2024, 2025], "won": {BK: [2018], CO_TINH: [2022]}},
        NOT_MET,
    ),
]


@pytest.mark.parametrize(("fact", "changes", "expected"), K4E_PAIRS)
def test_k4_e(fact, changes, expected):
    commune = office(**{**K4E, **changes}).propose("TT09", TTG, "e")
    assert commune.status("TT09", TTG, "mot_trong_k4") is expected, fact


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # Điều 3 khoản 5: a ministry's counts where the Law says «của Bộ, ban, ngành, tỉnh».
        ("Bằng khen của Bộ trưởng Bộ Y tế", COMPARE),
        ("Giấy khen của Giám đốc Sở Y tế", NOT_MET),
    ],
)
def test_k4_e_after_a_certificate_the_catalogue_does_not_know(written, expected):
    commune = office(best=FIVE, won={CO_TINH: [2023]})
    commune.awards.append(PastAward("TT09", Year(2020), written))
    commune.propose("TT09", TTG, "e")
    assert commune.status("TT09", TTG, "mot_trong_k4") is expected


@pytest.mark.parametrize(("branch", "expected"), [("đột xuất", COMPARE), ("d", MET)])
def test_k4_e_after_a_certificate_won_by_a_sudden_result(branch, expected):
    # NĐ 152/2025 Điều 4: results of đột xuất are no basis for công trạng; second-hand, so compared.
    commune = office(best=FIVE, won={CO_TINH: [2023]}).won("TT09", BK, 2020, branch=branch)
    commune.propose("TT09", TTG, "e")
    assert commune.status("TT09", TTG, "mot_trong_k4") is expected


@pytest.mark.parametrize(
    ("issuer", "start", "expected"),
    [
        ("Thủ tướng Chính phủ", date(2025, 1, 1), MET),
        ("Ủy ban nhân dân tỉnh Hải Dương", date(2023, 1, 1), MET),
        ("Ủy ban nhân dân tỉnh Hải Dương", date(2023, 1, 2), NOT_MET),
        ("Bộ Nông nghiệp và Môi trường", date(2023, 1, 1), MET),
        ("Bộ Nông nghiệp và Môi trường", date(2024, 1, 1), NOT_MET),
        ("Ủy ban nhân dân xã Vĩnh Khê Thượng", date(2015, 1, 1), NOT_MET),
    ],
)
def test_k4_d_a_movement_of_the_state_or_three_years_of_a_province(issuer, start, expected):
    commune = office()
    commune.movements.append(
        Movement("PT1", "Thi đua", issuer=issuer, start=start, end=date(2025, 12, 31))
    )
    commune.achieved("TH1", "TT09", kind=AchievementKind.TOPICAL, movement="PT1")
    commune.propose("TT09", TTG, "d", achievements=("TH1",))
    assert commune.status("TT09", TTG, "mot_trong_k4") is expected


@pytest.mark.parametrize("branch", ["a", "b", "c", "đ"])
def test_k4_declared_points(branch):
    commune = office().propose("TT09", TTG, branch)
    assert commune.status("TT09", TTG, "mot_trong_k4") is MET
    assert office().propose("TT09", TTG).status("TT09", TTG, "mot_trong_k4") is MISSING


@pytest.mark.parametrize(
    ("kind", "expected"), [(UnitKind.ENTERPRISE, COMPARE), (UnitKind.OFFICE, NOT_MET)]
)
def test_k5_is_for_enterprises(kind, expected):
    commune = office(kind=kind).propose("TT09", TTG, "k5")
    assert commune.status("TT09", TTG, "mot_trong_k4") is expected


# Khoản 6, 7


def household(**achieved):
    commune = Commune()
    commune.households.append(Household("HO1", "Hồ Văn Sáu", village="TT01"))
    commune.minutes()
    if achieved:
        commune.achieved("TH1", "HO1", kind=AchievementKind.CONTRIBUTION, **achieved)
    return commune.propose("HO1", TTG, achievements=("TH1",) if achieved else ())


def test_k6_a_households_contribution_has_no_figure_in_the_law():
    assert household().status("HO1", TTG, "dong_gop_ho") is MISSING
    assert household(contribution=900_000_000).status("HO1", TTG, "dong_gop_ho") is COMPARE
    assert household().status("HO1", TTG, "guong_mau_ho") is MET
    assert household().status("HO1", TTG, "mot_trong_k1") is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("nationality", "clause_7", "clause_1"),
    [("Lào", COMPARE, NOT_APPLICABLE), ("", NOT_APPLICABLE, MISSING)],
)
def test_k7_is_for_foreigners(nationality, clause_7, clause_1):
    commune = books("CN01", nationality=nationality).propose("CN01", TTG)
    assert commune.status("CN01", TTG, "k7_nguoi_nuoc_ngoai") is clause_7
    assert commune.status("CN01", TTG, "mot_trong_k1") is clause_1


def test_k7_overseas_vietnamese_and_foreign_collectives_in_their_round():
    person = books("CN01")
    person.kind = RoundKind.FOREIGN
    assert person.propose("CN01", TTG).status("CN01", TTG, "k7_dinh_cu") is COMPARE
    assert person.status("CN01", TTG, "mot_trong_k1") is NOT_APPLICABLE
    unit = office()
    unit.kind = RoundKind.FOREIGN
    assert unit.propose("TT09", TTG).status("TT09", TTG, "k7_tap_the") is COMPARE


@pytest.mark.parametrize(
    ("died", "expected"), [(date(2025, 12, 1), COMPARE), (None, NOT_APPLICABLE)]
)
def test_k7_names_no_posthumous_award(died, expected):
    commune = books("CN01", nationality="Lào", died=died).propose("CN01", TTG)
    assert commune.status("CN01", TTG, "k7_truy_tang") is expected


def test_k1_names_one():
    commune = books("CN01", died=date(2025, 12, 1)).propose("CN01", TTG, "d")
    assert commune.status("CN01", TTG, "mot_trong_k1") is MET
    assert commune.status("CN01", TTG, "k7_truy_tang") is NOT_APPLICABLE


# Thủ tục


@pytest.mark.parametrize(
    ("won", "code"), [({LD3: [2025]}, "finding.spacing_won"), ({LD3: [2024]}, "finding.spacing")]
)
def test_two_state_awards_in_a_year_are_compared(won, code):
    finding = (
        books("CN01", won=won).propose("CN01", TTG).finding("CN01", TTG, "mot_nam_mot_hinh_thuc")
    )
    assert (finding.status, finding.code) == (COMPARE, code)


def test_two_state_awards_in_a_round_are_compared():
    commune = books("CN01").propose("CN01", TTG).propose("CN01", LD3)
    for award in (TTG, LD3):
        assert commune.finding("CN01", award, "mot_nam_mot_hinh_thuc").code == (
            "finding.spacing_proposed"
        )


def test_a_year_the_books_do_not_hold_is_not_free():
    commune = books("CN01").propose("CN01", TTG)
    commune.complete_from = None
    assert commune.finding("CN01", TTG, "mot_nam_mot_hinh_thuc").code == "finding.spacing_unknown"


@pytest.mark.parametrize("agree", [8, 5])
def test_the_threshold_of_the_ballot_is_from_memory_and_never_refuses(agree):
    # 80 % of nine members are eight; five are more than half.
    commune = books("CN01").sit(9).propose("CN01", TTG).vote("CN01", TTG, agree, 9 - agree)
    assert commune.status("CN01", TTG, "bieu_quyet") is COMPARE
