"""Put a backup in the place of the books; what was there is kept."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from pathlib import Path

from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.storage import lock, migrations, pragmas
from khenthuong.storage.backup import copy_database

_SAFETY = "truoc-phuc-hoi"


def restore(folder: DataFolder, source: Path) -> Path | None:
    """Replace the books by a checked copy of `source`; returns where the former books are kept.

    Nothing changes when `source` is missing, damaged, of another or of a newer program, or when
    the books are open elsewhere (BooksError). None is returned when there were no books before.
    """
    folder.create()
    with lock.hold(folder.lock):
        waiting = folder.root / "khenthuong.phuc-hoi.tmp"
        try:
            _checked_copy(source, waiting)
            kept = None
            if folder.database.exists():
                kept = copy_database(folder.database, folder.backups, _SAFETY)
            os.replace(waiting, folder.database)
        finally:
            with contextlib.suppress(OSError):
                waiting.unlink()
    return kept


def _checked_copy(source: Path, waiting: Path) -> None:
    if not source.is_file():
        raise BooksError("error.restore_broken", path=source, reason=os.strerror(errno.ENOENT))
    try:
        address = f"{source.absolute().as_uri()}?mode=ro"
        with (
            contextlib.closing(sqlite3.connect(address, uri=True)) as backup,
            contextlib.closing(sqlite3.connect(waiting)) as copy,
        ):
            backup.backup(copy, pages=-1)
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
