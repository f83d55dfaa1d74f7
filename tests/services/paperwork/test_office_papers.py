"""Papers on demand: offered by heading, made for their subject, numbered, never overwritten."""

from datetime import date

import docx
import pytest

from khenthuong import storage
from khenthuong.domain.office_papers import Subject
from khenthuong.errors import UserError
from khenthuong.services.paperwork import office_papers

INVITATION = "giay_moi_hop"
ANSWERS = {"noi_dung_hop": "cuộc họp xét khen thưởng <A & B>"}


@pytest.fixture
def subject(commune):
    """A council meeting of the sample commune."""
    for one in storage.rounds.rounds(commune.books):
        for held in storage.rounds.meetings(commune.books, one.code):
            if not held.unit and held.place:
                return Subject(round=one.code, meeting=held.code)
    raise AssertionError("the sample commune has no council meeting")


def words(path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def test_forms_on_demand_are_offered_under_their_heading(commune):
    groups = office_papers.offered(commune)
    assert INVITATION in {form.id for form in groups["Họp xét"]}
    assert all(form.on_demand for forms in groups.values() for form in forms)
    assert "" not in groups


def test_an_invitation_names_the_meeting_and_the_council(commune, subject):
    made = office_papers.make(commune, INVITATION, subject, ANSWERS)
    text = words(made.path)
    held = storage.rounds.meetings(commune.books, subject.round)
    place = next(m.place for m in held if m.code == subject.meeting)
    council = storage.rounds.council(commune.books)
    assert place in text
    assert "cuộc họp xét khen thưởng <A & B>" in text
    chair = next(m.chair for m in held if m.code == subject.meeting)
    assert all(member.name in text for member in council if member.name != chair)
    assert "/GM-UBND" in text.replace("\u00a0", " ")
    assert office_papers.papers(commune) == (made.paper,)


def test_a_number_stays_when_the_paper_is_made_again(commune, subject):
    made = office_papers.make(commune, INVITATION, subject, ANSWERS)
    office_papers.record_number(commune, made.paper.code, "7", date(2026, 11, 20))
    again = office_papers.make(
        commune, INVITATION, subject, {"noi_dung_hop": "cuộc họp khác"}, made.paper.code
    )
    assert (again.paper.number, again.paper.day) == ("7", date(2026, 11, 20))
    text = words(again.path).replace("\u00a0", " ")
    assert "07/GM-UBND" in text
    assert "ngày 20 tháng 11 năm 2026" in text
    assert len(office_papers.papers(commune)) == 1


def test_a_paper_edited_in_word_is_kept(commune, subject):
    made = office_papers.make(commune, INVITATION, subject, ANSWERS)
    document = docx.Document(str(made.path))
    document.add_paragraph("Sửa tay")
    document.save(str(made.path))
    again = office_papers.make(commune, INVITATION, subject, ANSWERS, made.paper.code)
    assert again.edited == made.path
    assert "Sửa tay" in words(made.path)
    assert again.path != made.path


def test_missing_answers_and_subjects_are_named(commune, subject):
    with pytest.raises(UserError) as refused:
        office_papers.make(commune, INVITATION, subject, {})
    assert "Tới dự" in str(refused.value)
    with pytest.raises(UserError, match="đợt xét"):
        office_papers.make(commune, INVITATION, Subject(), ANSWERS)
    assert office_papers.papers(commune) == ()


def test_a_numbered_paper_cannot_be_taken_out(commune, subject):
    made = office_papers.make(commune, INVITATION, subject, ANSWERS)
    office_papers.record_number(commune, made.paper.code, "7", date(2026, 11, 20))
    with pytest.raises(UserError, match="7"):
        office_papers.remove(commune, made.paper.code)
    other = office_papers.make(commune, INVITATION, subject, ANSWERS)
    office_papers.remove(commune, other.paper.code)
    assert [one.code for one in office_papers.papers(commune)] == [made.paper.code]
    assert other.path.exists()


def test_a_signed_scan_must_be_a_pdf(commune, subject, tmp_path):
    made = office_papers.make(commune, INVITATION, subject, ANSWERS)
    scan = tmp_path / "ky.pdf"
    scan.write_bytes(b"GIF89a")
    with pytest.raises(UserError):
        office_papers.attach_signed(commune, made.paper.code, scan)
    scan.write_bytes(b"%PDF-1.4 ky")
    signed = office_papers.attach_signed(commune, made.paper.code, scan)
    assert storage.papers.absolute(commune.books, signed.signed_path).read_bytes() == b"%PDF-1.4 ky"


def test_minutes_of_a_unit_are_not_made_of_the_council(commune, subject):
    with pytest.raises(UserError, match="Tập thể"):
        office_papers.make(commune, "bien_ban_binh_xet", subject, {})
    of_unit = next(
        held for held in storage.rounds.meetings(commune.books, subject.round) if held.unit
    )
    made = office_papers.make(
        commune, "bien_ban_binh_xet", Subject(subject.round, of_unit.code), {}
    )
    text = words(made.path)
    votes = storage.rounds.votes(commune.books, subject.round)
    own = [v for v in votes if v.meeting == of_unit.code]
    assert own
    for vote in own:
        assert storage.register.get(commune.books, vote.recipient).name in text


def test_a_count_needs_its_tellers(commune, subject):
    with pytest.raises(UserError, match="Ban kiểm phiếu"):
        office_papers.make(commune, "bien_ban_kiem_phieu", subject, {})
    tellers = {"ban_kiem_phieu": [{"ten": "Lê Thị Bưởi & con", "vai_tro": "Trưởng ban"}]}
    text = words(office_papers.make(commune, "bien_ban_kiem_phieu", subject, tellers).path)
    assert "- Lê Thị Bưởi & con, Trưởng ban." in text
