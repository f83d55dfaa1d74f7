"""SQLite's own settings, applied to every connection, and its health checks.

`journal_mode=DELETE`: clerks copy the file to a stick, and a copied WAL database loses its last
pages. `synchronous=FULL`: what was saved survives a power cut.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection

_PRAGMAS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # A large import must not take the exclusive lock, and its journal, before COMMIT.
    "PRAGMA cache_spill=OFF",
    "PRAGMA busy_timeout=5000",
    "PRAGMA temp_store=MEMORY",
)
WRITES = "khenthuong_writes"


def make_engine(database: Path) -> Engine:
    """An engine whose transactions are explicit: the driver itself never begins one.

    Left to itself, the driver commits before DDL and begins only before the first write, so two
    reads could see two states. A connection with the option `WRITES` takes the write lock at once.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(database)),
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _apply)
    event.listen(engine, "begin", _begin)
    return engine


def _apply(raw: sqlite3.Connection, _record: Any) -> None:
    for pragma in _PRAGMAS:
        raw.execute(pragma).close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # A unit may come before the unit it belongs to; what is missing shows at COMMIT.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    else:
        connection.exec_driver_sql("BEGIN")


def quick_check(database: Path) -> list[str]:
    """What SQLite finds wrong with the file; empty when it is sound. Raises DatabaseError."""
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        rows = connection.execute("PRAGMA quick_check").fetchall()
    finally:
        connection.close()
    return [row[0] for row in rows if row[0] != "ok"]


def full_check(database: Path) -> list[str]:
    """The slow check on demand: every page, every index, every foreign key."""
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        found += [f"foreign_key {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    finally:
        connection.close()
    return [line for line in found if line != "ok"]
