"""A backup takes the place of the books; what was there is kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from khenthuong.domain.office import Office
from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.storage import backup, office, open_books
from khenthuong.storage.restore import Restored, describe, lost_since, restore


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
    kept = restore(DataFolder(tmp_path), old).kept
    assert name_of(tmp_path) == "Xã Cũ"
    assert kept is not None
    restore(DataFolder(tmp_path), kept)
    assert name_of(tmp_path) == "Xã Mới"


def test_restore_into_an_empty_folder(tmp_path: Path) -> None:
    old = write_name(tmp_path / "a", "Xã Cũ")
    assert restore(DataFolder(tmp_path / "b"), old) == Restored(None, 0)
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


def with_files(root: Path) -> tuple[Path, dict[str, bytes]]:
    """Books with a paper and evidence, backed up; the copy and the files by path."""
    files = {"van_ban/2026/a.docx": b"to trinh", "minh_chung/ab/ab.pdf": b"anh"}
    with open_books(root) as books:
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        with books.write("thử"):
            office.save_office(books, Office("Xã Mẫu", "Tỉnh Mẫu"))
        return backup.back_up(books, "thử"), files


def test_files_come_back_whole_and_newer_ones_stay(tmp_path: Path) -> None:
    copy, files = with_files(tmp_path)
    (tmp_path / "van_ban/2026/a.docx").write_bytes(b"da sua")
    (tmp_path / "minh_chung/ab/ab.pdf").unlink()
    (tmp_path / "van_ban/2026/moi.docx").write_bytes(b"moi")
    done = restore(DataFolder(tmp_path), copy)
    assert {name: (tmp_path / name).read_bytes() for name in files} == files
    assert (tmp_path / "van_ban/2026/moi.docx").read_bytes() == b"moi"
    assert (done.files, done.missing) == (2, ())
    # The way back holds what was overwritten.
    assert done.kept is not None
    restore(DataFolder(tmp_path), done.kept)
    assert (tmp_path / "van_ban/2026/a.docx").read_bytes() == b"da sua"


@pytest.mark.parametrize("damage", ["flip", "delete"])
def test_a_damaged_file_of_the_store_is_named_and_refused(tmp_path: Path, damage: str) -> None:
    copy, _ = with_files(tmp_path)
    stored = next(p for p in (tmp_path / "sao_luu/kho").glob("*/*") if p.read_bytes() == b"anh")
    if damage == "flip":
        stored.write_bytes(b"ang")
    else:
        stored.unlink()
    (tmp_path / "minh_chung/ab/ab.pdf").unlink()
    write_name(tmp_path, "Xã Sau")
    with pytest.raises(BooksError) as caught:
        restore(DataFolder(tmp_path), copy)
    assert caught.value.code == "backup.files_missing_refused"
    assert caught.value.arguments["files"] == ("minh_chung/ab/ab.pdf",)
    assert name_of(tmp_path) == "Xã Sau"
    done = restore(DataFolder(tmp_path), copy, even_damaged=True)
    assert done.missing == ("minh_chung/ab/ab.pdf",)
    assert name_of(tmp_path) == "Xã Mẫu"


def test_a_copy_changed_after_it_was_made_is_told(tmp_path: Path) -> None:
    copy = write_name(tmp_path, "Xã Cũ")
    with sqlite3.connect(copy) as connection:
        connection.execute("DROP TRIGGER audit_office_update")
        connection.execute("UPDATE office SET value = 'Xã Giả' WHERE value = 'Xã Cũ'")
    connection.close()
    assert [code for code, _ in describe(copy).problems] == ["backup.changed"]
    with pytest.raises(BooksError) as caught:
        restore(DataFolder(tmp_path), copy)
    assert caught.value.code == "backup.changed_refused"
    restore(DataFolder(tmp_path), copy, even_damaged=True)
    assert name_of(tmp_path) == "Xã Giả"


def test_what_would_be_lost_is_counted_and_named(tmp_path: Path) -> None:
    copy = write_name(tmp_path, "Xã Cũ")
    contents = describe(copy)
    assert contents.office == "Xã Cũ"
    assert contents.problems == ()
    assert lost_since(DataFolder(tmp_path), contents).operations == 0
    write_name(tmp_path, "Xã Mới")
    lost = lost_since(DataFolder(tmp_path), contents)
    assert (lost.operations, [one.label for one in lost.newest]) == (1, ["thử"])
    restore(DataFolder(tmp_path), copy)
    write_name(tmp_path, "Xã Khác")
    newer = describe(write_name(tmp_path / "khac", "Xã Lạ"))
    assert lost_since(DataFolder(tmp_path / "trong"), newer).operations == 0


def test_books_of_another_office_share_no_history(tmp_path: Path) -> None:
    write_name(tmp_path / "a", "Xã A")
    with open_books(tmp_path / "b") as books:
        with books.write("khác hẳn"):
            office.save_office(books, Office("Xã B", "Tỉnh Mẫu"))
        copy = backup.back_up(books, "thử")
    assert lost_since(DataFolder(tmp_path / "a"), describe(copy)).other


def test_damaged_books_are_set_aside_as_they_are(tmp_path: Path) -> None:
    copy = write_name(tmp_path, "Xã Cũ")
    database = tmp_path / "khenthuong.sqlite"
    data = bytearray(database.read_bytes())
    data[4096 : 4096 * 6] = b"\xff" * 4096 * 5
    database.write_bytes(data)
    kept = restore(DataFolder(tmp_path), copy).kept
    assert kept is not None
    assert kept.parent == tmp_path / "cach_ly"
    assert kept.read_bytes() == bytes(data)
    assert name_of(tmp_path) == "Xã Cũ"


def test_truncated_books_are_set_aside_too(tmp_path: Path) -> None:
    copy = write_name(tmp_path, "Xã Cũ")
    database = tmp_path / "khenthuong.sqlite"
    database.write_bytes(database.read_bytes()[:5000])
    assert restore(DataFolder(tmp_path), copy).kept is not None
    assert name_of(tmp_path) == "Xã Cũ"


def test_a_journal_of_the_former_books_is_not_played_into_the_new_ones(tmp_path: Path) -> None:
    copy = write_name(tmp_path, "Xã Cũ")
    (tmp_path / "khenthuong.sqlite-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 64)
    restore(DataFolder(tmp_path), copy)
    assert not (tmp_path / "khenthuong.sqlite-journal").exists()
    assert name_of(tmp_path) == "Xã Cũ"
