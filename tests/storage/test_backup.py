"""Backups are whole databases with the time and reason in their names."""

import hashlib
from datetime import datetime, timedelta

import pytest

from khenthuong.errors import BooksError, CancelledError
from khenthuong.storage import backup, backup_notes, backup_store, open_books, pragmas, register
from tests import factories

NOW = datetime(2026, 1, 2, 3, 4, 5)


def test_a_backup_opens_as_books_of_its_own(books, tmp_path):
    with books.write("Thêm"):
        register.save(books, factories.unit())
    copy = backup.back_up(books, "Trước khi nhập", NOW)
    assert copy.name == "khenthuong-20260102-030405-truoc-khi-nhap.sqlite"
    assert copy.parent == books.folder.backups
    assert pragmas.full_check(copy) == []
    (tmp_path / "moi").mkdir()
    copy.rename(tmp_path / "moi" / "khenthuong.sqlite")
    with open_books(tmp_path / "moi") as other:
        assert register.units(other) == register.units(books)


def test_two_backups_of_one_second_are_two_files(books):
    first, second = backup.back_up(books, "a", NOW), backup.back_up(books, "a", NOW)
    assert first != second
    assert sorted(books.folder.backups.glob("*.sqlite")) == sorted([first, second])


def test_a_backup_beside_an_open_write_holds_the_last_whole_state(books):
    with books.write("Dở"):
        register.save(books, factories.unit())
        copy = backup.back_up(books, "giua-chung")
    assert pragmas.full_check(copy) == []


def test_a_folder_that_cannot_be_written_is_told(books):
    (books.folder.backups / "khenthuong-20260102-030405-a.tmp").mkdir()
    with pytest.raises(BooksError) as caught:
        backup.back_up(books, "a", NOW)
    assert caught.value.code == "books.cannot_back_up"
    assert not list(books.folder.backups.glob("*.sqlite"))


def test_the_proof_lies_beside_the_copy(books):
    with books.write("Thêm tổ"):
        register.save(books, factories.unit())
    copy = backup.back_up(books, "a", NOW)
    note = backup_notes.read(copy)
    assert note is not None
    assert note.made_at == NOW
    assert note.rows["recipient"] == note.rows["unit"] == 1
    assert note.sha256 == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert note.last is not None
    assert note.last.label == "Thêm tổ"


def test_files_are_stored_once_and_only_new_ones_are_copied(books):
    paper = books.folder.papers / "2026" / "d1" / "to-trinh.docx"
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"mot")
    (books.folder.forms / "tinh.toml").write_bytes(b"mot")
    first = backup_notes.read(backup.back_up(books, "a", NOW))
    store = books.folder.backups / backup_store.STORE
    assert {one.path for one in first.files} == {"van_ban/2026/d1/to-trinh.docx", "forms/tinh.toml"}
    (stored,) = store.glob("*/*")
    before = stored.stat().st_mtime_ns
    (books.folder.drafts / "nhap.json").write_bytes(b"hai")
    second = backup_notes.read(backup.back_up(books, "b", NOW + timedelta(days=1)))
    assert len(second.files) == 3
    assert stored.stat().st_mtime_ns == before
    assert {path.read_bytes() for path in store.glob("*/*")} == {b"mot", b"hai"}


def test_unfinished_files_and_links_stay_out(books):
    (books.folder.papers / "a.docx.dang-ghi").write_bytes(b"x")
    (books.folder.papers / "~$a.docx").write_bytes(b"x")
    (books.folder.papers / "b.docx").symlink_to(books.folder.database)
    assert backup_notes.read(backup.back_up(books, "a", NOW)).files == ()


def test_cancelling_leaves_no_backup(books):
    (books.folder.drafts / "nhap.json").write_bytes(b"hai")
    with pytest.raises(CancelledError):
        backup.back_up(books, "a", NOW, cancelled=lambda: True)
    assert not list(books.folder.backups.glob("*.*"))


def test_thinning_drops_bytes_nobody_lists(books):
    draft = books.folder.drafts / "nhap.json"
    draft.write_bytes(b"cu")
    old = backup.back_up(books, "dau-ngay", NOW - timedelta(days=900))
    draft.write_bytes(b"moi nhat")
    for days in range(400, -1, -20):
        backup.back_up(books, "dau-ngay", NOW - timedelta(days=days))
    assert not old.exists()
    assert not backup_notes.note_path(old).exists()
    store = books.folder.backups / backup_store.STORE
    assert [path.read_bytes() for path in store.glob("*/*")] == [b"moi nhat"]
