"""«Chấp hành tốt chủ trương …»: each clause asks it of its own recipients, by their minutes."""

import pytest

from khenthuong.domain.kinds import Status, Subject, UnitKind
from tests.domain.rules.awards.state import DL1, DL2, DL3, LD1, LD2, LD3, TTG, books, office

MET, MISSING, NOT_APPLICABLE = Status.MET, Status.MISSING, Status.NOT_APPLICABLE
LABOUR = (LD3, LD2, LD1)
PERSONS = {
    Subject.OFFICIAL: "chap_hanh_k1",
    Subject.WORKER: "chap_hanh_k2",
    Subject.FARMER: "chap_hanh_k2",
    Subject.ENTREPRENEUR: "chap_hanh_k3",
    Subject.SCHOLAR: "chap_hanh_k3",
}
CLAUSES = sorted(set(PERSONS.values()))


@pytest.mark.parametrize("award", [TTG, *LABOUR])
@pytest.mark.parametrize(("subject", "clause"), PERSONS.items())
def test_each_person_by_one_clause(award, subject, clause):
    commune = books("CN01", subject=subject).propose("CN01", award)
    found = {one: commune.status("CN01", award, one) for one in CLAUSES}
    assert found == {one: MET if one == clause else NOT_APPLICABLE for one in CLAUSES}
    commune.meetings.clear()
    assert commune.status("CN01", award, clause) is MISSING


@pytest.mark.parametrize(
    ("award", "clause"), [(TTG, "chap_hanh_k2"), *((award, "chap_hanh_k1") for award in LABOUR)]
)
def test_an_employee_is_a_worker_in_article_73_only(award, clause):
    commune = books("CN01", subject=Subject.EMPLOYEE).propose("CN01", award)
    assert commune.status("CN01", award, clause) is MET


@pytest.mark.parametrize("award", [DL3, DL2, DL1])
def test_huan_chuong_doc_lap_has_one_clause_for_persons(award):
    commune = books("CN01", subject=Subject.FARMER).propose("CN01", award)
    assert commune.status("CN01", award, "chap_hanh_k1") is MET
    commune.meetings.clear()
    assert commune.status("CN01", award, "chap_hanh_k1") is MISSING


UNITS = [(TTG, "guong_mau_k4"), *((award, "noi_bo_doan_ket") for award in LABOUR)]


@pytest.mark.parametrize(("award", "clause"), UNITS)
def test_collectives_and_enterprises(award, clause):
    unit = office().propose("TT09", award)
    assert unit.status("TT09", award, clause) is MET
    assert unit.status("TT09", award, "chap_hanh_k5") is NOT_APPLICABLE
    enterprise = office(kind=UnitKind.ENTERPRISE).propose("TT09", award)
    assert enterprise.status("TT09", award, clause) is NOT_APPLICABLE
    assert enterprise.status("TT09", award, "chap_hanh_k5") is MET
    enterprise.meetings.clear()
    assert enterprise.status("TT09", award, "chap_hanh_k5") is MISSING


@pytest.mark.parametrize("award", [TTG, *LABOUR, DL3, DL2, DL1])
def test_a_person_meets_no_clause_of_collectives(award):
    clauses = ("mot_trong_k4", "guong_mau_k4", "noi_bo_doan_ket", "chap_hanh_k5", "k3a", "k3b")
    findings = books("CN01").propose("CN01", award).of("CN01", award).findings
    of_units = [one.status for one in findings if one.id in clauses]
    assert of_units
    assert set(of_units) == {NOT_APPLICABLE}
    persons = ("mot_trong_k1", "mot_trong_k2", "mot_trong_k3", *CLAUSES)
    findings = office().propose("TT09", award).of("TT09", award).findings
    of_persons = [one.status for one in findings if one.id in persons]
    assert of_persons
    assert set(of_persons) == {NOT_APPLICABLE}
