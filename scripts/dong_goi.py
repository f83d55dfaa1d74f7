"""Build the program for computers without Python, pack it, and say how big it is.

    python scripts/dong_goi.py [--out dist] [--pack]

Makes <out>/KhenThuong (packaging/khenthuong.spec). With --pack also the files to hand out: on
Windows the portable .zip, on Linux a .tar.xz; beside them the program's source. The installer is
made from the folder afterwards (packaging/windows/khenthuong.iss).
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from khenthuong import __version__
from khenthuong.paths import PORTABLE_MARK, version_folder

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "packaging" / "khenthuong.spec"
NAME = "KhenThuong"
SYSTEM_LICENCES = "giay_phep_thu_vien"
_MEGABYTE = 1_000_000
_PORTABLE_WORDS = (
    "Có tệp này thì chương trình giữ mọi dữ liệu trong thư mục du_lieu ngay cạnh nó:\n"
    "chép cả thư mục là chép cả sổ. Xóa tệp này thì dữ liệu ở trong máy.\n"
)


def main(arguments: list[str]) -> int:
    """Build, then pack when asked; says sizes and seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", metavar="DIR", type=Path, default=ROOT / "dist")
    parser.add_argument("--pack", action="store_true")
    options = parser.parse_args(arguments)
    out: Path = options.out.resolve()
    begun = time.perf_counter()
    if not build(out):
        return 1
    folder = out / NAME
    copy_system_licences(folder)
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    print(
        f"{folder}: {size / _MEGABYTE:.0f} MB, {len(files)} tệp, "
        f"{time.perf_counter() - begun:.0f} giây"
    )
    for packed in pack(folder) if options.pack else ():
        print(f"{packed}: {packed.stat().st_size / _MEGABYTE:.0f} MB")
    return 0


def build(out: Path) -> bool:
    """Run PyInstaller; what it works with lies in build/ and is used again the next time."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(out), "--workpath", str(ROOT / "build"), str(SPEC)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def copy_system_licences(folder: Path) -> None:
    """Beside libraries taken from a Debian system, the licences Debian ships with them."""
    if shutil.which("dpkg-query") is None:
        return
    libraries = {path.name for path in (folder / version_folder()).glob("lib*.so*")}
    target = folder / version_folder() / SYSTEM_LICENCES
    target.mkdir(exist_ok=True)
    for package in sorted(packages_of(libraries)):
        notice = Path("/usr/share/doc") / package / "copyright"
        if notice.is_file():
            shutil.copy(notice, target / f"{package}.txt")


def packages_of(libraries: set[str]) -> set[str]:
    """The Debian packages that hold libraries of these names."""
    done = subprocess.run(
        ["dpkg-query", "--search", *(f"*/{name}" for name in sorted(libraries))],
        capture_output=True,
        text=True,
        check=False,  # 1 when one of them belongs to no package (Qt, Python)
    )
    return {line.partition(":")[0] for line in done.stdout.splitlines()}


def pack(folder: Path) -> Iterator[Path]:
    """The files to hand out, beside the folder."""
    stem = f"{NAME}-{__version__}"
    if sys.platform == "win32":
        yield _pack_portable(folder, folder.parent / f"{stem}-mang-theo.zip")
    else:
        target = folder.parent / f"{stem}-linux-{platform.machine()}.tar.xz"
        with tarfile.open(target, "w:xz") as packed:
            packed.add(folder, NAME)
        yield target
    if (ROOT / ".git").exists() and shutil.which("git"):
        source = folder.parent / f"{stem}-ma-nguon.zip"
        command = ["git", "archive", "--format=zip", f"--prefix={stem}/", "-o", str(source), "HEAD"]
        subprocess.run(command, cwd=ROOT, check=True)
        yield source


def _pack_portable(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, f"{NAME}/{path.relative_to(folder).as_posix()}")
        packed.writestr(f"{NAME}/{PORTABLE_MARK}", _PORTABLE_WORDS.replace("\n", os.linesep))
    return target


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
