"""«Huân chương Lao động» hạng Nhất, Nhì, Ba (Điều 42, 43, 44): pairs that differ in one fact.

Every expected status is read from the article, before the engine was asked.
"""

from datetime import date

import pytest

from khenthuong.domain.kinds import AchievementKind, RoundKind, Status, Subject, UnitKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.register import Household, PartialDate
from tests.domain.rules.awards.state import (
    BK,
    CO_CP,
    CO_TINH,
    DVQT,
    LD1,
    LD2,
    LD3,
    TTG,
    TTLDXS,
    books,
    office,
)
from tests.domain.rules.commune import CSTDCS, CSTDT, Commune

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, NOT_APPLICABLE = Status.TO_COMPARE, Status.NOT_APPLICABLE
FIVE = range(2021, 2026)
GRADES = (LD3, LD2, LD1)

# Điều 44 khoản 1 điểm e, Điều 43 và 42 khoản 1 điểm đ: award before, HTXSNV years, title, times.
RUN = {LD3: ("e", TTG, 1, CSTDCS, 3), LD2: ("đ", LD3, 2, CSTDT, 1), LD1: ("đ", LD2, 3, CSTDT, 2)}


def person(award, *, before=2020, best=None, titles=None, bad=None, years=FIVE):
    point, prior, excellent, title, times = RUN[award]
    best = excellent if best is None else best
    titles = times if titles is None else titles
    won = {prior: [before]} if before else {}
    won[title] = list(years)[:titles]
    kept = {"good": years, "best": list(years)[:best], "won": won}
    if bad:
        kept["good"] = [year for year in years if year != bad[0]]
        kept["poor"] = [year for year, level in [bad] if level]
    commune = books("CN01", **kept).propose("CN01", award, point)
    return commune.status("CN01", award, "mot_trong_k1")


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(
    ("fact", "changes", "expected"),
    [
        ("đủ", {}, MET),
        ("chưa được tặng hạng trước", {"before": None}, NOT_MET),
        ("được tặng trong 05 năm ấy: sau đó mới 04 năm", {"before": 2021}, NOT_MET),
        ("được tặng đã lâu", {"before": 2010}, MET),
        ("một năm chỉ HTNV", {"bad": (2025, True)}, NOT_MET),
        ("một năm chưa có xếp loại", {"bad": (2025, False)}, MISSING),
        ("tính đến năm trước năm xét", {"before": 2019, "years": range(2020, 2025)}, MET),
    ],
)
def test_run_after_the_award_before(award, fact, changes, expected):
    assert person(award, **changes) is expected, fact


@pytest.mark.parametrize("award", GRADES)
def test_one_excellent_year_fewer(award):
    assert person(award, best=RUN[award][2] - 1) is NOT_MET


@pytest.mark.parametrize("award", GRADES)
def test_one_title_fewer(award):
    assert person(award, titles=RUN[award][4] - 1) is NOT_MET


@pytest.mark.parametrize("award", GRADES)
def test_a_title_before_the_award_does_not_count(award):
    point, prior, excellent, title, times = RUN[award]
    inside = list(FIVE)[: times - 1]
    won = {prior: [2020], title: [2019, *inside]}
    commune = books("CN01", good=FIVE, best=list(FIVE)[:excellent], won=won)
    commune.propose("CN01", award, point)
    assert commune.status("CN01", award, "mot_trong_k1") is NOT_MET


@pytest.mark.parametrize(
    ("award", "expected"),
    # «đến thời điểm đề nghị» is written in Điều 44 khoản 1 điểm e and Điều 42 khoản 1 điểm đ, not
    # in Điều 43 khoản 1 điểm đ.
    [(LD3, NOT_MET), (LD2, COMPARE), (LD1, NOT_MET)],
)
def test_a_run_that_ended_before_the_proposal(award, expected):
    point, prior, excellent, title, times = RUN[award]
    years = range(2018, 2023)
    won = {prior: [2017], title: list(years)[:times]}
    commune = books(
        "CN01", good=years, best=list(years)[:excellent], poor=[2023, 2024, 2025], won=won
    )
    commune.propose("CN01", award, point)
    assert commune.status("CN01", award, "mot_trong_k1") is expected


@pytest.mark.parametrize(
    ("died", "years", "expected"),
    [
        (date(2023, 5, 4), range(2019, 2024), COMPARE),
        (date(2022, 5, 4), range(2019, 2023), NOT_MET),
        (None, range(2019, 2024), NOT_MET),
    ],
)
@pytest.mark.parametrize("award", [LD3, LD1])
def test_truy_tang_the_years_end_with_the_death(award, died, years, expected):
    # «tặng hoặc truy tặng»; how «đến thời điểm đề nghị» reads then is not said. Whoever died in
    # 2022 has only four years after the award of 2018; whoever lives has two poor years since.
    point, prior, excellent, title, times = RUN[award]
    won = {prior: [2018], title: list(years)[:times]}
    poor = [year for year in range(2019, 2026) if year not in years]
    commune = books("CN01", died=died, good=years, best=list(years)[:excellent], poor=poor, won=won)
    commune.propose("CN01", award, point)
    assert commune.status("CN01", award, "mot_trong_k1") is expected


# Khoản 1: the points that people confirm

DECLARED = {LD3: ("b", "c", "d"), LD2: ("a", "c", "d"), LD1: ("a", "c", "d")}
BY_GOVERNMENT = {LD3: ("đ", "g"), LD2: ("b", "e"), LD1: ("b", "e")}


@pytest.mark.parametrize(
    ("award", "point"), [(award, point) for award in GRADES for point in DECLARED[award]]
)
def test_k1_declared_points_count_when_named_and_confirmed(award, point):
    commune = books("CN01").propose("CN01", award, point)
    assert commune.status("CN01", award, "mot_trong_k1") is MET
    commune.meetings.clear()
    assert commune.status("CN01", award, "mot_trong_k1") is MISSING


@pytest.mark.parametrize(
    ("award", "point"), [(award, point) for award in GRADES for point in BY_GOVERNMENT[award]]
)
def test_k7_leaves_prizes_and_service_to_the_government(award, point):
    assert (
        books("CN01").propose("CN01", award, point).status("CN01", award, "mot_trong_k1") is COMPARE
    )
    # Nobody named it: it is not offered as if it might hold.
    assert books("CN01").propose("CN01", award).status("CN01", award, "mot_trong_k1") is MISSING


@pytest.mark.parametrize(
    ("subject", "clause"),
    [(Subject.OFFICIAL, 1), (Subject.WORKER, 2), (Subject.FARMER, 2), (Subject.ENTREPRENEUR, 3)],
)
@pytest.mark.parametrize(
    ("issuer", "start", "expected"),
    [
        ("UBND tỉnh Hải Dương", date(2021, 1, 1), MET),
        ("UBND tỉnh Hải Dương", date(2021, 1, 2), NOT_MET),
        ("Bộ Công Thương", date(2021, 1, 1), MET),
        ("UBND xã Vĩnh Khê Thượng", date(2021, 1, 1), NOT_MET),
    ],
)
def test_44_1_a_a_movement_of_five_years(issuer, start, expected, subject, clause):
    commune = books("CN01", subject=subject)
    commune.movements.append(
        Movement("PT1", "Thi đua", issuer=issuer, start=start, end=date(2025, 12, 31))
    )
    commune.achieved("TH1", "CN01", kind=AchievementKind.TOPICAL, movement="PT1")
    commune.propose("CN01", LD3, "điểm a khoản 1", achievements=("TH1",))
    assert commune.status("CN01", LD3, f"mot_trong_k{clause}") is expected


# Khoản 2, 3


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(
    ("subject", "clause"),
    [
        (Subject.OFFICIAL, "mot_trong_k1"),
        # Khoản 2 names workers and farmers only, not every employee.
        (Subject.EMPLOYEE, "mot_trong_k1"),
        (Subject.WORKER, "mot_trong_k2"),
        (Subject.FARMER, "mot_trong_k2"),
        (Subject.ENTREPRENEUR, "mot_trong_k3"),
        (Subject.SCHOLAR, "mot_trong_k3"),
    ],
)
def test_each_subject_has_its_clause(award, subject, clause):
    commune = books("CN01", subject=subject).propose("CN01", award)
    found = {one: commune.status("CN01", award, f"mot_trong_k{one}") for one in "123"}
    assert found.pop(clause[-1]) is MISSING
    assert set(found.values()) == {NOT_APPLICABLE}


@pytest.mark.parametrize("subject", [Subject.WORKER, Subject.FARMER, Subject.ENTREPRENEUR])
@pytest.mark.parametrize("award", GRADES)
def test_k2_a_and_k3_leave_out_the_run(award, subject):
    _, prior, excellent, title, times = RUN[award]
    won = {prior: [2020], title: list(FIVE)[:times]}
    commune = books("CN01", subject=subject, good=FIVE, best=list(FIVE)[:excellent], won=won)
    clause = "mot_trong_k3" if subject is Subject.ENTREPRENEUR else "mot_trong_k2"
    commune.propose("CN01", award)
    assert commune.status("CN01", award, clause) is MISSING
    # The same books pass by khoản 1 for an official.
    assert person(award) is MET


@pytest.mark.parametrize("subject", [Subject.WORKER, Subject.SCHOLAR])
@pytest.mark.parametrize("award", GRADES)
def test_k2_a_and_k3_take_the_points_of_clause_1(award, subject):
    clause = "mot_trong_k3" if subject is Subject.SCHOLAR else "mot_trong_k2"
    expected = dict.fromkeys(DECLARED[award], MET) | {BY_GOVERNMENT[award][0]: COMPARE}
    for point, status in expected.items():
        branch = f"điểm {point} khoản 1"
        commune = books("CN01", subject=subject).propose("CN01", award, branch)
        assert commune.status("CN01", award, clause) is status, point
        commune.meetings.clear()
        assert commune.status("CN01", award, clause) in (MISSING, COMPARE)


def with_initiatives(award, subject, count, branch, scope="co_so"):
    commune = books("CN01", subject=subject)
    codes = tuple(f"SK{number}" for number in range(count))
    for number, code in enumerate(codes):
        commune.initiative(code, 2015 + number, scope=scope)
    commune.propose("CN01", award, branch, initiatives=codes)
    return commune.status("CN01", award, "mot_trong_k2")


@pytest.mark.parametrize(("award", "count"), [(LD3, 1), (LD2, 2), (LD1, 3)])
def test_k2_b_workers_initiatives(award, count):
    # «đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp … được Bộ, ban, ngành, tỉnh công nhận»
    assert with_initiatives(award, Subject.WORKER, count, "b") is COMPARE
    assert with_initiatives(award, Subject.WORKER, count - 1, "b") is NOT_MET
    assert with_initiatives(award, Subject.FARMER, count, "k2b") is NOT_MET


@pytest.mark.parametrize(("award", "count"), [(LD3, 1), (LD2, 2), (LD1, 3)])
def test_k2_c_farmers_initiatives_in_the_province(award, count):
    named = "k2c_sang_kien"
    assert with_initiatives(award, Subject.FARMER, count, named, "tinh") is MET
    assert with_initiatives(award, Subject.FARMER, count - 1, named, "tinh") is NOT_MET
    # «áp dụng có hiệu quả trong phạm vi quản lý của Bộ, ban, ngành, tỉnh»
    assert with_initiatives(award, Subject.FARMER, count, named, "co_so") is NOT_MET
    assert with_initiatives(award, Subject.WORKER, count, named, "tinh") is NOT_MET


@pytest.mark.parametrize(
    ("subject", "expected"), [(Subject.FARMER, COMPARE), (Subject.WORKER, NOT_MET)]
)
@pytest.mark.parametrize("award", GRADES)
def test_k2_c_a_farmers_model(award, subject, expected):
    assert with_initiatives(award, subject, 0, "k2c_mo_hinh") is expected


# Khoản 4, 5: collectives and enterprises

FLAGS = {
    LD3: [
        ("01 Cờ Chính phủ", {CO_CP: [2023]}, MET),
        ("02 cờ tỉnh", {CO_TINH: [2022, 2024]}, MET),
        ("01 cờ tỉnh", {CO_TINH: [2022]}, NOT_MET),
        ("01 cờ tỉnh, 01 bằng khen", {CO_TINH: [2022], BK: [2024]}, MET),
        ("01 bằng khen", {BK: [2024]}, NOT_MET),
        # «đối với tập thể không thuộc đối tượng được tặng cờ thi đua»: whom the province flags
        # is its rule (Điều 26 khoản 3), not the unit's to confirm.
        ("02 bằng khen", {BK: [2022, 2024]}, COMPARE),
        ("không có gì", {}, NOT_MET),
        ("cờ Chính phủ trước 05 năm ấy", {CO_CP: [2018]}, NOT_MET),
    ],
    LD2: [
        ("01 Cờ Chính phủ, 01 cờ tỉnh", {CO_CP: [2023], CO_TINH: [2024]}, MET),
        ("01 Cờ Chính phủ", {CO_CP: [2023]}, NOT_MET),
        ("02 Cờ Chính phủ, không có cờ tỉnh", {CO_CP: [2022, 2023]}, NOT_MET),
        ("03 cờ tỉnh", {CO_TINH: [2021, 2022, 2024]}, MET),
        ("02 cờ tỉnh", {CO_TINH: [2021, 2022]}, NOT_MET),
        ("03 bằng khen", {BK: [2021, 2022, 2024]}, COMPARE),
        ("02 bằng khen", {BK: [2021, 2022]}, NOT_MET),
        ("cờ tỉnh thứ ba trước 05 năm ấy", {CO_TINH: [2018, 2022, 2024]}, NOT_MET),
    ],
    LD1: [
        ("02 Cờ Chính phủ", {CO_CP: [2022, 2023]}, MET),
        ("01 Cờ Chính phủ, 02 cờ tỉnh", {CO_CP: [2023], CO_TINH: [2022, 2024]}, MET),
        ("01 Cờ Chính phủ, 01 cờ tỉnh", {CO_CP: [2023], CO_TINH: [2022]}, NOT_MET),
        ("04 cờ tỉnh", {CO_TINH: [2021, 2022, 2024, 2025]}, MET),
        ("03 cờ tỉnh", {CO_TINH: [2021, 2022, 2024]}, NOT_MET),
        ("04 bằng khen", {BK: [2021, 2022, 2024, 2025]}, COMPARE),
        ("03 bằng khen", {BK: [2021, 2022, 2024]}, NOT_MET),
    ],
}
POINT = {LD3: "đ", LD2: "d", LD1: "d"}


def unit(award, won, **kept):
    _, prior, *_ = RUN[award]
    kept = {"best": FIVE, **kept}
    commune = office(won={prior: [2020], **won}, **kept).propose("TT09", award, POINT[award])
    return commune.status("TT09", award, "mot_trong_k4")


@pytest.mark.parametrize(
    ("award", "fact", "won", "expected"),
    [(award, *row) for award in GRADES for row in FLAGS[award]],
)
def test_k4_flags_within_the_five_years(award, fact, won, expected):
    assert unit(award, won) is expected, fact


ENOUGH = {award: next(won for _, won, status in FLAGS[award] if status is MET) for award in GRADES}


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(
    ("fact", "changes", "expected"),
    [
        ("một năm chỉ HTTNV", {"best": [2021, 2022, 2024, 2025], "good": [2023]}, NOT_MET),
        ("một năm chưa có xếp loại", {"best": [2021, 2022, 2024, 2025]}, MISSING),
    ],
)
def test_k4_five_excellent_years(award, fact, changes, expected):
    assert unit(award, ENOUGH[award], **changes) is expected, fact


@pytest.mark.parametrize(
    ("last", "expected"), [(2025, MET), (2024, MET), (2023, NOT_MET), (2022, NOT_MET)]
)
@pytest.mark.parametrize("award", GRADES)
def test_k4_the_five_years_reach_up_to_the_proposal(award, last, expected):
    earlier = {one: [year - 3 for year in years] for one, years in ENOUGH[award].items()}
    won = {RUN[award][1]: [2017], **earlier}
    poor = [year for year in range(2018, 2026) if year > last]
    commune = office(best=range(2018, last + 1), good=poor, won=won)
    commune.propose("TT09", award, POINT[award])
    assert commune.status("TT09", award, "mot_trong_k4") is expected


@pytest.mark.parametrize(
    ("award", "point", "expected"),
    [
        *((award, "b", MET) for award in GRADES),
        (LD3, "a", MET),
        (LD2, "a", MET),
        # Hạng Nhất: «được Bộ, ban, ngành, tỉnh công nhận».
        (LD1, "a", COMPARE),
        # Phục vụ nhiệm vụ chính trị is a point of hạng Ba only; elsewhere điểm d counts years.
        (LD3, "d", MET),
        (LD2, "d", NOT_MET),
        (LD1, "d", NOT_MET),
    ],
)
def test_k4_declared_points(award, point, expected):
    commune = office(good=range(2015, 2026)).propose("TT09", award, point)
    assert commune.status("TT09", award, "mot_trong_k4") is expected
    commune.meetings.clear()
    without = NOT_MET if expected is NOT_MET else MISSING
    assert commune.status("TT09", award, "mot_trong_k4") is without


@pytest.mark.parametrize(("title", "expected"), [(TTLDXS, MET), (DVQT, NOT_MET)])
@pytest.mark.parametrize("award", GRADES)
def test_k4_a_year_as_excellent_collective_counts(award, title, expected):
    # Điều 42 to 44 name «Tập thể lao động xuất sắc» only; Điều 73 names «Đơn vị quyết thắng» too.
    won = {**ENOUGH[award], title: [2023]}
    assert unit(award, won, best=[2021, 2022, 2024, 2025], good=[2023]) is expected


@pytest.mark.parametrize("award", GRADES)
def test_k4_after_the_award_before(award):
    _, prior, *_ = RUN[award]
    won = ENOUGH[award]
    assert unit(award, {**won, prior: [2021]}) is NOT_MET
    commune = office(won=won, best=FIVE).propose("TT09", award, POINT[award])
    assert commune.status("TT09", award, "mot_trong_k4") is NOT_MET


@pytest.mark.parametrize(
    ("founded", "expected"),
    [(PartialDate(2016, 1, 20), MET), (PartialDate(2016, 1, 21), NOT_MET), (None, MISSING)],
)
def test_44_4_dd_ten_years_of_building(founded, expected):
    assert unit(LD3, ENOUGH[LD3], founded=founded) is expected


@pytest.mark.parametrize("award", [LD2, LD1])
def test_the_higher_grades_ask_for_no_age(award):
    assert unit(award, ENOUGH[award], founded=PartialDate(2018, 1, 1)) is MET


@pytest.mark.parametrize(
    ("award", "issuer", "start", "expected"),
    [
        (LD3, "Thủ tướng Chính phủ", date(2025, 1, 1), MET),
        (LD3, "Ủy ban nhân dân tỉnh Hải Dương", date(2021, 1, 1), MET),
        (LD3, "Ủy ban nhân dân tỉnh Hải Dương", date(2021, 1, 2), NOT_MET),
        (LD2, "Thủ tướng Chính phủ", date(2025, 1, 1), MET),
        (LD2, "Ủy ban nhân dân tỉnh Hải Dương", date(2015, 1, 1), NOT_MET),
        (LD1, "Chủ tịch nước", date(2025, 1, 1), MET),
        (LD1, "Bộ Nông nghiệp và Môi trường", date(2015, 1, 1), NOT_MET),
        (LD1, "Hội đồng Thi đua - Khen thưởng Trung ương", date(2015, 1, 1), COMPARE),
    ],
)
def test_k4_c_movements(award, issuer, start, expected):
    commune = office()
    commune.movements.append(
        Movement("PT1", "Thi đua", issuer=issuer, start=start, end=date(2025, 12, 31))
    )
    commune.achieved("TH1", "TT09", kind=AchievementKind.TOPICAL, movement="PT1")
    commune.propose("TT09", award, "c", achievements=("TH1",))
    assert commune.status("TT09", award, "mot_trong_k4") is expected


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(
    ("kind", "clause_4", "clause_5"),
    [(UnitKind.OFFICE, MET, NOT_APPLICABLE), (UnitKind.ENTERPRISE, NOT_APPLICABLE, MET)],
)
def test_k5_enterprises_need_no_unity(award, kind, clause_4, clause_5):
    commune = office(kind=kind).propose("TT09", award, "b")
    assert commune.status("TT09", award, "noi_bo_doan_ket") is clause_4
    assert commune.status("TT09", award, "chap_hanh_k5") is clause_5
    assert commune.status("TT09", award, "mot_trong_k4") is MET


# Khoản 6, truy tặng, hộ gia đình, đột xuất


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(("nationality", "expected"), [("Nhật Bản", COMPARE), ("", NOT_APPLICABLE)])
def test_k6_foreigners(award, nationality, expected):
    commune = books("CN01", nationality=nationality).propose("CN01", award)
    assert commune.status("CN01", award, "k6_nguoi_nuoc_ngoai") is expected
    both = {COMPARE: NOT_APPLICABLE, NOT_APPLICABLE: MISSING}
    assert commune.status("CN01", award, "mot_trong_k1") is both[expected]


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(("nationality", "expected"), [("", NOT_APPLICABLE), ("Nhật Bản", COMPARE)])
def test_truy_tang_is_written_for_vietnamese_only(award, nationality, expected):
    dead = {"died": date(2025, 11, 2), "nationality": nationality}
    commune = books("CN01", **dead).propose("CN01", award)
    assert commune.status("CN01", award, "k6_truy_tang") is expected


@pytest.mark.parametrize("award", GRADES)
def test_a_household_gets_no_order(award):
    commune = Commune()
    commune.households.append(Household("HO1", "Hồ Văn Sáu"))
    commune.propose("HO1", award)
    assert commune.status("HO1", award, "hinh_thuc_phu_hop") is NOT_MET
    assert books("CN01").propose("CN01", award).status("CN01", award, "hinh_thuc_phu_hop") is MET


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(("named", "expected"), [(("TH1",), MET), ((), MISSING)])
def test_a_sudden_deed_is_named_with_its_evidence(award, named, expected):
    commune = books("CN01")
    commune.kind = RoundKind.SUDDEN
    commune.achieved("TH1", "CN01", evidence=("anh.jpg",))
    commune.files.add("anh.jpg")
    commune.propose("CN01", award, "d", achievements=named)
    assert commune.status("CN01", award, "dot_xuat") is expected
