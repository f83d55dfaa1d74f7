"""Backups are whole databases with the time and reason in their names."""

from datetime import datetime

import pytest

from khenthuong.errors import BooksError
from khenthuong.storage import backup, open_books, pragmas, register
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
    assert sorted(books.folder.backups.iterdir()) == sorted([first, second])


def test_a_backup_beside_an_open_write_holds_the_last_whole_state(books):
    with books.write("Dở"):
        register.save(books, factories.unit())
        copy = backup.back_up(books, "giua-chung")
    assert pragmas.full_check(copy) == []


def test_a_folder_that_cannot_be_written_is_told(books, tmp_path):
    blocked = tmp_path / "chan"
    blocked.mkdir()
    (blocked / "khenthuong-20260102-030405-a.tmp").mkdir()
    with pytest.raises(BooksError) as caught:
        backup.copy_database(books.folder.database, blocked, "a", NOW)
    assert caught.value.code == "books.cannot_back_up"
