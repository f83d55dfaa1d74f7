"""Sealing: one package per authority, same data same bytes, nothing half-written."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from khenthuong.documents.pdf.steady import steady
from khenthuong.domain.kinds import Authority
from khenthuong.errors import CancelledError, UserError
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import packages, sealing
from khenthuong.services.paperwork import paper_register, papers
from khenthuong.services.workspace import Workspace, open_workspace

SUDDEN, MERIT = "D4", "D1"


def manifest(path: Path) -> dict[str, object]:
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("manifest.json"))


def one(result: sealing.SealResult, authority: Authority) -> sealing.SealedPackage:
    return next(p for p in result.packages if p.authority is authority)


def test_each_authority_gets_a_package_that_verifies(commune: Workspace, tmp_path: Path) -> None:
    result = sealing.seal(commune, MERIT, tmp_path / "goi")
    assert {p.authority for p in result.packages} == {Authority.COMMUNE, Authority.PROVINCE}
    assert [p for p in result.packages if packages.verify(p.path).problems] == []
    assert sum(p.nominations for p in result.packages) + len(result.left_out) == 77


def test_sealing_again_gives_the_same_version_and_bytes_on_another_day(
    commune: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = one(sealing.seal(commune, SUDDEN, tmp_path / "a"), Authority.COMMUNE)
    later = commune.today() + timedelta(days=40)
    monkeypatch.setattr(Workspace, "today", lambda _self: later)
    second = one(sealing.seal(commune, SUDDEN, tmp_path / "b"), Authority.COMMUNE)
    assert second.unchanged
    assert (second.version, second.sha256) == (first.version, first.sha256)
    assert second.path.read_bytes() == first.path.read_bytes()


def test_any_change_makes_the_next_version(commune: Workspace, tmp_path: Path) -> None:
    first = one(sealing.seal(commune, SUDDEN, tmp_path), Authority.COMMUNE)
    person = register.get(commune, manifest(first.path)["nominations"][1]["recipient"])
    register.save(commune, replace(person, position="Trưởng thôn mới"))
    second = one(sealing.seal(commune, SUDDEN, tmp_path), Authority.COMMUNE)
    assert (first.version, second.version) == (1, 2)
    assert first.path != second.path
    assert packages.verify(first.path).problems == ()


def test_what_is_kept_out_goes_in_with_a_reason_that_stays(
    commune: Workspace, tmp_path: Path
) -> None:
    before = sealing.seal(commune, SUDDEN, tmp_path / "a")
    out = before.left_out[0]
    rounds.override(commune, SUDDEN, out.recipient, out.award, "Kết luận số 05/KL", "Lưu Thị Án")
    after = sealing.seal(commune, SUDDEN, tmp_path / "b")
    rows = manifest(one(after, Authority.COMMUNE).path)["nominations"]
    kept = next(row for row in rows if row["recipient"] == out.recipient)
    assert kept["override"] == "Kết luận số 05/KL"
    assert len(after.left_out) == len(before.left_out) - 1


def test_signed_scans_travel_with_the_package(commune: Workspace, tmp_path: Path) -> None:
    paper_register.make(commune, SUDDEN)
    scan = tmp_path / "to-trinh-da-ky.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    paper_register.attach_signed(commune, SUDDEN, Authority.COMMUNE, "to_trinh", scan)
    package = one(sealing.seal(commune, SUDDEN, tmp_path / "goi"), Authority.COMMUNE)
    with zipfile.ZipFile(package.path) as archive:
        assert archive.read("06-ban-ky/to-trinh.pdf") == scan.read_bytes()


def test_a_paper_taken_in_is_packed_as_it_lies_there(commune: Workspace, tmp_path: Path) -> None:
    made = paper_register.make(commune, SUDDEN)
    proposal = next(p.path for p in made.papers if p.plan.form_id == "to_trinh")
    edited = proposal.read_bytes() + b"\0"
    proposal.write_bytes(edited)
    paper_register.take_in_edited(commune, SUDDEN, Authority.COMMUNE, "00-to-trinh.docx")
    package = one(sealing.seal(commune, SUDDEN, tmp_path / "goi"), Authority.COMMUNE)
    with zipfile.ZipFile(package.path) as archive:
        assert archive.read("00-to-trinh.docx") == edited


def test_names_are_frozen_with_the_nomination(commune: Workspace, tmp_path: Path) -> None:
    from khenthuong import storage

    sealing.seal(commune, SUDDEN, tmp_path)
    frozen = storage.rounds.frozen(commune.books, SUDDEN)
    assert {name.name for name in frozen.values()} >= {"Lê Trọng Huân"}


def test_unknown_round_and_round_without_nominations_are_refused(
    commune: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(UserError):
        sealing.seal(commune, "KHONG-CO", tmp_path)
    empty = replace(rounds.get_round(commune, SUDDEN), code="D9", name="Đợt trống")
    rounds.save_round(commune, empty)
    with pytest.raises(UserError) as caught:
        sealing.seal(commune, "D9", tmp_path)
    assert caught.value.code == "error.no_nominations"


def test_cancelling_leaves_no_package_and_no_record(commune: Workspace, tmp_path: Path) -> None:
    asked = iter([False, False, False, True])
    with pytest.raises(CancelledError):
        sealing.seal(commune, SUDDEN, tmp_path / "goi", cancelled=lambda: next(asked, True))
    assert not list((tmp_path / "goi").glob("*")) if (tmp_path / "goi").exists() else True
    assert one(sealing.seal(commune, SUDDEN, tmp_path / "goi"), Authority.COMMUNE).version == 1


def test_a_folder_inside_the_books_is_refused(commune: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        sealing.seal(commune, SUDDEN, commune.folder.evidence / "goi")
    assert caught.value.code == "error.out_inside_data"


def test_the_manifest_names_no_identity_number_and_no_birth_date(
    commune: Workspace, tmp_path: Path
) -> None:
    result = sealing.seal(commune, MERIT, tmp_path)
    text = "".join(json.dumps(manifest(p.path), ensure_ascii=False) for p in result.packages)
    for code in register.search(commune, register.RecipientKind.PERSON, ""):
        person = register.get(commune, code)
        assert not person.cccd or person.cccd not in text


def test_papers_are_the_same_as_those_made_without_sealing(
    commune: Workspace, tmp_path: Path
) -> None:
    made = papers.make(commune, MERIT, tmp_path / "van-ban")
    result = sealing.seal(commune, MERIT, tmp_path / "goi")
    package = one(result, Authority.PROVINCE)
    with zipfile.ZipFile(package.path) as archive:
        for paper in made.papers:
            if paper.authority is Authority.PROVINCE:
                name = f"{paper.plan.file_name}.docx"
                assert archive.read(name) == paper.path.read_bytes(), name


@pytest.mark.parametrize("delay", [0.35, 0.6, 0.9, 1.3, 1.8])
def test_killed_while_sealing_nothing_is_lost_or_half_written(
    commune_root: Path, tmp_path: Path, delay: float
) -> None:
    out = tmp_path / "goi"
    program = Path(__file__).parents[3] / "main.py"
    command = [
        sys.executable,
        str(program),
        "--data",
        str(commune_root),
        "package",
        MERIT,
        "--out",
        str(out),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    for path in [*out.glob("*.zip"), *out.glob(".*.zip")]:
        assert packages.verify(path).problems == ()
    with open_workspace(commune_root) as ws:
        result = sealing.seal(ws, MERIT, out)
        assert {p.version for p in result.packages} == {1}
        assert [p for p in result.packages if packages.verify(p.path).problems] == []
        assert not list(ws.folder.root.glob("goi-dang-lap-*"))
    assert [path.suffix for path in out.iterdir()] == [".zip", ".zip"]


def test_the_sealing_day_is_written_down(commune: Workspace, tmp_path: Path) -> None:
    package = one(sealing.seal(commune, SUDDEN, tmp_path), Authority.COMMUNE)
    assert date.fromisoformat(str(manifest(package.path)["sealed_on"])) == commune.today()


def test_the_outlook_is_what_sealing_does(commune: Workspace, tmp_path: Path) -> None:
    for code in (MERIT, SUDDEN):
        expected = sealing.outlook(commune, code)
        result = sealing.seal(commune, code, tmp_path / code)
        inside = {one.authority: one.nominations for one in expected if one.nominations}
        assert inside == {p.authority: p.nominations for p in result.packages}
        assert tuple(out for one in expected for out in one.left_out) == result.left_out
        assert all(one.unnumbered == one.unsigned == 0 for one in expected)


def test_the_outlook_counts_papers_that_wait_for_a_number(commune: Workspace) -> None:
    paper_register.make(commune, SUDDEN)
    expected = sealing.outlook(commune, SUDDEN)
    assert all(one.unnumbered == one.unsigned > 0 for one in expected)


def test_pages_lie_beside_the_papers_and_come_out_the_same_again(
    commune: Workspace, tmp_path: Path
) -> None:
    without = one(sealing.seal(commune, SUDDEN, tmp_path / "khong"), Authority.COMMUNE)
    first = one(sealing.seal(commune, SUDDEN, tmp_path / "a", pages=True), Authority.COMMUNE)
    assert (without.version, first.version) == (1, 2)
    with zipfile.ZipFile(first.path) as archive:
        names = archive.namelist()
        papers = [name for name in names if name.endswith(".docx")]
        assert {f"{name.removesuffix('.docx')}.pdf" for name in papers} <= set(names)
        page = PdfReader(io.BytesIO(archive.read("00-to-trinh.pdf"))).pages[0].extract_text()
    assert "TỜ TRÌNH" in page
    assert not packages.verify(first.path).problems
    second = one(sealing.seal(commune, SUDDEN, tmp_path / "b", pages=True), Authority.COMMUNE)
    assert (second.unchanged, second.sha256) == (True, first.sha256)


def test_a_pdf_made_on_another_day_has_the_same_bytes(commune: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("Ủy ban nhân dân xã")
    document.save(str(source))
    assert commune.converter is not None
    made = []
    for _ in range(2):
        commune.converter.convert(source, tmp_path / "a.pdf")
        made.append((tmp_path / "a.pdf").read_bytes())
        time.sleep(1.1)  # the PDF's own clock counts seconds
    assert made[0] != made[1]
    assert steady(made[0]) == steady(made[1])
    (tmp_path / "b.pdf").write_bytes(steady(made[0]))
    assert "Ủy ban nhân dân xã" in PdfReader(tmp_path / "b.pdf").pages[0].extract_text()
