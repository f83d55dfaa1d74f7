"""Sheets by year: short names, one operation, nothing lost that stays named."""

from datetime import date
from decimal import Decimal

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import RatingLevel, UnitKind
from khenthuong.domain.records import PastAward, Rating
from khenthuong.domain.register import Person, Unit
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services import register, year_grids
from khenthuong.services.workspace import open_workspace

Y2024, Y2025 = Year(2024), Year(2025)
KEPT = PastAward(
    "CN-001", Y2024, "Lao động tiên tiến", "lao_dong_tien_tien", "12/QĐ-UBND", date(2024, 12, 1)
)
OUTSIDE = PastAward("CN-001", Y2025, "Giấy khen của huyện; năm cũ")


@pytest.fixture
def ws(tmp_path):
    with open_workspace(tmp_path / "du_lieu") as ws:
        register.save(ws, Unit("TT-001", "Văn phòng"))
        register.save(ws, Unit("TT-002", "Trường Mầm non", kind=UnitKind.SCHOOL))
        for code, name in (("CN-001", "Lê Văn Ước"), ("CN-002", "Đỗ Thị An")):
            register.save(ws, Person(code, name, unit="TT-001"))
        register.save_record(ws, KEPT)
        register.save_record(ws, OUTSIDE)
        yield ws


def grid_of(ws):
    return year_grids.award_grid(ws, "TT-001", Y2025, 3)


def awards(ws, code):
    return storage.records.past_awards(ws.books).get(code, ())


def test_the_grid_shows_short_names_in_the_order_of_given_names(ws) -> None:
    grid = grid_of(ws)
    assert [name for _, name, _ in grid.people] == ["Đỗ Thị An", "Lê Văn Ước"]
    assert grid.years == (Year(2023), Y2024, Y2025)
    assert grid.cell("CN-001", Y2024) == "LĐTT"
    assert grid.cell("CN-001", Y2025) == "Giấy khen của huyện; năm cũ"


def test_every_short_name_leads_back_to_its_award(ws) -> None:
    words = year_grids.award_words(ws.rulebook)
    for award, short in words.short.items():
        assert words.read(short) == (short, ())
        assert words.ids[year_grids.award_key(short)] == award


def test_the_whole_grid_unchanged_writes_nothing(ws) -> None:
    grid = grid_of(ws)
    cells = {(c, y): grid.cell(c, y) for c, _, _ in grid.people for y in grid.years}
    assert year_grids.save_awards(ws, grid, cells) == 0
    assert awards(ws, "CN-001") == (KEPT, OUTSIDE)


def test_an_award_that_stays_named_keeps_its_decision(ws) -> None:
    grid = grid_of(ws)
    cells = {("CN-001", Y2024): "gk; lđtt", ("CN-002", Y2025): "chiến sĩ thi đua cơ sở"}
    assert year_grids.save_awards(ws, grid, cells) == 2
    assert KEPT in awards(ws, "CN-001")
    assert {one.award for one in awards(ws, "CN-001")} == {"lao_dong_tien_tien", "giay_khen_xa", ""}
    (won,) = awards(ws, "CN-002")
    assert (won.award, won.award_name) == ("chien_si_thi_dua_co_so", "Chiến sĩ thi đua cơ sở")


def test_one_save_is_one_operation(ws) -> None:
    grid = grid_of(ws)
    cells = {("CN-001", Y2024): "", ("CN-002", Y2024): "LĐTT", ("CN-002", Y2025): "LĐTT"}
    assert year_grids.save_awards(ws, grid, cells) == 3
    last = register.history(ws, "CN-002")[0].operation
    storage.undo_operation(ws.books, last.id, "hoàn tác")
    assert awards(ws, "CN-002") == ()
    assert awards(ws, "CN-001") == (KEPT, OUTSIDE)


def test_a_name_the_catalogue_does_not_know_is_asked_about(ws) -> None:
    grid = grid_of(ws)
    cells = {("CN-002", Y2025): "LĐTT; Bằng lạ"}
    with pytest.raises(UserError) as refused:
        year_grids.save_awards(ws, grid, cells)
    assert refused.value.arguments["awards"] == ["Bằng lạ"]
    assert awards(ws, "CN-002") == ()
    assert year_grids.save_awards(ws, grid, cells, keep_unknown=True) == 2
    assert {one.award_name for one in awards(ws, "CN-002")} == {"Lao động tiên tiến", "Bằng lạ"}


def test_a_year_of_the_other_kind_gets_its_own_column(ws) -> None:
    school = Year(2024, school=True)
    register.save_record(ws, PastAward("CN-002", school, "Lao động tiên tiến"))
    assert grid_of(ws).years == (Year(2023), Y2024, Y2025, school)
    assert year_grids.year_of(ws, "TT-002").school


def test_ratings_of_a_year(ws) -> None:
    rows = year_grids.rating_rows(ws, "TT-001", Y2025)
    good = year_grids.rating_of(rows[0], Y2025, RatingLevel.GOOD, Decimal("95.5"), ("", None))
    nothing = year_grids.rating_of(rows[1], Y2025, None, None, ("", None))
    assert year_grids.save_ratings(ws, "TT-001", Y2025, [(rows[0], good), (rows[1], nothing)]) == 1
    (row, _) = year_grids.rating_rows(ws, "TT-001", Y2025)
    assert row.rating == Rating("CN-002", Y2025, RatingLevel.GOOD, Decimal("95.5"))
    assert year_grids.save_ratings(ws, "TT-001", Y2025, [(row, None)]) == 1
    assert storage.records.ratings(ws.books) == {}
    assert [one.code for one in year_grids.rating_rows(ws, "", Y2025, ["CN-001"])] == ["CN-001"]


def test_levels_as_people_write_them() -> None:
    assert year_grids.read_level("xuất sắc") is RatingLevel.EXCELLENT
    assert year_grids.read_level("httnv") is RatingLevel.GOOD
    with pytest.raises(ValueError, match="rất giỏi"):
        year_grids.read_level("rất giỏi")
