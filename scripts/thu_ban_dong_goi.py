"""Try a packed program as a clerk's computer would run it: nothing of Python or Qt installed.

    python scripts/thu_ban_dong_goi.py [--program dist/KhenThuong]

On Linux the folder is copied into a root of its own that holds the C library, the OpenGL loaders
and one font, and nothing else; on Windows it runs in an empty folder of its own with a bare
environment. Each step says «đạt» or why not; exit code 1 when one failed.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PyInstaller.archive.readers import CArchiveReader

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from khenthuong.paths import version_folder

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = sys.platform == "win32"
NAME = "KhenThuong"
PROGRAM = "khenthuong-lenh.exe" if WINDOWS else NAME
WINDOW_PROGRAM = f"{NAME}.exe" if WINDOWS else NAME
PASSWORD = "thu-mat-khau-1"
SAMPLE_ROUND = "D4"
"""A small round of the sample commune."""
FINE, REFUSED = (0,), (1,)
_LIMIT = 300

# What a Linux desktop brings: the C library, zlib (the program's own beginning needs it before it
# finds its folder), OpenGL in the version of its graphics card, and X, which OpenGL loads.
_C = ("ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "libdl.so.2", "librt.so.1")
_C_MORE = ("libpthread.so.0", "libresolv.so.2", "libz.so.1")
_SCREEN = ("libGL.so.1", "libEGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libxcb.so.1")
OF_THE_SYSTEM = (*_C, *_C_MORE, *_SCREEN)
# Used only where the system prints through CUPS.
OPTIONAL = {"libcups.so.2"}
FONTS = Path("/usr/share/fonts/truetype")
FONT_FOLDERS = ("liberation2", "liberation", "noto", "dejavu")
"""The first of them that is there is the one font of the empty root."""
LOCALE = Path("/usr/lib/locale/C.utf8")


class Failed(Exception):
    """A step did not come out as it must."""


@dataclass
class Place:
    """Where the program runs: the folder seen from outside, and its path seen from inside."""

    outside: Path
    prefix: list[str] = field(default_factory=list[str])
    environment: dict[str, str] = field(default_factory=dict[str, str])

    def inside(self, *parts: str) -> str:
        """A path as the program sees it."""
        return str(self.outside.joinpath(*parts)) if not self.prefix else "/" + "/".join(parts)

    def run(self, folder: str, *arguments: str, expect: tuple[int, ...] = FINE) -> str:
        """Run a command of the program in `folder`; its stdout. Raises Failed on another code."""
        command = [*self.prefix, self.inside(folder, PROGRAM), *arguments]
        done = subprocess.run(
            command,
            capture_output=True,
            env=self.environment,
            cwd=self.outside,
            timeout=_LIMIT,
            check=False,
        )
        said = done.stdout.decode("utf-8", "replace")
        if done.returncode not in expect:
            trouble = done.stderr.decode("utf-8", "replace")
            raise Failed(f"{' '.join(arguments)}: mã {done.returncode}\n{said}\n{trouble}")
        return said


def main(arguments: list[str]) -> int:
    """Run every step; 0 when all of them held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", metavar="DIR", type=Path, default=ROOT / "dist" / NAME)
    folder: Path = parser.parse_args(arguments).program.resolve()
    if not (folder / PROGRAM).is_file():
        print(f"LỖI: không thấy {folder / PROGRAM}; hãy chạy scripts/dong_goi trước.")
        return 1
    failed = 0
    with tempfile.TemporaryDirectory(prefix="khenthuong-sach-") as work:
        place = make_place(folder, Path(work).resolve())
        for name, step in steps(folder, place, Path(work)):
            begun = time.perf_counter()
            try:
                step()
            except (Failed, OSError, subprocess.TimeoutExpired) as why:
                failed += 1
                print(f"KHÔNG ĐẠT  {name}: {why}", flush=True)
            else:
                print(f"đạt  {name} ({time.perf_counter() - begun:.1f} giây)", flush=True)
    return 1 if failed else 0


def steps(folder: Path, place: Place, work: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """The steps in their order, each with its name."""
    yield "đủ mọi mô-đun mà mã nguồn gọi", lambda: check_modules(folder)
    if not WINDOWS:
        yield "chỉ dựa vào thư viện hệ thống đã nêu", lambda: check_libraries(folder)
        yield "máy thử không có Python", lambda: check_no_python(place)
    yield "self-test", lambda: place.run(NAME, "self-test")
    yield "demo", lambda: place.run(NAME, "demo", "--out", place.inside("ra"))
    yield "giấy tờ giống hệt khi chạy từ mã nguồn", lambda: check_same_papers(place, work)
    yield "gói có mật khẩu", lambda: check_password(place)
    yield "bản mang theo, dời sang thư mục khác", lambda: check_portable(place)
    if shutil.which("soffice"):
        yield "PDF qua LibreOffice của máy", lambda: check_pdf(folder, place, work)


# A place of its own


def make_place(folder: Path, work: Path) -> Place:
    """Copy the program into an empty root (Linux) or an empty folder (Windows)."""
    root = work / "goc"
    root.mkdir()
    shutil.copytree(folder, root / NAME, symlinks=True)
    if WINDOWS:
        kept = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "LOCALAPPDATA", "APPDATA", "USERPROFILE")
        bare = {name: os.environ[name] for name in kept if name in os.environ}
        return Place(root, environment={**bare, "PATH": str(Path(bare["SYSTEMROOT"]) / "System32")})
    _lay_root(root)
    enter = ["chroot"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--root"]
    enter = [shutil.which(enter[0], path="/usr/sbin:/usr/bin:/sbin:/bin") or enter[0], *enter[1:]]
    bare = {"HOME": "/nha", "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": "/nha"}
    return Place(root, [*enter, str(root)], bare)


def _lay_root(root: Path) -> None:
    (root / "tmp").mkdir()
    (root / "nha").mkdir(mode=0o700)
    libraries = root / "lib"
    libraries.mkdir()
    (root / "lib64").symlink_to("lib")
    known = _system_libraries()
    for wanted in (name for name in OF_THE_SYSTEM if name in known):
        for name, path in {(wanted, known[wanted])} | _loads(known[wanted]):
            if not (libraries / name).exists():
                shutil.copy(path, libraries / name)
    if LOCALE.is_dir():
        shutil.copytree(LOCALE, root / LOCALE.relative_to("/"))
    font = next((FONTS / name for name in FONT_FOLDERS if (FONTS / name).is_dir()), None)
    if font is not None:
        shutil.copytree(font, root / "usr" / "share" / "fonts")
    settings = root / "etc" / "fonts"
    settings.mkdir(parents=True)
    (settings / "fonts.conf").write_text(
        '<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir>'
        "<cachedir>/nha/phong</cachedir></fontconfig>",
        encoding="utf-8",
    )


def _system_libraries() -> dict[str, Path]:
    listed = subprocess.run(
        [shutil.which("ldconfig", path="/usr/sbin:/sbin") or "ldconfig", "-p"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found: dict[str, Path] = {}
    for line in listed.splitlines():
        name, arrow, path = line.strip().partition(" => ")
        if arrow and "x86-64" in name:
            found.setdefault(name.split()[0], Path(path))
    return found


def _loads(path: Path) -> set[tuple[str, Path]]:
    """What a library loads in turn: (name, path)."""
    said = subprocess.run(["ldd", path], capture_output=True, text=True, check=False).stdout
    pairs = (line.split() for line in said.splitlines() if "=> /" in line)
    return {(words[0], Path(words[2])) for words in pairs}


# Steps


def check_modules(folder: Path) -> None:
    """Every module that our source imports, now or later, lies in the packed program."""
    held = _held_modules(folder)
    missing = sorted(name for name in _imported() if name not in held)
    if missing:
        raise Failed(", ".join(missing))


def _held_modules(folder: Path) -> set[str]:
    packed: Any = CArchiveReader(str(folder / WINDOW_PROGRAM))
    archive = next(name for name in packed.toc if name.startswith("PYZ"))
    held = set(packed.open_embedded_archive(archive).toc)
    internal = folder / version_folder()
    for path in internal.rglob("*"):
        if path.suffix in (".so", ".pyd", ".py"):
            parts = path.relative_to(internal).with_name(path.name.split(".")[0]).parts
            held.add(".".join(parts))
    return held | {name.partition(".")[0] for name in held} | set(sys.stdlib_module_names)


def _imported() -> set[str]:
    """Our own modules, and what they import of other packages (Windows' own are left out)."""
    source = ROOT / "khenthuong"
    found: set[str] = set()
    for path in source.rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found.add(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
                if node.module == "PySide6":
                    found |= {f"PySide6.{alias.name}" for alias in node.names}
    standard = sys.stdlib_module_names
    return {name for name in found if name.partition(".")[0] not in {*standard, "win32com"}}


def check_libraries(folder: Path) -> None:
    """No file of the program loads a library that is neither in the folder nor the system's."""
    ours = {path.name for path in (folder / version_folder()).rglob("*.so*")}
    strange: set[str] = set()
    for path in (*(folder / version_folder()).rglob("*.so*"), folder / PROGRAM):
        strange |= _needed(path) - ours - set(OF_THE_SYSTEM) - OPTIONAL
    if strange:
        raise Failed(", ".join(sorted(strange)))


def _needed(path: Path) -> set[str]:
    said = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False)
    lines = (line.split() for line in said.stdout.splitlines())
    return {words[1] for words in lines if len(words) == 2 and words[0] == "NEEDED"}


def check_no_python(place: Place) -> None:
    """The root has no Python besides the one inside the program's folder."""
    outside = [
        path for path in place.outside.rglob("*python*") if place.outside / NAME not in path.parents
    ]
    if outside:
        raise Failed(str(outside[0]))


def check_same_papers(place: Place, work: Path) -> None:
    """The sample's papers and packages are the same, byte for byte, as those made from source."""
    source = work / "tu_nguon"
    command = [sys.executable, str(ROOT / "main.py"), "demo", "--out", str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=_LIMIT)
    packed = place.outside / "ra"
    for folder in ("van_ban", "goi"):
        first, second = _bytes_of(source / folder), _bytes_of(packed / folder)
        if not first:
            raise Failed(f"{folder}: trống")
        differ = [
            name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
        ]
        if differ:
            raise Failed(f"{folder}: {', '.join(sorted(differ)[:5])}")


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def check_password(place: Place) -> None:
    """Sealing under a password and verifying it again (AES from a compiled library)."""
    (place.outside / "mat_khau.txt").write_text(PASSWORD, encoding="utf-8")
    books, password = place.inside("ra", "du_lieu"), place.inside("mat_khau.txt")
    out = place.inside("goi_kin")
    command = ("package", SAMPLE_ROUND, "--out", out, "--password-file", password)
    # 1 as well: the sample leaves one nomination out of the package, and says so.
    place.run(NAME, "--data", books, *command, expect=FINE + REFUSED)
    sealed = _package(place.outside / "goi_kin")
    inside = place.inside(*sealed.relative_to(place.outside).parts)
    place.run(NAME, "verify", inside, "--password-file", password)
    place.run(NAME, "verify", inside, expect=REFUSED)


def _package(folder: Path) -> Path:
    sealed = next(folder.rglob("*.zip"), None)
    if sealed is None:
        raise Failed("không có gói nào")
    return sealed


def check_portable(place: Place) -> None:
    """With portable.txt the books lie beside the program and move with it."""
    (place.outside / NAME / "portable.txt").write_text("", encoding="utf-8")
    shutil.copytree(place.outside / "ra" / "du_lieu", place.outside / NAME / "du_lieu")
    before = place.run(NAME, "--json", "rounds")
    moved = "cho_khac"
    (place.outside / moved).mkdir()
    shutil.move(place.outside / NAME, place.outside / moved / NAME)
    folder = f"{moved}/{NAME}"
    if place.run(folder, "--json", "rounds") != before:
        raise Failed("sổ ở chỗ mới khác sổ ở chỗ cũ")
    place.run(folder, "doctor")
    place.run(folder, "workbook", place.inside("so_nhap.xlsx"))
    shutil.move(place.outside / moved / NAME, place.outside / NAME)


def check_pdf(folder: Path, place: Place, work: Path) -> None:
    """LibreOffice of this computer makes pages for the packed program (not in the empty root)."""
    books, out = place.outside / "ra" / "du_lieu", work / "co_pdf"
    command = [folder / PROGRAM, "--data", books, "package", SAMPLE_ROUND, "--pdf", "--out", out]
    subprocess.run(command, capture_output=True, check=False, timeout=_LIMIT)
    with zipfile.ZipFile(_package(out)) as sealed:
        names = sealed.namelist()
    lacking = [name for name in names if name.endswith(".docx") and f"{name[:-5]}.pdf" not in names]
    if lacking:
        raise Failed(f"không có PDF: {', '.join(lacking[:5])}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
