"""«Huân chương Độc lập» hạng Nhất, Nhì, Ba (Điều 36, 37, 38): pairs that differ in one fact.

Every expected status is read from the article, before the engine was asked.
"""

from datetime import date

import pytest

from khenthuong.domain.kinds import RoundKind, Status
from khenthuong.domain.register import Household, PartialDate
from tests.domain.rules.awards.state import (
    BK,
    CO_CP,
    CO_TINH,
    DL1,
    DL2,
    DL3,
    DVQT,
    LD1,
    TTG,
    TTLDXS,
    books,
    office,
)
from tests.domain.rules.commune import Commune

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, NOT_APPLICABLE = Status.TO_COMPARE, Status.NOT_APPLICABLE
TEN = range(2016, 2026)
PRIOR = {DL3: LD1, DL2: DL3, DL1: DL2}
GRADES = tuple(PRIOR)

PAIRS = {
    # Điều 38 khoản 3 điểm a: 02 Cờ Chính phủ, và 01 bằng khen Thủ tướng hoặc 02 cờ tỉnh.
    DL3: [
        ("02 Cờ Chính phủ, 01 BKTTg", {CO_CP: [2018, 2022], TTG: [2020]}, MET),
        ("02 Cờ Chính phủ, 02 cờ tỉnh", {CO_CP: [2018, 2022], CO_TINH: [2017, 2021]}, MET),
        ("02 Cờ Chính phủ, 01 cờ tỉnh", {CO_CP: [2018, 2022], CO_TINH: [2017]}, NOT_MET),
        ("02 Cờ Chính phủ", {CO_CP: [2018, 2022]}, NOT_MET),
        ("01 Cờ Chính phủ, 01 BKTTg", {CO_CP: [2018], TTG: [2020]}, NOT_MET),
        ("BKTTg trước 10 năm ấy", {CO_CP: [2018, 2022], TTG: [2015]}, NOT_MET),
    ],
    # Điều 37 khoản 3 điểm a: thêm 01 bằng khen của Bộ, ban, ngành, tỉnh ở cả hai nhánh.
    DL2: [
        ("đủ, có BKTTg", {CO_CP: [2018, 2022], TTG: [2020], BK: [2019]}, MET),
        ("đủ, có 02 cờ tỉnh", {CO_CP: [2018, 2022], CO_TINH: [2017, 2021], BK: [2019]}, MET),
        ("không có bằng khen tỉnh", {CO_CP: [2018, 2022], TTG: [2020]}, NOT_MET),
        ("01 cờ tỉnh", {CO_CP: [2018, 2022], CO_TINH: [2017], BK: [2019]}, NOT_MET),
        ("01 Cờ Chính phủ", {CO_CP: [2018], TTG: [2020], BK: [2019]}, NOT_MET),
    ],
    # Điều 36 khoản 3 điểm a: 03 Cờ Chính phủ.
    DL1: [
        ("03 Cờ Chính phủ, 01 BKTTg", {CO_CP: [2017, 2018, 2022], TTG: [2020]}, MET),
        ("03 Cờ Chính phủ, 02 cờ tỉnh", {CO_CP: [2017, 2018, 2022], CO_TINH: [2016, 2021]}, MET),
        ("02 Cờ Chính phủ, 01 BKTTg", {CO_CP: [2018, 2022], TTG: [2020]}, NOT_MET),
        ("03 Cờ Chính phủ, 01 cờ tỉnh", {CO_CP: [2017, 2018, 2022], CO_TINH: [2021]}, NOT_MET),
        ("cờ thứ ba trước 10 năm ấy", {CO_CP: [2014, 2018, 2022], TTG: [2020]}, NOT_MET),
    ],
}
ENOUGH = {award: rows[0][1] for award, rows in PAIRS.items()}


def unit(award, won, *, before=2015, **kept):
    prior = {PRIOR[award]: [before]} if before else {}
    commune = office(won={**prior, **won}, **{"best": TEN, **kept}).propose("TT09", award)
    return commune.status("TT09", award, "k3a")


@pytest.mark.parametrize(
    ("award", "fact", "won", "expected"),
    [(award, *row) for award in GRADES for row in PAIRS[award]],
)
def test_k3_a_within_the_ten_years(award, fact, won, expected):
    assert unit(award, won) is expected, fact


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(
    ("fact", "changes", "expected"),
    [
        ("chưa được tặng hạng trước", {"before": None}, NOT_MET),
        ("được tặng năm 2016: sau đó mới 09 năm", {"before": 2016}, NOT_MET),
        ("một năm HTTNV", {"best": [y for y in TEN if y != 2020], "good": [2020]}, NOT_MET),
        ("một năm chưa có xếp loại", {"best": [y for y in TEN if y != 2020]}, MISSING),
        ("10 năm tính đến năm trước", {"best": range(2015, 2025), "before": 2014}, MET),
        (
            "10 năm đã qua, rồi hai năm HTTNV",
            {"best": range(2014, 2024), "good": [2024, 2025], "before": 2013},
            NOT_MET,
        ),
    ],
)
def test_k3_a_ten_years_after_the_award_before(award, fact, changes, expected):
    assert unit(award, ENOUGH[award], **changes) is expected, fact


@pytest.mark.parametrize(("title", "expected"), [(TTLDXS, MET), (DVQT, NOT_MET)])
@pytest.mark.parametrize("award", GRADES)
def test_k3_a_a_year_as_excellent_collective_counts(award, title, expected):
    won = {**ENOUGH[award], title: [2020]}
    best = [year for year in TEN if year != 2020]
    assert unit(award, won, best=best, good=[2020]) is expected


@pytest.mark.parametrize(
    ("founded", "expected"),
    [(PartialDate(1996, 1, 20), MET), (PartialDate(1996, 1, 21), NOT_MET), (None, MISSING)],
)
def test_38_3_c_thirty_years_of_building(founded, expected):
    commune = office(founded=founded).propose("TT09", DL3)
    assert commune.status("TT09", DL3, "k3c") is expected


@pytest.mark.parametrize("award", GRADES)
def test_k3_b_the_unit_confirms_its_unity(award):
    commune = office().propose("TT09", award)
    assert commune.status("TT09", award, "k3b") is MET
    commune.meetings.clear()
    assert commune.status("TT09", award, "k3b") is MISSING


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(("point", "expected"), [("b", MET), ("a", COMPARE), ("", MISSING)])
def test_k1_persons(award, point, expected):
    # Điểm a, quá trình cống hiến: khoản 5 leaves it to the Government.
    commune = books("CN01").propose("CN01", award, point)
    assert commune.status("CN01", award, "mot_trong_k1") is expected
    assert commune.status("CN01", award, "k3a") is NOT_APPLICABLE


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(
    ("nationality", "expected"), [("Hoa Kỳ", COMPARE), ("Việt Nam", NOT_APPLICABLE)]
)
def test_k4_foreigners(award, nationality, expected):
    commune = books("CN01", nationality=nationality).propose("CN01", award)
    assert commune.status("CN01", award, "k4_nguoi_nuoc_ngoai") is expected


@pytest.mark.parametrize("award", GRADES)
@pytest.mark.parametrize(("nationality", "expected"), [("Hoa Kỳ", COMPARE), ("", NOT_APPLICABLE)])
def test_truy_tang_is_written_for_vietnamese_only(award, nationality, expected):
    dead = {"died": date(2025, 11, 2), "nationality": nationality}
    commune = books("CN01", **dead).propose("CN01", award, "b")
    assert commune.status("CN01", award, "k4_truy_tang") is expected


@pytest.mark.parametrize("award", GRADES)
def test_a_foreign_collective_in_its_round(award):
    commune = office()
    assert commune.propose("TT09", award).status("TT09", award, "k4_tap_the") is NOT_APPLICABLE
    commune.kind = RoundKind.FOREIGN
    assert commune.status("TT09", award, "k4_tap_the") is COMPARE
    assert commune.status("TT09", award, "k3a") is NOT_APPLICABLE


@pytest.mark.parametrize("award", GRADES)
def test_families_of_martyrs_are_not_in_the_law_of_2022(award):
    commune = Commune()
    commune.households.append(Household("HO1", "Hồ Văn Sáu"))
    commune.propose("HO1", award)
    assert commune.status("HO1", award, "hinh_thuc_phu_hop") is NOT_MET
    assert office().propose("TT09", award).status("TT09", award, "hinh_thuc_phu_hop") is MET
