"""Schema versions: all or nothing, backed up, never downwards, equal to the declared tables."""

import contextlib
import sqlite3
from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.storage import migrations, open_books, register, tables
from tests import factories


@contextlib.contextmanager
def raw(path: Path) -> Generator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def columns(path: Path, table: str) -> list[str]:
    with raw(path) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def describe(inspector, table: str) -> dict:
    return {
        "columns": [
            (c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)
        ],
        "key": inspector.get_pk_constraint(table)["constrained_columns"],
        "unique": sorted(tuple(u["column_names"]) for u in inspector.get_unique_constraints(table)),
        "references": sorted(
            (tuple(f["constrained_columns"]), f["referred_table"], tuple(f["referred_columns"]))
            for f in inspector.get_foreign_keys(table)
        ),
        "indexes": sorted(
            (i["name"], tuple(i["column_names"])) for i in inspector.get_indexes(table)
        ),
    }


def test_migrated_schema_is_the_declared_one(tmp_path):
    migrations.migrate(tmp_path / "a.sqlite", lambda version: None)
    migrated = create_engine(f"sqlite:///{tmp_path / 'a.sqlite'}")
    declared = create_engine(f"sqlite:///{tmp_path / 'b.sqlite'}")
    tables.metadata.create_all(declared)
    one, other = inspect(migrated), inspect(declared)
    names = [n for n in one.get_table_names() if not n.startswith("recipient_search")]
    assert sorted(names) == sorted(other.get_table_names())
    for name in names:
        assert describe(one, name) == describe(other, name), name
    migrated.dispose()
    declared.dispose()


def test_a_step_that_fails_half_way_leaves_the_old_version_whole(tmp_path):
    path = tmp_path / "a.sqlite"
    migrations.migrate(path, lambda version: None, {1: ["CREATE TABLE t (id INTEGER)"]})
    steps = {
        1: [],
        2: [
            "ALTER TABLE t ADD COLUMN x TEXT",
            "UPDATE t SET x = ''",
            "INSERT INTO nowhere VALUES (1)",
        ],
    }
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            migrations.migrate(path, lambda version: None, steps)
        assert columns(path, "t") == ["id"]
    steps[2][-1] = "ALTER TABLE t ADD COLUMN y TEXT"
    assert migrations.migrate(path, lambda version: None, steps) == (1, 2)
    assert columns(path, "t") == ["id", "x", "y"]


def test_a_step_that_breaks_a_reference_is_taken_back(tmp_path):
    path = tmp_path / "a.sqlite"
    first = [
        "CREATE TABLE p (id INTEGER PRIMARY KEY)",
        "CREATE TABLE c (p INTEGER REFERENCES p (id))",
        "INSERT INTO p VALUES (1)",
        "INSERT INTO c VALUES (1)",
    ]
    migrations.migrate(path, lambda version: None, {1: first})
    with pytest.raises(sqlite3.IntegrityError):
        migrations.migrate(path, lambda version: None, {1: first, 2: ["DELETE FROM p"]})
    with raw(path) as connection:
        assert connection.execute("SELECT count(*) FROM p").fetchone() == (1,)


def test_an_existing_database_is_backed_up_first_and_a_new_one_is_not(tmp_path):
    path, asked = tmp_path / "a.sqlite", []
    migrations.migrate(path, asked.append, {1: ["CREATE TABLE t (id INTEGER)"]})
    assert asked == []
    migrations.migrate(path, asked.append, {1: [], 2: ["ALTER TABLE t ADD COLUMN x TEXT"]})
    assert asked == [1]
    migrations.migrate(path, asked.append, {1: [], 2: []})
    assert asked == [1]


def test_opening_older_books_lays_a_copy_into_sao_luu(tmp_path, monkeypatch):
    with open_books(tmp_path) as books, books.write("Thêm"):
        register.save(books, factories.unit())
    newest = migrations.LATEST
    added = ["ALTER TABLE unit ADD COLUMN website TEXT"]
    steps = {**migrations.STEPS, newest + 1: added}
    monkeypatch.setattr(migrations, "STEPS", steps)
    with open_books(tmp_path) as books:
        assert register.get(books, "TT-001") == factories.unit()
    (copy,) = DataFolder(tmp_path).backups.glob("*.sqlite")
    assert f"truoc-nang-cap-v{newest}" in copy.name
    assert "website" not in columns(copy, "unit")
    assert "website" in columns(DataFolder(tmp_path).database, "unit")
    with raw(copy) as connection:
        assert connection.execute("SELECT code FROM unit").fetchall() == [("TT-001",)]
    # The new column is audited too: triggers follow the schema.
    with raw(DataFolder(tmp_path).database) as connection:
        sql = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'audit_unit_update'"
        ).fetchone()[0]
    assert "website" in sql


def test_newer_books_are_refused_and_stay_as_they_are(tmp_path):
    with open_books(tmp_path):
        pass
    path = DataFolder(tmp_path).database
    with raw(path) as connection:
        connection.execute(f"PRAGMA user_version={migrations.LATEST + 1}")
    before = path.read_bytes()
    with pytest.raises(BooksError) as caught, open_books(tmp_path):
        pass
    assert caught.value.code == "books.too_new"
    assert caught.value.arguments["found"] == migrations.LATEST + 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Day la mot tap tin khac, khong phai so." * 40])
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path, content):
    path = DataFolder(tmp_path).database
    path.write_bytes(content)
    with pytest.raises(BooksError) as caught, open_books(tmp_path):
        pass
    assert caught.value.code == "books.not_books"
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_kept(tmp_path):
    path = DataFolder(tmp_path).database
    with raw(path) as connection:
        connection.execute("CREATE TABLE songs (id INTEGER)")
    with pytest.raises(BooksError) as caught, open_books(tmp_path):
        pass
    assert caught.value.code == "books.not_books"
    assert columns(path, "songs") == ["id"]
