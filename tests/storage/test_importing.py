"""Import: all or nothing, by natural keys, nothing lost, nothing done twice."""

from dataclasses import replace

import pytest
from sqlalchemy import event, text

from khenthuong.domain.batch import AnswerCell, Entry, OfficeSetting, Place
from khenthuong.domain.kinds import RatingLevel
from khenthuong.errors import BooksError
from khenthuong.storage import (
    answers,
    apply_import,
    history,
    movements,
    office,
    plan_import,
    records,
    register,
    rounds,
)
from tests import factories


def apply(books, batch, *, take_changes=True):
    return apply_import(books, batch, take_changes=take_changes, label="Nhập sổ")


def kept_office(books):
    found = office.get_office(books)
    assert found is not None
    return found


def position_of(books, code):
    return register.persons(books, keep=[code])[code].position


def changed_rows(books) -> int:
    with books.read() as connection:
        return connection.execute(text("SELECT count(*) FROM change")).scalar()


def test_a_whole_workbook_lies_in_the_books(books):
    plan = apply(books, factories.whole_batch())
    assert plan.new["Tập thể"] == 2
    assert plan.changed == ()
    assert kept_office(books).complete_from == 2015
    assert kept_office(books).settings == (("dien thoai", "0900"),)
    assert office.signers(books) == (factories.signer(),)
    assert register.units(books)["TT-002"].parent == "TT-001"
    assert records.of_recipient(books, "CN-001").awards[0].achievements == ("KQ-001",)
    assert movements.targets(books, "PT-001") == (factories.target(),)
    assert rounds.nominations(books, "DX-2025")[0].initiatives == ("SK-001",)
    assert rounds.votes(books, "DX-2025") == (factories.vote(),)
    assert rounds.notices(books, "DX-2025") == (factories.notice(),)
    assert rounds.council(books)[0].person == "CN-001"


def test_the_plan_tells_what_applying_does_and_writes_nothing(books):
    planned = plan_import(books, factories.whole_batch())
    assert changed_rows(books) == 0
    assert apply(books, factories.whole_batch()) == planned


def test_applying_twice_changes_nothing_and_leaves_no_trace(books):
    apply(books, factories.whole_batch())
    before = changed_rows(books)
    plan = apply(books, factories.whole_batch())
    assert plan.new == {}
    assert plan.changed == ()
    assert sum(plan.same.values()) == factories.whole_batch().rows
    assert changed_rows(books) == before
    assert len(history.operations(books)) == 1


def test_a_changed_row_is_told_field_by_field_in_words(books):
    apply(books, factories.batch(persons=[factories.person()], ratings=[factories.rating()]))
    new = factories.batch(
        persons=[factories.person(position="Phó Chánh Văn phòng")],
        ratings=[factories.rating(level=RatingLevel.DONE)],
    )
    person, rating = plan_import(books, new).changed
    assert person.key == "CN-001"
    assert person.place.sheet == "Cá nhân"
    assert person.differences == (("Chức vụ", "Chuyên viên", "Phó Chánh Văn phòng"),)
    assert rating.key == "CN-001 · 2025"
    assert rating.differences == (("Mức", "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành nhiệm vụ"),)


@pytest.mark.parametrize(("take", "position"), [(True, "Kế toán"), (False, "Chuyên viên")])
def test_changes_are_taken_only_when_wanted(books, take, position):
    apply(books, factories.batch(persons=[factories.person()]))
    both = [factories.person(position="Kế toán"), factories.person("CN-002")]
    apply(books, factories.batch(persons=both), take_changes=take)
    assert position_of(books, "CN-001") == position
    assert register.get(books, "CN-002").name == "Nguyễn Thị Ướt"


def test_an_empty_cell_empties_nothing(books):
    apply(books, factories.batch(persons=[factories.person()]))
    plan = apply(books, factories.batch(persons=[factories.person(position="", born=None)]))
    assert plan.changed == ()
    assert register.get(books, "CN-001") == factories.person()


def test_importing_a_nomination_again_keeps_its_override(books):
    apply(books, factories.whole_batch())
    overridden = replace(
        rounds.nominations(books, "DX-2025")[0], override_reason="Lý do", override_by="Trần Văn Ký"
    )
    with books.write("Đưa vào"):
        rounds.save_nomination(books, overridden)
    apply(books, factories.whole_batch())
    assert rounds.nominations(books, "DX-2025") == (overridden,)


def test_what_the_workbook_no_longer_has_stays(books):
    apply(books, factories.whole_batch())
    apply(books, factories.batch(units=[factories.unit()]))
    assert set(register.units(books)) == {"TT-001", "TT-002"}
    assert len(records.ratings(books)["CN-001"]) == 1


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        ({"persons": [factories.person(unit="TT-404")]}, "TT-404"),
        ({"ratings": [factories.rating("CN-404")]}, "CN-404"),
        (
            {
                "persons": [factories.person()],
                "awards": [factories.past_award(initiatives=("SK-404",))],
            },
            "SK-404",
        ),
        ({"initiatives": [factories.initiative(authors=("CN-404",))]}, "CN-404"),
        (
            {
                "persons": [factories.person()],
                "nominations": [factories.nomination(round="DX-404")],
            },
            "DX-404",
        ),
        ({"votes": [factories.vote(meeting="H-404", recipient="")]}, "H-404"),
        ({"answers": [AnswerCell("DX-404", "CN-404", "f", "q", "a")]}, "404"),
    ],
)
def test_an_unknown_code_refuses_everything_and_is_named(books, sheets, code):
    batch = factories.batch(units=[factories.unit("TT-777")], **sheets)
    with pytest.raises(BooksError) as caught:
        apply(books, batch)
    assert caught.value.code == "books.unknown_code"
    assert code in caught.value.arguments["key"]
    assert register.units(books) == {}


def test_a_code_of_another_kind_is_refused(books):
    apply(books, factories.batch(units=[factories.unit("A-1")]))
    with pytest.raises(BooksError) as caught:
        apply(books, factories.batch(persons=[factories.person("A-1")]))
    assert caught.value.code == "books.code_taken"


def test_the_same_key_twice_in_a_workbook_is_a_change(books):
    lines = [factories.person(), factories.person(position="Kế toán")]
    plan = apply(books, factories.batch(persons=lines))
    assert plan.new == {"Cá nhân": 1}
    assert [one.place.row for one in plan.changed] == [3]
    assert position_of(books, "CN-001") == "Kế toán"


def test_somebody_in_the_bin_comes_back_only_when_wanted(books):
    batch = factories.batch(persons=[factories.person()])
    apply(books, batch)
    with books.write("Bỏ"):
        register.to_bin(books, "CN-001")
    assert plan_import(books, batch).changed[0].differences[0][0] == "Thùng rác"
    apply(books, batch, take_changes=False)
    assert register.is_binned(books, "CN-001")
    apply(books, batch)
    assert not register.is_binned(books, "CN-001")


def test_extra_columns_are_kept_once(books):
    def with_phone(phone):
        entry = Entry(Place("Tập thể", 2), factories.unit(), {"Điện thoại": phone, "Trống": ""})
        return replace(factories.batch(), units=(entry,))

    def kept():
        with books.read() as connection:
            return connection.execute(text("SELECT * FROM extra_column")).all()

    apply(books, with_phone("0901"))
    assert kept() == [("unit", '["TT-001"]', "Điện thoại", "0901")]
    before = changed_rows(books)
    apply(books, with_phone("0901"))
    assert changed_rows(books) == before
    apply(books, with_phone("0902"), take_changes=False)
    assert kept()[0][3] == "0901"
    apply(books, with_phone("0902"))
    assert kept()[0][3] == "0902"


def test_office_settings_know_their_field_and_change_only_when_wanted(books):
    apply(
        books,
        factories.batch(
            office=[OfficeSetting("TÊN CƠ QUAN", "Xã A"), OfficeSetting("Ký hiệu", "UBND")]
        ),
    )
    new = factories.batch(
        office=[OfficeSetting("Tên cơ quan", "Xã B"), OfficeSetting("Sổ đầy đủ từ năm", "2018")]
    )
    assert plan_import(books, new).changed[0].differences == (("Tên cơ quan", "Xã A", "Xã B"),)
    apply(books, new, take_changes=False)
    assert (kept_office(books).name, kept_office(books).complete_from) == ("Xã A", 2018)
    apply(books, new)
    assert kept_office(books).name == "Xã B"


def test_answers_become_one_set_and_tables_get_their_rows(books):
    apply_import(
        books,
        factories.whole_batch(),
        take_changes=True,
        label="Nhập",
        form_versions={"bao_cao_thanh_tich_ca_nhan": "2025.1"},
    )
    held = answers.of_round(books, "DX-2025")["CN-001", "bao_cao_thanh_tich_ca_nhan"]
    assert held.form_version == "2025.1"
    assert held.values["thanh_tich"] == "Làm tốt"
    assert held.values["bang"] == ({}, {"nam": "2024"})
    other = factories.batch(
        answers=[
            AnswerCell(
                "DX-2025", "CN-001", "bao_cao_thanh_tich_ca_nhan", "thanh_tich", "Làm rất tốt"
            )
        ]
    )
    (change,) = plan_import(books, other).changed
    assert change.differences == (("thanh_tich", "Làm tốt", "Làm rất tốt"),)
    apply(books, other, take_changes=False)
    key = ("CN-001", "bao_cao_thanh_tich_ca_nhan")
    assert answers.of_round(books, "DX-2025")[key].values["thanh_tich"] == "Làm tốt"
    apply(books, other)
    assert answers.of_round(books, "DX-2025")[key].values["thanh_tich"] == "Làm rất tốt"


def test_the_number_of_queries_does_not_grow_with_the_rows(books):
    def statements(batch):
        seen = []
        listener = lambda *arguments: seen.append(arguments[2])  # noqa: E731
        event.listen(books._engine, "before_cursor_execute", listener)
        apply(books, batch)
        event.remove(books._engine, "before_cursor_execute", listener)
        return len(seen)

    def people(count, prefix):
        codes = [f"{prefix}-{n:04}" for n in range(count)]
        return factories.batch(
            persons=[factories.person(code) for code in codes],
            ratings=[factories.rating(code) for code in codes],
            awards=[factories.past_award(code) for code in codes],
        )

    apply(books, factories.whole_batch())
    assert statements(people(5, "A")) == statements(people(400, "B"))
