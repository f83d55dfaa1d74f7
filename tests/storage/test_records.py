"""Records of recipients, one by one and in bulk."""

from dataclasses import replace

import pytest
from sqlalchemy import event

from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError
from khenthuong.storage import apply_import, records
from tests import factories


@pytest.fixture
def filled(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    return books


def test_everything_about_one_recipient(filled):
    found = records.of_recipient(filled, "CN-001")
    assert found.careers == (factories.career(),)
    assert found.ratings == (factories.rating(),)
    assert found.initiatives == (factories.initiative(),)
    assert found.disciplines == (factories.discipline(),)
    assert found.achievements[0].evidence == ("giay-xac-nhan.pdf",)
    assert records.of_recipient(filled, "TT-001").ratings == ()


def test_ratings_come_in_order_of_time(filled):
    years = [Year(2024, school=True), Year(2023), Year(2024)]
    with filled.write("Ghi"):
        for year in years:
            records.save(filled, factories.rating(year=year))
    assert [str(one.year) for one in records.ratings(filled)["CN-001"]] == [
        "2023",
        "2024",
        "2024-2025",
        "2025",
    ]


def test_achievements_without_a_date_come_first(filled):
    with filled.write("Ghi"):
        records.save(filled, factories.achievement("KQ-002", when=None))
        records.save(filled, factories.achievement("KQ-003", when=PartialDate(2024)))
    assert list(records.achievements(filled)) == ["KQ-002", "KQ-003", "KQ-001"]


def test_a_natural_key_is_one_row(filled):
    changed = factories.rating(decision_number="9/QĐ")
    with filled.write("Sửa"):
        assert records.save(filled, changed) is True
    assert records.ratings(filled)["CN-001"] == (changed,)


def test_an_unknown_author_is_refused_by_name(filled):
    with pytest.raises(BooksError) as caught, filled.write("Sai"):
        records.save(filled, factories.initiative(authors=("CN-001", "CN-404")))
    assert caught.value.arguments == {"key": "CN-404", "field": "Tác giả"}


def test_an_initiative_that_won_something_cannot_go(filled):
    with pytest.raises(BooksError) as caught, filled.write("Bỏ"):
        records.remove(filled, factories.initiative())
    assert caught.value.code == "books.reference_missing"
    assert "SK-001" in records.initiatives(filled)


def test_initiatives_by_each_author(filled):
    shared = factories.initiative("SK-002", authors=("CN-001", "TT-001"))
    with filled.write("Ghi"):
        records.save(filled, shared)
    grouped = records.by_author(records.initiatives(filled).values())
    assert [one.code for one in grouped["CN-001"]] == ["SK-001", "SK-002"]
    assert grouped["TT-001"] == (shared,)


def test_bulk_maps_take_a_fixed_number_of_queries(filled):
    def statements():
        seen = []
        listener = lambda *arguments: seen.append(arguments[2])  # noqa: E731
        event.listen(filled._engine, "before_cursor_execute", listener)
        for read in (
            records.careers,
            records.ratings,
            records.past_awards,
            records.disciplines,
            records.initiatives,
            records.achievements,
        ):
            read(filled)
        event.remove(filled._engine, "before_cursor_execute", listener)
        return len(seen)

    before = statements()
    codes = [f"B-{n:03}" for n in range(120)]
    apply_import(
        filled,
        factories.batch(
            persons=[factories.person(code) for code in codes],
            awards=[replace(factories.past_award(code), initiatives=("SK-001",)) for code in codes],
        ),
        take_changes=True,
        label="Nhập",
    )
    assert statements() == before
