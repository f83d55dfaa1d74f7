"""Runs deeds in processes whose disk is full, whose folders are read-only, or whose stick goes."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Generator
from multiprocessing.connection import Connection
from pathlib import Path

from khenthuong.errors import UserError
from khenthuong.services.workspace import open_workspace
from khenthuong.texts import say
from tests.hardness.deeds import DEEDS
from tests.hardness.killing import context


def do(root: Path, folder: Path, deed: str, limit: int, bare: bool, tell: Connection) -> None:
    """One deed under a limit of file size (0: none); `bare`: permissions hold for root too."""
    tell.send(_outcome(root, folder, deed, limit, bare))


def _obey_permissions() -> None:
    """Give up what lets root write everywhere (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""
    import ctypes

    system = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    powers = (ctypes.c_uint32 * 6)()
    system.capget(header, powers)
    for place in range(3):
        powers[place] &= ~0b110
    if system.capset(header, powers):
        raise OSError(ctypes.get_errno(), "capset")


def _outcome(root: Path, folder: Path, deed: str, limit: int, bare: bool) -> tuple[str, str]:
    try:
        if limit and sys.platform != "win32":
            import resource

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if bare and sys.platform == "linux":
            _obey_permissions()
        with open_workspace(root) as ws:
            DEEDS[deed](ws, folder)
    except UserError as error:
        return "told", f"[{error.code}] {say(error.code, error.arguments)}"
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        return "crash", traceback.format_exc(limit=-6)
    return "fine", ""


def attempt(
    root: Path, folder: Path, deed: str, limit: int = 0, *, bare: bool = False
) -> tuple[str, str]:
    """The same in a process of its own."""
    ctx = context()
    hear, tell = ctx.Pipe(duplex=False)
    process = ctx.Process(target=do, args=(root, folder, deed, limit, bare, tell), daemon=True)
    process.start()
    tell.close()
    found = hear.recv() if hear.poll(60) else ("hang", deed)
    process.kill()
    process.join()
    process.close()
    hear.close()
    return found


def can_mount() -> bool:
    """Whether this user may mount a small disk."""
    if sys.platform == "win32" or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    probe = Path("/tmp") / f"khenthuong-thu-{os.getpid()}"
    probe.mkdir(exist_ok=True)
    with contextlib.suppress(subprocess.CalledProcessError), small_disk(probe, 64):
        return True
    return False


@contextlib.contextmanager
def small_disk(place: Path, kilobytes: int) -> Generator[Path]:
    """A disk of that size mounted at a folder."""
    size = f"size={kilobytes}k"
    mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)]
    subprocess.run(mount, check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)
