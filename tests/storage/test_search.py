"""Search as you type, the Vietnamese way."""

import pytest

from khenthuong.domain.kinds import RecipientKind
from khenthuong.storage import register, search
from tests import factories

NAMES = {
    "CN-001": "Nguyễn Thị Ướt",
    "CN-002": "Đặng Văn Ân",
    "CN-003": "Nguyễn Hoà",
    "CN-004": "Nguyễn Thị Ba",
    "CN-005": "Trần Thị Uyên Ngân",
}


@pytest.fixture
def filled(books):
    with books.write("Thêm"):
        for code, name in NAMES.items():
            register.save(books, factories.person(code, name=name))
        register.save(books, factories.unit())
    return books


def people(books, typed, **options):
    return search.codes(books, RecipientKind.PERSON, typed, **options)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ng th uo", {"CN-001"}),
        ("uo ng", {"CN-001"}),
        ("NGUYỄN ướt", {"CN-001"}),
        ("dang", {"CN-002"}),
        ("Đặng", {"CN-002"}),
        ("an", {"CN-002"}),
        ("hoà", {"CN-003"}),
        ("hòa", {"CN-003"}),
        ("hoa", {"CN-003"}),
        ("thi", {"CN-001", "CN-004", "CN-005"}),
        ("cn-004", {"CN-004"}),
        ("004", {"CN-004"}),
        ("xyz", set()),
        ("", set(NAMES)),
        ("  ", set(NAMES)),
        ("***", set(NAMES)),
        ('"', set(NAMES)),
        ("ba OR hoa", set()),
        ("NEAR(ba)", set()),
    ],
)
def test_typed_words_find(filled, typed, found):
    assert set(people(filled, typed)) == found


def test_order_is_by_given_name_in_the_vietnamese_alphabet(filled):
    # Ân (Â) before Ba, Hoà, Ngân, Ướt (Ư).
    assert people(filled, "") == ("CN-002", "CN-004", "CN-003", "CN-005", "CN-001")
    assert people(filled, "", limit=2) == ("CN-002", "CN-004")


def test_units_are_found_by_short_name_and_kinds_can_be_mixed(filled):
    assert search.codes(filled, RecipientKind.UNIT, "p kt") == ("TT-001",)
    assert set(search.codes(filled, None, "")) == {*NAMES, "TT-001"}


def test_the_bin_is_searched_by_itself(filled):
    with filled.write("Bỏ"):
        register.to_bin(filled, "CN-001")
    assert people(filled, "uot") == ()
    assert people(filled, "uot", binned=True) == ("CN-001",)


def test_a_new_name_is_found_and_the_old_one_is_not(filled):
    with filled.write("Đổi tên"):
        register.save(filled, factories.person("CN-001", name="Lò Thị Én"))
    assert people(filled, "uot") == ()
    assert people(filled, "lo en") == ("CN-001",)


def test_what_was_rolled_back_is_not_found(filled):
    def fail() -> None:
        with filled.write("Dở"):
            register.save(filled, factories.person("CN-009", name="Vàng A Sùng"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert people(filled, "vang") == ()


def test_the_index_holds_exactly_the_recipients(filled):
    with filled.write("Thêm, đổi tên, rồi đổi lại"):
        register.save(filled, factories.household())
        register.save(filled, factories.household(name="Lò Văn Bản"))
        register.save(filled, factories.person("CN-001", name="Lò Thị Én"))
    with filled.write("Kiểm tra"):
        # FTS5 compares its index with the table and fails when they differ.
        filled.writer.exec_driver_sql(
            "INSERT INTO recipient_search (recipient_search, rank) VALUES ('integrity-check', 1)"
        )
    assert search.codes(filled, None, "lo") == ("HO-001", "CN-001")
