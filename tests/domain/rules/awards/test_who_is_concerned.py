"""Whom each criterion concerns: by subject, kind of unit, kind of recipient and kind of round."""

from collections.abc import Iterator

import pytest

from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import RoundKind, Status, Subject, UnitKind
from tests.domain.rules.awards.pairs import household
from tests.domain.rules.commune import BK, CSTDCS, CSTDT, GK, LDTT, Commune, rulebook

OFFICIAL, EMPLOYEE, MILITIA = Subject.OFFICIAL, Subject.EMPLOYEE, Subject.MILITIA
WORKER, FARMER, OTHER = Subject.WORKER, Subject.FARMER, Subject.OTHER
ENTREPRENEUR, SCHOLAR = Subject.ENTREPRENEUR, Subject.SCHOLAR
OFFICE, VILLAGE, ARMED = UnitKind.OFFICE, UnitKind.VILLAGE, UnitKind.ARMED
MERIT, MOVEMENT, SUDDEN = RoundKind.MERIT, RoundKind.MOVEMENT, RoundKind.SUDDEN
SERVICE, FOREIGN = RoundKind.SERVICE, RoundKind.FOREIGN
CSTDTQ = "chien_si_thi_dua_toan_quoc"
CO_TINH, CO_CHINH_PHU = "co_thi_dua_cap_tinh", "co_thi_dua_chinh_phu"


def concerned(award, who="CN01", subject=OFFICIAL, kind=OFFICE, of=MERIT):
    """Ids of the award's own criteria, at every depth, that are not «không áp dụng»."""
    commune = household(award) if who == "HO1" else Commune()
    if who != "HO1":
        commune.units = []
        commune.unit("TT01", kind).person(subject=subject).propose(who, award)
    commune.kind = of
    found = commune.of(who, award).findings
    own = {one.id for one in _tree(found)}
    return own - {one.id for one in rulebook().common}


def _tree(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for one in findings:
        if one.status is Status.NOT_APPLICABLE:
            continue
        yield one
        if not one.code.startswith("finding.meets_award"):
            yield from _tree(one.children)


@pytest.mark.parametrize(
    ("subject", "kind", "expected"),
    [
        (OFFICIAL, OFFICE, "k1a k1b"),
        (OFFICIAL, VILLAGE, "k1a k1b"),
        (OFFICIAL, ARMED, "k1a k1b k2_llvt"),
        (EMPLOYEE, OFFICE, "k1a_nguoi_lao_dong k1b_nguoi_lao_dong"),
        (EMPLOYEE, VILLAGE, "k3a_nguoi_lao_dong k3b_nguoi_lao_dong"),
        (WORKER, OFFICE, "k3a k3b"),
        (FARMER, VILLAGE, "k3a k3b"),
        (ENTREPRENEUR, OFFICE, "k3a k3b k3_doi_tuong"),
        (SCHOLAR, VILLAGE, "k3a k3b k3_doi_tuong"),
        (OTHER, VILLAGE, "k3a k3b k3_doi_tuong"),
        (MILITIA, OFFICE, "k2"),
        (MILITIA, ARMED, "k2"),
    ],
)
def test_dieu_24(subject, kind, expected):
    assert concerned(LDTT, subject=subject, kind=kind) == set(expected.split())


FORCES = [(OFFICIAL, OFFICE), (MILITIA, OFFICE), (OFFICIAL, ARMED), (MILITIA, ARMED)]


@pytest.mark.parametrize(
    ("subject", "kind", "expected"),
    [
        (*FORCES[0], "k1"),
        (*FORCES[1], "k1_dan_quan chien_dau"),
        (*FORCES[2], "k1_llvt chien_dau_llvt"),
        (*FORCES[3], "k1_llvt chien_dau"),
    ],
)
def test_dieu_23(subject, kind, expected):
    everybody = {"k2", "xuat_sac", "sang_kien", "de_tai"}
    assert concerned(CSTDCS, subject=subject, kind=kind) == everybody | set(expected.split())


@pytest.mark.parametrize("award", [CSTDT, CSTDTQ])
@pytest.mark.parametrize(
    ("who", "expected"),
    list(zip(FORCES, ("", "chien_dau", "chien_dau_llvt", "chien_dau"), strict=True)),
)
def test_dieu_21_and_22(award, who, expected):
    everybody = {"k1a", "k1a_tieu_bieu", "k1b", "sang_kien", "de_tai"}
    if award == CSTDTQ:
        everybody |= {"hai_nam", "cach_nam", "hai_lan", "lien_tuc"}
    found = concerned(award, subject=who[0], kind=who[1])
    assert found == everybody | set(expected.split())


@pytest.mark.parametrize(
    ("award", "of", "expected"),
    [
        (CO_TINH, MERIT, "k1 k1a k1b tieu_chuan_cua_tinh"),
        (CO_TINH, MOVEMENT, "k2 k2_tong_ket tieu_chuan_cua_tinh"),
        (CO_CHINH_PHU, MERIT, "dan_dau k1 k2 k4"),
        (CO_CHINH_PHU, MOVEMENT, "k3 k3_so_ket k4"),
    ],
)
def test_dieu_25_and_26(award, of, expected):
    assert concerned(award, "TT01", of=of) == set(expected.split())


@pytest.mark.parametrize(
    ("who", "of", "expected"),
    [
        ("CN01", MERIT, ""),
        ("TT01", MERIT, ""),
        ("HO1", MERIT, "dong_gop_ho"),
        ("CN01", MOVEMENT, "phong_trao"),
        ("TT01", MOVEMENT, "phong_trao"),
        ("HO1", MOVEMENT, "phong_trao_ho"),
        ("CN01", SUDDEN, "dot_xuat"),
        ("TT01", SUDDEN, "dot_xuat"),
        ("HO1", SUDDEN, "dot_xuat_ho"),
        ("CN01", SERVICE, "cong_hien"),
        ("TT01", FOREIGN, "doi_ngoai"),
    ],
)
def test_dieu_75(who, of, expected):
    assert concerned(GK, who, of=of) == {"tieu_chuan_cua_tinh", *expected.split()}


K1 = (
    "guong_mau_ca_nhan mot_trong_k1 a b c d d.nam d.cstdcs d.xuat_sac d.sang_kien_de_tai "
    "d.sang_kien d.de_tai "
)
K2 = K1.replace("guong_mau_ca_nhan", "chap_hanh_tot_k2") + "k2 "
K3 = "guong_mau_tap_the mot_trong_k3 k3a k3b k3c k3d k3d.nam k3d.dan_chu "
K4 = K3.replace("guong_mau_tap_the", "chap_hanh_tot_k4") + "k4 "
K5 = "guong_mau_ho dong_gop_ho xac_nhan_dong_gop "


@pytest.mark.parametrize(
    ("who", "subject", "kind", "of", "expected"),
    [
        ("CN01", OFFICIAL, OFFICE, MERIT, K1),
        ("CN01", FARMER, VILLAGE, MERIT, K1 + "dd"),
        ("CN01", WORKER, OFFICE, MERIT, K1 + "dd"),
        ("CN01", EMPLOYEE, OFFICE, MERIT, K1 + "dd"),
        ("CN01", SCHOLAR, OFFICE, MERIT, K2),
        ("CN01", ENTREPRENEUR, OFFICE, MERIT, K2),
        ("TT01", OFFICIAL, OFFICE, MERIT, K3),
        ("TT01", OFFICIAL, UnitKind.ENTERPRISE, MERIT, K4),
        ("TT01", OFFICIAL, UnitKind.COOPERATIVE, MERIT, K4),
        ("HO1", OFFICIAL, VILLAGE, MERIT, K5),
        ("CN01", OFFICIAL, OFFICE, SUDDEN, K1 + "dot_xuat"),
        ("TT01", OFFICIAL, OFFICE, SUDDEN, K3 + "dot_xuat"),
        ("HO1", OFFICIAL, VILLAGE, SUDDEN, K5 + "dot_xuat_ho"),
        ("CN01", OFFICIAL, OFFICE, SERVICE, K1 + "cong_hien"),
        ("TT01", OFFICIAL, OFFICE, FOREIGN, K3 + "doi_ngoai"),
    ],
)
def test_dieu_74(who, subject, kind, of, expected):
    assert concerned(BK, who, subject, kind, of) == set(expected.split())
