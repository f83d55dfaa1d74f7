"""A backup takes the place of the books; what was there is kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from khenthuong.domain.office import Office
from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.storage import backup, office, open_books
from khenthuong.storage.restore import restore


def name_of(root: Path) -> str:
    with open_books(root) as books:
        found = office.get_office(books)
        return found.name if found else ""


def write_name(root: Path, name: str) -> Path:
    with open_books(root) as books:
        with books.write("thử"):
            office.save_office(books, Office(name, "Thành phố Hải Phòng"))
        return backup.back_up(books, "thử")


def test_restore_brings_back_and_keeps_what_was_there(tmp_path: Path) -> None:
    old = write_name(tmp_path, "Xã Cũ")
    write_name(tmp_path, "Xã Mới")
    kept = restore(DataFolder(tmp_path), old)
    assert name_of(tmp_path) == "Xã Cũ"
    assert kept is not None
    restore(DataFolder(tmp_path), kept)
    assert name_of(tmp_path) == "Xã Mới"


def test_restore_into_an_empty_folder(tmp_path: Path) -> None:
    old = write_name(tmp_path / "a", "Xã Cũ")
    assert restore(DataFolder(tmp_path / "b"), old) is None
    assert name_of(tmp_path / "b") == "Xã Cũ"


def broken_file(path: Path) -> Path:
    path.write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    return path


def foreign_file(path: Path) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    return path


def empty_file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def missing_file(path: Path) -> Path:
    return path


@pytest.mark.parametrize("make", [broken_file, foreign_file, empty_file, missing_file])
def test_what_is_no_backup_is_refused_and_nothing_changes(tmp_path: Path, make: object) -> None:
    write_name(tmp_path, "Xã Mới")
    source = make(tmp_path / "la.sqlite")  # type: ignore[operator]
    with pytest.raises(BooksError):
        restore(DataFolder(tmp_path), source)
    assert name_of(tmp_path) == "Xã Mới"
    assert not list(tmp_path.glob("*.tmp"))


def test_open_books_are_not_replaced(tmp_path: Path) -> None:
    old = write_name(tmp_path, "Xã Cũ")
    with open_books(tmp_path), pytest.raises(BooksError) as caught:
        restore(DataFolder(tmp_path), old)
    assert caught.value.code == "books.locked"
