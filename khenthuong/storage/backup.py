"""Backups of the data folder: the books by SQLite's own backup, the files into a shared store.

Each is proved before it gets its name: the copy is opened read-only, checked, and its rows are
counted against the original; the proof is noted beside it (`backup_notes`).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from khenthuong.domain.backups import BackupNote, LastOperation
from khenthuong.domain.names import slug
from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.storage import backup_notes, backup_plan, backup_store
from khenthuong.storage.backup_store import Cancelled, Progress, never, silent
from khenthuong.storage.books import Books

_OFFICE_NAME = "ten co quan"


@dataclass(frozen=True)
class Census:
    """What a database says of itself: office, newest operation, rows of every table."""

    office: str
    last: LastOperation | None
    rows: Mapping[str, int]


def back_up(
    books: Books,
    reason: str,
    now: datetime | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Path:
    """Back up the books and the files beside them; see `make`.

    Not inside `books.write`: the copy would miss what is not yet committed.
    """
    return make(books.folder, slug(reason), now, progress, cancelled)


def make(
    folder: DataFolder,
    reason: str,
    now: datetime | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    thinned: bool = True,
) -> Path:
    """Back up a data folder into sao_luu/, then thin the older backups; returns the copy.

    Raises BooksError when it cannot be written or proved (nothing is thinned then),
    CancelledError.
    """
    now = now or datetime.now()
    target = _free(folder.backups, f"khenthuong-{backup_notes.stamp(now)}-{reason}")
    with _told(target):
        files, unread = backup_store.keep(folder, progress, cancelled)
        with _proved_copy(folder.database, target) as (unfinished, census):
            note = BackupNote(
                made_at=now.replace(microsecond=0),
                reason=reason,
                office=census.office,
                sha256=backup_store.digest_of(unfinished),
                rows=census.rows,
                last=census.last,
                files=files,
                unread=unread,
            )
            _write(backup_notes.note_path(target), backup_notes.encode(note))
    if thinned:
        thin(folder.backups, now)
    return target


def thin(backups: Path, now: datetime) -> tuple[Path, ...]:
    """Remove what `backup_plan` no longer keeps, and the files only those listed."""
    every = backup_notes.every(backups)
    gone = backup_plan.superfluous(every, lambda b: b.made_at, lambda b: b.reason, now)
    removed = tuple(Path(one.path) for one in gone)
    for path in removed:
        with contextlib.suppress(OSError):
            path.unlink()
            backup_notes.note_path(path).unlink(missing_ok=True)
    if removed:
        backup_store.prune(backups)
    return removed


def count(connection: sqlite3.Connection) -> Census:
    """Count the rows of every table of a database of ours, and read who it belongs to."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'recipient_search%' ORDER BY name"
    ).fetchall()
    rows = {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in tables
    }
    office = last = None
    if "office" in rows:
        named = "SELECT value FROM office WHERE key = ?"
        office = connection.execute(named, (_OFFICE_NAME,)).fetchone()
    if "operation" in rows:
        newest = "SELECT id, at, who, label FROM operation ORDER BY id DESC LIMIT 1"
        last = connection.execute(newest).fetchone()
    return Census(office[0] if office else "", LastOperation(*last) if last else None, rows)


def rows_of(database: Path) -> dict[str, int]:
    """How many rows every table of some books has; nothing when they cannot be read."""
    try:
        with contextlib.closing(read_only(database)) as connection:
            return dict(count(connection).rows)
    except sqlite3.Error:
        return {}


def read_only(database: Path) -> sqlite3.Connection:
    """A connection that cannot write; the file need not be writable."""
    address = f"{database.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, isolation_level=None)


@contextlib.contextmanager
def _told(target: Path) -> Generator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as cause:
        reason = getattr(cause, "strerror", None) or str(cause)
        raise BooksError("books.cannot_back_up", path=target, reason=reason) from cause


@contextlib.contextmanager
def _proved_copy(database: Path, target: Path) -> Generator[tuple[Path, Census]]:
    """Gives (the unfinished copy, what was counted in it); it gets its name when the block ends."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".tmp")
    try:
        before = _copy(database, unfinished)
        with contextlib.closing(read_only(unfinished)) as copy:
            said = str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])
            after = count(copy)
        if said != "ok" or after != before:
            what = said if said != "ok" else _difference(before.rows, after.rows)
            raise BooksError("books.backup_unproved", path=target, reason=what)
        yield unfinished, after
        os.replace(unfinished, target)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()


def _copy(database: Path, target: Path) -> Census:
    # One step: a stepped backup starts again whenever another connection commits. Counted in the
    # same read transaction, so that nobody can write between counting and copying.
    with (
        contextlib.closing(read_only(database)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.execute("BEGIN")
        census = count(source)
        source.backup(copy, pages=-1)
        source.execute("COMMIT")
    return census


def _difference(before: Mapping[str, int], after: Mapping[str, int]) -> str:
    wrong = [name for name in before if before[name] != after.get(name)]
    return ", ".join(f"{name}: {before[name]} → {after.get(name)}" for name in wrong)


def _write(path: Path, data: bytes) -> None:
    unfinished = path.with_suffix(".json.tmp")
    with unfinished.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(unfinished, path)


def _free(folder: Path, stem: str) -> Path:
    target = folder / f"{stem}.sqlite"
    number = 2
    while target.exists():
        target = folder / f"{stem}-{number}.sqlite"
        number += 1
    return target
