"""Secrets planted in the books (identity numbers, birth dates, complaints) and looked for in every
paper, every file of every package, and every reply: bytes of every part, not only what is printed.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import DisciplineForm, Part
from khenthuong.domain.receiving import Flag
from khenthuong.domain.records import Discipline
from khenthuong.domain.register import PartialDate
from khenthuong.errors import UserError
from khenthuong.services import office, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import sealing
from khenthuong.services.paperwork import office_papers, papers
from khenthuong.services.transfer import incoming, receiving, replying
from khenthuong.services.workspace import Workspace, open_workspace
from tests.services.paperwork.test_office_forms import said, subject_for

BORN = re.compile(r"(?<!\d)(?:17|18|19)/0?8/(?:1961|1971)|08/(?:1961|1971)|(?:1961|1971)-08")
"""No day of the sample itself: all persons are born in August of these two years, by our hand."""
NUMBER = re.compile(r"0990\d{8}")
COMPLAINT = "TOCAO-77/ĐT"
WORDS = ("tocao-77", "tố cáo", "khiếu nại")
OF_ONESELF = ("bao_cao_", "ba_me_01", "03-bao-cao")
"""Statutory reports on a person, which ask for the day of birth."""


@pytest.fixture(scope="module")
def planted(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a secret for everybody."""
    root = tmp_path_factory.mktemp("kin") / "so"
    shutil.copytree(sample_root, root)
    with open_workspace(root) as ws, ws.books.write("Cài"):
        for number, one in enumerate(storage.register.persons(ws.books).values()):
            born = PartialDate(1961 if number % 2 else 1971, 8, 17 + number % 3)
            storage.register.save(
                ws.books, replace(one, cccd=f"0990{number:08}", born=born, note=COMPLAINT)
            )
        nominated = {n.recipient for s in rounds.rounds(ws) for n in _nominations(ws, s)}
        for code in sorted(nominated)[::5]:
            hold = Discipline(code, _hold(), date(2025, 3, 1), None, COMPLAINT)
            storage.records.save(ws.books, hold)
    return root


def _nominations(ws: Workspace, summary: rounds.RoundSummary):
    return rounds.nominations(ws, summary.round.code)


def _hold() -> DisciplineForm:
    return next(form for form in DisciplineForm if form.is_hold)


def everything(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every text inside a file: parts of zips in zips; tags are taken out so that runs join."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield from everything(f"{name}!{entry.filename}", archive.read(entry))
                if entry.comment or entry.extra:
                    yield f"{name}!{entry.filename}#", repr((entry.comment, entry.extra))
        return
    text = data.decode("utf-8", "replace")
    if name.endswith((".xml", ".rels")):
        joined = re.sub(r"</w:p>|</w:tc>|</si>|</c>", "\n", text)
        text = re.sub(r"<[^>]*>", "", joined) + "\n" + " ".join(re.findall(r'"([^"]*)"', text))
    yield name, text


@pytest.fixture(scope="module")
def told(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Everything that leaves the office, by name."""
    out = tmp_path_factory.mktemp("ra")
    with open_workspace(planted) as ws:
        for summary in rounds.rounds(ws):
            code = summary.round.code
            papers.make(ws, code, out / "giay" / code)
            sealing.seal(ws, code, out / "goi")
        _on_demand(ws, out / "theo-yeu-cau")
    _replies(out)
    return {
        name: text
        for path in sorted(out.rglob("*"))
        if path.is_file()
        for name, text in everything(path.relative_to(out).as_posix(), path.read_bytes())
    }


def _on_demand(ws: Workspace, out: Path) -> None:
    from tests.village_round import CODE, add_village_round

    counts = storage.rounds.nomination_counts(ws.books)
    biggest = max(counts, key=lambda code: counts[code])
    add_village_round(ws)
    out.mkdir()
    for form in ws.forms.values():
        if form.on_demand and form.id not in ("quyet_dinh_thon_van_hoa", "giay_xac_nhan_sang_kien"):
            village = form.group == "Gia đình, thôn văn hóa"
            subject = subject_for(ws, form, CODE if village else biggest)
            # A list that would have no line is refused; how many are made is counted below.
            with suppress(UserError):
                made = office_papers.make(ws, form.id, subject, said(form))
                shutil.copyfile(made.path, out / f"{form.id}.docx")


def _replies(out: Path) -> None:
    """A province that takes the packages in and sends them back."""
    province = out.parent / f"{out.name}-tinh"
    office.start_books(province, office="Sở Nội vụ", province="Tỉnh Thử Nghiệm", level="tinh")
    with open_workspace(province) as ws:
        for path in sorted((out / "goi").rglob("*.zip")):
            found = incoming.look_at(path, ws.pages_folder)
            code = receiving.take_in(ws, receiving.preview(ws, found)).code
            draft = replying.Draft(flags=(Flag("", "", Part.WHOLE, "Thiếu chữ ký"),))
            replying.write(ws, code, draft, out / "tra-loi")


def test_secrets_were_planted_and_much_left_the_office(
    planted: Path, told: dict[str, str], figure
) -> None:
    with open_workspace(planted) as ws:
        persons = storage.register.persons(ws.books).values()
        assert all(NUMBER.fullmatch(one.cccd) for one in persons)
        held = [
            one
            for found in storage.records.disciplines(ws.books).values()
            for one in found
            if one.decision_number == COMPLAINT
        ]
        assert len(held) > 10
        assert register.history(ws, held[0].recipient)
    assert sum("manifest.json" in name for name in told) >= 8
    assert sum(name.startswith("tra-loi") for name in told) >= 4
    assert sum(name.endswith("!word/document.xml") for name in told) > 300
    assert sum(n.startswith("theo-yeu-cau") and n.endswith("!word/document.xml") for n in told) > 15
    figure("bí mật đã cài: người", len(persons))
    figure("bí mật: phần tệp đã dò", len(told))


def test_no_identity_number_leaves(told: dict[str, str]) -> None:
    assert [name for name, text in told.items() if NUMBER.search(text)] == []


def test_birth_dates_only_in_reports_on_oneself(told: dict[str, str]) -> None:
    found = [name for name, text in told.items() if BORN.search(text)]
    assert [name for name in found if not any(part in name for part in OF_ONESELF)] == []
    assert found != []  # the reports do ask for it: the search finds what is there


def test_nothing_of_a_complaint_leaves(told: dict[str, str]) -> None:
    assert [name for name, text in told.items() if WORDS[0] in text.casefold()] == []
    # «đơn thư» may be somebody's duty in a report; the words of a complaint are nobody's.
    spoken = [
        (name, word)
        for name, text in told.items()
        for word in WORDS[1:]
        if word in text.casefold() and not any(part in name for part in OF_ONESELF)
    ]
    assert spoken == []
