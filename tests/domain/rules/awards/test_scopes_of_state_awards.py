"""Which of an award's own criteria are asked of whom, in which round: the whole set each time."""

from datetime import date

import pytest

from khenthuong.domain.kinds import RoundKind, Status, Subject, UnitKind
from khenthuong.domain.register import Household
from tests.domain.rules.awards.state import DL1, DL2, DL3, LD1, LD2, LD3, TTG, books, office
from tests.domain.rules.commune import Commune, rulebook

MERIT, MOVEMENT, SUDDEN = RoundKind.MERIT, RoundKind.MOVEMENT, RoundKind.SUDDEN
FOREIGN = RoundKind.FOREIGN
LABOUR, INDEPENDENCE = (LD3, LD2, LD1), (DL3, DL2, DL1)


def person(**kept):
    return "CN01", books("CN01", **kept)


def unit(**kept):
    return "TT09", office(**kept)


def household():
    commune = Commune()
    commune.households.append(Household("HO1", "Hồ Văn Sáu", village="TT01"))
    return "HO1", commune


def asked(award, who, kind):
    code, commune = who
    commune.kind = kind
    own = {criterion.id for criterion in rulebook().awards[award].criteria}
    findings = commune.propose(code, award).of(code, award).findings
    found = {one.id for one in findings if one.status is not Status.NOT_APPLICABLE}
    return found & own


PROCEDURE = {MERIT: {"mot_nam_mot_hinh_thuc", "bieu_quyet"}, SUDDEN: {"dot_xuat"}}
OTHERWISE = {"bieu_quyet"}
CLAUSE_1 = {"chap_hanh_k1", "mot_trong_k1"}
CLAUSE_2 = {"chap_hanh_k2", "mot_trong_k2"}


@pytest.mark.parametrize("kind", [MERIT, MOVEMENT, SUDDEN])
@pytest.mark.parametrize(
    ("subject", "criteria"),
    [
        (Subject.OFFICIAL, CLAUSE_1),
        (Subject.MILITIA, CLAUSE_1),
        (Subject.WORKER, CLAUSE_2),
        (Subject.FARMER, CLAUSE_2),
        (Subject.EMPLOYEE, CLAUSE_2),
        # Khoản 3 asks its own conduct, and lets choose khoản 1 as well.
        (Subject.ENTREPRENEUR, {"chap_hanh_k3", "mot_trong_k1"}),
        (Subject.SCHOLAR, {"chap_hanh_k3", "mot_trong_k1"}),
    ],
)
def test_73_persons(subject, criteria, kind):
    expected = criteria | PROCEDURE.get(kind, OTHERWISE)
    assert asked(TTG, person(subject=subject), kind) == expected


@pytest.mark.parametrize("award", LABOUR)
@pytest.mark.parametrize("kind", [MERIT, MOVEMENT, SUDDEN])
@pytest.mark.parametrize(
    ("subject", "clause"),
    [
        (Subject.OFFICIAL, 1),
        (Subject.EMPLOYEE, 1),
        (Subject.WORKER, 2),
        (Subject.FARMER, 2),
        (Subject.ENTREPRENEUR, 3),
        (Subject.SCHOLAR, 3),
    ],
)
def test_42_to_44_persons(award, subject, clause, kind):
    expected = {f"chap_hanh_k{clause}", f"mot_trong_k{clause}"}
    expected |= PROCEDURE.get(kind, OTHERWISE)
    assert asked(award, person(subject=subject), kind) == expected


@pytest.mark.parametrize("award", INDEPENDENCE)
@pytest.mark.parametrize("subject", list(Subject))
def test_36_to_38_persons(award, subject):
    assert asked(award, person(subject=subject), MERIT) == CLAUSE_1 | PROCEDURE[MERIT]
    assert asked(award, person(subject=subject), RoundKind.SERVICE) == CLAUSE_1 | OTHERWISE


@pytest.mark.parametrize("kind", [MERIT, MOVEMENT, SUDDEN])
@pytest.mark.parametrize(
    ("award", "conduct"), [(TTG, "guong_mau_k4"), *((one, "noi_bo_doan_ket") for one in LABOUR)]
)
def test_collectives(award, conduct, kind):
    procedure = PROCEDURE.get(kind, OTHERWISE)
    for unit_kind in UnitKind:
        own = unit_kind in (UnitKind.ENTERPRISE, UnitKind.COOPERATIVE)
        expected = {"mot_trong_k4", "chap_hanh_k5" if own else conduct} | procedure
        assert asked(award, unit(kind=unit_kind), kind) == expected


@pytest.mark.parametrize("award", INDEPENDENCE)
def test_36_to_38_collectives(award):
    age = {"k3c"} if award == DL3 else set()
    assert asked(award, unit(), MERIT) == {"k3a", "k3b"} | age | PROCEDURE[MERIT]


@pytest.mark.parametrize(
    ("award", "clause"),
    [(TTG, 7), *((award, 6) for award in LABOUR), *((award, 4) for award in INDEPENDENCE)],
)
def test_foreigners_and_overseas_vietnamese(award, clause):
    stranger = {"nationality": "Lào"}
    own = {f"k{clause}_nguoi_nuoc_ngoai"}
    assert asked(award, person(**stranger), FOREIGN) == own | OTHERWISE
    assert asked(award, person(**stranger), MERIT) == own | PROCEDURE[MERIT]
    dead = {**stranger, "died": date(2025, 12, 1)}
    assert asked(award, person(**dead), FOREIGN) == own | {f"k{clause}_truy_tang"} | OTHERWISE
    for subject in (Subject.OFFICIAL, Subject.WORKER, Subject.SCHOLAR):
        found = asked(award, person(subject=subject), FOREIGN)
        assert found == {f"k{clause}_dinh_cu"} | OTHERWISE
    for kind in (UnitKind.OFFICE, UnitKind.ENTERPRISE):
        assert asked(award, unit(kind=kind), FOREIGN) == {f"k{clause}_tap_the"} | OTHERWISE


@pytest.mark.parametrize(
    ("award", "clause"),
    [(TTG, 7), *((award, 6) for award in LABOUR), *((award, 4) for award in INDEPENDENCE)],
)
def test_minutes_confirm_their_clause_and_the_province_recognises(award, clause):
    cases = {"nguoi_nuoc_ngoai": person(nationality="Lào"), "dinh_cu": person(), "tap_the": unit()}
    for criterion, (code, commune) in cases.items():
        commune.kind = FOREIGN
        commune.propose(code, award)
        assert commune.status(code, award, f"k{clause}_{criterion}") is Status.TO_COMPARE
        commune.meetings.clear()
        assert commune.status(code, award, f"k{clause}_{criterion}") is Status.MISSING


@pytest.mark.parametrize("won", [TTG, *LABOUR, *INDEPENDENCE])
@pytest.mark.parametrize("award", [TTG, *LABOUR, *INDEPENDENCE])
def test_two_state_awards_in_one_year(award, won):
    def code(year):
        commune = office(won={won: [year]}).propose("TT09", award)
        return commune.finding("TT09", award, "mot_nam_mot_hinh_thuc").code

    assert (code(2025), code(2024)) == ("finding.spacing_won", "finding.spacing")


def test_73_6_households():
    own = {"guong_mau_ho", "dong_gop_ho", "xac_nhan_dong_gop"}
    assert asked(TTG, household(), MERIT) == own | {"bieu_quyet"}
    assert asked(TTG, household(), MOVEMENT) == own | {"bieu_quyet"}
    assert asked(TTG, household(), SUDDEN) == own | {"dot_xuat_ho"}


@pytest.mark.parametrize(
    ("award", "died", "criteria"),
    [
        ("huan_chuong_dung_cam", None, {"hanh_dong", "neu_guong", "xac_nhan_hanh_dong"}),
        ("ky_niem_chuong", None, {"dong_gop", "quy_dinh_rieng"}),
        ("ky_niem_chuong", date(2025, 3, 1), {"dong_gop", "quy_dinh_rieng", "truy_tang"}),
        ("ba_me_viet_nam_anh_hung", date(2025, 3, 1), {"cong_hien", "quy_dinh_rieng"}),
        ("khen_thuong_khang_chien", None, {"quy_dinh_rieng"}),
        ("khen_thuong_qua_trinh_cong_hien", None, {"qua_trinh", "hinh_thuc"}),
        ("huy_chuong_thanh_nien_xung_phong_ve_vang", None, {"mot_trong_k2", "trinh_tu"}),
    ],
)
def test_the_others(award, died, criteria):
    assert asked(award, person(died=died), MERIT) == criteria
    sudden = {"dot_xuat"} if award == "huan_chuong_dung_cam" else set()
    assert asked(award, person(died=died), SUDDEN) == criteria | sudden
