"""Undo replays an operation backwards, or says why it cannot."""

import pytest
from sqlalchemy import text

from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage import (
    apply_import,
    evidence,
    history,
    records,
    register,
    rounds,
    search,
    undo_operation,
)
from khenthuong.storage.tables import DATA_TABLES
from tests import factories


def snapshot(books):
    with books.read() as connection:
        return {
            table: connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2")).all()
            for table in DATA_TABLES
        }


def last(books) -> int:
    return history.operations(books)[0].id


def test_an_import_is_taken_back_whole_and_brought_back_whole(books):
    empty = snapshot(books)
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    full = snapshot(books)
    undo_operation(books, last(books), "Hoàn tác")
    assert snapshot(books) == empty
    assert search.codes(books, None, "uot") == ()
    undo_operation(books, last(books), "Làm lại")
    assert snapshot(books) == full
    assert search.codes(books, None, "uot") == ("CN-001",)
    with books.write("Kiểm tra"):
        books.writer.exec_driver_sql(
            "INSERT INTO recipient_search (recipient_search, rank) VALUES ('integrity-check', 1)"
        )


def test_a_large_import_is_taken_back(books):
    people = [factories.person(f"CN-{n:04}") for n in range(500)]
    apply_import(books, factories.batch(persons=people), take_changes=True, label="Nhập")
    undo_operation(books, last(books), "Hoàn tác")
    assert register.persons(books) == {}


def test_changes_and_removals_are_taken_back(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    before = snapshot(books)
    with books.write("Nhiều việc"):
        register.save(books, factories.person(name="Lò Văn Mới"))
        records.remove(books, factories.discipline())
        records.save(books, factories.rating(decision_number="99/QĐ"))
        register.to_bin(books, "HO-001")
        rounds.save_nomination(books, factories.nomination(initiatives=(), content="Mới"))
    undo_operation(books, last(books), "Hoàn tác")
    assert snapshot(books) == before


def test_what_was_changed_later_is_not_taken_back(books):
    with books.write("Thêm"):
        register.save(books, factories.unit())
    first = last(books)
    with books.write("Sửa"):
        register.save(books, factories.unit(headcount=99))
    second = last(books)
    with pytest.raises(BooksError) as caught:
        undo_operation(books, first, "Hoàn tác")
    assert caught.value.code == "books.undo_touched"
    assert caught.value.arguments["row"] == "TT-001"
    assert register.units(books)["TT-001"].headcount == 99
    # One after the other works: the later first.
    undo_operation(books, second, "Hoàn tác")
    undo_operation(books, first, "Hoàn tác")
    assert register.units(books) == {}


def test_what_later_rows_use_is_not_taken_back(books):
    with books.write("Thêm"):
        register.save(books, factories.person())
    first = last(books)
    with books.write("Xếp loại"):
        records.save(books, factories.rating())
    with pytest.raises(BooksError) as caught:
        undo_operation(books, first, "Hoàn tác")
    assert caught.value.code == "books.undo_needed"
    assert list(register.persons(books)) == ["CN-001"]


def test_undo_is_in_the_history_itself(books):
    with books.write("Thêm"):
        register.save(books, factories.unit())
    number = undo_operation(books, last(books), "Hoàn tác: Thêm")
    newest = history.operations(books)[0]
    assert (newest.id, newest.label) == (number, "Hoàn tác: Thêm")


def test_an_unknown_operation_is_said(books):
    with pytest.raises(NotFoundError):
        undo_operation(books, 77, "Hoàn tác")


def test_a_name_of_the_evidence_store_is_taken_back_and_its_bytes_stay(books, tmp_path):
    source = tmp_path / "giay.pdf"
    source.write_bytes(b"%PDF-1")
    with books.write("Thêm minh chứng"):
        kept = evidence.add(books, source)
    place = evidence.path_of(books, kept.name)
    undo_operation(books, last(books), "Hoàn tác")
    assert evidence.all_names(books) == ()
    assert place.exists()
