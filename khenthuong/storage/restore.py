"""Look into a backup, and put it in the place of the books; what was there is kept."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from khenthuong.domain.backups import BackupNote, Contents, KeptFile, LastOperation, LostSince
from khenthuong.errors import BooksError, CancelledError
from khenthuong.paths import DataFolder
from khenthuong.storage import backup, backup_notes, backup_store, lock, migrations, pragmas
from khenthuong.storage.backup_store import Cancelled, Progress, never, silent

SAFETY = "truoc-phuc-hoi"
_NEWEST = 5
_DAMAGED = "hong"
_UNPROVED = "books.backup_unproved"


@dataclass(frozen=True)
class Restored:
    """What restoring did: where the former books are kept (None: there were none), how many files
    were laid back, and which files of the backup were not to be had."""

    kept: Path | None
    files: int
    missing: tuple[str, ...] = ()


def describe(source: Path) -> Contents:
    """Open a backup read-only and say what it holds; raises BooksError for one that is none.

    Its rows are counted against its note, and the files it lists are looked for in the store.
    """
    census, recipients = _census(source)
    note = backup_notes.read(source)
    made_at = note.made_at if note else datetime.fromtimestamp(int(source.stat().st_mtime))
    return Contents(
        made_at=made_at,
        office=census.office,
        rows=census.rows,
        recipients=recipients,
        last=census.last,
        files=len(note.files) if note else 0,
        problems=tuple(_problems(source, note, census)),
    )


def lost_since(folder: DataFolder, contents: Contents) -> LostSince | None:
    """What the books in use know and the backup does not; None when they cannot be read."""
    if not folder.database.is_file():
        return LostSince(0)
    known = contents.last
    try:
        with contextlib.closing(backup.read_only(folder.database)) as connection:
            if known is None:
                return _newer(connection, 0)
            shared = "SELECT 1 FROM operation WHERE id = ? AND at = ? AND label = ?"
            same = connection.execute(shared, (known.number, known.at, known.label)).fetchone()
            return _newer(connection, known.number) if same else LostSince(0, other=True)
    except sqlite3.DatabaseError:
        return None


def restore(
    folder: DataFolder,
    source: Path,
    *,
    even_damaged: bool = False,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Restored:
    """Replace the books, and lay back the files, by what a backup holds.

    Nothing changes when `source` is missing, damaged, of another or of a newer program, or when
    the books are open elsewhere (BooksError); nor when it differs from its own note or lacks
    files, unless `even_damaged`. Newer files that the backup does not list stay where they are.
    The books are exchanged last and at once. CancelledError is raised before anything changes.
    """
    folder.create()
    with lock.hold(folder.lock):
        waiting = folder.root / "khenthuong.phuc-hoi.tmp"
        try:
            files, missing = _checked_copy(source, waiting, even_damaged, progress, cancelled)
            kept = _keep_former(folder, progress, cancelled)
            laid = _lay_files(folder, source, files, progress)
            _set_journal_aside(folder)
            os.replace(waiting, folder.database)
        except OSError as cause:
            reason = cause.strerror or str(cause)
            raise BooksError("books.cannot_write", path=folder.root, reason=reason) from cause
        finally:
            with contextlib.suppress(OSError):
                waiting.unlink()
    return Restored(kept, laid, missing)


def _census(source: Path) -> tuple[backup.Census, Mapping[str, int]]:
    if not source.is_file():
        raise BooksError("error.restore_broken", path=source, reason=os.strerror(errno.ENOENT))
    try:
        with contextlib.closing(backup.read_only(source)) as connection:
            owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
            census = backup.count(connection)
            if owner != migrations.APPLICATION_ID or "recipient" not in census.rows:
                raise BooksError("books.not_books", path=source, reason=f"application_id {owner}")
            kinds = "SELECT kind, count(*) FROM recipient WHERE binned_at IS NULL GROUP BY kind"
            return census, dict(connection.execute(kinds).fetchall())
    except sqlite3.Error as cause:
        raise BooksError("error.restore_broken", path=source, reason=cause) from cause


def _problems(
    source: Path, note: BackupNote | None, census: backup.Census
) -> Iterator[tuple[str, Mapping[str, object]]]:
    if note is None:
        yield "backup.no_note", {}
        return
    if note.rows != census.rows or note.sha256 != backup_store.digest_of(source):
        yield "backup.changed", {}
    missing = _missing(source, note.files)
    if missing:
        yield "backup.files_missing", {"count": len(missing), "files": missing[:3]}
    if note.unread:
        yield "backup.files_unread", {"count": len(note.unread), "files": note.unread[:3]}


def _missing(source: Path, files: Iterable[KeptFile]) -> tuple[str, ...]:
    """Files whose bytes are not in the store beside the backup, or not in their length."""
    return tuple(
        one.path
        for one in files
        if not (stored := backup_store.place(source.parent, one.sha256)).is_file()
        or stored.stat().st_size != one.size
    )


def _newer(connection: sqlite3.Connection, number: int) -> LostSince:
    here = "FROM operation WHERE id > ?"
    many = int(connection.execute(f"SELECT count(*) {here}", (number,)).fetchone()[0])
    rows = connection.execute(
        f"SELECT id, at, who, label {here} ORDER BY id DESC LIMIT ?", (number, _NEWEST)
    )
    return LostSince(many, tuple(LastOperation(*row) for row in rows))


def _checked_copy(
    source: Path, waiting: Path, even_damaged: bool, progress: Progress, cancelled: Cancelled
) -> tuple[tuple[KeptFile, ...], tuple[str, ...]]:
    """Lay the checked books at `waiting`; gives the files that are sound, and names the others."""
    census, _ = _census(source)
    note = backup_notes.read(source)
    problems = dict(_problems(source, note, census))
    if "backup.changed" in problems and not even_damaged:
        raise BooksError("backup.changed_refused", path=source)
    _copy_sound(source, waiting)
    if note is None:
        return (), ()
    sound: list[KeptFile] = []
    for number, one in enumerate(note.files):
        if cancelled():
            raise CancelledError
        progress(number, 2 * len(note.files), one.path)
        stored = backup_store.place(source.parent, one.sha256)
        if stored.is_file() and backup_store.digest_of(stored) == one.sha256:
            sound.append(one)
    there = set(sound)
    missing = tuple(one.path for one in note.files if one not in there)
    if missing and not even_damaged:
        raise BooksError(
            "backup.files_missing_refused", path=source, count=len(missing), files=missing[:3]
        )
    return tuple(sound), (*missing, *note.unread)


def _copy_sound(source: Path, waiting: Path) -> None:
    try:
        with (
            contextlib.closing(backup.read_only(source)) as saved,
            contextlib.closing(sqlite3.connect(waiting)) as copy,
        ):
            saved.backup(copy, pages=-1)
        damage = pragmas.full_check(waiting)
        version, _ = migrations.migrate(waiting, lambda _version: None)
    except migrations.TooNewError as cause:
        raise BooksError(
            "books.too_new", path=source, found=cause.args[0], ours=cause.args[1]
        ) from cause
    except migrations.NotBooksError as cause:
        raise BooksError("books.not_books", path=source, reason=cause) from cause
    except sqlite3.Error as cause:
        raise BooksError("error.restore_broken", path=source, reason=cause) from cause
    if damage:
        raise BooksError("error.restore_broken", path=source, reason=damage[0])
    if not version:
        raise BooksError("books.not_books", path=source, reason=version)


def _keep_former(folder: DataFolder, progress: Progress, cancelled: Cancelled) -> Path | None:
    if not folder.database.exists():
        return None
    try:
        # Not thinned: that could remove the very backup that is being laid back.
        return backup.make(folder, SAFETY, None, progress, cancelled, thinned=False)
    except BooksError as refused:
        if not isinstance(refused.__cause__, sqlite3.Error) and refused.code != _UNPROVED:
            raise
    # Damaged books cannot be proved: their bytes are kept as they are.
    stamp = backup_notes.stamp(datetime.now())
    kept = folder.quarantine / f"khenthuong-{stamp}-{_DAMAGED}.sqlite"
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder.database, kept)
    return kept


def _set_journal_aside(folder: DataFolder) -> None:
    # A journal left by a crash belongs to the former books: SQLite would play it into the new ones.
    for end in ("-journal", "-wal", "-shm"):
        left = folder.database.with_name(folder.database.name + end)
        if left.exists():
            folder.quarantine.mkdir(exist_ok=True)
            stamp = backup_notes.stamp(datetime.now())
            os.replace(left, folder.quarantine / f"khenthuong-{stamp}-{_DAMAGED}.sqlite{end}")


def _lay_files(
    folder: DataFolder, source: Path, files: Sequence[KeptFile], progress: Progress
) -> int:
    laid = 0
    for number, one in enumerate(files):
        progress(len(files) + number, 2 * len(files), one.path)
        target = folder.root / one.path
        if target.is_file() and backup_store.digest_of(target) == one.sha256:
            continue
        backup_store.copy_whole(backup_store.place(source.parent, one.sha256), target)
        laid += 1
    return laid
