"""The lock of a data folder."""

import os
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.errors import BooksError
from khenthuong.storage import lock

COMPUTER = os.environ.get("COMPUTERNAME") or os.uname().nodename


def test_the_lock_names_its_holder_and_is_given_back(tmp_path):
    path = tmp_path / "dang_mo.lock"
    with lock.hold(path):
        assert path.read_text().splitlines()[0] == str(os.getpid())
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


def test_the_refusal_names_who_holds_the_books_and_on_which_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "hoa.nguyen")
    path = tmp_path / "dang_mo.lock"
    with lock.hold(path), pytest.raises(BooksError) as caught, lock.hold(path):
        pass
    told = caught.value.arguments
    assert (told["who"], told["computer"]) == ("hoa.nguyen", COMPUTER)
    assert "hoa.nguyen" in texts.say(caught.value.code, told)


def test_a_lock_of_an_older_version_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "dang_mo.lock"
    with lock.hold(path):
        path.write_text("1234", encoding="ascii")
        with pytest.raises(BooksError) as caught, lock.hold(path):
            pass
    assert caught.value.arguments["who"] == "?"
