"""Where the books may lie: a pure judgement over a path, an environment and a mount table.

Books in a synchronised folder are copied away while they are being written, on a network share the
lock does not hold, in an opened archive they vanish with it: these are refused. A temporary folder
and a removable drive are allowed, with a warning: the first is where people try things out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from khenthuong.domain.names import too_long
from khenthuong.domain.vietnamese import fold


class PlaceKind(StrEnum):
    """What is wrong with a place."""

    CLOUD = "cloud"
    NETWORK = "network"
    ARCHIVE = "archive"
    TEMPORARY = "temporary"
    REMOVABLE = "removable"
    DEEP = "deep"


class DriveType(StrEnum):
    """What Windows says of a drive letter (GetDriveTypeW), or that nobody asked."""

    UNKNOWN = ""
    FIXED = "fixed"
    REMOVABLE = "removable"
    REMOTE = "remote"
    RAM = "ram"


@dataclass(frozen=True)
class Machine:
    """What is known of the computer, as plain data.

    `environment` as the system gives it; `mounts` the text of /proc/self/mounts, empty on Windows;
    `drive` the type of the path's drive letter; `markers` the names of the hidden files that lie in
    the path's folders, by folder; `temporary` the folders for temporary files.
    """

    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    mounts: str = ""
    drive: DriveType = DriveType.UNKNOWN
    markers: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    temporary: Sequence[str] = ()


@dataclass(frozen=True)
class Verdict:
    """Why a place is no place for books; `service` names what it belongs to."""

    kind: PlaceKind
    service: str

    @property
    def refused(self) -> bool:
        """Whether the program does not work there; else it only warns."""
        return self.kind not in (PlaceKind.REMOVABLE, PlaceKind.TEMPORARY, PlaceKind.DEEP)


_ENVIRONMENT = {
    "ONEDRIVE": "OneDrive",
    "ONEDRIVECOMMERCIAL": "OneDrive",
    "ONEDRIVECONSUMER": "OneDrive",
    "DROPBOX": "Dropbox",
}
# Names as `fold` gives them: no marks, small letters.
_WHOLE = {
    "my drive": "Google Drive",
    "drive cua toi": "Google Drive",
    "shared drives": "Google Drive",
    "bo nho dung chung": "Google Drive",
    "drivefs": "Google Drive",
    "mobile documents": "iCloud",
    "iclouddrive": "iCloud",
    "box sync": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "synologydrive": "Synology Drive",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "yandex.disk": "Yandex Disk",
    "cloudstorage": "iCloud/CloudStorage",
}
_BEGINNING = {
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "zalo": "Zalo",
    "zalopc": "Zalo",
    "zalodata": "Zalo",
    "synology drive": "Synology Drive",
    "pcloud drive": "pCloud",
}
_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".megaignore": "MEGA",
}
_ARCHIVE = re.compile(
    r".+\.(zip|rar|7z)(\.[0-9a-f]+)?|rar\$[a-z0-9.]+|7zo[0-9a-f]+|7zs[0-9a-f]+", re.IGNORECASE
)
_NETWORK_MOUNTS = frozenset(
    ("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "ncpfs", "afs", "afp", "davfs", "ceph")
)
# Programs that show a server as a folder; other FUSE mounts are local disks, or a container's own.
_NETWORK_FUSE = tuple(
    f"fuse.{name}"
    for name in (
        "sshfs",
        "rclone",
        "s3fs",
        "gcsfuse",
        "goofys",
        "davfs",
        "curlftpfs",
        "google-drive",
        "gvfsd",
        "glusterfs",
        "onedriver",
        "smbnetfs",
        "ceph",
        "juicefs",
    )
)
_BELOW = 183
"""Characters of the longest path below a data folder: a report of a person, while it is written
(«van_ban/2026/<round, 48>/03-bao-cao/<code, 24>-<name, 32>-<award, 32>.docx»)."""
_OCTAL = re.compile(r"\\([0-7]{3})")


def judge(path: str, machine: Machine) -> Verdict | None:
    """What is wrong with keeping books at `path` (absolute, links resolved); None: nothing."""
    for kind, services in (
        (PlaceKind.ARCHIVE, _archives(path)),
        (PlaceKind.CLOUD, _clouds(path, machine)),
        (PlaceKind.NETWORK, _networks(path, machine)),
        (PlaceKind.TEMPORARY, _temporary(path, machine)),
        (PlaceKind.REMOVABLE, _removable(path, machine)),
        (PlaceKind.DEEP, _deep(path)),
    ):
        for service in services:
            return Verdict(kind, service)
    return None


def parts(path: str) -> list[str]:
    """The names in a path of Windows or of Linux."""
    return [part for part in re.split(r"[\\/]+", path) if part]


def within(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or lies in it; letters' size does not matter."""
    above, below = parts(folder.casefold()), parts(path.casefold())
    return bool(above) and below[: len(above)] == above


def mount_of(path: str, mounts: str) -> tuple[str, str]:
    """(mount point, type of file system) of the deepest mount that holds a path."""
    best = ("", "")
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = _OCTAL.sub(lambda m: chr(int(m[1], 8)), fields[1])
        holds = point == "/" or path == point or path.startswith(point.rstrip("/") + "/")
        if holds and len(point) >= len(best[0]):
            best = (point, fields[2])
    return best


def _archives(path: str) -> Iterator[str]:
    for part in parts(path):
        if _ARCHIVE.fullmatch(part):
            yield part


def _clouds(path: str, machine: Machine) -> Iterator[str]:
    for name, value in machine.environment.items():
        service = _ENVIRONMENT.get(name.upper())
        if service and value and within(path, value):
            yield service
    for part in parts(path):
        plain = fold(part)
        if plain in _WHOLE:
            yield _WHOLE[plain]
        yield from (
            service
            for start, service in _BEGINNING.items()
            if re.match(rf"{re.escape(start)}(?![a-z])", plain)
        )
    for folder, names in machine.markers.items():
        for name in names:
            if name.lower() in _MARKERS and within(path, folder):
                yield _MARKERS[name.lower()]


def _networks(path: str, machine: Machine) -> Iterator[str]:
    names = parts(path)
    if path.startswith(r"\\"):
        # «\\?\C:\…» is a local path in its long form, «\\?\UNC\server\…» is not.
        if names[:1] == ["?"]:
            names = names[2:] if names[1:2] == ["UNC"] else []
        if names and names[0] != ".":
            yield names[0]
    if machine.drive is DriveType.REMOTE:
        yield path[:2]
    _, kind = mount_of(path, machine.mounts)
    if kind in _NETWORK_MOUNTS or kind.startswith(_NETWORK_FUSE):
        yield kind


def _temporary(path: str, machine: Machine) -> Iterator[str]:
    for folder in machine.temporary:
        if within(path, folder):
            yield folder
    if machine.drive is DriveType.RAM:
        yield path[:2]


def _removable(path: str, machine: Machine) -> Iterator[str]:
    if machine.drive is DriveType.REMOVABLE:
        yield path[:2]
    point, _ = mount_of(path, machine.mounts)
    if point.startswith(("/media/", "/run/media/")):
        yield point


def _deep(path: str) -> Iterator[str]:
    if too_long(path.rstrip("\\/") + "x" * _BELOW):
        yield str(len(path))
