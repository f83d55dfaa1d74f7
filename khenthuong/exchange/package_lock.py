"""A package or reply under a password: one zip in a zip, AES-256 as 7-Zip and WinRAR read it.

What is inside stays the plain package, byte for byte: it is verified and recorded as if it had come
without a password.
"""

from __future__ import annotations

import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from khenthuong.errors import PackageError
from khenthuong.exchange.files import replacing
from khenthuong.exchange.package_names import MAX_TOTAL

if TYPE_CHECKING:
    import pyzipper

SHORTEST = 8
"""Characters of a password; shorter ones are tried out within hours."""

LOCKED = ".mat-khau.zip"
"""How the names of packages under a password end."""

_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_SLACK = 32 << 20  # of the inner zip's own headers and manifest, above what it may hold


def check_password(password: str) -> None:
    """Raise PackageError for a password that is too short."""
    if len(password) < SHORTEST:
        raise PackageError("package.password_short", least=SHORTEST)


def is_locked(path: Path) -> bool:
    """Whether the file is a package under a password; raises PackageError when unreadable."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except OSError as cause:
        raise PackageError("error.cannot_read", path=path, reason=cause.strerror) from cause
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError):
        return False  # verifying says what is wrong with it
    inner = len(entries) == 1 and entries[0].filename.lower().endswith(".zip")
    return inner and bool(entries[0].flag_bits & _ENCRYPTED)


def lock(source: Path, target: Path, password: str) -> None:
    """Put `source` under a password into `target`; raises PackageError for a short password."""
    import pyzipper

    check_password(password)
    with (
        replacing(target, PackageError) as staged,
        pyzipper.AESZipFile(
            staged, "w", compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES
        ) as archive,
    ):
        archive.setpassword(_bytes(password))
        archive.write(source, source.name)


def unlock(source: Path, target: Path, password: str) -> None:
    """Write the package inside to `target`.

    Raises PackageError: no password, a wrong one, a damaged file, or one larger than any package.
    """
    import pyzipper

    if not password:
        raise PackageError("package.password_needed", file=source.name)
    try:
        with pyzipper.AESZipFile(source) as archive:
            archive.setpassword(_bytes(password))
            _copy(archive, target)
    except (pyzipper.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError) as cause:
        raise PackageError("package.locked_broken", file=source.name) from cause
    except RuntimeError as cause:  # how zip libraries say «bad password»
        raise PackageError("package.wrong_password", file=source.name) from cause
    except OSError as cause:
        raise PackageError("error.cannot_read", path=source, reason=cause.strerror) from cause


def _copy(archive: pyzipper.AESZipFile, target: Path) -> None:
    entry = cast("list[str]", archive.namelist())[0]
    size = 0
    with cast("IO[bytes]", archive.open(entry)) as locked, target.open("wb") as plain:
        while chunk := locked.read(_CHUNK):
            size += len(chunk)
            if size > MAX_TOTAL + _SLACK:
                raise PackageError("package.too_large", size=size >> 20, most=MAX_TOTAL >> 20)
            plain.write(chunk)


def _bytes(password: str) -> bytes:
    # Typed on another computer it may come decomposed.
    return unicodedata.normalize("NFC", password).encode()
