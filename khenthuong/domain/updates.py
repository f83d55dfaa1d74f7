"""What an update file says of itself, and when it may take the place of the present version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

PRODUCT = "KhenThuong"
PROGRAM_NAMES = ("KhenThuong", "KhenThuong.exe", "khenthuong-lenh.exe")
"""Program files: all that lies outside the folder of a version."""

_VERSION = re.compile(r"\d{1,5}(?:\.\d{1,5}){1,3}")
_LONGEST_PATH = 200
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class UpdateEntry:
    """One file of a version: its path below the program's folder, and what its bytes must be."""

    path: str
    sha256: str
    size: int
    runs: bool = False


@dataclass(frozen=True)
class Update:
    """The signed list of an update file.

    `least` is the oldest version that may be updated by it; `schema` the version of the books it
    writes; `notes` what is new, for the clerk; `links` are symbolic links (Linux), path → target.
    """

    version: str
    platform: str
    least: str
    schema: int
    day: date
    notes: str
    entries: tuple[UpdateEntry, ...]
    links: Mapping[str, str]

    @property
    def size(self) -> int:
        """Bytes on the disk, unpacked."""
        return sum(entry.size for entry in self.entries)

    @property
    def programs(self) -> tuple[UpdateEntry, ...]:
        """The program files."""
        return tuple(entry for entry in self.entries if "/" not in entry.path)


def version_key(version: str) -> tuple[int, ...]:
    """Numbers to compare versions by: «0.10.0» comes after «0.9.1»; raises ValueError."""
    if not _VERSION.fullmatch(version):
        raise ValueError(version)
    parts = [int(part) for part in version.split(".")]
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)


def refusal(update: Update, version: str, platform: str, schema: int) -> str:
    """The code of why this version does not take the update, or ""."""
    if update.platform != platform:
        return "update.other_platform"
    if version_key(update.version) == version_key(version):
        return "update.same_version"
    if version_key(update.version) < version_key(version):
        return "update.older"
    if version_key(version) < version_key(update.least):
        return "update.needs_step"
    if update.schema < schema:
        return "update.older_books"
    return ""


def wrong_paths(update: Update, folder: str) -> Iterator[str]:
    """Paths that may not be laid: outside the version's own folder, or not plain everywhere."""
    seen: set[str] = set()
    for path in (*(entry.path for entry in update.entries), *update.links):
        ours = path in PROGRAM_NAMES or path.startswith(f"{folder}/")
        if not ours or path.lower() in seen or not _is_plain(path.split("/"), path):
            yield path
        seen.add(path.lower())
    inside = {*(entry.path for entry in update.entries), *update.links}
    for path, target in update.links.items():
        if path in PROGRAM_NAMES or _resolved(path, target) not in inside:
            yield path


def _is_plain(parts: Iterable[str], whole: str) -> bool:
    return len(whole) <= _LONGEST_PATH and all(
        part
        and part not in (".", "..")
        and not _FORBIDDEN.search(part)
        and part[-1] not in ". "
        and not _DEVICES.fullmatch(part)
        for part in parts
    )


def _resolved(path: str, target: str) -> str:
    parts = path.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            if not parts:
                return ""
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)
