"""The open books: one data folder, one lock, one engine, short write transactions."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Generator
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.storage import lock, migrations, pragmas, tables, triggers

_WORLD = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_CORRUPT,
    }
)
"""What the disk, another program or rights do to a write; any other code is our bug."""


class Books:
    """The books of one data folder, open for reading and writing.

    `read()` and `write(label)` give the connections; every function of this package takes the
    books and asks them. Inside `write` reads see what was written so far.
    """

    def __init__(self, folder: DataFolder, engine: Engine, who: str) -> None:
        self.folder = folder
        self.who = who
        self._engine = engine
        self._writing = threading.local()

    @contextlib.contextmanager
    def read(self) -> Generator[Connection]:
        """A connection that sees one state of the books, however many queries it runs."""
        current = self._current()
        if current is not None:
            yield current
            return
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def write(self, label: str) -> Generator[int]:
        """One write transaction and one operation named `label`; gives the operation's number.

        All of it is kept when the block ends, nothing when it raises; an operation that changed
        nothing leaves no trace. A `write` inside another one joins it. Raises BooksError when a
        reference is left without its row.
        """
        if self._current() is not None:
            yield self._writing.operation
            return
        try:
            writer = self._engine.connect().execution_options(**{pragmas.WRITES: True})
            with writer as connection, connection.begin() as transaction:
                self._writing.connection = connection
                self._writing.operation = self._begin_operation(connection, label)
                try:
                    yield self._writing.operation
                finally:
                    self._writing.connection = None
                if not self._end_operation(connection):
                    transaction.rollback()
        except IntegrityError as cause:
            raise BooksError("books.reference_missing", reason=str(cause.orig)) from cause
        except OperationalError as cause:
            self._refuse(cause)
            raise

    @contextlib.contextmanager
    def note(self) -> Generator[None]:
        """A transaction for what only follows from the books and is not audited.

        It leaves no operation; a write to an audited table fails in it. Inside a `write` it joins
        that. Raises BooksError when the disk refuses.
        """
        if self._current() is not None:
            yield
            return
        try:
            writer = self._engine.connect().execution_options(**{pragmas.WRITES: True})
            with writer as connection, connection.begin():
                self._writing.connection = connection
                try:
                    yield
                finally:
                    self._writing.connection = None
        except OperationalError as cause:
            self._refuse(cause)
            raise

    @property
    def writer(self) -> Connection:
        """The connection of the open `write`; raises RuntimeError outside of one (a bug)."""
        current = self._current()
        if current is None:
            raise RuntimeError("write outside of books.write")
        return current

    def _refuse(self, cause: OperationalError) -> None:
        """Raise BooksError for what the world does wrong: a full disk, a file held elsewhere."""
        if _errorcode(cause) in _WORLD:
            path = self.folder.database
            raise BooksError("books.cannot_write", path=path, reason=str(cause.orig)) from cause

    def _current(self) -> Connection | None:
        return getattr(self._writing, "connection", None)

    def _begin_operation(self, connection: Connection, label: str) -> int:
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        row = {
            "at": at,
            "who": self.who,
            "label": label,
            "first_change": _last_change(connection) + 1,
        }
        added = insert(tables.operation).values(**row).returning(tables.operation.c.id)
        operation = int(connection.execute(added).scalar_one())
        connection.execute(update(tables.current_operation).values(operation=operation))
        return operation

    def _end_operation(self, connection: Connection) -> bool:
        """Close the operation; returns whether it changed anything."""
        operation = tables.operation
        here = operation.c.id == self._writing.operation
        first = connection.execute(select(operation.c.first_change).where(here)).scalar_one()
        last = _last_change(connection)
        connection.execute(update(operation).where(here).values(last_change=last))
        connection.execute(update(tables.current_operation).values(operation=None))
        return last >= first


def _last_change(connection: Connection) -> int:
    return int(connection.execute(select(func.max(tables.change.c.id))).scalar() or 0)


def _errorcode(error: OperationalError) -> int:
    return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF


@contextlib.contextmanager
def open_books(root: Path, *, who: str = "") -> Generator[Books]:
    """Open (or lay down) the books of a data folder; `who` signs what is written.

    Raises BooksError when another program has them open, when a newer program wrote them (the file
    stays untouched), when the file is no database of ours, or when it is damaged.
    """
    folder = DataFolder(root)
    try:
        folder.create()
    except OSError as cause:
        raise BooksError("books.cannot_open", path=root, reason=cause.strerror) from cause
    with lock.hold(folder.lock):
        _prepare(folder)
        engine = pragmas.make_engine(folder.database)
        try:
            yield Books(folder, engine, who)
        finally:
            engine.dispose()


def _prepare(folder: DataFolder) -> None:
    database = folder.database
    try:
        _migrate(folder)
        damage = pragmas.quick_check(database)
    except (sqlite3.DatabaseError, DatabaseError) as cause:
        raise BooksError("books.damaged", path=database, reason=str(cause)) from cause
    if damage:
        raise BooksError("books.damaged", path=database, reason=damage[0])


def _migrate(folder: DataFolder) -> None:
    from khenthuong.storage import backup

    def back_up(version: int) -> Path:
        return backup.make(folder, f"truoc-nang-cap-v{version}")

    try:
        migrations.migrate(folder.database, back_up)
    except migrations.TooNewError as error:
        found, ours = error.args
        raise BooksError("books.too_new", path=folder.database, found=found, ours=ours) from error
    except migrations.NotBooksError as error:
        raise BooksError("books.not_books", path=folder.database, reason=str(error)) from error
    raw = sqlite3.connect(folder.database, isolation_level=None)
    try:
        triggers.refresh(raw)
    finally:
        raw.close()
