"""Duplicates are found, compared and made one; nothing gets lost and everything comes back."""

from datetime import date

import pytest
from sqlalchemy import text

from khenthuong import storage
from khenthuong.domain.kinds import Authority, RatingLevel, RoundKind
from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services import changes, register
from khenthuong.services.intake.import_former import as_now
from khenthuong.services.people import duplicates, merging
from khenthuong.services.people.duplicates import Likeness
from khenthuong.storage.tables import DATA_TABLES
from tests import factories as make

BORN = PartialDate(1990, 4, 2)


def snapshot(ws):
    with ws.books.read() as connection:
        return {
            table: connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2")).all()
            for table in DATA_TABLES
        }


@pytest.fixture
def twice(ws):
    """Vi Văn Bách under two Mã, with records on both."""
    register.save(ws, make.person("CN-002", name="Vi Văn Bách", unit="TT-001", born=BORN, cccd=""))
    register.save(ws, make.person("CN-020", name="Vi Văn Bách", unit="TT-002", born=BORN, cccd=""))
    good, best = RatingLevel.GOOD, RatingLevel.EXCELLENT
    register.save_record(ws, make.rating(recipient="CN-002", year=Year(2024), level=good))
    register.save_record(ws, make.rating(recipient="CN-020", year=Year(2024), level=best))
    register.save_record(ws, make.rating(recipient="CN-020", year=Year(2023), level=good))
    register.save_record(ws, make.initiative("SK-1", authors=("CN-002", "CN-020")))
    register.save_record(ws, make.achievement("KQ-1", recipient="CN-020", movement=""))
    return ws


def answers(found, *, gone):
    return (
        {one.key: gone for one in found.differences if one.asked},
        {one.key: gone for one in found.clashes},
    )


def test_likely_pairs_are_found_the_surest_first(twice):
    register.save(twice, make.person("CN-030", name="Hà Thị Dâu", unit="TT-003", born=None))
    found = duplicates.suspects(twice)
    assert [(one.first.code, one.second.code, one.why) for one in found] == [
        ("CN-002", "CN-020", Likeness.BIRTH)
    ]


def test_another_birth_or_number_is_another_person(twice):
    register.save(
        twice,
        make.person("CN-020", name="Vi Văn Bách", unit="TT-001", born=PartialDate(1991), cccd=""),
    )
    assert duplicates.suspects(twice) == ()


def test_what_differs_is_asked(twice):
    found = merging.compare(twice, "CN-002", "CN-020")
    assert [one.key for one in found.differences] == ["unit"]
    (clash,) = found.clashes
    assert "2024" in clash.label
    assert next((one.kept, one.gone) for one in clash.differences) != ("", "")
    with pytest.raises(UserError) as refused:
        merging.merge(twice, "CN-002", "CN-020", {}, {})
    assert refused.value.code == "merge.unanswered"


@pytest.mark.parametrize("gone", [True, False])
def test_both_become_one_and_nothing_is_lost(twice, gone):
    found = merging.compare(twice, "CN-002", "CN-020")
    merging.merge(twice, "CN-002", "CN-020", *answers(found, gone=gone))
    now = register.profile(twice, "CN-002")
    level = RatingLevel.EXCELLENT if gone else RatingLevel.GOOD
    assert {one.year: one.level for one in now.ratings} == {
        Year(2023): RatingLevel.GOOD,
        Year(2024): level,
    }
    assert now.recipient.unit == ("TT-002" if gone else "TT-001")
    assert [one.authors for one in now.initiatives] == [("CN-002",)]
    assert [one.code for one in now.achievements] == ["KQ-1"]
    assert register.profile(twice, "CN-020").binned
    assert register.profile(twice, "CN-020").ratings == ()
    assert merging.current(twice, "CN-020") == "CN-002"
    assert merging.former_codes(twice, "CN-002") == ("CN-020",)


def test_it_is_taken_back_whole(twice):
    before = snapshot(twice)
    session = changes.begin(twice)
    found = merging.compare(twice, "CN-002", "CN-020")
    merging.merge(twice, "CN-002", "CN-020", *answers(found, gone=True))
    changes.undo(twice, session)
    assert snapshot(twice) == before


def test_the_row_given_up_is_not_taken_out_of_the_bin(twice):
    found = merging.compare(twice, "CN-002", "CN-020")
    merging.merge(twice, "CN-002", "CN-020", *answers(found, gone=True))
    for take_out in (register.restore, lambda ws, code: register.restore_all(ws, [code])):
        with pytest.raises(UserError) as refused:
            take_out(twice, "CN-020")
        assert refused.value.code == "merge.restore"


def test_a_workbook_with_the_former_code_means_the_one_of_today(twice):
    found = merging.compare(twice, "CN-002", "CN-020")
    merging.merge(twice, "CN-002", "CN-020", *answers(found, gone=True))
    batch = make.batch(
        persons=[make.person("CN-020"), make.person("CN-002")],
        ratings=[make.rating(recipient="CN-020", year=Year(2025))],
    )
    now, faults = as_now(twice.books, batch)
    assert [one.value.code for one in now.persons] == ["CN-002"]
    assert [one.value.recipient for one in now.ratings] == ["CN-002"]
    assert {one.code for one in faults} == {"fault.former_twice", "fault.former_code"}
    assert not any(one.fatal for one in faults)


def seal(ws, round_code, *codes):
    with ws.books.write("niêm phong"):
        storage.rounds.save_round(ws.books, make.round_(round_code))
        for code in codes:
            storage.rounds.save_nomination(
                ws.books,
                make.nomination(round=round_code, recipient=code, initiatives=(), achievements=()),
            )
        ws.books.writer.exec_driver_sql(
            "INSERT INTO sealed_dossier VALUES (?, ?, 1, '', '2025-12-01', '', '')",
            (round_code, Authority.COMMUNE.value),
        )


def test_both_in_one_sealed_dossier_stay_two(twice):
    seal(twice, "D1", "CN-002", "CN-020")
    refused = merging.compare(twice, "CN-002", "CN-020").refused
    assert "D1" in refused
    with pytest.raises(UserError) as error:
        merging.merge(twice, "CN-002", "CN-020", {"unit": True}, {})
    assert error.value.code == "merge.refused"


def test_a_sealed_dossier_keeps_the_former_code_and_its_facts(twice):
    seal(twice, "D1", "CN-020")
    found = merging.compare(twice, "CN-002", "CN-020")
    assert found.stays == ("D1",)
    merging.merge(twice, "CN-002", "CN-020", *answers(found, gone=True))
    (kept,) = storage.rounds.nominations(twice.books, "D1")
    assert kept.recipient == "CN-020"
    facts = storage.load_round_facts(twice.books, "D1", twice.calendar, date(2026, 1, 5))
    assert facts.ratings["CN-020"] == facts.ratings["CN-002"] != ()


def test_an_open_round_goes_on_under_the_code_kept(twice):
    with twice.books.write("đợt"):
        storage.rounds.save_round(twice.books, make.round_("D2", kind=RoundKind.MERIT))
        storage.rounds.save_nomination(
            twice.books,
            make.nomination(round="D2", recipient="CN-020", initiatives=(), achievements=()),
        )
    found = merging.compare(twice, "CN-002", "CN-020")
    merging.merge(twice, "CN-002", "CN-020", *answers(found, gone=False))
    assert [one.recipient for one in storage.rounds.nominations(twice.books, "D2")] == ["CN-002"]


def test_units_are_merged_with_their_people(twice):
    found = merging.compare(twice, "TT-001", "TT-002")
    merging.merge(twice, "TT-001", "TT-002", *answers(found, gone=False))
    assert register.get(twice, "CN-020").unit == "TT-001"
    assert merging.compare(twice, "TT-001", "CN-002").refused
