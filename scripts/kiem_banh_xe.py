"""Prove that Windows can install the program without a network, and make the folder it needs.

    python scripts/kiem_banh_xe.py [--python 3.13] [--make DIR]

Without --make: every pinned package (tools too) must have a ready-made wheel for 64-bit Windows.
With --make: the program's own wheels are laid into DIR with the program's source and
cai_dat.cmd; add the Python installer to the folder and it installs from a memory stick.
Exit code 1 names what is missing.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from dong_goi_ghim import ROOT, WINDOWS_PYTHON, Pin, pinned, shipped_names, windows

WHEELS = "banh_xe"
PROGRAM_FOLDERS = ("khenthuong", "forms", "templates_docx", "resources", "docs/nguoi_dung")
PROGRAM_FILES = ("main.py", "LICENSE", "constraints.txt")
INSTALL = ROOT / "packaging" / "windows" / "cai_dat.cmd"
# Published as source only; pure Python, so a wheel made here serves everywhere.
FROM_SOURCE = {"docopt"}
_MEGABYTE = 1_000_000


def main(arguments: list[str]) -> int:
    """Check, or make the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=WINDOWS_PYTHON)
    parser.add_argument("--make", metavar="DIR", type=Path)
    options = parser.parse_args(arguments)
    version: str = options.python
    folder: Path | None = options.make
    wanted = wanted_pins(version, program_only=folder is not None)
    with tempfile.TemporaryDirectory(prefix="khenthuong-banh-xe-") as scratch:
        wheels = folder / WHEELS if folder else Path(scratch)
        wheels.mkdir(parents=True, exist_ok=True)
        lacking = [pin for pin in wanted if not fetch(pin, version, wheels)]
        for pin in lacking:
            print(f"THIẾU  {pin.name} {pin.version}: không có bánh xe cho Windows")
        size = sum(path.stat().st_size for path in wheels.glob("*.whl")) / _MEGABYTE
        print(f"Python {version}: {len(wanted) - len(lacking)}/{len(wanted)} gói, {size:.0f} MB")
    if folder and not lacking:
        lay_program(folder, version)
        print(f"Đã làm {folder}. Chép bộ cài Python {version} (64-bit) vào đó rồi mang đi.")
    return 1 if lacking else 0


def wanted_pins(version: str, *, program_only: bool) -> list[Pin]:
    """The pins that count on Windows with this Python; `program_only` leaves the tools out."""
    environment = windows(version)
    ours = shipped_names(environment)
    return [pin for pin in pinned(environment) if not program_only or pin.name in ours]


def fetch(pin: Pin, version: str, target: Path) -> bool:
    """Lay the wheel of one pin into a folder; False when there is none for Windows."""
    exact = f"{pin.name}=={pin.version}"
    if pin.name in FROM_SOURCE:
        return _pip("wheel", "--wheel-dir", str(target), exact) and _is_pure(pin, target)
    system = ("--platform", "win_amd64", "--python-version", version, "--implementation", "cp")
    return _pip("download", "--dest", str(target), *system, "--only-binary=:all:", exact)


def _pip(command: str, *arguments: str) -> bool:
    call = [sys.executable, "-m", "pip", command, "-q", "--no-deps", *arguments]
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


def _is_pure(pin: Pin, target: Path) -> bool:
    return any(target.glob(f"{pin.name}-*-none-any.whl"))


def lay_program(folder: Path, version: str) -> None:
    """The program's source and the install script, beside the wheels."""
    program = folder / "chuong_trinh"
    forget = shutil.ignore_patterns("__pycache__")
    for name in PROGRAM_FOLDERS:
        shutil.copytree(ROOT / name, program / name, dirs_exist_ok=True, ignore=forget)
    for name in PROGRAM_FILES:
        shutil.copy2(ROOT / name, program / name)
    names = sorted(f"{pin.name}=={pin.version}" for pin in wanted_pins(version, program_only=True))
    (folder / "can_cai.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    shutil.copy2(INSTALL.with_name("khenthuong.ico"), program / "khenthuong.ico")
    script = INSTALL.read_text(encoding="utf-8").replace("@PYTHON@", version)
    script = script.replace("@PYTHON_SO@", version.replace(".", ""))
    (folder / INSTALL.name).write_text(script, encoding="utf-8", newline="\r\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
