"""A Word template as its zip parts: read once, packed again with untouched parts as they lie."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from khenthuong.errors import TemplateError

MAX_TEMPLATE_BYTES = 30_000_000
_LEVEL = 6
_UTF8_NAMES = 0x800
_DAY_1980_01_01 = 0x21
_VERSION = 20
_LOCAL_HEADER_SIZE = 30
_DAMAGE = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,  # an entry without a name
    NotImplementedError,
    RuntimeError,  # an entry under a password
    ValueError,  # an offset before the beginning
)
_MACROS = "vbaProject.bin"
_MACRO_TYPE = b"macroEnabled"


@dataclass(frozen=True)
class Part:
    """A zip entry as it lies: `raw` is stored or deflated as `method` says."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes


@dataclass(frozen=True)
class DocxParts:
    """All parts of a Word file in their order."""

    parts: tuple[Part, ...]

    def text(self, name: str) -> bytes:
        """The plain bytes of a part."""
        part = next(p for p in self.parts if p.name == name)
        return zlib.decompress(part.raw, -15) if part.method == zipfile.ZIP_DEFLATED else part.raw

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(part.name for part in self.parts)

    def pack(self, changed: Mapping[str, bytes], added: Mapping[str, bytes] | None = None) -> bytes:
        """A Word file with some parts changed, others added behind them.

        The same input gives the same bytes on any day.
        """
        body: list[bytes] = []
        directory: list[bytes] = []
        offset = 0
        new = (_deflated(name, data) for name, data in (added or {}).items())
        for part in (*self.parts, *new):
            entry = _deflated(part.name, changed[part.name]) if part.name in changed else part
            header = _header(entry)
            local = b"PK\3\4" + header + entry.name.encode()
            directory.append(_directory_entry(entry, header, offset))
            body += (local, entry.raw)
            offset += len(local) + len(entry.raw)
        listing = b"".join(directory)
        count = len(directory)
        end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), offset, 0)
        return b"".join((*body, listing, b"PK\5\6", end))


def read_parts(path: Path) -> DocxParts:
    """The parts of a template; raises TemplateError for macros or for what is no Word file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TemplateError("template.unreadable", file=path.name, detail=str(error)) from error
    return parts_of(data, path)


def parts_of(data: bytes, path: Path) -> DocxParts:
    """The parts of a Word file at hand; `path` only names it. Raises as `read_parts` does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if (
                archive.testzip() is not None
                or sum(info.file_size for info in archive.infolist()) > MAX_TEMPLATE_BYTES
            ):
                raise zipfile.BadZipFile(path.name)
            parts = tuple(_part(data, info) for info in archive.infolist() if not info.is_dir())
    except _DAMAGE as error:
        raise TemplateError("template.unreadable", file=path.name, detail=str(error)) from error
    template = DocxParts(parts)
    _refuse_strangers(path, template)
    return template


def _refuse_strangers(path: Path, template: DocxParts) -> None:
    for needed in ("[Content_Types].xml", "word/document.xml"):
        if needed not in template.names:
            raise TemplateError("template.unreadable", file=path.name, detail=needed)
    macros = any(name.endswith(_MACROS) for name in template.names)
    if (
        macros
        or path.suffix.lower() != ".docx"
        or _MACRO_TYPE in template.text("[Content_Types].xml")
    ):
        raise TemplateError("template.macro", file=path.name)


def _part(data: bytes, info: zipfile.ZipInfo) -> Part:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
        raise zipfile.BadZipFile(info.filename)
    name_size, extra_size = struct.unpack_from("<HH", data, info.header_offset + 26)
    start = info.header_offset + _LOCAL_HEADER_SIZE + name_size + extra_size
    raw = data[start : start + info.compress_size]
    return Part(info.filename, info.compress_type, info.CRC, info.file_size, raw)


def _deflated(name: str, data: bytes) -> Part:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    raw = packer.compress(data) + packer.flush()
    return Part(name, zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data), raw)


def _header(part: Part) -> bytes:
    """What the local header and the directory share: flags, method, fixed time, sizes."""
    return struct.pack(
        "<HHHHHIIIHH",
        _VERSION,
        _UTF8_NAMES,
        part.method,
        0,
        _DAY_1980_01_01,
        part.crc,
        len(part.raw),
        part.size,
        len(part.name.encode()),
        0,
    )


def _directory_entry(part: Part, header: bytes, offset: int) -> bytes:
    start = b"PK\1\2" + struct.pack("<H", _VERSION) + header
    return start + struct.pack("<HHHII", 0, 0, 0, 0, offset) + part.name.encode()
