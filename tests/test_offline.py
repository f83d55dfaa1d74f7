"""No network call anywhere: the main flows run with every socket to another place forbidden."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "khenthuong"
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib",
    "socket", "socketserver", "ssl", "telnetlib", "urllib3", "webbrowser", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "urllib.request",
}  # fmt: skip

# Python itself tells of every socket before it is made; a local one (pipes of Unix) names no place.
FORBIDDING = """
import runpy, sys

def forbid(event, arguments):
    local = event == "socket.__new__" and int(arguments[1]) == 1
    if event.startswith("socket.") and not local:
        raise SystemExit(f"NETWORK {event} {arguments[1:]}")
    if event == "urllib.Request":
        raise SystemExit(f"NETWORK {event} {arguments}")

sys.addaudithook(forbid)
program, *sys.argv = sys.argv[1:]
runpy.run_path(program, run_name="__main__")
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", FORBIDDING, *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_guard_sees_a_call(tmp_path: Path) -> None:
    calling = tmp_path / "calling.py"
    calling.write_text("import socket\nsocket.create_connection(('127.0.0.1', 9))\n", "utf-8")
    asking = tmp_path / "asking.py"
    asking.write_text("import socket\nsocket.getaddrinfo('localhost', 80)\n", "utf-8")
    assert "NETWORK socket." in run(str(calling), "calling").stderr
    assert "NETWORK socket." in run(str(asking), "asking").stderr


@pytest.mark.parametrize(
    "arguments", [("demo", "--out", "{out}"), ("self-test",)], ids=["demo", "self-test"]
)
def test_the_main_flows_call_nobody(arguments: tuple[str, ...], tmp_path: Path) -> None:
    filled = [one.format(out=tmp_path / "kết quả") for one in arguments]
    done = run(str(ROOT / "main.py"), "main.py", *filled)
    assert "NETWORK" not in done.stdout + done.stderr
    assert done.returncode == 0, done.stderr


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names | {name.split(".")[0] for name in names}


def test_nothing_of_ours_knows_the_network() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in PACKAGE.rglob("*.py")
        for name in imported(path) & NETWORK
    }
    assert found == set()
