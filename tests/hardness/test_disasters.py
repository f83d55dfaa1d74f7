"""Disks that are full, folders that may not be written, sticks that go, clocks that run back."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections import Counter
from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.errors import BooksError, UserError
from khenthuong.paths import DataFolder
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import packages, sealing
from khenthuong.services.paperwork import papers
from khenthuong.services.safety import backups, doctor
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.storage import pragmas
from khenthuong.texts import say
from tests import factories
from tests.hardness import deeds, refusing
from tests.hardness.acts import ROUND
from tests.hardness.test_kills import count

LIMITS = (2_000, 20_000, 200_000, 1_500_000)
"""Bytes a file may grow to: what is refused is the journal, the books, or the large files."""


@pytest.fixture(scope="module")
def furnished(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample's books, what the deeds take in, and a package from elsewhere."""
    folder = tmp_path_factory.mktemp("san")
    shutil.copytree(sample_root, folder / "noi-khac")
    with open_workspace(folder / "noi-khac") as ws:
        deeds.package_for(ws, folder)
    shutil.rmtree(folder / "noi-khac")
    shutil.copytree(sample_root, folder / "so")
    _rename_office(folder / "so")
    deeds.furnish(folder)
    return folder


def _rename_office(root: Path) -> None:
    with open_workspace(root) as ws:
        now = storage.office.get_office(ws.books)
        assert now is not None
        with ws.books.write("Đổi tên"):
            storage.office.save_office(ws.books, replace(now, name="Ủy ban nhân dân Xã Khác"))


@pytest.fixture
def ground(furnished: Path) -> Generator[Path]:
    """A copy that other users may reach too."""
    folder = Path(tempfile.mkdtemp(prefix="khenthuong-gian-nan-"))
    shutil.copytree(furnished, folder, dirs_exist_ok=True)
    folder.chmod(0o755)
    yield folder
    subdue(folder)
    shutil.rmtree(folder)


def subdue(folder: Path) -> None:
    """Let everything be removed again."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)


def half(folder: Path) -> list[str]:
    """Unfinished files outside the data folder."""
    return [p.name for p in (folder / "ngoai").rglob("*") if p.name.endswith((".tmp", ".dang-ghi"))]


def state(folder: Path) -> dict[str, int]:
    """Rows of every table; the books must be sound."""
    assert pragmas.full_check(DataFolder(folder / "so").database) == []
    with open_workspace(folder / "so") as ws:
        return count(ws)


def assert_told(tally: Counter[str], wrong: list[str], outcome: tuple[str, str], what: str) -> None:
    """Fine or told in Vietnamese; anything else is noted as wrong."""
    tally[outcome[0]] += 1
    if outcome[0] not in ("fine", "told"):
        wrong.append(f"{what}: {outcome[0]}\n{outcome[1]}")


def test_disk_full(ground: Path, amount, figure) -> None:
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    for deed in list(deeds.DEEDS)[:: amount(10, 1)]:
        before = state(ground)
        for limit in LIMITS[: amount(1, len(LIMITS))]:
            outcome = refusing.attempt(ground / "so", ground, deed, limit)
            assert_told(tally, wrong, outcome, f"{deed} {limit}")
            assert half(ground) == []
            after = state(ground)
            assert {t: n for t, n in before.items() if after[t] < n} == {}
        assert refusing.attempt(ground / "so", ground, deed)[0] == "fine", deed
    assert not wrong, "\n".join(wrong)
    figure("đĩa đầy", dict(tally))


def test_folder_of_the_clerk_is_read_only(ground: Path, amount, figure) -> None:
    chosen = deeds.OUTSIDE[:: amount(6, 1)]
    for deed in chosen:
        (ground / "ngoai").chmod(0o555)
        outcome = refusing.attempt(ground / "so", ground, deed, bare=True)
        assert outcome[0] == "told", (deed, outcome)
        (ground / "ngoai").chmod(0o755)
        assert refusing.attempt(ground / "so", ground, deed, bare=True)[0] == "fine", deed
    figure("thư mục chỉ đọc: việc đã thử", len(chosen))


@pytest.mark.parametrize("part", ["so", "so/van_ban"])
def test_part_of_the_data_folder_is_read_only(part: str, ground: Path, amount, figure) -> None:
    before = state(ground)
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    places = [ground / part, *(p for p in (ground / part).rglob("*") if part != "so")]
    for path in places:
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o222)
    if part == "so":
        DataFolder(ground / "so").database.chmod(0o444)
    for deed in (
        ["save_evidence", "back_up", "make_papers", "draft"] if amount(0, 1) == 0 else deeds.DEEDS
    ):
        outcome = refusing.attempt(ground / "so", ground, deed, bare=True)
        assert_told(tally, wrong, outcome, f"{deed} {part}")
    for path in places:
        path.chmod(stat.S_IMODE(path.stat().st_mode) | 0o200)
    DataFolder(ground / "so").database.chmod(0o644)
    assert not wrong, "\n".join(wrong)
    after = state(ground)
    assert {t for t, n in before.items() if after[t] < n} == set()
    assert tally["told"] > 0
    figure(f"chỉ đọc «{part}»", dict(tally))


def test_books_open_in_another_program(ground: Path) -> None:
    with open_workspace(ground / "so"):
        outcome = refusing.attempt(ground / "so", ground, "save_person")
    assert outcome[0] == "told"
    assert "[books.locked]" in outcome[1]


def test_books_held_by_a_program_that_is_not_ours(ground: Path) -> None:
    held = sqlite3.connect(DataFolder(ground / "so").database, isolation_level=None)
    try:
        held.execute("BEGIN EXCLUSIVE")
        outcome = refusing.attempt(ground / "so", ground, "save_person")
        held.execute("ROLLBACK")
    finally:
        held.close()
    assert outcome[0] == "told", outcome
    assert refusing.attempt(ground / "so", ground, "save_person")[0] == "fine"


@pytest.mark.parametrize("deed", ["seal", "export", "papers_outside"])
@pytest.mark.parametrize("at", [0, 9])
def test_a_stick_pulled_out_in_the_middle(deed: str, at: int, ground: Path) -> None:
    before = state(ground)
    out = ground / "ngoai"
    steps = 0

    def pull(_done: int, _total: int, _what: str) -> None:
        nonlocal steps
        steps += 1
        if steps == at + 1:
            shutil.rmtree(out)
            out.write_bytes(b"")  # nothing can be made in its place

    acts = {
        "seal": lambda ws: sealing.seal(ws, ROUND, out, pull),
        "export": lambda ws: backups.export(ws, out, pull),
        "papers_outside": lambda ws: papers.make(ws, ROUND, out / "giay", pull),
    }
    with open_workspace(ground / "so") as ws:
        with pytest.raises(UserError) as caught:
            acts[deed](ws)
        assert say(caught.value.code, caught.value.arguments)
        out.unlink()
        out.mkdir()
        found = sealing.seal(ws, ROUND, out).packages
        assert [p.version for p in found] == [1]
        assert packages.verify(found[0].path).problems == ()
    after = state(ground)
    assert {t for t, n in before.items() if after[t] < n} == set()


@pytest.mark.parametrize("back", [1, 9_000])
def test_a_clock_set_back(back: int, ground: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    today = date.today()
    out = ground / "ngoai"
    with open_workspace(ground / "so") as ws:
        first = sealing.seal(ws, ROUND, out).packages[0]
        kept = storage.backup.back_up(ws.books, "thu", datetime.now())
        monkeypatch.setattr(Workspace, "today", lambda _self: today - timedelta(days=back))
        again = sealing.seal(ws, ROUND, out).packages[0]
        assert (again.version, again.sha256) == (first.version, first.sha256)
        one = rounds.nominations(ws, ROUND)[0]
        rounds.save_nomination(ws, replace(one, content="Đổi sau khi đồng hồ lùi"))
        later = sealing.seal(ws, ROUND, out).packages
        assert [(p.version, packages.verify(p.path).problems) for p in later] == [(2, ())]
        older = storage.backup.back_up(ws.books, "thu", datetime.now() - timedelta(days=back))
        assert kept.exists()
        assert older.exists()
        register.save(ws, factories.person("CN-LUI"))
    found = doctor.examine(ground / "so", rules=False, now=datetime.now() - timedelta(days=back))
    assert "doctor.operations_ahead" in {one.code for one in found} or back == 1


if refusing.can_mount():  # as root; the limit on file sizes above asks the same of everybody

    @pytest.mark.parametrize("kilobytes", [300, 3_000])
    def test_a_small_stick_is_full(kilobytes: int, ground: Path, amount, figure) -> None:
        out = ground / "ngoai"
        chosen = deeds.OUTSIDE if amount(0, 1) else ("seal",)
        for deed in chosen:
            with refusing.small_disk(out, kilobytes):
                with suppress(OSError), (out / "day.bin").open("wb") as stream:
                    while True:
                        stream.write(b"\0" * 4_096)
                outcome = refusing.attempt(ground / "so", ground, deed)
                assert outcome[0] == "told", (deed, outcome)
                assert [p.name for p in out.rglob("*") if p.is_file()] == ["day.bin"], deed
            assert refusing.attempt(ground / "so", ground, deed)[0] == "fine", deed
        figure(f"thẻ nhớ {kilobytes} KB đầy: việc đã thử", len(chosen))


def test_links_and_pipes_are_no_evidence(ground: Path) -> None:
    odd = ground / "ngoai"
    (odd / "lien-ket.pdf").symlink_to("/etc/passwd")
    os.mkfifo(odd / "ong.pdf")
    (odd / "thu-muc.pdf").mkdir()
    with open_workspace(ground / "so") as ws:
        register.save(ws, factories.person("CN-LK"))
        register.save_record(ws, factories.achievement("KQ-LK", recipient="CN-LK"))
        for name in ("lien-ket.pdf", "ong.pdf", "thu-muc.pdf", "khong-co.pdf"):
            with pytest.raises(BooksError) as caught:
                register.add_evidence(ws, "KQ-LK", odd / name)
            assert say(caught.value.code, caught.value.arguments)
