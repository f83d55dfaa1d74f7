"""Backups as the office uses them: daily, before an import, out to a stick and back."""

from __future__ import annotations

import resource
import shutil
import signal
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.errors import CancelledError, UserError
from khenthuong.services import register
from khenthuong.services.paperwork import paper_register
from khenthuong.services.safety import backups
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.storage import backup_notes

FOLDERS = ("minh_chung", "van_ban", "forms", "templates_docx", "nhap")


def everything(root: Path) -> dict[str, bytes]:
    """Every file beside the books, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for name in FOLDERS
        for path in (root / name).rglob("*")
        if path.is_file()
    }


def people(ws: Workspace) -> list[str]:
    """The codes of everybody in the register."""
    return [code for kind in RecipientKind for code in register.search(ws, kind)]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(commune: Workspace) -> Workspace:
    """The sample commune with papers made and a province's form."""
    paper_register.make_form(commune, "D1", "to_trinh")
    (commune.folder.forms / "tinh.toml").write_text("# riêng của tỉnh", encoding="utf-8")
    return commune


def test_the_first_opening_of_a_day_makes_one_backup(commune: Workspace) -> None:
    morning = datetime(2026, 3, 2, 7, 30)
    assert backups.daily(commune, morning) is not None
    assert backups.daily(commune, morning + timedelta(hours=5)) is None
    assert backups.daily(commune, morning + timedelta(days=1)) is not None
    days = [one.made_at.day for one in backups.listed(commune) if one.reason == "dau-ngay"]
    assert days == [3, 2]


def test_books_without_an_office_are_not_backed_up_daily(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "moi") as ws:
        assert backups.daily(ws) is None


def test_a_zip_restores_whole_on_another_computer(
    filled: Workspace, stick: Path, tmp_path: Path
) -> None:
    done = backups.export(filled, stick)
    assert [path.name for path in stick.iterdir()] == [done.path.name]
    other = tmp_path / "may-khac"
    backups.restore(other, done.path)
    assert everything(other) == everything(filled.folder.root)
    assert not list(other.glob("phuc-hoi-*"))
    with open_workspace(other) as ws:
        assert people(ws) == people(filled)
        papers = paper_register.list_papers(ws, "D1")
        assert papers == paper_register.list_papers(filled, "D1")


def test_an_unpacked_zip_is_a_data_folder(filled: Workspace, stick: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backups.export(filled, stick).path) as archive:
        archive.extractall(tmp_path / "giai-nen")
        assert "Phục hồi" in archive.read(backups.README).decode("utf-8-sig")
    with open_workspace(tmp_path / "giai-nen") as ws:
        assert people(ws) == people(filled)
    assert everything(tmp_path / "giai-nen") == everything(filled.folder.root)


def test_looking_into_a_zip_says_what_it_holds_and_what_would_be_lost(
    filled: Workspace, stick: Path
) -> None:
    done = backups.export(filled, stick)
    one = register.search(filled, RecipientKind.PERSON)[0]
    register.to_bin(filled, one)
    looked = backups.look(filled.folder.root, done.path)
    assert looked.sound
    assert looked.lost is not None
    assert looked.lost.operations == 1
    said = "\n".join(backups.contents_lines(looked))
    assert f"Bỏ {one} vào thùng rác" in said
    assert backups.as_json(looked)["files"] == len(everything(filled.folder.root))


def test_a_flipped_byte_in_the_zip_is_found_and_named(
    filled: Workspace, stick: Path, tmp_path: Path
) -> None:
    done = backups.export(filled, stick)
    with zipfile.ZipFile(done.path) as archive:
        name = next(n for n in archive.namelist() if n.startswith("van_ban/") and "docx" in n)
        info = archive.getinfo(name)
    data = bytearray(done.path.read_bytes())
    data[info.header_offset + 200 + info.file_size // 2] ^= 0xFF
    done.path.write_bytes(data)
    looked = backups.look(filled.folder.root, done.path)
    assert [code for code, _ in looked.contents.problems] == ["backup.files_missing"]
    with pytest.raises(UserError) as caught:
        backups.restore(tmp_path / "khac", done.path)
    assert caught.value.code == "backup.files_missing_refused"
    assert caught.value.arguments["files"] == (name,)


@pytest.mark.parametrize("keep", [0, 100, 0.5])
def test_half_a_zip_is_no_backup(filled: Workspace, stick: Path, tmp_path: Path, keep) -> None:
    done = backups.export(filled, stick)
    data = done.path.read_bytes()
    done.path.write_bytes(data[: int(keep if keep != 0.5 else len(data) / 2)])
    with pytest.raises(UserError) as caught:
        backups.restore(tmp_path / "khac", done.path)
    assert caught.value.code == "backup.not_zip"
    assert not (tmp_path / "khac" / "khenthuong.sqlite").exists()


def test_a_stick_pulled_out_in_the_middle_is_told(filled: Workspace, stick: Path) -> None:
    def pull(done: int, total: int, what: str) -> None:
        if what == "khenthuong.sqlite":
            shutil.rmtree(stick, ignore_errors=True)

    with pytest.raises(UserError) as caught:
        backups.export(filled, stick, pull)
    assert caught.value.code == "backup.drive_gone"
    assert not stick.exists()


@contextmanager
def largest_file(size: int) -> Generator[None]:
    """A disk that takes no file larger than this: the system itself refuses the write."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_stick_that_takes_no_more_keeps_no_half_file(filled: Workspace, stick: Path) -> None:
    evidence = filled.folder.evidence / "aa" / f"{'a' * 64}.pdf"
    evidence.parent.mkdir(exist_ok=True)
    evidence.write_bytes(bytes(range(256)) * 30_000)
    backups.back_up(filled)  # the store has it already: only the stick is short
    with largest_file(7_000_000), pytest.raises(UserError) as caught:
        backups.export(filled, stick)
    assert caught.value.code == "error.cannot_write"
    assert list(stick.iterdir()) == []


def test_cancelling_leaves_the_stick_empty(filled: Workspace, stick: Path) -> None:
    steps: list[str] = []

    def progress(done: int, total: int, what: str) -> None:
        steps.append(what)

    with pytest.raises(CancelledError):
        backups.export(filled, stick, progress, lambda: "khenthuong.sqlite" in steps)
    assert list(stick.iterdir()) == []


def test_a_backup_inside_the_data_folder_is_refused(commune: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        backups.export(commune, commune.folder.papers)
    assert caught.value.code == "backup.inside_data"


def test_restoring_inside_the_folder_brings_back_deleted_papers(
    filled: Workspace, commune_root: Path
) -> None:
    copy = backups.back_up(filled)
    (paper,) = [
        one
        for one in paper_register.list_papers(filled, "D1")
        if one.authority is Authority.COMMUNE
    ]
    root = filled.folder.root
    before = everything(root)
    (root / paper.path).unlink()
    backups.look(root, copy)
    # Restoring wants the books closed: a copy of the folder stands in for the next start.
    shutil.copytree(root, commune_root.with_name("mo-lai"))
    again = commune_root.with_name("mo-lai")
    done = backups.restore(again, again / "sao_luu" / copy.name)
    assert everything(again) == before
    assert done.files == 1
    assert backup_notes.read(Path(str(done.kept))) is not None
