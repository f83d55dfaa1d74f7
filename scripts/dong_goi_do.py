"""Measure how fast the window opens: the packed program beside the same program from source.

    python scripts/dong_goi_do.py [--program dist/KhenThuong] [--times 9]

Linux with Xvfb and xdotool. Both open the books of the sample commune, in turn, and are timed from
the start of the process until the first screen stands there with its rows. Says medians and the
ratio; seconds are of this computer, the ratio is what counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from khenthuong.services import demo

ROOT = Path(__file__).resolve().parent.parent
TITLE = "– Khen Thưởng$"
"""The window's title once the first screen is open."""
_LIMIT = 60
_PAUSE = 0.005


def main(arguments: list[str]) -> int:
    """Measure and say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", metavar="DIR", type=Path, default=ROOT / "dist/KhenThuong")
    parser.add_argument("--times", type=int, default=9)
    options = parser.parse_args(arguments)
    packed = [str(options.program.resolve() / "KhenThuong")]
    source = [sys.executable, str(ROOT / "main.py")]
    seconds: dict[str, list[float]] = {"đóng gói": [], "mã nguồn": []}
    with tempfile.TemporaryDirectory(prefix="khenthuong-do-") as folder, _screen() as screen:
        demo.open_sample(Path(folder))
        for round_number in range(options.times + 1):
            for name, command in (("đóng gói", packed), ("mã nguồn", source)):
                took, memory = open_once([*command, "--data", folder], screen)
                if round_number:  # the first time warms the disk's memory
                    seconds[name].append(took)
                    print(f"{name}: {took:.2f} giây, {memory:.0f} MB", flush=True)
    for name, took in seconds.items():
        print(f"{name}: {statistics.median(took):.2f} giây ({min(took):.2f}–{max(took):.2f})")
    ratios = [a / b for a, b in zip(seconds["đóng gói"], seconds["mã nguồn"], strict=True)]
    print(f"tỷ lệ đóng gói / mã nguồn: {statistics.median(ratios):.2f}")
    return 0


@contextmanager
def _screen() -> Generator[str]:
    """A screen of its own; yields its name for DISPLAY."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def open_once(command: list[str], screen: str) -> tuple[float, float]:
    """Open the window once; seconds until the first screen stands, and megabytes held then."""
    environment = {**os.environ, "DISPLAY": screen}
    environment.pop("QT_QPA_PLATFORM", None)
    find = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
    begun = time.perf_counter()
    running = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - begun < _LIMIT:
            found = subprocess.run(find, env=environment, capture_output=True, check=False)
            if found.stdout.strip():
                return time.perf_counter() - begun, _memory(running.pid)
            time.sleep(_PAUSE)
    finally:
        running.terminate()
        running.wait()
    raise TimeoutError(f"cửa sổ không mở: {command}")


def _memory(process: int) -> float:
    """Resident megabytes of a process."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
