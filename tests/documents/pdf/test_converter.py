"""PDFs by the LibreOffice of this computer: whole, warm, and refused where a file is broken."""

import subprocess
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from khenthuong.documents.pdf import bridge, find_converter, programs
from khenthuong.documents.pdf.converter import ColdOffice, WarmOffice
from khenthuong.errors import UserError

WORDS = "Giấy khen của Chủ tịch Ủy ban nhân dân xã Vĩnh Khê Thượng"


@pytest.fixture(scope="module")
def converter():
    found = find_converter()
    assert found is not None, "scripts/kiem_thu installs LibreOffice"
    yield found
    found.close()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "giấy khen.docx"
    document = docx.Document()
    document.add_paragraph(WORDS)
    document.add_page_break()
    document.add_paragraph("Trang hai")
    document.save(str(path))
    return path


def words(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_every_letter_and_page_is_there(converter, paper, tmp_path) -> None:
    converter.convert(paper, tmp_path / "ra" / "giấy khen.pdf")
    first, second = words(tmp_path / "ra" / "giấy khen.pdf")
    assert WORDS in first
    assert "Trang hai" in second


def test_a_broken_file_is_refused_and_the_next_one_made(converter, paper, tmp_path) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 hong")
    with pytest.raises(UserError, match=r"hong\.docx"):
        converter.convert(broken, tmp_path / "hong.pdf")
    assert not list(tmp_path.glob("hong.pdf*"))
    converter.convert(paper, tmp_path / "a.pdf")
    assert WORDS in words(tmp_path / "a.pdf")[0]


def test_an_office_program_that_died_is_begun_again(converter, paper, tmp_path) -> None:
    assert isinstance(converter, WarmOffice)
    converter.convert(paper, tmp_path / "a.pdf")
    process = converter._process
    assert process is not None
    process.kill()
    process.wait()
    bridge.end(converter._office)
    converter.convert(paper, tmp_path / "b.pdf")
    assert WORDS in words(tmp_path / "b.pdf")[0]


def test_closing_leaves_no_program_and_no_profile_behind(paper, tmp_path) -> None:
    python = programs.office_python()
    soffice = programs.soffice()
    assert python is not None
    assert soffice is not None
    made = WarmOffice(soffice, python)
    made.convert(paper, tmp_path / "a.pdf")
    profile, office = Path(made._profile), made._office
    made.close()
    assert not profile.exists()
    running = subprocess.run(
        ["ps", "-o", "stat=", "-g", str(office)], capture_output=True, text=True, check=False
    )
    assert [state for state in running.stdout.split() if not state.startswith("Z")] == []


def test_without_its_python_libreoffice_is_asked_file_by_file(paper, tmp_path) -> None:
    soffice = programs.soffice()
    assert soffice is not None
    ColdOffice(soffice).convert(paper, tmp_path / "a.pdf")
    assert WORDS in words(tmp_path / "a.pdf")[0]
