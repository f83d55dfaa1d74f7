"""Papers and packages of the sample tell nobody's discipline, complaint or identity number."""

import io
import re
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest

from khenthuong.documents.text import plain_text
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import DisciplineForm, Status
from khenthuong.services import demo
from khenthuong.services.appraisal import checking, rounds
from khenthuong.services.paperwork import papers
from khenthuong.services.workspace import Workspace, open_workspace

COMPLAINTS = ("đơn thư", "khiếu nại", "tố cáo", "xác minh", "xem xét đơn")
IDENTITY_NUMBER = re.compile(r"(?<![0-9a-f])\d{12}(?![0-9a-f])")


def sheet(name: str) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(demo.sample_workbook(), read_only=True)
    return list(book[name].iter_rows(values_only=True))[1:]


DISCIPLINED = [(str(row[0]), str(row[4] or "")) for row in sheet("Kỷ luật") if row[0]]
NAMES = {str(row[0]): str(row[1]) for row in sheet("Cá nhân")}


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> demo.DemoResult:
    return demo.run(tmp_path_factory.mktemp("demo") / "xa")


@pytest.fixture(scope="module")
def said(result: demo.DemoResult, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every paper and every text part of every package, by name."""
    found: dict[str, str] = {}
    for package in sorted(result.out.rglob("*.zip")):
        found |= dict(_parts(package.name, package.read_bytes()))
    out = tmp_path_factory.mktemp("papers")
    with open_workspace(result.out / demo.BOOKS) as ws:
        for summary in rounds.rounds(ws):
            papers.make(ws, summary.round.code, out / summary.round.code)
    for path in out.rglob("*.docx"):
        found[str(path.relative_to(out))] = plain_text(path.read_bytes())
    return found


def _parts(package: str, data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".docx"):
                yield f"{package}/{name}", plain_text(archive.read(name))
            elif name.endswith((".json", ".txt")):
                yield f"{package}/{name}", archive.read(name).decode()
            elif name.endswith(".xlsx"):
                rows = openpyxl.load_workbook(io.BytesIO(archive.read(name))).worksheets[0]
                yield f"{package}/{name}", str(list(rows.iter_rows(values_only=True)))


def test_the_sample_has_what_must_not_be_told(said: dict[str, str]) -> None:
    assert len(DISCIPLINED) >= 4
    assert len(said) > 300
    assert sum("manifest.json" in name for name in said) >= 5


def test_no_decision_on_discipline_is_told(said: dict[str, str]) -> None:
    numbers = [number for _, number in DISCIPLINED if number]
    assert [
        (number, name)
        for number in numbers
        for name, text in said.items()
        if re.search(rf"(?<!\d){re.escape(number)}", text)
    ] == []


def test_nobody_is_named_with_a_discipline(said: dict[str, str]) -> None:
    names = [NAMES[code] for code, _ in DISCIPLINED if code in NAMES]
    words = ("kỷ luật", "cảnh cáo", "khiển trách")
    assert [
        line
        for text in said.values()
        for line in text.splitlines()
        for name in names
        if name in line
        and any(word in line.lower() for word in words)
        and not line.startswith(("{'round", '{"'))
    ] == []


def test_a_complaint_is_only_that_it_is_not_yet_considered(said: dict[str, str]) -> None:
    held = NAMES[next(code for code, number in DISCIPLINED if not number)]
    lines = [line for text in said.values() for line in text.splitlines() if held in line]
    assert any("Chưa đủ điều kiện xét tại thời điểm này." in line for line in lines)
    about_work = ("bao-cao", "danh-sach")  # a duty may be «xử lý đơn thư»
    assert [
        (name, word)
        for name, text in said.items()
        for word in COMPLAINTS
        if word in text.lower()
        and not any(part in name for part in about_work)
        and "manifest" not in name
    ] == []
    assert [line for line in lines for word in COMPLAINTS if word in line.lower()] == []


def test_no_identity_number_is_told(said: dict[str, str]) -> None:
    assert [name for name, text in said.items() if IDENTITY_NUMBER.search(text)] == []


def test_opinions_of_the_notice_stay_in_the_books(said: dict[str, str]) -> None:
    opinions = [str(row[5]) for row in sheet("Niêm yết") if row[5]]
    told = [
        text
        for opinion in opinions
        if opinion[0].isdigit()
        for name, text in said.items()
        if name.endswith(".docx") and opinion in text
    ]
    assert told == []


def test_a_left_out_unit_reads_without_the_member(said: dict[str, str]) -> None:
    minutes = said["D1/xa/02-bien-ban-hop-hoi-dong.docx"]
    assert "Có cá nhân bị kỷ luật từ cảnh cáo trở lên trong năm 2025." in minutes


def test_papers_quote_as_papers_do(said: dict[str, str]) -> None:
    proofs = [text for name, text in said.items() if "phieu" in name and name.endswith(".docx")]
    assert len(proofs) > 80
    assert [text for text in proofs if "«" in text] == []


def test_one_s_own_discipline_is_told_in_general(result: demo.DemoResult) -> None:
    with open_workspace(result.out / demo.BOOKS) as ws:
        sentence = checking.paper_sentence(ws, _disciplined(ws))
    assert sentence == "Không đủ điều kiện do kỷ luật trong thời gian tính thành tích."


def _disciplined(ws: Workspace) -> Finding:
    """A finding as the rules make it, with all that paper leaves out."""
    from dataclasses import replace

    code = rounds.rounds(ws)[0].round.code
    some = checking.check(ws, code).nominations[0].findings[0]
    return replace(
        some,
        code="finding.disciplined",
        status=Status.NOT_MET,
        children=(),
        under_2022_text=None,
        wording="",
        arguments={
            "found": DisciplineForm.WARNING,
            "start": "10/06/2025",
            "end": "09/06/2026",
            "decision": "214/QĐ-UBND",
            "year": "2025",
        },
    )
