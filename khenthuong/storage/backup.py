"""Copies of the books: SQLite's own backup in one step, never a copy of the open file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path

from khenthuong.domain.names import slug
from khenthuong.errors import BooksError
from khenthuong.storage.books import Books


def back_up(books: Books, reason: str, now: datetime | None = None) -> Path:
    """Copy the books into sao_luu/, named with time and reason; returns the copy.

    Not inside `books.write`: the copy would miss what is not yet committed.
    """
    return copy_database(books.folder.database, books.folder.backups, slug(reason), now)


def copy_database(database: Path, folder: Path, reason: str, now: datetime | None = None) -> Path:
    """A checked copy of the database in `folder`; raises BooksError when it cannot be written."""
    stamp = (now or datetime.now()).strftime("%Y%m%d-%H%M%S")
    target = _free(folder, f"khenthuong-{stamp}-{reason}")
    unfinished = target.with_suffix(".tmp")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(database, unfinished)
        os.replace(unfinished, target)
    except (OSError, sqlite3.Error) as cause:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise BooksError("books.cannot_back_up", path=target, reason=str(cause)) from cause
    return target


def _free(folder: Path, stem: str) -> Path:
    target = folder / f"{stem}.sqlite"
    number = 2
    while target.exists():
        target = folder / f"{stem}-{number}.sqlite"
        number += 1
    return target


def _copy(database: Path, target: Path) -> None:
    # One step: a stepped backup starts again whenever another connection commits.
    address = f"{database.absolute().as_uri()}?mode=ro"
    with (
        contextlib.closing(sqlite3.connect(address, uri=True)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy, pages=-1)
