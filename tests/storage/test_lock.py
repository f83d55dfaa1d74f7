"""The lock of a data folder."""

import os

import pytest

from khenthuong.errors import BooksError
from khenthuong.storage import lock


def test_the_lock_names_its_holder_and_is_given_back(tmp_path):
    path = tmp_path / "dang_mo.lock"
    with lock.hold(path):
        assert path.read_text() == str(os.getpid())
        with pytest.raises(BooksError), lock.hold(path):
            pass
    with lock.hold(path):
        pass


def test_the_lock_is_given_back_after_an_error(tmp_path):
    path = tmp_path / "dang_mo.lock"
    with pytest.raises(ZeroDivisionError), lock.hold(path):
        raise ZeroDivisionError
    with lock.hold(path):
        pass


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BooksError) as caught, lock.hold(tmp_path / "khong-co" / "a.lock"):
        pass
    assert caught.value.code == "books.cannot_open"
