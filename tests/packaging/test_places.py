"""Where a packed program finds its own folders and the office's data."""

import shutil
import sys
from pathlib import Path

import pytest

from khenthuong import paths
from khenthuong.services import demo
from khenthuong.services.appraisal import rounds
from khenthuong.services.workspace import open_workspace


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds a packed program; this process says it is that program."""
    folder = tmp_path / "USB" / "KhenThuong"
    folder.mkdir(parents=True)
    monkeypatch.delenv(paths.HOME_VARIABLE)
    _run_from(folder, monkeypatch)
    return folder


def _run_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "KhenThuong"))


def test_shipped_folders_lie_in_the_folder_of_the_packed_version(packed: Path) -> None:
    assert paths.shipped("forms") == packed / paths.version_folder() / "forms"


def test_without_the_mark_the_data_stays_on_the_computer(packed: Path) -> None:
    assert packed not in paths.default_data_folder().parents


def test_with_the_mark_the_data_lies_beside_the_program(packed: Path) -> None:
    (packed / paths.PORTABLE_MARK).touch()
    assert paths.default_data_folder() == packed / "du_lieu"


def test_a_given_home_goes_before_the_mark(packed: Path, monkeypatch) -> None:
    (packed / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv(paths.HOME_VARIABLE, str(packed.parent / "khac"))
    assert paths.default_data_folder() == packed.parent / "khac"


def test_books_moved_with_the_program_are_the_same_books(packed: Path, monkeypatch) -> None:
    (packed / paths.PORTABLE_MARK).touch()
    (packed / paths.version_folder()).mkdir()
    for folder in paths.SHIPPED_FOLDERS:
        shown = packed / paths.version_folder() / folder
        shown.parent.mkdir(exist_ok=True)
        shown.symlink_to(Path(__file__).parents[2] / folder)
    demo.open_sample(paths.default_data_folder())
    before = _rounds()
    assert before
    moved = packed.parent.parent / "o_khac" / "KhenThuong"
    moved.parent.mkdir()
    shutil.move(packed, moved)
    _run_from(moved, monkeypatch)
    assert paths.default_data_folder() == moved / "du_lieu"
    assert _rounds() == before


def _rounds() -> list[str]:
    with open_workspace(paths.default_data_folder()) as ws:
        return [summary.round.code for summary in rounds.rounds(ws)]


def test_every_shipped_folder_is_there() -> None:
    assert all(paths.shipped(folder).is_dir() for folder in paths.SHIPPED_FOLDERS)
