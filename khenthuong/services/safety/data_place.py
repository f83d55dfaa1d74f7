"""Ask the computer where a data folder lies, and refuse a place where books come to harm."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from pathlib import Path

import platformdirs

from khenthuong import texts
from khenthuong.domain.data_place import DriveType, Machine, Verdict, judge
from khenthuong.errors import BooksError

_MOUNTS = Path("/proc/self/mounts")
_DRIVES = {2: DriveType.REMOVABLE, 3: DriveType.FIXED, 4: DriveType.REMOTE, 6: DriveType.RAM}


def judged(root: Path) -> Verdict | None:
    """What is wrong with keeping books in `root`, on this computer as it is."""
    return _judge(root, dict(os.environ))


def check(root: Path) -> str:
    """Refuse a data folder where books come to harm; returns a warning, or "".

    Raises BooksError with the reason and the way out.
    """
    verdict = judged(root)
    if verdict is None:
        return ""
    said = sentence(verdict, root)
    if verdict.refused:
        raise BooksError("place.refused", what=said)
    return said


def sentence(verdict: Verdict, root: Path) -> str:
    """The reason and the way out."""
    safe = Path(platformdirs.user_data_dir("KhenThuong", appauthor=False))
    way_out = texts.say("place.way_out", {"safe": safe})
    told = {"folder": root, "service": verdict.service, "way_out": way_out}
    return texts.say(f"place.{verdict.kind.value}", told)


def _judge(root: Path, environment: dict[str, str]) -> Verdict | None:
    # As given and as it really is: a link or a redirected «Documents» may lead elsewhere.
    found: list[Verdict] = []
    for path in dict.fromkeys((root.absolute(), root.resolve())):
        machine = Machine(
            environment=environment,
            mounts=_mounts(),
            drive=_drive(path),
            markers=_markers(path),
            temporary=_temporary(environment),
        )
        verdict = judge(str(path), machine)
        if verdict is not None:
            found.append(verdict)
    return next((one for one in found if one.refused), next(iter(found), None))


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _drive(path: Path) -> DriveType:
    if sys.platform != "win32" or not path.drive:
        return DriveType.UNKNOWN
    kind = ctypes.windll.kernel32.GetDriveTypeW(path.drive + "\\")
    return _DRIVES.get(int(kind), DriveType.UNKNOWN)


def _markers(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for folder in (path, *path.parents):
        try:
            names = [one.name for one in folder.iterdir() if one.name.startswith(".")]
        except OSError:
            continue
        if names:
            found[str(folder)] = names
    return found


def _temporary(environment: dict[str, str]) -> list[str]:
    named = [environment.get(name, "") for name in ("TEMP", "TMP", "TMPDIR")]
    return [folder for folder in (*named, tempfile.gettempdir()) if folder]
