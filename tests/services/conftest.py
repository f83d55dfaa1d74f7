"""The sample commune, imported once; each test gets a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from khenthuong.services import demo
from khenthuong.services.workspace import Workspace, open_workspace


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder filled with the sample commune; never written again."""
    root = tmp_path_factory.mktemp("xa-mau") / "so"
    demo.open_sample(root)
    return root


@pytest.fixture
def commune_root(sample_root: Path, tmp_path: Path) -> Path:
    """A copy of the sample commune's data folder."""
    root = tmp_path / "so-xa"
    shutil.copytree(sample_root, root)
    return root


@pytest.fixture
def commune(commune_root: Path) -> Iterator[Workspace]:
    """The sample commune, open."""
    with open_workspace(commune_root) as ws:
        yield ws
