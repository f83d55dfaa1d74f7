"""docs/tieu_chuan.md names every kind of criterion with every parameter it takes."""

from pathlib import Path

import pytest

from khenthuong.catalog.parameters import known_parameters
from khenthuong.domain.criteria import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "tieu_chuan.md"
ROWS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_and_parameter_is_described(kind: str) -> None:
    rows = [row for row in ROWS if f"`{kind}`" in row.split("|")[1]]
    assert len(rows) == 1
    assert [name for name in known_parameters(kind) if f"`{name}`" not in rows[0]] == []
