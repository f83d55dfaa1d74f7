"""The packed program that runs: its folder, its versions side by side, and what waits there.

::

    KhenThuong              the program file; which version it is decides what runs
    ban-0.1.0/              all the rest of that version
    cap_nhat/0.1.0/         its program files once more, for the way back
    cap_nhat/ban_truoc.json which version was here before
    cap_nhat/viec.json      an exchange under way: read by the process that does it
    cap_nhat/ket_qua.json   how it ended: told once by the program that starts next
    portable.txt, du_lieu/  the office's own; never touched
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from khenthuong import __version__
from khenthuong.domain.updates import PRODUCT, PROGRAM_NAMES
from khenthuong.paths import install_folder, is_packed, version_folder

_UPDATES = "cap_nhat"
_HELPER = "KhenThuong-doi"
_UNFINISHED = ".dang-doi"


@dataclass(frozen=True)
class Program:
    """A packed program at its place: the folder of its program file, and its version."""

    folder: Path
    version: str = __version__

    @property
    def names(self) -> tuple[str, ...]:
        """Its program files: one on Linux, on Windows also the one of the command line."""
        return tuple(name for name in PROGRAM_NAMES if (self.folder / name).is_file())

    @property
    def main(self) -> Path:
        """The program file of the window."""
        return self.folder / (f"{PRODUCT}.exe" if self._windows else PRODUCT)

    @property
    def helper(self) -> Path:
        """Another version's program file while it is tried, and while it takes its place."""
        return self.folder / (f"{_HELPER}.exe" if self._windows else _HELPER)

    @property
    def waiting(self) -> Path:
        """Where a new version's folder is unpacked before it is whole."""
        return self.folder / _UPDATES / "dang_chep"

    @property
    def previous_note(self) -> Path:
        """Which version was here before."""
        return self.folder / _UPDATES / "ban_truoc.json"

    @property
    def job(self) -> Path:
        """What the exchanging process is to do."""
        return self.folder / _UPDATES / "viec.json"

    @property
    def result(self) -> Path:
        """How the last exchange ended."""
        return self.folder / _UPDATES / "ket_qua.json"

    @property
    def lock(self) -> Path:
        """Held while a version is laid or exchanged here."""
        return self.folder / _UPDATES / "dang_lam.lock"

    def files_of(self, version: str) -> Path:
        """The folder with the program files of a version."""
        return self.folder / _UPDATES / version

    def rest_of(self, version: str) -> Path:
        """The folder with all the rest of a version."""
        return self.folder / version_folder(version)

    def is_whole(self, version: str) -> bool:
        """Whether a version lies here with both its parts."""
        return (
            self.rest_of(version).is_dir() and (self.files_of(version) / self.main.name).is_file()
        )

    @property
    def _windows(self) -> bool:
        return (self.folder / f"{PRODUCT}.exe").is_file()


def here() -> Program | None:
    """The packed program this process runs from; None when it runs from the source."""
    return Program(install_folder()) if is_packed() else None


def platform_name() -> str:
    """What a build runs on, as update files name it: «linux-x86_64», «windows-amd64»."""
    system = "windows" if sys.platform == "win32" else sys.platform
    return f"{system}-{platform.machine().lower()}"


def keep_program_files(program: Program) -> None:
    """Copy the running version's program files aside, for the way back; raises OSError."""
    target = program.files_of(program.version)
    target.mkdir(parents=True, exist_ok=True)
    for name in program.names:
        copy_whole(program.folder / name, target / name)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file beside its target, flush it, put it in place at once; raises OSError."""
    staged = target.with_name(target.name + _UNFINISHED)
    try:
        shutil.copyfile(source, staged)
        staged.chmod(0o755)
        with staged.open("rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(staged, target)
    finally:
        with contextlib.suppress(OSError):
            staged.unlink()


def write_note(path: Path, said: Mapping[str, object]) -> None:
    """Write a small JSON file whole or not at all; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(path.name + _UNFINISHED)
    with staged.open("wb") as stream:
        stream.write(json.dumps(said, ensure_ascii=False, indent=1).encode())
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(staged, path)


def read_note(path: Path) -> Mapping[str, Any]:
    """A small JSON file; nothing when it is not there or cannot be read."""
    try:
        said: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", said) if isinstance(said, dict) else {}


def sweep(program: Program) -> None:
    """Remove what an update that was broken off left, and versions older than the one before.

    Nothing happens while a version is being laid or exchanged. What cannot be removed now (a
    virus scanner holds it) is removed another time.
    """
    from khenthuong.errors import BooksError
    from khenthuong.storage import lock

    if not program.lock.parent.is_dir():
        return
    with contextlib.suppress(BooksError, OSError), lock.hold(program.lock):
        _sweep(program)


def _sweep(program: Program) -> None:
    kept = {program.version, str(read_note(program.previous_note).get("version", ""))}
    for left in (program.waiting, program.job, program.helper):
        remove(left)
    for left in program.folder.glob(f"*{_UNFINISHED}"):
        remove(left)
    for folder in program.folder.glob(version_folder("*")):
        if folder.name not in {version_folder(one) for one in kept}:
            remove(folder)
    for folder in program.previous_note.parent.iterdir():
        if folder.is_dir() and folder.name not in kept:
            remove(folder)


def remove(path: Path) -> None:
    """Remove a file or a folder of ours, as far as the system lets us."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
