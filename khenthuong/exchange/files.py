"""Writing a file whole or not at all: beside the target, flushed to the disk, then put in place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from khenthuong.errors import UserError


@contextmanager
def replacing(target: Path, error: type[UserError]) -> Generator[Path]:
    """A temporary path in the target's folder; on success it is flushed and takes its place.

    Raises `error` («error.cannot_write») when the folder, the disk or a lock does not allow it;
    the target then stays as it was.
    """
    staged: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=target.suffix)
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
            with suppress(FileNotFoundError):
                staged.unlink()


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
