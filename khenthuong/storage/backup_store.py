"""The files of all backups, each content once: sao_luu/kho/<two digits>/<sha256>.

Evidence, papers, drafts, the province's forms and templates change little from day to day; a
backup copies only what the store does not hold yet, and its note lists all of them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from khenthuong.domain.backups import BackupNote, KeptFile
from khenthuong.errors import CancelledError
from khenthuong.paths import DataFolder
from khenthuong.storage import backup_notes

STORE = "kho"
Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
UNFINISHED = (".tmp", ".dang-ghi")
"""Ends of names of files that were never finished."""
_CHUNK = 1 << 20


def silent(_done: int, _total: int, _what: str) -> None:
    """Nobody is watching."""


def never() -> bool:
    """Nobody cancels."""
    return False


def place(backups: Path, sha256: str) -> Path:
    """Where the bytes of a hash lie in the store."""
    return backups / STORE / sha256[:2] / sha256


def sources(folder: DataFolder) -> Iterator[Path]:
    """Every file beside the books that a backup holds; links and unfinished files stay out."""
    kept = (
        folder.evidence,
        folder.papers,
        folder.received,
        folder.drafts,
        folder.forms,
        folder.templates,
    )
    for root in kept:
        for path in sorted(root.rglob("*")):
            odd = path.name.endswith(UNFINISHED) or path.name.startswith("~$")
            if path.is_file() and not path.is_symlink() and not odd:
                yield path
    if folder.settings.is_file():
        yield folder.settings


def keep(
    folder: DataFolder, progress: Progress = silent, cancelled: Cancelled = never
) -> tuple[tuple[KeptFile, ...], tuple[str, ...]]:
    """Bring every file into the store; returns the files and the paths that could not be read.

    Raises OSError when the store cannot be written, CancelledError; what was stored stays.
    """
    note = backup_notes.newest_note(folder.backups)
    known = {one.path: one for one in note.files} if note else {}
    paths = list(sources(folder))
    kept: list[KeptFile] = []
    unread: list[str] = []
    for number, path in enumerate(paths):
        if cancelled():
            raise CancelledError
        progress(number, len(paths), path.name)
        name = path.relative_to(folder.root).as_posix()
        one = _keep_one(folder.backups, path, name, known)
        if one is None:
            unread.append(name)
        else:
            kept.append(one)
    return tuple(kept), tuple(unread)


def copy_whole(source: Path, target: Path) -> str:
    """Copy a file beside its place, flushed, then put it there; returns the sha256 of its bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=UNFINISHED[0])
    try:
        with os.fdopen(handle, "wb") as writing, source.open("rb") as reading:
            digest = hashlib.sha256()
            while chunk := reading.read(_CHUNK):
                digest.update(chunk)
                writing.write(chunk)
            writing.flush()
            os.fsync(writing.fileno())
        os.replace(name, target)
    finally:
        Path(name).unlink(missing_ok=True)
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as reading:
        return hashlib.file_digest(reading, "sha256").hexdigest()


def prune(backups: Path) -> int:
    """Remove bytes that no backup lists any more; returns how many files went.

    Nothing is removed while a note cannot be read: it may list what looks forgotten.
    """
    notes = [backup_notes.read(path.with_suffix(".sqlite")) for path in backups.glob("*.json")]
    if None in notes:
        return 0
    listed = {one.sha256 for note in notes if isinstance(note, BackupNote) for one in note.files}
    removed = 0
    for path in (backups / STORE).glob("*/*"):
        if path.is_file() and path.name not in listed:
            with contextlib.suppress(OSError):
                path.unlink()
                removed += 1
    return removed


def _keep_one(
    backups: Path, path: Path, name: str, known: Mapping[str, KeptFile]
) -> KeptFile | None:
    try:
        found = path.stat()
        same = known.get(name)
        if same and (same.size, same.changed) == (found.st_size, found.st_mtime_ns):
            stored = place(backups, same.sha256)
            if stored.is_file() and stored.stat().st_size == same.size:
                return same
        digest = digest_of(path)
    except OSError:
        return None
    stored = place(backups, digest)
    if not stored.is_file() or stored.stat().st_size != found.st_size:
        digest = _store(backups, path)
    return KeptFile(name, digest, place(backups, digest).stat().st_size, found.st_mtime_ns)


def _store(backups: Path, path: Path) -> str:
    # The name follows the bytes as they were copied: the file may be written to meanwhile.
    waiting = backups / STORE / f"{path.name}{UNFINISHED[0]}"
    digest = copy_whole(path, waiting)
    target = place(backups, digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(waiting, target)
    return digest
