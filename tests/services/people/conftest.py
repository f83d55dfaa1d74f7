"""A small commune: two units, a few people, the books open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from khenthuong.domain.kinds import UnitKind
from khenthuong.domain.register import Unit
from khenthuong.services import office, register
from khenthuong.services.workspace import Workspace, open_workspace
from tests import factories as make


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Two schools and an office, three people of the first school."""
    with open_workspace(tmp_path / "so", who="Lê Thị Ghi") as opened:
        office.save_office(opened, make.office())
        register.save(opened, Unit("TT-001", "Trường Tiểu học Đồng Mây 1", kind=UnitKind.SCHOOL))
        register.save(opened, Unit("TT-002", "Trường Tiểu học Đồng Mây 2", kind=UnitKind.SCHOOL))
        register.save(opened, Unit("TT-003", "Văn phòng"))
        for number, name in enumerate(("Lò Thị Én", "Vi Văn Bách", "Hà Thị Dâu"), start=1):
            register.save(opened, make.person(f"CN-{number:03}", name=name, unit="TT-001"))
        yield opened
