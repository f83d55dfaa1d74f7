"""Writing: the empty workbook reads as empty, a batch comes back as it was, bytes are the same."""

import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell

from khenthuong.domain.batch import AnswerCell, Batch, Entry, OfficeSetting, Place
from khenthuong.domain.clusters import Cluster, ClusterCriterion, ClusterMember, ClusterScore
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.kinds import (
    AchievementKind,
    Area,
    Comparison,
    DisciplineForm,
    Duty,
    ExampleStage,
    Gender,
    InitiativeKind,
    InitiativeScope,
    Manager,
    MeetingKind,
    MovementKind,
    MovementLevel,
    RatingLevel,
    RoundKind,
    Sector,
    SigningPower,
    SpreadKind,
    Subject,
    TaskKind,
    UnitKind,
)
from khenthuong.domain.movement import (
    Movement,
    MovementTask,
    Participant,
    Progress,
    Registration,
    Target,
    UnitTarget,
)
from khenthuong.domain.office import Signer
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, PartialDate, Person, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.domain.vietnamese import clean
from khenthuong.domain.years import Year
from khenthuong.errors import WorkbookError
from khenthuong.exchange.sheets import BY_KEY, SHEETS
from khenthuong.exchange.workbook_writer import MAX_TEXT, write_batch, write_empty, write_list
from tests.exchange.workbooks import AWARDS, NAMES, read

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệ ABCDEĐ0123456789,.;:/()«»&<>=+-@'\"_\n"


def _good(text: str) -> bool:
    return bool(text) and clean(text) == text and not text.upper().startswith("VD-")


text = st.text(_LETTERS, max_size=30).map(clean).filter(lambda value: value == "" or _good(value))
filled = text.filter(bool)
word = st.text("ABCDEGHK0123456789-", min_size=1, max_size=8).filter(_good)
words = st.lists(word, max_size=3, unique=True).map(tuple)
days = st.dates(date(1950, 1, 1), date(2026, 11, 1))
partial = st.one_of(
    days.map(lambda d: PartialDate(d.year, d.month, d.day)),
    days.map(lambda d: PartialDate(d.year, d.month)),
    days.map(lambda d: PartialDate(d.year)),
)
years = st.builds(Year, st.integers(1990, 2026), st.booleans())
counts = st.integers(0, 10**12)
figures = st.sampled_from(["", "31,1", "2.326", "100", "không còn"])
points = st.decimals(0, 1000, places=2, allow_nan=False)
signed = st.decimals(-100, 100, places=1, allow_nan=False)
awards = st.sampled_from(sorted(AWARDS))
cccd = st.integers(0, 10**12 - 1).map(lambda number: f"{number:012}")


def maybe(strategy):
    return st.none() | strategy


def optional_text(strategy):
    return st.just("") | strategy


VALUES = {
    "office": st.builds(OfficeSetting, filled, filled),
    "signers": st.builds(Signer, filled, filled, st.sampled_from(SigningPower), maybe(days)),
    "units": st.builds(
        Unit,
        word,
        filled,
        text,
        st.sampled_from(UnitKind),
        st.sampled_from(Sector),
        st.sampled_from(Manager),
        optional_text(word),
        st.sampled_from(Area),
        st.booleans(),
        text,
        maybe(counts),
        text,
        text,
    ),
    "persons": st.builds(
        Person,
        word,
        filled,
        maybe(st.sampled_from(Gender)),
        maybe(partial),
        text,
        st.just(""),
        text,
        optional_text(word),
        maybe(st.sampled_from(Duty)),
        maybe(st.sampled_from(Subject)),
        text,
        text,
        text,
        st.none(),
        text,
    ),
    "careers": st.builds(CareerStep, word, partial, st.none(), text, text),
    "households": st.builds(
        Household, word, filled, text, optional_text(word), maybe(counts), text
    ),
    "movements": st.builds(
        Movement,
        word,
        filled,
        text,
        text,
        maybe(days),
        text,
        maybe(days),
        st.none(),
        st.sampled_from(MovementKind),
        optional_text(word),
        maybe(st.sampled_from(MovementLevel)),
        text,
        text,
        text,
        text,
        text,
    ),
    "targets": st.builds(
        Target,
        word,
        filled,
        text,
        st.sampled_from(Comparison),
        figures,
        figures,
        text,
        text,
        figures,
        text,
        text,
        text,
        figures,
        st.booleans(),
    ),
    "movement_tasks": st.builds(
        MovementTask,
        word,
        filled,
        st.sampled_from(TaskKind),
        filled,
        text,
        optional_text(word),
        maybe(days),
        maybe(days),
        text,
    ),
    "participants": st.builds(Participant, word, word, maybe(days), text, text),
    "unit_targets": st.builds(
        UnitTarget,
        word,
        word,
        filled,
        text,
        st.sampled_from(Comparison),
        figures,
        figures,
        text,
        figures,
        figures,
        st.booleans(),
    ),
    "progress": st.builds(
        Progress, word, optional_text(word), filled, text, days, figures.filter(bool), text, words
    ),
    "registrations": st.builds(
        Registration, word, years, awards, optional_text(word), maybe(days), text
    ),
    "examples": st.builds(
        GoodExample,
        word,
        word,
        filled,
        optional_text(word),
        st.sampled_from(ExampleStage),
        maybe(days),
        text,
        text,
        text,
        text,
        maybe(days),
        text,
        maybe(days),
        words,
        optional_text(word),
    ),
    "spreads": st.builds(ExampleSpread, word, st.sampled_from(SpreadKind), days, filled, text),
    "clusters": st.builds(Cluster, word, filled, years, text, text, text),
    "cluster_members": st.builds(ClusterMember, word, filled, optional_text(word), text),
    "cluster_criteria": st.builds(ClusterCriterion, word, filled, filled, signed),
    "cluster_scores": st.builds(
        ClusterScore, word, filled, filled, maybe(signed), maybe(signed), text
    ),
    "initiatives": st.builds(
        Initiative,
        word,
        filled,
        words.filter(bool),
        years,
        st.sampled_from(InitiativeScope),
        st.sampled_from(InitiativeKind),
        text,
        maybe(days),
    ),
    "achievements": st.builds(
        Achievement,
        word,
        word,
        maybe(partial),
        st.sampled_from(AchievementKind),
        filled,
        text,
        maybe(counts),
        optional_text(word),
        words,
    ),
    "ratings": st.builds(
        Rating, word, years, st.sampled_from(RatingLevel), maybe(points), text, maybe(days)
    ),
    "awards": st.builds(
        lambda award, **more: PastAward(award=award, award_name=AWARDS[award][0], **more),
        awards,
        recipient=word,
        year=years,
        decision_number=text,
        decision_date=maybe(days),
        issuer=text,
        branch=text,
        initiatives=words,
        achievements=words,
    ),
    "disciplines": st.builds(
        Discipline, word, st.sampled_from(DisciplineForm), days, st.none(), text
    ),
    "rounds": st.builds(
        Round,
        word,
        filled,
        st.sampled_from(RoundKind),
        years,
        maybe(days),
        maybe(days),
        text,
        optional_text(word),
    ),
    "nominations": st.builds(Nomination, word, word, awards, text, words, words, text),
    "answers": st.builds(AnswerCell, word, word, filled, filled, text),
    "council": st.builds(CouncilMember, filled, filled, text, optional_text(word), maybe(days)),
    "meetings": st.builds(
        Meeting,
        word,
        word,
        st.sampled_from(MeetingKind),
        optional_text(word),
        maybe(days),
        text,
        text,
        text,
        text,
        text,
        text,
        text,
    ),
    "votes": st.builds(Vote, word, word, awards, counts, counts, counts),
    "notices": st.builds(Notice, word, filled, days, st.none(), text, text, text),
}


def _key(sheet, value):
    parts = (getattr(value, name) for name in sheet.natural_key)
    return tuple(part.casefold() if type(part) is str else part for part in parts)


@st.composite
def batches(draw):
    found = {}
    recipients: set[str] = set()
    for sheet in SHEETS:
        values = draw(
            st.lists(VALUES[sheet.key], max_size=2, unique_by=lambda v, s=sheet: _key(s, v))
        )
        if sheet.key in ("units", "persons", "households"):
            values = [v for v in values if v.code.casefold() not in recipients]
            recipients |= {v.code.casefold() for v in values}
        if sheet.key == "persons":
            # Equal names and birth dates are told about; here nothing is to be told.
            values = values[:1]
        extra = draw(st.sampled_from([{}, {"Số điện thoại": "090"}]))
        found[sheet.key] = tuple(
            Entry(Place(sheet.name, row), value, extra) for row, value in enumerate(values, start=2)
        )
    return Batch(**found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(batches())
def test_a_written_batch_reads_as_it_was(tmp_path_factory, batch: Batch):
    path = tmp_path_factory.mktemp("so") / "so.xlsx"
    write_batch(path, batch, {award: names[0] for award, names in AWARDS.items()})
    found, faults = read(path)
    assert faults == []
    for sheet in SHEETS:
        assert getattr(found, sheet.key) == getattr(batch, sheet.key), sheet.key


def test_the_strategies_know_every_sheet():
    assert set(VALUES) == set(BY_KEY)


def _one_person(**changes) -> Batch:
    person = replace(Person("C1", "Hà Một", cccd="000080000001"), **changes)
    return Batch(persons=(Entry(Place("Cá nhân", 2), person),))


def test_zeros_stay(tmp_path: Path):
    write_batch(tmp_path / "a.xlsx", _one_person())
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["Cá nhân"]
    cell = page["F2"]
    assert (cell.value, cell.data_type, cell.number_format) == ("000080000001", "s", "@")


def test_equal_batches_give_equal_bytes(tmp_path: Path):
    for name in ("a.xlsx", "b.xlsx"):
        write_batch(tmp_path / name, _one_person())
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert b"2025-07-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_the_untouched_empty_workbook_reads_as_nothing(tmp_path: Path):
    write_empty(tmp_path / "so.xlsx", NAMES, ["Báo cáo"])
    batch, faults = read(tmp_path / "so.xlsx")
    assert (batch.rows, faults) == (0, [])


def test_the_empty_workbook_helps(tmp_path: Path):
    write_empty(tmp_path / "so.xlsx", NAMES)
    workbook = openpyxl.load_workbook(tmp_path / "so.xlsx")
    assert workbook.sheetnames[0] == "Hướng dẫn"
    for sheet in SHEETS:
        page = workbook[sheet.name]
        assert page.freeze_panes == "A2"
        assert [page.cell(1, n + 1).value for n in range(len(sheet.columns))] == [
            column.header for column in sheet.columns
        ]
        assert str(page["A2"].value).startswith("VD-")
        expected = sum(
            bool(c.choices) or c.kind.name.startswith("AWARD") or c.key == "form"
            for c in sheet.columns
        )
        assert len(page.data_validations.dataValidation) == expected
    assert workbook["Danh mục"].sheet_state == "hidden"


def test_every_example_would_be_read_without_a_fault_but_for_its_mark(tmp_path: Path):
    write_empty(tmp_path / "so.xlsx", NAMES)
    workbook = openpyxl.load_workbook(tmp_path / "so.xlsx")
    for sheet in SHEETS:
        for row in workbook[sheet.name].iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell, Cell) and isinstance(cell.value, str):
                    cell.value = cell.value.replace("VD-", "")
    workbook.save(tmp_path / "so.xlsx")
    batch, faults = read(tmp_path / "so.xlsx")
    assert faults == []
    assert all(len(getattr(batch, sheet.key)) == 1 for sheet in SHEETS)


def test_a_text_too_long_for_a_cell_is_refused(tmp_path: Path):
    with pytest.raises(WorkbookError) as caught:
        write_batch(tmp_path / "a.xlsx", _one_person(note="ă" * (MAX_TEXT + 1)))
    assert caught.value.code == "fault.book_text_too_long"
    assert not list(tmp_path.iterdir())


def test_a_target_that_cannot_be_written(tmp_path: Path):
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(WorkbookError) as caught:
        write_batch(tmp_path / "a.xlsx", Batch())
    assert caught.value.code == "error.cannot_write"
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_list_is_text_numbers_and_dates_and_never_a_formula(tmp_path: Path):
    rows = [
        (1, '=HYPERLINK("x")', Decimal("31.1"), date(2026, 1, 2), None),
        (2, "+84", Decimal(5), None, "@x"),
    ]
    for name in ("a.xlsx", "b.xlsx"):
        write_list(tmp_path / name, "Danh sách", ["STT", "Tên", "Số", "Ngày", "Khác"], rows, "DS")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["Danh sách"]
    assert [cell.data_type for cell in page[4]] == ["n", "s", "n", "d", "n"]
    assert page["B4"].value == rows[0][1]
