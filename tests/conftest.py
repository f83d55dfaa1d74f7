"""Every test runs offscreen, in a home of its own, without a network."""

import os
import socket
from pathlib import Path
from typing import NoReturn

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from khenthuong.storage import open_books


def pytest_addoption(parser: pytest.Parser) -> None:
    """The long run of tests/hardness."""
    parser.addoption(
        "--lau", action="store_true", help="chạy dài các phép thử trong tests/hardness"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests counted (see tests/hardness/conftest.py)."""
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name.startswith("figure:"):
                terminalreporter.write_line(f"{name.removeprefix('figure:')}: {value}")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """KHENTHUONG_HOME in the test's own folder: no test meets the books of this computer."""
    folder = tmp_path / "nha"
    monkeypatch.setenv("KHENTHUONG_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is offline; a test that reaches out fails. Unix sockets stay (X, D-Bus)."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse(address)
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)


def _refuse(address: object) -> NoReturn:
    raise AssertionError(f"network: {address}")


@pytest.fixture
def books(tmp_path: Path):
    """New books, open and empty."""
    with open_books(tmp_path / "so", who="Lê Thị Ghi") as opened:
        yield opened
