"""The register as screens use it."""

import pytest

from khenthuong.domain.kinds import RecipientKind, Subject
from khenthuong.domain.records import Achievement, Initiative
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError, NotFoundError
from khenthuong.services import register
from khenthuong.services.workspace import open_workspace
from khenthuong.storage import apply_import, history
from tests import factories


@pytest.fixture
def ws(tmp_path):
    with open_workspace(tmp_path / "so", who="Lê Thị Ghi") as opened:
        apply_import(opened.books, factories.whole_batch(), take_changes=True, label="Nhập")
        yield opened


def test_rows_show_what_a_list_needs(ws):
    register.save(ws, factories.person(unit="TT-001", subject=Subject.OFFICIAL))
    person, unit, house = register.rows(ws, ["CN-001", "TT-002", "HO-001"])
    assert (person.name, person.subtitle, person.unit_name) == (
        "Nguyễn Thị Ướt",
        "Chuyên viên",
        "Phòng Kinh tế",
    )
    assert person.detail == "Cán bộ, công chức, viên chức"
    assert person.about == "Chuyên viên · Phòng Kinh tế"
    assert (unit.kind, unit.unit_name, unit.detail) == (RecipientKind.UNIT, "Phòng Kinh tế", "Khác")
    assert (house.subtitle, house.unit_name, house.detail) == ("Thôn Mây", "Phòng Kinh tế", "4")


def test_search_gives_codes_for_the_rows(ws):
    assert register.search(ws, RecipientKind.PERSON, "uot") == ("CN-001",)
    assert register.search(ws, RecipientKind.HOUSEHOLD, "") == ("HO-001",)


def test_a_profile_holds_everything(ws):
    profile = register.profile(ws, "CN-001")
    assert profile.recipient == register.get(ws, "CN-001")
    assert (len(profile.careers), len(profile.ratings), len(profile.awards)) == (1, 1, 1)
    assert (len(profile.initiatives), len(profile.disciplines), len(profile.achievements)) == (
        1,
        1,
        1,
    )
    assert not profile.binned
    with pytest.raises(NotFoundError):
        register.profile(ws, "CN-404")


def test_bin_and_back(ws):
    register.to_bin(ws, "CN-001")
    assert register.search(ws, RecipientKind.PERSON, "") == ()
    assert register.search(ws, RecipientKind.PERSON, "", binned=True) == ("CN-001",)
    assert register.rows(ws, ["CN-001"])[0].binned
    assert register.profile(ws, "CN-001").binned
    register.restore(ws, "CN-001")
    assert register.search(ws, RecipientKind.PERSON, "") == ("CN-001",)


def test_every_writing_is_named_in_the_history(ws):
    register.save(ws, factories.person(name="Nguyễn Thị Mưa"))
    register.save_record(ws, factories.rating(decision_number="9/QĐ"))
    register.remove_record(ws, factories.discipline())
    labels = [entry.operation.label for entry in register.history(ws, "CN-001")]
    assert labels[:3] == [
        "Bỏ kỷ luật của CN-001",
        "Ghi xếp loại của CN-001",
        "Ghi Nguyễn Thị Mưa (CN-001)",
    ]


def test_saving_what_is_there_says_so_and_leaves_no_trace(ws):
    before = history.operations(ws.books)
    assert register.save(ws, register.get(ws, "CN-001")) is False
    assert history.operations(ws.books) == before


def test_a_record_whose_key_changes_moves(ws):
    old, new = factories.rating(), factories.rating(year=Year(2024))
    register.save_record(ws, new, replaces=old)
    assert register.profile(ws, "CN-001").ratings == (new,)


def test_a_record_that_cannot_move_stays_as_it_was(ws):
    with pytest.raises(BooksError):
        register.save_record(
            ws,
            factories.past_award("CN-404"),
            replaces=factories.past_award(initiatives=("SK-001",), achievements=("KQ-001",)),
        )
    assert len(register.profile(ws, "CN-001").awards) == 1


def test_new_codes_are_free(ws):
    assert register.new_code(ws, RecipientKind.UNIT) == "TT-003"
    assert register.new_code(ws, RecipientKind.PERSON) == "CN-002"
    register.to_bin(ws, "HO-001")
    assert register.new_code(ws, RecipientKind.HOUSEHOLD) == "HO-002"
    assert register.new_record_code(ws, Initiative, "CN-001") == "SK-002"
    assert register.new_record_code(ws, Achievement, "CN-001") == "KQ-002"


def test_evidence_in_one_write_with_the_achievement(ws, tmp_path):
    file = tmp_path / "anh.jpg"
    file.write_bytes(b"anh")
    register.save_record(ws, Achievement("KQ-900", "CN-001", content="Vá đê"))
    before = len(history.operations(ws.books))
    assert register.add_evidence(ws, "KQ-900", file) == "anh.jpg"
    assert len(history.operations(ws.books)) == before + 1
    assert register.add_evidence(ws, "KQ-900", file) == "anh.jpg"
    kept = next(a for a in register.profile(ws, "CN-001").achievements if a.code == "KQ-900")
    assert kept.evidence == ("anh.jpg",)
    assert register.evidence_path(ws, "anh.jpg").read_bytes() == b"anh"
    register.take_off_evidence(ws, "KQ-900", "anh.jpg")
    kept = next(a for a in register.profile(ws, "CN-001").achievements if a.code == "KQ-900")
    assert kept.evidence == ()
    assert register.evidence_path(ws, "anh.jpg").exists()


def test_evidence_of_nothing_leaves_nothing(ws, tmp_path):
    file = tmp_path / "anh-la.jpg"
    file.write_bytes(b"anh")
    with pytest.raises(NotFoundError):
        register.add_evidence(ws, "KQ-999", file)
    with pytest.raises(NotFoundError):
        register.evidence_path(ws, "anh-la.jpg")
