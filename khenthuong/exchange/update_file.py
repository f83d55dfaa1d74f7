"""An update of the program as one file: a zip with a signed list of everything in it.

Inside are `manifest.json`, its Ed25519 signature `manifest.sig`, and every file under the name of
its own sha256, so that no name of the zip decides where anything goes. Nothing is believed before
the signature over the list has been verified; then every byte is measured against the list.
"""

from __future__ import annotations

import binascii
import hashlib
import json
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, cast

from Cryptodome.PublicKey import ECC
from Cryptodome.Signature import eddsa

from khenthuong.domain.updates import PRODUCT, Update, UpdateEntry, version_key
from khenthuong.errors import CancelledError, PackageError, UserError
from khenthuong.exchange.files import replacing

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
ENDING = ".ktcapnhat"
FORMAT_VERSION = 1
MAX_ENTRIES = 20_000
MAX_TOTAL = 2 << 30
"""Bytes of all files, unpacked; the program has about 150 MB."""
MAX_MANIFEST = 8 << 20
MAX_RATIO = 200

_CHUNK = 1 << 20
_RATIO_FROM = 1 << 20
_SIGNATURE_SIZE = 64
_CURVE = "Ed25519"
_STORED_NAME = re.compile(r"tep/[0-9a-f]{64}")
_SHA = re.compile(r"[0-9a-f]{64}")
_MOMENT = (2020, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError)

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]


def read_update(path: Path, public_key: str) -> Update:
    """The list of an update file, believed because its signature fits `public_key` (PEM).

    The names and sizes of the zip are judged first. Raises PackageError with what is wrong.
    """
    with _opened(path) as archive:
        problem = _outer_problem(archive.infolist())
        if problem:
            raise PackageError("update.damaged", file=path.name, what=problem)
        manifest = _small(archive, MANIFEST, MAX_MANIFEST)
        signature = _small(archive, SIGNATURE, _SIGNATURE_SIZE)
        if not _signed(manifest, signature, public_key):
            raise PackageError("update.foreign", file=path.name)
        update = _parsed(manifest, path)
        held = {info.filename for info in archive.infolist()} - {MANIFEST, SIGNATURE}
        listed = {_stored(entry.sha256) for entry in update.entries}
        for name in sorted(held ^ listed)[:1]:
            raise PackageError("update.damaged", file=path.name, what=name)
        return update


def unpack(
    path: Path,
    update: Update,
    place: Callable[[UpdateEntry], Path],
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Lay every file at `place(entry)`, flushed, each measured against the signed list.

    Raises PackageError for the first that differs or cannot be written, CancelledError.
    """
    with _opened(path) as archive:
        for number, entry in enumerate(update.entries):
            if cancelled():
                raise CancelledError
            progress(number, len(update.entries), entry.path.rpartition("/")[2])
            target = place(entry)
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                sound = _lay(archive, entry, target)
                target.chmod(0o755 if entry.runs else 0o644)
            except OSError as cause:
                reason = cause.strerror or str(cause)
                raise PackageError("error.cannot_write", path=target, reason=reason) from cause
            if not sound:
                raise PackageError("update.damaged", file=path.name, what=entry.path)


def write_update(
    target: Path, folder: Path, update: Update, private_key: str, passphrase: str = ""
) -> None:
    """Pack the files of `folder` that `update` lists, and sign the list; the publisher's side.

    Raises PackageError when the file cannot be written, UserError for a key that is none.
    """
    key = _private(private_key, passphrase)
    manifest = _worded(update)
    signature = eddsa.new(key, "rfc8032").sign(manifest)
    with replacing(target, PackageError) as staged, zipfile.ZipFile(staged, "w") as archive:
        archive.writestr(_info(MANIFEST), manifest)
        archive.writestr(_info(SIGNATURE), signature)
        for sha256, path in {
            entry.sha256: entry.path for entry in reversed(update.entries)
        }.items():
            with (
                (folder / path).open("rb") as source,
                archive.open(_info(_stored(sha256)), "w") as packed,
            ):
                while chunk := source.read(_CHUNK):
                    packed.write(chunk)


def listed_entries(folder: Path, names: Sequence[str]) -> tuple[UpdateEntry, ...]:
    """The files of a built program by their paths below `folder`, in order."""
    found: list[UpdateEntry] = []
    for name in sorted(names):
        path = folder / name
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
        runs = "/" not in name or bool(path.stat().st_mode & 0o100)
        found.append(UpdateEntry(name, sha256, path.stat().st_size, runs))
    return tuple(found)


def new_keys(passphrase: str = "") -> tuple[str, str]:
    """A new pair for a publisher: (private, public), PEM; the private one under the passphrase."""
    key = ECC.generate(curve=_CURVE)
    private = (
        key.export_key(
            format="PEM",
            passphrase=passphrase,
            use_pkcs8=True,
            protection="PBKDF2WithHMAC-SHA512AndAES256-CBC",
            prot_params={"iteration_count": 210_000},
        )
        if passphrase
        else key.export_key(format="PEM")
    )
    return str(private), str(key.public_key().export_key(format="PEM"))


def public_of(private_key: str, passphrase: str = "") -> str:
    """The public key that belongs to a private one; raises UserError."""
    return str(_private(private_key, passphrase).public_key().export_key(format="PEM"))


def _private(pem: str, passphrase: str) -> ECC.EccKey:
    try:
        key = ECC.import_key(pem, passphrase or None)
    except (ValueError, IndexError, TypeError, binascii.Error) as cause:
        raise UserError("update.bad_key") from cause
    if key.curve != _CURVE or not key.has_private():
        raise UserError("update.bad_key")
    return key


@contextmanager
def _opened(path: Path) -> Generator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise PackageError("error.cannot_read", path=path, reason=reason) from cause
    except _BROKEN as cause:
        raise PackageError("update.not_update", file=path.name) from cause


def _outer_problem(entries: Sequence[zipfile.ZipInfo]) -> str:
    """What is suspicious about the names and sizes of the zip; "" for nothing."""
    names = [entry.filename for entry in entries]
    if len(names) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        return f"{len(names)}"
    if len(set(names)) != len(names):
        return "2 ×"
    for entry in entries:
        plain = entry.filename in (MANIFEST, SIGNATURE) or _STORED_NAME.fullmatch(entry.filename)
        known = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        swollen = entry.file_size > _RATIO_FROM and (
            entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        )
        if not plain or entry.flag_bits & 0x41 or not known or swollen:
            return entry.filename[:80]
    return ""


def _small(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError as cause:
        raise zipfile.BadZipFile(name) from cause
    if info.file_size > most:
        raise zipfile.BadZipFile(name)
    return archive.read(info)


def _signed(manifest: bytes, signature: bytes, public_key: str) -> bool:
    try:
        key = ECC.import_key(public_key)
        if key.curve != _CURVE:
            return False
        eddsa.new(key.public_key(), "rfc8032").verify(manifest, signature)
    except (ValueError, IndexError, TypeError, binascii.Error):
        return False
    return True


def _parsed(manifest: bytes, path: Path) -> Update:
    try:
        said: object = json.loads(manifest)
        if not isinstance(said, dict):
            raise TypeError
        return _update_of(cast("dict[str, Any]", said), path)
    except (ValueError, KeyError, TypeError, AttributeError) as cause:
        raise PackageError("update.damaged", file=path.name, what=MANIFEST) from cause


def _update_of(said: Mapping[str, Any], path: Path) -> Update:
    if said["product"] != PRODUCT:
        raise PackageError("update.not_update", file=path.name)
    if int(said["format"]) > FORMAT_VERSION:
        raise PackageError("update.newer_format", file=path.name, version=str(said["version"]))
    entries = tuple(_entry_of(one) for one in said["files"])
    version, least = str(said["version"]), str(said["from"])
    version_key(version)
    version_key(least)
    return Update(
        version=version,
        platform=str(said["platform"]),
        least=least,
        schema=int(said["schema"]),
        day=date.fromisoformat(said["day"]),
        notes=str(said["notes"]),
        entries=entries,
        links={str(name): str(target) for name, target in dict(said["links"]).items()},
    )


def _entry_of(one: Mapping[str, Any]) -> UpdateEntry:
    entry = UpdateEntry(str(one["path"]), str(one["sha256"]), int(one["size"]), bool(one["runs"]))
    if not _SHA.fullmatch(entry.sha256) or entry.size < 0:
        raise ValueError(entry.path)
    return entry


def _worded(update: Update) -> bytes:
    said = {
        "product": PRODUCT,
        "format": FORMAT_VERSION,
        "version": update.version,
        "platform": update.platform,
        "from": update.least,
        "schema": update.schema,
        "day": update.day.isoformat(),
        "notes": update.notes,
        "files": [vars(entry) for entry in update.entries],
        "links": dict(update.links),
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _lay(archive: zipfile.ZipFile, entry: UpdateEntry, target: Path) -> bool:
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(_stored(entry.sha256)) as packed, target.open("wb") as laid:
            while chunk := packed.read(_CHUNK):
                size += len(chunk)
                if size > entry.size:
                    return False
                digest.update(chunk)
                laid.write(chunk)
            laid.flush()
            os.fsync(laid.fileno())
    except (*_BROKEN, KeyError):
        return False
    return size == entry.size and digest.hexdigest() == entry.sha256


def _stored(sha256: str) -> str:
    return f"tep/{sha256}"


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _MOMENT)
    info.external_attr = _MODE
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
