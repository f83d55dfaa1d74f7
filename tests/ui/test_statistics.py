"""Báo cáo, thống kê: figures open into their rows, rows into the register; the fund is kept."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from khenthuong.domain.kinds import FundCategory, FundKind
from khenthuong.domain.statistics import Dimension
from khenthuong.ui import messages
from khenthuong.ui.main_window import MainWindow
from khenthuong.ui.navigation import STATISTICS
from khenthuong.ui.screens.register.register import RegisterScreen
from khenthuong.ui.screens.statistics.statistics import StatisticsScreen
from tests.ui.conftest import press


@pytest.fixture
def screen(sample_window: MainWindow) -> StatisticsScreen:
    sample_window.open_screen(STATISTICS)
    opened = sample_window.screen_open
    assert isinstance(opened, StatisticsScreen)
    opened.statutory.year.setCurrentIndex(opened.statutory.year.findText("2025"))
    return opened


def test_a_figure_opens_into_rows_and_a_row_into_the_register(
    qtbot, sample_window: MainWindow, screen: StatisticsScreen
) -> None:
    screen.statutory.go_to("03_xa")
    pane = screen.statutory.pane
    row = next(n for n, one in enumerate(pane.table.rows) if one.row.key == "+lao_dong_tien_tien")
    pane.grid.view.setCurrentIndex(pane.grid.cells.index(row, 2))
    figure = pane.table.rows[row].figures[0]
    assert len(pane.lines.records) == figure.value > 20
    press(qtbot, pane.grid.view, Qt.Key.Key_Return)
    name = pane.lines.record(0).name
    press(qtbot, pane.lines_view, Qt.Key.Key_Return)
    opened = sample_window.screen_open
    assert isinstance(opened, RegisterScreen)
    assert any(name in one.text() for one in opened.findChildren(QLabel))


def test_a_note_shows_the_rows_it_is_about(screen: StatisticsScreen) -> None:
    screen.statutory.go_to("03_xa")
    pane = screen.statutory.pane
    place = next(n for n, note in enumerate(pane.table.notes) if note.lines)
    pane.notes_view.select(place)
    assert len(pane.lines.records) == len(pane.table.notes[place].lines)


def test_a_period_that_is_no_period_is_told_beside_the_field(screen: StatisticsScreen) -> None:
    page = screen.statutory
    page.last.set_iso("2024-01-01")
    page.read()
    assert not page.problem.isHidden()
    assert "đứng trước" in page.problem.text()
    page.last.set_iso("2025-06-30")
    page.read()
    assert page.problem.isHidden()
    assert "30/06/2025" in page.pane.under.text()


def test_an_unverified_table_says_so(screen: StatisticsScreen) -> None:
    screen.statutory.go_to("0602")
    assert "chưa đối chiếu" in screen.statutory.mark.text().lower()


def test_free_tables_follow_their_choices_and_are_copied(screen: StatisticsScreen) -> None:
    screen.tabs.setCurrentWidget(screen.free)
    page = screen.free
    page.columns.setCurrentIndex(page.columns.index_of(Dimension.GENDER))
    page.first.setCurrentIndex(page.first.findText("2024"))
    shown = [one.text for one in page.pane.table.definition.columns]
    assert shown[:2] == ["Nam", "Nữ"]
    page.filter.setCurrentIndex(page.filter.index_of(Dimension.DUTY))
    assert page.value.count() == 2
    page.pane.output.copy_table()
    assert QGuiApplication.clipboard().text().startswith("STT\tDanh hiệu, hình thức")
    page.shares.click()
    assert page.pane.table.definition.id == "ty_le"
    assert not page.rows.isEnabled()


def test_word_and_excel_are_written_where_asked(
    screen: StatisticsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind, write in (
        ("docx", screen.statutory.pane.output.write_word),
        ("xlsx", screen.statutory.pane.output.write_excel),
    ):
        target = tmp_path / f"bieu.{kind}"
        monkeypatch.setattr(messages, "save_file", lambda *_, path=target: path)
        write()
        assert target.stat().st_size > 2_000


def test_an_entry_is_typed_checked_and_kept(screen: StatisticsScreen) -> None:
    screen.new()
    page = screen.fund
    year = page.year.currentData()
    assert screen.unsaved()
    values = {
        "kind": "Thu",
        "category": "Chi công tác thi đua, tuyên truyền",
        "amount": 5_000_000,
        "content": "Trích quỹ",
        "day": date(year, 1, 15).isoformat(),
    }
    page.pane.form.put_back(values)
    screen.save()
    assert screen.unsaved()
    page.pane.form.put_back({**values, "category": "Trích lập quỹ"})
    screen.save()
    assert not screen.unsaved()
    (kept,) = page.pane.table.records
    assert (kept.kind, kept.category) == (FundKind.INCOME, FundCategory.ALLOCATION)
    assert "thu 5.000.000 đồng" in page.balance.text()


def test_every_tab_fits_an_old_office_screen(screen: StatisticsScreen) -> None:
    for page in (screen.statutory, screen.free, screen.fund):
        assert page.minimumSizeHint().width() <= 1100
