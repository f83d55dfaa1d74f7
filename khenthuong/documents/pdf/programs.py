"""Where LibreOffice and its Python lie on this computer, and whether Word is there."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")
_SYSTEM_PYTHONS = ("/usr/bin/python3",)
_CHECK_SECONDS = 20


@cache
def soffice() -> Path | None:
    """The LibreOffice program; None where it is not installed."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    for root in filter(None, map(os.environ.get, _WINDOWS_ROOTS)):
        program = Path(root) / "LibreOffice" / "program" / "soffice.exe"
        if program.is_file():
            return program
    return None


@cache
def office_python() -> Path | None:
    """A Python that has `uno`: LibreOffice's own, or the system's; None where there is none."""
    program = soffice()
    if program is None:
        return None
    beside = program.resolve().parent
    own = (beside / "python.exe", beside / "python", *map(Path, _SYSTEM_PYTHONS))
    return next((one for one in own if one.is_file() and _has_uno(one)), None)


def _has_uno(python: Path) -> bool:
    try:
        done = subprocess.run(
            [python, "-c", "import uno"],
            capture_output=True,
            timeout=_CHECK_SECONDS,
            env=clean_environment(),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def clean_environment() -> dict[str, str]:
    """Our environment without what belongs to our own Python and Qt."""
    ours = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in ours}


def has_word() -> bool:
    """Whether Word can be asked: Windows with pywin32 and Word registered."""
    if sys.platform != "win32" or importlib.util.find_spec("win32com") is None:
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"))
    except OSError:
        return False
    return True
