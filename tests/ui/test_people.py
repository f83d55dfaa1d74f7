"""Pages of Sổ that change many rows: merging duplicates, moving people, reforming units."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from khenthuong import storage
from khenthuong.domain.kinds import DisciplineForm, Gender, InitiativeScope, RatingLevel
from khenthuong.domain.records import Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import PartialDate, Person
from khenthuong.domain.years import Year
from khenthuong.services import register
from khenthuong.ui.main_window import REGISTER, MainWindow
from khenthuong.ui.screens.register.register import RegisterScreen
from tests.ui.conftest import press


@pytest.fixture
def screen(window: MainWindow) -> RegisterScreen:
    made = window.made_screen(REGISTER)
    assert isinstance(made, RegisterScreen)
    window.open_screen(REGISTER)
    return made


def fill(form, **values) -> None:
    for key, value in values.items():
        form._rows[key].editor.set_value(value)


def select(screen: RegisterScreen, *codes: str) -> None:
    model = screen.view.selectionModel()
    model.clearSelection()
    for code in codes:
        row = screen.table.index(screen.table.find(code), 0)
        model.select(
            row, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )


def test_tabs_are_made_when_looked_at(screen):
    assert screen.panel._made == {}
    assert screen.pages._made == {}
    screen.panel.tabs.setCurrentIndex(1)
    assert list(screen.panel._made) == ["ratings"]
    assert screen.panel.tabs.currentWidget() is screen.panel.records["ratings"]


@pytest.fixture
def twice(window, screen):
    ws = window.desk.ws
    twin = Person(
        "CN-900",
        "Nguyễn Thị Hòa",
        Gender.FEMALE,
        PartialDate(1980, 3, 1),
        position="Chuyên viên",
        unit="TT-001",
    )
    register.save(ws, twin)
    register.save_record(ws, Rating("CN-900", Year(2025), RatingLevel.EXCELLENT))
    screen.refresh()
    return screen


def test_duplicates_are_merged_after_every_answer(qtbot, twice, window):
    press(qtbot, twice.twins, Qt.Key.Key_Space)
    page = twice.pages.duplicates
    assert page.isVisible()
    assert not page.merge.isEnabled()
    assert set(page._groups) >= {"position"}
    for group in page._groups.values():
        group.button(0).setChecked(True)
    assert page.merge.isEnabled()
    kept = page._found.kept.code
    page.merge.click()
    assert storage.merging.aliases(window.desk.ws.books) == {
        ({"CN-001", "CN-900"} - {kept}).pop(): kept
    }
    assert "Mã cũ vẫn tìm được" in window.strip.text
    twice.escape()
    assert not page.isVisible()
    twice.go_to("CN-900")
    assert twice.panel.code == kept


def test_two_chosen_rows_are_compared_and_turned(twice):
    select(twice, "CN-001", "CN-900")
    twice.open_twins()
    page = twice.pages.duplicates
    before = page._found.kept.code
    page.swap.click()
    assert page._found.gone.code == before
    twice.escape()


def test_people_move_by_the_form(screen, window):
    select(screen, "CN-001", "CN-002")
    screen._on_move()
    card = screen.pages.mover
    fill(card.form, unit="TT-002", day="2026-03-02", since="2015")
    card.preview()
    assert card.effect.text().count("ghi ở tập thể cũ từ 2015") == 2
    screen.save()
    assert not card.isVisible()
    ws = window.desk.ws
    assert [register.get(ws, code).unit for code in ("CN-001", "CN-002")] == ["TT-002", "TT-002"]
    screen.go_to("CN-001", "careers")
    note = screen.panel.records["careers"]._below
    assert "02/03/2026 – nay" in note.lines.text()


def test_a_move_lacking_its_day_is_told_beside_the_field(screen):
    select(screen, "CN-001")
    screen._on_move()
    screen.save()
    assert screen.pages.mover.isVisible()
    screen.escape()
    assert screen.pages.open is None


def test_units_are_merged_and_say_so(screen, window):
    screen.kinds.setCurrentIndex(0)
    select(screen, "TT-001", "TT-002")
    screen._on_reform()
    card = screen.pages.reform
    fill(card.form, kind="Sáp nhập", day="2025-07-01", named="Văn phòng và Trường")
    card.preview()
    assert "5 người" in card.effect.text()
    assert "không cộng cho tập thể mới" in card.effect.text()
    screen.save()
    closed = storage.unit_changes.closed_from(window.desk.ws.books)
    assert closed == {"TT-001": date(2025, 7, 1), "TT-002": date(2025, 7, 1)}
    screen.go_to("TT-001")
    assert "nay là Văn phòng và Trường" in screen.panel.kin.text()


def test_uses_and_effects_are_said(screen, window):
    ws = window.desk.ws
    made = Initiative("SK-1", "Quét mã nộp phí", ("CN-001",), Year(2024), InitiativeScope.BASE)
    register.save_record(ws, made)
    register.save_record(
        ws, PastAward("CN-001", Year(2024), "Chiến sĩ thi đua cơ sở", initiatives=("SK-1",))
    )
    register.save_record(
        ws, Discipline("CN-001", DisciplineForm.UNDER_CONSIDERATION, date(2026, 1, 5), None, "1/QĐ")
    )
    screen.go_to("CN-001", "initiatives")
    pane = screen.panel.records["initiatives"]
    pane.stop()
    pane.view.select(0)
    assert "Chiến sĩ thi đua cơ sở năm 2024" in pane._below.lines.text()
    pane = screen.panel.records["disciplines"]
    screen.panel.tabs.setCurrentWidget(pane)
    pane.view.select(0)
    assert "Đang còn hiệu lực" in pane._below.lines.text()


def test_going_elsewhere_leaves_an_open_page(screen):
    screen.open_twins()
    assert screen.pages.isVisible()
    screen.go_to("CN-002")
    assert not screen.pages.isVisible()
    assert screen.panel.code == "CN-002"


def test_a_form_begun_is_not_left_behind(screen, window):
    select(screen, "CN-001")
    screen._on_move()
    screen.pages.mover.form.touched = True
    screen.go_to("CN-002")
    assert screen.pages.mover.isVisible()
    assert "Đang sửa dở" in window.strip.text
    screen.escape()
