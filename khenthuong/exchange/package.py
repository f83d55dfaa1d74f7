"""Writes a package: a zip readable without this program, and the same bytes for the same content.

Entries are stored, not deflated: Word, Excel, PDF and pictures are packed already, and so the
bytes do not depend on the computer's zlib. Order, times and attributes are fixed; manifest.json
comes last and holds sha256 and size of every other file. docs/goi_ho_so.md describes it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from khenthuong.errors import PackageError
from khenthuong.exchange.files import replacing
from khenthuong.exchange.package_check import PackageReport, verify_package
from khenthuong.exchange.package_names import (
    FORMAT_VERSION,
    MANIFEST,
    MAX_ENTRIES,
    MAX_ENTRY,
    name_problem,
)

__all__ = [
    "FORMAT_VERSION",
    "MANIFEST",
    "PackageReport",
    "copy_entry",
    "sha256_of",
    "verify_package",
    "write_package",
]

_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = (stat.S_IFREG | 0o644) << 16
_CHUNK = 1 << 20


def write_package(
    target: Path, files: Sequence[tuple[str, Path]], manifest: Mapping[str, Any]
) -> str:
    """Pack the files under their names and return the sha256 of the zip.

    `manifest` gets «files» added. Raises PackageError for a name that is not plain ASCII, leads
    outside, repeats another or names a Windows device; for a link, a folder or a file that cannot
    be read; and when the target cannot be written. The target is put in place whole or not at all.
    """
    _check_names([name for name, _ in files])
    with replacing(target, PackageError) as staged:
        with zipfile.ZipFile(staged, "w", zipfile.ZIP_STORED) as archive:
            listed = [_add(archive, name, path) for name, path in sorted(files)]
            data = json.dumps({**manifest, "files": listed}, ensure_ascii=False, indent=1) + "\n"
            archive.writestr(_entry(MANIFEST), data.encode())
        return sha256_of(staged)


def copy_entry(package: Path, name: str, target: Path) -> None:
    """Write one file of a verified package to `target`; raises PackageError for an unknown name."""
    try:
        with zipfile.ZipFile(package) as archive, archive.open(name) as packed:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as plain:
                shutil.copyfileobj(packed, plain, _CHUNK)
    except (KeyError, zipfile.BadZipFile) as cause:
        raise PackageError("package.missing", name=name) from cause
    except OSError as cause:
        raise PackageError("error.cannot_read", path=package, reason=cause.strerror) from cause


def sha256_of(path: Path) -> str:
    """The sha256 of a whole file; raises PackageError when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as cause:
        raise PackageError("error.cannot_read", path=path, reason=cause.strerror) from cause


def _check_names(names: Sequence[str]) -> None:
    seen = {MANIFEST}
    for name in names:
        if code := name_problem(name):
            raise PackageError(code, name=name)
        if name.lower() in seen:
            raise PackageError("package.repeated", name=name)
        seen.add(name.lower())
    if len(names) >= MAX_ENTRIES:
        raise PackageError("package.too_many", count=len(names), most=MAX_ENTRIES)


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise PackageError("package.source_not_file", name=name, path=path)
        if found.st_size > MAX_ENTRY:
            raise PackageError("package.source_large", name=name, most=MAX_ENTRY >> 20)
        with path.open("rb") as source:
            digest, size = hashlib.sha256(), 0
            with archive.open(_entry(name), "w") as packed:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    packed.write(chunk)
    except OSError as cause:
        raise PackageError("error.cannot_read", path=path, reason=cause.strerror) from cause
    return {"name": name, "sha256": digest.hexdigest(), "size": size}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    entry.compress_type = zipfile.ZIP_STORED
    return entry
