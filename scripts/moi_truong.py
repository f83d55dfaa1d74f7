"""Make .venv with the pinned packages; do nothing when it is there already.

Run by scripts/chay and scripts/kiem_thu with the machine's own Python, so standard library only.
"""

from __future__ import annotations

import compileall
import hashlib
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PINS = ROOT / "constraints.txt"
PROJECT = ROOT / "pyproject.toml"
DEV = "kiem_thu"
RUNTIME = "chay"


def venv_python() -> Path:
    """The interpreter inside .venv."""
    if sys.platform == "win32":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def main(arguments: list[str]) -> int:
    """Make the environment for running, or with --dev for the tests."""
    wanted = DEV if "--dev" in arguments else RUNTIME
    if not _works():
        _create()
    if not _is_installed(wanted):
        if not _install(wanted):
            return 1
        _stamp(wanted).write_text(_fingerprint(), encoding="utf-8")
    compileall.compile_dir(ROOT / "khenthuong", quiet=2)
    return 0


def _works() -> bool:
    check = f"import pip, sys; raise SystemExit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        done = subprocess.run([venv_python(), "-c", check], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _create() -> None:
    if VENV.exists():
        print("Thư mục .venv không dùng được nữa (khác bản Python, hoặc tạo dở): tạo lại.")
        shutil.rmtree(VENV)
    print("Đang tạo môi trường Python trong .venv …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)


def _install(wanted: str) -> bool:
    print("Đang tải và cài các thư viện (khoảng 100 MB, chỉ lần đầu) …", flush=True)
    command = [venv_python(), "-m", "pip", "install", "-qq", "--compile"]
    command += ["--disable-pip-version-check", "--constraint", PINS, *_requirements(wanted)]
    if subprocess.run(command, check=False).returncode == 0:
        return True
    print(
        "LỖI: không cài được thư viện. Hãy xem dòng lỗi ở trên; thường là do chưa có mạng.\n"
        "Có mạng rồi thì chạy lại đúng lệnh vừa rồi.",
        file=sys.stderr,
    )
    return False


def _requirements(wanted: str) -> list[str]:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    packages: list[str] = project["dependencies"]
    if wanted == DEV:
        packages += project["optional-dependencies"]["dev"]
    return packages


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in (PROJECT, PINS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _stamp(wanted: str) -> Path:
    return VENV / f"da_cai_{wanted}"


def _is_installed(wanted: str) -> bool:
    # What the tests need holds what running needs.
    stamps = [_stamp(DEV)] if wanted == DEV else [_stamp(RUNTIME), _stamp(DEV)]
    now = _fingerprint()
    return any(s.is_file() and s.read_text(encoding="utf-8") == now for s in stamps)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
