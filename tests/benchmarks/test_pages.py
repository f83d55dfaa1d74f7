"""Pages beside the office program's own time per file, and memory over thousands of papers.

scripts/kiem_thu tests/benchmarks/test_pages.py -n 0 -p no:randomly -s
"""

from __future__ import annotations

import resource
import subprocess
import time
from pathlib import Path

import pytest

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.context import build_context
from khenthuong.documents.pdf import find_converter, programs
from khenthuong.documents.render import PaperRenderer
from khenthuong.paths import shipped
from tests.documents.invented import answers, facts, nominee_for

FORMS = load_forms(shipped("forms"), None)[0]
REPORT = FORMS["bao_cao_thanh_tich_ca_nhan"]
FILES = 40
PAPERS = 5_000
WARMED = 500
_KIB = 1024


def rendered(count: int) -> list[bytes]:
    renderer = PaperRenderer(template_path(REPORT, shipped("forms"), None), REPORT)
    context = build_context(REPORT, given := facts(), nominee_for(REPORT, given), answers(REPORT))
    return [renderer.render(context) for _ in range(count)]


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    made: list[Path] = []
    for number, data in enumerate(rendered(FILES)):
        path = tmp_path / f"bao-cao-{number:02}.docx"
        path.write_bytes(data)
        made.append(path)
    return made


def test_a_warm_converter_against_soffice_itself(reports: list[Path], tmp_path: Path) -> None:
    soffice = programs.soffice()
    converter = find_converter()
    assert soffice is not None
    assert converter is not None
    converter.convert(reports[0], tmp_path / "am.pdf")
    started = time.perf_counter()
    for path in reports:
        converter.convert(path, tmp_path / "ours" / f"{path.stem}.pdf")
    ours = time.perf_counter() - started
    converter.close()
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    command = [soffice, "--headless", "--norestore", profile, "--convert-to", "pdf"]
    command += ["--outdir", tmp_path / "theirs"]
    alone = _seconds([*command, reports[0]])
    batch = _seconds([*command, *reports])
    own = (batch - alone) / (FILES - 1)
    print(
        f"\nours {ours / FILES * 1000:.0f} ms a file, soffice's own {own * 1000:.0f} ms: "
        f"{ours / FILES / own:.2f}x"
    )
    assert ours / FILES <= 1.3 * own


def test_memory_stays_flat_over_thousands_of_papers() -> None:
    renderer = PaperRenderer(template_path(REPORT, shipped("forms"), None), REPORT)
    context = build_context(REPORT, given := facts(), nominee_for(REPORT, given), answers(REPORT))
    for _ in range(WARMED):
        renderer.render(context)
    before = _resident()
    for _ in range(PAPERS - WARMED):
        renderer.render(context)
    after = _resident()
    print(f"\n{before / _KIB:.1f} MiB after {WARMED} papers, {after / _KIB:.1f} after {PAPERS}")
    assert after <= before * 1.02


def _seconds(command: list[object]) -> float:
    started = time.perf_counter()
    subprocess.run(
        [str(part) for part in command],
        check=True,
        capture_output=True,
        env=programs.clean_environment(),
    )
    return time.perf_counter() - started


def _resident() -> int:
    """KiB at most held so far; a rise means that something was kept."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
