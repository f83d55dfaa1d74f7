"""Exchange the program file while no window is open, done by a process of the version to come.

Which version runs depends on the program file alone, and that is replaced at once. Whenever the
computer stops, either version starts.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong.errors import BooksError, UserError
from khenthuong.paths import install_folder
from khenthuong.services.updating import program as places
from khenthuong.services.updating.preparing import environment
from khenthuong.services.updating.program import Program
from khenthuong.storage import lock, migrations

ARGUMENT = "--doi-ban"
"""Hidden first argument of the program: do the exchange described beside it."""
_PATIENCE = 60.0
"""Seconds that the old program may take to end, and a file to be let go."""
_PAUSE = 0.2
_SYNCHRONIZE = 0x00100000
_DETACHED = 0x00000008 | 0x00000200
_BACK, _FORTH = "truoc", "moi"
_launched: list[subprocess.Popen[Any]] = []
"""Kept, because they outlive this process and nobody waits for them."""


@dataclass(frozen=True)
class Ended:
    """How an exchange ended, for the program that starts next: `code` and its arguments."""

    code: str
    arguments: Mapping[str, Any]
    good: bool


def start(
    program: Program,
    version: str,
    data: Sequence[str] = (),
    *,
    restore: tuple[Path, Path] | None = None,
    back: bool = False,
) -> None:
    """Start the process that waits for this one to end and then exchanges the program file.

    `data` are arguments for the program started afterwards; `restore` is (data folder, backup) to
    be laid back by the older version first. Raises UserError when it cannot be started.
    """
    job = {
        "pid": os.getpid(),
        "version": version,
        "from": program.version,
        "schema": migrations.LATEST,
        "kind": _BACK if back else _FORTH,
        "arguments": list(data),
        "restore": [str(path) for path in restore] if restore else [],
    }
    try:
        places.copy_whole(program.files_of(version) / program.main.name, program.helper)
        places.write_note(program.job, job)
        _launch([str(program.helper), ARGUMENT], program.folder)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise UserError("update.cannot_write", folder=program.folder, reason=reason) from cause


def run() -> int:
    """What the process does: wait, lay back a backup when asked, exchange, start the program."""
    folder = install_folder()
    program = Program(folder)
    job = places.read_note(program.job)
    if not job:
        return 1
    code, told = "update.done", {"version": job["version"], "former": job["from"]}
    try:
        with lock.hold(program.lock):
            _wait_for_end(int(job["pid"]))
            kept = _lay_back(job["restore"])
            _exchange(program, job)
            if job["kind"] == _BACK:
                code = "update.back_restored" if kept else "update.back_done"
                told["kept"] = kept
    except UserError as refused:
        code, told = refused.code, {name: str(one) for name, one in refused.arguments.items()}
    except OSError as cause:
        code = "update.cannot_write"
        told = {"folder": str(folder), "reason": cause.strerror or str(cause)}
    good = code in ("update.done", "update.back_done", "update.back_restored")
    with contextlib.suppress(OSError):
        places.write_note(program.result, {"code": code, "arguments": told, "good": good})
    places.remove(program.job)
    with contextlib.suppress(OSError):
        _launch([str(program.main), *job["arguments"]], folder)
    return 0 if good else 1


def launched() -> Sequence[subprocess.Popen[Any]]:
    """The processes started by this one, oldest first."""
    return tuple(_launched)


def ended(program: Program) -> Ended | None:
    """How the exchange before this start ended, told once; None when there was none."""
    said = places.read_note(program.result)
    places.remove(program.result)
    if not said:
        return None
    return Ended(str(said["code"]), dict(said["arguments"]), bool(said["good"]))


def _wait_for_end(pid: int) -> None:
    until = time.monotonic() + _PATIENCE
    while _is_running(pid):
        if time.monotonic() > until:
            raise UserError("update.still_open")
        time.sleep(_PAUSE)


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
        if not handle:
            return False
        waiting = kernel.WaitForSingleObject(handle, 0)
        kernel.CloseHandle(handle)
        return bool(waiting)
    try:
        # A process that ended and was not yet asked for its exit code is «Z».
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def _lay_back(restore: Sequence[str]) -> str:
    """Put the older books back before the older program comes; where the newer ones are kept."""
    if not restore:
        return ""
    from khenthuong.services.safety import backups

    try:
        return str(backups.restore(Path(restore[0]), Path(restore[1])).kept or "")
    except BooksError as refused:
        raise UserError("update.back_refused") from refused


def _exchange(program: Program, job: Mapping[str, Any]) -> None:
    version = str(job["version"])
    if job["kind"] == _FORTH:
        # Written first: a note that names the version running now leads nowhere.
        note = {"version": job["from"], "schema": job["schema"]}
        places.write_note(program.previous_note, note)
    files = program.files_of(version)
    names = sorted(path.name for path in files.iterdir() if path.is_file())
    # The command line's program first: the window's decides what runs.
    names.sort(key=lambda name: name == program.main.name)
    for name in names:
        _replace(files / name, program.folder / name)
    if job["kind"] == _BACK:
        places.remove(program.previous_note)


def _replace(source: Path, target: Path) -> None:
    # A virus scanner or a program just ending may hold the file for a moment.
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            places.copy_whole(source, target)
        except PermissionError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _launch(command: Sequence[str], folder: Path) -> None:
    options: dict[str, Any] = (
        {"creationflags": _DETACHED} if sys.platform == "win32" else {"start_new_session": True}
    )
    _launched.append(
        subprocess.Popen(
            list(command),
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
    )
