"""Which report a nomination asks for depends on the round; what is missing keeps it out."""

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import RecipientKind, RoundKind
from khenthuong.services.paperwork import papers, reports

BY_ROUND = {
    RoundKind.MERIT: ("bao_cao_thanh_tich_ca_nhan", "bao_cao_thanh_tich_tap_the"),
    RoundKind.SUDDEN: ("bao_cao_dot_xuat", "bao_cao_dot_xuat"),
    RoundKind.MOVEMENT: ("bao_cao_chuyen_de", "bao_cao_chuyen_de"),
    RoundKind.SERVICE: ("bao_cao_cong_hien", "bao_cao_thanh_tich_tap_the"),
    RoundKind.FOREIGN: ("bao_cao_doi_ngoai_ca_nhan", "bao_cao_doi_ngoai_tap_the"),
}


@pytest.mark.parametrize("kind", list(BY_ROUND))
def test_a_certificate_of_merit_asks_for_the_report_of_its_round(commune, kind):
    wanted = dict(zip((RecipientKind.PERSON, RecipientKind.UNIT), BY_ROUND[kind], strict=True))
    wanted[RecipientKind.HOUSEHOLD] = "bao_cao_thanh_tich_ho_gia_dinh"
    for recipient, form_id in wanted.items():
        form = reports.report_form(commune, "giay_khen_xa", recipient, kind)
        assert form is not None
        assert form.id == form_id


@pytest.mark.parametrize(
    ("kind", "own"),
    [(RoundKind.SUDDEN, "bao_cao_dot_xuat"), (RoundKind.MOVEMENT, "bao_cao_chuyen_de")],
)
def test_a_dossier_holds_the_reports_of_its_round(commune, kind, own):
    code = next(r.code for r in storage.rounds.rounds(commune.books) if r.kind is kind)
    planned = [one for plans in papers.plan(commune, code).values() for one in plans]
    asked = {one.form_id for one in planned if one.form_id.startswith("bao_cao")}
    assert asked == {own, "bao_cao_thanh_tich_ho_gia_dinh"}
    of_round = storage.rounds.nominations(commune.books, code)
    reported = {one.recipient for one in planned if one.form_id == own}
    assert reported
    assert reported <= {one.recipient for one in of_round}


def test_the_books_fill_in_what_happened(commune):
    code = next(r.code for r in storage.rounds.rounds(commune.books) if r.kind is RoundKind.SUDDEN)
    one = next(n for n in storage.rounds.nominations(commune.books, code) if n.achievements)
    known = reports.prefilled(commune, code, one.recipient, one.award, "bao_cao_dot_xuat")
    told = storage.records.achievements(commune.books)[one.achievements[0]]
    assert known["hanh_dong"] == told.content
    assert known["ket_qua"] == told.result
    assert reports.problems(commune, code, one.recipient, one.award, "bao_cao_dot_xuat", {})


def test_what_a_report_lacks_reads_as_one_sentence(commune):
    code = next(r.code for r in storage.rounds.rounds(commune.books) if r.kind is RoundKind.SUDDEN)
    one = next(n for n in storage.rounds.nominations(commune.books, code) if n.achievements)
    found = reports.problems(commune, code, one.recipient, one.award, "bao_cao_dot_xuat", {})
    assert len(found) > 1
    said = reports.sentence(found)
    assert ".;" not in said
    assert said.endswith(".")
