"""Everything the rules look at, in a fixed number of queries."""

from datetime import date

import pytest
from sqlalchemy import event

from khenthuong.domain.archive import FrozenName, SealedDossier
from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.facts import Spent
from khenthuong.domain.kinds import Authority
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError, NotFoundError
from khenthuong.storage import (
    apply_import,
    evidence,
    load_round_facts,
    papers,
    records,
    register,
    rounds,
    rows,
)
from khenthuong.storage.facts import load_year_facts
from khenthuong.storage.shapes import NOMINATION, ROUND
from tests import factories

TODAY = date(2025, 12, 18)
NAMES = {"chien_si_thi_dua_co_so": "Chiến sĩ thi đua cơ sở"}


@pytest.fixture
def filled(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    return books


def load(books, code="DX-2025"):
    return load_round_facts(books, code, WorkCalendar(), TODAY, NAMES)


def test_everything_of_the_round_is_there(filled):
    facts = load(filled)
    assert facts.office.name == "Ủy ban nhân dân Xã Đồng Mây"
    assert facts.received == date(2025, 12, 15)
    assert facts.recipient("CN-001") == facts.persons["CN-001"]
    assert set(facts.units) == {"TT-001", "TT-002"}
    assert facts.initiatives_of["CN-001"][0].code == "SK-001"
    assert facts.achievements_of["CN-001"][0].code == "KQ-001"
    assert facts.votes == (factories.vote(),)
    assert facts.movements["PT-001"].plan_number == "10/KH-UBND"
    assert facts.nominations[0].achievements == ("KQ-001",)


def test_what_past_awards_used_is_spent(filled):
    assert load(filled).spent["SK-001"] == (
        Spent("SK-001", "CN-001", "Chiến sĩ thi đua cơ sở", "2024"),
    )


def test_what_another_round_sealed_is_spent_and_drafts_are_not(filled):
    with filled.write("Đợt khác"):
        rounds.save_round(filled, factories.round_("DX-KHAC"))
        records.save(filled, factories.initiative("SK-002"))
        rounds.save_nomination(
            filled, factories.nomination(round="DX-KHAC", initiatives=("SK-002",))
        )
        rounds.save_nomination(
            filled,
            factories.nomination(round="DX-KHAC", recipient="TT-001", initiatives=("SK-002",)),
        )
    assert "SK-002" not in load(filled).spent
    with filled.write("Chốt"):
        papers.save_sealed(
            filled, SealedDossier("DX-KHAC", Authority.COMMUNE, 1, "f", TODAY, "p", "goi.zip")
        )
        rounds.freeze(
            filled,
            "DX-KHAC",
            [FrozenName("CN-001", "chien_si_thi_dua_co_so", "Nguyễn Thị Ướt", "", "")],
        )
    # TT-001 was left out of the package: it used nothing up.
    assert load(filled).spent["SK-002"] == (
        Spent("SK-002", "CN-001", "Chiến sĩ thi đua cơ sở", "2025", "DX-KHAC"),
    )
    # A round does not spend its own.
    assert "SK-002" not in load(filled, "DX-KHAC").spent


def test_files_are_those_really_in_the_store(filled, tmp_path):
    assert load(filled).files == frozenset()
    scan = tmp_path / "giay-xac-nhan.pdf"
    scan.write_bytes(b"%PDF-")
    with filled.write("Minh chứng"):
        evidence.add(filled, scan)
    assert load(filled).files == {"giay-xac-nhan.pdf"}
    evidence.path_of(filled, "giay-xac-nhan.pdf").unlink()
    assert load(filled).files == frozenset()


def test_the_bin_does_not_count_but_nominees_stay(filled):
    with filled.write("Bỏ"):
        register.save(filled, factories.person("CN-002", name="Lò Văn Nghỉ"))
        register.to_bin(filled, "CN-002")
        register.to_bin(filled, "CN-001")
    assert set(load(filled).persons) == {"CN-001"}


def test_the_number_of_queries_does_not_grow(filled):
    def statements():
        seen = []
        listener = lambda *arguments: seen.append(arguments[2])  # noqa: E731
        event.listen(filled._engine, "before_cursor_execute", listener)
        load(filled)
        event.remove(filled._engine, "before_cursor_execute", listener)
        return len(seen)

    before = statements()
    codes = [f"B-{n:03}" for n in range(150)]
    apply_import(
        filled,
        factories.batch(
            persons=[factories.person(code, unit="TT-001") for code in codes],
            ratings=[factories.rating(code) for code in codes],
            nominations=[factories.nomination(recipient=code) for code in codes],
        ),
        take_changes=True,
        label="Nhập",
    )
    assert len(load(filled).nominations) == 151
    assert statements() == before


def test_an_unknown_round_and_books_without_office_are_said(books):
    with pytest.raises(NotFoundError):
        load(books, "DX-404")
    with books.write("Đợt"):
        rounds.save_round(books, factories.round_())
    with pytest.raises(BooksError) as caught:
        load(books)
    assert caught.value.code == "error.no_office"


def test_a_year_holds_the_nominations_of_all_its_rounds_and_nobody_of_the_bin(filled):
    with filled.write("Thêm"):
        register.save(filled, factories.person("CN-002", name="Lò Văn Nghỉ"))
        register.to_bin(filled, "CN-002")
    facts = load_year_facts(filled, Year(2025), WorkCalendar(), date(2026, 1, 20))
    assert "CN-002" not in facts.persons
    known = {one.code: one.year.as_kind(school=False) for one in rows.load(filled, ROUND)}
    wanted = [one for one in rows.load(filled, NOMINATION) if known[one.round] == Year(2025)]
    assert wanted
    assert facts.nominations == tuple(wanted)
    assert facts.round.code == ""


def test_a_year_of_schools_is_that_in_which_it_ends(filled):
    school = load_year_facts(filled, Year(2024, school=True), WorkCalendar(), date(2026, 1, 20))
    assert school.round.year == Year(2025)


def test_loading_a_year_takes_as_many_queries_for_more_people(filled):
    def statements():
        seen = []
        listener = lambda *arguments: seen.append(arguments[2])  # noqa: E731
        event.listen(filled._engine, "before_cursor_execute", listener)
        load_year_facts(filled, Year(2025), WorkCalendar(), date(2026, 1, 20))
        event.remove(filled._engine, "before_cursor_execute", listener)
        return len(seen)

    before = statements()
    codes = [f"Y-{n:03}" for n in range(150)]
    batch = factories.batch(
        persons=[factories.person(code, unit="TT-001") for code in codes],
        ratings=[factories.rating(code) for code in codes],
    )
    apply_import(filled, batch, take_changes=True, label="Nhập")
    assert statements() == before
