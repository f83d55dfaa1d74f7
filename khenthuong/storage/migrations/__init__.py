"""Schema versions of the books: plain SQL steps, never edited once released.

Nothing else of ours is imported: what an old step does must not change when today's code does.
All missing steps run in one exclusive transaction on a raw connection, so a computer that stops
half-way leaves the old version whole. The versions are described in docs/co_so_du_lieu.md.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from khenthuong.storage.migrations import version_1, version_2, version_3

APPLICATION_ID = 0x4B485447  # «KHTG», in the header of every file of books

Steps = Mapping[int, Sequence[str]]


class TooNewError(Exception):
    """The file was written by a newer program; `args` are its version and ours."""


class NotBooksError(Exception):
    """The file is no SQLite database, or one of another program."""


def migrate(
    database: Path, back_up: Callable[[int], object], steps: Steps | None = None
) -> tuple[int, int]:
    """Bring the file to the newest version; returns the version before and after.

    `back_up(version)` is called before an existing database is changed. A newer or foreign file is
    left untouched (`TooNewError`, `NotBooksError`).
    """
    steps = STEPS if steps is None else steps
    newest = max(steps)
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as connection:
        found = _version(connection)
        if found > newest:
            raise TooNewError(found, newest)
        if found == newest:
            return found, newest
        if found:
            back_up(found)
        _run(connection, found, newest, steps)
        return found, newest


def version_of(database: Path) -> int:
    """The version of books that lie anywhere, read without writing; 0 when there are none."""
    address = f"{database.absolute().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
            return _version(connection)
    except (sqlite3.Error, NotBooksError):
        return 0


def _version(connection: sqlite3.Connection) -> int:
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError as cause:
        raise NotBooksError(str(cause)) from cause
    if owner != APPLICATION_ID and (version or tables):
        raise NotBooksError(f"application_id {owner}")
    return version


def _run(connection: sqlite3.Connection, found: int, newest: int, steps: Steps) -> None:
    # Rebuilding a table needs foreign keys off; the check before COMMIT makes up for it.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for version in range(found + 1, newest + 1):
            for statement in steps[version]:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={newest}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"foreign_key_check: {broken[:5]}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


STEPS: Steps = {1: version_1.STEPS, 2: version_2.STEPS, 3: version_3.STEPS}
LATEST = max(STEPS)
