"""Back up the books, and put a backup in their place."""

from __future__ import annotations

from pathlib import Path

from khenthuong import storage
from khenthuong.paths import DataFolder
from khenthuong.services.workspace import Workspace
from khenthuong.storage.restore import restore as restore_books


def back_up(ws: Workspace, reason: str = "thu_cong") -> Path:
    """A whole copy of the books in sao_luu/, named by time and reason; returns its path."""
    return storage.backup.back_up(ws.books, reason)


def restore(root: Path, source: Path) -> Path | None:
    """Put a backup in the place of the books of `root`; returns where the former books are kept.

    Raises BooksError (and changes nothing) for a file that is no sound backup of this program.
    """
    return restore_books(DataFolder(root), source)
