"""Back up the books, and put a backup in their place."""

from __future__ import annotations

from pathlib import Path

from khenthuong import storage
from khenthuong.services.workspace import Workspace


def back_up(ws: Workspace, reason: str = "thu_cong") -> Path:
    """A whole copy of the books in sao_luu/, named by time and reason; returns its path."""
    return storage.backup.back_up(ws.books, reason)
