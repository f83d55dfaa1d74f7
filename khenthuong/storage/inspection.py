"""What is wrong with the database itself: its pages, its shape, its rows, its clock."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

from khenthuong.domain.health import Grade, Trouble
from khenthuong.paths import DataFolder
from khenthuong.storage import backup, lock, migrations, pragmas, triggers
from khenthuong.storage.tables import DATA_TABLES

_SHOWN = 3
_INDEX = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry")
_CLOCK_SLACK = timedelta(hours=26)
"""A clock of another time zone is no wrong clock."""


@contextlib.contextmanager
def alone(folder: DataFolder) -> Generator[None]:
    """Hold the books of a folder without opening them; raises BooksError when they are open."""
    with lock.hold(folder.lock):
        yield


def database(folder: DataFolder, now: datetime) -> list[Trouble]:
    """Every trouble of the database file; it is never changed."""
    path = folder.database
    if not path.is_file() or not path.stat().st_size:
        return [Trouble("doctor.no_database", Grade.HARM, {"path": path})]
    try:
        damage = _pages(path)
        if any(one.code == "doctor.pages" for one in damage):
            return damage
        return [*damage, *_inside(path, now)]
    except sqlite3.DatabaseError as cause:
        return [Trouble("doctor.unreadable", Grade.HARM, {"path": path, "reason": cause})]


def readable(folder: DataFolder) -> bool:
    """Whether the database can be asked for its rows at all, and is of this program's version."""
    try:
        with contextlib.closing(backup.read_only(folder.database)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            for table in ("evidence", "paper", "office_paper", "sealed_dossier"):
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(version) == max(migrations.STEPS)
    except sqlite3.Error:
        return False


def _pages(path: Path) -> list[Trouble]:
    found = pragmas.full_check(path)
    keys = [line for line in found if line.startswith("foreign_key ")]
    pages = [line for line in found if line not in keys]
    index = [line for line in pages if _INDEX.search(line)]
    other = [line for line in pages if line not in index]
    troubles: list[Trouble] = []
    if other:
        told = {"path": path, "count": len(other), "reason": other[:_SHOWN]}
        troubles.append(Trouble("doctor.pages", Grade.HARM, told))
    if index:
        told = {"count": len(index), "reason": index[:_SHOWN]}
        troubles.append(Trouble("doctor.index", Grade.HARM, told, mendable=True))
    if keys:
        told = {"count": len(keys), "reason": [k.removeprefix("foreign_key ") for k in keys[:3]]}
        troubles.append(Trouble("doctor.references", Grade.HARM, told))
    return troubles


def _inside(path: Path, now: datetime) -> Iterator[Trouble]:
    with contextlib.closing(backup.read_only(path)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        newest = max(migrations.STEPS)
        if version != newest:
            code = "doctor.too_new" if version > newest else "doctor.too_old"
            yield Trouble(code, Grade.RISK, {"found": version, "ours": newest})
            return
        shape = list(_shape(connection))
        yield from shape
        if any(one.code == "doctor.tables" for one in shape):
            return
        yield from _rows(connection)
        yield from _clock(connection, now)
    yield from _search(path)


def _shape(connection: sqlite3.Connection) -> Iterator[Trouble]:
    wanted, found = declared_shape(), shape_of(connection)
    off = [name for name in wanted if found.get(name) != wanted[name]]
    tables = [name for name in off if wanted[name].startswith("CREATE TABLE")]
    others = [name for name in off if name not in tables]
    if tables:
        yield Trouble("doctor.tables", Grade.HARM, {"names": tables})
        return
    audit = triggers.declared(connection) != triggers.laid(connection)
    if others or audit:
        names = [*others, *(["audit"] if audit else [])]
        yield Trouble("doctor.triggers", Grade.RISK, {"names": names}, mendable=True)


@cache
def declared_shape() -> Mapping[str, str]:
    """Tables, indexes and triggers of new books by name, without the audit's and the search's."""
    with tempfile.TemporaryDirectory(prefix="khenthuong-khuon-") as folder:
        fresh = Path(folder) / "khuon.sqlite"
        migrations.migrate(fresh, lambda _version: None)
        with contextlib.closing(sqlite3.connect(fresh)) as connection:
            return shape_of(connection)


def shape_of(connection: sqlite3.Connection) -> dict[str, str]:
    """What a database is made of, by name; see `declared_shape`."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'audit_%' "
        "AND name NOT LIKE 'recipient_search%' AND name NOT LIKE 'sqlite_%'"
    )
    return {name: " ".join(sql.split()) for name, sql in rows.fetchall()}


def _rows(connection: sqlite3.Connection) -> Iterator[Trouble]:
    """Rows that are not what was last written into them: SQLite has no sums of its own."""
    last = _last_written(connection)
    for table in DATA_TABLES:
        there = triggers.as_audited(connection, table)
        written = last.get(table, {})
        changed = [key for key, row in there.items() if not _same(row, written.get(key))]
        gone = [key for key in written if key not in there]
        for code, keys in (("doctor.rows_changed", changed), ("doctor.rows_gone", gone)):
            if keys:
                told = {"table": table, "count": len(keys), "keys": [_key(k) for k in keys[:3]]}
                yield Trouble(code, Grade.HARM, told)


def _last_written(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """By table and row key, the row as the audit last saw it; removed rows are not there."""
    found: dict[str, dict[str, str]] = {}
    query = "SELECT table_name, row_key, old, new FROM change ORDER BY id"
    for table, key, old, new in connection.execute(query):
        rows = found.setdefault(table, {})
        if new is None:
            rows.pop(key, None)
            continue
        former = _renamed(table, key, old)
        if former is not None:
            rows.pop(former, None)
        rows[key] = new
    return found


def _renamed(table: str, key: str, old: str | None) -> str | None:
    """The key a row had before, where an update changed it; only recipients have one column."""
    if old is None or table not in ("recipient", "unit", "person", "household"):
        return None
    former = json.dumps([json.loads(old)["code"]], ensure_ascii=False, separators=(",", ":"))
    return former if former != key else None


def _same(row: str, written: str | None) -> bool:
    """Equal in what both know: a column added by a later version is in the newer one only."""
    if written is None:
        return False
    if row == written:
        return True
    now, then = cast("dict[str, Any]", json.loads(row)), cast("dict[str, Any]", json.loads(written))
    return all(now[name] == then[name] for name in now.keys() & then.keys())


def _key(row_key: str) -> str:
    return " ".join(str(part) for part in json.loads(row_key))


def _clock(connection: sqlite3.Connection, now: datetime) -> Iterator[Trouble]:
    latest = now + _CLOCK_SLACK
    ahead: list[datetime] = []
    for (at,) in connection.execute("SELECT at FROM operation"):
        moment = datetime.fromisoformat(at).replace(tzinfo=None)
        if moment > latest:
            ahead.append(moment)
    if ahead:
        told = {"count": len(ahead), "day": max(ahead).date(), "today": now.date()}
        yield Trouble("doctor.operations_ahead", Grade.RISK, told)


def _search(path: Path) -> Iterator[Trouble]:
    # FTS5 checks itself through a write that is taken back.
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        try:
            connection.execute(
                "INSERT INTO recipient_search (recipient_search, rank) "
                "VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError:
            yield Trouble("doctor.search", Grade.RISK, mendable=True)
        finally:
            connection.execute("ROLLBACK")


def mend_database(folder: DataFolder) -> list[str]:
    """Mend what follows from the rows: indexes, triggers, the search index; codes of what was."""
    done: list[str] = []
    steps: tuple[tuple[str, Callable[[sqlite3.Connection], bool]], ...] = (
        ("doctor.mended_shape", _mend_shape),
        ("doctor.mended_triggers", triggers.refresh),
        ("doctor.mended_index", _mend_index),
        ("doctor.mended_search", _mend_search),
    )
    with contextlib.closing(sqlite3.connect(folder.database, isolation_level=None)) as connection:
        for code, step in steps:
            if step(connection):
                done.append(code)
    return done


def _mend_shape(connection: sqlite3.Connection) -> bool:
    wanted, found = declared_shape(), shape_of(connection)
    off = [name for name in wanted if found.get(name) != wanted[name]]
    if not off or any(wanted[name].startswith("CREATE TABLE") for name in off):
        return False
    connection.execute("BEGIN EXCLUSIVE")
    for name in off:
        kind = "TRIGGER" if wanted[name].startswith("CREATE TRIGGER") else "INDEX"
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
        connection.execute(wanted[name])
    connection.execute("COMMIT")
    return True


def _mend_index(connection: sqlite3.Connection) -> bool:
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if not any(_INDEX.search(line) for line in found):
        return False
    connection.execute("REINDEX")
    return True


def _mend_search(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute(
            "INSERT INTO recipient_search (recipient_search, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError:
        connection.execute("INSERT INTO recipient_search (recipient_search) VALUES ('rebuild')")
        return True
    return False
