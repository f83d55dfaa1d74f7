"""The manual's window: F1 opens it at the place, links and back, search, every theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from khenthuong.domain.pathway import Station
from khenthuong.ui import manual_pages, theme
from khenthuong.ui.main_window import OFFICE, ROUNDS, SCREENS, MainWindow
from khenthuong.ui.manual import ManualWindow, place_of
from khenthuong.ui.screens.office.first_start import FirstStart
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.screens.paperwork.certificates import HELP_PAGE
from khenthuong.ui.screens.rounds.rounds import HELP_PAGES, RoundsScreen
from tests.ui.conftest import press


@pytest.fixture
def manual(qtbot) -> Iterator[ManualWindow]:
    made = ManualWindow()
    qtbot.addWidget(made)
    made.open_at("phim_tat")
    yield made
    made.close()


def known(place: str) -> bool:
    page = manual_pages.page_of(place)
    anchor = place.partition("#")[2]
    return page is not None and (not anchor or anchor in {part.anchor for part in page.parts})


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_screen_has_its_place(screen: type) -> None:
    assert screen.help_page
    assert known(screen.help_page)


def test_every_step_has_its_place() -> None:
    assert set(HELP_PAGES) == set(Station)
    assert all(map(known, (*HELP_PAGES.values(), HELP_PAGE, FirstStart.help_page)))
    assert len(set(HELP_PAGES.values())) == len(Station)


def test_f1_opens_at_the_step(qtbot, sample_window: MainWindow) -> None:
    sample = sample_window
    sample.open_screen(ROUNDS)
    rounds = sample.screen_open
    assert isinstance(rounds, RoundsScreen)
    for step in Station:
        rounds.steps.choose(step)
        assert place_of(rounds).partition("#")[0] == HELP_PAGES[step].partition("#")[0]
    rounds.steps.choose(Station.LIST)
    rounds.list_missing()
    press(qtbot, sample, Qt.Key.Key_F1)
    assert sample.manual is not None
    assert sample.manual.place == "dot_xet#con-thieu-gi"
    assert not sample.manual.isModal()
    sample.manual.close()


def test_a_page_of_tabs_has_its_own_place(window: MainWindow) -> None:
    window.open_screen(OFFICE)
    office = window.screen_open
    assert isinstance(office, OfficeScreen)
    office.tabs.setCurrentWidget(office.display)
    assert place_of(office) == "co_quan#hien-thi"
    assert known(place_of(office))


def test_links_lead_on_and_back_leads_back(manual: ManualWindow) -> None:
    manual.go_to("bat_dau")
    manual.view.anchorClicked.emit(QUrl("hop.md"))
    assert manual.place == "hop"
    manual.view.anchorClicked.emit(QUrl("hop.md#biểu-quyết"))
    assert manual.view.verticalScrollBar().value() > 0
    manual.go_back()
    manual.go_back()
    assert manual.place == "bat_dau"
    assert manual.contents.currentItem().text() == manual_pages.page_of("bat_dau").title


def test_what_is_found_opens_at_its_heading(qtbot, manual: ManualWindow) -> None:
    manual.search.setText("xa mau de tap")
    press(qtbot, manual.search, Qt.Key.Key_Return)
    assert manual.contents.count() >= 1
    press(qtbot, manual.contents, Qt.Key.Key_Return)
    assert manual.place == "bat_dau#xa-mau-de-tap"
    manual.search.setText("khongcotunay")
    press(qtbot, manual.search, Qt.Key.Key_Return)
    assert manual.contents.count() == 0
    assert manual.found.text() == "Không mục nào có."


def test_esc_empties_the_search_then_closes(qtbot, manual: ManualWindow) -> None:
    manual.activateWindow()
    qtbot.waitUntil(manual.isActiveWindow)
    manual.search.setFocus()
    manual.search.setText("niem yet")
    press(qtbot, manual.search, Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.isVisible()
    press(qtbot, manual.view, Qt.Key.Key_Escape)
    assert not manual.isVisible()


@pytest.mark.parametrize("look", [theme.Look.DARK, theme.Look.CONTRAST])
def test_other_themes_and_sizes_are_taken_over(
    qtbot, qapp: QApplication, manual: ManualWindow, look: theme.Look
) -> None:
    before = manual.view.document()
    small = before.size().height()
    theme.apply(qapp, look, 150)
    try:
        qtbot.waitUntil(lambda: manual.view.document() is not before)
        assert manual.view.document().size().height() > small
        assert manual.view.palette().base().color() == theme.colour("card")
    finally:
        theme.apply(qapp)


def test_an_unknown_place_shows_the_contents(manual: ManualWindow) -> None:
    manual.go_to("khong_co")
    assert manual.place == manual_pages.INDEX
