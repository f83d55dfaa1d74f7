"""Recipients: save, find, bin, restore."""

import pytest

from khenthuong.domain.kinds import RecipientKind
from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage import register
from tests import factories


@pytest.fixture
def filled(books):
    with books.write("Thêm"):
        register.save(books, factories.unit())
        register.save(books, factories.unit("TT-002", name="Ấp Đông", parent="TT-001"))
        register.save(books, factories.person(unit="TT-001"))
        register.save(books, factories.household(village="TT-002"))
    return books


def test_each_kind_comes_back(filled):
    assert register.units(filled)["TT-002"].parent == "TT-001"
    assert register.get(filled, "CN-001") == factories.person(unit="TT-001")
    assert register.get(filled, "HO-001") == factories.household(village="TT-002")
    assert register.kind_of(filled, "HO-001") is RecipientKind.HOUSEHOLD


def test_an_unknown_code_is_named(filled):
    with pytest.raises(NotFoundError) as caught:
        register.get(filled, "CN-404")
    assert caught.value.arguments == {"key": "CN-404"}


def test_many_keep_the_order_asked_for(filled):
    asked = ["HO-001", "CN-404", "TT-001", "CN-001"]
    assert list(register.many(filled, asked)) == ["HO-001", "TT-001", "CN-001"]


def test_a_unit_may_not_be_unknown(filled):
    with pytest.raises(BooksError) as caught, filled.write("Sai"):
        register.save(filled, factories.person("CN-002", unit="TT-404"))
    assert caught.value.arguments == {"key": "TT-404", "field": "Tập thể"}


def test_a_code_keeps_its_kind(filled):
    with pytest.raises(BooksError) as caught, filled.write("Sai"):
        register.save(filled, factories.unit("CN-001"))
    assert caught.value.code == "books.code_taken"


def test_the_bin_hides_and_gives_back(filled):
    with filled.write("Bỏ"):
        register.to_bin(filled, "CN-001")
    assert register.persons(filled) == {}
    assert list(register.persons(filled, keep=["CN-001"])) == ["CN-001"]
    assert register.is_binned(filled, "CN-001")
    assert register.binned_of(filled, ["CN-001", "TT-001"]) == {"CN-001"}
    assert register.counts(filled)[RecipientKind.PERSON] == 0
    assert register.get(filled, "CN-001") == factories.person(unit="TT-001")
    with filled.write("Lấy lại"):
        register.restore(filled, "CN-001")
    assert list(register.persons(filled)) == ["CN-001"]


def test_order_is_units_persons_households_each_the_vietnamese_way(filled):
    # «Ấp Đông» stands before «Phòng Kinh tế»: Ấ belongs to Â, not behind Z.
    assert register.in_order(filled, ["HO-001", "CN-001", "TT-001", "TT-002"]) == [
        "TT-002",
        "TT-001",
        "CN-001",
        "HO-001",
    ]


def test_codes_beginning_take_no_wildcards(filled):
    assert register.codes_beginning(filled, "TT") == {"TT-001", "TT-002"}
    assert register.codes_beginning(filled, "T_") == set()
