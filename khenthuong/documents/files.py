"""Put a finished paper on disk whole or not at all."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from khenthuong.domain.names import too_long
from khenthuong.errors import TemplateError

_TRIES = 5
_PAUSE_SECONDS = 0.2


def write_paper(path: Path, data: bytes) -> None:
    """Write beside the target, flush to the disk, then replace.

    While Word or a virus scanner holds the target, tries again for a second, then raises
    TemplateError `template.held`; a full disk or a folder that may not be written raises
    `error.cannot_write`. The old file is still whole then.
    """
    if too_long(str(path.absolute())):
        length = len(str(path.absolute()))
        raise TemplateError("error.path_too_long", path=path, length=length)
    beside = path.with_name(f".{path.name}.dang-ghi")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(beside, path)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise TemplateError("error.cannot_write", path=path, reason=reason) from cause
    finally:
        with suppress(OSError):
            beside.unlink()


def _replace(beside: Path, path: Path) -> None:
    for attempt in range(1, _TRIES + 1):
        try:
            beside.replace(path)
        except PermissionError as error:
            if attempt == _TRIES:
                raise TemplateError("template.held", file=path.name) from error
            time.sleep(_PAUSE_SECONDS)
        else:
            return
