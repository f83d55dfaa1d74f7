"""«Hôm nay»: the first screen; every line one key from its place; the first steps."""

import pytest
from PySide6.QtCore import Qt

from khenthuong.domain.pathway import Station
from khenthuong.services.today import TodayPart
from khenthuong.ui.main_window import HOME, IMPORT, OFFICE, REGISTER, ROUNDS, SUGGESTIONS
from khenthuong.ui.screens.home.home import HomeScreen
from tests.ui.conftest import press


@pytest.fixture
def page(sample_window) -> HomeScreen:
    sample_window.open_screen(HOME)
    screen = sample_window.made_screen(HOME)
    assert isinstance(screen, HomeScreen)
    return screen


def choose(screen, cure):
    for row in range(screen.table.rowCount()):
        line = screen.table.record(row)
        if line is not None and line.cure.startswith(cure):
            screen.view.select(row)
            return
    raise AssertionError(cure)


def test_it_is_the_first_screen_and_takes_the_keyboard(sample_window):
    assert isinstance(sample_window.screen_open, HomeScreen)
    page = sample_window.screen_open
    assert page.view.hasFocus()
    assert page.table.record(page.view.row()) is not None


def test_enter_goes_to_the_step_a_round_waits_for(qtbot, page, sample_window):
    choose(page, "dot:D3:tham_dinh")
    press(qtbot, page.view, Qt.Key.Key_Return)
    rounds = sample_window.made_screen(ROUNDS)
    assert sample_window.screen_open is rounds
    assert rounds.round_code == "D3"
    assert rounds.steps.station is Station.APPRAISAL


def test_a_late_decision_leads_to_the_results(qtbot, page, sample_window):
    choose(page, "dot:D1:ket_qua")
    press(qtbot, page.view, Qt.Key.Key_Return)
    rounds = sample_window.made_screen(ROUNDS)
    assert rounds.steps.station is Station.RESULT
    assert rounds.pages.currentWidget() is rounds.results


def test_who_may_be_forgotten_takes_its_place_in_the_list(qtbot, page, sample_window):
    qtbot.waitUntil(lambda: page._task is None and bool(page._forgotten))
    parts = [list(TodayPart).index(line.part) for line in page._lines()]
    assert parts == sorted(parts)
    choose(page, "ai_du_dieu_kien:2025")
    press(qtbot, page.view, Qt.Key.Key_Return)
    assert sample_window.screen_open is sample_window.made_screen(SUGGESTIONS)


def test_another_screen_stops_the_looking(page, sample_window):
    sample_window.open_screen(OFFICE)
    assert not page._later.isActive()


def test_a_new_office_is_led_to_its_first_round(qtbot, window):
    page = window.made_screen(HOME)
    window.open_screen(HOME)
    assert not page.steps.isHidden()
    excel = page.steps.buttons[1]
    assert not excel.property("primary")  # the books already know people
    assert page.steps.buttons[2].property("primary")
    assert page.steps.buttons[2].hasFocus()
    excel.click()
    assert window.screen_open is window.made_screen(IMPORT)


def test_backups_are_one_key_away(page, sample_window):
    page.desk.wanted.emit("man_hinh:sao_luu", "")
    office = sample_window.made_screen(OFFICE)
    assert office.tabs.currentWidget() is office.backup


def test_the_last_first_steps_lead_into_the_round(qtbot, window):
    page = window.made_screen(HOME)
    window.open_screen(HOME)
    rounds = window.made_screen(ROUNDS)
    for number, station in ((3, Station.LIST), (4, Station.MEETING), (5, Station.DOSSIER)):
        page.steps.buttons[number].click()
        assert window.screen_open is rounds
        assert rounds.steps.station is station
        rounds.escape()
        window.open_screen(HOME)


@pytest.mark.parametrize(("step", "title"), [(0, "Tập thể mới"), (1, "Cá nhân mới")])
def test_somebody_is_typed_at_once(qtbot, window, step, title):
    page = window.made_screen(HOME)
    window.open_screen(HOME)
    (page.steps.beside.get(step) or page.steps.buttons[step]).click()
    register = window.screen_open
    assert register is window.made_screen(REGISTER)
    assert register.panel._name.text() == title
    window.open_screen(HOME)


def test_the_next_step_has_the_keyboard_when_one_comes_back(window):
    window.open_screen(HOME)
    page = window.made_screen(HOME)
    page.steps.buttons[0].setFocus()
    window.open_screen(REGISTER)
    window.open_screen(HOME)
    assert page.steps.buttons[2].hasFocus()


def test_first_steps_that_are_not_wanted_stay_away(qtbot, window):
    page = window.made_screen(HOME)
    window.open_screen(HOME)
    page.steps.hide_them.click()
    assert page.steps.isHidden()
    page.refresh()
    assert page.steps.isHidden()
