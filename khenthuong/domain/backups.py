"""What a backup holds, as its side file notes it, and what it is worth today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class KeptFile:
    """One file beside the books: its path within the data folder with «/», and its bytes.

    `changed` is the file's own time in nanoseconds: a file of the same size and time is not read
    again for the next backup.
    """

    path: str
    sha256: str
    size: int
    changed: int = 0


@dataclass(frozen=True)
class LastOperation:
    """The newest operation the books knew; `at` as the books write it (ISO with time zone)."""

    number: int
    at: str
    who: str
    label: str


@dataclass(frozen=True)
class BackupNote:
    """The proof noted beside a backup: what was counted in the copy, equal to the original.

    `sha256` is the copy's own; `rows` counts every table; `unread` names files that could not be
    read while copying (open elsewhere), so that the backup lacks them.
    """

    made_at: datetime
    reason: str
    office: str
    sha256: str
    rows: Mapping[str, int]
    last: LastOperation | None
    files: tuple[KeptFile, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Backup:
    """A backup on disk; `note` is None for a copy that has no readable side file."""

    path: str
    made_at: datetime
    reason: str
    size: int
    note: BackupNote | None = None


@dataclass(frozen=True)
class Contents:
    """What opening a backup shows. `recipients` counts by kind; `problems` are (code, arguments).

    With problems the copy can still be opened, but it is not what it was when it was made.
    """

    made_at: datetime
    office: str
    rows: Mapping[str, int]
    recipients: Mapping[str, int]
    last: LastOperation | None
    files: int
    problems: tuple[tuple[str, Mapping[str, object]], ...] = ()


@dataclass(frozen=True)
class LostSince:
    """What the books in use know and a backup does not.

    `operations` counts them, `newest` holds the last few; `other` says that the two do not share
    their history (another office, or another branch), so that they cannot be counted.
    """

    operations: int
    newest: tuple[LastOperation, ...] = ()
    other: bool = False
