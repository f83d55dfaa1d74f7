"""A move writes the career so that each year keeps its unit."""

from datetime import date

import pytest

from khenthuong import storage
from khenthuong.domain.register import CareerStep, PartialDate
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services import changes, register
from khenthuong.services.people import transfers
from khenthuong.services.people.transfers import Move
from khenthuong.storage.facts import load_year_facts
from tests import factories as make

DAY = date(2025, 3, 15)


@pytest.fixture(autouse=True)
def today(ws, monkeypatch):
    monkeypatch.setattr(ws, "today", lambda: date(2026, 5, 20))


def unit_in(ws, code, year):
    facts = load_year_facts(ws.books, Year(2025), ws.calendar, ws.today())
    index = RoundIndex(facts, ws.rulebook)
    unit = index.unit_then(facts.persons[code], Year(year))
    return unit.code if unit else ""


def test_each_year_keeps_its_unit(ws):
    register.save_record(ws, make.rating(recipient="CN-001", year=Year(2022)))
    assert transfers.carry_out(ws, ["CN-001"], Move("TT-003", DAY, "Văn thư")) == 1
    assert [unit_in(ws, "CN-001", year) for year in (2022, 2024, 2025, 2026)] == [
        "TT-001",
        "TT-001",
        "TT-003",
        "TT-003",
    ]
    after = register.get(ws, "CN-001")
    assert (after.unit, after.position) == ("TT-003", "Văn thư")


def test_many_move_in_one_operation_that_is_taken_back(ws):
    session = changes.begin(ws)
    codes = ["CN-001", "CN-002", "CN-003"]
    assert transfers.carry_out(ws, codes, Move("TT-002", DAY)) == 3
    changes.undo(ws, session)
    assert {register.get(ws, code).unit for code in codes} == {"TT-001"}
    assert storage.records.careers(ws.books) == {}


def test_the_open_step_is_closed_the_day_before(ws):
    step = CareerStep("CN-001", PartialDate(2019), None, "Giáo viên", "TT-001")
    register.save_record(ws, step)
    transfers.carry_out(ws, ["CN-001"], Move("TT-002", DAY))
    first, second = register.profile(ws, "CN-001").careers
    assert (first.end, second.start) == (PartialDate(2025, 3, 14), PartialDate(2025, 3, 15))
    assert second.end is None


def test_a_start_nobody_stated_is_said_to_be_a_guess(ws):
    register.save(ws, make.person("CN-002", name="Vi Văn Bách", unit="TT-001", joined=None))
    register.save_record(ws, make.rating(recipient="CN-002", year=Year(2021)))
    (planned,) = transfers.plan(ws, ["CN-002"], Move("TT-002", DAY))
    assert (planned.guessed, planned.left.start) == (True, PartialDate(2021))
    stated = Move("TT-002", DAY, since=PartialDate(2016, 8))
    (planned,) = transfers.plan(ws, ["CN-002"], stated)
    assert (planned.guessed, planned.left.start) == (False, PartialDate(2016, 8))


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (Move("TT-002", date(2027, 1, 1)), "move.to_come"),
        (Move("TT-001", DAY), "move.already_there"),
        (Move("CN-002", DAY), "move.no_unit"),
    ],
)
def test_what_cannot_be_is_refused(ws, move, code):
    with pytest.raises(UserError) as refused:
        transfers.carry_out(ws, ["CN-001"], move)
    assert refused.value.code == code


def test_a_later_step_is_not_overrun(ws):
    register.save_record(
        ws, CareerStep("CN-001", PartialDate(2025, 9), None, "Tổ trưởng", "TT-001")
    )
    with pytest.raises(UserError) as refused:
        transfers.carry_out(ws, ["CN-001"], Move("TT-002", DAY))
    assert refused.value.code == "move.later_step"


def test_the_timeline_names_units(ws):
    transfers.carry_out(ws, ["CN-001"], Move("TT-003", DAY, "Văn thư"))
    spans = transfers.timeline(ws, "CN-001")
    assert [(one.unit, one.position) for one in spans][-1] == ("Văn phòng", "Văn thư")
    assert spans[0].unit == "Trường Tiểu học Đồng Mây 1"
    assert transfers.timeline(ws, "CN-002") == ()
