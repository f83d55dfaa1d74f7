"""The statutory tables against SQL written straight against SQLite."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khenthuong import storage, texts
from khenthuong.domain.archive import FrozenName, SealedDossier
from khenthuong.domain.kinds import Authority, Checked
from khenthuong.domain.rounds import Nomination, Round, RoundKind
from khenthuong.domain.statistics import Measure, Span, Table, share
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services.statistics import tables
from khenthuong.services.workspace import Workspace, open_workspace
from tests.services.statistics import small_commune as small

PROVINCE = ("bang_khen_cap_tinh", "chien_si_thi_dua_cap_tinh", "tap_the_lao_dong_xuat_sac")
COMMUNE = (
    "lao_dong_tien_tien",
    "chien_si_thi_dua_co_so",
    "tap_the_lao_dong_tien_tien",
    "gia_dinh_van_hoa",
    "thon_to_dan_pho_van_hoa",
    "giay_khen_xa",
)


def table(ws: Workspace, name: str, year: int) -> Table:
    return tables.statutory(ws, name, Span.of_years(year))


def counted(found: Table, row: str) -> dict[str, int]:
    return {
        column.key: found.figure(row, column.key).value or 0
        for column in found.definition.columns
        if column.measure is Measure.COUNT
    }


def codes(found: Table) -> list[str]:
    return [note.code.rpartition(".")[2] for note in found.notes]


@pytest.mark.parametrize("year", [2023, 2024, 2025])
@pytest.mark.parametrize(("name", "awards"), [("03", PROVINCE), ("03_xa", COMMUNE)])
def test_sample_commune_agrees_with_sql(
    commune: Workspace, year: int, name: str, awards: tuple[str, ...]
) -> None:
    found = table(commune, name, year)
    wanted = small.province_row(commune.folder.database, year, awards)
    total = counted(found, "cong")
    assert {key: total[key] for key in wanted} == wanted
    assert found.figure("cong", "7").text == (share(total["6"], total["3"]) if total["6"] else "")
    assert sum(counted(found, row.row.key)["3"] for row in found.rows[:-1]) == total["3"]


def test_every_cell_holds_the_rows_it_counts(commune: Workspace) -> None:
    found = table(commune, "03_xa", 2025)
    row = found.figure("+lao_dong_tien_tien", "8")
    assert row.value == len(row.lines) > 5
    for line in row.lines:
        person = storage.register.get(commune.books, line.recipient)
        assert person.name == line.name
        won = storage.records.past_awards(commune.books)[line.recipient]
        assert line.key in [
            (one.recipient, str(one.year), one.award_name, one.decision_number) for one in won
        ]


def test_movements_agree_with_sql(commune: Workspace) -> None:
    connection = sqlite3.connect(commune.folder.database)
    query = (
        "SELECT kind, count(*) FROM movement "
        "WHERE substr(coalesce(issued, start_on), 1, 4) = ? GROUP BY kind"
    )
    wanted = dict(connection.execute(query, ("2025",)).fetchall())
    connection.close()

    found = table(commune, "0601", 2025)

    assert found.figure("chuyen_de", "1").value == wanted["chuyen_de"]
    assert found.figure("thuong_xuyen", "1").value == wanted["thuong_xuyen"]
    parts = [found.figure("tong", key).value or 0 for key in ("2", "3", "4")]
    assert found.figure("tong", "1").value == sum(parts) == sum(wanted.values())
    assert found.figure("cum_khoi", "1").text == ""


_AWARDS = st.lists(
    st.tuples(
        st.sampled_from(("CN-001", "CN-002", "CN-003", "CN-004", "TT-001", "TT-002", "HO-001")),
        st.sampled_from(("bang_khen_cap_tinh", "chien_si_thi_dua_cap_tinh", "giay_khen_xa")),
        st.sampled_from(("", "Công trạng", "Khen chuyên đề", "Thành tích đột xuất", "Đối ngoại")),
        st.sampled_from((date(2025, 5, 6), date(2026, 1, 1), date(2026, 12, 31), None)),
    ),
    max_size=14,
    unique_by=lambda one: (one[0], one[1], one[3]),
)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_AWARDS)
def test_any_small_commune_agrees_with_sql(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[str, str, str, date | None]]
) -> None:
    root = tmp_path_factory.mktemp("xa") / "so"
    small.lay_down(root)
    with open_workspace(root) as ws:
        small.fill(ws)
        for recipient, award, branch, day in drawn:
            small.award(ws, recipient, award, branch, day)
        found = table(ws, "03", 2026)
        for row, award in (
            ("bang_khen_tinh", "bang_khen_cap_tinh"),
            ("chien_si_tinh", "chien_si_thi_dua_cap_tinh"),
        ):
            wanted = small.province_row(ws.folder.database, 2026, [award])
            cells = counted(found, row)
            assert {key: cells[key] for key in wanted} == wanted
        own = small.province_row(ws.folder.database, 2026, ["giay_khen_xa"])
        total = counted(table(ws, "03_xa", 2026), "cong")
        assert {key: total[key] for key in own} == own


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Workspace]:
    small.lay_down(tmp_path / "so")
    with open_workspace(tmp_path / "so") as ws:
        small.fill(ws)
        yield ws


def test_state_awards_submitted_and_decided_are_told_apart(tiny: Workspace) -> None:
    with tiny.books.write("thử"):
        storage.rounds.save_round(tiny.books, Round("DX-1", "Đợt 1", RoundKind.MERIT, Year(2026)))
        for code in ("CN-001", "CN-002", "TT-001"):
            storage.rounds.save_nomination(
                tiny.books, Nomination("DX-1", code, "bang_khen_thu_tuong")
            )
        frozen = [
            FrozenName(code, "bang_khen_thu_tuong", "Tên", "", "") for code in ("CN-001", "TT-001")
        ]
        storage.rounds.freeze(tiny.books, "DX-1", frozen)
        sealed = SealedDossier(
            "DX-1", Authority.PRIME_MINISTER, 1, "f", date(2026, 5, 4), "s", "goi.zip"
        )
        storage.papers.save_sealed(tiny.books, sealed)
    small.award(tiny, "CN-001", "bang_khen_thu_tuong", "")

    cells = counted(table(tiny, "01", 2026), "bang_khen")

    shown = {key: value for key, value in cells.items() if value}
    # Two of three nominations left in a dossier; one is decided, by công trạng as its round was.
    assert shown == {"3": 1, "4": 1, "6": 1, "8": 1}
    assert counted(table(tiny, "01", 2025), "bang_khen")["4"] == 0


def test_what_is_unknown_is_told_with_its_lines_and_counted_nowhere(tiny: Workspace) -> None:
    small.award(tiny, "CN-003", "bang_khen_cap_tinh")
    small.award(tiny, "CN-001", "", number="7/QĐ")

    found = table(tiny, "03", 2026)

    assert counted(found, "bang_khen_tinh") | {"3": 0, "5": 0} == dict.fromkeys(
        counted(found, "bang_khen_tinh"), 0
    )
    notes = {note.code.rpartition(".")[2]: note for note in found.notes}
    assert [line.recipient for line in notes["no_manner"].lines] == ["CN-003"]
    assert [line.recipient for line in notes["no_duty"].lines] == ["CN-003"]
    assert [line.recipient for line in notes["no_level"].lines] == ["CN-001"]


def test_an_award_without_a_printed_row_gets_one_and_is_told(tiny: Workspace) -> None:
    small.award(tiny, "TT-001", "tap_the_lao_dong_xuat_sac")
    found = table(tiny, "03", 2026)
    assert found.figure("+tap_the_lao_dong_xuat_sac", "3").value == 1
    assert found.figure("cong", "3").value == 1
    assert "added_rows" in codes(found)


def test_0603_divides_the_same_awards(tiny: Workspace) -> None:
    for code, branch in (("CN-001", "Công trạng"), ("CN-004", "Đột xuất"), ("TT-002", "")):
        small.award(tiny, code, "bang_khen_cap_tinh", branch)
    small.award(tiny, "HO-001", "bang_khen_cap_tinh", "Chuyên đề")
    found = table(tiny, "0603", 2026)
    rows = ("tong", "tap_the", "doanh_nghiep", "ho", "ca_nhan", "thuong_xuyen_kt", "dot_xuat_kt")
    assert [found.figure(row, "2").value or 0 for row in rows] == [4, 1, 1, 1, 2, 1, 1]
    assert found.figure("lanh_dao_tinh", "2").text == found.figure("lanh_dao_so", "1").text == ""
    assert {"no_subject", "ranks"} <= set(codes(found))


def test_tables_nobody_compared_say_so(tiny: Workspace) -> None:
    made = {one.definition.id: one for one in tables.every(tiny, Span.of_years(2026))}
    assert list(made) == ["01", "03", "03_xa", "05", "0601", "0602", "0603", "0604", "0605"]
    for name in ("0601", "0602", "0603", "0604", "0605"):
        assert made[name].definition.checked is Checked.MEMORY
        assert "unverified" in codes(made[name])
    assert all("second_hand" in codes(made[name]) for name in ("01", "03", "05"))
    assert all("not_commune" in codes(made[name]) for name in ("0604", "0605"))
    assert all(texts.say(note.code, note.arguments) for one in made.values() for note in one.notes)


def test_a_period_that_ends_before_it_begins_is_refused(tiny: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        tables.statutory(tiny, "01", Span(date(2026, 2, 1), date(2026, 1, 1)))
    assert caught.value.code == "statistics.bad_span"
    with pytest.raises(UserError) as caught:
        tables.statutory(tiny, "09", Span.of_years(2026))
    assert caught.value.code == "statistics.unknown_table"
