"""Back up the books and everything beside them, look into a backup, and put one in their place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.backups import Backup, BackupNote, Contents, LastOperation, LostSince
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.names import slug
from khenthuong.errors import PackageError, UserError
from khenthuong.exchange import backup_archive
from khenthuong.exchange.backup_archive import NOTE, Entry
from khenthuong.paths import DataFolder
from khenthuong.services.progress import Cancelled, Progress, never, silent
from khenthuong.services.workspace import Workspace
from khenthuong.storage import backup_notes, backup_store
from khenthuong.storage import restore as restoring
from khenthuong.storage.restore import Restored

README = "DOC-TRUOC.txt"
_DATABASE = "khenthuong.sqlite"
_UNPACKED = "phuc-hoi-"
_MB = 1 << 20


@dataclass(frozen=True)
class Looked:
    """A backup opened, and what the books in use would lose by it (None: they cannot be read)."""

    path: Path
    contents: Contents
    lost: LostSince | None

    @property
    def sound(self) -> bool:
        """Whether the backup is all that it was when it was made."""
        return not self.contents.problems


@dataclass(frozen=True)
class Exported:
    """A backup written to a drive and read back; `size` in bytes, `files` beside the books."""

    path: Path
    size: int
    files: int


def back_up(
    ws: Workspace,
    reason: str = "thu_cong",
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Path:
    """A proved backup in sao_luu/, named by time and reason; returns its path.

    Raises BooksError when it cannot be written or proved, CancelledError.
    """
    return storage.backup.back_up(ws.books, reason, None, progress, cancelled)


def daily(
    ws: Workspace,
    now: datetime | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Path | None:
    """The backup of the day's first opening; None when today has one or no office is known yet."""
    now = now or datetime.now()
    reason = texts.say("backup.reason_daily")
    today = [one for one in listed(ws) if one.made_at.date() == now.date()]
    if any(one.reason == reason for one in today) or storage.office.get_office(ws.books) is None:
        return None
    return storage.backup.back_up(ws.books, reason, now, progress, cancelled)


def listed(ws: Workspace) -> list[Backup]:
    """All backups in sao_luu/, newest first."""
    return backup_notes.every(ws.folder.backups)


def look(
    root: Path, source: Path, progress: Progress = silent, cancelled: Cancelled = never
) -> Looked:
    """Open a backup (a copy in sao_luu/, or a zip) and say what it holds and what would be lost.

    Raises UserError for a file that is no backup of this program.
    """
    folder = DataFolder(root)
    with _opened(folder, source, progress, cancelled) as copy:
        contents = restoring.describe(copy)
    return Looked(source, contents, restoring.lost_since(folder, contents))


def restore(
    root: Path,
    source: Path,
    *,
    even_damaged: bool = False,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Restored:
    """Put a backup (a copy in sao_luu/, or a zip) in the place of the books of `root`.

    Raises UserError (and changes nothing) for a file that is no sound backup of this program;
    with `even_damaged` what is left of it is taken. The former books are backed up first.
    """
    folder = DataFolder(root)
    with _opened(folder, source, progress, cancelled) as copy:
        return restoring.restore(
            folder, copy, even_damaged=even_damaged, progress=progress, cancelled=cancelled
        )


def export(
    ws: Workspace, out: Path, progress: Progress = silent, cancelled: Cancelled = never
) -> Exported:
    """Write one self-contained zip into `out` (a stick) and read it back.

    It holds the books, evidence, papers, drafts, and the province's forms and templates. Nothing
    half-written stays under its name. Raises UserError (inside the data folder, no room, stick
    pulled out, other bytes read than written), CancelledError.
    """
    if out.resolve().is_relative_to(ws.folder.root.resolve()):
        raise UserError("backup.inside_data", folder=out)
    copy = back_up(ws, progress=progress, cancelled=cancelled)
    note = backup_notes.read(copy)
    if note is None:
        raise UserError("books.backup_unproved", path=copy, reason=NOTE)
    _check_room(out, copy.stat().st_size + sum(one.size for one in note.files))
    target = out / f"{copy.stem}-{slug(note.office, 40)}.zip"
    try:
        size = _write(target, copy, note, progress, cancelled)
    except PackageError as cause:
        if not out.is_dir():
            raise UserError("backup.drive_gone", folder=out) from cause
        raise
    return Exported(target, size, len(note.files))


def contents_lines(looked: Looked) -> tuple[str, ...]:
    """What a backup holds and what restoring it would cost, in sentences."""
    found = looked.contents
    told = {**_moment(found.made_at), "office": found.office or texts.say("backup.no_office")}
    counts = {
        "persons": found.recipients.get(RecipientKind.PERSON.value, 0),
        "units": found.recipients.get(RecipientKind.UNIT.value, 0),
        "households": found.recipients.get(RecipientKind.HOUSEHOLD.value, 0),
        "rounds": found.rows.get("round", 0),
        "nominations": found.rows.get("nomination", 0),
        "files": found.files,
    }
    last = found.last
    said = [
        texts.say("backup.made_at", told),
        texts.say("backup.holds", counts),
        texts.say("backup.last", _operation(last)) if last else texts.say("backup.never_written"),
    ]
    said += [texts.say(code, arguments) for code, arguments in found.problems]
    return (*said, _lost_line(looked.lost))


def restored_as_json(source: Path, done: Restored) -> dict[str, Any]:
    """The answer of the command `restore`."""
    kept = str(done.kept) if done.kept else None
    return {"file": str(source), "kept": kept, "files": done.files, "missing": list(done.missing)}


def restored_lines(source: Path, done: Restored) -> tuple[str, ...]:
    """What restoring did, in sentences."""
    told = {"file": source, "kept": done.kept or "–"}
    said = [texts.say("error.restore_done", told)]
    if done.files:
        said.append(texts.say("backup.restored_files", {"count": done.files}))
    if done.missing:
        said.append(texts.say("backup.restored_missing", {"files": done.missing}))
    return tuple(said)


def exported_as_json(done: Exported) -> dict[str, Any]:
    """The answer of `backup --out`."""
    return {"file": str(done.path), "size": done.size, "files": done.files}


def export_line(done: Exported) -> str:
    """Where the zip lies and that it was read back."""
    told = {"file": done.path, "size": max(1, done.size // _MB), "files": done.files}
    return texts.say("backup.zip_done", told)


def as_json(looked: Looked) -> dict[str, Any]:
    """The answer of `restore --describe`."""
    found, lost = looked.contents, looked.lost
    return {
        "file": str(looked.path),
        "made_at": found.made_at.isoformat(),
        "office": found.office,
        "rows": dict(found.rows),
        "recipients": dict(found.recipients),
        "last_operation": vars(found.last) if found.last else None,
        "files": found.files,
        "problems": [code for code, _ in found.problems],
        "lost": None if lost is None else {"operations": lost.operations, "other": lost.other},
    }


@contextmanager
def _opened(
    folder: DataFolder, source: Path, progress: Progress, cancelled: Cancelled
) -> Generator[Path]:
    """The copy of the books as it lies in sao_luu/; a zip is unpacked for as long."""
    if source.suffix.lower() != ".zip":
        yield source
        return
    folder.root.mkdir(parents=True, exist_ok=True)
    for left in folder.root.glob(f"{_UNPACKED}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_UNPACKED, dir=folder.root) as unpacked:
        yield _unpack(source, Path(unpacked), progress, cancelled)


def _unpack(source: Path, into: Path, progress: Progress, cancelled: Cancelled) -> Path:
    data = backup_archive.read_note(source)
    note = backup_notes.decode(data)
    if note is None:
        raise UserError("backup.not_zip", path=source, reason=NOTE)
    copy = into / _DATABASE
    wanted = {one.path: backup_store.place(into, one.sha256) for one in note.files}
    _check_room(into, sum(one.size for one in note.files))
    failed = backup_archive.unpack(source, {_DATABASE: copy, **wanted}, progress, cancelled)
    if _DATABASE in failed:
        raise UserError("backup.not_zip", path=source, reason=_DATABASE)
    backup_notes.note_path(copy).write_bytes(data)
    return copy


def _write(
    target: Path, copy: Path, note: BackupNote, progress: Progress, cancelled: Cancelled
) -> int:
    entries = [Entry(_DATABASE, copy, note.sha256)]
    entries += [
        Entry(one.path, backup_store.place(copy.parent, one.sha256), one.sha256)
        for one in note.files
    ]
    told = {**_moment(note.made_at), "office": note.office or texts.say("backup.no_office")}
    readme = texts.say("backup.readme", told).replace("\n", "\r\n")
    notes = {README: b"\xef\xbb\xbf" + readme.encode(), NOTE: backup_notes.encode(note)}
    return backup_archive.write_archive(target, entries, notes, note.made_at, progress, cancelled)


def _check_room(folder: Path, need: int) -> None:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as cause:
        raise UserError("backup.drive_gone", folder=folder) from cause
    if free < need + _MB:
        told = {"free": free // _MB, "need": need // _MB + 1}
        raise UserError("backup.no_room", folder=folder, **told)


def _lost_line(lost: LostSince | None) -> str:
    if lost is None:
        return texts.say("backup.unreadable_books")
    if lost.other:
        return texts.say("backup.other_books")
    if not lost.operations:
        return texts.say("backup.nothing_lost")
    labels = [texts.say("backup.lost_label", _operation(one)) for one in lost.newest]
    return texts.say("backup.lost", {"count": lost.operations, "labels": labels})


def _operation(one: LastOperation) -> Mapping[str, object]:
    return {"label": one.label, **_moment(datetime.fromisoformat(one.at))}


def _moment(at: datetime) -> dict[str, object]:
    return {"time": at.strftime("%H:%M"), "day": at.date()}
