"""Verifies a package and trusts nothing of it: not its names, sizes, sums, nor its manifest.

Nothing is ever unpacked to the disk, and files inside (Word and Excel are zips too) are not
opened: their bytes are only counted and hashed as a stream.
"""

from __future__ import annotations

import hashlib
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from khenthuong.errors import PackageError
from khenthuong.exchange.package_manifest import ListedFile, parse_manifest
from khenthuong.exchange.package_names import (
    MANIFEST,
    MAX_ENTRIES,
    MAX_ENTRY,
    MAX_MANIFEST,
    MAX_RATIO,
    MAX_TOTAL,
    name_problem,
)

Problem = tuple[str, Mapping[str, object]]

_CHUNK = 1 << 16
_LOCAL = struct.Struct("<4s5H3I2H")
_LOCAL_MAGIC = b"PK\x03\x04"
_END = struct.Struct("<4s4H2IH")
_END_MAGIC = b"PK\x05\x06"
_DESCRIPTOR = 24  # bytes that other programs put behind an entry
_RATIO_FROM = 1 << 20  # below, a good ratio is no danger
_ENCRYPTED = 0x1 | 0x40
_SIZES_BEHIND = 0x8


@dataclass(frozen=True)
class PackageReport:
    """What verifying found: `problems` as (code, arguments), empty for a sound package.

    `manifest` is None where it could not be read; trust it only when there are no problems.
    """

    problems: tuple[Problem, ...]
    manifest: Mapping[str, Any] | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify_package(path: Path) -> PackageReport:
    """Everything wrong with a package; raises PackageError when the file itself cannot be read."""
    try:
        with path.open("rb") as stream:
            return _verify(path, stream)
    except OSError as cause:
        raise PackageError("error.cannot_read", path=path, reason=cause.strerror) from cause


def _verify(path: Path, stream: IO[bytes]) -> PackageReport:
    try:
        with zipfile.ZipFile(stream) as archive:
            return _verify_archive(archive, stream)
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError):
        # ValueError: a name that is not in its declared encoding, a negative offset.
        return PackageReport((_problem("package.not_zip", file=path.name),))


def _verify_archive(archive: zipfile.ZipFile, stream: IO[bytes]) -> PackageReport:
    entries = archive.infolist()
    problems = [*_outer_problems(archive, entries, stream)]
    for entry in entries[:MAX_ENTRIES]:
        problems += _entry_problems(entry)
    if problems:
        # What lies about its outside is not read any further.
        return PackageReport(tuple(problems))
    contents = {entry.filename: _read(entry, stream) for entry in entries}
    return _against_manifest(contents)


def _outer_problems(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], stream: IO[bytes]
) -> Iterator[Problem]:
    if len(entries) > MAX_ENTRIES:
        yield _problem("package.too_many", count=len(entries), most=MAX_ENTRIES)
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL:
        yield _problem("package.too_large", size=total >> 20, most=MAX_TOTAL >> 20)
    seen: set[str] = set()
    for entry in entries:
        folded = entry.filename.lower()
        if folded in seen:
            yield _problem("package.repeated", name=entry.filename)
        seen.add(folded)
    if archive.comment or _hides_bytes(archive, entries, stream):
        yield _problem("package.hidden_bytes")


def _hides_bytes(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], stream: IO[bytes]
) -> bool:
    """Whether something lies before, between or behind the entries, or two of them overlap."""
    place = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        gap = entry.header_offset - place
        allowed = _DESCRIPTOR if place else 0
        if not 0 <= gap <= allowed:
            return True
        place = _data_start(entry, stream) + entry.compress_size
    if not 0 <= archive.start_dir - place <= (_DESCRIPTOR if entries else 0):
        return True
    # The end record is the last thing in the file: nothing may follow it.
    return stream.seek(0, 2) != _end_of(stream)


def _end_of(stream: IO[bytes]) -> int:
    """Where the end record of a zip without comment ends; 0 when it is not the last thing."""
    end = stream.seek(-_END.size, 2) + _END.size
    return end if stream.read(4) == _END_MAGIC else 0


def _entry_problems(entry: zipfile.ZipInfo) -> Iterator[Problem]:
    name = entry.filename
    if entry.orig_filename != name:
        yield _problem("package.name_not_plain", name=entry.orig_filename)
    elif code := name_problem(name):
        yield _problem(code, name=name)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        yield _problem("package.link", name=name)
    elif kind not in (0, stat.S_IFREG) or name.endswith("/"):
        yield _problem("package.not_file", name=name)
    if entry.flag_bits & _ENCRYPTED:
        yield _problem("package.encrypted", name=name)
    elif entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield _problem("package.method", name=name)
    largest = MAX_MANIFEST if name == MANIFEST else MAX_ENTRY
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > largest or (entry.file_size > _RATIO_FROM and ratio > MAX_RATIO):
        yield _problem("package.bomb", name=name)


def _data_start(entry: zipfile.ZipInfo, stream: IO[bytes]) -> int:
    """Where the bytes of an entry begin; raises BadZipFile where its own header contradicts."""
    stream.seek(entry.header_offset)
    header = stream.read(_LOCAL.size)
    magic, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL.unpack(
        header
    )
    name = stream.read(name_length)
    here = (crc, packed, size)
    listed = (entry.CRC, entry.compress_size, entry.file_size)
    sizes_agree = here == listed or (flags & _SIZES_BEHIND and here == (0, 0, 0))
    if (
        magic != _LOCAL_MAGIC
        or name != entry.orig_filename.encode("utf-8" if flags & 0x800 else "cp437")
        or method != entry.compress_type
        or not sizes_agree
    ):
        raise zipfile.BadZipFile(entry.filename)
    return entry.header_offset + _LOCAL.size + name_length + extra_length


@dataclass(frozen=True)
class _Content:
    """What the bytes of one entry came to; `data` only for the manifest."""

    sha256: str
    size: int
    problems: tuple[Problem, ...] = ()
    data: bytes = b""


def _read(entry: zipfile.ZipInfo, stream: IO[bytes]) -> _Content:
    """Inflate, count, sum and hash, never more than the entry declared."""
    digest, size, crc = hashlib.sha256(), 0, 0
    kept: list[bytes] = []
    broken = _problem("package.broken", name=entry.filename)
    try:
        for chunk in _inflated(entry, stream):
            size += len(chunk)
            if size > entry.file_size:
                return _Content("", size, (_problem("package.lying_size", name=entry.filename),))
            digest.update(chunk)
            crc = zlib.crc32(chunk, crc)
            if entry.filename == MANIFEST:
                kept.append(chunk)
    except zlib.error:
        return _Content("", size, (broken,))
    if size != entry.file_size:
        return _Content("", size, (_problem("package.lying_size", name=entry.filename),))
    problems = () if crc == entry.CRC else (broken,)
    return _Content(digest.hexdigest(), size, problems, b"".join(kept))


def _inflated(entry: zipfile.ZipInfo, stream: IO[bytes]) -> Iterator[bytes]:
    stream.seek(_data_start(entry, stream))
    left = entry.compress_size
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    deflated = entry.compress_type == zipfile.ZIP_DEFLATED
    while left > 0:
        raw = stream.read(min(left, _CHUNK))
        if not raw:
            raise zlib.error(entry.filename)
        left -= len(raw)
        if not deflated:
            yield raw
            continue
        while raw:
            yield inflater.decompress(raw, _CHUNK)
            raw = inflater.unconsumed_tail
    if deflated and (not inflater.eof or inflater.unused_data):
        raise zlib.error(entry.filename)


def _against_manifest(contents: Mapping[str, _Content]) -> PackageReport:
    problems = [problem for content in contents.values() for problem in content.problems]
    if MANIFEST not in contents:
        return PackageReport((*problems, _problem("package.no_manifest")))
    manifest, listed, wrong = parse_manifest(contents[MANIFEST].data)
    problems += wrong
    if listed is not None:
        problems += _differences(contents, listed)
    return PackageReport(tuple(problems), manifest)


def _differences(
    contents: Mapping[str, _Content], listed: Mapping[str, ListedFile]
) -> Iterator[Problem]:
    missing = {name: one for name, one in listed.items() if name not in contents}
    added = [name for name in contents if name not in listed and name != MANIFEST]
    for name in added:
        old = next((o for o, f in missing.items() if f.sha256 == contents[name].sha256), None)
        if old is None:
            yield _problem("package.added", name=name)
        else:
            del missing[old]
            yield _problem("package.renamed", name=name, old=old)
    for name in missing:
        yield _problem("package.missing", name=name)
    for name, one in listed.items():
        content = contents.get(name)
        if content is None or content.problems:
            continue
        if (content.sha256, content.size) != (one.sha256, one.size):
            yield _problem("package.changed", name=name)


def _problem(code: str, **arguments: object) -> Problem:
    return code, arguments
