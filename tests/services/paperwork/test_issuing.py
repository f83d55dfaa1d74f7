"""An issued paper never changes: not made again, reported when changed, replaced by another."""

from datetime import date

import docx
import pytest

from khenthuong import storage
from khenthuong.domain.kinds import Authority
from khenthuong.domain.office_papers import Subject
from khenthuong.errors import UserError
from khenthuong.services.dossier import sealing
from khenthuong.services.paperwork import issuing, numbering, office_papers, paper_register

INVITATION = "giay_moi_hop"
ANSWERS = {"noi_dung_hop": "cuộc họp xét khen thưởng"}
DAY = date(2026, 11, 20)
ROUND, PROVINCE, PROPOSAL = "D1", Authority.PROVINCE, "to_trinh"


@pytest.fixture
def subject(commune):
    """A council meeting of the sample commune."""
    for one in storage.rounds.rounds(commune.books):
        for held in storage.rounds.meetings(commune.books, one.code):
            if not held.unit and held.place:
                return Subject(round=one.code, meeting=held.code)
    raise AssertionError("the sample commune has no council meeting")


@pytest.fixture
def scan(tmp_path):
    """A signed PDF."""
    path = tmp_path / "ky.pdf"
    path.write_bytes(b"%PDF-1.4 ky")
    return path


@pytest.fixture
def issued(commune, subject, scan):
    """An invitation with number, date and signed scan."""
    paper = office_papers.make(commune, INVITATION, subject, ANSWERS).paper
    office_papers.record_number(commune, paper.code, "7", DAY)
    return office_papers.attach_signed(commune, paper.code, scan)


def _is_mine(line) -> bool:
    """A number given here: the sample's minutes are numbered already."""
    return line.entry is not None and "/BB-" not in line.shown


def edit(path) -> None:
    document = docx.Document(str(path))
    document.add_paragraph("Sửa tay")
    document.save(str(path))


def proposal(commune):
    return storage.papers.find(commune.books, ROUND, PROVINCE, PROPOSAL)


@pytest.fixture
def issued_proposal(commune, scan):
    """The province's Tờ trình with number, date and signed scan."""
    paper_register.make(commune, ROUND)
    paper_register.record_number(commune, ROUND, PROVINCE, PROPOSAL, "5", DAY)
    paper_register.attach_signed(commune, ROUND, PROVINCE, PROPOSAL, scan)
    return proposal(commune)


def test_number_date_and_scan_freeze_a_paper(commune, subject, issued):
    assert issued.issued
    with pytest.raises(UserError, match=r"issue\.frozen"):
        office_papers.make(commune, INVITATION, subject, ANSWERS, issued.code)
    with pytest.raises(UserError, match=r"number\.issued"):
        office_papers.record_number(commune, issued.code, "8", DAY)
    assert issuing.changed(commune) == {}


def test_the_clerk_says_that_it_was_issued(commune, subject):
    paper = office_papers.make(commune, INVITATION, subject, ANSWERS).paper
    with pytest.raises(UserError, match=r"issue\.no_number"):
        issuing.issue(commune, paper)
    paper = office_papers.record_number(commune, paper.code, "7", DAY)
    assert not paper.issued
    edit(office_papers.path_of(commune, paper))
    issuing.issue(commune, paper)
    kept = storage.office_papers.find(commune.books, paper.code)
    assert kept.issued_on == commune.today()
    assert kept.sha256 != paper.sha256
    assert issuing.changed(commune) == {}
    with pytest.raises(UserError, match=r"issue\.already"):
        issuing.issue(commune, kept)


def test_a_file_changed_or_lost_since_is_reported(commune, issued):
    path = office_papers.path_of(commune, issued)
    edit(path)
    assert "bị sửa" in issuing.changed(commune)[issued.code]
    path.unlink()
    assert "không còn tệp" in issuing.changed(commune)[issued.code]


def test_a_replacement_is_a_paper_of_its_own_that_names_the_old_one(commune, subject, issued):
    before = office_papers.path_of(commune, issued).read_bytes()
    made = office_papers.make(
        commune, INVITATION, subject, {"noi_dung_hop": "họp lại"}, replaces=issued.code
    ).paper
    assert (made.number, made.replaces) == ("", issued.code)
    assert office_papers.path_of(commune, issued).read_bytes() == before
    again = office_papers.make(commune, INVITATION, subject, ANSWERS, made.code).paper
    assert again.replaces == issued.code
    assert [one.code for one in issuing.history(commune, issued)] == [made.code, issued.code]
    lines = [one for one in numbering.register(commune, 2026).lines if _is_mine(one)]
    assert [one.note for one in lines] == ["đã có bản thay thế"]
    with pytest.raises(UserError, match=r"issue\.replaced"):
        office_papers.make(commune, INVITATION, subject, ANSWERS, replaces=issued.code)
    with pytest.raises(UserError, match=r"issue\.not_issued"):
        office_papers.make(commune, INVITATION, subject, ANSWERS, replaces=made.code)


def test_an_issued_paper_of_a_dossier_is_never_made_again(commune, issued_proposal):
    path = storage.papers.absolute(commune.books, issued_proposal.path)
    before = path.read_bytes()
    paper_register.make(commune, ROUND)
    assert path.read_bytes() == before
    assert proposal(commune) == issued_proposal
    assert not list(path.parent.glob("*-ban-2.docx"))
    with pytest.raises(UserError, match=r"number\.issued"):
        paper_register.record_number(commune, ROUND, PROVINCE, PROPOSAL, "6", DAY)


def test_a_changed_issued_paper_is_not_taken_in_and_stops_the_sealing(
    commune, issued_proposal, tmp_path
):
    path = storage.papers.absolute(commune.books, issued_proposal.path)
    edit(path)
    assert paper_register.edited_papers(commune, ROUND) == {}
    found = issuing.changed(commune, ROUND)
    assert "bị sửa" in found[numbering.key_of(issued_proposal)]
    with pytest.raises(UserError, match=r"issue\.packed_changed"):
        sealing.seal(commune, ROUND, tmp_path / "goi")


def test_what_is_issued_is_the_file_as_edited_in_word(commune, scan):
    paper_register.make(commune, ROUND)
    path = storage.papers.absolute(commune.books, proposal(commune).path)
    edit(path)
    edited = path.read_bytes()
    paper_register.record_number(commune, ROUND, PROVINCE, PROPOSAL, "5", DAY)
    paper_register.issue(commune, proposal(commune))
    assert proposal(commune).issued
    paper_register.make(commune, ROUND)
    assert path.read_bytes() == edited
    assert issuing.changed(commune, ROUND) == {}


def test_a_dossier_paper_is_replaced_by_a_new_version(commune, issued_proposal):
    path = storage.papers.absolute(commune.books, issued_proposal.path)
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"issue\.not_issued"):
        paper_register.replace_issued(
            commune, storage.papers.find(commune.books, ROUND, Authority.COMMUNE, PROPOSAL)
        )
    paper_register.replace_issued(commune, issued_proposal)
    new, old = issuing.history(commune, issued_proposal)
    assert (new.version, new.number, new.issued) == (2, "", False)
    assert (old.version, old.number, old.issued) == (1, "5", True)
    assert storage.papers.absolute(commune.books, old.path).read_bytes() == before
    assert storage.papers.absolute(commune.books, new.path) == path
    paper_register.record_number(commune, ROUND, PROVINCE, PROPOSAL, "6", DAY)
    lines = [one for one in numbering.register(commune, 2026).lines if _is_mine(one)]
    shown = {one.shown: one.note for one in lines}
    assert shown == {"05/TTr-UBND": "đã có bản thay thế", "06/TTr-UBND": ""}
    paper_register.make(commune, ROUND)
    assert storage.papers.absolute(commune.books, old.path).read_bytes() == before
    assert issuing.changed(commune, ROUND) == {}


def test_issuing_by_mistake_can_be_undone(commune):
    paper_register.make(commune, ROUND)
    paper_register.record_number(commune, ROUND, PROVINCE, PROPOSAL, "5", DAY)
    paper_register.issue(commune, proposal(commune))
    path = storage.papers.absolute(commune.books, proposal(commune).path)
    before = path.read_bytes()
    last = max(one.id for one in storage.history.operations(commune.books))
    storage.undo_operation(commune.books, last, "hoàn tác")
    assert not proposal(commune).issued
    paper_register.make(commune, ROUND)
    assert path.read_bytes() != before
