"""Short in the ordinary run, long with `--lau`; the figures are printed at the end of the run."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from khenthuong.services import demo

Amount = Callable[[int, int], int]
Figure = Callable[[str, object], None]


@pytest.fixture(scope="session")
def long_run(pytestconfig: pytest.Config) -> bool:
    """Whether the long run was asked for."""
    return bool(pytestconfig.getoption("--lau"))


@pytest.fixture(scope="session")
def amount(long_run: bool) -> Amount:
    """amount(short, long): how many of something this run tries."""
    return lambda short, long: long if long_run else short


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """figure(what, how many): a line printed at the end of the run."""
    return lambda what, value: record_property(f"figure:{what}", value)


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
