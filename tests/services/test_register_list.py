"""Sổ sorted and filtered by any column, in Vietnamese order and without marks."""

import pytest

from khenthuong.domain.kinds import Gender, RecipientKind, UnitKind
from khenthuong.domain.register import Household, PartialDate, Person, Unit
from khenthuong.services import register
from khenthuong.services.register_list import RegisterOrder, find
from khenthuong.services.workspace import open_workspace

PERSON = RecipientKind.PERSON


@pytest.fixture
def ws(tmp_path):
    with open_workspace(tmp_path / "du_lieu") as ws:
        for code, name, kind in (
            ("TT-001", "Văn phòng", UnitKind.OFFICE),
            ("TT-002", "Đài truyền thanh", UnitKind.OTHER),
        ):
            register.save(ws, Unit(code, name, kind=kind, headcount=int(code[-1])))
        people = (
            ("CN-001", "Nguyễn Thị Hòa", "Văn thư", "TT-001", Gender.FEMALE, 1990),
            ("CN-002", "Lê Văn Ước", "Đội trưởng", "TT-002", Gender.MALE, 1980),
            ("CN-003", "Trần Đức Ánh", "", "TT-001", None, 1985),
            ("CN-004", "Đỗ Thị An", "Địa chính", "", Gender.FEMALE, None),
        )
        for code, name, position, unit, gender, born in people:
            day = PartialDate(born, 3, 9) if born else None
            register.save(ws, Person(code, name, gender, day, position=position, unit=unit))
        register.save(ws, Household("HO-001", "Vũ Văn Bền", "Thôn Đông", members=4))
        yield ws


def order(ws, column, *, down=False, kind=PERSON, **filters):
    return [code[-3:] for code in find(ws, kind, order=RegisterOrder(column, down, filters))]


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        ("", ["004", "003", "001", "002"], ["002", "001", "003", "004"]),
        ("name", ["004", "003", "001", "002"], ["002", "001", "003", "004"]),
        ("code", ["001", "002", "003", "004"], ["004", "003", "002", "001"]),
        ("position", ["004", "002", "001", "003"], ["001", "002", "004", "003"]),
        ("unit", ["002", "003", "001", "004"], ["003", "001", "002", "004"]),
        ("born", ["002", "003", "001", "004"], ["001", "003", "002", "004"]),
        ("gender", ["002", "004", "001", "003"], ["004", "001", "002", "003"]),
    ],
)
def test_every_column_sorts_with_empty_cells_last(ws, column, up, down) -> None:
    assert order(ws, column) == up
    assert order(ws, column, down=True) == down


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"position": "van thu"}, ["001"]),
        ({"position": "ĐỊA"}, ["004"]),
        ({"unit": "truyen"}, ["002"]),
        ({"gender": "nữ"}, ["004", "001"]),
        ({"born": "03/1985"}, ["003"]),
        ({"name": "thi"}, ["004", "001"]),
        ({"name": "thi", "position": "chinh"}, ["004"]),
        ({"position": "không có ai"}, []),
    ],
)
def test_filters_pass_what_contains_every_word(ws, filters, left) -> None:
    assert order(ws, "", **filters) == left


def test_search_box_and_filter_meet(ws) -> None:
    how = RegisterOrder("position", False, {"gender": "nu"})
    assert find(ws, PERSON, "hoa", order=how) == ("CN-001",)


def test_units_by_number_and_households(ws) -> None:
    unit = RecipientKind.UNIT
    assert order(ws, "headcount", down=True, kind=unit) == ["002", "001"]
    assert order(ws, "kind", kind=unit) == ["001", "002"]
    assert order(ws, "address", kind=RecipientKind.HOUSEHOLD, members="4") == ["001"]


def test_the_bin_is_a_list_of_its_own(ws) -> None:
    assert register.to_bin_all(ws, ["CN-001", "CN-004"]) == 2
    assert order(ws, "unit") == ["002", "003"]
    binned = find(ws, PERSON, binned=True, order=RegisterOrder("position"))
    assert binned == ("CN-004", "CN-001")
    register.restore_all(ws, ["CN-001"])
    assert order(ws, "code") == ["001", "002", "003"]


def test_a_column_the_books_do_not_have_never_reaches_sql(ws) -> None:
    with pytest.raises(KeyError):
        order(ws, "position; DROP TABLE person")
