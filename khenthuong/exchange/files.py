"""Writing a file whole or not at all: beside the target, flushed to the disk, then put in place."""

from __future__ import annotations

import glob
import os
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from khenthuong.domain.names import too_long
from khenthuong.errors import UserError

_UNFINISHED = ".dang-ghi"
"""Nobody takes a half-written file for a package or a workbook: its name does not end like one."""

_SURELY_LEFT = 6 * 3600
"""Seconds after which nobody still writes to an unfinished file."""


@contextmanager
def replacing(target: Path, error: type[UserError]) -> Generator[Path]:
    """A temporary path in the target's folder; on success it is flushed and takes its place.

    Raises `error` («error.cannot_write») when the folder, the disk or a lock does not allow it;
    the target then stays as it was.
    """
    staged: Path | None = None
    if too_long(str(target.absolute())):
        raise error("error.path_too_long", path=target, length=len(str(target.absolute())))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name}.", suffix=_UNFINISHED
        )
        os.close(handle)
        staged = Path(name)
        yield staged
        _flush(staged)
        # mkstemp makes files only their owner may read; a workbook is made to be handed on.
        staged.chmod(0o644)
        os.replace(staged, target)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise error("error.cannot_write", path=target, reason=reason) from cause
    finally:
        if staged is not None:
            # A stick pulled out takes the unfinished file along: the error above says so.
            with suppress(OSError):
                staged.unlink()


def _sweep(target: Path) -> None:
    # What a killed program left of the same target; a file still being written is held on Windows.
    for left in target.parent.glob(f".{glob.escape(target.name)}.*{_UNFINISHED}"):
        with suppress(OSError):
            left.unlink()
    # A backup's name carries its time, so what was left on a stick is never the same target.
    for left in target.parent.glob(f".*.*{_UNFINISHED}"):
        with suppress(OSError):
            if abs(time.time() - left.stat().st_mtime) > _SURELY_LEFT:
                left.unlink()


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
