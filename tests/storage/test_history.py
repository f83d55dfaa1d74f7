"""History reads field by field, in words."""

from khenthuong.domain.register import PartialDate
from khenthuong.storage import apply_import, history, records, register
from tests import factories


def test_a_changed_person_reads_as_old_and_new(books):
    with books.write("Thêm"):
        register.save(books, factories.person())
    with books.write("Sửa ngày sinh"):
        register.save(books, factories.person(name="Nguyễn Thị Mưa", born=PartialDate(1985)))
    entry, first = history.of_recipient(books, "CN-001")
    assert (entry.operation.label, entry.operation.who) == ("Sửa ngày sinh", "Lê Thị Ghi")
    assert (entry.table, entry.kind) == ("recipient", "update")
    assert set(entry.differences) == {
        ("Tên", "Nguyễn Thị Ướt", "Nguyễn Thị Mưa"),
        ("Ngày sinh", "09/03/1985", "1985"),
    }
    assert first.kind == "insert"
    assert ("Chức vụ", "", "Chuyên viên") in first.differences


def test_records_are_part_of_the_history_and_removals_too(books):
    with books.write("Thêm"):
        register.save(books, factories.person())
        records.save(books, factories.rating())
    with books.write("Bỏ"):
        records.remove(books, factories.rating())
    entry = history.of_recipient(books, "CN-001")[0]
    assert (entry.table, entry.kind) == ("rating", "delete")
    assert ("Mức", "Hoàn thành xuất sắc nhiệm vụ", "") in entry.differences


def test_the_bin_is_in_the_history_and_others_are_not(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    with books.write("Bỏ hộ"):
        register.to_bin(books, "HO-001")
    ((name, old, new),) = history.of_recipient(books, "HO-001")[0].differences
    assert (name, old) == ("Thùng rác", "")
    assert new
    assert all(one.operation.label != "Bỏ hộ" for one in history.of_recipient(books, "CN-001"))


def test_every_field_of_a_whole_import_has_a_name(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    names = {d[0] for e in history.of_recipient(books, "CN-001") for d in e.differences}
    assert not {name for name in names if name.isascii() and name.islower()}


def test_operations_come_newest_first_with_their_size(books):
    apply_import(books, factories.batch(units=[factories.unit()]), take_changes=True, label="Một")
    apply_import(
        books,
        factories.batch(units=[factories.unit("TT-002"), factories.unit("TT-003")]),
        take_changes=True,
        label="Hai",
    )
    assert [(one.label, one.changes) for one in history.operations(books)] == [
        ("Hai", 4),
        ("Một", 2),
    ]
    assert len(history.operations(books, limit=1)) == 1
