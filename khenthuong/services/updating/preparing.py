"""Lay a new version beside the present one and try it; the present one is not touched."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from khenthuong.domain.updates import UpdateEntry
from khenthuong.errors import CancelledError, UserError
from khenthuong.exchange import update_file
from khenthuong.paths import HOME_VARIABLE, version_folder
from khenthuong.services.progress import Cancelled, Progress, never, silent
from khenthuong.services.safety import backups
from khenthuong.services.updating import program as places
from khenthuong.services.updating.offers import Offer, check_room, look
from khenthuong.services.updating.program import Program
from khenthuong.services.workspace import Workspace
from khenthuong.storage import lock

REASON = "truoc_cap_nhat"
_TRIAL = ("self-test", "--json")
_TRIAL_SECONDS = 900
_PAUSE = 0.1


def prepare(
    ws: Workspace,
    program: Program,
    offer: Offer,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Path:
    """Back up the books, lay the new version, run its own test; returns the backup.

    Raises UserError (the file changed since it was looked at, no room, no right to write, the new
    version does not start here), CancelledError. The present version stays as it is either way.
    """
    offer = look(program, offer.path)
    _check_writable(program)
    backup = backups.back_up(ws, REASON, progress, cancelled)
    check_room(program.folder, offer.update.size)
    with lock.hold(program.lock):
        try:
            _lay(program, offer, progress, cancelled)
            try_out(program, offer.update.version, progress, cancelled)
        except OSError as cause:
            raise _unwritable(program, cause) from cause
        finally:
            places.remove(program.waiting)
            places.remove(program.helper)
    return backup


def try_out(program: Program, version: str, progress: Progress, cancelled: Cancelled) -> None:
    """Run a version's own test beside the present one; raises UserError when it does not hold."""
    places.copy_whole(program.files_of(version) / program.main.name, program.helper)
    progress(0, 0, f"{version}: self-test")
    try:
        process = subprocess.Popen(
            [program.helper, *_TRIAL],
            cwd=program.folder,
            env=environment(test=True),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError as cause:
        raise UserError("update.does_not_start", version=version) from cause
    until = time.monotonic() + _TRIAL_SECONDS
    try:
        while process.poll() is None:
            if cancelled():
                raise CancelledError
            if time.monotonic() > until:
                break
            time.sleep(_PAUSE)
    finally:
        process.kill()
        process.wait()
    if process.returncode:
        raise UserError("update.does_not_start", version=version)


def environment(*, test: bool = False) -> dict[str, str]:
    """What a program file started by us finds: nothing of our own unpacked state.

    A test does not see the office's data folder.
    """
    known = {name: value for name, value in os.environ.items() if not name.startswith("_PYI_")}
    if test:
        known.pop(HOME_VARIABLE, None)
    return {**known, "PYINSTALLER_RESET_ENVIRONMENT": "1"}


def _lay(program: Program, offer: Offer, progress: Progress, cancelled: Cancelled) -> None:
    update = offer.update
    places.remove(program.waiting)

    def place(entry: UpdateEntry) -> Path:
        return program.waiting / entry.path

    update_file.unpack(offer.path, update, place, progress, cancelled)
    for name, target in update.links.items():
        (program.waiting / name).parent.mkdir(parents=True, exist_ok=True)
        (program.waiting / name).symlink_to(target)
    rest, files = program.rest_of(update.version), program.files_of(update.version)
    places.remove(rest)
    places.remove(files)
    os.replace(program.waiting / version_folder(update.version), rest)
    files.mkdir(parents=True)
    for entry in update.programs:
        os.replace(program.waiting / entry.path, files / entry.path)
    places.keep_program_files(program)


def _check_writable(program: Program) -> None:
    try:
        program.waiting.mkdir(parents=True, exist_ok=True)
        # Renames happen beside the program file, so there it must be possible too.
        trial = program.folder / f"{program.helper.name}.thu"
        trial.touch()
        trial.unlink()
    except OSError as cause:
        raise _unwritable(program, cause) from cause


def _unwritable(program: Program, cause: OSError) -> UserError:
    reason = cause.strerror or str(cause)
    return UserError("update.cannot_write", folder=program.folder, reason=reason)
