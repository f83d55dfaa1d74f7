"""Look into an update file: who made it, what it brings, whether this program takes it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from khenthuong.domain.updates import Update, refusal, wrong_paths
from khenthuong.errors import UserError
from khenthuong.exchange import update_file
from khenthuong.paths import shipped, version_folder
from khenthuong.services.updating.program import Program, platform_name
from khenthuong.storage import migrations

PUBLIC_KEY = "khoa_cap_nhat.pem"
"""The publisher's public key among the program's resources."""
_SPARE = 50 << 20


@dataclass(frozen=True)
class Offer:
    """An update file that this program may take; `changes_books` when it writes them anew."""

    path: Path
    update: Update
    changes_books: bool


def public_key() -> str:
    """The publisher's public key, PEM; "" when this build was made without one."""
    try:
        return shipped("resources", PUBLIC_KEY).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def look(program: Program, path: Path) -> Offer:
    """Verify the list of an update file and judge it; changes nothing.

    Raises UserError: no key, no update file, foreign or broken signature, damaged, other platform,
    older or the same version, a step left out, paths that lead elsewhere, not enough room.
    """
    key = public_key()
    if not key:
        raise UserError("update.no_key")
    update = update_file.read_update(path, key)
    known = {"version": update.version, "present": program.version, "least": update.least}
    code = refusal(update, program.version, platform_name(), migrations.LATEST)
    if code:
        told = {"theirs": update.platform, "ours": platform_name()}
        raise UserError(code, file=path.name, **known, **told)
    wrong = next(wrong_paths(update, version_folder(update.version)), None)
    if wrong is not None or program.main.name not in {one.path for one in update.programs}:
        raise UserError("update.damaged", file=path.name, what=wrong or program.main.name)
    check_room(program.folder, update.size)
    return Offer(path, update, update.schema > migrations.LATEST)


def check_room(folder: Path, need: int) -> None:
    """Refuse when `need` bytes, and some to spare, do not fit beside the program."""
    need += _SPARE
    try:
        free = shutil.disk_usage(folder).free
    except OSError as cause:
        raise UserError("error.cannot_read", path=folder, reason=cause.strerror) from cause
    if free < need:
        raise UserError("update.no_room", folder=folder, free=free >> 20, need=(need >> 20) + 1)
