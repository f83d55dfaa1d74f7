"""A backup as one zip for a stick: laid out as the data folder is, so that unpacking it is enough.

What was written is read back, entry by entry, before the file gets its name.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from khenthuong.errors import CancelledError, PackageError
from khenthuong.exchange.files import replacing

NOTE = "ban-sao-luu.json"
"""The proof of the backup inside the zip; it lists every other file with its sha256."""
_MAX_NOTE = 200 << 20
_CHUNK = 1 << 20
_PACKED_ALREADY = (".docx", ".xlsx", ".pdf", ".jpg", ".jpeg", ".png", ".tif", ".zip")
_MODE = 0o100644 << 16

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Entry:
    """One file of the archive: its name there, where its bytes lie, and their sha256."""

    name: str
    source: Path
    sha256: str


def write_archive(
    target: Path,
    entries: Sequence[Entry],
    notes: Mapping[str, bytes],
    made_at: datetime,
    progress: Progress,
    cancelled: Cancelled,
) -> int:
    """Write and read back a backup; returns its size in bytes.

    `notes` are small files given as bytes. The target is put in place whole or not at all. Raises
    PackageError when it cannot be written or reads back other than written; CancelledError.
    """
    total = 2 * len(entries)
    with replacing(target, PackageError) as staged:
        with zipfile.ZipFile(staged, "w") as archive:
            for name, data in notes.items():
                archive.writestr(_info(name, made_at), data)
            for number, entry in enumerate(entries):
                _step(progress, cancelled, number, total, entry.name)
                with entry.source.open("rb") as source:
                    info = _info(entry.name, made_at)
                    with archive.open(info, "w", force_zip64=True) as packed:
                        while chunk := source.read(_CHUNK):
                            packed.write(chunk)
        _read_back(staged, target, entries, progress, cancelled)
        return staged.stat().st_size


def read_note(path: Path) -> bytes:
    """The note of a backup's zip; raises PackageError when this is no zip of ours."""
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo(NOTE)
            if info.file_size > _MAX_NOTE:
                raise PackageError("backup.not_zip", path=path, reason=NOTE)
            return archive.read(info)
    except OSError as cause:
        raise PackageError("error.cannot_read", path=path, reason=cause.strerror) from cause
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError) as cause:
        raise PackageError("backup.not_zip", path=path, reason=str(cause)) from cause


def unpack(
    path: Path, wanted: Mapping[str, Path], progress: Progress, cancelled: Cancelled
) -> tuple[str, ...]:
    """Lay entries at the places wanted; returns the names that are missing or damaged.

    No name of the zip decides where anything goes. Raises PackageError when the zip or a place
    cannot be used, CancelledError.
    """
    failed: list[str] = []
    try:
        with zipfile.ZipFile(path) as archive:
            for number, (name, target) in enumerate(wanted.items()):
                _step(progress, cancelled, number, len(wanted), name)
                if not _unpack_one(archive, name, target):
                    failed.append(name)
    except OSError as cause:
        raise PackageError("error.cannot_read", path=path, reason=cause.strerror) from cause
    except zipfile.BadZipFile as cause:
        raise PackageError("backup.not_zip", path=path, reason=str(cause)) from cause
    return tuple(failed)


def _unpack_one(archive: zipfile.ZipFile, name: str, target: Path) -> bool:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with archive.open(name) as packed, target.open("wb") as laid:
            _copy(packed, laid, archive.getinfo(name).file_size)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError):
        target.unlink(missing_ok=True)
        return False
    return True


def _copy(packed: IO[bytes], laid: IO[bytes], size: int) -> None:
    while chunk := packed.read(_CHUNK):
        size -= len(chunk)
        if size < 0:
            raise zipfile.BadZipFile
        laid.write(chunk)


def _read_back(
    staged: Path, target: Path, entries: Sequence[Entry], progress: Progress, cancelled: Cancelled
) -> None:
    with zipfile.ZipFile(staged) as archive:
        for number, entry in enumerate(entries, start=len(entries)):
            _step(progress, cancelled, number, 2 * len(entries), entry.name)
            try:
                with archive.open(entry.name) as packed:
                    same = hashlib.file_digest(packed, "sha256").hexdigest() == entry.sha256  # type: ignore[arg-type]
            except (zipfile.BadZipFile, zlib.error, KeyError):
                same = False
            if not same:
                raise PackageError("backup.read_back", path=target, file=entry.name)


def _step(progress: Progress, cancelled: Cancelled, done: int, total: int, what: str) -> None:
    if cancelled():
        raise CancelledError
    progress(done, total, what.rpartition("/")[2])


def _info(name: str, made_at: datetime) -> zipfile.ZipInfo:
    moment = max(made_at, datetime(1980, 1, 1))
    info = zipfile.ZipInfo(name, moment.timetuple()[:6])
    info.external_attr = _MODE
    stored = name.lower().endswith(_PACKED_ALREADY)
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return info
