"""The audit's triggers, generated for every table of data from its columns as they are.

They write old and new of every row as JSON into `change`, so that bulk writes are caught too. They
are renewed after every migration; a write outside of an operation fails on `change.operation`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from khenthuong.storage.tables import DATA_TABLES

_RECIPIENT_TABLES = ("recipient", "unit", "person", "household")
_OPERATION = "(SELECT operation FROM current_operation)"


@dataclass(frozen=True)
class _TableColumns:
    name: str
    columns: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]

    @property
    def row_key(self) -> tuple[str, ...]:
        # The number of a recipient is SQLite's business; people know its code.
        return ("code",) if self.name == "recipient" else self.keys

    @property
    def recipient(self) -> str:
        if self.name in _RECIPIENT_TABLES:
            return "code"
        return "recipient" if any(name == "recipient" for name, _ in self.columns) else ""


def refresh(connection: sqlite3.Connection) -> bool:
    """Make the triggers what they should be; returns whether anything had to change.

    `connection` is a raw one without an open transaction.
    """
    wanted, found = declared(connection), laid(connection)
    if found == wanted:
        return False
    connection.execute("BEGIN EXCLUSIVE")
    for name in found:
        connection.execute(f'DROP TRIGGER "{name}"')
    for sql in wanted.values():
        connection.execute(sql)
    connection.execute("COMMIT")
    return True


def declared(connection: sqlite3.Connection) -> dict[str, str]:
    """The triggers that there should be, by name."""
    return {sql.split()[2]: sql for table in DATA_TABLES for sql in _triggers(connection, table)}


def laid(connection: sqlite3.Connection) -> dict[str, str]:
    """The triggers of the audit that are there, by name."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND name LIKE 'audit_%'"
    )
    return dict(rows.fetchall())


def as_audited(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Every row of a table as the audit would write it now: row key to JSON."""
    columns = _columns(connection, table)
    key = ", ".join(f't."{name}"' for name in columns.row_key)
    rows = connection.execute(
        f'SELECT json_array({key}), {_json("t", columns)} FROM "{table}" AS t'
    )
    return dict(rows.fetchall())


def row_key_of(table: str, keys: Iterable[str]) -> tuple[str, ...]:
    """The columns that name a row of the table in `change.row_key`."""
    return ("code",) if table == "recipient" else tuple(keys)


def _triggers(connection: sqlite3.Connection, table: str) -> list[str]:
    columns = _columns(connection, table)
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name, _ in columns.columns)
    return [
        _trigger(columns, "insert", "NEW", "NULL", _json("NEW", columns)),
        _trigger(columns, "delete", "OLD", _json("OLD", columns), "NULL"),
        _trigger(
            columns,
            "update",
            "NEW",
            _json("OLD", columns),
            _json("NEW", columns),
            f" WHEN {changed}",
        ),
    ]


def _columns(connection: sqlite3.Connection, table: str) -> _TableColumns:
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    keys = sorted((row[5], row[1]) for row in rows if row[5])
    return _TableColumns(
        table, tuple((row[1], row[2]) for row in rows), tuple(name for _, name in keys)
    )


def _trigger(
    table: _TableColumns, kind: str, side: str, old: str, new: str, condition: str = ""
) -> str:
    key = ", ".join(f'{side}."{name}"' for name in table.row_key)
    recipient = f'{side}."{table.recipient}"' if table.recipient else "NULL"
    return (
        f"CREATE TRIGGER audit_{table.name}_{kind} AFTER {kind.upper()} ON {table.name}{condition} "
        "BEGIN INSERT INTO change "
        "(operation, table_name, row_key, kind, recipient, old, new) VALUES "
        f"({_OPERATION}, '{table.name}', json_array({key}), '{kind}', {recipient}, {old}, {new}); "
        "END"
    )


def _json(side: str, table: _TableColumns) -> str:
    # JSON holds no bytes: a sort key travels as hexadecimal digits.
    pairs = (
        f"'{name}', " + (f'hex({side}."{name}")' if kind == "BLOB" else f'{side}."{name}"')
        for name, kind in table.columns
    )
    return f"json_object({', '.join(pairs)})"
