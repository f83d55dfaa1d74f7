"""The side file of a backup: «khenthuong-….json» beside «khenthuong-….sqlite»."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from khenthuong.domain.backups import Backup, BackupNote, KeptFile, LastOperation

FORMAT = 1
_NAME = re.compile(r"khenthuong-(\d{8}-\d{6})-(.+)")
_STAMP = "%Y%m%d-%H%M%S"


def stamp(now: datetime) -> str:
    """The time as it stands in a backup's name."""
    return now.strftime(_STAMP)


def note_path(copy: Path) -> Path:
    """Where the note of a backup lies."""
    return copy.with_suffix(".json")


def encode(note: BackupNote) -> bytes:
    """The note as readable JSON."""
    last = note.last
    data = {
        "format": FORMAT,
        "made_at": note.made_at.isoformat(timespec="seconds"),
        "reason": note.reason,
        "office": note.office,
        "sha256": note.sha256,
        "rows": dict(note.rows),
        "last_operation": vars(last) if last else None,
        "files": [vars(one) for one in note.files],
        "unread": list(note.unread),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def decode(data: bytes) -> BackupNote | None:
    """Read a note; None when it is none of ours or damaged."""
    try:
        raw: object = json.loads(data.decode("utf-8"))
        if not isinstance(raw, dict):
            return None
        found = cast("dict[str, Any]", raw)
        return _note(found) if found["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def read(copy: Path) -> BackupNote | None:
    """The note beside a backup; None when there is none that can be read."""
    try:
        return decode(note_path(copy).read_bytes())
    except OSError:
        return None


def every(folder: Path) -> list[Backup]:
    """All backups of a folder, newest first, with their notes."""
    found = [_backup(path) for path in folder.glob("*.sqlite") if path.is_file()]
    return sorted(found, key=lambda one: (one.made_at, one.path), reverse=True)


def newest_note(folder: Path) -> BackupNote | None:
    """The newest note that can be read: what is known of the files already."""
    return next((one.note for one in every(folder) if one.note), None)


def _backup(path: Path) -> Backup:
    note, found = read(path), path.stat()
    named = _NAME.fullmatch(path.stem)
    at, reason = datetime.fromtimestamp(int(found.st_mtime)), ""
    if named:
        reason = named[2]
        at = _time(named[1]) or at
    if note:
        at, reason = note.made_at, note.reason
    return Backup(str(path), at, reason, found.st_size, note)


def _time(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _STAMP)
    except ValueError:
        return None


def _note(raw: Mapping[str, Any]) -> BackupNote:
    last = raw["last_operation"]
    return BackupNote(
        made_at=datetime.fromisoformat(raw["made_at"]),
        reason=str(raw["reason"]),
        office=str(raw["office"]),
        sha256=str(raw["sha256"]),
        rows={str(name): int(count) for name, count in raw["rows"].items()},
        last=LastOperation(**last) if last else None,
        files=tuple(_file(one) for one in raw["files"]),
        unread=tuple(map(str, raw["unread"])),
    )


def _file(raw: Mapping[str, Any]) -> KeptFile:
    one = KeptFile(**raw)
    parts = one.path.split("/")
    if ".." in parts or "" in parts or ":" in one.path or "\\" in one.path:
        raise ValueError(one.path)
    if re.fullmatch(r"[0-9a-f]{64}", one.sha256) is None:
        raise ValueError(one.sha256)
    return one
