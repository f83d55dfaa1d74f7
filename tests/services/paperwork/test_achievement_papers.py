"""Báo cáo tóm tắt of a round and giấy xác nhận of initiatives, made from the sample commune."""

import io

import docx
import pytest

from khenthuong import storage
from khenthuong.domain.kinds import RoundKind
from khenthuong.domain.office_papers import Subject
from khenthuong.errors import UserError
from khenthuong.services.paperwork import layout_check, office_papers

SUMMARY, CERTIFICATE = "bao_cao_tom_tat", "giay_xac_nhan_sang_kien"


def words(path) -> str:
    document = docx.Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells).replace("\u00a0", " ")


def of_kind(commune, kind) -> Subject:
    return next(
        Subject(round=one.code) for one in storage.rounds.rounds(commune.books) if one.kind is kind
    )


@pytest.mark.parametrize("kind", [RoundKind.SUDDEN, RoundKind.MOVEMENT])
def test_a_summary_tells_of_every_nomination(commune, kind):
    subject = of_kind(commune, kind)
    known = office_papers.prefilled(commune, SUMMARY, subject)
    nominated = storage.rounds.nominations(commune.books, subject.round)
    assert len(known["truong_hop"]) == len(nominated) > 0
    made = office_papers.make(commune, SUMMARY, subject, {})
    text = words(made.path)
    for one in nominated:
        assert storage.register.get(commune.books, one.recipient).name in text
    for row in known["truong_hop"]:
        assert row["thanh_tich"].split("\n")[0] in text
    assert not layout_check.is_off(commune.forms[SUMMARY], made.path)


def test_a_summary_goes_to_who_decides(commune):
    own = office_papers.make(commune, SUMMARY, of_kind(commune, RoundKind.SUDDEN), {})
    text = words(own.path)
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân xã" in text
    assert "TM. ỦY BAN NHÂN DÂN" not in text
    above = office_papers.make(commune, SUMMARY, of_kind(commune, RoundKind.MOVEMENT), {})
    text = words(above.path)
    assert "Kính gửi: Sở Nội vụ thành phố Hải Phòng" in text
    assert "TM. ỦY BAN NHÂN DÂN" in text
    assert "/BC-UBND" in text


def test_a_summary_takes_what_was_written_and_drops_rows(commune):
    subject = of_kind(commune, RoundKind.SUDDEN)
    row = {"ten": "Bà Trần <An> & con", "hinh_thuc": "Giấy khen", "thanh_tich": "Một\nHai"}
    text = words(office_papers.make(commune, SUMMARY, subject, {"truong_hop": [row]}).path)
    assert "1. Bà Trần <An> & con\nĐề nghị: Giấy khen.\nMột\nHai\n" in text
    assert "2. " not in text
    with pytest.raises(UserError, match="Tóm tắt thành tích"):
        office_papers.make(commune, SUMMARY, subject, {"truong_hop": [{**row, "thanh_tich": ""}]})


@pytest.fixture
def author(commune) -> str:
    return next(iter(storage.records.initiatives(commune.books).values())).authors[0]


def test_a_certificate_names_the_initiatives_of_the_books(commune, author):
    subject = Subject(recipient=author)
    known = office_papers.prefilled(commune, CERTIFICATE, subject)["sang_kien"]
    own = [
        one for one in storage.records.initiatives(commune.books).values() if author in one.authors
    ]
    assert {row["ten"] for row in known} == {one.name for one in own}
    rows = [{**row, "ap_dung": "5 thôn <của xã>", "hieu_qua": "Nhanh & gọn"} for row in known]
    made = office_papers.make(commune, CERTIFICATE, subject, {"sang_kien": rows})
    text = words(made.path)
    for one in own:
        assert one.name in text
        assert one.decision_number in text
        for code in one.authors:
            assert storage.register.get(commune.books, code).name in text
    assert text.count("5 thôn <của xã>") == len(own)
    (checked,) = layout_check.check_files([made.path])
    assert checked.report is not None
    assert checked.report.deviations == 0


def test_a_certificate_needs_what_the_initiative_did(commune, author):
    with pytest.raises(UserError, match="Hiệu quả áp dụng"):
        office_papers.make(commune, CERTIFICATE, Subject(recipient=author), {})


def test_a_certificate_is_for_a_person(commune):
    unit = next(iter(storage.register.units(commune.books, keep=[]).values()))
    with pytest.raises(UserError, match=unit.name):
        office_papers.make(commune, CERTIFICATE, Subject(recipient=unit.code), {})
