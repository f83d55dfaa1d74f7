"""Ctrl+Z and Ctrl+Y of the books: in order, never over what stands on it or lies on paper."""

from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.domain.office import Office
from khenthuong.domain.register import Household, Unit
from khenthuong.errors import BooksError
from khenthuong.services import changes, office, register
from khenthuong.services.paperwork import paper_register
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.storage.tables import DATA_TABLES


@pytest.fixture
def ws(tmp_path: Path):
    with open_workspace(tmp_path / "so", who="Lan") as made:
        office.save_office(made, Office("Ủy ban nhân dân xã Vĩnh An", "Tỉnh Thanh Hóa"))
        yield made


def units(ws: Workspace) -> tuple[str, ...]:
    return register.search(ws, None)


def test_the_last_is_taken_back_first_and_done_again_last(ws: Workspace) -> None:
    session = changes.begin(ws)
    register.save(ws, Unit("TT-001", "Văn phòng"))
    register.save(ws, Unit("TT-002", "Trạm y tế"))
    assert changes.undo(ws, session).label == "Ghi Trạm y tế (TT-002)"
    assert units(ws) == ("TT-001",)
    assert changes.undo(ws, session).label == "Ghi Văn phòng (TT-001)"
    assert units(ws) == ()
    assert changes.undo(ws, session) is None
    assert changes.redo(ws, session).label == "Ghi Văn phòng (TT-001)"
    assert changes.redo(ws, session).label == "Ghi Trạm y tế (TT-002)"
    assert changes.redo(ws, session) is None
    assert set(units(ws)) == {"TT-001", "TT-002"}


def test_what_was_done_again_can_be_taken_back_again(ws: Workspace) -> None:
    session = changes.begin(ws)
    register.save(ws, Unit("TT-001", "Văn phòng"))
    for _ in range(3):
        assert changes.undo(ws, session).label == "Ghi Văn phòng (TT-001)"
        assert units(ws) == ()
        assert changes.redo(ws, session).label == "Ghi Văn phòng (TT-001)"
        assert units(ws) == ("TT-001",)
    assert [one.label for one in changes.history(ws)][:2] == [
        "Làm lại: Ghi Văn phòng (TT-001)",
        "Hoàn tác: Ghi Văn phòng (TT-001)",
    ]


def test_what_is_written_meanwhile_ends_doing_again(ws: Workspace) -> None:
    session = changes.begin(ws)
    register.save(ws, Unit("TT-001", "Văn phòng"))
    changes.undo(ws, session)
    register.save(ws, Household("HO-001", "Vũ Văn Bền", "Thôn Đông"))
    assert changes.redo(ws, session) is None
    assert changes.undo(ws, session).label == "Ghi Vũ Văn Bền (HO-001)"
    assert units(ws) == ()
    assert changes.redo(ws, session).label == "Ghi Vũ Văn Bền (HO-001)"
    assert changes.redo(ws, session) is None
    assert units(ws) == ("HO-001",)


def test_what_was_there_before_the_session_stays(ws: Workspace) -> None:
    register.save(ws, Unit("TT-001", "Văn phòng"))
    session = changes.begin(ws)
    assert changes.undo(ws, session) is None
    assert units(ws) == ("TT-001",)


def test_what_another_wrote_is_not_taken_back(tmp_path: Path) -> None:
    with open_workspace(tmp_path, who="Lan") as ws:
        session = changes.begin(ws)
    with open_workspace(tmp_path, who="Minh") as ws:
        register.save(ws, Unit("TT-001", "Văn phòng"))
    with open_workspace(tmp_path, who="Lan") as ws:
        assert changes.undo(ws, session) is None


def test_an_older_one_is_refused_in_plain_words(ws: Workspace) -> None:
    register.save(ws, Unit("TT-001", "Văn phòng"))
    register.save(ws, Unit("TT-001", "Văn phòng", headcount=5))
    older = changes.history(ws)[1]
    with pytest.raises(BooksError) as refused:
        changes.undo_one(ws, older)
    said = texts.say(refused.value.code, refused.value.arguments)
    assert "«Ghi Văn phòng (TT-001)»: tập thể «TT-001» đã đổi sau đó" in said


def test_what_others_stand_on_is_refused(ws: Workspace) -> None:
    register.save(ws, Unit("TT-001", "Văn phòng"))
    register.save(ws, Unit("TT-002", "Tổ một cửa", parent="TT-001"))
    with pytest.raises(BooksError) as refused:
        changes.undo_one(ws, changes.history(ws)[1])
    assert refused.value.code == "changes.needed"
    assert set(units(ws)) == {"TT-001", "TT-002"}


def test_papers_are_not_taken_back(commune: Workspace) -> None:
    session = changes.begin(commune)
    paper_register.make(commune, "D1")
    newest = changes.history(commune)[0]
    assert newest.id > session.since
    with pytest.raises(BooksError) as refused:
        changes.undo(commune, session)
    assert refused.value.code == "changes.on_paper"
    assert "văn bản của hồ sơ" in str(refused.value.arguments["tables"])
    assert changes.history(commune)[0] == newest


def test_details_say_old_and_new(ws: Workspace) -> None:
    register.save(ws, Unit("TT-001", "Văn phòng", headcount=4))
    register.save(ws, Unit("TT-001", "Văn phòng", headcount=5))
    (entry,) = changes.details(ws, changes.history(ws)[0].id)
    assert entry.about == "Văn phòng"
    assert entry.differences == (("Số người", "4", "5"),)


def test_operations_are_found_without_marks(ws: Workspace) -> None:
    register.save(ws, Unit("TT-001", "Trạm Y tế"))
    register.save(ws, Unit("TT-002", "Văn phòng"))
    assert [one.label for one in changes.history(ws, "tram y")] == ["Ghi Trạm Y tế (TT-001)"]


def test_every_table_has_a_name() -> None:
    assert [name for name in DATA_TABLES if changes.table_label(name) == name] == []
