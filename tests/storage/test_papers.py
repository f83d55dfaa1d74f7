"""Papers and sealed dossiers in the books."""

import hashlib
from datetime import date

import pytest

from khenthuong.domain.archive import SealedDossier
from khenthuong.domain.dossier import PaperPlan
from khenthuong.domain.kinds import Authority
from khenthuong.errors import NotFoundError
from khenthuong.storage import apply_import, papers
from tests import factories

PLAN = PaperPlan("to_trinh", "", "", "00-to-trinh", "Tờ trình")


@pytest.fixture
def filled(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    return books


def make(books, content=b"mot", plan=PLAN):
    path = books.folder.papers / "2025" / f"{plan.form_id}.docx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    with books.write("Lập"):
        return papers.note_made(books, "DX-2025", Authority.COMMUNE, plan, path)


def test_a_paper_is_noted_with_its_place_and_bytes(filled):
    paper = make(filled)
    assert paper.path == "van_ban/2025/to_trinh.docx"
    assert paper.sha256 == hashlib.sha256(b"mot").hexdigest()
    assert papers.of_round(filled, "DX-2025") == (paper,)
    assert papers.absolute(filled, paper.path).read_bytes() == b"mot"


def test_number_and_date_stay_when_the_paper_is_made_again(filled):
    with filled.write("Số"):
        papers.give_number(filled, make(filled), "5/TTr-UBND", date(2025, 12, 21))
    again = make(filled, b"hai")
    assert (again.version, again.number, again.day) == (1, "5/TTr-UBND", date(2025, 12, 21))
    assert again.sha256 == hashlib.sha256(b"hai").hexdigest()


def test_a_signed_paper_is_never_overwritten_in_the_books(filled):
    scan = filled.folder.papers / "2025" / "ky.pdf"
    first = make(filled)
    scan.write_bytes(b"%PDF-")
    with filled.write("Ký"):
        signed = papers.attach_signed(filled, first, scan, "a" * 64)
    assert make(filled) == signed
    second = make(filled, b"khac")
    assert (second.version, second.signed_path) == (2, "")
    assert papers.versions(filled, "DX-2025") == (signed, second)
    assert papers.find(filled, "DX-2025", Authority.COMMUNE, "to_trinh") == second


def test_an_unknown_paper_is_said(filled):
    with pytest.raises(NotFoundError):
        papers.find(filled, "DX-2025", Authority.PROVINCE, "to_trinh")


def test_sealings_by_authority_and_version(filled):
    def sealing(version, authority=Authority.COMMUNE):
        return SealedDossier(
            "DX-2025",
            authority,
            version,
            f"{version}" * 64,
            date(2025, 12, 20 + version),
            "b" * 64,
            "goi.zip",
        )

    with filled.write("Chốt"):
        for value in (sealing(1), sealing(2), sealing(1, Authority.PROVINCE)):
            papers.save_sealed(filled, value)
    assert papers.last_sealed(filled, "DX-2025", Authority.COMMUNE) == sealing(2)
    assert papers.last_sealed(filled, "DX-2025", Authority.PRESIDENT) is None
    assert papers.sealed_authorities(filled) == {"DX-2025": (Authority.COMMUNE, Authority.PROVINCE)}
