"""«Gửi báo lỗi»: what whoever helps needs to know, with nothing about anybody.

The report is a file the clerk hands on herself; the program sends nothing. Of the books it tells
how many rows there are, never what they say.
"""

from __future__ import annotations

import json
import locale
import platform
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib import metadata
from pathlib import Path

from khenthuong import __version__, texts
from khenthuong.domain.fault_log import cleaned
from khenthuong.exchange import fault_file
from khenthuong.paths import DataFolder
from khenthuong.services.safety import doctor
from khenthuong.storage import backup

READ_FIRST, COMPUTER, LOG, WORDS = "doc-truoc.txt", "may.json", "nhat-ky.txt", "mo-ta.txt"
_PARTS = ("PySide6-Essentials", "PySide6-Pdf", "SQLAlchemy", "lxml", "docxtpl", "openpyxl")
_MOST_LINES = 2_000
_MEGABYTE = 1 << 20


def contents(
    root: Path, words: str = "", screen: Mapping[str, object] | None = None
) -> dict[str, str]:
    """The files of the report by name, as the clerk may read them before handing them on.

    `words` are her own; `screen` describes the window's screen (size in pixels, scale).
    """
    folder = DataFolder(root)
    computer = {**_program(), "screen": dict(screen or {}), **_books(folder)}
    log = list(_log_lines(folder))[-_MOST_LINES:]
    files = {
        READ_FIRST: texts.say("fault.read_first"),
        COMPUTER: json.dumps(computer, ensure_ascii=False, indent=1, sort_keys=True),
        LOG: "\n".join(log),
    }
    return {**files, WORDS: words.strip()} if words.strip() else files


def write(target: Path, files: Mapping[str, str]) -> None:
    """Write the report as a zip; raises PackageError when the place does not take it."""
    fault_file.write_texts(target, files)


def proposed_name(now: datetime) -> str:
    """A name that says what and when: «bao-loi-20261122-0930.zip»."""
    return f"bao-loi-{now:%Y%m%d-%H%M}.zip"


def _program() -> dict[str, object]:
    return {
        "version": __version__,
        "frozen": bool(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "language": locale.getlocale()[0] or "",
        "parts": dict(_versions()),
    }


def _versions() -> Iterator[tuple[str, str]]:
    for part in _PARTS:
        try:
            yield part, metadata.version(part)
        except metadata.PackageNotFoundError:
            yield part, ""  # a build keeps no list of its parts


def _books(folder: DataFolder) -> dict[str, object]:
    troubles = Counter(
        f"{one.grade.value} {one.code}" for one in doctor.examine(folder.root, rules=False)
    )
    free = shutil.disk_usage(folder.root).free // _MEGABYTE if folder.root.is_dir() else 0
    return {"troubles": dict(troubles), "free_mb": free, "rows": backup.rows_of(folder.database)}


def _log_lines(folder: DataFolder) -> Iterator[str]:
    files = folder.log.glob("khenthuong.log*") if folder.log.is_dir() else ()
    for path in sorted(files, key=lambda one: (one.stat().st_mtime, one.name)):
        with path.open(encoding="utf-8", errors="replace") as stream:
            yield from cleaned(stream)
