"""A packed program of version 0.1.0 that this process says it is, with books."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from khenthuong.services.updating.program import Program
from khenthuong.services.workspace import Workspace, open_workspace
from tests import packed_programs
from tests.packed_programs import Publisher


@pytest.fixture(scope="session")
def publisher() -> Publisher:
    return Publisher.new()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "Sổ của xã"


@pytest.fixture
def ws(root: Path) -> Iterator[Workspace]:
    with open_workspace(root) as opened:
        yield opened


@pytest.fixture
def program(tmp_path: Path, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Program:
    made = packed_programs.lay(tmp_path / "Khen Thưởng", "0.1.0", key=publisher.public)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(made.main))
    return made
