"""The way back to the version before, with the books it can read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from khenthuong.errors import UserError
from khenthuong.services.progress import Cancelled, Progress, never, silent
from khenthuong.services.safety import backups
from khenthuong.services.updating import program as places
from khenthuong.services.updating.preparing import try_out
from khenthuong.services.updating.program import Program
from khenthuong.services.workspace import Workspace
from khenthuong.storage import backup_notes, lock, migrations


@dataclass(frozen=True)
class Previous:
    """The version before; `backup` (made at `made_at`) is laid back when it cannot read today's
    books, None when it can."""

    version: str
    needs_backup: bool
    backup: Path | None = None
    made_at: datetime | None = None


def previous(program: Program, ws: Workspace) -> Previous | None:
    """What «Trở về bản trước» would bring back; None when there is nothing to go back to."""
    note = places.read_note(program.previous_note)
    version, schema = str(note.get("version", "")), int(note.get("schema", 0))
    if not version or version == program.version or not program.is_whole(version):
        return None
    if schema >= migrations.LATEST:
        return Previous(version, needs_backup=False)
    readable = (
        one
        for one in backup_notes.every(ws.folder.backups)
        if 0 < migrations.version_of(Path(one.path)) <= schema
    )
    newest = max(readable, key=lambda one: one.made_at, default=None)
    if newest is None:
        return Previous(version, needs_backup=True)
    return Previous(version, needs_backup=True, backup=Path(newest.path), made_at=newest.made_at)


def prepare(
    ws: Workspace,
    program: Program,
    back: Previous,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Path:
    """Back up today's books and try the version before; returns the backup of today.

    Raises UserError when it does not start, or when it needs older books and there are none.
    """
    if back.needs_backup and back.backup is None:
        raise UserError("update.no_older_books", version=back.version)
    kept = backups.back_up(ws, "truoc_cap_nhat", progress, cancelled)
    with lock.hold(program.lock):
        try:
            places.keep_program_files(program)
            try_out(program, back.version, progress, cancelled)
        except OSError as cause:
            reason = cause.strerror or str(cause)
            raise UserError("update.cannot_write", folder=program.folder, reason=reason) from cause
        finally:
            places.remove(program.helper)
    return kept
