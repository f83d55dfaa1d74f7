"""One running program per data folder: an operating system's lock, gone when the program dies."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from collections.abc import Generator
from datetime import datetime
from pathlib import Path

from khenthuong.errors import BooksError

_LONGEST = 4096

if sys.platform == "win32":
    import msvcrt

    # Windows forbids reading locked bytes: lock one far behind the text that names the holder.
    _FAR = 1 << 20

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def hold(path: Path) -> Generator[None]:
    """Hold the lock file; raises BooksError at once while another program holds it.

    The file stays when released: removing it would let two programs lock two different files.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as cause:
        raise BooksError("books.cannot_open", path=path, reason=cause.strerror) from cause
    try:
        try:
            _take(handle)
        except OSError as cause:
            raise BooksError("books.locked", folder=path.parent, **_holder(handle)) from cause
        os.truncate(handle, 0)
        os.write(handle, _ourselves())
        yield
    finally:
        os.close(handle)


def _ourselves() -> bytes:
    # The name of the computer from the system itself: the library's way may ask the network.
    computer = os.environ.get("COMPUTERNAME") if sys.platform == "win32" else os.uname().nodename
    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in a container, none on Windows
        who = ""
    since = datetime.now().strftime("%H:%M %d/%m/%Y")
    return "\n".join((str(os.getpid()), who, computer or "", since)).encode()


def _holder(handle: int) -> dict[str, str]:
    """Who holds the lock, as the holder wrote it; «?» for what is not known."""
    try:
        said = os.read(handle, _LONGEST).decode("utf-8", "replace").split("\n")
    except OSError:
        said = []
    _, who, computer, since = (one.strip() or "?" for one in (*said[:4], "", "", "", "")[:4])
    return {"who": who, "computer": computer, "since": since}
