"""Small packed programs for tests of updating: real files and real processes, no Qt inside.

The program file is a script that says it is frozen; it tests itself, exchanges versions with the
program's own code, and when «opened» notes its version and arguments in `da_mo.txt`. With
`DUNG_O=n` in its environment it is gone at its n-th rename, as when the power fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from khenthuong.domain.updates import Update
from khenthuong.exchange import update_file
from khenthuong.services.updating.program import Program, platform_name, read_note
from khenthuong.storage import migrations

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
"""As it is before a test says that this process is a packed program."""
STOP_AT = "DUNG_O"
OPENED = "da_mo.txt"

DYING = """
import os, sys
left = int(os.environ.pop("DUNG_O", "0"))

def count(event, _):
    global left
    if event == "os.rename":
        left -= 1
        if not left:
            os._exit(9)

if left:
    sys.addaudithook(count)
"""

_SCRIPT = """#!{python}
# -*- coding: utf-8 -*-
{dying}
VERSION, SCHEMA, SOUND = {version!r}, {schema}, {sound}
sys.path.insert(0, {root!r})
import khenthuong
khenthuong.__version__ = VERSION
sys.frozen, sys.executable = True, os.path.abspath(__file__)
folder = os.path.dirname(sys.executable)
inside = os.path.join(folder, "ban-" + VERSION, "khac", "thu_vien.txt")
whole = os.path.exists(inside) and open(inside, encoding="utf-8").read() == VERSION
arguments = sys.argv[1:]
if arguments[:1] == ["self-test"]:
    sys.exit(0 if whole and SOUND and "KHENTHUONG_HOME" not in os.environ else 1)
if arguments == ["--doi-ban"]:
    from khenthuong.storage import migrations
    migrations.STEPS = {{n: s for n, s in migrations.STEPS.items() if n <= SCHEMA}}
    migrations.LATEST = SCHEMA
    from khenthuong.services.updating import switching
    sys.exit(switching.run())
if not whole:
    sys.exit(1)
with open(os.path.join(folder, "da_mo.txt.tam"), "w", encoding="utf-8") as opened:
    opened.write(" ".join([VERSION, *arguments]))
os.replace(os.path.join(folder, "da_mo.txt.tam"), os.path.join(folder, "da_mo.txt"))
"""


@dataclass(frozen=True)
class Publisher:
    """A pair of keys (private, public), without a pass phrase."""

    private: str
    public: str

    @classmethod
    def new(cls) -> Publisher:
        """A publisher whose keys nobody else has."""
        return cls(*update_file.new_keys())


def lay(
    folder: Path,
    version: str,
    *,
    key: str = "",
    schema: int = migrations.LATEST,
    sound: bool = True,
) -> Program:
    """A packed program in a folder; `key` is the publisher's public key it was built with."""
    inside = folder / f"ban-{version}"
    (inside / "khac").mkdir(parents=True)
    (inside / "khac" / "thu_vien.txt").write_text(version, encoding="utf-8")
    (inside / "resources").mkdir()
    if key:
        (inside / "resources" / "khoa_cap_nhat.pem").write_text(key, encoding="ascii")
    script = _SCRIPT.format(
        python=PYTHON, dying=DYING, version=version, schema=schema, sound=sound, root=str(ROOT)
    )
    (folder / "KhenThuong").write_text(script, encoding="utf-8")
    (folder / "KhenThuong").chmod(0o755)
    return Program(folder, version)


def described(folder: Path, version: str, **other: object) -> Update:
    """The list of a packed program, as the publisher makes it."""
    names = [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    ]
    said: dict[str, object] = {
        "version": version,
        "platform": platform_name(),
        "least": "0.1.0",
        "schema": migrations.LATEST,
        "day": date(2026, 11, 20),
        "notes": "Tìm nhanh hơn.",
        "entries": update_file.listed_entries(folder, names),
        "links": {},
    }
    return Update(**{**said, **other})  # type: ignore[arg-type]


def update_of(
    out: Path, publisher: Publisher, version: str, *, sound: bool = True, **other: object
) -> Path:
    """A signed update file of a small program."""
    folder = out / f"dung-{version}"
    lay(folder, version, key=publisher.public, sound=sound)
    target = out / f"KhenThuong-{version}{update_file.ENDING}"
    update_file.write_update(target, folder, described(folder, version, **other), publisher.private)
    return target


def opened(program: Program) -> str:
    """Open the program as a double click does; its version and arguments, "" when it fails."""
    left = program.folder / OPENED
    left.unlink(missing_ok=True)
    subprocess.run([program.main], check=False, timeout=60)
    return left.read_text(encoding="utf-8") if left.exists() else ""


def opened_by_itself(program: Program) -> str:
    """Wait until the exchange has opened the program; its version and arguments."""
    return _waited_for(program.folder / OPENED)


def _waited_for(path: Path) -> str:
    until = time.monotonic() + 60
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.02)
    return path.read_text(encoding="utf-8")


def places_note(program: Program) -> Mapping[str, Any]:
    """What the exchanging process was told to do."""
    return read_note(program.job)


def exchange(program: Program, *, stop_at: int = 0) -> int:
    """Run the exchanging process to its end, or to its n-th rename; its exit code."""
    known = {**os.environ, STOP_AT: str(stop_at)} if stop_at else dict(os.environ)
    command = [program.helper, "--doi-ban"]
    return subprocess.run(command, env=known, check=False, timeout=120).returncode
