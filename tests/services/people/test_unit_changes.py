"""Units merged, split, renamed, dissolved: the old ones stay as they were."""

from datetime import date

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import UnitChangeKind
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services import changes, register
from khenthuong.services.people import unit_changes
from khenthuong.services.people.unit_changes import Reform
from khenthuong.storage.facts import load_year_facts
from tests import factories as make

DAY = date(2025, 7, 1)
MERGED = Reform(
    UnitChangeKind.MERGED,
    DAY,
    ("TT-001", "TT-002"),
    named=("Trường Tiểu học Đồng Mây",),
    decision="12/QĐ-UBND",
)


@pytest.fixture(autouse=True)
def today(ws, monkeypatch):
    monkeypatch.setattr(ws, "today", lambda: date(2026, 5, 20))


def test_a_merger_keeps_the_old_units_and_moves_people_parts_and_households(ws):
    register.save(ws, make.unit("TT-009", name="Tổ 1", parent="TT-002"))
    register.save(ws, make.household("HO-009", village="TT-002"))
    register.save_record(ws, make.rating(recipient="TT-001", year=Year(2024)))
    effect = unit_changes.preview(ws, MERGED)
    assert (len(effect.people), len(effect.parts), len(effect.households)) == (3, 1, 1)
    (new,) = unit_changes.carry_out(ws, MERGED)
    assert register.get(ws, new).name == "Trường Tiểu học Đồng Mây"
    assert {register.get(ws, f"CN-00{n}").unit for n in (1, 2, 3)} == {new}
    assert register.get(ws, "TT-009").parent == new
    assert register.get(ws, "HO-009").village == new
    assert register.get(ws, "TT-001").name == "Trường Tiểu học Đồng Mây 1"
    assert len(register.profile(ws, "TT-001").ratings) == 1
    assert register.profile(ws, new).ratings == ()


def test_lists_offer_old_units_for_old_days_only(ws):
    (new,) = unit_changes.carry_out(ws, MERGED)
    now = [code for code, _ in unit_changes.live_units(ws)]
    before = [code for code, _ in unit_changes.live_units(ws, date(2025, 6, 30))]
    assert "TT-001" not in now
    assert new in now
    assert "TT-001" in before
    assert "TT-001" in [code for code, _ in unit_changes.live_units(ws, keep="TT-001")]


def test_closed_units_are_told_to_the_rules(ws):
    unit_changes.carry_out(ws, MERGED)
    facts = load_year_facts(ws.books, Year(2026), ws.calendar, ws.today())
    assert facts.closed == {"TT-001": DAY, "TT-002": DAY}


def test_history_names_both_sides(ws):
    (new,) = unit_changes.carry_out(ws, MERGED)
    came, became = unit_changes.history(ws, new)
    assert [one.old for one in came] == ["Trường Tiểu học Đồng Mây 1", "Trường Tiểu học Đồng Mây 2"]
    assert became == ()
    (one,) = unit_changes.history(ws, "TT-001")[1]
    assert (one.new, one.change.decision) == ("Trường Tiểu học Đồng Mây", "12/QĐ-UBND")


def test_it_is_taken_back_whole(ws):
    session = changes.begin(ws)
    (new,) = unit_changes.carry_out(ws, MERGED)
    changes.undo(ws, session)
    assert storage.unit_changes.every(ws.books) == ()
    assert new not in storage.register.units(ws.books)
    assert register.get(ws, "CN-001").unit == "TT-001"


def test_a_split_names_every_part_and_a_dissolved_unit_keeps_its_people(ws):
    split = Reform(UnitChangeKind.SPLIT, DAY, ("TT-001",), named=("Trường A", "Trường B"))
    first, second = unit_changes.carry_out(ws, split)
    assert [one.new for one in unit_changes.history(ws, "TT-001")[1]] == ["Trường A", "Trường B"]
    assert register.get(ws, "CN-001").unit == first
    assert second in [code for code, _ in unit_changes.live_units(ws)]
    gone = Reform(UnitChangeKind.DISSOLVED, date(2026, 1, 1), (first,))
    assert unit_changes.preview(ws, gone).staying == 3
    assert unit_changes.carry_out(ws, gone) == ()
    assert register.get(ws, "CN-001").unit == first


@pytest.mark.parametrize(
    ("reform", "code"),
    [
        (Reform(UnitChangeKind.MERGED, DAY, ()), "reform.sap_nhap"),
        (Reform(UnitChangeKind.SPLIT, DAY, ("TT-001",), ("TT-002",)), "reform.chia_tach"),
        (Reform(UnitChangeKind.RENAMED, DAY, ("TT-001",)), "reform.doi_ten"),
        (Reform(UnitChangeKind.DISSOLVED, DAY, ("TT-001",), ("TT-002",)), "reform.giai_the"),
        (Reform(UnitChangeKind.MERGED, DAY, ("TT-001",), ("TT-001",)), "reform.old_and_new"),
        (Reform(UnitChangeKind.DISSOLVED, date(2026, 9, 1), ("TT-001",)), "reform.to_come"),
    ],
)
def test_what_cannot_be_is_refused(ws, reform, code):
    with pytest.raises(UserError) as refused:
        unit_changes.carry_out(ws, reform)
    assert refused.value.code == code


def test_nothing_happens_to_a_unit_twice(ws):
    unit_changes.carry_out(ws, MERGED)
    with pytest.raises(UserError) as refused:
        unit_changes.carry_out(ws, MERGED)
    assert refused.value.code == "reform.closed"
